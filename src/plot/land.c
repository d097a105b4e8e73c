/* land.c - rings on paper: projected, simplified alike on both sides of a
 * border. */
#include "plot/land.h"

#include <math.h>
#include <string.h>

#include "plot/seam.h"

static const double grid = 0.1;	 /* corners lie on it: 0.035 mm */
static const double degrees = 1; /* longer edges are bent */

/* ---- projecting ---- */

/* Edges are straight in degrees (RFC 7946 3.1.1), not on paper. */
static size_t parts_of(const jb_projection *p, const double *a, const double *b)
{
	double most = fmax(fabs(b[0] - a[0]), fabs(b[1] - a[1]));

	if (p->kind == JB_PROJECTION_PLANE || most > 180)
		return 1;
	return (size_t)fmax(1, ceil(most / degrees - 1e-9));
}

static size_t count_points(const jb_projection *p, const jb_ring *ring)
{
	size_t n = 1;

	for (size_t i = 0; i < ring->n; i++)
		n += parts_of(p, &ring->points[2 * i],
			&ring->points[2 * ((i + 1) % ring->n)]);
	return n;
}

static jb_ring project_ring(
	jb_arena *arena, const jb_projection *p, const jb_ring *ring)
{
	jb_ring out = *ring;
	size_t edges = ring->line ? ring->n - 1 : ring->n;

	out.points = jb_new_array(arena, double, 2 * count_points(p, ring));
	out.n = 0;
	for (size_t i = 0; i < edges; i++) {
		const double *a = &ring->points[2 * i];
		const double *b = &ring->points[2 * ((i + 1) % ring->n)];
		size_t parts = parts_of(p, a, b);

		for (size_t k = 0; k < parts; k++, out.n++) {
			double t = (double)k / (double)parts;

			jb_project(p, a[0] + t * (b[0] - a[0]),
				a[1] + t * (b[1] - a[1]),
				&out.points[2 * out.n],
				&out.points[2 * out.n + 1]);
		}
	}
	if (ring->line) {
		const double *last = &ring->points[2 * edges];

		jb_project(p, last[0], last[1], &out.points[2 * out.n],
			&out.points[2 * out.n + 1]);
		out.n++;
	}
	return out;
}

static void widen(jb_area *box, const jb_ring *ring)
{
	for (size_t i = 0; i < ring->n; i++) {
		box->x0 = fmin(box->x0, ring->points[2 * i]);
		box->x1 = fmax(box->x1, ring->points[2 * i]);
		box->y0 = fmin(box->y0, ring->points[2 * i + 1]);
		box->y1 = fmax(box->y1, ring->points[2 * i + 1]);
	}
}

static const jb_area nothing = {INFINITY, INFINITY, -INFINITY, -INFINITY};

/* ---- on paper ---- */

/* Twice the area, more than zero where the ring turns clockwise on paper; its
 * centre of mass. */
static double measure(const jb_ring *ring, jb_point *centre)
{
	double sum = 0, x = 0, y = 0;

	for (size_t i = 0, k = ring->n - 1; i < ring->n; k = i++) {
		const double *p = &ring->points[2 * k];
		const double *q = &ring->points[2 * i];
		double cross = p[0] * q[1] - q[0] * p[1];

		sum += cross;
		x += (p[0] + q[0]) * cross;
		y += (p[1] + q[1]) * cross;
	}
	if (sum != 0)
		*centre = (jb_point){x / (3 * sum), y / (3 * sum)};
	return sum;
}

static void turn_round(jb_ring *ring)
{
	for (size_t i = 0, k = ring->n - 1; i < k; i++, k--)
		for (int c = 0; c < 2; c++) {
			double one = ring->points[2 * i + c];

			ring->points[2 * i + c] = ring->points[2 * k + c];
			ring->points[2 * k + c] = one;
		}
}

struct fitting {
	double scale, x, y;
};

/* Onto the grid; what falls on the point before it is left out. */
static void fit_ring(jb_ring *ring, const struct fitting *to)
{
	size_t n = 0;

	for (size_t i = 0; i < ring->n; i++) {
		double x = to->x + to->scale * ring->points[2 * i];
		double y = to->y - to->scale * ring->points[2 * i + 1];

		x = round(x / grid) * grid;
		y = round(y / grid) * grid;
		if (n && x == ring->points[2 * n - 2] &&
			y == ring->points[2 * n - 1])
			continue;
		ring->points[2 * n] = x;
		ring->points[2 * n++ + 1] = y;
	}
	while (n > 1 && !ring->line &&
		ring->points[0] == ring->points[2 * n - 2] &&
		ring->points[1] == ring->points[2 * n - 1])
		n--;
	ring->n = n;
}

/* Areas turn one way and their holes the other, whatever the file says. */
static void fit_land(jb_land *land, const struct fitting *to)
{
	size_t n = 0;

	land->box = nothing;
	for (size_t i = 0; i < land->n; i++) {
		jb_ring *ring = &land->rings[i];
		jb_point centre = {0, 0};
		double size;

		fit_ring(ring, to);
		if (ring->n < (ring->line ? 2u : 3u))
			continue;
		size = ring->line ? 0 : measure(ring, &centre) / 2;
		if ((size < 0) != ring->hole && !ring->line)
			turn_round(ring);
		if (!ring->hole && fabs(size) > land->size) {
			land->size = fabs(size);
			land->centre = centre;
			land->main = nothing;
			widen(&land->main, ring);
		}
		widen(&land->box, ring);
		land->rings[n++] = *ring;
	}
	land->n = n;
}

static jb_land project_region(
	jb_arena *arena, const jb_projection *p, const jb_region *region)
{
	jb_land land = {.n = 0};

	land.rings = jb_new_array(arena, jb_ring, 3 * region->n_rings + 1);
	for (size_t k = 0; k < region->n_rings; k++) {
		jb_ring pieces[3] = {region->rings[k]};
		size_t n = p->kind == JB_PROJECTION_PLANE
				   ? 1
				   : jb_seam_cut(arena, &region->rings[k],
					     p->middle, pieces);

		for (size_t i = 0; i < n; i++)
			land.rings[land.n++] =
				project_ring(arena, p, &pieces[i]);
	}
	return land;
}

jb_land *jb_lands_new(jb_arena *arena, const jb_map *map,
	const jb_projection *projection, double width, double most, double top,
	double *bottom)
{
	jb_land *lands = jb_new_array(arena, jb_land, map->n + 1);
	struct fitting to;
	jb_area all = nothing;

	for (size_t i = 0; i < map->n; i++) {
		lands[i] = project_region(arena, projection, &map->regions[i]);
		for (size_t k = 0; k < lands[i].n; k++)
			widen(&all, &lands[i].rings[k]);
	}
	to.scale = fmin((width - 1) / fmax(all.x1 - all.x0, 1e-12),
		(most - 1) / fmax(all.y1 - all.y0, 1e-12));
	to.x = width / 2 - to.scale * (all.x0 + all.x1) / 2;
	to.y = top + 0.5 + to.scale * all.y1;
	for (size_t i = 0; i < map->n; i++)
		fit_land(&lands[i], &to);
	*bottom = top + 1 + to.scale * (all.y1 - all.y0);
	return lands;
}

jb_item *jb_land_put(
	jb_desk *desk, jb_group *group, const jb_land *land, bool lines)
{
	size_t n = 0;
	jb_item *item;
	jb_path *path;

	for (size_t i = 0; i < land->n; i++)
		if (land->rings[i].line == lines)
			n += land->rings[i].n + 1;
	if (!n)
		return NULL;
	item = jb_item_new(desk->arena, group, JB_ITEM_PATH);
	path = &item->u.path;
	path->steps = jb_new_array(desk->arena, jb_step, n);
	for (size_t i = 0; i < land->n; i++) {
		const jb_ring *ring = &land->rings[i];

		if (ring->line != lines)
			continue;
		for (size_t k = 0; k < ring->n; k++)
			path->steps[path->n++] = (jb_step){
				k ? JB_LINE : JB_MOVE,
				{ring->points[2 * k], ring->points[2 * k + 1]}};
		if (!lines)
			path->steps[path->n++] = (jb_step){.op = JB_CLOSE};
	}
	return item;
}
