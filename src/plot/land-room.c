/* land-room.c - where words fit in an area, and what of the paper areas take.
 */
#include "plot/land.h"

#include <math.h>
#include <stdlib.h>

static const double slice = 0.5; /* of jb_occupied */
enum { TRIES = 18 };		 /* places for words, across and down */

/* ---- room for words ---- */

/* Whether a segment touches a box around 0, 0: no axis parts them. */
static bool touches(
	double ax, double ay, double bx, double by, double w, double h)
{
	double cross = fabs(ax * by - bx * ay);

	if (fmin(ax, bx) > w || fmax(ax, bx) < -w || fmin(ay, by) > h ||
		fmax(ay, by) < -h)
		return false;
	return cross <= w * fabs(by - ay) + h * fabs(bx - ax);
}

/* Whether an edge goes through the box; *in changes with each edge at the left
 * of its middle. */
static bool crosses(const jb_ring *ring, const jb_area *box, bool *in)
{
	double x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;
	double w = (box->x1 - box->x0) / 2, h = (box->y1 - box->y0) / 2;

	for (size_t i = ring->line, k = ring->line ? 0 : ring->n - 1;
		i < ring->n; k = i++) {
		const double *p = &ring->points[2 * k];
		const double *q = &ring->points[2 * i];

		if (touches(p[0] - x, p[1] - y, q[0] - x, q[1] - y, w, h))
			return true;
		if ((p[1] > y) != (q[1] > y) &&
			x < p[0] + (q[0] - p[0]) * (y - p[1]) / (q[1] - p[1]))
			*in = !*in;
	}
	return false;
}

/* No edge goes through the box, and its middle is land. */
static bool is_clear(
	const jb_land *land, const jb_land *lines, const jb_area *box)
{
	bool in = false, any = false;

	for (size_t r = 0; r < lines->n; r++)
		if (crosses(&lines->rings[r], box, &any))
			return false;
	for (size_t r = 0; r < land->n; r++)
		if (!land->rings[r].line && crosses(&land->rings[r], box, &in))
			return false;
	return in;
}

struct place {
	jb_point at;
	double far;
};

static int by_far(const void *a, const void *b)
{
	const struct place *p = a, *q = b;

	if (p->far != q->far)
		return p->far < q->far ? -1 : 1;
	return p->at.y != q->at.y ? (p->at.y < q->at.y ? -1 : 1)
				  : (p->at.x > q->at.x) - (p->at.x < q->at.x);
}

bool jb_land_room(const jb_land *land, const jb_land *lines, double w, double h,
	jb_point *middle)
{
	struct place places[TRIES * TRIES + 1];
	double wide = land->box.x1 - land->box.x0 - w;
	double high = land->box.y1 - land->box.y0 - h;
	size_t n = 0;

	if (wide < 0 || high < 0 || land->size < w * h)
		return false;
	places[n++] = (struct place){land->centre, 0};
	for (int i = 0; i < TRIES; i++)
		for (int k = 0; k < TRIES; k++) {
			jb_point at = {
				land->box.x0 + w / 2 + wide * (k + 0.5) / TRIES,
				land->box.y0 + h / 2 +
					high * (i + 0.5) / TRIES};

			places[n++] = (struct place){
				at, hypot(at.x - land->centre.x,
					    at.y - land->centre.y)};
		}
	qsort(places, n, sizeof(*places), by_far);
	for (size_t i = 0; i < n; i++) {
		jb_point at = places[i].at;
		const jb_area box = {
			at.x - w / 2, at.y - h / 2, at.x + w / 2, at.y + h / 2};

		if (is_clear(land, lines, &box)) {
			*middle = at;
			return true;
		}
	}
	return false;
}

/* ---- what is taken ---- */

static int by_number(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void occupy_slice(
	jb_occupied *map, const jb_land *land, double y, GArray *xs)
{
	double middle = y + slice / 2;

	g_array_set_size(xs, 0);
	for (size_t r = 0; r < land->n; r++) {
		const jb_ring *ring = &land->rings[r];

		for (size_t i = 0, k = ring->n - 1; !ring->line && i < ring->n;
			k = i++) {
			const double *p = &ring->points[2 * k];
			const double *q = &ring->points[2 * i];
			double x;

			if ((p[1] > middle) == (q[1] > middle))
				continue;
			x = p[0] +
			    (q[0] - p[0]) * (middle - p[1]) / (q[1] - p[1]);
			g_array_append_val(xs, x);
		}
	}
	g_array_sort(xs, by_number);
	for (guint i = 0; i + 1 < xs->len; i += 2) {
		double x0 = g_array_index(xs, double, i);

		jb_occupy_rect(map, x0, y,
			g_array_index(xs, double, i + 1) - x0, slice);
	}
}

static void occupy_line(jb_occupied *map, const jb_ring *line)
{
	for (size_t i = 1; i < line->n; i++) {
		const double *p = &line->points[2 * (i - 1)];
		const double *q = &line->points[2 * i];
		double length = hypot(q[0] - p[0], q[1] - p[1]);
		double n = fmax(1, ceil(length / slice));

		for (double k = 0; k <= n; k++)
			jb_occupy_rect(map,
				p[0] + (q[0] - p[0]) * k / n - slice,
				p[1] + (q[1] - p[1]) * k / n - slice, 2 * slice,
				2 * slice);
	}
}

void jb_land_occupy(jb_occupied *map, const jb_land *land)
{
	g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));

	for (double y = floor(land->box.y0 / slice) * slice; y < land->box.y1;
		y += slice)
		occupy_slice(map, land, y, xs);
	for (size_t i = 0; i < land->n; i++)
		if (land->rings[i].line)
			occupy_line(map, &land->rings[i]);
}
