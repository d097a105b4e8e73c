/* frame.h - the values of a picture in columns, each cell with the figure that
 * it is: what scales and marks work on.
 *
 * The rows are slots along the x axis.  Where every figure has a date as exact
 * as the others' (as_of, else due), and in each series no date comes twice,
 * slots are years, months or days in equal steps, some of which may be empty.
 * Else they are the figures' names, in the order of the report.
 */
#ifndef JB_PLOT_FRAME_H
#define JB_PLOT_FRAME_H

#include "bind/block.h"
#include "scene/desk.h"

typedef enum { JB_BY_NAME, JB_BY_DAY, JB_BY_MONTH, JB_BY_YEAR } jb_slots;

/* value: NAN where there is none; stat NULL: the report has no such figure. */
typedef struct jb_cell {
	const jb_stat *stat;
	double value; /* without the unit's prefix */
	bool thin;    /* of thousands in a line: others beside it show it */
} jb_cell;

typedef struct jb_run_of {
	const jb_rich *name;  /* of its series, or NULL */
	jb_cell *cells;	      /* by slot */
	const jb_figure *any; /* the first with a value, else the first */
} jb_run_of;

typedef struct jb_frame {
	jb_slots by;
	int first, step;       /* of slots in time, in days, months or years */
	const jb_rich **names; /* by slot; NULL in time */
	size_t n_slots;
	jb_run_of *runs;
	size_t n_runs;
	bool gaps; /* some slot in time has no figure at all */
} jb_frame;

/* False after an error: two figures in one place, too long a time. */
bool jb_frame_read(
	jb_desk *desk, jb_frame *frame, const jb_bound_picture *picture);

bool jb_cell_has(const jb_cell *cell);	   /* a value */
bool jb_cell_missing(const jb_cell *cell); /* a figure without one */

/* The time of a slot: 2021年, 2021年3月, 2021年3月5日; or its name. */
char *jb_slot_text(jb_arena *arena, const jb_frame *frame, size_t slot);

/* Days since 1970-01-01 and back, in the Gregorian calendar. */
int jb_days_of(jb_date date);
jb_date jb_date_of_days(int days);

/* The date of a slot in time, as exact as slots are. */
jb_date jb_slot_date(const jb_frame *frame, size_t slot);

#endif
