// Tangents: x·a + y·b, s + x·a, and x·a that stays 0 where x is 0 (so that 0·∞ is 0: along a zero direction nothing changes).
// Swift's SIMD types expand `+` and `*` into scalar operations; these are true vector operations. Contraction is allowed: a derivative
// may use a fused multiply-add where there is one, a value never does.
//
// A tangent that the optimiser finds to be zero, because its number is constant, takes part in nothing: its product is left out, and −0
// stands for it in a sum, since −0 + x is x for every x. So a constant in generic code costs what a plain number does. It is chosen, not
// branched to: a branch would hide equal products from the optimiser.
#pragma once

#include "inline.h"

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
