/* radar.c - a few qualities of one to three things, each on an axis of its own
 * around a middle that is zero.
 */
#include "plot/places.h"

#include <math.h>
#include <string.h>

#include "plot/marks.h"

static const double radius_most = 90, radius_least = 46, words_most = 0.28;
static const double words_gap = 6, line_pt = 1.75, dot_pt = 2.25;
enum { AXES_LEAST = 3, AXES_MOST = 10, THINGS_MOST = 3 };

struct radar {
	jb_plot *plot;
	jb_part *whole;
	jb_part **things; /* each with a part on each axis */
	size_t n_things, n;
	double cx, cy, r, most; /* most: at the outermost ring */
	jb_measure measure;
	double ticks[JB_TICKS_MAX];
	size_t n_ticks;
	bool keyed;
};

static const jb_ink *ink_of(const struct radar *radar, size_t thing)
{
	static const char *const inks[] = {"primary", "accent", "text45"};

	return jb_desk_ink(radar->plot->desk, inks[thing]);
}

static bool same_axes(const struct radar *radar, const jb_part *thing)
{
	jb_arena *arena = radar->plot->desk->arena;

	if (thing->n != radar->n)
		return false;
	for (size_t i = 0; i < thing->n; i++)
		if (strcmp(jb_rich_text(arena, thing->kids[i]->name),
			    jb_rich_text(arena,
				    radar->things[0]->kids[i]->name)) != 0)
			return false;
	return true;
}

static bool read(struct radar *radar)
{
	jb_plot *plot = radar->plot;
	bool several;

	radar->whole = jb_whole_read(plot->desk, plot->picture);
	if (!radar->whole)
		return false;
	several = jb_whole_depth(radar->whole) > 1;
	radar->n_things = several ? radar->whole->n : 1;
	radar->things = several ? radar->whole->kids : &radar->whole;
	radar->n = radar->things[0]->n;
	if (radar->n < AXES_LEAST || radar->n > AXES_MOST ||
		radar->n_things > THINGS_MOST) {
		jb_error(plot->desk->diags, plot->picture->picture->pos,
			"a radar takes %d to %d values of one to %d series",
			AXES_LEAST, AXES_MOST, THINGS_MOST);
		jb_hint(plot->desk->diags, "`bars` or `grouped` show others");
		return false;
	}
	for (size_t t = 1; t < radar->n_things; t++) {
		if (same_axes(radar, radar->things[t]))
			continue;
		jb_error(plot->desk->diags, radar->things[t]->pos,
			"the series of a radar have the same names in the same "
			"order");
		return false;
	}
	return true;
}

/* ---- places ---- */

static jb_point at(const struct radar *radar, size_t axis, double value)
{
	return jb_polar_at(radar->cx, radar->cy, radar->r * value / radar->most,
		2 * G_PI * (double)axis / (double)radar->n);
}

static void choose_ticks(struct radar *radar)
{
	jb_arena *arena = radar->plot->desk->arena;
	const jb_figure **figures = jb_new_array(
		arena, const jb_figure *, radar->n * radar->n_things + 1);
	double most = 0, unit;
	size_t n = 0;

	for (size_t t = 0; t < radar->n_things; t++)
		for (size_t i = 0; i < radar->n; i++) {
			const jb_part *part = radar->things[t]->kids[i];

			figures[n++] = part->figure;
			most = fmax(most, part->value);
		}
	radar->measure = jb_measure_of(arena, figures, n);
	unit = pow(10, radar->measure.power);
	radar->n_ticks = jb_ticks(0, most / unit, 4, false, radar->ticks);
	radar->most = radar->ticks[radar->n_ticks - 1] * unit;
}

static const jb_rich *axis_words(struct radar *radar, size_t i)
{
	return radar->keyed ? jb_words_of(radar->plot,
				      jb_sprintf(radar->plot->desk->arena,
					      "%zu", i + 1),
				      NULL, radar->things[0]->kids[i]->pos)
			    : radar->things[0]->kids[i]->name;
}

/* Values stand with the names where there is one thing. */
static const jb_rich *value_words(struct radar *radar, size_t i)
{
	return radar->keyed || radar->n_things > 1
		       ? NULL
		       : jb_part_words(
				 radar->plot, radar->things[0]->kids[i], 0);
}

static void choose_size(struct radar *radar)
{
	double width = radar->plot->width, widest = 0;

	for (size_t i = 0; i < radar->n; i++)
		widest = fmax(
			widest, fmin(fmax(jb_word_width(radar->plot,
						  axis_words(radar, i)),
					     jb_word_width(radar->plot,
						     value_words(radar, i))),
					words_most * width));
	radar->r = fmin(radius_most, width / 2 - widest - words_gap);
	if (radar->r < radius_least && !radar->keyed) {
		radar->keyed = true;
		choose_size(radar);
		return;
	}
	radar->cx = width / 2;
}

/* ---- drawing ---- */

static void put_grid(struct radar *radar)
{
	jb_plot *plot = radar->plot;
	jb_desk *desk = plot->desk;
	const jb_ink *grey = jb_desk_ink(desk, "text20");

	for (size_t i = 1; i < radar->n_ticks; i++)
		jb_put_circle(desk, plot->group, radar->cx, radar->cy,
			radar->r * radar->ticks[i] /
				radar->ticks[radar->n_ticks - 1],
			NULL, grey, 0.35);
	for (size_t i = 0; i < radar->n; i++) {
		jb_point p = at(radar, i, radar->most);

		jb_put_line(desk, plot->group, radar->cx, radar->cy, p.x, p.y,
			grey, 0.35, false);
	}
}

static void put_ticks(struct radar *radar)
{
	jb_plot *plot = radar->plot;
	double step = radar->ticks[1] - radar->ticks[0];

	for (size_t i = 1; i < radar->n_ticks; i++) {
		double y = radar->cy - radar->r * radar->ticks[i] /
					       radar->ticks[radar->n_ticks - 1];

		jb_put_text(plot->desk, plot->group, radar->cx - 2.5, y + 7.5,
			JB_ALIGN_END,
			jb_words_of(plot,
				jb_tick_text(plot->desk->arena, radar->ticks[i],
					step),
				NULL, plot->picture->picture->pos),
			jb_desk_style(plot->desk, JB_PLOT_SMALL), NULL, 0);
	}
}

/* Its edge, value by value; broken where one is missing. */
static void put_thing(struct radar *radar, size_t t)
{
	jb_plot *plot = radar->plot;
	const jb_part *thing = radar->things[t];
	const jb_ink *ink = ink_of(radar, t);

	for (size_t i = 0; i < radar->n; i++) {
		const jb_part *a = thing->kids[i];
		const jb_part *b = thing->kids[(i + 1) % radar->n];
		jb_point p = at(radar, i, fmax(0, a->value));
		guint from = plot->group->items->len;

		if (!isfinite(a->value))
			continue;
		if (isfinite(b->value)) {
			jb_point q = at(radar, (i + 1) % radar->n, b->value);
			bool dashed = jb_is_ahead(a->figure->status) ||
				      jb_is_ahead(b->figure->status);

			jb_put_line(plot->desk, plot->group, p.x, p.y, q.x, q.y,
				ink, line_pt, dashed);
		}
		jb_put_circle(plot->desk, plot->group, p.x, p.y, dot_pt,
			jb_is_ahead(a->figure->status)
				? jb_desk_ink(plot->desk, "paper")
				: ink,
			jb_is_ahead(a->figure->status) ? ink : NULL, 1);
		jb_claim(plot->group, from, a->figure);
	}
}

/* Names around: over, under or beside the end of their axis. */
static void put_name(struct radar *radar, size_t i)
{
	jb_plot *plot = radar->plot;
	double angle = 2 * G_PI * (double)i / (double)radar->n;
	jb_point p =
		jb_polar_at(radar->cx, radar->cy, radar->r + words_gap, angle);
	const jb_rich *name = axis_words(radar, i),
		      *value = value_words(radar, i);
	bool middle = fabs(sin(angle)) < 0.2;
	double width = middle		? radar->r
		       : sin(angle) > 0 ? plot->width - p.x
					: p.x;
	jb_text_align align = middle	       ? JB_TEXT_CENTER
			      : sin(angle) > 0 ? JB_TEXT_START
					       : JB_TEXT_END;
	double h = jb_lines_put(plot, 0, 0, width, name, align, NULL, false) +
		   jb_lines_put(plot, 0, 0, width, value, align, NULL, false);
	double x = middle ? p.x - width / 2 : sin(angle) > 0 ? p.x : 0;
	double y = p.y - h / 2 - cos(angle) * h / 2;
	guint from = plot->group->items->len;

	y += jb_lines_put(plot, x, y, width, name, align, NULL, true);
	jb_lines_put(plot, x, y, width, value, align, NULL, true);
	if (value)
		jb_part_claim(plot, from, radar->things[0]->kids[i]);
}

/* Returns its height. */
static double put_legend(struct radar *radar)
{
	jb_plot *plot = radar->plot;
	double high;

	plot->n_legend = 0;
	if (radar->n_things > 1 || radar->keyed)
		plot->legend[plot->n_legend++] = (jb_legend_key){
			.mark = JB_LEGEND_WORDS,
			.words = jb_words_of(plot,
				jb_sprintf(plot->desk->arena, "单位：%s",
					radar->measure.unit),
				NULL, plot->picture->picture->pos)};
	for (size_t t = 0; radar->n_things > 1 && t < radar->n_things; t++)
		plot->legend[plot->n_legend++] =
			(jb_legend_key){.mark = JB_LEGEND_LINE,
				.look.ink = ink_of(radar, t),
				.words = radar->things[t]->name};
	if (!*radar->measure.unit && plot->n_legend)
		memmove(plot->legend, plot->legend + 1,
			--plot->n_legend * sizeof(plot->legend[0]));
	high = plot->n_legend ? jb_legend_put(plot, 0, true) + 5 : 0;
	plot->n_legend = 0;
	return high;
}

void jb_radar_put(jb_plot *plot)
{
	struct radar radar = {.plot = plot};
	double high,
		line = jb_desk_style(plot->desk, JB_PLOT_LABEL)->leading_pt;

	if (!read(&radar))
		return;
	choose_ticks(&radar);
	choose_size(&radar);
	high = put_legend(&radar);
	line *= radar.keyed || radar.n_things > 1 ? 1 : 2;
	radar.cy = high + radar.r + words_gap + line;
	put_grid(&radar);
	for (size_t t = radar.n_things; t-- > 0;)
		put_thing(&radar, t);
	put_ticks(&radar);
	for (size_t i = 0; i < radar.n; i++)
		put_name(&radar, i);
	plot->group->height = radar.cy + radar.r + words_gap + line;
	jb_keys_begin(plot);
	for (size_t i = 0; radar.keyed && i < radar.n; i++)
		jb_keys_take(plot, radar.things[0]->kids[i]);
	if (radar.keyed)
		jb_keys_put(plot, radar.things[0]->kids, radar.n, 0);
	for (size_t t = 0; t < radar.n_things; t++)
		for (size_t i = 0; i < radar.n; i++)
			if (!(radar.things[t]->kids[i]->value >= 0))
				jb_part_remark(plot, radar.things[t]->kids[i]);
}
