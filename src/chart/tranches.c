/* tranches.c - a sum paid in parts whose sizes nobody stated: boxes of one
 * size that say so.
 */
#include "chart/forms.h"

#include <math.h>

#include "chart/parts.h"
#include "model/wording.h"

static const double box_h = 40, box_gap = 6, box_least = 34, box_most = 120;
static const double pad = 7, number_pt = 20;
static const int parts_most = 24;

/* 金额未公布 for money, else 数量未公布. */
static const jb_rich *unstated_words(jb_desk *desk, const jb_stat *stat)
{
	const char *noun = stat->figure->noun ? stat->figure->noun : "";

	return jb_rich_plain(desk->arena,
		jb_sprintf(desk->arena, "%s%s",
			g_str_has_suffix(noun, "元") ? "金额" : "数量",
			jb_missing_text(JB_NOT_STATED)),
		stat->figure->pos);
}

/* The whole, and at its right what it is and in how many parts it comes. */
static double put_whole(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_stat *stat, double width)
{
	const jb_rich *lines[] = {
		stat->measure ? stat->measure : jb_stat_name(stat),
		picture->parts ? picture->parts->label : NULL,
	};
	jb_callout callout = jb_callout_of(desk, stat->figure, 48,
		jb_numeral_ink(desk, picture, stat->figure));
	double wide = jb_callout_fit(
		desk, &callout, 48, width >= 220 ? 0.6 * width : width);
	double size = stat->figure->has_value ? callout.size_pt : 24;
	double baseline = ceil(0.74 * size), x = 0, y = baseline + 4;
	double room = width, height = 0;

	jb_put_callout(desk, group, 0, baseline, &callout);
	if (width - wide - 16 >= 64) { /* last line on the numeral's baseline */
		x = wide + 16;
		room = width - x;
		for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
			height += jb_words_height(
				desk, room, lines[i], "label_strong");
		y = MAX(0, baseline - height + 3);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
		y += jb_put_words(
			desk, group, x, y, room, lines[i], "label_strong");
	return MAX(y, baseline + 4);
}

struct boxes {
	jb_desk *desk;
	jb_group *group;
	const jb_stat *parts;
	const jb_rich *words;
	int n, per_row;
	double w;
	bool words_inside, words_below;
};

static double put_ordinal(struct boxes *boxes, int i, double x, double baseline)
{
	jb_desk *desk = boxes->desk;
	const jb_figure *figure = boxes->parts->figure;
	const jb_rich *number = jb_figure_words(
		desk, jb_sprintf(desk->arena, "%d", i + 1), figure);
	const jb_rich *unit = jb_figure_words(desk, figure->unit, figure);
	double from = x;

	x += jb_put_text(desk, boxes->group, x, baseline, JB_ALIGN_START,
		number, jb_desk_style(desk, "numeral"), NULL, number_pt);
	x += 1.5;
	x += jb_put_text(desk, boxes->group, x, baseline, JB_ALIGN_START, unit,
		jb_desk_style(desk, "unit"), NULL, 8);
	return x - from;
}

static void put_box(struct boxes *boxes, int i, double x, double y)
{
	jb_desk *desk = boxes->desk;
	jb_group *group = boxes->group;
	const jb_figure *figure = boxes->parts->figure;
	guint from = group->items->len;
	double baseline = y + box_h / 2 + 0.36 * number_pt;

	jb_put_frame(desk, group, x + 0.5, y + 0.5, boxes->w - 1, box_h - 1,
		jb_desk_ink(desk, "primary"), 1, false);
	if (boxes->words_below && boxes->words_inside)
		baseline = y + 19;
	put_ordinal(boxes, i, x + pad, baseline);
	if (boxes->words_inside && boxes->words_below)
		jb_put_label(desk, group, x + pad, y + 32, JB_ALIGN_START,
			boxes->words, "small", NULL);
	else if (boxes->words_inside)
		jb_put_label(desk, group, x + boxes->w - pad, baseline - 1,
			JB_ALIGN_END, boxes->words, "small", NULL);
	jb_claim(group, from, figure);
}

static double ordinal_width(struct boxes *boxes)
{
	jb_group *group = boxes->group;
	double width;

	boxes->group = jb_group_new(boxes->desk->arena);
	width = put_ordinal(boxes, boxes->n - 1, 0, 0);
	boxes->group = group;
	return width;
}

/* Boxes of one width; as many in a row as can be read. */
static void measure_boxes(struct boxes *boxes, double width)
{
	double ordinal = ordinal_width(boxes);
	double words = jb_words_width(boxes->desk, boxes->words, "small");
	double least = MAX(box_least, ordinal + 2 * pad);

	boxes->per_row = (int)floor((width + box_gap) / (least + box_gap));
	boxes->per_row = CLAMP(boxes->per_row, 1, boxes->n);
	if (boxes->n > boxes->per_row) { /* rows of nearly equal length */
		int rows = (boxes->n + boxes->per_row - 1) / boxes->per_row;

		boxes->per_row = (boxes->n + rows - 1) / rows;
	}
	boxes->w = (width - box_gap * (boxes->per_row - 1)) / boxes->per_row;
	boxes->w = MIN(boxes->w, MAX(box_most, width / 3));
	boxes->words_inside = words + ordinal + 2 * pad + 4 <= boxes->w;
	if (!boxes->words_inside && words + 2 * pad <= boxes->w)
		boxes->words_inside = boxes->words_below = true;
}

/* Returns the bottom. */
static double put_boxes(struct boxes *boxes, double y, double width)
{
	measure_boxes(boxes, width);
	for (int i = 0; i < boxes->n; i++) {
		if (i && i % boxes->per_row == 0)
			y += box_h + box_gap;
		put_box(boxes, i, (i % boxes->per_row) * (boxes->w + box_gap),
			y);
	}
	y += box_h;
	if (!boxes->words_inside)
		y += 4 + jb_put_words(boxes->desk, boxes->group, 0, y + 4,
				 width, boxes->words, "small");
	return y;
}

/* How many parts; 0 after an error. */
static int count_parts(jb_desk *desk, const jb_bound_picture *picture)
{
	const jb_figure *figure;
	double n;

	if (!picture->parts) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “tranches” needs “parts”");
		jb_hint(desk->diags, "name the figure that says how many");
		return 0;
	}
	figure = picture->parts->figure;
	n = figure->has_value ? jb_decimal_double(figure->value) : 0;
	if (n >= 1 && n <= parts_most && n == floor(n))
		return (int)n;
	jb_error(desk->diags, figure->value_pos,
		"“%s” is no number of parts from 1 to %d", figure->id,
		parts_most);
	return 0;
}

jb_group *jb_form_tranches(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	struct boxes boxes = {.desk = desk, .group = group};
	double y;

	group->width = width;
	if (picture->of.n_stats != 1) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “tranches” shows one figure");
		return group;
	}
	boxes.n = count_parts(desk, picture);
	if (!boxes.n)
		return group;
	boxes.parts = picture->parts;
	boxes.words = unstated_words(desk, &picture->of.stats[0]);
	y = put_whole(desk, group, picture, &picture->of.stats[0], width);
	group->height = jb_snap(desk, put_boxes(&boxes, y + 12, width));
	return group;
}
