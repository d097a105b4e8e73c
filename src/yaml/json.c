/* json.c - JSON by hand: libyaml takes no tabs, and forgives too much. */
#include "yaml/json.h"

#include <string.h>
#include <glib.h>

#include "base/messages.h"
#include "yaml/guard.h"
#include "yaml/spot.h"

enum { KEYS_MAX = 1000 }; /* of one object */

typedef struct json {
	jb_arena *arena;
	jb_diags *diags;
	const jb_source *src;
	const char *p, *end;
	unsigned line;
	const char *seen; /* up to here columns have been counted */
	unsigned col;
	size_t n;
} json;

/* Places are asked for from left to right. */
static jb_pos here(json *j)
{
	for (; j->seen < j->p; j->seen = g_utf8_next_char(j->seen))
		j->col++;
	return (jb_pos){j->src, j->line, j->col};
}

static void *fail(json *j, const char *what, const char *hint)
{
	jb_error(j->diags, here(j), "%s", what);
	jb_kind(j->diags, "the file is not JSON");
	if (hint)
		jb_hint(j->diags, "%s", hint);
	return NULL;
}

static void skip_white(json *j)
{
	for (; j->p < j->end && strchr(" \t\r\n", *j->p) && *j->p; j->p++) {
		bool cr = *j->p == '\r' && j->p[1] != '\n';

		if (*j->p != '\n' && !cr)
			continue;
		j->line++;
		j->seen = j->p + 1;
		j->col = 1;
	}
}

static bool take(json *j, char mark)
{
	skip_white(j);
	if (j->p == j->end || *j->p != mark)
		return false;
	j->p++;
	return true;
}

static jb_node *node_new(json *j, jb_node_kind kind)
{
	jb_node *node = jb_new(j->arena, jb_node);

	node->kind = kind;
	node->pos = here(j);
	j->n++;
	return node;
}

/* ---- scalars ---- */

/* Four hex digits at p, or -1. */
static int hex4(const json *j, const char *p)
{
	int code = 0;

	for (int i = 0; i < 4; i++) {
		if (p + i >= j->end || !g_ascii_isxdigit(p[i]))
			return -1;
		code = code * 16 + g_ascii_xdigit_value(p[i]);
	}
	return code;
}

/* \uXXXX, or a pair of them; p is behind the u. */
static bool read_code(json *j, GString *text)
{
	int code = hex4(j, j->p), low;

	if (code >= 0xD800 && code < 0xDC00) {
		low = j->p[4] == '\\' && j->p[5] == 'u' ? hex4(j, j->p + 6)
							: -1;
		if (low < 0xDC00 || low > 0xDFFF)
			return false;
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
		j->p += 6;
	} else if (code < 0x20 || (code >= 0xDC00 && code < 0xE000)) {
		return code == '\n' || code == '\t' || code == '\r'
			       ? (g_string_append_c(text, ' '), j->p += 4, true)
			       : false;
	}
	j->p += 4;
	g_string_append_unichar(text, (gunichar)code);
	return true;
}

static bool read_escape(json *j, GString *text)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/     ";
	const char *found = j->p < j->end && *j->p ? strchr(from, *j->p) : NULL;

	if (found) {
		g_string_append_c(text, to[found - from]);
		j->p++;
		return true;
	}
	if (j->p < j->end && *j->p == 'u') {
		j->p++;
		return read_code(j, text);
	}
	return false;
}

/* Behind its opening quote; ends of lines in it are blanks. */
static jb_node *read_string(json *j, jb_node *node)
{
	g_autoptr(GString) text = g_string_new(NULL);

	node->type = JB_TEXT;
	while (j->p < j->end && *j->p != '"') {
		if (*j->p == '\n' || *j->p == '\r')
			break;
		if (*j->p != '\\') {
			g_string_append_c(text, *j->p++);
			continue;
		}
		j->p++;
		if (!read_escape(j, text))
			return fail(j, jb_tr("no such escape in JSON"), NULL);
	}
	if (j->p == j->end || *j->p != '"')
		return fail(j, jb_tr("a quote that is never closed"), NULL);
	j->p++;
	node->text = jb_strndup(j->arena, text->str, text->len);
	return node;
}

static jb_node *read_word(json *j, jb_node *node)
{
	size_t n = 0;

	while (j->p + n < j->end &&
		(g_ascii_isalnum(j->p[n]) || strchr("+-._", j->p[n])) &&
		j->p[n])
		n++;
	node->text = jb_strndup(j->arena, j->p, n);
	if (strcmp(node->text, "null") == 0)
		node->type = JB_NULL;
	else if (strcmp(node->text, "true") == 0 ||
		 strcmp(node->text, "false") == 0)
		node->type = JB_BOOL;
	else if (n > 0 && (g_ascii_isdigit(*node->text) || *node->text == '-'))
		node->type = JB_FLOAT;
	else
		return fail(j, jb_tr("no value of JSON"),
			jb_tr("texts stand in \" \", and nothing else but "
			      "numbers, true, false and null may stand bare"));
	j->p += n;
	return node;
}

/* ---- lists and objects ---- */

static jb_node *read_value(json *j, int depth);

static jb_node *read_list(json *j, jb_node *node, int depth)
{
	g_autoptr(GPtrArray) items = g_ptr_array_new();

	if (!take(j, ']')) {
		do {
			jb_node *item = read_value(j, depth);

			if (!item)
				return NULL;
			g_ptr_array_add(items, item);
		} while (take(j, ','));
		if (!take(j, ']'))
			return fail(
				j, jb_tr("“,” or “]” is missing here"), NULL);
	}
	node->n = items->len;
	node->items = jb_new_array(j->arena, jb_node *, node->n + 1);
	if (node->n)
		memcpy(node->items, items->pdata, node->n * sizeof(void *));
	return node;
}

static bool read_pair(json *j, GArray *pairs, int depth)
{
	jb_pair pair;

	skip_white(j);
	pair.key = node_new(j, JB_SCALAR);
	if (!take(j, '"'))
		return fail(j, jb_tr("a key in \" \" is missing here"), NULL);
	if (!read_string(j, pair.key))
		return false;
	for (guint i = 0; i < pairs->len; i++) {
		const jb_node *key = g_array_index(pairs, jb_pair, i).key;

		if (strcmp(key->text, pair.key->text) != 0)
			continue;
		jb_error(j->diags, pair.key->pos, "a second key “%s”",
			key->text);
		jb_also(j->diags, key->pos, "the first is here");
		return false;
	}
	if (!take(j, ':'))
		return fail(j, jb_tr("“:” is missing here"), NULL);
	pair.value = read_value(j, depth);
	if (pair.value)
		g_array_append_val(pairs, pair);
	return pair.value != NULL;
}

static jb_node *read_object(json *j, jb_node *node, int depth)
{
	g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(jb_pair));

	if (!take(j, '}')) {
		do {
			if (!read_pair(j, pairs, depth))
				return NULL;
			if (pairs->len > KEYS_MAX)
				return fail(j, jb_tr("too many keys"), NULL);
		} while (take(j, ','));
		if (!take(j, '}'))
			return fail(
				j, jb_tr("“,” or “}” is missing here"), NULL);
	}
	node->n = pairs->len;
	node->pairs = jb_new_array(j->arena, jb_pair, node->n + 1);
	if (node->n)
		memcpy(node->pairs, pairs->data, node->n * sizeof(jb_pair));
	return node;
}

static jb_node *read_value(json *j, int depth)
{
	skip_white(j);
	if (depth == JB_YAML_DEPTH_MAX || j->n >= JB_YAML_NODES_MAX)
		return fail(j, jb_tr("too deep, or too many values"), NULL);
	if (j->p == j->end)
		return fail(j, jb_tr("the file ends here"), NULL);
	switch (*j->p) {
	case '[':
	case '{': {
		bool list = *j->p == '[';
		jb_node *node = node_new(j, list ? JB_SEQUENCE : JB_MAPPING);

		j->p++;
		return list ? read_list(j, node, depth + 1)
			    : read_object(j, node, depth + 1);
	}
	case '"': {
		jb_node *node = node_new(j, JB_SCALAR);

		j->p++;
		return read_string(j, node);
	}
	default:
		return read_word(j, node_new(j, JB_SCALAR));
	}
}

jb_node *jb_json_read(jb_arena *arena, jb_diags *diags, const jb_source *src)
{
	json j = {.arena = arena,
		.diags = diags,
		.src = src,
		.p = src->text,
		.end = src->text + src->len,
		.line = 1,
		.col = 1};
	jb_node *root;

	if (!jb_guard_bytes(diags, src))
		return NULL;
	if (g_str_has_prefix(j.p, "\xEF\xBB\xBF"))
		j.p += 3;
	j.seen = j.p;
	root = read_value(&j, 0);
	skip_white(&j);
	if (root && j.p < j.end)
		return fail(&j, jb_tr("something after the end"), NULL);
	return root;
}
