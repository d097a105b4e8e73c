/* transform-figures.c - figures made of others: sums, ratios, what is missing.
 */
#include "model/transform-parts.h"

const char *jb_step_word_of(const jb_node *node, const char *key)
{
	const jb_node *found =
		node->kind == JB_MAPPING ? jb_node_lookup(node, key) : NULL;

	return found ? found->text : NULL;
}

jb_figure *jb_step_figure_like(
	jb_work *w, const jb_figure *like, const char *id)
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

void jb_step_set_missing(jb_figure *f, jb_missing why)
{
	f->has_value = false;
	f->missing = why ? why : JB_NOT_STATED;
	f->bound = JB_EXACT;
	f->value = (jb_decimal){0, 0};
}

jb_decimal jb_step_value_in(const jb_figure *f, const jb_figure *unit)
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
	if (!jb_decimal_add(sum->value, jb_step_value_in(f, sum), &sum->value))
		*lacks = true;
}

const jb_figure *jb_step_sum_of(
	jb_work *w, const jb_figure *const *parts, size_t n, const char *id)
{
	jb_figure *sum = jb_step_figure_like(w, parts[0], id);
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
		jb_step_set_missing(sum, JB_NOT_STATED);
	else if (lacks)
		sum->bound = joined(sum->bound, JB_AT_LEAST);
	return sum;
}

void jb_step_set_ratio(
	jb_figure *f, jb_decimal a, jb_decimal b, int power, int decimals)
{
	a = jb_decimal_scale(a, power);
	f->has_value = false;
	for (int digits = 12; digits >= decimals && !f->has_value; digits -= 3)
		f->has_value = jb_decimal_ratio(a, b, digits, &f->value);
	if (!f->has_value)
		jb_step_set_missing(f, JB_NOT_APPLICABLE);
	f->fine = true;
	f->decimals = decimals;
}

void jb_step_set_unit(jb_figure *f, const char *unit)
{
	f->power = 0;
	jb_figure_unit(f, unit);
}

/* A mean of what is not all known is not known. */
const jb_figure *jb_step_mean_of(
	jb_work *w, const jb_figure *const *parts, size_t n, const char *id)
{
	const jb_figure *sum = jb_step_sum_of(w, parts, n, id);
	jb_figure *mean = jb_step_figure_like(w, parts[n - 1], id);
	int decimals = 1;

	for (size_t i = 0; i < n; i++) {
		if (!parts[i]->has_value) {
			jb_step_set_missing(mean, parts[i]->missing);
			return mean;
		}
		decimals = MAX(decimals, -parts[i]->value.exponent);
	}
	mean->bound = sum->bound;
	jb_step_set_ratio(mean, jb_step_value_in(sum, mean),
		(jb_decimal){(int64_t)n, 0}, 0, decimals);
	return mean;
}
