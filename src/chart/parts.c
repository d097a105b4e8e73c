/* parts.c - words in place, callouts that fit, and whose figure an item shows.
 */
#include "chart/parts.h"

#include <math.h>
#include <string.h>

/* The steps of numerals, in points; the last one is used when none fits. */
static const double steps[] = {360, 300, 240, 200, 168, 144, 120, 104, 88, 66,
	54, 48, 40, 36, 28, 24, 20, 12, 10};

/* Height of the words for a missing value, set in 17 pt at most. */
static const double missing_pt = 17;

double jb_snap(const jb_desk *desk, double height_pt)
{
	double half = desk->layout->baseline_pt / 2;

	return half > 0 ? ceil(height_pt / half - 1e-6) * half : height_pt;
}

/* --- what is said --- */

const jb_rich *jb_figure_words(
	jb_desk *desk, const char *text, const jb_figure *figure)
{
	const jb_rich *rich =
		jb_rich_plain(desk->arena, text, figure->value_pos);

	if (rich->n)
		rich->pieces[0].figure = figure->id;
	return rich;
}

/* Whether all characters of `words` stand in `text`, in their order; a few
 * characters must stand together. */
static bool says(const char *text, const char *words)
{
	if (strstr(text, words))
		return true;
	if (g_utf8_strlen(words, -1) < 5)
		return false;
	for (; *words; words = g_utf8_next_char(words)) {
		text = g_utf8_strchr(text, -1, g_utf8_get_char(words));
		if (!text)
			return false;
		text = g_utf8_next_char(text);
	}
	return true;
}

static bool rich_says(jb_desk *desk, const jb_rich *text, const jb_rich *words)
{
	if (jb_rich_empty(text) || jb_rich_empty(words))
		return false;
	return says(jb_rich_text(desk->arena, text),
		jb_rich_text(desk->arena, words));
}

const jb_rich *jb_unsaid_label(
	jb_desk *desk, const jb_bound_picture *picture, const jb_stat *stat)
{
	if (rich_says(desk, picture->title, stat->label) ||
		rich_says(desk, picture->title, stat->short_label))
		return NULL;
	return jb_stat_name(stat);
}

const jb_rich *jb_unsaid_gloss(
	jb_desk *desk, const jb_bound_picture *picture, const jb_stat *stat)
{
	if (rich_says(desk, picture->aside, stat->gloss) ||
		rich_says(desk, picture->note, stat->gloss))
		return NULL;
	return stat->gloss;
}

/* --- words --- */

/* Words in pictures are short: their lines are of nearly equal length.  Fonts
 * are remembered by the style's address, so a copy lives as long. */
static const jb_style *style_aligned(
	jb_desk *desk, const char *name, jb_text_align align)
{
	const jb_style *style = jb_desk_style(desk, name);
	jb_style *copy;

	if (style->align == align && style->balance)
		return style;
	copy = jb_new(desk->arena, jb_style);
	*copy = *style;
	copy->align = align;
	copy->balance = true;
	return copy;
}

static jb_group *set_words(jb_desk *desk, double width, const jb_rich *rich,
	const char *style, jb_text_align align, const jb_ink *ink)
{
	if (jb_rich_empty(rich) || width <= 0)
		return NULL;
	return jb_set_text(desk, rich, style_aligned(desk, style, align), ink,
		width, NULL);
}

double jb_put_words_as(jb_desk *desk, jb_group *group, double x, double y,
	double width, const jb_rich *rich, const char *style,
	jb_text_align align, const jb_ink *ink)
{
	jb_group *words = set_words(desk, width, rich, style, align, ink);

	if (!words)
		return 0;
	jb_group_place(group, words, x, y);
	return words->height;
}

double jb_put_words(jb_desk *desk, jb_group *group, double x, double y,
	double width, const jb_rich *rich, const char *style)
{
	return jb_put_words_as(
		desk, group, x, y, width, rich, style, JB_TEXT_START, NULL);
}

double jb_words_height(
	jb_desk *desk, double width, const jb_rich *rich, const char *style)
{
	const jb_group *words =
		set_words(desk, width, rich, style, JB_TEXT_START, NULL);

	return words ? words->height : 0;
}

double jb_put_label(jb_desk *desk, jb_group *group, double x, double baseline,
	jb_align align, const jb_rich *rich, const char *style,
	const jb_ink *ink)
{
	if (jb_rich_empty(rich))
		return 0;
	return jb_put_text(desk, group, x, baseline, align, rich,
		jb_desk_style(desk, style), ink, 0);
}

double jb_words_width(jb_desk *desk, const jb_rich *rich, const char *style)
{
	if (jb_rich_empty(rich))
		return 0;
	return jb_text_width(desk, rich, jb_desk_style(desk, style), 0);
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

const jb_ink *jb_numeral_ink(const jb_desk *desk,
	const jb_bound_picture *picture, const jb_figure *figure)
{
	if (picture->picture->hero == figure)
		return desk->accent;
	return jb_desk_ink(desk, "primary");
}

double jb_callout_height(const jb_callout *callout)
{
	return callout->figure->has_value ? JB_DIGIT_EM * callout->size_pt
					  : missing_pt;
}

double jb_callout_fit(
	jb_desk *desk, jb_callout *callout, double most_pt, double width)
{
	double used = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		bool last = i == G_N_ELEMENTS(steps) - 1;

		if (steps[i] > most_pt && !last)
			continue;
		callout->size_pt = steps[i];
		used = jb_callout_width(desk, callout);
		if (used <= width)
			break;
	}
	return used;
}
