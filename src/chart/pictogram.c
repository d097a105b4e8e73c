/* pictogram.c - counts as rows of icons, all of one size and one meaning.
 */
#include "chart/forms.h"

#include <math.h>

#include "base/icons.h"
#include "chart/crowd.h"
#include "chart/parts.h"

static const double names_most = 0.32, gap = 10, row_gap = 8, icon_most = 20;
enum { ROWS_MOST = 12 };

struct pictogram {
	jb_desk *desk;
	jb_group *group;
	const jb_bound_picture *picture;
	double width, names, values, scale;
	jb_crowd_grid grid;
};

static const char *icon_of(const struct pictogram *all, const jb_figure *figure)
{
	return figure->icon ? figure->icon : all->picture->picture->icon;
}

static bool usable(const struct pictogram *all)
{
	const jb_bound_picture *picture = all->picture;
	bool fine = picture->of.n_stats <= ROWS_MOST;

	if (!fine)
		jb_error(all->desk->diags, picture->picture->pos,
			"a pictogram takes up to %d rows, not %zu", ROWS_MOST,
			picture->of.n_stats);
	for (size_t i = 0; i < picture->of.n_stats; i++) {
		const jb_figure *figure = picture->of.stats[i].figure;
		const char *icon = icon_of(all, figure);

		if (!icon) {
			jb_error(all->desk->diags, picture->picture->pos,
				"a pictogram needs an icon");
			jb_hint(all->desk->diags,
				"`icon` of the picture, or of each figure; "
				"“jianbao list icons” names them all");
			return false;
		}
		fine = jb_icon_known(all->desk->diags, icon,
			       figure->icon ? figure->icon_pos
					    : picture->picture->icon_pos) &&
		       fine;
	}
	return fine;
}

static jb_crowd crowd_of(const struct pictogram *all, const jb_stat *stat)
{
	return jb_crowd_new(all->desk, stat->figure, icon_of(all, stat->figure),
		all->scale);
}

static jb_callout value_of(const struct pictogram *all, const jb_stat *stat)
{
	jb_callout callout = jb_callout_of(all->desk, stat->figure, 14,
		jb_numeral_ink(all->desk, all->picture, stat->figure));

	callout.unit_max_pt = 9;
	callout.align = JB_ALIGN_END;
	return callout;
}

static void measure(struct pictogram *all)
{
	const jb_bound_subject *of = &all->picture->of;
	const jb_figure **figures = jb_new_array(
		all->desk->arena, const jb_figure *, of->n_stats + 1);
	int places = 1;
	double room;

	for (size_t i = 0; i < of->n_stats; i++)
		figures[i] = of->stats[i].figure;
	all->scale = jb_crowd_scale(figures, of->n_stats);
	for (size_t i = 0; i < of->n_stats; i++) {
		jb_callout value = value_of(all, &of->stats[i]);
		jb_crowd crowd = crowd_of(all, &of->stats[i]);

		all->names = fmax(all->names,
			jb_words_width(all->desk, jb_stat_name(&of->stats[i]),
				"label"));
		all->values =
			fmax(all->values, jb_callout_width(all->desk, &value));
		places = MAX(places, jb_crowd_places(&crowd));
	}
	all->names = fmin(all->names + 0.5, names_most * all->width);
	room = all->width - all->names - all->values - 2 * gap;
	all->grid = jb_crowd_fit(places, room, 2 * icon_most, icon_most);
}

static double put_row(
	const struct pictogram *all, const jb_stat *stat, double y)
{
	jb_desk *desk = all->desk;
	jb_crowd crowd = crowd_of(all, stat);
	jb_crowd_grid grid = all->grid;
	jb_callout value = value_of(all, stat);
	int places = jb_crowd_places(&crowd);
	guint from = all->group->items->len;
	double height, words, tall;

	grid.rows = MAX(1, (places + grid.per - 1) / grid.per);
	tall = jb_crowd_height(&grid);
	words = jb_words_height(desk, all->names, jb_stat_name(stat), "label");
	height = fmax(fmax(tall, words), 16);
	jb_put_words(desk, all->group, 0, y + (height - words) / 2, all->names,
		jb_stat_name(stat), "label");
	if (places)
		jb_crowd_put(desk, all->group, &crowd, &grid, all->names + gap,
			y + (height - tall) / 2);
	jb_put_callout(
		desk, all->group, all->width, y + height / 2 + 5, &value);
	jb_claim(all->group, from, stat->figure);
	return height;
}

jb_group *jb_form_pictogram(
	jb_desk *desk, const jb_bound_picture *picture, double width)
{
	struct pictogram all = {.desk = desk,
		.group = jb_group_new(desk->arena),
		.picture = picture,
		.width = width};
	jb_crowd most;
	double y = 0;

	all.group->width = width;
	if (!usable(&all))
		return all.group;
	measure(&all);
	for (size_t i = 0; i < picture->of.n_stats; i++)
		y += put_row(&all, &picture->of.stats[i], y) + row_gap;
	most = crowd_of(&all, &picture->of.stats[0]);
	y += jb_crowd_key_put(
		desk, all.group, picture, &most, all.scale, y, width);
	all.group->height = jb_snap(desk, y);
	return all.group;
}
