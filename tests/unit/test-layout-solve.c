/* Rows of stories: what is chosen, and that nothing is better. */
#include "layout/solve.h"

#include <math.h>
#include <string.h>
#include <glib.h>

enum { COLUMNS = 4, MOST = 6 };

/* Stories that are n lines of text: at a span, so many lines high. */
typedef struct deck {
	jb_choice choices[MOST][COLUMNS];
	jb_candidate stories[MOST];
	size_t n;
} deck;

static void deal(deck *d, const int *lines, size_t n)
{
	memset(d, 0, sizeof *d);
	d->n = n;
	for (size_t i = 0; i < n; i++) {
		for (int span = 1; span <= COLUMNS; span++) {
			int height = (lines[i] + span - 1) / span;

			d->choices[i][span - 1] = (jb_choice){
				.span = span,
				.height = height,
				.blank = height * span - lines[i],
			};
		}
		d->stories[i] = (jb_candidate){d->choices[i], COLUMNS};
	}
}

static jb_puzzle puzzle_of(const deck *d, int first, int page)
{
	return (jb_puzzle){
		.stories = d->stories,
		.n = d->n,
		.columns = COLUMNS,
		.least = 1,
		.most = 3,
		.gap = 1,
		.first = first,
		.page = page,
	};
}

static int span_of(const jb_puzzle *p, const jb_solved *s, size_t r, size_t i)
{
	const jb_solved_row *row = &s->rows[r];

	return p->stories[row->first + i].choices[row->choices[i]].span;
}

/* ---- what is chosen ---- */

static void heights_in_a_row_agree(void)
{
	static const int lines[] = {30, 10};
	jb_arena *arena = jb_arena_open();
	deck d;
	jb_puzzle p;
	jb_solved s;

	deal(&d, lines, 2);
	p = puzzle_of(&d, 10, 10);
	s = jb_solve(arena, &p);
	g_assert_cmpint(s.n_rows, ==, 1);
	g_assert_cmpint(s.rows[0].height, ==, 10);
	g_assert_cmpint(span_of(&p, &s, 0, 0), ==, 3);
	g_assert_cmpint(span_of(&p, &s, 0, 1), ==, 1);
	g_assert_cmpint(s.spare, ==, 0);
	g_assert_cmpint(s.pages, ==, 1);
	jb_arena_close(arena);
}

static void pages_end_between_rows(void)
{
	static const int lines[] = {40, 40, 40};
	jb_arena *arena = jb_arena_open();
	deck d;
	jb_puzzle p;
	jb_solved s;

	deal(&d, lines, 3);
	p = puzzle_of(&d, 10, 21); /* one, then two with a gap */
	s = jb_solve(arena, &p);
	g_assert_cmpint(s.n, ==, 1);
	g_assert_cmpint(s.pages, ==, 2);
	g_assert_cmpint(s.rows[0].height, ==, 10);
	jb_arena_close(arena);
}

static void a_low_first_page_may_stay_empty(void)
{
	static const int lines[] = {40};
	jb_arena *arena = jb_arena_open();
	deck d;
	jb_puzzle p;
	jb_solved s;

	deal(&d, lines, 1);
	p = puzzle_of(&d, 9, 20);
	s = jb_solve(arena, &p);
	g_assert_cmpint(s.n_rows, ==, 0);
	g_assert_cmpint(s.n, ==, 0);
	jb_arena_close(arena);
}

static void what_is_too_high_stands_alone(void)
{
	static const int lines[] = {400, 4};
	jb_arena *arena = jb_arena_open();
	deck d;
	jb_puzzle p;
	jb_solved s;

	deal(&d, lines, 2);
	p = puzzle_of(&d, 20, 20);
	s = jb_solve(arena, &p);
	g_assert_true(s.too_high);
	g_assert_cmpint(s.n, ==, 1);
	g_assert_cmpint(s.rows[0].height, ==, 100);
	g_assert_cmpint(span_of(&p, &s, 0, 0), ==, 4);
	jb_arena_close(arena);
}

static void spread_cells_are_better_than_empty_ones(void)
{
	static const int lines[] = {20, 16};
	jb_arena *arena = jb_arena_open();
	deck d;
	jb_puzzle p;
	jb_solved stiff, soft;

	deal(&d, lines, 2);
	p = puzzle_of(&d, 10, 10);
	p.least = 2;
	stiff = jb_solve(arena, &p);
	d.choices[1][1].absorb = 4;
	soft = jb_solve(arena, &p);
	g_assert_cmpfloat(soft.cost, <, stiff.cost);
	jb_arena_close(arena);
}

static void rows_have_at_least_so_many(void)
{
	static const int lines[] = {20, 20, 20, 20, 20};
	jb_arena *arena = jb_arena_open();
	deck d;
	jb_puzzle p;
	jb_solved s;

	deal(&d, lines, 5);
	p = puzzle_of(&d, 40, 40);
	p.least = 2;
	s = jb_solve(arena, &p);
	for (size_t i = 0; i < s.n_rows; i++)
		g_assert_true(
			s.rows[i].n >= 2 || s.rows[i].first + s.rows[i].n == 5);
	jb_arena_close(arena);
}

/* ---- nothing is better ---- */

typedef struct search {
	const jb_puzzle *p;
	double best;
} search;

/* The cost of a row's stories, as docs and header say it: empty cells, a hole
 * more. */
static double own_cost(const jb_choice *c, int height)
{
	double empty = (height - c->height) * c->span + c->blank;

	return empty + 2 * fmax(empty - 24, 0);
}

static void try_story(search *s, size_t i, size_t end, int left, int height,
	int line, double cost);

/* Every row that begins with a story, of every height. */
static void try_row(search *s, size_t i, int line, double cost)
{
	const jb_puzzle *p = s->p;
	int top = line ? line + p->gap : 0;

	if (i == p->n) {
		double all = cost + (p->first - line) * p->columns * 0.9;

		s->best = fmin(s->best, all);
		return;
	}
	for (size_t n = 1; n <= (size_t)p->most && i + n <= p->n; n++)
		for (int h = 1; top + h <= p->first; h++)
			try_story(s, i, i + n, p->columns, h, top + h, cost);
}

static void try_story(search *s, size_t i, size_t end, int left, int height,
	int line, double cost)
{
	const jb_candidate *story = &s->p->stories[i];

	if (i == end) {
		try_row(s, i, line, cost + left * height);
		return;
	}
	for (size_t k = 0; k < story->n; k++) {
		const jb_choice *c = &story->choices[k];

		if (c->span <= left && c->height <= height)
			try_story(s, i + 1, end, left - c->span, height, line,
				cost + own_cost(c, height));
	}
}

static void all_ways_tried_give_no_better(void)
{
	GRand *rand = g_rand_new_with_seed(7);

	for (int round = 0; round < 60; round++) {
		jb_arena *arena = jb_arena_open();
		int lines[MOST];
		size_t n = (size_t)g_rand_int_range(rand, 1, 5);
		deck d;
		jb_puzzle p;
		jb_solved s;
		search all = {&p, INFINITY};

		for (size_t i = 0; i < n; i++)
			lines[i] = g_rand_int_range(rand, 3, 24);
		deal(&d, lines, n);
		p = puzzle_of(&d, 26, 26);
		s = jb_solve(arena, &p);
		try_row(&all, 0, 0, 0);
		g_assert_cmpint(s.pages, ==, 1);
		/* a page itself costs a little */
		g_assert_cmpfloat_with_epsilon(
			s.cost, all.best + 0.08 * 26 * COLUMNS, 1e-6);
		jb_arena_close(arena);
	}
	g_rand_free(rand);
}

/* A container has no foot: its mosaic is solved as on a page that holds all,
 * and as soon. */
static void a_page_without_end_is_solved_as_one_that_holds_all(void)
{
	static const int lines[] = {17, 23, 9, 31, 12, 20};
	enum { ALL = 17 + 23 + 9 + 31 + 12 + 20 + 5, ENDLESS = 1000000 };
	jb_arena *arena = jb_arena_open();
	deck d;
	jb_puzzle p;
	jb_solved a, b;

	deal(&d, lines, 6);
	p = puzzle_of(&d, ALL, ALL);
	a = jb_solve(arena, &p);
	p = puzzle_of(&d, ENDLESS, ENDLESS);
	b = jb_solve(arena, &p);
	g_assert_cmpint(b.n, ==, 6);
	g_assert_cmpint(b.pages, ==, 1);
	g_assert_cmpint(b.spare - a.spare, ==, ENDLESS - ALL);
	g_assert_cmpfloat_with_epsilon(b.cost - a.cost,
		(0.9 + 0.08) * (ENDLESS - ALL) * COLUMNS, 1e-6);
	g_assert_cmpint(a.n_rows, ==, b.n_rows);
	for (size_t i = 0; i < a.n_rows; i++) {
		g_assert_cmpint(a.rows[i].height, ==, b.rows[i].height);
		g_assert_cmpmem(a.rows[i].choices, a.rows[i].n * sizeof(size_t),
			b.rows[i].choices, b.rows[i].n * sizeof(size_t));
	}
	jb_arena_close(arena);
}

static void the_same_twice(void)
{
	static const int lines[] = {17, 23, 9, 31, 12, 20};
	jb_arena *arena = jb_arena_open();
	deck d;
	jb_puzzle p;
	jb_solved a, b;

	deal(&d, lines, 6);
	p = puzzle_of(&d, 40, 40);
	a = jb_solve(arena, &p);
	b = jb_solve(arena, &p);
	g_assert_cmpint(a.n_rows, ==, b.n_rows);
	for (size_t i = 0; i < a.n_rows; i++) {
		g_assert_cmpint(a.rows[i].height, ==, b.rows[i].height);
		g_assert_cmpmem(a.rows[i].choices, a.rows[i].n * sizeof(size_t),
			b.rows[i].choices, b.rows[i].n * sizeof(size_t));
	}
	jb_arena_close(arena);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(f) g_test_add_func("/layout/solve/" #f, f)
	ADD(heights_in_a_row_agree);
	ADD(pages_end_between_rows);
	ADD(a_low_first_page_may_stay_empty);
	ADD(what_is_too_high_stands_alone);
	ADD(spread_cells_are_better_than_empty_ones);
	ADD(rows_have_at_least_so_many);
	ADD(all_ways_tried_give_no_better);
	ADD(a_page_without_end_is_solved_as_one_that_holds_all);
	ADD(the_same_twice);
	return g_test_run();
}
