/* layout-block.c - the names in a layout's blocks must be known, before any
 * report is there to fill them. */
#include "model/layout-parts.h"

#include <string.h>

#include "base/length.h"
#include "model/schema.h"

struct check {
	jb_diags *diags;
	const jb_layout *layout;
	const char *within; /* key of the container around, or "" */
	unsigned eithers;   /* around: each doubles the tries */
};

/* An `either` in so many others would be tried too often. */
enum { EITHER_MOST = 4 };

static void check_known(struct check *c, const jb_node *name, const char *what,
	GHashTable *names)
{
	if (!g_hash_table_contains(names, name->text))
		jb_name_refuse(c->diags, name, what, names);
}

static void check_list(
	struct check *c, const jb_node *blocks, bool furniture, bool top);

static void refuse_place(struct check *c, const jb_node *key, bool furniture)
{
	jb_error(c->diags, key->pos,
		furniture ? "“at” stands inside another block"
			  : "“at” stands in a page's blocks");
	jb_span_chars(c->diags, 2);
	jb_hint(c->diags, "only the outermost blocks of a master's furniture "
			  "have a fixed place");
}

/* Edges are of the page as it lies, or change places on left pages. */
static void check_sides(struct check *c, const jb_node *place)
{
	static const char *const fixed[] = {"left", "right"};
	static const char *const turned[] = {"inner", "outer"};

	for (size_t i = 0; i < 4; i++) {
		const char *a = fixed[i / 2], *b = turned[i % 2];
		const jb_node *key = jb_node_key(place, b);

		if (!key || !jb_node_lookup(place, a))
			continue;
		jb_error(c->diags, key->pos,
			"“%s” and “%s” are not for one place", a, b);
		jb_span_chars(c->diags, 5);
		jb_hint(c->diags, "left and right; or inner and outer, which "
				  "change places on left pages");
		return;
	}
}

/* A spread has two pages of one sheet's sides, and no inner edges. */
static void check_spread(struct check *c, const jb_node *place)
{
	const jb_node *of = jb_node_lookup(place, "of");
	const jb_node *inner = jb_node_key(place, "inner");
	const jb_node *outer = jb_node_key(place, "outer");

	if (!of || strcmp(of->text, "spread") != 0)
		return;
	if (!c->layout->two_sided) {
		jb_error(c->diags, of->pos, "“%s” needs pages of two sides",
			of->text);
		jb_span_chars(c->diags, 6);
		jb_hint(c->diags, "say `sides: two` in `page`");
	} else if (inner || outer) {
		jb_error(c->diags, (inner ? inner : outer)->pos,
			"a spread has no inner or outer edge");
		jb_span_chars(c->diags, 5);
		jb_hint(c->diags, "say left and right");
	}
}

static void check_placed(struct check *c, const jb_node *block)
{
	const jb_node *place = jb_node_lookup(block, "at");

	if (place) {
		check_sides(c, place);
		check_spread(c, place);
		return;
	}
	jb_error(c->diags, block->pos,
		"a block of a master's furniture needs "
		"a place");
	jb_hint(c->diags, "say where it stands: at: {left: 0pt, top: -24pt}");
}

/* Blocks stand one under the other: none is moved into the one above.  One
 * length, or the least and the most. */
static void check_length(struct check *c, const char *key, const jb_node *value)
{
	jb_length length;

	for (size_t i = 0; value->kind == JB_SEQUENCE && i < value->n; i++)
		check_length(c, key, value->items[i]);
	if (value->kind != JB_SCALAR)
		return;
	if (!jb_length_parse(value->text, &length) || length.value >= 0)
		return;
	jb_error(c->diags, value->pos, "“%s” must not be negative", key);
	jb_span_chars(c->diags, (unsigned)strlen(value->text));
}

/* Of a box no length is a share of anything. */
static void check_own_length(
	struct check *c, const char *key, const jb_node *value)
{
	jb_length length;

	check_length(c, key, value);
	if (!jb_length_parse(value->text, &length) ||
		(length.unit != JB_UNIT_FR && length.unit != JB_UNIT_PERCENT))
		return;
	jb_error(c->diags, value->pos, "“%s” has no size here", value->text);
	jb_span_chars(c->diags, (unsigned)strlen(value->text));
	jb_hint(c->diags, "write mm or pt");
}

/* padding, border and gap: one length, or a mapping with lengths, inks and
 * more such mappings. */
static void check_box(
	struct check *c, const jb_schema_key *row, const jb_node *value)
{
	const char *object = strchr(row->type, '@');

	if (value->kind == JB_SCALAR) {
		if (strcmp(row->key, "ink") == 0)
			check_known(c, value, "ink", c->layout->theme->inks);
		else
			check_own_length(c, row->key, value);
		return;
	}
	for (size_t i = 0; object && i < value->n; i++)
		check_box(c,
			jb_schema_lookup(object + 1, value->pairs[i].key->text),
			value->pairs[i].value);
}

static bool is_box(const char *key)
{
	static const char *const keys[] = {
		"padding", "border", "radius", "gap", NULL};

	return g_strv_contains(keys, key);
}

/* `align` and `place` are for a place in a container; `align: baseline` is for
 * the container itself. */
static void check_stand(struct check *c, const jb_pair *pair, bool top)
{
	bool beside = !strcmp(c->within, "row") || !strcmp(c->within, "grid");
	bool place = strcmp(pair->key->text, "place") == 0;

	if (place ? beside : !top || !strcmp(pair->value->text, "baseline"))
		return;
	jb_error(c->diags, pair->key->pos,
		place ? "“%s” is for blocks in a row or grid"
		      : "“%s” is for blocks in a row, grid, column or panel",
		pair->key->text);
	jb_span_chars(c->diags, (unsigned)strlen(pair->key->text));
}

/* Of a line only its thickness and ink. */
static void check_line(struct check *c, const jb_node *line)
{
	const jb_node *ink = jb_node_lookup(line, "ink");
	const jb_node *width = jb_node_lookup(line, "width");

	if (ink)
		check_known(c, ink, "ink", c->layout->theme->inks);
	if (width)
		check_own_length(c, "width", width);
}

static void check_kids(struct check *c, const jb_pair *pair, bool furniture)
{
	const char *within = c->within;

	c->within = pair->key->text;
	check_list(c, pair->value, furniture, false);
	c->within = within;
}

/* A group is no block of its own. */
static void check_group(
	struct check *c, const jb_node *group, bool furniture, bool top)
{
	static const char *const own[] = {
		"group", "each", "when", "unless", NULL};

	for (size_t i = 0; i < group->n; i++) {
		const jb_node *key = group->pairs[i].key;

		if (g_strv_contains(own, key->text))
			continue;
		jb_error(c->diags, key->pos, "a group has no “%s”", key->text);
		jb_span_chars(c->diags, (unsigned)strlen(key->text));
		jb_hint(c->diags, "say it of its blocks, or make it a column");
	}
	check_list(c, jb_node_lookup(group, "group"), furniture, top);
}

static void check_inset(struct check *c, const jb_node *inset,
	const jb_pair *around, bool furniture)
{
	for (size_t i = 0; i < inset->n; i++) {
		const jb_pair *pair = &inset->pairs[i];
		const char *within = c->within;

		if (strcmp(pair->key->text, "blocks") == 0) {
			c->within = around->key->text;
			check_list(c, pair->value, furniture, false);
			c->within = within;
		} else if (strcmp(pair->key->text, "width") == 0 ||
			   strcmp(pair->key->text, "gap") == 0) {
			check_length(c, pair->key->text, pair->value);
		}
	}
}

/* One, or several. */
static void check_insets(struct check *c, const jb_pair *pair, bool furniture)
{
	const jb_node *value = pair->value;

	if (value->kind == JB_MAPPING)
		check_inset(c, value, pair, furniture);
	for (size_t i = 0; value->kind == JB_SEQUENCE && i < value->n; i++)
		check_inset(c, value->items[i], pair, furniture);
}

static void check_pair(struct check *c, const char *object, const jb_pair *pair,
	bool furniture, bool top)
{
	const jb_schema_key *row = jb_schema_lookup(object, pair->key->text);

	if (strcmp(row->type, "path") == 0)
		jb_path_check(c->diags, row->key, pair->value);
	else if (strcmp(row->type, "list block") == 0)
		check_kids(c, pair, furniture);
	else if (strcmp(row->type, "@line") == 0)
		check_line(c, pair->value);
	else if (is_box(row->key) && !strstr(object, ".pictures"))
		check_box(c, row, pair->value);
	else if (strcmp(row->key, "align") == 0 ||
		 strcmp(row->key, "place") == 0)
		check_stand(c, pair, top);
	else if (strcmp(row->type, "length") == 0 ||
		 strcmp(row->type, "length | list length") == 0)
		check_length(c, row->key, pair->value);
	else if (strcmp(row->key, "style") == 0)
		check_known(c, pair->value, "style", c->layout->styles);
	else if (strcmp(row->key, "fill") == 0 ||
		 strcmp(row->key, "ink") == 0 ||
		 strcmp(row->key, "ground") == 0)
		check_known(c, pair->value, "ink", c->layout->theme->inks);
	else if (strcmp(row->key, "inset") == 0)
		check_insets(c, pair, furniture);
	else if (jb_flow_key(row->key))
		jb_flow_check(c->diags, pair, top && !furniture);
	else if (strcmp(row->key, "at") == 0 && !(furniture && top))
		refuse_place(c, pair->key, furniture);
}

static void enter_either(
	struct check *c, const jb_node *block, const char *word, int step)
{
	if (strcmp(word, "either") != 0)
		return;
	c->eithers += (unsigned)step;
	if (step < 0 || c->eithers != EITHER_MOST + 1)
		return;
	jb_error(c->diags, jb_node_key(block, word)->pos,
		"an `either` stands in at most %d others", EITHER_MOST - 1);
	jb_span_chars(c->diags, 6);
	jb_hint(c->diags, "name all its blocks in one `either`");
}

static void check_list(
	struct check *c, const jb_node *blocks, bool furniture, bool top)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const jb_node *block = blocks->items[i];
		const char *word = jb_schema_block_word(block);
		g_autofree char *object = g_strconcat("block.", word, NULL);

		jb_conditions_check(c->diags, block);
		if (strcmp(word, "group") == 0) {
			check_group(c, block, furniture, top);
			continue;
		}
		enter_either(c, block, word, 1);
		for (size_t k = 0; k < block->n; k++)
			check_pair(c, object, &block->pairs[k], furniture, top);
		enter_either(c, block, word, -1);
		if (furniture && top)
			check_placed(c, block);
	}
}

void jb_blocks_check(jb_diags *diags, const jb_layout *layout,
	const jb_node *blocks, bool furniture)
{
	struct check c = {diags, layout, "", 0};

	if (blocks)
		check_list(&c, blocks, furniture, true);
}
