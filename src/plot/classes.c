/* classes.c - classes of one size, their shades and their legend. */
#include "plot/classes.h"

#include <math.h>

#include "model/wording.h"
#include "plot/marks.h"
#include "plot/whole.h"

enum { CLASSES_MOST = 5 };

jb_classes jb_classes_of(jb_plot *plot)
{
	const jb_bound_subject *of = &plot->picture->of;
	jb_arena *arena = plot->desk->arena;
	const jb_figure **figures =
		jb_new_array(arena, const jb_figure *, of->n_stats + 1);
	double lo = INFINITY, hi = -INFINITY;
	jb_classes classes = {.n = 0};
	size_t n = 0;

	for (size_t i = 0; i < of->n_stats; i++) {
		figures[i] = of->stats[i].figure;
		if (!figures[i]->has_value)
			continue;
		lo = fmin(lo, jb_figure_size(figures[i]));
		hi = fmax(hi, jb_figure_size(figures[i]));
	}
	classes.measure = jb_measure_of(arena, figures, of->n_stats);
	classes.unit = pow(10, classes.measure.power);
	if (!(hi >= lo)) /* no value at all */
		return classes;
	if (hi <= lo)
		hi = lo + classes.unit;
	for (int want = CLASSES_MOST; want >= 2; want--) {
		n = jb_ticks(lo / classes.unit, hi / classes.unit, want, false,
			classes.bounds);
		if (n <= CLASSES_MOST + 1)
			break;
	}
	classes.n = n - 1;
	return classes;
}

size_t jb_class_at(const jb_classes *classes, const jb_figure *figure)
{
	double value = jb_figure_size(figure) / classes->unit;
	size_t i = 0;

	while (i + 1 < classes->n && value >= classes->bounds[i + 1] - 1e-9)
		i++;
	return i;
}

const jb_ink *jb_class_shade(
	const jb_plot *plot, const jb_classes *classes, size_t class)
{
	return jb_part_ink(plot->desk, classes->n - 1 - class, classes->n);
}

void jb_class_status(jb_plot *plot, jb_item *item, const jb_figure *figure,
	const double *points, size_t n)
{
	if (jb_is_target(figure)) {
		item->u.path.stroke = plot->desk->accent;
		item->u.path.width_pt = 1.25;
	} else if (jb_is_planned(figure)) {
		jb_put_hatch(plot->desk, plot->group, points, n,
			jb_desk_ink(plot->desk, "paper"), 0.9, 3.2);
	}
}

void jb_class_field(jb_plot *plot, const jb_classes *classes,
	const jb_figure *figure, const jb_area *at)
{
	double wide = at->x1 - at->x0, high = at->y1 - at->y0;
	const double corners[] = {
		at->x0, at->y0, at->x1, at->y0, at->x1, at->y1, at->x0, at->y1};
	jb_item *item;

	if (!figure || !figure->has_value) {
		jb_put_frame(plot->desk, plot->group, at->x0 + 0.25,
			at->y0 + 0.25, wide - 0.5, high - 0.5,
			jb_desk_ink(plot->desk, "text45"), 0.5, figure != NULL);
		return;
	}
	item = jb_put_rect(plot->desk, plot->group, at->x0, at->y0, wide, high,
		jb_class_shade(plot, classes, jb_class_at(classes, figure)));
	jb_class_status(plot, item, figure, corners, 4);
	if (figure == plot->picture->picture->hero) {
		item->u.path.stroke = plot->desk->accent;
		item->u.path.width_pt = 1.25;
	}
}

const jb_ink *jb_class_words(
	const jb_plot *plot, const jb_classes *classes, const jb_figure *figure)
{
	return jb_is_planned(figure)
		       ? NULL
		       : jb_ink_on(plot->desk,
				 jb_class_shade(plot, classes,
					 jb_class_at(classes, figure)));
}

const jb_ink *jb_class_ground(jb_plot *plot, const jb_classes *classes,
	const jb_figure *figure, const jb_area *words)
{
	static const double margin = 1.5;
	const jb_ink *ink;

	if (!figure || !figure->has_value)
		return jb_desk_ink(plot->desk, "text70");
	ink = jb_class_words(plot, classes, figure);
	if (!ink)
		jb_put_rect(plot->desk, plot->group, words->x0 - margin,
			words->y0, words->x1 - words->x0 + 2 * margin,
			words->y1 - words->y0,
			jb_desk_ink(plot->desk, "paper"));
	return ink;
}

double jb_classes_legend(jb_plot *plot, const jb_classes *classes)
{
	jb_arena *arena = plot->desk->arena;
	jb_pos pos = plot->picture->picture->pos;
	double step, high;

	if (!classes->n)
		return 0;
	step = classes->bounds[1] - classes->bounds[0];
	if (*classes->measure.unit)
		plot->legend[plot->n_legend++] =
			(jb_legend_key){.mark = JB_LEGEND_WORDS,
				.words = jb_rich_plain(arena,
					jb_sprintf(arena, "单位：%s",
						classes->measure.unit),
					pos)};
	for (size_t i = 0; i < classes->n; i++)
		plot->legend[plot->n_legend++] = (jb_legend_key){
			.mark = JB_LEGEND_RECT,
			.look.ink = jb_class_shade(plot, classes, i),
			.words = jb_rich_plain(arena,
				jb_sprintf(arena, "%s～%s",
					jb_tick_text(arena, classes->bounds[i],
						step),
					jb_tick_text(arena,
						classes->bounds[i + 1], step)),
				pos)};
	jb_legend_status(plot);
	high = jb_legend_put(plot, 0, true);
	plot->n_legend = 0;
	return high;
}
