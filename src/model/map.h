/* map.h - areas with names: of a GeoJSON file beside the report, or tiles in a
 * grid.  No boundaries come with the program.
 */
#ifndef JB_MODEL_MAP_H
#define JB_MODEL_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

/* Points x, y: longitude and latitude in degrees (WGS 84, RFC 7946), or lengths
 * on a plane; the last is not the first again. */
typedef struct jb_ring {
	double *points;
	size_t n;
	bool hole; /* of the ring before it that is none */
	bool line; /* open: a boundary or a river, no area */
} jb_ring;

typedef struct jb_region {
	const char *name, *folded; /* "": only drawn; without case */
	jb_pos pos;
	jb_ring *rings;
	size_t n_rings;
	int column, row; /* of a tile */
} jb_region;

typedef enum {
	JB_PROJECT_AUTO,  /* of equal areas, by what the map shows */
	JB_PROJECT_PLANE, /* as they are, y up */
} jb_projecting;

typedef struct jb_map {
	const char *id;
	jb_pos pos;
	jb_region *regions;
	size_t n;
	bool tiles;  /* regions have a column and a row, and no rings */
	bool china;  /* shows land of it */
	bool broken; /* an error has been said */
	jb_projecting projecting;
	const char *approval; /* 审图号：GS(2023)1234号, or NULL */
	jb_pos approval_pos;
} jb_map;

/* A name without case: what names are compared by. */
char *jb_map_fold(jb_arena *arena, const char *name);

/* The region that a name means: of that name, or without 省, 市, 县 and their
 * like; *second is another that it may mean as well, or NULL. */
const jb_region *jb_map_find(
	const jb_map *map, const char *name, const jb_region **second);

/* The one whose name is most like it, or NULL. */
const char *jb_map_nearest(
	jb_arena *arena, const jb_map *map, const char *name);

/* A region on land of China: by where it lies (in degrees), or by the name of a
 * province; NULL where there is none. */
const jb_region *jb_map_in_china(const jb_map *map, bool degrees);

#endif
