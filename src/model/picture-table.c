/* picture-table.c - a picture of columns of a table: `of: {table, x, y, by}`,
 * and what `transform` makes of it. */
#include <string.h>

#include "model/data.h"
#include "model/report-parts.h"

/* ---- which columns ---- */

/* Years that were taken for numbers. */
static bool year_of(const jb_figure *f, jb_date *date)
{
	if (!f || !f->has_value || f->value.exponent != 0 || *f->unit ||
		f->value.mantissa < 1000 || f->value.mantissa > 2999)
		return false;
	*date = (jb_date){(int)f->value.mantissa, 0, 0};
	return true;
}

/* A column of numbers under x names rows: years, or words. */
static void name_by_numbers(jb_reading *r, jb_field *x, size_t n)
{
	bool years = true;
	jb_date *dates = jb_new_array(r->arena, jb_date, n + 1);

	for (size_t i = 0; i < n; i++) {
		jb_node *words = jb_new(r->arena, jb_node);

		years = years && year_of(x->figures[i], &dates[i]);
		if (x->words[i] || !x->figures[i])
			continue;
		words->kind = JB_SCALAR;
		words->type = JB_TEXT;
		words->pos = x->figures[i]->value_pos;
		words->text = jb_decimal_text(r->arena, x->figures[i]->value);
		x->words[i] = words;
	}
	if (years && n > 0) {
		x->timed = true;
		x->dates = dates;
	}
	x->number = false;
}

/* Row names: the column that is named, else the first that has no numbers, else
 * the first. */
static void set_x(jb_data *data, const jb_node *map)
{
	const jb_node *name = jb_node_lookup(map, "x");
	const jb_node *by = jb_node_lookup(map, "by");

	data->x = name ? name->text : data->fields[0].key;
	for (size_t i = data->n_fields; !name && i-- > 0;)
		if (!data->fields[i].number &&
			(!by || strcmp(by->text, data->fields[i].key) != 0))
			data->x = data->fields[i].key;
	data->by = by ? by->text : NULL;
}

/* The names of columns: one, or a list. */
static size_t count_names(const jb_node *names)
{
	return names->kind == JB_SCALAR ? 1 : names->n;
}

static const jb_node *name_at(const jb_node *names, size_t i)
{
	return names->kind == JB_SCALAR ? names : names->items[i];
}

static bool is_named(const jb_field *field, const char *name)
{
	return strcmp(field->key, name) == 0 ||
	       (field->label && strcmp(field->label->text, name) == 0);
}

/* Of several columns of numbers only those under `y` are kept, in its order;
 * those that have no numbers stay for filters. */
static bool set_y(jb_reading *r, jb_data *data, const jb_node *names)
{
	jb_data old = *data;

	if (!names)
		return true;
	data->fields = NULL;
	data->n_fields = 0;
	for (size_t i = 0; i < old.n_fields; i++)
		if (!old.fields[i].number || is_named(&old.fields[i], old.x) ||
			(old.by && is_named(&old.fields[i], old.by)))
			jb_data_add(r->arena, data, &old.fields[i]);
	for (size_t i = 0; i < count_names(names); i++) {
		const jb_node *name = name_at(names, i);
		int at = jb_data_find(r, &old, name);

		if (at < 0)
			return false;
		if (!old.fields[at].number) {
			jb_refuse(r, name, "the column “%s” has no numbers",
				name->text);
			return false;
		}
		jb_data_add(r->arena, data, &old.fields[at]);
	}
	return true;
}

/* ---- figures ---- */

/* The figure as it stands in this picture: named by its row. */
static const jb_figure *shown(
	jb_reading *r, const jb_field *x, size_t row, const jb_field *y)
{
	jb_figure *f = jb_new(r->arena, jb_figure);

	*f = *y->figures[row];
	f->short_label = NULL;
	f->as_of = f->due = (jb_date){0, 0, 0};
	if (x->dates)
		f->as_of = x->dates[row];
	f->label = x->dates || !x->words[row] ? y->label : x->words[row];
	return f;
}

static const jb_series *series_of(jb_reading *r, const jb_data *data,
	const jb_field *x, const jb_field *y)
{
	jb_series *series = jb_new(r->arena, jb_series);

	series->id = jb_sprintf(r->arena, "%s.%s", data->id, y->key);
	series->pos = y->pos;
	series->label = y->label;
	series->items = jb_new_array(r->arena, const jb_figure *, data->n + 1);
	for (size_t i = 0; i < data->n; i++)
		if (y->figures[i])
			series->items[series->n++] = shown(r, x, i, y);
	return series;
}

static void add_series(jb_subject *of, const jb_series *series)
{
	for (size_t i = 0; i < series->n; i++) {
		of->figures[of->n_figures] = series->items[i];
		of->from[of->n_figures++] = series;
	}
}

static bool put_figures(jb_reading *r, jb_data *data, jb_subject *of)
{
	jb_node ref = {.kind = JB_SCALAR, .text = data->x, .pos = data->pos};
	int at = jb_data_find(r, data, &ref);
	size_t n_series = 0;

	if (at < 0)
		return false;
	of->figures = jb_new_array(
		r->arena, const jb_figure *, data->n_fields * data->n + 1);
	of->from = jb_new_array(
		r->arena, const jb_series *, data->n_fields * data->n + 1);
	for (size_t i = 0; i < data->n_fields; i++) {
		if (!data->fields[i].number || (int)i == at)
			continue;
		of->series =
			series_of(r, data, &data->fields[at], &data->fields[i]);
		add_series(of, of->series);
		n_series++;
	}
	if (n_series != 1)
		of->series = NULL;
	if (of->n_figures > 0)
		return true;
	jb_error(r->diags, data->pos, "there are no numbers in these columns");
	return false;
}

/* Columns of numbers that rows or series are told by. */
static void name_rows(jb_reading *r, jb_data *data)
{
	for (size_t i = 0; i < data->n_fields; i++) {
		jb_field *field = &data->fields[i];

		if (field->number &&
			(is_named(field, data->x) ||
				(data->by && is_named(field, data->by))))
			name_by_numbers(r, field, data->n);
	}
}

/* ---- the whole ---- */

bool jb_picture_of_table(jb_reading *r, jb_picture *picture, const jb_node *map,
	const jb_node *steps)
{
	const jb_node *name = jb_node_lookup(map, "table");
	const jb_table *table = jb_resolve(r, name, JB_NAMED_TABLE);
	jb_data *data;

	if (!table || table->n_columns == 0)
		return false;
	data = jb_data_of_table(r->arena, table, name->pos);
	set_x(data, map);
	name_rows(r, data);
	if (!set_y(r, data, jb_node_lookup(map, "y")) ||
		!jb_data_transform(r, data, steps) || !jb_data_widen(r, data))
		return false;
	picture->drawn = table;
	picture->notes = data->notes;
	return put_figures(r, data, &picture->of);
}
