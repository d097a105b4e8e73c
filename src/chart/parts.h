/* parts.h - what the forms are made of beside marks.h: words and callouts in
 * place.  For this room only.
 */
#ifndef JB_CHART_PARTS_H
#define JB_CHART_PARTS_H

#include "bind/block.h"
#include "plot/marks.h"
#include "scene/desk.h"

/* Height of a figure over its baseline, of its size (Roboto's is 0.711). */
#define JB_DIGIT_EM 0.711

/* Up to whole half lines of the page's grid. */
double jb_snap(const jb_desk *desk, double height_pt);

/* --- what is said --- */

/* A name as jb_stat_name; NULL when the title says it already. */
const jb_rich *jb_unsaid_label(
	jb_desk *desk, const jb_bound_picture *picture, const jb_stat *stat);
/* The gloss; NULL when aside or note say it already. */
const jb_rich *jb_unsaid_gloss(
	jb_desk *desk, const jb_bound_picture *picture, const jb_stat *stat);

/* Words that are a figure's: its number, its unit. */
const jb_rich *jb_figure_words(
	jb_desk *desk, const char *text, const jb_figure *figure);

/* --- words --- */

/* A paragraph in a style of the layout, top left at x, y, its lines of nearly
 * equal length; returns its height.  NULL and empty texts take no room. */
double jb_put_words(jb_desk *desk, jb_group *group, double x, double y,
	double width, const jb_rich *rich, const char *style);
/* The same with other alignment or ink than the style's; `ink` may be NULL. */
double jb_put_words_as(jb_desk *desk, jb_group *group, double x, double y,
	double width, const jb_rich *rich, const char *style,
	jb_text_align align, const jb_ink *ink);
/* The height it would have. */
double jb_words_height(
	jb_desk *desk, double width, const jb_rich *rich, const char *style);

/* One line on a baseline; returns its width.  `ink` NULL: the style's. */
double jb_put_label(jb_desk *desk, jb_group *group, double x, double baseline,
	jb_align align, const jb_rich *rich, const char *style,
	const jb_ink *ink);
/* The width it would have. */
double jb_words_width(jb_desk *desk, const jb_rich *rich, const char *style);

/* --- callouts --- */

/* A callout in `ink`, its words in text ink, units at most 14 pt. */
jb_callout jb_callout_of(const jb_desk *desk, const jb_figure *figure,
	double size_pt, const jb_ink *ink);

/* The numeral's ink: accent for the picture's hero, else primary. */
const jb_ink *jb_numeral_ink(const jb_desk *desk,
	const jb_bound_picture *picture, const jb_figure *figure);

/* The height of its digits over the baseline, or of the words for a missing
 * value. */
double jb_callout_height(const jb_callout *callout);

/* Sets the size to the largest step up to most_pt at which the callout is no
 * wider than width, or to the smallest; returns its width. */
double jb_callout_fit(
	jb_desk *desk, jb_callout *callout, double most_pt, double width);

#endif
