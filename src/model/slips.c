/* slips.c - a text without its marks and figures, looked through for slips of
 * the keyboard.
 */
#include "model/report-parts.h"

#include <string.h>

#include "model/markup.h"

/* Figures and literals of the report stand for a word of Latin letters. */
static const char word[] = "xx";

/* From a byte of the joined text on, the node's bytes run along. */
typedef struct stretch {
	size_t at, byte;
} stretch;

typedef struct joined {
	jb_arena *arena;
	const jb_report *report;
	GString *text;
	GArray *stretches;
} joined;

static void put(joined *j, const char *text, size_t len, size_t byte)
{
	stretch s = {j->text->len, byte};

	g_array_append_val(j->stretches, s);
	g_string_append_len(j->text, text, (gssize)len);
}

static size_t byte_of(const joined *j, size_t at)
{
	guint i = j->stretches->len;

	while (i > 1 && g_array_index(j->stretches, stretch, i - 1).at > at)
		i--;
	const stretch *s = &g_array_index(j->stretches, stretch, i - 1);
	return s->byte + (at - s->at);
}

size_t jb_literal_at(const jb_report *report, const char *s, size_t len)
{
	size_t longest = 0;

	for (size_t i = 0; i < report->n_literals; i++) {
		size_t n = strlen(report->literals[i]);

		if (n <= len && n > longest &&
			!memcmp(s, report->literals[i], n))
			longest = n;
	}
	return longest;
}

/* Copies a literal piece; its names become words, its single line breaks go. */
static void put_literal(joined *j, const jb_piece *piece)
{
	size_t from = 0, i = 0, n;

	for (; i < piece->len; i += n) {
		const char *p = piece->text + i;
		size_t name = jb_literal_at(j->report, p, piece->len - i);
		bool single = *p == '\n' && (i == 0 || p[-1] != '\n') &&
			      (i + 1 == piece->len || p[1] != '\n');

		n = name     ? name
		    : single ? 1
			     : (size_t)(g_utf8_next_char(p) - p);
		if (!name && !single)
			continue;
		put(j, piece->text + from, i - from, piece->byte + from);
		if (name)
			put(j, word, strlen(word), piece->byte + i);
		from = i + n;
	}
	put(j, piece->text + from, piece->len - from, piece->byte + from);
}

static void put_pieces(joined *j, const jb_piece *pieces, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const jb_piece *piece = &pieces[i];

		if (piece->note) /* it has a text of its own */
			continue;
		if (piece->reference ||
			(piece->marking && piece->marking->address))
			put(j, word, strlen(word), piece->byte);
		else
			put_literal(j, piece);
	}
}

/* Titles have blanks where they may break; numbers are said elsewhere. */
static bool concerns(const jb_suspect *s, bool prose)
{
	if (s->kind == JB_SUSPECT_SPACE || s->kind == JB_SUSPECT_INDENT)
		return prose;
	return s->kind != JB_SUSPECT_WIDE ||
	       !g_unichar_isdigit(g_utf8_get_char(s->found));
}

static void say(const joined *j, jb_diags *diags, const jb_node *node,
	const jb_suspect *s, size_t at)
{
	jb_slip slip = {jb_node_pos_at(node, byte_of(j, at)), *s};

	g_array_append_val(j->report->slips, slip);
	jb_warning(diags, slip.pos, "%s", jb_suspect_what(j->arena, s));
	jb_kind(diags, "a slip of the keyboard in a text");
	jb_span_chars(diags, (unsigned)g_utf8_strlen(s->found, -1));
	jb_hint(diags, "%s", jb_suspect_hint(j->arena, s));
}

void jb_report_slips(jb_arena *arena, jb_diags *diags, const jb_report *report,
	const jb_node *node, const jb_piece *pieces, size_t n)
{
	bool prose = node->markup == JB_MARKUP_PROSE;
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) stretches =
		g_array_new(FALSE, FALSE, sizeof(stretch));
	joined j = {arena, report, text, stretches};
	const char *p, *next;

	put_pieces(&j, pieces, n);
	for (p = text->str; p; p = next) {
		const char *end = strstr(p, "\n\n");
		size_t len = end ? (size_t)(end - p) : strlen(p);
		GArray *all = jb_suspects(arena, p, len);

		next = end ? end + strspn(end, "\n") : NULL;
		for (guint i = 0; i < all->len; i++) {
			const jb_suspect *s =
				&g_array_index(all, jb_suspect, i);

			if (concerns(s, prose) && !jb_suspect_runs_on(s, next))
				say(&j, diags, node, s,
					(size_t)(p - text->str) + s->byte);
		}
	}
}
