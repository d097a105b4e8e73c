/* read.c - from libyaml's events to a tree, never deeper or larger than the
 * limits.
 *
 * libyaml guards neither depth nor aliases nor equal keys; its own tree
 * builder looks anchors up in a list.  So only its events are used.
 */
#include "yaml/node.h"

#include <string.h>

#include "base/messages.h"
#include "yaml/complain.h"
#include "yaml/guard.h"
#include "yaml/reader.h"
#include "yaml/slip.h"
#include "yaml/spot.h"

#define DIGITS "0123456789"

typedef struct anchor {
	jb_node *node;	/* NULL while it is being read */
	unsigned nodes; /* under it, aliases expanded */
	int height;
} anchor;

static jb_node *read_node(reader *r, int depth);

static bool advance(reader *r)
{
	yaml_event_delete(&r->event);
	if (yaml_parser_parse(&r->parser, &r->event))
		return true;
	memset(&r->event, 0, sizeof(r->event));
	if (!r->broken)
		jb_complain(r->diags, r->src, &r->parser, r->last_scalar);
	return false;
}

static bool count_nodes(reader *r, jb_pos pos, unsigned nodes)
{
	if (nodes <= JB_YAML_NODES_MAX - r->nodes) {
		r->nodes += nodes;
		return true;
	}
	jb_error(r->diags, pos,
		"more than %d values, counting what aliases "
		"repeat",
		JB_YAML_NODES_MAX);
	return false;
}

static bool check_depth(reader *r, jb_pos pos, int depth)
{
	r->deepest = MAX(r->deepest, depth);
	if (depth <= JB_YAML_DEPTH_MAX)
		return true;
	jb_error(r->diags, pos, "nested more than %d levels deep",
		JB_YAML_DEPTH_MAX);
	return false;
}

static jb_node *read_alias(reader *r, int depth)
{
	const char *name = (const char *)r->event.data.alias.anchor;
	const anchor *a = g_hash_table_lookup(r->anchors, name);
	jb_pos pos = jb_reader_pos(r);

	if (!a) {
		jb_error(r->diags, pos, "no anchor “&%s” above", name);
		jb_hint(r->diags, "put the text in double quotes if “*” is "
				  "part of it");
		r->broken = true;
		return jb_reader_node(r, JB_SCALAR);
	}
	if (!a->node) {
		jb_error(
			r->diags, pos, "“*%s” stands inside “&%s”", name, name);
		return NULL;
	}
	if (!count_nodes(r, pos, a->nodes) ||
		!check_depth(r, pos, depth + a->height))
		return NULL;
	return a->node;
}

static void warn_comma(reader *r, const jb_node *node)
{
	const char *comma = strstr(node->text, "，");

	if (!comma)
		return;
	jb_warning(r->diags, jb_node_pos_at(node, (size_t)(comma - node->text)),
		"a full-width comma does not divide a list: “%s” is one item",
		node->text);
	jb_hint(r->diags, "write “, ” (ASCII comma and a space), or put the "
			  "item in double quotes");
}

static jb_node *read_sequence(reader *r, int depth)
{
	bool flow =
		r->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
	jb_node *node = jb_reader_node(r, JB_SEQUENCE);
	g_autoptr(GPtrArray) items = g_ptr_array_new(); /* jb_node */
	bool plain = false;

	jb_reader_check_tag(r, (const char *)r->event.data.sequence_start.tag,
		YAML_SEQ_TAG, node->pos);
	r->flow += flow;
	for (;;) {
		jb_node *item;

		if (!advance(r))
			return NULL;
		if (r->event.type == YAML_SEQUENCE_END_EVENT)
			break;
		plain = r->event.type == YAML_SCALAR_EVENT &&
			r->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
		item = read_node(r, depth + 1);
		if (!item)
			return NULL;
		g_ptr_array_add(items, item);
	}
	/* among other items it is a mark of a sentence */
	if (flow && plain && items->len == 1)
		warn_comma(r, items->pdata[0]);
	r->flow -= flow;
	node->n = items->len;
	node->items = jb_new_array(r->arena, jb_node *, node->n);
	if (node->n > 0)
		memcpy(node->items, items->pdata, node->n * sizeof(jb_node *));
	return node;
}

/* A key is one word or text: anything else was not meant as a key. */
static bool check_key_event(reader *r)
{
	jb_pos pos = jb_reader_pos(r);

	if (r->event.type == YAML_SCALAR_EVENT)
		return true;
	if (jb_complain_braces(r->diags, pos))
		return false;
	if (r->event.type == YAML_ALIAS_EVENT) {
		jb_error(r->diags, pos, "an alias cannot be a key");
		jb_hint(r->diags, "put the key in double quotes if “*” is "
				  "part of it");
	} else {
		jb_error(r->diags, pos, "a key must be text, not a %s",
			r->event.type == YAML_MAPPING_START_EVENT
				? jb_tr("mapping")
				: jb_tr("list"));
	}
	return false;
}

static void check_key(reader *r, const jb_node *key, bool plain)
{
	gunichar first = g_utf8_get_char(key->text);

	if (plain && key->text[0] == '\0') {
		jb_error(r->diags, key->pos, "no key before “:”");
		r->broken = true;
	} else if (plain && strcmp(key->text, "<<") == 0) {
		jb_error(r->diags, key->pos,
			"merge keys (“<<”) are not part of YAML 1.2");
		jb_span_chars(r->diags, 2);
		jb_hint(r->diags, "repeat the keys, or use an alias for a "
				  "whole value");
		r->broken = true;
	} else if (plain && jb_slip_is_blank(first)) {
		jb_slip_report_blank(r->diags, key->pos, first);
		r->broken = true;
	}
}

/* Does “,” or “}” follow a plain key?  Of groups of digits the check tells. */
static bool has_no_colon(const jb_node *key)
{
	jb_pos after = key->pos;
	size_t len;
	const char *rest;

	if (strlen(key->text) == 3 && !key->text[strspn(key->text, DIGITS)])
		return false;
	after.col += (unsigned)g_utf8_strlen(key->text, -1);
	rest = jb_spot_rest(after, &len);
	while (len > 0 && *rest == ' ') {
		rest++;
		len--;
	}
	return len > 0 && (*rest == ',' || *rest == '}');
}

/* {数量：3} is a key without a value; so is {n:3}, and what stands behind the
 * comma of a text: {title: 收成, 2020}. */
static void check_flow_pair(
	reader *r, const jb_pair *pair, const jb_pair *before)
{
	const char *key = pair->key->text;
	bool colon = strstr(key, "：") || strchr(key, ':');
	bool bare = before && !jb_node_is_null(before->value) &&
		    has_no_colon(pair->key); /* {甲, 乙} is told elsewhere */

	if (r->flow == 0 || !jb_node_is_null(pair->value) ||
		pair->value->text[0] || !(colon || bare))
		return;
	jb_error(
		r->diags, pair->key->pos, "“%s” is a key without a value", key);
	if (!colon)
		jb_span_chars(r->diags, (unsigned)g_utf8_strlen(key, -1));
	if (!colon && before->value->kind == JB_SCALAR &&
		before->value->type == JB_TEXT)
		jb_hint(r->diags,
			"a text with a comma needs double quotes: \"%s, %s\"",
			before->value->text, key);
	else
		jb_hint(r->diags, "write “: ” (ASCII colon and a space) "
				  "between key and value");
	r->broken = true;
}

static void report_duplicate(
	reader *r, const jb_node *key, const jb_node *first)
{
	jb_error(r->diags, key->pos, "key “%s” is given twice", key->text);
	jb_span_chars(r->diags, (unsigned)g_utf8_strlen(key->text, -1));
	jb_also(r->diags, first->pos, "first given here");
	jb_hint(r->diags, "leave one of them out, or give it another name");
}

/* One key and its value; seen has the keys before. */
static bool read_pair(reader *r, int depth, GHashTable *seen, GArray *pairs)
{
	jb_node *first;
	jb_pair pair;
	bool plain;

	if (!check_key_event(r))
		return false;
	plain = r->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	pair.key = read_node(r, depth + 1);
	if (!pair.key)
		return false;
	check_key(r, pair.key, plain);
	if (!advance(r))
		return false;
	pair.value = read_node(r, depth + 1);
	if (!pair.value)
		return false;
	if (plain)
		check_flow_pair(r, &pair,
			pairs->len
				? &g_array_index(pairs, jb_pair, pairs->len - 1)
				: NULL);
	first = g_hash_table_lookup(seen, pair.key->text);
	if (first) {
		report_duplicate(r, pair.key, first);
		return true;
	}
	g_hash_table_insert(seen, (void *)pair.key->text, pair.key);
	g_array_append_val(pairs, pair);
	return true;
}

static jb_node *read_mapping(reader *r, int depth)
{
	bool flow =
		r->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
	jb_node *node = jb_reader_node(r, JB_MAPPING);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(jb_pair));

	jb_reader_check_tag(r, (const char *)r->event.data.mapping_start.tag,
		YAML_MAP_TAG, node->pos);
	r->flow += flow;
	for (;;) {
		if (!advance(r))
			return NULL;
		if (r->event.type == YAML_MAPPING_END_EVENT)
			break;
		if (!read_pair(r, depth, seen, pairs))
			return NULL;
	}
	r->flow -= flow;
	node->n = pairs->len;
	node->pairs = jb_new_array(r->arena, jb_pair, node->n);
	if (node->n > 0)
		memcpy(node->pairs, pairs->data, node->n * sizeof(jb_pair));
	return node;
}

static const char *event_anchor(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return (const char *)event->data.scalar.anchor;
	case YAML_SEQUENCE_START_EVENT:
		return (const char *)event->data.sequence_start.anchor;
	case YAML_MAPPING_START_EVENT:
		return (const char *)event->data.mapping_start.anchor;
	default:
		return NULL;
	}
}

static jb_node *read_content(reader *r, int depth)
{
	switch (r->event.type) {
	case YAML_SCALAR_EVENT:
		return jb_reader_scalar(r);
	case YAML_SEQUENCE_START_EVENT:
		return read_sequence(r, depth);
	case YAML_MAPPING_START_EVENT:
		return read_mapping(r, depth);
	default:
		g_assert_not_reached();
	}
}

/* Remembers how large and how deep the node is that an alias will repeat. */
static jb_node *read_anchored(reader *r, int depth, const char *name)
{
	anchor *a = jb_new(r->arena, anchor);
	unsigned nodes_before = r->nodes - 1;
	int deepest_before = r->deepest;

	g_hash_table_insert(r->anchors, jb_strdup(r->arena, name), a);
	r->deepest = depth;
	a->node = read_content(r, depth);
	a->nodes = r->nodes - nodes_before;
	a->height = r->deepest - depth;
	r->deepest = MAX(r->deepest, deepest_before);
	return a->node;
}

/* Reads the node that begins with the current event, and leaves its last
 * event as the current one.  NULL: it makes no sense to go on. */
static jb_node *read_node(reader *r, int depth)
{
	const char *name = event_anchor(&r->event);
	jb_pos pos = jb_reader_pos(r);

	if (r->event.type == YAML_ALIAS_EVENT)
		return read_alias(r, depth);
	if (!count_nodes(r, pos, 1) || !check_depth(r, pos, depth))
		return NULL;
	return name ? read_anchored(r, depth, name) : read_content(r, depth);
}

static jb_node *empty_mapping(reader *r)
{
	jb_node *node = jb_new(r->arena, jb_node);

	node->kind = JB_MAPPING;
	node->pos = (jb_pos){r->src, 1, 1};
	return node;
}

/* A file whose every line lacks the space after “:” is one long text. */
static bool is_slip(reader *r, const jb_node *root)
{
	if (root->kind != JB_SCALAR || root->type != JB_TEXT || root->block ||
		jb_spot_char(root->pos) == '"' ||
		jb_spot_char(root->pos) == '\'' ||
		!jb_slip_report(r->diags, r->src, root->pos.line))
		return false;
	jb_slip_report_others(r->diags, r->src);
	return true;
}

static jb_node *read_document(reader *r)
{
	jb_node *root;

	if (!advance(r) || !advance(r)) /* the stream's start, and then? */
		return NULL;
	if (r->event.type == YAML_STREAM_END_EVENT)
		return empty_mapping(r);
	if (!advance(r))
		return NULL;
	root = read_node(r, 1);
	if (!root || !advance(r) || !advance(r)) /* the document's end */
		return NULL;
	if (r->event.type != YAML_STREAM_END_EVENT) {
		jb_error(
			r->diags, jb_reader_pos(r), "a second document begins");
		jb_hint(r->diags, "put it into a file of its own");
		return NULL;
	}
	if (root->kind == JB_SCALAR && root->text[0] == '\0' &&
		root->type == JB_NULL)
		return empty_mapping(r);
	return is_slip(r, root) ? NULL : root;
}

jb_node *jb_yaml_read(jb_arena *arena, jb_diags *diags, const jb_source *src)
{
	reader r = {.arena = arena, .diags = diags, .src = src};
	/* the mark of UTF-8, if any, stands before the first line */
	size_t mark = src->n_lines > 0 ? src->lines[0] : 0;
	jb_node *root;

	if (!jb_guard_bytes(diags, src))
		return NULL;
	if (!yaml_parser_initialize(&r.parser))
		g_error("out of memory");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser,
		(const unsigned char *)src->text + mark, src->len - mark);
	r.anchors = g_hash_table_new(g_str_hash, g_str_equal);
	root = read_document(&r);
	g_hash_table_destroy(r.anchors);
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
	return r.broken ? NULL : root;
}
