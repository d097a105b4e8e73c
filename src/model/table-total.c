/* table-total.c - rows of totals: computed where a cell says `sum`, checked
 * where it states a number. */
#include "model/report-parts.h"

#include <string.h>

/* The figures of a column that a row of totals adds, and their number. */
static const jb_figure **parts_of(jb_reading *r, const jb_table *table,
	size_t row, size_t column, size_t *n)
{
	const jb_figure **parts =
		jb_new_array(r->arena, const jb_figure *, table->n_rows + 1);
	size_t from = 0, to = table->n_rows;

	if (table->rows[row].kind == JB_ROW_GROUP_TOTAL) {
		for (from = row; from > 0; from--) {
			if (table->rows[from - 1].kind == JB_ROW_GROUP)
				break;
		}
		for (to = row; to < table->n_rows; to++) {
			if (table->rows[to].kind == JB_ROW_GROUP)
				break;
		}
	}
	*n = 0;
	for (size_t i = from; i < to; i++) {
		const jb_table_row *other = &table->rows[i];

		if (other->kind == JB_ROW_PLAIN && !other->within &&
			other->cells[column].figure)
			parts[(*n)++] = other->cells[column].figure;
	}
	return parts;
}

/* The places of the parts, for messages of derive.c. */
static const jb_node *places_of(
	jb_reading *r, const jb_figure *const *parts, size_t n)
{
	jb_node *list = jb_new(r->arena, jb_node);

	list->kind = JB_SEQUENCE;
	list->n = n;
	list->items = jb_new_array(r->arena, jb_node *, n + 1);
	for (size_t i = 0; i < n; i++) {
		const jb_named *named =
			g_hash_table_lookup(r->report->ids, parts[i]->id);

		list->items[i] = (jb_node *)named->node;
	}
	return list;
}

static void derive_cell(
	jb_reading *r, const jb_table *table, size_t row, size_t column)
{
	jb_figure *f = (jb_figure *)table->rows[row].cells[column].figure;

	f->operands = parts_of(r, table, row, column, &f->n_operands);
	if (f->n_operands > 0) {
		g_hash_table_insert(r->operands, f,
			(void *)places_of(r, f->operands, f->n_operands));
		return;
	}
	jb_error(r->diags, f->value_pos, "there are no rows to add here");
	jb_hint(r->diags, "rows with `total` and `within: true` are not added");
}

void jb_table_derive(jb_reading *r, const jb_table *table)
{
	for (size_t i = 0; i < table->n_rows; i++) {
		const jb_table_row *row = &table->rows[i];

		for (size_t c = 0; row->cells && c < table->n_columns; c++) {
			const jb_figure *f = row->cells[c].figure;

			if (f && f->verb == JB_SUM && row->kind > JB_ROW_GROUP)
				derive_cell(r, table, i, c);
		}
	}
}

static bool is_exact(const jb_figure *f)
{
	return f->has_value && f->bound == JB_EXACT;
}

/* False where something is missing or not exact: then nothing can be said. */
static bool add_up(const jb_figure *const *parts, size_t n, jb_decimal *sum)
{
	*sum = (jb_decimal){0, 0};
	for (size_t i = 0; i < n; i++) {
		if (!is_exact(parts[i]) ||
			!jb_decimal_add(*sum, parts[i]->value, sum))
			return false;
	}
	return n > 0;
}

static void check_cell(
	jb_reading *r, const jb_table *table, size_t row, size_t c)
{
	const jb_table_column *column = &table->columns[c];
	const jb_figure *f = table->rows[row].cells[c].figure;
	size_t n;
	const jb_figure **parts;
	jb_decimal sum, off;

	if (!f || f->verb != JB_GIVEN || !is_exact(f) || !column->sum)
		return;
	parts = parts_of(r, table, row, c, &n);
	if (!add_up(parts, n, &sum) || !jb_decimal_sub(sum, f->value, &off))
		return;
	off.mantissa = off.mantissa < 0 ? -off.mantissa : off.mantissa;
	if (jb_decimal_compare(off, column->tolerance) <= 0)
		return;
	jb_error(r->diags, f->value_pos,
		"the total of “%s” is %s, but its rows add up to %s",
		column->label->text, jb_decimal_text(r->arena, f->value),
		jb_decimal_text(r->arena, sum));
	jb_span_chars(r->diags,
		(unsigned)strlen(jb_decimal_text(r->arena, f->value)));
	jb_also(r->diags, parts[0]->value_pos, "the first of %zu rows", n);
	jb_hint(r->diags, "for rounded numbers give the column a `tolerance`; "
			  "where it is no sum, `sum: false`");
}

void jb_tables_check(jb_reading *r)
{
	const GPtrArray *tables = r->report->tables;

	for (guint k = 0; k < tables->len; k++) {
		const jb_table *table = tables->pdata[k];

		for (size_t i = 0; i < table->n_rows; i++) {
			if (table->rows[i].kind <= JB_ROW_GROUP)
				continue;
			for (size_t c = 0; c < table->n_columns; c++)
				check_cell(r, table, i, c);
		}
	}
}
