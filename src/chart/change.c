/* change.c - a change in per cent as two bars: the base, 100, and what came of
 * it.
 *
 * The base is an index number, so both bars start at zero on one scale.  The
 * difference is a dashed frame beside the shorter bar, and the figure stands
 * in it as far as it fits.  Narrow bars have their words on a line over them.
 */
#include "chart/forms.h"

#include <math.h>

#include "plot/marks.h"
#include "chart/parts.h"
#include "chart/missing.h"

static const double pad = 10, bar_gap = 8, arrow_w = 50, arrow_least = 16;
static const double index_pt = 28, index_small_pt = 12, line_h = 16;

/* Where the figure's callout stands, and its name. */
enum place {
	BOTH_IN_FRAME,
	NAME_OVER_FRAME,
	BOTH_BELOW,
};

struct bar {
	const jb_rich *words;
	double index, y, w;
	const jb_ink *fill, *ink;
	bool index_inside, words_inside; /* it has room for them */
};

struct change {
	jb_desk *desk;
	jb_group *group;
	const jb_stat *stat;
	double width, bar_h;
	struct bar base, now;
	const struct bar *shorter; /* the frame stands beside it */
	bool words_inside;	   /* of both bars */
	enum place place;
	jb_callout callout;
	double callout_w, name_w;
};

/* --- a bar --- */

static const jb_rich *index_words(struct change *change, double index)
{
	char digits[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(digits, sizeof(digits), "%.15g", index);
	return jb_figure_words(change->desk,
		jb_strdup(change->desk->arena, digits), change->stat->figure);
}

static double index_width(struct change *change, double index, double size_pt)
{
	return jb_text_width(change->desk, index_words(change, index),
		jb_desk_style(change->desk, "numeral"), size_pt);
}

static bool words_fit_inside(struct change *change, const struct bar *bar)
{
	double words = jb_words_width(change->desk, bar->words, "label_strong");

	return words + index_width(change, bar->index, index_pt) +
		       (words > 0 ? 3 : 2) * pad <=
	       bar->w;
}

/* What the line over a bar has for the bar's words: the figure's name and an
 * index number that the bar cannot hold stand at its right. */
static double room_over(struct change *change, const struct bar *bar)
{
	double room = change->width;

	if (change->place == NAME_OVER_FRAME && bar == change->shorter)
		room -= change->name_w + pad;
	if (!bar->index_inside)
		room -= index_width(change, bar->index, index_small_pt) + pad;
	return room;
}

static double height_over(struct change *change, const struct bar *bar)
{
	if (change->words_inside)
		return 0;
	return 3 + MAX(line_h - 3,
			   jb_words_height(change->desk, room_over(change, bar),
				   bar->words, "label_strong"));
}

static void put_index(struct change *change, double x, double baseline,
	jb_align align, double index, double size_pt, const jb_ink *ink)
{
	jb_put_text(change->desk, change->group, x, baseline, align,
		index_words(change, index),
		jb_desk_style(change->desk, "numeral"), ink, size_pt);
}

/* Words, and the index number behind them if the bar has no room for it. */
static void put_words_over(struct change *change, const struct bar *bar)
{
	double room = room_over(change, bar), baseline = bar->y - 6;
	double words = jb_words_width(change->desk, bar->words, "label_strong");

	jb_put_words(change->desk, change->group, 0,
		bar->y - height_over(change, bar), room, bar->words,
		"label_strong");
	if (!bar->index_inside)
		put_index(change, MIN(words, room) + (words > 0 ? pad : 0),
			baseline, JB_ALIGN_START, bar->index, index_small_pt,
			jb_desk_ink(change->desk, "text"));
}

static void put_bar(struct change *change, const struct bar *bar)
{
	const jb_figure *figure = change->stat->figure;
	guint from = change->group->items->len;
	double middle = bar->y + change->bar_h / 2;

	if (bar == &change->now)
		jb_put_bar(change->desk, change->group, 0, bar->y, bar->w,
			change->bar_h, figure, bar->fill);
	else if (bar->w > 0)
		jb_put_rect(change->desk, change->group, 0, bar->y, bar->w,
			change->bar_h, bar->fill);
	if (bar->index_inside)
		put_index(change, bar->w - pad, middle + 0.36 * index_pt,
			JB_ALIGN_END, bar->index, index_pt, bar->ink);
	if (change->words_inside)
		jb_put_label(change->desk, change->group, pad, middle + 3,
			JB_ALIGN_START, bar->words, "label_strong", bar->ink);
	else
		put_words_over(change, bar);
	jb_claim(change->group, from, figure);
}

/* --- the difference --- */

static double frame_width(const struct change *change)
{
	return change->width - change->shorter->w;
}

static bool callout_fits(struct change *change, double most_pt, double room)
{
	change->callout_w =
		jb_callout_fit(change->desk, &change->callout, most_pt, room);
	return change->callout_w <= room && change->callout.size_pt >= 20;
}

static enum place choose_place(struct change *change)
{
	double frame = frame_width(change), most = 1.08 * change->bar_h;
	double words = jb_words_width(
		change->desk, change->shorter->words, "label_strong");

	if (callout_fits(change, most,
		    frame - arrow_w - 3 * pad - change->name_w - 8))
		return BOTH_IN_FRAME;
	if (!change->words_inside &&
		words + change->name_w + 2 * pad +
				index_width(change, change->shorter->index,
					index_small_pt) <=
			change->width &&
		callout_fits(change, most, frame - arrow_least - 3 * pad))
		return NAME_OVER_FRAME;
	callout_fits(change, 40, change->width);
	return BOTH_BELOW;
}

static void put_callout_in_frame(struct change *change)
{
	double baseline = change->shorter->y + change->bar_h / 2 +
			  JB_DIGIT_EM / 2 * change->callout.size_pt;
	double right = change->width - pad;

	change->callout.align = JB_ALIGN_END;
	jb_put_callout(
		change->desk, change->group, right, baseline, &change->callout);
	if (change->place == BOTH_IN_FRAME)
		right -= change->callout_w + 8;
	else {
		right = change->width;
		baseline = change->shorter->y - 6;
	}
	jb_put_label(change->desk, change->group, right, baseline, JB_ALIGN_END,
		jb_stat_name(change->stat), "unit", NULL);
}

/* Returns the bottom. */
static double put_callout_below(struct change *change, double y)
{
	const jb_rich *name = jb_stat_name(change->stat);
	double baseline = ceil(y + 8 + JB_DIGIT_EM * change->callout.size_pt);
	double room = change->width - change->callout_w - pad;

	jb_put_callout(
		change->desk, change->group, 0, baseline, &change->callout);
	if (change->name_w > room)
		return baseline + 5 +
		       jb_put_words(change->desk, change->group, 0,
			       baseline + 5, change->width, name, "unit");
	jb_put_label(change->desk, change->group, change->callout_w + pad,
		baseline, JB_ALIGN_START, name, "unit", NULL);
	return baseline + 4;
}

/* Points the way things went: into the frame's bar, or out of it. */
static void put_change_arrow(struct change *change)
{
	double x = change->shorter->w + 6, room = frame_width(change) - 12;
	double y = change->shorter->y + change->bar_h / 2, far;

	if (change->place == NAME_OVER_FRAME)
		room -= change->callout_w + pad;
	if (room < arrow_least)
		return;
	far = x + MIN(arrow_w, room);
	if (change->shorter == &change->now)
		jb_put_arrow(change->desk, change->group, far, x, y,
			change->desk->accent, false);
	else
		jb_put_arrow(change->desk, change->group, x, far, y,
			change->desk->accent, false);
}

/* Returns where the picture ends. */
static double put_difference(struct change *change)
{
	const jb_figure *figure = change->stat->figure;
	double bottom = change->now.y + change->bar_h;
	guint from = change->group->items->len;

	if (frame_width(change) > 0.75)
		jb_put_frame(change->desk, change->group,
			change->shorter->w + 0.375, change->shorter->y + 0.375,
			frame_width(change) - 0.75, change->bar_h - 0.75,
			jb_desk_ink(change->desk, "text45"), 0.75, true);
	if (change->place == BOTH_BELOW)
		bottom = put_callout_below(change, bottom);
	else
		put_callout_in_frame(change);
	put_change_arrow(change);
	jb_claim(change->group, from, figure);
	return bottom;
}

/* --- reading the picture --- */

static bool is_change(jb_desk *desk, const jb_bound_picture *picture)
{
	const jb_figure *figure;

	if (picture->of.n_stats != 1) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “change” shows one figure, not %zu",
			picture->of.n_stats);
		return false;
	}
	figure = picture->of.stats[0].figure;
	if (!figure->has_value)
		return true;
	if (g_strcmp0(figure->unit, "%") != 0) {
		jb_error(desk->diags, figure->pos,
			"the form “change” wants “%s” in %%", figure->id);
		return false;
	}
	if (!figure->direction || figure->value.mantissa < 0) {
		jb_error(desk->diags, figure->pos,
			"“%s” does not say which way it changed", figure->id);
		jb_hint(desk->diags,
			"add “direction: up” or “direction: down”, and no "
			"minus");
		return false;
	}
	if (figure->direction < 0 && jb_decimal_double(figure->value) > 100) {
		jb_error(desk->diags, figure->value_pos,
			"“%s” falls by more than all there was", figure->id);
		return false;
	}
	return true;
}

/* Words stand on solid bars only. */
static void measure_bar(struct change *change, struct bar *bar, double most)
{
	const jb_figure *figure = change->stat->figure;
	bool solid = bar == &change->base || !jb_is_ahead(figure->status);

	bar->w = change->width * bar->index / most;
	bar->index_inside =
		solid &&
		index_width(change, bar->index, index_pt) + 2 * pad <= bar->w;
	bar->words_inside = solid && words_fit_inside(change, bar);
}

/* Widths by the larger of the two; the frame takes what the other leaves. */
static void measure(struct change *change, double percent)
{
	struct bar *base = &change->base, *now = &change->now;
	double most = MAX(100, 100 + percent);

	change->bar_h = change->width >= 400 ? 50 : 40;
	base->index = 100;
	now->index = 100 + percent;
	measure_bar(change, base, most);
	measure_bar(change, now, most);
	change->shorter = percent < 0 ? now : base;
	change->words_inside = base->words_inside && now->words_inside;
	change->name_w = jb_words_width(
		change->desk, jb_stat_name(change->stat), "unit");
	change->place = choose_place(change);
	base->y = height_over(change, base);
	now->y = base->y + change->bar_h + bar_gap + height_over(change, now);
}

static struct change change_new(
	jb_desk *desk, const jb_stat *stat, double width)
{
	return (struct change){
		.desk = desk,
		.group = jb_group_new(desk->arena),
		.stat = stat,
		.width = width,
		.base = {.words = stat->base,
			.fill = jb_desk_ink(desk, "primary16"),
			.ink = jb_desk_ink(desk, "text")},
		.now = {.words = stat->subject,
			.fill = jb_desk_ink(desk, "primary"),
			.ink = jb_desk_ink(desk, "paper")},
		.callout = jb_callout_of(desk, stat->figure, 54, desk->accent),
	};
}

jb_group *jb_form_change(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	const jb_stat *stat = picture->of.stats;
	struct change change;
	double bottom;

	if (!is_change(desk, picture))
		return jb_group_new(desk->arena);
	change = change_new(desk, stat, width);
	if (stat->figure->has_value) {
		measure(&change,
			stat->figure->direction *
				jb_decimal_double(stat->figure->value));
		put_bar(&change, &change.base);
		put_bar(&change, &change.now);
		bottom = put_difference(&change);
	} else {
		bottom = jb_put_missing(desk, change.group, stat, 0, 0, width);
	}
	change.group->width = width;
	change.group->height = jb_snap(desk, bottom);
	return change.group;
}
