/* stat.h - one figure with all that is said of it: what callouts are made of,
 * alone or in a grid.  For this room only.
 *
 *	摊位总数                 label
 *	约 1197 公顷   /\_/      number, with its unit and bounds; trend
 *	▲ 较上年增长8.6%         change
 *	含规划用地               gloss
 */
#ifndef JB_CHART_STAT_H
#define JB_CHART_STAT_H

#include "bind/block.h"
#include "scene/desk.h"

typedef struct jb_stat_piece {
	const jb_stat *stat;
	const jb_rich *label; /* or NULL */
	double size_pt;	      /* of the numeral, at most */
	double width_pt;
	const jb_ink *ink; /* of the numeral */
	bool change, spark, bar;
} jb_stat_piece;

/* A distance that suits numerals from 36 to 66 pt, for those of another size:
 * it grows and shrinks with them. */
double jb_stat_distance(double distance_pt, double size_pt);

/* The callout at the largest size that fits, and its width. */
jb_callout jb_stat_callout(
	jb_desk *desk, const jb_stat_piece *piece, double *width);

/* From the top of a piece to its numeral's baseline, with a label of a height;
 * and all that stands under the baseline. */
double jb_stat_baseline(double label_pt, double size_pt);
double jb_stat_label_height(jb_desk *desk, const jb_stat_piece *piece);
double jb_stat_under_height(jb_desk *desk, const jb_stat_piece *piece);

/* Draws it with its top at x, y and its numeral's baseline so far under it. */
void jb_stat_put(jb_desk *desk, jb_group *group, const jb_stat_piece *piece,
	double x, double y, double baseline);

#endif
