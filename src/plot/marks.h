/* marks.h - marks in the look of their status, and bounds as lengths: what
 * pictures are made of; and whose figure an item shows.
 */
#ifndef JB_PLOT_MARKS_H
#define JB_PLOT_MARKS_H

#include "model/report.h"
#include "scene/desk.h"

/* Not there yet: planned, proposed, or a target. */
bool jb_is_ahead(jb_status status);
bool jb_is_planned(const jb_figure *figure);
bool jb_is_target(const jb_figure *figure);

/* What tells a class from the others. */
typedef struct jb_shade {
	const jb_ink *ink;
	jb_pattern pattern;
} jb_shade;

#define JB_TINTS_MAX 4

/* Class i of n: a step of primary where these are enough and no colours are
 * asked for, else an ink of the theme's classes; more than four have patterns,
 * too. */
jb_shade jb_class_look(const jb_desk *desk, size_t i, size_t n, bool colors);

/* The same without a pattern. */
const jb_ink *jb_class_ink(const jb_desk *desk, size_t i);

/* A polygon of a class that is there: its ink, its pattern, an edge where the
 * ink is as light as paper.  Returns the filled path. */
jb_item *jb_put_look(jb_desk *desk, jb_group *group, const double *points,
	size_t n, jb_shade look);

/* Only the lines of its pattern, over what has its ink already. */
void jb_put_look_lines(jb_desk *desk, jb_group *group, const double *points,
	size_t n, jb_shade look);

/* Paper or text, whichever is read on a ground; NULL where neither has a
 * contrast of 4.5: then words need paper under them. */
const jb_ink *jb_ink_on(const jb_desk *desk, const jb_ink *ground);

/* A bar in the look of its figure's status: planned things are hatched, targets
 * outlined in accent, all others solid in `ink`. */
void jb_put_bar(jb_desk *desk, jb_group *group, double x, double y, double w,
	double h, const jb_figure *figure, const jb_ink *ink);

/* The same in the look of a class. */
void jb_put_bar_of(jb_desk *desk, jb_group *group, double x, double y, double w,
	double h, const jb_figure *figure, jb_shade look);

/* A rectangle hatched with an edge: planned. */
void jb_put_hatched(
	jb_desk *desk, jb_group *group, double x, double y, double w, double h);

/* The hatch of a sector that begins at the top, clockwise, without an edge. */
void jb_put_hatched_sector(jb_desk *desk, jb_group *group, double cx, double cy,
	double r, double angle);

/* A horizontal arrow with an open head at x1. */
void jb_put_arrow(jb_desk *desk, jb_group *group, double x0, double x1,
	double y, const jb_ink *ink, bool dashed);

/* A hairline between rows. */
void jb_put_hairline(jb_desk *desk, jb_group *group, double x0, double x1,
	double y, jb_pos pos);

/* 40余 is less than 50, 300余 less than 400: the next figure of as few digits,
 * in the figure's unit. */
double jb_figure_over(const jb_figure *figure);

/* --- origins --- */

/* Gives all items from number `from` on that have none a figure and its place,
 * or a place alone. */
void jb_claim(jb_group *group, guint from, const jb_figure *figure);
void jb_claim_at(jb_group *group, guint from, jb_pos pos);

#endif
