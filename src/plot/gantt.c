/* gantt.c - events as lengths of time, one under the other: what is done, what
 * is planned, and when it ends; events of one day as lozenges.
 */
#include "plot/places.h"

#include <math.h>

#include "plot/calendar.h"
#include "plot/marks.h"

static const double bar_pt = 10, row_gap = 7, name_gap = 10, word_gap = 4;
static const double names_share = 0.36, plot_least = 130, line_pt = 11;
static const double legend_gap = 6, lozenge_pt = 5, seen_pt = 1.5;
enum { MONTHS_MOST = 120 }; /* longer times are counted in years */

/* In months since year 0; from: NAN where it is a point of time. */
struct task {
	const jb_bound_event *bound;
	const jb_rich *name, *when;
	double from, to;
	double name_h, y; /* the middle of its bar */
	double when_x, when_y;
};

struct gantt {
	jb_plot *plot;
	struct task *tasks;
	size_t n;
	double today;	    /* or NAN */
	double names_w;	    /* 0: names stand over their bars */
	double first, unit; /* months of the axis, and of one slot */
	bool years;	    /* on a line of their own */
};

/* ---- time ---- */

static double begin_of(jb_date date)
{
	jb_date day = date;

	if (!date.month)
		return 12.0 * date.year;
	if (!date.day)
		return 12.0 * date.year + date.month - 1;
	day.day = 1;
	return jb_date_months(date) - jb_date_months(day) + 12.0 * date.year +
	       date.month - 1;
}

static double at(const struct gantt *g, double months)
{
	const jb_plot *plot = g->plot;

	return plot->left + (months - g->first) / g->unit /
				    (double)plot->frame.n_slots *
				    (plot->right - plot->left);
}

static const jb_rich *when_of(jb_plot *plot, const jb_event *event)
{
	jb_arena *arena = plot->desk->arena;
	const char *text =
		event->as	    ? event->as
		: !event->date.year ? "时间未定"
		: event->from.year
			? jb_date_period(arena, event->from, event->date)
			: jb_date_text(arena, event->date);

	return jb_rich_plain(arena, text, event->date_pos);
}

static void read(struct gantt *g)
{
	const jb_bound_subject *of = &g->plot->picture->of;

	g->n = of->n_events;
	g->tasks = jb_new_array(g->plot->desk->arena, struct task, g->n);
	for (size_t i = 0; i < g->n; i++) {
		const jb_bound_event *bound = &of->events[i];
		struct task *task = &g->tasks[i];

		task->bound = bound;
		task->name = jb_event_name(bound);
		task->when = when_of(g->plot, bound->event);
		task->to = jb_date_months(bound->event->date);
		task->from = bound->event->from.year
				     ? begin_of(bound->event->from)
				     : NAN;
		if (!bound->event->from.year && bound->event->date.year &&
			!bound->event->date.day)
			task->from = begin_of(bound->event->date);
	}
}

/* Whole months from the first to the last, or years; today is no reason for
 * more. */
static void set_axis(struct gantt *g)
{
	jb_frame *frame = &g->plot->frame;
	double first = INFINITY, last = -INFINITY;

	for (size_t i = 0; i < g->n; i++) {
		const struct task *task = &g->tasks[i];

		if (!task->bound->event->date.year)
			continue;
		first = fmin(first,
			isnan(task->from) ? task->to - 0.01 : task->from);
		last = fmax(last, task->to);
	}
	frame->step = 1;
	g->unit = last - first > MONTHS_MOST ? 12 : 1;
	frame->by = g->unit > 1 ? JB_BY_YEAR : JB_BY_MONTH;
	frame->first = (int)floor(first / g->unit);
	frame->n_slots = (size_t)(ceil(last / g->unit - 1e-9) - frame->first);
	g->first = frame->first * g->unit;
}

/* ---- places ---- */

static const jb_style *label(const jb_plot *plot)
{
	return jb_desk_style(plot->desk, JB_PLOT_LABEL);
}

static void set_names(struct gantt *g)
{
	jb_plot *plot = g->plot;
	double widest = 0;

	for (size_t i = 0; i < g->n; i++)
		widest = fmax(widest, jb_word_width(plot, g->tasks[i].name));
	widest = fmin(ceil(widest) + 0.5, names_share * plot->width);
	g->names_w = plot->width - widest - name_gap < plot_least ? 0 : widest;
	plot->left = g->names_w > 0 ? g->names_w + name_gap : 0;
	plot->right = plot->width;
}

/* Behind its bar, or before it; false where it must stand under it. */
static bool set_when(const struct gantt *g, struct task *task)
{
	const jb_plot *plot = g->plot;
	double half = isnan(task->from) ? lozenge_pt : 0;
	double wide = jb_word_width(g->plot, task->when);
	double left = at(g, isnan(task->from) ? task->to : task->from) - half;
	double right = at(g, task->to) + half;

	task->when_x =
		!task->bound->event->date.year ? plot->left : right + word_gap;
	if (task->when_x + wide > plot->right)
		task->when_x = left - word_gap - wide;
	if (task->when_x >= plot->left)
		return true;
	task->when_x = fmax(plot->left,
		fmin((left + right - wide) / 2, plot->right - wide));
	return false;
}

/* The rows from y on; returns where the last ends. */
static double set_rows(struct gantt *g, double y)
{
	jb_plot *plot = g->plot;
	bool beside = g->names_w > 0;

	for (size_t i = 0; i < g->n; i++) {
		struct task *task = &g->tasks[i];
		double high, under = set_when(g, task) ? 0 : line_pt;

		task->name_h = jb_lines_put(plot, 0, 0,
			beside ? g->names_w : plot->width, task->name,
			JB_TEXT_START, NULL, false);
		high = beside ? fmax(task->name_h, bar_pt + under)
			      : task->name_h + bar_pt + under;
		task->y = beside ? y + (high - under) / 2
				 : y + task->name_h + bar_pt / 2;
		task->when_y =
			task->y + (under > 0 ? (bar_pt + under) / 2 + 1 : 0);
		y += high + row_gap;
	}
	return y - row_gap;
}

/* ---- axis ---- */

/* From its line on; one that would leave the picture is left to its line. */
static void put_tick(struct gantt *g, double x, double y, const char *text)
{
	jb_plot *plot = g->plot;

	if (x + jb_plain_width(plot, text, JB_PLOT_LABEL) > plot->width + 0.5)
		return;
	jb_put_text(plot->desk, plot->group, x, y, JB_ALIGN_START,
		jb_rich_plain(
			plot->desk->arena, text, plot->picture->picture->pos),
		label(plot), jb_desk_ink(plot->desk, "text70"), 0);
}

static void choose_ticks(struct gantt *g)
{
	jb_plot *plot = g->plot;

	plot->x = (jb_slots_scale){
		plot->left, plot->right, plot->frame.n_slots, false, 0};
	plot->dates = jb_new_array(
		plot->desk->arena, jb_date_tick, plot->frame.n_slots);
	plot->n_dates = jb_calendar(
		plot->desk, &plot->frame, &plot->x, label(plot), plot->dates);
	for (size_t i = 0; i < plot->n_dates; i++)
		g->years = g->years || plot->dates[i].year;
}

/* The years over the months; a line down from each begin. */
static void put_axis(struct gantt *g, double top, double bottom)
{
	jb_plot *plot = g->plot;
	double base = top - 4;

	for (size_t i = 0; i < plot->n_dates; i++) {
		const jb_date_tick *tick = &plot->dates[i];
		double edge = jb_slot_at(&plot->x, tick->slot) -
			      jb_slot_pitch(&plot->x) / 2;

		jb_put_line(plot->desk, plot->group, edge, top, edge, bottom,
			jb_desk_ink(plot->desk, "text20"), 0.35, false);
		put_tick(g, edge, base, tick->text);
		if (tick->year)
			put_tick(g, edge, base - line_pt, tick->year);
	}
	if (g->today > g->first && at(g, g->today) < plot->right)
		jb_put_line(plot->desk, plot->group, at(g, g->today), top,
			at(g, g->today), bottom, plot->desk->accent, 1, true);
}

/* ---- bars ---- */

static void put_lozenge(struct gantt *g, const struct task *task)
{
	jb_plot *plot = g->plot;
	const double r = lozenge_pt;
	double x = CLAMP(at(g, task->to), plot->left + r, plot->right - r);
	double y = task->y;
	const double points[] = {x, y - r, x + r, y, x, y + r, x - r, y};
	jb_status status = task->bound->event->status;
	const jb_ink *ink = status == JB_TARGET
				    ? plot->desk->accent
				    : jb_desk_ink(plot->desk, "primary");
	jb_item *item = jb_put_look(plot->desk, plot->group, points, 4,
		(jb_shade){ink, JB_PATTERN_NONE});

	if (!jb_is_ahead(status))
		return;
	item->u.path.fill = jb_desk_ink(plot->desk, "paper");
	item->u.path.stroke = ink;
	item->u.path.width_pt = 1;
}

/* Where what is done ends; all of it where nothing says so. */
static double done_until(const struct gantt *g, const struct task *task)
{
	jb_status status = task->bound->event->status;

	if (jb_is_ahead(status))
		return task->from;
	if (status != JB_STARTED)
		return task->to;
	return isnan(g->today) ? task->from
			       : CLAMP(g->today, task->from, task->to);
}

static void put_bar(struct gantt *g, const struct task *task)
{
	jb_plot *plot = g->plot;
	double y = task->y - bar_pt / 2;
	double x0 = at(g, task->from), x1 = at(g, task->to);
	double now = at(g, done_until(g, task));

	if (task->bound->event->status == JB_TARGET) {
		jb_put_rect(plot->desk, plot->group, x0, y, x1 - x0, bar_pt,
			jb_desk_ink(plot->desk, "paper"));
		jb_put_frame(plot->desk, plot->group, x0 + 0.625, y + 0.625,
			x1 - x0 - 1.25, bar_pt - 1.25, plot->desk->accent, 1.25,
			false);
		return;
	}
	if (now > x0)
		jb_put_rect(plot->desk, plot->group, x0, y, now - x0, bar_pt,
			jb_desk_ink(plot->desk, "primary"));
	jb_put_hatched(plot->desk, plot->group, now, y, x1 - now, bar_pt);
}

/* On paper: lines of the axis stand back. */
static void put_when(struct gantt *g, const struct task *task)
{
	jb_plot *plot = g->plot;
	double wide = jb_word_width(plot, task->when);
	double high = jb_word_height(plot) - 1;

	jb_put_rect(plot->desk, plot->group, task->when_x - 1.5,
		task->when_y - high / 2, wide + 3, high,
		jb_desk_ink(plot->desk, "paper"));
	jb_word_put(plot, task->when_x, task->when_y, JB_ALIGN_START,
		task->when, jb_desk_ink(plot->desk, "text70"));
}

static void put_task(struct gantt *g, const struct task *task)
{
	jb_plot *plot = g->plot;
	guint from = plot->group->items->len;
	bool dated = task->bound->event->date.year;
	bool beside = g->names_w > 0;

	jb_lines_put(plot, 0,
		beside ? (task->y + task->when_y - task->name_h) / 2
		       : task->y - bar_pt / 2 - task->name_h,
		beside ? g->names_w : plot->width, task->name, JB_TEXT_START,
		NULL, true);
	put_when(g, task);
	if (dated && (isnan(task->from) ||
			     at(g, task->to) - at(g, task->from) < seen_pt))
		put_lozenge(g, task);
	else if (dated)
		put_bar(g, task);
	jb_claim_at(plot->group, from, task->bound->event->pos);
}

/* ---- keys ---- */

static void add_key(struct gantt *g, jb_legend_mark mark, const char *words)
{
	jb_plot *plot = g->plot;

	plot->legend[plot->n_legend++] = (jb_legend_key){.mark = mark,
		.look.ink = jb_desk_ink(plot->desk, "primary"),
		.words = jb_rich_plain(
			plot->desk->arena, words, plot->picture->picture->pos)};
}

static double put_keys(struct gantt *g)
{
	jb_plot *plot = g->plot;
	bool planned = false, target = false;
	double high;

	for (size_t i = 0; i < g->n; i++) {
		const jb_event *event = g->tasks[i].bound->event;

		target = target || event->status == JB_TARGET;
		planned = planned || event->status == JB_STARTED ||
			  (jb_is_ahead(event->status) &&
				  event->status != JB_TARGET);
	}
	if (planned)
		add_key(g, JB_LEGEND_HATCHED, "计划");
	if (target)
		add_key(g, JB_LEGEND_OUTLINED, "目标");
	if (g->today > g->first && at(g, g->today) < plot->right)
		add_key(g, JB_LEGEND_DASHES,
			jb_sprintf(plot->desk->arena, "截至%s",
				jb_date_text(plot->desk->arena,
					plot->desk->report->to)));
	high = plot->n_legend ? jb_legend_put(plot, 0, true) + legend_gap : 0;
	plot->n_legend = 0;
	return high;
}

void jb_gantt_put(jb_plot *plot)
{
	const jb_report *report = plot->desk->report;
	struct gantt g = {.plot = plot, .today = NAN};
	double top;

	read(&g);
	set_axis(&g);
	if (report->to.year)
		g.today = jb_date_months(report->to);
	set_names(&g);
	choose_ticks(&g);
	top = put_keys(&g) + (g.years ? 2 : 1) * line_pt + 4;
	plot->group->height = set_rows(&g, top + row_gap / 2) + row_gap / 2;
	put_axis(&g, top, plot->group->height);
	for (size_t i = 0; i < g.n; i++)
		put_task(&g, &g.tasks[i]);
}
