/* mosaic.c - stories in rows that end flush, on pages that are full.
 *
 * Every story is tried at every span it may take, with every block of its
 * `either` and every number of columns for what stands beside its prose;
 * layout/solve.h chooses.  Of those whose `either` says `once`, one takes a
 * later block: that with which all of them together cost least.  Pictures may
 * grow and shrink within limits: sizes
 * are tried for all of them together, the one that leaves least empty wins.
 */
#include "layout/galley.h"

#include <math.h>
#include <string.h>

#include "layout/beside.h"
#include "layout/box.h"
#include "layout/solve.h"

/* Sizes of pictures that are tried; a step away from the greatest costs so much
 * of a page's cells.  So does a cell that they take.  The blocks of an
 * `either` that come later cost so many cells.  So many stories ahead are
 * thought of at first. */
enum { SIZES = 9, AHEAD = 24 };
#define SMALLER 0.004
#define SMALLER_COMPACT 0.04
#define PICTURES 0.1
#define LATER 20
/* That a later block stands once may cost so many cells more. */
#define ONCE 90

/* A row of lanes may be so much higher than it must be. */
#define HIGHER 0.35

/* How a story is set: what jb_choice cannot say. */
typedef struct way {
	size_t which; /* of its `either` */
	int beside, lanes;
} way;

typedef struct size {
	double scale;
	jb_story *stories; /* their choices … */
	way **ways;	   /* … and how each is set */
	size_t *firsts;	   /* how many of them are of its first block */
} size;

typedef struct mosaic {
	jb_desk *desk;
	const jb_block *block;
	double width, line_pt;
	size *sizes;
	size_t n_sizes;
	jb_block **stories; /* its blocks, and those that may follow */
	size_t n, n_all;
	size_t at; /* the next story */
	bool once; /* a story has stood in a later block */
} mosaic;

/* ---- inside a story ---- */

/* The block that stands for a story. */
static jb_block *chosen(jb_block *kid)
{
	while (kid->kind == JB_BLOCK_EITHER)
		kid = kid->kids[kid->fit->which];
	return kid;
}

/* Its prose that has blocks beside it, or NULL. */
static jb_block *prose_of(jb_block *block)
{
	jb_block *found = NULL;

	if (jb_beside_asked(block))
		return block;
	for (size_t i = 0; i < block->n_kids && !found; i++)
		found = prose_of(block->kids[i]);
	return found;
}

/* Its lanes, or NULL. */
static jb_block *lanes_of(jb_block *block)
{
	jb_block *found = NULL;

	if (block->kind == JB_BLOCK_LANES)
		return block;
	for (size_t i = 0; i < block->n_kids && !found; i++)
		found = lanes_of(block->kids[i]);
	return found;
}

static void scale_pictures(jb_block *block, double scale)
{
	block->fit->scale = scale;
	for (size_t i = 0; i < block->n_kids; i++)
		scale_pictures(block->kids[i], scale);
}

/* Its pictures' limits, if wider than those that are known. */
static void widen_limits(const jb_block *block, double limits[2])
{
	if (block->kind == JB_BLOCK_PICTURES &&
		block->scale_most > block->scale) {
		limits[0] = fmin(limits[0], block->scale);
		limits[1] = fmax(limits[1], block->scale_most);
	}
	for (size_t i = 0; i < block->n_kids; i++)
		widen_limits(block->kids[i], limits);
}

static void take_height(jb_block *block, double reach_pt)
{
	block->fit->reach_pt = reach_pt;
	for (size_t i = 0; i < block->n_kids; i++)
		take_height(block->kids[i], 0);
}

static void take_way(jb_block *block, const way *one)
{
	jb_block *prose = prose_of(block);

	if (!prose)
		return;
	prose->fit->beside_span = one->beside;
	prose->fit->lanes = one->lanes;
}

static double span_width(const mosaic *m, int span)
{
	double gutter = m->desk->layout->gutter_pt;
	double column = (m->width + gutter) / m->block->columns;

	return span * column - gutter;
}

/* ---- what may be chosen ---- */

static int lines_of(const mosaic *m, double pt)
{
	return (int)ceil((pt - JB_HAIR_PT) / m->line_pt);
}

/* Sets a story one way and looks at it; false when something does not fit. */
static bool look(const mosaic *m, jb_block *block, jb_choice *choice)
{
	jb_diags *diags = jb_desk_hush(m->desk); /* says each thing once */
	bool fits;
	jb_block *prose = prose_of(block);
	jb_block *filled = prose ? prose : lanes_of(block);
	jb_group *group;

	take_height(block, 0);
	if (filled)
		filled->fit->looking = true;
	group = jb_galley_whole(m->desk, block, span_width(m, choice->span));
	choice->height = MAX(lines_of(m, group->height), 1);
	if (filled) {
		filled->fit->looking = false;
		choice->blank = filled->fit->blank;
		choice->absorb = filled->fit->absorb;
		choice->cost =
			PICTURES * filled->fit->beside + filled->fit->dislike;
	}
	fits = jb_diags_errors(m->desk->diags) == 0 &&
	       !(filled && filled->fit->narrow);
	jb_desk_speak(m->desk, diags);
	return fits;
}

static bool is_once(const jb_block *kid)
{
	return kid->kind == JB_BLOCK_EITHER && kid->once;
}

static void add_way(const mosaic *m, const jb_block *kid, jb_block *block,
	way one, int span, GArray *choices, GArray *ways)
{
	jb_choice choice = {.span = span};

	take_way(block, &one);
	if (!look(m, block, &choice))
		return;
	if (one.which && !is_once(kid))
		choice.cost += LATER * (double)one.which;
	g_array_append_val(choices, choice);
	g_array_append_val(ways, one);
}

static void add_ways(const mosaic *m, jb_block *kid, size_t which, int span,
	GArray *choices, GArray *ways)
{
	jb_block *block = chosen(kid), *prose = prose_of(block);
	int columns =
		prose ? jb_columns_within(m->desk, span_width(m, span)) : 1;
	int lanes = prose ? (int)jb_beside_items(prose) : 0;

	for (int beside = 1; beside <= (lanes ? columns : 1); beside++) {
		if (lanes && !jb_beside_may(prose, beside))
			continue;
		add_way(m, kid, block, (way){which, beside, MIN(lanes, 1)},
			span, choices, ways);
		for (int k = 2; k <= lanes && k * beside <= columns; k++)
			add_way(m, kid, block, (way){which, beside, k}, span,
				choices, ways);
	}
}

/* Spans that a block of a story may take: its own, else the mosaic's. */
static bool may_span(
	const mosaic *m, const jb_block *kid, const jb_block *block, int span)
{
	const jb_block *from = block->n_spans ? block
			       : kid->n_spans ? kid
					      : m->block;

	if (kid->span || block->span)
		return span == (block->span ? block->span : kid->span);
	for (size_t i = 0; i < from->n_spans; i++)
		if (from->spans[i] == span)
			return true;
	return from->n_spans == 0;
}

/* What was found for a story, its first block's ways before the others'. */
static void keep_ways(
	mosaic *m, size *s, size_t i, const GArray *choices, const GArray *ways)
{
	s->stories[i].n = choices->len;
	s->ways[i] = jb_new_array(m->desk->arena, way, ways->len);
	memcpy(s->ways[i], ways->data, ways->len * sizeof(way));
	s->stories[i].choices =
		memcpy(jb_new_array(m->desk->arena, jb_choice, choices->len),
			choices->data, choices->len * sizeof(jb_choice));
	while (s->firsts[i] < ways->len && s->ways[i][s->firsts[i]].which == 0)
		s->firsts[i]++;
}

/* All ways of a story with pictures of one size. */
static void look_at_story(mosaic *m, jb_block *kid, size *s, size_t i)
{
	GArray *choices = g_array_new(FALSE, FALSE, sizeof(jb_choice));
	GArray *ways = g_array_new(FALSE, FALSE, sizeof(way));
	size_t n = kid->kind == JB_BLOCK_EITHER ? kid->n_kids : 1;

	for (size_t which = 0; which < n; which++) {
		kid->fit->which = which;
		scale_pictures(chosen(kid), s->scale);
		for (int span = 1; span <= m->block->columns; span++)
			if (may_span(m, kid, chosen(kid), span))
				add_ways(m, kid, which, span, choices, ways);
	}
	if (choices->len == 0) { /* what is wrong is said when it is set */
		jb_choice choice = {.span = m->block->columns, .height = 1};
		way one = {0, 0, 0};

		g_array_append_val(choices, choice);
		g_array_append_val(ways, one);
	}
	keep_ways(m, s, i, choices, ways);
	g_array_free(choices, TRUE);
	g_array_free(ways, TRUE);
}

static void look_at_all(mosaic *m)
{
	double limits[2] = {1, 1};
	size_t n = m->n_all;

	limits[0] = INFINITY;
	limits[1] = 0;
	for (size_t i = 0; i < n; i++)
		widen_limits(m->stories[i], limits);
	m->n_sizes = limits[0] < limits[1] ? SIZES : 1;
	if (m->n_sizes == 1)
		limits[0] = limits[1] = 0; /* there is nothing to choose */
	m->sizes = jb_new_array(m->desk->arena, size, m->n_sizes);
	for (size_t k = 0; k < m->n_sizes; k++) {
		size *s = &m->sizes[k];
		double part = m->n_sizes > 1 ? (double)k / (SIZES - 1) : 0;

		s->scale = limits[1] - part * (limits[1] - limits[0]);
		s->stories = jb_new_array(m->desk->arena, jb_story, n + 1);
		s->ways = jb_new_array(m->desk->arena, way *, n + 1);
		s->firsts = jb_new_array(m->desk->arena, size_t, n + 1);
		for (size_t i = 0; i < n; i++)
			look_at_story(m, m->stories[i], s, i);
	}
}

/* ---- rows on a page ---- */

/* The story as it was chosen, as high as its row. */
static jb_group *set_story(
	mosaic *m, const size *s, size_t story, size_t choice, double height_pt)
{
	jb_block *kid = m->stories[story];
	const way *one = &s->ways[story][choice];
	double width = span_width(m, s->stories[story].choices[choice].span);
	jb_group *group;

	kid->fit->which = one->which;
	scale_pictures(kid, s->scale);
	take_way(chosen(kid), one);
	take_height(chosen(kid), height_pt);
	group = jb_galley_whole(m->desk, chosen(kid), width);
	jb_group_settle(group, m->desk->layout->baseline_pt);
	if (group->height < height_pt)
		jb_box_reach(m->desk, chosen(kid), group, height_pt, 0);
	return group;
}

static void put_rule(
	mosaic *m, jb_group *page, double x0, double y0, double x1, double y1)
{
	const jb_edge *rule = &m->block->rule;

	if (rule->width_pt > 0)
		jb_put_line(m->desk, page, x0, y0, x1, y1,
			jb_desk_ink(m->desk, rule->ink), rule->width_pt, false)
			->pos = m->block->pos;
}

/* Returns the row's height: that which was solved for, or more where a story
 * came out higher than when it was looked at. */
static double put_row(mosaic *m, jb_group *page, const size *s,
	const jb_solved_row *row, double y)
{
	double gutter = m->desk->layout->gutter_pt, x = 0;
	double height = row->height * m->line_pt;
	const jb_style *body = jb_desk_style(m->desk, "body");
	double top = jb_style_em_top(m->desk, body);
	double foot = body->leading_pt - top - body->size_pt;

	for (size_t i = 0; i < row->n; i++) {
		size_t story = m->at + row->first + i;
		const jb_choice *c =
			&s->stories[story].choices[row->choices[i]];
		jb_group *group = set_story(
			m, s, story, row->choices[i], row->height * m->line_pt);

		height = fmax(height, group->height);
		if (i > 0)
			put_rule(m, page, x - gutter / 2, y + top,
				x - gutter / 2,
				y + row->height * m->line_pt - foot);
		jb_group_place(page, group, x, y);
		x += span_width(m, c->span) + gutter;
	}
	return height;
}

static bool all_lanes(const mosaic *m, const jb_solved_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (!lanes_of(m->stories[m->at + row->first + i]))
			return false;
	return true;
}

/* Lines that a page has left: rows that are lanes take them, in equal parts and
 * as far as that looks well; pictures grow in them. */
static void heighten(const mosaic *m, jb_solved *solved)
{
	int open = 0, spare = solved->spare;

	for (size_t i = 0; i < solved->n_rows; i++)
		open += all_lanes(m, &solved->rows[i]);
	for (size_t i = 0; i < solved->n_rows && open > 0; i++) {
		jb_solved_row *row = &solved->rows[i];
		int more;

		if (!all_lanes(m, row))
			continue;
		more = MIN(spare / open, (int)(HIGHER * row->height));
		open--;
		row->height += more;
		spare -= more;
	}
	solved->spare = spare;
}

/* Lines that are then left move rows apart, one more at each gap. */
static jb_group *put_rows(mosaic *m, const size *s, jb_solved *solved)
{
	jb_group *page = jb_group_new(m->desk->arena);
	int gap = lines_of(m, m->block->gap_pt);
	size_t gaps = solved->n_rows - 1;
	double y = 0;

	heighten(m, solved);
	for (size_t i = 0; i < solved->n_rows; i++) {
		y += put_row(m, page, s, &solved->rows[i], y);
		page->height = y;
		if (i == gaps)
			break;
		y = jb_grid_up(m->desk, y, true);
		y += (gap + ((size_t)solved->spare > i)) * m->line_pt;
		put_rule(m, page, 0, (page->height + y) / 2, m->width,
			(page->height + y) / 2);
	}
	page->width = m->width;
	return page;
}

/* ---- which size ---- */

static jb_puzzle puzzle_of(
	const mosaic *m, const jb_story *stories, size_t n, int first)
{
	const jb_layout *l = m->desk->layout;
	double page = l->height_pt - l->top_pt - l->bottom_pt;

	return (jb_puzzle){
		.stories = stories,
		.n = n - m->at,
		.columns = m->block->columns,
		.least = m->block->least,
		.most = m->block->most,
		.gap = lines_of(m, m->block->gap_pt),
		.compact = m->block->compact,
		.first = first,
		.page = MAX(
			(int)floor((page + JB_HAIR_PT) / m->line_pt), first),
	};
}

typedef struct solution {
	jb_solved solved;
	const size *size;
	size_t n;    /* stories, with those that follow */
	size_t once; /* the story that stands in a later block; n: none */
} solution;

/* Has the story blocks of which one is to stand once, and may each be taken? */
static bool may_once(const mosaic *m, const size *s, size_t story)
{
	return is_once(m->stories[story]) && s->firsts[story] > 0 &&
	       s->firsts[story] < s->stories[story].n;
}

/* Stories as they are to be solved, from the next one on: one in a later block,
 * the others of those that may be in their first. */
static jb_story *stories_of(const mosaic *m, const solution *one)
{
	const size *s = one->size;
	jb_story *all =
		jb_new_array(m->desk->arena, jb_story, one->n - m->at + 1);

	for (size_t i = m->at; i < one->n; i++) {
		jb_story *story = &all[i - m->at];

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
static void count_all(const mosaic *m, solution *one)
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
static bool try_size(const mosaic *m, size_t k, int first, bool page,
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
static void solve_once(const mosaic *m, int first, bool page, solution *best)
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
static bool solve_some(const mosaic *m, int first, bool page, size_t least,
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
static bool solve(const mosaic *m, int first, bool page, solution *best)
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
	mosaic *m = galley->state;
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
		look_at_all(m);
	if (!solve(m, MAX(first, 1), page, &best)) {
		m->desk->slack = slack;
		return NULL;
	}
	group = put_rows(m, best.size, &best.solved);
	m->desk->slack = slack;
	m->at += best.solved.n;
	m->once = m->once || best.once < best.n;
	m->n = MAX(m->n, m->at);
	*done = m->at == best.n;
	return group;
}

void jb_mosaic_pour(jb_galley *galley)
{
	mosaic *m = jb_new(galley->desk->arena, mosaic);

	m->desk = galley->desk;
	m->block = galley->block;
	m->width = galley->width;
	m->line_pt = galley->desk->layout->baseline_pt;
	m->n = m->block->n_kids;
	m->n_all = m->n + m->block->n_spare;
	m->stories = jb_new_array(m->desk->arena, jb_block *, m->n_all + 1);
	memcpy(m->stories, m->block->kids, m->n * sizeof *m->stories);
	if (m->block->n_spare)
		memcpy(m->stories + m->n, m->block->spare,
			m->block->n_spare * sizeof *m->stories);
	galley->state = m;
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
