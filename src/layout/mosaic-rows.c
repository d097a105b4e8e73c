/* mosaic-rows.c - the rows of a page of a mosaic, set and placed as they were
 * solved. */
#include "layout/mosaic-parts.h"

#include <math.h>

#include "layout/box.h"

/* A row of lanes may be so much higher than it must be. */
#define HIGHER 0.35

/* The story as it was chosen, as high as its row. */
static jb_group *set_story(jb_mosaic *m, const jb_mosaic_size *s, size_t story,
	size_t choice, double height_pt)
{
	jb_block *kid = m->stories[story];
	const jb_way *one = &s->ways[story][choice];
	double width =
		jb_mosaic_width(m, s->stories[story].choices[choice].span);
	jb_group *group;

	kid->fit->which = one->which;
	jb_mosaic_scale(kid, s->scale);
	jb_mosaic_take_way(jb_mosaic_chosen(kid), one);
	jb_mosaic_reach(jb_mosaic_chosen(kid), height_pt);
	group = jb_galley_whole(m->desk, jb_mosaic_chosen(kid), width);
	jb_group_settle(group, m->desk->layout->baseline_pt);
	if (group->height < height_pt)
		jb_box_reach(
			m->desk, jb_mosaic_chosen(kid), group, height_pt, 0);
	return group;
}

static void put_rule(jb_mosaic *m, jb_group *page, double x0, double y0,
	double x1, double y1)
{
	const jb_edge *rule = &m->block->rule;

	if (rule->width_pt > 0)
		jb_put_line(m->desk, page, x0, y0, x1, y1,
			jb_desk_ink(m->desk, rule->ink), rule->width_pt, false)
			->pos = m->block->pos;
}

/* Returns the row's height: that which was solved for, or more where a story
 * came out higher than when it was looked at. */
static double put_row(jb_mosaic *m, jb_group *page, const jb_mosaic_size *s,
	const jb_solved_row *row, double y)
{
	double gutter = m->desk->layout->gutter_pt, x = 0;
	double height = row->height * m->line_pt;
	const jb_style *body = jb_desk_style(m->desk, "body");
	double top = jb_style_em_top(m->desk, body);
	double foot = body->leading_pt - top - body->size_pt;

	for (size_t i = 0; i < row->n; i++) {
		size_t story = m->at + row->first + i;
		const jb_choice *c =
			&s->stories[story].choices[row->choices[i]];
		jb_group *group = set_story(
			m, s, story, row->choices[i], row->height * m->line_pt);

		height = fmax(height, group->height);
		if (i > 0)
			put_rule(m, page, x - gutter / 2, y + top,
				x - gutter / 2,
				y + row->height * m->line_pt - foot);
		jb_group_place(page, group, x, y);
		x += jb_mosaic_width(m, c->span) + gutter;
	}
	return height;
}

static bool all_lanes(const jb_mosaic *m, const jb_solved_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (!jb_mosaic_lanes(m->stories[m->at + row->first + i]))
			return false;
	return true;
}

/* Lines that a page has left: rows that are lanes take them, in equal parts and
 * as far as that looks well; pictures grow in them. */
static void heighten(const jb_mosaic *m, jb_solved *solved)
{
	int open = 0, spare = solved->spare;

	for (size_t i = 0; i < solved->n_rows; i++)
		open += all_lanes(m, &solved->rows[i]);
	for (size_t i = 0; i < solved->n_rows && open > 0; i++) {
		jb_solved_row *row = &solved->rows[i];
		int more;

		if (!all_lanes(m, row))
			continue;
		more = MIN(spare / open, (int)(HIGHER * row->height));
		open--;
		row->height += more;
		spare -= more;
	}
	solved->spare = spare;
}

/* Lines that are then left move rows apart, one more at each gap. */
jb_group *jb_mosaic_put(
	jb_mosaic *m, const jb_mosaic_size *s, jb_solved *solved)
{
	jb_group *page = jb_group_new(m->desk->arena);
	int gap = jb_mosaic_lines(m, m->block->gap_pt);
	size_t gaps = solved->n_rows - 1;
	double y = 0;

	heighten(m, solved);
	for (size_t i = 0; i < solved->n_rows; i++) {
		y += put_row(m, page, s, &solved->rows[i], y);
		page->height = y;
		if (i == gaps)
			break;
		y = jb_grid_up(m->desk, y, true);
		y += (gap + ((size_t)solved->spare > i)) * m->line_pt;
		put_rule(m, page, 0, (page->height + y) / 2, m->width,
			(page->height + y) / 2);
	}
	page->width = m->width;
	return page;
}
