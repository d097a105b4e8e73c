/* schema-json.c - the table as JSON Schema 2020-12, for editors.
 *
 * It says what the checker says, as far as a value alone can show it.  How a
 * number was typed is lost before a JSON Schema sees it: 0x10 and 1e3 pass
 * here and not there.
 *
 * Of a file that extends another only a part need be there: part.NAME is NAME
 * with nothing required and null for what is taken out.  Lists are whole.
 *
 * In the blocks of a template ${name} may stand for any value: open.NAME is
 * NAME with that.
 */
#include "model/schema.h"

#include <string.h>

#include "base/json.h"
#include "model/schema-type.h"

/* A year, then a month and a day that exist; 29 February in leap years. */
#define DATE_PATTERN                                      \
	"^(?:[1-9][0-9]{3}(?:-(?:(?:0[13578]|1[02])"      \
	"(?:-(?:0[1-9]|[12][0-9]|3[01]))?"                \
	"|(?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30))?"     \
	"|02(?:-(?:0[1-9]|1[0-9]|2[0-8]))?))?"            \
	"|(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])" \
	"|(?:[2468][048]|[13579][26])00)-02-29)$"

#define LENGTH_PATTERN                                          \
	"^(?:[+-]?[0-9]{1,5}(?:\\.[0-9]{1,16})?"                \
	"(?:mm|cm|in|pt|em|lh|%|fr)|[+-]?0{1,5}(?:\\.0{1,16})?" \
	"|[初一二三四五六七八]号|小[初一二三四五六])$"

#define ID_PATTERN "^[a-z][a-z0-9_]*$"
#define TOKEN_PATTERN LENGTH_PATTERN "|" ID_PATTERN
#define PARAMETER_PATTERN "\\$\\{ *[a-z][a-z0-9_]* *\\}"
#define REF_PATTERN "^[a-z][a-z0-9_]*(?:\\.[^.].*)?$"
#define PATH_PATTERN "^[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*$"

struct json {
	jb_json w;
	const jb_grammar *grammar;
	jb_tongue tongue;
	bool part;	  /* what is put need not be whole */
	bool open;	  /* ${name} may stand for what is put */
	bool tokens;	  /* a token's name is a length */
	GPtrArray *parts; /* names of objects whose part.NAME is referred to */
	GPtrArray *opens; /* and open.NAME */
};

static void open_brace(struct json *j, const char *key, char brace)
{
	jb_json_open(&j->w, key, brace);
}

static void shut_brace(struct json *j, char brace)
{
	jb_json_shut(&j->w, brace);
}

static void put(struct json *j, const char *key, const char *value)
{
	jb_json_put(&j->w, key, value);
}

static void put_raw(struct json *j, const char *key, const char *value)
{
	jb_json_put_raw(&j->w, key, value);
}

static void put_ref(struct json *j, const char *name)
{
	g_autofree char *ref = g_strconcat("#/$defs/", name, NULL);

	put(j, "$ref", ref);
}

static void add_name(GPtrArray *names, const char *name)
{
	if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
		g_ptr_array_add(names, (char *)name);
}

/* Within open blocks everything is whole. */
static void put_object_ref(struct json *j, const char *name)
{
	const char *kind = j->open ? "open." : j->part ? "part." : "";
	g_autofree char *full = g_strconcat(kind, name, NULL);

	put_ref(j, full);
	if (j->open)
		add_name(j->opens, name);
	else if (j->part)
		add_name(j->parts, name);
}

/* ---- types ---- */

static void put_type(struct json *j, const jb_type *type, bool or_null);

static void put_enum(struct json *j, const jb_type *type)
{
	if (type->n_words == 1 && strcmp(type->words[0], "null") == 0) {
		put(j, "type", "null");
		return;
	}
	open_brace(j, "enum", '[');
	for (size_t i = 0; i < type->n_words; i++) {
		put(j, NULL, type->words[i]);
	}
	shut_brace(j, ']');
}

static void put_integer(struct json *j, const jb_type *type)
{
	g_autofree char *least = g_strdup_printf("%d", type->least);
	g_autofree char *most = g_strdup_printf("%d", type->most);

	put(j, "type", "integer");
	put_raw(j, "minimum", least);
	put_raw(j, "maximum", most);
}

static void put_items(struct json *j, const jb_type *type)
{
	bool part = j->part, open = j->open;

	j->part = false;
	j->open = open || type->open;
	put(j, "type", "array");
	open_brace(j, "items", '{');
	put_type(j, type->of, false);
	shut_brace(j, '}');
	j->part = part;
	j->open = open;
}

static void put_map(struct json *j, const jb_type *type)
{
	put(j, "type", "object");
	if (type->kind == JB_TYPE_MAP) {
		open_brace(j, "propertyNames", '{');
		put_ref(j, "type.id");
		shut_brace(j, '}');
	}
	open_brace(j, "additionalProperties", '{');
	put_type(j, type->of, j->part);
	shut_brace(j, '}');
}

/* The members that say one alternative, inside braces that stand. */
static void put_one(struct json *j, const jb_type *type)
{
	switch (type->kind) {
	case JB_TYPE_TEXT:
	case JB_TYPE_STRING:
		put_ref(j, "type.text");
		break;
	case JB_TYPE_NUMBER:
		put_ref(j, "type.number");
		break;
	case JB_TYPE_INTEGER:
		put_integer(j, type);
		break;
	case JB_TYPE_BOOLEAN:
		put(j, "type", "boolean");
		break;
	case JB_TYPE_LENGTH:
		put_ref(j, "type.length");
		break;
	case JB_TYPE_ID:
		put_ref(j, "type.id");
		break;
	case JB_TYPE_REF:
		put_ref(j, "type.ref");
		break;
	case JB_TYPE_DATE:
		put_ref(j, "type.date");
		break;
	case JB_TYPE_PATH:
		put_ref(j, "type.path");
		break;
	case JB_TYPE_ENUM:
		put_enum(j, type);
		break;
	case JB_TYPE_ANY:
		break;
	case JB_TYPE_LIST:
		put_items(j, type);
		break;
	case JB_TYPE_MAP:
	case JB_TYPE_NAMES:
		put_map(j, type);
		break;
	case JB_TYPE_OBJECT:
		put_object_ref(j, type->object);
		break;
	case JB_TYPE_BLOCK:
		put_ref(j, j->open ? "open.type.block" : "type.block");
		break;
	}
}

/* An alternative among others: a mapping of its own. */
static void put_other(struct json *j, const char *key, const char *value)
{
	open_brace(j, NULL, '{');
	put(j, key, value);
	shut_brace(j, '}');
}

static void put_type(struct json *j, const jb_type *type, bool or_null)
{
	if (!type->next && !or_null && !j->open) {
		put_one(j, type);
		return;
	}
	open_brace(j, "anyOf", '[');
	for (; type; type = type->next) {
		open_brace(j, NULL, '{');
		put_one(j, type);
		shut_brace(j, '}');
	}
	if (or_null)
		put_other(j, "type", "null");
	if (j->open)
		put_other(j, "$ref", "#/$defs/type.parameter");
	shut_brace(j, ']');
}

/* ---- objects ---- */

/* Booleans and whole numbers stand in the table as JSON writes them. */
static void put_default(struct json *j, const jb_type *type, const char *text)
{
	if (type->kind == JB_TYPE_BOOLEAN || type->kind == JB_TYPE_INTEGER ||
		type->kind == JB_TYPE_NUMBER)
		put_raw(j, "default", text);
	else
		put(j, "default", text);
}

static void put_key_schema(
	struct json *j, const jb_schema_key *row, const jb_type *type)
{
	open_brace(j, row->key, '{');
	put(j, "description", jb_schema_doc(row, j->tongue));
	put_type(j, type,
		j->part && !row->required && strcmp(row->key, "extends") != 0);
	if (row->fallback)
		put_default(j, type, row->fallback);
	shut_brace(j, '}');
}

static void put_required(struct json *j, const jb_object *object)
{
	bool any = false;

	for (size_t i = 0; i < object->n; i++)
		any = any || object->rows[i]->required;
	if (!any)
		return;
	open_brace(j, "required", '[');
	for (size_t i = 0; i < object->n; i++) {
		if (!object->rows[i]->required)
			continue;
		put(j, NULL, object->keys[i]);
	}
	shut_brace(j, ']');
}

static void put_object(struct json *j, const jb_object *object)
{
	put(j, "type", "object");
	open_brace(j, "properties", '{');
	for (size_t i = 0; i < object->n; i++)
		put_key_schema(j, object->rows[i], object->types[i]);
	shut_brace(j, '}');
	if (!j->part)
		put_required(j, object);
	put_raw(j, "additionalProperties", "false");
}

/* The members of a file's root.  Editors complete by what an `if` lets
 * through, and there take `required` for granted; the names of keys they
 * judge as they are. */
static void put_root(struct json *j, const jb_object *object, const char *title)
{
	if (!jb_schema_lookup(object->name, "extends")) {
		put_object(j, object);
		return;
	}
	open_brace(j, "if", '{');
	put_raw(j, "propertyNames", "{\"not\": {\"const\": \"extends\"}}");
	shut_brace(j, '}');
	open_brace(j, "then", '{');
	put(j, "title", title);
	put_object(j, object);
	shut_brace(j, '}');
	open_brace(j, "else", '{');
	put(j, "title", title);
	j->part = true;
	put_object(j, object);
	put_raw(j, "required", "[\"jianbao\"]");
	j->part = false;
	shut_brace(j, '}');
}

/* ---- the shared definitions ---- */

static void put_pattern(struct json *j, const char *name, const char *pattern)
{
	open_brace(j, name, '{');
	put(j, "type", "string");
	put(j, "pattern", pattern);
	shut_brace(j, '}');
}

/* What YAML reads as a number before the pattern can see it: 2020 as a date,
 * 0 as a length. */
static void put_number_or(struct json *j, const char *name, const char *pattern,
	const char *least, const char *most)
{
	open_brace(j, name, '{');
	open_brace(j, "anyOf", '[');
	open_brace(j, NULL, '{');
	put(j, "type", "integer");
	put_raw(j, "minimum", least);
	put_raw(j, "maximum", most);
	shut_brace(j, '}');
	put_pattern(j, NULL, pattern);
	shut_brace(j, ']');
	shut_brace(j, '}');
}

static void put_scalars(struct json *j)
{
	open_brace(j, "type.text", '{');
	put_raw(j, "type", "[\"string\", \"number\", \"boolean\"]");
	shut_brace(j, '}');
	open_brace(j, "type.number", '{');
	put(j, "type", "number");
	put_raw(j, "minimum", "-999999999999999");
	put_raw(j, "maximum", "999999999999999");
	shut_brace(j, '}');
	put_pattern(j, "type.id", ID_PATTERN);
	put_pattern(j, "type.ref", REF_PATTERN);
	put_pattern(j, "type.path", PATH_PATTERN);
	put_number_or(j, "type.date", DATE_PATTERN, "1000", "9999");
	put_number_or(j, "type.length",
		j->tokens ? TOKEN_PATTERN : LENGTH_PATTERN, "0", "0");
	if (j->tokens)
		put_pattern(j, "type.parameter", PARAMETER_PATTERN);
}

/* A block whose word is not there yet: an editor offers the words, and what
 * has none is refused.  The keys of all blocks may stand before the word. */
static void put_no_block(struct json *j)
{
	const jb_object *common = jb_grammar_object(j->grammar, "block");
	g_autofree char *keys = g_strjoinv("|", (char **)common->keys);
	g_autofree char *pattern = g_strdup_printf("^(?:%s)$", keys);
	const jb_grammar *g = j->grammar;

	put(j, "type", "object");
	open_brace(j, "properties", '{');
	for (size_t i = 0; i < g->n_block_words; i++) {
		const jb_object *block = jb_grammar_block(g, g->block_words[i]);

		put_key_schema(j, block->rows[0], block->types[0]);
	}
	shut_brace(j, '}');
	open_brace(j, "patternProperties", '{');
	put_raw(j, pattern, "{}");
	shut_brace(j, '}');
	put_raw(j, "additionalProperties", "false");
	open_brace(j, "anyOf", '[');
	open_brace(j, NULL, '{');
	open_brace(j, "required", '[');
	put(j, NULL, g->block_words[0]);
	shut_brace(j, ']');
	put(j, "errorMessage",
		jb_sprintf(g->arena, jb_tr("a block has one of %s"),
			jb_words_join(
				g->arena, g->block_words, g->n_block_words)));
	shut_brace(j, '}');
	shut_brace(j, ']');
}

/* No mapping fits two of the blocks: each wants its own word and has no
 * other's. */
static void put_blocks(struct json *j)
{
	open_brace(j, "anyOf", '[');
	for (size_t i = 0; i < j->grammar->n_block_words; i++) {
		const char *name = jb_sprintf(j->grammar->arena, "block.%s",
			j->grammar->block_words[i]);

		open_brace(j, NULL, '{');
		put_object_ref(j, name);
		shut_brace(j, '}');
	}
	shut_brace(j, ']');
}

static void put_block(struct json *j)
{
	open_brace(j, j->open ? "open.type.block" : "type.block", '{');
	open_brace(j, "if", '{');
	open_brace(j, "propertyNames", '{');
	open_brace(j, "not", '{');
	open_brace(j, "enum", '[');
	for (size_t i = 0; i < j->grammar->n_block_words; i++)
		put(j, NULL, j->grammar->block_words[i]);
	shut_brace(j, ']');
	shut_brace(j, '}');
	shut_brace(j, '}');
	shut_brace(j, '}');
	open_brace(j, "then", '{');
	put_no_block(j);
	shut_brace(j, '}');
	open_brace(j, "else", '{');
	put_blocks(j);
	shut_brace(j, '}');
	shut_brace(j, '}');
}

/* The list of names grows while they are put. */
static void put_variants(
	struct json *j, const GPtrArray *names, const char *kind)
{
	for (unsigned i = 0; i < names->len; i++) {
		const char *object = names->pdata[i];
		g_autofree char *name = g_strconcat(kind, object, NULL);

		open_brace(j, name, '{');
		put_object(j, jb_grammar_object(j->grammar, object));
		shut_brace(j, '}');
	}
}

static void put_definitions(struct json *j, const char *root)
{
	g_autoptr(GPtrArray) objects = jb_grammar_reach(j->grammar, root);
	bool blocks = false;

	open_brace(j, "$defs", '{');
	put_scalars(j);
	for (unsigned i = 1; i < objects->len; i++) {
		const jb_object *object = objects->pdata[i];

		blocks = blocks || g_str_has_prefix(object->name, "block.");
		open_brace(j, object->name, '{');
		put_object(j, object);
		shut_brace(j, '}');
	}
	if (blocks)
		put_block(j);
	j->part = true;
	put_variants(j, j->parts, "part.");
	j->part = false;
	j->open = true;
	if (blocks)
		put_block(j);
	put_variants(j, j->opens, "open.");
	j->open = false;
	shut_brace(j, '}');
}

char *jb_schema_json(jb_arena *arena, const char *object, jb_tongue tongue)
{
	static const char *const roots[] = {"report", "layout", "theme", NULL};
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GPtrArray) parts = g_ptr_array_new();
	g_autoptr(GPtrArray) opens = g_ptr_array_new();
	struct json j = {.w = {out, 0, true},
		.grammar = jb_grammar_new(arena),
		.tongue = tongue,
		.tokens = strcmp(object, "report") != 0,
		.parts = parts,
		.opens = opens};
	jb_tongue before = jb_messages_tongue();
	g_autofree char *title = g_strconcat("jianbao ", object, NULL);

	if (!g_strv_contains(roots, object))
		return NULL;
	jb_messages_speak(tongue);
	open_brace(&j, NULL, '{');
	put(&j, "$schema", "https://json-schema.org/draft/2020-12/schema");
	put(&j, "title", title);
	put_root(&j, jb_grammar_object(j.grammar, object), title);
	put_definitions(&j, object);
	shut_brace(&j, '}');
	jb_messages_speak(before);
	g_string_append_c(out, '\n');
	return jb_strdup(arena, out->str);
}
