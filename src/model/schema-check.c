/* schema-check.c - a whole tree against the table; every mistake, each at its
 * place. */
#include "model/schema.h"

#include <string.h>

#include "base/messages.h"
#include "base/words.h"
#include "model/schema-scalar.h"
#include "model/schema-type.h"
#include "yaml/spot.h"

enum { LISTED_MAX = 12 }; /* more keys than this make no hint */

struct check {
	jb_arena *arena; /* of this check only */
	jb_diags *diags;
	const jb_grammar *grammar;
	bool part;   /* of a file that extends another, and in no list */
	bool tokens; /* a length may be the name of one */
	bool open;   /* ${name} may stand for anything */
};

/* What a node is called in messages: “value”, item 2 of “cmyk”.  Put into
 * words only when there is something to say. */
struct place {
	const char *key; /* NULL: an item of `up` */
	size_t index;
	const struct place *up;
};

static const char *subject(struct check *c, const struct place *place)
{
	if (place->key)
		return jb_quote(c->arena, place->key);
	if (!place->up)
		return jb_tr("the file");
	return jb_sprintf(c->arena, jb_tr("item %zu of %s"), place->index + 1,
		subject(c, place->up));
}

static const char *nearest_key(const struct place *place)
{
	while (place && !place->key)
		place = place->up;
	return place ? place->key : NULL;
}

static void check_node(struct check *c, const jb_type *type,
	const jb_node *node, const struct place *place);

static void underline_key(struct check *c, const jb_node *key)
{
	jb_span_chars(c->diags, (unsigned)MAX(1, g_utf8_strlen(key->text, -1)));
}

static bool are_digits(const char *text)
{
	return *text && !text[strspn(text, "0123456789")];
}

/* {value: 1,197, …}: the comma divides the mapping, and 197 becomes a key. */
static bool is_group(const jb_pair *pair)
{
	return pair->value->kind == JB_SCALAR && !*pair->value->text &&
	       strlen(pair->key->text) == 3 && are_digits(pair->key->text);
}

/* The number whose groups of digits begin at pair i, whole; else NULL. */
static const char *grouped_number(struct check *c, const jb_node *map, size_t i)
{
	const jb_node *value = i ? map->pairs[i - 1].value : NULL;
	const char *number;

	if (!value || value->kind != JB_SCALAR ||
		!are_digits(value->text + (*value->text == '-')))
		return NULL;
	number = value->text;
	for (; i < map->n && is_group(&map->pairs[i]); i++)
		number = jb_sprintf(
			c->arena, "%s%s", number, map->pairs[i].key->text);
	return number == value->text ? NULL : number;
}

static void refuse_key(
	struct check *c, const jb_object *object, const jb_node *map, size_t i)
{
	const jb_node *key = map->pairs[i].key;
	const char *near = jb_key_meant(c->arena, object, key->text);
	const char *number = grouped_number(c, map, i);

	jb_error(c->diags, key->pos, "unknown key %s",
		jb_quote(c->arena, key->text));
	underline_key(c, key);
	if (number)
		jb_hint(c->diags, "write plain digits: %s", number);
	else if (near)
		jb_hint(c->diags, "did you mean “%s”?", near);
	else if (object->n <= LISTED_MAX)
		jb_hint(c->diags, "the keys here are %s",
			jb_words_join(c->arena, object->keys, object->n));
}

/* What extends a file may leave out anything of it, and takes out with ~ what
 * need not be there. */
static bool takes_out(struct check *c, const jb_node *value)
{
	return c->part && value->kind == JB_SCALAR && value->type == JB_NULL &&
	       *value->text; /* nothing at all is a slip: #0A5C8F */
}

static bool may_take_out(struct check *c, const jb_schema_key *row)
{
	return c->part && !row->required && strcmp(row->key, "extends") != 0;
}

static void check_pairs(struct check *c, const jb_object *object,
	const jb_node *map, const struct place *place)
{
	for (size_t i = 0; i < map->n; i++) {
		const jb_pair *pair = &map->pairs[i];
		struct place here = {pair->key->text, 0, place};
		size_t k = 0;

		while (k < object->n &&
			strcmp(object->keys[k], pair->key->text) != 0)
			k++;
		if (k == object->n)
			refuse_key(c, object, map, i);
		else if (!takes_out(c, pair->value) ||
			 !may_take_out(c, object->rows[k]))
			check_node(c, object->types[k], pair->value, &here);
	}
}

/* A missing key was only misspelt: one slip, one message. */
static bool misspelt(struct check *c, const jb_object *object,
	const jb_node *map, const char *missing)
{
	for (size_t i = 0; i < map->n; i++) {
		const char *key = map->pairs[i].key->text;
		const char *near = jb_key_meant(c->arena, object, key);

		if (near && strcmp(near, missing) == 0)
			return true;
	}
	return false;
}

static void check_object(struct check *c, const jb_object *object,
	const jb_node *map, const struct place *place)
{
	check_pairs(c, object, map, place);
	for (size_t k = 0; k < object->n; k++) {
		if (object->rows[k]->required &&
			(!c->part || strcmp(object->keys[k], "jianbao") == 0) &&
			!jb_node_lookup(map, object->keys[k]) &&
			!misspelt(c, object, map, object->keys[k]))
			jb_error(c->diags, map->pos, "“%s” is missing",
				object->keys[k]);
	}
}

/* Without its word a block's keys cannot be judged, but what every block may
 * have still can. */
static void check_common(
	struct check *c, const jb_node *map, const struct place *place)
{
	const jb_object *common = jb_grammar_object(c->grammar, "block");

	for (size_t i = 0; i < map->n; i++) {
		const jb_pair *pair = &map->pairs[i];
		struct place here = {pair->key->text, 0, place};

		for (size_t k = 0; k < common->n; k++) {
			if (strcmp(common->keys[k], pair->key->text) == 0)
				check_node(c, common->types[k], pair->value,
					&here);
		}
	}
}

/* A key that looks like a block word and is no key of every block. */
static const jb_node *misspelt_word(
	struct check *c, const jb_node *map, const char **meant)
{
	for (size_t i = 0; i < map->n; i++) {
		const jb_node *key = map->pairs[i].key;

		if (jb_schema_lookup("block", key->text))
			continue;
		*meant = jb_words_nearest(key->text, c->grammar->block_words,
			c->grammar->n_block_words);
		if (*meant)
			return key;
	}
	return NULL;
}

static void refuse_wordless(struct check *c, const jb_node *map)
{
	const char *meant;
	const jb_node *key = misspelt_word(c, map, &meant);

	jb_error(c->diags, key ? key->pos : map->pos,
		"no block word in this block");
	if (key) {
		underline_key(c, key);
		jb_hint(c->diags, "did you mean “%s”?", meant);
	} else {
		jb_hint(c->diags, "a block has one of %s",
			jb_words_join(c->arena, c->grammar->block_words,
				c->grammar->n_block_words));
	}
}

static void refuse_second(
	struct check *c, const jb_node *first, const jb_node *second)
{
	jb_error(c->diags, second->pos, "a second block word “%s” beside “%s”",
		second->text, first->text);
	underline_key(c, second);
	jb_hint(c->diags, "make it a block of its own");
}

static bool has_key(const jb_object *object, const char *key)
{
	for (size_t i = 0; i < object->n; i++)
		if (strcmp(object->keys[i], key) == 0)
			return true;
	return false;
}

/* A word may be a key of other blocks: `fill` of a row. */
static void check_block(
	struct check *c, const jb_node *map, const struct place *place)
{
	const jb_node *word = NULL;
	const jb_object *object = NULL;

	for (size_t i = 0; i < map->n; i++) {
		const jb_node *key = map->pairs[i].key;
		const jb_object *found =
			jb_grammar_block(c->grammar, key->text);

		if (found && object && has_key(object, key->text))
			continue;
		if (found && word && !has_key(found, word->text)) {
			refuse_second(c, word, key);
			return;
		}
		if (found) {
			word = key;
			object = found;
		}
	}
	if (object) {
		check_object(c, object, map, place);
		return;
	}
	refuse_wordless(c, map);
	check_common(c, map, place);
}

static void check_list(struct check *c, const jb_type *type,
	const jb_node *list, const struct place *place)
{
	bool part = c->part;

	c->part = false; /* a list takes the place of the other whole */
	for (size_t i = 0; i < list->n; i++) {
		struct place here = {NULL, i, place};

		check_node(c, type->of, list->items[i], &here);
	}
	c->part = part;
}

static void check_map(struct check *c, const jb_type *type, const jb_node *map,
	const struct place *place)
{
	for (size_t i = 0; i < map->n; i++) {
		const jb_pair *pair = &map->pairs[i];
		struct place here = {pair->key->text, 0, place};

		if (type->kind == JB_TYPE_MAP && !jb_id_valid(pair->key->text))
			jb_key_refuse(c->arena, c->diags, pair->key);
		if (!takes_out(c, pair->value))
			check_node(c, type->of, pair->value, &here);
	}
}

static bool kind_fits(const jb_type *type, jb_node_kind kind)
{
	if (type->kind == JB_TYPE_ANY)
		return true;
	if (jb_type_scalar(type))
		return kind == JB_SCALAR;
	return kind == (type->kind == JB_TYPE_LIST ? JB_SEQUENCE : JB_MAPPING);
}

/* A word that may be the name of a length. */
static bool fits(
	const struct check *c, const jb_type *type, const jb_node *node)
{
	return jb_scalar_fits(type, node) ||
	       (c->tokens && type->kind == JB_TYPE_LENGTH &&
		       node->type == JB_TEXT && jb_id_valid(node->text));
}

/* Of several lists the one whose items are of the kind of the first item. */
static bool suits(
	const struct check *c, const jb_type *type, const jb_node *node)
{
	if (!kind_fits(type, node->kind))
		return false;
	if (node->kind == JB_SCALAR && jb_type_scalar(type))
		return fits(c, type, node);
	if (node->kind == JB_SEQUENCE && type->kind == JB_TYPE_LIST &&
		node->n > 0)
		return kind_fits(type->of, node->items[0]->kind);
	return true;
}

/* The alternative that is meant; NULL when no kind of value is right. */
static const jb_type *choose(
	const struct check *c, const jb_type *type, const jb_node *node)
{
	const jb_type *second = NULL;

	for (; type; type = type->next) {
		if (suits(c, type, node))
			return type;
		if (!second && kind_fits(type, node->kind))
			second = type;
	}
	return second;
}

/* [公园] or {公园}, which was meant as text. */
static bool is_bracketed(const jb_node *node)
{
	gunichar c = jb_spot_char(node->pos);

	if (node->kind == JB_SEQUENCE)
		return c == '[';
	return node->kind == JB_MAPPING && c == '{' && node->n > 0 &&
	       node->pairs[0].value->kind == JB_SCALAR &&
	       node->pairs[0].value->text[0] == '\0';
}

/* “margin: 20mm”: the keys that it must have. */
static void hint_keys(struct check *c, const jb_type *type)
{
	const jb_object *object = jb_grammar_object(c->grammar, type->object);
	const char **needed = jb_new_array(c->arena, const char *, object->n);
	size_t n = 0;

	for (size_t i = 0; i < object->n; i++)
		if (object->rows[i]->required)
			needed[n++] = object->keys[i];
	if (n > 0)
		jb_hint(c->diags, "it has keys of its own: %s",
			jb_words_join(c->arena, needed, n));
}

/* “classes: a, b]”: what was meant as a list. */
static void hint_list(struct check *c, const char *text)
{
	size_t n = strlen(text);
	char *bare =
		jb_strndup(c->arena, text, n - g_str_has_suffix(text, "]"));

	if (strchr(text, ','))
		jb_hint(c->diags, "a list is [%s]", bare);
	else if (strchr(text, ' '))
		jb_hint(c->diags,
			"write “- ” (ASCII hyphen and a space) before "
			"each item of a list");
	else
		jb_hint(c->diags, "a list of one is [%s]", bare);
}

static void refuse_kind(struct check *c, const jb_type *type,
	const jb_node *node, const struct place *place)
{
	const jb_type *last = type;

	while (last->next)
		last = last->next;
	jb_error(c->diags, node->pos, "%s must be %s, not %s",
		subject(c, place), jb_type_noun(c->arena, type),
		jb_node_what(node));
	if (type->kind <= JB_TYPE_STRING && is_bracketed(node))
		jb_hint(c->diags, "a text that begins with a bracket needs "
				  "double quotes around all of it");
	if (node->kind == JB_MAPPING && node->n > 0 && !type->next &&
		last->kind == JB_TYPE_LIST)
		jb_hint(c->diags, "write “- ” before the first key of each "
				  "item");
	if (node->kind != JB_SCALAR || jb_yaml_explain_scalar(c->diags, node))
		return;
	if (node->type != JB_NULL && last->kind == JB_TYPE_OBJECT && place->key)
		hint_keys(c, last);
	else if (node->type == JB_NULL)
		jb_hint(c->diags, last->kind == JB_TYPE_LIST
					  ? "an empty list is []"
					  : "an empty mapping is {}");
	else if (last->kind == JB_TYPE_LIST && !node->block)
		hint_list(c, node->text);
}

static void check_node(struct check *c, const jb_type *type,
	const jb_node *node, const struct place *place)
{
	const jb_type *chosen = choose(c, type, node);
	bool open = c->open;

	if (c->open && jb_parameter_within(node))
		return;
	if (!chosen) {
		refuse_kind(c, type, node, place);
		return;
	}
	switch (chosen->kind) {
	case JB_TYPE_ANY:
		break;
	case JB_TYPE_LIST:
		c->open = c->open || (chosen->open && c->tokens);
		check_list(c, chosen, node, place);
		c->open = open;
		break;
	case JB_TYPE_MAP:
	case JB_TYPE_NAMES:
		check_map(c, chosen, node, place);
		break;
	case JB_TYPE_OBJECT:
		check_object(c, jb_grammar_object(c->grammar, chosen->object),
			node, place);
		break;
	case JB_TYPE_BLOCK:
		check_block(c, node, place);
		break;
	default:
		if (!fits(c, chosen, node))
			jb_scalar_refuse(c->arena, c->diags, chosen, node,
				subject(c, place), nearest_key(place));
	}
}

/* A file of another kind, or an empty one: one message, and none for each key
 * that is missing. */
static bool other_kind(struct check *c, const jb_node *root, const char *object)
{
	static const char *const kinds[] = {
		JB_TR("report"), JB_TR("layout"), JB_TR("theme")};
	const jb_node *kind;

	if (root->kind != JB_MAPPING)
		return false;
	if (root->n == 0) {
		jb_error(c->diags, root->pos, "the file is empty");
		jb_hint(c->diags, "a %s begins with “jianbao: %s/1”",
			jb_tr(object), object);
		return true;
	}
	kind = jb_node_lookup(root, "jianbao");
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (!kind || kind->kind != JB_SCALAR ||
			strcmp(kinds[i], object) == 0 ||
			!g_str_has_prefix(kind->text, kinds[i]))
			continue;
		jb_error(c->diags, kind->pos,
			"this is a %s, and a %s is "
			"needed here",
			jb_tr(kinds[i]), jb_tr(object));
		jb_span_chars(c->diags, (unsigned)strlen(kind->text));
		return true;
	}
	return false;
}

static bool check(
	jb_diags *diags, const jb_node *node, const char *object, bool tokens)
{
	jb_arena *arena = jb_arena_open();
	struct check c = {
		arena, diags, jb_grammar_new(arena), false, tokens, false};
	jb_type type = {.kind = JB_TYPE_OBJECT, .object = object};
	struct place root = {NULL, 0, NULL};
	unsigned before = jb_diags_errors(diags);

	c.part = node->kind == JB_MAPPING &&
		 jb_schema_lookup(object, "extends") &&
		 jb_node_lookup(node, "extends");
	if (!other_kind(&c, node, object))
		check_node(&c, &type, node, &root);
	jb_arena_close(arena);
	return jb_diags_errors(diags) == before;
}

bool jb_schema_check(jb_diags *diags, const jb_node *node, const char *object)
{
	return check(diags, node, object, strcmp(object, "report") != 0);
}

bool jb_schema_check_plain(
	jb_diags *diags, const jb_node *node, const char *object)
{
	return check(diags, node, object, false);
}
