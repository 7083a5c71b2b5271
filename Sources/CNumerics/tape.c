#include "tape.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static _Noreturn void stop(const char *sentence) {
  fputs(sentence, stderr);
  abort();
}

CN_COLD void cn_tape_grow_slowly(cn_tape *tape) {
  ptrdiff_t largest = cn_largest_tape(tape->stride);
  if (tape->capacity >= largest)
    stop("Derivatives: the tape is full: it holds as many operations as it can, 2^32 - 1 or what memory has room for; record shorter pieces\n");
  ptrdiff_t capacity = tape->capacity < largest / 2 ? 2 * tape->capacity : largest;
  void *nodes = realloc(tape->nodes, (size_t)capacity * (size_t)tape->stride);
  if (!nodes) stop("Derivatives: no memory left for the tape\n");
  tape->nodes = nodes;
  tape->capacity = capacity;
}

void *cn_allocate(ptrdiff_t size) {
  void *memory = malloc(size ? (size_t)size : 1);
  if (!memory) stop("Derivatives: no memory left for a tape\n");
  return memory;
}

void cn_free(void *memory) { free(memory); }

// Block 0 is nobody's: word 0 is that of constants.
static atomic_uint next_block = 1;

unsigned cn_set_next_block(unsigned block) { return atomic_exchange_explicit(&next_block, block, memory_order_relaxed); }

CN_COLD void cn_tape_next_block(cn_tape *tape) {
  unsigned block = atomic_fetch_add_explicit(&next_block, 1, memory_order_relaxed);
  if (block >= (1u << 28) - 1) stop("Derivatives: this process has recorded 2^64 operations; begin another\n");
  tape->start = block * cn_words_per_block();
  tape->end = tape->start + cn_words_per_block();
}

// Headers that wait for their next tape. They come in slabs, each twice as large as the one before: single ones would lie scattered between
// the memory of tapes, and keep all of it from going back to the system.
static atomic_flag pool_is_busy = ATOMIC_FLAG_INIT;
static cn_tape *pool;
static size_t slab = 32;

static void lock(void) {
  while (atomic_flag_test_and_set_explicit(&pool_is_busy, memory_order_acquire)) {
  }
}
static void unlock(void) { atomic_flag_clear_explicit(&pool_is_busy, memory_order_release); }

// The list is linked by `nodes`.
static void put(cn_tape *header) {
  header->nodes = pool;
  pool = header;
}

static void refill(size_t size) {
  char *memory = calloc(slab, size);
  if (!memory) stop("Derivatives: no memory left for a tape\n");
  for (size_t i = slab; i > 0; i--) put((cn_tape *)(memory + (i - 1) * size));
  slab *= 2;
}

void *cn_take_header(ptrdiff_t size) {
  lock();
  if (!pool) refill((size_t)size);
  cn_tape *header = pool;
  pool = header->nodes;
  unlock();
  return header;
}

void cn_return_header(void *header) {
  lock();
  put(header);
  unlock();
}
