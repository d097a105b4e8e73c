/* strings.c - every text of a file, found by the schema's types. */
#include "model/schema.h"

#include <string.h>

#include "model/schema-type.h"

typedef struct walk {
	const jb_grammar *grammar;
	jb_schema_visit *visit;
	void *data;
} walk;

static void walk_object(const walk *w, jb_node *map, const char *object);

/* A list is of the kind that its items are, as the checker takes it. */
static bool may_hold(const jb_type *of, const jb_node *item)
{
	for (; of; of = of->next) {
		if (jb_type_scalar(of)
				? item->kind == JB_SCALAR
				: item->kind == (of->kind == JB_TYPE_LIST
								? JB_SEQUENCE
								: JB_MAPPING))
			return true;
	}
	return false;
}

static void walk_typed(const walk *w, jb_node *node, const jb_schema_key *row,
	const jb_type *type);

static void walk_items(const walk *w, jb_node *list, const jb_schema_key *row,
	const jb_type *type)
{
	for (; type; type = type->next) {
		if (type->kind != JB_TYPE_LIST || list->n == 0 ||
			!may_hold(type->of, list->items[0]))
			continue;
		for (size_t i = 0; i < list->n; i++)
			walk_typed(w, list->items[i], row, type->of);
		return;
	}
}

static void walk_pairs(const walk *w, jb_node *map, const jb_schema_key *row,
	const jb_type *type)
{
	if (type->kind == JB_TYPE_OBJECT)
		walk_object(w, map, type->object);
	for (size_t i = 0; type->kind == JB_TYPE_MAP && i < map->n; i++)
		walk_typed(w, map->pairs[i].value, row, type->of);
}

static void walk_typed(const walk *w, jb_node *node, const jb_schema_key *row,
	const jb_type *type)
{
	if (node->kind == JB_SEQUENCE)
		walk_items(w, node, row, type);
	for (; type && node->kind != JB_SEQUENCE; type = type->next) {
		if (node->kind == JB_MAPPING) {
			walk_pairs(w, node, row, type);
		} else if (type->kind == JB_TYPE_STRING) {
			w->visit(node, row, type->word, w->data);
			return;
		}
	}
}

static void walk_object(const walk *w, jb_node *map, const char *object)
{
	const jb_object *known = jb_grammar_object(w->grammar, object);

	for (size_t i = 0; i < map->n; i++) {
		for (size_t k = 0; k < known->n; k++) {
			if (strcmp(known->keys[k], map->pairs[i].key->text) ==
				0)
				walk_typed(w, map->pairs[i].value,
					known->rows[k], known->types[k]);
		}
	}
}

void jb_schema_strings(
	jb_node *root, const char *object, jb_schema_visit *visit, void *data)
{
	jb_arena *arena = jb_arena_open();
	const walk w = {jb_grammar_new(arena), visit, data};

	walk_object(&w, root, object);
	jb_arena_close(arena);
}
