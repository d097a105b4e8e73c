/* rows.h - rows of things by name: for this room only. */
#ifndef JB_CHART_ROWS_H
#define JB_CHART_ROWS_H

#include "bind/block.h"
#include "scene/desk.h"

/* Rows from y on, in two columns where there is room; returns the height. */
double jb_put_rows(jb_desk *desk, jb_group *group, double y, double width,
	const jb_bound_item *items, size_t n);

#endif
