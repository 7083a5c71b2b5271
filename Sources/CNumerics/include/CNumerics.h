// The platform's arithmetic, as Swift can inline it: libm, true vectors, and the two operations of a tape that Swift cannot express.
// The only file that names a platform. It includes nothing, so it compiles for Embedded Swift too.
#pragma once

#define CN_INLINE static inline __attribute__((always_inline))

// ---------------------------------------------------------------------------------------------------------------------
// libm, declared by assembler name and as pure functions of their arguments. `const` is true of them for us because nothing here
// reads `errno`; it lets the compiler share equal calls, and turn the `sin` and `cos` of one argument into one call of `sincos`.
// ---------------------------------------------------------------------------------------------------------------------
#if defined(__APPLE__)
#define CN_SYMBOL(name) __asm__("_" name) __attribute__((const))
#define CN_EXP10 "__exp10"
#define CN_EXP10F "__exp10f"
#else
#define CN_SYMBOL(name) __asm__(name) __attribute__((const))
#define CN_EXP10 "exp10"
#define CN_EXP10F "exp10f"
#endif

#define CN_UNARY(name)                                                                                                                     \
  double cn_##name(double x) CN_SYMBOL(#name);                                                                                             \
  float cn_##name##f(float x) CN_SYMBOL(#name "f");
#define CN_BINARY(name)                                                                                                                    \
  double cn_##name(double x, double y) CN_SYMBOL(#name);                                                                                   \
  float cn_##name##f(float x, float y) CN_SYMBOL(#name "f");

CN_UNARY(exp) CN_UNARY(expm1) CN_UNARY(exp2) CN_UNARY(log) CN_UNARY(log1p) CN_UNARY(log2) CN_UNARY(log10) CN_UNARY(cbrt)
CN_UNARY(sin) CN_UNARY(cos) CN_UNARY(tan) CN_UNARY(asin) CN_UNARY(acos) CN_UNARY(atan)
CN_UNARY(sinh) CN_UNARY(cosh) CN_UNARY(tanh) CN_UNARY(asinh) CN_UNARY(acosh) CN_UNARY(atanh)
CN_UNARY(erf) CN_UNARY(erfc) CN_UNARY(tgamma)
CN_BINARY(pow) CN_BINARY(atan2) CN_BINARY(hypot) CN_BINARY(fmod) CN_BINARY(remainder)
double cn_exp10(double x) CN_SYMBOL(CN_EXP10);
float cn_exp10f(float x) CN_SYMBOL(CN_EXP10F);

// `lgamma` writes the global `signgam`; the reentrant form does not.
double cn_lgamma_r(double x, int *_Nonnull sign) __asm__(
#if defined(__APPLE__)
  "_"
#endif
  "lgamma_r");
CN_INLINE double cn_lgamma(double x) { int sign; return cn_lgamma_r(x, &sign); }

CN_INLINE double cn_sqrt(double x) { return __builtin_elementwise_sqrt(x); }
CN_INLINE float cn_sqrtf(float x) { return __builtin_elementwise_sqrt(x); }
CN_INLINE double cn_floor(double x) { return __builtin_floor(x); }
CN_INLINE double cn_ceil(double x) { return __builtin_ceil(x); }
CN_INLINE double cn_trunc(double x) { return __builtin_trunc(x); }
CN_INLINE double cn_round(double x) { return __builtin_round(x); }
CN_INLINE double cn_copysign(double x, double y) { return __builtin_copysign(x, y); }
CN_INLINE float cn_copysignf(float x, float y) { return __builtin_copysignf(x, y); }

// a·b + c: one rounding where the processor has the instruction, two where it has not. Never a call of libm's `fma`, which is 50 times
// slower than both.
CN_INLINE double cn_multiply_add(double a, double b, double c) {
#pragma clang fp contract(fast)
  return a * b + c;
}
CN_INLINE float cn_multiply_addf(float a, float b, float c) {
#pragma clang fp contract(fast)
  return a * b + c;
}

// ---------------------------------------------------------------------------------------------------------------------
// Tangents: x·a + y·b, s + x·a, and x·a that stays 0 where x is 0 (so that 0·∞ is 0: along a zero direction nothing changes).
// Swift's SIMD types expand `+` and `*` into scalar operations; these are true vector operations. Contraction is allowed: a derivative
// may use a fused multiply-add where there is one, a value never does.
//
// A tangent that the optimiser finds to be zero, because its number is constant, takes part in nothing: its product is left out, and −0
// stands for it in a sum, since −0 + x is x for every x. So a constant in generic code costs what a plain number does. It is chosen, not
// branched to: a branch would hide equal products from the optimiser.
// ---------------------------------------------------------------------------------------------------------------------
#ifdef __OPTIMIZE__
#define CN_IF_KNOWN(type, condition, x, otherwise)                                                                                         \
  ({                                                                                                                                       \
    const _Bool holds = condition;                                                                                                         \
    const type chosen = x, other = otherwise;                                                                                              \
    __builtin_constant_p(holds) && holds ? chosen : other;                                                                                 \
  })
#else
#define CN_IF_KNOWN(type, condition, x, otherwise) (otherwise)
#endif
#define CN_IS_ZERO(x) ((x) == 0)
#define CN_ARE_ZERO(x) (!__builtin_reduce_or((x) != 0))

#define CN_COMBINE(name, type, number, none)                                                                                               \
  CN_INLINE type name(type x, number a, type y, number b) {                                                                                \
    _Pragma("clang fp contract(fast)") return CN_IF_KNOWN(                                                                                 \
        type, none(x) & none(y), x, CN_IF_KNOWN(type, none(y), -0.0, y * b) + CN_IF_KNOWN(type, none(x), -0.0, x * a));                    \
  }

CN_COMBINE(cn_combine, double, double, CN_IS_ZERO)
CN_COMBINE(cn_combinef, float, float, CN_IS_ZERO)

#define CN_LANES(n)                                                                                                                        \
  typedef double cn_lanes##n __attribute__((ext_vector_type(n)));                                                                          \
  typedef long long cn_mask##n __attribute__((ext_vector_type(n)));                                                                        \
  CN_COMBINE(cn_combine##n, cn_lanes##n, double, CN_ARE_ZERO)                                                                              \
  CN_INLINE cn_lanes##n cn_accumulate##n(cn_lanes##n s, cn_lanes##n x, double a) {                                                         \
    _Pragma("clang fp contract(fast)") return s + x * a;                                                                                   \
  }                                                                                                                                        \
  CN_INLINE cn_lanes##n cn_along##n(cn_lanes##n x, double a) { return (cn_lanes##n)((cn_mask##n)(x * a) & (x != 0)); }                     \
  CN_INLINE cn_lanes##n cn_divide##n(cn_lanes##n x, double a) { return (cn_lanes##n)((cn_mask##n)(x / a) & (x != 0)); }                    \
  CN_INLINE cn_lanes##n cn_scale##n(cn_lanes##n x, double a) { return CN_IF_KNOWN(cn_lanes##n, CN_ARE_ZERO(x), x, x * a); }                \
  CN_INLINE cn_lanes##n cn_add##n(cn_lanes##n x, cn_lanes##n y) {                                                                          \
    return CN_IF_KNOWN(                                                                                                                    \
        cn_lanes##n, CN_ARE_ZERO(x) & CN_ARE_ZERO(y), x,                                                                                   \
        CN_IF_KNOWN(cn_lanes##n, CN_ARE_ZERO(x), -0.0, x) + CN_IF_KNOWN(cn_lanes##n, CN_ARE_ZERO(y), -0.0, y));                            \
  }                                                                                                                                        \
  CN_INLINE cn_lanes##n cn_subtract##n(cn_lanes##n x, cn_lanes##n y) {                                                                     \
    return CN_IF_KNOWN(                                                                                                                    \
        cn_lanes##n, CN_ARE_ZERO(x) & CN_ARE_ZERO(y), x, CN_IF_KNOWN(cn_lanes##n, CN_ARE_ZERO(x), -0.0, x) - y);                           \
  }                                                                                                                                        \
  CN_INLINE cn_lanes##n cn_negate##n(cn_lanes##n x) { return -x; }                                                                         \
  CN_INLINE _Bool cn_is_zero##n(cn_lanes##n x) { return CN_ARE_ZERO(x); }                                                                  \
  CN_INLINE _Bool cn_contains_nan##n(cn_lanes##n x) { return __builtin_reduce_or((cn_mask##n)(x != x)) != 0; }

CN_LANES(4)
CN_LANES(8)
CN_LANES(16)

// Eight numbers at once, each its own: number by number.
CN_INLINE cn_lanes8 cn_points_multiply(cn_lanes8 x, cn_lanes8 y) { return x * y; }
CN_INLINE cn_lanes8 cn_points_divide(cn_lanes8 x, cn_lanes8 y) { return x / y; }
CN_INLINE cn_lanes8 cn_points_sqrt(cn_lanes8 x) { return __builtin_elementwise_sqrt(x); }
CN_INLINE cn_lanes8 cn_points_abs(cn_lanes8 x) { return __builtin_elementwise_abs(x); }
CN_INLINE cn_lanes8 cn_points_combine(cn_lanes8 x, cn_lanes8 a, cn_lanes8 y, cn_lanes8 b) {
  _Pragma("clang fp contract(fast)") return x * a + y * b;
}
CN_INLINE cn_lanes8 cn_points_multiply_add(cn_lanes8 a, cn_lanes8 b, cn_lanes8 c) { _Pragma("clang fp contract(fast)") return a * b + c; }
CN_INLINE cn_lanes8 cn_points_along(cn_lanes8 x, cn_lanes8 a) { return (cn_lanes8)((cn_mask8)(x * a) & (x != 0)); }
CN_INLINE cn_lanes8 cn_points_along_divide(cn_lanes8 x, cn_lanes8 a) { return (cn_lanes8)((cn_mask8)(x / a) & (x != 0)); }
// How a comparison comes out: 1 for all, 0 for none; when they differ 3 or 2, by the first.
#define CN_COMPARISON(name, operator)                                                                                                      \
  CN_INLINE int cn_points_##name(cn_lanes8 x, cn_lanes8 y) {                                                                               \
    cn_mask8 mask = (cn_mask8)(x operator y);                                                                                              \
    return __builtin_reduce_and(mask) ? 1 : !__builtin_reduce_or(mask) ? 0 : mask[0] ? 3 : 2;                                              \
  }
CN_COMPARISON(less, <)
CN_COMPARISON(less_or_equal, <=)
CN_COMPARISON(equal, ==)

// Whether this thread's eight points have taken different branches since it was last asked.
void cn_note_divergence(void);
_Bool cn_take_divergence(void);

// ---------------------------------------------------------------------------------------------------------------------
// Forward mode: of which kinds of number an evaluation runs on this thread, and what is being checked. Defined in CNumerics.c.
//
// By the initial-exec model, which is two instructions where the default is a call of `__tls_get_addr` in position-independent code.
// ---------------------------------------------------------------------------------------------------------------------
#if defined(__STDC_HOSTED__) && __STDC_HOSTED__
#define CN_THREAD_LOCAL _Thread_local
#else
#define CN_THREAD_LOCAL  // no threads
#endif
#if defined(__ELF__) && defined(__STDC_HOSTED__) && __STDC_HOSTED__
#define CN_STATIC_TLS __attribute__((tls_model("initial-exec")))
#else
#define CN_STATIC_TLS
#endif

extern CN_THREAD_LOCAL _Bool cn_running[32] CN_STATIC_TLS;
extern CN_THREAD_LOCAL int cn_check CN_STATIC_TLS;

// True when one ran already. It ends with what it began with.
CN_INLINE _Bool cn_begin_evaluation(long kind) {
  _Bool outer = cn_running[kind];
  cn_running[kind] = 1;
  return outer;
}
CN_INLINE void cn_end_evaluation(long kind, _Bool outer) { cn_running[kind] = outer; }

// 0 when nothing is being checked, 1 for an evaluation, 2 for one within another. False when another check runs already.
CN_INLINE _Bool cn_begin_check(_Bool outer) {
  if (cn_check) return 0;
  cn_check = 1 + outer;
  return 1;
}
CN_INLINE void cn_end_check(void) { cn_check = 0; }
CN_INLINE _Bool cn_checks_within_another(void) { return cn_check == 2; }

// ---------------------------------------------------------------------------------------------------------------------
// The tape: what must not cost registers where numbers are recorded, and what outlives every tape. Defined in CNumerics.c.
// ---------------------------------------------------------------------------------------------------------------------

// The first fields of a tape's header, as the growth function sees them. They mirror `TapeHeader` of ReverseMode.
typedef struct {
  long count, capacity;
  void *_Nonnull nodes;
  long stride;
} cn_tape;

#if defined(__x86_64__) || defined(__aarch64__)
#define CN_PRESERVE_ALL __attribute__((preserve_all))
#else
#define CN_PRESERVE_ALL
#endif

// Doubles the room for nodes. It preserves every register: otherwise each recorded operation would have to spill and reload them around a
// call that almost never happens.
CN_PRESERVE_ALL void cn_tape_grow_slowly(cn_tape *_Nonnull tape);
CN_INLINE void cn_tape_grow(void *_Nonnull tape) { cn_tape_grow_slowly((cn_tape *)tape); }

// A number's word: the tag of its recording in the upper half, its node in the lower.
CN_INLINE unsigned cn_tag(unsigned long long word) { return (unsigned)(word >> 32); }
CN_INLINE unsigned cn_node(unsigned long long word) { return (unsigned)word; }
CN_INLINE unsigned long long cn_word(unsigned long long mark, long node) { return mark | (unsigned long long)node; }

// The memory that `cn_tape_grow` reallocates.
void *_Nonnull cn_allocate(long size);
void cn_free(void *_Nonnull memory);

// A number that no other recording of this process has (until 2³² of them were made); never 0.
unsigned cn_next_tag(void);

// A tape's header is never given back to the system, so that a number kept from a finished tape still finds a tag there that is not its own.
void *_Nonnull cn_take_header(long size);
void cn_return_header(void *_Nonnull header);
