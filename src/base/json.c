/* json.c - commas and indents of JSON. */
#include "base/json.h"

#include "base/diag.h"

static void put_line(jb_json *j)
{
	if (!j->first)
		g_string_append_c(j->out, ',');
	g_string_append_c(j->out, '\n');
	for (unsigned i = 0; i < j->depth; i++)
		g_string_append(j->out, "  ");
	j->first = false;
}

static void put_key(jb_json *j, const char *key)
{
	if (j->depth > 0)
		put_line(j);
	if (!key)
		return;
	jb_json_string(j->out, key);
	g_string_append(j->out, ": ");
}

void jb_json_open(jb_json *j, const char *key, char brace)
{
	put_key(j, key);
	g_string_append_c(j->out, brace);
	j->depth++;
	j->first = true;
}

void jb_json_shut(jb_json *j, char brace)
{
	bool empty = j->first;

	j->depth--;
	if (!empty) {
		j->first = true;
		put_line(j);
	}
	j->first = false;
	g_string_append_c(j->out, brace);
}

void jb_json_put(jb_json *j, const char *key, const char *text)
{
	put_key(j, key);
	jb_json_string(j->out, text);
}

void jb_json_put_raw(jb_json *j, const char *key, const char *value)
{
	put_key(j, key);
	g_string_append(j->out, value);
}
