/* solve.c - exact search: the best row for every start, number and height, then
 * the best rows for every page.
 *
 * A row's stories are independent once its height is given, so each takes its
 * cheapest choice for each span; spans that do not fill the row leave blanks.
 * Of a page: from each story and each line, the cheapest way to its foot and
 * through all pages after it.
 *
 * A row is never worth more lines than its stories can use: a line more costs
 * all its columns, and so more than at the foot of the page.  So a page that
 * holds the stories one under the other need be no higher for the search.
 */
#include "layout/solve.h"

#include <limits.h>
#include <math.h>
#include <glib.h>

/* A cell that is spread costs so much of an empty one; a page so much of its
 * cells, so that few are taken, and where that comes first so much; the foot of
 * a page so much, for its rows can move apart. */
#define SPREAD 0.3
#define PAGE 0.08
#define PAGE_COMPACT 8.0

/* Columns that a row of such a page leaves cost more than what is empty under a
 * story: its rules would end in the air. */
#define UNFILLED 4
#define FOOT 0.9

/* Of a story's empty cells those beyond so many are a hole in the page. */
#define HOLE 24
#define HOLE_COST 2

enum { ROW_MOST = 6 };

typedef struct cheapest {
	double cost;
	size_t choice;
} cheapest;

typedef struct row {
	double cost;
	int spans[ROW_MOST];
} row;

/* The way on from a story at a line of a page. */
typedef struct step {
	double cost;
	int height; /* of the next row; 0: the page ends */
	size_t n;   /* its stories */
} step;

typedef struct solver {
	const jb_puzzle *p;
	jb_arena *arena;
	int first, page; /* lines, as far as they can be used */
	int lines;	 /* of the higher of both */
	int *useful;	 /* by story: lines that it can use */
	int highest;	 /* of these */
	cheapest *each;	 /* by story, span, height */
	row *rows;	 /* by first story, number, height */
	double *rest;	 /* by story that begins a page: what all costs */
	int *pages;	 /* and how many pages that takes */
	step *steps;	 /* of one page, by story and line */
} solver;

/* ---- a story at a span and height ---- */

static cheapest *each_at(const solver *s, size_t story, int span, int height)
{
	size_t spans = (size_t)s->p->columns + 1;
	size_t heights = (size_t)s->highest + 1;

	return &s->each[(story * spans + (size_t)span) * heights +
			(size_t)height];
}

static double cost_of(const jb_choice *c, int height)
{
	double empty = (double)(height - c->height) * c->span + c->blank;
	double spread = fmin(empty, c->absorb);

	empty -= spread;
	return c->cost + SPREAD * spread + empty +
	       HOLE_COST * fmax(empty - HOLE, 0);
}

/* Lines that a story can use at most, for itself and between its parts. */
static int useful_lines(const jb_candidate *story)
{
	int most = 1;

	for (size_t i = 0; i < story->n; i++) {
		const jb_choice *c = &story->choices[i];
		int spread = (int)ceil(fmin(c->absorb / c->span, INT_MAX / 4));

		most = MAX(most, c->height + spread);
	}
	return most;
}

static void fill_each(solver *s, size_t story)
{
	const jb_candidate *t = &s->p->stories[story];

	for (int span = 0; span <= s->p->columns; span++)
		for (int h = 0; h <= s->highest; h++)
			*each_at(s, story, span, h) =
				(cheapest){.cost = INFINITY};
	for (size_t i = 0; i < t->n; i++) {
		const jb_choice *c = &t->choices[i];

		for (int h = c->height; h <= s->highest; h++) {
			cheapest *best = each_at(s, story, c->span, h);
			double cost = cost_of(c, h);

			if (cost < best->cost)
				*best = (cheapest){cost, i};
		}
	}
}

/* ---- a row ---- */

static row *row_at(const solver *s, size_t first, size_t n, int height)
{
	size_t most = (size_t)s->p->most, heights = (size_t)s->highest + 1;

	return &s->rows[(first * most + n - 1) * heights + (size_t)height];
}

typedef struct trial {
	const solver *s;
	size_t first, n;
	int height;
	int spans[ROW_MOST];
	row *best;
} trial;

static void try_spans(trial *t, size_t i, int left, double cost)
{
	if (cost >= t->best->cost)
		return;
	if (i == t->n) {
		cost += (t->s->p->compact ? UNFILLED : 1) * (double)left *
			t->height;
		if (cost >= t->best->cost)
			return;
		t->best->cost = cost;
		for (size_t k = 0; k < t->n; k++)
			t->best->spans[k] = t->spans[k];
		return;
	}
	for (int span = left; span > 0; span--) {
		double own = each_at(t->s, t->first + i, span, t->height)->cost;

		if (isinf(own))
			continue;
		t->spans[i] = span;
		try_spans(t, i + 1, left - span, cost + own);
	}
}

static int useful_row(const solver *s, size_t first, size_t n)
{
	int most = 0;

	for (size_t i = first; i < first + n; i++)
		most = MAX(most, s->useful[i]);
	return most;
}

static void fill_rows(solver *s, size_t first)
{
	size_t most = MIN((size_t)s->p->most, s->p->n - first);

	for (size_t n = 1; n <= most; n++)
		for (int h = 0; h <= useful_row(s, first, n); h++) {
			row *best = row_at(s, first, n, h);
			trial t = {s, first, n, h, {0}, best};

			best->cost = INFINITY;
			if (h > 0)
				try_spans(&t, 0, s->p->columns, 0);
		}
}

/* ---- a page ---- */

static step *step_at(const solver *s, size_t story, int line)
{
	return &s->steps[story * ((size_t)s->lines + 1) + (size_t)line];
}

/* Fewer stories than `least` only where no more are left. */
static bool may_stand(const solver *s, size_t first, size_t n)
{
	return n >= (size_t)s->p->least || first + n == s->p->n;
}

/* From a story at a line to the foot of a page that is `room` high. */
static void choose_step(solver *s, size_t story, int line, int room)
{
	const jb_puzzle *p = s->p;
	int top = line > 0 ? line + p->gap : 0;
	int left = room - top;
	step best = {.cost = (double)(room - line) * p->columns * FOOT};

	best.cost += story < p->n ? s->rest[story] : 0;
	if (line == 0)
		best.cost = INFINITY; /* no page is empty */
	for (size_t n = 1; n <= (size_t)p->most && story + n <= p->n; n++) {
		if (!may_stand(s, story, n))
			continue;
		for (int h = 1; h <= MIN(left, useful_row(s, story, n)); h++) {
			double cost = row_at(s, story, n, h)->cost;

			if (cost >= best.cost)
				continue;
			cost += step_at(s, story + n, top + h)->cost;
			if (cost < best.cost)
				best = (step){cost, h, n};
		}
	}
	*step_at(s, story, line) = best;
}

/* All steps of the first page. */
static void fill_page(solver *s, int room)
{
	for (size_t story = s->p->n + 1; story-- > 0;)
		for (int line = room; line >= 0; line--)
			choose_step(s, story, line, room);
}

/* A story that is higher than a page stands alone on one. */
static double page_cost(const solver *s, size_t story, int room)
{
	double cells = (double)room * s->p->columns;

	if (!isinf(step_at(s, story, 0)->cost))
		return step_at(s, story, 0)->cost +
		       (s->p->compact ? PAGE_COMPACT : PAGE) * cells;
	return cells + s->rest[story + 1];
}

static size_t page_end(const solver *s, size_t story)
{
	int line = 0;

	if (isinf(step_at(s, story, 0)->cost))
		return story + 1;
	for (const step *at = step_at(s, story, 0); at->height > 0;
		at = step_at(s, story, line)) {
		line += (line > 0 ? s->p->gap : 0) + at->height;
		story += at->n;
	}
	return story;
}

/* Pages of full height, from the last story to the first: a way that does not
 * begin its page ends it at the cost of the next. */
static void fill_rest(solver *s)
{
	size_t n = s->p->n;
	int room = s->page;

	for (size_t story = n + 1; story-- > 1;) {
		choose_step(s, story, 0, room);
		if (story < n) {
			s->rest[story] = page_cost(s, story, room);
			s->pages[story] = 1 + s->pages[page_end(s, story)];
		}
		for (int line = 1; line <= room; line++)
			choose_step(s, story, line, room);
	}
}

/* ---- the solution ---- */

static size_t *choices_of(const solver *s, size_t first, size_t n, int height)
{
	const row *best = row_at(s, first, n, height);
	size_t *choices = jb_new_array(s->arena, size_t, n);

	for (size_t i = 0; i < n; i++)
		choices[i] =
			each_at(s, first + i, best->spans[i], height)->choice;
	return choices;
}

/* The rows of the first page, as its steps say. */
static void read_rows(const solver *s, jb_solved *solved)
{
	int line = 0;

	solved->rows = jb_new_array(s->arena, jb_solved_row, s->p->n + 1);
	for (const step *at = step_at(s, 0, 0); at->height > 0;
		at = step_at(s, solved->n, line)) {
		solved->rows[solved->n_rows++] =
			(jb_solved_row){solved->n, at->n, at->height,
				choices_of(s, solved->n, at->n, at->height)};
		line += (line > 0 ? s->p->gap : 0) + at->height;
		solved->n += at->n;
	}
	solved->spare = s->p->first - line;
}

/* The lowest choice of the first story, of those the widest. */
static void stand_alone(const solver *s, jb_solved *solved)
{
	const jb_candidate *t = &s->p->stories[0];
	size_t *best = jb_new_array(s->arena, size_t, 1);

	for (size_t i = 1; i < t->n; i++) {
		const jb_choice *a = &t->choices[i], *b = &t->choices[*best];

		if (a->height < b->height ||
			(a->height == b->height && a->span > b->span))
			*best = i;
	}
	solved->rows = jb_new_array(s->arena, jb_solved_row, 1);
	solved->rows[0] = (jb_solved_row){0, 1, t->choices[*best].height, best};
	solved->n_rows = solved->n = 1;
	solved->too_high = true;
}

/* How much of the pages the search must know; what it leaves out costs the
 * same whatever is chosen, and is returned. */
static double measure_pages(solver *s)
{
	const jb_puzzle *p = s->p;
	double all = 0;

	for (size_t i = 0; i < p->n; i++) {
		s->useful[i] = useful_lines(&p->stories[i]);
		all += s->useful[i] + (i > 0 ? p->gap : 0);
	}
	s->first = p->first;
	s->page = p->page;
	if (p->first > all)
		s->first = s->page = (int)fmax(all, 1);
	s->lines = MAX(s->first, s->page);
	for (size_t i = 0; i < p->n; i++) {
		s->useful[i] = MIN(s->useful[i], s->lines);
		s->highest = MAX(s->highest, s->useful[i]);
	}
	return (FOOT + PAGE) * (double)(p->first - s->first) * p->columns;
}

static void make_room(solver *s)
{
	size_t n = s->p->n, heights = (size_t)s->highest + 1;

	s->each = g_new(cheapest, n * ((size_t)s->p->columns + 1) * heights);
	s->rows = g_new(row, n * (size_t)s->p->most * heights);
	s->steps = g_new0(step, (n + 1) * ((size_t)s->lines + 1));
	s->rest = g_new0(double, n + 1);
	s->pages = g_new0(int, n + 1);
}

static void clear(solver *s)
{
	g_free(s->useful);
	g_free(s->each);
	g_free(s->rows);
	g_free(s->steps);
	g_free(s->rest);
	g_free(s->pages);
}

jb_solved jb_solve(jb_arena *arena, const jb_puzzle *p)
{
	solver s = {.p = p, .arena = arena, .useful = g_new0(int, p->n + 1)};
	jb_solved solved = {.pages = 1};
	double rest = measure_pages(&s);

	make_room(&s);
	for (size_t i = 0; i < p->n; i++)
		fill_each(&s, i);
	for (size_t i = 0; i < p->n; i++)
		fill_rows(&s, i);
	fill_rest(&s);
	fill_page(&s, s.first);
	solved.cost = page_cost(&s, 0, s.first) + rest;
	if (!isinf(step_at(&s, 0, 0)->cost))
		read_rows(&s, &solved);
	else if (p->first >= p->page)
		stand_alone(&s, &solved);
	solved.pages = 1 + s.pages[solved.n];
	clear(&s);
	return solved;
}
