/* desk.h - what charts and layout draw with: styles, inks, and simple marks.
 *
 * A jb_desk holds what a document is drawn with.  All functions append to a
 * group, in the group's coordinates (points, y downwards).
 */
#ifndef JB_SCENE_DESK_H
#define JB_SCENE_DESK_H

#include "bind/rich.h"
#include "model/layout.h"
#include "model/report.h"
#include "scene/scene.h"
#include "text/compose.h"

typedef struct jb_desk {
	jb_arena *arena;
	jb_diags *diags;
	jb_fonts *fonts;
	const jb_report *report;
	const jb_layout *layout;
	const jb_ink *accent; /* of the section that is being drawn */
	double slack; /* how much of the spaces between blocks is kept, 0..1 */
	double growth; /* of what has a least and a most height: how far it is on
			* its way, 0..1 */
	bool outlines; /* note where blocks stand: jb_group_outline() */
	GArray *awaited; /* layout/toc.h: what waits for pages; or NULL */
	GHashTable *faces; /* jb_style * -> const jb_font * */
	const struct jb_threads *threads; /* layout's own */
	struct jb_jumps *jumps;		  /* layout's own */
	const jb_style
		*style_fallback; /* after an error, so that work goes on */
	GHashTable *zoomed; /* double -> const jb_layout *, of zoom.h */
	GHashTable *kept;   /* chart/'s own: how pictures looked */
} jb_desk;

jb_desk *jb_desk_new(jb_arena *arena, jb_diags *diags, jb_fonts *fonts,
	const jb_report *report, const jb_layout *layout);

/* What is only tried out says nothing: messages are lost until the desk speaks
 * again, with what hushing it returned. */
jb_diags *jb_desk_hush(jb_desk *desk);
void jb_desk_speak(jb_desk *desk, jb_diags *diags);

/* An ink of the theme; “accent” is the section's.  Never NULL: schema and
 * theme have checked the names. */
const jb_ink *jb_desk_ink(const jb_desk *desk, const char *name);

/* The ink of a rise (1) or fall (-1), where `good` is the direction for the
 * better (0: not said), by the theme's `signs`. */
const jb_ink *jb_desk_sign(const jb_desk *desk, int direction, int good);

/* A style of the layout by name; unknown names are our fault. */
const jb_style *jb_desk_style(const jb_desk *desk, const char *name);

const jb_font *jb_desk_font(jb_desk *desk, const jb_style *style);

/* --- text --- */

/* Sets a paragraph in a style to a measure: lines of the style's leading from
 * y 0; height is lines times leading, baseline that of the first line.  A
 * leading that is a whole number of grid lines puts baselines on the grid
 * (layout.ascent_pt); others centre the em box in the line.  In a vertical
 * style lines stand from right to left, width is lines times leading and
 * height the measure.  INFINITY: one line, as long as it is.  `ink` NULL: the
 * style's.  `n_lines` may be NULL. */
jb_group *jb_set_text(jb_desk *desk, const jb_rich *rich, const jb_style *style,
	const jb_ink *ink, double measure, size_t *n_lines);

/* The same as one group for each line, each with its own origin: what prose is
 * poured in.  As wide as `measure` and as high as the leading; in a vertical
 * style the other way round. */
jb_group **jb_set_lines(jb_desk *desk, const jb_rich *rich,
	const jb_style *style, const jb_ink *ink, double measure, size_t *n);

/* The same with first lines that are shorter at their starts or ends: what
 * runs around an obstacle. */
jb_group **jb_set_lines_around(jb_desk *desk, const jb_rich *rich,
	const jb_style *style, double measure, const jb_inset *insets,
	size_t n_insets, size_t *n);

/* Baseline of the first line of a style, from the top of its line box. */
double jb_style_ascent(const jb_desk *desk, const jb_style *style);

/* Where the em boxes of that line begin, from the same top. */
double jb_style_em_top(const jb_desk *desk, const jb_style *style);

/* One line of text on a baseline.  x is its left edge, middle or right edge by
 * `align` (JB_ALIGN_START, CENTER, END).  Returns its width.  size_pt 0: the
 * style's. */
double jb_put_text(jb_desk *desk, jb_group *group, double x, double baseline,
	jb_align align, const jb_rich *rich, const jb_style *style,
	const jb_ink *ink, double size_pt);

/* The same without drawing. */
double jb_text_width(jb_desk *desk, const jb_rich *rich, const jb_style *style,
	double size_pt);

/* A figure as a callout on one baseline: qualifier, numeral of size_pt, unit,
 * trailing bound, in the styles “numeral”, “unit” and “qualifier” of the
 * layout.  Unit and words have max(8, 0.34 size) pt, at most unit_max_pt; gaps
 * are 0.07 size.  `ink` for the numeral, `words` for the rest.  A missing value
 * is set in style “missing”.  Returns the whole width. */
typedef struct jb_callout {
	const jb_figure *figure;
	double size_pt, unit_max_pt;
	const jb_ink *ink, *words;
	jb_align align;
} jb_callout;
double jb_put_callout(jb_desk *desk, jb_group *group, double x, double baseline,
	const jb_callout *callout);
double jb_callout_width(jb_desk *desk, const jb_callout *callout);

/* --- marks --- */

/* All return the item, so that the caller can give it a figure or a place. */
jb_item *jb_put_rect(jb_desk *desk, jb_group *group, double x, double y,
	double w, double h, const jb_ink *fill);
jb_item *jb_put_frame(jb_desk *desk, jb_group *group, double x, double y,
	double w, double h, const jb_ink *stroke, double width_pt, bool dashed);
jb_item *jb_put_line(jb_desk *desk, jb_group *group, double x0, double y0,
	double x1, double y1, const jb_ink *stroke, double width_pt,
	bool dashed);
jb_item *jb_put_circle(jb_desk *desk, jb_group *group, double cx, double cy,
	double r, const jb_ink *fill, const jb_ink *stroke, double width_pt);
/* Angles in radians, 0 up, clockwise. */
jb_item *jb_put_sector(jb_desk *desk, jb_group *group, double cx, double cy,
	double r, double from, double to, const jb_ink *fill);
/* The same between the radii r0 and r1; a whole ring from `from` once round. */
jb_item *jb_put_ring(jb_desk *desk, jb_group *group, double cx, double cy,
	double r0, double r1, double from, double to, const jb_ink *fill);
/* 45° hatch of a polygon: planned things.  Plain line segments, cut exactly at
 * the polygon; lines of line_pt every pitch_pt. */
jb_item *jb_put_hatch(jb_desk *desk, jb_group *group, const double *points,
	size_t n, const jb_ink *ink, double line_pt, double pitch_pt);

/* How classes are told apart where inks alone may not do: lines in an ink on
 * their own, so none looks like what is planned. */
typedef enum {
	JB_PATTERN_NONE,
	JB_PATTERN_BACK, /* 45°, the other way than the hatch */
	JB_PATTERN_FLAT,
	JB_PATTERN_UPRIGHT,
	JB_PATTERN_GRID,
	JB_PATTERN_NET, /* a grid on its corner */
} jb_pattern;

/* The lines of a pattern in a polygon; NULL for none. */
jb_item *jb_put_pattern(jb_desk *desk, jb_group *group, const double *points,
	size_t n, jb_pattern pattern, const jb_ink *ink);

#endif
