/* spark.c - a figure's past as a small line over zero. */
#include "chart/spark.h"

#include <math.h>

#include "model/wording.h"

static const double line_pt = 1.25, dot_pt = JB_SPARK_EDGE_PT;

struct spark {
	const jb_series *series;
	double x, y, width, height;
	double least, most; /* zero is among them */
	double first, last; /* days, or places in the series */
	bool dated;
};

/* Months and days of thirty are near enough for a line of this size. */
static double days(jb_date date)
{
	return date.year * 360.0 + date.month * 30.0 + date.day;
}

static bool all_dated(const jb_series *series)
{
	for (size_t i = 0; i < series->n; i++) {
		if (!jb_figure_date(series->items[i]).year)
			return false;
		if (i && days(jb_figure_date(series->items[i])) <=
				 days(jb_figure_date(series->items[i - 1])))
			return false;
	}
	return true;
}

static double place(const struct spark *s, size_t i)
{
	return s->dated ? days(jb_figure_date(s->series->items[i])) : (double)i;
}

static double x_of(const struct spark *s, size_t i)
{
	return s->x + dot_pt +
	       (s->width - 2 * dot_pt) * (place(s, i) - s->first) /
		       fmax(s->last - s->first, 1e-9);
}

static double y_at(const struct spark *s, double value)
{
	double room = s->height - 2 * dot_pt;

	return s->y + dot_pt +
	       room * (s->most - value) / fmax(s->most - s->least, 1e-300);
}

static double y_of(const struct spark *s, size_t i)
{
	return y_at(s, jb_figure_size(s->series->items[i]));
}

static bool has(const struct spark *s, size_t i)
{
	return i < s->series->n && s->series->items[i]->has_value;
}

static void measure(struct spark *s)
{
	for (size_t i = 0; i < s->series->n; i++) {
		double value;

		if (!has(s, i))
			continue;
		value = jb_figure_size(s->series->items[i]);
		s->least = fmin(s->least, value);
		s->most = fmax(s->most, value);
	}
	s->dated = all_dated(s->series);
	s->first = place(s, 0);
	s->last = place(s, s->series->n - 1);
}

void jb_spark_put(jb_desk *desk, jb_group *group, const jb_series *series,
	double x, double y, double width, double height)
{
	struct spark s = {.series = series,
		.x = x,
		.y = y,
		.width = width,
		.height = height};
	const jb_ink *ink = jb_desk_ink(desk, "primary65");
	double zero;

	measure(&s);
	zero = y_at(&s, 0);
	jb_put_line(desk, group, x, zero, x + width, zero,
		jb_desk_ink(desk, "text20"), 0.5, false);
	for (size_t i = 0; i < series->n; i++) {
		bool end = i + 1 == series->n;
		jb_item *item;

		if (!has(&s, i))
			continue;
		if (has(&s, i + 1)) {
			item = jb_put_line(desk, group, x_of(&s, i),
				y_of(&s, i), x_of(&s, i + 1), y_of(&s, i + 1),
				ink, line_pt, false);
			item->u.path.cap = JB_CAP_ROUND;
			item->figure = series->items[i + 1]->id;
		}
		if (!end && (has(&s, i + 1) || (i && has(&s, i - 1))))
			continue;
		item = jb_put_circle(desk, group, x_of(&s, i), y_of(&s, i),
			end ? dot_pt : line_pt, end ? desk->accent : ink, NULL,
			0);
		item->figure = series->items[i]->id;
	}
}
