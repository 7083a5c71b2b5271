#include "evaluation.h"

#include <stdatomic.h>
#include <stddef.h>

CN_THREAD_LOCAL _Bool cn_running[CN_KINDS] CN_STATIC_TLS;
CN_THREAD_LOCAL int cn_check CN_STATIC_TLS;

// What points in lanes are compared for is known to the program, not to the comparison: it is noted by thread.
static CN_THREAD_LOCAL _Bool points_diverged;
static CN_THREAD_LOCAL _Bool points_parted;  // the same for the evaluation that runs: asking for the one must not clear the other
static CN_THREAD_LOCAL unsigned evaluations_of_points;  // how deep this thread is in them
static atomic_size_t diverged_outside;

void cn_note_divergence(void) {
  points_diverged = points_parted = 1;
  if (evaluations_of_points == 0) atomic_fetch_add_explicit(&diverged_outside, 1, memory_order_relaxed);
}

_Bool cn_take_divergence(void) {
  _Bool diverged = points_diverged;
  points_diverged = 0;
  return diverged;
}

cn_points_mark cn_enter_points(void) {
  evaluations_of_points++;
  cn_points_mark before = {atomic_load_explicit(&diverged_outside, memory_order_relaxed), points_diverged, points_parted};
  points_diverged = points_parted = 0;
  return before;
}

_Bool cn_leave_points(cn_points_mark before) {
  evaluations_of_points--;
  _Bool parted = points_parted;
  points_diverged = before.noted;
  points_parted = before.parted;
  return parted || before.others != atomic_load_explicit(&diverged_outside, memory_order_relaxed);
}
