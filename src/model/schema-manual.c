/* schema-manual.c - the table as mdoc, for the manual page of a language. */
#include "model/schema.h"

#include <string.h>

#include "base/messages.h"
#include "model/schema-type.h"

/* Text as roff takes it: a line must not start like a request, and a sentence
 * starts a line. */
static void put_text(GString *out, const char *text, const char *end)
{
	const char *start = text;

	if (out->len > 0 && out->str[out->len - 1] == '\n') {
		while (text < end && *text == ' ')
			text++;
		if (text < end && (*text == '.' || *text == '\''))
			g_string_append(out, "\\&");
	}
	for (; text < end; text++) {
		if (*text == '\\')
			g_string_append(out, "\\e");
		else if (*text == ' ' && text > start && text[-1] == '.' &&
			 g_ascii_isupper(text[1]))
			g_string_append_c(out, '\n');
		else
			g_string_append_c(out, *text);
	}
}

/* `word` becomes a macro line of its own, with the mark after it. */
static const char *put_code(GString *out, const char *word, const char *end)
{
	const char *after = end + 1;

	if (out->str[out->len - 1] == ' ')
		g_string_truncate(out, out->len - 1);
	if (out->str[out->len - 1] != '\n')
		g_string_append_c(out, '\n');
	g_string_append(out, ".Ql ");
	g_string_append_len(out, word, end - word);
	if (*after && strchr(".,;:", *after))
		g_string_append_printf(out, " %c", *after++);
	g_string_append_c(out, '\n');
	return after;
}

static void put_doc(GString *out, const char *doc)
{
	const char *tick;

	while ((tick = strchr(doc, '`'))) {
		const char *end = strchr(tick + 1, '`');

		g_assert(end); /* the table is ours */
		put_text(out, doc, tick);
		doc = put_code(out, tick + 1, end);
	}
	put_text(out, doc, doc + strlen(doc));
	if (out->str[out->len - 1] != '\n')
		g_string_append_c(out, '\n');
}

/* ---- types ---- */

static void put_type(GString *out, const jb_grammar *g, const jb_type *type);

/* "a list of ids", "a list of section": the noun after `of`. */
static void put_inner(GString *out, const jb_grammar *g, const jb_type *type)
{
	static const struct {
		jb_type_kind kind;
		const char *nouns;
	} many[] = {
		{JB_TYPE_TEXT, JB_TR("texts")},
		{JB_TYPE_STRING, JB_TR("texts")},
		{JB_TYPE_NUMBER, JB_TR("numbers")},
		{JB_TYPE_LENGTH, JB_TR("lengths")},
		{JB_TYPE_ID, JB_TR("ids")},
		{JB_TYPE_REF, JB_TR("ids")},
		{JB_TYPE_BLOCK, JB_TR("blocks")},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(many); i++) {
		if (many[i].kind == type->kind && !type->next) {
			g_string_append(out, jb_tr(many[i].nouns));
			return;
		}
	}
	if (type->kind == JB_TYPE_LIST && !type->next) {
		g_string_append(out, jb_tr("lists of "));
		put_inner(out, g, type->of);
	} else {
		put_type(out, g, type);
	}
}

static void put_one(GString *out, const jb_grammar *g, const jb_type *type)
{
	switch (type->kind) {
	case JB_TYPE_LIST:
		g_string_append(out, jb_tr("a list of "));
		put_inner(out, g, type->of);
		break;
	case JB_TYPE_MAP:
	case JB_TYPE_NAMES:
		g_string_append(
			out, type->kind == JB_TYPE_MAP
				     ? jb_tr("a mapping from ids to ")
				     : jb_tr("a mapping from names to "));
		put_inner(out, g, type->of);
		break;
	case JB_TYPE_OBJECT:
		g_string_append_printf(out, "“%s”", type->object);
		break;
	case JB_TYPE_BLOCK:
		g_string_append(out, jb_tr("a block"));
		break;
	default: {
		jb_type alone = *type;

		alone.next = NULL;
		g_string_append(out, jb_type_noun(g->arena, &alone));
	}
	}
}

static void put_type(GString *out, const jb_grammar *g, const jb_type *type)
{
	for (; type; type = type->next) {
		put_one(out, g, type);
		if (type->next)
			g_string_append(out, jb_tr(" or "));
	}
}

/* ---- keys and objects ---- */

static void put_row(GString *out, const jb_grammar *g, const jb_schema_key *row,
	const jb_type *type)
{
	g_string_append_printf(out, ".It Ic %s\n", row->key);
	put_doc(out, jb_schema_doc(row, jb_messages_tongue()));
	g_string_append(out, ".br\n");
	g_string_append(
		out, row->required ? jb_tr("Required; ") : jb_tr("Optional; "));
	put_type(out, g, type);
	if (row->fallback)
		g_string_append_printf(
			out, jb_tr("; default %s"), row->fallback);
	g_string_append(out, jb_tr(".\n"));
}

/* The keys of every block stand once, in "block" itself. */
static size_t own_keys(const jb_object *object)
{
	size_t n = 0;

	while (n < object->n &&
		strcmp(object->rows[n]->object, object->name) == 0)
		n++;
	return n;
}

static void put_object(
	GString *out, const jb_grammar *g, const jb_object *object)
{
	if (g_str_has_prefix(object->name, "block."))
		g_string_append_printf(out, jb_tr(".Ss %s block\n"),
			object->name + strlen("block."));
	else if (strcmp(object->name, "block") == 0)
		g_string_append(out, jb_tr(".Ss Every block\n"));
	else
		g_string_append_printf(out, ".Ss %s\n", object->name);
	g_string_append(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < own_keys(object); i++)
		put_row(out, g, object->rows[i], object->types[i]);
	g_string_append(out, ".El\n");
}

static void put_objects(GString *out, const jb_grammar *g, const char *object)
{
	g_autoptr(GPtrArray) objects = jb_grammar_reach(g, object);
	bool common = false;

	for (unsigned i = 0; i < objects->len; i++) {
		const jb_object *one = objects->pdata[i];

		if (!common && g_str_has_prefix(one->name, "block.")) {
			put_object(out, g, jb_grammar_object(g, "block"));
			common = true;
		}
		put_object(out, g, one);
	}
}

char *jb_schema_manual(jb_arena *arena, const char *object, jb_tongue tongue)
{
	const jb_grammar *g = jb_grammar_new(arena);
	g_autoptr(GString) out = g_string_new(NULL);
	jb_tongue before = jb_messages_tongue();

	if (!jb_grammar_object(g, object))
		return NULL;
	jb_messages_speak(tongue);
	put_objects(out, g, object);
	jb_messages_speak(before);
	return jb_strdup(arena, out->str);
}
