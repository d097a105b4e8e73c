/* transform-fold.c - columns below each other, and rows of the same words. */
#include "model/transform-parts.h"

#include <string.h>

/* ---- columns below each other ---- */

static bool is_listed(jb_work *w, const jb_node *list, size_t field, bool *bad)
{
	if (!list)
		return w->data->fields[field].number;
	for (size_t i = 0; i < list->n; i++) {
		int found = jb_data_find(w->r, w->data, list->items[i]);

		*bad = *bad || found < 0;
		if (found == (int)field)
			return true;
	}
	return false;
}

jb_field jb_step_field_new(jb_work *w, const char *key, size_t n)
{
	return (jb_field){.key = key,
		.label = jb_step_plain(w, key),
		.pos = w->node->pos,
		.words = jb_new_array(w->r->arena, jb_template, n + 1),
		.figures = jb_new_array(w->r->arena, const jb_figure *, n + 1)};
}

/* The heads are dates if all of them are. */
static void time_heads(jb_work *w, jb_field *heads, size_t n)
{
	heads->dates = jb_new_array(w->r->arena, jb_date, n + 1);
	heads->timed = true;
	for (size_t i = 0; i < n && heads->timed; i++)
		heads->timed =
			jb_date_parse(
				heads->words[i]->text, &heads->dates[i]) ||
			jb_date_said(heads->words[i]->text, &heads->dates[i]);
	if (!heads->timed)
		heads->dates = NULL;
}

bool jb_step_fold(jb_work *w)
{
	jb_data old = *w->data;
	const jb_node *list = jb_node_lookup(w->node, "columns");
	size_t *folded = jb_new_array(w->r->arena, size_t, old.n_fields + 1);
	size_t n = 0, at = 0, *rows;
	bool bad = false;
	jb_field heads, values;

	for (size_t f = 0; f < old.n_fields && !bad; f++)
		if (is_listed(w, list, f, &bad))
			folded[n++] = f;
	if (bad || n == 0)
		return false;
	heads = jb_step_field_new(
		w, jb_step_word_of(w->node, "name"), old.n * n);
	values = jb_step_field_new(
		w, jb_step_word_of(w->node, "value"), old.n * n);
	values.number = values.adds = true;
	rows = jb_new_array(w->r->arena, size_t, old.n * n + 1);
	for (size_t i = 0; i < old.n; i++)
		for (size_t k = 0; k < n; k++, at++) {
			rows[at] = i;
			heads.words[at] = old.fields[folded[k]].label;
			values.figures[at] = old.fields[folded[k]].figures[i];
			values.adds = values.adds && old.fields[folded[k]].adds;
		}
	time_heads(w, &heads, at);
	w->data->fields = NULL;
	w->data->n_fields = 0;
	for (size_t f = 0, k = 0; f < old.n_fields; f++) {
		if (k < n && folded[k] == f)
			k++;
		else
			jb_data_add(w->r->arena, w->data, &old.fields[f]);
	}
	jb_data_take(w->r->arena, w->data, rows, at);
	jb_data_add(w->r->arena, w->data, &heads);
	jb_data_add(w->r->arena, w->data, &values);
	return true;
}

/* ---- rows of the same words ---- */

static void group_field(jb_work *w, jb_field *field, const size_t *group,
	size_t n_groups, jb_template const *names)
{
	size_t n = w->data->n;
	const jb_figure ***parts =
		jb_new_array(w->r->arena, const jb_figure **, n_groups + 1);
	size_t *count = jb_new_array(w->r->arena, size_t, n_groups + 1);

	for (size_t i = 0; i < n; i++)
		count[group[i]] += field->figures[i] != NULL;
	for (size_t g = 0; g < n_groups; g++) {
		parts[g] = jb_new_array(
			w->r->arena, const jb_figure *, count[g] + 1);
		count[g] = 0;
	}
	for (size_t i = 0; i < n; i++)
		if (field->figures[i])
			parts[group[i]][count[group[i]]++] = field->figures[i];
	field->figures =
		jb_new_array(w->r->arena, const jb_figure *, n_groups + 1);
	for (size_t g = 0; g < n_groups; g++)
		if (count[g] == 1)
			field->figures[g] = parts[g][0];
		else if (count[g] > 1)
			field->figures[g] = jb_step_sum_of(w, parts[g],
				count[g],
				jb_sprintf(w->r->arena, "%s.%s.%s", w->data->id,
					names[g] ? names[g]->text : "",
					field->key));
}

bool jb_step_group(jb_work *w)
{
	jb_data old = *w->data;
	int by = jb_data_find(w->r, w->data, w->node);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	size_t *group = jb_new_array(w->r->arena, size_t, old.n + 1);
	size_t *first = jb_new_array(w->r->arena, size_t, old.n + 1), n = 0;
	jb_field names;

	if (by < 0)
		return false;
	for (size_t i = 0; i < old.n; i++) {
		const char *text = jb_data_text(&old, (size_t)by, i);
		gpointer at;

		if (!g_hash_table_lookup_extended(seen, text, NULL, &at)) {
			first[n] = i;
			at = GUINT_TO_POINTER(n++);
			g_hash_table_insert(seen, (void *)text, at);
		}
		group[i] = GPOINTER_TO_UINT(at);
	}
	w->data->fields = NULL;
	w->data->n_fields = 0;
	jb_data_add(w->r->arena, w->data, &old.fields[by]);
	jb_data_take(w->r->arena, w->data, first, n);
	names = w->data->fields[0];
	w->data->n = old.n;
	for (size_t f = 0; f < old.n_fields; f++) {
		jb_field *field;

		if (!old.fields[f].number)
			continue;
		if (!old.fields[f].adds)
			continue; /* a sum of rates says nothing */
		field = jb_data_add(w->r->arena, w->data, &old.fields[f]);
		field->words = jb_new_array(w->r->arena, jb_template, n + 1);
		group_field(w, field, group, n, names.words);
	}
	w->data->n = n;
	if (strcmp(w->data->x, old.fields[by].key) != 0 && !old.by)
		w->data->x = names.key;
	return true;
}
