/* look.h - how a status looks, callouts that fit, bounds as lengths: what the
 * forms that draw bars share, over parts.h.
 */
#ifndef JB_CHART_LOOK_H
#define JB_CHART_LOOK_H

#include "chart/parts.h"

/* --- words --- */

/* The short label, else the label; NULL when there is neither. */
const jb_rich *jb_stat_name(const jb_stat *stat);

/* A paragraph in a style, top left at x, y; returns its height.  NULL and
 * empty texts take no room.  `ink` NULL: the style's. */
double jb_put_words(jb_desk *desk, jb_group *group, double x, double y,
	double width, const jb_rich *rich, const char *style,
	const jb_ink *ink);
/* One line on a baseline, in a style's own size. */
double jb_put_line_of(jb_desk *desk, jb_group *group, double x, double baseline,
	jb_align align, const jb_rich *rich, const char *style,
	const jb_ink *ink);

/* --- callouts --- */

/* A callout in `ink`, its words in text ink, units at most 14 pt. */
jb_callout jb_callout_of(const jb_desk *desk, const jb_figure *figure,
	double size_pt, const jb_ink *ink);

/* Sets the size to the largest step up to most_pt at which the callout is no
 * wider than width, or to the smallest; returns its width. */
double jb_callout_fit(
	jb_desk *desk, jb_callout *callout, double most_pt, double width);

/* --- marks --- */

/* Planned things are hatched, targets outlined, all others solid. */
bool jb_is_target(const jb_figure *figure);

/* A bar in the look of its figure's status; `ink` for solid ones. */
void jb_put_bar(jb_desk *desk, jb_group *group, double x, double y, double w,
	double h, const jb_figure *figure, const jb_ink *ink);

/* A rectangle hatched with an edge: planned. */
void jb_put_hatched(jb_desk *desk, jb_group *group, double x, double y,
	double w, double h, const jb_ink *ink);

/* A horizontal arrow with an open head at x1. */
void jb_put_arrow(jb_desk *desk, jb_group *group, double x0, double x1,
	double y, const jb_ink *ink, bool dashed);

/* The tint of class i: four steps of primary, over and over. */
const jb_ink *jb_class_ink(const jb_desk *desk, size_t i);

/* 40余 is less than 50, 300余 less than 400: the next figure of as few digits,
 * in the figure's unit. */
double jb_figure_over(const jb_figure *figure);

#endif
