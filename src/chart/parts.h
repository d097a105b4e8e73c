/* parts.h - what several forms are made of: for this room only. */
#ifndef JB_CHART_PARTS_H
#define JB_CHART_PARTS_H

#include "bind/block.h"
#include "scene/desk.h"

/* Height of a figure over its baseline, of its size (Roboto's is 0.711). */
#define JB_DIGIT_EM 0.711

/* Up to whole half lines of the page's grid. */
double jb_part_snap(const jb_desk *desk, double height_pt);

/* Words of ours; figure NULL: of the picture as such. */
const jb_rich *jb_part_words(
	jb_desk *desk, const char *text, const jb_figure *figure, jb_pos pos);

/* A paragraph at x, y in a style of the layout; returns its height, 0 for an
 * empty or NULL text. */
double jb_part_text(jb_desk *desk, jb_group *group, double x, double y,
	double width, const jb_rich *rich, const char *style,
	jb_text_align align);

/* The height it would have. */
double jb_part_height(
	jb_desk *desk, double width, const jb_rich *rich, const char *style);

/* The width of one line of it. */
double jb_part_width(jb_desk *desk, const jb_rich *rich, const char *style);

/* The short label, or the label; NULL when the title says it already. */
const jb_rich *jb_part_label(
	jb_desk *desk, const jb_bound_picture *picture, const jb_stat *stat);

/* The gloss; NULL when aside or note say it already. */
const jb_rich *jb_part_gloss(
	jb_desk *desk, const jb_bound_picture *picture, const jb_stat *stat);

/* The largest step of numerals, at most most_pt, at which the callout fits. */
double jb_part_step(jb_desk *desk, const jb_figure *figure, double most_pt,
	double unit_max_pt, double room);

/* A callout in the layout's own manner: words black, numeral in an ink. */
double jb_part_callout(jb_desk *desk, jb_group *group, double x,
	double baseline, jb_align align, const jb_figure *figure,
	double size_pt, double unit_max_pt, const jb_ink *ink);
double jb_part_callout_width(jb_desk *desk, const jb_figure *figure,
	double size_pt, double unit_max_pt);

/* The numeral's ink: accent for the picture's hero, else primary. */
const jb_ink *jb_part_ink(const jb_desk *desk, const jb_bound_picture *picture,
	const jb_figure *figure);

/* Gives all items from the `first` on that have none a figure (or NULL) and a
 * place. */
void jb_part_claim(
	jb_group *group, unsigned first, const jb_figure *figure, jb_pos pos);

/* A hairline between rows. */
void jb_part_hairline(jb_desk *desk, jb_group *group, double x0, double x1,
	double y, jb_pos pos);

/* Rows of icon or date, name and detail, with hairlines between them; returns
 * the height (list.c). */
double jb_part_rows(jb_desk *desk, jb_group *group, double y, double width,
	const jb_bound_item *items, size_t n);

/* Planned or proposed: not there yet. */
bool jb_part_planned(const jb_figure *figure);

#endif
