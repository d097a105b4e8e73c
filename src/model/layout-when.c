/* layout-when.c - what `each`, `when` and `unless` of a layout say, as far as
 * it can be told without a report. */
#include "model/layout-parts.h"

#include <string.h>

#include "model/schema.h"

/* ---- each ---- */

static void refuse_filter(
	jb_diags *diags, const jb_node *each, const char *key, const char *of)
{
	const jb_node *node = jb_node_key(each, key);

	jb_error(diags, node->pos, "“%s” have no %s", of, key);
	jb_span_chars(diags, (unsigned)strlen(key));
}

/* What the things of a list are, by its last word. */
static bool ends_in(const char *path, const char *const *words)
{
	const char *dot = strrchr(path, '.');

	return g_strv_contains(words, dot ? dot + 1 : path);
}

void jb_each_check(jb_diags *diags, const jb_node *each)
{
	static const char *const dated[] = {
		"figures", "rest", "heroes", "events", "items", NULL};
	static const char *const placed[] = {
		"figures", "rest", "heroes", "events", "images", "items", NULL};
	const jb_node *of;

	if (each->kind == JB_SCALAR) {
		jb_path_check(diags, "each", each);
		return;
	}
	of = jb_node_lookup(each, "of");
	jb_path_check(diags, "each", of);
	if (jb_node_lookup(each, "status") &&
		(!ends_in(of->text, dated) || !strcmp(of->text, "list.items")))
		refuse_filter(diags, each, "status", of->text);
	if (jb_node_lookup(each, "section") &&
		(!ends_in(of->text, placed) || !strcmp(of->text, "list.items")))
		refuse_filter(diags, each, "section", of->text);
}

/* ---- when, unless ---- */

/* least, most and latin are of something. */
static void check_measures(jb_diags *diags, const jb_node *condition)
{
	static const char *const keys[] = {"least", "most", "latin"};
	const jb_node *least = jb_node_lookup(condition, "least");
	const jb_node *most = jb_node_lookup(condition, "most");

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		const jb_node *key = jb_node_key(condition, keys[i]);

		if (!key || jb_node_lookup(condition, "of"))
			continue;
		jb_error(diags, key->pos, "“%s” needs “of”", keys[i]);
		jb_span_chars(diags, (unsigned)strlen(keys[i]));
		jb_hint(diags, "write {of: stories, least: 6}");
		return;
	}
	if (!least || !most ||
		jb_schema_int(condition, "condition", "least") <=
			jb_schema_int(condition, "condition", "most"))
		return;
	jb_error(diags, least->pos, "“least” is more than “most”");
	jb_span_chars(diags, (unsigned)strlen(least->text));
	jb_also(diags, most->pos, "“most” is here");
}

void jb_condition_check(
	jb_diags *diags, const char *key, const jb_node *condition)
{
	static const char *const lists[] = {"all", "any"};
	const jb_node *inner;

	if (condition->kind == JB_SCALAR) {
		jb_path_check(diags, key, condition);
		return;
	}
	if (condition->n == 0) {
		jb_error(diags, condition->pos, "“%s” says nothing", key);
		jb_hint(diags, "write what must be there: section.subtitle");
	}
	inner = jb_node_lookup(condition, "of");
	if (inner)
		jb_path_check(diags, key, inner);
	check_measures(diags, condition);
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		inner = jb_node_lookup(condition, lists[i]);
		for (size_t k = 0; inner && k < inner->n; k++)
			jb_condition_check(diags, key, inner->items[k]);
	}
	inner = jb_node_lookup(condition, "not");
	if (inner)
		jb_condition_check(diags, key, inner);
}

void jb_conditions_check(jb_diags *diags, const jb_node *node)
{
	static const char *const keys[] = {"when", "unless"};
	const jb_node *each = jb_node_lookup(node, "each");

	if (each)
		jb_each_check(diags, each);
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		const jb_node *condition = jb_node_lookup(node, keys[i]);

		if (condition)
			jb_condition_check(diags, keys[i], condition);
	}
}
