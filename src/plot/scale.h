/* scale.h - from values and slots to places. */
#ifndef JB_PLOT_SCALE_H
#define JB_PLOT_SCALE_H

#include <stdbool.h>
#include <stddef.h>

/* Values lo..hi on the places from..to; to may lie before from. */
typedef struct jb_linear {
	double lo, hi, from, to;
} jb_linear;

double jb_linear_at(const jb_linear *scale, double value);

/* n slots of equal width.  `points`: the first and last stand `inset` from the
 * ends, for lines; else each in the middle of its band. */
typedef struct jb_slots_scale {
	double from, to;
	size_t n;
	bool points;
	double inset;
} jb_slots_scale;

double jb_slot_at(const jb_slots_scale *scale, size_t slot); /* its middle */
double jb_slot_pitch(const jb_slots_scale *scale); /* from one to the next */

/* Place k of n side by side, over `fill` (0..1) of a slot's band: its left edge
 * and width. */
void jb_slot_band(const jb_slots_scale *scale, size_t slot, double fill,
	size_t k, size_t n, double *x, double *w);

/* Domains of two axes lo..hi, each with zero, made so that zero is at one
 * place. */
void jb_align_zero(double *lo_a, double *hi_a, double *lo_b, double *hi_b);

#endif
