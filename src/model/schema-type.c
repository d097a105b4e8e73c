/* schema-type.c - from the table's words to trees of types. */
#include "model/schema-type.h"

#include <stdlib.h>
#include <string.h>

#include "base/messages.h"

static const struct {
	const char *word;
	jb_type_kind kind;
	const char *noun;
} kinds[] = {
	{JB_TR("text"), JB_TYPE_TEXT, JB_TR("text")},
	{"string", JB_TYPE_STRING, JB_TR("text")},
	{"number", JB_TYPE_NUMBER, JB_TR("a number")},
	{"integer", JB_TYPE_INTEGER, JB_TR("a whole number")},
	{"boolean", JB_TYPE_BOOLEAN, JB_TR("true or false")},
	{"length", JB_TYPE_LENGTH, JB_TR("a length")},
	{"id", JB_TYPE_ID, JB_TR("an id")},
	{"ref", JB_TYPE_REF, JB_TR("an id")},
	{"date", JB_TYPE_DATE, JB_TR("a date")},
	{"path", JB_TYPE_PATH, JB_TR("a path")},
	{"enum", JB_TYPE_ENUM, JB_TR("a word")},
	{"any", JB_TYPE_ANY, JB_TR("anything")},
	{"list", JB_TYPE_LIST, JB_TR("a list")},
	{"map", JB_TYPE_MAP, JB_TR("a mapping")},
	{"names", JB_TYPE_NAMES, JB_TR("a mapping")},
	{"@", JB_TYPE_OBJECT, JB_TR("a mapping")},
	{"block", JB_TYPE_BLOCK, JB_TR("a mapping")},
	/* texts by the marks they may hold; checked alike */
	{"title", JB_TYPE_STRING, JB_TR("text")},
	{"marked", JB_TYPE_STRING, JB_TR("text")},
	{"prose", JB_TYPE_STRING, JB_TR("text")},
};

/* The table is ours: a word that is none of these is our fault. */
static void set_kind(jb_type *type, const char *word)
{
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(kinds[i].word, word[0] == '@' ? "@" : word) == 0) {
			type->kind = kinds[i].kind;
			type->word = kinds[i].word;
			return;
		}
	}
	g_assert_not_reached();
}

static size_t count_to_bar(char **words)
{
	size_t n = 0;

	while (words[n] && strcmp(words[n], "|") != 0)
		n++;
	return n;
}

static jb_type *parse_all(jb_arena *arena, char ***words);

/* One alternative, or several in brackets; *words goes on to the | after it, or
 * to the end. */
static jb_type *parse_one(jb_arena *arena, char ***words)
{
	jb_type *type;
	const char *word = *(*words)++;

	if (strcmp(word, "(") == 0) {
		type = parse_all(arena, words);
		++*words; /* the bracket */
		return type;
	}
	if (strcmp(word, "open") == 0) {
		type = parse_one(arena, words);
		type->open = true;
		return type;
	}
	type = jb_new(arena, jb_type);
	set_kind(type, word);
	switch (type->kind) {
	case JB_TYPE_OBJECT:
		type->object = jb_strdup(arena, word + 1);
		break;
	case JB_TYPE_LIST:
	case JB_TYPE_MAP:
	case JB_TYPE_NAMES:
		type->of = parse_one(arena, words);
		break;
	case JB_TYPE_INTEGER:
		type->least = atoi(*(*words)++);
		type->most = atoi(*(*words)++);
		break;
	case JB_TYPE_ENUM:
		type->n_words = count_to_bar(*words);
		type->words = jb_new_array(arena, const char *, type->n_words);
		for (size_t i = 0; i < type->n_words; i++)
			type->words[i] = jb_strdup(arena, *(*words)++);
		break;
	default:
		break;
	}
	return type;
}

static jb_type *parse_all(jb_arena *arena, char ***words)
{
	jb_type *first = parse_one(arena, words);
	jb_type *last = first;

	while (**words && strcmp(**words, "|") == 0) {
		++*words;
		last->next = parse_one(arena, words);
		last = (jb_type *)last->next;
	}
	return first;
}

static const jb_type *parse(jb_arena *arena, const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	char **word = words;

	return parse_all(arena, &word);
}

/* Rows of an object stand together in the table: how many there are. */
static size_t run_length(const jb_schema_key *rows, size_t n)
{
	size_t len = 1;

	while (len < n && strcmp(rows[len].object, rows->object) == 0)
		len++;
	return len;
}

static void add_rows(
	jb_arena *arena, jb_object *object, const jb_schema_key *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		object->rows[object->n] = &rows[i];
		object->types[object->n] = parse(arena, rows[i].type);
		object->keys[object->n++] = rows[i].key;
	}
}

static void find_common(
	const jb_schema_key *rows, size_t n, size_t *at, size_t *len)
{
	*at = 0;
	while (*at < n && strcmp(rows[*at].object, "block") != 0)
		++*at;
	g_assert(*at < n);
	*len = run_length(rows + *at, n - *at);
}

jb_grammar *jb_grammar_new(jb_arena *arena)
{
	jb_grammar *g = jb_new(arena, jb_grammar);
	size_t n, common, n_common;
	const jb_schema_key *rows = jb_schema_keys(&n);

	g->arena = arena;
	g->objects = g_hash_table_new(g_str_hash, g_str_equal);
	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, g->objects);
	g->block_words = jb_new_array(arena, const char *, n);
	find_common(rows, n, &common, &n_common);
	for (size_t i = 0, len; i < n; i += len) {
		jb_object *object = jb_new(arena, jb_object);
		bool block = g_str_has_prefix(rows[i].object, "block.");
		size_t room;

		len = run_length(rows + i, n - i);
		room = len + n_common;
		object->name = rows[i].object;
		object->rows = jb_new_array(arena, const jb_schema_key *, room);
		object->types = jb_new_array(arena, const jb_type *, room);
		object->keys = jb_new_array(arena, const char *, room);
		add_rows(arena, object, rows + i, len);
		if (block) {
			add_rows(arena, object, rows + common, n_common);
			g->block_words[g->n_block_words++] = rows[i].key;
		}
		g_hash_table_insert(g->objects, (char *)object->name, object);
	}
	return g;
}

const jb_object *jb_grammar_object(const jb_grammar *grammar, const char *name)
{
	return g_hash_table_lookup(grammar->objects, name);
}

const jb_object *jb_grammar_block(const jb_grammar *grammar, const char *word)
{
	for (size_t i = 0; i < grammar->n_block_words; i++) {
		const char *name;

		if (strcmp(grammar->block_words[i], word) != 0)
			continue;
		name = jb_sprintf(grammar->arena, "block.%s", word);
		return jb_grammar_object(grammar, name);
	}
	return NULL;
}

static void reach_type(
	const jb_grammar *g, GPtrArray *found, const jb_type *type);

static void reach_object(
	const jb_grammar *g, GPtrArray *found, const jb_object *object)
{
	if (g_ptr_array_find(found, object, NULL))
		return;
	g_ptr_array_add(found, (void *)object);
	for (size_t i = 0; i < object->n; i++)
		reach_type(g, found, object->types[i]);
}

static void reach_type(
	const jb_grammar *g, GPtrArray *found, const jb_type *type)
{
	for (; type; type = type->next) {
		if (type->of)
			reach_type(g, found, type->of);
		if (type->kind == JB_TYPE_OBJECT)
			reach_object(
				g, found, jb_grammar_object(g, type->object));
		for (size_t i = 0;
			type->kind == JB_TYPE_BLOCK && i < g->n_block_words;
			i++)
			reach_object(g, found,
				jb_grammar_block(g, g->block_words[i]));
	}
}

GPtrArray *jb_grammar_reach(const jb_grammar *grammar, const char *name)
{
	GPtrArray *found = g_ptr_array_new();

	reach_object(grammar, found, jb_grammar_object(grammar, name));
	return found;
}

bool jb_type_scalar(const jb_type *type)
{
	return type->kind < JB_TYPE_ANY;
}

const char *jb_words_join(jb_arena *arena, const char *const *words, size_t n)
{
	g_autoptr(GString) s = g_string_new(NULL);

	for (size_t i = 0; i < n; i++)
		g_string_append_printf(
			s, "%s%s", i ? jb_tr(", ") : "", words[i]);
	return jb_strdup(arena, s->str);
}

static const char *noun(jb_arena *arena, const jb_type *type)
{
	if (type->kind == JB_TYPE_INTEGER)
		return jb_sprintf(arena, jb_tr("a whole number from %d to %d"),
			type->least, type->most);
	if (type->kind == JB_TYPE_ENUM && type->n_words == 1)
		return jb_messages_tongue() == JB_CHINESE
			       ? jb_sprintf(arena, " %s", type->words[0])
			       : type->words[0];
	if (type->kind == JB_TYPE_ENUM)
		return jb_sprintf(arena, jb_tr("one of %s"),
			jb_words_join(arena, type->words, type->n_words));
	return jb_tr(kinds[type->kind].noun);
}

/* `null` goes unsaid: who writes a list for a number did not mean null. */
static bool only_null(const jb_type *type)
{
	return type->kind == JB_TYPE_ENUM && type->n_words == 1 &&
	       strcmp(type->words[0], "null") == 0;
}

const char *jb_type_noun(jb_arena *arena, const jb_type *type)
{
	const char *all = noun(arena, type);
	const char *last = all;

	for (type = type->next; type; type = type->next) {
		const char *one = noun(arena, type);

		if (only_null(type) || strcmp(one, last) == 0)
			continue;
		all = jb_sprintf(arena, jb_tr("%s or %s"), all, one);
		last = one;
	}
	return all;
}
