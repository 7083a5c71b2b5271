// The tape: what must not cost registers where numbers are recorded, and what outlives every tape.
#pragma once

#include "inline.h"

// As wide as Swift's `Int` on every machine; `long` is not.
typedef __PTRDIFF_TYPE__ ptrdiff_t;

// The first fields of a tape's header, as C sees them. They mirror `Recording` of ReverseMode.
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
