/* derive.c - figures that are computed from others, each after those it needs.
 */
#include "model/report-parts.h"

#include <string.h>

#include "base/messages.h"

enum { DECIMALS = 1 }; /* of a ratio or a share that does not say */

/* One figure on the way down to what it needs. */
struct step {
	jb_figure *figure;
	size_t next; /* operand */
};

typedef enum { NEW, OPEN, DONE } state;

/* ---- one figure ---- */

static void refuse_operand(
	jb_reading *r, const jb_figure *figure, size_t i, const char *why)
{
	const jb_node *list = g_hash_table_lookup(r->operands, figure);

	jb_refuse(r, list->items[i], "figure “%s” cannot be derived: %s",
		figure->id, why);
	jb_also(r->diags, figure->operands[i]->value_pos, "“%s” stands here",
		figure->operands[i]->id);
}

/* All operands have values; what is silently false was refused elsewhere. */
static bool operands_present(jb_reading *r, const jb_figure *figure)
{
	bool present = true;

	for (size_t i = 0; i < figure->n_operands; i++) {
		const jb_figure *operand = figure->operands[i];

		if (!operand->has_value && jb_figure_sound(operand))
			refuse_operand(r, figure, i,
				jb_sprintf(r->arena, jb_tr("“%s” has no value"),
					operand->id));
		present = present && operand->has_value;
	}
	return present;
}

static bool same_noun(
	jb_reading *r, const jb_figure *figure, size_t i, const jb_figure *like)
{
	const jb_figure *operand = figure->operands[i];

	if (strcmp(operand->noun, like->noun) == 0)
		return true;
	refuse_operand(r, figure, i,
		jb_sprintf(r->arena, jb_tr("“%s” is in “%s”, “%s” in “%s”"),
			operand->id, operand->unit, like->id, like->unit));
	return false;
}

static void refuse_size(jb_reading *r, const jb_figure *figure)
{
	jb_error(r->diags, figure->value_pos,
		"figure “%s” cannot be derived: the result has too many digits",
		figure->id);
}

/* Sum and difference, in the figure's own unit; of a mean the sum. */
static bool add_up(jb_reading *r, const jb_figure *figure, jb_decimal *value)
{
	*value = jb_figure_in(figure->operands[0], figure->power);
	if (!same_noun(r, figure, 0, figure))
		return false;
	for (size_t i = 1; i < figure->n_operands; i++) {
		jb_decimal next =
			jb_figure_in(figure->operands[i], figure->power);

		if (!same_noun(r, figure, i, figure))
			return false;
		if (figure->verb == JB_DIFF
				? !jb_decimal_sub(*value, next, value)
				: !jb_decimal_add(*value, next, value)) {
			refuse_size(r, figure);
			return false;
		}
	}
	if (figure->decimals >= 0 && figure->verb != JB_MEAN)
		*value = jb_decimal_round(*value, figure->decimals);
	return true;
}

/* The sum by how many there are, in the figure's own unit. */
static bool average(jb_reading *r, const jb_figure *figure, jb_decimal *value)
{
	const jb_decimal n = {(int64_t)figure->n_operands, 0};
	jb_decimal sum;

	if (!add_up(r, figure, &sum))
		return false;
	if (jb_decimal_ratio(sum, n,
		    figure->decimals < 0 ? DECIMALS : figure->decimals, value))
		return true;
	refuse_size(r, figure);
	return false;
}

/* Ratio and share, of the numbers without their prefixes. */
static bool divide(jb_reading *r, const jb_figure *figure, jb_decimal *value)
{
	const jb_figure *over = figure->operands[0];
	const jb_figure *under = figure->operands[1];
	int decimals = figure->decimals < 0 ? DECIMALS : figure->decimals;
	int power = over->power - figure->power;

	if (figure->verb == JB_SHARE) {
		if (strcmp(figure->unit, "%") != 0) {
			jb_error(r->diags, figure->value_pos,
				"the share “%s” must be in %%, not “%s”",
				figure->id, figure->unit);
			return false;
		}
		if (!same_noun(r, figure, 1, over))
			return false;
		power += 2;
	}
	if (under->value.mantissa == 0) {
		refuse_operand(r, figure, 1,
			jb_sprintf(r->arena, jb_tr("“%s” is zero"), under->id));
		return false;
	}
	if (jb_decimal_ratio(jb_decimal_scale(over->value, power),
		    jb_decimal_scale(under->value, under->power), decimals,
		    value))
		return true;
	refuse_size(r, figure);
	return false;
}

/* The direction is computed with the number; one that is said must be right. */
static bool grow(jb_reading *r, jb_figure *figure, jb_decimal *value)
{
	const jb_figure *now = figure->operands[0],
			*before = figure->operands[1];
	int said = figure->direction, direction;

	if (strcmp(figure->unit, "%") != 0) {
		jb_error(r->diags, figure->value_pos,
			"the growth “%s” must be in %%, not “%s”", figure->id,
			figure->unit);
		return false;
	}
	if (!same_noun(r, figure, 1, now))
		return false;
	if (before->value.mantissa == 0) {
		refuse_operand(r, figure, 1,
			jb_sprintf(
				r->arena, jb_tr("“%s” is zero"), before->id));
		return false;
	}
	if (!jb_figure_growth(now, before,
		    figure->decimals < 0 ? DECIMALS : figure->decimals, false,
		    value, &direction)) {
		refuse_size(r, figure);
		return false;
	}
	figure->direction = direction;
	if (!said || !direction || said == direction)
		return true;
	jb_error(r->diags, figure->value_pos,
		said > 0 ? "“%s” is to go up, but goes down"
			 : "“%s” is to go down, but goes up",
		figure->id);
	return false;
}

static bool count(const jb_figure *figure, jb_decimal *value)
{
	*value = jb_decimal_scale(
		(jb_decimal){(int64_t)figure->counted->n, 0}, -figure->power);
	return true;
}

static void compute(jb_reading *r, jb_figure *figure)
{
	if (!g_hash_table_contains(r->operands, figure) ||
		!operands_present(r, figure))
		return;
	switch (figure->verb) {
	case JB_GIVEN:
		break;
	case JB_SUM:
	case JB_DIFF:
		figure->has_value = add_up(r, figure, &figure->value);
		break;
	case JB_RATIO:
	case JB_SHARE:
		figure->has_value = divide(r, figure, &figure->value);
		break;
	case JB_GROWTH:
		figure->has_value = grow(r, figure, &figure->value);
		break;
	case JB_MEAN:
		figure->has_value = average(r, figure, &figure->value);
		break;
	case JB_COUNT:
		figure->has_value = count(figure, &figure->value);
		break;
	}
}

/* ---- order ---- */

static void refuse_cycle(
	jb_reading *r, const GArray *steps, const jb_figure *back)
{
	g_autoptr(GString) chain = g_string_new(NULL);
	guint i = steps->len;

	while (g_array_index(steps, struct step, i - 1).figure != back)
		i--;
	for (i--; i < steps->len; i++)
		g_string_append_printf(chain, "%s → ",
			g_array_index(steps, struct step, i).figure->id);
	jb_error(r->diags, back->value_pos,
		"figure “%s” is derived from itself: %s%s", back->id,
		chain->str, back->id);
	jb_span_chars(r->diags, (unsigned)strlen("derived"));
}

/* The next operand of the top step that is to be derived first, or NULL. */
static jb_figure *descend(jb_reading *r, GHashTable *states, GArray *steps)
{
	struct step *top = &g_array_index(steps, struct step, steps->len - 1);

	while (top->next < top->figure->n_operands) {
		const jb_figure *operand = top->figure->operands[top->next++];

		switch (GPOINTER_TO_INT(g_hash_table_lookup(states, operand))) {
		case NEW:
			return (jb_figure *)operand;
		case OPEN:
			refuse_cycle(r, steps, operand);
			break;
		case DONE:
			break;
		}
	}
	return NULL;
}

/* Depth first with a stack of our own: a file may chain thousands. */
static void derive(jb_reading *r, GHashTable *states, jb_figure *figure)
{
	g_autoptr(GArray) steps =
		g_array_new(FALSE, FALSE, sizeof(struct step));

	while (figure || steps->len > 0) {
		if (figure) {
			struct step step = {figure, 0};

			g_array_append_val(steps, step);
			g_hash_table_insert(
				states, figure, GINT_TO_POINTER(OPEN));
		}
		figure = descend(r, states, steps);
		if (!figure) {
			struct step *top = &g_array_index(
				steps, struct step, steps->len - 1);

			compute(r, top->figure);
			g_hash_table_insert(
				states, top->figure, GINT_TO_POINTER(DONE));
			g_array_set_size(steps, steps->len - 1);
		}
	}
}

void jb_derive_all(jb_reading *r)
{
	g_autoptr(GHashTable) states = g_hash_table_new(NULL, NULL);
	const GPtrArray *all[] = {r->report->figures, r->report->cells};

	for (size_t k = 0; k < G_N_ELEMENTS(all); k++) {
		for (guint i = 0; i < all[k]->len; i++) {
			jb_figure *figure = all[k]->pdata[i];

			if (!g_hash_table_contains(states, figure))
				derive(r, states, figure);
		}
	}
}
