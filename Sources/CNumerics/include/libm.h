// libm. Every function is called through a constant pointer, which libm.c sets, so that the optimiser does not know it by name. By name
// it would replace some calls by others with other last bits, wherever it sees enough of the arguments: pow(x, 0.5) by a square root, pow(2, x)
// by exp2, a function of a constant by what the compiler's own machine makes of it. A value would then depend on the number type around it.
//
// `const` is true of them for us because nothing here reads `errno`: the compiler may share equal calls.
//
// `sin` and `cos` of `double` keep their names: then those of one argument become one call of `sincos`, and nothing but a call with a constant
// argument is ever replaced, by the same function of the compiler's machine.
#pragma once

#include "inline.h"

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
