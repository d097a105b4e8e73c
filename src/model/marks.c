/* marks.c - a report's marks: which texts may hold them, what is wrong with
 * those they hold, and its notes. */
#include "model/report-parts.h"

#include <string.h>

#include "base/words.h"
#include "model/markup.h"
#include "model/schema.h"

/* ---- which texts ---- */

/* A text that stands at two places, by an alias, may hold what both may. */
static void permit(
	jb_node *text, const jb_schema_key *row, const char *type, void *seen)
{
	jb_markup_level level = jb_markup_level_of(type);

	(void)row;
	if (g_hash_table_add(seen, text) || level < text->markup)
		text->markup = (unsigned char)level;
}

void jb_marks_permit(jb_node *root)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

	jb_schema_strings(root, "report", permit, seen);
}

/* ---- notes ---- */

void jb_footnotes_read(jb_reading *r, const jb_node *map)
{
	jb_report *report = r->report;

	report->footnotes = map;
	for (size_t i = 0; map && i < map->n; i++)
		g_hash_table_insert(report->footnote_ids,
			(char *)map->pairs[i].key->text, map->pairs[i].value);
}

static const char *nearest_note(
	jb_arena *arena, const jb_node *map, const char *id)
{
	const char **ids = jb_new_array(arena, const char *, map->n + 1);

	for (size_t i = 0; i < map->n; i++)
		ids[i] = map->pairs[i].key->text;
	return jb_words_nearest(id, ids, map->n);
}

static void check_note(jb_arena *arena, jb_diags *diags,
	const jb_report *report, const jb_node *text, const jb_piece *piece)
{
	const char *id = piece->note->id, *near = NULL;

	if (!id || g_hash_table_contains(report->footnote_ids, id))
		return;
	jb_error(diags, jb_node_pos_at(text, piece->byte),
		"there is no note “%s” under `footnotes`", id);
	jb_span_chars(diags, (unsigned)strlen(id) + 3);
	if (report->footnotes)
		near = nearest_note(arena, report->footnotes, id);
	if (near)
		jb_hint(diags, "did you mean “[^%s]”?", near);
	else
		jb_hint(diags, "write \\[ for the sign itself");
}

void jb_footnotes_unused(
	jb_diags *diags, const jb_report *report, GHashTable *used)
{
	const jb_node *map = report->footnotes;

	for (size_t i = 0; map && i < map->n; i++) {
		const jb_node *key = map->pairs[i].key;

		if (g_hash_table_contains(used, key->text))
			continue;
		jb_warning(diags, key->pos, "no prose has the note “%s”",
			key->text);
		jb_span_chars(diags, (unsigned)strlen(key->text));
		jb_hint(diags, "mark its place with [^%s]", key->text);
	}
}

/* ---- what is wrong ---- */

static void say_slips(jb_diags *diags, const jb_node *text, const GArray *slips)
{
	for (guint i = 0; i < slips->len; i++) {
		const jb_markup_slip *slip =
			&g_array_index(slips, jb_markup_slip, i);
		jb_pos pos = jb_node_pos_at(text, slip->byte);

		if (slip->error)
			jb_error(diags, pos, "%s", slip->what);
		else
			jb_warning(diags, pos, "%s", slip->what);
		jb_kind(diags, "a mark in a text is not as it should be");
		jb_span_chars(diags, slip->chars);
		if (slip->hint)
			jb_hint(diags, "%s", slip->hint);
	}
}

static void say_unread(jb_arena *arena, jb_diags *diags, const jb_node *text)
{
	size_t byte;

	if (text->markup >= JB_MARKUP_TEXT ||
		!jb_markup_unread(arena, text, &byte))
		return;
	jb_warning(diags, jb_node_pos_at(text, byte),
		text->markup == JB_MARKUP_NONE
			? "marks are not read in this text: the signs are "
			  "printed"
			: "this mark is not read in titles: the signs are "
			  "printed");
	jb_hint(diags, text->markup == JB_MARKUP_NONE
			       ? "prose, details, notes and quotes have marks"
			       : "titles have .name, .title, ruby=…, "
				 "lang=… and icon=… only");
}

jb_piece *jb_marks_check(jb_arena *arena, jb_diags *diags,
	const jb_report *report, const jb_node *text, GHashTable *used,
	size_t *n, size_t *bad)
{
	g_autoptr(GArray) slips =
		g_array_new(FALSE, FALSE, sizeof(jb_markup_slip));
	jb_piece *pieces = jb_markup_split(arena, text, slips, n, bad);

	say_slips(diags, text, slips);
	say_unread(arena, diags, text);
	for (size_t i = 0; i < *n; i++) {
		if (!pieces[i].note)
			continue;
		check_note(arena, diags, report, text, &pieces[i]);
		if (pieces[i].note->id)
			g_hash_table_add(used, (char *)pieces[i].note->id);
	}
	return pieces;
}
