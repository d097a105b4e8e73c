/* occupy.h - what of a plot is taken, as a bitmap: so that words find free
 * places.
 */
#ifndef JB_PLOT_OCCUPY_H
#define JB_PLOT_OCCUPY_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct jb_occupied jb_occupied;

/* Of a rectangle, in cells of half a point, all free. */
jb_occupied *jb_occupied_new(
	jb_arena *arena, double x, double y, double w, double h);

/* What lies outside the rectangle is left out. */
void jb_occupy_rect(jb_occupied *map, double x, double y, double w, double h);
void jb_occupy_disc(jb_occupied *map, double cx, double cy, double r);

/* All of it inside, none of it taken. */
bool jb_is_free(const jb_occupied *map, double x, double y, double w, double h);

/* Where words of a size may stand beside a disc: one of eight places after
 * Imhof (1975, Positioning Names on Maps), the better first.  False where all
 * are taken. */
bool jb_place_beside(const jb_occupied *map, double cx, double cy, double r,
	double w, double h, double *x, double *y);

#endif
