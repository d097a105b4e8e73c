/* table.c - a table of the report as a layout wants it: which columns, where
 * their units are said, the notes by number. */
#include "bind/builder.h"

#include <string.h>

#include "base/messages.h"
#include "model/schema.h"
#include "model/wording.h"

/* While a table is bound. */
typedef struct binder {
	jb_binding *b;
	const jb_table *table;
	const jb_node *block; /* NULL: of a picture */
	jb_bound_table *out;
	size_t *order;	     /* of the columns that are shown */
	GPtrArray *notes;    /* jb_rich */
	GHashTable *by_text; /* text of a note -> its number */
	bool in_cells;	     /* units are said behind numbers */
	const char *one;     /* unit of all numbers, or NULL */
} binder;

static const jb_rich *plain(const binder *x, const char *text, jb_pos pos)
{
	return jb_rich_plain(x->b->arena, text, pos);
}

const char *jb_table_number(jb_arena *arena, const jb_table *table)
{
	return table->number ? jb_sprintf(arena, "表%d", table->number) : NULL;
}

/* First and second one after the other; either may be NULL. */
static const jb_rich *joined(
	jb_arena *arena, const jb_rich *first, const jb_rich *second)
{
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));

	if (first)
		g_array_append_vals(pieces, first->pieces, (guint)first->n);
	if (second)
		g_array_append_vals(pieces, second->pieces, (guint)second->n);
	return jb_rich_take(arena, pieces);
}

/* ---- notes ---- */

/* The number of a note; one that is written twice has one number. */
static int note_number(binder *x, jb_template note)
{
	void *known;

	if (!note)
		return 0;
	known = g_hash_table_lookup(x->by_text, note->text);
	if (!known) {
		g_ptr_array_add(
			x->notes, (void *)jb_bind_report_text(x->b, note));
		known = GUINT_TO_POINTER(x->notes->len);
		g_hash_table_insert(x->by_text, (char *)note->text, known);
	}
	return (int)GPOINTER_TO_UINT(known);
}

/* ---- columns ---- */

static bool is_number(jb_column_type type)
{
	return type == JB_COLUMN_NUMBER || type == JB_COLUMN_PERCENT ||
	       type == JB_COLUMN_BAR;
}

/* The column of a name: an id, or a head. */
static bool find_column(const binder *x, const char *name, size_t *c)
{
	for (*c = 0; *c < x->table->n_columns; ++*c) {
		const jb_table_column *column = &x->table->columns[*c];

		if (strcmp(column->key, name) == 0 ||
			strcmp(column->label->text, name) == 0)
			return true;
	}
	return false;
}

static bool has_spans(const jb_table *table)
{
	for (size_t i = 0; i < table->n_rows; i++) {
		const jb_table_row *row = &table->rows[i];

		for (size_t c = 0; row->cells && c < table->n_columns; c++)
			if (row->cells[c].span > 1)
				return true;
	}
	return false;
}

static void choose_columns(binder *x)
{
	const jb_node *list =
		x->block ? jb_node_lookup(x->block, "columns") : NULL;
	size_t n = 0, c;

	x->order = jb_new_array(
		x->b->arena, size_t, list ? list->n : x->table->n_columns);
	for (size_t i = 0; list && i < list->n; i++) {
		if (find_column(x, list->items[i]->text, &c)) {
			x->order[n++] = c;
			continue;
		}
		jb_error(x->b->diags, list->items[i]->pos,
			"the table “%s” has no column “%s”", x->table->id,
			list->items[i]->text);
		jb_span_chars(x->b->diags,
			(unsigned)g_utf8_strlen(list->items[i]->text, -1));
		jb_hint(x->b->diags, "its id, or its head");
	}
	if (list && has_spans(x->table))
		jb_error(x->b->diags, list->pos,
			"a table with cells over several columns is shown "
			"whole");
	for (; !list && n < x->table->n_columns; n++)
		x->order[n] = n;
	x->out->n_columns = n;
}

/* The unit that all numbers have, if there are at least two columns. */
static const char *common_unit(const binder *x)
{
	const char *unit = NULL;
	size_t n = 0;

	for (size_t i = 0; i < x->out->n_columns; i++) {
		const jb_table_column *column = &x->table->columns[x->order[i]];

		if (!is_number(column->type))
			continue;
		if (unit && strcmp(unit, column->unit) != 0)
			return NULL;
		unit = column->unit;
		n++;
	}
	return n > 1 && *unit ? unit : NULL;
}

static jb_text_align align_of(const jb_table_column *column)
{
	static const jb_text_align aligns[] = {
		JB_TEXT_START, JB_TEXT_CENTER, JB_TEXT_END};

	if (column->align >= 0)
		return aligns[column->align];
	return column->type == JB_COLUMN_NUMBER ||
			       column->type == JB_COLUMN_PERCENT
		       ? JB_TEXT_END
		       : JB_TEXT_START;
}

static void bind_column(binder *x, size_t i)
{
	const jb_table_column *column = &x->table->columns[x->order[i]];
	jb_bound_column *bound = &x->out->columns[i];
	bool said = !x->in_cells && !x->one && *column->unit;

	*bound = (jb_bound_column){
		.head = jb_bind_report_text(x->b, column->label),
		.group = jb_bind_report_text(x->b, column->group),
		.type = column->type,
		.numbers = is_number(column->type),
		.align = align_of(column),
		.note = note_number(x, column->note),
	};
	if (said && is_number(column->type))
		bound->unit = plain(x,
			jb_sprintf(x->b->arena, "（%s）", column->unit),
			column->pos);
	if (column->width)
		bound->width_pt = jb_layout_pt(x->b->layout, column->width,
			x->b->layout->width_pt - x->b->layout->inner_pt -
				x->b->layout->outer_pt);
}

/* ---- cells ---- */

/* The figure that is all of a text: "${parks}". */
static const jb_figure *lone_figure(const binder *x, const jb_rich *text)
{
	if (!text || text->n != 1 || !text->pieces[0].figure)
		return NULL;
	return jb_report_figure(x->b->report, text->pieces[0].figure);
}

static void bind_number(const binder *x, const jb_table_column *column,
	jb_bound_cell *out, const jb_figure *f)
{
	bool same = strcmp(f->unit, column->unit) == 0;

	out->figure = f;
	out->text = NULL;
	out->unit = x->in_cells || !same ? f->unit : "";
}

static void bind_cell(binder *x, const jb_table_column *column,
	const jb_table_cell *cell, jb_bound_cell *out)
{
	*out = (jb_bound_cell){
		.unit = "",
		.note = note_number(x, cell->note),
		.span = cell->span,
		.rows = cell->rows,
		.covered = cell->covered,
		.joined = cell->joined,
		.pos = cell->pos,
		.status = cell->has_status ? (int)cell->status + 1 : 0,
		.text = jb_bind_report_text(x->b, cell->text),
	};
	if (cell->date.year)
		out->text = plain(
			x, jb_date_text(x->b->arena, cell->date), cell->pos);
	if (cell->figure)
		bind_number(x, column, out, cell->figure);
	else if (is_number(column->type) && lone_figure(x, out->text))
		bind_number(x, column, out, lone_figure(x, out->text));
}

static void bind_row(binder *x, size_t i)
{
	const jb_table_row *row = &x->table->rows[i];
	jb_bound_row *out = &x->out->rows[i];
	int note = note_number(x, row->note);

	*out = (jb_bound_row){.kind = row->kind,
		.group = jb_bind_report_text(x->b, row->group),
		.within = row->within,
		.pos = row->pos};
	if (!row->cells)
		return;
	out->cells =
		jb_new_array(x->b->arena, jb_bound_cell, x->out->n_columns + 1);
	for (size_t c = 0; c < x->out->n_columns; c++)
		bind_cell(x, &x->table->columns[x->order[c]],
			&row->cells[x->order[c]], &out->cells[c]);
	if (x->out->n_columns && note)
		out->cells[0].note = note;
}

/* ---- the look ---- */

static double rule(const binder *x, const jb_node *rules, const char *key)
{
	return jb_layout_pt(
		x->b->layout, jb_schema_text(rules, "table_rules", key), 0);
}

static void bind_rules(binder *x, jb_table_look *look)
{
	const jb_node *rules = jb_node_lookup(x->block, "rules");
	const char *word = jb_schema_text(x->block, "block.table", "rules");

	if (rules && rules->kind == JB_MAPPING) {
		look->head_pt = rule(x, rules, "head");
		look->under_pt = rule(x, rules, "under");
		look->foot_pt = rule(x, rules, "foot");
		look->row_pt = rule(x, rules, "rows");
		look->column_pt = rule(x, rules, "columns");
		look->ink = jb_schema_text(rules, "table_rules", "ink");
		return;
	}
	if (strcmp(word, "none") == 0)
		return;
	look->head_pt = look->foot_pt = 1;
	look->under_pt = 0.5;
	if (strcmp(word, "grid") == 0) {
		look->head_pt = look->foot_pt = 0.75;
		look->column_pt = 0.25;
	}
	if (strcmp(word, "three-line") != 0)
		look->row_pt = 0.25;
}

static void bind_look(binder *x)
{
	jb_table_look *look = &x->out->look;
	const char *words;
	const jb_node *continued;

	look->ink = "text";
	if (!x->block) { /* a picture has rules between rows */
		look->under_pt = 0.5;
		look->row_pt = 0.25;
		return;
	}
	continued = jb_node_lookup(x->block, "continued");
	words = jb_schema_text(x->block, "block.table", "continued");
	bind_rules(x, look);
	look->zebra = jb_schema_text(x->block, "block.table", "zebra");
	look->once = !strcmp(
		jb_schema_text(x->block, "block.table", "head"), "once");
	look->grouped = !strcmp(
		jb_schema_text(x->block, "block.table", "digits"), "grouped");
	look->letters = !strcmp(
		jb_schema_text(x->block, "block.table", "marks"), "letters");
	if (*words)
		look->continued = plain(x,
			x->table->number ? jb_sprintf(x->b->arena, "%s%d",
						   words, x->table->number)
					 : words,
			continued ? continued->pos : x->out->pos);
}

static void bind_title(binder *x)
{
	const jb_table *t = x->table;
	jb_template words = t->title ? t->title : t->label;
	const char *number = jb_table_number(x->b->arena, t);

	if (!x->block || !jb_schema_bool(x->block, "block.table", "title"))
		return;
	x->out->title = jb_bind_report_text(x->b, words);
	if (number)
		x->out->title = joined(x->b->arena,
			plain(x,
				words ? jb_sprintf(x->b->arena, "%s　", number)
				      : number,
				t->pos),
			x->out->title);
}

static void bind_foot(binder *x)
{
	x->out->note = jb_bind_report_text(x->b, x->table->note);
	x->out->source = jb_bind_report_text(x->b, x->table->source);
	x->out->n_notes = x->notes->len;
	x->out->notes =
		jb_new_array(x->b->arena, const jb_rich *, x->notes->len + 1);
	for (guint i = 0; i < x->notes->len; i++)
		x->out->notes[i] = x->notes->pdata[i];
}

const jb_bound_table *jb_bind_report_table(
	jb_binding *b, const jb_table *table, const jb_node *block)
{
	g_autoptr(GPtrArray) notes = g_ptr_array_new();
	g_autoptr(GHashTable) by_text =
		g_hash_table_new(g_str_hash, g_str_equal);
	jb_bound_table *out = jb_new(b->arena, jb_bound_table);
	binder x = {.b = b,
		.table = table,
		.block = block,
		.out = out,
		.notes = notes,
		.by_text = by_text};

	g_hash_table_add(b->shown, (void *)table);
	out->pos = table->pos;
	x.in_cells =
		block &&
		!strcmp(jb_schema_text(block, "block.table", "units"), "cells");
	choose_columns(&x);
	x.one = x.in_cells || !block ? NULL : common_unit(&x);
	if (x.one)
		out->unit = plain(&x, jb_sprintf(b->arena, "单位：%s", x.one),
			table->pos);
	out->columns =
		jb_new_array(b->arena, jb_bound_column, out->n_columns + 1);
	for (size_t i = 0; i < out->n_columns; i++)
		bind_column(&x, i);
	out->n_rows = table->n_rows;
	out->rows = jb_new_array(b->arena, jb_bound_row, out->n_rows + 1);
	for (size_t i = 0; i < out->n_rows; i++)
		bind_row(&x, i);
	bind_title(&x);
	bind_look(&x);
	bind_foot(&x);
	return out;
}

const jb_rich *jb_bind_cell_text(
	jb_binding *b, const jb_table *table, size_t row, size_t column)
{
	const jb_table_cell *cell = &table->rows[row].cells[column];

	if (cell->figure)
		return jb_bind_figure_text(b, cell->figure);
	if (cell->date.year)
		return jb_rich_plain(b->arena,
			jb_date_text(b->arena, cell->date), cell->pos);
	if (cell->has_status)
		return jb_rich_plain(
			b->arena, jb_status_text(cell->status), cell->pos);
	return jb_bind_report_text(b, cell->text);
}

/* ---- blocks ---- */

static void show_table(jb_builder *x, const char *path)
{
	const jb_table *table = jb_report_table(x->b->report, path);

	if (strcmp(path, "table") == 0 && x->scope->table)
		table = x->scope->table;
	if (table)
		x->block->table = jb_bind_report_table(x->b, table, x->node);
	else
		jb_build_wrong(x, "table",
			jb_tr("the id of one of the report's `tables`; `table` "
			      "inside `each: tables` or section.tables; or "
			      "figures"));
}

void jb_build_table(jb_builder *x)
{
	const char *path = jb_schema_text(x->node, x->object, "table");

	if (strcmp(path, "figures") == 0)
		x->block->parts = jb_bind_table(x->b, &x->block->n_parts);
	else
		show_table(x, path);
}

/* A picture shows it; whether that stands anywhere is the layout's matter. */
static bool in_picture(const jb_report *report, const jb_table *table)
{
	for (size_t i = 0; i < report->n_sections; i++) {
		const jb_section *section = &report->sections[i];

		for (size_t k = 0; k < section->n_pictures; k++)
			if (section->pictures[k].of.table == table ||
				section->pictures[k].drawn == table)
				return true;
	}
	return false;
}

void jb_bind_miss_tables(jb_binding *b)
{
	for (guint i = 0; i < b->report->tables->len; i++) {
		const jb_table *table = b->report->tables->pdata[i];

		if (jb_layout_omits(b->layout, "tables") ||
			g_hash_table_contains(b->shown, table) ||
			in_picture(b->report, table))
			continue;
		jb_warning(b->diags, table->pos,
			"nothing on the pages shows the table “%s”", table->id);
		jb_span_chars(b->diags, (unsigned)strlen(table->id));
		jb_hint(b->diags,
			"a picture {form: table, of: %s}, or a layout with "
			"`table: %s`",
			table->id, table->id);
	}
}
