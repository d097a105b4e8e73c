/* override.c - PATH=VALUE of a command line as a tree that knows its place. */
#include "model/overlay.h"

#include <string.h>

#include "yaml/guard.h"
#include "yaml/resolve.h"

struct reader {
	jb_arena *arena;
	jb_diags *diags;
	jb_source *src;
};

static jb_pos pos_at(const struct reader *r, const char *p)
{
	return (jb_pos){r->src, 1,
		1 + (unsigned)g_utf8_strlen(r->src->text, p - r->src->text)};
}

static jb_node *node_new(
	const struct reader *r, jb_node_kind kind, const char *p)
{
	jb_node *node = jb_new(r->arena, jb_node);

	node->kind = kind;
	node->pos = pos_at(r, p);
	return node;
}

static jb_node *scalar(const struct reader *r, const char *p, size_t len)
{
	jb_node *node = node_new(r, JB_SCALAR, p);

	node->text = jb_strndup(r->arena, p, len);
	node->type = jb_resolve_plain(node->text);
	return node;
}

/* YAML reads the value behind as many blanks as there are characters before
 * it, so that its places are the argument's; then the argument stands there
 * again, for messages to show. */
static jb_node *read_flow(const struct reader *r, const char *value)
{
	const char *text = r->src->text;
	long before = g_utf8_strlen(text, value - text);
	g_autofree char *padded =
		g_strdup_printf("%*s%s", (int)before, "", value);
	jb_source *src =
		jb_source_new(r->arena, r->src->name, padded, strlen(padded));
	jb_node *node = jb_yaml_read(r->arena, r->diags, src);

	src->text = text;
	src->len = r->src->len;
	return node;
}

static jb_node *read_value(const struct reader *r, const char *value)
{
	size_t len;

	while (*value == ' ')
		value++;
	if (*value == '\0') {
		jb_error(r->diags, pos_at(r, value), "there is no value");
		jb_hint(r->diags, "\"\" is an empty text, ~ takes the key out");
		return NULL;
	}
	if (strchr("\"'[{", *value))
		return read_flow(r, value);
	len = strlen(value);
	while (value[len - 1] == ' ')
		len--;
	return scalar(r, value, len);
}

/* A mapping of one key; value is NULL after an error. */
static jb_node *map_of(const struct reader *r, jb_node *key, jb_node *value)
{
	jb_node *map = jb_new(r->arena, jb_node);

	map->kind = JB_MAPPING;
	map->pos = key->pos;
	map->n = 1;
	map->pairs = jb_new_array(r->arena, jb_pair, 1);
	map->pairs[0] = (jb_pair){key, value};
	return map;
}

/* The path from p to the “=” at end, its first key out of the way. */
static jb_node *read_path(
	const struct reader *r, const char *p, const char *end, int depth)
{
	const char *dot = memchr(p, '.', (size_t)(end - p));
	const char *stop = dot ? dot : end;
	jb_node *value;

	if (stop == p) {
		jb_error(r->diags, pos_at(r, p), "a key is missing here");
		return NULL;
	}
	if (depth == JB_YAML_DEPTH_MAX) {
		jb_error(r->diags, pos_at(r, p), "a path has at most %d keys",
			JB_YAML_DEPTH_MAX);
		return NULL;
	}
	value = dot ? read_path(r, dot + 1, end, depth + 1)
		    : read_value(r, end + 1);
	return value ? map_of(r, scalar(r, p, (size_t)(stop - p)), value)
		     : NULL;
}

/* "layout" or "theme"; else NULL, after saying why. */
static const char *read_object(const struct reader *r, size_t len)
{
	static const char *const objects[] = {"layout", "theme"};
	const char *text = r->src->text;

	for (size_t i = 0; i < G_N_ELEMENTS(objects); i++) {
		if (strlen(objects[i]) == len &&
			strncmp(text, objects[i], len) == 0)
			return objects[i];
	}
	if (len == 6 && strncmp(text, "report", len) == 0) {
		jb_error(r->diags, pos_at(r, text),
			"nothing of a report can be set here");
		jb_hint(r->diags, "a figure stands in one place, the report: "
				  "change it there");
	} else {
		jb_error(r->diags, pos_at(r, text),
			"a path begins with “layout.” or “theme.”");
	}
	jb_span_chars(r->diags, (unsigned)g_utf8_strlen(text, (gssize)len));
	return NULL;
}

static const jb_node *read_tree(
	const struct reader *r, const char *path, const char *equals)
{
	const jb_node *tree = read_path(r, path, equals, 0);
	const char *key = tree ? tree->pairs[0].key->text : "";

	if (strcmp(key, "extends") != 0 && strcmp(key, "jianbao") != 0)
		return tree;
	jb_error(r->diags, tree->pos, "“%s” cannot be set here", key);
	jb_span_chars(r->diags, (unsigned)strlen(key));
	return NULL;
}

static bool one_line(const struct reader *r)
{
	const char *end = strpbrk(r->src->text, "\r\n");

	if (end)
		jb_error(r->diags, pos_at(r, end), "a value is one line");
	return !end;
}

static void parse(const struct reader *r, GArray *overrides)
{
	const char *text = r->src->text;
	const char *equals = strchr(text, '='), *dot;
	jb_override override;

	if (!jb_guard_bytes(r->diags, r->src) || !one_line(r))
		return;
	if (!equals) {
		jb_error(r->diags, pos_at(r, text), "“=” is missing");
		jb_hint(r->diags, "write it so: layout.page.columns=3");
		return;
	}
	dot = memchr(text, '.', (size_t)(equals - text));
	override.object = read_object(r, (size_t)((dot ? dot : equals) - text));
	if (!override.object)
		return;
	override.tree = read_tree(r, dot ? dot + 1 : equals, equals);
	if (override.tree)
		g_array_append_val(overrides, override);
}

GArray *jb_overrides_parse(
	jb_arena *arena, jb_diags *diags, const char *const *arguments)
{
	GArray *overrides = g_array_new(FALSE, FALSE, sizeof(jb_override));

	jb_arena_defer(arena, (void (*)(void *))g_array_unref, overrides);
	for (; arguments && *arguments; arguments++) {
		struct reader r = {arena, diags,
			jb_source_new(arena, "--set", *arguments,
				strlen(*arguments))};

		parse(&r, overrides);
	}
	return overrides;
}
