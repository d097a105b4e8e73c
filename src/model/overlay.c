/* overlay.c - trees laid over each other, and files that extend files. */
#include "model/overlay.h"

#include <string.h>

#include "base/messages.h"
#include "base/words.h"
#include "model/schema.h"

static const jb_pair *pair_of(const jb_node *map, const char *key)
{
	for (size_t i = 0; i < map->n; i++) {
		if (strcmp(map->pairs[i].key->text, key) == 0)
			return &map->pairs[i];
	}
	return NULL;
}

/* diags NULL: overrides, whose places stay with the file's. */
static jb_node *lay_over(
	jb_arena *arena, jb_diags *diags, jb_node *base, jb_node *over);

static void refuse_absent(
	jb_diags *diags, const jb_node *base, const jb_node *key)
{
	g_autofree const char **names = g_new(const char *, base->n + 1);
	const char *near;

	for (size_t i = 0; i < base->n; i++)
		names[i] = base->pairs[i].key->text;
	near = jb_words_nearest(key->text, names, base->n);
	jb_error(diags, key->pos, "there is no “%s” that ~ could take out",
		key->text);
	jb_span_chars(diags, (unsigned)g_utf8_strlen(key->text, -1));
	if (near)
		jb_hint(diags, "did you mean “%s”?", near);
}

static void add_pair(jb_node *map, jb_node *key, jb_node *value)
{
	map->pairs[map->n++] = (jb_pair){key, value};
}

static void add_base(jb_arena *arena, jb_diags *diags, jb_node *map,
	const jb_node *base, const jb_node *over)
{
	for (size_t i = 0; i < base->n; i++) {
		const jb_pair *low = &base->pairs[i];
		const jb_pair *high = pair_of(over, low->key->text);

		if (!high)
			add_pair(map, low->key, low->value);
		else if (!jb_node_is_null(high->value))
			add_pair(map, high->key,
				lay_over(
					arena, diags, low->value, high->value));
	}
}

static jb_node *lay_over(
	jb_arena *arena, jb_diags *diags, jb_node *base, jb_node *over)
{
	jb_node *map;

	if (base->kind != JB_MAPPING || over->kind != JB_MAPPING)
		return over;
	map = jb_new(arena, jb_node);
	map->kind = JB_MAPPING;
	map->pos = diags ? over->pos : base->pos;
	map->pairs = jb_new_array(arena, jb_pair, base->n + over->n);
	add_base(arena, diags, map, base, over);
	for (size_t i = 0; i < over->n; i++) {
		const jb_pair *high = &over->pairs[i];

		if (pair_of(base, high->key->text))
			continue;
		if (diags && jb_node_is_null(high->value))
			refuse_absent(diags, base, high->key);
		else
			add_pair(map, high->key, high->value);
	}
	return map;
}

/* ---- extends ---- */

/* A file of the chain, and who extends it. */
struct link {
	const char *path;
	char *real; /* the same file has the same, however it is named */
	const struct link *by;
};

struct chain {
	jb_arena *arena;
	jb_diags *diags;
	const char *object;
	jb_overlay_find *find;
	void *data;
};

static jb_node *extend(
	struct chain *c, jb_node *root, const struct link *link, int depth);

static void span_name(struct chain *c, const jb_node *name)
{
	jb_span_chars(c->diags, (unsigned)g_utf8_strlen(name->text, -1));
}

/* From the first file to the last, with arrows. */
static const char *chain_text(struct chain *c, const struct link *last)
{
	const char *text = last->path;

	for (const struct link *at = last->by; at; at = at->by)
		text = jb_sprintf(c->arena, "%s → %s", at->path, text);
	return text;
}

static bool in_circle(
	struct chain *c, const struct link *link, const jb_node *name)
{
	for (const struct link *at = link->by; at; at = at->by) {
		if (strcmp(at->real, link->real) != 0)
			continue;
		jb_error(c->diags, name->pos, "“extends” goes in a circle: %s",
			chain_text(c, link));
		span_name(c, name);
		return true;
	}
	return false;
}

static jb_node *read_base(
	struct chain *c, const struct link *link, const jb_node *name)
{
	g_autoptr(GError) error = NULL;
	jb_source *src = jb_source_read(c->arena, link->path, &error);
	jb_node *root;

	if (!src) {
		jb_error(c->diags, name->pos, "%s", error->message);
		jb_kind(c->diags,
			"the file that this one extends cannot be read");
		span_name(c, name);
		return NULL;
	}
	root = jb_yaml_read(c->arena, c->diags, src);
	if (!root || !jb_schema_check(c->diags, root, c->object))
		return NULL;
	return root;
}

static jb_node *base_of(
	struct chain *c, const jb_node *name, const struct link *by, int depth)
{
	struct link link = {c->find(c->data, c->arena, name), NULL, by};
	jb_node *root = NULL;

	if (!link.path)
		return NULL;
	link.real = g_canonicalize_filename(link.path, NULL);
	if (depth == JB_EXTENDS_MAX) {
		jb_error(c->diags, name->pos,
			"“extends” goes through more than %d files: %s",
			JB_EXTENDS_MAX, chain_text(c, by));
		span_name(c, name);
	} else if (!in_circle(c, &link, name)) {
		root = read_base(c, &link, name);
	}
	if (root)
		root = extend(c, root, &link, depth + 1);
	g_free(link.real);
	return root;
}

/* A copy without the key that has done its work. */
static jb_node *without_extends(jb_arena *arena, const jb_node *root)
{
	jb_node *map = jb_new(arena, jb_node);

	*map = *root;
	map->n = 0;
	map->pairs = jb_new_array(arena, jb_pair, root->n);
	for (size_t i = 0; i < root->n; i++) {
		if (strcmp(root->pairs[i].key->text, "extends") != 0)
			map->pairs[map->n++] = root->pairs[i];
	}
	return map;
}

static jb_node *extend(
	struct chain *c, jb_node *root, const struct link *link, int depth)
{
	const jb_node *name = jb_node_lookup(root, "extends");
	unsigned before = jb_diags_errors(c->diags);
	jb_node *base, *whole;

	if (!name)
		return root;
	base = base_of(c, name, link, depth);
	if (!base)
		return NULL;
	whole = lay_over(
		c->arena, c->diags, base, without_extends(c->arena, root));
	return jb_diags_errors(c->diags) == before ? whole : NULL;
}

const jb_node *jb_overlay_extend(jb_arena *arena, jb_diags *diags,
	const jb_node *root, const char *object, jb_overlay_find *find,
	void *data)
{
	struct chain c = {arena, diags, object, find, data};
	struct link first = {root->pos.src->name, NULL, NULL};
	const jb_node *whole;

	if (root->kind != JB_MAPPING || !jb_node_lookup(root, "extends"))
		return root;
	if (!jb_schema_check(diags, root, object))
		return NULL;
	first.real = g_canonicalize_filename(first.path, NULL);
	whole = extend(&c, (jb_node *)root, &first, 0);
	g_free(first.real);
	return whole;
}

/* ---- overrides ---- */

/* The object that a key's value, or each of its values, has the keys of: @NAME,
 * map @NAME; or NULL. */
static const char *object_of(const jb_schema_key *row, bool *map)
{
	const char *at = strchr(row->type, '@');

	*map = g_str_has_prefix(row->type, "map ");
	return at && (at == row->type || *map) ? at + 1 : NULL;
}

/* A ~ for a key that must be there is told where it stands.  The path is one
 * key in each mapping. */
static bool may_take_out(
	jb_diags *diags, const jb_node *tree, const char *object)
{
	const jb_schema_key *row = NULL;
	bool map = false;

	for (; tree->kind == JB_MAPPING && object;
		tree = tree->pairs[0].value) {
		const jb_node *key = tree->pairs[0].key;

		if (map) { /* a name */
			map = false;
			continue;
		}
		row = jb_schema_lookup(object, key->text);
		if (!row)
			return true; /* said by the check */
		if (row->required && jb_node_is_null(tree->pairs[0].value)) {
			jb_error(diags, key->pos,
				"~ cannot take out “%s”, which must be there",
				key->text);
			jb_span_chars(
				diags, (unsigned)g_utf8_strlen(key->text, -1));
			return false;
		}
		object = object_of(row, &map);
	}
	return true;
}

const jb_node *jb_overrides_apply(jb_arena *arena, jb_diags *diags,
	const GArray *overrides, const jb_node *root, const char *object)
{
	jb_node *node = (jb_node *)root;

	if (root->kind != JB_MAPPING) /* said where it is typed */
		return root;
	for (guint i = 0; i < overrides->len; i++) {
		const jb_override *s =
			&g_array_index(overrides, jb_override, i);

		if (strcmp(s->object, object) == 0 &&
			may_take_out(diags, s->tree, object))
			node = lay_over(arena, NULL, node, (jb_node *)s->tree);
	}
	return node;
}
