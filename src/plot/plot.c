/* plot.c - a picture by its spec: frame, plan, guides, marks, values, notes.
 */
#include "plot/plan.h"

#include <math.h>
#include <string.h>

#include "model/wording.h"
#include "plot/marks.h"
#include "plot/places.h"

static const double column_least = 2; /* a narrower one is no column */

/* Columns that are too many for the width are lines. */
static bool columns_fit(jb_plot *plot)
{
	double x, w;

	if (plot->spec->layers[0].geom != JB_GEOM_RECT)
		return true;
	jb_rect_band(plot, 0, 0, &x, &w);
	if (w >= column_least)
		return true;
	jb_error(plot->desk->diags, plot->picture->picture->pos,
		"%zu columns do not fit in %.0f mm", plot->frame.n_slots,
		(plot->right - plot->left) * 25.4 / 72);
	jb_hint(plot->desk->diags,
		"a `line` shows so many, or `lead: true` gives more room");
	return false;
}

/* Lines with words at both ends go from one slot to another. */
static bool slots_fit(const jb_plot *plot)
{
	if (!plot->spec->both || plot->frame.n_slots == 2)
		return true;
	jb_error(plot->desk->diags, plot->picture->picture->pos,
		"`%s` goes from one time to another, and here are %zu",
		plot->picture->picture->word, plot->frame.n_slots);
	jb_hint(plot->desk->diags, "a `line` shows more of them");
	return false;
}

/* Parts in % that are a little more or less than a whole have been rounded. */
static bool is_rounded(const jb_plot *plot)
{
	if (plot->spec->layers[0].arrange != JB_ARRANGE_STACK ||
		plot->picture->picture->share ||
		strcmp(plot->axes[0].said.unit, "%") != 0)
		return false;
	for (size_t i = 0; i < plot->frame.n_slots; i++) {
		double sum = 0;

		for (size_t r = 0; r < plot->frame.n_runs; r++)
			if (jb_cell_has(&plot->frame.runs[r].cells[i]))
				sum += plot->frame.runs[r].cells[i].value;
		if (fabs(sum - 100) > 1e-9 && fabs(sum - 100) < 2)
			return true;
	}
	return false;
}

static void add_remarks(jb_plot *plot)
{
	const jb_axis *axis = &plot->axes[0];

	if (axis->lo > 0 || axis->hi < 0)
		jb_note_add(plot, "纵轴不从零起", NULL);
	if (plot->partial)
		jb_note_unsaid(plot);
	if (is_rounded(plot))
		jb_note_add(plot, "数值经四舍五入，各项之和不等于总计", NULL);
}

/* Up to whole half lines of the page's grid. */
static double snapped(const jb_desk *desk, double height)
{
	double half = desk->layout->baseline_pt / 2;

	return half > 0 ? ceil(height / half - 1e-6) * half : height;
}

static void draw(jb_plot *plot)
{
	jb_thin(plot);
	jb_legend_put(plot, 0, true);
	jb_guide_behind(plot);
	jb_shapes_put(plot);
	jb_guide_before(plot);
	jb_values_put(plot);
	jb_totals_put(plot);
	jb_ends_put(plot);
	jb_guide_slots(plot);
	add_remarks(plot);
	plot->group->height = plot->bottom + plot->x_height;
}

static size_t axes_of(const jb_spec *spec)
{
	for (size_t i = 0; i < spec->n; i++)
		if (spec->layers[i].right)
			return 2;
	return 1;
}

static jb_group *finished(jb_plot *plot)
{
	jb_notes_put(plot);
	plot->group->height = snapped(plot->desk, plot->group->height);
	return plot->group;
}

jb_group *jb_plot_draw(jb_desk *desk, const jb_bound_picture *picture,
	const jb_spec *spec, double width)
{
	jb_plot *plot = jb_new(desk->arena, jb_plot);

	*plot = (jb_plot){.desk = desk,
		.group = jb_group_new(desk->arena),
		.picture = picture,
		.spec = spec,
		.width = width,
		.n_axes = axes_of(spec)};
	plot->group->width = width;
	plot->notes = g_array_new(FALSE, TRUE, sizeof(jb_rich_piece));
	if (spec->places) {
		jb_places_put(plot);
		return finished(plot);
	}
	if (!picture->of.n_stats || !jb_frame_read(desk, &plot->frame, picture))
		return plot->group;
	plot->hero = jb_find_hero(plot);
	if (!slots_fit(plot))
		return plot->group;
	if (spec->coord == JB_COORD_TURNED) {
		jb_turned_put(plot);
		return finished(plot);
	}
	jb_plan(plot);
	if (!columns_fit(plot))
		return plot->group;
	draw(plot);
	return finished(plot);
}
