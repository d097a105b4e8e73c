/* change.c - how a figure moves: computed against the one before it, or said by
 * another. */
#include "model/report-parts.h"

#include <string.h>

#include "model/schema.h"

bool jb_figure_growth(const jb_figure *now, const jb_figure *before,
	int decimals, bool points, jb_decimal *value, int *direction)
{
	int power = MIN(now->power, before->power);
	jb_decimal a = jb_decimal_scale(now->value, now->power - power);
	jb_decimal b = jb_decimal_scale(before->value, before->power - power);
	jb_decimal more;

	if (!jb_decimal_sub(a, b, &more))
		return false;
	*direction = (more.mantissa > 0) - (more.mantissa < 0);
	more.mantissa = ABS(more.mantissa);
	b.mantissa = ABS(b.mantissa);
	if (points) {
		*value = more;
		return true;
	}
	return b.mantissa &&
	       jb_decimal_ratio(jb_decimal_scale(more, 2), b, decimals, value);
}

static const jb_node *node_of(
	const jb_reading *r, const jb_figure *figure, const char *key)
{
	const jb_named *named = g_hash_table_lookup(r->report->ids, figure->id);

	return jb_node_lookup(named->node, key);
}

/* 约 may be computed with, 余 and 以上 may not. */
static bool exact(const jb_figure *figure)
{
	return figure->has_value && !figure->as &&
	       (figure->bound == JB_EXACT || figure->bound == JB_ABOUT);
}

static void check_previous(jb_reading *r, const jb_figure *figure)
{
	const jb_figure *before = figure->previous;
	const jb_node *node = node_of(r, figure, "previous");
	bool points = strcmp(figure->unit, "%") == 0;
	jb_decimal value;
	int direction;

	if (before == figure) {
		jb_refuse(r, node, "“%s” is not before itself", figure->id);
	} else if (strcmp(before->noun, figure->noun) != 0) {
		jb_refuse(r, node, "“%s” is in “%s”, “%s” in “%s”", figure->id,
			figure->unit, before->id, before->unit);
	} else if (!exact(figure) || !exact(before)) {
		if (!jb_figure_sound(figure) || !jb_figure_sound(before))
			return;
		jb_refuse(r, node,
			"no change can be computed: “%s” is no exact number",
			exact(figure) ? before->id : figure->id);
		jb_hint(r->diags, "name the figure that says the change: "
				  "`change`");
	} else if (!jb_figure_growth(
			   figure, before, 1, points, &value, &direction)) {
		jb_refuse(r, node,
			"no change can be computed from “%s” to “%s”",
			before->id, figure->id);
	}
}

static void check_change(jb_reading *r, const jb_figure *figure)
{
	const jb_figure *change = figure->change;
	const jb_node *node = node_of(r, figure, "change");

	if (change->direction ||
		(change->has_value && change->verb == JB_GROWTH))
		return;
	jb_refuse(r, node, "“%s” does not say which way", change->id);
	jb_hint(r->diags, "a change has a `direction`: up or down");
}

/* A line needs two values of one kind. */
static void check_trend(jb_reading *r, const jb_figure *figure)
{
	const jb_series *trend = figure->trend;
	const jb_node *node = node_of(r, figure, "trend");
	size_t known = 0;

	for (size_t i = 0; i < trend->n; i++) {
		known += trend->items[i]->has_value;
		if (strcmp(trend->items[i]->noun, figure->noun) == 0)
			continue;
		jb_refuse(r, node, "“%s” is in “%s”, “%s” in “%s”", figure->id,
			figure->unit, trend->items[i]->id,
			trend->items[i]->unit);
		return;
	}
	if (known < 2)
		jb_refuse(r, node, "the series “%s” has fewer than two values",
			trend->id);
}

void jb_changes_check(jb_reading *r)
{
	const GPtrArray *figures = r->report->figures;

	for (guint i = 0; i < figures->len; i++) {
		const jb_figure *figure = figures->pdata[i];

		if (figure->previous)
			check_previous(r, figure);
		if (figure->change)
			check_change(r, figure);
		if (figure->trend)
			check_trend(r, figure);
	}
}
