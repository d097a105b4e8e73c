/* places.h - pictures whose marks lie where a layout of their own puts them:
 * rings, treemaps, clouds of points.  What those drawings share.
 */
#ifndef JB_PLOT_PLACES_H
#define JB_PLOT_PLACES_H

#include "plot/plan.h"
#include "plot/whole.h"

/* Draws from y 0 on and sets the group's height. */
void jb_places_put(jb_plot *plot);

/* rings.c */
void jb_pie_put(jb_plot *plot);
void jb_donut_put(jb_plot *plot);
void jb_sunburst_put(jb_plot *plot);

/* treemap.c */
void jb_treemap_put(jb_plot *plot);

/* scatter.c */
void jb_scatter_put(jb_plot *plot);
void jb_bubble_put(jb_plot *plot);

/* each in its own file */
void jb_circles_put(jb_plot *plot);
void jb_funnel_put(jb_plot *plot);
void jb_radar_put(jb_plot *plot);
void jb_tiles_put(jb_plot *plot);
void jb_sankey_put(jb_plot *plot); /* flows.c */
void jb_tree_put(jb_plot *plot);
void jb_choropleth_put(jb_plot *plot);
void jb_gantt_put(jb_plot *plot);
void jb_heat_put(jb_plot *plot);
void jb_days_put(jb_plot *plot);

/* --- words --- */

/* A line that is a figure's, or of a place. */
const jb_rich *jb_words_of(
	jb_plot *plot, const char *text, const jb_figure *figure, jb_pos pos);

/* Its value in words with its share of `of` where it has one (0: none):
 * 12.6亿元（32.6%）. */
const jb_rich *jb_part_words(jb_plot *plot, const jb_part *part, double of);

/* A paragraph in style `label`; its top left at x, y; returns its height.
 * Without `draw` only that. */
double jb_lines_put(jb_plot *plot, double x, double y, double width,
	const jb_rich *rich, jb_text_align align, const jb_ink *ink, bool draw);

/* A line with its middle at y. */
void jb_word_put(jb_plot *plot, double x, double y, jb_align align,
	const jb_rich *rich, const jb_ink *ink);
double jb_word_width(jb_plot *plot, const jb_rich *rich);
/* The height of a line's characters, of its leading. */
double jb_word_height(const jb_plot *plot);

/* Claims for a part what was drawn since. */
void jb_part_claim(jb_plot *plot, guint from, const jb_part *part);

/* Rows of numbered keys under the picture: number, name, value. */
void jb_keys_begin(jb_plot *plot);
int jb_keys_take(jb_plot *plot, jb_part *part); /* its number */
void jb_keys_put(jb_plot *plot, jb_part *const *parts, size_t n, double of);

/* Name and value in a clause under the picture: they have no place in it. */
void jb_part_remark(jb_plot *plot, const jb_part *part);

/* Clauses about parts without values, and sums that were rounded; an error and
 * false where parts make no whole. */
bool jb_whole_remarks(jb_plot *plot, const jb_part *whole);

/* The hatch or outline of what is planned or a target over a part's own path,
 * whose corners are `points`. */
void jb_part_status(jb_plot *plot, jb_item *item, const jb_figure *figure,
	const double *points, size_t n);

#endif
