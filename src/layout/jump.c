/* jump.c - “（下转第2页）” at the end of a frame and “（上接第1页）” at the
 * start of the next.
 */
#include "layout/thread.h"

#include <string.h>

/* A place that is kept at the end (to) or start of a thread's frame. */
typedef struct keep {
	const jb_block *origin;
	unsigned frame; /* that begins after the end, or here */
	bool to, room;
	double width;
	guint page; /* where it came to stand; set when that is known */
	bool placed;
} keep;

struct jb_jumps {
	GArray *keeps;	   /* keep */
	GHashTable *known; /* place -> as GINT: 1 same page, 2 another */
	bool closed;
};

typedef struct jb_jumps jumps;

static void drop(void *data)
{
	jumps *j = data;

	g_array_unref(j->keeps);
	g_hash_table_unref(j->known);
}

/* A place between two frames. */
static char *key_of(const jb_block *origin, unsigned frame)
{
	return g_strdup_printf("%p %u", (const void *)origin, frame);
}

void jb_jumps_open(jb_desk *desk)
{
	jumps *j = jb_new(desk->arena, jumps);

	j->keeps = g_array_new(FALSE, FALSE, sizeof(keep));
	j->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	jb_arena_defer(desk->arena, drop, j);
	desk->jumps = j;
}

bool jb_jump_known(const jb_desk *desk, const jb_block *origin, unsigned frame)
{
	g_autofree char *key = key_of(origin, frame);

	if (!desk->jumps || desk->jumps->closed || origin->no_jump)
		return false;
	return GPOINTER_TO_INT(g_hash_table_lookup(desk->jumps->known, key)) !=
	       1;
}

void jb_jump_keep(jb_desk *desk, jb_group *group, double x, double y,
	const jb_block *origin, unsigned frame, bool to, double width,
	bool room)
{
	keep k = {
		.origin = origin,
		.frame = frame,
		.to = to,
		.room = room,
		.width = width,
	};
	jb_item *item;

	if (!desk->jumps || desk->jumps->closed || origin->no_jump)
		return;
	g_array_append_val(desk->jumps->keeps, k);
	item = jb_item_new(desk->arena, group, JB_ITEM_PATH);
	item->x = x;
	item->y = y;
	item->jump = desk->jumps->keeps->len;
}

static keep *keep_of(const jumps *j, const jb_item *item)
{
	return &g_array_index(j->keeps, keep, item->jump - 1);
}

static void find_pages(const jumps *j, const jb_scene *scene)
{
	for (guint i = 0; i < j->keeps->len; i++)
		g_array_index(j->keeps, keep, i).placed = false;
	for (guint page = 0; page < scene->leaves->len; page++) {
		const jb_leaf *leaf = scene->leaves->pdata[page];

		for (guint i = 0; i < leaf->group->items->len; i++) {
			const jb_item *item = leaf->group->items->pdata[i];

			if (!item->jump)
				continue;
			keep_of(j, item)->page = page;
			keep_of(j, item)->placed = true;
		}
	}
}

/* The other end, or NULL. */
static const keep *partner(GHashTable *ends, const keep *k)
{
	g_autofree char *key = key_of(k->origin, k->frame);
	g_autofree char *own = g_strconcat(k->to ? "from " : "to ", key, NULL);

	return g_hash_table_lookup(ends, own);
}

static GHashTable *index_ends(const jumps *j)
{
	GHashTable *ends =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < j->keeps->len; i++) {
		keep *k = &g_array_index(j->keeps, keep, i);
		g_autofree char *key = key_of(k->origin, k->frame);

		if (k->placed)
			g_hash_table_insert(ends,
				g_strconcat(k->to ? "to " : "from ", key, NULL),
				k);
	}
	return ends;
}

bool jb_jumps_settle(jb_desk *desk, const jb_scene *scene)
{
	jumps *j = desk->jumps;
	g_autoptr(GHashTable) ends = NULL;
	bool settled = true;

	if (j->keeps->len == 0)
		return true;
	find_pages(j, scene);
	ends = index_ends(j);
	for (guint i = 0; i < j->keeps->len; i++) {
		const keep *k = &g_array_index(j->keeps, keep, i);
		const keep *other = k->placed ? partner(ends, k) : NULL;
		bool jumps_there = other && other->page != k->page;

		if (!k->placed || !other)
			continue;
		settled = settled && jumps_there == k->room;
		g_hash_table_insert(j->known, key_of(k->origin, k->frame),
			GINT_TO_POINTER(jumps_there ? 2 : 1));
	}
	if (!settled)
		g_array_set_size(j->keeps, 0);
	return settled;
}

/* ---- words ---- */

static const jb_rich *words_of(
	jb_desk *desk, jb_binding *binding, const keep *k, const char *label)
{
	const jb_node *own = k->to ? k->origin->jump_to : k->origin->jump_from;

	if (own)
		return jb_bind_page_text(binding, own, label);
	return jb_rich_plain(desk->arena,
		jb_sprintf(desk->arena,
			k->to ? "（下转第%s页）" : "（上接第%s页）", label),
		k->origin->pos);
}

static jb_group *set_words(
	jb_desk *desk, jb_binding *binding, const keep *k, const char *label)
{
	const jb_style *style =
		jb_layout_style(desk->layout, k->to ? "jump_to" : "jump_from");
	jb_group *group = jb_group_new(desk->arena);

	if (!style)
		style = jb_desk_style(desk, "small");
	jb_put_text(desk, group, k->to ? k->width : 0,
		jb_style_ascent(desk, jb_desk_style(desk, "body")),
		k->to ? JB_ALIGN_END : JB_ALIGN_START,
		words_of(desk, binding, k, label), style, NULL, 0);
	jb_group_tag(group, jb_tag_new(desk->arena, JB_ROLE_P, NULL));
	return group;
}

/* In place of an item of a page, which goes. */
static void put_words(jb_group *page, guint at, jb_group *words)
{
	const jb_item *item = page->items->pdata[at];
	double x = item->x, y = item->y;

	g_ptr_array_remove_index(page->items, at);
	for (guint i = 0; i < words->items->len; i++) {
		jb_item *own = words->items->pdata[i];

		own->x += x;
		own->y += y;
		g_ptr_array_insert(page->items, (gint)(at + i), own);
	}
}

static void say_page(jb_desk *desk, jb_binding *binding, const jb_scene *scene,
	GHashTable *ends, jb_leaf *leaf)
{
	for (guint i = leaf->group->items->len; i-- > 0;) {
		const jb_item *item = leaf->group->items->pdata[i];
		jb_group *words = jb_group_new(desk->arena);
		const keep *k, *other;

		if (!item->jump)
			continue;
		k = keep_of(desk->jumps, item);
		other = partner(ends, k);
		if (other && k->room && other->page != k->page)
			words = set_words(desk, binding, k,
				((const jb_leaf *)scene->leaves
						->pdata[other->page])
					->label);
		put_words(leaf->group, i, words);
	}
}

void jb_jumps_say(jb_desk *desk, jb_binding *binding, const jb_scene *scene)
{
	jumps *j = desk->jumps;
	g_autoptr(GHashTable) ends = NULL;

	j->closed = true;
	if (j->keeps->len == 0)
		return;
	find_pages(j, scene);
	ends = index_ends(j);
	for (guint i = 0; i < scene->leaves->len; i++)
		say_page(desk, binding, scene, ends, scene->leaves->pdata[i]);
}
