/* polar.h - shares of a circle: where they begin and end, where their words
 * stand.  Angles are radians from the top, clockwise. */
#ifndef JB_PLOT_POLAR_H
#define JB_PLOT_POLAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct jb_point {
	double x, y;
} jb_point;

jb_point jb_polar_at(double cx, double cy, double r, double angle);

/* Words at a side of a circle: `y` is their middle, the leader goes from
 * `from` on the circle over `knee` to the words at `x`. */
typedef struct jb_callout_place {
	double angle;  /* in: the middle of what they name */
	double height; /* in: of the words */
	bool right;
	double y;
	jb_point from, knee;
} jb_callout_place;

/* Places words at both sides of a circle of radius r, none over another,
 * within [top, bottom], as near to their angles as can be; leaders never cross.
 * False where they are higher than the room. */
bool jb_polar_spread(jb_arena *arena, jb_callout_place *places, size_t n,
	double cx, double cy, double r, double top, double bottom);

#endif
