/* parts.c - what several forms are made of: text in place, callouts that fit,
 * and whose figure an item shows.
 */
#include "chart/parts.h"

#include <math.h>
#include <string.h>

/* The steps of numerals, in points; the last one is used when none fits. */
static const double steps[] = {88, 66, 54, 48, 40, 36, 28, 24, 20, 12, 10};

double jb_part_snap(const jb_desk *desk, double height_pt)
{
	double half = desk->layout->baseline_pt / 2;

	return half > 0 ? ceil(height_pt / half - 1e-6) * half : height_pt;
}

const jb_rich *jb_part_words(
	jb_desk *desk, const char *text, const jb_figure *figure, jb_pos pos)
{
	const jb_rich *rich = jb_rich_plain(desk->arena, text, pos);

	if (figure && rich->n)
		rich->pieces[0].figure = figure->id;
	return rich;
}

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

double jb_part_text(jb_desk *desk, jb_group *group, double x, double y,
	double width, const jb_rich *rich, const char *style,
	jb_text_align align)
{
	jb_group *text;

	if (jb_rich_empty(rich) || width <= 0)
		return 0;
	text = jb_set_text(desk, rich, style_aligned(desk, style, align), NULL,
		width, NULL);
	jb_group_place(group, text, x, y);
	return text->height;
}

double jb_part_height(
	jb_desk *desk, double width, const jb_rich *rich, const char *style)
{
	if (jb_rich_empty(rich) || width <= 0)
		return 0;
	return jb_set_text(desk, rich,
		style_aligned(desk, style, JB_TEXT_START), NULL, width, NULL)
		->height;
}

double jb_part_width(jb_desk *desk, const jb_rich *rich, const char *style)
{
	if (jb_rich_empty(rich))
		return 0;
	return jb_text_width(desk, rich, jb_desk_style(desk, style), 0);
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

const jb_rich *jb_part_label(
	jb_desk *desk, const jb_bound_picture *picture, const jb_stat *stat)
{
	if (rich_says(desk, picture->title, stat->label) ||
		rich_says(desk, picture->title, stat->short_label))
		return NULL;
	return stat->short_label ? stat->short_label : stat->label;
}

const jb_rich *jb_part_gloss(
	jb_desk *desk, const jb_bound_picture *picture, const jb_stat *stat)
{
	if (rich_says(desk, picture->aside, stat->gloss) ||
		rich_says(desk, picture->note, stat->gloss))
		return NULL;
	return stat->gloss;
}

static jb_callout callout(const jb_desk *desk, const jb_figure *figure,
	double size_pt, double unit_max_pt)
{
	return (jb_callout){
		.figure = figure,
		.size_pt = size_pt,
		.unit_max_pt = unit_max_pt,
		.ink = jb_desk_ink(desk, "primary"),
		.words = jb_desk_ink(desk, "text"),
		.align = JB_ALIGN_START,
	};
}

double jb_part_callout_width(jb_desk *desk, const jb_figure *figure,
	double size_pt, double unit_max_pt)
{
	jb_callout spec = callout(desk, figure, size_pt, unit_max_pt);

	return jb_callout_width(desk, &spec);
}

double jb_part_callout(jb_desk *desk, jb_group *group, double x,
	double baseline, jb_align align, const jb_figure *figure,
	double size_pt, double unit_max_pt, const jb_ink *ink)
{
	jb_callout spec = callout(desk, figure, size_pt, unit_max_pt);
	unsigned first = group->items->len;
	double width;

	spec.align = align;
	spec.ink = ink;
	if (!figure->has_value)
		spec.words = jb_desk_ink(desk, "text70");
	width = jb_put_callout(desk, group, x, baseline, &spec);
	jb_part_claim(group, first, figure, figure->value_pos);
	return width;
}

double jb_part_step(jb_desk *desk, const jb_figure *figure, double most_pt,
	double unit_max_pt, double room)
{
	size_t last = G_N_ELEMENTS(steps) - 1;

	for (size_t i = 0; i < last; i++)
		if (steps[i] <= most_pt &&
			jb_part_callout_width(
				desk, figure, steps[i], unit_max_pt) <= room)
			return steps[i];
	return steps[last];
}

const jb_ink *jb_part_ink(const jb_desk *desk, const jb_bound_picture *picture,
	const jb_figure *figure)
{
	bool hero = picture->picture && picture->picture->hero == figure;

	return jb_desk_ink(desk, hero ? "accent" : "primary");
}

void jb_part_claim(
	jb_group *group, unsigned first, const jb_figure *figure, jb_pos pos)
{
	for (unsigned i = first; i < group->items->len; i++) {
		jb_item *item = g_ptr_array_index(group->items, i);

		if (figure && !item->figure)
			item->figure = figure->id;
		if (!item->pos.src)
			item->pos = pos;
	}
}

void jb_part_hairline(jb_desk *desk, jb_group *group, double x0, double x1,
	double y, jb_pos pos)
{
	jb_put_line(desk, group, x0, y, x1, y, jb_desk_ink(desk, "text45"),
		0.35, false)
		->pos = pos;
}

bool jb_part_planned(const jb_figure *figure)
{
	return figure->status == JB_PLANNED || figure->status == JB_PROPOSED;
}
