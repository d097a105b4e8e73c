/* scale.c - places of values and slots. */
#include "plot/scale.h"

#include <math.h>

double jb_linear_at(const jb_linear *s, double value)
{
	return s->from + (value - s->lo) / (s->hi - s->lo) * (s->to - s->from);
}

double jb_slot_pitch(const jb_slots_scale *s)
{
	double length = s->to - s->from;

	if (!s->points || s->n < 2)
		return length / (double)s->n;
	return (length - 2 * s->inset) / (double)(s->n - 1);
}

double jb_slot_at(const jb_slots_scale *s, size_t slot)
{
	double pitch = jb_slot_pitch(s);

	if (!s->points || s->n < 2)
		return s->from + pitch * ((double)slot + 0.5);
	return s->from + s->inset + pitch * (double)slot;
}

void jb_slot_band(const jb_slots_scale *s, size_t slot, double fill, size_t k,
	size_t n, double *x, double *w)
{
	double all = fill * jb_slot_pitch(s);

	*w = all / (double)n;
	*x = jb_slot_at(s, slot) - all / 2 + (double)k * *w;
}

void jb_align_zero(double *lo_a, double *hi_a, double *lo_b, double *hi_b)
{
	double below = fmax(-*lo_a / (*hi_a - *lo_a), -*lo_b / (*hi_b - *lo_b));
	double above = fmax(*hi_a / (*hi_a - *lo_a), *hi_b / (*hi_b - *lo_b));
	double size_a, size_b;

	if (below <= 0 || above <= 0)
		return; /* at one end of both */
	size_a = fmax(-*lo_a / below, *hi_a / above);
	size_b = fmax(-*lo_b / below, *hi_b / above);
	*lo_a = -below * size_a;
	*hi_a = above * size_a;
	*lo_b = -below * size_b;
	*hi_b = above * size_b;
}
