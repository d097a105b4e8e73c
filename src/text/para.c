/* para.c - spans become one row of characters with classes.
 *
 * A typed space between Han and Latin says no more than the gap of the rules,
 * so it goes; one between Han and Han marks the sense, so it stays.
 */
#include "text/para.h"

#include <string.h>

/* A span in a language of its own without Han keeps the paragraph's region:
 * its few full-width marks are set as those around it. */
static jb_region region_of_span(const jb_para *para, const jb_span *span)
{
	bool own = jb_lang_is_cjk(span->lang);

	return jb_region_of(own ? span->lang : para->setting->lang);
}

void jb_para_open(jb_para *para, const jb_span *spans, size_t n,
	const jb_setting *setting)
{
	*para = (jb_para){
		.spans = spans,
		.n_spans = n,
		.setting = setting,
		.regions = g_new(jb_region, n + 1),
		.em = n ? spans[0].size_pt : 1,
		.chars = g_array_new(FALSE, FALSE, sizeof(jb_char)),
		.glyphs = g_array_new(FALSE, FALSE, sizeof(jb_glyph)),
		.atoms = g_array_new(FALSE, TRUE, sizeof(jb_atom)),
		.segments = g_array_new(FALSE, FALSE, sizeof(jb_segment)),
	};
	for (uint32_t i = 0; i < n; i++)
		para->regions[i] = region_of_span(para, &spans[i]);
}

void jb_para_close(jb_para *para)
{
	g_array_unref(para->chars);
	g_array_unref(para->glyphs);
	g_array_unref(para->atoms);
	g_array_unref(para->segments);
	if (para->forms)
		g_array_unref(para->forms);
	g_clear_pointer(&para->rubies, g_array_unref);
	g_free(para->regions);
}

/* What follows a character is of its class: a combining mark, a selector.  A
 * mark that is not resolved yet must stay one. */
static unsigned class_of(const jb_para *para, gunichar c)
{
	unsigned n = para->chars->len;
	unsigned before = n ? jb_para_char(para, n - 1)->cls : JB_SPACE;

	if (!jb_char_follows(c))
		return jb_char_class(c);
	if (before == JB_SHARED)
		return JB_SYMBOL;
	if (jb_class_is_drawn(before))
		return before;
	return jb_char_is_ignorable(c) ? JB_JOINER : jb_char_class(c);
}

static void read_span(jb_para *para, uint32_t index)
{
	const jb_span *span = &para->spans[index];
	const char *p = span->text, *end = p + span->len;
	const char *lang = jb_para_lang(para, index);
	jb_char ch = {.span = index,
		.region = (uint8_t)para->regions[index],
		.latin = !jb_lang_is_cjk(lang)};

	while (p < end) {
		ch.c = g_utf8_get_char_validated(p, end - p);
		bool bad = ch.c >= (gunichar)-2;
		if (bad)
			ch.c = 0xfffd;
		ch.cls = (uint8_t)class_of(para, ch.c);
		g_array_append_val(para->chars, ch);
		ch.place++;
		p = bad ? p + 1 : g_utf8_next_char(p);
	}
}

/* Chinese of any kind: what takes the gap of the rules, or none at all. */
static bool is_wide(const jb_char *ch)
{
	return ch->cls <= JB_WIDE;
}

/* Whether the space at chars[at], before chars[next] of n, says anything; chars
 * [0, kept) are those before it.  Korean parts its words by spaces. */
static bool keeps_space(
	const jb_char *chars, size_t kept, size_t at, size_t next, size_t n)
{
	const jb_char *left = kept ? &chars[kept - 1] : NULL;
	const jb_char *right = &chars[next];

	if (!left || left->cls == JB_BREAK || right->cls == JB_BREAK)
		return false;
	if (chars[at].region == JB_REGION_KR)
		return true;
	if (is_wide(left) && right->cls == JB_WEST)
		return !jb_chars_stand_off_left(right, n - next) &&
		       !jb_class_is_mark(left->cls);
	if (left->cls == JB_WEST && is_wide(right))
		return !jb_chars_stand_off_right(left, kept) &&
		       !jb_class_is_mark(right->cls);
	return true;
}

/* Runs of spaces become their first one, or nothing. */
static void drop_spaces(jb_para *para)
{
	jb_char *chars = (jb_char *)para->chars->data;
	size_t n = para->chars->len, kept = 0;

	for (size_t i = 0, next; i < n; i = next) {
		next = i + 1;
		if (chars[i].cls != JB_SPACE) {
			chars[kept++] = chars[i];
			continue;
		}
		while (next < n && chars[next].cls == JB_SPACE)
			next++;
		if (next < n && keeps_space(chars, kept, i, next, n))
			chars[kept++] = chars[i];
	}
	g_array_set_size(para->chars, (unsigned)kept);
}

void jb_para_read(jb_para *para)
{
	for (uint32_t i = 0; i < para->n_spans; i++)
		read_span(para, i);
	jb_chars_resolve((jb_char *)para->chars->data, para->chars->len);
	drop_spaces(para);
}
