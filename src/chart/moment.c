/* moment.c - events in time: what happened, what is near, what is far.
 *
 * Near is what is planned for the twelve months after the present.
 */
#include "chart/moment.h"

#include <math.h>
#include <stdlib.h>

static const double near_months = 12;

/* A month stands for its middle, and so does a year; in the order a month
 * comes before its days. */
static jb_moment moment_new(const jb_bound_event *event, size_t order)
{
	jb_date date = event->event->date;
	double end = jb_date_months(date);
	jb_moment moment = {
		.event = event,
		.order = order,
		.sort = end,
		.at = end,
		.end = end,
		.year = date.month == 0,
	};

	if (!date.month) {
		moment.at = moment.sort = end - 6;
	} else if (!date.day) {
		moment.at = end - 0.5;
		moment.sort = end - 0.999;
	}
	return moment;
}

static bool is_shown(const jb_bound_event *event)
{
	return event->event->date.year && event->event->status != JB_PROPOSED;
}

static int compare_moments(const void *a, const void *b)
{
	const jb_moment *x = a, *y = b;

	if (x->far != y->far)
		return x->far ? 1 : -1;
	if (x->sort != y->sort)
		return x->sort < y->sort ? -1 : 1;
	if (x->plan != y->plan)
		return x->plan ? 1 : -1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* The end of the reported period, and never before what has happened. */
static double find_now(const jb_report *report, const jb_moments *moments)
{
	double now = 0;

	if (report && report->to.year)
		now = jb_date_months(report->to);
	for (size_t i = 0; i < moments->n; i++)
		if (moments->v[i].event->event->status == JB_ACTUAL)
			now = MAX(now, ceil(moments->v[i].at - 1e-6));
	for (size_t i = 0; i < moments->n && now <= 0; i++)
		now = floor(moments->v[i].at);
	return now;
}

/* What has started and has a date to come runs until then. */
static bool is_plan(const jb_moment *moment, double now)
{
	jb_status status = moment->event->event->status;

	return status == JB_PLANNED || status == JB_TARGET ||
	       (status == JB_STARTED && moment->at > now);
}

static void sort_out(jb_moments *moments)
{
	for (size_t i = 0; i < moments->n; i++) {
		jb_moment *moment = &moments->v[i];

		moment->plan = is_plan(moment, moments->now);
		moment->far = moment->plan &&
			      moment->end > moments->now + near_months + 1e-6;
		if (moment->far) {
			moment->sort = moment->end; /* years after months */
			continue;
		}
		moments->start = MIN(moments->start, floor(moment->at));
		if (moment->plan)
			moments->near_end = MAX(
				moments->near_end, ceil(moment->end - 1e-6));
	}
}

jb_moments jb_moments_new(jb_arena *arena, const jb_report *report,
	const jb_bound_event *events, size_t n)
{
	jb_moments moments = {.v = jb_new_array(arena, jb_moment, n)};

	for (size_t i = 0; i < n; i++)
		if (is_shown(&events[i]))
			moments.v[moments.n++] = moment_new(&events[i], i);
	moments.now = find_now(report, &moments);
	moments.start = moments.near_end = moments.now;
	sort_out(&moments);
	if (moments.n)
		qsort(moments.v, moments.n, sizeof(*moments.v),
			compare_moments);
	return moments;
}

bool jb_moment_same(const jb_moment *a, const jb_moment *b)
{
	const jb_event *x = a->event->event, *y = b->event->event;

	return a->plan == b->plan && a->far == b->far &&
	       jb_date_compare(x->date, y->date) == 0 &&
	       g_strcmp0(x->as, y->as) == 0;
}
