/* table.c - the tables of a report: columns, rows, and which cell stands where.
 *
 * The numbers in a table are figures, each with the name table.row.column; a
 * column of them is a series, table.column.
 */
#include "model/report-parts.h"

#include <string.h>

#include "model/schema.h"

/* ---- names ---- */

/* A text that may stand between the dots of a reference. */
static bool is_name(const char *text)
{
	return *text && !strpbrk(text, ".|{}[]\\\n$ ");
}

/* How often each text would be a name. */
static void count_name(GHashTable *counts, const char *text)
{
	unsigned n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, text));

	g_hash_table_insert(counts, (char *)text, GUINT_TO_POINTER(n + 1));
}

static bool is_single(GHashTable *counts, const char *text)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(counts, text)) == 1;
}

/* The name of a column or row: its id, else words that no other has, else a
 * number, which no text can refer to. */
static const char *name_of(jb_reading *r, GHashTable *counts, const jb_node *id,
	const jb_node *words, char letter, size_t i)
{
	const jb_node *name = id ? id : words;

	if (name && name->kind == JB_SCALAR && is_name(name->text) &&
		is_single(counts, name->text))
		return name->text;
	return jb_sprintf(r->arena, "%c%zu", letter, i + 1);
}

/* ---- columns ---- */

static int read_align(const jb_node *map)
{
	static const char *const words[] = {"start", "center", "end"};
	const jb_node *node = jb_node_lookup(map, "align");

	return node ? (int)jb_word_index(node->text, words, G_N_ELEMENTS(words))
		    : -1;
}

static const char *const types[] = {
	"text", "number", "percent", "date", "status", "bar"};

static void read_column(
	jb_reading *r, jb_table_column *column, const jb_node *node)
{
	const char *type = NULL;

	*column = (jb_table_column){.pos = node->pos,
		.label = node,
		.unit = "",
		.decimals = -1,
		.align = -1,
		.sum = true};
	if (node->kind == JB_SCALAR)
		return;
	type = jb_schema_text(node, "table_column", "type");
	column->label = jb_read_template(node, "label");
	column->group = jb_read_template(node, "group");
	column->note = jb_read_template(node, "note");
	column->type =
		(jb_column_type)jb_word_index(type, types, G_N_ELEMENTS(types));
	if (jb_node_lookup(node, "unit"))
		column->unit = jb_schema_text(node, "table_column", "unit");
	jb_unit_check(r, jb_node_lookup(node, "unit"));
	if (!type && strcmp(column->unit, "%") == 0)
		column->type = JB_COLUMN_PERCENT;
	if (column->type == JB_COLUMN_PERCENT && !*column->unit)
		column->unit = "%";
	if (jb_node_lookup(node, "decimals"))
		column->decimals =
			jb_schema_int(node, "table_column", "decimals");
	column->align = read_align(node);
	column->width = jb_schema_text(node, "table_column", "width");
	column->sum = jb_schema_bool(node, "table_column", "sum") &&
		      (column->type != JB_COLUMN_PERCENT ||
			      jb_node_lookup(node, "sum"));
	jb_decimal_parse(jb_schema_text(node, "table_column", "tolerance"),
		&column->tolerance);
}

/* A head that is a date is no number that somebody typed. */
static void spare_date(jb_reading *r, const jb_node *head)
{
	jb_date date;

	if (jb_date_parse(head->text, &date) || jb_date_said(head->text, &date))
		g_hash_table_add(r->report->values, (void *)head);
}

static const jb_node *column_id(const jb_node *node)
{
	const jb_node *id;

	if (node->kind != JB_MAPPING)
		return NULL;
	id = jb_node_lookup(node, "id");
	if (!id)
		id = jb_node_lookup(node, "from");
	return id && is_name(id->text) ? id : NULL;
}

static void read_columns(jb_reading *r, jb_table *table, const jb_node *list)
{
	g_autoptr(GHashTable) counts =
		g_hash_table_new(g_str_hash, g_str_equal);

	table->n_columns = list->n;
	table->columns = jb_new_array(r->arena, jb_table_column, list->n);
	for (size_t i = 0; i < list->n; i++) {
		const jb_node *id = column_id(list->items[i]);

		read_column(r, &table->columns[i], list->items[i]);
		spare_date(r, table->columns[i].label);
		count_name(
			counts, id ? id->text : table->columns[i].label->text);
		if (id && !is_single(counts, id->text))
			jb_refuse(r, id, "a second column “%s”", id->text);
	}
	for (size_t i = 0; i < list->n; i++)
		table->columns[i].key =
			name_of(r, counts, column_id(list->items[i]),
				table->columns[i].label, 'c', i);
}

/* ---- rows ---- */

/* A cell without a place: one message is enough. */
static void spare_cell(jb_reading *r, const jb_node *node)
{
	g_hash_table_add(r->report->values, (void *)node);
}

/* While the cells of a table are laid into its grid. */
struct grid {
	const jb_table *table;
	const jb_node **nodes; /* rows times columns; NULL: covered or none */
	int *busy;   /* rows that a cell from above still covers, by column */
	bool *inner; /* that cell begins further left */
};

static const jb_node **node_at(const struct grid *g, size_t row, size_t column)
{
	return &g->nodes[row * g->table->n_columns + column];
}

static const jb_node *cells_of(const jb_node *row)
{
	return row->kind == JB_SEQUENCE ? row : jb_node_lookup(row, "cells");
}

/* 1,197 in a list is two cells. */
static const jb_node *split_number(const jb_node *list)
{
	for (size_t i = 1; i < list->n; i++) {
		const jb_node *a = list->items[i - 1], *b = list->items[i];

		if (a->kind == JB_SCALAR && b->kind == JB_SCALAR &&
			a->type == JB_INT && strlen(b->text) == 3 &&
			strspn(b->text, "0123456789") == 3 &&
			a->pos.line == b->pos.line &&
			b->pos.col == a->pos.col + strlen(a->text) + 1)
			return a;
	}
	return NULL;
}

static void refuse_row(
	jb_reading *r, const struct grid *g, const jb_node *list, size_t room)
{
	const jb_node *split = split_number(list);

	if (room == g->table->n_columns)
		jb_refuse(r, list, "a row of %zu in a table of %zu columns",
			list->n, room);
	else
		jb_refuse(r, list, "a row of %zu where there is room for %zu",
			list->n, room);
	if (split)
		jb_hint(r->diags,
			"“%s,…” is two cells: write numbers without commas",
			split->text);
	else if (room < g->table->n_columns)
		jb_hint(r->diags, "cells that another one spans are left out");
	else
		jb_hint(r->diags, "a cell that is empty is \"\"");
}

/* How far a cell reaches, as far as there is room. */
static void read_span(jb_reading *r, const struct grid *g, size_t row,
	size_t column, jb_table_cell *cell, const jb_node *node)
{
	size_t across = 0, down = 1;

	cell->span = cell->rows = 1;
	if (node->kind != JB_MAPPING)
		return;
	cell->span = jb_schema_int(node, "table_cell", "span");
	cell->rows = jb_schema_int(node, "table_cell", "rows");
	while (column + across < g->table->n_columns &&
		g->busy[column + across] == 0)
		across++;
	while (row + down < g->table->n_rows &&
		g->table->rows[row + down].kind != JB_ROW_GROUP)
		down++;
	if ((size_t)cell->span > across) {
		jb_refuse(r, jb_node_lookup(node, "span"),
			"a cell over %d columns where there are %zu",
			cell->span, across);
		cell->span = (int)across;
	}
	if ((size_t)cell->rows > down) {
		jb_refuse(r, jb_node_lookup(node, "rows"),
			"a cell over %d rows where there are %zu", cell->rows,
			down);
		cell->rows = (int)down;
	}
}

/* Puts the cells of a row where there is room for them. */
static void lay_row(
	jb_reading *r, struct grid *g, size_t i, const jb_node *list)
{
	jb_table_row *row = &g->table->rows[i];
	size_t next = 0, room = 0, c = 0;

	while (c < g->table->n_columns) {
		jb_table_cell *cell = &row->cells[c];

		cell->pos = list->pos;
		cell->span = cell->rows = 1;
		if (g->busy[c] > 0) {
			g->busy[c]--;
			cell->covered = true;
			cell->joined = g->inner[c++];
			continue;
		}
		room++;
		if (next == list->n) {
			c++;
			continue;
		}
		*node_at(g, i, c) = list->items[next];
		cell->pos = list->items[next]->pos;
		read_span(r, g, i, c, cell, list->items[next++]);
		for (int k = 0; k < cell->span; k++) {
			g->busy[c + (size_t)k] = cell->rows - 1;
			g->inner[c + (size_t)k] = k > 0;
			row->cells[c + (size_t)k].covered = k > 0;
			row->cells[c + (size_t)k].joined = k > 0;
		}
		c += (size_t)cell->span;
	}
	for (size_t k = next; k < list->n; k++)
		spare_cell(r, list->items[k]);
	if (next < list->n || room > next)
		refuse_row(r, g, list, room);
}

static void read_row(
	jb_reading *r, jb_table *table, jb_table_row *row, const jb_node *node)
{
	static const char *const kinds[] = {"", "", "group", "table"};
	const jb_node *cells = cells_of(node);

	row->pos = node->pos;
	if (node->kind == JB_MAPPING) {
		row->group = jb_read_template(node, "group");
		row->note = jb_read_template(node, "note");
		row->within = jb_schema_bool(node, "table_row", "within");
		row->kind = (jb_row_kind)jb_word_index(
			jb_schema_text(node, "table_row", "total"), kinds,
			G_N_ELEMENTS(kinds));
	}
	if (!row->group && !cells) {
		jb_refuse(r, node, "a row with neither `cells` nor `group`");
	} else if (row->group && cells) {
		jb_refuse(r, jb_node_key(node, "cells"),
			"a heading has no cells");
		jb_hint(r->diags, "make them a row of its own");
		for (size_t k = 0; k < cells->n; k++)
			spare_cell(r, cells->items[k]);
	}
	if (row->group)
		row->kind = JB_ROW_GROUP;
	else
		row->cells =
			jb_new_array(r->arena, jb_table_cell, table->n_columns);
}

/* ---- what columns are ---- */

static const char *cell_words(const jb_node *node)
{
	if (node && node->kind == JB_MAPPING)
		node = jb_node_lookup(node, "text");
	return node && node->kind == JB_SCALAR ? node->text : NULL;
}

static bool has_value(const jb_node *node)
{
	return node->kind == JB_MAPPING &&
	       (jb_node_lookup(node, "value") || jb_node_lookup(node, "as"));
}

/* Where the column does not say: numbers, if that is what most cells are. */
static void guess_type(jb_reading *r, const struct grid *g, size_t c)
{
	jb_table_column *column = &g->table->columns[c];
	size_t numbers = 0, others = 0, references = 0;

	for (size_t i = 0; i < g->table->n_rows; i++) {
		const jb_node *node = *node_at(g, i, c);
		const char *words = cell_words(node);

		if (!node)
			continue;
		if (has_value(node) || (words && jb_cell_numeric(words)))
			numbers++;
		else if (words && jb_cell_reference(r, node))
			references++;
		else if (words && *words && strcmp(words, "sum") != 0 &&
			 !jb_missing_of(g->table, words))
			others++;
	}
	if (*column->unit || column->decimals >= 0 || numbers > others ||
		(references > 0 && others == 0))
		column->type = JB_COLUMN_NUMBER;
}

/* In a file: dates, where all cells are; plain years in the first column only,
 * for elsewhere they may be numbers. */
static bool guess_dates(const struct grid *g, size_t c)
{
	bool any = false;

	for (size_t i = 0; i < g->table->n_rows; i++) {
		const char *words = cell_words(*node_at(g, i, c));
		jb_date date;

		if (!words || !*words)
			continue;
		if (g->table->rows[i].kind != JB_ROW_PLAIN)
			continue;
		if (c > 0 && strlen(words) == 4)
			return false;
		if (!jb_date_parse(words, &date) && !jb_date_said(words, &date))
			return false;
		any = true;
	}
	return any;
}

static void guess_types(
	jb_reading *r, const struct grid *g, const jb_node *columns)
{
	for (size_t c = 0; c < g->table->n_columns; c++) {
		const jb_node *node = columns->items[c];

		if (g->table->columns[c].type == JB_COLUMN_TEXT &&
			(node->kind == JB_SCALAR ||
				!jb_node_lookup(node, "type"))) {
			if (g->table->file && guess_dates(g, c))
				g->table->columns[c].type = JB_COLUMN_DATE;
			else
				guess_type(r, g, c);
		}
	}
}

/* ---- the whole ---- */

static const jb_node *row_id(const jb_node *node)
{
	return node->kind == JB_MAPPING ? jb_node_lookup(node, "id") : NULL;
}

static const jb_node *row_words(const struct grid *g, size_t i)
{
	const jb_node *node = g->table->n_columns ? *node_at(g, i, 0) : NULL;

	if (node && node->kind == JB_MAPPING)
		node = jb_node_lookup(node, "text");
	return node;
}

static void name_rows(jb_reading *r, const struct grid *g, const jb_node *rows)
{
	g_autoptr(GHashTable) counts =
		g_hash_table_new(g_str_hash, g_str_equal);

	for (size_t i = 0; i < rows->n; i++) {
		const jb_node *id = row_id(rows->items[i]);
		const jb_node *words = row_words(g, i);

		if (id || words)
			count_name(counts, id ? id->text : words->text);
		if (id && !is_single(counts, id->text))
			jb_refuse(r, id, "a second row “%s”", id->text);
	}
	for (size_t i = 0; i < rows->n; i++)
		g->table->rows[i].key = name_of(r, counts,
			row_id(rows->items[i]), row_words(g, i), 'r', i);
}

/* Numbers of a column are a series of the same name: table.column. */
static void name_series(jb_reading *r, const jb_table *table, size_t c)
{
	const jb_table_column *column = &table->columns[c];
	jb_series *series = jb_new(r->arena, jb_series);
	jb_named *named = jb_new(r->arena, jb_named);

	series->id = jb_sprintf(r->arena, "%s.%s", table->id, column->key);
	series->pos = column->pos;
	series->label = column->label;
	series->items =
		jb_new_array(r->arena, const jb_figure *, table->n_rows + 1);
	for (size_t i = 0; i < table->n_rows; i++) {
		const jb_table_row *row = &table->rows[i];
		const jb_figure *f = row->cells ? row->cells[c].figure : NULL;

		if (f && row->kind == JB_ROW_PLAIN && !row->within)
			series->items[series->n++] = f;
		else if (f && row->kind == JB_ROW_TOTAL && column->sum)
			series->total = f;
	}
	if (series->n == 0)
		return;
	*named = (jb_named){
		JB_NAMED_SERIES, series->id, series->pos, NULL, series};
	g_hash_table_insert(r->report->ids, (char *)series->id, named);
	g_ptr_array_add(r->named, named);
}

static void read_cells(jb_reading *r, const struct grid *g)
{
	for (size_t i = 0; i < g->table->n_rows; i++) {
		for (size_t c = 0; c < g->table->n_columns; c++) {
			const jb_node *node = *node_at(g, i, c);

			if (node)
				jb_cell_read(r, g->table, i,
					&g->table->columns[c],
					&g->table->rows[i].cells[c], node);
		}
	}
}

static void read_rows(jb_reading *r, jb_table *table, const jb_node *columns,
	const jb_node *rows)
{
	struct grid g = {.table = table,
		.nodes = jb_new_array(r->arena, const jb_node *,
			rows->n * table->n_columns + 1),
		.busy = jb_new_array(r->arena, int, table->n_columns + 1),
		.inner = jb_new_array(r->arena, bool, table->n_columns + 1)};

	table->n_rows = rows->n;
	table->rows = jb_new_array(r->arena, jb_table_row, rows->n);
	for (size_t i = 0; i < rows->n; i++)
		read_row(r, table, &table->rows[i], rows->items[i]);
	for (size_t i = 0; i < rows->n; i++) {
		if (table->rows[i].cells && cells_of(rows->items[i]))
			lay_row(r, &g, i, cells_of(rows->items[i]));
	}
	guess_types(r, &g, columns);
	for (size_t c = 0; c < table->n_columns; c++)
		if (table->columns[c].type == JB_COLUMN_NUMBER &&
			!*table->columns[c].unit)
			table->columns[c].unit = table->unit;
	name_rows(r, &g, rows);
	read_cells(r, &g);
}

static void read_missing(jb_reading *r, jb_table *table, const jb_node *map)
{
	static const char *const words[] = {"present", "not_stated",
		"not_collected", "not_applicable", "vague", "suppressed"};

	if (!map)
		return;
	table->missing = g_hash_table_new(g_str_hash, g_str_equal);
	jb_arena_defer(r->arena, (void (*)(void *))g_hash_table_unref,
		table->missing);
	for (size_t i = 0; i < map->n; i++)
		g_hash_table_insert(table->missing,
			(void *)map->pairs[i].key->text,
			GUINT_TO_POINTER(jb_word_index(
				map->pairs[i].value->text, words,
				G_N_ELEMENTS(words))));
}

static void read_table(jb_reading *r, jb_table *table, const jb_named *named)
{
	const jb_node *map = named->node, *columns, *rows;

	table->id = named->id;
	table->pos = named->pos;
	table->label = jb_read_template(map, "label");
	table->title = jb_read_template(map, "title");
	table->source = jb_read_template(map, "source");
	table->note = jb_read_template(map, "note");
	table->section = jb_read_section(r, map);
	if (jb_schema_bool(map, "table", "numbered"))
		table->number = ++r->n_tables;
	read_missing(r, table, jb_node_lookup(map, "missing"));
	table->file = jb_node_lookup(map, "file");
	table->unit = "";
	if (jb_node_lookup(map, "unit"))
		table->unit = jb_schema_text(map, "table", "unit");
	jb_unit_check(r, jb_node_lookup(map, "unit"));
	if (!jb_table_load(r, map, &columns, &rows))
		return;
	read_columns(r, table, columns);
	read_rows(r, table, columns, rows);
	for (size_t c = 0; c < table->n_columns; c++)
		name_series(r, table, c);
	jb_table_derive(r, table);
}

void jb_tables_read(jb_reading *r)
{
	guint n = r->named->len; /* cells are added */

	for (guint i = 0; i < n; i++) {
		const jb_named *named = r->named->pdata[i];

		if (named->kind == JB_NAMED_TABLE)
			read_table(r, named->thing, named);
	}
}
