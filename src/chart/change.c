/* change.c - a change in per cent as two bars: the base, 100, and what came of
 * it.
 *
 * The base is an index number, so both bars start at zero on one scale.  The
 * difference is a dashed frame behind the shorter bar, and the figure stands
 * in it.
 */
#include "chart/forms.h"

#include <math.h>

#include "chart/look.h"

static const double pad = 10, bar_gap = 8, index_pt = 28, arrow_w = 50;

struct bar {
	const jb_rich *words;
	double index, y, w;
	const jb_ink *fill, *ink;
	bool inside; /* its words fit in it */
};

struct change {
	jb_desk *desk;
	jb_group *group;
	const jb_bound_picture *picture;
	const jb_stat *stat;
	double width, bar_h, frame_x, frame_y;
	struct bar base, now;
};

static const jb_rich *index_words(struct change *change, double index)
{
	char digits[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(digits, sizeof(digits), "%.10g", index);
	return jb_part_words(change->desk, digits, change->stat->figure,
		change->stat->figure->value_pos);
}

static double index_width(struct change *change, double index, double size)
{
	return jb_text_width(change->desk, index_words(change, index),
		jb_desk_style(change->desk, "numeral"), size);
}

static bool fits_inside(struct change *change, const struct bar *bar)
{
	double words = jb_part_width(
		change->desk, bar->words, "label_strong");

	return words + index_width(change, bar->index, index_pt) +
		       (words > 0 ? 3 : 2) * pad <=
	       bar->w;
}

static void put_index(struct change *change, double x, double baseline,
	jb_align align, double index, double size, const jb_ink *ink)
{
	jb_put_text(change->desk, change->group, x, baseline, align,
		index_words(change, index),
		jb_desk_style(change->desk, "numeral"), ink, size);
}

static void put_words_inside(struct change *change, const struct bar *bar)
{
	double middle = bar->y + change->bar_h / 2;

	jb_put_line_of(change->desk, change->group, pad, middle + 3,
		JB_ALIGN_START, bar->words, "label_strong", bar->ink);
	put_index(change, bar->w - pad, middle + 0.36 * index_pt,
		JB_ALIGN_END, bar->index, index_pt, bar->ink);
}

/* On a line of its own over the bar, the index number at the right edge. */
static void put_words_over(struct change *change, const struct bar *bar)
{
	const jb_ink *text = jb_desk_ink(change->desk, "text");
	double number = index_width(change, bar->index, 16);
	double room = change->width - number - pad;
	double height = jb_part_height(
		change->desk, room, bar->words, "label_strong");

	jb_put_words(change->desk, change->group, 0, bar->y - height - 2,
		room, bar->words, "label_strong", NULL);
	put_index(change, change->width, bar->y - 5, JB_ALIGN_END, bar->index,
		16, text);
}

static void put_bar(struct change *change, const struct bar *bar)
{
	const jb_figure *figure = change->stat->figure;
	guint from = change->group->items->len;

	if (bar->w > 0)
		jb_put_rect(change->desk, change->group, 0, bar->y, bar->w,
			change->bar_h, bar->fill);
	if (bar->inside)
		put_words_inside(change, bar);
	else
		put_words_over(change, bar);
	jb_part_claim(change->group, from, figure, figure->value_pos);
}

/* Height of the line over a bar whose words do not fit in it. */
static double words_over_height(struct change *change, const struct bar *bar)
{
	double room = change->width - pad -
		      index_width(change, bar->index, 16);

	if (bar->inside)
		return 0;
	return 4 + MAX(14, jb_part_height(change->desk, room, bar->words,
				   "label_strong"));
}

/* --- the difference and the figure in it --- */

static jb_callout callout_new(struct change *change, double size_pt)
{
	return jb_callout_of(change->desk, change->stat->figure, size_pt,
		change->desk->accent);
}

/* 平均优化 50 %, flush right in the frame, or under the bars. */
static bool put_callout_in_frame(struct change *change, double room)
{
	const jb_rich *name = jb_stat_name(change->stat);
	double words = jb_part_width(change->desk, name, "unit");
	double middle = change->frame_y + change->bar_h / 2;
	jb_callout callout = callout_new(change, 54);
	double wide;

	wide = jb_callout_fit(change->desk, &callout,
		1.08 * change->bar_h, room - words - 8);
	if (callout.size_pt < 20 || wide + words + 8 > room)
		return false;
	callout.align = JB_ALIGN_END;
	middle += 0.356 * callout.size_pt;
	jb_put_callout(change->desk, change->group, change->width - pad,
		middle, &callout);
	jb_put_line_of(change->desk, change->group,
		change->width - pad - wide - 8, middle, JB_ALIGN_END, name,
		"unit", NULL);
	return true;
}

static double put_callout_below(struct change *change, double y)
{
	jb_callout callout = callout_new(change, 40);
	double wide = jb_callout_fit(
		change->desk, &callout, 40, change->width);
	double baseline = y + 0.75 * callout.size_pt, room;

	jb_put_callout(change->desk, change->group, 0, baseline, &callout);
	room = change->width - wide - pad;
	if (jb_part_width(change->desk, jb_stat_name(change->stat), "unit") <=
		room) {
		jb_put_line_of(change->desk, change->group, wide + pad,
			baseline, JB_ALIGN_START, jb_stat_name(change->stat),
			"unit", NULL);
		return baseline + 4;
	}
	return baseline + 6 +
	       jb_put_words(change->desk, change->group, 0, baseline + 6,
		       change->width, jb_stat_name(change->stat),
		       "label_strong", NULL);
}

/* Returns where the picture ends. */
static double put_difference(struct change *change, double bottom)
{
	const jb_figure *figure = change->stat->figure;
	guint from = change->group->items->len;
	double w = change->width - change->frame_x;
	bool down = change->now.index < change->base.index;
	double middle = change->frame_y + change->bar_h / 2;
	double arrow = MIN(arrow_w, w - 2 * 6);

	if (w > 0.75)
		jb_put_frame(change->desk, change->group,
			change->frame_x + 0.375, change->frame_y + 0.375,
			w - 0.75, change->bar_h - 0.75,
			jb_desk_ink(change->desk, "text45"), 0.75, true);
	if (!put_callout_in_frame(change, w - arrow_w - 3 * pad))
		bottom = put_callout_below(change, bottom + 10);
	if (arrow >= 16 && down)
		jb_put_arrow(change->desk, change->group,
			change->frame_x + 6 + arrow, change->frame_x + 6,
			middle, change->desk->accent, false);
	else if (arrow >= 16)
		jb_put_arrow(change->desk, change->group, change->frame_x + 6,
			change->frame_x + 6 + arrow, middle,
			change->desk->accent, false);
	jb_part_claim(change->group, from, figure, figure->value_pos);
	return bottom;
}

/* --- reading the picture --- */

static bool is_change(jb_desk *desk, const jb_bound_picture *picture)
{
	const jb_figure *figure;

	if (picture->of.n_stats != 1) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “change” shows one figure");
		return false;
	}
	figure = picture->of.stats[0].figure;
	if (figure->has_value && g_strcmp0(figure->noun, "%") != 0) {
		jb_error(desk->diags, figure->pos,
			"the form “change” wants “%s” in %%", figure->id);
		return false;
	}
	if (figure->has_value && !figure->direction) {
		jb_error(desk->diags, figure->pos,
			"“%s” does not say which way it changed", figure->id);
		jb_hint(desk->diags, "add “direction: up” or “direction: down”");
		return false;
	}
	if (figure->direction < 0 && jb_decimal_double(figure->value) > 100) {
		jb_error(desk->diags, figure->value_pos,
			"“%s” falls by more than all there was", figure->id);
		return false;
	}
	return true;
}

/* A figure without a value: its words, and no bar. */
static void put_missing(struct change *change)
{
	jb_callout callout = callout_new(change, 17);
	double wide = jb_put_callout(
		change->desk, change->group, 0, 18, &callout);

	change->group->height = 24;
	if (change->width - wide - pad > 60)
		change->group->height = MAX(24,
			6 + jb_put_words(change->desk, change->group,
				    wide + pad, 6, change->width - wide - pad,
				    jb_stat_name(change->stat), "label_strong",
				    NULL));
}

/* Widths by the larger of the two; the frame takes what the other leaves. */
static void measure(struct change *change, double percent)
{
	double most = MAX(100, 100 + percent);
	const jb_stat *stat = change->stat;

	change->bar_h = change->width >= 400 ? 50 : 40;
	change->base = (struct bar){stat->base, 100, 0,
		change->width * 100 / most,
		jb_desk_ink(change->desk, "primary16"),
		jb_desk_ink(change->desk, "text"), false};
	change->now = (struct bar){stat->subject, 100 + percent, 0,
		change->width * (100 + percent) / most,
		jb_desk_ink(change->desk, "primary"),
		jb_desk_ink(change->desk, "paper"), false};
	change->base.inside = change->now.inside =
		fits_inside(change, &change->base) &&
		fits_inside(change, &change->now);
	change->base.y = words_over_height(change, &change->base);
	change->now.y = change->base.y + change->bar_h + bar_gap +
			words_over_height(change, &change->now);
	change->frame_x = MIN(change->base.w, change->now.w);
	change->frame_y = percent < 0 ? change->now.y : change->base.y;
}

jb_group *jb_form_change(jb_desk *desk, const jb_bound_picture *picture,
	double width)
{
	struct change change = {
		.desk = desk,
		.group = jb_group_new(desk->arena),
		.picture = picture,
		.width = width,
	};
	const jb_figure *figure;

	change.group->width = width;
	if (!is_change(desk, picture))
		return change.group;
	change.stat = &picture->of.stats[0];
	figure = change.stat->figure;
	if (!figure->has_value) {
		put_missing(&change);
	} else {
		measure(&change, figure->direction *
					 jb_decimal_double(figure->value));
		put_bar(&change, &change.base);
		put_bar(&change, &change.now);
		change.group->height =
			put_difference(&change, change.now.y + change.bar_h);
	}
	change.group->height = jb_part_snap(desk, change.group->height);
	return change.group;
}
