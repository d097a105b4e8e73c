/* review.c - what the lines of a scene say about themselves, collected.
 */
#include "scene/review.h"

#include <math.h>
#include <string.h>

#include "scene/overlap.h"

/* Ends are flush to this, and a gap that opens further shows (em). */
#define FLUSH_EM .002
#define LOOSE_EM .25

/* So many missing characters are looked for in their text; more are told with
 * their lines' places. */
enum { MISSING_PLACED = 1000 };

typedef struct reviewer {
	jb_arena *arena;
	jb_review *review;
	bool plain;
	size_t page;
	GArray *slacks; /* double, of this page's justified lines */
} reviewer;

static GArray *array_new(jb_arena *arena, size_t size)
{
	GArray *array = g_array_new(FALSE, TRUE, (guint)size);

	jb_arena_defer(arena, (void (*)(void *))g_array_unref, array);
	return array;
}

/* ---- one line ---- */

static int by_size(const void *pa, const void *pb)
{
	double a = *(const double *)pa, b = *(const double *)pb;

	return a < b ? -1 : a > b;
}

static bool is_han(const char *text)
{
	return g_unichar_get_script(g_utf8_get_char(text)) ==
	       G_UNICODE_SCRIPT_HAN;
}

/* What neighbouring Han of a run stand apart, in em, beyond their bodies. */
static void add_gaps(const jb_run *run, bool vertical, GArray *gaps)
{
	const char *text = run->text, *last = NULL;
	const jb_glyph *glyph = run->glyphs, *before = NULL;

	for (size_t i = 0; i < run->n_clusters; i++) {
		const jb_cluster *cluster = &run->clusters[i];
		bool han =
			cluster->bytes && cluster->glyphs == 1 && is_han(text);

		if (han && last) {
			double step = vertical ? glyph->y - before->y
					       : glyph->x - before->x;
			double gap = step / run->size_pt - 1;

			g_array_append_val(gaps, gap);
		}
		last = han ? text : NULL;
		before = glyph;
		text += cluster->bytes;
		glyph += cluster->glyphs;
	}
}

/* The middle one of those gaps: what the eye sees of a line's grey. */
static double slack_of(const jb_line *line)
{
	g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(double));

	for (size_t i = 0; i < line->n_runs; i++)
		if (line->runs[i].turn == JB_TURN_NONE)
			add_gaps(&line->runs[i], line->vertical, gaps);
	if (gaps->len == 0)
		return 0;
	g_array_sort(gaps, by_size);
	return fmax(g_array_index(gaps, double, gaps->len / 2), 0);
}

/* Where the line's first character stands in the source. */
static jb_pos place_of(const reviewer *r, const jb_line *line)
{
	jb_pos pos = line->pos;

	if (r->plain && pos.src)
		pos.col += line->place;
	return pos;
}

static void add(reviewer *r, jb_finding_kind kind, const jb_seen *at, double em)
{
	jb_finding finding = {.kind = kind, .at = *at, .em = em};

	g_array_append_val(r->review->findings, finding);
	*(kind < JB_FINDING_NOTES ? &r->review->faults : &r->review->notes) +=
		1;
}

static void add_relaxed(reviewer *r, const jb_seen *at)
{
	static const struct {
		unsigned bit;
		jb_finding_kind kind;
	} all[] = {
		{JB_RELAX_RULES, JB_FINDING_RULES},
		{JB_RELAX_STRICT, JB_FINDING_STRICT},
		{JB_RELAX_MARKS, JB_FINDING_MARKS},
		{JB_RELAX_WORD, JB_FINDING_WORD},
		{JB_RELAX_TOKEN, JB_FINDING_TOKEN},
		{JB_RELAX_UNIT, JB_FINDING_UNIT},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
		if (at->line->relaxed & all[i].bit)
			add(r, all[i].kind, at, 0);
}

/* Where a character stands in a plain text, from a place in its line on. */
static jb_pos pos_of(jb_pos from, gunichar c)
{
	size_t len;
	const char *p = jb_source_line(from.src, from.line, &len);
	const char *end = p + len;
	jb_pos pos = from;

	for (unsigned col = 1; col < from.col && p < end; col++)
		p = g_utf8_next_char(p);
	for (; p < end; p = g_utf8_next_char(p), pos.col++)
		if (g_utf8_get_char(p) == c)
			return pos;
	return from;
}

/* Characters that no font has, each at its own place. */
static void add_missing(reviewer *r, const jb_seen *at)
{
	const jb_line *line = at->line;
	jb_pos pos = at->pos;
	double start = line->n_runs	? line->runs[0].x
		       : line->n_decors ? line->decors[0].x0
					: 0;

	for (size_t i = 0; i < line->n_decors; i++) {
		const jb_decor *decor = &line->decors[i];
		jb_seen here = *at;

		here.pos = pos;
		if (decor->kind != JB_DECOR_BOX)
			continue;
		*(line->vertical ? &here.y : &here.x) += decor->x0 - start;
		if (!r->plain && decor->pos.src)
			here.pos = decor->pos;
		else if (pos.src && r->review->missing < MISSING_PLACED)
			here.pos = pos_of(pos, decor->c);
		pos = here.pos;
		pos.col++;
		add(r, JB_FINDING_MISSING, &here, 0);
		g_array_index(r->review->findings, jb_finding,
			r->review->findings->len - 1)
			.c = decor->c;
		r->review->missing++;
	}
}

static void judge(reviewer *r, const jb_seen *at)
{
	const jb_line *line = at->line;

	if (line->off_em > FLUSH_EM)
		add(r, JB_FINDING_OVERFULL, at, line->off_em);
	else if (line->off_em < -FLUSH_EM)
		add(r, JB_FINDING_SHORT, at, line->off_em);
	else if (line->loose_em > LOOSE_EM)
		add(r, JB_FINDING_LOOSE, at, line->loose_em);
	if (line->last && line->letters < 2)
		add(r, JB_FINDING_LONELY, at, 0);
	add_relaxed(r, at);
	add_missing(r, at);
}

/* A line that was made flush: the last one of a paragraph is not. */
static bool is_flush(const jb_line *line)
{
	return line->justified && !line->last;
}

static void see_line(reviewer *r, const jb_item *item)
{
	jb_page_review *page = &r->review->pages[r->page];
	const jb_line *line = item->line;
	jb_seen at = {line, r->page, item->x, item->y, {0}, slack_of(line)};

	at.pos = place_of(r, line);
	page->lines++;
	r->review->lines++;
	judge(r, &at);
	if (!is_flush(line))
		return;
	page->justified++;
	g_array_append_val(r->slacks, at.slack_em);
	if (!page->loosest.line ||
		line->stretch_em > page->loosest.line->stretch_em)
		page->loosest = at;
	if (!page->tightest.line ||
		line->stretch_em < page->tightest.line->stretch_em)
		page->tightest = at;
}

/* ---- what fallbacks drew ---- */

static jb_borrowed *borrowed_of(reviewer *r, const char *family)
{
	GArray *all = r->review->borrowed;
	jb_borrowed fresh = {
		.family = family, .characters = "", .page = r->page};

	for (guint i = 0; i < all->len; i++)
		if (!strcmp(g_array_index(all, jb_borrowed, i).family, family))
			return &g_array_index(all, jb_borrowed, i);
	g_array_append_val(all, fresh);
	return &g_array_index(all, jb_borrowed, all->len - 1);
}

static void see_face(reviewer *r, const jb_run *run)
{
	const char *family = jb_face_family(run->face);
	jb_borrowed *borrowed;

	if (!jb_face_is_fallback(run->face))
		return;
	borrowed = borrowed_of(r, family);
	for (const char *p = run->text; p < run->text + run->len;
		p = g_utf8_next_char(p)) {
		size_t len = (size_t)(g_utf8_next_char(p) - p);

		if (*p == ' ')
			continue;
		borrowed->n++;
		if (!g_strstr_len(borrowed->characters, -1,
			    jb_strndup(r->arena, p, len)))
			borrowed->characters = jb_sprintf(r->arena, "%s%.*s",
				borrowed->characters, (int)len, p);
	}
}

/* ---- pages ---- */

static void end_page(reviewer *r)
{
	jb_page_review *page = &r->review->pages[r->page];
	guint n = r->slacks->len;
	double sum = 0;

	g_array_sort(r->slacks, by_size);
	for (guint i = 0; i < n; i++)
		sum += g_array_index(r->slacks, double, i);
	if (n) {
		page->slack_mean_em = sum / n;
		page->slack_p95_em = g_array_index(
			r->slacks, double, (guint)(0.95 * (n - 1) + 0.5));
	}
	g_array_set_size(r->slacks, 0);
}

static void add_overlaps(reviewer *r, const jb_leaf *leaf)
{
	const GArray *all = jb_overlaps(r->arena, leaf);

	for (guint i = 0; i < all->len; i++) {
		const jb_overlap *o = &g_array_index(all, jb_overlap, i);
		jb_seen at = {o->line, r->page, o->x, o->y, o->pos, 0};

		add(r, JB_FINDING_COLLIDE, &at, o->em);
		g_array_index(r->review->findings, jb_finding,
			r->review->findings->len - 1)
			.leading_em = o->leading_em;
	}
}

static void see_page(reviewer *r, const jb_leaf *leaf)
{
	r->review->pages[r->page].label = leaf->label;
	for (guint i = 0; i < leaf->group->items->len; i++) {
		const jb_item *item = leaf->group->items->pdata[i];

		if (item->line)
			see_line(r, item);
		if (item->kind == JB_ITEM_TEXT)
			see_face(r, &item->u.text);
	}
	add_overlaps(r, leaf);
	end_page(r);
}

jb_review *jb_review_scene(jb_arena *arena, const jb_scene *scene, bool plain)
{
	jb_review *review = jb_new(arena, jb_review);
	reviewer r = {.arena = arena, .review = review, .plain = plain};

	review->n_pages = scene->leaves->len;
	review->pages = jb_new_array(arena, jb_page_review, review->n_pages);
	review->findings = array_new(arena, sizeof(jb_finding));
	review->borrowed = array_new(arena, sizeof(jb_borrowed));
	review->slips = array_new(arena, sizeof(jb_slip));
	r.slacks = array_new(arena, sizeof(double));
	for (; r.page < review->n_pages; r.page++)
		see_page(&r, scene->leaves->pdata[r.page]);
	return review;
}

void jb_review_text(jb_arena *arena, jb_review *review, const char *text,
	const char *next, jb_pos pos)
{
	GArray *all = jb_suspects(arena, text, strlen(text));
	const char *seen = text;

	for (guint i = 0; i < all->len; i++) {
		jb_slip slip = {pos, g_array_index(all, jb_suspect, i)};
		const char *here = text + slip.suspect.byte;

		pos.col += (unsigned)g_utf8_strlen(seen, here - seen);
		seen = here;
		slip.pos = pos;
		if (!jb_suspect_runs_on(&slip.suspect, next))
			g_array_append_val(review->slips, slip);
	}
}
