/* data.c - rows and columns of a table, for pictures. */
#include "model/data.h"

#include <string.h>

#include "base/words.h"
#include "model/report-parts.h"

/* ---- columns ---- */

jb_field *jb_data_add(jb_arena *arena, jb_data *data, const jb_field *field)
{
	jb_field *fields = jb_new_array(arena, jb_field, data->n_fields + 1);

	if (data->n_fields)
		memcpy(fields, data->fields, data->n_fields * sizeof(jb_field));
	data->fields = fields;
	fields[data->n_fields] = *field;
	return &fields[data->n_fields++];
}

int jb_data_find(jb_reading *r, const jb_data *data, const jb_node *name)
{
	const char **words =
		jb_new_array(r->arena, const char *, data->n_fields + 1);
	g_autofree char *joined = NULL;
	const char *near;

	for (size_t i = 0; i < data->n_fields; i++) {
		words[i] = data->fields[i].key;
		if (strcmp(words[i], name->text) == 0 ||
			(data->fields[i].label &&
				strcmp(data->fields[i].label->text,
					name->text) == 0))
			return (int)i;
	}
	near = jb_words_nearest(name->text, words, data->n_fields);
	jb_refuse(r, name, "there is no column “%s” here", name->text);
	joined = g_strjoinv("”, “", (char **)words);
	if (near)
		jb_hint(r->diags, "did you mean “%s”?", near);
	else
		jb_hint(r->diags, "its columns are “%s”", joined);
	return -1;
}

const char *jb_data_text(const jb_data *data, size_t field, size_t row)
{
	jb_template words = data->fields[field].words[row];

	return words ? words->text : "";
}

/* ---- from a table ---- */

static jb_node *words_of(jb_arena *arena, const char *text, jb_pos pos)
{
	jb_node *node = jb_new(arena, jb_node);

	node->kind = JB_SCALAR;
	node->type = JB_TEXT;
	node->pos = pos;
	node->text = text;
	return node;
}

static bool is_shown(const jb_table_row *row)
{
	return row->cells && row->kind == JB_ROW_PLAIN && !row->within;
}

static void read_cell(
	jb_arena *arena, jb_field *field, size_t k, const jb_table_cell *cell)
{
	if (cell->figure) {
		field->figures[k] = cell->figure;
	} else if (cell->date.year) {
		field->dates[k] = cell->date;
		field->words[k] = words_of(
			arena, jb_date_text(arena, cell->date), cell->pos);
	} else {
		field->words[k] = cell->text;
	}
}

static jb_field read_field(
	jb_arena *arena, const jb_table *table, size_t c, size_t n)
{
	const jb_table_column *column = &table->columns[c];
	jb_field field = {.key = column->key,
		.label = column->label,
		.pos = column->pos,
		.adds = column->sum,
		.words = jb_new_array(arena, jb_template, n + 1)};
	size_t k = 0;

	field.timed = column->type == JB_COLUMN_DATE;
	field.number = column->type == JB_COLUMN_NUMBER ||
		       column->type == JB_COLUMN_PERCENT ||
		       column->type == JB_COLUMN_BAR;
	if (field.timed)
		field.dates = jb_new_array(arena, jb_date, n + 1);
	field.figures = jb_new_array(arena, const jb_figure *, n + 1);
	for (size_t i = 0; i < table->n_rows; i++)
		if (is_shown(&table->rows[i]))
			read_cell(arena, &field, k++, &table->rows[i].cells[c]);
	return field;
}

jb_data *jb_data_of_table(jb_arena *arena, const jb_table *table, jb_pos pos)
{
	jb_data *data = jb_new(arena, jb_data);

	*data = (jb_data){.id = table->id, .pos = pos};
	data->notes = g_ptr_array_new();
	jb_arena_defer(arena, (void (*)(void *))g_ptr_array_unref, data->notes);
	for (size_t i = 0; i < table->n_rows; i++)
		data->n += is_shown(&table->rows[i]);
	data->fields = jb_new_array(arena, jb_field, table->n_columns + 1);
	data->n_fields = table->n_columns;
	for (size_t c = 0; c < table->n_columns; c++)
		data->fields[c] = read_field(arena, table, c, data->n);
	return data;
}

/* ---- rows ---- */

void jb_data_take(jb_arena *arena, jb_data *data, const size_t *rows, size_t n)
{
	for (size_t f = 0; f < data->n_fields; f++) {
		jb_field *field = &data->fields[f];
		jb_field old = *field;

		field->words = jb_new_array(arena, jb_template, n + 1);
		field->figures = jb_new_array(arena, const jb_figure *, n + 1);
		if (old.dates)
			field->dates = jb_new_array(arena, jb_date, n + 1);
		for (size_t i = 0; i < n; i++) {
			field->words[i] = old.words[rows[i]];
			field->figures[i] = old.figures[rows[i]];
			if (old.dates)
				field->dates[i] = old.dates[rows[i]];
		}
	}
	data->n = n;
}

/* ---- long to wide ---- */

/* The number of each row's text among the different ones of a column. */
static size_t *number_texts(
	jb_arena *arena, const jb_data *data, size_t field, GPtrArray *firsts)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	size_t *numbers = jb_new_array(arena, size_t, data->n + 1);

	for (size_t i = 0; i < data->n; i++) {
		const char *text = jb_data_text(data, field, i);
		gpointer at;

		if (!g_hash_table_lookup_extended(seen, text, NULL, &at)) {
			at = GUINT_TO_POINTER(firsts->len);
			g_hash_table_insert(seen, (void *)text, at);
			g_ptr_array_add(firsts, GUINT_TO_POINTER(i));
		}
		numbers[i] = GPOINTER_TO_UINT(at);
	}
	return numbers;
}

static bool refuse_twice(jb_reading *r, const jb_data *data,
	const jb_figure *first, const jb_figure *second, const char *where,
	const char *of)
{
	jb_error(r->diags, data->pos,
		"two rows have “%s” and “%s”: which is meant?", where, of);
	jb_also(r->diags, first->pos, "one stands here");
	jb_also(r->diags, second->pos, "the other stands here");
	jb_hint(r->diags, "`transform: {group: …}` adds them up, `filter` "
			  "leaves some out");
	return false;
}

struct widening {
	jb_data old;
	size_t x, by;
	size_t *rows, *columns; /* of each old row */
	GPtrArray *xs, *bys;	/* the first old row of each */
};

/* A column for text k of `by`. */
static bool widen_field(jb_reading *r, jb_data *data, const struct widening *w,
	size_t value, size_t k, bool alone)
{
	size_t first = GPOINTER_TO_UINT(w->bys->pdata[k]);
	const jb_field *from = &w->old.fields[value];
	jb_field field = *from;

	field.key = jb_data_text(&w->old, w->by, first);
	field.label = w->old.fields[w->by].words[first];
	if (!alone) {
		field.key = jb_sprintf(
			r->arena, "%s %s", field.key, from->label->text);
		field.label = words_of(r->arena, field.key, field.label->pos);
	}
	field.words = jb_new_array(r->arena, jb_template, w->xs->len + 1);
	field.figures =
		jb_new_array(r->arena, const jb_figure *, w->xs->len + 1);
	for (size_t i = 0; i < w->old.n; i++) {
		const jb_figure **place = &field.figures[w->rows[i]];

		if (w->columns[i] != k)
			continue;
		if (*place && from->figures[i])
			return refuse_twice(r, data, *place, from->figures[i],
				jb_data_text(&w->old, w->x, i),
				jb_data_text(&w->old, w->by, i));
		*place = from->figures[i];
	}
	jb_data_add(r->arena, data, &field);
	return true;
}

bool jb_data_widen(jb_reading *r, jb_data *data)
{
	g_autoptr(GPtrArray) xs = g_ptr_array_new();
	g_autoptr(GPtrArray) bys = g_ptr_array_new();
	jb_node x = {.kind = JB_SCALAR, .text = data->x, .pos = data->pos};
	jb_node by = {.kind = JB_SCALAR, .text = data->by, .pos = data->pos};
	struct widening w = {.xs = xs, .bys = bys};
	size_t values = 0, *keep;
	int at_x, at_by;

	if (!data->by)
		return true;
	at_x = jb_data_find(r, data, &x);
	at_by = jb_data_find(r, data, &by);
	if (at_x < 0 || at_by < 0)
		return false;
	w.old = *data;
	w.x = (size_t)at_x;
	w.by = (size_t)at_by;
	w.rows = number_texts(r->arena, data, w.x, xs);
	w.columns = number_texts(r->arena, data, w.by, bys);
	keep = jb_new_array(r->arena, size_t, xs->len + 1);
	for (guint i = 0; i < xs->len; i++)
		keep[i] = GPOINTER_TO_UINT(xs->pdata[i]);
	data->fields = NULL;
	data->n_fields = 0;
	jb_data_add(r->arena, data, &w.old.fields[w.x]);
	jb_data_take(r->arena, data, keep, xs->len);
	data->by = NULL;
	for (size_t f = 0; f < w.old.n_fields; f++)
		values += w.old.fields[f].number && f != w.x;
	for (size_t f = 0; f < w.old.n_fields; f++) {
		if (!w.old.fields[f].number || f == w.x)
			continue;
		for (guint k = 0; k < bys->len; k++)
			if (!widen_field(r, data, &w, f, k, values == 1))
				return false;
	}
	return true;
}
