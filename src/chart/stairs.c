/* stairs.c - the words on one side of a timeline, so that none touches words
 * or stems of others.
 *
 * Above the axis the oldest stands on top with its words at the right of its
 * stem: no younger stem reaches up so far.  Where words would leave the width,
 * the youngest few turn to the left and stand over all others, the youngest on
 * top.  Every number of turned ones is tried; the lowest stairs win.  Below the
 * axis everything is the same in a mirror: seen from its far edge and from the
 * right.
 */
#include "chart/stairs.h"

#include <math.h>

#include "chart/parts.h"

static const double stem_gap = 5, date_gap = 7, row_gap = 0.5;
static const double title_least = 72, words_least = 44;

static const jb_rich *title_of(const jb_bound_event *event)
{
	return jb_event_name(event);
}

/* In the mirror plans run from right to left. */
static double mirrored(const jb_stairs *stairs, double x)
{
	return stairs->below ? stairs->width - x : x;
}

static jb_step_words *step_at(const jb_stairs *stairs, size_t i)
{
	return &stairs->v[stairs->below ? stairs->n - 1 - i : i];
}

/* What every room is tried with, measured once. */
static void measure_once(jb_desk *desk, jb_step_words *step)
{
	step->date_w = jb_words_width(desk, step->events[0]->date, "date");
	step->titles_w = jb_new_array(desk->arena, double, step->n);
	for (size_t i = 0; i < step->n; i++)
		step->titles_w[i] = jb_words_width(
			desk, title_of(step->events[i]), "label");
}

/* Titles stand beside the date where there is room, else under it. */
static bool is_stacked(const jb_step_words *step, double room)
{
	double beside = room - step->date_w - date_gap, widest = 0;

	for (size_t i = 0; i < step->n; i++)
		widest = MAX(widest, step->titles_w[i]);
	return beside < title_least && beside < widest + 0.5;
}

static double titles_height(
	jb_desk *desk, const jb_step_words *step, double width)
{
	double height = 0;

	for (size_t i = 0; i < step->n; i++)
		height += jb_words_height(
			desk, width, title_of(step->events[i]), "label");
	return height;
}

/* What the words will take in a room, nearly: nothing is composed in rooms
 * that will not be used, where it might run over. */
static double estimate(const jb_step_words *step, double room)
{
	bool stacked = is_stacked(step, room);
	double width = stacked ? room : room - step->date_w - date_gap;
	double height = stacked ? 12 + row_gap : row_gap;

	for (size_t i = 0; i < step->n; i++)
		height += 12 * MAX(1, ceil(step->titles_w[i] / MAX(width, 1)));
	return height;
}

/* How high the words are in a room; also sets where titles stand. */
static double measure(jb_desk *desk, jb_step_words *step, double room)
{
	double beside = room - step->date_w - date_gap;

	step->room = 0;
	if (is_stacked(step, room))
		return 12 + row_gap +
		       titles_height(desk, step, MAX(room, words_least));
	step->room = beside;
	return MAX(12, titles_height(desk, step, beside)) + row_gap;
}

/* Room beside a stem when the steps from `turned` on turn back. */
static double room_of(const jb_stairs *stairs, size_t i, size_t turned)
{
	double at = mirrored(stairs, step_at(stairs, i)->x);
	double end = stairs->width;

	if (i >= turned)
		return at - stem_gap;
	if (turned < stairs->n)
		end = mirrored(stairs, step_at(stairs, turned)->x) - stem_gap;
	return end - at - stem_gap;
}

/* Total height; words without room count as very high. */
static double height_of(const jb_stairs *stairs, size_t turned)
{
	double height = 0;

	for (size_t i = 0; i < stairs->n; i++) {
		double room = room_of(stairs, i, turned);

		if (room < words_least)
			height += 1000;
		height += estimate(step_at(stairs, i), room);
	}
	return height;
}

static double widest_title(
	jb_desk *desk, const jb_step_words *step, double width)
{
	double widest = 0;

	for (size_t i = 0; i < step->n; i++) {
		jb_group *title = jb_set_text(desk, title_of(step->events[i]),
			jb_desk_style(desk, "label"), NULL, width, NULL);

		for (guint j = 0; j < title->items->len; j++) {
			const jb_item *item =
				g_ptr_array_index(title->items, j);

			widest = MAX(widest, item->x + item->u.text.width_pt);
		}
	}
	return widest;
}

/* The edges of the words, now that their room is known. */
static void set_edges(jb_desk *desk, jb_stairs *stairs, jb_step_words *step,
	double room, bool turned)
{
	double wide;

	step->leftward = turned != stairs->below;
	if (step->room > 0) {
		step->room = widest_title(desk, step, step->room) + 0.5;
		wide = step->date_w + date_gap + step->room;
	} else {
		wide = MAX(step->date_w, widest_title(desk, step,
						 MAX(room, words_least))) +
		       0.5;
	}
	step->left =
		step->leftward ? step->x - stem_gap - wide : step->x + stem_gap;
	step->right = step->left + wide;
}

static void set_place(jb_desk *desk, jb_stairs *stairs, size_t i, size_t turned)
{
	jb_step_words *step = step_at(stairs, i);
	double room = room_of(stairs, i, turned);

	step->top = stairs->height;
	stairs->height += measure(desk, step, room);
	step->bottom = stairs->height;
	set_edges(desk, stairs, step, room, i >= turned);
}

void jb_stairs_place(jb_desk *desk, jb_stairs *stairs)
{
	double best = INFINITY;
	size_t turned = stairs->n;

	for (size_t i = 0; i < stairs->n; i++)
		measure_once(desk, &stairs->v[i]);
	for (size_t k = stairs->n + 1; k-- > 0;) {
		double height = height_of(stairs, k);

		if (height < best - 1e-6) {
			best = height;
			turned = k;
		}
	}
	stairs->height = 0;
	for (size_t i = stairs->n; i-- > turned;)
		set_place(desk, stairs, i, turned);
	for (size_t i = 0; i < turned; i++)
		set_place(desk, stairs, i, turned);
}

static void put_words(jb_desk *desk, jb_group *group, const jb_step_words *step,
	double y, const jb_ink *date_ink)
{
	bool beside = step->room > 0;
	double x = beside ? step->left + step->date_w + date_gap : step->left;
	double width = beside ? step->room : step->right - step->left;
	jb_group *date = jb_set_text(desk, step->events[0]->date,
		jb_desk_style(desk, "date"), date_ink, INFINITY, NULL);

	jb_group_place(group, date, step->left, y);
	if (!beside)
		y += 12;
	for (size_t i = 0; i < step->n; i++)
		y += jb_put_words(desk, group, x, y, width,
			title_of(step->events[i]), "label");
}

static double words_top(
	const jb_stairs *stairs, const jb_step_words *step, double top)
{
	return stairs->below ? top + stairs->height - step->bottom
			     : top + step->top;
}

static void put_stem(jb_desk *desk, jb_group *group, const jb_stairs *stairs,
	const jb_step_words *step, double top, double near)
{
	double y = words_top(stairs, step, top);
	double far =
		stairs->below ? y + step->bottom - step->top - 1.5 : y + 1.5;

	jb_put_line(desk, group, step->x, MIN(near, far), step->x,
		MAX(near, far), jb_desk_ink(desk, "text45"), 0.5, false);
}

/* Where dates stand closer than their words are wide, the words cut the stems
 * that pass. */
static void cut_stems(jb_desk *desk, jb_group *group, const jb_stairs *stairs,
	const jb_step_words *step, double y)
{
	for (size_t i = 0; i < stairs->n; i++) {
		double x = stairs->v[i].x;

		if (x == step->x || x < step->left - 1 || x > step->right + 1)
			continue;
		jb_put_rect(desk, group, x - 1, y + 1, 2,
			step->bottom - step->top - 2,
			jb_desk_ink(desk, "paper"));
	}
}

void jb_stairs_put(jb_desk *desk, jb_group *group, const jb_stairs *stairs,
	double top, double near, const jb_ink *date_ink)
{
	for (size_t i = 0; i < stairs->n; i++) {
		guint from = group->items->len;

		put_stem(desk, group, stairs, &stairs->v[i], top, near);
		jb_claim_at(
			group, from, stairs->v[i].events[0]->event->date_pos);
	}
	for (size_t i = 0; i < stairs->n; i++) {
		const jb_step_words *step = &stairs->v[i];
		double y = words_top(stairs, step, top);
		guint from = group->items->len;

		cut_stems(desk, group, stairs, step, y);
		put_words(desk, group, step, y, date_ink);
		jb_claim_at(group, from, step->events[0]->event->date_pos);
	}
}
