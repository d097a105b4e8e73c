/* mosaic-parts.h - what the files of a mosaic share; only for them. */
#ifndef JB_LAYOUT_MOSAIC_PARTS_H
#define JB_LAYOUT_MOSAIC_PARTS_H

#include "layout/galley.h"
#include "layout/solve.h"

/* How a story is set: what jb_choice cannot say. */
typedef struct jb_way {
	size_t which; /* of its `either` */
	int beside, lanes;
} jb_way;

typedef struct jb_mosaic_size {
	double scale;
	jb_candidate *stories; /* their choices … */
	jb_way **ways;	       /* … and how each is set */
	size_t *firsts;	       /* how many of them are of its first block */
} jb_mosaic_size;

typedef struct jb_mosaic {
	jb_desk *desk;
	const jb_block *block;
	double width, line_pt;
	jb_mosaic_size *sizes;
	size_t n_sizes;
	jb_block **stories; /* its blocks, and those that may follow */
	size_t n, n_all;
	size_t at; /* the next story */
	bool once; /* a story has stood in a later block */
} jb_mosaic;

/* mosaic-look.c */

/* The block that stands for a story. */
jb_block *jb_mosaic_chosen(jb_block *kid);

/* Its lanes, or NULL. */
jb_block *jb_mosaic_lanes(jb_block *block);

/* Pictures of a size; a way; a height in points, 0: its own. */
void jb_mosaic_scale(jb_block *block, double scale);
void jb_mosaic_take_way(jb_block *block, const jb_way *one);
void jb_mosaic_reach(jb_block *block, double reach_pt);

/* Of a span, in points; of a height, in lines. */
double jb_mosaic_width(const jb_mosaic *m, int span);
int jb_mosaic_lines(const jb_mosaic *m, double pt);

/* May one story only stand in a later block of its `either`? */
bool jb_mosaic_once(const jb_block *kid);

/* Tries all stories in all ways: fills m->sizes. */
void jb_mosaic_look(jb_mosaic *m);

/* mosaic-rows.c: the rows as one group; what the page has left is spread. */
jb_group *jb_mosaic_put(
	jb_mosaic *m, const jb_mosaic_size *s, jb_solved *solved);

#endif
