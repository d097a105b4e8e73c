/* guide.c - what values and slots are read from: ticks, gridlines, the line of
 * zero, lines across, the words under the plot.
 */
#include "plot/plan.h"

#include <math.h>

#include "model/wording.h"

static const double tick_gap = 5, slot_line = 11, words_gap = 3;

static void put_plain(jb_plot *plot, double x, double baseline, jb_align align,
	const char *text, const char *style)
{
	jb_put_text(plot->desk, plot->group, x, baseline, align,
		jb_rich_plain(
			plot->desk->arena, text, plot->picture->picture->pos),
		jb_desk_style(plot->desk, style), NULL, 0);
}

static void put_ticks(jb_plot *plot, size_t a)
{
	const jb_axis *axis = &plot->axes[a];

	for (size_t i = 0; i < axis->n_ticks; i++) {
		double y =
			jb_linear_at(&axis->scale, axis->ticks[i] * axis->unit);

		if (a == 0)
			jb_put_line(plot->desk, plot->group, plot->left, y,
				plot->right, y,
				jb_desk_ink(plot->desk, "text20"), 0.35, false);
		put_plain(plot,
			a == 0 ? plot->left - tick_gap : plot->right + tick_gap,
			y + 2.7, a == 0 ? JB_ALIGN_END : JB_ALIGN_START,
			jb_axis_text(plot, a, i), JB_PLOT_SMALL);
	}
}

/* What lines go from and to, where words stand in the place of an axis. */
static void put_posts(jb_plot *plot)
{
	for (size_t i = 0; i < plot->frame.n_slots; i++)
		jb_put_line(plot->desk, plot->group, jb_slot_at(&plot->x, i),
			plot->top, jb_slot_at(&plot->x, i), plot->bottom,
			jb_desk_ink(plot->desk, "text45"), 0.5, false);
}

/* Where values are read from: zero, or the low end of an axis. */
static void put_base(jb_plot *plot)
{
	const jb_axis *axis = &plot->axes[0];
	double zero = axis->lo <= 0 && axis->hi >= 0 ? 0 : axis->lo;
	double y = jb_linear_at(&axis->scale, zero);

	jb_put_line(plot->desk, plot->group, plot->left, y, plot->right, y,
		jb_desk_ink(plot->desk, "text70"), 0.5, false);
}

void jb_guide_behind(jb_plot *plot)
{
	if (plot->spec->both) {
		put_posts(plot);
		return;
	}
	for (size_t a = 0; a < plot->n_axes && !plot->direct; a++)
		put_ticks(plot, a);
}

void jb_guide_before(jb_plot *plot)
{
	if (!plot->spec->both)
		put_base(plot);
	for (size_t i = 0; i < plot->picture->n_lines; i++) {
		const jb_figure *f = plot->picture->lines[i].figure;
		double y =
			jb_linear_at(&plot->axes[0].scale, jb_figure_size(f));
		jb_item *item;

		item = jb_put_line(plot->desk, plot->group, plot->left, y,
			plot->right, y, plot->desk->accent, 1, true);
		item->figure = f->id;
		item->pos = f->value_pos;
	}
}

/* --- under the plot --- */

static void put_dates(jb_plot *plot, double y)
{
	for (size_t i = 0; i < plot->n_dates; i++) {
		const jb_date_tick *tick = &plot->dates[i];
		double x = jb_slot_at(&plot->x, tick->slot);
		double half =
			jb_plain_width(plot, tick->text, JB_PLOT_LABEL) / 2;

		put_plain(plot, CLAMP(x, half, plot->width - half), y + 8,
			JB_ALIGN_CENTER, tick->text, JB_PLOT_LABEL);
		if (!tick->year)
			continue;
		half = jb_plain_width(plot, tick->year, JB_PLOT_LABEL) / 2;
		put_plain(plot, CLAMP(x, half, plot->width - half),
			y + 8 + slot_line, JB_ALIGN_CENTER, tick->year,
			JB_PLOT_LABEL);
	}
}

double jb_names_wide(const jb_plot *plot)
{
	return (double)plot->each * jb_slot_pitch(&plot->x) - 4;
}

/* The style, its lines in the middle. */
static const jb_style *centred(jb_plot *plot)
{
	jb_style *style = jb_new(plot->desk->arena, jb_style);

	*style = *jb_desk_style(plot->desk, JB_PLOT_LABEL);
	style->align = JB_TEXT_CENTER;
	style->balance = true;
	return style;
}

static void put_number(jb_plot *plot, size_t i, double y)
{
	const char *number = jb_sprintf(plot->desk->arena, "%zu", i + 1);

	put_plain(plot, jb_slot_at(&plot->x, i), y + 8, JB_ALIGN_CENTER, number,
		JB_PLOT_SMALL);
	jb_note_add(plot,
		jb_sprintf(plot->desk->arena, "%s %s", number,
			jb_rich_text(plot->desk->arena, plot->frame.names[i])),
		NULL);
}

static void put_names(jb_plot *plot, double y)
{
	const jb_style *style = centred(plot);
	double wide = jb_names_wide(plot);

	for (size_t i = plot->each / 2; i < plot->frame.n_slots;
		i += plot->each)
		if (plot->keyed)
			put_number(plot, i, y);
		else
			jb_group_place(plot->group,
				jb_set_text(plot->desk, plot->frame.names[i],
					style, NULL, wide, NULL),
				jb_slot_at(&plot->x, i) - wide / 2, y - 1);
	if (plot->each > 1)
		jb_note_add(plot,
			jb_sprintf(plot->desk->arena, "横轴每%zu个标出一个",
				plot->each),
			NULL);
}

void jb_guide_slots(jb_plot *plot)
{
	double y = plot->bottom + words_gap;

	if (plot->frame.by == JB_BY_NAME)
		put_names(plot, y);
	else
		put_dates(plot, y);
}
