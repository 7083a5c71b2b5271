#include "CNumerics.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static const long largest_tape = 4294967295;  // a node's index has 32 bits

static _Noreturn void stop(const char *sentence) {
  fputs(sentence, stderr);
  abort();
}

// The work is done outside, by a function with the ordinary convention: the one that preserves every register must itself save them all.
static __attribute__((noinline)) void grow(cn_tape *tape) {
  if (tape->capacity >= largest_tape)
    stop("Derivatives: the tape is full: it holds 2^32 - 1 operations; record shorter pieces\n");
  long capacity = tape->capacity < largest_tape / 2 ? 2 * tape->capacity : largest_tape;
  void *nodes = realloc(tape->nodes, (size_t)capacity * (size_t)tape->stride);
  if (!nodes) stop("Derivatives: no memory left for the tape\n");
  tape->nodes = nodes;
  tape->capacity = capacity;
}

CN_PRESERVE_ALL void cn_tape_grow_slowly(cn_tape *tape) { grow(tape); }

void *cn_allocate(long size) {
  void *memory = malloc((size_t)size);
  if (!memory) stop("Derivatives: no memory left for a tape\n");
  return memory;
}

void cn_free(void *memory) { free(memory); }

unsigned cn_next_tag(void) {
  static atomic_uint last;
  unsigned tag = atomic_fetch_add_explicit(&last, 1, memory_order_relaxed) + 1;
  return tag ? tag : cn_next_tag();
}

// Headers that wait for their next tape: a list, its link kept in the second word (the first must go on to read as finished).
typedef struct waiting {
  void *first_word;
  struct waiting *next;
} waiting;
static atomic_flag pool_is_busy = ATOMIC_FLAG_INIT;
static waiting *pool;

static void lock(void) {
  while (atomic_flag_test_and_set_explicit(&pool_is_busy, memory_order_acquire)) {
  }
}
static void unlock(void) { atomic_flag_clear_explicit(&pool_is_busy, memory_order_release); }

void *cn_take_header(long size) {
  lock();
  waiting *header = pool;
  if (header) pool = header->next;
  unlock();
  if (!header) header = calloc(1, (size_t)size);
  if (!header) stop("Derivatives: no memory left for a tape\n");
  return header;
}

void cn_return_header(void *header) {
  waiting *entry = header;
  lock();
  entry->next = pool;
  pool = entry;
  unlock();
}

CN_THREAD_LOCAL _Bool cn_running[32] CN_STATIC_TLS;
CN_THREAD_LOCAL int cn_check CN_STATIC_TLS;

// One flag a thread: what points in lanes are compared for is known to the program, not to the comparison.
static CN_THREAD_LOCAL _Bool points_diverged;
void cn_note_divergence(void) { points_diverged = 1; }
_Bool cn_take_divergence(void) {
  _Bool diverged = points_diverged;
  points_diverged = 0;
  return diverged;
}
