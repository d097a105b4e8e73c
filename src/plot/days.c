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
enum { WEEK = 7 };

struct days {
	jb_plot *plot;
	jb_classes classes;
	int monday;	/* of the first week, in days since 1970-01-01 */
	int weeks, row; /* of all, and of a row of them */
	double left, side;
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
	days->left = jb_word_width(plot, words(days, "一")) + names_gap;
	room = plot->width - days->left;
	rows = (int)ceil(days->weeks / fmax(floor(room / field_least), 1));
	days->row = (days->weeks + rows - 1) / rows;
	days->side = fmin(room / days->row, field_most);
}

/* ---- words around the fields ---- */

/* The first day of a month in a week; 0 where there is none. */
static int month_begins(const struct days *days, int week)
{
	int last = day_at(days, days->plot->frame.n_slots - 1);

	for (int i = 0; i < WEEK; i++) {
		int day = days->monday + WEEK * week + i;

		if (day <= last && jb_date_of_days(day).day == 1)
			return day;
	}
	return 0;
}

/* The month a week is labelled with: the one that begins in it, or, of the
 * first week of a row, the one it is in. */
static jb_date month_of(const struct days *days, int week)
{
	int begins = month_begins(days, week);

	if (begins)
		return jb_date_of_days(begins);
	if (week % days->row)
		return (jb_date){0};
	return jb_date_of_days(
		MAX(days->monday + WEEK * week, day_at(days, 0)));
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

static double row_top(const struct days *days, int row, double top)
{
	double high = 2 * jb_word_height(days->plot) + 2 + WEEK * days->side;

	return top + row * (high + row_gap);
}

static void put_day(const struct days *days, size_t slot, double top)
{
	jb_plot *plot = days->plot;
	const jb_stat *stat = plot->frame.runs[0].cells[slot].stat;
	int day = day_at(days, slot), week = (day - days->monday) / WEEK;
	double x = days->left + days->side * (week % days->row);
	double y = row_top(days, week / days->row, top) +
		   2 * jb_word_height(plot) + 2 + days->side * day_of_week(day);
	guint from = plot->group->items->len;

	jb_class_field(plot, &days->classes, stat ? stat->figure : NULL,
		&(jb_area){x, y, x + days->side - gap_pt,
			y + days->side - gap_pt});
	if (stat)
		jb_claim(plot->group, from, stat->figure);
	else
		jb_claim_at(plot->group, from, plot->picture->picture->pos);
}

/* The highest and the lowest by their days, and what is missing. */
static void add_remarks(const struct days *days)
{
	jb_plot *plot = days->plot;
	jb_arena *arena = plot->desk->arena;
	const jb_cell *cells = plot->frame.runs[0].cells;
	size_t n = plot->frame.n_slots, most = n, least = n;
	bool empty = false;

	for (size_t i = 0; i < n; i++) {
		empty = empty || !cells[i].stat;
		if (jb_cell_missing(&cells[i]))
			jb_note_add(plot,
				jb_sprintf(arena, "%s%s",
					jb_slot_text(arena, &plot->frame, i),
					jb_cell_text(plot, 0, i)),
				cells[i].stat->figure);
		if (!jb_cell_has(&cells[i]))
			continue;
		if (most == n || cells[i].value > cells[most].value)
			most = i;
		if (least == n || cells[i].value < cells[least].value)
			least = i;
	}
	if (most < n && cells[most].value > cells[least].value) {
		jb_note_add(plot,
			jb_sprintf(arena, "最高是%s的%s",
				jb_slot_text(arena, &plot->frame, most),
				jb_measured_text(arena,
					cells[most].stat->figure,
					&days->classes.measure)),
			cells[most].stat->figure);
		jb_note_add(plot,
			jb_sprintf(arena, "最低是%s的%s",
				jb_slot_text(arena, &plot->frame, least),
				jb_measured_text(arena,
					cells[least].stat->figure,
					&days->classes.measure)),
			cells[least].stat->figure);
	}
	if (empty)
		jb_note_add(plot, "无底色的没有数据", NULL);
}

void jb_days_put(jb_plot *plot)
{
	struct days days = {.plot = plot};
	double top;

	if (!jb_frame_read(plot->desk, &plot->frame, plot->picture))
		return;
	if (plot->frame.by != JB_BY_DAY) {
		jb_error(plot->desk->diags, plot->picture->picture->pos,
			"a calendar needs several days, each with one figure");
		return;
	}
	days.classes = jb_classes_of(plot);
	plan(&days);
	top = jb_classes_legend(plot, &days.classes) + legend_gap;
	for (int week = 0; week < days.weeks; week += days.row) {
		double y = row_top(&days, week / days.row, top);

		put_months(&days, week, MIN(week + days.row, days.weeks), y);
		put_weekdays(&days, y + 2 * jb_word_height(plot) + 2);
		plot->group->height = y + 2 * jb_word_height(plot) + 2 +
				      WEEK * days.side - gap_pt;
	}
	for (size_t i = 0; i < plot->frame.n_slots; i++)
		put_day(&days, i, top);
	add_remarks(&days);
}
