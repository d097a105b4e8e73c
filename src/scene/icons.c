/* icons.c - small pictures of things: strokes only, as thick at every size.
 */
#include "scene/icons.h"

#include <math.h>
#include <string.h>

#include "base/icons.h"

#define GRID 24.0
#define LIVE 20.0
#define CURVE_PARTS 6 /* straight pieces of a curve, when hatched */

/* Where a path goes: grid units become points. */
struct pen {
	GArray *steps; /* jb_step */
	double unit_pt;
};

/* --- reading a path --- */

static void step(struct pen *pen, jb_op op, const double *p, size_t n)
{
	jb_step made = {.op = op};

	for (size_t i = 0; i < n; i++)
		made.p[i] = p[i] * pen->unit_pt;
	g_array_append_val(pen->steps, made);
}

static void rectangle(struct pen *pen, const double *p)
{
	double x = p[0], y = p[1], w = p[2], h = p[3];

	step(pen, JB_MOVE, (double[]){x, y}, 2);
	step(pen, JB_LINE, (double[]){x + w, y}, 2);
	step(pen, JB_LINE, (double[]){x + w, y + h}, 2);
	step(pen, JB_LINE, (double[]){x, y + h}, 2);
	step(pen, JB_CLOSE, NULL, 0);
}

static void circle(struct pen *pen, const double *p)
{
	double x = p[0], y = p[1], r = p[2], k = 0.5523 * r;

	step(pen, JB_MOVE, (double[]){x, y - r}, 2);
	step(pen, JB_CURVE, (double[]){x + k, y - r, x + r, y - k, x + r, y},
		6);
	step(pen, JB_CURVE, (double[]){x + r, y + k, x + k, y + r, x, y + r},
		6);
	step(pen, JB_CURVE, (double[]){x - k, y + r, x - r, y + k, x - r, y},
		6);
	step(pen, JB_CURVE, (double[]){x - r, y - k, x - k, y - r, x, y - r},
		6);
	step(pen, JB_CLOSE, NULL, 0);
}

static const char *skip(const char *s)
{
	return s + strspn(s, " ");
}

static const char *numbers(const char *s, double *out, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *end;

		out[i] = g_ascii_strtod(skip(s), &end);
		s = end;
	}
	return skip(s);
}

/* One word and its numbers; lines and curves may go on without the word. */
static const char *word(struct pen *pen, char op, const char *s)
{
	double p[6];

	switch (op) {
	case 'M':
		s = numbers(s, p, 2);
		step(pen, JB_MOVE, p, 2);
		return s;
	case 'L':
		s = numbers(s, p, 2);
		step(pen, JB_LINE, p, 2);
		return s;
	case 'C':
		s = numbers(s, p, 6);
		step(pen, JB_CURVE, p, 6);
		return s;
	case 'R':
		s = numbers(s, p, 4);
		rectangle(pen, p);
		return s;
	case 'O':
		s = numbers(s, p, 3);
		circle(pen, p);
		return s;
	default:
		g_assert(op == 'Z');
		step(pen, JB_CLOSE, NULL, 0);
		return s;
	}
}

static GArray *steps_read(const char *path, double unit_pt)
{
	GArray *steps = g_array_new(FALSE, FALSE, sizeof(jb_step));
	struct pen pen = {steps, unit_pt};
	char op = 0;

	for (const char *s = skip(path); *s;) {
		if (g_ascii_isalpha(*s))
			op = *s++;
		s = skip(word(&pen, op, s));
	}
	return steps;
}

/* --- the body --- */

static void corner(GArray *points, double x, double y)
{
	g_array_append_val(points, x);
	g_array_append_val(points, y);
}

static void curve(GArray *points, const double *from, const double *p)
{
	for (int i = 1; i <= CURVE_PARTS; i++) {
		double t = (double)i / CURVE_PARTS, s = 1 - t;
		double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t;
		double d = t * t * t;

		corner(points, a * from[0] + b * p[0] + c * p[2] + d * p[4],
			a * from[1] + b * p[1] + c * p[3] + d * p[5]);
	}
}

/* The first shape of a path as a polygon at x, y. */
static GArray *body(const GArray *steps, double x, double y)
{
	GArray *points = g_array_new(FALSE, FALSE, sizeof(double));
	double at[2] = {0, 0};

	for (unsigned i = 0; i < steps->len; i++) {
		const jb_step *made = &g_array_index(steps, jb_step, i);
		const double *end =
			made->op == JB_CURVE ? &made->p[4] : made->p;

		if (made->op == JB_CLOSE)
			break;
		if (made->op == JB_CURVE)
			curve(points, at, made->p);
		else
			corner(points, end[0], end[1]);
		at[0] = end[0];
		at[1] = end[1];
	}
	for (unsigned i = 0; i < points->len; i += 2) {
		g_array_index(points, double, i) += x;
		g_array_index(points, double, i + 1) += y;
	}
	return points;
}

static jb_item *stroke(jb_arena *arena, jb_group *group, const GArray *steps,
	double x, double y, double width_pt, const jb_ink *ink)
{
	jb_item *item = jb_item_new(arena, group, JB_ITEM_PATH);
	jb_path *path = &item->u.path;

	item->x = x;
	item->y = y;
	path->n = steps->len;
	path->steps = jb_new_array(arena, jb_step, path->n);
	memcpy(path->steps, steps->data, path->n * sizeof(jb_step));
	path->stroke = ink;
	path->width_pt = width_pt;
	return item;
}

/* As thick at every size of a picture; thinner among words, where it is as
 * dark as they are, and thicker where it stands alone and large. */
static double stroke_pt(double size_pt)
{
	if (size_pt < 15)
		return 0.95 * size_pt / 15;
	if (size_pt < 22)
		return 1.1;
	return size_pt < 40 ? 1.25 : 1.25 * sqrt(size_pt / 40);
}

jb_item *jb_icon_draw(jb_arena *arena, jb_group *group, const char *name,
	double x, double y, double live_pt, const jb_ink *ink)
{
	const jb_icon *icon = jb_icon_lookup(name);
	double size = live_pt * GRID / LIVE, edge = (size - live_pt) / 2;
	g_autoptr(GArray) steps = NULL;

	if (!icon)
		return NULL;
	steps = steps_read(icon->path, size / GRID);
	return stroke(
		arena, group, steps, x - edge, y - edge, stroke_pt(size), ink);
}

/* The hatch lies under the strokes. */
static void hatch(jb_desk *desk, jb_group *group, const char *name, double x,
	double y, double live_pt, const jb_ink *ink)
{
	double size = live_pt * GRID / LIVE, edge = (size - live_pt) / 2;
	g_autoptr(GArray) steps =
		steps_read(jb_icon_lookup(name)->path, size / GRID);
	g_autoptr(GArray) points = body(steps, x - edge, y - edge);

	jb_put_hatch(desk, group, (const double *)(void *)points->data,
		points->len / 2, ink, 0.7, 2);
}

bool jb_icon_put(jb_desk *desk, jb_group *group, const char *name, double x,
	double y, double live_pt, const jb_ink *ink, jb_icon_look look)
{
	jb_item *item;

	if (!jb_icon_lookup(name))
		return false;
	if (look == JB_ICON_HATCHED)
		hatch(desk, group, name, x, y, live_pt, ink);
	item = jb_icon_draw(desk->arena, group, name, x, y, live_pt, ink);
	if (look == JB_ICON_DASHED) {
		item->u.path.width_pt = 0.9;
		item->u.path.dash_on = 2;
		item->u.path.dash_off = 1.6;
	}
	return true;
}
