/* tags.c - the structure tree in cairo's terms.
 *
 * cairo wants elements opened and closed around what is drawn, and marks
 * content only in elements that have no others in them: text directly in a
 * parent would be lost to readers.  So what belongs to a parent stands in an
 * element of its own, LBody in a list item and Span in others.  A paragraph
 * with links is such a parent: its text stands in Spans and in Links by turns,
 * and the paragraph stays one.
 */
#include "paint/tags.h"

#include "scene/role.h"

void jb_tags_open(jb_tags *tags, cairo_t *cr, const jb_scene *scene)
{
	tags->cr = cr;
	tags->parents = g_hash_table_new(NULL, NULL);
	tags->open = g_ptr_array_new();
	tags->inner = tags->link = NULL;
	for (unsigned i = 0; i < scene->leaves->len; i++) {
		const jb_leaf *leaf = g_ptr_array_index(scene->leaves, i);

		for (unsigned k = 0; k < leaf->group->items->len; k++) {
			const jb_item *item =
				g_ptr_array_index(leaf->group->items, k);
			jb_tag *tag = item->tag;

			if (tag && item->kind == JB_ITEM_TEXT &&
				item->u.text.link)
				g_hash_table_add(tags->parents, tag);
			while (tag && (tag = tag->parent))
				g_hash_table_add(tags->parents, tag);
		}
	}
}

/* The way from the root to a tag.  Elements without a parent are the
 * document's; a tag for it that the scene may have is taken for the same. */
static GPtrArray *way_to(const jb_tag *tag)
{
	static const jb_tag document = {.role = JB_ROLE_DOCUMENT};
	GPtrArray *way = g_ptr_array_new();

	for (; tag; tag = tag->parent)
		if (tag->parent || tag->role != JB_ROLE_DOCUMENT)
			g_ptr_array_insert(way, 0, (void *)tag);
	g_ptr_array_insert(way, 0, (void *)&document);
	return way;
}

static void leave_inner(jb_tags *tags)
{
	if (tags->inner)
		cairo_tag_end(tags->cr, tags->inner);
	tags->inner = tags->link = NULL;
}

static void leave(jb_tags *tags)
{
	const jb_tag *last = g_ptr_array_index(tags->open, tags->open->len - 1);

	leave_inner(tags);
	cairo_tag_end(tags->cr, jb_role_name(last->role));
	g_ptr_array_set_size(tags->open, (int)tags->open->len - 1);
}

/* How many of the open elements lie on the way. */
static unsigned shared(const jb_tags *tags, const GPtrArray *way)
{
	unsigned n = 0;

	while (n < tags->open->len && n < way->len &&
		g_ptr_array_index(tags->open, n) == g_ptr_array_index(way, n))
		n++;
	return n;
}

static bool holds_others(const jb_tags *tags, const jb_tag *tag)
{
	return tag->role == JB_ROLE_DOCUMENT || tag->role == JB_ROLE_SECT ||
	       tag->role == JB_ROLE_LIST_ITEM ||
	       g_hash_table_contains(tags->parents, tag);
}

static void enter_inner(jb_tags *tags, const jb_tag *tag, const char *link)
{
	if (tags->link != link)
		leave_inner(tags);
	if (tags->inner)
		return;
	if (link)
		tags->inner = CAIRO_TAG_LINK;
	else if (tag && holds_others(tags, tag))
		tags->inner = tag->role == JB_ROLE_LIST_ITEM ? "LBody" : "Span";
	tags->link = link;
	if (tags->inner)
		cairo_tag_begin(tags->cr, tags->inner, link);
}

/* An artifact may not stand in an element that marks its content: leaves are
 * left, those above them may stay open. */
static void leave_leaf(jb_tags *tags)
{
	leave_inner(tags);
	if (tags->open->len &&
		!holds_others(tags,
			g_ptr_array_index(tags->open, tags->open->len - 1)))
		leave(tags);
}

void jb_tags_switch(jb_tags *tags, const jb_tag *tag, const char *link)
{
	g_autoptr(GPtrArray) way = NULL;

	if (!tag) {
		leave_leaf(tags);
		if (link)
			enter_inner(tags, NULL, link);
		return;
	}
	way = way_to(tag);
	while (tags->open->len > shared(tags, way))
		leave(tags);
	if (tags->open->len < way->len)
		leave_inner(tags);
	for (unsigned i = tags->open->len; i < way->len; i++) {
		const jb_tag *next = g_ptr_array_index(way, i);

		cairo_tag_begin(tags->cr, jb_role_name(next->role), NULL);
		g_ptr_array_add(tags->open, (void *)next);
	}
	enter_inner(tags, tag, link);
}

void jb_tags_page(jb_tags *tags, const jb_tag *next)
{
	g_autoptr(GPtrArray) way = way_to(next);

	while (tags->open->len > shared(tags, way))
		leave(tags);
	if (tags->open->len < way->len || tags->link)
		leave_inner(tags);
}

void jb_tags_close(jb_tags *tags)
{
	while (tags->open->len)
		leave(tags);
	g_ptr_array_unref(tags->open);
	g_hash_table_unref(tags->parents);
}
