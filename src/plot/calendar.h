/* calendar.h - which slots of a time axis are labelled, and how. */
#ifndef JB_PLOT_CALENDAR_H
#define JB_PLOT_CALENDAR_H

#include "plot/frame.h"
#include "plot/scale.h"

/* year: under it, on a line of its own; NULL where it was said before. */
typedef struct jb_date_tick {
	size_t slot;
	const char *text, *year;
} jb_date_tick;

/* The closest round steps (years, halves, quarters, months, days) whose words
 * leave a gap between them; `ticks` has room for all slots.  Each year is said
 * once, at its first tick. */
size_t jb_calendar(jb_desk *desk, const jb_frame *frame,
	const jb_slots_scale *scale, const jb_style *style,
	jb_date_tick *ticks);

#endif
