/* seam.c - a ring is followed on over the edge, and cut into what lies on each
 * turn of the earth.
 */
#include "plot/seam.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Longitudes without jumps, counted from the middle; *jumps: there were some.
 * False where the ring goes around a pole. */
static bool follow(const jb_ring *ring, double middle, double *out, bool *jumps)
{
	double turn = 0;

	*jumps = false;
	for (size_t i = 0; i < ring->n; i++) {
		double x = remainder(ring->points[2 * i] - middle, 360);

		/* the edge itself is on the side of what is next to it */
		if (i > 0 && fabs(x + turn - out[2 * i - 2]) > 180) {
			turn += x + turn > out[2 * i - 2] ? -360 : 360;
			*jumps = true;
		}
		out[2 * i] = x + turn;
		out[2 * i + 1] = ring->points[2 * i + 1];
	}
	return fabs(out[2 * ring->n - 2] - out[0]) <= 180;
}

/* What of a ring lies east (1) or west (-1) of an edge; after Sutherland and
 * Hodgman (1974, Reentrant Polygon Clipping). */
static size_t keep(
	const double *points, size_t n, double edge, int side, double *out)
{
	size_t kept = 0;

	for (size_t i = 0, k = n - 1; i < n; k = i++) {
		const double *p = &points[2 * k], *q = &points[2 * i];
		bool from = side * (p[0] - edge) >= 0;
		bool to = side * (q[0] - edge) >= 0;

		if (from != to) {
			out[2 * kept] = edge;
			out[2 * kept++ + 1] = p[1] + (q[1] - p[1]) *
							     (edge - p[0]) /
							     (q[0] - p[0]);
		}
		if (to) {
			memcpy(&out[2 * kept], q, 2 * sizeof(double));
			kept++;
		}
	}
	return kept;
}

size_t jb_seam_cut(
	jb_arena *arena, const jb_ring *ring, double middle, jb_ring pieces[3])
{
	double *all = jb_new_array(arena, double, 2 * ring->n + 2);
	double *half = jb_new_array(arena, double, 4 * ring->n + 4);
	size_t n = 0;
	bool jumps;

	pieces[0] = *ring;
	if (ring->line || !follow(ring, middle, all, &jumps) || !jumps)
		return 1;
	for (int turn = -1; turn <= 1; turn++) {
		jb_ring *piece = &pieces[n];
		size_t kept = keep(all, ring->n, 360 * turn - 180, 1, half);

		*piece = *ring;
		piece->points = jb_new_array(arena, double, 4 * kept + 4);
		piece->n = kept ? keep(half, kept, 360 * turn + 180, -1,
					  piece->points)
				: 0;
		/* a hair inside, for the edge has two names */
		for (size_t i = 0; i < piece->n; i++)
			piece->points[2 * i] =
				middle +
				fmin(fmax(piece->points[2 * i] - 360 * turn,
					     -180 + 1e-9),
					180 - 1e-9);
		n += piece->n >= 3;
	}
	return n;
}
