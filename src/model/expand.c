/* expand.c - `use` becomes the blocks of a template. */
#include "model/expand.h"

#include <string.h>
#include <glib.h>

#include "base/messages.h"
#include "base/words.h"
#include "model/schema.h"
#include "model/template.h"

/* One use of a template: what it was told, and who used it. */
struct frame {
	const char *name;
	const jb_node *use;   /* the block, or NULL outside of templates */
	const jb_node *takes; /* mapping, or NULL */
	const jb_node *with;  /* mapping, or NULL */
	const struct frame *up;
	GHashTable *views; /* jb_source -> the same, used here */
};

struct expander {
	jb_arena *arena;
	jb_diags *diags;
	const jb_node *templates; /* mapping, or NULL */
	size_t nodes;
	bool full;
};

static void span(jb_diags *diags, const jb_node *node)
{
	jb_span_chars(diags, (unsigned)g_utf8_strlen(node->text, -1));
}

static const char *nearest(const jb_node *map, const char *name)
{
	size_t n = map ? map->n : 0;
	g_autofree const char **names = g_new(const char *, n + 1);

	for (size_t i = 0; i < n; i++)
		names[i] = map->pairs[i].key->text;
	return n > 0 ? jb_words_nearest(name, names, n) : NULL;
}

static const char *names_of(jb_arena *arena, const jb_node *map)
{
	const char *all = "";

	for (size_t i = 0; map && i < map->n; i++)
		all = jb_sprintf(arena, "%s%s%s", all, i > 0 ? jb_tr(", ") : "",
			map->pairs[i].key->text);
	return all;
}

static bool is_null(const jb_node *node)
{
	return node->kind == JB_SCALAR && node->type == JB_NULL;
}

/* ---- places ---- */

static jb_pos pos_in(struct expander *x, const struct frame *frame, jb_pos pos)
{
	const jb_source *view;

	if (!frame->use || !pos.src)
		return pos;
	view = g_hash_table_lookup(frame->views, pos.src);
	if (!view) {
		view = jb_source_view(x->arena, pos.src, frame->use->pos,
			JB_TR("the template is used here"));
		if (frame->use->pos.src && frame->use->pos.src->via) {
			/* and the template that uses it, in turn */
			jb_via *via = (jb_via *)view->via;

			via->next = frame->use->pos.src->via;
		}
		g_hash_table_insert(
			frame->views, (void *)pos.src, (void *)view);
	}
	pos.src = view;
	return pos;
}

/* ---- copies ---- */

static jb_node *copy_node(struct expander *x, const jb_node *node)
{
	jb_node *copy = jb_new(x->arena, jb_node);

	*copy = *node;
	copy->items = NULL;
	copy->pairs = NULL;
	copy->n = 0;
	if (++x->nodes > JB_YAML_NODES_MAX && !x->full) {
		x->full = true;
		jb_error(x->diags, node->pos,
			"templates make more than %d values",
			JB_YAML_NODES_MAX);
	}
	return copy;
}

/* What was said for a name, where it stands now. */
static jb_node *placed(struct expander *x, const jb_node *value, jb_pos there)
{
	jb_node *copy = copy_node(x, value);

	if (copy->pos.src)
		copy->pos.src = jb_source_view(x->arena, copy->pos.src, there,
			JB_TR("it stands here in the template"));
	if (value->kind == JB_SEQUENCE)
		copy->items = jb_new_array(x->arena, jb_node *, value->n);
	else
		copy->pairs = jb_new_array(x->arena, jb_pair, value->n);
	for (size_t i = 0; i < value->n && !x->full; i++, copy->n++) {
		if (value->kind == JB_SEQUENCE)
			copy->items[i] = placed(x, value->items[i], there);
		else
			copy->pairs[i] = (jb_pair){
				placed(x, value->pairs[i].key, there),
				placed(x, value->pairs[i].value, there)};
	}
	return copy;
}

/* ---- names ---- */

static const jb_node *told(const struct frame *frame, const char *name)
{
	const jb_node *value =
		frame->with ? jb_node_lookup(frame->with, name) : NULL;

	if (!value && frame->takes)
		value = jb_node_lookup(frame->takes, name);
	return value;
}

static void refuse_name(struct expander *x, const struct frame *frame,
	const char *name, jb_pos pos)
{
	const char *near = nearest(frame->takes, name);

	jb_error(x->diags, pos, "the template “%s” takes no “%s”", frame->name,
		name);
	jb_span_chars(x->diags, (unsigned)g_utf8_strlen(name, -1) + 3);
	if (near)
		jb_hint(x->diags, "did you mean “%s”?", near);
	else
		jb_hint(x->diags, "add it to `takes` of the template");
}

/* A text with names in it; words of the report, which have dots, stay. */
static const char *filled(
	struct expander *x, const struct frame *frame, const jb_node *text)
{
	g_autoptr(GString) out = g_string_new(NULL);
	size_t n, bad;
	const jb_piece *pieces = jb_template_split(
		x->arena, text->text, strlen(text->text), &n, &bad);

	if (bad != (size_t)-1)
		return text->text; /* said where it becomes words */
	for (size_t i = 0; i < n; i++) {
		const jb_piece *p = &pieces[i];
		const jb_node *value;

		if (!p->reference || strchr(p->path, '.') || p->format) {
			g_string_append_len(out,
				p->reference ? text->text + p->byte : p->text,
				(gssize)(p->len + (p->reference ? 3 : 0)));
			continue;
		}
		value = told(frame, p->path);
		if (!value) {
			refuse_name(x, frame, p->path,
				jb_node_pos_at(text, p->byte));
		} else if (value->kind != JB_SCALAR) {
			jb_error(x->diags, value->pos,
				"“%s” stands in a text, so it must be text, "
				"not %s",
				p->path, jb_node_what(value));
			jb_also(x->diags, jb_node_pos_at(text, p->byte),
				"it stands here in the template");
		} else if (!is_null(value)) {
			g_string_append(out, value->text);
		}
	}
	return jb_strdup(x->arena, out->str);
}

/* ---- values ---- */

static jb_node *expand_node(
	struct expander *x, const struct frame *frame, const jb_node *node);

static jb_node *expand_scalar(
	struct expander *x, const struct frame *frame, const jb_node *node)
{
	const char *name;
	jb_node *copy;

	if (!frame->use)
		return (jb_node *)node;
	if (jb_parameter_alone(x->arena, node, &name)) {
		const jb_node *value = told(frame, name);

		if (value)
			return placed(x, value, node->pos);
		refuse_name(x, frame, name, node->pos);
	}
	copy = copy_node(x, node);
	if (node->type == JB_TEXT && strstr(node->text, "${"))
		copy->text = filled(x, frame, node);
	copy->pos = pos_in(x, frame, node->pos);
	return copy;
}

static bool is_use(const jb_node *node)
{
	return node->kind == JB_MAPPING && jb_node_lookup(node, "use") &&
	       g_strcmp0(jb_schema_block_word(node), "use") == 0;
}

static void expand_use(struct expander *x, const struct frame *frame,
	const jb_node *use, GPtrArray *out);

/* One item of a list; what stands for a list becomes its items. */
static void expand_item(struct expander *x, const struct frame *frame,
	const jb_node *item, GPtrArray *out)
{
	const char *name;
	jb_node *node;

	if (is_use(item)) {
		expand_use(x, frame, item, out);
		return;
	}
	node = expand_node(x, frame, item);
	if (node->kind != JB_SEQUENCE || !frame->use ||
		!jb_parameter_alone(x->arena, item, &name)) {
		g_ptr_array_add(out, node);
		return;
	}
	for (size_t i = 0; i < node->n; i++)
		g_ptr_array_add(out, node->items[i]);
}

static jb_node *expand_list(
	struct expander *x, const struct frame *frame, const jb_node *list)
{
	g_autoptr(GPtrArray) out = g_ptr_array_new();
	jb_node *copy = copy_node(x, list);

	copy->pos = pos_in(x, frame, list->pos);
	for (size_t i = 0; i < list->n && !x->full; i++)
		expand_item(x, frame, list->items[i], out);
	copy->n = out->len;
	copy->items = jb_new_array(x->arena, jb_node *, out->len + 1);
	for (guint i = 0; i < out->len; i++)
		copy->items[i] = out->pdata[i];
	return copy;
}

/* Is a value ${name}, and was ~ said for it? */
static bool left_out(
	struct expander *x, const struct frame *frame, const jb_node *value)
{
	const jb_node *said;
	const char *name;

	if (!frame->use || !jb_parameter_alone(x->arena, value, &name))
		return false;
	said = told(frame, name);
	return said && is_null(said);
}

static jb_node *expand_map(
	struct expander *x, const struct frame *frame, const jb_node *map)
{
	jb_node *copy = copy_node(x, map);

	copy->pos = pos_in(x, frame, map->pos);
	copy->pairs = jb_new_array(x->arena, jb_pair, map->n + 1);
	for (size_t i = 0; i < map->n && !x->full; i++) {
		const jb_pair *pair = &map->pairs[i];
		jb_node *key;

		if (left_out(x, frame, pair->value))
			continue;
		key = copy_node(x, pair->key);
		key->pos = pos_in(x, frame, key->pos);
		copy->pairs[copy->n++] =
			(jb_pair){key, expand_node(x, frame, pair->value)};
	}
	return copy;
}

static jb_node *expand_node(
	struct expander *x, const struct frame *frame, const jb_node *node)
{
	if (node->kind == JB_SCALAR)
		return expand_scalar(x, frame, node);
	return node->kind == JB_SEQUENCE ? expand_list(x, frame, node)
					 : expand_map(x, frame, node);
}

/* ---- use ---- */

static const jb_node *find_template(struct expander *x, const jb_node *name)
{
	const jb_node *found =
		x->templates ? jb_node_lookup(x->templates, name->text) : NULL;
	const char *near = nearest(x->templates, name->text);

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
	struct expander *x, const struct frame *frame, const jb_node *name)
{
	const struct frame *at = frame;
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
static bool check_with(struct expander *x, const struct frame *frame)
{
	const jb_node *takes = frame->takes, *with = frame->with;
	const jb_node *name = jb_node_lookup(frame->use, "use");
	unsigned before = jb_diags_errors(x->diags);

	for (size_t i = 0; with && i < with->n; i++) {
		const jb_node *key = with->pairs[i].key;
		const char *near = nearest(takes, key->text);

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

		if (!is_null(pair->value) ||
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
static void put_over(struct expander *x, jb_node *block, const jb_pair *pair)
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
	struct expander *x, const jb_node *use, const jb_node *blocks)
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
	struct expander *x, const jb_node *use, jb_node *blocks)
{
	static const char *const keys[] = {"each", "when", "unless", NULL};
	jb_node *group = copy_node(x, use);
	jb_node *word = copy_node(x, jb_node_key(use, "use"));

	word->text = "group";
	group->pairs = jb_new_array(x->arena, jb_pair, 4);
	group->pairs[group->n++] = (jb_pair){word, blocks};
	for (size_t i = 0; i < use->n; i++)
		if (is_one_of(use->pairs[i].key->text, keys))
			group->pairs[group->n++] = use->pairs[i];
	return group->n > 1 ? group : NULL;
}

static void expand_use(struct expander *x, const struct frame *frame,
	const jb_node *use, GPtrArray *out)
{
	const jb_node *name, *template;
	struct frame inner = {.up = frame};
	jb_node *blocks, *group;

	use = expand_map(x, frame, use); /* what it says is of this place */
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
	blocks = expand_list(x, &inner, jb_node_lookup(template, "blocks"));
	g_hash_table_unref(inner.views);
	put_keys(x, use, blocks);
	group = group_of(x, use, blocks);
	if (group)
		g_ptr_array_add(out, group);
	for (size_t i = 0; !group && i < blocks->n; i++)
		g_ptr_array_add(out, blocks->items[i]);
}

const jb_node *jb_templates_expand(
	jb_arena *arena, jb_diags *diags, const jb_node *root)
{
	struct expander x = {
		arena, diags, jb_node_lookup(root, "templates"), 0, false};
	const struct frame outside = {0};
	jb_node *whole = copy_node(&x, root);

	whole->pairs = jb_new_array(arena, jb_pair, root->n + 1);
	for (size_t i = 0; i < root->n; i++) {
		const jb_pair *pair = &root->pairs[i];
		bool blocks = strcmp(pair->key->text, "masters") == 0 ||
			      strcmp(pair->key->text, "pages") == 0;

		if (strcmp(pair->key->text, "templates") == 0)
			continue;
		whole->pairs[whole->n++] = (jb_pair){pair->key,
			blocks ? expand_node(&x, &outside, pair->value)
			       : pair->value};
	}
	return whole;
}
