/* list.c - things by name: an icon or a date, the name, what is to be said.
 *
 * A count stands above as a number; the rows are told apart by hairlines.
 */
#include "chart/forms.h"

#include <math.h>

#include "chart/icons.h"
#include "chart/parts.h"

static const double gutter_pt = 18, count_pt = 48;

/* What the rows of one list share. */
struct rows {
	double lead_pt;  /* of the icon or date, with the gap after it */
	double width_pt; /* of a row */
	double icon_pt;
	bool detailed;
};

static double lead_width(jb_desk *desk, const jb_bound_item *items, size_t n,
	double width, double icon_pt)
{
	double when = 0;
	bool icon = false;

	for (size_t i = 0; i < n; i++) {
		when = fmax(when, jb_part_width(desk, items[i].when, "date"));
		icon = icon || items[i].icon;
	}
	if (when > 0)
		return fmin(fmax(when + 12, width < 200 ? 0 : 64), width / 2);
	if (!icon)
		return 0;
	return icon_pt + (icon_pt > 20 ? 16 : 10);
}

static struct rows rows_measure(
	jb_desk *desk, const jb_bound_item *items, size_t n, double width)
{
	struct rows rows = {.width_pt = width};

	for (size_t i = 0; i < n; i++)
		if (!jb_rich_empty(items[i].detail))
			rows.detailed = true;
	rows.icon_pt = rows.detailed && width >= 200 ? 22 : 15;
	rows.lead_pt = lead_width(desk, items, n, width, rows.icon_pt);
	return rows;
}

static double row_height(
	jb_desk *desk, const struct rows *rows, const jb_bound_item *item)
{
	double room = rows->width_pt - rows->lead_pt;
	double text = jb_part_height(desk, room, item->name, "label_strong") +
		      jb_part_height(desk, room, item->detail, "small");
	double icon = item->icon ? rows->icon_pt : 0;
	double when = jb_part_height(
		desk, rows->lead_pt - 8, item->when, "date");

	return jb_part_snap(desk, fmax(fmax(text, when), icon) + 8);
}

static void row_put(jb_desk *desk, jb_group *group, const struct rows *rows,
	double x, double y, double height, const jb_bound_item *item)
{
	double room = rows->width_pt - rows->lead_pt, at = x + rows->lead_pt;
	double name = jb_part_height(desk, room, item->name, "label_strong");
	double text =
		name + jb_part_height(desk, room, item->detail, "small");
	double top = y + (height - text) / 2;
	unsigned first = group->items->len;

	if (!jb_rich_empty(item->when))
		jb_part_text(desk, group, x, top, rows->lead_pt - 8, item->when,
			"date", JB_TEXT_START);
	else if (item->icon && jb_icon_known(desk, item->icon, item->pos))
		jb_icon_put(desk, group, item->icon, x,
			y + (height - rows->icon_pt) / 2, rows->icon_pt,
			jb_desk_ink(desk, "primary"), JB_ICON_LINE);
	jb_part_text(desk, group, at, top, room, item->name, "label_strong",
		JB_TEXT_START);
	jb_part_text(desk, group, at, top + name, room, item->detail, "small",
		JB_TEXT_START);
	jb_part_claim(group, first, NULL, item->pos);
}

/* One column of rows; all have the height of the tallest. */
static double column_put(jb_desk *desk, jb_group *group,
	const struct rows *rows, double x, double y, double height,
	const jb_bound_item *items, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		double top = y + (double)i * height;

		if (i)
			jb_part_hairline(desk, group, x, x + rows->width_pt,
				top, items[i].pos);
		row_put(desk, group, rows, x, top, height, &items[i]);
	}
	return (double)n * height;
}

double jb_part_rows(jb_desk *desk, jb_group *group, double y, double width,
	const jb_bound_item *items, size_t n)
{
	bool two = width >= 400 && n >= 4;
	double each = two ? (width - gutter_pt) / 2 : width, height = 0, used;
	size_t left = two ? (n + 1) / 2 : n;
	struct rows rows = rows_measure(desk, items, n, each);

	for (size_t i = 0; i < n; i++)
		height = fmax(height, row_height(desk, &rows, &items[i]));
	used = column_put(desk, group, &rows, 0, y, height, items, left);
	column_put(desk, group, &rows, each + gutter_pt, y, height,
		items + left, n - left);
	return used;
}

/* A count with its words to the right, or under it where they do not fit. */
static double count_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, double y, double width,
	const jb_stat *stat)
{
	const jb_rich *words = stat->short_label ? stat->short_label
						 : stat->label;
	double size = jb_part_step(desk, stat->figure, count_pt, 14, width);
	double base = y + jb_part_snap(desk, JB_DIGIT_EM * size);
	unsigned first = group->items->len;
	double used = jb_part_callout(desk, group, 0, base, JB_ALIGN_START,
		stat->figure, size, 14,
		jb_part_ink(desk, picture, stat->figure));
	double room = width - used - 12, lines;

	if (jb_part_width(desk, words, "label_strong") <= room) {
		jb_put_text(desk, group, used + 12, base, JB_ALIGN_START, words,
			jb_desk_style(desk, "label_strong"), NULL, 0);
		lines = 0;
	} else {
		lines = jb_part_text(desk, group, 0, base + 4, width, words,
			"label_strong", JB_TEXT_START) + 4;
	}
	jb_part_claim(group, first, stat->figure, stat->figure->pos);
	return jb_part_snap(desk, base + lines + 8 - y);
}

/* Events as items: date, title, and who or what about it. */
static jb_bound_item *items_of_events(
	jb_desk *desk, const jb_bound_event *events, size_t n)
{
	jb_bound_item *items = jb_new_array(desk->arena, jb_bound_item, n);

	for (size_t i = 0; i < n; i++)
		items[i] = (jb_bound_item){
			.name = events[i].title,
			.detail = events[i].detail ? events[i].detail
						   : events[i].who,
			.when = events[i].date,
			.pos = events[i].event->pos,
		};
	return items;
}

jb_group *jb_form_list(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	const jb_bound_subject *of = &picture->of;
	const jb_bound_item *items = of->items;
	size_t n = of->n_items;
	double y = 0;

	if (!n && of->n_events) {
		items = items_of_events(desk, of->events, of->n_events);
		n = of->n_events;
	}
	if (!n) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “list” needs a list or events");
		jb_hint(desk->diags, "figures have the form “stats” or “bars”");
	}
	for (size_t i = 0; i < picture->more.n_stats; i++)
		y += count_put(desk, group, picture, y, width,
			&picture->more.stats[i]);
	if (n && picture->more.n_stats)
		jb_part_hairline(
			desk, group, 0, width, y, picture->picture->pos);
	y += jb_part_rows(desk, group, y, width, items, n);
	group->width = width;
	group->height = jb_part_snap(desk, y);
	return group;
}
