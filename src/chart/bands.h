/* bands.h - several figures as icons: for this room only. */
#ifndef JB_CHART_BANDS_H
#define JB_CHART_BANDS_H

#include "bind/block.h"
#include "chart/crowd.h"

/* So many figures share a picture at most. */
#define JB_BANDS_MAX 6

/* Draws the figures of a picture from y on; returns the height. */
double jb_bands_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, double y, double width);

#endif
