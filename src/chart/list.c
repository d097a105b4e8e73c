/* list.c - things by name: an icon or a date, the name, what is to be said.
 *
 * A count stands above as a number; the rows are told apart by hairlines.
 */
#include "chart/forms.h"

#include <math.h>

#include "chart/icons.h"
#include "chart/marks.h"
#include "chart/parts.h"

static const double gutter_pt = 18, count_pt = 48;

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
		 jb_icon_known(desk, item->icon, item->pos))
		jb_icon_put(desk, group, item->icon, x,
			y + (height - rows->icon_pt) / 2, rows->icon_pt,
			jb_desk_ink(desk, "primary"), JB_ICON_LINE);
	words_put(desk, group, rows, item, x + rows->lead_pt, top);
	jb_claim_at(group, from, item->pos);
}

/* Items down the columns: the first half at the left. */
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

/* A count with its words to the right, or under it where they do not fit. */
static double count_put(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, double y, double width,
	const jb_stat *stat)
{
	const jb_rich *words = jb_stat_name(stat);
	jb_callout callout = jb_callout_of(desk, stat->figure, count_pt,
		jb_numeral_ink(desk, picture, stat->figure));
	double used = jb_callout_fit(desk, &callout, count_pt, width);
	double base = y + jb_snap(desk, JB_DIGIT_EM * callout.size_pt);
	guint from = group->items->len;
	double room = width - used - 12, lines;

	jb_put_callout(desk, group, 0, base, &callout);
	if (jb_words_width(desk, words, "label_strong") <= room) {
		jb_put_label(desk, group, used + 12, base, JB_ALIGN_START,
			words, "label_strong", NULL);
		lines = 0;
	} else {
		lines = jb_put_words(desk, group, 0, base + 4, width, words,
				"label_strong") +
			4;
	}
	jb_claim(group, from, stat->figure);
	return jb_snap(desk, base + lines + 8 - y);
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
		jb_put_hairline(
			desk, group, 0, width, y, picture->picture->pos);
	y += jb_put_rows(desk, group, y, width, items, n);
	group->width = width;
	group->height = jb_snap(desk, y);
	return group;
}
