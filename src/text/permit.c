/* permit.c - where a line may end, how gladly, and what that would break.
 *
 * clreq #prohibition-rules-for-line-start-end, by level:
 *
 *	none	anything goes, but —— …… and a number with its signs are one
 *	basic	no pause, stop, closing mark, connector, · or solidus at a
 *		line's start; no opening mark at its end (the default)
 *	GB	and no solidus at a line's end
 *	strict	and no —— or …… at a line's start
 *
 * Japanese has its small kana, ー and 々 (JLREQ cl-09 to cl-11) among what may
 * not start a line; kana is Japanese in any paragraph.  Korean breaks best at
 * its spaces; between syllables too, as CSS has it (word-break: normal) and
 * books and newspapers do (KLREQ, line breaking), but that is dearer, so it is
 *done where the line would be loose, and one syllable is rarely cut off.
 *
 * The rest is taste: a number keeps its unit if that costs little.
 */
#include "text/token.h"

#define COST_UNIT 1000	      /* 300|亿 */
#define COST_AFTER_UNIT 120   /* 300亿|元 */
#define COST_ORDINAL 200      /* 第|3 */
#define COST_BOUND 500	      /* 约|3, 不足|3 */
#define COST_LONG_START 110   /* a line that starts with —— */
#define COST_LONG_ALONE 1100  /* and ” behind it */
#define COST_RANGE 150	      /* 3～|5天 */
#define COST_SOLIDUS_END 1000 /* 28元／|斤: GB/T 15834 5.1.9, at any level */
#define COST_FULL_END 120     /* vertical: one that ends with ：；！？ */
#define COST_SYLLABLE 80      /* inside a Korean word */
#define COST_LONE_SYLLABLE 400

static jb_prohibit level_of(const jb_para *para)
{
	return para->setting->prohibit;
}

static bool bars_start(const jb_atom *atom, gunichar c)
{
	switch (atom->cls) {
	case JB_CLOSE:
	case JB_COMMA:
	case JB_STOP:
	case JB_MID:
	case JB_CONN:
	case JB_SOLIDUS:
	case JB_SUFFIX:
	case JB_SMALL:
		return true;
	case JB_WEST:
		return jb_char_in(c, ",.;:!?)]}%/°·’”»–—\"'");
	default:
		return false;
	}
}

/* ① and its like stand before what they number. */
static bool is_enumerator(gunichar c)
{
	return (c >= 0x2460 && c <= 0x24ff) || (c >= 0x2776 && c <= 0x2793);
}

static bool bars_end(const jb_atom *atom, gunichar c)
{
	switch (atom->cls) {
	case JB_SYMBOL:
		return is_enumerator(c);
	case JB_OPEN:
	case JB_PREFIX:
		return true;
	case JB_WEST:
		return jb_char_in(c, "([{$¥€£#@‘“«\"'");
	default:
		return false;
	}
}

/* Straight quotes after or before a space are on the side of their word. */
static bool is_loose_quote(const jb_gap *gap, gunichar c)
{
	return gap->space != JB_NO_SPACE && jb_char_in(c, "\"'");
}

static bool is_numeral(const jb_atom *atom, gunichar c)
{
	return (atom->cls == JB_WEST && g_unichar_isdigit(c)) ||
	       atom->cls == JB_WIDE;
}

/* The dash or dots of one sign stay together, and so do full-width digits;
 * signs in a row come apart before anything runs over. */
static bool is_one(
	const jb_atom *left, const jb_atom *right, gunichar l, gunichar r)
{
	if (left->cls != right->cls)
		return false;
	if (left->cls == JB_LONG)
		return left->n < 2 || right->n < 2;
	return left->cls == JB_WIDE &&
	       !(g_unichar_isalpha(l) || g_unichar_isalpha(r));
}

/* Full-width letters are words too: ＡＢＣ. */
static bool is_wide_word(const jb_atom *left, const jb_atom *right)
{
	return left->cls == JB_WIDE && right->cls == JB_WIDE &&
	       left->gap.space == JB_NO_SPACE;
}

/* A number and its sign: ￥3, 3％, 3℃, 3%. */
static bool is_affixed(
	const jb_atom *left, const jb_atom *right, gunichar l, gunichar r)
{
	if (is_numeral(right, r) &&
		(left->cls == JB_PREFIX || jb_char_in(l, "$¥€£")))
		return true;
	return is_numeral(left, l) &&
	       (right->cls == JB_SUFFIX || jb_char_in(r, "%°"));
}

/* Whether a character that is not drawn stands between two atoms. */
static bool has_between(const jb_para *para, const jb_atom *left,
	const jb_atom *right, jb_class cls)
{
	for (uint32_t i = left->first + left->n; i < right->first; i++)
		if (jb_para_char(para, i)->cls == cls)
			return true;
	return false;
}

static bool is_glued(const jb_para *para, const jb_atom *left,
	const jb_atom *right, gunichar l, gunichar r)
{
	if (left->span == right->span && para->spans[left->span].keep)
		return true;
	return has_between(para, left, right, JB_JOINER) ||
	       is_one(left, right, l, r) || is_affixed(left, right, l, r);
}

/* clreq: of three marks in a row the third may start a line, or the first end
 * one, where nothing else is left. */
static bool is_third_mark(const jb_para *para, uint32_t i, jb_segment seg)
{
	const jb_atom *left = jb_para_atom(para, i);

	if (!jb_class_is_mark(left->cls) || !jb_class_is_mark(left[1].cls))
		return false;
	if (left[1].cls != JB_OPEN)
		return i > seg.from && jb_class_is_mark(left[-1].cls);
	return i + 2 < seg.to && left[2].cls == JB_OPEN;
}

/* The rule that a break between two atoms would offend: JB_RELAX_*, or 0. */
static unsigned rule_between(
	const jb_para *para, uint32_t i, jb_segment seg, gunichar l, gunichar r)
{
	const jb_atom *left = jb_para_atom(para, i), *right = left + 1;
	const jb_gap *gap = &left->gap;
	jb_prohibit level = level_of(para);

	if (level == JB_PROHIBIT_NONE)
		return 0;
	if ((bars_start(right, r) && !is_loose_quote(gap, r)) ||
		(bars_end(left, l) && !is_loose_quote(gap, l)))
		return is_third_mark(para, i, seg) ? JB_RELAX_MARKS
						   : JB_RELAX_RULES;
	if (level >= JB_PROHIBIT_GB && left->cls == JB_SOLIDUS)
		return JB_RELAX_STRICT;
	if (level == JB_PROHIBIT_STRICT && right->cls == JB_LONG)
		return JB_RELAX_STRICT;
	return 0;
}

/* 38个; in a figure's own words whatever stands behind its number: 38棵. */
static bool is_unit_after(
	const jb_para *para, const jb_atom *left, gunichar l, gunichar r)
{
	const jb_span *span = &para->spans[left->span];

	if (!is_numeral(left, l) && !jb_char_in(l, "%+"))
		return false;
	return jb_char_is_unit(r) ||
	       (span->figure && left[1].span == left->span &&
		       left[1].cls == JB_HAN);
}

/* The 元 of 300亿元. */
static bool is_second_unit(
	const jb_para *para, uint32_t i, jb_segment seg, gunichar l, gunichar r)
{
	const jb_atom *before = jb_para_atom(para, i) - 1;

	return i > seg.from && jb_char_in(l, "万亿千百余") &&
	       jb_char_is_unit(r) &&
	       is_numeral(before, jb_atom_last(para, before)->c);
}

static bool is_hangul(gunichar c)
{
	return c >= 0xac00 && c <= 0xd7a3;
}

/* Whether a Korean word goes on from an atom to the next one. */
static bool is_syllable_pair(const jb_para *para, const jb_atom *left)
{
	gunichar l = jb_atom_last(para, left)->c;
	gunichar r = jb_atom_first(para, left + 1)->c;

	return left->gap.space == JB_NO_SPACE &&
	       ((is_hangul(l) && g_unichar_isalnum(r)) ||
		       (is_hangul(r) && g_unichar_isalnum(l)));
}

/* Between two syllables; dearer where one of them would stand alone. */
static double syllable_cost(const jb_para *para, uint32_t i, jb_segment seg)
{
	const jb_atom *left = jb_para_atom(para, i);
	bool before = i > seg.from && is_syllable_pair(para, left - 1);
	bool after = i + 2 < seg.to && is_syllable_pair(para, left + 1);

	return before && after ? COST_SYLLABLE : COST_LONE_SYLLABLE;
}

/* In a vertical line ：；！？ keep their em, at its end too, where other marks
 * are half an em long (GB/T 15834 5.1.10). */
static bool is_full_at_end(const jb_para *para, const jb_atom *atom)
{
	return para->setting->vertical && atom->after <= 0 &&
	       (atom->cls == JB_COMMA || atom->cls == JB_STOP);
}

/* A line that starts with —— or ……; with ” behind it, it starts with nothing
 * but marks. */
static double long_cost(const jb_para *para, uint32_t i, jb_segment seg)
{
	while (++i < seg.to) {
		unsigned cls = jb_para_atom(para, i)->cls;
		if (cls != JB_LONG)
			return cls == JB_CLOSE ? COST_LONG_ALONE
					       : COST_LONG_START;
	}
	return COST_LONG_START;
}

/* The ～ of 3～5天, 10%—20%. */
static bool is_range(
	const jb_para *para, uint32_t i, jb_segment seg, gunichar r)
{
	const jb_atom *left = jb_para_atom(para, i);

	if (left->cls != JB_CONN || i == seg.from || !is_numeral(left + 1, r))
		return false;
	gunichar before = jb_atom_last(para, left - 1)->c;
	return is_numeral(left - 1, before) || left[-1].cls == JB_SUFFIX ||
	       jb_char_in(before, "%°");
}

/* Between thousands: 2 846. */
static bool is_group(const jb_para *para, const jb_gap *gap)
{
	return gap->space != JB_NO_SPACE &&
	       jb_para_char(para, gap->space)->group;
}

/* What is better kept together, though no rule says so. */
static void price(const jb_para *para, uint32_t i, jb_segment seg, gunichar l,
	gunichar r, jb_gap *gap)
{
	const jb_atom *left = jb_para_atom(para, i), *right = left + 1;

	if (is_unit_after(para, left, l, r)) {
		gap->penalty = COST_UNIT;
		gap->relax = JB_RELAX_UNIT;
	} else if (is_second_unit(para, i, seg, l, r)) {
		gap->penalty = COST_AFTER_UNIT;
	} else if (right->cls == JB_LONG) {
		gap->penalty = long_cost(para, i, seg);
	} else if (left->cls == JB_SOLIDUS) {
		gap->penalty = COST_SOLIDUS_END;
	} else if (is_range(para, i, seg, r)) {
		gap->penalty = COST_RANGE;
	} else if (is_full_at_end(para, left)) {
		gap->penalty = COST_FULL_END;
	} else if (is_numeral(right, r) && l == 0x7b2c) { /* 第 */
		gap->penalty = COST_ORDINAL;
	} else if (is_numeral(right, r) && jb_char_in(l, "约近超逾足")) {
		gap->penalty = COST_BOUND;
	} else if (is_syllable_pair(para, left)) {
		gap->penalty = syllable_cost(para, i, seg);
	}
}

static void permit(
	const jb_para *para, uint32_t i, jb_segment seg, const jb_token *tok)
{
	jb_atom *left = jb_para_atom(para, i);
	const jb_atom *right = left + 1;
	jb_gap *gap = &left->gap;
	gunichar l = jb_atom_last(para, left)->c;
	gunichar r = jb_atom_first(para, right)->c;

	gap->permit = JB_BREAK_FREE;
	if (is_glued(para, left, right, l, r)) {
		gap->permit = JB_BREAK_NEVER;
	} else if (is_group(para, gap)) {
		jb_token_permit_group(gap);
	} else if (has_between(para, left, right, JB_SPLIT)) {
		return;
	} else if (has_between(para, left, right, JB_SOFT)) {
		jb_token_hyphen(para, left, JB_COST_SOFT);
	} else if (is_wide_word(left, right)) {
		gap->permit = JB_BREAK_RESORT;
		gap->relax = JB_RELAX_WORD;
		gap->penalty = JB_COST_WORD;
	} else if (i + 1 < tok->to) {
		jb_token_permit(para, left, tok);
	} else {
		gap->relax = (uint8_t)rule_between(para, i, seg, l, r);
		if (gap->relax)
			gap->permit = JB_BREAK_RULES;
		else
			price(para, i, seg, l, r, gap);
	}
}

void jb_para_permit(jb_para *para, jb_diags *diags)
{
	for (unsigned s = 0; s < para->segments->len; s++) {
		jb_segment seg = g_array_index(para->segments, jb_segment, s);
		jb_token tok = {.to = seg.from};
		for (uint32_t i = seg.from; i < seg.to; i++) {
			if (i >= tok.to)
				tok = jb_token_find(para, i, seg.to);
			if (i + 1 < seg.to)
				permit(para, i, seg, &tok);
			if (i + 1 == tok.to)
				jb_token_hyphenate(para, &tok, diags);
		}
	}
}
