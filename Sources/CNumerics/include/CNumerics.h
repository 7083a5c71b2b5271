// The platform's arithmetic, as Swift can inline it: libm, true vectors, and the two operations of a tape that Swift cannot express.
// The only file that names a platform. It includes nothing, so it compiles for Embedded Swift too.
#pragma once

#define CN_INLINE static inline __attribute__((always_inline))

// ---------------------------------------------------------------------------------------------------------------------
// libm. Every function is called through a constant pointer, which CNumerics.c sets, so that the optimiser does not know it by name. By name
// it would replace some calls by others with other last bits, wherever it sees enough of the arguments: pow(x, 0.5) by a square root, pow(2, x)
// by exp2, a function of a constant by what the compiler's own machine makes of it. A value would then depend on the number type around it.
//
// `const` is true of them for us because nothing here reads `errno`: the compiler may share equal calls.
//
// `sin` and `cos` of `double` keep their names: then those of one argument become one call of `sincos`, and nothing but a call with a constant
// argument is ever replaced, by the same function of the compiler's machine.
// ---------------------------------------------------------------------------------------------------------------------
#if defined(__APPLE__)
#define CN_SYMBOL(name) __asm__("_" name)
#else
#define CN_SYMBOL(name) __asm__(name)
#endif

#define CN_OPAQUE_FUNCTIONS(UNARY, BINARY)                                                                                                 \
  UNARY(exp) UNARY(expm1) UNARY(exp2) UNARY(exp10) UNARY(log) UNARY(log1p) UNARY(log2) UNARY(log10) UNARY(cbrt)                            \
  UNARY(tan) UNARY(asin) UNARY(acos) UNARY(atan)                                                                                           \
  UNARY(sinh) UNARY(cosh) UNARY(tanh) UNARY(asinh) UNARY(acosh) UNARY(atanh)                                                               \
  UNARY(erf) UNARY(erfc) UNARY(tgamma)                                                                                                     \
  BINARY(pow) BINARY(atan2) BINARY(hypot) BINARY(fmod) BINARY(remainder)

#define CN_UNARY_OF(number, name)                                                                                                          \
  extern number (*_Nonnull const cn_libm_##name)(number) __attribute__((const));                                                           \
  CN_INLINE number cn_##name(number x) { return cn_libm_##name(x); }
#define CN_BINARY_OF(number, name)                                                                                                         \
  extern number (*_Nonnull const cn_libm_##name)(number, number) __attribute__((const));                                                   \
  CN_INLINE number cn_##name(number x, number y) { return cn_libm_##name(x, y); }
#define CN_UNARY(name) CN_UNARY_OF(double, name) CN_UNARY_OF(float, name##f)
#define CN_BINARY(name) CN_BINARY_OF(double, name) CN_BINARY_OF(float, name##f)

CN_OPAQUE_FUNCTIONS(CN_UNARY, CN_BINARY)
CN_UNARY_OF(float, sinf)
CN_UNARY_OF(float, cosf)
double cn_sin(double x) CN_SYMBOL("sin") __attribute__((const));
double cn_cos(double x) CN_SYMBOL("cos") __attribute__((const));

// `lgamma` writes the global `signgam`; the reentrant form does not.
double cn_lgamma_r(double x, int *_Nonnull sign) CN_SYMBOL("lgamma_r");
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
// slower than both; and never left to the optimiser, who fuses in one place and not in another.
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
CN_INLINE double cn_multiply_add(double a, double b, double c) { return __builtin_fma(a, b, c); }
CN_INLINE float cn_multiply_addf(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
#else
CN_INLINE double cn_multiply_add(double a, double b, double c) {
#pragma clang fp contract(off)
  return a * b + c;
}
CN_INLINE float cn_multiply_addf(float a, float b, float c) {
#pragma clang fp contract(off)
  return a * b + c;
}
#endif

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

// Eight numbers at once, each its own: number by number. These are values, in which the sign of a zero counts: the operations of tangents,
// which leave out a zero that is known, are not for them.
CN_INLINE cn_lanes8 cn_points_add(cn_lanes8 x, cn_lanes8 y) { return x + y; }
CN_INLINE cn_lanes8 cn_points_subtract(cn_lanes8 x, cn_lanes8 y) { return x - y; }
CN_INLINE cn_lanes8 cn_points_negate(cn_lanes8 x) { return -x; }
CN_INLINE cn_lanes8 cn_points_multiply(cn_lanes8 x, cn_lanes8 y) { return x * y; }
CN_INLINE cn_lanes8 cn_points_divide(cn_lanes8 x, cn_lanes8 y) { return x / y; }
CN_INLINE cn_lanes8 cn_points_sqrt(cn_lanes8 x) { return __builtin_elementwise_sqrt(x); }
CN_INLINE cn_lanes8 cn_points_abs(cn_lanes8 x) { return __builtin_elementwise_abs(x); }
CN_INLINE cn_lanes8 cn_points_combine(cn_lanes8 x, cn_lanes8 a, cn_lanes8 y, cn_lanes8 b) {
  _Pragma("clang fp contract(fast)") return x * a + y * b;
}
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
CN_INLINE cn_lanes8 cn_points_multiply_add(cn_lanes8 a, cn_lanes8 b, cn_lanes8 c) { return __builtin_elementwise_fma(a, b, c); }
#else
CN_INLINE cn_lanes8 cn_points_multiply_add(cn_lanes8 a, cn_lanes8 b, cn_lanes8 c) { _Pragma("clang fp contract(off)") return a * b + c; }
#endif
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

// Whether eight points have taken different branches on this thread since it was last asked.
void cn_note_divergence(void);
_Bool cn_take_divergence(void);

// An evaluation of eight points. A comparison may happen on another thread, which `f` has started: one that is inside of no evaluation of its
// own counts for all that are going on. `cn_leave_points` tells whether the points may have parted, and restores what was noted before.
typedef struct {
  __SIZE_TYPE__ others;
  _Bool noted;
} cn_points_mark;
cn_points_mark cn_enter_points(void);
_Bool cn_leave_points(cn_points_mark before);

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

// As wide as Swift's `Int` on every machine; `long` is not.
typedef __PTRDIFF_TYPE__ ptrdiff_t;

// The first fields of a tape's header, as C sees them. They mirror `TapeHeader` of ReverseMode.
typedef struct {
  ptrdiff_t count, capacity;
  void *_Nonnull nodes;
  ptrdiff_t stride;
  unsigned long long start, end;
} cn_tape;

// Growth preserves the general registers: otherwise each recorded operation would have to spill and reload them around a call that almost
// never happens. It promises no vectors: which of their parts a function can preserve depends on the flags it is compiled with.
#if __has_attribute(preserve_most) && (defined(__x86_64__) || defined(__aarch64__))
#define CN_COLD __attribute__((preserve_most, noinline, cold))
#else
#define CN_COLD __attribute__((noinline, cold))
#endif

// Doubles the room for nodes.
CN_COLD void cn_tape_grow_slowly(cn_tape *_Nonnull tape);
CN_INLINE void cn_tape_grow(void *_Nonnull tape) { cn_tape_grow_slowly((cn_tape *)tape); }

// The nodes that a tape can have: an index has 32 bits, and the sizes of memory must not overflow.
CN_INLINE ptrdiff_t cn_largest_tape(ptrdiff_t stride) {
  ptrdiff_t fits = __PTRDIFF_MAX__ / stride;
  return (unsigned long long)fits < 4294967295u ? fits : (ptrdiff_t)4294967295u;
}

// A number's word: where it comes in the order of all nodes that this process records. Its node counts from the start of its recording.
CN_INLINE unsigned long long cn_word(unsigned long long start, ptrdiff_t node) { return start + (unsigned long long)node; }
CN_INLINE unsigned cn_node(unsigned long long index) { return (unsigned)index; }

// Moves a header to words that no recording has had: on from its last recording, and when fewer than 2³² are left to it, to the next 2³⁶ of
// the process. No word is given out twice; when 2⁶⁴ are gone, which takes five centuries at one a nanosecond, it stops with a sentence.
CN_INLINE unsigned long long cn_words_per_block(void) { return 1ull << 36; }
CN_COLD void cn_tape_next_block(cn_tape *_Nonnull tape);
CN_INLINE void cn_tape_next_words(void *_Nonnull header) {
  cn_tape *tape = (cn_tape *)header;
  unsigned long long used = (unsigned long long)tape->count;
  if (__builtin_expect(tape->end - tape->start > used + 4294967295u, 1))
    tape->start += used;
  else
    cn_tape_next_block(tape);
}
// The next 2³⁶ words of the process, by number; for tests, which cannot wait.
unsigned cn_set_next_block(unsigned block);

// The memory that `cn_tape_grow` reallocates.
void *_Nonnull cn_allocate(ptrdiff_t size);
void cn_free(void *_Nonnull memory);

// A tape's header is never given back to the system, so that a number kept from a finished tape still finds words there that are not its own.
// `start` and `end` of a header stay what they were; they are 0 in a new one.
void *_Nonnull cn_take_header(ptrdiff_t size);
void cn_return_header(void *_Nonnull header);
