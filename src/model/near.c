/* near.c - what prints as typed, and was meant as a figure. */
#include "model/near.h"

#include <string.h>

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

static bool is_known(const jb_report *report, const char *path)
{
	g_autofree char *id = g_strndup(path, strcspn(path, "."));

	return g_hash_table_contains(report->ids, id);
}

size_t jb_near_reference(jb_arena *arena, const jb_report *report,
	const char *text, size_t len, const char **path)
{
	for (size_t i = 0; i < G_N_ELEMENTS(brackets); i++) {
		cursor c = {text, text + len};
		bool dollar = take(&c, "$") || take(&c, "＄");
		size_t n;

		if (dollar && (n = path_length(&c)) > 0) {
			*path = jb_strndup(arena, c.p, n);
			return is_known(report, *path)
				       ? (size_t)(c.p - text) + n
				       : 0;
		}
		if (!take(&c, brackets[i].open))
			continue;
		skip_blanks(&c);
		n = path_length(&c);
		*path = jb_strndup(arena, c.p, n);
		c.p += n;
		skip_blanks(&c);
		if (n == 0 || !take(&c, brackets[i].close))
			continue;
		if (dollar || (i < 5 && is_known(report, *path)))
			return (size_t)(c.p - text);
	}
	return 0;
}
