/* check.c - relations between figures that a report promises, and the totals
 * of its series. */
#include "model/report-parts.h"

#include <string.h>

#include "base/messages.h"
#include "model/schema.h"
#include "model/wording.h"

/* One relation: operands on the left, the figure they must give. */
struct check {
	const char *id;
	jb_pos pos; /* of the id */
	const jb_figure **operands;
	size_t n;
	const jb_list *counted;
	const jb_figure *equals;
	jb_decimal tolerance; /* in the unit of equals */
};

/* ---- words ---- */

static const char *number(jb_reading *r, jb_decimal value)
{
	return jb_decimal_text(r->arena, value);
}

static void fail(jb_reading *r, const struct check *c, const char *why)
{
	jb_error(r->diags, c->pos, "check “%s” fails: %s", c->id, why);
	jb_span_chars(r->diags, (unsigned)strlen(c->id));
}

static void show(jb_reading *r, const jb_figure *figure)
{
	jb_template label = figure->label;
	bool plain = label && !strstr(label->text, "${");

	jb_also(r->diags, figure->value_pos, "%s: %s",
		plain ? label->text : figure->id,
		jb_wording_text(r->arena, figure));
}

static void show_all(jb_reading *r, const struct check *c)
{
	for (size_t i = 0; i < c->n; i++)
		show(r, c->operands[i]);
	if (c->counted)
		jb_also(r->diags, c->counted->pos, "%s: %zu items",
			c->counted->id, c->counted->n);
	if (c->equals)
		show(r, c->equals);
}

/* ---- what must be so before anything is compared ---- */

/* False silently for a figure whose mistake has been said. */
static bool present(
	jb_reading *r, const struct check *c, const jb_figure *figure)
{
	if (!figure->has_value && jb_figure_sound(figure)) {
		fail(r, c,
			jb_sprintf(r->arena, jb_tr("“%s” has no value"),
				figure->id));
		jb_also(r->diags, figure->value_pos, "it is missing here");
	}
	return figure->has_value;
}

static bool all_present(jb_reading *r, const struct check *c)
{
	for (size_t i = 0; i < c->n; i++) {
		if (!present(r, c, c->operands[i]))
			return false;
	}
	return !c->equals || present(r, c, c->equals);
}

/* All operands are counted in the same as `like`. */
static bool comparable(
	jb_reading *r, const struct check *c, const jb_figure *like)
{
	for (size_t i = 0; i < c->n; i++) {
		const jb_figure *operand = c->operands[i];

		if (strcmp(operand->noun, like->noun) == 0)
			continue;
		fail(r, c,
			jb_sprintf(r->arena,
				jb_tr("%s is in “%s”, but %s in “%s”"),
				operand->id, operand->unit, like->id,
				like->unit));
		show(r, operand);
		show(r, like);
		return false;
	}
	return true;
}

static bool within(const struct check *c, jb_decimal value)
{
	jb_decimal off;

	if (!jb_decimal_sub(value, c->equals->value, &off))
		return false;
	if (off.mantissa < 0)
		off.mantissa = -off.mantissa;
	return jb_decimal_compare(off, c->tolerance) <= 0;
}

/* ---- the relations ---- */

static void check_sum(jb_reading *r, const struct check *c)
{
	g_autoptr(GString) terms = g_string_new(NULL);
	jb_decimal sum = {0, 0};

	if (!all_present(r, c) || !comparable(r, c, c->equals))
		return;
	for (size_t i = 0; i < c->n; i++) {
		jb_decimal next =
			jb_figure_in(c->operands[i], c->equals->power);

		g_string_append_printf(
			terms, "%s%s", i > 0 ? " + " : "", number(r, next));
		if (!jb_decimal_add(sum, next, &sum)) {
			fail(r, c, jb_tr("the sum has too many digits"));
			return;
		}
	}
	if (within(c, sum))
		return;
	fail(r, c,
		jb_sprintf(r->arena, jb_tr("%s = %s, but %s is %s"), terms->str,
			number(r, sum), c->equals->id,
			number(r, c->equals->value)));
	show_all(r, c);
}

static void check_count(jb_reading *r, const struct check *c)
{
	jb_decimal n = {(int64_t)c->counted->n, -c->equals->power};

	if (!all_present(r, c) || within(c, n))
		return;
	fail(r, c,
		jb_sprintf(r->arena, jb_tr("%s has %zu items, but %s is %s"),
			c->counted->id, c->counted->n, c->equals->id,
			jb_wording_text(r->arena, c->equals)));
	show_all(r, c);
}

/* To as many decimals as the stated share has. */
static void check_share(jb_reading *r, const struct check *c)
{
	const jb_figure *over = c->operands[0], *under = c->operands[1];
	int decimals = MAX(-c->equals->value.exponent, 0);
	jb_decimal share;

	if (!all_present(r, c) || !comparable(r, c, over))
		return;
	if (strcmp(c->equals->unit, "%") != 0) {
		fail(r, c,
			jb_sprintf(r->arena, jb_tr("%s is no share in %%"),
				c->equals->id));
		show(r, c->equals);
		return;
	}
	if (!jb_decimal_ratio(jb_decimal_scale(over->value, over->power + 2),
		    jb_decimal_scale(under->value, under->power), decimals,
		    &share)) {
		fail(r, c,
			jb_sprintf(r->arena,
				jb_tr("%s cannot be divided by %s"),
				number(r, over->value),
				number(r, under->value)));
		show_all(r, c);
		return;
	}
	if (within(c, share))
		return;
	fail(r, c,
		jb_sprintf(r->arena, jb_tr("%s / %s = %s%%, but %s is %s%%"),
			number(r, jb_figure_in(over, under->power)),
			number(r, under->value), number(r, share),
			c->equals->id, number(r, c->equals->value)));
	show_all(r, c);
}

static void check_less(jb_reading *r, const struct check *c)
{
	if (!all_present(r, c) || c->n < 2 || !comparable(r, c, c->operands[0]))
		return;
	for (size_t i = 1; i < c->n; i++) {
		const jb_figure *a = c->operands[i - 1], *b = c->operands[i];

		if (jb_decimal_compare(jb_decimal_scale(a->value, a->power),
			    jb_decimal_scale(b->value, b->power)) < 0)
			continue;
		fail(r, c,
			jb_sprintf(r->arena, jb_tr("%s is not less than %s"),
				number(r, jb_figure_in(a, b->power)),
				number(r, b->value)));
		show(r, a);
		show(r, b);
	}
}

/* ---- reading ---- */

struct relation {
	const char *key;
	size_t least, most; /* operands */
	void (*run)(jb_reading *r, const struct check *c);
};

static const struct relation relations[] = {
	{"sum", 1, SIZE_MAX, check_sum},
	{"count", 0, 0, check_count},
	{"share", 2, 2, check_share},
	{"less", 2, SIZE_MAX, check_less},
};

/* The one relation of a check, or NULL after an error. */
static const struct relation *relation_of(
	jb_reading *r, const struct check *c, const jb_node *map)
{
	const struct relation *found = NULL;
	size_t n = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(relations); i++) {
		if (!jb_node_lookup(map, relations[i].key))
			continue;
		found = &relations[i];
		n++;
	}
	if (n == 1)
		return found;
	jb_error(r->diags, c->pos, "check “%s” must say one thing, not %zu",
		c->id, n);
	jb_hint(r->diags, "one of `sum`, `count`, `share`, `less`");
	return NULL;
}

/* `less` stands alone; the others need a figure that they equal. */
static bool read_equals(jb_reading *r, struct check *c, const jb_node *map,
	const struct relation *relation)
{
	const jb_node *equals = jb_node_lookup(map, "equals");
	bool alone = relation->run == check_less;

	if (alone && equals) {
		jb_refuse(r, jb_node_key(map, "equals"),
			"`less` and `equals` do not go together");
		return false;
	}
	if (!alone && !equals) {
		jb_error(r->diags, c->pos,
			"check “%s” does not say what it equals", c->id);
		jb_hint(r->diags, "add `equals:` with the id of a figure");
		return false;
	}
	if (equals)
		c->equals = jb_resolve(r, equals, JB_NAMED_FIGURE);
	return alone || c->equals;
}

static bool read_operands(jb_reading *r, struct check *c, const jb_node *node,
	const struct relation *relation)
{
	if (node->kind == JB_SCALAR) {
		c->counted = jb_resolve(r, node, JB_NAMED_LIST);
		return c->counted != NULL;
	}
	c->operands = jb_resolve_figures(r, node, &c->n);
	if (c->n < node->n)
		return false;
	if (c->n >= relation->least && c->n <= relation->most)
		return true;
	if (relation->most == relation->least)
		jb_error(r->diags, node->pos, "`%s` needs %zu figures, not %zu",
			relation->key, relation->least, c->n);
	else
		jb_error(r->diags, node->pos,
			relation->least == 1
				? "`%s` needs at least %zu figure, not %zu"
				: "`%s` needs at least %zu figures, not %zu",
			relation->key, relation->least, c->n);
	return false;
}

static void run_check(jb_reading *r, const jb_node *map)
{
	const jb_node *id = jb_node_lookup(map, "id");
	struct check c = {.id = id->text, .pos = id->pos};
	const struct relation *relation = relation_of(r, &c, map);
	bool fine;

	jb_decimal_parse(
		jb_schema_text(map, "check", "tolerance"), &c.tolerance);
	if (!relation)
		return;
	fine = read_equals(r, &c, map, relation);
	fine = read_operands(
		       r, &c, jb_node_lookup(map, relation->key), relation) &&
	       fine;
	if (fine)
		relation->run(r, &c);
}

/* A total is a check that bears the name of its series. */
static void check_total(jb_reading *r, const jb_series *series)
{
	const jb_named *named = g_hash_table_lookup(r->report->ids, series->id);
	const jb_node *items = jb_node_lookup(named->node, "items");
	struct check c = {.id = series->id,
		.pos = series->pos,
		.operands = series->items,
		.n = series->n,
		.equals = series->total};

	/* an item that was refused makes no sum */
	if (series->total && items && items->n == series->n)
		check_sum(r, &c);
}

void jb_checks_run(jb_reading *r, const jb_node *checks)
{
	const GPtrArray *series = r->report->series;

	for (guint i = 0; i < series->len; i++)
		check_total(r, series->pdata[i]);
	for (size_t i = 0; checks && i < checks->n; i++)
		run_check(r, checks->items[i]);
}
