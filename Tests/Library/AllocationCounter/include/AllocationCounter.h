// Counts the allocations of the calling thread, for the tests that promise none.
#pragma once

#include <stdbool.h>

// False where the C library offers no way to stand in front of its allocator, and under a sanitizer, which stands there itself.
bool allocation_counter_is_available(void);

// How many times the calling thread has allocated memory since it began.
long allocation_count(void);
