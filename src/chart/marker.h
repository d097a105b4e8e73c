/* marker.h - what stands before an item of a list, and at a step. */
#ifndef JB_CHART_MARKER_H
#define JB_CHART_MARKER_H

#include "bind/block.h"
#include "scene/desk.h"

/* One marker: the item's number, from 1, or its icon. */
typedef struct jb_marker_of {
	jb_marker marker;
	size_t number;
	const char *icon;      /* or NULL */
	const jb_style *style; /* of numbers; dots and icons take its size */
	jb_pos pos;
} jb_marker_of;

/* The room it takes across; 0 for none. */
double jb_marker_width(jb_desk *desk, const jb_marker_of *of);

/* Puts it at x, in the middle of the characters on a baseline.  A disc with its
 * number is `primary`; all else in the style's ink. */
void jb_marker_put(jb_desk *desk, jb_group *group, const jb_marker_of *of,
	double x, double baseline);

/* How high the middle of characters of a size is over their baseline. */
#define JB_MARKER_MIDDLE_EM 0.38

/* The radius of a disc, of the size of its number. */
#define JB_MARKER_DISC_EM 0.85

#endif
