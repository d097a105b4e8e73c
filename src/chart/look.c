/* look.c - how a status looks and how a callout fits: the same in
 * all forms.
 */
#include "chart/look.h"

const jb_rich *jb_stat_name(const jb_stat *stat)
{
	return jb_rich_empty(stat->short_label) ? stat->label
						: stat->short_label;
}

/* --- words --- */

double jb_put_words(jb_desk *desk, jb_group *group, double x, double y,
	double width, const jb_rich *rich, const char *style, const jb_ink *ink)
{
	jb_group *words;
	double height;

	if (jb_rich_empty(rich) || width <= 0)
		return 0;
	words = jb_set_text(
		desk, rich, jb_desk_style(desk, style), ink, width, NULL);
	height = words->height;
	jb_group_place(group, words, x, y);
	return height;
}

double jb_put_line_of(jb_desk *desk, jb_group *group, double x, double baseline,
	jb_align align, const jb_rich *rich, const char *style,
	const jb_ink *ink)
{
	if (jb_rich_empty(rich))
		return 0;
	return jb_put_text(desk, group, x, baseline, align, rich,
		jb_desk_style(desk, style), ink, 0);
}

/* --- callouts --- */

jb_callout jb_callout_of(const jb_desk *desk, const jb_figure *figure,
	double size_pt, const jb_ink *ink)
{
	return (jb_callout){
		.figure = figure,
		.size_pt = size_pt,
		.unit_max_pt = 14,
		.ink = ink,
		.words = jb_desk_ink(
			desk, figure->has_value ? "text" : "text70"),
		.align = JB_ALIGN_START,
	};
}

double jb_callout_fit(
	jb_desk *desk, jb_callout *callout, double most_pt, double width)
{
	callout->size_pt = jb_part_step(desk, callout->figure, most_pt,
		callout->unit_max_pt, width);
	return jb_callout_width(desk, callout);
}

/* --- marks --- */

bool jb_is_target(const jb_figure *figure)
{
	return figure->status == JB_TARGET;
}

void jb_put_hatched(jb_desk *desk, jb_group *group, double x, double y,
	double w, double h, const jb_ink *ink)
{
	const double corners[] = {x, y, x + w, y, x + w, y + h, x, y + h};
	const double edge = MIN(0.75, w);

	if (w <= 0 || h <= 0)
		return;
	jb_put_rect(desk, group, x, y, w, h, jb_desk_ink(desk, "paper"));
	if (h > 4) /* lines of a small mark stand closer */
		jb_put_hatch(desk, group, corners, 4, ink, h > 12 ? 0.9 : 0.7,
			h > 12 ? 3.2 : 2.2);
	jb_put_frame(desk, group, x + edge / 2, y + edge / 2, w - edge,
		h - edge, ink, edge, false);
}

static void put_outlined(jb_desk *desk, jb_group *group, double x, double y,
	double w, double h, const jb_ink *ink)
{
	const double edge = MIN(1.5, MIN(w, h) / 2);

	jb_put_rect(desk, group, x, y, w, h, jb_desk_ink(desk, "paper"));
	jb_put_frame(desk, group, x + edge / 2, y + edge / 2, w - edge,
		h - edge, ink, edge, false);
}

void jb_put_bar(jb_desk *desk, jb_group *group, double x, double y, double w,
	double h, const jb_figure *figure, const jb_ink *ink)
{
	guint from = group->items->len;

	if (w <= 0 || h <= 0)
		return;
	if (jb_part_planned(figure))
		jb_put_hatched(
			desk, group, x, y, w, h, jb_desk_ink(desk, "primary"));
	else if (jb_is_target(figure))
		put_outlined(desk, group, x, y, w, h, desk->accent);
	else
		jb_put_rect(desk, group, x, y, w, h, ink);
	jb_part_claim(group, from, figure, figure->value_pos);
}

void jb_put_arrow(jb_desk *desk, jb_group *group, double x0, double x1,
	double y, const jb_ink *ink, bool dashed)
{
	const double back = x1 > x0 ? -7 : 7, tip = x1 + (x1 > x0 ? -1 : 1);

	jb_put_line(desk, group, x0, y, tip, y, ink, 1.25, dashed);
	jb_put_line(desk, group, tip + back, y - 4.5, tip, y, ink, 1.25, false);
	jb_put_line(desk, group, tip + back, y + 4.5, tip, y, ink, 1.25, false);
}

const jb_ink *jb_class_ink(const jb_desk *desk, size_t i)
{
	static const char *const ladder[] = {
		"primary", "primary65", "primary38", "primary16"};

	return jb_desk_ink(desk, ladder[i % G_N_ELEMENTS(ladder)]);
}

double jb_figure_over(const jb_figure *figure)
{
	jb_decimal value = figure->value;

	if (value.mantissa == 0)
		return 0;
	while (value.mantissa % 10 == 0) {
		value.mantissa /= 10;
		value.exponent++;
	}
	value.mantissa++;
	return jb_decimal_double(value);
}
