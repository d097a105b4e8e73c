/* node.c - questions to a tree that has been read. */
#include "yaml/node.h"

#include <string.h>
#include <glib.h>

#include "base/messages.h"
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

jb_node_walk jb_node_walk_new(const jb_node *scalar)
{
	jb_node_walk w = {.scalar = scalar, .pos = scalar->pos};
	const char *p;

	w.lost = scalar->kind != JB_SCALAR || !scalar->pos.src;
	if (w.lost)
		return w;
	w.pos = skip_properties(w.pos);
	p = jb_spot_rest(w.pos, &w.len);
	if (scalar->block) {
		w.lost = w.len == 0 || *p != '|';
		w.pos.line++;
		w.fresh = true;
	} else if (w.len > 0 && (*p == '"' || *p == '\'')) {
		p++;
		w.len--;
		w.pos.col++;
	}
	w.source = p;
	return w;
}

/* The lines of a literal block are lines of the file less their indentation,
 * which is what the file's line is longer by. */
static void check_line(jb_node_walk *w, size_t start)
{
	const char *text = w->scalar->text + start;
	size_t len, want = strcspn(text, "\n");
	const char *line = jb_source_line(w->pos.src, w->pos.line, &len);

	w->fresh = false;
	w->off = len < want || memcmp(line + len - want, text, want) != 0;
	w->pos.col = (unsigned)(len - want) + 1;
}

static void walk_literal(jb_node_walk *w, size_t byte)
{
	const char *text = w->scalar->text;
	size_t from = w->byte;

	if (w->fresh)
		check_line(w, from);
	for (size_t i = from; i < byte; i++) {
		if (text[i] != '\n')
			continue;
		w->pos.line++;
		w->fresh = true;
		from = i + 1;
	}
	if (w->fresh)
		check_line(w, from);
	w->pos.col +=
		(unsigned)g_utf8_strlen(text + from, (gssize)(byte - from));
}

/* Exact as long as the file says the same as the text up to here. */
static void walk_line(jb_node_walk *w, size_t byte)
{
	const char *text = w->scalar->text + w->byte;
	size_t n = byte - w->byte;

	w->lost = w->len < byte || memcmp(w->source + w->byte, text, n) != 0;
	if (!w->lost)
		w->pos.col += (unsigned)g_utf8_strlen(text, (gssize)n);
}

jb_pos jb_node_walk_to(jb_node_walk *w, size_t byte)
{
	g_assert(byte >= w->byte);
	if (!w->lost && w->scalar->block)
		walk_literal(w, byte);
	else if (!w->lost)
		walk_line(w, byte);
	w->byte = byte;
	return w->lost || w->off ? w->scalar->pos : w->pos;
}

jb_pos jb_node_pos_at(const jb_node *scalar, size_t byte)
{
	jb_node_walk walk = jb_node_walk_new(scalar);

	if (walk.lost || byte > strlen(scalar->text))
		return scalar->pos;
	return jb_node_walk_to(&walk, byte);
}

bool jb_node_is_null(const jb_node *node)
{
	return node->kind == JB_SCALAR && node->type == JB_NULL;
}

const char *jb_node_what(const jb_node *node)
{
	if (!node)
		return jb_tr("nothing");
	if (node->kind != JB_SCALAR)
		return node->kind == JB_MAPPING ? jb_tr("a mapping")
						: jb_tr("a list");
	switch (node->type) {
	case JB_NULL:
		return jb_tr("nothing");
	case JB_BOOL:
		return jb_tr("true or false");
	case JB_INT:
	case JB_FLOAT:
		return jb_tr("a number");
	case JB_TEXT:
		break;
	}
	return jb_tr("text");
}
