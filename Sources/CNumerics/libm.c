#if !defined(__APPLE__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE  // for exp10
#endif
#include "libm.h"

#include <math.h>

#if defined(__APPLE__)
#define exp10 __exp10
#define exp10f __exp10f
#endif

// clang-format off
#define CN_DEFINE_UNARY(name)                          \
  double (*const cn_libm_##name)(double) = name;        \
  float (*const cn_libm_##name##f)(float) = name##f;
#define CN_DEFINE_BINARY(name)                         \
  double (*const cn_libm_##name)(double, double) = name; \
  float (*const cn_libm_##name##f)(float, float) = name##f;
CN_OPAQUE_FUNCTIONS(CN_DEFINE_UNARY, CN_DEFINE_BINARY)
// clang-format on
float (*const cn_libm_sinf)(float) = sinf;
float (*const cn_libm_cosf)(float) = cosf;
