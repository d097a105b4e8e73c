/* near.c - what prints as typed, and was meant as a figure. */
#include "model/near.h"

#include <string.h>
#include <glib.h>

static const struct {
	const char *open, *close;
} brackets[] = {
	{"{{", "}}"},
	{"{", "}"},
	{"{", "｝"},
	{"｛", "｝"},
	{"｛", "}"},
	{"(", ")"},
	{"（", "）"},
};

enum { BRACES = 5 }; /* the first of them; round ones need a dollar */

typedef struct cursor {
	const char *p, *end;
} cursor;

static bool take(cursor *c, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(c->end - c->p) < n || memcmp(c->p, word, n) != 0)
		return false;
	c->p += n;
	return true;
}

static void skip_blanks(cursor *c)
{
	while (c->p < c->end && *c->p == ' ')
		c->p++;
}

/* [a-z][a-z0-9_]* and its parts behind dots. */
static size_t path_length(const cursor *c)
{
	size_t n = 0;

	if (c->p == c->end || !g_ascii_islower(*c->p))
		return 0;
	while (c->p + n < c->end &&
		(g_ascii_islower(c->p[n]) || g_ascii_isdigit(c->p[n]) ||
			c->p[n] == '_' || c->p[n] == '.'))
		n++;
	return n;
}

size_t jb_near_reference(jb_arena *arena, jb_is_known *is_known, const void *of,
	const char *text, size_t len, const char **path)
{
	for (size_t i = 0; i < G_N_ELEMENTS(brackets); i++) {
		cursor c = {text, text + len};
		bool dollar = take(&c, "$") || take(&c, "＄");
		size_t n;

		if (dollar && (n = path_length(&c)) > 0) {
			*path = jb_strndup(arena, c.p, n);
			return is_known(of, *path) ? (size_t)(c.p - text) + n
						   : 0;
		}
		if (i < BRACES)
			skip_blanks(&c);
		if (!take(&c, brackets[i].open))
			continue;
		skip_blanks(&c);
		n = path_length(&c);
		*path = jb_strndup(arena, c.p, n);
		c.p += n;
		skip_blanks(&c);
		if (n == 0 || !take(&c, brackets[i].close))
			continue;
		if (dollar || (i < BRACES && is_known(of, *path)))
			return (size_t)(c.p - text);
	}
	return 0;
}

bool jb_stray_brace(const char *text, size_t byte)
{
	int open = 0;

	if (byte == 0 || text[byte] != '}' || text[byte - 1] != '}')
		return false;
	for (size_t i = 0; i < byte; i++)
		open += (text[i] == '{') - (text[i] == '}');
	return open <= 0;
}
