/* layout-block.c - the names in a layout's blocks must be known, before any
 * report is there to fill them. */
#include "model/layout-parts.h"

#include <string.h>

#include "base/length.h"
#include "model/schema.h"

struct check {
	jb_diags *diags;
	const jb_layout *layout;
};

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

static void check_placed(struct check *c, const jb_node *block)
{
	const jb_node *place = jb_node_lookup(block, "at");

	if (place) {
		check_sides(c, place);
		return;
	}
	jb_error(c->diags, block->pos,
		"a block of a master's furniture needs "
		"a place");
	jb_hint(c->diags, "say where it stands: at: {left: 0pt, top: -24pt}");
}

/* Blocks stand one under the other: none is moved into the one above. */
static void check_length(struct check *c, const char *key, const jb_node *value)
{
	jb_length length;

	if (!jb_length_parse(value->text, &length) || length.value >= 0)
		return;
	jb_error(c->diags, value->pos, "“%s” must not be negative", key);
	jb_span_chars(c->diags, (unsigned)strlen(value->text));
}

static void check_pair(struct check *c, const char *object, const jb_pair *pair,
	bool furniture, bool top)
{
	const jb_schema_key *row = jb_schema_lookup(object, pair->key->text);

	if (strcmp(row->type, "path") == 0)
		jb_path_check(c->diags, row->key, pair->value);
	else if (strcmp(row->type, "list block") == 0)
		check_list(c, pair->value, furniture, false);
	else if (strcmp(row->type, "length") == 0)
		check_length(c, row->key, pair->value);
	else if (strcmp(row->key, "style") == 0)
		check_known(c, pair->value, "style", c->layout->styles);
	else if (strcmp(row->key, "fill") == 0 ||
		 strcmp(row->key, "ink") == 0 ||
		 strcmp(row->key, "ground") == 0)
		check_known(c, pair->value, "ink", c->layout->theme->inks);
	else if (strcmp(row->key, "at") == 0 && !(furniture && top))
		refuse_place(c, pair->key, furniture);
}

static void check_list(
	struct check *c, const jb_node *blocks, bool furniture, bool top)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const jb_node *block = blocks->items[i];
		g_autofree char *object = g_strconcat(
			"block.", jb_schema_block_word(block), NULL);

		for (size_t k = 0; k < block->n; k++)
			check_pair(c, object, &block->pairs[k], furniture, top);
		if (furniture && top)
			check_placed(c, block);
	}
}

void jb_blocks_check(jb_diags *diags, const jb_layout *layout,
	const jb_node *blocks, bool furniture)
{
	struct check c = {diags, layout};

	if (blocks)
		check_list(&c, blocks, furniture, true);
}
