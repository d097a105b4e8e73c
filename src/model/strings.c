/* strings.c - every text of a file, found by the schema's types. */
#include "model/schema.h"

#include <string.h>
#include <glib.h>

typedef struct walk {
	jb_schema_visit *visit;
	void *data;
} walk;

static const char *const string_types[] = {
	"string", "title", "marked", "prose", NULL};

/* The first word of a type if it is one of texts, else NULL. */
static const char *string_type(const char *type)
{
	for (size_t i = 0; string_types[i]; i++) {
		size_t n = strlen(string_types[i]);

		if (g_str_has_prefix(type, string_types[i]) &&
			(type[n] == '\0' || type[n] == ' '))
			return string_types[i];
	}
	return NULL;
}

static void walk_object(const walk *w, jb_node *map, const char *object);

/* Walks a value by its type's words. */
static void walk_typed(const walk *w, jb_node *node, const jb_schema_key *row,
	const char *type)
{
	const char *bar = strstr(type, " | ");
	const char *string = string_type(type);

	if (bar && node->kind == JB_SEQUENCE &&
		!g_str_has_prefix(type, "list")) {
		walk_typed(w, node, row, bar + 3);
	} else if (node->kind == JB_SCALAR) {
		if (string)
			w->visit(node, row, string, w->data);
	} else if (node->kind == JB_SEQUENCE &&
		   g_str_has_prefix(type, "list ")) {
		for (size_t i = 0; i < node->n; i++) {
			jb_node *item = node->items[i];
			const char *rest = type + strlen("list ");

			if (bar && item->kind == JB_MAPPING)
				rest = bar + strlen(" | list ");
			walk_typed(w, item, row, rest);
		}
	} else if (type[0] == '@') {
		walk_object(w, node, type + 1);
	} else if (g_str_has_prefix(type, "map ")) {
		for (size_t i = 0; i < node->n; i++)
			walk_typed(w, node->pairs[i].value, row,
				type + strlen("map "));
	}
}

static void walk_object(const walk *w, jb_node *map, const char *object)
{
	for (size_t i = 0; i < map->n; i++) {
		const jb_schema_key *row =
			jb_schema_lookup(object, map->pairs[i].key->text);

		if (row)
			walk_typed(w, map->pairs[i].value, row, row->type);
	}
}

void jb_schema_strings(
	jb_node *root, const char *object, jb_schema_visit *visit, void *data)
{
	const walk w = {visit, data};

	walk_object(&w, root, object);
}
