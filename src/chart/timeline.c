/* timeline.c - events on one axis of time: what happened above it, what is
 * planned below.
 *
 * Months are equal up to the end of the near plans (twelve months from the end
 * of the reported period).  What lies beyond follows on a dashed line in equal
 * steps, and the key says that it is not to scale.
 */
#include "chart/chart.h"

#include <stdlib.h>

#include "chart/keys.h"
#include "plot/marks.h"
#include "chart/moment.h"
#include "chart/parts.h"
#include "plot/spread.h"
#include "chart/stairs.h"

static const double bar_h = 6, dot_gap = 12, far_step = 36, edge = 5;
static const double axis_gap = 8, title_gap = 8;

/* A stem: moments of one date on one side. */
struct stop {
	const jb_moment *moments;
	size_t n;
	double x;
};

struct timeline {
	jb_desk *desk;
	jb_group *group;
	double width;
	jb_moments time;
	struct stop *stops; /* in order of time */
	size_t n_stops;
	double now_x, near_x;
	jb_stairs past, plans;
	double axis_y;
};

/* --- places on the axis --- */

static void collect_stops(struct timeline *line)
{
	line->stops =
		jb_new_array(line->desk->arena, struct stop, line->time.n);
	for (size_t i = 0; i < line->time.n; i++) {
		const jb_moment *moment = &line->time.v[i];
		struct stop *last =
			line->n_stops ? &line->stops[line->n_stops - 1] : NULL;

		if (last && jb_moment_same(last->moments, moment))
			last->n++;
		else
			line->stops[line->n_stops++] =
				(struct stop){moment, 1, 0};
	}
}

/* Planned for “within the year”: a bracket, not a dot. */
static bool is_bracket(const struct stop *stop)
{
	return stop->moments->plan && stop->moments->year &&
	       !stop->moments->far;
}

static double scaled_x(const struct timeline *line, double months)
{
	double span = line->time.near_end - line->time.start;

	return span > 0 ? line->near_x * (months - line->time.start) / span : 0;
}

static void bracket_ends(const struct timeline *line, const struct stop *stop,
	double *from, double *to)
{
	double end = stop->moments->end;

	*from = scaled_x(line, MAX(MIN(line->time.now, end - 1), end - 12));
	*to = scaled_x(line, end);
}

/* Dots of the near time keep apart; exact days give way less than months. */
static void spread_near(struct timeline *line)
{
	jb_arena *arena = line->desk->arena;
	jb_wish *wishes = jb_new_array(arena, jb_wish, line->n_stops);
	double *places = jb_new_array(arena, double, line->n_stops);
	size_t n = 0;

	for (size_t i = 0; i < line->n_stops; i++) {
		const jb_moment *moment = line->stops[i].moments;
		bool day = moment->event->event->date.day > 0;

		if (!moment->far && !is_bracket(&line->stops[i]))
			wishes[n++] = (jb_wish){
				scaled_x(line, moment->at), day ? 20 : 1};
	}
	jb_spread(arena, wishes, n, dot_gap, edge,
		MAX(edge, line->near_x - edge), places);
	n = 0;
	for (size_t i = 0; i < line->n_stops; i++) {
		struct stop *stop = &line->stops[i];
		double from, to;

		if (stop->moments->far)
			continue;
		stop->x = is_bracket(stop) ? 0 : places[n++];
		if (!is_bracket(stop))
			continue;
		bracket_ends(line, stop, &from, &to);
		stop->x = (from + to) / 2;
	}
}

static void place_stops(struct timeline *line)
{
	size_t n_far = 0, k = 0;
	double room;

	for (size_t i = 0; i < line->n_stops; i++)
		n_far += line->stops[i].moments->far;
	room = MIN(far_step * (double)n_far, 0.45 * line->width);
	if (line->time.near_end <= line->time.start) /* nothing but far plans */
		room = n_far ? line->width : 0;
	line->near_x = line->width - room;
	line->now_x = scaled_x(line, line->time.now);
	spread_near(line);
	for (size_t i = 0; i < line->n_stops; i++)
		if (line->stops[i].moments->far)
			line->stops[i].x = line->near_x - edge +
					   room * (double)++k / (double)n_far;
}

/* --- the two sides --- */

static int compare_steps(const void *a, const void *b)
{
	const jb_step_words *x = a, *y = b;

	return x->x < y->x ? -1 : x->x > y->x;
}

static void build_side(struct timeline *line, jb_stairs *stairs, bool below)
{
	jb_arena *arena = line->desk->arena;

	stairs->below = below;
	stairs->width = line->width;
	stairs->v = jb_new_array(arena, jb_step_words, line->n_stops);
	for (size_t i = 0; i < line->n_stops; i++) {
		const struct stop *stop = &line->stops[i];
		jb_step_words *step = &stairs->v[stairs->n];

		if (stop->moments->plan != below)
			continue;
		step->x = stop->x;
		step->n = stop->n;
		step->events =
			jb_new_array(arena, const jb_bound_event *, stop->n);
		for (size_t j = 0; j < stop->n; j++)
			step->events[j] = stop->moments[j].event;
		stairs->n++;
	}
	if (stairs->n)
		qsort(stairs->v, stairs->n, sizeof(*stairs->v), compare_steps);
	jb_stairs_place(line->desk, stairs);
}

/* --- the axis --- */

static void put_bracket(struct timeline *line, const struct stop *stop)
{
	const jb_ink *ink = jb_desk_ink(line->desk, "text70");
	double y = line->axis_y + bar_h / 2 + 6, x0, x1;
	guint from = line->group->items->len;

	bracket_ends(line, stop, &x0, &x1);
	x0 += 0.25;
	x1 -= 0.25;
	jb_put_line(line->desk, line->group, x0, y, x1, y, ink, 0.5, false);
	jb_put_line(line->desk, line->group, x0, y - 4, x0, y, ink, 0.5, false);
	jb_put_line(line->desk, line->group, x1, y - 4, x1, y, ink, 0.5, false);
	jb_claim_at(line->group, from, stop->moments->event->event->date_pos);
}

static void put_dot(struct timeline *line, const struct stop *stop)
{
	jb_desk *desk = line->desk;
	const jb_ink *paper = jb_desk_ink(desk, "paper");
	guint from = line->group->items->len;

	if (stop->moments->plan)
		jb_put_circle(desk, line->group, stop->x, line->axis_y, 3.5,
			paper, desk->accent, 1.5);
	else
		jb_put_circle(desk, line->group, stop->x, line->axis_y, 2,
			paper, NULL, 0);
	jb_claim_at(line->group, from, stop->moments->event->event->date_pos);
}

static void put_axis(struct timeline *line)
{
	const jb_ink *primary = jb_desk_ink(line->desk, "primary");
	double top = line->axis_y - bar_h / 2;

	if (line->now_x > 0)
		jb_put_rect(line->desk, line->group, 0, top, line->now_x, bar_h,
			primary);
	jb_put_hatched(line->desk, line->group, line->now_x, top,
		line->near_x - line->now_x, bar_h);
	if (line->near_x < line->width)
		jb_put_line(line->desk, line->group, line->near_x + 2,
			line->axis_y, line->width - edge, line->axis_y, primary,
			1, true);
}

static void put_stops(struct timeline *line)
{
	for (size_t i = 0; i < line->n_stops; i++)
		if (is_bracket(&line->stops[i]))
			put_bracket(line, &line->stops[i]);
		else
			put_dot(line, &line->stops[i]);
}

/* --- keys --- */

/* What the dashed part of the axis means. */
static void add_break_key(struct timeline *line, jb_keys *keys)
{
	jb_group *key = jb_keys_add_words(line->desk, keys, "此后不按比例");
	double right = -key->width - 5, y = JB_KEY_BASELINE - 2.8;

	jb_put_line(line->desk, key, right - 20, y, right, y,
		jb_desk_ink(line->desk, "primary"), 1, true);
	key->width += 25;
}

/* Returns where the words start. */
static double put_keys(struct timeline *line)
{
	jb_keys keys = {0};
	double height;

	if (line->past.n)
		jb_keys_add(line->desk, &keys, JB_KEY_ACTUAL);
	if (line->near_x - line->now_x > 0.5)
		jb_keys_add(line->desk, &keys, JB_KEY_PLANNED);
	if (line->plans.n)
		jb_keys_add(line->desk, &keys, JB_KEY_TARGET);
	if (line->near_x < line->width && line->near_x > 0)
		add_break_key(line, &keys);
	height = jb_keys_place(line->desk, &keys, line->group, line->width);
	return height > 0 ? height + 4 : title_gap;
}

jb_group *jb_chart_timeline(
	jb_desk *desk, const jb_bound_event *events, size_t n, double width)
{
	struct timeline line = {
		.desk = desk,
		.group = jb_group_new(desk->arena),
		.width = width,
		.time = jb_moments_new(desk->arena, desk->report, events, n),
	};
	double top;

	line.group->width = width;
	if (!line.time.n)
		return line.group;
	collect_stops(&line);
	place_stops(&line);
	build_side(&line, &line.past, false);
	build_side(&line, &line.plans, true);
	top = put_keys(&line);
	line.axis_y = top + line.past.height + axis_gap + bar_h / 2;
	jb_stairs_put(desk, line.group, &line.past, top, line.axis_y,
		jb_desk_ink(desk, "primary"));
	jb_stairs_put(desk, line.group, &line.plans,
		line.axis_y + bar_h / 2 + axis_gap, line.axis_y, desk->accent);
	put_axis(&line);
	put_stops(&line);
	line.group->height = jb_snap(desk,
		line.axis_y + bar_h / 2 +
			(line.plans.n ? axis_gap + line.plans.height : 0));
	return line.group;
}
