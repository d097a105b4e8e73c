/* days.c - a value for each day, as fields in a calendar: weeks are columns,
 * Monday at the top (GB/T 7408.1), the darker the more.  Where there is no room
 * for all weeks in one row, they go on in the next.
 */
#include "plot/places.h"

#include <math.h>

#include "plot/classes.h"
#include "plot/marks.h"

static const double field_least = 7, field_most = 15, gap_pt = 1;
static const double names_gap = 4, legend_gap = 6, words_gap = 4, row_gap = 8;
enum { WEEK = 7, NAMED_MOST = 6 };

struct days {
	jb_plot *plot;
	jb_classes classes;
	int monday;	   /* of the first week, in days since 1970-01-01 */
	int weeks, row;	   /* of all, and of a row of them */
	double left, top;  /* of the first row, with its words */
	double head, side; /* height of those words; of a field */
};

/* Days since the Monday before; the first of 1970 was a Thursday. */
static int day_of_week(int day)
{
	return ((day + 3) % WEEK + WEEK) % WEEK;
}

static int day_at(const struct days *days, size_t slot)
{
	return jb_days_of(jb_slot_date(&days->plot->frame, slot));
}

static const jb_rich *words(const struct days *days, const char *text)
{
	jb_plot *plot = days->plot;

	return jb_words_of(plot, text, NULL, plot->picture->picture->pos);
}

static void plan(struct days *days)
{
	jb_plot *plot = days->plot;
	double room;
	int rows;

	days->monday = day_at(days, 0);
	days->monday -= day_of_week(days->monday);
	days->weeks =
		(day_at(days, plot->frame.n_slots - 1) - days->monday) / WEEK +
		1;
	days->head = 2 * jb_word_height(plot) + 2;
	days->left = jb_word_width(plot, words(days, "一")) + names_gap;
	room = plot->width - days->left;
	rows = (int)ceil(days->weeks / fmax(floor(room / field_least), 1));
	days->row = (days->weeks + rows - 1) / rows;
	days->side = fmin(room / days->row, field_most);
}

/* Where a row of weeks begins, with its words. */
static double row_top(const struct days *days, int row)
{
	return days->top + row * (days->head + WEEK * days->side + row_gap);
}

/* ---- words around the fields ---- */

/* The month a week is labelled with: the one that begins in it, or, of the
 * first week of a row, the one it is in. */
static jb_date month_of(const struct days *days, int week)
{
	int monday = days->monday + WEEK * week;
	int first = MAX(monday, day_at(days, 0));
	int last = MIN(
		monday + WEEK - 1, day_at(days, days->plot->frame.n_slots - 1));
	jb_date found = {0};

	if (week % days->row == 0)
		found = jb_date_of_days(first);
	for (int day = first; day <= last; day++)
		if (jb_date_of_days(day).day == 1)
			found = jb_date_of_days(day);
	return found;
}

/* At x, or as far to the left as the plot's edge asks; returns where it ends.
 */
static double put_name(
	const struct days *days, double x, double y, const char *unit, int n)
{
	jb_plot *plot = days->plot;
	const jb_rich *name =
		words(days, jb_sprintf(plot->desk->arena, "%d%s", n, unit));
	double wide = jb_word_width(plot, name);

	x = fmin(x, plot->width - wide);
	jb_word_put(plot, x, y, JB_ALIGN_START, name, NULL);
	return x + wide;
}

/* Months over the first week of each, years over those; a word that would touch
 * the one before it is left out. */
static void put_months(const struct days *days, int first, int end, double y)
{
	double line = jb_word_height(days->plot);
	double taken = -INFINITY, year_taken = -INFINITY;
	int year = 0;

	for (int week = first; week < end; week++) {
		double x = days->left + days->side * (week - first);
		jb_date date = month_of(days, week);

		if (date.year && date.year != year &&
			x >= year_taken + words_gap)
			year_taken = put_name(
				days, x, y + line / 2, "年", date.year);
		year = date.year ? date.year : year;
		if (date.year && x >= taken + words_gap)
			taken = put_name(
				days, x, y + 1.5 * line, "月", date.month);
	}
}

/* As many as have room: all, or every other. */
static void put_weekdays(const struct days *days, double y)
{
	static const char *const names[WEEK] = {
		"一", "二", "三", "四", "五", "六", "日"};
	int step = jb_word_height(days->plot) <= days->side ? 1 : 2;

	for (int i = 0; i < WEEK; i += step)
		jb_word_put(days->plot, 0,
			y + days->side * i + (days->side - gap_pt) / 2,
			JB_ALIGN_START, words(days, names[i]), NULL);
}

/* ---- fields ---- */

static void put_day(const struct days *days, size_t slot)
{
	jb_plot *plot = days->plot;
	const jb_stat *stat = plot->frame.runs[0].cells[slot].stat;
	int day = day_at(days, slot), week = (day - days->monday) / WEEK;
	double x = days->left + days->side * (week % days->row);
	double y = row_top(days, week / days->row) + days->head +
		   days->side * day_of_week(day);
	guint from = plot->group->items->len;

	jb_class_field(plot, &days->classes, stat ? stat->figure : NULL,
		&(jb_area){x, y, x + days->side - gap_pt,
			y + days->side - gap_pt});
	if (stat)
		jb_claim(plot->group, from, stat->figure);
	else
		jb_claim_at(plot->group, from, plot->picture->picture->pos);
}

/* ---- what is said under them ---- */

static const char *value_of(const struct days *days, const jb_cell *cell)
{
	return jb_measured_text(days->plot->desk->arena, cell->stat->figure,
		&days->classes.measure);
}

/* 最高是2025年7月12日的1690; of several such days the first, and how many. */
static void add_extreme(const struct days *days, const char *what, size_t at)
{
	jb_plot *plot = days->plot;
	jb_arena *arena = plot->desk->arena;
	const jb_cell *cells = plot->frame.runs[0].cells;
	size_t same = 0;

	for (size_t i = 0; i < plot->frame.n_slots; i++)
		same += jb_cell_has(&cells[i]) &&
			cells[i].value == cells[at].value;
	jb_note_add(plot,
		jb_sprintf(arena, "%s是%s%s的%s", what,
			jb_slot_text(arena, &plot->frame, at),
			same > 1 ? jb_sprintf(arena, "等%zu天", same) : "",
			value_of(days, &cells[at])),
		cells[at].stat->figure);
}

static void add_extremes(const struct days *days)
{
	const jb_frame *frame = &days->plot->frame;
	const jb_cell *cells = frame->runs[0].cells;
	size_t most = frame->n_slots, least = most;

	for (size_t i = 0; i < frame->n_slots; i++) {
		if (!jb_cell_has(&cells[i]))
			continue;
		if (most == frame->n_slots)
			most = least = i;
		else if (cells[i].value > cells[most].value)
			most = i;
		else if (cells[i].value < cells[least].value)
			least = i;
	}
	if (most == frame->n_slots || cells[most].value == cells[least].value)
		return;
	add_extreme(days, "最高", most);
	add_extreme(days, "最低", least);
}

/* A few by their days; of many, how many they are. */
static void add_missing(const struct days *days)
{
	jb_plot *plot = days->plot;
	jb_arena *arena = plot->desk->arena;
	const jb_cell *cells = plot->frame.runs[0].cells;
	size_t n = plot->frame.n_slots, missing = 0, empty = 0;

	for (size_t i = 0; i < n; i++) {
		missing += jb_cell_missing(&cells[i]);
		empty += !cells[i].stat;
	}
	if (missing > NAMED_MOST)
		jb_note_add(plot,
			jb_sprintf(arena, "虚线框的%zu天没有数值", missing),
			NULL);
	for (size_t i = 0; i < n && missing <= NAMED_MOST; i++)
		if (jb_cell_missing(&cells[i]))
			jb_note_add(plot,
				jb_sprintf(arena, "%s%s",
					jb_slot_text(arena, &plot->frame, i),
					value_of(days, &cells[i])),
				cells[i].stat->figure);
	if (empty)
		jb_note_empty(plot);
}

void jb_days_put(jb_plot *plot)
{
	struct days days = {.plot = plot};
	int row = 0;

	if (!jb_frame_read(plot->desk, &plot->frame, plot->picture))
		return;
	if (plot->frame.by != JB_BY_DAY) {
		jb_error(plot->desk->diags, plot->picture->picture->pos,
			"a calendar needs several days, each with one figure");
		return;
	}
	days.classes = jb_classes_of(plot);
	plan(&days);
	days.top = jb_classes_legend(plot, &days.classes) + legend_gap;
	for (int week = 0; week < days.weeks; week += days.row) {
		double y = row_top(&days, row++);

		put_months(&days, week, MIN(week + days.row, days.weeks), y);
		put_weekdays(&days, y + days.head);
	}
	plot->group->height = row_top(&days, row) - row_gap - gap_pt;
	for (size_t i = 0; i < plot->frame.n_slots; i++)
		put_day(&days, i);
	add_extremes(&days);
	add_missing(&days);
}
