/* markup-scan.c - through a text once, from sign to sign. */
#include "model/markup-parts.h"

#include <string.h>

#include "base/messages.h"

void jb_markup_spot(jb_markup *m, jb_spot_kind kind, size_t byte, size_t len,
	const jb_marking *effect, const jb_piece *piece)
{
	const jb_spot spot = {kind, byte, len, effect, piece};

	g_array_append_val(m->spots, spot);
}

void jb_markup_slip_at(jb_markup *m, bool error, size_t byte, unsigned chars,
	const char *what, const char *hint)
{
	const jb_markup_slip slip = {byte, chars, error, what, hint};

	if (m->slips && m->slips->len < JB_MARKUP_SLIPS_MAX)
		g_array_append_val(m->slips, slip);
}

/* ---- brackets ---- */

#define NO_NOTE_HERE jb_tr("a note stands in the prose of a section only")

static void open_bracket(jb_markup *m, size_t len)
{
	const jb_bracket bracket = {
		.byte = m->at,
		.note = len == 2,
		.run = m->last_run,
		.spots = m->spots->len,
		.links = m->links,
	};

	g_array_append_val(m->brackets, bracket);
	m->notes += bracket.note;
	m->at += len;
}

static jb_bracket pop_bracket(jb_markup *m)
{
	jb_bracket open =
		g_array_index(m->brackets, jb_bracket, m->brackets->len - 1);

	g_array_set_size(m->brackets, m->brackets->len - 1);
	m->notes -= open.note;
	return open;
}

/* “[” and “]” become an effect on what is between; `after` is the byte behind
 * all that belongs to the latter. */
static void close_span(jb_markup *m, const jb_bracket *open,
	const jb_marking *effect, size_t after)
{
	jb_markup_spot(m, JB_SPOT_OPEN, open->byte, 1, effect, NULL);
	jb_markup_spot(m, JB_SPOT_CLOSE, m->at, after - m->at, NULL, NULL);
	m->at = after;
}

static void close_note(jb_markup *m, const jb_bracket *open)
{
	jb_markup_pair(m, open->run);
	if (strspn(m->text + open->byte + 2, " \t\n") + open->byte + 2 >= m->at)
		jb_markup_slip_at(m, true, open->byte, 3,
			jb_tr("an empty note"),
			jb_tr("^[the text of the note]"));
	jb_markup_spot(m, JB_SPOT_INSIDE, open->byte, 2, NULL, NULL);
	jb_markup_spot(m, JB_SPOT_OUTSIDE, m->at, 1, NULL, NULL);
	m->at++;
}

/* Links do not stand in links (CommonMark 6.3). */
static bool close_link(jb_markup *m, const jb_bracket *open)
{
	jb_marking *effect = jb_new(m->arena, jb_marking);
	size_t after = jb_markup_destination(m, m->at + 1, effect);

	if (!after || m->links > open->links)
		return false;
	jb_markup_pair(m, open->run);
	close_span(m, open, effect, after);
	m->links++;
	return true;
}

static void close_bracket(jb_markup *m)
{
	jb_marking *effect;
	jb_bracket open;
	char next = m->at + 1 < m->len ? m->text[m->at + 1] : '\0';
	size_t after;

	if (m->brackets->len == 0) {
		m->at++;
		return;
	}
	open = pop_bracket(m);
	if (open.note) {
		close_note(m, &open);
		return;
	}
	if (next == '{') {
		effect = jb_new(m->arena, jb_marking);
		jb_markup_pair(m, open.run);
		after = jb_markup_attributes(m, m->at + 1, &open, effect);
		/* in error the brackets are no text either */
		close_span(m, &open, effect, after ? after : m->at + 1);
		return;
	}
	if (next == '(' && m->level >= JB_MARKUP_TEXT && close_link(m, &open))
		return;
	m->at++;
}

/* ---- notes ---- */

/* [^id]; `true` when it was one, or a slip of one. */
static bool note_mark(jb_markup *m)
{
	const char *id = m->text + m->at + 2;
	size_t len = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_-");
	jb_piece *piece;
	jb_noted *note;

	if (len == 0 || id[len] != ']' || m->level < JB_MARKUP_TEXT)
		return false;
	if (m->level < JB_MARKUP_PROSE || m->notes) {
		jb_markup_slip_at(m, true, m->at, (unsigned)len + 3,
			m->notes ? jb_tr("a note within a note") : NO_NOTE_HERE,
			jb_tr("write \\[ for the sign itself"));
	} else {
		piece = jb_new(m->arena, jb_piece);
		note = jb_new(m->arena, jb_noted);
		note->id = jb_strndup(m->arena, id, len);
		piece->byte = m->at;
		piece->note = note;
		jb_markup_spot(m, JB_SPOT_NOTE, m->at, len + 3, NULL, piece);
	}
	m->at += len + 3;
	return true;
}

static void note_open(jb_markup *m)
{
	if (m->level < JB_MARKUP_PROSE || m->notes)
		jb_markup_slip_at(m, true, m->at, 2,
			m->notes ? jb_tr("a note within a note") : NO_NOTE_HERE,
			jb_tr("write \\^ for the sign itself"));
	open_bracket(m, 2);
}

/* ---- the rest ---- */

/* What is open when a paragraph ends stays text. */
static void end_paragraph(jb_markup *m)
{
	for (guint i = 0; i < m->brackets->len; i++) {
		const jb_bracket *open =
			&g_array_index(m->brackets, jb_bracket, i);

		if (open->note)
			jb_markup_slip_at(m, true, open->byte, 2,
				jb_tr("this note is never closed"),
				jb_tr("^[the text of the note]; write \\^ for "
				      "the "
				      "sign itself"));
	}
	g_array_set_size(m->brackets, 0);
	m->notes = 0;
	jb_markup_pair(m, -1);
}

static void line_end(jb_markup *m)
{
	size_t blank = strspn(m->text + m->at + 1, " \t\r");

	if (m->text[m->at + 1 + blank] == '\n')
		end_paragraph(m);
	m->at += 1 + blank;
}

static void reference(jb_markup *m)
{
	jb_piece *piece = jb_new(m->arena, jb_piece);
	size_t after;

	if (!jb_template_reference(
		    m->arena, m->text, m->len, m->at, piece, &after)) {
		m->bad = m->at;
		m->len = m->at; /* an error: what follows is not read */
		return;
	}
	jb_markup_spot(m, JB_SPOT_REF, m->at, after - m->at, NULL, piece);
	m->at = after;
}

static void autolink(jb_markup *m)
{
	jb_marking *effect = jb_new(m->arena, jb_marking);
	size_t after = jb_markup_autolink(m, m->at, effect);

	if (after) {
		jb_markup_spot(m, JB_SPOT_OPEN, m->at, 1, effect, NULL);
		jb_markup_spot(m, JB_SPOT_CLOSE, after - 1, 1, NULL, NULL);
	}
	m->at = after ? after : m->at + 1;
}

static void escape(jb_markup *m)
{
	bool escapes =
		m->at + 1 < m->len && g_ascii_ispunct(m->text[m->at + 1]);

	if (escapes)
		jb_markup_spot(m, JB_SPOT_SKIP, m->at, 1, NULL, NULL);
	m->at += escapes ? 2 : 1;
}

static void bracket(jb_markup *m)
{
	if (m->text[m->at + 1] != '^' || !note_mark(m))
		open_bracket(m, 1);
}

void jb_markup_scan(jb_markup *m)
{
	bool all = m->level >= JB_MARKUP_TEXT;

	while (m->at < m->len) {
		char c = m->text[m->at], next = m->text[m->at + 1];

		if (c == '\\')
			escape(m);
		else if (c == '$' && next == '{')
			reference(m);
		else if (c == '\n')
			line_end(m);
		else if (c == '[')
			bracket(m);
		else if (c == ']')
			close_bracket(m);
		else if (c == '^' && next == '[' && all)
			note_open(m);
		else if ((c == '*' || c == '~') && all)
			jb_markup_run(m);
		else if (c == '<' && all)
			autolink(m);
		else
			m->at++;
	}
	end_paragraph(m);
}
