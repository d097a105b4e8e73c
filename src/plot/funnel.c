/* funnel.c - what is left after each step: bars on one middle, each no longer
 * than the one before it.
 */
#include "plot/places.h"

#include <math.h>

#include "plot/marks.h"

static const double bar_h = 20, row_gap = 2, side_gap = 8, inset = 4;
static const double names_most = 0.3;
enum { STEPS_MOST = 12 };

struct funnel {
	jb_plot *plot;
	jb_part *whole;
	double names, rates; /* widths of the columns beside the bars */
	double left, right;
};

/* Of the step before it: 68.3%. */
static const jb_rich *rate_of(const struct funnel *funnel, size_t i)
{
	jb_part *const *steps = funnel->whole->kids;
	jb_plot *plot = funnel->plot;

	if (i == 0 || !(steps[i - 1]->value > 0) || !isfinite(steps[i]->value))
		return NULL;
	return jb_words_of(plot,
		jb_sprintf(plot->desk->arena, "%s%%",
			jb_decimal_text(plot->desk->arena,
				(jb_decimal){llround(1000 * steps[i]->value /
						     steps[i - 1]->value),
					-1})),
		steps[i]->figure, steps[i]->pos);
}

static bool usable(const struct funnel *funnel)
{
	jb_plot *plot = funnel->plot;
	const jb_part *whole = funnel->whole;
	double last = INFINITY;

	if (whole->n < 2 || whole->n > STEPS_MOST ||
		jb_whole_depth(whole) > 1) {
		jb_error(plot->desk->diags, plot->picture->picture->pos,
			"a funnel takes 2 to %d steps of one series",
			STEPS_MOST);
		return false;
	}
	for (size_t i = 0; i < whole->n; i++) {
		double value = whole->kids[i]->value;

		if (isfinite(value) && value > last) {
			jb_error(plot->desk->diags, whole->kids[i]->pos,
				"a funnel never widens: this step is more than "
				"the one before it");
			jb_hint(plot->desk->diags,
				"`bars` show values that rise and fall");
			return false;
		}
		last = isfinite(value) ? value : last;
	}
	return true;
}

static void measure(struct funnel *funnel)
{
	jb_plot *plot = funnel->plot;

	for (size_t i = 0; i < funnel->whole->n; i++) {
		funnel->names = fmax(funnel->names,
			jb_word_width(plot, funnel->whole->kids[i]->name));
		funnel->rates = fmax(
			funnel->rates, jb_word_width(plot, rate_of(funnel, i)));
	}
	funnel->names = fmin(funnel->names + 0.5, names_most * plot->width);
	funnel->left = funnel->names + side_gap;
	funnel->right = plot->width - funnel->rates - side_gap;
}

static void put_bar(const struct funnel *funnel, const jb_part *part, double y)
{
	jb_plot *plot = funnel->plot;
	double most = funnel->whole->kids[0]->value;
	double room = funnel->right - funnel->left;
	double w = part->value > 0 ? room * part->value / most : 0;
	double x = (funnel->left + funnel->right - w) / 2;
	const jb_rich *value = jb_part_words(plot, part, 0);
	double value_w = jb_word_width(plot, value);
	const jb_figure *hero = plot->picture->picture->hero;
	const jb_ink *ink = hero && hero == part->figure
				    ? plot->desk->accent
				    : jb_desk_ink(plot->desk, "primary65");
	const jb_ink *words = jb_ink_on(plot->desk, ink);

	if (w > 0)
		jb_put_bar(plot->desk, plot->group, x, y, w, bar_h,
			part->figure, ink);
	if (words && value_w + 2 * inset <= w &&
		!jb_is_ahead(part->figure->status))
		jb_word_put(plot, x + w / 2, y + bar_h / 2, JB_ALIGN_CENTER,
			value, words);
	else if (w == 0 || x + w + inset + value_w <= funnel->right)
		jb_word_put(plot, w > 0 ? x + w + inset : x - value_w / 2,
			y + bar_h / 2, JB_ALIGN_START, value, NULL);
	else /* a wide bar whose ink bears no words: on paper */
	{
		jb_put_rect(plot->desk, plot->group, x + (w - value_w) / 2 - 2,
			y + 3, value_w + 4, bar_h - 6,
			jb_desk_ink(plot->desk, "paper"));
		jb_word_put(plot, x + w / 2, y + bar_h / 2, JB_ALIGN_CENTER,
			value, NULL);
	}
}

static double put_step(const struct funnel *funnel, size_t i, double y)
{
	jb_plot *plot = funnel->plot;
	const jb_part *part = funnel->whole->kids[i];
	const jb_rich *rate = rate_of(funnel, i);
	double name_h = jb_lines_put(plot, 0, 0, funnel->names, part->name,
		JB_TEXT_START, NULL, false);
	double height = fmax(bar_h, name_h);
	guint from = plot->group->items->len;

	jb_lines_put(plot, 0, y + (height - name_h) / 2, funnel->names,
		part->name, JB_TEXT_START, NULL, true);
	put_bar(funnel, part, y + (height - bar_h) / 2);
	if (rate)
		jb_word_put(plot, plot->width, y + height / 2, JB_ALIGN_END,
			rate, jb_desk_ink(plot->desk, "text70"));
	jb_part_claim(plot, from, part);
	return height;
}

void jb_funnel_put(jb_plot *plot)
{
	struct funnel funnel = {.plot = plot,
		.whole = jb_whole_read(plot->desk, plot->picture)};
	double y = 0;

	if (!funnel.whole || !usable(&funnel))
		return;
	measure(&funnel);
	for (size_t i = 0; i < funnel.whole->n; i++)
		y += put_step(&funnel, i, y) + row_gap;
	plot->group->height = y;
	if (funnel.rates > 0)
		jb_note_add(plot, "右列为与上一步之比", NULL);
}
