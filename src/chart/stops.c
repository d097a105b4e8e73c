/* stops.c - events in order, in equal steps: across in as many rows as they
 * need, or one under the other.
 *
 * What happened stands on a solid line with full dots, what is planned on a
 * dashed one with open dots.  Steps say nothing of how much time lies between,
 * and the keys say so.
 */
#include "chart/chart.h"

#include <math.h>

#include "chart/keys.h"
#include "plot/marks.h"
#include "chart/moment.h"
#include "chart/parts.h"

static const double dot_r = 3.5, line_w = 1.75, open_w = 1.25;
static const double step_least = 64, step_gap = 8, row_gap = 10;
static const double date_gap = 8, words_gap = 8; /* to the line, and from it */

/* Events of one date in one wording, all happened or all planned. */
struct stop {
	const jb_moment *moments;
	size_t n;
};

struct line {
	jb_desk *desk;
	jb_group *group;
	double width;
	struct stop *stops;
	size_t n;
};

static void collect(struct line *line, const jb_moments *time)
{
	line->stops = jb_new_array(line->desk->arena, struct stop, time->n + 1);
	for (size_t i = 0; i < time->n; i++) {
		const jb_moment *moment = &time->v[i];
		struct stop *last = line->n ? &line->stops[line->n - 1] : NULL;

		if (last && jb_moment_same(last->moments, moment))
			last->n++;
		else
			line->stops[line->n++] = (struct stop){moment, 1};
	}
}

static bool is_plan(const struct stop *stop)
{
	return stop->moments->plan;
}

/* ---- marks ---- */

/* From a stop to the next one, or to the edge: dashed if it leads to a plan. */
static void put_way(struct line *line, double x0, double y0, double x1,
	double y1, bool plan)
{
	const jb_ink *ink = jb_desk_ink(line->desk, "primary");

	jb_put_line(line->desk, line->group, x0, y0, x1, y1, ink,
		plan ? 1 : line_w, plan);
}

static void put_dot(
	struct line *line, const struct stop *stop, double x, double y)
{
	const jb_ink *ink = jb_desk_ink(line->desk, "primary");
	guint from = line->group->items->len;

	if (is_plan(stop))
		jb_put_circle(line->desk, line->group, x, y, dot_r,
			jb_desk_ink(line->desk, "paper"), ink, open_w);
	else
		jb_put_circle(
			line->desk, line->group, x, y, dot_r, ink, NULL, 0);
	jb_claim_at(line->group, from, stop->moments->event->event->date_pos);
}

/* Titles of a stop, one under the other; measured only if group is NULL. */
static double put_titles(struct line *line, jb_group *group,
	const struct stop *stop, double x, double y, double width)
{
	double top = y;

	for (size_t i = 0; i < stop->n; i++) {
		const jb_bound_event *event = stop->moments[i].event;
		const jb_rich *name = jb_event_name(event);
		guint from = group ? group->items->len : 0;

		y += group ? jb_put_words(line->desk, group, x, y, width, name,
				     "label")
			   : jb_words_height(line->desk, width, name, "label");
		if (group)
			jb_claim_at(group, from, event->event->pos);
	}
	return y - top;
}

/* ---- keys ---- */

static void add_key(struct line *line, jb_keys *keys, bool plan)
{
	const jb_ink *ink = jb_desk_ink(line->desk, "primary");
	jb_group *key =
		jb_keys_add_words(line->desk, keys, plan ? "计划" : "已发生");
	double x = -key->width - 5 - dot_r, y = JB_KEY_BASELINE - 2.8;

	if (plan)
		jb_put_circle(line->desk, key, x, y, dot_r - open_w / 2,
			jb_desk_ink(line->desk, "paper"), ink, open_w);
	else
		jb_put_circle(line->desk, key, x, y, dot_r, ink, NULL, 0);
	key->width += 5 + 2 * dot_r;
}

/* Returns where the stops begin. */
static double put_keys(struct line *line)
{
	jb_keys keys = {0};
	bool past = !is_plan(&line->stops[0]);
	bool plans = is_plan(&line->stops[line->n - 1]);
	double height;

	if (past && plans)
		add_key(line, &keys, false);
	if (plans)
		add_key(line, &keys, true);
	jb_keys_add_words(line->desk, &keys, "间距不按时间比例");
	height = jb_keys_place(line->desk, &keys, line->group, line->width);
	return height > 0 ? height + 4 : 0;
}

/* ---- across ---- */

/* Stops a row: as many as there is room for, rows as even as can be. */
static size_t per_row(const struct line *line)
{
	double step = step_least;
	size_t most, rows;

	for (size_t i = 0; i < line->n; i++)
		step = fmax(step,
			jb_words_width(line->desk,
				line->stops[i].moments->event->date, "date") +
				step_gap);
	most = (size_t)fmax(1, floor(line->width / step));
	rows = (line->n + most - 1) / most;
	return (line->n + rows - 1) / rows;
}

/* The dates over the line end on one baseline; returns the row's height. */
static double put_row(
	struct line *line, size_t from, size_t end, size_t most, double y)
{
	jb_desk *desk = line->desk;
	double step = line->width / (double)most, words = 0, dates = 0;
	double axis;

	for (size_t i = from; i < end; i++) {
		dates = fmax(dates,
			jb_words_height(desk, step - step_gap,
				line->stops[i].moments->event->date, "date"));
		words = fmax(words, put_titles(line, NULL, &line->stops[i], 0,
					    0, step - step_gap));
	}
	axis = y + dates + date_gap;
	for (size_t i = from; i < end; i++) {
		const struct stop *stop = &line->stops[i];
		double x = step * (double)(i - from);
		bool more = i + 1 < line->n;

		jb_put_words(desk, line->group, x, y, step - step_gap,
			stop->moments->event->date, "date");
		put_way(line, x, axis,
			more ? x + step : fmin(x + step, x + 2 * dot_r), axis,
			is_plan(&line->stops[more ? i + 1 : i]));
		put_dot(line, stop, x + dot_r, axis);
		put_titles(line, line->group, stop, x, axis + words_gap,
			step - step_gap);
	}
	return axis + words_gap + words - y;
}

static void put_across(struct line *line, double y)
{
	size_t most = per_row(line);

	for (size_t from = 0; from < line->n; from += most) {
		if (from)
			y += row_gap;
		y += put_row(line, from, MIN(from + most, line->n), most, y);
	}
	line->group->height = y;
}

/* ---- down ---- */

/* Dates end before the line, titles stand behind it. */
static void put_down(struct line *line, double y)
{
	jb_desk *desk = line->desk;
	double ascent = jb_style_ascent(desk, jb_desk_style(desk, "date"));
	double *middles = jb_new_array(desk->arena, double, line->n);
	double dates = 0, x;

	for (size_t i = 0; i < line->n; i++)
		dates = fmax(dates,
			jb_words_width(desk,
				line->stops[i].moments->event->date, "date"));
	x = fmin(ceil(dates), 0.4 * line->width) + date_gap + dot_r;
	for (size_t i = 0; i < line->n; i++) {
		const struct stop *stop = &line->stops[i];
		double left = x + dot_r + words_gap;

		middles[i] = y + ascent - 0.36 * 8;
		if (i)
			put_way(line, x, middles[i - 1], x, middles[i],
				is_plan(stop));
		y += 6 + fmax(put_titles(line, line->group, stop, left, y,
				      line->width - left),
				 jb_put_words_as(desk, line->group, 0, y,
					 x - date_gap - dot_r,
					 stop->moments->event->date, "date",
					 JB_TEXT_END, NULL));
	}
	for (size_t i = 0; i < line->n; i++)
		put_dot(line, &line->stops[i], x, middles[i]);
	line->group->height = y - 6;
}

jb_group *jb_chart_stops(jb_desk *desk, const jb_bound_event *events, size_t n,
	bool down, size_t from, size_t most, double width)
{
	struct line line = {
		.desk = desk,
		.group = jb_group_new(desk->arena),
		.width = width,
	};
	jb_moments time = jb_moments_new(desk->arena, desk->report, events, n);
	double y;

	line.group->width = width;
	collect(&line, &time);
	if (from >= line.n)
		return line.group;
	line.stops += from;
	line.n = MIN(line.n - from, most);
	y = put_keys(&line);
	if (down)
		put_down(&line, y);
	else
		put_across(&line, y);
	line.group->height = jb_snap(desk, line.group->height);
	return line.group;
}

size_t jb_chart_stop_count(
	jb_desk *desk, const jb_bound_event *events, size_t n)
{
	struct line line = {.desk = desk};
	jb_moments time = jb_moments_new(desk->arena, desk->report, events, n);

	collect(&line, &time);
	return line.n;
}
