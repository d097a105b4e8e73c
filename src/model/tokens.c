/* tokens.c - the names of lengths, and the lengths they stand for. */
#include "model/tokens.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "base/length.h"
#include "base/messages.h"
#include "base/words.h"
#include "model/schema.h"

/* Of a step: less is no text, more no page. */
#define SIZE_LEAST_PT 1.0
#define SIZE_MOST_PT 2000.0

enum { CHAIN_MAX = 16 }; /* names that one goes through */

struct reader {
	jb_arena *arena;
	jb_diags *diags;
	GHashTable *said;   /* name -> jb_node, a length or a name */
	GHashTable *tokens; /* name -> jb_node, a length */
	GHashTable *theme;  /* of the theme, or NULL */
};

static void span(jb_diags *diags, const jb_node *node)
{
	jb_span_chars(diags, (unsigned)g_utf8_strlen(node->text, -1));
}

static bool is_length(const jb_node *node)
{
	jb_length length;

	return jb_length_parse(node->text, &length);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The error for a name that is none. */
static void refuse(jb_diags *diags, const jb_node *node, GHashTable *known,
	GHashTable *theme)
{
	unsigned n = 0;
	g_autofree void **names = g_hash_table_get_keys_as_array(known, &n);
	const char *near = NULL;

	if (n > 0) {
		qsort(names, n, sizeof *names, by_name);
		near = jb_words_nearest(
			node->text, (const char *const *)names, n);
	}
	jb_error(diags, node->pos, "“%s” is neither a length nor a token",
		node->text);
	span(diags, node);
	if (near)
		jb_hint(diags, "did you mean “%s”?", near);
	else if (theme && g_hash_table_contains(theme, node->text))
		jb_hint(diags, "this theme has it, but others may not: add it "
			       "to `tokens` of the layout");
	else
		jb_hint(diags, "write a number and its unit, as 12pt, or add "
			       "the name to `tokens`");
}

/* ---- what is said ---- */

static void add(struct reader *r, const jb_node *key, const jb_node *value)
{
	if (!g_hash_table_contains(r->said, key->text)) {
		g_hash_table_insert(r->said, (char *)key->text, (void *)value);
		return;
	}
	jb_error(r->diags, key->pos, "the token “%s” is said twice", key->text);
	span(r->diags, key);
	jb_also(r->diags,
		((const jb_node *)g_hash_table_lookup(r->said, key->text))->pos,
		"first here");
}

static double number(const jb_node *node)
{
	jb_decimal d = {0, 0};

	jb_decimal_parse(node->text, &d);
	return jb_decimal_double(d);
}

static double base_pt(struct reader *r, const jb_node *base)
{
	jb_length length = {0, JB_UNIT_PT};

	jb_length_parse(base->text, &length);
	if (length.unit == JB_UNIT_PT && length.value >= SIZE_LEAST_PT &&
		length.value <= SIZE_MOST_PT)
		return length.value;
	jb_error(r->diags, base->pos,
		"the base of a scale is from 1pt to 2000pt, not “%s”",
		base->text);
	span(r->diags, base);
	return NAN;
}

static double ratio_of(struct reader *r, const jb_node *node)
{
	double ratio = number(node);

	if (ratio >= 1 && ratio <= 4)
		return ratio;
	jb_error(r->diags, node->pos,
		"the ratio of a scale is from 1 to 4, not %s", node->text);
	span(r->diags, node);
	return NAN;
}

/* Sizes are rounded to hundredths of a point, so that a message can say them.
 */
static void add_step(
	struct reader *r, const jb_pair *step, double base, double ratio)
{
	double pt = base * pow(ratio, number(step->value));
	char text[32] = "";
	jb_node *size;

	if (isnan(pt))
		return; /* said of the base or ratio */
	if (pt < SIZE_LEAST_PT || pt > SIZE_MOST_PT) {
		jb_error(r->diags, step->value->pos,
			"step %s of the scale is not from 1pt to 2000pt",
			step->value->text);
		span(r->diags, step->value);
		return;
	}
	g_ascii_formatd(text, sizeof text, "%.10g", round(pt * 100) / 100);
	size = jb_new(r->arena, jb_node);
	*size = *step->value;
	size->type = JB_TEXT;
	size->text = jb_sprintf(r->arena, "%spt", text);
	add(r, step->key, size);
}

static void add_scale(struct reader *r, const jb_node *scale)
{
	const jb_node *base = jb_node_lookup(scale, "base");
	const jb_node *steps = jb_node_lookup(scale, "steps");
	double pt, ratio;

	if (!is_length(base)) {
		base = g_hash_table_lookup(r->said, base->text);
		if (!base || !is_length(base)) {
			refuse(r->diags, jb_node_lookup(scale, "base"), r->said,
				NULL);
			return;
		}
	}
	pt = base_pt(r, base);
	ratio = ratio_of(r, jb_node_lookup(scale, "ratio"));
	for (size_t i = 0; i < steps->n; i++)
		add_step(r, &steps->pairs[i], pt, ratio);
}

/* ---- what it comes to ---- */

/* The length a name leads to; NULL after an error. */
static const jb_node *follow(struct reader *r, const jb_node *value)
{
	const jb_node *at = value;

	for (int i = 0; i < CHAIN_MAX; i++) {
		const jb_node *next;

		if (is_length(at))
			return at;
		next = g_hash_table_lookup(r->said, at->text);
		if (!next) {
			refuse(r->diags, at, r->said, r->theme);
			return NULL;
		}
		at = next;
	}
	jb_error(r->diags, value->pos, "the token “%s” leads to no length",
		value->text);
	span(r->diags, value);
	return NULL;
}

/* A theme's lengths stand for the names that the layout has. */
static void take_theme(struct reader *r)
{
	GHashTableIter iter;
	void *name, *value;

	g_hash_table_iter_init(&iter, r->said);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		value = g_hash_table_lookup(r->theme, name);
		if (value)
			g_hash_table_iter_replace(&iter, value);
	}
}

static GHashTable *table_new(jb_arena *arena)
{
	GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);

	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, table);
	return table;
}

/* In the order of the file, for messages have one. */
static void follow_all(struct reader *r, const jb_node *map)
{
	for (size_t i = 0; map && i < map->n; i++) {
		const char *name = map->pairs[i].key->text;
		const jb_node *said = g_hash_table_lookup(r->said, name);
		const jb_node *length = said ? follow(r, said) : NULL;

		/* after an error the name is known, so that it is said once */
		if (said)
			g_hash_table_insert(r->tokens, (char *)name,
				(void *)(length ? length : said));
	}
}

GHashTable *jb_tokens_read(jb_arena *arena, jb_diags *diags,
	const jb_node *root, GHashTable *theme)
{
	struct reader r = {
		arena, diags, table_new(arena), table_new(arena), theme};
	const jb_node *tokens = jb_node_lookup(root, "tokens");
	const jb_node *scale = jb_node_lookup(root, "scale");

	for (size_t i = 0; tokens && i < tokens->n; i++)
		add(&r, tokens->pairs[i].key, tokens->pairs[i].value);
	if (scale)
		add_scale(&r, scale);
	if (theme)
		take_theme(&r);
	follow_all(&r, tokens);
	if (scale)
		follow_all(&r, jb_node_lookup(scale, "steps"));
	return r.tokens;
}

/* ---- where they stand ---- */

struct filler {
	jb_arena *arena;
	jb_diags *diags;
	GHashTable *tokens, *theme;
};

static const jb_node *length_of(const jb_node *scalar, void *data)
{
	const struct filler *f = data;
	const jb_node *value = g_hash_table_lookup(f->tokens, scalar->text);
	jb_node *copy;

	if (scalar->type != JB_TEXT) /* said by the check */
		return scalar;
	if (!value || !is_length(value)) {
		if (!value)
			refuse(f->diags, scalar, f->tokens, f->theme);
		return scalar;
	}
	copy = jb_new(f->arena, jb_node);
	*copy = *value;
	copy->pos = scalar->pos;
	if (scalar->pos.src)
		copy->pos.src = jb_source_view(f->arena, scalar->pos.src,
			value->pos, JB_TR("the token's length is said here"));
	return copy;
}

const jb_node *jb_tokens_fill(jb_arena *arena, jb_diags *diags,
	const jb_node *root, const char *object, GHashTable *tokens,
	GHashTable *theme)
{
	struct filler f = {arena, diags, tokens, theme};

	return jb_schema_lengths(arena, root, object, length_of, &f);
}
