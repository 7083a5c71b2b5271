#pragma once

#define CN_INLINE static inline __attribute__((always_inline))
