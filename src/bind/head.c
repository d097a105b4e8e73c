/* head.c - what stands over a report or story and under it: titles, kickers,
 * standfirsts, bylines, sources.  What the report does not say leaves no gap.
 */
#include "bind/builder.h"

#include <string.h>

#include "base/messages.h"
#include "model/schema.h"

void jb_build_text(const jb_builder *x, const jb_rich *text, const char *style,
	double before_pt)
{
	jb_block *block = x->block, *kid;
	jb_block **kids;

	if (jb_rich_empty(text))
		return;
	kid = jb_new(x->b->arena, jb_block);
	kid->kind = JB_BLOCK_TEXT;
	kid->fit = jb_new(x->b->arena, jb_fit);
	kid->word = block->word;
	kid->pos = block->pos;
	kid->text = text;
	kid->style = jb_layout_style(x->b->layout, style);
	kid->before_pt = block->n_kids ? before_pt : 0;
	kids = jb_new_array(x->b->arena, jb_block *, block->n_kids + 1);
	if (block->n_kids)
		memcpy(kids, block->kids, block->n_kids * sizeof *kids);
	kids[block->n_kids++] = kid;
	block->kids = kids;
}

/* The last text becomes a heading, in the block's own style if it has one. */
static void make_heading(const jb_builder *x, int level)
{
	jb_block *kid;

	if (!x->block->n_kids)
		return;
	kid = x->block->kids[x->block->n_kids - 1];
	kid->kind = JB_BLOCK_HEADING;
	kid->level = level;
	if (x->block->style)
		kid->style = x->block->style;
}

/* A head stands on the page of what it is over, unless it says itself. */
static void keep_next(const jb_builder *x)
{
	if (!jb_node_lookup(x->node, "keep"))
		x->block->keep_next = true;
}

static const jb_rich *report_text(const jb_builder *x, jb_template text)
{
	return jb_bind_report_text(x->b, text);
}

void jb_build_title(jb_builder *x)
{
	const jb_report *r = x->b->report;
	const char *path = jb_schema_text(x->node, x->object, "title");
	double gap = jb_build_points(x, "gap");

	if (strcmp(path, "report") != 0) {
		jb_build_wrong(x, "title", "report");
		return;
	}
	jb_build_text(x, report_text(x, r->overline), "overline", gap);
	jb_build_text(x, report_text(x, r->title), "title", gap);
	make_heading(x, jb_schema_int(x->node, x->object, "level"));
	jb_build_text(x, report_text(x, r->subtitle), "subtitle", gap);
	keep_next(x);
}

static const jb_bound_section *bound_section(
	const jb_builder *x, const jb_section *s)
{
	return &x->b->sections[s - x->b->report->sections];
}

/* 一　创新引擎: number and label; a label that only repeats the title is left
 * out. */
static const jb_rich *label_line(
	const jb_builder *x, const jb_bound_section *s, bool numbered)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));

	if (numbered && s->number[0]) {
		jb_rich_piece number = {
			.text = jb_sprintf(x->b->arena, "%s%s", s->number,
				s->section->label ? "　" : ""),
			.pos = s->section->pos};

		g_array_append_val(out, number);
	}
	for (size_t i = 0; s->section->label && i < s->label->n; i++)
		g_array_append_val(out, s->label->pieces[i]);
	return jb_rich_take(x->b->arena, out);
}

void jb_build_section_head(jb_builder *x)
{
	const char *path = jb_schema_text(x->node, x->object, "section");
	const jb_section *section = jb_build_section(x, path);
	double gap = jb_build_points(x, "gap");
	const jb_bound_section *s;

	if (!section) {
		jb_build_wrong(x, "section",
			jb_tr("`section: section` stands where `each: stories` "
			      "or `sections` runs; or `section: lede`"));
		return;
	}
	s = bound_section(x, section);
	jb_build_text(x,
		label_line(x, s, jb_schema_bool(x->node, x->object, "number")),
		"section_label", gap);
	jb_build_text(x, s->title, "story_title", gap);
	make_heading(x, jb_schema_int(x->node, x->object, "level"));
	jb_build_text(x, s->subtitle, "section_subtitle", gap);
	keep_next(x);
}

/* A text in a style of its own; without words there is no block. */
static void build_line(jb_builder *x, const char *key)
{
	x->block->text = jb_build_words(x, key);
	x->block->style = jb_build_style(x, key);
	x->block->absent = jb_rich_empty(x->block->text);
}

void jb_build_kicker(jb_builder *x)
{
	build_line(x, "kicker");
	keep_next(x);
}

void jb_build_standfirst(jb_builder *x)
{
	build_line(x, "standfirst");
}

void jb_build_byline(jb_builder *x)
{
	build_line(x, "byline");
}

static const jb_rich *labelled(
	const jb_builder *x, const jb_rich *label, const jb_rich *text)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));

	for (size_t i = 0; label && i < label->n; i++)
		g_array_append_val(out, label->pieces[i]);
	for (size_t i = 0; i < text->n; i++)
		g_array_append_val(out, text->pieces[i]);
	return jb_rich_take(x->b->arena, out);
}

/* 资料来源：, in the report's language. */
static const char *source_label(const char *lang)
{
	static const struct {
		const char *lang, *label;
	} labels[] = {
		{"zh-Hans", "资料来源："},
		{"zh-Hant", "資料來源："},
		{"ja", "出典："},
		{"ko", "출처: "},
		{"en", "Source: "},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
		if (g_str_has_prefix(lang, labels[i].lang))
			return labels[i].label;
	g_assert_not_reached(); /* the schema has checked */
}

void jb_build_source(jb_builder *x)
{
	const jb_rich *label = jb_build_words(x, "label");

	build_line(x, "source");
	if (x->block->absent)
		return;
	if (!label)
		label = jb_rich_plain(x->b->arena,
			source_label(x->b->report->lang), x->block->pos);
	x->block->text = labelled(x, label, x->block->text);
}

static const jb_rich *strong(jb_arena *arena, const jb_rich *rich)
{
	static const jb_look look = {.strong = true};
	jb_rich *copy = jb_new(arena, jb_rich);

	copy->n = rich->n;
	copy->pieces = jb_new_array(arena, jb_rich_piece, rich->n + 1);
	for (size_t i = 0; i < rich->n; i++) {
		copy->pieces[i] = rich->pieces[i];
		copy->pieces[i].look = &look;
	}
	return copy;
}

void jb_build_note(jb_builder *x)
{
	const jb_rich *label = jb_build_words(x, "label");

	build_line(x, "note");
	if (x->block->absent || jb_rich_empty(label))
		return;
	label = labelled(
		x, label, jb_rich_plain(x->b->arena, "　", x->block->pos));
	x->block->text =
		labelled(x, strong(x->b->arena, label), x->block->text);
}
