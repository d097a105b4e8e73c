/* spread.h - things on a line that want to stand apart. */
#ifndef JB_PLOT_SPREAD_H
#define JB_PLOT_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* A place that is wanted, and how much it matters to have it (> 0). */
typedef struct jb_wish {
	double at, weight;
} jb_wish;

/* Places at least `gap` apart, in the order of the wishes, within [from, to],
 * as near to the wishes as can be (weighted least squares).  A gap that does
 * not fit becomes smaller. */
void jb_spread(jb_arena *arena, const jb_wish *wishes, size_t n, double gap,
	double from, double to, double *places);

/* The same for things of unequal sizes, `gap` apart: their middles from and to.
 * False where they are larger than the room; then they begin at `from`. */
bool jb_spread_sizes(jb_arena *arena, const double *middles,
	const double *sizes, size_t n, double gap, double from, double to,
	double *places);

#endif
