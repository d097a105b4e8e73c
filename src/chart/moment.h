/* moment.h - events in time, sorted: for the timeline only. */
#ifndef JB_CHART_MOMENT_H
#define JB_CHART_MOMENT_H

#include "bind/block.h"

/* Where an event stands in time, in months. */
typedef struct jb_moment {
	const jb_bound_event *event;
	size_t order; /* in the report */
	double sort, at, end;
	bool plan; /* not yet there */
	bool far;  /* a plan for after the near time */
	bool year; /* some time in a year */
} jb_moment;

typedef struct jb_moments {
	jb_moment *v; /* past and near by time, then far */
	size_t n;
	double start, now, near_end; /* months: the scaled time */
} jb_moments;

/* Without events that are only proposed.  `report` may be NULL: its period's
 * end is the present. */
jb_moments jb_moments_new(jb_arena *arena, const jb_report *report,
	const jb_bound_event *events, size_t n);

/* On one stem: of one date, in one wording, on one side. */
bool jb_moment_same(const jb_moment *a, const jb_moment *b);

#endif
