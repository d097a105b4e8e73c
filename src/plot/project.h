/* project.h - from degrees to a plane, areas kept: so that shades do not lie
 * about how much land they cover.
 *
 * Formulas after Snyder (1987, Map Projections - A Working Manual) and Šavrič,
 * Patterson and Jenny (2018, The Equal Earth Map Projection), on a sphere of
 * radius 1.
 */
#ifndef JB_PLOT_PROJECT_H
#define JB_PLOT_PROJECT_H

#include "model/map.h"

typedef enum {
	JB_PROJECTION_PLANE,
	JB_PROJECTION_CONIC,	/* Albers: a country, a county */
	JB_PROJECTION_CYLINDER, /* Lambert: along the equator */
	JB_PROJECTION_EARTH,	/* Equal Earth: all of it */
} jb_projection_kind;

/* Degrees.  `middle` is the meridian that stands upright. */
typedef struct jb_projection {
	jb_projection_kind kind;
	double middle, parallels[2];
} jb_projection;

/* What suits all that a map shows; never its file's order of points. */
jb_projection jb_projection_for(const jb_map *map);

/* y upwards. */
void jb_project(const jb_projection *projection, double longitude,
	double latitude, double *x, double *y);

/* What is printed of it; NULL for a plane. */
const char *jb_projection_text(
	jb_arena *arena, const jb_projection *projection);

#endif
