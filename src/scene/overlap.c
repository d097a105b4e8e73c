/* overlap.c - where the marks of one line touch another line's ink.
 *
 * Dots and lines are measured by their own sizes, text and ruby by the ink of
 * their glyphs.  Everything is seen along the lines and across them; in
 * vertical text across is to the left.
 */
#include "scene/overlap.h"

#include <math.h>

#include "text/beside.h"
#include "text/ink.h"

#define CLEAR_EM .02 /* less than this from ink is touching */
#define NEAR_EM 3    /* lines further apart do not touch */

/* A line in its place, or a box, along and across. */
typedef struct seen {
	const jb_line *line;
	double x, y; /* its frame on the page */
	double across, em;
} seen;

typedef struct span {
	double from, to;
} span;

typedef struct box {
	span along, across;
} box;

typedef struct mark {
	box box;
	double em;
	jb_pos pos;
	bool ruby;
} mark;

/* ---- lines ---- */

static double em_of(const jb_line *line)
{
	double em = 0;

	for (size_t i = 0; i < line->n_runs; i++)
		em = fmax(em, line->runs[i].size_pt);
	return em;
}

/* Where jb_line_put() put the line. */
static seen see(const jb_item *item)
{
	const jb_line *line = item->line;
	const jb_run *first = &line->runs[0];
	seen s = {.line = line, .em = em_of(line)};

	s.x = item->x - (line->vertical ? first->rise_pt : first->x);
	s.y = item->y - (line->vertical ? first->x : -first->rise_pt);
	s.across = line->vertical ? -s.x : s.y;
	return s;
}

static GArray *lines_of(const jb_leaf *leaf)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(seen));

	for (guint i = 0; i < leaf->group->items->len; i++) {
		const jb_item *item = leaf->group->items->pdata[i];

		if (item->line && item->line->n_runs) {
			seen s = see(item);
			g_array_append_val(lines, s);
		}
	}
	return lines;
}

/* ---- what stands on the page ---- */

static box box_of_glyph(const seen *s, const jb_run *run, size_t i)
{
	jb_ink_box ink = jb_glyph_ink(run, i);
	double x = s->x + (s->line->vertical ? run->rise_pt : run->x);
	double y = s->y + (s->line->vertical ? run->x : -run->rise_pt);

	if (jb_ink_empty(&ink))
		return (box){0};
	if (s->line->vertical)
		return (box){
			{y + ink.y0, y + ink.y1}, {-x - ink.x1, -x - ink.x0}};
	return (box){{x + ink.x0, x + ink.x1}, {y + ink.y0, y + ink.y1}};
}

static box box_of_decor(const seen *s, const jb_decor *d)
{
	double start = s->line->vertical ? s->y : s->x;
	double half = d->kind == JB_DECOR_DOT ? JB_DOT_EM
		      : d->kind == JB_DECOR_WAVE
			      ? JB_WAVE_HIGH_EM + JB_WAVE_EM / 2
			      : JB_RULE_EM / 2;
	double more = d->kind == JB_DECOR_DOT ? JB_DOT_EM * d->em : 0;
	double at = s->across + d->y;

	return (box){{start + d->x0 - more, start + d->x1 + more},
		{at - half * d->em, at + half * d->em}};
}

static bool is_beside(const jb_decor *d)
{
	return d->kind == JB_DECOR_DOT || d->kind == JB_DECOR_RULE ||
	       d->kind == JB_DECOR_WAVE;
}

static GArray *marks_of(const seen *s)
{
	GArray *marks = g_array_new(FALSE, FALSE, sizeof(mark));

	for (size_t i = 0; i < s->line->n_decors; i++) {
		const jb_decor *d = &s->line->decors[i];
		mark m = {box_of_decor(s, d), d->em, d->pos, false};

		if (is_beside(d))
			g_array_append_val(marks, m);
	}
	for (size_t i = 0; i < s->line->n_over; i++) {
		const jb_run *run = &s->line->over[i];

		for (size_t k = 0; k < run->n_glyphs; k++) {
			mark m = {
				box_of_glyph(s, run, k), s->em, run->pos, true};
			g_array_append_val(marks, m);
		}
	}
	return marks;
}

/* ---- what touches ---- */

static bool meet(span a, span b)
{
	return a.from < b.to && b.from < a.to;
}

/* How far a mark is within the clearance of ink that it meets; 0: clear. */
static double depth(const mark *m, const box *ink, bool before)
{
	double clear = CLEAR_EM * m->em;
	span grown = {m->box.across.from - clear, m->box.across.to + clear};

	if (!meet(m->box.along, ink->along) || !meet(grown, ink->across))
		return 0;
	return before ? grown.to - ink->across.from
		      : ink->across.to - grown.from;
}

typedef struct pair {
	const seen *own, *other;
	const GArray *marks;
	const mark *worst;
	double depth;
} pair;

static void try_runs(pair *p, const jb_run *runs, size_t n, bool ruby)
{
	bool before = p->own->across < p->other->across;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < runs[i].n_glyphs; k++) {
			box ink = box_of_glyph(p->other, &runs[i], k);

			for (guint j = 0; j < p->marks->len; j++) {
				const mark *m =
					&g_array_index(p->marks, mark, j);
				double d = ruby && m->ruby
						   ? 0
						   : depth(m, &ink, before);

				if (d > p->depth) {
					p->depth = d;
					p->worst = m;
				}
			}
		}
}

static bool may_touch(const seen *a, const seen *b)
{
	double apart = fabs(a->across - b->across);

	return a->line->vertical == b->line->vertical && apart > 1e-6 &&
	       apart < NEAR_EM * fmax(a->em, b->em);
}

static double leading_of(const pair *p)
{
	double pitch = fabs(p->own->across - p->other->across);

	if (fabs(p->own->em - p->other->em) > .01 * p->own->em)
		return 0;
	return ceil((pitch + p->depth) / p->own->em * 100 - 1e-6) / 100;
}

static void add_pair(
	GArray *found, const seen *own, const seen *other, const GArray *marks)
{
	pair p = {.own = own, .other = other, .marks = marks};

	if (!may_touch(own, other))
		return;
	try_runs(&p, other->line->runs, other->line->n_runs, false);
	try_runs(&p, other->line->over, other->line->n_over, true);
	if (!p.worst)
		return;
	jb_overlap overlap = {
		.line = own->line,
		.x = own->x,
		.y = own->y,
		.pos = p.worst->pos,
		.em = p.depth / p.worst->em,
		.leading_em = leading_of(&p),
	};
	g_array_append_val(found, overlap);
}

GArray *jb_overlaps(jb_arena *arena, const jb_leaf *leaf)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(jb_overlap));
	g_autoptr(GArray) lines = lines_of(leaf);

	jb_arena_defer(arena, (void (*)(void *))g_array_unref, found);
	for (guint i = 0; i < lines->len; i++) {
		const seen *own = &g_array_index(lines, seen, i);
		g_autoptr(GArray) marks = marks_of(own);

		for (guint k = 0; marks->len && k < lines->len; k++)
			if (k != i)
				add_pair(found, own,
					&g_array_index(lines, seen, k), marks);
	}
	return found;
}

/* ---- what is said of it ---- */

static char *number(char *text, double leading_em)
{
	return g_ascii_formatd(
		text, G_ASCII_DTOSTR_BUF_SIZE, "%.2f", leading_em);
}

void jb_overlap_hint(GString *out, double leading_em)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	if (leading_em > 0)
		g_string_append_printf(out,
			"a leading of at least %sem keeps them apart",
			number(text, leading_em));
	else
		g_string_append(out, "they need more space between them");
}

static void warn(jb_diags *diags, const jb_overlap *overlap)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	jb_warning(diags, overlap->pos, "the marks here touch another line");
	if (overlap->leading_em > 0)
		jb_hint(diags, "a leading of at least %sem keeps them apart",
			number(text, overlap->leading_em));
	else
		jb_hint(diags, "they need more space between them");
}

void jb_overlaps_warn(jb_arena *arena, jb_diags *diags, const jb_scene *scene)
{
	for (guint i = 0; i < scene->leaves->len; i++) {
		const GArray *all = jb_overlaps(arena, scene->leaves->pdata[i]);

		for (guint k = 0; k < all->len; k++)
			warn(diags, &g_array_index(all, jb_overlap, k));
	}
}
