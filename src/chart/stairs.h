/* stairs.h - the words on one side of a timeline: for this room only. */
#ifndef JB_CHART_STAIRS_H
#define JB_CHART_STAIRS_H

#include "bind/block.h"
#include "scene/desk.h"

/* One stem and the words at its end: events of one date. */
typedef struct jb_step_words {
	double x; /* of the stem */
	const jb_bound_event **events;
	size_t n;
	/* set by jb_stairs_place: */
	double *titles_w;    /* of each title in one line */
	bool leftward;	     /* the words end at the stem */
	double left, right;  /* edges of the words */
	double top, bottom;  /* from the side's far edge; above: from its top */
	double date_w, room; /* of the titles; 0: titles stand under the date */
} jb_step_words;

typedef struct jb_stairs {
	jb_step_words *v; /* by x */
	size_t n;
	bool below; /* plans hang below the axis, words at the left */
	double width, height;
} jb_stairs;

/* Finds a place for all words so that none touches words or stems. */
void jb_stairs_place(jb_desk *desk, jb_stairs *stairs);

/* Draws words and stems; `near` is where stems start at the axis. */
void jb_stairs_put(jb_desk *desk, jb_group *group, const jb_stairs *stairs,
	double top, double near, const jb_ink *date_ink);

#endif
