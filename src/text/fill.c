/* fill.c - a line meets its edge: slack is shared out gap by gap.
 *
 * Each step of clreq #line-adjustment is used up before the next one starts,
 * and within a step all gaps change by the same amount until they reach their
 * limit.  No gap stands behind the last atom, so the edge is exact.
 */
#include "text/break.h"

#include <math.h>

static double limit_of(const jb_gap *gap, int step, bool shrink)
{
	if (shrink)
		return gap->shrink_step == step ? gap->shrink : 0;
	return gap->stretch_step == step ? gap->stretch : 0;
}

/* The equal share at which limits[0..n) take `amount` together. */
static double equal_share(const double *limits, uint32_t n, double amount)
{
	double share = 0, next = 0;

	do {
		double left = amount;
		unsigned takers = 0;
		share = next;
		for (uint32_t i = 0; i < n; i++) {
			if (limits[i] > share)
				takers++;
			else
				left -= limits[i];
		}
		if (!takers)
			return INFINITY;
		next = left / takers;
	} while (next > share * (1 + 1e-12));
	return share;
}

/* Uses one step; returns the slack that remains. */
static double use_step(const jb_para *para, uint32_t from, uint32_t n, int step,
	double slack, double *extra)
{
	bool shrink = slack < 0;
	double *limits = g_new(double, n), room = 0;

	for (uint32_t i = 0; i < n; i++) {
		limits[i] = limit_of(
			&jb_para_atom(para, from + i)->gap, step, shrink);
		room += limits[i];
	}
	double used = fmin(room, fabs(slack));
	double share = used < room ? equal_share(limits, n, used) : INFINITY;
	for (uint32_t i = 0; used > 0 && i < n; i++)
		extra[i] += copysign(fmin(share, limits[i]), slack);
	g_free(limits);
	return used < room ? 0 : slack - copysign(used, slack);
}

/* All open gaps take the rest equally, and letters of an address some of it; a
 * line that is one word has none, so its letters take it if it is little. */
static double use_open_gaps(const jb_para *para, uint32_t from, uint32_t n,
	double slack, double *extra)
{
	jb_sums line = {0};

	for (uint32_t i = 0; i < n; i++) {
		line.open += jb_para_atom(para, from + i)->gap.open;
		line.letters += jb_para_atom(para, from + i)->gap.letters;
	}
	jb_apart apart = jb_draw_apart(&line, n, slack, para->em);
	if (isinf(apart.open))
		return slack;
	for (uint32_t i = 0; i < n; i++) {
		const jb_gap *gap = &jb_para_atom(para, from + i)->gap;
		if (gap->open || !line.open)
			extra[i] += apart.open;
		else if (gap->letters)
			extra[i] += apart.letters;
	}
	return 0;
}

double jb_fill(const jb_para *para, uint32_t from, uint32_t to, double slack,
	double *extra)
{
	uint32_t n = to - from - 1;

	if (to - from < 2)
		return slack;
	for (int step = 1; slack < 0 && step < JB_STEPS; step++)
		slack = use_step(para, from, n, step, slack, extra);
	for (int step = 1; slack > 0 && step < JB_STRETCHES; step++)
		slack = use_step(para, from, n, step, slack, extra);
	if (slack > 0)
		slack = use_open_gaps(para, from, n, slack, extra);
	return slack;
}
