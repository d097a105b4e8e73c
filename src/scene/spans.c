/* spans.c - looks of pieces become fonts, sizes and marks of spans. */
#include "scene/spans.h"

#include <string.h>

/* Of a note's mark: its size and rise, and its distance to what it is at; to
 * another mark it is more, or 1 and 2 were 12. */
static const double note_em = 0.6, note_rise_em = 0.36, note_gap_em = 0.04;
static const double notes_gap_em = 0.25;

/* Less would not be seen. */
enum { STRONG_LEAST = 700, STRONG_MORE = 200 };

/* Before a note's mark: U+2060, no line may end here. */
#define NO_BREAK "\xe2\x81\xa0"

static bool has_weight(const jb_desk *desk, const char *family, int weight)
{
	size_t n;
	const jb_font_info *info = jb_fonts_list(desk->fonts, &n);

	for (size_t i = 0; family && i < n; i++)
		if (info[i].weight == weight &&
			strcmp(info[i].family, family) == 0)
			return true;
	return !family;
}

static int heavier(const jb_desk *desk, const jb_style *style)
{
	const jb_fontrole *role = style->font;
	int least = MAX(STRONG_LEAST, style->weight + STRONG_MORE);
	int found = style->weight;

	for (int weight = style->weight + 1; role && weight <= 1000; weight++) {
		if (!has_weight(desk, role->family, weight) ||
			!has_weight(desk, role->latin, weight))
			continue;
		found = weight;
		if (weight >= least)
			break;
	}
	return found;
}

static const jb_font *strong_font(jb_desk *desk, const jb_style *style)
{
	int weight = heavier(desk, style);
	jb_style *strong;

	if (weight == style->weight)
		return jb_desk_font(desk, style);
	strong = jb_new(desk->arena, jb_style);
	*strong = *style;
	strong->weight = weight;
	return jb_desk_font(desk, strong);
}

static void set_display(jb_desk *desk, const jb_style *style, jb_span *span)
{
	const jb_style *display = jb_layout_style(desk->layout, "display");

	if (!display) {
		span->font = strong_font(desk, style);
		span->ink = jb_desk_ink(desk, "accent");
		return;
	}
	span->font = jb_desk_font(desk, display);
	span->ink = jb_desk_ink(desk, display->ink);
	span->size_pt = MIN(display->size_pt,
		span->size_pt * style->leading_pt / style->size_pt);
}

static void set_note(jb_desk *desk, jb_span *span)
{
	double em = span->size_pt;

	span->text = jb_sprintf(desk->arena, NO_BREAK "%s", span->text);
	span->len = strlen(span->text);
	span->size_pt = note_em * em;
	span->rise_pt = note_rise_em * em;
	span->before_pt = note_gap_em * em;
	span->keep = true;
}

static void set_look(jb_desk *desk, const jb_style *style, const jb_look *look,
	jb_span *span)
{
	/* one numbering, two rooms */
	G_STATIC_ASSERT((int)JB_LOOK_DOTS == (int)JB_MARK_DOTS);
	G_STATIC_ASSERT((int)JB_LOOK_NAME == (int)JB_MARK_NAME);
	G_STATIC_ASSERT((int)JB_LOOK_TITLE == (int)JB_MARK_TITLE);
	G_STATIC_ASSERT((int)JB_LOOK_STRIKE == (int)JB_MARK_STRIKE);

	span->marks = look->marks;
	span->item = look->item;
	span->ruby = look->ruby;
	span->link = look->link;
	span->note = look->note;
	span->lang = look->lang;
	span->icon = look->icon;
	if (look->display)
		set_display(desk, style, span);
	else if (look->strong)
		span->font = strong_font(desk, style);
	if (look->note)
		set_note(desk, span);
}

jb_span *jb_spans_new(jb_desk *desk, const jb_rich *rich, const jb_style *style,
	const jb_ink *ink, double size_pt)
{
	jb_span *spans = jb_new_array(desk->arena, jb_span, rich->n);

	for (size_t i = 0; i < rich->n; i++) {
		const jb_rich_piece *piece = &rich->pieces[i];

		spans[i] = (jb_span){
			.text = piece->text,
			.len = strlen(piece->text),
			.font = jb_desk_font(desk, style),
			.size_pt = size_pt,
			.ink = ink ? ink : jb_desk_ink(desk, style->ink),
			.pos = piece->pos,
			.figure = piece->figure,
		};
		if (piece->look)
			set_look(desk, style, piece->look, &spans[i]);
		if (i > 0 && jb_rich_is_note(piece) &&
			jb_rich_is_note(piece - 1))
			spans[i].before_pt = notes_gap_em * size_pt;
	}
	return spans;
}

double jb_spans_em(const jb_span *spans, const jb_rich *rich, double size_pt)
{
	return rich->n && spans[0].size_pt > 0 ? size_pt / spans[0].size_pt : 1;
}
