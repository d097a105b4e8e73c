/* transform-values.c - values in place of values: shares, sums so far, indices,
 * means. */
#include "model/transform-parts.h"

#include <string.h>

/* The sum of a column (or of a row's numbers); NULL where a part is missing,
 * below zero, or all are zero: then no part is a share of it. */
static const jb_figure *whole_of(
	jb_work *w, const jb_figure *const *parts, size_t n)
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
	sum = n ? jb_step_sum_of(w, parts, n, "") : NULL;
	return sum && sum->has_value && sum->value.mantissa > 0 ? sum : NULL;
}

static bool share_cells(jb_work *w, const jb_figure **cells[], size_t n)
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
		f = jb_step_figure_like(w, *cells[i], (*cells[i])->id);
		jb_step_set_ratio(f, jb_step_value_in(*cells[i], whole),
			whole->value, 2, 1);
		jb_step_set_unit(f, "%");
		f->verb = JB_SHARE;
		*cells[i] = f;
	}
	return true;
}

bool jb_step_share(jb_work *w)
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

bool jb_step_cumulate(jb_work *w)
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
			sum = jb_step_figure_like(w,
				n == 1 ? parts[0]
				       : jb_step_sum_of(w, parts, n,
						 field->figures[i]->id),
				field->figures[i]->id);
			sum->value_pos = field->figures[i]->value_pos;
			sum->status = field->figures[i]->status;
			if (lost)
				jb_step_set_missing(sum, JB_NOT_STATED);
			field->figures[i] = sum;
		}
	}
	return true;
}

/* The row whose first words these are; the first with a value for none. */
static int base_row(jb_work *w, const jb_field *field)
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

bool jb_step_index(jb_work *w)
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
			f2 = jb_step_figure_like(w, old, old->id);
			if (old->has_value)
				jb_step_set_ratio(f2,
					jb_step_value_in(old, base),
					base->value, 2, 1);
			jb_step_set_unit(f2, "");
			field->figures[i] = f2;
		}
	}
	return true;
}

bool jb_step_average(jb_work *w)
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
				field->figures[i] = jb_step_mean_of(
					w, &old[i + 1 - n], n, old[i]->id);
		}
	}
	g_ptr_array_add(
		w->data->notes, jb_sprintf(w->r->arena, "%zu期移动平均", n));
	return true;
}
