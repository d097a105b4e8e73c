/* schema-scalar.c - one scalar against its type, and the words that refuse
 * it. */
#include "model/schema-scalar.h"

#include <string.h>

#include "base/decimal.h"
#include "base/length.h"
#include "base/messages.h"
#include "base/words.h"
#include "model/date.h"
#include "yaml/spot.h"

enum { QUOTE_MAX = 40 };

bool jb_id_valid(const char *text)
{
	if (!g_ascii_islower(*text))
		return false;
	for (; *text; text++) {
		if (!g_ascii_islower(*text) && !g_ascii_isdigit(*text) &&
			*text != '_')
			return false;
	}
	return true;
}

/* An id alone, or table.row.column: words of any letters behind the first. */
bool jb_ref_valid(const char *text)
{
	const char *dot = strchr(text, '.');
	g_autofree char *id =
		g_strndup(text, dot ? (size_t)(dot - text) : strlen(text));

	return jb_id_valid(id) && (!dot || (dot[1] != '\0' && dot[1] != '.'));
}

static bool path_valid(const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, ".", -1);

	for (char **word = words; *word; word++) {
		if (!jb_id_valid(*word))
			return false;
	}
	return *text != '\0';
}

/* As typed: 0x10 and 1e3 are numbers to YAML, but not to a reader. */
static bool number_fits(const jb_node *node)
{
	jb_decimal d;

	return (node->type == JB_INT || node->type == JB_FLOAT) &&
	       jb_decimal_parse(node->text, &d);
}

static bool integer_fits(const jb_type *type, const jb_node *node)
{
	jb_decimal d;

	return node->type == JB_INT && jb_decimal_parse(node->text, &d) &&
	       d.mantissa >= type->least && d.mantissa <= type->most;
}

static bool enum_fits(const jb_type *type, const jb_node *node)
{
	for (size_t i = 0; i < type->n_words; i++) {
		if (strcmp(type->words[i], "null") == 0) {
			if (node->type == JB_NULL)
				return true;
		} else if (strcmp(type->words[i], node->text) == 0) {
			return true;
		}
	}
	return false;
}

bool jb_scalar_fits(const jb_type *type, const jb_node *node)
{
	jb_length length;
	jb_date date;

	switch (type->kind) {
	case JB_TYPE_TEXT:
	case JB_TYPE_STRING:
		return node->type != JB_NULL;
	case JB_TYPE_NUMBER:
		return number_fits(node);
	case JB_TYPE_INTEGER:
		return integer_fits(type, node);
	case JB_TYPE_BOOLEAN:
		return node->type == JB_BOOL;
	case JB_TYPE_LENGTH:
		return jb_length_parse(node->text, &length);
	case JB_TYPE_ID:
		return node->type == JB_TEXT && jb_id_valid(node->text);
	case JB_TYPE_REF:
		return node->type == JB_TEXT && jb_ref_valid(node->text);
	case JB_TYPE_DATE:
		return jb_date_parse(node->text, &date);
	case JB_TYPE_PATH:
		return node->type == JB_TEXT && path_valid(node->text);
	case JB_TYPE_ENUM:
		return enum_fits(type, node);
	default:
		return false;
	}
}

const char *jb_quote(jb_arena *arena, const char *text)
{
	const char *end = text;
	int n = 0;

	while (*end && *end != '\n' && n < QUOTE_MAX) {
		end = g_utf8_next_char(end);
		n++;
	}
	return jb_sprintf(
		arena, "“%.*s%s”", (int)(end - text), text, *end ? "…" : "");
}

/* What was written; a number in quotes looks right and is named instead. */
static const char *written(jb_arena *arena, const jb_node *node)
{
	jb_decimal d;

	if (node->type == JB_TEXT && jb_decimal_parse(node->text, &d))
		return jb_tr("text");
	return jb_quote(arena, node->text);
}

/* Underlines a scalar that stands on one line. */
static void underline(jb_diags *diags, const jb_node *node)
{
	if (*node->text && !strchr(node->text, '\n') && !node->block)
		jb_span_chars(diags, (unsigned)g_utf8_strlen(node->text, -1));
}

static void hint_if(jb_diags *diags, const char *hint)
{
	if (hint)
		jb_hint(diags, "%s", hint);
}

static bool shaped_like_date(const char *text)
{
	size_t len = strlen(text);

	if (len != 7 && len != 10)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (i == 4 || i == 7 ? text[i] != '-'
				     : !g_ascii_isdigit(text[i]))
			return false;
	}
	return true;
}

static void refuse_date(jb_arena *arena, jb_diags *diags, const jb_node *node)
{
	const char *hint = jb_hint_date(arena, node->text);

	if (shaped_like_date(node->text)) {
		jb_error(diags, node->pos, "%s is a date that does not exist",
			jb_quote(arena, node->text));
		return;
	}
	jb_error(diags, node->pos, "%s is not a date",
		jb_quote(arena, node->text));
	if (hint)
		jb_hint(diags, "write %s", hint);
	else
		jb_hint(diags, "write 2020, 2020-06 or 2020-06-15");
}

/* A word as it is said: 超过 is over, 居中 is center. */
static const char *spoken_word(const jb_type *type, const char *text)
{
	static const char *const spoken[][2] = {{"约", "about"},
		{"大约", "about"}, {"左右", "about"}, {"超过", "over"},
		{"多于", "over"}, {"余", "over"}, {"多", "over"},
		{"逾", "over"}, {"至少", "at_least"}, {"以上", "at_least"},
		{"不少于", "at_least"}, {"至多", "at_most"},
		{"以内", "at_most"}, {"不超过", "at_most"}, {"不足", "under"},
		{"不到", "under"}, {"少于", "under"}, {"准确", "exact"},
		{"居中", "center"}, {"居左", "start"}, {"左对齐", "start"},
		{"居右", "end"}, {"右对齐", "end"}, {"left", "start"},
		{"right", "end"}, {"两端对齐", "justify"}, {"计划", "planned"},
		{"目标", "target"}, {"预计", "estimate"}, {"估计", "estimate"},
		{"初步", "provisional"}, {"未公布", "not_stated"},
		{"不适用", "not_applicable"}};

	for (size_t i = 0; i < G_N_ELEMENTS(spoken); i++)
		for (size_t k = 0; k < type->n_words; k++)
			if (!strcmp(text, spoken[i][0]) &&
				!strcmp(type->words[k], spoken[i][1]))
				return type->words[k];
	return NULL;
}

static void refuse_enum(jb_arena *arena, jb_diags *diags, const jb_type *type,
	const jb_node *node, const char *subject)
{
	const char *near =
		jb_words_nearest(node->text, type->words, type->n_words);

	if (!near)
		near = spoken_word(type, node->text);
	jb_error(diags, node->pos,
		type->n_words > 1 ? "%s must be %s; not %s"
				  : "%s must be %s, not %s",
		subject, jb_type_noun(arena, type),
		jb_quote(arena, node->text));
	if (near && type->n_words > 1)
		jb_hint(diags, "did you mean “%s”?", near);
	else if (!jb_yaml_explain_scalar(diags, node) && type->n_words == 1)
		jb_hint(diags, "write %s", type->words[0]);
}

static void refuse_id(jb_arena *arena, jb_diags *diags, const jb_node *node)
{
	const char *meant = jb_hint_id(arena, node->text);

	jb_error(diags, node->pos, "%s is not an id",
		jb_quote(arena, node->text));
	if (meant)
		jb_hint(diags, "write %s", meant);
	else if (!jb_yaml_explain_scalar(diags, node))
		jb_hint(diags, "an id has a–z, 0–9 and _, a letter first: "
			       "park_area");
}

static void refuse_length(jb_arena *arena, jb_diags *diags, const jb_node *node)
{
	const char *hint = jb_hint_length(arena, node->text);

	jb_error(diags, node->pos, "%s is not a length",
		jb_quote(arena, node->text));
	if (hint)
		jb_hint(diags, "write %s", hint);
	else
		jb_hint(diags, "write a number and its unit: 12pt, 5mm, 2em, "
			       "1.5lh, 50%%, 五号");
}

static void refuse_nothing(jb_arena *arena, jb_diags *diags,
	const jb_type *type, const jb_node *node, const char *subject)
{
	jb_error(diags, node->pos, "%s must be %s, not nothing", subject,
		jb_type_noun(arena, type));
	if (jb_spot_char(node->pos) == '&')
		jb_hint(diags, "“&” begins an anchor, not the item: write the "
			       "name alone");
	else if (type->kind == JB_TYPE_TEXT || type->kind == JB_TYPE_STRING)
		jb_hint(diags, "a text that is empty, starts with # or reads "
			       "null needs quotes");
}

static bool quoted_bool(const jb_node *node)
{
	return !strcmp(node->text, "true") || !strcmp(node->text, "false");
}

void jb_scalar_refuse(jb_arena *arena, jb_diags *diags, const jb_type *type,
	const jb_node *node, const char *subject, const char *key)
{
	if (node->type == JB_NULL) {
		refuse_nothing(arena, diags, type, node, subject);
		return;
	}
	switch (type->kind) {
	case JB_TYPE_LENGTH:
		refuse_length(arena, diags, node);
		break;
	case JB_TYPE_ID:
	case JB_TYPE_REF:
		refuse_id(arena, diags, node);
		break;
	case JB_TYPE_DATE:
		refuse_date(arena, diags, node);
		break;
	case JB_TYPE_ENUM:
		refuse_enum(arena, diags, type, node, subject);
		break;
	case JB_TYPE_PATH:
		jb_error(diags, node->pos, "%s is not a path",
			jb_quote(arena, node->text));
		jb_hint(diags, "write words joined by dots: section.figures");
		break;
	default:
		jb_error(diags, node->pos, "%s must be %s, not %s", subject,
			jb_type_noun(arena, type), written(arena, node));
		if (type->kind == JB_TYPE_BOOLEAN && quoted_bool(node))
			jb_hint(diags, "write it without quotes: %s",
				node->text);
		else if (type->kind == JB_TYPE_BOOLEAN)
			hint_if(diags, jb_hint_boolean(node->text));
		else
			hint_if(diags, jb_hint_number(arena, node, key));
	}
	underline(diags, node);
}

void jb_key_refuse(jb_arena *arena, jb_diags *diags, const jb_node *key)
{
	refuse_id(arena, diags, key);
	underline(diags, key);
}
