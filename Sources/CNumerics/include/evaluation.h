// Forward mode: of which kinds of number an evaluation runs on this thread, and what is being checked.
//
// By the initial-exec model, which is two instructions where the default is a call of `__tls_get_addr` in position-independent code.
#pragma once

#include "inline.h"

#if defined(__STDC_HOSTED__) && __STDC_HOSTED__
#define CN_THREAD_LOCAL _Thread_local
#else
#define CN_THREAD_LOCAL  // no threads
#endif
#if defined(__ELF__) && defined(__STDC_HOSTED__) && __STDC_HOSTED__
#define CN_STATIC_TLS __attribute__((tls_model("initial-exec")))
#else
#define CN_STATIC_TLS
#endif

// A kind beyond them shares the flag of another: that costs a check, and finds no less.
#define CN_KINDS 32
extern CN_THREAD_LOCAL _Bool cn_running[CN_KINDS] CN_STATIC_TLS;
extern CN_THREAD_LOCAL int cn_check CN_STATIC_TLS;

// True when one ran already. It ends with what it began with.
CN_INLINE _Bool cn_begin_evaluation(long kind) {
  _Bool outer = cn_running[kind & (CN_KINDS - 1)];
  cn_running[kind & (CN_KINDS - 1)] = 1;
  return outer;
}
CN_INLINE void cn_end_evaluation(long kind, _Bool outer) { cn_running[kind & (CN_KINDS - 1)] = outer; }

// 0 when nothing is being checked, 1 for an evaluation, 2 for one within another. False when another check runs already.
CN_INLINE _Bool cn_begin_check(_Bool outer) {
  if (cn_check) return 0;
  cn_check = 1 + outer;
  return 1;
}
CN_INLINE void cn_end_check(void) { cn_check = 0; }
CN_INLINE _Bool cn_checks_within_another(void) { return cn_check == 2; }

// Whether eight points have taken different branches on this thread since it was last asked.
void cn_note_divergence(void);
_Bool cn_take_divergence(void);

// An evaluation of eight points. A comparison may happen on another thread, which `f` has started: one that is inside of no evaluation of its
// own counts for all that are going on. `cn_leave_points` tells whether the points may have parted, and restores what was noted before.
typedef struct {
  __SIZE_TYPE__ others;
  _Bool noted, parted;
} cn_points_mark;
cn_points_mark cn_enter_points(void);
_Bool cn_leave_points(cn_points_mark before);
