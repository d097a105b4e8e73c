/* schema-length.c - every length of a tree, found by the schema's types. */
#include "model/schema.h"

#include <string.h>
#include <glib.h>

#include "model/schema-scalar.h"
#include "model/schema-type.h"

struct walk {
	jb_arena *arena;
	const jb_grammar *grammar;
	jb_schema_length *length;
	void *data;
};

static jb_node *walk_type(
	const struct walk *w, const jb_type *type, jb_node *node);

/* A list or mapping with another value at a place: a copy, made once. */
static jb_node *put_value(const struct walk *w, jb_node *node, jb_node *copy,
	size_t i, jb_node *value)
{
	if (copy == node) {
		copy = jb_new(w->arena, jb_node);
		*copy = *node;
		copy->items = jb_new_array(w->arena, jb_node *, node->n);
		copy->pairs = jb_new_array(w->arena, jb_pair, node->n);
		for (size_t k = 0; k < node->n; k++) {
			if (node->kind == JB_SEQUENCE)
				copy->items[k] = node->items[k];
			else
				copy->pairs[k] = node->pairs[k];
		}
	}
	if (node->kind == JB_SEQUENCE)
		copy->items[i] = value;
	else
		copy->pairs[i].value = value;
	return copy;
}

static jb_node *walk_items(
	const struct walk *w, const jb_type *type, jb_node *list)
{
	jb_node *copy = list;

	for (size_t i = 0; i < list->n; i++) {
		jb_node *item = walk_type(w, type, list->items[i]);

		if (item != list->items[i])
			copy = put_value(w, list, copy, i, item);
	}
	return copy;
}

static jb_node *walk_map(
	const struct walk *w, const jb_type *type, jb_node *map)
{
	jb_node *copy = map;

	for (size_t i = 0; i < map->n; i++) {
		jb_node *value = walk_type(w, type, map->pairs[i].value);

		if (value != map->pairs[i].value)
			copy = put_value(w, map, copy, i, value);
	}
	return copy;
}

static const jb_type *type_of(const jb_object *object, const char *key)
{
	for (size_t k = 0; k < object->n; k++) {
		if (strcmp(object->keys[k], key) == 0)
			return object->types[k];
	}
	return NULL;
}

/* The length of a name at a text's start: a word of letters that follows no
 * number and is no word of a grid's columns. */
static const char *name_at(
	const struct walk *w, const jb_node *text, const char *p, size_t *len)
{
	static const char *const words[] = {"auto", "minmax", NULL};
	jb_node *name;

	*len = 0;
	if (!g_ascii_islower(*p) ||
		(p > text->text && (g_ascii_isalnum(p[-1]) || p[-1] == '_')))
		return NULL;
	while (g_ascii_isalnum(p[*len]) || p[*len] == '_')
		++*len;
	name = jb_new(w->arena, jb_node);
	*name = *text;
	name->pos.col += (unsigned)g_utf8_strlen(text->text, p - text->text);
	name->text = jb_strndup(w->arena, p, *len);
	return g_strv_contains(words, name->text)
		       ? NULL
		       : w->length(name, w->data)->text;
}

/* A column of a grid is a text with lengths in it: minmax(gap, 2fr). */
static jb_node *walk_track(const struct walk *w, jb_node *node)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const char *p = node->kind == JB_SCALAR ? node->text : "";
	jb_node *copy;

	while (*p) {
		size_t len;
		const char *said = name_at(w, node, p, &len);

		if (said)
			g_string_append(out, said);
		else
			g_string_append_len(out, p, (gssize)MAX(len, 1));
		p += MAX(len, 1);
	}
	if (node->kind != JB_SCALAR || strcmp(out->str, node->text) == 0)
		return node;
	copy = jb_new(w->arena, jb_node);
	*copy = *node;
	copy->text = jb_strdup(w->arena, out->str);
	return copy;
}

static jb_node *walk_tracks(const struct walk *w, jb_node *list)
{
	jb_node *copy = list;

	for (size_t i = 0; i < list->n; i++) {
		jb_node *item = walk_track(w, list->items[i]);

		if (item != list->items[i])
			copy = put_value(w, list, copy, i, item);
	}
	return copy;
}

static bool are_tracks(const jb_object *object, const jb_pair *pair)
{
	return strcmp(object->name, "block.grid") == 0 &&
	       strcmp(pair->key->text, "columns") == 0 &&
	       pair->value->kind == JB_SEQUENCE;
}

static jb_node *walk_object(
	const struct walk *w, const jb_object *object, jb_node *map)
{
	jb_node *copy = map;

	for (size_t i = 0; i < map->n; i++) {
		const jb_pair *pair = &map->pairs[i];
		const jb_type *type = type_of(object, pair->key->text);
		jb_node *value = are_tracks(object, pair)
					 ? walk_tracks(w, pair->value)
				 : type ? walk_type(w, type, pair->value)
					: pair->value;

		if (value != pair->value)
			copy = put_value(w, map, copy, i, value);
	}
	return copy;
}

/* Of a scalar that should be a length; what fits another alternative is that
 * word. */
static jb_node *walk_scalar(
	const struct walk *w, const jb_type *type, jb_node *node)
{
	bool length = false;

	for (; type; type = type->next) {
		if (jb_type_scalar(type) && jb_scalar_fits(type, node))
			return node;
		length = length || type->kind == JB_TYPE_LENGTH;
	}
	return length ? (jb_node *)w->length(node, w->data) : node;
}

/* The alternative that is a list, a mapping, a block. */
static jb_node *walk_type(
	const struct walk *w, const jb_type *type, jb_node *node)
{
	const char *word;

	if (node->kind == JB_SCALAR)
		return walk_scalar(w, type, node);
	for (; type; type = type->next) {
		if (node->kind == JB_SEQUENCE && type->kind == JB_TYPE_LIST)
			return walk_items(w, type->of, node);
		if (node->kind != JB_MAPPING)
			continue;
		if (type->kind == JB_TYPE_MAP || type->kind == JB_TYPE_NAMES)
			return walk_map(w, type->of, node);
		if (type->kind == JB_TYPE_OBJECT)
			return walk_object(w,
				jb_grammar_object(w->grammar, type->object),
				node);
		word = type->kind == JB_TYPE_BLOCK ? jb_schema_block_word(node)
						   : NULL;
		if (word)
			return walk_object(
				w, jb_grammar_block(w->grammar, word), node);
	}
	return node;
}

const jb_node *jb_schema_lengths(jb_arena *arena, const jb_node *root,
	const char *object, jb_schema_length *length, void *data)
{
	const struct walk w = {arena, jb_grammar_new(arena), length, data};

	return walk_object(
		&w, jb_grammar_object(w.grammar, object), (jb_node *)root);
}
