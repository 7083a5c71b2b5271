// What Embedded Swift asks of a platform and WASI's C library lacks: a seed for hashing, which no result depends on.
#include <stddef.h>
#include <string.h>
void arc4random_buf(void *memory, size_t size) { memset(memory, 42, size); }

// The stack protector's canary and alarm.
unsigned long __stack_chk_guard = 0x2a2a2a2a;
_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }
