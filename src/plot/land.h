/* land.h - areas of a map as shapes on paper: in points, y downwards. */
#ifndef JB_PLOT_LAND_H
#define JB_PLOT_LAND_H

#include "plot/occupy.h"
#include "plot/polar.h"
#include "plot/project.h"
#include "plot/squarify.h"
#include "scene/desk.h"

/* A region's rings, without what is smaller than print can show; corners that
 * neighbours share stay shared. */
typedef struct jb_land {
	jb_ring *rings;
	size_t n;
	jb_area box;	 /* of all rings */
	jb_area main;	 /* of its largest ring */
	jb_point centre; /* of that ring */
	double size;	 /* and its area, in square points */
} jb_land;

/* All regions of a map in a width and a height at most, their top at `top`, in
 * the middle; sets *bottom. */
jb_land *jb_lands_new(jb_arena *arena, const jb_map *map,
	const jb_projection *projection, double width, double most, double top,
	double *bottom);

/* Its areas as one path without fill or stroke, or its lines; NULL where there
 * are none. */
jb_item *jb_land_put(
	jb_desk *desk, jb_group *group, const jb_land *land, bool lines);

/* The place for a box of w by h within it, off all lines, that is nearest to
 * its centre; false where none has room. */
bool jb_land_room(const jb_land *land, const jb_land *lines, double w, double h,
	jb_point *middle);

/* Takes all of its areas, and what its lines go over. */
void jb_land_occupy(jb_occupied *map, const jb_land *land);

#endif
