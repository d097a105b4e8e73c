/* space.c - the gaps: how wide each one is, what it can give and take.
 *
 * One table of rules by the classes on both sides (clreq #line-adjustment):
 * a blank half of a mark, the quarter em between Han and Latin, a word space,
 * or nothing.
 */
#include "text/para.h"

#include <math.h>

/* Amounts in em, clreq #mixed-text and #punctuation-adjustment. */
#define LATIN_GAP .25
#define LATIN_MIN .125
#define LATIN_MAX (1 / 3.)
#define WORD_MIN .25
#define WORD_MAX .5
#define SENSE_GAP .5 /* a typed space between Han and Han */
#define SENSE_MIN .25
#define SQUEEZED .2

enum {
	STEP_WORD = 2,
	STEP_DOT,
	STEP_BRACKET,
	STEP_COMMA,
	STEP_LATIN,
	STEP_STOP
};
enum { STRETCH_WORD = 1, STRETCH_LATIN };

static uint8_t blank_step(unsigned cls)
{
	switch (cls) {
	case JB_MID:
		return STEP_DOT;
	case JB_COMMA:
		return STEP_COMMA;
	case JB_STOP:
		return STEP_STOP;
	default:
		return STEP_BRACKET;
	}
}

/* Two marks share one blank half: 2 em become 1.5.  In display lines, where
 * half an em is a hole, marks keep a fifth of their blanks. */
static void set_blank(const jb_para *para, jb_gap *gap, const jb_atom *left,
	const jb_atom *right)
{
	double blank = left->after + right->before;

	if (jb_class_is_mark(left->cls) && jb_class_is_mark(right->cls))
		blank = fmax(0, blank - left->em / 2);
	if (para->setting->squeeze)
		blank *= SQUEEZED;
	gap->natural = gap->shrink = blank;
	gap->shrink_step = blank_step(left->after > 0 ? left->cls : right->cls);
}

static bool touches_han(
	const jb_atom *west, const jb_char *inner, const jb_atom *han)
{
	return west->cls == JB_WEST && jb_char_wants_gap(inner->c) &&
	       (jb_class_is_han(han->cls) || han->cls == JB_WIDE);
}

static bool is_mixed(
	const jb_para *para, const jb_atom *left, const jb_atom *right)
{
	return touches_han(left, jb_atom_last(para, left), right) ||
	       touches_han(right, jb_atom_first(para, right), left);
}

static void set_mixed(jb_gap *gap, double em)
{
	gap->natural = LATIN_GAP * em;
	gap->shrink = (LATIN_GAP - LATIN_MIN) * em;
	gap->shrink_step = STEP_LATIN;
	gap->stretch = (LATIN_MAX - LATIN_GAP) * em;
	gap->stretch_step = STRETCH_LATIN;
}

static double space_advance(const jb_para *para, const jb_atom *atom)
{
	const jb_font *font = para->spans[atom->span].font;
	hb_codepoint_t glyph = jb_face_glyph(atom->face, ' ');

	if (!glyph)
		return WORD_MIN * atom->em;
	return hb_font_get_glyph_h_advance(atom->face->hb, glyph) * atom->em *
	       jb_font_scale(font, atom->face) / atom->face->upem;
}

/* A font whose space is under a quarter em still gives a little. */
static void add_word_space(
	const jb_para *para, jb_gap *gap, const jb_atom *left, double em)
{
	double space = space_advance(para, left);
	double min = fmin(WORD_MIN * em, .9 * space);

	gap->natural += space;
	gap->shrink = space - min;
	gap->shrink_step = STEP_WORD;
	gap->stretch = fmax(0, WORD_MAX * em - space);
	gap->stretch_step = STRETCH_WORD;
}

static void add_sense_space(jb_gap *gap, gunichar c, double em)
{
	double space = (c == 0x3000 ? 1 : SENSE_GAP) * em;

	gap->natural += space;
	gap->shrink += space - (c == 0x3000 ? .5 : SENSE_MIN) * em;
	gap->shrink_step = STEP_WORD;
}

/* What never comes apart: the inside of words, of —— and of full-width
 * numbers; nor do connectors and solidus move away from their sides. */
static bool is_rigid(const jb_atom *left, const jb_atom *right)
{
	unsigned l = left->cls, r = right->cls;

	if (l == JB_CONN || r == JB_CONN || l == JB_SOLIDUS || r == JB_SOLIDUS)
		return true;
	if (l == JB_PREFIX || r == JB_SUFFIX)
		return true;
	return l == r && (l == JB_WEST || l == JB_LONG || l == JB_WIDE);
}

/* The space between the two in the text, or JB_NO_SPACE. */
static uint32_t find_space(
	const jb_para *para, const jb_atom *left, const jb_atom *right)
{
	for (uint32_t i = left->first + left->n; i < right->first; i++)
		if (jb_para_char(para, i)->cls == JB_SPACE)
			return i;
	return JB_NO_SPACE;
}

static void add_space(const jb_para *para, const jb_atom *left,
	const jb_atom *right, jb_gap *gap)
{
	double em = fmin(left->em, right->em);
	gunichar c = jb_para_char(para, gap->space)->c;

	gap->open = true;
	if (left->cls <= JB_WIDE || right->cls <= JB_WIDE)
		add_sense_space(gap, c, em);
	else
		add_word_space(para, gap, left, em);
}

static void set_gap(const jb_para *para, jb_atom *left, const jb_atom *right)
{
	jb_gap *gap = &left->gap;
	double before = left->span == right->span
				? 0
				: para->spans[right->span].before_pt;

	*gap = (jb_gap){.space = find_space(para, left, right)};
	if (before > 0) {
		gap->natural = before;
		return;
	}
	gap->open = !is_rigid(left, right);
	if (left->after > 0 || right->before > 0)
		set_blank(para, gap, left, right);
	else if (is_mixed(para, left, right))
		set_mixed(gap, fmin(left->em, right->em));
	if (gap->space != JB_NO_SPACE)
		add_space(para, left, right, gap);
	if (left->cls != JB_LONG || right->cls != JB_LONG)
		gap->natural += para->setting->tracking_em * left->em;
}

void jb_para_space(jb_para *para)
{
	for (unsigned s = 0; s < para->segments->len; s++) {
		jb_segment seg = g_array_index(para->segments, jb_segment, s);
		for (uint32_t i = seg.from; i + 1 < seg.to; i++)
			set_gap(para, jb_para_atom(para, i),
				jb_para_atom(para, i + 1));
	}
}
