/* Pages of a layout become sheets: one for each thing a page asks for. */
#include "bind/bind.h"

#include <string.h>

#include "bind/scope.h"
#include "model/schema.h"
#include "model/wording.h"

/* Blocks and charts set their text in these. */
static void check_styles(jb_binding *b)
{
	for (const char *const *name = jb_layout_styles; *name; name++) {
		jb_pos top = {b->layout->src, 1, 1};

		if (jb_layout_style(b->layout, *name))
			continue;
		jb_error(b->diags, top, "the layout has no style “%s”", *name);
		jb_hint(b->diags, "blocks set text in it: add it to `styles`");
	}
}

static jb_bound_section bind_section(jb_binding *b, const jb_section *s)
{
	const jb_theme *theme = b->layout->theme;
	jb_bound_section bound = {
		.section = s,
		.label = jb_rich_unmarked(b->arena,
			jb_bind_report_text(b, s->label ? s->label : s->title)),
		.title = jb_bind_report_text(b, s->title),
		.subtitle = jb_bind_report_text(b, s->subtitle),
		.number = s->number ? jb_hanzi_number(b->arena, s->number) : "",
		.accent = jb_theme_ink(theme, "accent"),
	};

	if (s->number && theme->n_sections)
		bound.accent = theme->sections[(size_t)(s->number - 1) %
					       theme->n_sections];
	return bound;
}

jb_binding *jb_bind_new(jb_arena *arena, jb_diags *diags,
	const jb_report *report, const jb_layout *layout)
{
	jb_binding *b = jb_new(arena, jb_binding);

	b->arena = arena;
	b->diags = diags;
	b->report = report;
	b->layout = layout;
	check_styles(b);
	b->files = g_hash_table_new(NULL, NULL);
	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, b->files);
	b->shown = g_hash_table_new(NULL, NULL);
	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, b->shown);
	b->leads = g_hash_table_new(NULL, NULL);
	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, b->leads);
	jb_bind_report_images(b);
	b->sections =
		jb_new_array(arena, jb_bound_section, report->n_sections + 1);
	for (size_t i = 0; i < report->n_sections; i++)
		b->sections[i] = bind_section(b, &report->sections[i]);
	return b;
}

static jb_label label_of(const jb_node *leaf)
{
	static const char *const words[] = {
		"arabic", "roman", "Roman", "chinese"};
	const char *text = jb_schema_text(leaf, "leaf", "label");
	size_t i = 0;

	while (i < G_N_ELEMENTS(words) && strcmp(words[i], text) != 0)
		i++;
	g_assert(i < G_N_ELEMENTS(words)); /* the schema has checked */
	return (jb_label)i;
}

/* Only the first of the sheets that `each` makes starts anew. */
static int start_of(const jb_node *leaf, bool first)
{
	if (!first || !jb_node_lookup(leaf, "start"))
		return 0;
	return jb_schema_int(leaf, "leaf", "start");
}

static jb_sheet bind_sheet(
	jb_binding *b, const jb_scope *scope, const jb_node *leaf)
{
	const char *master = jb_node_lookup(leaf, "master")->text;
	const jb_node *then = jb_node_lookup(leaf, "then");
	const jb_node *last = jb_node_lookup(leaf, "last");
	GHashTable *masters = b->layout->masters;
	jb_sheet sheet = {
		.master = g_hash_table_lookup(masters, master),
		.then = g_hash_table_lookup(
			masters, then ? then->text : master),
		.label = label_of(leaf),
		.last = last ? g_hash_table_lookup(masters, last->text) : NULL,
		.pos = leaf->pos,
	};

	if (scope->section)
		sheet.section = *scope->section;
	jb_bind_columns(b, leaf, &sheet);
	sheet.blocks = jb_bind_blocks(
		b, scope, jb_node_lookup(leaf, "blocks"), &sheet.n);
	return sheet;
}

jb_sheet *jb_bind_sheets(jb_binding *b, size_t *n)
{
	const jb_node *pages = b->layout->pages;
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_sheet));
	jb_sheet *sheets;
	jb_scope top = {0};

	for (size_t i = 0; i < pages->n; i++) {
		const jb_node *leaf = pages->items[i];
		const jb_node *each = jb_node_lookup(leaf, "each");
		size_t count = 1, more;
		bool first = true;
		const jb_scope *scopes = &top;

		if (each)
			scopes = jb_scope_each(b, &top, each, &count, &more);

		for (size_t k = 0; k < count; k++) {
			if (!jb_scope_wants(b, &scopes[k], leaf))
				continue;
			jb_sheet sheet = bind_sheet(b, &scopes[k], leaf);

			sheet.start = start_of(leaf, first);
			first = false;
			g_array_append_val(out, sheet);
		}
		if (each) {
			top.limited = true;
			top.more = more;
		}
	}
	if (jb_bind_too_many(b)) /* and it has been said */
		g_array_set_size(out, 0);
	*n = out->len;
	sheets = jb_new_array(b->arena, jb_sheet, out->len + 1);
	if (out->len)
		memcpy(sheets, out->data, out->len * sizeof(jb_sheet));
	g_array_free(out, TRUE);
	return sheets;
}

static const jb_master *page_master(const jb_sheet *sheet, const jb_page *page)
{
	const jb_master *master = sheet->then;

	if (page->first)
		master = sheet->master;
	else if (page->last && sheet->last)
		master = sheet->last;
	return page->left && master && master->left ? master->left : master;
}

jb_block **jb_bind_furniture(
	jb_binding *b, const jb_sheet *sheet, const jb_page *page, size_t *n)
{
	const jb_master *master = page_master(sheet, page);
	jb_scope scope = {.page = page};

	*n = 0;
	if (sheet->section.section)
		scope.section = &sheet->section;
	if (!master || !master->furniture)
		return NULL;
	return jb_bind_blocks(b, &scope, master->furniture, n);
}

const jb_rich *jb_bind_page_text(
	jb_binding *b, const jb_node *text, const char *label)
{
	const jb_page page = {.label = label};
	const jb_scope scope = {.page = &page};

	return jb_scope_text(b, &scope, text);
}
