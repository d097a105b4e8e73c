/* hatch.c - hatching as plain lines, cut at the shape.
 *
 * Patterns and clips print badly and cannot be measured; lines are what they
 * look like.  Each line lies on ax + by = c with c a multiple of the step, so
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
	double a, b; /* across the lines: a unit vector */
} polygon;

static int order(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* How far a point lies across the lines, and along them. */
static double across(const polygon *shape, const double *p)
{
	return shape->a * p[0] + shape->b * p[1];
}

static double along(const polygon *shape, const double *p)
{
	return shape->b * p[0] - shape->a * p[1];
}

/* Where the edges cross ax + by = c, as ways along it, in order.  An edge owns
 * its lower end and not its upper one, so that a corner counts once. */
static void crossings(const polygon *shape, double c, GArray *xs)
{
	g_array_set_size(xs, 0);
	for (size_t i = 0; i < shape->n; i++) {
		const double *p = &shape->points[2 * i];
		const double *q = &shape->points[2 * ((i + 1) % shape->n)];
		double pc = across(shape, p) - c, qc = across(shape, q) - c;
		double from = along(shape, p), x;

		if ((pc <= 0) == (qc <= 0))
			continue;
		x = from + (along(shape, q) - from) * (pc / (pc - qc));
		g_array_append_val(xs, x);
	}
	g_array_sort(xs, order);
}

static void segments_add(
	GArray *steps, const polygon *shape, const GArray *xs, double c)
{
	for (unsigned i = 0; i + 1 < xs->len; i += 2) {
		double x0 = g_array_index(xs, double, i);
		double x1 = g_array_index(xs, double, i + 1);
		jb_step from = {JB_MOVE, {shape->a * c + shape->b * x0,
						 shape->b * c - shape->a * x0}};
		jb_step to = {JB_LINE, {shape->a * c + shape->b * x1,
					       shape->b * c - shape->a * x1}};

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
		double c = across(shape, &shape->points[2 * i]);

		least = fmin(least, c);
		most = fmax(most, c);
	}
	if (!(step > 0) || !((most - least) / step < LINES_MAX))
		return;
	for (double k = ceil(least / step); k * step <= most; k++) {
		crossings(shape, k * step, xs);
		segments_add(steps, shape, xs, k * step);
	}
}

static jb_item *put_steps(jb_desk *desk, jb_group *group, const GArray *steps,
	const jb_ink *ink, double line_pt)
{
	jb_item *item = jb_item_new(desk->arena, group, JB_ITEM_PATH);
	jb_path *path = &item->u.path;

	path->n = steps->len;
	path->steps = jb_new_array(desk->arena, jb_step, path->n);
	if (path->n)
		memcpy(path->steps, steps->data, path->n * sizeof(jb_step));
	path->stroke = ink;
	path->width_pt = line_pt;
	return item;
}

jb_item *jb_put_hatch(jb_desk *desk, jb_group *group, const double *points,
	size_t n, const jb_ink *ink, double line_pt, double pitch_pt)
{
	const polygon shape = {points, n, G_SQRT2 / 2, G_SQRT2 / 2};
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(jb_step));

	hatch(&shape, pitch_pt, steps);
	return put_steps(desk, group, steps, ink, line_pt);
}

jb_item *jb_put_pattern(jb_desk *desk, jb_group *group, const double *points,
	size_t n, jb_pattern pattern, const jb_ink *ink)
{
	static const double line_pt = 0.5, pitch_pt = 4.6, half = G_SQRT2 / 2;
	static const struct {
		double a, b;
	} lines[][2] = {
		[JB_PATTERN_BACK] = {{half, -half}},
		[JB_PATTERN_FLAT] = {{0, 1}},
		[JB_PATTERN_UPRIGHT] = {{1, 0}},
		[JB_PATTERN_GRID] = {{0, 1}, {1, 0}},
		[JB_PATTERN_NET] = {{half, half}, {half, -half}},
	};
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(jb_step));

	if (pattern == JB_PATTERN_NONE)
		return NULL;
	for (size_t i = 0; i < 2; i++) {
		const polygon shape = {
			points, n, lines[pattern][i].a, lines[pattern][i].b};

		if (shape.a != 0 || shape.b != 0)
			hatch(&shape, pitch_pt, steps);
	}
	return put_steps(desk, group, steps, ink, line_pt);
}
