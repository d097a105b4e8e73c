/* told.c - who writes and who is quoted, and sides that are compared. */
#include "model/report-parts.h"

#include "model/schema.h"

enum { SIDES_LEAST = 2, SIDES_MOST = 3 };

jb_author *jb_authors_read(jb_reading *r, const jb_node *list, size_t *n)
{
	jb_author *authors;

	*n = list ? list->n : 0;
	authors = jb_new_array(r->arena, jb_author, *n + 1);
	for (size_t i = 0; i < *n; i++) {
		const jb_node *node = list->items[i];

		if (node->kind == JB_SCALAR) {
			authors[i].name = node;
			continue;
		}
		authors[i].name = jb_read_template(node, "name");
		authors[i].role = jb_read_template(node, "role");
	}
	return authors;
}

jb_quoted *jb_quotes_read(jb_reading *r, const jb_node *list, size_t *n)
{
	jb_quoted *quotes;

	*n = list ? list->n : 0;
	quotes = jb_new_array(r->arena, jb_quoted, *n + 1);
	for (size_t i = 0; i < *n; i++) {
		const jb_node *map = list->items[i];

		quotes[i] = (jb_quoted){
			.text = jb_read_template(map, "text"),
			.who = jb_read_template(map, "who"),
			.title = jb_read_template(map, "title"),
			.pos = map->pos,
		};
	}
	return quotes;
}

static void read_row(jb_reading *r, const jb_comparison *comparison,
	jb_comparison_row *row, const jb_node *map)
{
	const jb_node *cells = jb_node_lookup(map, "cells");

	row->label = jb_read_template(map, "label");
	row->cells =
		jb_new_array(r->arena, jb_template, comparison->n_sides + 1);
	if (cells->n != comparison->n_sides)
		jb_refuse(r, cells, "a row of %zu in a comparison of %zu sides",
			cells->n, comparison->n_sides);
	for (size_t i = 0; i < cells->n && i < comparison->n_sides; i++)
		row->cells[i] = cells->items[i];
}

void jb_comparison_read(
	jb_reading *r, jb_comparison *comparison, const jb_named *named)
{
	const jb_node *sides = jb_node_lookup(named->node, "sides");
	const jb_node *rows = jb_node_lookup(named->node, "rows");

	comparison->id = named->id;
	comparison->pos = named->pos;
	comparison->label = jb_read_template(named->node, "label");
	comparison->section = jb_read_section(r, named->node);
	if (sides->n < SIDES_LEAST || sides->n > SIDES_MOST)
		jb_refuse(r, sides,
			"a comparison has two or three sides, not %zu",
			sides->n);
	comparison->n_sides = sides->n;
	comparison->sides = jb_new_array(r->arena, jb_template, sides->n + 1);
	for (size_t i = 0; i < sides->n; i++)
		comparison->sides[i] = sides->items[i];
	comparison->n_rows = rows->n;
	comparison->rows =
		jb_new_array(r->arena, jb_comparison_row, rows->n + 1);
	for (size_t i = 0; i < rows->n; i++)
		read_row(r, comparison, &comparison->rows[i], rows->items[i]);
}
