/* transform-bin.c - how many values there are of each class. */
#include "model/transform-parts.h"

#include <math.h>

#include "model/wording.h"

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

static const char *number_text(jb_work *w, double value, double step)
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

static void count_bins(jb_work *w, const jb_field *field, struct bins *b)
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

static bool set_bins(jb_work *w, const jb_field *field, struct bins *b)
{
	const char *width = jb_step_word_of(w->node, "width");
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
	jb_work *w, const jb_field *field, const char *name, size_t count)
{
	jb_figure *f = jb_new(w->r->arena, jb_figure);
	const char *unit = jb_step_word_of(w->node, "unit");

	f->id = jb_sprintf(
		w->r->arena, "%s.%s.%s", w->data->id, name, field->key);
	f->pos = f->value_pos = w->node->pos;
	f->label = jb_step_plain(w, name);
	f->decimals = -1;
	f->has_value = true;
	f->value = (jb_decimal){(int64_t)count, 0};
	f->verb = JB_COUNT;
	jb_step_set_unit(f, unit ? unit : "个");
	return f;
}

bool jb_step_bin(jb_work *w)
{
	const char *name = w->node->kind == JB_SCALAR
				   ? w->node->text
				   : jb_step_word_of(w->node, "column");
	int at = jb_step_number_field(w, name, w->node);
	struct bins b = {.unit = 1};
	jb_field old, classes, counts;

	if (at < 0)
		return false;
	old = w->data->fields[at];
	if (!set_bins(w, &old, &b))
		return false;
	count_bins(w, &old, &b);
	classes = jb_step_field_new(w, old.key, b.n);
	classes.label = old.label;
	counts = jb_step_field_new(w, "count", b.n);
	counts.label = old.label;
	counts.number = counts.adds = true;
	for (size_t i = 0; i < b.n; i++) {
		double from = b.from + (double)i * b.width;
		const char *text = jb_sprintf(w->r->arena, "%s—%s",
			number_text(w, from, b.width),
			number_text(w, from + b.width, b.width));

		classes.words[i] = jb_step_plain(w, text);
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
