/* review-json.c - the composition report for programs; its keys are listed in
 * docs/composition-report.md.
 */
#include "scene/review.h"

#include <math.h>

#include "base/length.h"

/* Valid UTF-8 always: it comes from texts that were checked. */
static void put_string(GString *out, const char *text)
{
	if (!text) {
		g_string_append(out, "null");
		return;
	}
	g_string_append_c(out, '"');
	for (const char *p = text; *p; p++) {
		if (*p == '"' || *p == '\\')
			g_string_append_c(out, '\\');
		if ((unsigned char)*p < 0x20)
			g_string_append_printf(out, "\\u%04x", *p);
		else
			g_string_append_c(out, *p);
	}
	g_string_append_c(out, '"');
}

static void put_key(GString *out, const char *key)
{
	char last = out->len ? out->str[out->len - 1] : '{';

	if (last != '{' && last != '[')
		g_string_append(out, ", ");
	g_string_append_printf(out, "\"%s\": ", key);
}

static void put_number(GString *out, const char *key, double value, int digits)
{
	char text[64], format[8];

	g_snprintf(format, sizeof(format), "%%.%df", digits);
	if (fabs(value) < 0.5 * pow(10, -digits))
		value = 0;
	put_key(out, key);
	g_string_append(
		out, g_ascii_formatd(text, sizeof(text), format, value));
}

static void put_count(GString *out, const char *key, size_t n)
{
	put_key(out, key);
	g_string_append_printf(out, "%zu", n);
}

static void put_text(GString *out, const char *key, const char *text)
{
	put_key(out, key);
	put_string(out, text);
}

static void put_pos(GString *out, jb_pos pos)
{
	put_text(out, "file", pos.src ? pos.src->name : NULL);
	put_count(out, "line", pos.line);
	put_count(out, "column", pos.col);
}

static void put_place(GString *out, const jb_seen *at)
{
	put_number(out, "x_mm", at->x / JB_MM, 2);
	put_number(out, "y_mm", at->y / JB_MM, 2);
	put_text(out, "quote", at->line->quote);
	put_pos(out, at->pos);
}

static void put_extreme(GString *out, const char *key, const jb_seen *at)
{
	put_key(out, key);
	if (!at->line) {
		g_string_append(out, "null");
		return;
	}
	g_string_append_c(out, '{');
	put_number(out, "em", at->line->stretch_em, 4);
	put_place(out, at);
	g_string_append_c(out, '}');
}

static void put_page(GString *out, const jb_review *r, size_t i)
{
	const jb_page_review *page = &r->pages[i];

	g_string_append(out, i ? ",\n  {" : "\n  {");
	put_count(out, "page", i + 1);
	put_text(out, "label", page->label);
	if (page->measure_em > 0)
		put_number(out, "measure_em", page->measure_em, 3);
	if (page->lang)
		put_text(out, "lang", page->lang);
	put_count(out, "lines", page->lines);
	put_count(out, "justified", page->justified);
	put_number(out, "slack_mean_em", page->slack_mean_em, 4);
	put_number(out, "slack_p95_em", page->slack_p95_em, 4);
	put_extreme(out, "loosest", &page->loosest);
	put_extreme(out, "tightest", &page->tightest);
	g_string_append_c(out, '}');
}

static void put_finding(GString *out, const jb_finding *f)
{
	g_string_append(out, "{");
	put_text(out, "kind", jb_finding_word(f->kind));
	put_count(out, "page", f->at.page + 1);
	put_number(out, "em", f->em, 4);
	if (f->kind == JB_FINDING_MISSING) {
		char code[16], c[8] = "";

		g_snprintf(code, sizeof(code), "U+%04X", f->c);
		c[g_unichar_to_utf8(f->c, c)] = '\0';
		put_text(out, "character", c);
		put_text(out, "code_point", code);
	}
	if (f->kind == JB_FINDING_COLLIDE)
		put_number(out, "leading_em", f->leading_em, 2);
	put_place(out, &f->at);
	g_string_append_c(out, '}');
}

/* Faults, or notes, one a line. */
static void put_findings(
	GString *out, const jb_review *r, const char *key, bool notes)
{
	const char *before = "\n  ";

	g_string_append_printf(out, ",\n\"%s\": [", key);
	for (guint i = 0; i < r->findings->len; i++) {
		const jb_finding *f =
			&g_array_index(r->findings, jb_finding, i);

		if ((f->kind >= JB_FINDING_NOTES) != notes)
			continue;
		g_string_append(out, before);
		put_finding(out, f);
		before = ",\n  ";
	}
	g_string_append_c(out, ']');
}

static void put_borrowed(GString *out, const jb_review *r)
{
	g_string_append(out, ",\n\"borrowed\": [");
	for (guint i = 0; i < r->borrowed->len; i++) {
		const jb_borrowed *b =
			&g_array_index(r->borrowed, jb_borrowed, i);

		g_string_append(out, i ? ",\n  {" : "\n  {");
		put_text(out, "family", b->family);
		put_text(out, "characters", b->characters);
		put_count(out, "count", b->n);
		put_count(out, "page", b->page + 1);
		g_string_append_c(out, '}');
	}
	g_string_append_c(out, ']');
}

static void put_slips(GString *out, const jb_review *r)
{
	g_string_append(out, ",\n\"suspicious\": [");
	for (guint i = 0; i < r->slips->len; i++) {
		const jb_slip *slip = &g_array_index(r->slips, jb_slip, i);

		g_string_append(out, i ? ",\n  {" : "\n  {");
		put_text(out, "kind", jb_suspect_word(slip->suspect.kind));
		put_text(out, "found", slip->suspect.found);
		put_text(out, "instead", slip->suspect.instead);
		put_pos(out, slip->pos);
		g_string_append_c(out, '}');
	}
	g_string_append_c(out, ']');
}

char *jb_review_json(jb_arena *arena, const jb_review *review)
{
	g_autoptr(GString) out = g_string_new("{");

	put_count(out, "version", 1);
	put_key(out, "summary");
	g_string_append_c(out, '{');
	put_count(out, "pages", review->n_pages);
	put_count(out, "lines", review->lines);
	put_count(out, "faults", review->faults);
	put_count(out, "notes", review->notes);
	put_count(out, "missing", review->missing);
	put_count(out, "suspicious", review->slips->len);
	g_string_append(out, "},\n\"pages\": [");
	for (size_t i = 0; i < review->n_pages; i++)
		put_page(out, review, i);
	g_string_append_c(out, ']');
	put_findings(out, review, "faults", false);
	put_findings(out, review, "notes", true);
	put_borrowed(out, review);
	put_slips(out, review);
	g_string_append(out, "}\n");
	return jb_strndup(arena, out->str, out->len);
}
