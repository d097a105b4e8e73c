/* legend.c - the unit, said once, and what the marks mean, in rows over the
 * plot.  Names that stand at the ends of lines are not said here.
 */
#include "plot/plan.h"

#include <math.h>
#include <string.h>

#include "plot/marks.h"

static const double row_h = 13, key_gap = 12, mark_w = 14, mark_gap = 4;
static const double baseline = 9;
static const jb_shade none = {NULL, JB_PATTERN_NONE};

static void add(
	jb_plot *plot, jb_legend_mark mark, jb_shade look, const jb_rich *words)
{
	g_assert(plot->n_legend < JB_LEGEND_MAX);
	plot->legend[plot->n_legend++] = (jb_legend_key){mark, look, words};
}

static const jb_rich *plain(jb_plot *plot, const char *text)
{
	return jb_rich_plain(
		plot->desk->arena, text, plot->picture->picture->pos);
}

/* Unless the picture's aside says it: 单位：亿元. */
static void add_unit(jb_plot *plot)
{
	const char *unit = plot->axes[0].said.unit;
	const jb_rich *aside = plot->picture->aside;

	if (!*unit || plot->n_axes > 1 ||
		(!jb_rich_empty(aside) &&
			strstr(jb_rich_text(plot->desk->arena, aside), unit)))
		return;
	add(plot, JB_LEGEND_WORDS, none,
		plain(plot, jb_sprintf(plot->desk->arena, "单位：%s", unit)));
}

static const jb_rich *with_unit(jb_plot *plot, size_t run)
{
	const jb_run_of *r = &plot->frame.runs[run];
	size_t a = jb_axis_of(plot, run);
	const char *unit = plot->axes[a].said.unit;

	if (plot->n_axes < 2 || !*unit)
		return r->name;
	return jb_rich_plain(plot->desk->arena,
		jb_sprintf(plot->desk->arena, "%s（%s，%s）",
			jb_rich_text(plot->desk->arena, r->name), unit,
			a == 0 ? "左轴" : "右轴"),
		r->name->pieces[0].pos);
}

static jb_legend_mark mark_of(jb_geom geom)
{
	switch (geom) {
	case JB_GEOM_LINE:
		return JB_LEGEND_LINE;
	case JB_GEOM_POINT:
		return JB_LEGEND_DISC;
	case JB_GEOM_RULE:
		return JB_LEGEND_RULE;
	default:
		return JB_LEGEND_RECT;
	}
}

static void add_runs(jb_plot *plot)
{
	for (size_t r = 0; r < plot->frame.n_runs; r++) {
		const jb_layer *layer = jb_layer_of(plot, r);

		if (layer->geom == JB_GEOM_RECT && layer->from)
			continue; /* both ends stand at their values */

		add(plot, mark_of(layer->geom), jb_layer_look(plot, layer, r),
			with_unit(plot, r));
	}
}

void jb_legend_status(jb_plot *plot)
{
	const jb_bound_subject *of = &plot->picture->of;
	jb_geom geom = plot->spec->layers[0].geom;
	bool planned = false, target = false;

	for (size_t i = 0; i < of->n_stats; i++) {
		const jb_figure *f = of->stats[i].figure;

		planned = planned || (f->has_value && jb_is_planned(f));
		target = target || (f->has_value && jb_is_target(f));
	}
	if (geom == JB_GEOM_LINE && (planned || target)) {
		add(plot, JB_LEGEND_AHEAD,
			(jb_shade){jb_desk_ink(plot->desk, "text70"),
				JB_PATTERN_NONE},
			plain(plot, planned ? target ? "计划、目标" : "计划"
					    : "目标"));
		return;
	}
	for (size_t i = 0; i < plot->spec->n; i++)
		target = target && plot->spec->layers[i].geom != JB_GEOM_RULE;
	if (planned)
		add(plot, JB_LEGEND_HATCHED, none, plain(plot, "计划"));
	if (target && geom == JB_GEOM_AREA)
		add(plot, JB_LEGEND_HATCHED, none, plain(plot, "目标"));
	else if (target)
		add(plot, JB_LEGEND_OUTLINED, none, plain(plot, "目标"));
}

static void add_lines(jb_plot *plot)
{
	for (size_t i = 0; i < plot->picture->n_lines; i++) {
		const jb_stat *stat = &plot->picture->lines[i];
		const jb_rich *name = jb_stat_name(stat);
		const jb_rich *words = jb_rich_plain(plot->desk->arena,
			jb_sprintf(plot->desk->arena, "%s %s",
				jb_rich_text(plot->desk->arena, name),
				jb_measured_text(plot->desk->arena,
					stat->figure, &plot->axes[0].said)),
			stat->figure->value_pos);

		words->pieces[0].figure = stat->figure->id;
		add(plot, JB_LEGEND_DASHES, none, words);
	}
}

void jb_legend_choose(jb_plot *plot)
{
	plot->n_legend = 0;
	add_unit(plot);
	if (plot->frame.n_runs > 1 && !plot->ended)
		add_runs(plot);
	jb_legend_status(plot);
	add_lines(plot);
}

static void put_swatch(
	jb_plot *plot, const jb_legend_key *key, double x, double top)
{
	const double low = top + 7, right = x + mark_w;
	const double corners[] = {x, top, right, top, right, low, x, low};

	jb_put_look(plot->desk, plot->group, corners, 4, key->look);
}

static void put_mark(
	jb_plot *plot, const jb_legend_key *key, double x, double y)
{
	jb_desk *desk = plot->desk;
	double middle = y + baseline - 2.8, top = middle - 3.5;

	switch (key->mark) {
	case JB_LEGEND_WORDS:
		break;
	case JB_LEGEND_RECT:
		put_swatch(plot, key, x, top);
		break;
	case JB_LEGEND_LINE:
		jb_put_line(desk, plot->group, x, middle, x + mark_w, middle,
			key->look.ink, 1.75, false);
		break;
	case JB_LEGEND_DISC:
		jb_put_circle(desk, plot->group, x + mark_w / 2, middle, 3.4,
			key->look.ink, NULL, 0);
		break;
	case JB_LEGEND_RULE:
		jb_put_rect(desk, plot->group, x + mark_w / 2 - 1.25,
			middle - 5, 2.5, 10, key->look.ink);
		break;
	case JB_LEGEND_DASHES:
		jb_put_line(desk, plot->group, x, middle, x + mark_w, middle,
			desk->accent, 1, true);
		break;
	case JB_LEGEND_AHEAD:
		jb_put_line(desk, plot->group, x, middle, x + mark_w, middle,
			key->look.ink, 1.75, true);
		break;
	case JB_LEGEND_HATCHED:
		jb_put_hatched(desk, plot->group, x, top, mark_w, 7);
		break;
	case JB_LEGEND_OUTLINED:
		jb_put_frame(desk, plot->group, x + 0.5, top + 0.5, mark_w - 1,
			6, desk->accent, 1, false);
		break;
	}
}

/* One key at x in a row at y, or its words in lines of their own where they
 * are wider than the picture; returns the height of its rows. */
static double put_key(
	jb_plot *plot, const jb_legend_key *key, double x, double y, bool draw)
{
	double indent = key->mark == JB_LEGEND_WORDS ? 0 : mark_w + mark_gap;
	jb_group *words = jb_set_text(plot->desk, key->words,
		jb_desk_style(plot->desk, JB_PLOT_SMALL), NULL,
		plot->width - x - indent, NULL);
	double height = words->height;

	if (!draw)
		return height;
	put_mark(plot, key, x, y);
	jb_group_place(
		plot->group, words, x + indent, y + baseline - words->baseline);
	return height;
}

double jb_legend_put(jb_plot *plot, double y, bool draw)
{
	double x = 0, top = y, high = 0;

	for (size_t i = 0; i < plot->n_legend; i++) {
		const jb_legend_key *key = &plot->legend[i];
		double wide =
			jb_text_width(plot->desk, key->words,
				jb_desk_style(plot->desk, JB_PLOT_SMALL), 0) +
			(key->mark == JB_LEGEND_WORDS ? 0 : mark_w + mark_gap);

		if (x > 0 && x + wide > plot->width) {
			y += high;
			x = high = 0;
		}
		high = fmax(high,
			fmax(row_h, put_key(plot, key, x, y, draw) + 1.5));
		x += wide + key_gap;
	}
	return y + high - top;
}
