/* node.c - questions to a tree that has been read. */
#include "yaml/node.h"

#include <string.h>
#include <glib.h>

#include "yaml/spot.h"

static const jb_pair *find_pair(const jb_node *mapping, const char *key)
{
	if (!mapping || mapping->kind != JB_MAPPING)
		return NULL;
	for (size_t i = 0; i < mapping->n; i++) {
		if (strcmp(mapping->pairs[i].key->text, key) == 0)
			return &mapping->pairs[i];
	}
	return NULL;
}

jb_node *jb_node_lookup(const jb_node *mapping, const char *key)
{
	const jb_pair *pair = find_pair(mapping, key);

	return pair ? pair->value : NULL;
}

jb_node *jb_node_key(const jb_node *mapping, const char *key)
{
	const jb_pair *pair = find_pair(mapping, key);

	return pair ? pair->key : NULL;
}

/* Steps over “&name” and “!tag” to the scalar itself. */
static jb_pos skip_properties(jb_pos pos)
{
	size_t len;
	const char *p = jb_spot_rest(pos, &len);
	const char *end = p + len;

	while (p < end && (*p == '&' || *p == '!')) {
		for (; p < end && *p != ' ' && *p != '\t'; pos.col++)
			p = g_utf8_next_char(p);
		for (; p < end && (*p == ' ' || *p == '\t'); pos.col++)
			p++;
	}
	return pos;
}

/* The lines of a literal block are lines of the file less their indentation,
 * which is what the file's line is longer by. */
static bool pos_in_literal(const jb_node *scalar, size_t byte, jb_pos *pos)
{
	const char *here = scalar->text + byte;
	const char *start = scalar->text;
	const char *line, *end;
	size_t len, want;

	pos->line++;
	for (const char *p = start; p < here; p++) {
		if (*p == '\n') {
			pos->line++;
			start = p + 1;
		}
	}
	end = start + strcspn(start, "\n");
	want = (size_t)(end - start);
	line = jb_source_line(pos->src, pos->line, &len);
	if (len < want || memcmp(line + len - want, start, want) != 0)
		return false;
	pos->col = (unsigned)(len - want) + 1 +
		   (unsigned)g_utf8_strlen(start, here - start);
	return true;
}

jb_pos jb_node_pos_at(const jb_node *scalar, size_t byte)
{
	jb_pos pos = scalar->pos;
	const char *p;
	size_t len;

	if (scalar->kind != JB_SCALAR || !pos.src ||
		byte > strlen(scalar->text))
		return scalar->pos;
	pos = skip_properties(pos);
	p = jb_spot_rest(pos, &len);
	if (scalar->block) {
		if (len > 0 && *p == '|' && pos_in_literal(scalar, byte, &pos))
			return pos;
		return scalar->pos;
	}
	if (len > 0 && (*p == '"' || *p == '\'')) {
		p++;
		len--;
		pos.col++;
	}
	/* exact as long as the file says the same as the text up to here */
	if (len < byte || memcmp(p, scalar->text, byte) != 0)
		return scalar->pos;
	pos.col += (unsigned)g_utf8_strlen(scalar->text, (gssize)byte);
	return pos;
}

const char *jb_node_what(const jb_node *node)
{
	if (!node)
		return "nothing";
	if (node->kind != JB_SCALAR)
		return node->kind == JB_MAPPING ? "a mapping" : "a list";
	switch (node->type) {
	case JB_NULL:
		return "nothing";
	case JB_BOOL:
		return "true or false";
	case JB_INT:
	case JB_FLOAT:
		return "a number";
	case JB_TEXT:
		break;
	}
	return "text";
}
