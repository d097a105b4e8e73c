/* roadmap.c - events in lanes by how real they are, or by their sections, over
 * an axis of months.
 */
#include "chart/forms.h"

#include <math.h>
#include <string.h>

#include "chart/keys.h"
#include "plot/marks.h"
#include "chart/parts.h"
#include "chart/road.h"

static const double names_pt = 86, narrow_pt = 320, row_pad_pt = 16,
		    line_pt = 12, word_gap_pt = 16;

typedef enum { DONE, STARTED, PLANNED, TARGET, PROPOSED, LANES } lane_kind;

struct lane {
	const jb_rich *name;
	jb_road_span *spans;
	size_t n;
	int rows;
	int *lines; /* of words, in each row */
	double height;
};

struct map {
	jb_road_axis axis;
	struct lane *lane; /* the last one is of what is proposed */
	size_t n;
	double name_pt; /* height of a lane's name over it; 0: at its left */
	double top;	/* of the lanes */
	jb_pos pos;
};

static lane_kind lane_of(jb_status status)
{
	switch (status) {
	case JB_STARTED:
		return STARTED;
	case JB_PLANNED:
		return PLANNED;
	case JB_TARGET:
		return TARGET;
	case JB_PROPOSED:
		return PROPOSED;
	default:
		return DONE;
	}
}

/* What is planned for the reported year is said so. */
static const char *status_name(const struct map *map, lane_kind kind)
{
	static const char *const names[LANES] = {
		[DONE] = "已发生",
		[STARTED] = "已启动",
		[PLANNED] = "计划",
		[TARGET] = "目标",
		[PROPOSED] = "策划推进",
	};
	const struct lane *lane = &map->lane[kind];

	for (size_t i = 0; i < lane->n; i++)
		if (kind != PLANNED || isnan(map->axis.today) ||
			lane->spans[i].bound->event->date.year !=
				(int)floor((map->axis.today - 1) / 12))
			return names[kind];
	return "年内计划";
}

/* --- lanes --- */

/* A lane for each section, one for what belongs to none, one for what is
 * proposed. */
static size_t section_lane(
	const jb_desk *desk, const struct map *map, const jb_event *event)
{
	size_t n = desk->report->n_sections;

	if (event->status == JB_PROPOSED)
		return map->n - 1;
	for (size_t i = 0; event->section && i < n; i++)
		if (strcmp(desk->report->sections[i].id, event->section) == 0)
			return i;
	return n;
}

static void lanes_name(
	jb_desk *desk, struct map *map, const jb_bound_subject *of)
{
	size_t sections = desk->report->n_sections;

	for (size_t k = 0; k < map->n; k++) {
		bool last = k + 1 == map->n;
		const char *own = of->lanes ? (last ? "策划推进" : "其他")
					    : status_name(map, (lane_kind)k);

		map->lane[k].name =
			of->lanes && k < sections
				? of->lanes[k]
				: jb_rich_plain(desk->arena, own, map->pos);
	}
}

static void lanes_fill(
	jb_desk *desk, struct map *map, const jb_bound_subject *of)
{
	size_t n = of->n_events;

	map->n = of->lanes ? desk->report->n_sections + 2 : (size_t)LANES;
	map->lane = jb_new_array(desk->arena, struct lane, map->n);
	for (size_t k = 0; k < map->n; k++) {
		map->lane[k].spans = jb_new_array(desk->arena, jb_road_span, n);
		map->lane[k].lines = jb_new_array(desk->arena, int, n);
	}
	for (size_t i = 0; i < n; i++) {
		const jb_event *event = of->events[i].event;
		size_t k = of->lanes ? section_lane(desk, map, event)
				     : (size_t)lane_of(event->status);
		struct lane *lane = &map->lane[k];

		lane->spans[lane->n++] =
			jb_road_span_new(desk, &map->axis, &of->events[i]);
	}
	lanes_name(desk, map, of);
}

static const struct lane *proposed(const struct map *map)
{
	return &map->lane[map->n - 1];
}

static double words_left(const jb_road_span *span)
{
	return span->detail ? fmin(span->title_x, span->detail_x)
			    : span->title_x;
}

static double words_right(const jb_road_span *span)
{
	double title = span->title_x + span->title_w;

	return span->detail ? fmax(title, span->detail_x + span->detail_w)
			    : title;
}

/* Words may not touch words, nor marks marks. */
static bool collide(const jb_road_span *a, const jb_road_span *b)
{
	if (words_left(a) < words_right(b) + 8 &&
		words_left(b) < words_right(a) + 8)
		return true;
	return a->left < b->right + 2 && b->left < a->right + 2;
}

/* Each span in the first row that has room for it. */
static void lane_rows(struct lane *lane)
{
	for (size_t i = 0; i < lane->n; i++) {
		jb_road_span *span = &lane->spans[i];

		for (size_t j = 0; j < i; j++)
			if (lane->spans[j].row == span->row &&
				collide(&lane->spans[j], span)) {
				span->row++;
				j = (size_t)-1; /* look again from the first */
			}
		lane->rows = MAX(lane->rows, span->row + 1);
		lane->lines[span->row] =
			MAX(lane->lines[span->row], span->lines);
	}
	lane->height = 2;
	for (int row = 0; row < lane->rows; row++)
		lane->height += lane->lines[row] * line_pt + row_pad_pt;
}

static void lane_put(jb_desk *desk, jb_group *group, const struct map *map,
	const struct lane *lane, double y)
{
	y += 2;
	for (int row = 0; row < lane->rows; row++) {
		for (size_t i = 0; i < lane->n; i++)
			if (lane->spans[i].row == row)
				jb_road_span_put(desk, group, &map->axis,
					&lane->spans[i], y, lane->lines[row]);
		y += lane->lines[row] * line_pt + row_pad_pt;
	}
}

/* --- what has no time: names in a dashed box --- */

static const jb_rich *proposed_name(jb_desk *desk, const jb_bound_event *bound)
{
	const jb_rich *title = jb_event_name(bound);
	jb_rich *both;

	if (!bound->event->date.month || jb_rich_empty(bound->date))
		return title;
	both = jb_new(desk->arena, jb_rich);
	both->n = title->n + 2;
	both->pieces = jb_new_array(desk->arena, jb_rich_piece, both->n);
	for (size_t i = 0; i < title->n; i++)
		both->pieces[i] = title->pieces[i];
	both->pieces[title->n] =
		(jb_rich_piece){.text = "　", .pos = bound->event->date_pos};
	both->pieces[title->n + 1] =
		(jb_rich_piece){.text = jb_rich_text(desk->arena, bound->date),
			.pos = bound->event->date_pos};
	return both;
}

/* Lets the names flow in the box; draws them unless group is NULL.  Returns
 * the height of the box. */
static double proposed_flow(
	jb_desk *desk, jb_group *group, const struct map *map, double y)
{
	const struct lane *lane = proposed(map);
	double left = map->axis.left + 9, right = map->axis.right - 9;
	double x = left, at = y + 6;

	for (size_t i = 0; i < lane->n; i++) {
		const jb_bound_event *bound = lane->spans[i].bound;
		const jb_rich *name = proposed_name(desk, bound);
		double width = jb_words_width(desk, name, "label_strong");
		double room = fmin(width, right - left), height;
		guint from;

		if (x > left && x + room > right) {
			x = left;
			at += line_pt + 2;
		}
		height = jb_words_height(
			desk, room + 0.01, name, "label_strong");
		if (group) {
			from = group->items->len;
			jb_put_words(desk, group, x, at, room + 0.01, name,
				"label_strong");
			jb_claim_at(group, from, bound->event->pos);
		}
		at += fmax(height - line_pt, 0);
		x += room + word_gap_pt;
	}
	return at + line_pt + 6 - y;
}

static void proposed_put(
	jb_desk *desk, jb_group *group, const struct map *map, double y)
{
	double height = proposed(map)->height - 8;

	jb_put_frame(desk, group, map->axis.left + 0.375, y + 4,
		map->axis.right - map->axis.left - 0.75, height,
		jb_desk_ink(desk, "primary"), 0.75, true);
	proposed_flow(desk, group, map, y + 4);
}

/* --- keys --- */

static void add_looks(jb_desk *desk, jb_keys *keys, const struct map *map)
{
	bool done = false, plan = false, target = false;
	bool vague = proposed(map)->n > 0;

	for (size_t k = 0; k + 1 < map->n; k++)
		for (size_t i = 0; i < map->lane[k].n; i++) {
			const jb_road_span *span = &map->lane[k].spans[i];

			done = done || jb_road_lasts(span->done);
			plan = plan || jb_road_lasts(span->plan);
			target = target || !isnan(span->target);
			vague = vague || jb_road_lasts(span->vague);
		}
	if (done)
		jb_keys_add(desk, keys, JB_KEY_ACTUAL);
	if (plan)
		jb_keys_add(desk, keys, JB_KEY_PLANNED);
	if (target)
		jb_keys_add(desk, keys, JB_KEY_TARGET);
	if (vague)
		jb_keys_add(desk, keys, JB_KEY_UNSTATED);
}

/* “6月底” and the line of today. */
static void add_today(jb_desk *desk, jb_keys *keys)
{
	jb_date to = desk->report->to;
	const char *words =
		to.day	   ? jb_date_short(desk->arena, to)
		: to.month ? jb_sprintf(desk->arena, "%d月底", to.month)
			   : jb_sprintf(desk->arena, "%d年底", to.year);
	jb_group *key = jb_keys_add_words(desk, keys, words);
	double x = -key->width - 6;

	jb_put_line(desk, key, x, JB_KEY_BASELINE - 7.5, x,
		JB_KEY_BASELINE + 1.5, desk->accent, 0.75, false);
	key->width += 7;
}

/* Returns where the picture goes on. */
static double put_keys(
	jb_desk *desk, jb_group *group, const struct map *map, double width)
{
	jb_keys keys = {0};

	add_looks(desk, &keys, map);
	if (!isnan(map->axis.today))
		add_today(desk, &keys);
	return jb_keys_place(desk, &keys, group, width) + 4;
}

/* --- the form --- */

static void name_put(jb_desk *desk, jb_group *group, const struct map *map,
	const struct lane *lane, double y)
{
	const jb_rich *name = lane->name;
	double height = lane->height;

	if (map->name_pt) { /* over the grid: its lines stop here */
		jb_put_rect(desk, group, map->axis.left + 0.5, y + 0.5,
			map->axis.right - map->axis.left - 1, map->name_pt,
			jb_desk_ink(desk, "paper"));
		jb_put_words(desk, group, 0, y + 2, map->axis.right, name,
			"label_strong");
	} else {
		jb_put_words(desk, group, 0,
			y + (fmin(height, 32) - line_pt) / 2, names_pt - 12,
			name, "label_strong");
	}
}

static double lanes_put(
	jb_desk *desk, jb_group *group, const struct map *map, double width)
{
	double y = map->top;

	for (size_t k = 0; k < map->n; k++) {
		const struct lane *lane = &map->lane[k];

		if (!lane->n)
			continue;
		jb_put_hairline(desk, group, 0, width, y, map->pos);
		name_put(desk, group, map, lane, y);
		y += map->name_pt;
		if (k + 1 == map->n)
			proposed_put(desk, group, map, y);
		else
			lane_put(desk, group, map, lane, y);
		y += lane->height;
	}
	return y;
}

/* Where the lanes with a time end. */
static double timed_bottom(const struct map *map)
{
	double y = map->top;

	for (size_t k = 0; k + 1 < map->n; k++)
		if (map->lane[k].n)
			y += map->lane[k].height + map->name_pt;
	return y;
}

static void measure(jb_desk *desk, struct map *map)
{
	for (size_t k = 0; k + 1 < map->n; k++)
		lane_rows(&map->lane[k]);
	if (proposed(map)->n)
		map->lane[map->n - 1].height =
			proposed_flow(desk, NULL, map, 0) + 8;
}

jb_group *jb_form_roadmap(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	struct map map = {.pos = picture->picture->pos};
	const jb_bound_subject *of = &picture->of;
	double bottom, timed;

	group->width = width;
	if (!of->n_events) {
		jb_error(desk->diags, map.pos,
			"the form “roadmap” needs events");
		return group;
	}
	map.name_pt = width < narrow_pt ? 14 : 0;
	map.axis = jb_road_axis_new(desk->report, of->events, of->n_events,
		map.name_pt ? 0 : names_pt, width, map.pos);
	lanes_fill(desk, &map, of);
	measure(desk, &map);
	map.top = put_keys(desk, group, &map, width);
	map.top = jb_road_ticks_put(desk, group, &map.axis, map.top);
	timed = timed_bottom(&map);
	jb_road_grid_put(desk, group, &map.axis, map.top, timed);
	jb_road_today_put(desk, group, &map.axis, map.top, timed);
	bottom = lanes_put(desk, group, &map, width);
	if (bottom < timed + 1) /* a lane of no time ends with its frame */
		jb_put_line(desk, group, 0, bottom, width, bottom,
			jb_desk_ink(desk, "text"), 0.5, false);
	group->height = jb_snap(desk, bottom);
	return group;
}
