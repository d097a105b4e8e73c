/* space.c - the gaps: how wide each one is, what it can give and take.
 *
 * One table of rules by the classes on both sides (clreq #line-adjustment):
 * a blank half of a mark, the quarter em between Han and Latin, a word space,
 * or nothing.
 */
#include "text/para.h"

#include <math.h>

#include "text/marks.h"

/* Amounts in em, clreq #mixed-text and #punctuation-adjustment. */
#define LATIN_GAP .25
#define LATIN_MIN .125
#define LATIN_MAX (1 / 3.)
#define LATIN_MAX_JP .5 /* jlreq 3.8.4 */
#define WORD_MIN .25
#define WORD_MAX .5
#define WORD_KR_LEAST .25 /* klreq: a quarter to a third of an em */
#define WORD_KR_MOST (1 / 3.)
#define SENSE_GAP .5 /* a typed space between Han and Han */
#define SENSE_MIN .25
#define SQUEEZED .2
#define SHARED .5 /* the blank that two marks in a row have too much */
#define NESTED .1 /* “ ‘: what they have too much then, for ‘ is slender */
#define GROUP .25 /* between thousands (GB/T 15835 5.1.1) */

enum { STRETCH_WORD = 1, STRETCH_LATIN };

static const jb_mark *mark_of(const jb_para *para, const jb_atom *atom)
{
	return jb_mark_of((jb_region)atom->region, atom->cls,
		jb_atom_first(para, atom)->c);
}

/* What a rigid cell gives to a mark beside it. */
static double inner_of(const jb_atom *atom, const jb_mark *mark)
{
	return atom->before + atom->after > 0 ? 0 : mark->inner * atom->em;
}

/* Two rigid cells give each other what one gives (？ is .46 em wide). */
static double inner_blank(const jb_atom *left, const jb_mark *l,
	const jb_atom *right, const jb_mark *r)
{
	return fmax(inner_of(left, l), inner_of(right, r));
}

/* Two marks share one blank half: 2 em become 1.5.  What a rigid cell gives
 * makes the gap narrower than none. */
static double pair_blank(double blank, double inner, double em)
{
	return fmax(0, blank + inner - SHARED * em) - inner;
}

/* Of a single quote's half em the side towards a quote or bracket around it is
 * blank: it stands about a quarter em from that, as two letters would. */
static double nested_blank(
	const jb_para *para, const jb_atom *left, const jb_atom *right)
{
	bool open = left->cls == JB_OPEN && right->before > 0 &&
		    jb_atom_first(para, right)->c == 0x2018;
	bool close = right->cls == JB_CLOSE && left->after > 0 &&
		     jb_atom_first(para, left)->c == 0x2019;

	if (para->setting->vertical || left->cls != right->cls)
		return 0;
	return open || close ? NESTED * fmin(left->em, right->em) : 0;
}

/* What stays of one mark's blank when the line gives space; a narrow · keeps
 * half an em in all. */
static double least_of(const jb_atom *atom, const jb_mark *mark)
{
	double dot = atom->cls == JB_MID ? (atom->em / 2 - atom->width) / 2 : 0;

	return mark->least * atom->em + dot;
}

/* Of two marks in a row that gave half an em already, a centred one keeps half
 * of what is left before it: 》， must not touch. */
static double least_blank(const jb_atom *left, const jb_mark *l,
	const jb_atom *right, const jb_mark *r, double blank)
{
	double after = l && left->after > 0 ? least_of(left, l) : 0;
	double before = r && right->before > 0 ? least_of(right, r) : 0;
	double centred = l && r && r->before == .25 ? blank / 2 : 0;

	return fmax(fmax(after, before), centred);
}

/* In display lines, where half an em is a hole, marks keep a fifth of their
 * blanks. */
static void set_blank(const jb_para *para, jb_gap *gap, const jb_atom *left,
	const jb_atom *right)
{
	const jb_mark *l = mark_of(para, left), *r = mark_of(para, right);
	double blank = left->after + right->before, least = 0;

	if (l && r)
		blank = pair_blank(blank, inner_blank(left, l, right, r),
				left->em) -
			nested_blank(para, left, right);
	if (para->setting->squeeze && blank > 0)
		blank *= SQUEEZED;
	else
		least = least_blank(left, l, right, r, blank);
	gap->natural = blank;
	gap->shrink = fmax(0, blank - least);
	if (gap->shrink > 0)
		gap->shrink_step = left->after > 0 ? l->step : r->step;
}

/* Whether a blank stands between the two, or a rigid cell meets a mark. */
static bool has_blank(
	const jb_para *para, const jb_atom *left, const jb_atom *right)
{
	if (left->after > 0 || right->before > 0)
		return true;
	if (left->cls > JB_MID || right->cls > JB_MID)
		return false;
	const jb_mark *l = mark_of(para, left), *r = mark_of(para, right);
	return l && r && inner_blank(left, l, right, r) > 0;
}

static bool is_han_beside_letters(const jb_atom *atom)
{
	return (jb_class_is_han(atom->cls) || atom->cls == JB_WIDE) &&
	       atom->region != JB_REGION_KR;
}

static bool is_mixed(
	const jb_para *para, const jb_atom *left, const jb_atom *right)
{
	if (left->cls == JB_WEST && is_han_beside_letters(right))
		return jb_chars_stand_off_right(
			jb_atom_last(para, left), left->first + left->n);
	if (right->cls == JB_WEST && is_han_beside_letters(left))
		return jb_chars_stand_off_left(jb_atom_first(para, right),
			para->chars->len - right->first);
	return false;
}

static void set_mixed(jb_gap *gap, bool japanese, double em)
{
	double most = japanese ? LATIN_MAX_JP : LATIN_MAX;

	gap->natural = LATIN_GAP * em;
	gap->shrink = (LATIN_GAP - LATIN_MIN) * em;
	gap->shrink_step = JB_STEP_LATIN;
	gap->stretch = (most - LATIN_GAP) * em;
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

	if (left->region == JB_REGION_KR)
		space = CLAMP(space, WORD_KR_LEAST * em, WORD_KR_MOST * em);
	double min = fmin(WORD_MIN * em, .9 * space);

	gap->natural += space;
	gap->shrink = space - min;
	gap->shrink_step = JB_STEP_WORD;
	gap->stretch = fmax(0, WORD_MAX * em - space);
	gap->stretch_step = STRETCH_WORD;
}

static void add_sense_space(jb_gap *gap, gunichar c, double em)
{
	double space = (c == 0x3000 ? 1 : SENSE_GAP) * em;

	gap->natural += space;
	gap->shrink += space - (c == 0x3000 ? .5 : SENSE_MIN) * em;
	gap->shrink_step = JB_STEP_WORD;
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

/* jlreq 3.1.6: a sentence that ends with ？ or ！ has an em behind it, as
 * typed. */
static bool ends_japanese(
	const jb_para *para, const jb_atom *left, gunichar space)
{
	gunichar c = jb_atom_last(para, left)->c;

	return left->region == JB_REGION_JP && space == 0x3000 &&
	       (c == 0xff01 || c == 0xff1f);
}

/* Korean parts its words by spaces, whatever they are written in. */
static bool parts_words(const jb_atom *left, const jb_atom *right)
{
	return left->region == JB_REGION_KR ||
	       (left->cls > JB_WIDE && right->cls > JB_WIDE);
}

/* Marks with a blank of their own: a typed space beside them says no more. */
static bool has_own_blank(const jb_atom *atom)
{
	return jb_class_is_mark(atom->cls) || atom->cls == JB_MID ||
	       atom->cls == JB_SOLIDUS;
}

static bool is_idle_space(const jb_atom *left, const jb_atom *right, gunichar c)
{
	return c != 0x3000 && left->region != JB_REGION_KR &&
	       (has_own_blank(left) || has_own_blank(right));
}

static void add_space(const jb_para *para, const jb_atom *left,
	const jb_atom *right, jb_gap *gap)
{
	double em = fmin(left->em, right->em);
	gunichar c = jb_para_char(para, gap->space)->c;

	if (is_idle_space(left, right, c))
		return;
	gap->open = true;
	if (ends_japanese(para, left, c))
		gap->natural += em;
	else if (parts_words(left, right))
		add_word_space(para, gap, left, em);
	else
		add_sense_space(gap, c, em);
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
	if (gap->space != JB_NO_SPACE &&
		jb_para_char(para, gap->space)->group) {
		gap->natural = GROUP * fmin(left->em, right->em);
		return;
	}
	gap->open = !is_rigid(left, right);
	if (has_blank(para, left, right))
		set_blank(para, gap, left, right);
	else if (is_mixed(para, left, right))
		set_mixed(gap, left->region == JB_REGION_JP,
			fmin(left->em, right->em));
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
