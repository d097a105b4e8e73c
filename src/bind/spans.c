/* spans.c - numbers of columns that a mosaic may choose from, and lines
 * between columns.
 */
#include "bind/scope.h"

#include <stdlib.h>

#include "model/schema.h"

static int by_size(gconstpointer a, gconstpointer b)
{
	return *(const int *)a - *(const int *)b;
}

int *jb_bind_spans(jb_binding *b, const jb_node *list, int columns, size_t *n)
{
	int *spans = list ? jb_new_array(b->arena, int, list->n + 1) : NULL;
	size_t kept = 0;

	*n = 0;
	for (size_t i = 0; list && i < list->n; i++) {
		int span = atoi(list->items[i]->text);

		if (span > columns) {
			jb_error(b->diags, list->items[i]->pos,
				"the page has %d columns, and this spans %d",
				columns, span);
			continue;
		}
		spans[(*n)++] = span;
	}
	if (*n == 0)
		return NULL;
	qsort(spans, *n, sizeof *spans, by_size);
	for (size_t i = 0; i < *n; i++)
		if (i == 0 || spans[i] != spans[kept - 1])
			spans[kept++] = spans[i];
	*n = kept;
	return spans;
}

jb_edge jb_bind_rule(jb_binding *b, const jb_node *node)
{
	jb_edge edge = {0};

	if (!node)
		return edge;
	edge.ink = jb_schema_text(node, "line", "ink");
	edge.width_pt = jb_layout_pt(
		b->layout, jb_schema_text(node, "line", "width"), 0);
	return edge;
}
