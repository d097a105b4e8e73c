/* initial.c - drop caps: what is taken, how large it is and where it stands.
 *
 * A Han character fills the em boxes of its lines from the top of the first to
 * the foot of the last; a letter stands on the last one's baseline.  An opening
 * mark goes with it at its size; at that size what is blank of its half em
 * would be seen, so its ink is flush with the column's edge.
 */
#include "scene/initial.h"

#include <math.h>
#include <string.h>

#include "scene/spans.h"
#include "text/initial.h"
#include "text/ink.h"

/* In em of the text. */
#define ASCENT .88  /* of the em box, over the baseline */
#define CAPITAL .72 /* a capital's height */
#define TOP .85	    /* where a capital's top stands in the first line */
#define SPACE .2    /* to the text, at least */
#define STEP .5	    /* lines are shortened by whole steps of this */
#define WORD .15    /* to the letters of the same word */

/* What is one thing on the page is not parted. */
static bool is_whole(const jb_rich_piece *piece)
{
	return piece->figure ||
	       (piece->look && (piece->look->ruby || piece->look->note ||
				       piece->look->display ||
				       piece->look->icon));
}

static bool has_whole(const jb_rich *rich)
{
	for (size_t i = 0; i < rich->n; i++)
		if (is_whole(&rich->pieces[i]))
			return true;
	return false;
}

static double size_of(const jb_style *style, bool letter)
{
	double more = (style->drop - 1) * style->leading_pt;

	return letter ? (more + TOP * style->size_pt) / CAPITAL
		      : more + style->size_pt;
}

static const jb_line *compose(jb_desk *desk, const jb_initial *initial,
	const jb_style *style, const jb_ink *ink, const jb_setting *setting,
	double size_pt)
{
	jb_setting own = {
		.measure_pt = INFINITY,
		.align = JB_ALIGN_START,
		.lang = setting->lang,
		.vertical = setting->vertical,
	};
	const jb_lines *lines = jb_compose(desk->arena, desk->diags,
		jb_spans_new(desk, initial->text, style, ink, size_pt),
		initial->text->n, &own);

	return lines->n == 1 ? lines->lines : NULL;
}

static void place_line(const jb_desk *desk, const jb_style *style, bool letter,
	double size_pt, jb_initial *initial)
{
	double em = style->size_pt;
	double baseline = jb_style_ascent(desk, style);

	initial->x = initial->y = 0;
	if (style->vertical)
		initial->x = (style->leading_pt + em - size_pt) / 2;
	else if (letter)
		initial->y = baseline + (style->drop - 1) * style->leading_pt;
	else
		initial->y = baseline + ASCENT * (size_pt - em);
}

/* How far the ink of an opening mark is from the start of its line. */
static double blank_before(const jb_line *line, size_t opening)
{
	const jb_run *run = line->n_runs ? &line->runs[0] : NULL;

	if (!opening || !run || !run->n_glyphs)
		return 0;
	jb_ink_box ink = jb_glyph_ink(run, 0);
	if (jb_ink_empty(&ink))
		return 0;
	return run->x + (line->vertical ? ink.y0 : ink.x0);
}

static double inset(const jb_style *style, double width, bool goes_on)
{
	double em = style->size_pt;

	if (goes_on)
		return width + WORD * em;
	return ceil((width / em + SPACE) / STEP - 1e-6) * STEP * em;
}

bool jb_initial_take(jb_desk *desk, const jb_rich *rich, const jb_style *style,
	const jb_ink *ink, const jb_setting *setting, jb_initial *initial)
{
	jb_arena *arena = desk->arena;
	jb_initial_text found;

	if (style->drop < 2 || jb_rich_empty(rich) ||
		!jb_desk_font(desk, style))
		return false;
	found = jb_initial_of(jb_rich_text(arena, rich));
	if (!found.len || (found.letter && style->vertical))
		return false;
	*initial = (jb_initial){
		.text = jb_rich_part(arena, rich, 0, found.len),
		.rest = jb_rich_part(arena, rich, found.len, SIZE_MAX),
		.lines = (unsigned)style->drop,
	};
	if (has_whole(initial->text))
		return false;
	double size_pt = size_of(style, found.letter);
	initial->line = compose(desk, initial, style, ink, setting, size_pt);
	if (!initial->line)
		return false;
	place_line(desk, style, found.letter, size_pt, initial);
	double blank = blank_before(initial->line, found.opening);
	*(style->vertical ? &initial->y : &initial->x) -= blank;
	initial->inset_pt =
		inset(style, initial->line->width_pt - blank, found.word);
	return initial->inset_pt <= setting->measure_pt / 2;
}
