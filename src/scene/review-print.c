/* review-print.c - the composition report for people: a block for each page,
 * then what is wrong, and one line that says it all.
 */
#include "scene/review.h"

#include <math.h>
#include <string.h>

#include "base/excerpt.h"
#include "base/length.h"
#include "scene/overlap.h"

static const struct {
	const char *word, *what;
} kinds[] = {
	[JB_FINDING_OVERFULL] = {"overfull", "runs over its measure"},
	[JB_FINDING_SHORT] = {"short", "ends short of its measure"},
	[JB_FINDING_LOOSE] = {"loose", "is loose: its widest gap is wider"},
	[JB_FINDING_LONELY] = {"lonely-character",
		"孤字: a last line of one character"},
	[JB_FINDING_MISSING] = {"missing-glyph", "no font has the character"},
	[JB_FINDING_RULES] = {"prohibited-break",
		"breaks where a mark forbids it"},
	[JB_FINDING_STRICT] = {"strict-break",
		"breaks where the chosen level forbids it"},
	[JB_FINDING_MARKS] = {"third-mark",
		"the third mark in a row starts the next line"},
	[JB_FINDING_WORD] = {"word-cut", "cuts a word against its rules"},
	[JB_FINDING_COLLIDE] = {"marks-collide",
		"its dots, lines or ruby touch another line"},
	[JB_FINDING_TOKEN] = {"token-cut", "cuts an address or a long token"},
	[JB_FINDING_UNIT] = {"unit-cut", "cuts a number from its unit"},
};

const char *jb_finding_word(jb_finding_kind kind)
{
	return kinds[kind].word;
}

const char *jb_finding_what(jb_finding_kind kind)
{
	return kinds[kind].what;
}

/* Never with the locale's point, never “-0.00”. */
static void put_number(GString *out, const char *format, double value)
{
	char text[64];

	if (fabs(value) < 0.0005)
		value = 0;
	g_string_append(
		out, g_ascii_formatd(text, sizeof(text), format, value));
}

static void put_pos(GString *out, jb_pos pos)
{
	if (!pos.src)
		return;
	g_string_append(out, "  ");
	jb_excerpt_escape(out, pos.src->name);
	g_string_append_printf(out, ":%u:%u", pos.line, pos.col);
}

/* "   12.70  45.23 mm  “园区……”  a.txt:3:41" */
static void put_place(GString *out, const jb_seen *at)
{
	put_number(out, "%8.2f", at->x / JB_MM);
	put_number(out, "%8.2f", at->y / JB_MM);
	g_string_append(out, " mm  “");
	jb_excerpt_escape(out, at->line->quote ? at->line->quote : "");
	g_string_append(out, "”");
	put_pos(out, at->pos);
	g_string_append_c(out, '\n');
}

static void put_extreme(GString *out, const char *what, const jb_seen *at)
{
	if (!at->line)
		return;
	g_string_append_printf(out, "  %-10s", what);
	put_number(out, "%+7.3f", at->line->stretch_em);
	g_string_append(out, " em");
	put_place(out, at);
}

static void put_finding(GString *out, const jb_finding *f)
{
	bool note = f->kind >= JB_FINDING_NOTES;

	g_string_append_printf(out, "  %-10s", note ? "note" : "FAULT");
	if (f->em != 0) {
		put_number(out, "%+7.3f", f->em);
		g_string_append(out, " em");
	} else {
		g_string_append(out, "          ");
	}
	put_place(out, &f->at);
	g_string_append_printf(out, "  %-10s%s", "", kinds[f->kind].what);
	if (f->kind == JB_FINDING_MISSING) {
		g_autoptr(GString) c = g_string_new(NULL);

		g_string_append_unichar(c, f->c);
		g_string_append(out, " “");
		jb_excerpt_escape(out, c->str);
		g_string_append_printf(out, "” (U+%04X)", f->c);
	}
	if (f->kind == JB_FINDING_COLLIDE)
		jb_overlap_hint(g_string_append(out, "; "), f->leading_em);
	g_string_append_c(out, '\n');
}

static void put_count(GString *out, size_t n, const char *one, const char *many)
{
	g_string_append_printf(out, "%zu %s", n, n == 1 ? one : many);
}

static void put_page(GString *out, const jb_review *r, size_t i, guint *finding)
{
	const jb_page_review *page = &r->pages[i];

	g_string_append_printf(out, "page %zu", i + 1);
	if (page->measure_em > 0) {
		g_string_append(out, " · ");
		put_number(out, "%.4g", page->measure_em);
		g_string_append(out, "em");
	}
	if (page->lang)
		g_string_append_printf(out, " · %s", page->lang);
	put_count(g_string_append(out, " · "), page->lines, "line", "lines");
	if (page->justified) {
		g_string_append_printf(
			out, ", %zu justified, slack ", page->justified);
		put_number(out, "%.4f", page->slack_mean_em);
		g_string_append(out, " em (mean), ");
		put_number(out, "%.4f", page->slack_p95_em);
		g_string_append(out, " em (p95)");
	}
	g_string_append_c(out, '\n');
	put_extreme(out, "loosest", &page->loosest);
	put_extreme(out, "tightest", &page->tightest);
	for (; *finding < r->findings->len; ++*finding) {
		const jb_finding *f =
			&g_array_index(r->findings, jb_finding, *finding);

		if (f->at.page != i)
			break;
		put_finding(out, f);
	}
	g_string_append_c(out, '\n');
}

static void put_borrowed(GString *out, const jb_review *r)
{
	for (guint i = 0; i < r->borrowed->len; i++) {
		const jb_borrowed *b =
			&g_array_index(r->borrowed, jb_borrowed, i);

		g_string_append_printf(out, "%s drew %zu: ", b->family, b->n);
		jb_excerpt_escape(out, b->characters);
		g_string_append_printf(
			out, " (first on page %zu)\n", b->page + 1);
	}
	if (r->borrowed->len)
		g_string_append_c(out, '\n');
}

static void put_slips(jb_arena *arena, GString *out, const jb_review *r)
{
	for (guint i = 0; i < r->slips->len; i++) {
		const jb_slip *slip = &g_array_index(r->slips, jb_slip, i);
		g_autoptr(GString) line = g_string_new(NULL);

		put_pos(line, slip->pos);
		g_string_append(out, line->len ? line->str + 2 : "text");
		g_string_append(out, ": ");
		jb_excerpt_escape(out, jb_suspect_what(arena, &slip->suspect));
		g_string_append(out, "; ");
		jb_excerpt_escape(out, jb_suspect_hint(arena, &slip->suspect));
		g_string_append_c(out, '\n');
	}
	if (r->slips->len)
		g_string_append_c(out, '\n');
}

char *jb_review_print(jb_arena *arena, const jb_review *review)
{
	g_autoptr(GString) out = g_string_new(NULL);
	guint finding = 0;

	for (size_t i = 0; i < review->n_pages; i++)
		put_page(out, review, i, &finding);
	put_borrowed(out, review);
	put_slips(arena, out, review);
	put_count(out, review->faults, "fault", "faults");
	put_count(g_string_append(out, " in "), review->lines, "line", "lines");
	put_count(
		g_string_append(out, " on "), review->n_pages, "page", "pages");
	if (review->notes)
		put_count(g_string_append(out, ", "), review->notes, "note",
			"notes");
	if (review->slips->len)
		put_count(g_string_append(out, ", "), review->slips->len,
			"suspicious place in the text",
			"suspicious places in the text");
	g_string_append_c(out, '\n');
	return jb_strndup(arena, out->str, out->len);
}
