/* galley.h - a block that is poured into pages, as much as fits at a time.
 */
#ifndef JB_LAYOUT_GALLEY_H
#define JB_LAYOUT_GALLEY_H

#include "bind/block.h"
#include "scene/desk.h"

typedef struct jb_galley jb_galley;

/* A4 is no whole number of points: so much too high is no fault (pt). */
#define JB_HAIR_PT 0.01

/* How a kind of block is poured. */
struct jb_galley {
	jb_desk *desk;
	const jb_block *block;
	double width;
	/* As much as fits into a height.  NULL when nothing that may stand
	 * alone fits; with `page` true the height is a whole empty page and
	 * whatever can be placed is.  Sets *done when nothing is left. */
	jb_group *(*take)(
		jb_galley *galley, double height, bool page, bool *done);
	/* After take(): notes for the foot of this page, or NULL; the height
	 * has room for them under what was taken. */
	jb_group *foot;
	jb_group *over; /* before take(): stands over what is taken, or NULL */
	struct jb_feet *feet; /* of prose with notes, or NULL */
	void *state;	      /* of the kind */
	size_t state_size;    /* all of it that take() changes lies within */
	bool flows; /* in columns of a page: what was taken may be taken again,
		     * so take() gives copies; two lines of prose may begin at
		     * a column's foot */
	bool on_grid;	/* stands on whole lines, else on half lines */
	jb_pos culprit; /* what of it is too high, if it knows; else of src NULL
			 */
};

/* Prose of a vertical style is poured into block->columns bands, one under the
 * other, that are block->height_pt high together with the gutters between them:
 * so a measure of m points and n bands is a height of n * m + (n - 1) * gutter.
 * A width of INFINITY is, for such prose only, as wide as its lines, and at
 * most the height that take() is given. */
jb_galley *jb_galley_open(jb_desk *desk, const jb_block *block, double width);

/* A galley that flows, as it is now; it can be poured on from there again. */
typedef struct jb_galley_mark jb_galley_mark;
jb_galley_mark *jb_galley_save(const jb_galley *galley);
void jb_galley_restore(jb_galley *galley, const jb_galley_mark *mark);

/* The first characters of a text, for a message. */
const char *jb_text_head(jb_arena *arena, const char *text);

/* Puts a group that may be needed again: a copy, if the galley flows. */
void jb_galley_put(const jb_galley *galley, jb_group *to, jb_group *from,
	double x, double y);

/* What take() gives, as it stands in the grid: vertical lines begin and end
 * where the characters of horizontal prose beside them do. */
jb_group *jb_galley_take(
	jb_galley *galley, double height, bool page, bool *done);

/* The whole block in one group of any height: for containers.  An error when it
 * has a height of its own and does not fit. */
jb_group *jb_galley_whole(jb_desk *desk, const jb_block *block, double width);

/* Kinds that can be cut; each fills take, state and on_grid. */
void jb_prose_pour(jb_galley *galley);
void jb_table_pour(jb_galley *galley);
void jb_tabular_pour(jb_galley *galley);
void jb_pictures_pour(jb_galley *galley);
void jb_notes_pour(jb_galley *galley);
void jb_list_pour(jb_galley *galley);
void jb_toc_pour(jb_galley *galley);

/* Steps, and what somebody says, in one piece. */
jb_group *jb_steps_set(jb_desk *desk, const jb_block *block, double width);
jb_group *jb_quote_set(jb_desk *desk, const jb_block *block, double width);
void jb_stats_pour(jb_galley *galley);
void jb_timeline_pour(jb_galley *galley);

/* All of a timeline, with its keys apart (jb_group.keys). */
jb_group *jb_timeline_set(jb_galley *galley);
void jb_mosaic_pour(jb_galley *galley);

/* The block of an `either` that stands: the one chosen, else the first in which
 * everything fits, else the first. */
jb_block *jb_either_choose(
	jb_desk *desk, const jb_block *block, double width);

/* An image in its frame, with caption and credit under it; one of too few
 * pixels for its size is told. */
jb_group *jb_image_set(jb_desk *desk, const jb_block *block, double width);

/* A QR code with its quiet zone. */
jb_group *jb_qr_set(jb_desk *desk, const jb_block *block, double width);

/* Containers, in one piece.  A stack of a given height (0: its own) hangs what
 * is anchored at the bottom from its foot. */
jb_group *jb_stack_set(jb_desk *desk, jb_block *const *blocks, size_t n,
	double width, double height);
jb_group *jb_grid_set(jb_desk *desk, const jb_block *grid, double width);

/* A panel, row, column or grid with its padding, field and border. */
jb_group *jb_container_set(jb_desk *desk, const jb_block *block, double width);

/* The rule, number, title and aside over a body, with the body's keys beside
 * the title where there is room; the body starts at the returned height. */
double jb_panel_head(jb_desk *desk, jb_group *group, double width, int number,
	const jb_rich *title, const jb_rich *aside, jb_group *body);

/* The same without the rule. */
double jb_plain_head(jb_desk *desk, jb_group *group, double width, int number,
	const jb_rich *title, const jb_rich *aside, jb_group *body);

/* Width of one of n equal columns, and its x. */
double jb_column_width(const jb_desk *desk, int n, double width);
double jb_column_x(const jb_desk *desk, int n, double width, int i);

/* Up to the next half or whole line of the grid. */
double jb_grid_up(const jb_desk *desk, double y, bool whole);

#endif
