/* turned.h - plots whose slots go down and whose values go to the right: what
 * their two files share.
 */
#ifndef JB_PLOT_TURNED_H
#define JB_PLOT_TURNED_H

#include "plot/plan.h"

/* Where the words of values stand. */
typedef enum {
	JB_VALUES_END,	  /* each at the end of its mark */
	JB_VALUES_PAIR,	  /* the lower at the left, the higher at the right */
	JB_VALUES_BESIDE, /* both at the right: 312 / 400 */
	JB_VALUES_INSIDE, /* of parts of a stack */
} jb_values_at;

typedef struct jb_turned {
	jb_plot *plot;
	jb_values_at values;
	double names_w; /* the column of names; 0: names stand over marks */
	double name_h, band_h, pitch; /* of a row */
	double left_tail, right_tail; /* room for words of values */
	bool read;		      /* values are read from ticks, too */
	bool tracks;		      /* rows are as long as 100 % */
} jb_turned;

#define JB_TURNED_DISC 3.4 /* radius */

/* Where a mark of a layer begins and ends, in values; false where there is
 * none. */
bool jb_turned_span(const jb_plot *plot, const jb_layer *layer, size_t run,
	size_t slot, double *from, double *to);

/* A cell that is the total of its series, not one of its steps. */
bool jb_turned_total(const jb_cell *cell);

/* The band of a slot: its top edge and height; k of n side by side. */
double jb_turned_top(const jb_turned *t, size_t slot);
void jb_turned_band(const jb_turned *t, const jb_layer *layer, size_t run,
	size_t slot, double *y, double *h);

/* The words of a run at a slot, and of all at its right end; "" for none. */
const char *jb_turned_words(const jb_turned *t, size_t run, size_t slot);

/* turned-marks.c */
void jb_turned_marks(jb_turned *t);
void jb_turned_values(jb_turned *t);

/* How far the marks of a slot reach: the places of the least and the most;
 * false where it has none. */
bool jb_turned_reach(
	const jb_turned *t, size_t slot, double *left, double *right);

#endif
