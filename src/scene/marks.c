/* marks.c - rectangles, lines, circles and sectors as paths.
 */
#include "scene/desk.h"

#include <math.h>
#include <string.h>

/* A path that is being drawn: at most so many steps are needed here. */
struct pen {
	jb_step steps[16];
	size_t n;
};

static void pen_point(struct pen *pen, jb_op op, double x, double y)
{
	pen->steps[pen->n++] = (jb_step){op, {x, y}};
}

static void pen_close(struct pen *pen)
{
	pen->steps[pen->n++] = (jb_step){.op = JB_CLOSE};
}

static jb_item *path_new(jb_desk *desk, jb_group *group, double x, double y,
	const jb_step *steps, size_t n)
{
	jb_item *item = jb_item_new(desk->arena, group, JB_ITEM_PATH);

	item->x = x;
	item->y = y;
	item->u.path.steps = jb_new_array(desk->arena, jb_step, n);
	memcpy(item->u.path.steps, steps, n * sizeof(*steps));
	item->u.path.n = n;
	return item;
}

static void stroke(
	jb_item *item, const jb_ink *ink, double width_pt, bool dashed)
{
	jb_path *path = &item->u.path;

	path->stroke = ink;
	path->width_pt = width_pt;
	if (dashed) { /* to be seen as dashes at any width */
		path->dash_on = MAX(2, 3 * width_pt);
		path->dash_off = MAX(1.5, 2 * width_pt);
	}
}

static jb_item *rect_new(
	jb_desk *desk, jb_group *group, double x, double y, double w, double h)
{
	struct pen pen = {.n = 0};

	pen_point(&pen, JB_MOVE, 0, 0);
	pen_point(&pen, JB_LINE, w, 0);
	pen_point(&pen, JB_LINE, w, h);
	pen_point(&pen, JB_LINE, 0, h);
	pen_close(&pen);
	return path_new(desk, group, x, y, pen.steps, pen.n);
}

jb_item *jb_put_rect(jb_desk *desk, jb_group *group, double x, double y,
	double w, double h, const jb_ink *fill)
{
	jb_item *item = rect_new(desk, group, x, y, w, h);

	item->u.path.fill = fill;
	return item;
}

jb_item *jb_put_frame(jb_desk *desk, jb_group *group, double x, double y,
	double w, double h, const jb_ink *ink, double width_pt, bool dashed)
{
	jb_item *item = rect_new(desk, group, x, y, w, h);

	stroke(item, ink, width_pt, dashed);
	return item;
}

jb_item *jb_put_line(jb_desk *desk, jb_group *group, double x0, double y0,
	double x1, double y1, const jb_ink *ink, double width_pt, bool dashed)
{
	struct pen pen = {.n = 0};
	jb_item *item;

	pen_point(&pen, JB_MOVE, 0, 0);
	pen_point(&pen, JB_LINE, x1 - x0, y1 - y0);
	item = path_new(desk, group, x0, y0, pen.steps, pen.n);
	stroke(item, ink, width_pt, dashed);
	return item;
}

/* An arc about the origin, from the pen's point on: angles 0 up, clockwise,
 * or back where `to` is less than `from`.
 * One Bézier curve a quarter at most, which is true to 0.03 % of r. */
static void pen_arc(struct pen *pen, double r, double from, double to)
{
	int n = (int)ceil(fabs(to - from) / G_PI_2 - 1e-9);
	double part = (to - from) / MAX(n, 1);
	double k = 4.0 / 3.0 * tan(part / 4) * r;

	for (int i = 0; i < n; i++) {
		double a = from + i * part, b = from + (i + 1) * part;

		pen->steps[pen->n++] = (jb_step){JB_CURVE,
			{r * sin(a) + k * cos(a), -r * cos(a) + k * sin(a),
				r * sin(b) - k * cos(b),
				-r * cos(b) - k * sin(b), r * sin(b),
				-r * cos(b)}};
	}
}

jb_item *jb_put_circle(jb_desk *desk, jb_group *group, double cx, double cy,
	double r, const jb_ink *fill, const jb_ink *ink, double width_pt)
{
	struct pen pen = {.n = 0};
	jb_item *item;

	pen_point(&pen, JB_MOVE, 0, -r);
	pen_arc(&pen, r, 0, 2 * G_PI);
	pen_close(&pen);
	item = path_new(desk, group, cx, cy, pen.steps, pen.n);
	item->u.path.fill = fill;
	if (ink)
		stroke(item, ink, width_pt, false);
	return item;
}

jb_item *jb_put_sector(jb_desk *desk, jb_group *group, double cx, double cy,
	double r, double from, double to, const jb_ink *fill)
{
	struct pen pen = {.n = 0};
	jb_item *item;

	if (to - from >= 2 * G_PI - 1e-9) /* no seam in a whole circle */
		return jb_put_circle(desk, group, cx, cy, r, fill, NULL, 0);
	pen_point(&pen, JB_MOVE, 0, 0);
	pen_point(&pen, JB_LINE, r * sin(from), -r * cos(from));
	pen_arc(&pen, r, from, to);
	pen_close(&pen);
	item = path_new(desk, group, cx, cy, pen.steps, pen.n);
	item->u.path.fill = fill;
	return item;
}

/* The same cut at quarters, so that no control point lies outside of the box
 * of the arc. */
static void pen_quarters(struct pen *pen, double r, double from, double to)
{
	double sign = to < from ? -1 : 1;

	while (sign * (to - from) > 1e-12) {
		double k = floor(sign * from / G_PI_2 + 1e-9) + 1;
		double next = sign * k * G_PI_2;

		if (sign * (next - to) > -1e-9)
			next = to;
		pen_arc(pen, r, from, next);
		from = next;
	}
}

jb_item *jb_put_ring(jb_desk *desk, jb_group *group, double cx, double cy,
	double r0, double r1, double from, double to, const jb_ink *fill)
{
	bool whole = to - from >= 2 * G_PI - 1e-9;
	struct pen pen = {.n = 0};
	jb_item *item;

	if (r0 <= 0 && whole)
		return jb_put_circle(desk, group, cx, cy, r1, fill, NULL, 0);
	pen_point(&pen, JB_MOVE, r1 * sin(from), -r1 * cos(from));
	pen_quarters(&pen, r1, from, to);
	if (whole) /* two circles that turn against each other */
		pen_close(&pen);
	pen_point(&pen, whole ? JB_MOVE : JB_LINE, r0 * sin(to), -r0 * cos(to));
	if (r0 > 0)
		pen_quarters(&pen, r0, to, from);
	pen_close(&pen);
	item = path_new(desk, group, cx, cy, pen.steps, pen.n);
	item->u.path.fill = fill;
	return item;
}
