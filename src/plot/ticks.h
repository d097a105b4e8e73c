/* ticks.h - where an axis has its ticks. */
#ifndef JB_PLOT_TICKS_H
#define JB_PLOT_TICKS_H

#include <stdbool.h>
#include <stddef.h>

#define JB_TICKS_MAX 24

/* Evenly spaced round numbers, about `want` of them (2..8), from the first at
 * or below lo to the last at or above hi (lo < hi, in the unit that is shown).
 * `whole`: steps are whole numbers, for things that are counted.  Returns how
 * many stand in `at`, at least 2. */
size_t jb_ticks(
	double lo, double hi, int want, bool whole, double at[JB_TICKS_MAX]);

#endif
