/* quote.c - words of a person, set large, and the figures they are about.
 */
#include "chart/forms.h"

#include "plot/marks.h"
#include "chart/parts.h"
#include "chart/rows.h"

static const double label_column = 86, label_gap = 14, row_gap = 8;

/* The widest callout decides where all labels start. */
static double labels_at(
	jb_desk *desk, const jb_bound_subject *more, double width)
{
	double wide = label_column - label_gap;

	for (size_t i = 0; i < more->n_stats; i++) {
		jb_callout callout =
			jb_callout_of(desk, more->stats[i].figure, 28, NULL);

		wide = MAX(wide, jb_callout_fit(desk, &callout, 28, width));
	}
	return wide + label_gap;
}

/* One figure under the words; returns the bottom. */
static double put_stat(jb_desk *desk, jb_group *group,
	const jb_bound_picture *picture, const jb_stat *stat, double label_x,
	double y, double width)
{
	const jb_figure *figure = stat->figure;
	jb_callout callout = jb_callout_of(
		desk, figure, 28, jb_numeral_ink(desk, picture, figure));
	double baseline = y + 28, room = width - label_x;
	guint from = group->items->len;
	double height, top;

	jb_put_hairline(desk, group, 0, width, y, figure->pos);
	jb_callout_fit(desk, &callout, 28, width);
	jb_put_callout(desk, group, 0, baseline, &callout);
	if (room < 64) { /* too narrow: under it */
		label_x = 0;
		room = width;
	}
	height =
		jb_words_height(desk, room, jb_stat_name(stat), "label_strong");
	top = label_x > 0 ? MAX(y + 4, baseline - height + 3) : baseline + 5;
	jb_put_words(desk, group, label_x, top, room, jb_stat_name(stat),
		"label_strong");
	jb_claim(group, from, figure);
	return MAX(baseline + 4, top + height);
}

jb_group *jb_form_quote(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	const jb_bound_subject *more = &picture->more;
	jb_group *said;
	double y, label_x;

	group->width = width;
	if (jb_rich_empty(picture->text)) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “quote” needs “text”");
		return group;
	}
	said = jb_set_text(desk, picture->text, jb_desk_style(desk, "quote"),
		NULL, width, NULL);
	jb_group_place(group, said, 0, 0);
	y = said->height + 4;
	y += jb_put_words(
		desk, group, 0, y, width, picture->who, "label_strong");
	label_x = labels_at(desk, more, width);
	for (size_t i = 0; i < more->n_stats; i++)
		y = put_stat(desk, group, picture, &more->stats[i], label_x,
			y + row_gap, width);
	if (more->n_items)
		y += row_gap + jb_put_rows(desk, group, y + row_gap, width,
				       more->items, more->n_items);
	group->height = jb_snap(desk, y);
	return group;
}
