/* transform.c - rows and columns rearranged, and figures made of others. */
#include "model/data.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "model/report-parts.h"
#include "model/schema.h"
#include "model/wording.h"

typedef struct work {
	jb_reading *r;
	jb_data *data;
	const jb_node *node; /* what the step says */
} work;

static const char *word_of(const jb_node *node, const char *key)
{
	const jb_node *found =
		node->kind == JB_MAPPING ? jb_node_lookup(node, key) : NULL;

	return found ? found->text : NULL;
}

/* ---- figures made of others ---- */

/* Like one of them, with a value of its own. */
static jb_figure *figure_like(work *w, const jb_figure *like, const char *id)
{
	jb_figure *f = jb_new(w->r->arena, jb_figure);

	*f = *like;
	f->id = id;
	f->as = NULL;
	f->change = f->previous = NULL;
	f->trend = NULL;
	f->note = NULL;
	return f;
}

static void set_missing(jb_figure *f, jb_missing why)
{
	f->has_value = false;
	f->missing = why ? why : JB_NOT_STATED;
	f->bound = JB_EXACT;
	f->value = (jb_decimal){0, 0};
}

/* The value in the prefix of another. */
static jb_decimal value_in(const jb_figure *f, const jb_figure *unit)
{
	return jb_decimal_scale(f->value, f->power - unit->power);
}

/* The bound of a sum of two: 余 and 以上 are more, 不足 and 以内 less. */
static jb_bound joined(jb_bound a, jb_bound b)
{
	if (b == JB_OVER)
		b = JB_AT_LEAST;
	if (b == JB_UNDER)
		b = JB_AT_MOST;
	if (a == JB_EXACT || a == b)
		return b;
	return b == JB_EXACT ? a : JB_ABOUT;
}

/* What is not exact makes the sum not exact; what is missing makes it more, if
 * nothing can be less than zero. */
static void add_to(jb_figure *sum, const jb_figure *f, bool *lacks)
{
	if (!f->has_value) {
		*lacks = true;
		return;
	}
	sum->bound = joined(sum->bound, f->bound);
	if (!jb_decimal_add(sum->value, value_in(f, sum), &sum->value))
		*lacks = true;
}

static const jb_figure *sum_of(
	work *w, const jb_figure *const *parts, size_t n, const char *id)
{
	jb_figure *sum = figure_like(w, parts[0], id);
	bool lacks = false, any = false, below = false;

	sum->value = (jb_decimal){0, 0};
	sum->bound = JB_EXACT;
	sum->has_value = true;
	for (size_t i = 0; i < n; i++) {
		add_to(sum, parts[i], &lacks);
		any = any || parts[i]->has_value;
		below = below || parts[i]->value.mantissa < 0;
	}
	sum->direction = 0;
	sum->verb = JB_SUM;
	sum->operands = (const jb_figure **)parts;
	sum->n_operands = n;
	if (!any || (lacks && below))
		set_missing(sum, JB_NOT_STATED);
	else if (lacks)
		sum->bound = joined(sum->bound, JB_AT_LEAST);
	return sum;
}

/* a / b * 10^power, exact for lengths, said with so many decimals. */
static void set_ratio(
	jb_figure *f, jb_decimal a, jb_decimal b, int power, int decimals)
{
	a = jb_decimal_scale(a, power);
	f->has_value = false;
	for (int digits = 12; digits >= decimals && !f->has_value; digits -= 3)
		f->has_value = jb_decimal_ratio(a, b, digits, &f->value);
	if (!f->has_value)
		set_missing(f, JB_NOT_APPLICABLE);
	f->fine = true;
	f->decimals = decimals;
}

static void set_unit(jb_figure *f, const char *unit)
{
	f->power = 0;
	jb_figure_unit(f, unit);
}

/* ---- rows ---- */

/* The first number column, or the one that is named; -1 after an error. */
static int number_field(work *w, const char *name, const jb_node *at)
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

static size_t *all_rows(work *w)
{
	size_t *rows = jb_new_array(w->r->arena, size_t, w->data->n + 1);

	for (size_t i = 0; i < w->data->n; i++)
		rows[i] = i;
	return rows;
}

static bool sort_rows(work *w, const char *by, int way)
{
	struct order order = {w->data, number_field(w, by, w->node), way};
	size_t *rows;

	if (order.field < 0)
		return false;
	rows = all_rows(w);
	g_qsort_with_data(
		rows, (int)w->data->n, sizeof(*rows), by_value, &order);
	jb_data_take(w->r->arena, w->data, rows, w->data->n);
	return true;
}

static bool do_sort(work *w)
{
	const char *order = w->node->kind == JB_SCALAR
				    ? w->node->text
				    : word_of(w->node, "order");

	return sort_rows(w, word_of(w->node, "by"),
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
	const char *least = word_of(range, "least");
	const char *most = word_of(range, "most");
	jb_decimal d;

	if (!f || !f->has_value)
		return false;
	if (least && jb_decimal_parse(least, &d) &&
		jb_decimal_compare(f->value, d) < 0)
		return false;
	return !most || !jb_decimal_parse(most, &d) ||
	       jb_decimal_compare(f->value, d) <= 0;
}

static bool keeps(work *w, const jb_node *want, size_t field, size_t row)
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

static bool do_filter(work *w)
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

static jb_node *plain(work *w, const char *text)
{
	jb_node *node = jb_new(w->r->arena, jb_node);

	node->kind = JB_SCALAR;
	node->type = JB_TEXT;
	node->text = text;
	node->pos = w->node->pos;
	return node;
}

/* The sum of rows [from, n) in each column, put in row `from`. */
static bool sum_rest(work *w, const char *name, size_t from)
{
	for (size_t f = 0; f < w->data->n_fields; f++) {
		jb_field *field = &w->data->fields[f];
		const jb_figure **parts = jb_new_array(
			w->r->arena, const jb_figure *, w->data->n + 1);
		size_t n = 0;

		field->words[from] = plain(w, name);
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
			n ? sum_of(w, parts, n,
				    jb_sprintf(w->r->arena, "%s.%s.%s",
					    w->data->id, name, field->key))
			  : NULL;
	}
	return true;
}

static bool do_top(work *w)
{
	const char *most = w->node->kind == JB_SCALAR
				   ? w->node->text
				   : word_of(w->node, "most");
	const char *rest = word_of(w->node, "rest");
	size_t keep = (size_t)atoi(most ? most : "8");

	if (!sort_rows(w, word_of(w->node, "by"), -1))
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

/* ---- columns below each other ---- */

static bool is_listed(work *w, const jb_node *list, size_t field, bool *bad)
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

static jb_field field_new(work *w, const char *key, size_t n)
{
	return (jb_field){.key = key,
		.label = plain(w, key),
		.pos = w->node->pos,
		.words = jb_new_array(w->r->arena, jb_template, n + 1),
		.figures = jb_new_array(w->r->arena, const jb_figure *, n + 1)};
}

/* The heads are dates if all of them are. */
static void time_heads(work *w, jb_field *heads, size_t n)
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

static bool do_fold(work *w)
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
	heads = field_new(w, word_of(w->node, "name"), old.n * n);
	values = field_new(w, word_of(w->node, "value"), old.n * n);
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

static void group_field(work *w, jb_field *field, const size_t *group,
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
			field->figures[g] = sum_of(w, parts[g], count[g],
				jb_sprintf(w->r->arena, "%s.%s.%s", w->data->id,
					names[g] ? names[g]->text : "",
					field->key));
}

/* By the words of one column; numbers are added, other columns go. */
static bool do_group(work *w)
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

/* ---- numbers in classes ---- */

static double raw(const jb_figure *f)
{
	return f && f->has_value ? jb_figure_size(f) : 0;
}

/* A width of 1, 2 or 5 by the rule of Sturges. */
static double round_width(double lo, double hi, size_t n)
{
	double wish = (hi - lo) / (1 + ceil(log2((double)n)));
	double ten = pow(10, floor(log10(wish)));
	double rest = wish / ten;

	return ten * (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10);
}

static const char *number_text(work *w, double value, double step)
{
	int decimals = 0;

	while (decimals < 6 && fabs(step * pow(10, decimals) -
				       round(step * pow(10, decimals))) > 1e-6)
		decimals++;
	return jb_decimal_text(w->r->arena,
		(jb_decimal){llround(value * pow(10, decimals)), -decimals});
}

struct bins {
	double from, width, unit; /* unit: one of the prefix, in values */
	size_t n, *counts;
};

static void count_bins(work *w, const jb_field *field, struct bins *b)
{
	for (size_t i = 0; i < w->data->n; i++) {
		const jb_figure *f = field->figures[i];
		double at;

		if (!f || !f->has_value)
			continue;
		at = floor((raw(f) / b->unit - b->from) / b->width + 1e-9);
		b->counts[(size_t)CLAMP(at, 0, (double)b->n - 1)]++;
	}
}

static bool set_bins(work *w, const jb_field *field, struct bins *b)
{
	const char *width = word_of(w->node, "width");
	double lo = INFINITY, hi = -INFINITY;
	size_t n = 0;

	for (size_t i = 0; i < w->data->n; i++) {
		const jb_figure *f = field->figures[i];

		if (!f || !f->has_value)
			continue;
		b->unit = pow(10, f->power);
		lo = fmin(lo, raw(f) / b->unit);
		hi = fmax(hi, raw(f) / b->unit);
		n++;
	}
	if (n < w->data->n)
		g_ptr_array_add(w->data->notes,
			jb_sprintf(w->r->arena, "%zu项没有数值，未计入",
				w->data->n - n));
	if (n == 0)
		return false;
	b->width = width     ? g_ascii_strtod(width, NULL)
		   : hi > lo ? round_width(lo, hi, n)
			     : 1;
	if (!(b->width > 0) || (hi - lo) / b->width > 200) {
		jb_refuse(w->r, w->node, "classes this narrow are too many");
		jb_hint(w->r->diags, "give a larger `width`");
		return false;
	}
	b->from = floor(lo / b->width + 1e-9) * b->width;
	b->n = (size_t)floor((hi - b->from) / b->width + 1e-9) + 1;
	b->counts = jb_new_array(w->r->arena, size_t, b->n);
	return true;
}

static const jb_figure *count_figure(
	work *w, const jb_field *field, const char *name, size_t count)
{
	jb_figure *f = jb_new(w->r->arena, jb_figure);
	const char *unit = word_of(w->node, "unit");

	f->id = jb_sprintf(
		w->r->arena, "%s.%s.%s", w->data->id, name, field->key);
	f->pos = f->value_pos = w->node->pos;
	f->label = plain(w, name);
	f->decimals = -1;
	f->has_value = true;
	f->value = (jb_decimal){(int64_t)count, 0};
	f->verb = JB_COUNT;
	set_unit(f, unit ? unit : "个");
	return f;
}

/* Rows become classes of one column, each with how many there were. */
static bool do_bin(work *w)
{
	const char *name = w->node->kind == JB_SCALAR
				   ? w->node->text
				   : word_of(w->node, "column");
	int at = number_field(w, name, w->node);
	struct bins b = {.unit = 1};
	jb_field old, classes, counts;

	if (at < 0)
		return false;
	old = w->data->fields[at];
	if (!set_bins(w, &old, &b))
		return false;
	count_bins(w, &old, &b);
	classes = field_new(w, old.key, b.n);
	classes.label = old.label;
	counts = field_new(w, "count", b.n);
	counts.label = old.label;
	counts.number = counts.adds = true;
	for (size_t i = 0; i < b.n; i++) {
		double from = b.from + (double)i * b.width;
		const char *text = jb_sprintf(w->r->arena, "%s—%s",
			number_text(w, from, b.width),
			number_text(w, from + b.width, b.width));

		classes.words[i] = plain(w, text);
		counts.figures[i] = count_figure(w, &old, text, b.counts[i]);
	}
	g_ptr_array_add(w->data->notes,
		jb_sprintf(w->r->arena, "各组含下限，不含上限"));
	w->data->fields = NULL;
	w->data->n_fields = 0;
	w->data->n = b.n;
	w->data->by = NULL;
	w->data->x = old.key;
	jb_data_add(w->r->arena, w->data, &classes);
	jb_data_add(w->r->arena, w->data, &counts);
	return true;
}

/* ---- values in place of values ---- */

/* The sum of a column (or of a row's numbers); NULL where a part is missing,
 * below zero, or all are zero: then no part is a share of it. */
static const jb_figure *whole_of(
	work *w, const jb_figure *const *parts, size_t n)
{
	const jb_figure *sum;

	for (size_t i = 0; i < n; i++) {
		if (parts[i]->has_value && parts[i]->value.mantissa >= 0)
			continue;
		jb_error(w->r->diags, parts[i]->value_pos,
			parts[i]->has_value
				? "what is below zero is no part of a whole"
				: "without this value no share can be told");
		jb_also(w->r->diags, w->node->pos, "shares are asked for here");
		return NULL;
	}
	sum = n ? sum_of(w, parts, n, "") : NULL;
	return sum && sum->has_value && sum->value.mantissa > 0 ? sum : NULL;
}

static bool share_cells(work *w, const jb_figure **cells[], size_t n)
{
	const jb_figure **parts =
		jb_new_array(w->r->arena, const jb_figure *, n + 1);
	const jb_figure *whole;
	size_t known = 0;

	for (size_t i = 0; i < n; i++)
		if (*cells[i])
			parts[known++] = *cells[i];
	if (known == 0)
		return true;
	whole = whole_of(w, parts, known);
	if (!whole)
		return jb_diags_errors(w->r->diags) == 0;
	for (size_t i = 0; i < n; i++) {
		jb_figure *f;

		if (!*cells[i])
			continue;
		f = figure_like(w, *cells[i], (*cells[i])->id);
		set_ratio(f, value_in(*cells[i], whole), whole->value, 2, 1);
		set_unit(f, "%");
		f->verb = JB_SHARE;
		*cells[i] = f;
	}
	return true;
}

static bool do_share(work *w)
{
	bool rows = strcmp(w->node->text, "row") == 0;
	size_t n_fields = w->data->n_fields, n = w->data->n;
	const jb_figure ***cells = jb_new_array(
		w->r->arena, const jb_figure **, MAX(n, n_fields) + 1);

	for (size_t a = 0; a < (rows ? n : n_fields); a++) {
		size_t known = 0;

		if (!rows && !w->data->fields[a].number)
			continue;
		for (size_t b = 0; b < (rows ? n_fields : n); b++) {
			jb_field *field = &w->data->fields[rows ? b : a];

			if (field->number)
				cells[known++] = &field->figures[rows ? a : b];
		}
		if (!share_cells(w, cells, known))
			return false;
	}
	return true;
}

static bool do_cumulate(work *w)
{
	for (size_t f = 0; f < w->data->n_fields; f++) {
		jb_field *field = &w->data->fields[f];
		const jb_figure **parts = jb_new_array(
			w->r->arena, const jb_figure *, w->data->n + 1);
		size_t n = 0;
		bool lost = false;

		for (size_t i = 0; field->number && i < w->data->n; i++) {
			jb_figure *sum;

			if (!field->figures[i])
				continue;
			parts[n++] = field->figures[i];
			lost = lost || !field->figures[i]->has_value;
			sum = figure_like(w,
				n == 1 ? parts[0]
				       : sum_of(w, parts, n,
						 field->figures[i]->id),
				field->figures[i]->id);
			sum->value_pos = field->figures[i]->value_pos;
			sum->status = field->figures[i]->status;
			if (lost)
				set_missing(sum, JB_NOT_STATED);
			field->figures[i] = sum;
		}
	}
	return true;
}

/* The row whose first words these are; the first with a value for none. */
static int base_row(work *w, const jb_field *field)
{
	bool first = strcmp(w->node->text, "first") == 0;
	const jb_field *x = &w->data->fields[0];
	jb_date date, *dates = x->dates;

	if (!jb_date_parse(w->node->text, &date) &&
		!jb_date_said(w->node->text, &date))
		dates = NULL;

	for (size_t i = 0; i < w->data->n; i++) {
		if (first ? field->figures[i] && field->figures[i]->has_value
			: dates ? jb_date_compare(dates[i], date) == 0
				: strcmp(jb_data_text(w->data, 0, i),
					  w->node->text) == 0)
			return (int)i;
	}
	jb_refuse(w->r, w->node, "there is no row “%s”", w->node->text);
	return -1;
}

static bool do_index(work *w)
{
	for (size_t f = 0; f < w->data->n_fields; f++) {
		jb_field *field = &w->data->fields[f];
		int row = field->number ? base_row(w, field) : 0;
		const jb_figure *base;

		if (!field->number)
			continue;
		if (row < 0)
			return false;
		base = field->figures[row];
		if (!base || !base->has_value || base->value.mantissa <= 0) {
			jb_refuse(w->r, w->node,
				"“%s” has no base above zero there",
				field->label->text);
			return false;
		}
		for (size_t i = 0; i < w->data->n; i++) {
			const jb_figure *old = field->figures[i];
			jb_figure *f2;

			if (!old)
				continue;
			f2 = figure_like(w, old, old->id);
			if (old->has_value)
				set_ratio(f2, value_in(old, base), base->value,
					2, 1);
			set_unit(f2, "");
			field->figures[i] = f2;
		}
	}
	return true;
}

static const jb_figure *mean_of(
	work *w, const jb_figure *const *parts, size_t n)
{
	const jb_figure *last = parts[n - 1];
	const jb_figure *sum = sum_of(w, parts, n, last->id);
	jb_figure *mean = figure_like(w, last, last->id);
	int decimals = 1;

	for (size_t i = 0; i < n; i++) {
		if (!parts[i]->has_value) {
			set_missing(mean, parts[i]->missing);
			return mean;
		}
		decimals = MAX(decimals, -parts[i]->value.exponent);
	}
	mean->bound = sum->bound;
	set_ratio(mean, value_in(sum, mean), (jb_decimal){(int64_t)n, 0}, 0,
		decimals);
	return mean;
}

/* Of each value and those before it; the first ones have none. */
static bool do_average(work *w)
{
	size_t n = (size_t)atoi(w->node->text);

	for (size_t f = 0; f < w->data->n_fields; f++) {
		jb_field *field = &w->data->fields[f];
		const jb_figure **old = field->figures;

		if (!field->number)
			continue;
		field->figures = jb_new_array(
			w->r->arena, const jb_figure *, w->data->n + 1);
		for (size_t i = n - 1; i < w->data->n; i++) {
			bool whole = true;

			for (size_t k = 0; k < n; k++)
				whole = whole && old[i - k];
			if (whole)
				field->figures[i] =
					mean_of(w, &old[i + 1 - n], n);
		}
	}
	g_ptr_array_add(
		w->data->notes, jb_sprintf(w->r->arena, "%zu期移动平均", n));
	return true;
}

/* ---- the steps ---- */

/* `wide`: works on series side by side. */
static const struct step {
	const char *name;
	bool (*run)(work *w);
	bool wide;
} steps[] = {
	{"filter", do_filter, false},
	{"fold", do_fold, false},
	{"group", do_group, false},
	{"bin", do_bin, false},
	{"sort", do_sort, true},
	{"top", do_top, true},
	{"share", do_share, true},
	{"cumulate", do_cumulate, true},
	{"index", do_index, true},
	{"average", do_average, true},
};

static bool do_step(jb_reading *r, jb_data *data, const jb_pair *pair)
{
	work w = {r, data, pair->value};

	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		if (strcmp(pair->key->text, steps[i].name) != 0)
			continue;
		if (steps[i].wide && !jb_data_widen(r, data))
			return false;
		return steps[i].run(&w);
	}
	return true;
}

static bool do_steps(jb_reading *r, jb_data *data, const jb_node *map)
{
	for (size_t i = 0; i < map->n; i++)
		if (!do_step(r, data, &map->pairs[i]))
			return false;
	return true;
}

bool jb_data_transform(jb_reading *r, jb_data *data, const jb_node *list)
{
	if (!list)
		return true;
	if (list->kind == JB_MAPPING)
		return do_steps(r, data, list);
	for (size_t i = 0; i < list->n; i++)
		if (!do_steps(r, data, list->items[i]))
			return false;
	return true;
}
