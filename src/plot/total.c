/* total.c - over each stack, what its parts add up to. */
#include "plot/plan.h"

#include <math.h>
#include <string.h>

#include "plot/marks.h"

/* The sum of a slot's parts as a figure like them; NULL where one is missing or
 * below zero, or there is only one.  约 where a part has any bound. */
static const jb_figure *sum_of(const jb_plot *plot, size_t slot)
{
	jb_figure *sum = jb_new(plot->desk->arena, jb_figure);
	size_t n = 0;

	for (size_t r = 0; r < plot->frame.n_runs; r++) {
		const jb_cell *cell = &plot->frame.runs[r].cells[slot];
		const jb_figure *f = cell->stat ? cell->stat->figure : NULL;
		jb_decimal all;

		if (!f)
			continue;
		if (!jb_cell_has(cell) || f->value.mantissa < 0 || f->as)
			return NULL;
		if (n++ == 0) {
			*sum = *f;
			sum->id = NULL;
		} else if (jb_decimal_add(sum->value,
				   jb_figure_in(f, sum->power), &all)) {
			sum->value = all;
		} else {
			return NULL;
		}
		if (f->bound != JB_EXACT)
			sum->bound = JB_ABOUT;
	}
	return n > 1 ? sum : NULL;
}

static const char *text_of(const jb_plot *plot, size_t slot)
{
	const jb_figure *sum = sum_of(plot, slot);

	return sum ? jb_measured_text(
			     plot->desk->arena, sum, &plot->axes[0].said)
		   : NULL;
}

bool jb_totals_fit(jb_plot *plot)
{
	bool any = false;

	if (plot->spec->n != 1 || plot->spec->coord != JB_COORD_PLAIN ||
		plot->spec->layers[0].geom != JB_GEOM_RECT ||
		plot->spec->layers[0].arrange != JB_ARRANGE_STACK ||
		plot->spec->share || plot->picture->picture->share ||
		strcmp(plot->axes[0].said.unit, "%") == 0)
		return false;
	for (size_t i = 0; i < plot->frame.n_slots; i++) {
		const char *text = text_of(plot, i);

		any = any || text;
		if (text && jb_plain_width(plot, text, "label_strong") + 2 >
				    jb_slot_pitch(&plot->x))
			return false;
	}
	return any;
}

static double top_of(const jb_plot *plot, size_t slot)
{
	double most = 0;

	for (size_t r = 0; r < plot->frame.n_runs; r++) {
		double from, to;

		if (!plot->frame.runs[r].cells[slot].stat)
			continue;
		jb_cell_span(plot, r, slot, &from, &to);
		most = fmax(most, to);
	}
	return jb_linear_at(&plot->axes[0].scale, most);
}

/* On paper, for a gridline may pass there. */
static void put_sum(jb_plot *plot, double x, double top, const char *text)
{
	const jb_style *style = jb_desk_style(plot->desk, "label_strong");
	const jb_rich *rich = jb_rich_plain(
		plot->desk->arena, text, plot->picture->picture->pos);
	double wide = jb_text_width(plot->desk, rich, style, 0) + 2;
	double baseline = top - JB_PLOT_GAP;

	jb_put_rect(plot->desk, plot->group, x - wide / 2,
		baseline - 0.75 * style->size_pt, wide, 0.75 * style->size_pt,
		jb_desk_ink(plot->desk, "paper"));
	jb_put_text(plot->desk, plot->group, x, baseline, JB_ALIGN_CENTER, rich,
		style, NULL, 0);
}

void jb_totals_put(jb_plot *plot)
{
	for (size_t i = 0; plot->totals && i < plot->frame.n_slots; i++) {
		const char *text = text_of(plot, i);

		if (text)
			put_sum(plot, jb_slot_at(&plot->x, i), top_of(plot, i),
				text);
	}
}
