/* road.h - a roadmap's axis and its events on it: for this room only. */
#ifndef JB_CHART_ROAD_H
#define JB_CHART_ROAD_H

#include "bind/block.h"
#include "scene/desk.h"

/* Whole years of months over a width.  Months count from year 0. */
typedef struct jb_road_axis {
	double left, right; /* pt */
	int from, to;	    /* months: January of the first year, … */
	double today;	    /* end of the reported period, in months; or NAN */
	int today_month;    /* the month it is in; -1: not known */
	jb_pos pos;	    /* of the picture */
} jb_road_axis;

/* A piece of time, in months; none when to <= from. */
typedef struct jb_road_time {
	double from, to;
} jb_road_time;

/* An event as marks: what happened, what is planned, what is not stated. */
typedef struct jb_road_span {
	const jb_bound_event *bound;
	const jb_rich *title, *detail; /* detail NULL: not shown */
	jb_road_time done, plan, vague;
	double target;	    /* month, or NAN */
	double left, right; /* of its marks, pt */
	double title_x, title_w, detail_x, detail_w;
	int lines; /* of words, over its marks */
	int under; /* of them, of the detail under the title */
	int row;   /* in its lane */
} jb_road_span;

/* The axis for events and the reported period. */
jb_road_axis jb_road_axis_new(const jb_report *report,
	const jb_bound_event *events, size_t n, double left, double right,
	jb_pos pos);
bool jb_road_lasts(jb_road_time time);
double jb_road_x(const jb_road_axis *axis, double month);

/* Years and months from y on; returns where the lanes begin. */
double jb_road_ticks_put(
	jb_desk *desk, jb_group *group, const jb_road_axis *axis, double y);
void jb_road_grid_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	double top, double bottom);
void jb_road_today_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	double top, double bottom);

/* Which times an event marks, and where its words stand. */
jb_road_span jb_road_span_new(
	jb_desk *desk, const jb_road_axis *axis, const jb_bound_event *event);

/* Draws marks and words of a span whose words begin at y; the marks stand
 * under `lines` of words. */
void jb_road_span_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	const jb_road_span *span, double y, int lines);

#endif
