/* transform-rows.c - rows chosen and put in order; the largest, and the rest.
 */
#include "model/transform-parts.h"

#include <string.h>

/* ---- rows ---- */

int jb_step_number_field(jb_work *w, const char *name, const jb_node *at)
{
	jb_node ref = {.kind = JB_SCALAR, .text = name, .pos = at->pos};
	int found = -1;

	if (name) {
		found = jb_data_find(w->r, w->data, &ref);
	} else {
		for (size_t i = w->data->n_fields; i-- > 0;)
			if (w->data->fields[i].number)
				found = (int)i;
	}
	if (found >= 0 && w->data->fields[found].number)
		return found;
	if (found >= 0 || !name)
		jb_error(w->r->diags, at->pos, "no column of numbers here");
	return -1;
}

struct order {
	const jb_data *data;
	int field, way;
};

static int by_value(gconstpointer a, gconstpointer b, gpointer data)
{
	const struct order *o = data;
	size_t i = *(const size_t *)a, k = *(const size_t *)b;
	const jb_figure *f = o->data->fields[o->field].figures[i];
	const jb_figure *g = o->data->fields[o->field].figures[k];
	bool has_f = f && f->has_value, has_g = g && g->has_value;
	int way = 0;

	if (has_f != has_g)
		return has_f ? -1 : 1; /* missing ones last */
	if (has_f)
		way = jb_decimal_compare(
			jb_decimal_scale(f->value, f->power - g->power),
			g->value);
	if (way)
		return way < 0 ? -o->way : o->way;
	return (i > k) - (i < k);
}

static size_t *all_rows(jb_work *w)
{
	size_t *rows = jb_new_array(w->r->arena, size_t, w->data->n + 1);

	for (size_t i = 0; i < w->data->n; i++)
		rows[i] = i;
	return rows;
}

static bool sort_rows(jb_work *w, const char *by, int way)
{
	struct order order = {
		w->data, jb_step_number_field(w, by, w->node), way};
	size_t *rows;

	if (order.field < 0)
		return false;
	rows = all_rows(w);
	g_qsort_with_data(
		rows, (int)w->data->n, sizeof(*rows), by_value, &order);
	jb_data_take(w->r->arena, w->data, rows, w->data->n);
	return true;
}

bool jb_step_sort(jb_work *w)
{
	const char *order = w->node->kind == JB_SCALAR
				    ? w->node->text
				    : jb_step_word_of(w->node, "order");

	return sort_rows(w, jb_step_word_of(w->node, "by"),
		order && strcmp(order, "rising") == 0 ? 1 : -1);
}

/* Among the words of a filter: one, or a list. */
static bool is_among(const jb_node *words, const char *text)
{
	if (words->kind == JB_SCALAR)
		return strcmp(words->text, text) == 0;
	for (size_t i = 0; i < words->n; i++)
		if (strcmp(words->items[i]->text, text) == 0)
			return true;
	return false;
}

/* Within `least` and `most`; what is missing is not. */
static bool is_within(const jb_node *range, const jb_figure *f)
{
	const char *least = jb_step_word_of(range, "least");
	const char *most = jb_step_word_of(range, "most");
	jb_decimal d;

	if (!f || !f->has_value)
		return false;
	if (least && jb_decimal_parse(least, &d) &&
		jb_decimal_compare(f->value, d) < 0)
		return false;
	return !most || !jb_decimal_parse(most, &d) ||
	       jb_decimal_compare(f->value, d) <= 0;
}

static bool keeps(jb_work *w, const jb_node *want, size_t field, size_t row)
{
	const jb_field *f = &w->data->fields[field];

	if (want->kind == JB_MAPPING)
		return is_within(want, f->figures[row]);
	if (f->words[row])
		return is_among(want, f->words[row]->text);
	if (f->figures[row])
		return is_among(want,
			jb_decimal_text(w->r->arena, f->figures[row]->value));
	return is_among(want, "");
}

bool jb_step_filter(jb_work *w)
{
	size_t *rows = all_rows(w), n = w->data->n, left;

	for (size_t i = 0; i < w->node->n; i++) {
		const jb_pair *pair = &w->node->pairs[i];
		int field = jb_data_find(w->r, w->data, pair->key);

		if (field < 0)
			return false;
		left = 0;
		for (size_t k = 0; k < n; k++)
			if (keeps(w, pair->value, (size_t)field, rows[k]))
				rows[left++] = rows[k];
		n = left;
		if (n > 0)
			continue;
		jb_refuse(w->r, pair->key, "no row is left");
		return false;
	}
	jb_data_take(w->r->arena, w->data, rows, n);
	return true;
}

/* ---- the largest, and the rest ---- */

jb_node *jb_step_plain(jb_work *w, const char *text)
{
	jb_node *node = jb_new(w->r->arena, jb_node);

	node->kind = JB_SCALAR;
	node->type = JB_TEXT;
	node->text = text;
	node->pos = w->node->pos;
	return node;
}

/* The sum of rows [from, n) in each column, put in row `from`. */
static bool sum_rest(jb_work *w, const char *name, size_t from)
{
	for (size_t f = 0; f < w->data->n_fields; f++) {
		jb_field *field = &w->data->fields[f];
		const jb_figure **parts = jb_new_array(
			w->r->arena, const jb_figure *, w->data->n + 1);
		size_t n = 0;

		field->words[from] = jb_step_plain(w, name);
		if (!field->number)
			continue;
		if (!field->adds) {
			jb_refuse(w->r, w->node,
				"“%s” does not add up, so nothing can stand "
				"for the rest",
				field->label->text);
			jb_hint(w->r->diags, "leave the rest out: `top: {most: "
					     "8, rest: false}`; of parts in %% "
					     "the column has `sum: true`");
			return false;
		}
		for (size_t i = from; i < w->data->n; i++)
			if (field->figures[i])
				parts[n++] = field->figures[i];
		field->figures[from] =
			n ? jb_step_sum_of(w, parts, n,
				    jb_sprintf(w->r->arena, "%s.%s.%s",
					    w->data->id, name, field->key))
			  : NULL;
	}
	return true;
}

bool jb_step_top(jb_work *w)
{
	const char *most = w->node->kind == JB_SCALAR
				   ? w->node->text
				   : jb_step_word_of(w->node, "most");
	const char *rest = jb_step_word_of(w->node, "rest");
	size_t keep = (size_t)atoi(most ? most : "8");

	if (!sort_rows(w, jb_step_word_of(w->node, "by"), -1))
		return false;
	if (w->data->n <= keep + 1)
		return true; /* a rest of one is that one */
	if (rest && strcmp(rest, "false") == 0) {
		g_ptr_array_add(w->data->notes,
			jb_sprintf(w->r->arena, "另有%zu项未列出",
				w->data->n - keep));
	} else {
		g_ptr_array_add(w->data->notes,
			jb_sprintf(w->r->arena, "%s共%zu项",
				rest ? rest : "其他", w->data->n - keep));
		if (!sum_rest(w, rest ? rest : "其他", keep++))
			return false;
	}
	jb_data_take(w->r->arena, w->data, all_rows(w), keep);
	return true;
}
