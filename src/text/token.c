/* token.c - where words, addresses and codes may be cut.
 *
 * A word is divided by the dictionary of its language; names (capitals) less
 * gladly, abbreviations (FPGA) and words with digits never.  A word that was
 * typed with soft hyphens is divided there and nowhere else.
 *
 * An address breaks after : / . ? & = _ - # % and never takes a hyphen, so a
 * hyphen at a line's end is its own.  (The Chicago Manual puts . _ - before the
 * next line; in Chinese text no line starts with a mark.)  Where its signs are
 * too far apart, and in codes, it is cut anywhere, between letter and digit
 * or after a hyphen rather than inside a word or number.  A number is cut only
 * where it is longer than a line.
 */
#include "text/token.h"

#include "text/face.h"
#include "text/hyphen.h"

#define COST_HYPHEN 60 /* well-|known */
#define COST_SLASH 120 /* and/|or */
#define COST_DASH 40
#define COST_URL 30
#define COST_HYPHENATE 200 /* at|tention */
#define COST_CAPITAL 1000  /* more, in a name */
#define COST_PARTICLE 100  /* more, of two letters: re|member */
#define COST_SEAM 1500	   /* between letter and digit of a code */
#define COST_ANYWHERE 4000
#define COST_DIGITS 99000
#define COST_POINT 7e5	/* 2023.|104567 in an address: sooner than its digits \
			 */
#define COST_NUMBER 4e6 /* a number: dearer than a loose line */
#define IN_ADDRESS 8	/* times as dear, for it has better places */
#define COST_FORCED 150000 /* a word cut against its rules, with a hyphen */
#define COST_NUMBERED 3000 /* Omega-|3 */
#define LONG_TOKEN 16	   /* characters: an address or a code */
#define MAX_WORD 64	   /* characters: no language has longer ones */
#define LEFT_MIN 2
#define RIGHT_MIN 3

#define SIGNS "/\\.:?&=_#-%,~+@"

static gunichar last_of(const jb_para *para, uint32_t i)
{
	return jb_atom_last(para, jb_para_atom(para, i))->c;
}

static gunichar first_of(const jb_para *para, uint32_t i)
{
	return jb_atom_first(para, jb_para_atom(para, i))->c;
}

static uint32_t find_end(const jb_para *para, uint32_t from, uint32_t end)
{
	uint32_t to = from + 1;

	if (jb_para_atom(para, from)->cls != JB_WEST)
		return to;
	for (; to < end; to++) {
		const jb_atom *left = jb_para_atom(para, to - 1);
		if (left[1].cls != JB_WEST || left->gap.space != JB_NO_SPACE ||
			(left[1].span != left->span &&
				para->spans[left[1].span].before_pt > 0))
			break;
	}
	return to;
}

/* What a token is made of. */
typedef struct census {
	uint32_t digits, letters, signs, at, schemes, commas, points;
} census;

static census count(const jb_para *para, const jb_token *tok)
{
	census n = {0};

	for (uint32_t i = tok->from; i < tok->to; i++) {
		gunichar c = first_of(para, i);
		bool inner = i > tok->from && i + 1 < tok->to;
		n.digits += g_unichar_isdigit(c);
		n.letters += g_unichar_isalpha(c);
		n.commas += inner && c == ',';
		n.points += inner && c == '.';
		n.at += inner && c == '@';
		n.signs += inner && jb_char_in(c, "/.:?&=_#%") &&
			   last_of(para, i - 1) < 0x80;
		n.schemes += inner && c == '/' && last_of(para, i - 1) == ':';
	}
	return n;
}

static jb_token_kind kind_of(const jb_para *para, const jb_token *tok)
{
	census n = count(para, tok);
	uint32_t size = tok->to - tok->from;
	bool is_long = size >= LONG_TOKEN;

	if (is_long && (n.commas || n.points == 1) &&
		n.digits + n.commas + n.points == size)
		return JB_TOKEN_NUMBER;
	if (n.schemes || (n.at && n.letters) || (is_long && n.signs))
		return JB_TOKEN_ADDRESS;
	return is_long && n.digits ? JB_TOKEN_CODE : JB_TOKEN_WORD;
}

jb_token jb_token_find(const jb_para *para, uint32_t from, uint32_t end)
{
	jb_token tok = {from, find_end(para, from, end), JB_TOKEN_WORD};

	if (tok.to - tok.from > 3)
		tok.kind = kind_of(para, &tok);
	return tok;
}

static void resort(jb_gap *gap, unsigned relax, double cost)
{
	gap->permit = JB_BREAK_RESORT;
	gap->relax = (uint8_t)relax;
	gap->penalty = cost;
}

/* Somewhere in an address or code, as nothing better is near. */
static void permit_anywhere(
	jb_gap *gap, gunichar l, gunichar r, jb_token_kind kind)
{
	double times = kind == JB_TOKEN_ADDRESS ? IN_ADDRESS : 1;
	bool digits = g_unichar_isdigit(l) && g_unichar_isdigit(r);
	bool letters = g_unichar_isalpha(l) && g_unichar_isalpha(r);

	resort(gap, JB_RELAX_TOKEN,
		times * (digits		  ? COST_DIGITS
				: letters ? COST_ANYWHERE
					  : COST_SEAM));
}

/* The point of a number is a worse place than others: 2023.10, but
 * example.|2023. */
static bool is_point(const jb_para *para, const jb_atom *left,
	const jb_token *tok, gunichar l, gunichar r)
{
	if (!jb_char_in(l, ".,") || !g_unichar_isdigit(r))
		return false;
	return left == jb_para_atom(para, tok->from) ||
	       g_unichar_isdigit(jb_atom_last(para, left - 1)->c);
}

static void permit_in_address(jb_gap *gap, gunichar l, gunichar r, bool point)
{
	if (jb_char_in(r, SIGNS) || !(g_unichar_isalnum(l) || l < 0x80))
		gap->permit = JB_BREAK_NEVER;
	else if (jb_char_in(l, SIGNS) && g_unichar_isalnum(r) && !point)
		gap->penalty = COST_URL;
	else if (!g_unichar_isalnum(r))
		gap->permit = JB_BREAK_NEVER;
	else if (point)
		resort(gap, JB_RELAX_TOKEN, COST_POINT);
	else
		permit_anywhere(gap, l, r, JB_TOKEN_ADDRESS);
}

static void permit_in_word(
	jb_gap *gap, gunichar l, gunichar r, bool after_letter)
{
	bool letter = g_unichar_isalpha(r);

	if (jb_char_in(l, "-‐") && letter)
		gap->penalty = COST_HYPHEN;
	else if (jb_char_in(l, "–—") && letter)
		gap->penalty = COST_DASH;
	else if (l == '/' && letter)
		gap->penalty = COST_SLASH;
	else if (g_unichar_isalpha(l) && letter)
		resort(gap, JB_RELAX_WORD, JB_COST_WORD);
	else if (jb_char_in(l, "-‐") && g_unichar_isdigit(r) && after_letter)
		resort(gap, JB_RELAX_WORD, COST_NUMBERED);
	else
		gap->permit = JB_BREAK_NEVER;
}

/* A code of groups, a telephone number: rather after a hyphen than inside. */
static void permit_in_code(const jb_para *para, jb_atom *left,
	const jb_token *tok, bool after_letter)
{
	gunichar l = jb_atom_last(para, left)->c;
	gunichar r = jb_atom_first(para, left + 1)->c;
	bool first = left == jb_para_atom(para, tok->from);

	if (g_unichar_isalnum(l) && g_unichar_isalnum(r))
		permit_anywhere(&left->gap, l, r, tok->kind);
	else if (!first && jb_char_in(l, "-‐") && g_unichar_isdigit(r))
		resort(&left->gap, JB_RELAX_TOKEN, COST_SEAM);
	else
		permit_in_word(&left->gap, l, r, after_letter);
}

/* A glyph's own advance, at the size that letters have beside Han. */
static double advance_of(
	const jb_para *para, const jb_atom *atom, hb_codepoint_t glyph)
{
	const jb_font *font = para->spans[atom->span].font;

	return hb_font_get_glyph_h_advance(jb_face_open(atom->face), glyph) *
	       atom->em * jb_font_scale(font, atom->face) / atom->face->upem;
}

/* What the shaping of the whole word took from the letter's own advance. */
static double kern_of(const jb_para *para, const jb_atom *atom)
{
	if (atom->n_glyphs != 1)
		return 0;
	hb_codepoint_t glyph =
		g_array_index(para->glyphs, jb_glyph, atom->glyph).id;
	return atom->width - advance_of(para, atom, glyph);
}

/* The spaces between thousands hold a number together as its digits do. */
void jb_token_permit_group(jb_gap *gap)
{
	gap->permit = JB_BREAK_RULES;
	gap->relax = JB_RELAX_TOKEN;
	gap->penalty = COST_NUMBER;
}

void jb_token_permit(const jb_para *para, jb_atom *left, const jb_token *tok)
{
	gunichar l = jb_atom_last(para, left)->c;
	gunichar r = jb_atom_first(para, left + 1)->c;
	jb_gap *gap = &left->gap;
	bool after_letter = left > jb_para_atom(para, tok->from) &&
			    g_unichar_isalpha(jb_atom_last(para, left - 1)->c);

	gap->kern = kern_of(para, left);
	gap->letters =
		tok->kind == JB_TOKEN_ADDRESS || tok->kind == JB_TOKEN_CODE;
	if (l == '/' && left == jb_para_atom(para, tok->from))
		gap->permit = JB_BREAK_NEVER; /* /usr, 元/kg */
	else if (tok->kind == JB_TOKEN_ADDRESS)
		permit_in_address(gap, l, r, is_point(para, left, tok, l, r));
	else if (tok->kind == JB_TOKEN_WORD)
		permit_in_word(gap, l, r, after_letter);
	else if (tok->kind == JB_TOKEN_CODE)
		permit_in_code(para, left, tok, after_letter);
	else if (g_unichar_isdigit(l) && g_unichar_isdigit(r))
		resort(gap, JB_RELAX_TOKEN, COST_NUMBER);
	else
		gap->permit = JB_BREAK_NEVER;
}

static void add_hyphen(const jb_para *para, jb_atom *left)
{
	hb_codepoint_t glyph = jb_face_glyph(left->face, '-');

	if (glyph)
		left->gap.hyphen = advance_of(para, left, glyph);
}

void jb_token_hyphen(const jb_para *para, jb_atom *left, double cost)
{
	left->gap.permit = JB_BREAK_FREE;
	left->gap.relax = 0;
	left->gap.penalty = cost;
	add_hyphen(para, left);
}

/* Words */

/* The language that divides a word: its span's own or the paragraph's if that
 * is written with letters, else the setting's, else American English. */
static const char *lang_of(const jb_para *para, const jb_atom *atom)
{
	const char *own = para->spans[atom->span].lang;
	const char *around = para->setting->lang;
	const char *setting = para->setting->hyphenate;

	if (own && !jb_lang_is_cjk(own))
		return own;
	if (around && !jb_lang_is_cjk(around) && !(setting && !*setting))
		return around;
	return setting ? setting : "en-US";
}

static uint32_t count_capitals(const jb_para *para, uint32_t from, uint32_t to)
{
	uint32_t n = 0;

	for (uint32_t i = from; i < to; i++)
		n += g_unichar_isupper(first_of(para, i));
	return n;
}

/* Whether the letters [from, to) are a word to divide: none with capitals
 * inside, in two looks, joined, or with soft hyphens of its own. */
static bool is_word(const jb_para *para, uint32_t from, uint32_t to)
{
	if (to - from < LEFT_MIN + RIGHT_MIN ||
		count_capitals(para, from, to) > 1)
		return false;
	for (uint32_t i = from; i + 1 < to; i++) {
		const jb_atom *atom = jb_para_atom(para, i);
		if (atom[1].span != atom->span ||
			atom->gap.permit != JB_BREAK_RESORT)
			return false;
	}
	return true;
}

static void divide(
	jb_para *para, uint32_t from, uint32_t to, const jb_hyphens *hyphens)
{
	g_autoptr(GString) word = g_string_new(NULL);
	bool capital = g_unichar_isupper(first_of(para, from));
	bool points[MAX_WORD * 4];
	size_t at = 0;

	for (uint32_t i = from; i < to; i++) {
		const jb_atom *atom = jb_para_atom(para, i);
		for (uint32_t k = 0; k < atom->n; k++)
			g_string_append_unichar(word,
				g_unichar_tolower(
					jb_para_char(para, atom->first + k)
						->c));
	}
	size_t n = (size_t)g_utf8_strlen(word->str, -1);
	if (n > G_N_ELEMENTS(points) ||
		!jb_hyphens_find(hyphens, word->str, points))
		return;
	for (uint32_t i = from; i < to; i++) {
		jb_atom *atom = jb_para_atom(para, i);
		at += atom->n;
		if (at >= LEFT_MIN && at + RIGHT_MIN <= n && points[at - 1])
			jb_token_hyphen(para, atom,
				COST_HYPHENATE + (capital ? COST_CAPITAL : 0));
	}
}

/* Where nothing else fits: anywhere but near the ends. */
static void force(jb_para *para, uint32_t from, uint32_t to)
{
	for (uint32_t i = from + RIGHT_MIN; i + RIGHT_MIN <= to; i++) {
		jb_atom *atom = jb_para_atom(para, i - 1);
		if (atom->gap.permit != JB_BREAK_RESORT)
			continue;
		atom->gap.penalty = COST_FORCED;
		add_hyphen(para, atom);
	}
}

static void hyphenate_word(
	jb_para *para, uint32_t from, uint32_t to, jb_diags *diags)
{
	const jb_atom *atom = jb_para_atom(para, from);
	const char *lang = lang_of(para, atom);

	if (!*lang || to - from > MAX_WORD ||
		count_capitals(para, from, to) == to - from)
		return;
	force(para, from, to);
	if (!is_word(para, from, to))
		return;
	const jb_hyphens *hyphens = jb_hyphens_lookup(lang);
	if (hyphens) {
		divide(para, from, to, hyphens);
	} else if (diags) {
		jb_warning(diags, para->spans[atom->span].pos,
			"no dictionary divides words of the language “%s”",
			lang);
		jb_hint(diags, "install its hyphen-… package, or set "
			       "another language");
	}
}

void jb_token_hyphenate(jb_para *para, const jb_token *tok, jb_diags *diags)
{
	if (tok->to - tok->from < LEFT_MIN + RIGHT_MIN)
		return;
	if (tok->kind != JB_TOKEN_WORD || count(para, tok).digits)
		return;
	for (uint32_t i = tok->from, end; i < tok->to; i = end) {
		end = i + 1;
		if (!g_unichar_isalpha(first_of(para, i)))
			continue;
		while (end < tok->to && g_unichar_isalpha(first_of(para, end)))
			end++;
		hyphenate_word(para, i, end, diags);
	}
}
