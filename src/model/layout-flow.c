/* layout-flow.c - what a layout says of columns that blocks flow through. */
#include "model/layout-parts.h"

#include <string.h>

#include "model/schema.h"

static void check_rule(
	jb_diags *diags, const jb_layout *layout, const jb_node *rule)
{
	const jb_node *ink = rule ? jb_node_lookup(rule, "ink") : NULL;
	const jb_node *width = rule ? jb_node_lookup(rule, "width") : NULL;
	GHashTable *inks = layout->theme->inks;
	jb_length length;

	if (ink && !g_hash_table_contains(inks, ink->text))
		jb_name_refuse(diags, ink, "ink", inks);
	if (!width || !jb_length_parse(width->text, &length) ||
		length.value >= 0)
		return;
	jb_error(diags, width->pos, "“%s” must not be negative", "width");
	jb_span_chars(diags, (unsigned)strlen(width->text));
}

void jb_columns_check(
	jb_diags *diags, const jb_layout *layout, const jb_node *leaf)
{
	const jb_node *opens = jb_node_key(leaf, "opens");
	const jb_node *blank = jb_node_key(leaf, "blank");

	check_rule(diags, layout, jb_node_lookup(leaf, "column_rule"));
	if (opens && !layout->two_sided) {
		jb_error(diags, opens->pos, "“%s” needs pages of two sides",
			"opens");
		jb_span_chars(diags, 5);
		jb_hint(diags, "say `sides: two` in `page`");
	} else if (blank && !opens) {
		jb_error(diags, blank->pos,
			"“blank” is for pages that say which side they open "
			"on");
		jb_span_chars(diags, 5);
		jb_hint(diags, "say `opens: right`");
	}
}

bool jb_flow_key(const char *key)
{
	static const char *const keys[] = {
		"float", "keep", "break", "span", NULL};

	return g_strv_contains(keys, key);
}

/* A container is one piece: nothing floats or breaks within. */
void jb_flow_check(jb_diags *diags, const jb_pair *pair, bool page)
{
	const char *key = pair->key->text, *word = pair->value->text;
	bool side = strcmp(key, "float") == 0 &&
		    (!strcmp(word, "left") || !strcmp(word, "right"));

	if (page || side || (!strcmp(key, "span") && strcmp(word, "all")))
		return;
	jb_error(diags, pair->value->pos,
		"“%s: %s” is for the blocks of a page itself", key, word);
	jb_span_chars(diags, (unsigned)strlen(word));
	jb_hint(diags, "say it of the outermost block around this");
}
