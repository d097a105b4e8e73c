/* versus.c - two or three sides held against each other, row by row.
 *
 * Of two sides what is compared stands between them, as in a scoreboard; of
 * three it stands at the left.  A row's figures have one baseline.
 */
#include <math.h>

#include "chart/chart.h"
#include "plot/marks.h"
#include "chart/parts.h"

static const double pad_pt = 6, gap_pt = 12, unit_most = 14, words_share = 0.62;

struct versus {
	jb_desk *desk;
	const jb_bound_comparison *of;
	double size_pt;
	double label_x, label_w;
	double cell_x[3], cell_w;
	jb_text_align align[3];
	jb_text_align label_align;
};

/* A quarter of the width is for what is compared. */
static void measure(struct versus *v, double width)
{
	bool two = v->of->n_sides == 2;
	double n = (double)v->of->n_sides;

	v->label_w = width / (n + 2) - gap_pt;
	v->cell_w = (width - v->label_w - n * gap_pt) / n;
	v->label_x = two ? v->cell_w + gap_pt : 0;
	v->label_align = two ? JB_TEXT_CENTER : JB_TEXT_START;
	for (size_t i = 0; i < v->of->n_sides; i++) {
		v->align[i] = JB_TEXT_START;
		v->cell_x[i] = two ? (double)i * (width - v->cell_w)
				   : v->label_w + gap_pt +
					       (double)i * (v->cell_w + gap_pt);
	}
	if (two)
		v->align[0] = JB_TEXT_END;
}

static const jb_versus_cell *cell_of(
	const struct versus *v, size_t row, size_t side)
{
	return &v->of->cells[row * v->of->n_sides + side];
}

static jb_callout callout_of(
	const struct versus *v, const jb_stat *stat, size_t side)
{
	jb_callout callout = jb_callout_of(v->desk, stat->figure, v->size_pt,
		jb_desk_ink(v->desk,
			side == v->of->n_sides - 1 ? "primary" : "primary65"));

	callout.unit_max_pt = unit_most;
	if (stat->figure->as) /* words, not digits */
		callout.size_pt = words_share * v->size_pt;
	if (v->align[side] == JB_TEXT_END)
		callout.align = JB_ALIGN_END;
	if (jb_callout_width(v->desk, &callout) > v->cell_w)
		jb_callout_fit(v->desk, &callout, callout.size_pt, v->cell_w);
	return callout;
}

/* Height of a row's figures over their baseline: of words none. */
static double rise(const struct versus *v, size_t row)
{
	double most = 0;

	for (size_t i = 0; i < v->of->n_sides; i++) {
		const jb_stat *stat = cell_of(v, row, i)->stat;

		if (stat) {
			jb_callout callout = callout_of(v, stat, i);

			most = fmax(most, jb_callout_height(&callout));
		}
	}
	return most;
}

/* Words that stand beside figures stand on their baseline. */
static double put_words(const struct versus *v, jb_group *group,
	const jb_rich *words, double x, double y, double width,
	const char *style, jb_text_align align, double baseline)
{
	double ascent = jb_style_ascent(v->desk, jb_desk_style(v->desk, style));
	double top = fmax(y, baseline - ascent);

	return top - y +
	       jb_put_words_as(v->desk, group, x, top, width, words, style,
		       align, NULL);
}

static double put_row(
	const struct versus *v, jb_group *group, size_t row, double y)
{
	double up = rise(v, row), height = up + 4;
	double baseline = up > 0 ? y + up : 0;

	height = fmax(height,
		put_words(v, group, v->of->labels[row], v->label_x, y,
			v->label_w, "versus_label", v->label_align, baseline));
	for (size_t i = 0; i < v->of->n_sides; i++) {
		const jb_versus_cell *cell = cell_of(v, row, i);
		double x = v->cell_x[i];
		guint from = group->items->len;

		if (!cell->stat) {
			height = fmax(
				height, put_words(v, group, cell->words, x, y,
						v->cell_w, "versus_text",
						v->align[i], baseline));
			continue;
		}
		jb_callout callout = callout_of(v, cell->stat, i);
		jb_put_callout(v->desk, group,
			v->align[i] == JB_TEXT_END ? x + v->cell_w : x,
			baseline, &callout);
		jb_claim(group, from, cell->stat->figure);
	}
	return height;
}

static double put_sides(const struct versus *v, jb_group *group)
{
	double height = 0;

	for (size_t i = 0; i < v->of->n_sides; i++)
		height = fmax(
			height, jb_put_words_as(v->desk, group, v->cell_x[i], 0,
					v->cell_w, v->of->sides[i],
					"versus_side", v->align[i], NULL));
	return fmax(height,
		jb_put_words_as(v->desk, group, v->label_x, 0, v->label_w,
			v->of->label, "versus_label", v->label_align, NULL));
}

jb_group *jb_chart_versus(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	struct versus v = {.desk = desk,
		.of = block->comparison,
		.size_pt = block->size_pt};
	double y;

	group->width = width;
	if (!v.of)
		return group;
	measure(&v, width);
	y = put_sides(&v, group) + pad_pt / 2;
	jb_put_line(desk, group, 0, y, width, y, jb_desk_ink(desk, "text"),
		0.75, false);
	for (size_t row = 0; row < v.of->n_rows; row++) {
		if (row)
			jb_put_hairline(desk, group, 0, width, y, v.of->pos);
		y += pad_pt;
		y += put_row(&v, group, row, y) + pad_pt;
	}
	jb_claim_at(group, 0, v.of->pos);
	group->height = jb_snap(desk, y);
	return group;
}
