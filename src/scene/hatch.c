/* hatch.c - hatching as plain lines, cut at the shape.
 *
 * Patterns and clips print badly and cannot be measured; lines are what they
 * look like.  Each line lies on x + y = c with c a multiple of the step, so
 * that the hatch of neighbours runs on.
 */
#include "scene/desk.h"

#include <math.h>
#include <string.h>

/* So many lines are a mistake of ours, not a hatch. */
#define LINES_MAX 20000

typedef struct polygon {
	const double *points;
	size_t n;
} polygon;

static int order(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Where the edges cross x + y = c, as x, in order.  An edge owns its lower end
 * and not its upper one, so that a corner counts once. */
static void crossings(const polygon *shape, double c, GArray *xs)
{
	g_array_set_size(xs, 0);
	for (size_t i = 0; i < shape->n; i++) {
		const double *p = &shape->points[2 * i];
		const double *q = &shape->points[2 * ((i + 1) % shape->n)];
		double pc = p[0] + p[1] - c, qc = q[0] + q[1] - c, x;

		if ((pc <= 0) == (qc <= 0))
			continue;
		x = p[0] + (q[0] - p[0]) * (pc / (pc - qc));
		g_array_append_val(xs, x);
	}
	g_array_sort(xs, order);
}

static void segments_add(GArray *steps, const GArray *xs, double c)
{
	for (unsigned i = 0; i + 1 < xs->len; i += 2) {
		double x0 = g_array_index(xs, double, i);
		double x1 = g_array_index(xs, double, i + 1);
		jb_step from = {JB_MOVE, {x0, c - x0}};
		jb_step to = {JB_LINE, {x1, c - x1}};

		if (x1 - x0 < 1e-4) /* a corner only */
			continue;
		g_array_append_val(steps, from);
		g_array_append_val(steps, to);
	}
}

static void hatch(const polygon *shape, double step, GArray *steps)
{
	g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
	double least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < shape->n; i++) {
		double c = shape->points[2 * i] + shape->points[2 * i + 1];

		least = fmin(least, c);
		most = fmax(most, c);
	}
	if (!(step > 0) || !((most - least) / step < LINES_MAX))
		return;
	for (double k = ceil(least / step); k * step <= most; k++) {
		crossings(shape, k * step, xs);
		segments_add(steps, xs, k * step);
	}
}

jb_item *jb_put_hatch(jb_desk *desk, jb_group *group, const double *points,
	size_t n, const jb_ink *ink, double line_pt, double pitch_pt)
{
	const polygon shape = {points, n};
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(jb_step));
	jb_item *item = jb_item_new(desk->arena, group, JB_ITEM_PATH);
	jb_path *path = &item->u.path;

	hatch(&shape, pitch_pt * G_SQRT2, steps);
	path->n = steps->len;
	path->steps = jb_new_array(desk->arena, jb_step, path->n);
	if (path->n)
		memcpy(path->steps, steps->data, path->n * sizeof(jb_step));
	path->stroke = ink;
	path->width_pt = line_pt;
	return item;
}
