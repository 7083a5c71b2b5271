// What a benchmark needs and Swift cannot say: barriers for the optimiser, and how the compiler was told to build.
#pragma once

// The optimiser must assume that everything reachable from `memory` was read and changed here. It costs no instruction.
static inline __attribute__((always_inline)) void benchmark_touch(void *_Nullable memory) { __asm__ volatile("" : : "r"(memory) : "memory"); }

// The optimiser must assume that `x` is used here.
static inline __attribute__((always_inline)) void benchmark_use(double x) { __asm__ volatile("" : : "m"(x)); }

// Nanoseconds that this thread has run so far; the time that other programs had the processor is not in it.
double benchmark_nanoseconds(void);

// Nanoseconds for some ten microseconds of fixed work that keeps the processor's arithmetic busy: more when someone shares it.
double benchmark_probe(void);

// The instructions that the compiler was allowed to use, beyond the platform's least.
const char *_Nonnull benchmark_instruction_set(void);
// Whether a·b + c is one instruction.
_Bool benchmark_has_fused_multiply_add(void);
// The compiler that built the C parts; the same toolchain builds the Swift parts.
const char *_Nonnull benchmark_compiler(void);
