/* beside-parts.h - what the files of prose around blocks share; only for them.
 */
#ifndef JB_LAYOUT_BESIDE_PARTS_H
#define JB_LAYOUT_BESIDE_PARTS_H

#include "layout/beside.h"

typedef struct jb_beside_line {
	jb_group *group;
	bool first, last, held; /* of its paragraph; beside its drop cap */
	size_t paragraph;
} jb_beside_line;

typedef struct jb_lane {
	size_t first, n; /* blocks */
	double height_pt;
	int over;   /* lines that it takes of its columns, */
	int spread; /* that it has beyond its own, */
	int apart;  /* as many of them between its blocks */
} jb_lane;

typedef struct jb_beside {
	jb_desk *desk;
	const jb_block *block;
	double width, measure, step, line_pt;
	int columns;
	int span, n_lanes; /* columns of a lane */
	jb_lane lanes[JB_LANES_MAX];
	jb_block **items; /* what stands beside: each picture by itself */
	size_t n_items;
	jb_beside_line *lines;
	size_t n;     /* lines */
	int rows;     /* of the place */
	int text_end; /* row in which the prose ends at the latest */
} jb_beside;

/* beside-lanes.c */

/* Blocks in lanes, as low as they can be. */
void jb_beside_fill_lanes(jb_beside *b);

/* A lane with its blocks so many lines more apart, all joints alike. */
jb_group *jb_beside_set_lane(const jb_beside *b, const jb_lane *l);

/* beside-ends.c: a place in lines. */

int jb_beside_lines(const jb_beside *b, double pt);

/* The lane over a column, or NULL; where the prose begins in it. */
jb_lane *jb_beside_lane_over(const jb_beside *b, int column);
int jb_beside_top(const jb_beside *b, int column);

/* Lines that find room in all columns. */
size_t jb_beside_room(const jb_beside *b);

/* What lanes take of b->rows; the least rows in which all lines find room. */
void jb_beside_cover(jb_beside *b);
void jb_beside_size(jb_beside *b);

/* Lines that a lane may take beyond its own. */
int jb_beside_slack(const jb_beside *b, const jb_lane *l);

/* Blocks move apart until the columns under them end with the others. */
void jb_beside_spread(jb_beside *b);

/* Where each column ends. */
void jb_beside_ends(const jb_beside *b, size_t *at);

#endif
