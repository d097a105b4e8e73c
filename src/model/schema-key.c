/* schema-key.c - the key that somebody meant. */
#include "model/schema-scalar.h"

#include <string.h>

#include "base/words.h"

/* What the keys are called elsewhere, in Chinese first; a word may be more than
 * one key. */
static const char *const synonyms[][2] = {
	{"标题", "title"},
	{"题目", "title"},
	{"副标题", "subtitle"},
	{"名称", "name"},
	{"名字", "name"},
	{"名称", "label"},
	{"标签", "label"},
	{"名目", "label"},
	{"简称", "short"},
	{"数值", "value"},
	{"数字", "value"},
	{"值", "value"},
	{"单位", "unit"},
	{"日期", "date"},
	{"时间", "date"},
	{"时间", "when"},
	{"起", "from"},
	{"止", "to"},
	{"来源", "source"},
	{"口径", "scope"},
	{"口径", "scopes"},
	{"数据", "figures"},
	{"指标", "figures"},
	{"数列", "series"},
	{"列表", "lists"},
	{"事件", "events"},
	{"表格", "tables"},
	{"表格", "table"},
	{"章节", "section"},
	{"章节", "sections"},
	{"栏目", "sections"},
	{"正文", "prose"},
	{"内容", "prose"},
	{"文字", "text"},
	{"内容", "text"},
	{"图", "pictures"},
	{"图表", "pictures"},
	{"图片", "image"},
	{"形式", "form"},
	{"图标", "icon"},
	{"合计", "total"},
	{"总计", "total"},
	{"项目", "items"},
	{"注释", "notes"},
	{"备注", "notes"},
	{"脚注", "footnotes"},
	{"核对", "checks"},
	{"缺失", "missing"},
	{"作者", "who"},
	{"机构", "issuer"},
	{"主题", "theme"},
	{"样式", "styles"},
	{"样式", "style"},
	{"页面", "pages"},
	{"字体", "font"},
	{"字号", "size"},
	{"行距", "leading"},
	{"颜色", "ink"},
	{"栏数", "columns"},
	{"分栏", "columns"},
	{"页边距", "margin"},
	{"纸张", "size"},
	{"对齐", "align"},
	/* and in other languages of pages */
	{"left", "inner"},
	{"right", "outer"},
	{"color", "ink"},
	{"colour", "ink"},
	{"colors", "inks"},
	{"background", "fill"},
	{"font_family", "font"},
	{"font_size", "size"},
	{"font_weight", "weight"},
	{"line_height", "leading"},
	{"text_align", "align"},
};

static const char *own(const jb_object *object, const char *key)
{
	for (size_t i = 0; i < object->n; i++)
		if (!strcmp(object->keys[i], key))
			return object->keys[i];
	return NULL;
}

/* Without the quotes that an input method puts for ASCII's. */
static char *bare(jb_arena *arena, const char *text)
{
	static const char *const quotes[] = {
		"“", "”", "‘", "’", "\"", "'", " "};
	GString *s = g_string_new(text);
	char *lower;

	for (size_t i = 0; i < G_N_ELEMENTS(quotes); i++)
		g_string_replace(s, quotes[i], "", 0);
	lower = g_ascii_strdown(jb_half_width(arena, s->str), -1);
	g_string_assign(s, lower);
	g_free(lower);
	lower = jb_strdup(arena, s->str);
	g_string_free(s, TRUE);
	return g_strdelimit(lower, "-", '_');
}

const char *jb_key_meant(
	jb_arena *arena, const jb_object *object, const char *text)
{
	const char *word = bare(arena, text);

	for (size_t i = 0; i < G_N_ELEMENTS(synonyms); i++)
		if (!strcmp(synonyms[i][0], word) &&
			own(object, synonyms[i][1]))
			return own(object, synonyms[i][1]);
	return jb_words_nearest(word, object->keys, object->n);
}
