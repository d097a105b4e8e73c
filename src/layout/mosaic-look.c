/* mosaic-look.c - the ways in which each story of a mosaic may be set, and what
 * each of them leaves empty. */
#include "layout/mosaic-parts.h"

#include <math.h>
#include <string.h>

#include "layout/beside.h"

/* Sizes of pictures that are tried.  A cell that pictures take costs so much of
 * one; the blocks of an `either` that come later cost so many cells. */
enum { SIZES = 9 };
#define PICTURES 0.1
#define LATER 20

/* ---- inside a story ---- */

/* The block that stands for a story. */
jb_block *jb_mosaic_chosen(jb_block *kid)
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
jb_block *jb_mosaic_lanes(jb_block *block)
{
	jb_block *found = NULL;

	if (block->kind == JB_BLOCK_LANES)
		return block;
	for (size_t i = 0; i < block->n_kids && !found; i++)
		found = jb_mosaic_lanes(block->kids[i]);
	return found;
}

void jb_mosaic_scale(jb_block *block, double scale)
{
	block->fit->scale = scale;
	for (size_t i = 0; i < block->n_kids; i++)
		jb_mosaic_scale(block->kids[i], scale);
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

void jb_mosaic_reach(jb_block *block, double reach_pt)
{
	block->fit->reach_pt = reach_pt;
	for (size_t i = 0; i < block->n_kids; i++)
		jb_mosaic_reach(block->kids[i], 0);
}

void jb_mosaic_take_way(jb_block *block, const jb_way *one)
{
	jb_block *prose = prose_of(block);

	if (!prose)
		return;
	prose->fit->beside_span = one->beside;
	prose->fit->lanes = one->lanes;
}

double jb_mosaic_width(const jb_mosaic *m, int span)
{
	double gutter = m->desk->layout->gutter_pt;
	double column = (m->width + gutter) / m->block->columns;

	return span * column - gutter;
}

/* ---- what may be chosen ---- */

int jb_mosaic_lines(const jb_mosaic *m, double pt)
{
	return (int)ceil((pt - JB_HAIR_PT) / m->line_pt);
}

/* Cells that are empty under prose beside something higher: a headline that
 * goes down. */
static double blank_beside(const jb_mosaic *m, const jb_block *block,
	const jb_block *prose, const jb_choice *choice)
{
	int more;

	if (!prose || block->kind != JB_BLOCK_GRID)
		return 0;
	more = choice->height - jb_mosaic_lines(m, prose->fit->least_pt);
	return MAX(more, 0) * (choice->span - 1);
}

/* Sets a story one way and looks at it; false when something does not fit. */
static bool look(const jb_mosaic *m, jb_block *block, jb_choice *choice)
{
	jb_diags *diags = jb_desk_hush(m->desk); /* says each thing once */
	bool fits;
	jb_block *prose = prose_of(block);
	jb_block *filled = prose ? prose : jb_mosaic_lanes(block);
	jb_group *group;

	jb_mosaic_reach(block, 0);
	if (filled)
		filled->fit->looking = true;
	group = jb_galley_whole(
		m->desk, block, jb_mosaic_width(m, choice->span));
	choice->height = MAX(jb_mosaic_lines(m, group->height), 1);
	if (filled) {
		filled->fit->looking = false;
		choice->blank = filled->fit->blank +
				blank_beside(m, block, prose, choice);
		choice->absorb = filled->fit->absorb;
		choice->cost =
			PICTURES * filled->fit->beside + filled->fit->dislike;
	}
	fits = jb_diags_errors(m->desk->diags) == 0 &&
	       !(filled && filled->fit->narrow);
	jb_desk_speak(m->desk, diags);
	return fits;
}

bool jb_mosaic_once(const jb_block *kid)
{
	return kid->kind == JB_BLOCK_EITHER && kid->once;
}

static void add_way(const jb_mosaic *m, const jb_block *kid, jb_block *block,
	jb_way one, int span, GArray *choices, GArray *ways)
{
	jb_choice choice = {.span = span};

	jb_mosaic_take_way(block, &one);
	if (!look(m, block, &choice))
		return;
	if (one.which && !jb_mosaic_once(kid))
		choice.cost += LATER * (double)one.which;
	g_array_append_val(choices, choice);
	g_array_append_val(ways, one);
}

static void add_ways(const jb_mosaic *m, jb_block *kid, size_t which, int span,
	GArray *choices, GArray *ways)
{
	jb_block *block = jb_mosaic_chosen(kid), *prose = prose_of(block);
	int columns =
		prose ? jb_columns_within(m->desk, jb_mosaic_width(m, span))
		      : 1;
	int lanes = prose ? (int)jb_beside_items(prose) : 0;

	for (int beside = 1; beside <= (lanes ? columns : 1); beside++) {
		if (lanes && !jb_beside_may(prose, beside))
			continue;
		add_way(m, kid, block, (jb_way){which, beside, MIN(lanes, 1)},
			span, choices, ways);
		for (int k = 2; k <= lanes && k * beside <= columns; k++)
			add_way(m, kid, block, (jb_way){which, beside, k}, span,
				choices, ways);
	}
}

/* Spans that a block of a story may take: its own, else the mosaic's. */
static bool may_span(const jb_mosaic *m, const jb_block *kid,
	const jb_block *block, int span)
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
static void keep_ways(jb_mosaic *m, jb_mosaic_size *s, size_t i,
	const GArray *choices, const GArray *ways)
{
	s->stories[i].n = choices->len;
	s->ways[i] = jb_new_array(m->desk->arena, jb_way, ways->len);
	memcpy(s->ways[i], ways->data, ways->len * sizeof(jb_way));
	s->stories[i].choices =
		memcpy(jb_new_array(m->desk->arena, jb_choice, choices->len),
			choices->data, choices->len * sizeof(jb_choice));
	while (s->firsts[i] < ways->len && s->ways[i][s->firsts[i]].which == 0)
		s->firsts[i]++;
}

/* All ways of a story with pictures of one size. */
static void look_at_story(
	jb_mosaic *m, jb_block *kid, jb_mosaic_size *s, size_t i)
{
	GArray *choices = g_array_new(FALSE, FALSE, sizeof(jb_choice));
	GArray *ways = g_array_new(FALSE, FALSE, sizeof(jb_way));
	size_t n = kid->kind == JB_BLOCK_EITHER ? kid->n_kids : 1;

	for (size_t which = 0; which < n; which++) {
		kid->fit->which = which;
		jb_mosaic_scale(jb_mosaic_chosen(kid), s->scale);
		for (int span = 1; span <= m->block->columns; span++)
			if (may_span(m, kid, jb_mosaic_chosen(kid), span))
				add_ways(m, kid, which, span, choices, ways);
	}
	if (choices->len == 0) { /* what is wrong is said when it is set */
		jb_choice choice = {.span = m->block->columns, .height = 1};
		jb_way one = {0, 0, 0};

		g_array_append_val(choices, choice);
		g_array_append_val(ways, one);
	}
	keep_ways(m, s, i, choices, ways);
	g_array_free(choices, TRUE);
	g_array_free(ways, TRUE);
}

void jb_mosaic_look(jb_mosaic *m)
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
	m->sizes = jb_new_array(m->desk->arena, jb_mosaic_size, m->n_sizes);
	for (size_t k = 0; k < m->n_sizes; k++) {
		jb_mosaic_size *s = &m->sizes[k];
		double part = m->n_sizes > 1 ? (double)k / (SIZES - 1) : 0;

		s->scale = limits[1] - part * (limits[1] - limits[0]);
		s->stories = jb_new_array(m->desk->arena, jb_candidate, n + 1);
		s->ways = jb_new_array(m->desk->arena, jb_way *, n + 1);
		s->firsts = jb_new_array(m->desk->arena, size_t, n + 1);
		for (size_t i = 0; i < n; i++)
			look_at_story(m, m->stories[i], s, i);
	}
}
