/* spread.c - the nearest places with a least distance.
 *
 * Less i gaps, place i may not be smaller than place i - 1: least squares
 * under that is isotonic regression, and pooling neighbours that stand the
 * wrong way round solves it in one pass.
 */
#include "plot/spread.h"

#include <glib.h>

struct pool {
	double sum, weight; /* mean place = sum / weight */
	size_t n;
};

static double mean(const struct pool *pool)
{
	return pool->sum / pool->weight;
}

void jb_spread(jb_arena *arena, const jb_wish *wishes, size_t n, double gap,
	double from, double to, double *places)
{
	struct pool *pools = jb_new_array(arena, struct pool, n);
	size_t n_pools = 0, k = 0;

	if (n > 1)
		gap = MIN(gap, (to - from) / (double)(n - 1));
	for (size_t i = 0; i < n; i++) {
		double at = wishes[i].at - gap * (double)i;

		pools[n_pools++] = (struct pool){
			at * wishes[i].weight, wishes[i].weight, 1};
		while (n_pools > 1 &&
			mean(&pools[n_pools - 2]) > mean(&pools[n_pools - 1])) {
			pools[n_pools - 2].sum += pools[n_pools - 1].sum;
			pools[n_pools - 2].weight += pools[n_pools - 1].weight;
			pools[n_pools - 2].n += pools[n_pools - 1].n;
			n_pools--;
		}
	}
	for (size_t i = 0; i < n_pools; i++)
		for (size_t j = 0; j < pools[i].n; j++, k++)
			places[k] = gap * (double)k +
				    CLAMP(mean(&pools[i]), from,
					    to - gap * (double)(n - 1));
}

/* Each is asked for where it would stand if all those before it had no size. */
bool jb_spread_sizes(jb_arena *arena, const double *middles,
	const double *sizes, size_t n, double gap, double from, double to,
	double *places)
{
	jb_wish *wishes = jb_new_array(arena, jb_wish, n + 1);
	double all = n ? gap * (double)(n - 1) : 0, before = 0;
	bool fits;

	for (size_t i = 0; i < n; i++) {
		wishes[i] = (jb_wish){middles[i] - before - sizes[i] / 2, 1};
		before += sizes[i] + gap;
		all += sizes[i];
	}
	fits = all <= to - from + 1e-6;
	jb_spread(arena, wishes, n, 0, from, MAX(from, to - all), places);
	before = 0;
	for (size_t i = 0; i < n; i++) {
		places[i] += before + sizes[i] / 2;
		before += sizes[i] + gap;
	}
	return fits;
}
