/* roadaxis.c - the axis of a roadmap: whole years of months, and today.
 */
#include "chart/road.h"

#include <math.h>

#include "chart/parts.h"

static const double year_pt = 32; /* 2020年 and a gap */

jb_road_axis jb_road_axis_new(const jb_report *report,
	const jb_bound_event *events, size_t n, double left, double right,
	jb_pos pos)
{
	jb_road_axis axis = {
		.left = left,
		.right = right,
		.today = NAN,
		.today_month = -1,
		.pos = pos,
	};
	int first = 0, last = 0;

	if (report && report->to.year) {
		first = last = report->to.year;
		axis.today = jb_date_months(report->to);
		axis.today_month = (int)ceil(axis.today) - 1;
	}
	for (size_t i = 0; i < n; i++) {
		int year = events[i].event->date.year;

		if (!year)
			continue;
		last = MAX(last, year);
		if (events[i].event->from.year)
			year = events[i].event->from.year;
		first = first ? MIN(first, year) : year;
	}
	axis.from = first * 12;
	axis.to = (last + 1) * 12;
	return axis;
}

bool jb_road_lasts(jb_road_time time)
{
	return time.to > time.from;
}

double jb_road_x(const jb_road_axis *axis, double month)
{
	double part = (month - axis->from) / (axis->to - axis->from);

	return axis->left + CLAMP(part, 0, 1) * (axis->right - axis->left);
}

static double month_pt(const jb_road_axis *axis)
{
	return (axis->right - axis->left) / (axis->to - axis->from);
}

/* Months from one mark to the next, so that marks stand least_pt apart. */
static int stride(const jb_road_axis *axis, double least_pt)
{
	static const int months[] = {1, 3, 6, 12};

	for (size_t i = 0; i < G_N_ELEMENTS(months); i++)
		if (months[i] * month_pt(axis) >= least_pt)
			return months[i];
	return 12 * (int)ceil(least_pt / (12 * month_pt(axis)));
}

/* Months from one tick to the next: each month, or where a quarter, a half or a
 * whole year begins. */
static int ticks(const jb_road_axis *axis)
{
	int step = stride(axis, 17);

	return step > 1 ? stride(axis, 23) : 1;
}

/* In the middle of its month, or beside the line where the month begins. */
static void tick_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	double month, bool beside, double baseline, const char *text)
{
	double x = jb_road_x(axis, beside ? month : month + 0.5);

	jb_put_label(desk, group, beside ? x + 2 : x, baseline,
		beside ? JB_ALIGN_START : JB_ALIGN_CENTER,
		jb_rich_plain(desk->arena, text, axis->pos), "tick", NULL);
}

static void months_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	double baseline)
{
	int step = ticks(axis);

	if (step >= 12)
		return; /* years alone */
	for (int month = axis->from; month < axis->to; month += step) {
		int of_year = month % 12 + 1;
		bool named = step > 1 || of_year == 1 || of_year == 12 ||
			     month == axis->today_month;

		tick_put(desk, group, axis, month, step > 1, baseline,
			jb_sprintf(desk->arena, "%d%s", of_year,
				named ? "月" : ""));
	}
}

static void year_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	double x, double baseline, int year)
{
	jb_put_label(desk, group, x, baseline, JB_ALIGN_START,
		jb_rich_plain(desk->arena,
			jb_sprintf(desk->arena, "%d年", year), axis->pos),
		"small", NULL);
}

static void years_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	double baseline)
{
	int step = MAX(stride(axis, year_pt), 12);

	for (int month = axis->from; month < axis->to; month += step) {
		double x = jb_road_x(axis, month);

		if (x + year_pt - 4 > axis->right) /* it would stand out */
			break;
		year_put(desk, group, axis, x + 2, baseline, month / 12);
	}
}

/* The year stands before the months, or over them when there are several. */
double jb_road_ticks_put(
	jb_desk *desk, jb_group *group, const jb_road_axis *axis, double y)
{
	bool single = axis->to - axis->from == 12 && axis->left > 0;
	bool months = ticks(axis) < 12;

	if (single)
		year_put(desk, group, axis, 0, y + 10, axis->from / 12);
	else
		years_put(desk, group, axis, y + 10);
	if (!single && months)
		y += 12;
	if (months)
		months_put(desk, group, axis, y + 10);
	return y + 16;
}

void jb_road_grid_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	double top, double bottom)
{
	int step = ticks(axis);

	for (int month = axis->from; month <= axis->to; month += step) {
		double x = jb_road_x(axis, month);

		jb_put_line(desk, group, x, top, x, bottom,
			jb_desk_ink(desk, "text20"), 0.35, false);
	}
}

void jb_road_today_put(jb_desk *desk, jb_group *group, const jb_road_axis *axis,
	double top, double bottom)
{
	double x;

	if (isnan(axis->today))
		return;
	x = jb_road_x(axis, axis->today);
	jb_put_line(
		desk, group, x, top - 4, x, bottom, desk->accent, 0.75, false);
}
