/* table-cell.c - what one cell of a table says: a number with its bound, why
 * there is none, a date, a status, or words. */
#include "model/report-parts.h"

#include <string.h>

#include "base/messages.h"
#include "model/markup.h"
#include "model/schema-scalar.h"
#include "model/schema.h"
#include "model/wording.h"

/* ---- reading words ---- */

static bool skip(const char **text, const char *word)
{
	if (!g_str_has_prefix(*text, word))
		return false;
	*text += strlen(word);
	return true;
}

/* A number as a cell may hold it: 约1197, 40余, 3.2%, -5. */
struct number {
	jb_decimal value;
	jb_bound bound;
	bool percent;
};

static jb_bound skip_before(const char **text)
{
	if (skip(text, "约"))
		return JB_ABOUT;
	return skip(text, "不足") ? JB_UNDER : JB_EXACT;
}

static jb_bound skip_after(const char **text)
{
	if (skip(text, "余"))
		return JB_OVER;
	if (skip(text, "以上"))
		return JB_AT_LEAST;
	return skip(text, "以内") ? JB_AT_MOST : JB_EXACT;
}

static bool read_number(const char *text, struct number *out)
{
	jb_bound before = skip_before(&text), after;
	size_t n = strspn(text, "+-.0123456789");
	g_autofree char *digits = g_strndup(text, n);

	if (!jb_decimal_parse(digits, &out->value))
		return false;
	text += n;
	out->percent = skip(&text, "%");
	after = skip_after(&text);
	out->bound = before ? before : after;
	return *text == '\0' && !(before && after);
}

bool jb_cell_numeric(const char *text)
{
	struct number number;

	return read_number(text, &number);
}

jb_missing jb_missing_of(const jb_table *table, const char *text)
{
	static const jb_missing all[] = {JB_NOT_STATED, JB_NOT_COLLECTED,
		JB_NOT_APPLICABLE, JB_SUPPRESSED};

	for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
		if (strcmp(text, jb_missing_text(all[i])) == 0)
			return all[i];
	}
	return table->missing ? (jb_missing)GPOINTER_TO_INT(g_hash_table_lookup(
					table->missing, text))
			      : JB_PRESENT;
}

const jb_node *jb_cell_reference(jb_reading *r, const jb_node *text)
{
	size_t len, n, bad;
	jb_piece *pieces;

	if (text->kind == JB_MAPPING)
		text = jb_node_lookup(text, "text");
	if (!text || text->kind != JB_SCALAR)
		return NULL;
	len = strlen(text->text);
	if (len < 4 || !g_str_has_prefix(text->text, "${"))
		return NULL;
	pieces = jb_markup_split(r->arena, text, NULL, &n, &bad);
	if (n != 1 || !pieces[0].reference)
		return NULL;
	return text;
}

/* ---- the figure of a cell ---- */

/* The words that begin the row are what is counted. */
static jb_template label_of(
	const jb_table *table, size_t row, const jb_table_column *column)
{
	const jb_table_cell *cells = table->rows[row].cells;

	return table->n_columns && cells[0].text ? cells[0].text
						 : column->label;
}

static jb_figure *figure_new(jb_reading *r, const jb_table *table, size_t row,
	const jb_table_column *column, const jb_node *node)
{
	jb_figure *f = jb_new(r->arena, jb_figure);
	jb_named *named = jb_new(r->arena, jb_named);

	f->id = jb_sprintf(r->arena, "%s.%s.%s", table->id,
		table->rows[row].key, column->key);
	f->pos = f->value_pos = node->pos;
	f->label = label_of(table, row, column);
	f->decimals = -1;
	jb_figure_unit(f, column->unit);
	g_ptr_array_add(r->report->cells, f);
	g_hash_table_add(r->report->values, (void *)node);
	*named = (jb_named){JB_NAMED_FIGURE, f->id, f->pos, node, f};
	g_ptr_array_add(r->named, named);
	g_hash_table_insert(r->report->ids, (char *)f->id, named);
	return f;
}

static void check_decimals(jb_reading *r, const jb_table_column *column,
	const jb_figure *f, const jb_node *node)
{
	int has = MAX(-f->value.exponent, 0);

	if (column->decimals < 0 || has == column->decimals)
		return;
	jb_refuse(r, node, "“%s” has %d decimals, and the column “%s” has %d",
		node->text, has, column->label->text, column->decimals);
	if (has < column->decimals)
		jb_hint(r->diags,
			"write the zeros of a number that is so exact: 3.0");
}

static void refuse_number(jb_reading *r, const jb_table *table,
	const jb_table_column *column, const jb_node *node)
{
	static const char *const none[] = {"", "-", "–", "—", "——", "/", "…",
		"……", "*", "无", "n/a", "N/A", "NA", NULL};
	const char *hint = jb_hint_number(r->arena, node, "cell");

	if (g_strv_contains(none, node->text)) {
		jb_refuse(r, node, "“%s” does not say why there is no number",
			node->text);
		hint = table->file ? jb_sprintf(r->arena,
					     jb_tr("say it in the table: "
						   "missing: {\"%s\": "
						   "not_stated}"),
					     node->text)
				   : NULL;
	} else {
		jb_refuse(r, node,
			"“%s” is not a number, as the column “%s” has",
			node->text, column->label->text);
	}
	if (hint)
		jb_hint(r->diags, "%s", hint);
	else
		jb_hint(r->diags, "where there is none write 未公布, 未统计, "
				  "不适用 or 不予公布; a column of words has "
				  "`type: text`");
}

/* A number, why there is none, or `sum`; false after an error. */
static bool read_value(jb_reading *r, const jb_table *table,
	const jb_table_column *column, jb_figure *f, const jb_node *node)
{
	struct number number;

	f->missing = jb_missing_of(table, node->text);
	if (f->missing)
		return true;
	if (!read_number(node->text, &number)) {
		refuse_number(r, table, column, node);
		return false;
	}
	if (number.percent && strcmp(column->unit, "%") != 0) {
		jb_refuse(r, node, "“%s” in a column that is not in %%",
			node->text);
		jb_hint(r->diags, "`type: percent`, or `unit: \"%%\"`");
		return false;
	}
	f->has_value = true;
	f->value = number.value;
	f->bound = number.bound;
	check_decimals(r, column, f, node);
	return true;
}

/* ---- cells with keys ---- */

static void read_missing(jb_reading *r, jb_figure *f, const jb_node *map)
{
	static const char *const words[] = {"present", "not_stated",
		"not_collected", "not_applicable", "vague", "suppressed"};
	const jb_node *missing = jb_node_lookup(map, "missing");

	if (!missing) {
		jb_refuse(r, map, "a cell has no value and no `missing`");
		jb_hint(r->diags, "say why: `missing: not_stated`");
		return;
	}
	f->missing = (jb_missing)jb_word_index(
		missing->text, words, G_N_ELEMENTS(words));
	if (f->missing == JB_VAGUE && !f->as) {
		jb_refuse(r, missing, "a vague cell without `as`");
		jb_hint(r->diags, "`as` holds the source's words: 数十个");
	}
}

static void read_keys(jb_reading *r, const jb_table *table,
	const jb_table_column *column, jb_figure *f, const jb_node *map)
{
	static const char *const bounds[] = {
		"exact", "about", "over", "at_least", "at_most", "under"};
	const jb_node *value = jb_node_lookup(map, "value");
	const jb_node *text = jb_node_lookup(map, "text");

	f->as = jb_schema_text(map, "table_cell", "as");
	f->at = jb_read_at(r, map, &f->at_pos);
	f->status = jb_read_status(map, "table_cell");
	f->bound = (jb_bound)jb_word_index(
		jb_schema_text(map, "table_cell", "bound"), bounds,
		G_N_ELEMENTS(bounds));
	if (text) {
		g_hash_table_add(r->report->values, (void *)text);
		f->value_pos = text->pos;
		if (strcmp(text->text, "sum") != 0)
			read_value(r, table, column, f, text);
		return;
	}
	if (!value || value->type == JB_NULL) {
		read_missing(r, f, map);
		return;
	}
	f->value_pos = value->pos;
	f->has_value = jb_decimal_parse(value->text, &f->value);
	if (f->has_value)
		check_decimals(r, column, f, value);
	if (jb_node_lookup(map, "missing"))
		jb_refuse(r, jb_node_lookup(map, "missing"),
			"a cell has a value, so nothing is missing");
}

/* ---- cells ---- */

static void read_sum(jb_reading *r, const jb_table *table, size_t row,
	const jb_table_column *column, jb_figure *f, const jb_node *node)
{
	f->verb = JB_SUM;
	f->decimals = column->decimals;
	if (table->rows[row].kind == JB_ROW_PLAIN) {
		jb_refuse(r, node, "`sum` in a row without `total`");
		jb_hint(r->diags, "{total: group, cells: […]}, or table");
	} else if (!column->sum) {
		jb_refuse(r, node, "the column “%s” does not add up",
			column->label->text);
		jb_hint(r->diags, "its key `sum` says so; of per cents it "
				  "must be said");
	}
}

static void read_figure(jb_reading *r, const jb_table *table, size_t row,
	const jb_table_column *column, jb_table_cell *cell, const jb_node *node)
{
	const jb_node *text =
		node->kind == JB_MAPPING ? jb_node_lookup(node, "text") : node;
	jb_figure *f;

	if (jb_cell_reference(r, node)) {
		cell->text = text;
		return;
	}
	/* a cell over several columns is a heading */
	if (cell->span > 1 && text && !jb_cell_numeric(text->text)) {
		cell->text = text;
		return;
	}
	f = figure_new(r, table, row, column, node);
	if (text && strcmp(text->text, "sum") == 0)
		read_sum(r, table, row, column, f, text);
	if (node->kind == JB_MAPPING)
		read_keys(r, table, column, f, node);
	else if (f->verb == JB_GIVEN && !read_value(r, table, column, f, node))
		f->missing = JB_NOT_STATED; /* it has been said */
	cell->figure = f;
}

static void read_date(jb_reading *r, const jb_table *table, jb_table_cell *cell,
	const jb_node *text)
{
	const char *hint = jb_hint_date(r->arena, text->text);

	g_hash_table_add(r->report->values, (void *)text);
	if (jb_date_parse(text->text, &cell->date) || !*text->text ||
		(table->file && jb_date_said(text->text, &cell->date)))
		return;
	jb_refuse(r, text, "%s is not a date", jb_quote(r->arena, text->text));
	if (hint)
		jb_hint(r->diags, "write %s", hint);
	else
		jb_hint(r->diags, "write 2020, 2020-06 or 2020-06-15");
}

static void read_status(jb_reading *r, jb_table_cell *cell, const jb_node *text)
{
	static const char *const words[] = {"actual", "started", "provisional",
		"estimate", "planned", "target", "proposed"};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (strcmp(text->text, words[i]) != 0 &&
			strcmp(text->text, jb_status_text((jb_status)i)) != 0)
			continue;
		cell->has_status = true;
		cell->status = (jb_status)i;
		return;
	}
	if (!*text->text)
		return;
	jb_refuse(r, text, "“%s” is no status", text->text);
	jb_hint(r->diags, "one of actual, started, provisional, estimate, "
			  "planned, target, proposed");
}

static void refuse_empty(jb_reading *r, const jb_node *node)
{
	jb_error(r->diags, node->pos, "a cell that says nothing");
	jb_hint(r->diags,
		"an empty one is \"\"; where there is no number write "
		"未公布, 未统计, 不适用 or 不予公布");
}

void jb_cell_read(jb_reading *r, const jb_table *table, size_t row,
	const jb_table_column *column, jb_table_cell *cell, const jb_node *node)
{
	const jb_node *text = node;

	if (node->kind == JB_MAPPING) {
		cell->note = jb_read_template(node, "note");
		text = jb_node_lookup(node, "text");
	}
	if (node->kind == JB_SCALAR && node->type == JB_NULL) {
		refuse_empty(r, node);
	} else if (column->type == JB_COLUMN_NUMBER ||
		   column->type == JB_COLUMN_PERCENT ||
		   column->type == JB_COLUMN_BAR) {
		read_figure(r, table, row, column, cell, node);
	} else if (!text) {
		jb_refuse(r, node, "a cell of the column “%s” needs `text`",
			column->label->text);
	} else if (column->type == JB_COLUMN_DATE) {
		read_date(r, table, cell, text);
	} else if (column->type == JB_COLUMN_STATUS) {
		read_status(r, cell, text);
	} else {
		cell->text = text;
	}
}
