/* squarify.h - areas in a rectangle: what treemaps are laid out by. */
#ifndef JB_PLOT_SQUARIFY_H
#define JB_PLOT_SQUARIFY_H

#include <stddef.h>

typedef struct jb_area {
	double x0, y0, x1, y1;
} jb_area;

/* Cuts a rectangle into n areas in proportion to the values (none below zero,
 * their sum is more), as near to squares as may be, the first at the top left:
 * “Squarified Treemaps” (Bruls, Huizing, van Wijk, 2000).  Best where values
 * fall.  Zero has an area without width or height. */
void jb_squarify(const double *values, size_t n, jb_area in, jb_area *out);

#endif
