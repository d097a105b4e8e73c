/* told.c - first paragraphs that stand apart from their prose, and words that
 * somebody says. */
#include "bind/builder.h"

#include <string.h>

#include "base/messages.h"
#include "model/schema.h"

/* ---- leads ---- */

/* What of a section's prose stands where. */
typedef struct jb_lead {
	jb_pos lead;  /* the block that has the first paragraph; src NULL */
	jb_pos prose; /* the block that has the rest; src NULL */
	int from;     /* its first paragraph */
} jb_lead;

static jb_lead *lead_of(jb_binding *b, const jb_section *section)
{
	jb_lead *lead = g_hash_table_lookup(b->leads, section);

	if (!lead) {
		lead = jb_new(b->arena, jb_lead);
		g_hash_table_insert(b->leads, (void *)section, lead);
	}
	return lead;
}

void jb_build_from(jb_builder *x, const jb_section *section, int from)
{
	jb_lead *lead = lead_of(x->b, section);
	jb_block *block = x->block;
	size_t skip = MIN((size_t)from - 1, block->n_paragraphs);

	if (!lead->prose.src || from < lead->from) {
		lead->prose = block->pos;
		lead->from = from;
	}
	block->paragraphs += block->paragraphs ? skip : 0;
	block->n_paragraphs -= skip;
	block->absent = from > 1 && !block->n_paragraphs;
}

/* Its notes stand with those of the prose. */
void jb_build_lead(jb_builder *x)
{
	const char *path = jb_schema_text(x->node, x->object, "lead");
	const jb_section *s = jb_build_section(x, path);
	jb_footnote **notes;
	size_t n_notes;

	x->block->style = jb_build_style(x, "lead");
	x->block->columns = 1;
	if (!s) {
		jb_build_wrong(x, "lead",
			jb_tr("`lead: section` stands where `each: stories` or "
			      "`sections` runs; or `lead: lede`"));
		return;
	}
	x->block->absent = !s->prose;
	if (!s->prose)
		return;
	g_hash_table_add(x->b->shown, (void *)s);
	lead_of(x->b, s)->lead = x->block->pos;
	x->block->paragraphs = jb_rich_paragraphs(x->b->arena,
		jb_bind_prose(x->b, s->prose, &notes, &n_notes),
		&x->block->n_paragraphs);
	x->block->n_paragraphs = MIN(x->block->n_paragraphs, 1);
}

void jb_bind_miss_paragraphs(jb_binding *b)
{
	for (size_t i = 0; i < b->report->n_sections; i++) {
		const jb_section *s = &b->report->sections[i];
		const jb_lead *lead = g_hash_table_lookup(b->leads, s);
		int first = lead && lead->lead.src ? 2 : 1;

		if (!lead || !lead->prose.src)
			continue;
		if (lead->from < first) {
			jb_warning(b->diags, lead->prose,
				"the first paragraph of “%s” is printed twice",
				s->id);
			jb_also(b->diags, lead->lead, "as its lead here");
			jb_hint(b->diags, "the prose goes on with `from: 2`");
		} else if (lead->from > first) {
			jb_warning(b->diags, lead->prose,
				"the prose of “%s” begins with paragraph %d, "
				"and those before it are printed nowhere",
				s->id, lead->from);
			jb_hint(b->diags, "`lead` prints the first paragraph");
		}
	}
}

/* ---- what no page prints ---- */

static void miss_prose(jb_binding *b, const jb_section *s)
{
	if (jb_layout_omits(b->layout, "prose") || !s->prose ||
		g_hash_table_contains(b->shown, s))
		return;
	jb_warning(b->diags, s->prose->pos,
		"the layout prints no prose of “%s”", s->id);
	jb_hint(b->diags,
		"`prose: %s` in the layout prints it; `omits: "
		"[prose]` says that it is left out on purpose",
		s->lede ? "lede" : "section");
}

static void miss_pictures(jb_binding *b, const jb_section *s)
{
	for (size_t i = 0; i < s->n_pictures; i++) {
		if (jb_layout_omits(b->layout, "pictures") ||
			g_hash_table_contains(b->shown, &s->pictures[i]))
			continue;
		jb_warning(b->diags, s->pictures[i].pos,
			"the layout does not show this picture of “%s”", s->id);
		jb_hint(b->diags,
			"`pictures: %s.pictures` in the layout shows "
			"it; `omits: [pictures]` says that it is "
			"left out on purpose",
			s->lede ? "lede" : "section");
	}
}

void jb_bind_miss_sections(jb_binding *b)
{
	for (size_t i = 0; i < b->report->n_sections; i++) {
		miss_prose(b, &b->report->sections[i]);
		miss_pictures(b, &b->report->sections[i]);
	}
}

/* ---- quotes ---- */

static const jb_quoted *quote_of(const jb_builder *x, const char *path)
{
	const jb_section *s = jb_build_section(x, path);

	if (!strcmp(path, "quote"))
		return x->scope->quote;
	return s && s->n_quotes ? &s->quotes[0] : NULL;
}

/* A large mark stands before words that have none of their own. */
static bool wants_mark(jb_arena *arena, const jb_rich *text)
{
	static const char *const marks[] = {"“", "「", "『", "‘", "\""};
	const char *words = jb_rich_text(arena, text);

	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		if (g_str_has_prefix(words, marks[i]))
			return false;
	return true;
}

void jb_build_quote(jb_builder *x)
{
	const char *path = jb_schema_text(x->node, x->object, "quote");
	const jb_quoted *quote = quote_of(x, path);
	jb_block *block = x->block;

	block->style = jb_build_style(x, "quote");
	if (!quote) {
		block->absent = strcmp(path, "quote") != 0;
		if (!block->absent)
			jb_build_wrong(x, "quote",
				jb_tr("`quote: quote` stands where `each: "
				      "section.quotes` runs; or "
				      "`section.quote`"));
		return;
	}
	block->text = jb_bind_report_text(x->b, quote->text);
	block->who = jb_bind_who(x->b, quote);
	block->mark = jb_schema_bool(x->node, x->object, "mark") &&
		      wants_mark(x->b->arena, block->text);
}
