/* stats.c - figures as large numerals or on a line, and what is noted of them.
 */
#include "bind/builder.h"

#include <string.h>

#include "base/messages.h"
#include "model/schema.h"
#include "model/wording.h"

enum { SIZE_LEAST_PT = 8 }; /* of numerals */

static void bind_stats(jb_builder *x, const jb_figure *const *figures, size_t n)
{
	size_t from = jb_build_slice(x, n, &x->block->n_stats);

	x->block->stats =
		jb_bind_stats(x->b, figures + from, x->block->n_stats);
	for (size_t i = 0; i < x->block->n_stats; i++)
		x->block->stats[i].ink =
			jb_schema_text(x->node, x->object, "ink");
}

static void add_piece(GArray *pieces, const char *text, const char *figure,
	jb_pos pos, const jb_look *look)
{
	jb_rich_piece piece = {text, figure, pos, look};

	g_array_append_val(pieces, piece);
}

/* Name and value of each, an em apart, as a text. */
static void set_line(jb_builder *x)
{
	static const jb_look strong = {.strong = true};
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(jb_rich_piece));
	jb_block *block = x->block;

	for (size_t i = 0; i < block->n_stats; i++) {
		const jb_figure *figure = block->stats[i].figure;
		const jb_rich *label = block->stats[i].label;

		if (i > 0)
			add_piece(pieces, "　", NULL, block->pos, NULL);
		g_array_append_vals(pieces, label->pieces, (guint)label->n);
		add_piece(pieces, "\xc2\xa0", NULL, block->pos, NULL);
		add_piece(pieces, jb_wording_text(x->b->arena, figure),
			figure->id, block->pos, &strong);
	}
	block->text = jb_rich_take(x->b->arena, pieces);
	block->kind = block->n_stats ? JB_BLOCK_TEXT : JB_BLOCK_SPACE;
	block->style = jb_build_style(x,
		jb_layout_style(x->b->layout, "figures_line") ? "figures_line"
							      : "small");
}

void jb_build_stats(jb_builder *x)
{
	const jb_report *r = x->b->report;
	const char *path = jb_schema_text(x->node, x->object, "stats");
	const jb_section *s = jb_build_section(x, path);
	jb_block *block = x->block;

	block->per_row = jb_schema_int(x->node, x->object, "per_row");
	block->size_pt = jb_build_size(x);
	if (block->size_pt < SIZE_LEAST_PT) {
		jb_error(x->b->diags, jb_node_lookup(x->node, "size")->pos,
			"numerals are at least %d pt large", SIZE_LEAST_PT);
		block->size_pt = SIZE_LEAST_PT;
	}
	if (!strcmp(path, "heroes")) {
		bind_stats(x, r->heroes, r->n_heroes);
	} else if (!strcmp(path, "rest")) {
		size_t n;
		const jb_figure **rest = jb_scope_all_rest(x->b, &n);

		bind_stats(x, rest, n);
	} else if (!strcmp(path, "section.figures") && s) {
		bind_stats(x, s->figures, s->n_figures);
	} else if (!strcmp(path, "section.rest") && s) {
		size_t n;
		const jb_figure **rest = jb_scope_rest(x->b, s, &n);

		bind_stats(x, rest, n);
	} else if (g_str_has_prefix(path, "figures.")) {
		const jb_figure *figure = jb_scope_figure(x->b, path);

		bind_stats(x, &figure, figure ? 1 : 0);
		if (!figure)
			jb_build_wrong(x, "stats",
				jb_tr("the report has no such figure; `when` "
				      "can ask for it"));
	} else if (!strcmp(path, "figure") && x->scope->figure) {
		bind_stats(x, &x->scope->figure, 1);
	} else {
		jb_build_wrong(x, "stats",
			jb_tr("heroes, rest, section.figures, section.rest, or "
			      "figure inside "
			      "`each: figures`"));
	}
	if (!strcmp(jb_schema_text(x->node, x->object, "form"), "line"))
		set_line(x);
}

/* What a reader must know about a figure, under its label. */
static void add_figure_note(jb_builder *x, const jb_figure *f)
{
	if (!f->note)
		return;
	x->block->notes[x->block->n_notes++] = (jb_bound_note){
		.label = jb_bind_report_text(
			x->b, f->short_label ? f->short_label : f->label),
		.text = jb_bind_report_text(x->b, f->note),
	};
}

void jb_build_notes(jb_builder *x)
{
	const jb_report *r = x->b->report;
	jb_block *block = x->block;

	block->columns = jb_schema_int(x->node, x->object, "columns");
	if (strcmp(jb_schema_text(x->node, x->object, "notes"), "notes"))
		jb_build_wrong(x, "notes", "notes");
	block->notes = jb_new_array(
		x->b->arena, jb_bound_note, r->n_notes + r->figures->len + 1);
	for (; block->n_notes < r->n_notes; block->n_notes++)
		block->notes[block->n_notes] =
			jb_bind_note(x->b, &r->notes[block->n_notes]);
	for (guint i = 0; i < r->figures->len; i++)
		add_figure_note(x, r->figures->pdata[i]);
}
