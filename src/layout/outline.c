/* outline.c - headings of a page become entries of the document's outline.
 */
#include "layout/pager.h"

#include <math.h>

/* A little above a heading's baseline, or its top if it is vertical. */
static double mark_height(const jb_item *item)
{
	bool down = item->line && item->line->vertical;

	return fmax(item->y - (down ? .5 : 1.5) * item->u.text.size_pt, 0);
}

/* Headings of a page, as outline entries at their height. */
void jb_mark_headings(jb_desk *desk, jb_leaf *leaf)
{
	GPtrArray *items = leaf->group->items;
	const jb_tag *open = NULL;
	jb_mark *mark = NULL;

	for (guint i = 0; i < items->len; i++) {
		const jb_item *item = items->pdata[i];
		const jb_tag *tag = item->tag;

		if (item->beside)
			continue; /* ruby is no part of a heading's words */
		if (!tag || item->kind != JB_ITEM_TEXT ||
			(tag->role != JB_ROLE_H1 && tag->role != JB_ROLE_H2 &&
				tag->role != JB_ROLE_H3)) {
			open = NULL;
			continue;
		}
		if (tag == open) {
			mark->title = jb_sprintf(desk->arena, "%s%s",
				mark->title, item->u.text.text);
			continue;
		}
		open = tag;
		mark = jb_new(desk->arena, jb_mark);
		mark->level = (int)(tag->role - JB_ROLE_H1) + 1;
		mark->title = item->u.text.text;
		mark->y = mark_height(item);
		g_ptr_array_add(leaf->marks, mark);
	}
}
