/* Cutting texts at their references. */
#include "model/template.h"

#include <string.h>
#include <glib.h>

static void add_literal(GArray *out, const char *text, size_t from, size_t to)
{
	jb_piece piece = {.text = text + from, .len = to - from, .byte = from};

	if (to > from)
		g_array_append_val(out, piece);
}

/* The inside of ${…}: path and format, without white space around them. */
static jb_piece read_reference(
	jb_arena *arena, const char *inside, size_t len, size_t byte)
{
	char *path = jb_strndup(arena, inside, len);
	char *bar = strchr(path, '|');
	jb_piece piece = {.reference = true, .byte = byte};

	if (bar) {
		*bar = '\0';
		piece.format = g_strstrip(bar + 1);
	}
	piece.path = g_strstrip(path);
	piece.text = inside;
	piece.len = len;
	return piece;
}

/* The brace that closes a reference; one behind another “${” is not its own.
 */
static const char *closing(const char *inside, const char *end)
{
	for (const char *p = inside; p < end; p++) {
		if (*p == '}')
			return p;
		if (*p == '$' && p + 1 < end && p[1] == '{')
			break;
	}
	return NULL;
}

bool jb_template_reference(jb_arena *arena, const char *text, size_t len,
	size_t byte, jb_piece *piece, size_t *after)
{
	const char *inside = text + byte + 2;
	const char *end = closing(inside, text + len);

	if (!end)
		return false;
	*piece = read_reference(arena, inside, (size_t)(end - inside), byte);
	*after = (size_t)(end - text) + 1;
	return true;
}

jb_piece *jb_template_split(
	jb_arena *arena, const char *text, size_t len, size_t *n, size_t *bad)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_piece));
	size_t from = 0;
	jb_piece *pieces;

	*bad = (size_t)-1;
	for (size_t i = 0; i + 1 < len; i++) {
		size_t after;
		jb_piece piece;

		if (text[i] != '$' || text[i + 1] != '{')
			continue;
		if (!jb_template_reference(
			    arena, text, len, i, &piece, &after)) {
			*bad = i;
			break;
		}
		add_literal(out, text, from, i);
		g_array_append_val(out, piece);
		from = after;
		i = from - 1;
	}
	add_literal(out, text, from, len);
	*n = out->len;
	pieces = jb_new_array(arena, jb_piece, out->len + 1);
	if (out->len)
		memcpy(pieces, out->data, out->len * sizeof(jb_piece));
	g_array_free(out, TRUE);
	return pieces;
}
