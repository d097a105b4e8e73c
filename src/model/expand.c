/* expand.c - a tree copied with what templates were told in it. */
#include "model/expand-parts.h"

#include <string.h>
#include <glib.h>

#include "base/messages.h"
#include "base/words.h"
#include "model/schema.h"
#include "model/template.h"

const char *jb_expand_nearest(const jb_node *map, const char *name)
{
	size_t n = map ? map->n : 0;
	g_autofree const char **names = g_new(const char *, n + 1);

	for (size_t i = 0; i < n; i++)
		names[i] = map->pairs[i].key->text;
	return n > 0 ? jb_words_nearest(name, names, n) : NULL;
}

/* ---- places ---- */

static jb_pos pos_in(
	struct jb_expander *x, const struct jb_use *frame, jb_pos pos)
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

jb_node *jb_expand_copy(struct jb_expander *x, const jb_node *node)
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
static jb_node *placed(
	struct jb_expander *x, const jb_node *value, jb_pos there)
{
	jb_node *copy = jb_expand_copy(x, value);

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

static const jb_node *told(const struct jb_use *frame, const char *name)
{
	const jb_node *value =
		frame->with ? jb_node_lookup(frame->with, name) : NULL;

	if (!value && frame->takes)
		value = jb_node_lookup(frame->takes, name);
	return value;
}

static void refuse_name(struct jb_expander *x, const struct jb_use *frame,
	const char *name, jb_pos pos)
{
	const char *near = jb_expand_nearest(frame->takes, name);

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
	struct jb_expander *x, const struct jb_use *frame, const jb_node *text)
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
		} else if (!jb_node_is_null(value)) {
			g_string_append(out, value->text);
		}
	}
	return jb_strdup(x->arena, out->str);
}

/* ---- values ---- */

static jb_node *expand_node(
	struct jb_expander *x, const struct jb_use *frame, const jb_node *node);

static jb_node *expand_scalar(
	struct jb_expander *x, const struct jb_use *frame, const jb_node *node)
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
	copy = jb_expand_copy(x, node);
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

/* One item of a list; what stands for a list becomes its items. */
static void expand_item(struct jb_expander *x, const struct jb_use *frame,
	const jb_node *item, GPtrArray *out)
{
	const char *name;
	jb_node *node;

	if (is_use(item)) {
		jb_use_expand(x, frame, item, out);
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

jb_node *jb_expand_list(
	struct jb_expander *x, const struct jb_use *frame, const jb_node *list)
{
	g_autoptr(GPtrArray) out = g_ptr_array_new();
	jb_node *copy = jb_expand_copy(x, list);

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
	struct jb_expander *x, const struct jb_use *frame, const jb_node *value)
{
	const jb_node *said;
	const char *name;

	if (!frame->use || !jb_parameter_alone(x->arena, value, &name))
		return false;
	said = told(frame, name);
	return said && jb_node_is_null(said);
}

jb_node *jb_expand_map(
	struct jb_expander *x, const struct jb_use *frame, const jb_node *map)
{
	jb_node *copy = jb_expand_copy(x, map);

	copy->pos = pos_in(x, frame, map->pos);
	copy->pairs = jb_new_array(x->arena, jb_pair, map->n + 1);
	for (size_t i = 0; i < map->n && !x->full; i++) {
		const jb_pair *pair = &map->pairs[i];
		jb_node *key;

		if (left_out(x, frame, pair->value))
			continue;
		key = jb_expand_copy(x, pair->key);
		key->pos = pos_in(x, frame, key->pos);
		copy->pairs[copy->n++] =
			(jb_pair){key, expand_node(x, frame, pair->value)};
	}
	return copy;
}

static jb_node *expand_node(
	struct jb_expander *x, const struct jb_use *frame, const jb_node *node)
{
	if (node->kind == JB_SCALAR)
		return expand_scalar(x, frame, node);
	return node->kind == JB_SEQUENCE ? jb_expand_list(x, frame, node)
					 : jb_expand_map(x, frame, node);
}

const jb_node *jb_templates_expand(
	jb_arena *arena, jb_diags *diags, const jb_node *root)
{
	struct jb_expander x = {
		arena, diags, jb_node_lookup(root, "templates"), 0, false};
	const struct jb_use outside = {0};
	jb_node *whole = jb_expand_copy(&x, root);

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
