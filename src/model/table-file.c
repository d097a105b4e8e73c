/* table-file.c - tables whose rows come from a file beside the report: its
 * columns and rows as if they had been written there. */
#include "model/report-parts.h"

#include <string.h>

#include "base/words.h"
#include "model/schema-scalar.h"
#include "model/schema.h"
#include "yaml/csv.h"
#include "yaml/json.h"

enum { LISTED_MAX = 12 }; /* more heads than this make no hint */

/* ---- rows of JSON ---- */

static jb_node *list_new(jb_reading *r, jb_pos pos, GPtrArray *items)
{
	jb_node *list = jb_new(r->arena, jb_node);

	list->kind = JB_SEQUENCE;
	list->pos = pos;
	list->n = items->len;
	list->items = jb_new_array(r->arena, jb_node *, items->len + 1);
	if (items->len)
		memcpy(list->items, items->pdata,
			items->len * sizeof(jb_node *));
	return list;
}

static jb_node *cell_new(jb_reading *r, jb_pos pos, const char *text)
{
	jb_node *cell = jb_new(r->arena, jb_node);

	cell->kind = JB_SCALAR;
	cell->type = JB_TEXT;
	cell->pos = pos;
	cell->text = text;
	return cell;
}

/* The value as a cell: null is empty, as nothing in a CSV file is. */
static jb_node *cell_of(jb_reading *r, const jb_node *value)
{
	if (value->kind == JB_SCALAR)
		return cell_new(r, value->pos,
			value->type == JB_NULL ? "" : value->text);
	jb_error(r->diags, value->pos, "a cell cannot be %s",
		jb_node_what(value));
	return cell_new(r, value->pos, "");
}

/* Every key that an object has, in the order they are met. */
static jb_node *heads_of(
	jb_reading *r, const jb_node *objects, GHashTable *places)
{
	g_autoptr(GPtrArray) heads = g_ptr_array_new();

	for (size_t i = 0; i < objects->n; i++)
		for (size_t k = 0; k < objects->items[i]->n; k++) {
			jb_node *key = objects->items[i]->pairs[k].key;

			if (g_hash_table_contains(places, key->text))
				continue;
			g_hash_table_insert(places, (void *)key->text,
				GUINT_TO_POINTER(heads->len));
			g_ptr_array_add(heads, key);
		}
	return list_new(r, objects->pos, heads);
}

static jb_node *rows_of_objects(jb_reading *r, const jb_node *objects)
{
	g_autoptr(GHashTable) places =
		g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) rows = g_ptr_array_new();
	jb_node *heads = heads_of(r, objects, places);

	g_ptr_array_add(rows, heads);
	if (heads->n > JB_CSV_COLUMNS_MAX ||
		heads->n * objects->n > JB_YAML_NODES_MAX) {
		jb_error(r->diags, objects->pos,
			"a table of %zu columns and "
			"%zu rows is too large",
			heads->n, objects->n);
		return NULL;
	}
	for (size_t i = 0; i < objects->n; i++) {
		const jb_node *object = objects->items[i];
		jb_node *row = jb_new(r->arena, jb_node);

		*row = (jb_node){.kind = JB_SEQUENCE,
			.pos = object->pos,
			.n = heads->n,
			.items = jb_new_array(
				r->arena, jb_node *, heads->n + 1)};
		for (size_t k = 0; k < object->n; k++)
			row->items[GPOINTER_TO_UINT(g_hash_table_lookup(
				places, object->pairs[k].key->text))] =
				cell_of(r, object->pairs[k].value);
		for (size_t k = 0; k < heads->n; k++)
			if (!row->items[k])
				row->items[k] = cell_new(r, row->pos, "");
		g_ptr_array_add(rows, row);
	}
	return list_new(r, objects->pos, rows);
}

static jb_node *rows_of_lists(jb_reading *r, const jb_node *lists)
{
	g_autoptr(GPtrArray) rows = g_ptr_array_new();

	for (size_t i = 0; i < lists->n; i++) {
		const jb_node *list = lists->items[i];
		g_autoptr(GPtrArray) cells = g_ptr_array_new();

		if (list->n != lists->items[0]->n)
			jb_error(r->diags, list->pos,
				"a row of %zu in a table of %zu columns",
				list->n, lists->items[0]->n);
		for (size_t k = 0; k < lists->items[0]->n; k++)
			g_ptr_array_add(cells,
				k < list->n ? cell_of(r, list->items[k])
					    : cell_new(r, list->pos, ""));
		g_ptr_array_add(rows, list_new(r, list->pos, cells));
	}
	return list_new(r, lists->pos, rows);
}

static bool all_are(const jb_node *list, jb_node_kind kind)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i]->kind != kind)
			return false;
	return list->kind == JB_SEQUENCE && list->n > 0;
}

static jb_node *rows_of_json(jb_reading *r, const jb_source *src)
{
	const jb_node *root = jb_json_read(r->arena, r->diags, src);
	jb_node *rows;

	if (!root)
		return NULL;
	if (root->kind == JB_SEQUENCE && all_are(root, JB_MAPPING)) {
		rows = rows_of_objects(r, root);
	} else if (root->kind == JB_SEQUENCE && all_are(root, JB_SEQUENCE)) {
		rows = rows_of_lists(r, root);
	} else {
		jb_error(r->diags, root->pos,
			"a table in JSON is a list of objects, or of lists");
		jb_hint(r->diags, "[{\"name\": \"A\", \"value\": 1}, …], or "
				  "[[\"name\", \"value\"], [\"A\", 1], …]");
		return NULL;
	}
	return rows && jb_heads_check(r->diags, rows->items[0]) ? rows : NULL;
}

static jb_node *read_file(
	jb_reading *r, const jb_node *map, const jb_node *name)
{
	bool json = g_str_has_suffix(name->text, ".json");
	const jb_node *head = jb_node_lookup(map, "head");
	const jb_source *src;
	const char *why;

	if (!json && !g_str_has_suffix(name->text, ".csv") &&
		!g_str_has_suffix(name->text, ".tsv")) {
		jb_refuse(r, name, "“%s” is no file of a table", name->text);
		jb_hint(r->diags, "its name ends in .csv, .tsv or .json; save "
				  "a sheet of Excel as “CSV UTF-8”");
		return NULL;
	}
	src = jb_read_beside(r, name, &why);
	if (why)
		jb_refuse(r, name, "the table cannot be read: %s", why);
	if (!src)
		return NULL;
	if (!json)
		return jb_csv_read(r->arena, r->diags, src,
			(unsigned)jb_schema_int(map, "table", "head"));
	if (head)
		jb_refuse(r, head, "`head` is for files of CSV");
	return rows_of_json(r, src);
}

/* ---- which columns ---- */

static const jb_node *wanted_head(const jb_node *column)
{
	const jb_node *from;

	if (column->kind == JB_SCALAR)
		return column;
	from = jb_node_lookup(column, "from");
	return from ? from : jb_node_lookup(column, "label");
}

static void refuse_head(
	jb_reading *r, const jb_node *wanted, const jb_node *heads)
{
	const char **words = jb_new_array(r->arena, const char *, heads->n + 1);
	g_autofree char *joined = NULL;
	const char *near;

	for (size_t i = 0; i < heads->n; i++)
		words[i] = heads->items[i]->text;
	near = jb_words_nearest(wanted->text, words, heads->n);
	jb_refuse(r, wanted, "the file has no column “%s”", wanted->text);
	jb_also(r->diags, heads->pos, "its heads are here");
	if (near) {
		jb_hint(r->diags, "did you mean “%s”?", near);
		return;
	}
	joined = g_strjoinv("”, “", (char **)words);
	if (heads->n <= LISTED_MAX)
		jb_hint(r->diags, "its columns are “%s”; `from` names one",
			joined);
}

/* The place of each wanted column in the file; -1: there is none. */
static int *find_columns(
	jb_reading *r, const jb_node *columns, const jb_node *heads)
{
	int *places = jb_new_array(r->arena, int, columns->n + 1);

	for (size_t i = 0; i < columns->n; i++) {
		const jb_node *wanted = wanted_head(columns->items[i]);

		places[i] = -1;
		for (size_t k = 0; k < heads->n; k++)
			if (strcmp(heads->items[k]->text, wanted->text) == 0)
				places[i] = (int)k;
		if (places[i] < 0)
			refuse_head(r, wanted, heads);
	}
	return places;
}

/* What is meant as a reference would be printed with the figure's value, but
 * nobody would look for it in a file of data. */
static void refuse_reference(jb_reading *r, const jb_node *cell)
{
	if (!strstr(cell->text, "${"))
		return;
	jb_refuse(r, cell, "a file of data holds no ${…}");
	jb_hint(r->diags, "write the row in the report, under `rows`");
}

static jb_node *take_row(
	jb_reading *r, const jb_node *row, const int *places, size_t n)
{
	jb_node *taken = jb_new(r->arena, jb_node);

	taken->kind = JB_SEQUENCE;
	taken->pos = row->pos;
	taken->n = n;
	taken->items = jb_new_array(r->arena, jb_node *, n + 1);
	for (size_t i = 0; i < n; i++) {
		taken->items[i] = places[i] < 0 ? cell_new(r, row->pos, "")
						: row->items[places[i]];
		refuse_reference(r, taken->items[i]);
	}
	return taken;
}

/* The rows of the file, then those of the report: totals, say. */
static jb_node *take_rows(jb_reading *r, const jb_node *map,
	const jb_node *rows, const int *places, size_t n)
{
	const jb_node *more = jb_node_lookup(map, "rows");
	g_autoptr(GPtrArray) items = g_ptr_array_new();

	for (size_t i = 1; i < rows->n; i++)
		g_ptr_array_add(items, take_row(r, rows->items[i], places, n));
	for (size_t i = 0; more && i < more->n; i++)
		g_ptr_array_add(items, more->items[i]);
	return list_new(r, map->pos, items);
}

/* ---- the table ---- */

static bool has_both(jb_reading *r, const jb_node *map)
{
	static const char *const keys[] = {"columns", "rows"};

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		if (jb_node_lookup(map, keys[i]))
			continue;
		jb_error(r->diags, map->pos, "“%s” is missing", keys[i]);
		jb_hint(r->diags, "or `file`: a CSV or JSON file beside the "
				  "report");
		return false;
	}
	return true;
}

bool jb_table_load(jb_reading *r, const jb_node *map, const jb_node **columns,
	const jb_node **rows)
{
	const jb_node *name = jb_node_lookup(map, "file");
	jb_node *all;

	*columns = jb_node_lookup(map, "columns");
	*rows = jb_node_lookup(map, "rows");
	if (!name)
		return has_both(r, map);
	all = read_file(r, map, name);
	if (!all)
		return false;
	if (!*columns)
		*columns = all->items[0];
	*rows = take_rows(r, map, all, find_columns(r, *columns, all->items[0]),
		(*columns)->n);
	return true;
}
