/* ticks.c - round numbers for an axis.
 *
 * The search of Talbot, Lin and Hanrahan, "An extension of Wilkinson's
 * algorithm for positioning tick labels on axes" (2010): of all runs of k
 * ticks, j*q*10^z apart, the one that scores best on roundness, on closeness
 * to the data and on number.  Only loose runs count: a bar may not end beyond
 * the last tick.
 */
#include "plot/ticks.h"

#include <math.h>
#include <glib.h>

/* Round steps, the roundest first. */
static const double round_steps[] = {1, 5, 2, 2.5, 4, 3};

#define N_STEPS G_N_ELEMENTS(round_steps)
#define TINY 1e-10
#define SKIP_MAX 12 /* j: beyond that nothing is round any more */

typedef struct axis {
	double lo, hi;
	int want;
	bool whole;
} axis;

typedef struct run {
	double score, first, step;
	int n;
} run;

static double score(double simplicity, double coverage, double density)
{
	/* All tick labels are equally legible here: full marks for that. */
	return 0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05;
}

static double simplicity(size_t q, int j, bool has_zero)
{
	return 1 - (double)q / (N_STEPS - 1) - j + (has_zero ? 1 : 0);
}

static bool run_has_zero(double first, double last, double step)
{
	double rest = fmod(first, step);

	if (rest < 0)
		rest += step;
	return first <= 0 && last >= 0 &&
	       (rest < TINY * step || step - rest < TINY * step);
}

static double coverage(const axis *a, double first, double last)
{
	double above = last - a->hi, below = a->lo - first;
	double tenth = 0.1 * (a->hi - a->lo);

	return 1 - 0.5 * (above * above + below * below) / (tenth * tenth);
}

static double coverage_most(const axis *a, double span)
{
	double range = a->hi - a->lo, half = (span - range) / 2;

	if (span <= range)
		return 1;
	return 1 - half * half / (0.01 * range * range);
}

static double density(const axis *a, int k, double first, double last)
{
	double here = (k - 1) / (last - first);
	double there = (a->want - 1) / (fmax(last, a->hi) - fmin(first, a->lo));

	return 2 - fmax(here / there, there / here);
}

static double density_most(const axis *a, int k)
{
	return k < a->want ? 1 : 2 - (k - 1.0) / (a->want - 1);
}

/* Every start for k ticks of a step; the best loose one is kept. */
static void try_starts(
	const axis *a, size_t q, int j, int k, double step, run *best)
{
	double from = (floor(a->hi / step) - (k - 1)) * j;
	double to = ceil(a->lo / step) * j;

	for (double start = from; start <= to; start++) {
		double first = start * (step / j);
		double last = first + step * (k - 1);
		double s = score(
			simplicity(q, j, run_has_zero(first, last, step)),
			coverage(a, first, last), density(a, k, first, last));
		bool loose = first <= a->lo + TINY * step &&
			     last >= a->hi - TINY * step;

		if (loose && s > best->score)
			*best = (run){s, first, step, k};
	}
}

/* Steps of one roundness for k ticks, from the smallest that could do. */
static void try_steps(const axis *a, size_t q, int j, int k, run *best)
{
	double simple = simplicity(q, j, true), dense = density_most(a, k);
	double least = (a->hi - a->lo) / (k + 1) / j / round_steps[q];

	for (double z = ceil(log10(least));; z++) {
		double step = j * round_steps[q] * pow(10, z);
		double most = coverage_most(a, step * (k - 1));

		if (score(simple, most, dense) < best->score)
			return;
		if (!a->whole || fabs(step - round(step)) < TINY)
			try_starts(a, q, j, k, step, best);
	}
}

/* Whole numbers or not, there is always an answer: the score of more ticks and
 * of longer steps falls without end, so every loop above ends. */
static run search(const axis *a)
{
	run best = {-1e3, a->lo, a->hi - a->lo, 2};

	for (int j = 1; j <= SKIP_MAX; j++)
		for (size_t q = 0; q < N_STEPS; q++)
			for (int k = 2; k <= JB_TICKS_MAX; k++) {
				double s = score(simplicity(q, j, true), 1,
					density_most(a, k));

				if (s < best.score)
					break;
				try_steps(a, q, j, k, &best);
			}
	return best;
}

size_t jb_ticks(
	double lo, double hi, int want, bool whole, double at[JB_TICKS_MAX])
{
	axis a = {lo, hi, want, whole};
	run best;

	g_assert(lo < hi && want >= 2);
	best = search(&a);
	for (int i = 0; i < best.n; i++) {
		at[i] = best.first + i * best.step;
		if (fabs(at[i]) < TINY * best.step)
			at[i] = 0;
	}
	return (size_t)best.n;
}
