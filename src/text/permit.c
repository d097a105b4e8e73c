/* permit.c - where a line may end, and how gladly.
 *
 * clreq #prohibition-rules at level GB: what may not start a line, what may
 * not end one, what never comes apart.  The rest is taste: a number keeps its
 * unit if that costs little.
 */
#include "text/para.h"

#define COST_UNIT 150	   /* 300|亿 */
#define COST_AFTER_UNIT 60 /* 300亿|元 */
#define COST_ORDINAL 100   /* 第|3 */
#define COST_BOUND 300	   /* 约|3, 不足|3 */
#define COST_LONG_START 80 /* a line that starts with —— */
#define COST_HYPHEN 60
#define COST_SLASH 120
#define COST_URL 30
#define COST_ANYWHERE 900 /* inside a token of 16 characters or more */
#define LONG_TOKEN 16

/* Where a row of letters and signs without a space starts and ends. */
typedef struct token {
	uint32_t from, to;
} token;

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
		return jb_char_in(c, ",.;:!?)]}%/°’”»—\"'");
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
	case JB_SOLIDUS:
		return true;
	case JB_WEST:
		return jb_char_in(c, "([{$¥€£#@‘“«\"'");
	default:
		return false;
	}
}

static void never(jb_gap *gap)
{
	gap->permit = JB_BREAK_NEVER;
}

/* Inside a token: after a hyphen, a slash, the signs of an address; in very
 * long ones anywhere; digits never from digits. */
static void permit_inside(const jb_para *para, const jb_atom *left,
	const jb_atom *right, token tok, jb_gap *gap)
{
	gunichar l = jb_atom_last(para, left)->c;
	gunichar r = jb_atom_first(para, right)->c;
	bool letters = g_unichar_isalpha(l) && g_unichar_isalpha(r);
	bool sign = !g_unichar_isalnum(l) && g_unichar_isalnum(r);
	bool long_token = tok.to - tok.from >= LONG_TOKEN;

	gap->letters = long_token;
	gap->permit = JB_BREAK_FREE;
	if (jb_char_in(l, "-–—‐") && g_unichar_isalpha(r))
		gap->penalty = COST_HYPHEN;
	else if (long_token && sign && jb_char_in(l, "/.:?&=_#-,%"))
		gap->penalty = COST_URL;
	else if (l == '/' && g_unichar_isalpha(r))
		gap->penalty = COST_SLASH;
	else if (long_token && !jb_char_in(r, ".,/:;!?)%"))
		gap->penalty = COST_ANYWHERE;
	else
		gap->permit = letters ? JB_BREAK_RESORT : JB_BREAK_NEVER;
}

static bool is_numeral(const jb_atom *atom, gunichar c)
{
	return (atom->cls == JB_WEST && g_unichar_isdigit(c)) ||
	       atom->cls == JB_WIDE;
}

/* A number before its unit: 38个, 12月, and the 元 of 300亿元. */
static double unit_cost(const jb_para *para, uint32_t i, gunichar r)
{
	const jb_atom *left = jb_para_atom(para, i);
	gunichar l = jb_atom_last(para, left)->c;

	if (!jb_char_is_unit(r) && !jb_char_in(r, "十百千余"))
		return 0;
	if (is_numeral(left, l) || jb_char_in(l, "%+"))
		return COST_UNIT;
	if (i > 0 && jb_char_in(l, "万亿千百余")) {
		const jb_atom *before = left - 1;
		if (is_numeral(before, jb_atom_last(para, before)->c))
			return COST_AFTER_UNIT;
	}
	return 0;
}

/* The dash or dots of one sign stay together, and so do full-width digits. */
static bool is_one(const jb_atom *left, const jb_atom *right)
{
	return left->cls == right->cls &&
	       (left->cls == JB_LONG || left->cls == JB_WIDE);
}

static bool is_glued(
	const jb_para *para, const jb_atom *left, const jb_atom *right)
{
	for (uint32_t i = left->first + left->n; i < right->first; i++)
		if (jb_para_char(para, i)->cls == JB_JOINER)
			return true;
	return left->span == right->span && para->spans[left->span].keep;
}

static bool is_split(
	const jb_para *para, const jb_atom *left, const jb_atom *right)
{
	for (uint32_t i = left->first + left->n; i < right->first; i++)
		if (jb_para_char(para, i)->cls == JB_SPLIT)
			return true;
	return false;
}

static void permit(const jb_para *para, uint32_t i, token tok)
{
	jb_atom *left = jb_para_atom(para, i);
	const jb_atom *right = left + 1;
	jb_gap *gap = &left->gap;
	gunichar l = jb_atom_last(para, left)->c;
	gunichar r = jb_atom_first(para, right)->c;

	gap->permit = JB_BREAK_FREE;
	if (is_glued(para, left, right) || is_one(left, right))
		never(gap);
	else if (is_split(para, left, right))
		return;
	else if (i + 1 < tok.to)
		permit_inside(para, left, right, tok, gap);
	else if (bars_start(right, r) &&
		 !(jb_char_in(r, "\"'") && gap->space != JB_NO_SPACE))
		never(gap);
	else if (bars_end(left, l) &&
		 !(jb_char_in(l, "\"'") && gap->space != JB_NO_SPACE))
		never(gap);
	else if (right->cls == JB_LONG)
		gap->penalty = COST_LONG_START;
	else if (is_numeral(right, r) && l == 0x7b2c) /* 第 */
		gap->penalty = COST_ORDINAL;
	else if (is_numeral(right, r) && jb_char_in(l, "约近超逾足"))
		gap->penalty = COST_BOUND;
	else
		gap->penalty = unit_cost(para, i, r);
}

/* The token that starts at an atom; of one atom if it is no letter. */
static token find_token(const jb_para *para, uint32_t from, uint32_t end)
{
	token tok = {from, from + 1};

	if (jb_para_atom(para, from)->cls != JB_WEST)
		return tok;
	while (tok.to < end) {
		const jb_atom *left = jb_para_atom(para, tok.to - 1);
		if (left[1].cls != JB_WEST || left->gap.space != JB_NO_SPACE ||
			(left[1].span != left->span &&
				para->spans[left[1].span].before_pt > 0))
			break;
		tok.to++;
	}
	return tok;
}

void jb_para_permit(jb_para *para)
{
	for (unsigned s = 0; s < para->segments->len; s++) {
		jb_segment seg = g_array_index(para->segments, jb_segment, s);
		token tok = {seg.from, seg.from};
		for (uint32_t i = seg.from; i + 1 < seg.to; i++) {
			if (i >= tok.to)
				tok = find_token(para, i, seg.to);
			permit(para, i, tok);
		}
	}
}
