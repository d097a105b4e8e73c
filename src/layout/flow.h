/* flow.h - a sheet's blocks on their way through the columns of its pages: for
 * flow.c, columns.c and floats.c only.
 *
 * Heights are points from the top of the type area.
 */
#ifndef JB_LAYOUT_FLOW_H
#define JB_LAYOUT_FLOW_H

#include "layout/pager.h"

enum { JB_FLOW_COLUMNS = 12 };

/* What stands somewhere on the page. */
typedef struct jb_placed {
	jb_group *group;
	double x, y;
	const jb_galley *galley; /* whose it is, or NULL */
} jb_placed;

/* A float that this page has. */
typedef struct jb_floated {
	size_t block;
	int column; /* the first of those it stands in */
} jb_floated;

typedef struct jb_flow {
	jb_pager *p;
	const jb_sheet *sheet;
	int n;		    /* columns */
	double width, step; /* of a column; from one to the next */

	/* what is poured next */
	size_t at;
	jb_galley *galley; /* of that block, if it has begun */
	bool broken;	   /* its `break` has been followed */

	/* this page */
	double top[JB_FLOW_COLUMNS], bottom[JB_FLOW_COLUMNS];
	double air[JB_FLOW_COLUMNS]; /* blank at the end of `top`, of a float */
	GArray *placed;		     /* jb_placed */
	GArray *floated;	     /* jb_floated, in order */
	GArray *waiting;   /* size_t: floats for the next pages, in order */
	size_t denied;	   /* floats from this block on wait */
	bool opened;	   /* the floats at the top are placed */
	double head;	   /* where they begin, under blocks that span */
	jb_group **floats; /* by block, once they are set */
} jb_flow;

/* Why columns end. */
typedef enum {
	JB_STOP_END,   /* nothing is left */
	JB_STOP_SPAN,  /* a block that spans */
	JB_STOP_PAGE,  /* a block that begins a page */
	JB_STOP_FULL,  /* no room is left */
	JB_STOP_AGAIN, /* a float was met that changes this page */
} jb_stop;

/* Where the pouring is, to begin from there again. */
typedef struct jb_flow_mark {
	size_t at;
	jb_galley *galley;
	jb_galley_mark *state;
	bool broken, opened;
	double top[JB_FLOW_COLUMNS], bottom[JB_FLOW_COLUMNS];
	double air[JB_FLOW_COLUMNS];
	guint placed, waiting;
	const struct jb_threads *threads;
	jb_diags_mark said;
} jb_flow_mark;

jb_flow_mark jb_flow_save(const jb_flow *flow);
void jb_flow_restore(jb_flow *flow, const jb_flow_mark *mark);

void jb_flow_put(jb_flow *flow, jb_group *group, double x, double y,
	const jb_galley *galley);

/* Blocks that are kept with the one that comes next. */
typedef struct jb_chain {
	bool on, first; /* first: it begins where nothing stands above it */
	jb_flow_mark from;
} jb_chain;

/* After a block was placed from a mark: does the chain go on? */
void jb_chain_add(jb_chain *chain, const jb_flow_mark *from,
	const jb_block *block, bool done, bool first);

/* The space above a block that is not the first: it gives way with the rest. */
double jb_flow_before(const jb_flow *flow, const jb_block *block);

/* The block before which columns end, or NULL. */
const jb_block *jb_flow_next(const jb_flow *flow);
bool jb_flow_spans(const jb_flow *flow, const jb_block *block);

/* Fills columns from y on; *y becomes where they end.  (columns.c) */
jb_stop jb_columns_pour(jb_flow *flow, double *y);

/* The next block is a float: true when it was dealt with, false when the page
 * must be poured again.  (floats.c) */
bool jb_float_meet(jb_flow *flow, int column);

/* At the start of a page: which of those that wait it takes; then those at its
 * foot are placed. */
void jb_floats_begin(jb_flow *flow);
void jb_floats_bottom(jb_flow *flow);

/* Those at the top are placed from y on. */
void jb_floats_top(jb_flow *flow, double y);

/* Is there room for the page's floats where they begin, or will at y? */
bool jb_floats_fit(jb_flow *flow, double y);

#endif
