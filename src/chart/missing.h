/* missing.h - a value that is not there: for this room only. */
#ifndef JB_CHART_MISSING_H
#define JB_CHART_MISSING_H

#include "chart/parts.h"

/* Under a dashed rule of a width: what is missing, of which figure, and why
 * (its gloss, else its note).  Returns the height, with the space to the
 * next. */
double jb_put_missing(jb_desk *desk, jb_group *group, const jb_stat *stat,
	double x, double y, double width);

#endif
