/* marks.c - how a status looks and how far a bound may go: the same in all
 * forms.
 */
#include "plot/marks.h"

#include <math.h>

bool jb_is_ahead(jb_status status)
{
	return status == JB_PLANNED || status == JB_TARGET ||
	       status == JB_PROPOSED;
}

bool jb_is_planned(const jb_figure *figure)
{
	return jb_is_ahead(figure->status) && !jb_is_target(figure);
}

bool jb_is_target(const jb_figure *figure)
{
	return figure->status == JB_TARGET;
}

void jb_put_hatched(
	jb_desk *desk, jb_group *group, double x, double y, double w, double h)
{
	const jb_ink *ink = jb_desk_ink(desk, "primary");
	const double corners[] = {x, y, x + w, y, x + w, y + h, x, y + h};
	const double edge = MIN(0.75, w);

	if (w <= 0 || h <= 0)
		return;
	jb_put_rect(desk, group, x, y, w, h, jb_desk_ink(desk, "paper"));
	if (h > 4) /* lines of a small mark stand closer */
		jb_put_hatch(desk, group, corners, 4, ink, h > 12 ? 0.9 : 0.7,
			h > 12 ? 3.2 : 2.2);
	jb_put_frame(desk, group, x + edge / 2, y + edge / 2, w - edge,
		h - edge, ink, edge, false);
}

void jb_put_hatched_sector(jb_desk *desk, jb_group *group, double cx, double cy,
	double r, double angle)
{
	size_t n = 2 + (size_t)ceil(angle / (G_PI / 60));
	double *points = jb_new_array(desk->arena, double, 2 * (n + 1));

	points[0] = cx;
	points[1] = cy;
	for (size_t i = 0; i < n; i++) {
		double a = angle * (double)i / (double)(n - 1);

		points[2 * i + 2] = cx + r * sin(a);
		points[2 * i + 3] = cy - r * cos(a);
	}
	jb_put_hatch(desk, group, points, n + 1, jb_desk_ink(desk, "primary"),
		0.9, 3.2);
}

static void put_outlined(
	jb_desk *desk, jb_group *group, double x, double y, double w, double h)
{
	const double edge = MIN(1.5, MIN(w, h) / 2);

	jb_put_rect(desk, group, x, y, w, h, jb_desk_ink(desk, "paper"));
	jb_put_frame(desk, group, x + edge / 2, y + edge / 2, w - edge,
		h - edge, desk->accent, edge, false);
}

/* --- classes --- */

const jb_ink *jb_class_ink(const jb_desk *desk, size_t i)
{
	static const char *const ladder[JB_TINTS_MAX] = {
		"primary", "primary65", "primary38", "primary16"};

	return jb_desk_ink(desk, ladder[i % G_N_ELEMENTS(ladder)]);
}

jb_shade jb_class_look(const jb_desk *desk, size_t i, size_t n, bool colors)
{
	const jb_theme *theme = desk->layout->theme;
	bool patterns = n > JB_TINTS_MAX || theme->patterns;

	if (n <= JB_TINTS_MAX && !colors)
		return (jb_shade){jb_class_ink(desk, i), JB_PATTERN_NONE};
	i %= JB_CLASSES_MAX;
	return (jb_shade){
		theme->classes[i], patterns ? (jb_pattern)i : JB_PATTERN_NONE};
}

void jb_put_look_lines(jb_desk *desk, jb_group *group, const double *points,
	size_t n, jb_shade look)
{
	const jb_ink *paper = jb_desk_ink(desk, "paper");

	jb_put_pattern(desk, group, points, n, look.pattern,
		jb_ink_contrast(paper, look.ink) < 1.9
			? jb_desk_ink(desk, "text70")
			: paper);
}

jb_item *jb_put_look(jb_desk *desk, jb_group *group, const double *points,
	size_t n, jb_shade look)
{
	jb_item *item = jb_item_new(desk->arena, group, JB_ITEM_PATH);
	jb_path *path = &item->u.path;

	path->steps = jb_new_array(desk->arena, jb_step, n + 1);
	for (size_t i = 0; i < n; i++)
		path->steps[i] = (jb_step){i ? JB_LINE : JB_MOVE,
			{points[2 * i], points[2 * i + 1]}};
	path->steps[n] = (jb_step){.op = JB_CLOSE};
	path->n = n + 1;
	path->fill = look.ink;
	jb_put_look_lines(desk, group, points, n, look);
	return item;
}

const jb_ink *jb_ink_on(const jb_desk *desk, const jb_ink *ground)
{
	static const double read = 4.5; /* WCAG 2.2, 1.4.3 */
	const jb_ink *paper = jb_desk_ink(desk, "paper");
	const jb_ink *text = jb_desk_ink(desk, "text");

	if (jb_ink_contrast(paper, ground) >= read)
		return paper;
	return jb_ink_contrast(text, ground) >= read ? text : NULL;
}

/* --- bars --- */

void jb_put_bar_of(jb_desk *desk, jb_group *group, double x, double y, double w,
	double h, const jb_figure *figure, jb_shade look)
{
	const double corners[] = {x, y, x + w, y, x + w, y + h, x, y + h};
	guint from = group->items->len;

	if (w <= 0 || h <= 0)
		return;
	if (jb_is_planned(figure))
		jb_put_hatched(desk, group, x, y, w, h);
	else if (jb_is_target(figure))
		put_outlined(desk, group, x, y, w, h);
	else
		jb_put_look(desk, group, corners, 4, look);
	jb_claim(group, from, figure);
}

void jb_put_bar(jb_desk *desk, jb_group *group, double x, double y, double w,
	double h, const jb_figure *figure, const jb_ink *ink)
{
	jb_put_bar_of(desk, group, x, y, w, h, figure,
		(jb_shade){ink, JB_PATTERN_NONE});
}

void jb_put_arrow(jb_desk *desk, jb_group *group, double x0, double x1,
	double y, const jb_ink *ink, bool dashed)
{
	const double back = x1 > x0 ? -7 : 7, tip = x1 + (x1 > x0 ? -1 : 1);

	jb_put_line(desk, group, x0, y, tip, y, ink, 1.25, dashed);
	jb_put_line(desk, group, tip + back, y - 4.5, tip, y, ink, 1.25, false);
	jb_put_line(desk, group, tip + back, y + 4.5, tip, y, ink, 1.25, false);
}

void jb_put_hairline(jb_desk *desk, jb_group *group, double x0, double x1,
	double y, jb_pos pos)
{
	jb_put_line(desk, group, x0, y, x1, y, jb_desk_ink(desk, "text45"),
		0.35, false)
		->pos = pos;
}

double jb_figure_over(const jb_figure *figure)
{
	jb_decimal value = figure->value;

	if (value.mantissa == 0)
		return 0;
	while (value.mantissa % 10 == 0) {
		value.mantissa /= 10;
		value.exponent++;
	}
	value.mantissa++;
	return jb_decimal_double(value);
}

/* --- origins --- */

void jb_claim_at(jb_group *group, guint from, jb_pos pos)
{
	for (guint i = from; i < group->items->len; i++) {
		jb_item *item = g_ptr_array_index(group->items, i);

		if (!item->pos.src)
			item->pos = pos;
	}
}

void jb_claim(jb_group *group, guint from, const jb_figure *figure)
{
	for (guint i = from; i < group->items->len; i++) {
		jb_item *item = g_ptr_array_index(group->items, i);

		if (!item->figure)
			item->figure = figure->id;
	}
	jb_claim_at(group, from, figure->value_pos);
}
