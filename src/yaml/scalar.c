/* scalar.c - one scalar event: its type, and what was lost around it. */
#include "yaml/reader.h"

#include <string.h>

#include "yaml/complain.h"
#include "yaml/guard.h"
#include "yaml/resolve.h"
#include "yaml/spot.h"

jb_pos jb_reader_pos(const reader *r)
{
	return jb_complain_pos(r->src, r->event.start_mark);
}

jb_node *jb_reader_node(reader *r, jb_node_kind kind)
{
	jb_node *node = jb_new(r->arena, jb_node);

	node->kind = kind;
	node->text = kind == JB_SCALAR ? "" : NULL;
	node->pos = jb_reader_pos(r);
	return node;
}

/* Only the core schema's tags, and only where they change nothing. */
void jb_reader_check_tag(
	reader *r, const char *tag, const char *fitting, jb_pos pos)
{
	static const char core[] = "tag:yaml.org,2002:";
	bool is_core;

	if (!tag || strcmp(tag, "!") == 0 || strcmp(tag, fitting) == 0)
		return;
	is_core = g_str_has_prefix(tag, core);
	jb_error(r->diags, pos, "the tag “%s%s” does not fit here",
		is_core ? "!!" : "", is_core ? tag + strlen(core) : tag);
	jb_hint(r->diags, "put the text in double quotes if “!” is part of "
			  "it");
	r->broken = true;
}

static void apply_scalar_tag(reader *r, jb_node *node, const char *tag)
{
	static const char *const tags[] = {YAML_NULL_TAG, YAML_BOOL_TAG,
		YAML_INT_TAG, YAML_FLOAT_TAG, YAML_STR_TAG};

	if (strcmp(tag, YAML_STR_TAG) == 0 || strcmp(tag, "!") == 0) {
		node->type = JB_TEXT;
		return;
	}
	node->type = jb_resolve_plain(node->text);
	if (node->type == JB_INT && strcmp(tag, YAML_FLOAT_TAG) == 0)
		node->type = JB_FLOAT;
	jb_reader_check_tag(r, tag, tags[node->type], node->pos);
}

static bool has_han(const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		if (g_utf8_get_char(text) >= 0x2E80)
			return true;
	}
	return false;
}

/* “标题 #重点”, “公园 # 里”: what stands behind “ #” would be lost, so it is
 * refused.  Numbers and words of the language may have a comment. */
static void refuse_comment(reader *r, const jb_node *node)
{
	jb_pos pos = jb_complain_pos(r->src, r->event.end_mark);
	size_t len;
	const char *p = jb_spot_rest(pos, &len);
	size_t gap = 0;

	while (gap < len && p[gap] == ' ')
		gap++;
	if (node->type != JB_TEXT || gap == 0 || len < gap + 2 || p[gap] != '#')
		return;
	if (strchr(" \t#", p[gap + 1]) && !has_han(node->text))
		return;
	pos.col += (unsigned)gap;
	jb_error(r->diags, pos, "the text from “#” on would be a comment");
	jb_hint(r->diags, "put all of the text in double quotes, or the "
			  "comment on a line of its own");
}

static bool check_scalar(reader *r, const jb_node *node, size_t len)
{
	gunichar c = jb_guard_control(node->text, len);

	if (len > JB_YAML_SCALAR_MAX) {
		jb_error(r->diags, node->pos, "text longer than 1 MiB");
		return false;
	}
	if (c == 0 && strlen(node->text) == len)
		return true;
	jb_error(
		r->diags, node->pos, "control character U+%04X in the text", c);
	jb_hint(r->diags, "remove its “\\” escape");
	r->broken = true;
	return true;
}

/* “prose: ｜” looks like the sign of a text in lines, and is its first word. */
static bool check_bar(reader *r, const jb_node *node)
{
	size_t len;
	const char *p = jb_spot_rest(node->pos, &len);

	if (!g_str_has_prefix(node->text, "｜") ||
		strspn(p + strlen("｜"), " ") + strlen("｜") < len)
		return true;
	jb_error(r->diags, node->pos, "“｜” is full-width: write it in ASCII");
	jb_hint(r->diags, "“|” begins a text in lines");
	r->broken = true;
	return false;
}

/* 个　# 单位, 个 ＃ 单位: no comment, but part of the text. */
static void warn_no_comment(reader *r, const jb_node *node)
{
	static const char *const signs[] = {"\u3000#", "\u00A0#", " ＃"};

	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
		const char *at = strstr(node->text, signs[i]);

		if (!at)
			continue;
		jb_warning(r->diags,
			jb_node_pos_at(node, (size_t)(at - node->text)),
			"no comment begins here: the text goes on");
		jb_hint(r->diags, "a comment begins with “ # ”, in ASCII");
	}
}

jb_node *jb_reader_scalar(reader *r)
{
	jb_node *node = jb_reader_node(r, JB_SCALAR);
	const char *value = (const char *)r->event.data.scalar.value;
	const char *tag = (const char *)r->event.data.scalar.tag;
	yaml_scalar_style_t style = r->event.data.scalar.style;
	size_t len = r->event.data.scalar.length;

	r->last_scalar = node->pos;
	node->text = jb_strndup(r->arena, value, len);
	node->block = style == YAML_LITERAL_SCALAR_STYLE ||
		      style == YAML_FOLDED_SCALAR_STYLE;
	node->type = JB_TEXT;
	if (!check_scalar(r, node, len))
		return NULL;
	if (tag) {
		apply_scalar_tag(r, node, tag);
	} else if (style == YAML_PLAIN_SCALAR_STYLE) {
		node->type = jb_resolve_plain(node->text);
		if (check_bar(r, node))
			warn_no_comment(r, node);
		/* in one long line of [ ] the search would take too long */
		if (r->flow == 0)
			refuse_comment(r, node);
	}
	return node;
}
