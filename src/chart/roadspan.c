/* roadspan.c - one event of a roadmap: its marks in time, its words in space.
 *
 * Solid has happened, hatched is planned, dashed is a time the source did not
 * state.  Words stand over the marks: before today they end where the marks
 * end, after it they begin where the marks begin.
 */
#include "chart/road.h"

#include <math.h>

#include "plot/marks.h"
#include "chart/parts.h"

static const double bar_pt = 8, line_pt = 12, inset_pt = 3;

/* --- time --- */

/* Months are whole: a date marks all of its month, or of its year. */
static jb_road_time time_of(jb_date date)
{
	if (!date.month)
		return (jb_road_time){date.year * 12, date.year * 12 + 12};
	return (jb_road_time){
		date.year * 12 + date.month - 1, date.year * 12 + date.month};
}

/* From the later of two months; today may be unknown. */
static double later(double month, double today)
{
	return isnan(today) ? month : fmax(month, today);
}

static double earlier(double month, double today)
{
	return isnan(today) ? month : fmin(month, today);
}

/* No date at all: somewhere before today, or somewhere after it. */
static jb_road_time undated(const jb_event *event, const jb_road_axis *axis)
{
	if (jb_is_ahead(event->status))
		return (jb_road_time){later(axis->from, axis->today), axis->to};
	return (jb_road_time){axis->from, earlier(axis->to, axis->today)};
}

/* From a begin that is stated to its end. */
static void set_lasting(jb_road_span *span, const jb_road_axis *axis)
{
	const jb_event *event = span->bound->event;
	double from = time_of(event->from).from, to = time_of(event->date).to;
	double now = to;

	if (event->status == JB_TARGET)
		span->target = to;
	if (jb_is_ahead(event->status))
		now = from;
	else if (event->status == JB_STARTED)
		now = fmin(later(from, axis->today), to);
	span->done = (jb_road_time){from, now};
	span->plan = (jb_road_time){now, to};
}

static void set_times(jb_road_span *span, const jb_road_axis *axis)
{
	const jb_event *event = span->bound->event;
	const jb_road_time date = time_of(event->date);
	double from = date.from, to = date.to;
	double year = floor(earlier(from, axis->today - 1) / 12) * 12;

	if (event->from.year) {
		set_lasting(span, axis);
		return;
	}
	if (!event->date.year) {
		span->vague = undated(event, axis);
		return;
	}
	switch (event->status) {
	case JB_STARTED:
		if (event->open_start) {
			span->vague =
				(jb_road_time){year, earlier(to, axis->today)};
			span->plan = (jb_road_time){
				later(span->vague.to, axis->today), to};
		} else {
			span->done = (jb_road_time){
				from, later(from + 1, axis->today)};
		}
		break;
	case JB_PLANNED:
	case JB_PROPOSED:
		if (event->open_start || !event->date.month)
			from = fmin(later(event->open_start ? year : from,
					    axis->today),
				to - 1);
		span->plan = (jb_road_time){from, to};
		break;
	case JB_TARGET:
		span->target = to;
		break;
	default:
		if (event->open_start)
			span->vague = (jb_road_time){year, to};
		else if (!event->date.month)
			span->vague =
				(jb_road_time){from, earlier(to, axis->today)};
		else
			span->done = (jb_road_time){from, to};
	}
}

/* --- space --- */

static void reach(
	jb_road_span *span, const jb_road_axis *axis, jb_road_time time)
{
	if (!jb_road_lasts(time))
		return;
	span->left = fmin(span->left, jb_road_x(axis, time.from));
	span->right = fmax(span->right, jb_road_x(axis, time.to));
}

static void set_extent(jb_road_span *span, const jb_road_axis *axis)
{
	span->left = INFINITY;
	span->right = -INFINITY;
	reach(span, axis, span->done);
	reach(span, axis, span->plan);
	reach(span, axis, span->vague);
	if (!isnan(span->target)) {
		double x = jb_road_x(axis, span->target);

		span->right = fmin(x + 4, axis->right);
		span->left = span->right - 8;
	}
	if (span->left > span->right)
		span->left = span->right = axis->left;
}

static int lines_of(
	jb_desk *desk, double width, const jb_rich *words, const char *style)
{
	return (int)round(jb_words_height(desk, width + 0.01, words, style) /
			  jb_desk_style(desk, style)->leading_pt);
}

/* Where the title ends when it stands before today: the end of what is known.
 */
static double known_end(const jb_road_span *span, const jb_road_axis *axis)
{
	if (jb_road_lasts(span->plan))
		return jb_road_x(axis, span->plan.from);
	return span->right;
}

/* Runs from an unstated start: its title names what its end will bring. */
static bool runs_on(const jb_road_span *span)
{
	return jb_road_lasts(span->vague) && jb_road_lasts(span->plan);
}

static void set_title(jb_road_span *span, const jb_road_axis *axis)
{
	double end = runs_on(span) ? span->right : known_end(span, axis) - 2;
	double begin = span->left + inset_pt;
	bool ends = jb_road_lasts(span->done) || jb_road_lasts(span->vague) ||
		    !isnan(span->target);

	if (ends && end - span->title_w >= axis->left)
		span->title_x = end - span->title_w;
	else if (begin + span->title_w <= axis->right)
		span->title_x = begin;
	else
		span->title_x = fmax(axis->right - span->title_w, axis->left);
}

/* The detail stands before a title at the end of its marks, or itself at their
 * end; where it cannot, under the title. */
static void set_detail(
	jb_desk *desk, jb_road_span *span, const jb_road_axis *axis)
{
	double room = axis->right - axis->left;

	if (!span->detail)
		return;
	span->detail_w =
		fmin(jb_words_width(desk, span->detail, "small"), room);
	span->detail_x = runs_on(span) ? span->title_x - 8 - span->detail_w
				       : span->right - span->detail_w;
	if (runs_on(span) && span->detail_x >= axis->left)
		return;
	if (span->detail_x >= span->title_x + span->title_w + 10)
		return;
	span->detail_x = fmin(span->title_x, axis->right - span->detail_w);
	span->under = lines_of(desk, span->detail_w, span->detail, "small");
	span->lines += span->under;
}

jb_road_span jb_road_span_new(
	jb_desk *desk, const jb_road_axis *axis, const jb_bound_event *event)
{
	double room = axis->right - axis->left;
	jb_road_span span = {
		.bound = event,
		.title = jb_event_name(event),
		.target = NAN,
		.lines = 1,
	};

	set_times(&span, axis);
	set_extent(&span, axis);
	span.title_w = jb_words_width(desk, span.title, "label_strong");
	if (span.title_w > room) {
		span.title_w = room;
		span.lines = lines_of(desk, room, span.title, "label_strong");
	}
	if (jb_road_lasts(span.plan) && !jb_rich_empty(event->detail))
		span.detail = event->detail;
	set_title(&span, axis);
	set_detail(desk, &span, axis);
	return span;
}

/* --- drawing --- */

/* Words cut the lines of the grid. */
static void words_put(jb_desk *desk, jb_group *group, double x, double y,
	double width, double height, const jb_rich *words, const char *style)
{
	double margin = 1.5;

	jb_put_rect(desk, group, x - margin, y + 1, width + margin, height - 2,
		jb_desk_ink(desk, "paper"));
	jb_put_words(desk, group, x, y, width + 0.01, words, style);
}

/* Where a piece of time stands on the axis. */
static double marks_at(
	const jb_road_axis *axis, jb_road_time time, double *width)
{
	double x = jb_road_x(axis, time.from);

	*width = jb_road_x(axis, time.to) - x;
	return x;
}

static void marks_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	const jb_road_span *span, double y)
{
	const jb_ink *primary = jb_desk_ink(desk, "primary");
	double x, w;

	if (jb_road_lasts(span->vague)) {
		x = marks_at(axis, span->vague, &w);
		jb_put_frame(desk, group, x + 0.375, y + 0.375, w - 0.75,
			bar_pt - 0.75, primary, 0.75, true);
	}
	if (jb_road_lasts(span->done)) {
		x = marks_at(axis, span->done, &w);
		jb_put_rect(desk, group, x, y, w, bar_pt, primary);
	}
	if (jb_road_lasts(span->plan)) {
		x = marks_at(axis, span->plan, &w);
		jb_put_hatched(desk, group, x, y, w, bar_pt);
	}
	if (!isnan(span->target))
		jb_put_circle(desk, group, span->right - 4, y + bar_pt / 2, 3.4,
			jb_desk_ink(desk, "paper"), desk->accent, 1.2);
}

void jb_road_span_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	const jb_road_span *span, double y, int lines)
{
	const jb_event *event = span->bound->event;
	double bottom = y + lines * line_pt;
	double top = bottom - span->lines * line_pt;
	double title_pt = (span->lines - span->under) * line_pt;
	double detail_pt = MAX(span->under, 1) * line_pt;
	guint from = group->items->len;

	words_put(desk, group, span->title_x, top, span->title_w, title_pt,
		span->title, "label_strong");
	if (span->detail)
		words_put(desk, group, span->detail_x, bottom - detail_pt,
			span->detail_w, detail_pt, span->detail, "small");
	marks_put(desk, group, axis, span, bottom + 2);
	jb_claim_at(group, from, event->pos);
	if (event->n_refs == 1)
		jb_claim(group, from, event->refs[0]);
}
