/* polar.c - words around a circle stand at its two sides, in the order of their
 * angles, spaced by isotonic regression.
 */
#include "plot/polar.h"

#include <math.h>
#include <stdlib.h>
#include <glib.h>

#include "plot/spread.h"

static const double elbow = 6; /* from the circle to the knee */

jb_point jb_polar_at(double cx, double cy, double r, double angle)
{
	return (jb_point){cx + r * sin(angle), cy - r * cos(angle)};
}

static int by_height(const void *a, const void *b)
{
	const jb_callout_place *p = *(jb_callout_place *const *)a;
	const jb_callout_place *q = *(jb_callout_place *const *)b;
	double d = cos(q->angle) - cos(p->angle);

	if (d != 0)
		return d < 0 ? -1 : 1;
	return (p > q) - (p < q);
}

static bool spread_side(jb_arena *arena, jb_callout_place **side, size_t n,
	double cy, double r, double top, double bottom)
{
	double *middles = jb_new_array(arena, double, n + 1);
	double *heights = jb_new_array(arena, double, n + 1);
	double *places = jb_new_array(arena, double, n + 1);

	for (size_t i = 0; i < n; i++) {
		middles[i] = cy - r * cos(side[i]->angle);
		heights[i] = side[i]->height;
	}
	if (!jb_spread_sizes(
		    arena, middles, heights, n, 0, top, bottom, places))
		return false;
	for (size_t i = 0; i < n; i++)
		side[i]->y = places[i];
	return true;
}

bool jb_polar_spread(jb_arena *arena, jb_callout_place *places, size_t n,
	double cx, double cy, double r, double top, double bottom)
{
	jb_callout_place **side =
		jb_new_array(arena, jb_callout_place *, n + 1);
	bool fits = true;

	for (int right = 0; right < 2; right++) {
		size_t k = 0;

		for (size_t i = 0; i < n; i++) {
			places[i].right = sin(places[i].angle) >= 0;
			if (places[i].right == (right == 1))
				side[k++] = &places[i];
		}
		qsort(side, k, sizeof(*side), by_height);
		fits = spread_side(
			       arena, side, k, cy, r + elbow, top, bottom) &&
		       fits;
	}
	for (size_t i = 0; i < n; i++) {
		jb_callout_place *p = &places[i];

		p->from = jb_polar_at(cx, cy, r, p->angle);
		p->knee = (jb_point){
			cx + (p->right ? 1 : -1) * (r + elbow), p->y};
	}
	return fits;
}
