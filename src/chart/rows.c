/* rows.c - things by name, one row each: an icon or a date, the name, what is
 * to be said.  Hairlines tell the rows apart.
 */
#include "chart/rows.h"

#include <math.h>

#include "base/icons.h"
#include "plot/marks.h"
#include "chart/parts.h"
#include "scene/icons.h"

static const double gutter_pt = 18;

/* What the rows of one list share. */
struct rows {
	const jb_bound_item *items;
	size_t n;
	double width_pt; /* of a row */
	double lead_pt;	 /* of the icon or date, with the gap after it */
	double icon_pt;
	bool stacked; /* dates stand over the names */
};

static void rows_measure(jb_desk *desk, struct rows *rows)
{
	bool icon = false, detailed = false, wide = rows->width_pt >= 200;
	double when = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const jb_bound_item *item = &rows->items[i];

		when = fmax(when, jb_words_width(desk, item->when, "date"));
		icon = icon || item->icon;
		detailed = detailed || !jb_rich_empty(item->detail);
	}
	rows->icon_pt = detailed && wide ? 22 : 15;
	if (when > 0 && (!wide || when > rows->width_pt / 3))
		rows->stacked = true;
	else if (when > 0)
		rows->lead_pt = fmax(when + 12, 64);
	else if (icon)
		rows->lead_pt = rows->icon_pt + (rows->icon_pt > 20 ? 16 : 10);
}

/* Date (if over it), name and detail at x, y; only measured if group is NULL.
 */
static double words_put(jb_desk *desk, jb_group *group, const struct rows *rows,
	const jb_bound_item *item, double x, double y)
{
	double room = rows->width_pt - rows->lead_pt, top = y;
	const jb_rich *words[] = {
		rows->stacked ? item->when : NULL, item->name, item->detail};
	static const char *const styles[] = {"date", "label_strong", "small"};

	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		y += group ? jb_put_words(desk, group, x, y, room, words[i],
				     styles[i])
			   : jb_words_height(desk, room, words[i], styles[i]);
	return y - top;
}

static double item_height(
	jb_desk *desk, const struct rows *rows, const jb_bound_item *item)
{
	double words = words_put(desk, NULL, rows, item, 0, 0);

	return jb_snap(desk, fmax(words, item->icon ? rows->icon_pt : 0) + 8);
}

static void item_put(jb_desk *desk, jb_group *group, const struct rows *rows,
	double x, double y, double height, const jb_bound_item *item)
{
	double words = words_put(desk, NULL, rows, item, 0, 0);
	double top = y + (height - words) / 2;
	guint from = group->items->len;

	if (!jb_rich_empty(item->when) && !rows->stacked)
		jb_put_words(desk, group, x, top, rows->lead_pt - 8, item->when,
			"date");
	else if (item->icon && rows->lead_pt > 0 &&
		 jb_icon_known(desk->diags, item->icon, item->pos))
		jb_icon_put(desk, group, item->icon, x,
			y + (height - rows->icon_pt) / 2, rows->icon_pt,
			jb_desk_ink(desk, "primary"), JB_ICON_LINE);
	words_put(desk, group, rows, item, x + rows->lead_pt, top);
	jb_claim_at(group, from, item->pos);
}

/* Items run down the columns: the first half stands at the left. */
double jb_put_rows(jb_desk *desk, jb_group *group, double y, double width,
	const jb_bound_item *items, size_t n)
{
	bool two = width >= 400 && n >= 4;
	struct rows rows = {
		.items = items,
		.n = n,
		.width_pt = two ? (width - gutter_pt) / 2 : width,
	};
	size_t deep = two ? (n + 1) / 2 : n;
	double top = y;

	rows_measure(desk, &rows);
	for (size_t row = 0; row < deep; row++) {
		double height = 0;

		for (size_t i = row; i < n; i += deep)
			height = fmax(
				height, item_height(desk, &rows, &items[i]));
		for (size_t i = row; i < n; i += deep) {
			double x = i < deep ? 0 : rows.width_pt + gutter_pt;

			if (row)
				jb_put_hairline(desk, group, x,
					x + rows.width_pt, y, items[i].pos);
			item_put(desk, group, &rows, x, y, height, &items[i]);
		}
		y += height;
	}
	return y - top;
}
