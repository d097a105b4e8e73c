/* rich.c - text in pieces, each of which knows where it came from.
 */
#include "bind/rich.h"

#include <string.h>
#include <glib.h>

const jb_rich *jb_rich_take(jb_arena *arena, GArray *pieces)
{
	jb_rich *rich = jb_new(arena, jb_rich);

	rich->n = pieces->len;
	rich->pieces = jb_new_array(arena, jb_rich_piece, pieces->len + 1);
	if (pieces->len)
		memcpy(rich->pieces, pieces->data,
			pieces->len * sizeof(jb_rich_piece));
	g_array_free(pieces, TRUE);
	return rich;
}

const jb_rich *jb_rich_plain(jb_arena *arena, const char *text, jb_pos pos)
{
	jb_rich *rich = jb_new(arena, jb_rich);

	rich->pieces = jb_new(arena, jb_rich_piece);
	rich->pieces[0].text = text ? text : "";
	rich->pieces[0].pos = pos;
	rich->n = 1;
	return rich;
}

bool jb_rich_is_note(const jb_rich_piece *piece)
{
	return piece->look && piece->look->note;
}

bool jb_rich_is_icon(const jb_rich_piece *piece)
{
	return piece->look && piece->look->icon;
}

/* Nothing that is read: it stands for itself in set lines alone. */
static bool is_aside(const jb_rich_piece *piece)
{
	return jb_rich_is_note(piece) || jb_rich_is_icon(piece);
}

char *jb_rich_text(jb_arena *arena, const jb_rich *rich)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (size_t i = 0; rich && i < rich->n; i++)
		if (!is_aside(&rich->pieces[i]))
			g_string_append(all, rich->pieces[i].text);
	return jb_strndup(arena, all->str, all->len);
}

const jb_rich *jb_rich_unmarked(jb_arena *arena, const jb_rich *rich)
{
	jb_rich *bare;

	if (!rich)
		return NULL;
	bare = jb_new(arena, jb_rich);
	bare->pieces = jb_new_array(arena, jb_rich_piece, rich->n + 1);
	for (size_t i = 0; i < rich->n; i++) {
		if (is_aside(&rich->pieces[i]))
			continue;
		bare->pieces[bare->n] = rich->pieces[i];
		bare->pieces[bare->n++].look = NULL;
	}
	return bare;
}

bool jb_rich_empty(const jb_rich *rich)
{
	for (size_t i = 0; rich && i < rich->n; i++)
		if (rich->pieces[i].text[0])
			return false;
	return true;
}

/* What the cutter is doing: the paragraph it fills, and in it the piece. */
typedef struct cutter {
	jb_arena *arena;
	GPtrArray *paragraphs; /* const jb_rich */
	GArray *pieces;	       /* jb_rich_piece, of this paragraph */
	GString *text;	       /* of this piece */
	jb_pos pos;	       /* where this piece begins */
	gunichar last;	       /* last character of the paragraph, 0: none */
	unsigned breaks;       /* line breaks since then */
} cutter;

static void piece_end(cutter *c, const jb_rich_piece *from)
{
	jb_rich_piece piece = {
		.figure = from->figure, .pos = c->pos, .look = from->look};

	if (!c->text->len)
		return;
	piece.text = jb_strndup(c->arena, c->text->str, c->text->len);
	g_array_append_val(c->pieces, piece);
	g_string_truncate(c->text, 0);
}

static void paragraph_end(cutter *c)
{
	jb_rich *rich;

	if (!c->pieces->len)
		return;
	rich = jb_new(c->arena, jb_rich);
	rich->n = c->pieces->len;
	rich->pieces = jb_new_array(c->arena, jb_rich_piece, rich->n);
	memcpy(rich->pieces, c->pieces->data, rich->n * sizeof(jb_rich_piece));
	g_array_set_size(c->pieces, 0);
	g_ptr_array_add(c->paragraphs, rich);
	c->last = 0;
}

/* Where a line further down in a literal block stands.  A folded scalar has
 * lost its lines: then the source does not read the same there, and the place
 * stays what it was. */
static jb_pos pos_below(jb_pos pos, unsigned lines, const char *text)
{
	size_t len, indent = 0, same = strcspn(text, "\n");
	const char *line;

	if (!pos.src)
		return pos;
	line = jb_source_line(pos.src, pos.line + lines, &len);
	while (indent < len && line[indent] == ' ')
		indent++;
	same = MIN(same, 24);
	if (len - indent < same || memcmp(line + indent, text, same) != 0)
		return pos;
	pos.line += lines;
	pos.col = (unsigned)indent + 1;
	return pos;
}

static bool spaced(gunichar c)
{
	return c && c < 0x2000 && !g_unichar_isspace(c);
}

/* The first character after line breaks: a blank line ends the paragraph; one
 * break vanishes, except between two words of a script that has spaces. */
static void breaks_end(
	cutter *c, const jb_rich_piece *piece, const char *p, unsigned down)
{
	if (c->breaks > 1 && c->last) {
		piece_end(c, piece);
		paragraph_end(c);
	}
	if (!c->text->len)
		c->pos = pos_below(piece->pos, down, p);
	if (c->last && spaced(c->last) && spaced(g_utf8_get_char(p)))
		g_string_append_c(c->text, ' ');
	c->breaks = 0;
}

static void trim_end(GString *text)
{
	while (text->len && strchr(" \t\r", text->str[text->len - 1]))
		g_string_truncate(text, text->len - 1);
}

/* A note's mark keeps to what it stands behind: a line break before it means
 * nothing, one after it what it would mean without the mark. */
static void add_mark(cutter *c, const jb_rich_piece *piece)
{
	unsigned breaks = c->breaks;
	gunichar last = c->last;

	if (breaks > 1 && last)
		paragraph_end(c);
	c->pos = piece->pos;
	g_string_append(c->text, piece->text);
	piece_end(c, piece);
	c->breaks = 0;
	c->last = breaks > 1 || !last ? 0xFFFC : last;
}

static void cut_piece(cutter *c, const jb_rich_piece *piece)
{
	unsigned down = 0; /* lines since the piece began */

	c->pos = piece->pos;
	for (const char *p = piece->text; *p; p = g_utf8_next_char(p)) {
		gunichar ch = g_utf8_get_char(p);

		if (ch == '\n') {
			trim_end(c->text);
			c->breaks++;
			down++;
			continue;
		}
		if ((c->breaks || !c->last) && strchr(" \t\r", (int)*p))
			continue;
		if (c->breaks || !c->last)
			breaks_end(c, piece, p, down);
		g_string_append_unichar(c->text, ch);
		c->last = ch;
	}
	piece_end(c, piece);
}

const jb_rich **jb_rich_paragraphs(
	jb_arena *arena, const jb_rich *rich, size_t *n)
{
	g_autoptr(GPtrArray) paragraphs = g_ptr_array_new();
	g_autoptr(GArray) pieces =
		g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));
	g_autoptr(GString) text = g_string_new(NULL);
	cutter c = {.arena = arena,
		.paragraphs = paragraphs,
		.pieces = pieces,
		.text = text};
	const jb_rich **out;

	for (size_t i = 0; rich && i < rich->n; i++)
		if (jb_rich_is_note(&rich->pieces[i]))
			add_mark(&c, &rich->pieces[i]);
		else
			cut_piece(&c, &rich->pieces[i]);
	paragraph_end(&c);
	*n = paragraphs->len;
	out = jb_new_array(arena, const jb_rich *, *n);
	for (size_t i = 0; i < *n; i++)
		out[i] = g_ptr_array_index(paragraphs, i);
	return out;
}

/* Ruby of each character goes with it. */
static const jb_look *look_from(
	jb_arena *arena, const jb_look *look, const char *text, size_t bytes)
{
	jb_look *rest;
	const char *at;
	glong chars = g_utf8_strlen(text, (gssize)bytes);

	if (!look || !look->ruby || !chars || !strchr(look->ruby, ' '))
		return look;
	rest = jb_new(arena, jb_look);
	*rest = *look;
	for (at = look->ruby; chars > 0 && strchr(at, ' '); chars--)
		at = strchr(at, ' ') + 1;
	rest->ruby = at;
	return rest;
}

const jb_rich *jb_rich_part(
	jb_arena *arena, const jb_rich *rich, size_t from, size_t to)
{
	jb_rich *part = jb_new(arena, jb_rich);
	size_t at = 0;

	part->pieces = jb_new_array(arena, jb_rich_piece, rich->n);
	for (size_t i = 0; i < rich->n; i++) {
		jb_rich_piece piece = rich->pieces[i];
		size_t start = at, end = at += strlen(piece.text);
		size_t first = MAX(from, start), last = MIN(to, end);

		if (first >= last)
			continue;
		piece.look =
			look_from(arena, piece.look, piece.text, first - start);
		piece.text = jb_strndup(
			arena, piece.text + (first - start), last - first);
		part->pieces[part->n++] = piece;
	}
	return part;
}
