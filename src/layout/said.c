/* said.c - messages wait at the first item of what they are about. */
#include "layout/said.h"

typedef struct told {
	jb_message *message;
	guint first, last, pages; /* the first and last from 1 */
} told;

void jb_said_of(jb_desk *desk, const jb_group *group)
{
	jb_message *message = jb_diags_newest(desk->diags);
	jb_item *item;
	jb_said *said;

	if (!message || group->items->len == 0)
		return;
	item = group->items->pdata[0];
	said = jb_new(desk->arena, jb_said);
	*said = (jb_said){message, item->said};
	item->said = said;
}

static void note(GArray *all, jb_message *message, guint page)
{
	told one = {message, page, page, 1};

	for (guint i = 0; i < all->len; i++) {
		told *t = &g_array_index(all, told, i);

		if (t->message != message)
			continue;
		t->pages += t->last != page;
		t->last = page;
		return;
	}
	g_array_append_val(all, one);
}

static void note_page(GArray *all, const jb_group *page, guint number)
{
	for (guint i = 0; i < page->items->len; i++) {
		const jb_item *item = page->items->pdata[i];

		for (const jb_said *s = item->said; s; s = s->next)
			note(all, s->message, number);
	}
}

void jb_said_pages(const jb_desk *desk, const jb_scene *scene)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(told));

	for (guint i = 0; i < scene->leaves->len; i++)
		note_page(all, ((jb_leaf *)scene->leaves->pdata[i])->group,
			i + 1);
	for (guint i = 0; i < all->len; i++) {
		const told *t = &g_array_index(all, told, i);

		if (t->pages == 1)
			jb_hint_to(desk->diags, t->message,
				"it stands on page %u", t->first);
		else
			jb_hint_to(desk->diags, t->message,
				"it stands on %u pages, first on page %u",
				t->pages, t->first);
	}
}
