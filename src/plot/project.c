/* project.c - projections of equal areas, and which of them a map takes. */
#include "plot/project.h"

#include <math.h>
#include <stdlib.h>
#include <glib.h>

static const double world_span = 200, wide_span = 40, round_span = 6;

static double rad(double degrees)
{
	return degrees * G_PI / 180;
}

/* ---- which ---- */

struct extent {
	double *longitudes;
	size_t n;
	double south, north;
};

static void take_points(struct extent *extent, const jb_map *map)
{
	size_t n = 0;

	for (size_t i = 0; i < map->n; i++)
		for (size_t k = 0; k < map->regions[i].n_rings; k++)
			n += map->regions[i].rings[k].n;
	*extent = (struct extent){
		.longitudes = g_new(double, n + 1), .south = 90, .north = -90};
	for (size_t i = 0; i < map->n; i++)
		for (size_t k = 0; k < map->regions[i].n_rings; k++) {
			const jb_ring *ring = &map->regions[i].rings[k];

			for (size_t p = 0; p < ring->n; p++) {
				double y = ring->points[2 * p + 1];

				extent->longitudes[extent->n++] =
					ring->points[2 * p];
				extent->south = fmin(extent->south, y);
				extent->north = fmax(extent->north, y);
			}
		}
}

static int order(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* How many degrees the points span, and the middle of them: the widest gap lies
 * on the other side, even where the map goes over 180 degrees. */
static double span_of(struct extent *extent, double *middle)
{
	const double *all = extent->longitudes;
	double widest, end;

	qsort(extent->longitudes, extent->n, sizeof(double), order);
	end = all[extent->n - 1];
	widest = all[0] + 360 - end;
	for (size_t i = 0; i + 1 < extent->n; i++)
		if (all[i + 1] - all[i] > widest) {
			widest = all[i + 1] - all[i];
			end = all[i] + 360;
		}
	*middle = end - (360 - widest) / 2;
	if (*middle > 180)
		*middle -= 360;
	return 360 - widest;
}

/* As exact as they are printed. */
static double rounded(double degrees, double span)
{
	double unit = span > round_span ? 1 : 0.1;

	return round(degrees / unit) * unit;
}

static void set_cone(jb_projection *p, const jb_map *map,
	const struct extent *extent, double span)
{
	double high = extent->north - extent->south;

	p->kind = JB_PROJECTION_CONIC;
	p->middle = rounded(p->middle, span);
	p->parallels[0] = rounded(extent->south + high / 6, high);
	p->parallels[1] = rounded(extent->north - high / 6, high);
	if (map->china && span > wide_span) { /* what is used in the country */
		p->middle = 105;
		p->parallels[0] = 25;
		p->parallels[1] = 47;
	}
	if (fabs(p->parallels[0] + p->parallels[1]) > 10)
		return;
	p->kind = JB_PROJECTION_CYLINDER;
	p->parallels[0] = rounded(
		fmax(fabs(extent->south), fabs(extent->north)) / 2, high);
}

jb_projection jb_projection_for(const jb_map *map)
{
	jb_projection p = {JB_PROJECTION_PLANE, 0, {0, 0}};
	struct extent extent;
	double span;

	if (map->projecting == JB_PROJECT_PLANE)
		return p;
	take_points(&extent, map);
	span = span_of(&extent, &p.middle);
	if (span > world_span) {
		p.kind = JB_PROJECTION_EARTH;
		p.middle = span > 300 ? 0 : rounded(p.middle, span);
	} else {
		set_cone(&p, map, &extent, span);
	}
	g_free(extent.longitudes);
	return p;
}

/* ---- how ---- */

/* From the middle meridian, -180 to 180. */
static double east_of(const jb_projection *p, double longitude)
{
	double east = longitude - p->middle;

	if (east > 180)
		east -= 360;
	return rad(east < -180 ? east + 360 : east);
}

static void project_cone(
	const jb_projection *p, double east, double phi, double *x, double *y)
{
	double a = rad(p->parallels[0]), b = rad(p->parallels[1]);
	double n = (sin(a) + sin(b)) / 2;
	double c = cos(a) * cos(a) + 2 * n * sin(a);
	double rho = sqrt(fmax(0, c - 2 * n * sin(phi))) / n;
	double base = sqrt(fmax(0, c - 2 * n * sin((a + b) / 2))) / n;

	*x = rho * sin(n * east);
	*y = base - rho * cos(n * east);
}

static void project_earth(double east, double phi, double *x, double *y)
{
	static const double a[] = {1.340264, -0.081106, 0.000893, 0.003796};
	double t = asin(sqrt(3) / 2 * sin(phi)), t2 = t * t, t6 = t2 * t2 * t2;

	*x = 2 * sqrt(3) * east * cos(t) /
	     (3 * (a[0] + 3 * a[1] * t2 + t6 * (7 * a[2] + 9 * a[3] * t2)));
	*y = t * (a[0] + a[1] * t2 + t6 * (a[2] + a[3] * t2));
}

void jb_project(const jb_projection *p, double longitude, double latitude,
	double *x, double *y)
{
	double east = east_of(p, longitude), phi = rad(latitude);

	switch (p->kind) {
	case JB_PROJECTION_PLANE:
		*x = longitude;
		*y = latitude;
		return;
	case JB_PROJECTION_CONIC:
		project_cone(p, east, phi, x, y);
		return;
	case JB_PROJECTION_CYLINDER:
		*x = east * cos(rad(p->parallels[0]));
		*y = sin(phi) / cos(rad(p->parallels[0]));
		return;
	case JB_PROJECTION_EARTH:
		project_earth(east, phi, x, y);
		return;
	}
}

/* ---- what is said ---- */

static const char *degrees(jb_arena *arena, double value)
{
	return fabs(value - round(value)) < 0.05
		       ? jb_sprintf(arena, "%.0f°", fabs(value))
		       : jb_sprintf(arena, "%.1f°", fabs(value));
}

const char *jb_projection_text(jb_arena *arena, const jb_projection *p)
{
	const char *middle = jb_sprintf(arena, "中央经线%s%s",
		p->middle < 0	? "西经"
		: p->middle > 0 ? "东经"
				: "",
		degrees(arena, p->middle));

	switch (p->kind) {
	case JB_PROJECTION_CONIC:
		return jb_sprintf(arena,
			"阿尔伯斯等积圆锥投影，标准纬线%s%s、%s，%s",
			p->parallels[0] + p->parallels[1] < 0 ? "南纬" : "北纬",
			degrees(arena, p->parallels[0]),
			degrees(arena, p->parallels[1]), middle);
	case JB_PROJECTION_CYLINDER:
		return jb_sprintf(arena, "等积圆柱投影，标准纬线%s，%s",
			degrees(arena, p->parallels[0]), middle);
	case JB_PROJECTION_EARTH:
		return jb_sprintf(arena, "等地球投影，%s", middle);
	default:
		return NULL;
	}
}
