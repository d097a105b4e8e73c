/* para.c - spans become one row of characters with classes.
 *
 * A typed space between Han and Latin says no more than the gap of the rules,
 * so it goes; one between Han and Han marks the sense, so it stays.
 */
#include "text/para.h"

#include <string.h>

jb_region jb_region_of(const char *lang)
{
	static const struct {
		const char *prefix;
		jb_region region;
	} table[] = {
		{"ja", JB_REGION_JP},
		{"ko", JB_REGION_KR},
		{"zh-Hant-HK", JB_REGION_HK},
		{"zh-Hant-MO", JB_REGION_HK},
		{"zh-HK", JB_REGION_HK},
		{"zh-MO", JB_REGION_HK},
		{"yue-Hant", JB_REGION_HK},
		{"zh-Hant", JB_REGION_TW},
		{"zh-TW", JB_REGION_TW},
	};

	for (size_t i = 0; lang && i < G_N_ELEMENTS(table); i++)
		if (g_ascii_strncasecmp(lang, table[i].prefix,
			    strlen(table[i].prefix)) == 0)
			return table[i].region;
	return JB_REGION_CN;
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
		para->regions[i] = jb_region_of(jb_para_lang(para, i));
}

void jb_para_close(jb_para *para)
{
	g_array_unref(para->chars);
	g_array_unref(para->glyphs);
	g_array_unref(para->atoms);
	g_array_unref(para->segments);
	g_clear_pointer(&para->rubies, g_array_unref);
	g_free(para->regions);
}

static void read_span(jb_para *para, uint32_t index)
{
	const jb_span *span = &para->spans[index];
	const char *p = span->text, *end = p + span->len;

	while (p < end) {
		gunichar c = g_utf8_get_char_validated(p, end - p);
		bool bad = c >= (gunichar)-2;
		jb_char ch = {bad ? 0xfffd : c, index, 0};
		ch.cls = (uint8_t)jb_char_class(ch.c);
		g_array_append_val(para->chars, ch);
		p = bad ? p + 1 : g_utf8_next_char(p);
	}
}

static bool wants_gap(const jb_char *ch)
{
	return ch->cls == JB_WEST && jb_char_wants_gap(ch->c);
}

/* Chinese of any kind: what takes the gap of the rules, or none at all. */
static bool is_wide(const jb_char *ch)
{
	return ch->cls <= JB_WIDE;
}

static bool is_blank_mark(const jb_char *ch)
{
	return jb_class_is_mark(ch->cls);
}

/* Whether a space between these two says anything. */
static bool keeps_space(const jb_char *left, const jb_char *right)
{
	if (!left || left->cls == JB_BREAK || right->cls == JB_BREAK)
		return false;
	if (is_wide(left) && right->cls == JB_WEST)
		return !wants_gap(right) && !is_blank_mark(left);
	if (left->cls == JB_WEST && is_wide(right))
		return !wants_gap(left) && !is_blank_mark(right);
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
		if (next < n && keeps_space(kept ? &chars[kept - 1] : NULL,
					&chars[next]))
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
