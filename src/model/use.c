/* use.c - `use` becomes the blocks of a template. */
#include "model/expand-parts.h"

#include <string.h>
#include <glib.h>

#include "base/messages.h"

static void span(jb_diags *diags, const jb_node *node)
{
	jb_span_chars(diags, (unsigned)g_utf8_strlen(node->text, -1));
}

static const char *names_of(jb_arena *arena, const jb_node *map)
{
	const char *all = "";

	for (size_t i = 0; map && i < map->n; i++)
		all = jb_sprintf(arena, "%s%s%s", all, i > 0 ? jb_tr(", ") : "",
			map->pairs[i].key->text);
	return all;
}

static const jb_node *find_template(struct jb_expander *x, const jb_node *name)
{
	const jb_node *found =
		x->templates ? jb_node_lookup(x->templates, name->text) : NULL;
	const char *near = jb_expand_nearest(x->templates, name->text);

	if (found)
		return found;
	jb_error(x->diags, name->pos, "unknown %s “%s”", jb_tr("template"),
		name->text);
	span(x->diags, name);
	if (near)
		jb_hint(x->diags, "did you mean “%s”?", near);
	else if (!x->templates)
		jb_hint(x->diags, "the layout has no `templates`");
	return NULL;
}

static bool in_circle(
	struct jb_expander *x, const struct jb_use *frame, const jb_node *name)
{
	const struct jb_use *at = frame;
	const char *chain = name->text;
	int depth = 0;

	for (; at->use; at = at->up, depth++) {
		chain = jb_sprintf(x->arena, "%s → %s", at->name, chain);
		if (strcmp(at->name, name->text) == 0)
			break;
	}
	if (at->use)
		jb_error(x->diags, name->pos, "“use” goes in a circle: %s",
			chain);
	else if (depth >= JB_USE_MAX)
		jb_error(x->diags, name->pos,
			"“use” goes through more than %d templates",
			JB_USE_MAX);
	else
		return false;
	span(x->diags, name);
	return true;
}

/* Everything that must be said is, and nothing that it does not take. */
static bool check_with(struct jb_expander *x, const struct jb_use *frame)
{
	const jb_node *takes = frame->takes, *with = frame->with;
	const jb_node *name = jb_node_lookup(frame->use, "use");
	unsigned before = jb_diags_errors(x->diags);

	for (size_t i = 0; with && i < with->n; i++) {
		const jb_node *key = with->pairs[i].key;
		const char *near = jb_expand_nearest(takes, key->text);

		if (takes && jb_node_lookup(takes, key->text))
			continue;
		jb_error(x->diags, key->pos, "the template “%s” takes no “%s”",
			frame->name, key->text);
		span(x->diags, key);
		if (near)
			jb_hint(x->diags, "did you mean “%s”?", near);
		else if (takes && takes->n > 0)
			jb_hint(x->diags, "it takes %s",
				names_of(x->arena, takes));
		else
			jb_hint(x->diags, "it takes nothing");
	}
	for (size_t i = 0; takes && i < takes->n; i++) {
		const jb_pair *pair = &takes->pairs[i];

		if (!jb_node_is_null(pair->value) ||
			(with && jb_node_lookup(with, pair->key->text)))
			continue;
		jb_error(x->diags, name->pos,
			"the template “%s” must be told “%s”", frame->name,
			pair->key->text);
		span(x->diags, name);
		jb_hint(x->diags, "write with: {%s: …}", pair->key->text);
		jb_also(x->diags, pair->key->pos, "it is asked for here");
	}
	return jb_diags_errors(x->diags) == before;
}

static bool is_one_of(const char *key, const char *const *keys)
{
	return g_strv_contains(keys, key);
}

/* A block with a key of `use` in place of its own. */
static void put_over(struct jb_expander *x, jb_node *block, const jb_pair *pair)
{
	jb_pair *pairs = jb_new_array(x->arena, jb_pair, block->n + 1);

	if (block->kind != JB_MAPPING)
		return; /* refused by the check */
	for (size_t i = 0; i < block->n; i++) {
		pairs[i] = block->pairs[i];
		if (strcmp(pairs[i].key->text, pair->key->text) != 0)
			continue;
		block->pairs[i] = *pair;
		return;
	}
	pairs[block->n++] = *pair;
	block->pairs = pairs;
}

/* Keys of `use` besides its own: `before` is of the first block, others of the
 * only one. */
static void put_keys(
	struct jb_expander *x, const jb_node *use, const jb_node *blocks)
{
	static const char *const own[] = {
		"use", "with", "each", "when", "unless", NULL};

	for (size_t i = 0; i < use->n; i++) {
		const jb_pair *pair = &use->pairs[i];

		if (is_one_of(pair->key->text, own) || blocks->n == 0)
			continue;
		if (blocks->n == 1 || strcmp(pair->key->text, "before") == 0) {
			put_over(x, blocks->items[0], pair);
			continue;
		}
		jb_error(x->diags, pair->key->pos,
			"“%s” is for a template of one block", pair->key->text);
		span(x->diags, pair->key);
		jb_hint(x->diags,
			"this one has %zu: say it in the template, or "
			"put `use` in a column",
			blocks->n);
	}
}

/* `each`, `when` and `unless` are of all blocks together. */
static jb_node *group_of(
	struct jb_expander *x, const jb_node *use, jb_node *blocks)
{
	static const char *const keys[] = {"each", "when", "unless", NULL};
	jb_node *group = jb_expand_copy(x, use);
	jb_node *word = jb_expand_copy(x, jb_node_key(use, "use"));

	word->text = "group";
	group->pairs = jb_new_array(x->arena, jb_pair, 4);
	group->pairs[group->n++] = (jb_pair){word, blocks};
	for (size_t i = 0; i < use->n; i++)
		if (is_one_of(use->pairs[i].key->text, keys))
			group->pairs[group->n++] = use->pairs[i];
	return group->n > 1 ? group : NULL;
}

void jb_use_expand(struct jb_expander *x, const struct jb_use *frame,
	const jb_node *use, GPtrArray *out)
{
	const jb_node *name, *template;
	struct jb_use inner = {.up = frame};
	jb_node *blocks, *group;

	use = jb_expand_map(x, frame, use); /* what it says is of this place */
	name = jb_node_lookup(use, "use");
	template = name->kind == JB_SCALAR ? find_template(x, name) : NULL;
	if (!template || in_circle(x, frame, name) || x->full)
		return;
	inner.name = name->text;
	inner.use = use;
	inner.takes = jb_node_lookup(template, "takes");
	inner.with = jb_node_lookup(use, "with");
	if (!check_with(x, &inner))
		return;
	inner.views = g_hash_table_new(NULL, NULL);
	blocks = jb_expand_list(x, &inner, jb_node_lookup(template, "blocks"));
	g_hash_table_unref(inner.views);
	put_keys(x, use, blocks);
	group = group_of(x, use, blocks);
	if (group)
		g_ptr_array_add(out, group);
	for (size_t i = 0; !group && i < blocks->n; i++)
		g_ptr_array_add(out, blocks->items[i]);
}
