/* waffle.h - cells in rows, a class after the other: for this room only. */
#ifndef JB_CHART_WAFFLE_H
#define JB_CHART_WAFFLE_H

#include "bind/block.h"
#include "plot/marks.h"
#include "scene/desk.h"

#define JB_WAFFLE_GAP 2.5  /* pt between cells */
#define JB_WAFFLE_LABEL 18 /* pt for words over a row */

typedef struct jb_waffle_class {
	const jb_stat *stat;
	jb_shade look;
	jb_callout callout;
	double name_w, words_w;
	int cells;
	int row, column; /* of its first cell */
} jb_waffle_class;

typedef struct jb_waffle {
	jb_desk *desk;
	jb_group *group;
	const jb_bound_picture *picture;
	jb_waffle_class *v;
	size_t n;
	double x, y, width; /* of the cells */
	gint64 per_cell;    /* units one cell stands for */
	int columns, rows;
	double cell;
} jb_waffle;

/* Chooses the number of columns for `width` and gives every class the place of
 * its first cell. */
void jb_waffle_arrange(jb_waffle *waffle);

/* The top of a row's cells, under its words; of the row after the last, the
 * bottom of all. */
double jb_waffle_row_y(const jb_waffle *waffle, int row);

#endif
