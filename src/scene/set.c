/* set.c - rich text becomes text items: paragraphs, and single lines.
 *
 * A horizontal line stands on its baseline, a vertical one hangs from its top
 * along its centre line; lines of both kinds are as far apart as the style's
 * leading says.
 */
#include "scene/set.h"

#include <math.h>
#include <string.h>

#include "scene/decor.h"
#include "scene/initial.h"
#include "scene/spans.h"

/* Digits of this size show the white at their left (pt), so much of it (em). */
static const double optical_least_pt = 48, optical_em = 0.03;

static const char *lang_of(const jb_desk *desk, const jb_style *style)
{
	if (style->lang)
		return style->lang;
	return desk->report ? desk->report->lang : NULL;
}

static const jb_lines *compose(jb_desk *desk, const jb_rich *rich,
	const jb_style *style, const jb_ink *ink, double size_pt,
	const jb_setting *setting)
{
	jb_setting own = *setting;
	jb_span *spans;

	if (jb_rich_empty(rich) || !jb_desk_font(desk, style))
		return jb_new(desk->arena, jb_lines);
	spans = jb_spans_new(desk, rich, style, ink, size_pt);
	own.indent_em *= jb_spans_em(spans, rich, size_pt);
	return jb_compose(desk->arena, desk->diags, spans, rich->n, &own);
}

/* --- one line --- */

static const jb_rich *rich_unbroken(jb_arena *arena, const jb_rich *rich)
{
	jb_rich *flat = jb_new(arena, jb_rich);

	flat->n = rich->n;
	flat->pieces = jb_new_array(arena, jb_rich_piece, rich->n);
	for (size_t i = 0; i < rich->n; i++) {
		flat->pieces[i] = rich->pieces[i];
		flat->pieces[i].text = g_strdelimit(
			jb_strdup(arena, rich->pieces[i].text), "\r\n", ' ');
	}
	return flat;
}

const jb_lines *jb_line_compose(jb_desk *desk, const jb_rich *rich,
	const jb_style *style, const jb_ink *ink, double size_pt)
{
	const jb_setting setting = {
		.measure_pt = INFINITY,
		.align = JB_ALIGN_START,
		.lang = lang_of(desk, style),
		.tracking_em = style->tracking_em,
	};

	if (!jb_rich_empty(rich))
		rich = rich_unbroken(desk->arena, rich);
	return compose(desk, rich, style, ink,
		size_pt > 0 ? size_pt : style->size_pt, &setting);
}

static bool begins_with_large_digit(const jb_line *line)
{
	return line->n_runs && line->runs[0].len &&
	       line->runs[0].size_pt >= optical_least_pt &&
	       g_ascii_isdigit(line->runs[0].text[0]);
}

static jb_item *put_run(jb_arena *arena, jb_group *group, const jb_line *line,
	const jb_run *run, double x, double y)
{
	jb_item *item = jb_item_new(arena, group, JB_ITEM_TEXT);

	item->x = x + (line->vertical ? run->rise_pt : run->x);
	item->y = y + (line->vertical ? run->x : -run->rise_pt);
	item->u.text = *run;
	item->u.text.x = item->u.text.rise_pt = 0;
	item->figure = run->figure;
	item->pos = run->pos;
	return item;
}

/* What stands beside the text comes after it, so that copying gives the text
 * of the line first and whole. */
void jb_line_put(jb_arena *arena, jb_group *group, const jb_line *line,
	double x, double y, bool optical)
{
	guint first = group->items->len;

	if (optical && !line->vertical && begins_with_large_digit(line))
		x -= optical_em * line->runs[0].size_pt;
	for (size_t i = 0; i < line->n_runs; i++)
		put_run(arena, group, line, &line->runs[i], x, y)->line =
			i == 0 ? line : NULL;
	for (size_t i = 0; i < line->n_over; i++)
		put_run(arena, group, line, &line->over[i], x, y)->beside =
			true;
	jb_decor_put(arena, group, line, x, y);
	/* a line without a single glyph is known by its boxes */
	if (line->n_runs == 0 && group->items->len > first)
		((jb_item *)group->items->pdata[first])->line = line;
}

double jb_put_text(jb_desk *desk, jb_group *group, double x, double baseline,
	jb_align align, const jb_rich *rich, const jb_style *style,
	const jb_ink *ink, double size_pt)
{
	const jb_lines *lines =
		jb_line_compose(desk, rich, style, ink, size_pt);

	if (align == JB_ALIGN_CENTER)
		x -= lines->width_pt / 2;
	else if (align == JB_ALIGN_END)
		x -= lines->width_pt;
	if (lines->n)
		jb_line_put(desk->arena, group, &lines->lines[0], x, baseline,
			align == JB_ALIGN_START);
	return lines->width_pt;
}

double jb_text_width(jb_desk *desk, const jb_rich *rich, const jb_style *style,
	double size_pt)
{
	return jb_line_compose(desk, rich, style, NULL, size_pt)->width_pt;
}

/* --- a paragraph --- */

static jb_align align_of(jb_text_align align)
{
	switch (align) {
	case JB_TEXT_START:
		return JB_ALIGN_START;
	case JB_TEXT_CENTER:
		return JB_ALIGN_CENTER;
	case JB_TEXT_END:
		return JB_ALIGN_END;
	default:
		return JB_ALIGN_JUSTIFY;
	}
}

static jb_prohibit prohibit_of(jb_text_prohibit prohibit)
{
	switch (prohibit) {
	case JB_TEXT_NONE:
		return JB_PROHIBIT_NONE;
	case JB_TEXT_GB:
		return JB_PROHIBIT_GB;
	case JB_TEXT_STRICT:
		return JB_PROHIBIT_STRICT;
	default:
		return JB_PROHIBIT_BASIC;
	}
}

static jb_setting setting_of(
	const jb_desk *desk, const jb_style *style, double width)
{
	return (jb_setting){
		.measure_pt = width,
		.indent_em = style->indent_em,
		.align = align_of(style->align),
		.lang = lang_of(desk, style),
		.tracking_em = style->tracking_em,
		.hang_start = style->hang,
		.squeeze = style->squeeze,
		.balance = style->balance,
		.vertical = style->vertical,
		.hang_end = style->hang_end,
		.prohibit = prohibit_of(style->prohibit),
		.hyphenate = style->hyphenate,
	};
}

/* The style at the size at which the longest line fills the width; itself, if
 * its size is fixed. */
static const jb_style *style_fitted(
	jb_desk *desk, const jb_rich *rich, const jb_style *style, double width)
{
	const jb_setting unbroken = setting_of(desk, style, INFINITY);
	double size = style->fit_most_pt, natural;
	jb_style *fitted;

	if (style->fit_most_pt <= 0 || style->size_pt <= 0)
		return style;
	fitted = jb_new(desk->arena, jb_style);
	*fitted = *style;
	/* widths grow with the size; a hair less, for rounding */
	natural = compose(desk, rich, style, NULL, size, &unbroken)->width_pt;
	if (natural > width)
		size *= width / natural * (1 - 1e-5);
	fitted->size_pt = MAX(size, style->fit_least_pt);
	fitted->leading_pt *= fitted->size_pt / style->size_pt;
	return fitted;
}

/* A line in a box of its own: its measure long, the leading across. */
static jb_group *line_boxed(jb_desk *desk, const jb_line *line,
	const jb_style *style, double measure)
{
	jb_group *group = jb_group_new(desk->arena);
	bool at_start = style->align == JB_TEXT_START ||
			style->align == JB_TEXT_JUSTIFY;

	if (style->vertical) {
		jb_line_put(desk->arena, group, line, style->leading_pt / 2, 0,
			at_start);
		group->width = style->leading_pt;
		group->height = measure;
		return group;
	}
	group->width = measure;
	group->height = style->leading_pt;
	group->baseline = jb_style_ascent(desk, style);
	jb_line_put(desk->arena, group, line, 0, group->baseline, at_start);
	return group;
}

/* What stands beside and below an initial; NULL when that is less than its
 * lines. */
static const jb_lines *compose_beside(jb_desk *desk, const jb_initial *initial,
	const jb_style *style, const jb_ink *ink, jb_setting setting)
{
	size_t n = MAX(setting.n_insets, initial->lines);
	jb_inset *insets = jb_new_array(desk->arena, jb_inset, n);
	jb_diags *diags;
	const jb_lines *lines;

	for (size_t i = 0; i < setting.n_insets; i++)
		insets[i] = setting.insets[i];
	for (unsigned i = 0; i < initial->lines; i++)
		insets[i].start_pt += initial->inset_pt;
	setting.indent_em = 0;
	setting.insets = insets;
	setting.n_insets = n;
	diags = jb_desk_hush(desk);
	lines = compose(
		desk, initial->rest, style, ink, style->size_pt, &setting);
	jb_desk_speak(desk, diags);
	if (lines->n < initial->lines)
		return NULL;
	return compose(
		desk, initial->rest, style, ink, style->size_pt, &setting);
}

/* The box of a first line with the initial in it, which is read first. */
static jb_group *box_initial(
	jb_desk *desk, const jb_initial *initial, jb_group *line)
{
	jb_group *box = jb_group_new(desk->arena);

	jb_line_put(
		desk->arena, box, initial->line, initial->x, initial->y, false);
	for (unsigned i = 0; i < box->items->len; i++)
		((jb_item *)box->items->pdata[i])->line = NULL; /* no line */
	jb_group_place(box, line, 0, 0);
	box->width = line->width;
	box->height = line->height;
	box->baseline = line->baseline;
	box->lines = initial->lines;
	return box;
}

/* Where the lines of a text begin in it. */
static void find_starts(const jb_rich *rich, const jb_lines *lines,
	size_t before, jb_group **boxes)
{
	size_t at = 0, piece = 0;

	for (size_t i = 1; i < lines->n; i++) {
		const jb_line *line = &lines->lines[i];

		for (; piece < line->span && piece < rich->n; piece++)
			at += strlen(rich->pieces[piece].text);
		if (piece >= rich->n)
			return;
		boxes[i]->from = before + at +
				 (size_t)(g_utf8_offset_to_pointer(
						  rich->pieces[piece].text,
						  line->place) -
					  rich->pieces[piece].text);
	}
}

static jb_group **set_lines(jb_desk *desk, const jb_rich *rich,
	const jb_style *style, const jb_ink *ink, jb_setting setting, size_t *n)
{
	double measure = setting.measure_pt;
	const jb_style *look = style_fitted(desk, rich, style, measure);
	const jb_lines *lines = NULL;
	jb_initial initial;
	jb_group **boxes;

	if (jb_initial_take(desk, rich, look, ink, &setting, &initial))
		lines = compose_beside(desk, &initial, look, ink, setting);
	bool dropped = lines != NULL;
	if (!dropped)
		lines = compose(
			desk, rich, style, ink, look->size_pt, &setting);
	if (isinf(measure))
		measure = lines->width_pt;
	boxes = jb_new_array(desk->arena, jb_group *, lines->n + 1);
	for (size_t i = 0; i < lines->n; i++)
		boxes[i] = line_boxed(desk, &lines->lines[i], look, measure);
	if (dropped) {
		find_starts(initial.rest, lines,
			strlen(jb_rich_text(desk->arena, initial.text)), boxes);
		boxes[0] = box_initial(desk, &initial, boxes[0]);
	} else {
		find_starts(rich, lines, 0, boxes);
	}
	*n = lines->n;
	return boxes;
}

jb_group **jb_set_lines(jb_desk *desk, const jb_rich *rich,
	const jb_style *style, const jb_ink *ink, double measure, size_t *n)
{
	return set_lines(desk, rich, style, ink,
		setting_of(desk, style, measure), n);
}

jb_group **jb_set_lines_around(jb_desk *desk, const jb_rich *rich,
	const jb_style *style, double measure, const jb_inset *insets,
	size_t n_insets, size_t *n)
{
	jb_setting setting = setting_of(desk, style, measure);

	setting.insets = insets;
	setting.n_insets = n_insets;
	return set_lines(desk, rich, style, NULL, setting, n);
}

jb_group *jb_set_text(jb_desk *desk, const jb_rich *rich, const jb_style *style,
	const jb_ink *ink, double measure, size_t *n_lines)
{
	jb_group *group = jb_group_new(desk->arena);
	bool down = style->vertical;
	size_t n;
	jb_group **lines = jb_set_lines(desk, rich, style, ink, measure, &n);
	double along = isfinite(measure) ? measure : 0, leading = 0;

	if (n) {
		along = down ? lines[0]->height : lines[0]->width;
		leading = down ? lines[0]->width : lines[0]->height;
		group->baseline = lines[0]->baseline;
	}
	group->width = down ? (double)n * leading : along;
	group->height = down ? along : (double)n * leading;
	for (size_t i = 0; i < n; i++)
		jb_group_place(group, lines[i],
			down ? (double)(n - 1 - i) * leading : 0,
			down ? 0 : (double)i * leading);
	if (n_lines)
		*n_lines = n;
	return group;
}
