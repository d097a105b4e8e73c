/* calendar.c - the ladder of steps of a time axis. */
#include "plot/calendar.h"

#include <math.h>

/* In months; days before the first. */
static const int months[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
static const int days[] = {1, 2, 5, 10};
static const double gap_pt = 5;

/* The place of a slot on the ladder, in months since year 0. */
static int month_of(const jb_frame *frame, size_t slot)
{
	jb_date date = jb_slot_date(frame, slot);

	return date.year * 12 + (date.month ? date.month - 1 : 0);
}

/* A step counts from a round place where some slot has one (January, 2020),
 * else from the first slot. */
static int anchor_of(const jb_frame *frame, int step)
{
	for (size_t i = 0; i < frame->n_slots; i++)
		if (month_of(frame, i) % step == 0)
			return 0;
	return month_of(frame, 0) % step;
}

static const char *tick_text(jb_arena *arena, const jb_frame *frame,
	size_t slot, int step, bool bare)
{
	jb_date date = jb_slot_date(frame, slot);

	if (frame->by == JB_BY_YEAR || step >= 12)
		return jb_sprintf(arena, bare ? "%d" : "%d年", date.year);
	return jb_date_short(arena, date);
}

/* Ticks of a step in months. */
static size_t by_months(jb_arena *arena, const jb_frame *frame, int step,
	bool bare, jb_date_tick *ticks)
{
	int anchor = anchor_of(frame, step), last = -1, year = 0;
	size_t n = 0;

	for (size_t i = 0; i < frame->n_slots; i++) {
		int month = month_of(frame, i);
		jb_date_tick *tick = &ticks[n];

		if (month == last || month % step != anchor)
			continue;
		last = month;
		*tick = (jb_date_tick){
			i, tick_text(arena, frame, i, step, bare), NULL};
		if (frame->by != JB_BY_YEAR && step < 12 && month / 12 != year)
			tick->year = jb_sprintf(arena, "%d年", month / 12);
		year = month / 12;
		n++;
	}
	return n;
}

/* Ticks every so many slots, by days. */
static size_t by_days(
	jb_arena *arena, const jb_frame *frame, int step, jb_date_tick *ticks)
{
	int year = 0;
	size_t n = 0;

	for (size_t i = 0; i < frame->n_slots; i += (size_t)step, n++) {
		jb_date date = jb_slot_date(frame, i);

		ticks[n] = (jb_date_tick){i, jb_date_short(arena, date), NULL};
		if (date.year != year)
			ticks[n].year = jb_sprintf(arena, "%d年", date.year);
		year = date.year;
	}
	return n;
}

static double width_of(jb_desk *desk, const jb_style *style, const char *text)
{
	return jb_text_width(
		desk, jb_rich_plain(desk->arena, text, (jb_pos){0}), style, 0);
}

static bool fits(jb_desk *desk, const jb_slots_scale *scale,
	const jb_style *style, const jb_date_tick *ticks, size_t n)
{
	double end = -INFINITY, year_end = -INFINITY;

	for (size_t i = 0; i < n; i++) {
		double at = jb_slot_at(scale, ticks[i].slot);
		double half = width_of(desk, style, ticks[i].text) / 2;

		if (at - half < end + gap_pt)
			return false;
		end = at + half;
		if (!ticks[i].year)
			continue;
		half = width_of(desk, style, ticks[i].year) / 2;
		if (at - half < year_end + gap_pt)
			return false;
		year_end = at + half;
	}
	return n > 0;
}

size_t jb_calendar(jb_desk *desk, const jb_frame *frame,
	const jb_slots_scale *scale, const jb_style *style, jb_date_tick *ticks)
{
	size_t n = 0;

	for (size_t i = 0; frame->by == JB_BY_DAY && i < G_N_ELEMENTS(days);
		i++) {
		n = by_days(desk->arena, frame, days[i], ticks);
		if (fits(desk, scale, style, ticks, n))
			return n;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(months); i++) {
		if (frame->by == JB_BY_YEAR && months[i] < 12)
			continue;
		for (int bare = 0; bare < (months[i] < 12 ? 1 : 2); bare++) {
			n = by_months(
				desk->arena, frame, months[i], bare, ticks);
			if (fits(desk, scale, style, ticks, n))
				return n;
		}
	}
	return MIN(n, 1); /* the first alone: there is always one */
}
