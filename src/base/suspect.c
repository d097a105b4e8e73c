/* suspect.c - slips of the keyboard, found one character at a time.
 */
#include "base/suspect.h"

#include <string.h>

typedef struct finder {
	jb_arena *arena;
	const char *text;
	size_t len;
	gunichar *c;  /* the characters */
	size_t *byte; /* where each begins; one more for the end */
	size_t n;
	GArray *found; /* jb_suspect */
} finder;

/* ---- classes of characters ---- */

static bool one_of(gunichar c, const char *set)
{
	return c && g_utf8_strchr(set, -1, c);
}

static bool is_han(gunichar c)
{
	return c && g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

static bool is_kana(gunichar c)
{
	return (c >= 0x3041 && c <= 0x30FF) || (c >= 0xFF66 && c <= 0xFF9F);
}

static bool is_pause(gunichar c)
{
	return one_of(c, "，、；：。");
}

static bool is_stop(gunichar c)
{
	return one_of(c, "！？");
}

/* Marks that only Chinese has: “ ” ‘ ’ are shared with Latin. */
static bool is_wide_mark(gunichar c)
{
	return is_pause(c) || is_stop(c) ||
	       one_of(c, "「」『』（）《》〈〉【】〔〕［］｛｝");
}

static bool is_chinese(gunichar c)
{
	return is_han(c) || is_wide_mark(c);
}

static bool is_blank(gunichar c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 ||
	       (c >= 0x2000 && c <= 0x200A);
}

static bool is_latin(gunichar c)
{
	return g_unichar_isalnum(c) && !is_han(c) && !is_kana(c);
}

static bool is_numeral(gunichar c)
{
	return one_of(c, "〇一二三四五六七八九十百千万亿零");
}

/* ---- around a place ---- */

static gunichar at(const finder *f, size_t i)
{
	return i < f->n ? f->c[i] : 0; /* (size_t)-1 is before the start */
}

/* The nearest character that is no blank, 0 at an edge. */
static gunichar before(const finder *f, size_t i)
{
	while (i > 0 && is_blank(f->c[i - 1]))
		i--;
	return i > 0 ? f->c[i - 1] : 0;
}

static gunichar behind(const finder *f, size_t i)
{
	while (i < f->n && is_blank(f->c[i]))
		i++;
	return at(f, i);
}

/* How many of the same stand from i on. */
static size_t row_of(const finder *f, size_t i)
{
	size_t n = 1;

	while (i + n < f->n && f->c[i + n] == f->c[i])
		n++;
	return n;
}

static bool touches_han(const finder *f, size_t i, size_t n)
{
	return is_han(at(f, i - 1)) || is_han(at(f, i + n));
}

static void find(finder *f, jb_suspect_kind kind, size_t i, size_t n,
	const char *instead)
{
	jb_suspect s = {.kind = kind,
		.byte = f->byte[i],
		.len = f->byte[i + n] - f->byte[i],
		.instead = instead};

	s.found = jb_strndup(f->arena, f->text + s.byte, s.len);
	g_array_append_val(f->found, s);
}

/* ---- half-width marks ---- */

static const char *full_width(gunichar c)
{
	static const char *const pairs[] = {
		",，", ";；", ":：", "?？", "!！", "(（", ")）", "[［", "]］"};

	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
		if ((gunichar)pairs[i][0] == c)
			return pairs[i] + 1;
	return NULL;
}

/* A point after Han, unless it is one of an address: 新浪.com */
static void look_point(finder *f, size_t i)
{
	gunichar next = at(f, i + 1);
	bool numbered = is_numeral(at(f, i - 1)) && (i < 2 || i == 2);

	if (!is_chinese(at(f, i - 1)) ||
		(next < 128 && g_unichar_isalnum(next)))
		return;
	find(f, JB_SUSPECT_MARK, i, 1, numbered ? "、" : "。");
}

static size_t look_mark(finder *f, size_t i)
{
	gunichar c = f->c[i];

	if (c == '.' && row_of(f, i) == 1)
		look_point(f, i);
	else if (c < 128 && strchr(",;:?!", (int)c) &&
		 (touches_han(f, i, 1) || is_wide_mark(at(f, i - 1))))
		find(f, JB_SUSPECT_MARK, i, 1, full_width(c));
	return i + 1;
}

/* Where the partner of each half-width bracket stands, n for none. */
static size_t *partners_of(const finder *f, char open, char close)
{
	size_t *partner = g_new(size_t, f->n + 1), depth = 0;
	g_autofree size_t *stack = g_new(size_t, f->n + 1);

	for (size_t i = 0; i < f->n; i++) {
		partner[i] = f->n;
		if (f->c[i] == (gunichar)open)
			stack[depth++] = i;
		else if (f->c[i] == (gunichar)close && depth > 0) {
			partner[i] = stack[--depth];
			partner[partner[i]] = i;
		}
	}
	return partner;
}

/* Both brackets are of one kind: what stands in them tells, and beside round
 * ones what stands beside either; [1] after a word is a reference. */
static void look_brackets(finder *f, char open, char close)
{
	g_autofree size_t *partner = partners_of(f, open, close);
	g_autofree size_t *han = g_new0(size_t, f->n + 2);
	bool round = open == '(';

	for (size_t i = 0; i < f->n; i++)
		han[i + 1] = han[i] + is_han(f->c[i]);
	for (size_t i = 0; i < f->n; i++) {
		size_t to = partner[i];
		bool chinese = round && touches_han(f, i, 1);

		if (f->c[i] != (gunichar)open && f->c[i] != (gunichar)close)
			continue;
		if (to < f->n)
			chinese |= han[MAX(i, to)] > han[MIN(i, to)] ||
				   (round && touches_han(f, to, 1));
		if (chinese)
			find(f, JB_SUSPECT_BRACKET, i, 1, full_width(f->c[i]));
	}
}

/* Is the straight quote at i one of Chinese?  to: its partner, n if none. */
static bool is_chinese_quote(const finder *f, size_t i, size_t to)
{
	bool chinese = is_chinese(before(f, i)) || is_chinese(behind(f, i + 1));

	for (size_t k = i; k < to && to < f->n && !chinese; k++)
		chinese = is_han(f->c[k]);
	return chinese;
}

/* Straight quotes have no sides: they take turns. */
static void look_straight(finder *f, gunichar mark, const char *const sides[2])
{
	size_t open = f->n;

	for (size_t i = 0; i <= f->n; i++) {
		bool letters = is_latin(at(f, i - 1)) && is_latin(at(f, i + 1));
		bool paired = open < f->n && i < f->n;

		if (i < f->n && (f->c[i] != mark || letters))
			continue;
		if (open == f->n) {
			open = i;
			continue;
		}
		if (is_chinese_quote(f, open, i) ||
			(paired && is_chinese_quote(f, i, f->n))) {
			find(f, JB_SUSPECT_QUOTE, open, 1, sides[0]);
			if (paired)
				find(f, JB_SUSPECT_QUOTE, i, 1, sides[1]);
		}
		open = f->n;
	}
}

/* ---- rows of marks ---- */

static size_t look_doubled(finder *f, size_t i)
{
	size_t n = 1;

	if (is_pause(f->c[i]) && row_of(f, i) >= 3 && f->c[i] != 0xFF1A) {
		n = row_of(f, i);
		find(f,
			f->c[i] == 0x3002 ? JB_SUSPECT_DOTS
					  : JB_SUSPECT_DOUBLED,
			i, n, f->c[i] == 0x3002 ? "……" : NULL);
		return i + n;
	}
	while (is_pause(at(f, i + n)) ||
		(is_pause(f->c[i + n - 1]) && is_stop(at(f, i + n))))
		n++;
	if (n > 1) {
		const char *one =
			row_of(f, i) == n
				? jb_strndup(f->arena, f->text + f->byte[i],
					  f->byte[i + 1] - f->byte[i])
				: NULL;

		find(f, JB_SUSPECT_DOUBLED, i, n, one);
	}
	return i + n;
}

static size_t look_dots(finder *f, size_t i)
{
	gunichar c = f->c[i];
	size_t n = row_of(f, i);
	bool beside = is_chinese(before(f, i)) || is_chinese(behind(f, i + n));

	if (beside &&
		((c == '.' && n > 1) || (c != '.' && c != 0x2026 && n > 2)))
		find(f, JB_SUSPECT_DOTS, i, n, "……");
	else if (c == 0x2026 && n % 2 == 1 && beside && !is_latin(before(f, i)))
		find(f, JB_SUSPECT_DOTS, i, n, "……");
	return c == '.' && n == 1 ? look_mark(f, i) : i + n;
}

/* A single — between Han joins places and times (GB/T 15834 4.13); at a pause
 * it is half of a dash. */
static size_t look_dash(finder *f, size_t i)
{
	gunichar c = f->c[i], left = before(f, i);
	size_t n = row_of(f, i);
	gunichar right = behind(f, i + n);
	bool blanks = is_blank(at(f, i - 1)) || is_blank(at(f, i + n));
	bool beside = is_chinese(left) || is_chinese(right);

	if (c == 0xFF0D && n == 1 && is_han(left) && is_han(right)) {
		find(f, JB_SUSPECT_DASH, i, n, "-"); /* 让-皮埃尔 */
	} else if (c == '-' ? n > 1 : c != 0x2014) {
		if (beside && (c == '-' || n > 1 || c != 0x2013))
			find(f, JB_SUSPECT_DASH, i, n, "——");
	} else if (c == 0x2014 && beside && n % 2 == 1) {
		if (n > 1 || blanks || !left || !right || is_wide_mark(left) ||
			is_pause(right) || is_stop(right))
			find(f, JB_SUSPECT_DASH, i, n, "——");
	}
	return i + n;
}

/* ---- spaces, and what is not seen ---- */

static size_t look_space(finder *f, size_t i)
{
	size_t n = 1;
	gunichar left = at(f, i - 1), right;

	while (is_blank(at(f, i + n)))
		n++;
	right = at(f, i + n);
	if (i == 0 && is_chinese(right))
		find(f, JB_SUSPECT_INDENT, i, n, "");
	else if (is_han(left) && is_han(right) && n == 1 && f->c[i] == 0x3000)
		return i + n; /* a gap that is meant: 目　录 */
	else if (i > 0 && i + n < f->n &&
		 ((is_chinese(left) && is_chinese(right)) ||
			 is_wide_mark(left) || is_wide_mark(right)))
		find(f, JB_SUSPECT_SPACE, i, n, "");
	return i + n;
}

static bool is_invisible(gunichar c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
	       c == 0xFEFF || c == 0xFFFD;
}

/* ---- digits, letters, look-alikes ---- */

static bool is_wide_letter(gunichar c)
{
	return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
	       (c >= 0xFF41 && c <= 0xFF5A);
}

static size_t look_wide(finder *f, size_t i)
{
	g_autoptr(GString) half = g_string_new(NULL);
	size_t n = 0;

	for (; is_wide_letter(at(f, i + n)); n++)
		g_string_append_c(half, (char)(f->c[i + n] - 0xFEE0));
	find(f, JB_SUSPECT_WIDE, i, n,
		jb_strndup(f->arena, half->str, half->len));
	return i + n;
}

/* A radical or compatibility form that copying from some PDFs leaves. */
static const char *character_of(jb_arena *arena, gunichar c)
{
	char text[6];
	int n = g_unichar_to_utf8(c, text);
	g_autofree char *plain = g_utf8_normalize(text, n, G_NORMALIZE_NFKC);

	if (!plain || !strncmp(plain, text, (size_t)n))
		return NULL;
	return jb_strdup(arena, plain);
}

static size_t look_alike(finder *f, size_t i)
{
	gunichar c = f->c[i], left = at(f, i - 1), right = at(f, i + 1);
	const char *instead = NULL;

	if (c == 0x30FC && !is_kana(left) && (is_han(left) || is_han(right)))
		instead = "一";
	else if (c == 0x25CB && (is_numeral(left) || is_numeral(right)))
		instead = "〇";
	else if (one_of(c, "•・⋅∙") && is_han(left) && is_han(right))
		instead = "·";
	else if ((c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF))
		instead = character_of(f->arena, c);
	if (instead)
		find(f, JB_SUSPECT_LOOKALIKE, i, 1, instead);
	return i + 1;
}

/* ---- numbers of items ---- */

/* The end of a number that stands at the start of a sentence, else i. */
static size_t number_end(const finder *f, size_t i)
{
	size_t n = i;

	if (i > 0 && !one_of(f->c[i - 1], "。；："))
		return i;
	while (n < i + 2 && (g_ascii_isdigit((char)at(f, n)) && at(f, n) < 128))
		n++;
	if (n == i && at(f, i) < 128 && g_ascii_isalpha((char)at(f, i)))
		n++;
	return n;
}

/* 1、 A、 and （一）、 where the standard writes 1. A. and （一） */
static void look_number(finder *f, size_t i)
{
	size_t n = number_end(f, i);
	gunichar next = at(f, n + 1);

	if (n > i && at(f, n) == 0x3001 && !is_latin(next)) {
		g_autofree char *point = g_strdup_printf("%.*s.",
			(int)(f->byte[n] - f->byte[i]), f->text + f->byte[i]);

		find(f, JB_SUSPECT_NUMBER, i, n + 1 - i,
			jb_strdup(f->arena, point));
	} else if ((f->c[i] >= 0x2460 && f->c[i] <= 0x2473 &&
			   at(f, i + 1) == 0x3001 &&
			   !(at(f, i + 2) >= 0x2460 &&
				   at(f, i + 2) <= 0x2473))) {
		find(f, JB_SUSPECT_NUMBER, i + 1, 1, "");
	}
	if (i == 0 && (f->c[0] == 0xFF08 || f->c[0] == '(')) {
		for (n = 1;
			is_numeral(at(f, n)) ||
			(at(f, n) < 128 && g_ascii_isdigit((char)at(f, n)));)
			n++;
		if (n > 1 && (at(f, n) == 0xFF09 || at(f, n) == ')') &&
			at(f, n + 1) == 0x3001)
			find(f, JB_SUSPECT_NUMBER, n + 1, 1, "");
	}
}

/* ---- pairs ---- */

typedef struct opened {
	size_t i;
	gunichar close;
	bool nested;
} opened;

/* Deeper is no text, and not looked through again and again. */
enum { DEPTH_MAX = 64 };

/* The closing partner of an opening mark, 0 for others. */
static gunichar closing(gunichar c)
{
	static const char *const pairs[] = {"“”", "‘’", "「」", "『』", "（）",
		"《》", "〈〉", "【】", "〔〕", "［］", "｛｝"};

	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (g_utf8_get_char(pairs[i]) == c)
			return g_utf8_get_char(g_utf8_next_char(pairs[i]));
	return 0;
}

static bool is_closing(gunichar c)
{
	return one_of(c, "”’」』）》〉】〕］｝");
}

/* ’ of It’s and ’90s, and the ） of 1） have no partner. */
static bool stands_alone(const finder *f, size_t i)
{
	gunichar left = at(f, i - 1), right = at(f, i + 1);
	size_t n = i;

	if (f->c[i] == 0x2019)
		return is_latin(left) || is_latin(right);
	if (f->c[i] != 0xFF09)
		return false;
	while (n > 0 && i - n < 3 &&
		(is_latin(f->c[n - 1]) || is_numeral(f->c[n - 1])))
		n--;
	return n < i &&
	       (n == 0 || is_wide_mark(f->c[n - 1]) || is_blank(f->c[n - 1]));
}

/* What marks within marks of a kind are. */
static const char *within(gunichar open)
{
	static const char *const pairs[] = {
		"“‘", "‘“", "《〈", "〈《", "「『", "『「"};

	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (g_utf8_get_char(pairs[i]) == open)
			return g_utf8_next_char(pairs[i]);
	return NULL;
}

static void close_pair(finder *f, GArray *open, size_t i)
{
	for (guint k = open->len; k > 0 && open->len - k < DEPTH_MAX; k--) {
		opened *o = &g_array_index(open, opened, k - 1);

		if (o->close != f->c[i])
			continue;
		/* what was opened within and never closed */
		for (guint m = k; m < open->len; m++)
			find(f, JB_SUSPECT_UNPAIRED,
				g_array_index(open, opened, m).i, 1, NULL);
		if (o->nested)
			find(f, JB_SUSPECT_NESTED, o->i, 1, within(f->c[o->i]));
		g_array_set_size(open, k - 1);
		return;
	}
	if (!stands_alone(f, i))
		find(f, JB_SUSPECT_UNPAIRED, i, 1, NULL);
}

static void look_pairs(finder *f)
{
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(opened));

	for (size_t i = 0; i < f->n; i++) {
		opened o = {i, closing(f->c[i]), false};

		if (is_closing(f->c[i]) &&
			!(f->c[i] == 0x2019 && is_latin(at(f, i - 1)) &&
				is_latin(at(f, i + 1))))
			close_pair(f, open, i);
		if (!o.close)
			continue;
		/* directly within the same: （ ） may be, “ ” may not */
		o.nested = open->len && f->c[i] != 0xFF08 &&
			   g_array_index(open, opened, open->len - 1).close ==
				   o.close;
		g_array_append_val(open, o);
	}
	for (guint k = 0; k < open->len; k++)
		find(f, JB_SUSPECT_UNPAIRED, g_array_index(open, opened, k).i,
			1, NULL);
}

/* Curved and corner quotes: the later kind is said, once. */
static void look_mixed(finder *f)
{
	int first = 0;

	for (size_t i = 0; i < f->n; i++) {
		int kind = f->c[i] == 0x201C ? 1 : f->c[i] == 0x300C ? 2 : 0;

		if (!kind || !(is_chinese(before(f, i)) ||
				     is_chinese(behind(f, i + 1))))
			continue;
		if (first && kind != first) {
			find(f, JB_SUSPECT_MIXED, i, 1,
				first == 1 ? "“" : "「");
			return;
		}
		first = kind;
	}
}

/* ---- all of it ---- */

static size_t look(finder *f, size_t i)
{
	gunichar c = f->c[i];

	if (c < 128 && g_ascii_isalpha((char)c))
		return i + 1;
	look_number(f, i);
	if (is_blank(c))
		return look_space(f, i);
	if (is_pause(c) || is_stop(c))
		return look_doubled(f, i);
	if (one_of(c, ".…·・") && (c == '.' || c == 0x2026 || row_of(f, i) > 2))
		return look_dots(f, i);
	if (one_of(c, "-—–―─－"))
		return look_dash(f, i);
	if (is_wide_letter(c))
		return look_wide(f, i);
	if (is_invisible(c)) {
		find(f, JB_SUSPECT_INVISIBLE, i, 1, "");
		return i + 1;
	}
	return c < 128 ? look_mark(f, i) : look_alike(f, i);
}

static void read_characters(finder *f)
{
	const char *p = f->text, *end = p + f->len;

	f->c = g_new(gunichar, f->len + 1);
	f->byte = g_new(size_t, f->len + 2);
	for (; p < end; p = g_utf8_next_char(p), f->n++) {
		f->c[f->n] = g_utf8_get_char(p);
		f->byte[f->n] = (size_t)(p - f->text);
	}
	f->byte[f->n] = f->len;
}

static int by_place(const void *pa, const void *pb)
{
	const jb_suspect *a = pa, *b = pb;

	if (a->byte != b->byte)
		return a->byte < b->byte ? -1 : 1;
	return a->kind < b->kind ? -1 : a->kind > b->kind;
}

GArray *jb_suspects(jb_arena *arena, const char *text, size_t len)
{
	static const char *const twofold[2] = {"“", "”"}, *const single[2] = {
								  "‘", "’"};
	finder f = {.arena = arena, .text = text, .len = len};

	f.found = g_array_new(FALSE, FALSE, sizeof(jb_suspect));
	jb_arena_defer(arena, (void (*)(void *))g_array_unref, f.found);
	read_characters(&f);
	for (size_t i = 0; i < f.n;)
		i = look(&f, i);
	look_brackets(&f, '(', ')');
	look_brackets(&f, '[', ']');
	look_straight(&f, '"', twofold);
	look_straight(&f, '\'', single);
	look_pairs(&f);
	look_mixed(&f);
	g_array_sort(f.found, by_place);
	g_free(f.c);
	g_free(f.byte);
	return f.found;
}

bool jb_suspect_runs_on(const jb_suspect *s, const char *next)
{
	return next && s->kind == JB_SUSPECT_UNPAIRED && s->byte == 0 &&
	       g_str_has_prefix(next, s->found);
}

/* ---- in words ---- */

static const struct {
	const char *word, *what;
} kinds[] = {
	[JB_SUSPECT_MARK] = {"half-width-mark", "half-width “%s” in Chinese "
						"text"},
	[JB_SUSPECT_BRACKET] = {"half-width-bracket",
		"half-width “%s” in Chinese text"},
	[JB_SUSPECT_QUOTE] = {"half-width-quote",
		"half-width “%s” in Chinese text"},
	[JB_SUSPECT_DOUBLED] = {"doubled-marks", "marks in a row: “%s”"},
	[JB_SUSPECT_SPACE] = {"stray-space", "stray space in Chinese text"},
	[JB_SUSPECT_INDENT] = {"typed-indent", "an indent typed as spaces"},
	[JB_SUSPECT_WIDE] = {"full-width-letters", "full-width “%s”"},
	[JB_SUSPECT_MIXED] = {"mixed-quotes",
		"“%s” where other quotation marks are used"},
	[JB_SUSPECT_UNPAIRED] = {"unpaired", "“%s” has no partner"},
	[JB_SUSPECT_NESTED] = {"nested", "“%s” within the same marks"},
	[JB_SUSPECT_DASH] = {"wrong-dash", "“%s” is no Chinese dash"},
	[JB_SUSPECT_DOTS] = {"wrong-dots", "“%s” is no Chinese ellipsis"},
	[JB_SUSPECT_NUMBER] = {"number-mark", "“%s” after an item's number"},
	[JB_SUSPECT_LOOKALIKE] = {"look-alike", "“%s” looks like another "
						"character"},
	[JB_SUSPECT_INVISIBLE] = {"invisible", "an invisible character"},
};

const char *jb_suspect_word(jb_suspect_kind kind)
{
	return kinds[kind].word;
}

char *jb_suspect_what(jb_arena *arena, const jb_suspect *s)
{
	const char *what = kinds[s->kind].what;
	const char *hole = strstr(what, "%s");

	if (s->kind == JB_SUSPECT_INVISIBLE)
		return jb_sprintf(
			arena, "%s, U+%04X", what, g_utf8_get_char(s->found));
	if (!hole)
		return jb_strdup(arena, what);
	return jb_sprintf(arena, "%.*s%s%s", (int)(hole - what), what, s->found,
		hole + 2);
}

char *jb_suspect_hint(jb_arena *arena, const jb_suspect *s)
{
	bool number = s->kind == JB_SUSPECT_WIDE;

	if (s->kind == JB_SUSPECT_INDENT)
		return jb_strdup(arena, "delete them; styles have an `indent`");
	if (s->instead && !*s->instead)
		return jb_strdup(arena, "delete it");
	if (s->instead)
		return jb_sprintf(arena, "%s writes “%s”",
			number ? "GB/T 15835" : "GB/T 15834", s->instead);
	if (s->kind == JB_SUSPECT_DOUBLED)
		return jb_strdup(arena, "write one of them");
	return jb_strdup(arena, "marks of this kind come in pairs");
}
