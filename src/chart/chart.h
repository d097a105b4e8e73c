/* chart.h - pictures of figures: each form takes a bound picture and a width
 * and gives a group of scene items.
 *
 * Promises every form keeps (charts.md 4.8): length, angle or area in
 * proportion to the raw value; bars from zero; a missing value is words, never
 * a mark; bounds and status show (solid: actual or started; hatched: planned;
 * outlined in accent: target; dashed outline: not stated); nothing overlaps or
 * leaves its width; sizes of text never scale with the chart; every mark and
 * label carries its figure.
 */
#ifndef JB_CHART_CHART_H
#define JB_CHART_CHART_H

#include "bind/block.h"
#include "scene/desk.h"

/* Draws the body of a picture (not its rule, title or note) in a width.  Never
 * NULL; what cannot be drawn is an error at the picture's place.  What was
 * drawn without a word is kept: asked again, it is copied. */
jb_group *jb_chart_draw(
	jb_desk *desk, const jb_bound_picture *picture, double width);

/* What a picture shows, in words: for who cannot see it. */
const char *jb_chart_alt(jb_desk *desk, const jb_bound_picture *picture);

/* Events on one axis of time over a width: the cover's timeline. */
jb_group *jb_chart_timeline(
	jb_desk *desk, const jb_bound_event *events, size_t n, double width);

/* The same in equal steps: across in rows, or down.  Of its stops, those from
 * `from` on, at most `most`. */
jb_group *jb_chart_stops(jb_desk *desk, const jb_bound_event *events, size_t n,
	bool down, size_t from, size_t most, double width);

/* How many stops there are: events of one date share one. */
size_t jb_chart_stop_count(
	jb_desk *desk, const jb_bound_event *events, size_t n);

/* Callouts in a grid: label, number, gloss; each under its own rule. */
jb_group *jb_chart_stats(jb_desk *desk, const jb_stat *stats, size_t n,
	int per_row, double size_pt, double gutter, double width);

/* One figure: label, number, change, trend, gloss, as the block asks. */
jb_group *jb_chart_stat(jb_desk *desk, const jb_block *block, double width);

/* Two or three sides held against each other. */
jb_group *jb_chart_versus(jb_desk *desk, const jb_block *block, double width);

#endif
