/* plan.h - a picture in the making: its frame, axes and places; what the parts
 * of this room share.
 *
 * The plan is made from the outside in: what stands around the plot is
 * measured, the rest is the plot, and only then axes choose their ticks.
 */
#ifndef JB_PLOT_PLAN_H
#define JB_PLOT_PLAN_H

#include "plot/calendar.h"
#include "plot/frame.h"
#include "plot/marks.h"
#include "plot/number.h"
#include "plot/scale.h"
#include "plot/spec.h"
#include "plot/ticks.h"

typedef struct jb_axis {
	jb_measure measure, said; /* of ticks, of values at marks */
	double unit;		  /* what one of the measure is in values */
	double lo, hi;		  /* values */
	double ticks[JB_TICKS_MAX], step; /* in the measure */
	size_t n_ticks;
	jb_linear scale;
} jb_axis;

/* What a mark means: beside the plot, or in rows over it. */
typedef enum {
	JB_LEGEND_WORDS, /* no mark */
	JB_LEGEND_RECT,
	JB_LEGEND_LINE,
	JB_LEGEND_DISC,
	JB_LEGEND_RULE,
	JB_LEGEND_DASHES, /* a line across */
	JB_LEGEND_AHEAD,  /* a line to what is not there yet */
	JB_LEGEND_HATCHED,
	JB_LEGEND_OUTLINED,
} jb_legend_mark;

typedef struct jb_legend_key {
	jb_legend_mark mark;
	jb_shade look;
	const jb_rich *words;
} jb_legend_key;

#define JB_LEGEND_MAX 16

typedef struct jb_plot {
	jb_desk *desk;
	jb_group *group;
	const jb_bound_picture *picture;
	const jb_spec *spec;
	jb_frame frame;
	double width;
	jb_axis axes[JB_AXES_MAX];
	size_t n_axes;
	size_t hero; /* the run that is told from the others; n_runs: none */
	jb_slots_scale x;
	double top, bottom, left, right; /* of the plot */
	double x_height;		 /* of the words under it */
	bool direct;  /* values stand at their marks: no axis is needed */
	bool totals;  /* stacks have their sums over them */
	bool ended;   /* lines have their names and values at their ends */
	bool partial; /* a value that does not fit its mark is left out */
	bool keyed;   /* slots are numbered, their names stand below */
	size_t each;  /* of so many slots one is named; 1: all are */
	double start_w, end_w; /* of the words at the ends of lines */
	jb_legend_key legend[JB_LEGEND_MAX];
	size_t n_legend;
	jb_date_tick *dates;
	size_t n_dates;
	int n_keys; /* parts that are numbered: places.h */
	const jb_style
		*aligned[3]; /* style label, by jb_text_align: places.c */
	GArray *notes; /* jb_rich_piece: what could not stand in the plot */
} jb_plot;

#define JB_PLOT_LABEL "label" /* styles of the layout */
#define JB_PLOT_SMALL "small"
#define JB_PLOT_GAP 3.0	    /* between a mark and its value */
#define JB_PLOT_END_GAP 7.0 /* between a plot and the words at its right */

/* plan.c */
void jb_plan(jb_plot *plot);

/* The unit of an axis; the ticks of one whose domain is set, about `want`. */
void jb_plan_measure(jb_plot *plot, size_t axis);
void jb_plan_ticks(jb_plot *plot, size_t axis, int want);

/* turned.c: all of a plot whose slots go down. */
void jb_turned_put(jb_plot *plot);

/* Does a layer show a run? */
bool jb_layer_shows(const jb_plot *plot, const jb_layer *layer, size_t run);
/* The layer a run is told by: the last that shows it. */
const jb_layer *jb_layer_of(const jb_plot *plot, size_t run);
/* 0 left, 1 right. */
size_t jb_axis_of(const jb_plot *plot, size_t run);
/* The run of a number in a spec; n_runs where there is none. */
size_t jb_run_nth(const jb_plot *plot, jb_nth nth);
/* The runs of a layer stand side by side: k of n. */
size_t jb_place_in_layer(const jb_plot *plot, size_t run, size_t *n);
/* Where a cell's mark begins and ends, in values (shares of its stack). */
void jb_cell_span(
	const jb_plot *plot, size_t run, size_t slot, double *from, double *to);
/* Left edge and width of a rectangle. */
void jb_rect_band(
	const jb_plot *plot, size_t run, size_t slot, double *x, double *w);
jb_shade jb_run_look(const jb_plot *plot, size_t run);
/* The same of a layer that may have an ink of its own; lines have no pattern.
 */
jb_shade jb_layer_look(const jb_plot *plot, const jb_layer *layer, size_t run);
const jb_ink *jb_run_ink(const jb_plot *plot, size_t run);
const char *jb_cell_text(const jb_plot *plot, size_t run, size_t slot);
double jb_plain_width(jb_plot *plot, const char *text, const char *style);
/* Its value must be said even where others are read from the axis: missing, a
 * bound, words of its own; zero where marks are areas. */
bool jb_cell_special(const jb_plot *plot, size_t run, size_t slot);
/* The last slot with a value; n_slots if there is none. */
size_t jb_run_last(const jb_plot *plot, size_t run);
const char *jb_axis_text(const jb_plot *plot, size_t axis, size_t tick);
/* The slot with the first value of a run; n_slots if there is none. */
size_t jb_run_first(const jb_plot *plot, size_t run);
/* Its name and its value in a slot. */
const jb_rich *jb_end_words(const jb_plot *plot, size_t run, size_t slot);
/* The run of the picture's `hero`, a scan of all cells; n_runs where it has
 * none. */
size_t jb_find_hero(const jb_plot *plot);

/* legend.c: what keys are needed, and their rows from y on (or only their
 * height). */
void jb_legend_choose(jb_plot *plot);
double jb_legend_put(jb_plot *plot, double y, bool draw);
/* Keys of what is planned and of targets, if there are any. */
void jb_legend_status(jb_plot *plot);

/* guide.c */
void jb_guide_behind(jb_plot *plot);	   /* gridlines, ticks */
void jb_guide_before(jb_plot *plot);	   /* the line of zero, lines across */
void jb_guide_slots(jb_plot *plot);	   /* words under the plot */
double jb_names_wide(const jb_plot *plot); /* room for one of them */

/* thin.c: which of thousands of values in a line are drawn. */
void jb_thin(jb_plot *plot);

/* shape.c: the marks of all layers. */
void jb_shapes_put(jb_plot *plot);

/* value.c: values at marks, and at the ends of lines; what does not fit goes
 * among the notes. */
void jb_values_put(jb_plot *plot);
void jb_ends_put(jb_plot *plot);

/* total.c: over stacks. */
bool jb_totals_fit(jb_plot *plot);
void jb_totals_put(jb_plot *plot);

/* note.c: a clause under the plot; `figure` may be NULL. */
void jb_note_add(jb_plot *plot, const char *text, const jb_figure *figure);
/* The clauses that fields without an ink have no data, and that values which do
 * not fit are left out. */
void jb_note_empty(jb_plot *plot);
void jb_note_unsaid(jb_plot *plot);
void jb_notes_put(jb_plot *plot);

#endif
