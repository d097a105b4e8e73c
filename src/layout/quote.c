/* quote.c - what somebody says: a large opening mark, the words, who. */
#include <math.h>

#include "chart/parts.h"
#include "layout/galley.h"

static const double mark_gap_em = 0.4, who_gap_lines = 0.25;

/* The mark hangs from the top of the first line's characters: its ink is in the
 * upper half of its em box.  Returns the room it takes. */
static double put_mark(jb_desk *desk, jb_group *group, const jb_block *block)
{
	const jb_style *style = jb_desk_style(desk, "quote_mark");
	const jb_rich *mark = jb_rich_plain(
		desk->arena, "\xe2\x80\x9c", block->text->pieces[0].pos);
	double top = jb_style_em_top(desk, block->style);

	jb_put_text(desk, group, 0, top + 0.88 * style->size_pt, JB_ALIGN_START,
		mark, style, NULL, 0);
	return 0.5 * style->size_pt + mark_gap_em * block->style->size_pt;
}

jb_group *jb_quote_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena), *said;
	jb_tag *quote = jb_tag_new(desk->arena, JB_ROLE_QUOTE, NULL);
	double x, y;

	group->width = width;
	if (jb_rich_empty(block->text))
		return group;
	x = block->mark ? put_mark(desk, group, block) : 0;
	for (guint i = 0; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->tag =
			jb_tag_new(desk->arena, JB_ROLE_P, quote);
	said = jb_set_text(
		desk, block->text, block->style, NULL, width - x, NULL);
	jb_group_tag(said, jb_tag_new(desk->arena, JB_ROLE_P, quote));
	group->baseline = said->baseline;
	y = said->height;
	jb_group_place(group, said, x, 0);
	if (!jb_rich_empty(block->who)) {
		y += who_gap_lines * desk->layout->baseline_pt;
		y += jb_put_words(
			desk, group, x, y, width - x, block->who, "quote_who");
		jb_group_tag(group, jb_tag_new(desk->arena, JB_ROLE_P, quote));
	}
	group->height = jb_grid_up(desk, y, false);
	return group;
}
