/* mosaic.c - stories in rows that end flush, on pages that are full.
 *
 * Every story is tried at every span it may take, with every block of its
 * `either` and every number of columns for what stands beside its prose;
 * layout/solve.h chooses.  Of those whose `either` says `once`, one takes a
 * later block: that with which all of them together cost least.  Pictures may
 * grow and shrink within limits: sizes are tried for all of them together, the
 * one that leaves least empty wins.
 */
#include "layout/mosaic-parts.h"

#include <math.h>

/* Of the sizes of pictures a step away from the greatest costs so much of a
 * page's cells.  So many stories ahead are thought of at first. */
enum { AHEAD = 24 };
#define SMALLER 0.004
#define SMALLER_COMPACT 0.04
/* That a later block stands once may cost so many cells more. */
#define ONCE 130

static jb_puzzle puzzle_of(
	const jb_mosaic *m, const jb_candidate *stories, size_t n, int first)
{
	const jb_layout *l = m->desk->layout;
	double page = l->height_pt - l->top_pt - l->bottom_pt;

	return (jb_puzzle){
		.stories = stories,
		.n = n - m->at,
		.columns = m->block->columns,
		.least = m->block->least,
		.most = m->block->most,
		.gap = jb_mosaic_lines(m, m->block->gap_pt),
		.compact = m->block->compact,
		.first = first,
		.page = MAX(
			(int)floor((page + JB_HAIR_PT) / m->line_pt), first),
	};
}

typedef struct solution {
	jb_solved solved;
	const jb_mosaic_size *size;
	size_t n;    /* stories, with those that follow */
	size_t once; /* the story that stands in a later block; n: none */
} solution;

/* Has the story blocks of which one is to stand once, and may each be taken? */
static bool may_once(const jb_mosaic *m, const jb_mosaic_size *s, size_t story)
{
	return jb_mosaic_once(m->stories[story]) && s->firsts[story] > 0 &&
	       s->firsts[story] < s->stories[story].n;
}

/* Stories as they are to be solved, from the next one on: one in a later block,
 * the others of those that may be in their first. */
static jb_candidate *stories_of(const jb_mosaic *m, const solution *one)
{
	const jb_mosaic_size *s = one->size;
	jb_candidate *all =
		jb_new_array(m->desk->arena, jb_candidate, one->n - m->at + 1);

	for (size_t i = m->at; i < one->n; i++) {
		jb_candidate *story = &all[i - m->at];

		*story = s->stories[i];
		if (!may_once(m, s, i))
			continue;
		story->n = s->firsts[i];
		if (i != one->once)
			continue;
		story->choices += s->firsts[i];
		story->n = s->stories[i].n - s->firsts[i];
	}
	return all;
}

/* Choices count from a story's first again. */
static void count_all(const jb_mosaic *m, solution *one)
{
	for (size_t r = 0; r < one->solved.n_rows; r++) {
		jb_solved_row *row = &one->solved.rows[r];

		for (size_t i = 0; i < row->n; i++)
			if (m->at + row->first + i == one->once)
				row->choices[i] += one->size->firsts[one->once];
	}
}

/* Solves with pictures of one size and keeps what is better than the best that
 * was found; not where the story that is to stand once is not on this page.
 * Returns whether any is found now. */
static bool try_size(const jb_mosaic *m, size_t k, int first, bool page,
	solution one, solution *best, bool found)
{
	jb_puzzle puzzle;

	one.size = &m->sizes[k];
	puzzle = puzzle_of(m, stories_of(m, &one), one.n, first);
	if (page)
		puzzle.page = first;
	one.solved = jb_solve(m->desk->arena, &puzzle);
	if (one.solved.n_rows == 0)
		return found;
	if (one.once < one.n && one.once >= m->at + one.solved.n)
		return found;
	one.solved.cost += (m->block->compact ? SMALLER_COMPACT : SMALLER) *
			   (double)k * puzzle.page * puzzle.columns;
	if (found && one.solved.cost >= best->solved.cost)
		return found;
	count_all(m, &one);
	*best = one;
	return true;
}

/* Puts a story of this page into a later block, if that costs little. */
static void solve_once(const jb_mosaic *m, int first, bool page, solution *best)
{
	size_t end = MIN(best->n, m->at + best->solved.n + 1);
	solution once = {0};
	bool any = false;

	for (size_t k = 0; k < m->n_sizes; k++)
		for (size_t i = m->at; i < end; i++)
			if (may_once(m, &m->sizes[k], i))
				any = try_size(m, k, first, page,
					(solution){.n = best->n, .once = i},
					&once, any);
	if (any && once.solved.cost <= best->solved.cost + ONCE)
		*best = once;
}

/* The best of all sizes and of all numbers of blocks that may follow, from
 * `least` stories to `most`; false when nothing fits what is left of the page.
 */
static bool solve_some(const jb_mosaic *m, int first, bool page, size_t least,
	size_t most, solution *best)
{
	bool found = false;

	for (size_t k = 0; k < m->n_sizes; k++)
		for (size_t n = least; n <= most; n++)
			found = try_size(m, k, first, page,
				(solution){.n = n, .once = n}, best, found);
	if (found && !m->once)
		solve_once(m, first, page, best);
	return found;
}

/* Of many stories no more are looked at than tell what the page is to hold:
 * so a mosaic of a thousand stories takes no longer a page than one of ten. */
static bool solve(const jb_mosaic *m, int first, bool page, solution *best)
{
	size_t ahead = AHEAD;

	for (; m->at + ahead < m->n; ahead *= 2) {
		size_t n = m->at + ahead;

		if (!solve_some(m, first, page, n, n, best))
			return false;
		if (best->solved.n < ahead)
			return true;
	}
	return solve_some(m, first, page, MAX(m->n, m->at), m->n_all, best);
}

static jb_group *mosaic_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	jb_mosaic *m = galley->state;
	int first = (int)floor((height + JB_HAIR_PT) / m->line_pt);
	double slack = m->desk->slack;
	solution best = {0};
	jb_group *group;

	if (m->at == m->n) {
		*done = true;
		return jb_group_new(m->desk->arena);
	}
	m->desk->slack = 1;
	if (!m->sizes)
		jb_mosaic_look(m);
	if (!solve(m, MAX(first, 1), page, &best)) {
		m->desk->slack = slack;
		return NULL;
	}
	group = jb_mosaic_put(m, best.size, &best.solved);
	m->desk->slack = slack;
	m->at += best.solved.n;
	m->once = m->once || best.once < best.n;
	m->n = MAX(m->n, m->at);
	*done = m->at == best.n;
	return group;
}

/* ---- stories ---- */

/* The blocks of an `either`, and of those within it, which pass on their spans.
 */
static void flatten(jb_desk *desk, const jb_block *either, GPtrArray *out)
{
	for (size_t i = 0; i < either->n_kids; i++) {
		jb_block *kid = either->kids[i];

		if (!kid->span && !kid->n_spans &&
			(either->span || either->n_spans)) {
			kid = jb_new(desk->arena, jb_block);
			*kid = *either->kids[i];
			kid->span = either->span;
			kid->spans = either->spans;
			kid->n_spans = either->n_spans;
		}
		if (kid->kind == JB_BLOCK_EITHER)
			flatten(desk, kid, out);
		else
			g_ptr_array_add(out, kid);
	}
}

/* A story with all its choices side by side. */
static jb_block *story_of(jb_desk *desk, jb_block *kid)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new(); /* jb_block */
	jb_block *story;

	if (kid->kind != JB_BLOCK_EITHER)
		return kid;
	flatten(desk, kid, all);
	story = jb_new(desk->arena, jb_block);
	*story = *kid;
	story->n_kids = all->len;
	story->kids = jb_new_array(desk->arena, jb_block *, all->len + 1);
	for (guint i = 0; i < all->len; i++)
		story->kids[i] = all->pdata[i];
	return story;
}

void jb_mosaic_pour(jb_galley *galley)
{
	jb_mosaic *m = jb_new(galley->desk->arena, jb_mosaic);

	m->desk = galley->desk;
	m->block = galley->block;
	m->width = galley->width;
	m->line_pt = galley->desk->layout->baseline_pt;
	m->n = m->block->n_kids;
	m->n_all = m->n + m->block->n_spare;
	m->stories = jb_new_array(m->desk->arena, jb_block *, m->n_all + 1);
	for (size_t i = 0; i < m->n; i++)
		m->stories[i] = story_of(m->desk, m->block->kids[i]);
	for (size_t i = 0; i < m->block->n_spare; i++)
		m->stories[m->n + i] = story_of(m->desk, m->block->spare[i]);
	galley->state = m;
	galley->state_size = sizeof *m;
	galley->take = mosaic_take;
	galley->on_grid = true;
}

jb_block *jb_either_choose(jb_desk *desk, const jb_block *block, double width)
{
	size_t i = 0;
	bool fits = false;

	for (; i < block->n_kids && !fits; i += !fits) {
		jb_diags *diags = jb_desk_hush(desk);

		jb_galley_whole(desk, block->kids[i], width);
		fits = jb_diags_errors(desk->diags) == 0;
		jb_desk_speak(desk, diags);
	}
	block->fit->which = i < block->n_kids ? i : 0;
	return block->kids[block->fit->which];
}
