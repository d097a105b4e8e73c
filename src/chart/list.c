/* list.c - things by name, under the counts of them as numbers.
 */
#include "chart/forms.h"

#include "plot/marks.h"
#include "chart/parts.h"
#include "chart/rows.h"

static const double count_pt = 48;

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

jb_group *jb_form_list(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	const jb_bound_subject *of = &picture->of;
	double y = 0;

	group->width = width;
	if (!of->n_items) {
		jb_error(desk->diags, picture->picture->pos,
			"the form “list” needs a list");
		jb_hint(desk->diags, "figures have the form “stats” or “bars”");
		return group;
	}
	for (size_t i = 0; i < picture->more.n_stats; i++)
		y += count_put(desk, group, picture, y, width,
			&picture->more.stats[i]);
	if (picture->more.n_stats)
		jb_put_hairline(
			desk, group, 0, width, y, picture->picture->pos);
	y += jb_put_rows(desk, group, y, width, of->items, of->n_items);
	group->height = jb_snap(desk, y);
	return group;
}
