/* context.c - marks that Chinese and Latin share become one or the other.
 *
 * Unicode gives both the same “ ” ‘ ’ — … ·, so a mark's width, font and breaks
 * follow from its neighbours, not from its number.  Everything is decided here,
 * before a font is chosen.
 */
#include "text/classes.h"
#include "text/region.h"

/* Which side a character speaks for. */
typedef enum { LATIN = -1, NEITHER, CHINESE } side;

/* What a paragraph's quotes are resolved with.  All rows have n + 1 entries. */
typedef struct context {
	jb_char *chars;
	size_t n;
	uint32_t *next;	    /* the first decided character at or behind i */
	uint32_t *chinese;  /* how many of [0, i) are Chinese */
	uint32_t *close_of; /* of an opening quote; 0: it has none */
} context;

/* Per mille and degree signs stand in any language. */
static bool is_chinese(unsigned cls)
{
	return (cls <= JB_WIDE && cls != JB_PREFIX && cls != JB_SUFFIX) ||
	       cls == JB_HANGUL;
}

static bool is_decided(unsigned cls)
{
	return is_chinese(cls) || cls == JB_WEST || cls == JB_BREAK;
}

static side side_of(unsigned cls)
{
	return is_chinese(cls) ? CHINESE : cls == JB_WEST ? LATIN : NEITHER;
}

static bool is_quote(gunichar c)
{
	return c == 0x2018 || c == 0x2019 || c == 0x201c || c == 0x201d;
}

static bool is_letter(const context *ctx, size_t i)
{
	return i < ctx->n && ctx->chars[i].cls == JB_WEST &&
	       g_unichar_isalnum(ctx->chars[i].c);
}

static bool is_digit(const context *ctx, size_t i)
{
	return i < ctx->n && ctx->chars[i].cls == JB_WEST &&
	       g_unichar_isdigit(ctx->chars[i].c);
}

static void find_next(context *ctx)
{
	uint32_t next = (uint32_t)ctx->n;

	ctx->next[ctx->n] = next;
	for (size_t i = ctx->n; i-- > 0;) {
		if (is_decided(ctx->chars[i].cls))
			next = (uint32_t)i;
		ctx->next[i] = next;
	}
}

/* The side of the nearest decided character from i on, over spaces, symbols
 * and shared marks; NEITHER at the paragraph's end. */
static side side_from(const context *ctx, size_t i)
{
	uint32_t next = ctx->next[i];

	return next < ctx->n ? side_of(ctx->chars[next].cls) : NEITHER;
}

/* Dashes and dots */

static bool between_digits(const context *ctx, size_t from, size_t to)
{
	return from > 0 && is_digit(ctx, from - 1) && is_digit(ctx, to);
}

/* — … ·: Chinese unless Latin stands on both sides; doubled dashes and dots
 * are Chinese wherever the paragraph is, and so is the dash of a span of
 * numbers: 1—6月 (GB/T 15834 4.13). */
static jb_class class_of_mark(
	const context *ctx, size_t from, size_t to, side before)
{
	gunichar c = ctx->chars[from].c;

	if (to - from == 1 && before == LATIN && side_from(ctx, to) == LATIN &&
		!between_digits(ctx, from, to))
		return JB_WEST;
	if (c == 0xb7)
		return JB_MID;
	return c == 0x2026 || to - from > 1 ? JB_LONG : JB_CONN;
}

static void resolve_marks(context *ctx)
{
	side before = NEITHER;

	for (size_t i = 0, end; i < ctx->n; i = end) {
		const jb_char *ch = &ctx->chars[i];
		end = i + 1;
		if (ch->cls == JB_SHARED && !is_quote(ch->c)) {
			while (end < ctx->n && ctx->chars[end].c == ch->c &&
				ctx->chars[end].cls == JB_SHARED)
				end++;
			jb_class cls = class_of_mark(ctx, i, end, before);
			for (size_t k = i; k < end; k++)
				ctx->chars[k].cls = (uint8_t)cls;
		}
		if (is_decided(ch->cls))
			before = side_of(ch->cls);
	}
}

/* Quotes */

/* ’ within a word (It’s), before a year (the ’90s), after a word (readers’)
 * when no ‘ waits for it: an apostrophe, not a quote. */
static bool is_apostrophe(const context *ctx, size_t i, bool open)
{
	bool letter = i > 0 && is_letter(ctx, i - 1);
	bool word_starts = i == 0 || ctx->chars[i - 1].cls == JB_SPACE ||
			   ctx->chars[i - 1].cls == JB_BREAK;

	if (ctx->chars[i].c != 0x2019)
		return false;
	if (letter)
		return !open || is_letter(ctx, i + 1);
	return (word_starts || !open) && is_digit(ctx, i + 1) &&
	       is_digit(ctx, i + 2);
}

static void set_quote(jb_char *ch, bool chinese)
{
	bool open = ch->c == 0x201c || ch->c == 0x2018;

	ch->cls = !chinese ? JB_WEST : open ? JB_OPEN : JB_CLOSE;
}

/* Finds the pairs.  A closing quote leaves behind what was opened since its
 * own opening one and never closed. */
static void find_pairs(context *ctx)
{
	uint32_t *stack = g_new(uint32_t, ctx->n + 1);
	size_t depth = 0, waiting[2] = {0, 0}; /* ‘ and “ on the stack */

	for (size_t i = 0; i < ctx->n; i++) {
		gunichar c = ctx->chars[i].c;
		if (ctx->chars[i].cls != JB_SHARED || !is_quote(c))
			continue;
		if (is_apostrophe(ctx, i, waiting[0] > 0)) {
			ctx->chars[i].cls = JB_WEST;
		} else if (c == 0x2018 || c == 0x201c) {
			waiting[c == 0x201c]++;
			stack[depth++] = (uint32_t)i;
		} else if (waiting[c == 0x201d]) {
			gunichar open;
			do {
				open = ctx->chars[stack[--depth]].c;
				waiting[open == 0x201c]--;
			} while (open != c - 1);
			ctx->close_of[stack[depth]] = (uint32_t)i;
		}
	}
	g_free(stack);
}

/* The side behind a quote: what stands there, or the pair around it that ends
 * before anything else does. */
static side side_behind(const context *ctx, size_t i, const jb_char *around)
{
	uint32_t next = ctx->next[i + 1];

	if (around && around < &ctx->chars[next])
		return side_of(around->cls);
	return side_from(ctx, i + 1);
}

/* A pair is Chinese if it holds any Han or touches Chinese text outside; in
 * Japanese only what it holds counts, for its own fonts draw these quotes
 * narrow (jlreq 3.1.2 has them full width around Japanese). */
static void resolve_pair(
	context *ctx, size_t open, side before, const jb_char *around)
{
	size_t close = ctx->close_of[open];
	bool chinese = ctx->chinese[close] > ctx->chinese[open];

	if (ctx->chars[open].region != JB_REGION_JP)
		chinese = chinese || before == CHINESE ||
			  side_behind(ctx, close, around) == CHINESE;
	set_quote(&ctx->chars[open], chinese);
	set_quote(&ctx->chars[close], chinese);
}

/* Outer pairs first: what they become is a neighbour of the inner ones. */
static void resolve_quotes(context *ctx)
{
	uint32_t *stack = g_new(uint32_t, ctx->n + 1); /* ends of open pairs */
	size_t depth = 0;
	side before = NEITHER;

	for (size_t i = 0; i < ctx->n; i++) {
		jb_char *ch = &ctx->chars[i];
		while (depth && stack[depth - 1] <= i)
			depth--;
		const jb_char *around =
			depth ? &ctx->chars[stack[depth - 1]] : NULL;
		if (ctx->close_of[i]) {
			resolve_pair(ctx, i, before, around);
			stack[depth++] = ctx->close_of[i];
		} else if (ch->cls == JB_SHARED) {
			set_quote(ch,
				before == CHINESE ||
					side_behind(ctx, i, around) == CHINESE);
		}
		if (is_decided(ch->cls))
			before = side_of(ch->cls);
	}
	g_free(stack);
}

/* Others */

/* An en dash is set with the letters; between Han it is a connector. */
static void resolve_dashes(context *ctx)
{
	jb_char *chars = ctx->chars;

	for (size_t i = 1; i + 1 < ctx->n; i++)
		if (chars[i].c == 0x2013 && is_chinese(chars[i - 1].cls) &&
			is_chinese(chars[i + 1].cls))
			chars[i].cls = JB_CONN;
}

/* The point of a full-width number, as in ３．５, is a digit among digits. */
static void resolve_points(context *ctx)
{
	jb_char *chars = ctx->chars;

	for (size_t i = 1; i + 1 < ctx->n; i++)
		if (chars[i].c == 0xff0e && chars[i - 1].cls == JB_WIDE &&
			chars[i + 1].cls == JB_WIDE)
			chars[i].cls = JB_WIDE;
}

/* What needs no context: every mark of a span in a language of letters, and
 * the quotes of Korean (klreq: narrow, with words between spaces). */
static bool is_latin_anyway(const jb_char *ch)
{
	return ch->latin || (ch->region == JB_REGION_KR && is_quote(ch->c));
}

static void count_chinese(context *ctx)
{
	for (size_t i = 0; i < ctx->n; i++)
		ctx->chinese[i + 1] =
			ctx->chinese[i] + is_chinese(ctx->chars[i].cls);
}

/* Settles what needs no context and counts the Chinese; true if any mark is
 * left.  Where there are letters and no Chinese, every mark is theirs; digits
 * alone leave it open: 2019—2024, or a dash in an empty cell. */
static bool survey(context *ctx)
{
	bool shared = false, letters = false;

	for (size_t i = 0; i < ctx->n; i++) {
		jb_char *ch = &ctx->chars[i];
		if (ch->cls == JB_SHARED && is_latin_anyway(ch))
			ch->cls = JB_WEST;
		shared |= ch->cls == JB_SHARED;
		letters |= ch->cls == JB_WEST && g_unichar_isalpha(ch->c);
	}
	count_chinese(ctx);
	if (!shared || !letters || ctx->chinese[ctx->n])
		return shared;
	for (size_t i = 0; i < ctx->n; i++)
		if (ctx->chars[i].cls == JB_SHARED)
			ctx->chars[i].cls = JB_WEST;
	return false;
}

void jb_chars_resolve(jb_char *chars, size_t n)
{
	context ctx = {.chars = chars,
		.n = n,
		.next = g_new(uint32_t, n + 1),
		.chinese = g_new0(uint32_t, n + 1),
		.close_of = g_new0(uint32_t, n + 1)};

	if (survey(&ctx)) {
		find_next(&ctx);
		resolve_marks(&ctx);
		find_next(&ctx);
		count_chinese(&ctx);
		find_pairs(&ctx);
		resolve_quotes(&ctx);
	}
	jb_chars_group(chars, n);
	if (ctx.chinese[n]) {
		resolve_dashes(&ctx);
		resolve_points(&ctx);
	}
	g_free(ctx.next);
	g_free(ctx.chinese);
	g_free(ctx.close_of);
}
