#if !defined(__APPLE__)
#define _POSIX_C_SOURCE 199309L
#endif
#include "CBenchmarks.h"

#include <time.h>

double benchmark_nanoseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

double benchmark_probe(void) {
  enum { chains = 24 }; // as many as hide the latency of each
  double sums[chains], factor = 0.999, term = 1e-3;
  for (int i = 0; i < chains; i++) sums[i] = i;
  benchmark_touch(&factor);
  benchmark_touch(&term);
  const double start = benchmark_nanoseconds();
  for (int step = 0; step < 1500; step++)
    for (int i = 0; i < chains; i++) sums[i] = sums[i] * factor + term;
  for (int i = 0; i < chains; i++) benchmark_use(sums[i]);
  return benchmark_nanoseconds() - start;
}

const char *benchmark_instruction_set(void) {
#if defined(__AVX512F__) && defined(__FMA__)
  return "AVX-512, FMA";
#elif defined(__AVX2__) && defined(__FMA__)
  return "AVX2, FMA";
#elif defined(__AVX2__)
  return "AVX2";
#elif defined(__AVX__)
  return "AVX";
#elif defined(__x86_64__)
  return "SSE2 (default)";
#elif defined(__aarch64__)
  return "NEON (default)";
#else
  return "unknown";
#endif
}

_Bool benchmark_has_fused_multiply_add(void) {
#if defined(__FMA__) || defined(__aarch64__)
  return 1;
#else
  return 0;
#endif
}

const char *benchmark_compiler(void) { return __VERSION__; }
