/* suspect.c - slips of the keyboard, found one character at a time.
 */
#include "base/suspect-parts.h"

#include <string.h>

/* ---- half-width marks ---- */

static void look_point(jb_finder *f, size_t i)
{
	gunichar next = jb_finder_at(f, i + 1);
	bool numbered =
		jb_is_numeral(jb_finder_at(f, i - 1)) && (i < 2 || i == 2);

	if (!jb_is_chinese(jb_finder_at(f, i - 1)) ||
		(next < 128 && g_unichar_isalnum(next)))
		return;
	jb_finder_add(f, JB_SUSPECT_MARK, i, 1, numbered ? "、" : "。");
}

static size_t look_mark(jb_finder *f, size_t i)
{
	gunichar c = f->c[i];

	if (c == '.' && jb_finder_row(f, i) == 1)
		look_point(f, i);
	else if (c < 128 && strchr(",;:?!", (int)c) &&
		 (jb_finder_touches_han(f, i, 1) ||
			 jb_is_wide_mark(jb_finder_at(f, i - 1))))
		jb_finder_add(f, JB_SUSPECT_MARK, i, 1, jb_full_width(c));
	return i + 1;
}

/* ---- rows of marks ---- */

static size_t look_doubled(jb_finder *f, size_t i)
{
	size_t n = 1;

	if (jb_is_pause(f->c[i]) && jb_finder_row(f, i) >= 3 &&
		f->c[i] != 0xFF1A) {
		n = jb_finder_row(f, i);
		jb_finder_add(f,
			f->c[i] == 0x3002 ? JB_SUSPECT_DOTS
					  : JB_SUSPECT_DOUBLED,
			i, n, f->c[i] == 0x3002 ? "……" : NULL);
		return i + n;
	}
	while (jb_is_pause(jb_finder_at(f, i + n)) ||
		(jb_is_pause(f->c[i + n - 1]) &&
			jb_is_stop(jb_finder_at(f, i + n))))
		n++;
	if (n > 1) {
		const char *one =
			jb_finder_row(f, i) == n
				? jb_strndup(f->arena, f->text + f->byte[i],
					  f->byte[i + 1] - f->byte[i])
				: NULL;

		jb_finder_add(f, JB_SUSPECT_DOUBLED, i, n, one);
	}
	return i + n;
}

static size_t look_dots(jb_finder *f, size_t i)
{
	gunichar c = f->c[i];
	size_t n = jb_finder_row(f, i);
	bool beside = jb_is_chinese(jb_finder_before(f, i)) ||
		      jb_is_chinese(jb_finder_behind(f, i + n));

	if (beside &&
		((c == '.' && n > 1) || (c != '.' && c != 0x2026 && n > 2)))
		jb_finder_add(f, JB_SUSPECT_DOTS, i, n, "……");
	else if (c == 0x2026 && n % 2 == 1 && beside &&
		 !jb_is_latin(jb_finder_before(f, i)))
		jb_finder_add(f, JB_SUSPECT_DOTS, i, n, "……");
	return c == '.' && n == 1 ? look_mark(f, i) : i + n;
}

/* A single — between Han joins places and times (GB/T 15834 4.13); at a pause
 * it is half of a dash. */
static size_t look_dash(jb_finder *f, size_t i)
{
	gunichar c = f->c[i], left = jb_finder_before(f, i);
	size_t n = jb_finder_row(f, i);
	gunichar right = jb_finder_behind(f, i + n);
	bool blanks = jb_is_blank(jb_finder_at(f, i - 1)) ||
		      jb_is_blank(jb_finder_at(f, i + n));
	bool beside = jb_is_chinese(left) || jb_is_chinese(right);

	if (c == 0xFF0D && n == 1 && jb_is_han(left) && jb_is_han(right)) {
		jb_finder_add(f, JB_SUSPECT_DASH, i, n, "-"); /* 让-皮埃尔 */
	} else if (c == '-' ? n > 1 : c != 0x2014) {
		if (beside && (c == '-' || n > 1 || c != 0x2013))
			jb_finder_add(f, JB_SUSPECT_DASH, i, n, "——");
	} else if (c == 0x2014 && beside && n % 2 == 1) {
		if (n > 1 || blanks || !left || !right ||
			jb_is_wide_mark(left) || jb_is_pause(right) ||
			jb_is_stop(right))
			jb_finder_add(f, JB_SUSPECT_DASH, i, n, "——");
	}
	return i + n;
}

/* ---- spaces, and what is not seen ---- */

enum { BYLINE = 40 }; /* characters, at most */

/* Behind a law's number (第二条 …), or in the line of who wrote it
 * （记者 王小明）: there a gap is the custom. */
static bool is_custom(const jb_finder *f, size_t i)
{
	size_t k = i;

	if (f->c[0] == 0x7B2C && jb_one_of(f->c[i - 1], "编章节条款篇部卷回课"))
		return i <= 10;
	while (k > 0 && i - k < BYLINE && !jb_one_of(f->c[k], "（）"))
		k--;
	if (f->c[k] != 0xFF08 || k + 2 >= i)
		return false;
	return g_str_has_prefix(f->text + f->byte[k + 1], "记者") ||
	       g_str_has_prefix(f->text + f->byte[k + 1], "通讯员") ||
	       g_str_has_prefix(f->text + f->byte[k + 1], "编辑");
}

static size_t look_space(jb_finder *f, size_t i)
{
	size_t n = 1;
	gunichar left = jb_finder_at(f, i - 1), right;

	while (jb_is_blank(jb_finder_at(f, i + n)))
		n++;
	right = jb_finder_at(f, i + n);
	if (i == 0 && jb_is_chinese(right))
		jb_finder_add(f, JB_SUSPECT_INDENT, i, n, "");
	else if (jb_is_han(left) && jb_is_han(right) && n == 1 &&
		 f->c[i] == 0x3000)
		return i + n; /* a gap that is meant: 目　录 */
	else if (jb_is_han(left) && jb_is_han(right) && is_custom(f, i))
		return i + n;
	else if (i > 0 && i + n < f->n &&
		 ((jb_is_chinese(left) && jb_is_chinese(right)) ||
			 jb_is_wide_mark(left) || jb_is_wide_mark(right)))
		jb_finder_add(f, JB_SUSPECT_SPACE, i, n, "");
	return i + n;
}

static bool is_invisible(gunichar c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
	       c == 0xFEFF || c == 0xFFFD;
}

/* Not for nothing: a hyphen to be in a Latin word, a joiner in an emoji or in
 * a script that has such. */
static bool is_at_work(const jb_finder *f, size_t i)
{
	gunichar c = f->c[i];
	gunichar left = jb_finder_at(f, i - 1), right = jb_finder_at(f, i + 1);

	if (c == 0xAD)
		return jb_is_latin(left) && jb_is_latin(right);
	return (c == 0x200C || c == 0x200D) && left >= 0x300 &&
	       right >= 0x300 && !jb_is_chinese(left) && !jb_is_chinese(right);
}

/* ---- digits, letters, look-alikes ---- */

static bool is_wide_letter(gunichar c)
{
	return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
	       (c >= 0xFF41 && c <= 0xFF5A);
}

static size_t look_wide(jb_finder *f, size_t i)
{
	g_autoptr(GString) half = g_string_new(NULL);
	size_t n = 0;

	for (; is_wide_letter(jb_finder_at(f, i + n)); n++)
		g_string_append_c(half, (char)(f->c[i + n] - 0xFEE0));
	jb_finder_add(f, JB_SUSPECT_WIDE, i, n,
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

static size_t look_alike(jb_finder *f, size_t i)
{
	gunichar c = f->c[i], left = jb_finder_at(f, i - 1),
		 right = jb_finder_at(f, i + 1);
	const char *instead = NULL;

	if (c == 0x30FC && !jb_is_kana(left) &&
		(jb_is_han(left) || jb_is_han(right)))
		instead = "一";
	else if (c == 0x25CB && (jb_is_numeral(left) || jb_is_numeral(right)))
		instead = "〇";
	else if (jb_one_of(c, "•・⋅∙") && jb_is_han(left) && jb_is_han(right))
		instead = "·";
	else if ((c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF))
		instead = character_of(f->arena, c);
	if (instead)
		jb_finder_add(f, JB_SUSPECT_LOOKALIKE, i, 1, instead);
	return i + 1;
}

/* ---- numbers of items ---- */

/* The end of a number that stands at the start of a sentence, else i. */
static size_t number_end(const jb_finder *f, size_t i)
{
	size_t n = i;

	if (i > 0 && !jb_one_of(f->c[i - 1], "。；："))
		return i;
	while (n < i + 2 && (g_ascii_isdigit((char)jb_finder_at(f, n)) &&
				    jb_finder_at(f, n) < 128))
		n++;
	if (n == i && jb_finder_at(f, i) < 128 &&
		g_ascii_isalpha((char)jb_finder_at(f, i)))
		n++;
	return n;
}

/* 1、 A、 and （一）、 where the standard writes 1. A. and （一） */
static void look_number(jb_finder *f, size_t i)
{
	size_t n = number_end(f, i);
	gunichar next = jb_finder_at(f, n + 1);

	if (n > i && jb_finder_at(f, n) == 0x3001 && !jb_is_latin(next)) {
		g_autofree char *point = g_strdup_printf("%.*s.",
			(int)(f->byte[n] - f->byte[i]), f->text + f->byte[i]);

		jb_finder_add(f, JB_SUSPECT_NUMBER, i, n + 1 - i,
			jb_strdup(f->arena, point));
	} else if ((f->c[i] >= 0x2460 && f->c[i] <= 0x2473 &&
			   jb_finder_at(f, i + 1) == 0x3001 &&
			   !(jb_finder_at(f, i + 2) >= 0x2460 &&
				   jb_finder_at(f, i + 2) <= 0x2473))) {
		jb_finder_add(f, JB_SUSPECT_NUMBER, i + 1, 1, "");
	}
	if (i == 0 && (f->c[0] == 0xFF08 || f->c[0] == '(')) {
		for (n = 1; jb_is_numeral(jb_finder_at(f, n)) ||
			    (jb_finder_at(f, n) < 128 &&
				    g_ascii_isdigit((char)jb_finder_at(f, n)));)
			n++;
		if (n > 1 &&
			(jb_finder_at(f, n) == 0xFF09 ||
				jb_finder_at(f, n) == ')') &&
			jb_finder_at(f, n + 1) == 0x3001)
			jb_finder_add(f, JB_SUSPECT_NUMBER, n + 1, 1, "");
	}
}

/* ---- all of it ---- */

static size_t look(jb_finder *f, size_t i)
{
	gunichar c = f->c[i];

	if (c < 128 && g_ascii_isalpha((char)c))
		return i + 1;
	look_number(f, i);
	if (jb_is_blank(c))
		return look_space(f, i);
	if (jb_is_pause(c) || jb_is_stop(c))
		return look_doubled(f, i);
	if (jb_one_of(c, ".…·・") &&
		(c == '.' || c == 0x2026 || jb_finder_row(f, i) > 2))
		return look_dots(f, i);
	if (jb_one_of(c, "-—–―─－"))
		return look_dash(f, i);
	if (is_wide_letter(c))
		return look_wide(f, i);
	if (is_invisible(c)) {
		if (!is_at_work(f, i))
			jb_finder_add(f, JB_SUSPECT_INVISIBLE, i, 1, "");
		return i + 1;
	}
	return c < 128 ? look_mark(f, i) : look_alike(f, i);
}

static void read_characters(jb_finder *f)
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
	jb_finder f = {.arena = arena, .text = text, .len = len};

	f.found = g_array_new(FALSE, FALSE, sizeof(jb_suspect));
	jb_arena_defer(arena, (void (*)(void *))g_array_unref, f.found);
	read_characters(&f);
	for (size_t i = 0; i < f.n;)
		i = look(&f, i);
	jb_look_brackets(&f, '(', ')');
	jb_look_brackets(&f, '[', ']');
	jb_look_straight(&f, '"', twofold);
	jb_look_straight(&f, '\'', single);
	jb_look_pairs(&f);
	jb_look_mixed(&f);
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
