/* classes.c - the class of each character, alone and in its paragraph.
 *
 * Unicode gives Chinese and Latin the same “ ” ‘ ’ — … ·, so a mark's width,
 * font and breaks follow from its neighbours, not from its number.  Everything
 * is decided here, before a font is chosen.
 */
#include "text/classes.h"

static bool is_ideograph(gunichar c)
{
	return (c >= 0x2e80 && c <= 0x2fdf) || c == 0x3007 ||
	       (c >= 0x3021 && c <= 0x3029) || (c >= 0x3041 && c <= 0x30fa) ||
	       (c >= 0x3105 && c <= 0x31bf) || (c >= 0x31f0 && c <= 0x31ff) ||
	       (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
	       (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
	       (c >= 0x20000 && c <= 0x3ffff);
}

static bool is_wide_digit(gunichar c)
{
	return (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) ||
	       (c >= 0xff41 && c <= 0xff5a);
}

/* Arrows, numbers in circles, box drawing, geometric shapes, CJK symbols. */
static bool is_symbol(gunichar c)
{
	return (c >= 0x2190 && c <= 0x21ff) || (c >= 0x2300 && c <= 0x27bf) ||
	       (c >= 0x2b00 && c <= 0x2bff) || (c >= 0x3003 && c <= 0x303f) ||
	       (c >= 0x3200 && c <= 0x33ff) || (c >= 0xff00 && c <= 0xffef) ||
	       (c >= 0x1f000 && c <= 0x1faff) || c == 0x203b;
}

static bool is_space(gunichar c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == 0x3000 ||
	       (c >= 0x2000 && c <= 0x200a) || c == 0x205f;
}

/* clreq #prohibition-rules: what each kind of mark is. */
static bool class_of_mark(gunichar c, jb_class *cls)
{
	static const struct {
		jb_class cls;
		const char *set;
	} table[] = {
		{JB_SHARED, "“”‘’—…·"},
		{JB_OPEN, "「『（〔［｛《〈【〖〝｟"},
		{JB_CLOSE, "」』）〕］｝》〉】〗〞〟｠"},
		{JB_COMMA, "，、；："},
		{JB_STOP, "。！？．"},
		{JB_MID, "・‧•"},
		{JB_CONN, "～〜"},
		{JB_LONG, "⸺⋯─"},
		{JB_SOLIDUS, "／＼｜"},
		{JB_PREFIX, "￥＄￡№＃＠"},
		{JB_SUFFIX, "％‰‱℃℉￠′″"},
		{JB_SMALL, "々〻ーぁぃぅぇぉっゃゅょゎゕゖ"
			   "ァィゥェォッャュョヮヵヶ"},
		{JB_BREAK, "\n\v\f\xe2\x80\xa8\xe2\x80\xa9"},
		{JB_JOINER, "\xe2\x81\xa0\xef\xbb\xbf"},
		{JB_SPLIT, "\xe2\x80\x8b"},
		{JB_SOFT, "\xc2\xad"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		if (jb_char_in(c, table[i].set)) {
			*cls = table[i].cls;
			return true;
		}
	}
	return false;
}

jb_class jb_char_class(gunichar c)
{
	jb_class cls;

	/* most of a report: spare it the table */
	if (c >= 0x4e00 && c <= 0x9fff)
		return JB_HAN;
	if (is_space(c))
		return JB_SPACE;
	if (c == 0 || (c >= 0x20 && c < 0xb7 && c != 0xad))
		return JB_WEST;
	if (class_of_mark(c, &cls))
		return cls;
	if (is_ideograph(c))
		return JB_HAN;
	if (is_wide_digit(c))
		return JB_WIDE;
	return is_symbol(c) ? JB_SYMBOL : JB_WEST;
}

bool jb_char_wants_gap(gunichar c)
{
	return g_unichar_isalnum(c) || jb_char_in(c, "%+°$¥€£#@&=−±≥≤<>*′″");
}

bool jb_char_is_unit(gunichar c)
{
	return jb_char_in(c,
		"万亿千百十元个年月日号时分秒岁人次户吨亩米里斤度"
		"余多所家条座项种类名位台辆套倍点期批届间层级件篇份字"
		"公平立克升周天");
}

/* Context */

/* Per mille and degree signs stand in any language. */
static bool is_chinese(unsigned cls)
{
	return cls <= JB_WIDE && cls != JB_PREFIX && cls != JB_SUFFIX;
}

/* The nearest neighbour that is decided, over spaces and shared marks: +1
 * Chinese, -1 Latin, 0 nothing (the paragraph's edge or a symbol). */
static int side(const jb_char *chars, size_t n, size_t at, int step)
{
	for (size_t i = at + (size_t)step; i < n; i += (size_t)step) {
		unsigned cls = chars[i].cls;
		if (cls == JB_SHARED || cls >= JB_JOINER || cls == JB_SPACE)
			continue;
		if (cls == JB_BREAK)
			return 0;
		if (is_chinese(cls))
			return 1;
		if (cls == JB_WEST)
			return -1;
	}
	return 0;
}

static bool west_letter(const jb_char *chars, size_t n, size_t i)
{
	return i < n && chars[i].cls == JB_WEST &&
	       g_unichar_isalnum(chars[i].c);
}

static bool is_apostrophe(const jb_char *chars, size_t n, size_t i)
{
	return chars[i].c == 0x2019 && i > 0 && west_letter(chars, n, i - 1) &&
	       west_letter(chars, n, i + 1);
}

static bool encloses_han(const jb_char *chars, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_chinese(chars[i].cls))
			return true;
	return false;
}

static void set_quote(jb_char *ch, bool chinese)
{
	bool open = ch->c == 0x201c || ch->c == 0x2018;

	ch->cls = !chinese ? JB_WEST : open ? JB_OPEN : JB_CLOSE;
}

/* A pair is Chinese if it holds any Han or touches Chinese text outside. */
static void resolve_pair(jb_char *chars, size_t n, size_t open, size_t close)
{
	bool chinese = encloses_han(chars, open + 1, close) ||
		       side(chars, n, open, -1) > 0 ||
		       side(chars, n, close, 1) > 0;

	set_quote(&chars[open], chinese);
	set_quote(&chars[close], chinese);
}

/* Finds the pairs, outer ones first: what an outer pair becomes is a
 * neighbour of the inner one. */
static void resolve_quotes(jb_char *chars, size_t n)
{
	size_t *close_of = g_new0(size_t, n + 1);
	size_t *stack = g_new(size_t, n + 1), depth = 0;

	for (size_t i = 0; i < n; i++) {
		gunichar c = chars[i].c;
		if (is_apostrophe(chars, n, i))
			chars[i].cls = JB_WEST;
		else if (c == 0x201c || c == 0x2018)
			stack[depth++] = i;
		else if ((c == 0x201d || c == 0x2019) && depth &&
			 chars[stack[depth - 1]].c == c - 1)
			close_of[stack[--depth]] = i;
	}
	for (size_t i = 0; i < n; i++) {
		if (close_of[i])
			resolve_pair(chars, n, i, close_of[i]);
		else if (chars[i].cls == JB_SHARED &&
			 jb_char_in(chars[i].c, "“”‘’"))
			set_quote(&chars[i], side(chars, n, i, -1) > 0 ||
						     side(chars, n, i, 1) > 0);
	}
	g_free(stack);
	g_free(close_of);
}

static bool between_digits(const jb_char *chars, size_t n, size_t i)
{
	return i > 0 && i + 1 < n && g_unichar_isdigit(chars[i - 1].c) &&
	       g_unichar_isdigit(chars[i + 1].c);
}

/* — … ·: Chinese unless Latin stands on both sides; doubled dashes and dots
 * are Chinese wherever the paragraph is, and so is the dash of a span of
 * numbers: 1—6月 (GB/T 15834 4.13). */
static void resolve_mark(jb_char *chars, size_t n, size_t from, size_t to)
{
	gunichar c = chars[from].c;
	bool latin = side(chars, n, from, -1) < 0 &&
		     side(chars, n, to - 1, 1) < 0 && to - from == 1 &&
		     !between_digits(chars, n, from);
	jb_class cls = latin	       ? JB_WEST
		       : c == 0xb7     ? JB_MID
		       : c == 0x2026   ? JB_LONG
		       : to - from > 1 ? JB_LONG
				       : JB_CONN;

	for (size_t i = from; i < to; i++)
		chars[i].cls = (uint8_t)cls;
}

static void resolve_marks(jb_char *chars, size_t n)
{
	for (size_t i = 0, end; i < n; i = end) {
		end = i + 1;
		if (chars[i].cls != JB_SHARED || !jb_char_in(chars[i].c, "—…·"))
			continue;
		while (end < n && chars[end].c == chars[i].c)
			end++;
		resolve_mark(chars, n, i, end);
	}
}

/* An en dash is set with the letters; between Han it is a connector. */
static void resolve_dashes(jb_char *chars, size_t n)
{
	for (size_t i = 1; i + 1 < n; i++)
		if (chars[i].c == 0x2013 && is_chinese(chars[i - 1].cls) &&
			is_chinese(chars[i + 1].cls))
			chars[i].cls = JB_CONN;
}

/* The point of a full-width number, as in ３．５, is a digit among digits. */
static void resolve_points(jb_char *chars, size_t n)
{
	for (size_t i = 1; i + 1 < n; i++)
		if (chars[i].c == 0xff0e && chars[i - 1].cls == JB_WIDE &&
			chars[i + 1].cls == JB_WIDE)
			chars[i].cls = JB_WIDE;
}

void jb_chars_resolve(jb_char *chars, size_t n)
{
	if (!encloses_han(chars, 0, n)) {
		for (size_t i = 0; i < n; i++)
			if (chars[i].cls == JB_SHARED)
				chars[i].cls = JB_WEST;
		return;
	}
	resolve_marks(chars, n);
	resolve_quotes(chars, n);
	resolve_dashes(chars, n);
	resolve_points(chars, n);
}
