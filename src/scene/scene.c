/* scene.c - building a display list, and finding figures in it again.
 */
#include "scene/scene.h"

#include <math.h>
#include <string.h>

#include "base/length.h"

/* Arrays of the scene live as long as the arena. */
static GPtrArray *array_new(jb_arena *arena)
{
	GPtrArray *array = g_ptr_array_new();

	jb_arena_defer(arena, (void (*)(void *))g_ptr_array_unref, array);
	return array;
}

jb_scene *jb_scene_new(jb_arena *arena)
{
	jb_scene *scene = jb_new(arena, jb_scene);

	scene->leaves = array_new(arena);
	return scene;
}

jb_leaf *jb_leaf_new(jb_arena *arena, jb_scene *scene, const char *label)
{
	jb_leaf *leaf = jb_new(arena, jb_leaf);

	leaf->group = jb_group_new(arena);
	leaf->group->width = scene->width_pt;
	leaf->group->height = scene->height_pt;
	leaf->label = jb_strdup(arena, label);
	leaf->marks = array_new(arena);
	g_ptr_array_add(scene->leaves, leaf);
	return leaf;
}

jb_group *jb_group_new(jb_arena *arena)
{
	jb_group *group = jb_new(arena, jb_group);

	group->items = array_new(arena);
	return group;
}

jb_tag *jb_tag_new(jb_arena *arena, jb_role role, jb_tag *parent)
{
	jb_tag *tag = jb_new(arena, jb_tag);

	tag->role = role;
	tag->parent = parent;
	return tag;
}

void jb_group_retag(jb_group *group, guint from, jb_tag *tag)
{
	for (guint i = from; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->tag = tag;
}

jb_item *jb_item_new(jb_arena *arena, jb_group *group, jb_item_kind kind)
{
	jb_item *item = jb_new(arena, jb_item);

	item->kind = kind;
	g_ptr_array_add(group->items, item);
	return item;
}

static void place_outlines(jb_group *to, jb_group *from, double dx, double dy)
{
	for (unsigned i = 0; i < from->outlines->len; i++) {
		jb_outline *outline = from->outlines->pdata[i];

		outline->x += dx;
		outline->y += dy;
		if (to->outlines)
			g_ptr_array_add(to->outlines, outline);
	}
	if (!to->outlines)
		to->outlines = from->outlines;
	from->outlines = NULL;
}

/* A block that is set as the only thing of another group is noted once. */
void jb_group_outline(jb_arena *arena, jb_group *group, double width,
	const char *kind, jb_pos pos)
{
	jb_outline *outline;

	if (!group->outlines)
		group->outlines = array_new(arena);
	else if (group->outlines->len > 0) {
		const jb_outline *first = group->outlines->pdata[0];

		if (first->pos.src == pos.src && first->pos.line == pos.line &&
			first->pos.col == pos.col)
			return;
	}
	outline = jb_new(arena, jb_outline);
	*outline = (jb_outline){kind, pos, 0, 0,
		group->width > 0 ? group->width : width, group->height};
	g_ptr_array_insert(group->outlines, 0, outline);
}

void jb_group_place(jb_group *to, jb_group *from, double dx, double dy)
{
	g_assert(to != from);
	for (unsigned i = 0; i < from->items->len; i++) {
		jb_item *item = g_ptr_array_index(from->items, i);

		item->x += dx;
		item->y += dy;
		g_ptr_array_add(to->items, item);
	}
	g_ptr_array_set_size(from->items, 0);
	if (from->outlines)
		place_outlines(to, from, dx, dy);
}

jb_group *jb_group_copy(jb_arena *arena, const jb_group *group)
{
	jb_group *copy = jb_new(arena, jb_group);

	*copy = *group;
	copy->items = array_new(arena);
	for (guint i = 0; i < group->items->len; i++) {
		jb_item *item = jb_new(arena, jb_item);

		*item = *(const jb_item *)group->items->pdata[i];
		g_ptr_array_add(copy->items, item);
	}
	if (group->keys)
		copy->keys = jb_group_copy(arena, group->keys);
	return copy;
}

/* Height of keys, of their ascent. */
#define KEYS_HIGH 1.35

void jb_group_settle(jb_group *group, double line_pt)
{
	jb_group *keys = group->keys;

	if (!keys)
		return;
	/* lines of a fine grid are lower than words */
	line_pt *= fmax(ceil(KEYS_HIGH * keys->baseline / line_pt), 1);
	group->keys = NULL;
	for (guint i = 0; i < group->items->len; i++)
		((jb_item *)group->items->pdata[i])->y += line_pt;
	for (guint i = 0; group->outlines && i < group->outlines->len; i++)
		((jb_outline *)group->outlines->pdata[i])->y += line_pt;
	jb_group_place(group, keys, group->width, 0);
	group->height += line_pt;
}

void jb_group_tag(jb_group *group, jb_tag *tag)
{
	for (unsigned i = 0; i < group->items->len; i++) {
		jb_item *item = g_ptr_array_index(group->items, i);

		if (!item->tag)
			item->tag = tag;
	}
}

/* A figure's wording may be several items: numeral and unit differ in face or
 * size, and a line may end between them.  True when `next` says on what
 * `item` began. */
static bool says_on(const jb_item *item, const jb_item *next)
{
	const jb_run *a = &item->u.text, *b = &next->u.text;
	double em = MAX(a->size_pt, b->size_pt);
	double gap = next->x - (item->x + a->width_pt);

	if (g_strcmp0(item->figure, next->figure) != 0 ||
		item->tag != next->tag)
		return false;
	if (fabs(next->y - item->y) < 0.01)
		return fabs(gap) <= em;
	return next->x < item->x && next->y > item->y &&
	       next->y - item->y <= 2.5 * em && a->size_pt == b->size_pt;
}

static void leaf_appearances(
	jb_arena *arena, const jb_leaf *leaf, int page, GArray *found)
{
	const jb_item *before = NULL; /* the last text, if of a figure */

	for (unsigned i = 0; i < leaf->group->items->len; i++) {
		const jb_item *item = g_ptr_array_index(leaf->group->items, i);
		jb_appearance here = {item->figure, page, item->x / JB_MM,
			item->y / JB_MM, item->u.text.text};

		if (item->kind != JB_ITEM_TEXT || item->beside)
			continue;
		here.text =
			jb_strndup(arena, item->u.text.text, item->u.text.len);
		if (before && item->figure && says_on(before, item)) {
			jb_appearance *last = &g_array_index(
				found, jb_appearance, found->len - 1);

			last->text = jb_sprintf(
				arena, "%s%s", last->text, here.text);
		} else if (item->figure) {
			g_array_append_val(found, here);
		}
		before = item->figure ? item : NULL;
	}
}

GArray *jb_scene_appearances(jb_arena *arena, const jb_scene *scene)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(jb_appearance));

	jb_arena_defer(arena, (void (*)(void *))g_array_unref, found);
	for (unsigned i = 0; i < scene->leaves->len; i++)
		leaf_appearances(arena, g_ptr_array_index(scene->leaves, i),
			(int)i + 1, found);
	return found;
}
