/* box.h - fields and borders of containers, and blocks side by side: for the
 * containers only.
 */
#ifndef JB_LAYOUT_BOX_H
#define JB_LAYOUT_BOX_H

#include "layout/galley.h"

/* Has it a field or border, or only padding? */
bool jb_box_drawn(const jb_box *box);

/* What a box takes of its container's width; 0 without one. */
double jb_box_across(const jb_block *block);
double jb_box_down(const jb_block *block);

/* The container's content within its padding, field and border under it; the
 * content itself without a box.  The field's items are the group's first. */
jb_group *jb_box_around(
	jb_desk *desk, const jb_block *block, jb_group *content, double width);

/* Draws a box again, this high, what it holds `down` lower; nothing for blocks
 * without one. */
void jb_box_reach(jb_desk *desk, const jb_block *block, jb_group *group,
	double height, double down);

/* The height a block takes in a stack: what follows a box keeps to half lines.
 */
double jb_box_step(const jb_desk *desk, const jb_block *block, double height);

/* The width a block would like, at most `room`: of words on one line. */
double jb_natural_width(jb_desk *desk, const jb_block *block, double room);

/* A block in a place: as wide as it, or as it likes (block->across); then *x is
 * moved to where it stands. */
jb_group *jb_across_set(
	jb_desk *desk, const jb_block *block, double width, double *x);

/* One row of blocks. */
typedef struct jb_cell {
	const jb_block *block;
	double x, width;
	jb_group *group; /* set by jb_cells_set */
} jb_cell;

/* Sets the cells' blocks; returns the height of the row.  With `baselines` the
 * numerals of all, or first lines, stand on one line. */
double jb_cells_set(jb_desk *desk, jb_cell *cells, size_t n, bool baselines);

/* Puts the cells into a group; boxes reach down to the height if `reach`. */
void jb_cells_place(jb_desk *desk, jb_group *to, jb_cell *cells, size_t n,
	double y, double height, bool reach);

#endif
