/* schema.c - the table, and reading a tree that was checked against it. */
#include "model/schema.h"

#include <stdlib.h>
#include <string.h>
#include <glib.h>

static const jb_schema_key rows[] = {
#define KEY(object, key, type, required, fallback, doc) \
	{object, key, type, required, fallback, doc},
#include "model/schema.def"
#undef KEY
};

static const jb_schema_chinese chinese[] = {
#define ZH(object, key, doc) {object, key, doc},
#include "model/schema-zh.def"
#undef ZH
};

const jb_schema_key *jb_schema_keys(size_t *n)
{
	*n = G_N_ELEMENTS(rows);
	return rows;
}

static const jb_schema_key *find(const char *object, const char *key)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		if (strcmp(rows[i].object, object) == 0 &&
			strcmp(rows[i].key, key) == 0)
			return &rows[i];
	}
	return NULL;
}

const jb_schema_key *jb_schema_lookup(const char *object, const char *key)
{
	const jb_schema_key *row = find(object, key);

	if (!row && g_str_has_prefix(object, "block."))
		row = find("block", key);
	return row;
}

const jb_schema_chinese *jb_schema_chinese_row(size_t i)
{
	return i < G_N_ELEMENTS(chinese) ? &chinese[i] : NULL;
}

const char *jb_schema_doc(const jb_schema_key *row, jb_tongue tongue)
{
	if (tongue == JB_ENGLISH)
		return row->doc;
	for (size_t i = 0; i < G_N_ELEMENTS(chinese); i++) {
		if (strcmp(chinese[i].object, row->object) == 0 &&
			strcmp(chinese[i].key, row->key) == 0)
			return chinese[i].doc;
	}
	return row->doc;
}

const char *jb_schema_text(
	const jb_node *map, const char *object, const char *key)
{
	const jb_schema_key *row = jb_schema_lookup(object, key);
	const jb_node *node = map ? jb_node_lookup(map, key) : NULL;

	g_assert(row);
	if (!node)
		return row->fallback;
	if (node->kind != JB_SCALAR)
		return NULL;
	return node->type == JB_NULL ? row->fallback : node->text;
}

bool jb_schema_bool(const jb_node *map, const char *object, const char *key)
{
	const char *text = jb_schema_text(map, object, key);

	return text && g_ascii_strcasecmp(text, "true") == 0;
}

int jb_schema_int(const jb_node *map, const char *object, const char *key)
{
	const char *text = jb_schema_text(map, object, key);

	return text ? (int)g_ascii_strtoll(text, NULL, 10) : 0;
}

static bool is_block_word(const char *key)
{
	g_autofree char *object = g_strconcat("block.", key, NULL);

	return find(object, key) != NULL;
}

/* A word may be a key of other blocks: `fill` of a row. */
static bool is_key_of(const char *key, const char *word)
{
	g_autofree char *object = g_strconcat("block.", word, NULL);

	return find(object, key) != NULL;
}

const char *jb_schema_block_word(const jb_node *map)
{
	const char *word = NULL;

	if (!map || map->kind != JB_MAPPING)
		return NULL;
	for (size_t i = 0; i < map->n; i++) {
		const char *key = map->pairs[i].key->text;

		if (is_block_word(key) && !(word && is_key_of(key, word)))
			word = key;
	}
	return word;
}
