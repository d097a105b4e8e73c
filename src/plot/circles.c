/* circles.c - sizes as areas: circles on one line, their words under them.
 */
#include "plot/places.h"

#include <math.h>

#include "plot/marks.h"

static const double gap = 12, words_most = 84, words_least = 34;
static const double radius_most = 74, radius_least = 22, under = 5;

struct circles {
	jb_plot *plot;
	jb_part **v;
	size_t n;
	double most, r; /* of the largest: value, radius */
};

static double radius_of(const struct circles *all, const jb_part *part)
{
	return part->value > 0 ? all->r * sqrt(part->value / all->most) : 0;
}

/* The width that a circle and its words take. */
static double slot_of(const struct circles *all, const jb_part *part)
{
	jb_plot *plot = all->plot;
	double name = fmin(jb_word_width(plot, part->name), words_most);
	double value = jb_word_width(plot, jb_part_words(plot, part, 0));

	return fmax(fmax(2 * radius_of(all, part), words_least),
		       fmax(name, value)) +
	       0.5;
}

/* How many stand in a row from number `from` on; *wide is their width. */
static size_t row_of(const struct circles *all, size_t from, double *wide)
{
	size_t i = from;

	*wide = 0;
	for (; i < all->n; i++) {
		double more = slot_of(all, all->v[i]) + (i > from ? gap : 0);

		if (i > from && *wide + more > all->plot->width)
			break;
		*wide += more;
	}
	return i - from;
}

/* As large as lets all stand in one row; else as small as may be. */
static void choose_radius(struct circles *all)
{
	double least = radius_least, most = radius_most, wide;

	all->r = fmin(most, all->plot->width / 2);
	if (row_of(all, 0, &wide) == all->n)
		return;
	all->r = least;
	if (row_of(all, 0, &wide) < all->n)
		return;
	while (most - least > 0.25) {
		all->r = (least + most) / 2;
		if (row_of(all, 0, &wide) == all->n)
			least = all->r;
		else
			most = all->r;
	}
	all->r = least;
}

static void put_circle(const struct circles *all, const jb_part *part,
	double cx, double bottom)
{
	jb_plot *plot = all->plot;
	const jb_figure *f = part->figure;
	double r = radius_of(all, part);
	const jb_figure *hero = plot->picture->picture->hero;
	const jb_ink *ink = f && f == hero
				    ? plot->desk->accent
				    : jb_desk_ink(plot->desk, "primary65");
	double *points = jb_new_array(plot->desk->arena, double, 240);
	jb_item *item;

	if (r <= 0)
		return;
	for (int i = 0; i < 120; i++) {
		jb_point p =
			jb_polar_at(cx, bottom - r, r, 2 * G_PI * i / 120.0);

		points[2 * i] = p.x;
		points[2 * i + 1] = p.y;
	}
	item = jb_put_circle(
		plot->desk, plot->group, cx, bottom - r, r, ink, NULL, 0);
	jb_part_status(plot, item, f, points, 120);
}

static double put_words(const struct circles *all, const jb_part *part,
	double x, double y, double width)
{
	jb_plot *plot = all->plot;
	double h = jb_lines_put(
		plot, x, y, width, part->name, JB_TEXT_CENTER, NULL, true);

	return h + jb_lines_put(plot, x, y + h, width,
			   jb_part_words(plot, part, 0), JB_TEXT_CENTER, NULL,
			   true);
}

/* A row from y on; returns its bottom. */
static double put_row(
	const struct circles *all, size_t from, size_t n, double wide, double y)
{
	double x = (all->plot->width - wide) / 2, tall = 0, low = 0;

	for (size_t i = from; i < from + n; i++)
		tall = fmax(tall, 2 * radius_of(all, all->v[i]));
	for (size_t i = from; i < from + n; i++) {
		double slot = slot_of(all, all->v[i]);
		guint first = all->plot->group->items->len;

		put_circle(all, all->v[i], x + slot / 2, y + tall);
		low = fmax(low,
			put_words(all, all->v[i], x, y + tall + under, slot));
		jb_part_claim(all->plot, first, all->v[i]);
		x += slot + gap;
	}
	return y + tall + under + low;
}

void jb_circles_put(jb_plot *plot)
{
	jb_part *whole = jb_whole_read(plot->desk, plot->picture);
	struct circles all = {.plot = plot};
	double y = 0, wide;

	if (!whole)
		return;
	all.n = jb_whole_count(whole);
	all.v = jb_new_array(plot->desk->arena, jb_part *, all.n);
	jb_whole_leaves(whole, all.v);
	for (size_t i = 0; i < all.n; i++)
		all.most = fmax(all.most, all.v[i]->value);
	choose_radius(&all);
	for (size_t i = 0, n; i < all.n; i += n) {
		n = row_of(&all, i, &wide);
		y = put_row(&all, i, n, wide, i ? y + gap : 0);
	}
	plot->group->height = y;
}
