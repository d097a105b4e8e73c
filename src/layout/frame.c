/* frame.c - lines go into the slots of a frame, column after column.
 *
 * A slot is a line's place.  What stands in the frame makes slots shorter, or
 * takes them; a paragraph is composed for the very slots it comes to.  Where
 * a column would end after a paragraph's first line or before its last one, it
 * ends earlier.
 */
#include "layout/frame.h"

#include <math.h>
#include <string.h>

enum { BESIDE_LEAST = 6 }; /* em: less room beside an obstacle is none */

typedef struct slot {
	double start, end; /* taken of the measure, in pt */
	bool taken;
} slot;

typedef struct box {
	jb_group *group;
	double x, y, width;
	size_t from, to; /* rows */
} box;

typedef struct set_line {
	jb_group *group;
	size_t slot, paragraph;
} set_line;

typedef struct filler {
	const jb_frame *f;
	jb_desk *desk;
	slot *slots; /* column by column, `stride` each */
	size_t stride;
	size_t *rows; /* by column, this time */
	bool *killed; /* by slot, this time */
	box *boxes;
	size_t n_boxes;
	jb_group ***plain; /* by paragraph: its lines in whole slots */
	size_t *n_plain;
	GArray *lines;		/* set_line */
	size_t paragraph, byte; /* where the rest begins */
} filler;

const jb_style *jb_style_rest(jb_arena *arena, const jb_style *style)
{
	jb_style *rest = jb_new(arena, jb_style);

	*rest = *style;
	rest->indent_em = 0;
	rest->drop = 0;
	return rest;
}

jb_story *jb_story_rest(
	jb_arena *arena, const jb_story *story, size_t paragraph, size_t byte)
{
	jb_story *rest = jb_new(arena, jb_story);

	rest->n = story->n - paragraph;
	rest->first = story->first + paragraph;
	rest->begun = byte > 0 || (story->begun && paragraph == 0);
	rest->paragraphs = jb_new_array(arena, const jb_rich *, rest->n + 1);
	for (size_t i = 0; i < rest->n; i++)
		rest->paragraphs[i] = story->paragraphs[paragraph + i];
	if (byte > 0)
		rest->paragraphs[0] = jb_rich_part(
			arena, rest->paragraphs[0], byte, SIZE_MAX);
	return rest;
}

static double line_pt(const filler *s)
{
	return s->f->galley->block->style->leading_pt;
}

static double step_of(const filler *s)
{
	return s->f->measure + s->desk->layout->gutter_pt;
}

/* ---- what stands in the frame ---- */

static double box_width(const filler *s, const jb_inset_box *inset)
{
	double all = inset->columns * step_of(s) - s->desk->layout->gutter_pt;

	if (inset->width_pt > 0)
		return fmin(inset->width_pt, all);
	return inset->width_part > 0 ? fmin(inset->width_part, 1) * all : all;
}

/* Its top stands where the characters beside it begin, and the line under it
 * is as far from it as from another line, or half the gap. */
static void set_box(filler *s, const jb_inset_box *inset, box *b)
{
	const jb_style *style = s->f->galley->block->style;
	double all = inset->columns * step_of(s) - s->desk->layout->gutter_pt;
	double rise = fmax(jb_style_em_top(s->desk, style), 0);
	double under =
		fmax(style->leading_pt - style->size_pt, inset->gap_pt / 2);

	b->width = box_width(s, inset);
	b->group = jb_stack_set(s->desk, inset->blocks, inset->n, b->width, 0);
	jb_group_settle(b->group, s->desk->layout->baseline_pt);
	b->x = (inset->column - 1) * step_of(s);
	if (inset->side == JB_INSET_CENTER)
		b->x += (all - b->width) / 2;
	else if (inset->side == JB_INSET_RIGHT)
		b->x += all - b->width;
	b->from = (size_t)inset->line - 1;
	b->y = (double)b->from * style->leading_pt + rise;
	b->to = b->from +
		(size_t)ceil(
			(b->group->height + under) / style->leading_pt - 1e-6);
}

/* What is left beside a box, in whole characters. */
static void shorten(const filler *s, slot *at, double *side, double room)
{
	double em = s->f->galley->block->style->size_pt;
	double left = s->f->measure - room;

	*side = fmax(*side, s->f->measure - floor(left / em + 1e-6) * em);
	if (s->f->measure - at->start - at->end < BESIDE_LEAST * em)
		at->taken = true;
}

static void take_slot(const filler *s, const box *b, const jb_inset_box *inset,
	int column, slot *at)
{
	double x = column * step_of(s), end = x + s->f->measure;
	double left = b->x - inset->gap_pt - x;
	double right = end - (b->x + b->width + inset->gap_pt);

	if (b->x >= end - JB_HAIR_PT || b->x + b->width <= x + JB_HAIR_PT)
		return;
	if (left > right)
		shorten(s, at, &at->end, s->f->measure - left);
	else
		shorten(s, at, &at->start, s->f->measure - right);
}

static void take_slots(filler *s)
{
	for (size_t i = 0; i < s->n_boxes; i++)
		for (int c = 0; c < s->f->columns; c++)
			for (size_t r = s->boxes[i].from;
				r < MIN(s->boxes[i].to, s->stride); r++)
				take_slot(s, &s->boxes[i],
					&s->f->galley->block->insets[i], c,
					&s->slots[(size_t)c * s->stride + r]);
	if (s->f->line_over)
		s->slots[0].taken = true;
}

/* ---- lines ---- */

static const jb_style *style_of(const filler *s, size_t i)
{
	if (i > 0 || s->f->story->first > 0)
		return i == 0 && s->f->story->begun
			       ? jb_style_rest(s->desk->arena, s->f->plain)
			       : s->f->plain;
	return s->f->story->begun ? jb_style_rest(s->desk->arena, s->f->plain)
				  : s->f->style;
}

/* Slots that are free from one on. */
static size_t free_slots(const filler *s, size_t from, size_t *which)
{
	size_t n = 0;

	for (size_t i = from; i < s->stride * (size_t)s->f->columns; i++)
		if (i % s->stride < s->rows[i / s->stride] &&
			!s->slots[i].taken && !s->killed[i])
			which[n++] = i;
	return n;
}

/* The lines of a paragraph for its slots. */
static jb_group **compose(
	filler *s, size_t i, const size_t *which, size_t n_free, size_t *n)
{
	jb_inset *insets;
	size_t own = 0;

	for (size_t k = 0; k < n_free; k++)
		if (s->slots[which[k]].start > 0 || s->slots[which[k]].end > 0)
			own = k + 1;
	if (own > 0 || !s->plain[i]) {
		insets = jb_new_array(s->desk->arena, jb_inset, own + 1);
		for (size_t k = 0; k < own; k++)
			insets[k] = (jb_inset){s->slots[which[k]].start,
				s->slots[which[k]].end};
		jb_group **lines =
			jb_set_lines_around(s->desk, s->f->story->paragraphs[i],
				style_of(s, i), s->f->measure, insets, own, n);
		if (own > 0)
			return lines;
		s->plain[i] = lines;
		s->n_plain[i] = *n;
	}
	*n = s->n_plain[i];
	return s->plain[i];
}

/* May a column end before a line? */
static bool may_break(const filler *s, size_t i, jb_group *const *lines,
	size_t line, size_t n)
{
	bool begun = i == 0 && s->f->story->begun;

	if (line == 0 || line >= n)
		return true;
	if (line < lines[0]->lines || line + 1 == n)
		return false;
	return line > 1 || begun;
}

/* Where a column would end badly, its last slots are given up; true when the
 * paragraph has to be composed again. */
static bool give_up(filler *s, size_t i, const size_t *which, size_t n_free,
	jb_group *const *lines, size_t n)
{
	for (size_t k = 1; k < n && k <= n_free; k++) {
		size_t column = which[k - 1] / s->stride, back = k;

		if ((k < n_free && which[k] / s->stride == column) ||
			may_break(s, i, lines, k, n))
			continue;
		while (back > 0 && !may_break(s, i, lines, back, n) &&
			which[back - 1] / s->stride == column)
			back--;
		/* no column is left empty for that */
		if (which[back] % s->stride == 0 ||
			which[back] / s->stride != column)
			continue;
		for (size_t m = back; m < k; m++)
			s->killed[which[m]] = true;
		return true;
	}
	return false;
}

/* One paragraph from a slot on; false when not all of it fits. */
static bool fill_paragraph(filler *s, size_t i, size_t *at, size_t *which)
{
	size_t n, n_free;
	jb_group **lines;

	do {
		n_free = free_slots(s, *at, which);
		lines = compose(s, i, which, n_free, &n);
	} while (n_free > 0 && give_up(s, i, which, n_free, lines, n));
	for (size_t k = 0; k < n && k < n_free; k++) {
		set_line line = {lines[k], which[k], i};

		g_array_append_val(s->lines, line);
		*at = which[k] + 1;
	}
	s->paragraph = i;
	s->byte = n_free < n ? lines[n_free]->from : 0;
	return n <= n_free;
}

/* All of the story into the slots; false when something is left. */
static bool fill(filler *s)
{
	size_t all = s->stride * (size_t)s->f->columns, at = 0;
	g_autofree size_t *which = g_new(size_t, all + 1);

	g_array_set_size(s->lines, 0);
	memset(s->killed, 0, all * sizeof *s->killed);
	for (size_t i = 0; i < s->f->story->n; i++)
		if (!fill_paragraph(s, i, &at, which))
			return false;
	return true;
}

/* ---- how high ---- */

static void set_rows(filler *s, size_t rows, int high)
{
	for (int c = 0; c < s->f->columns; c++)
		s->rows[c] = c < high ? rows : rows - 1;
}

static size_t least_rows(const filler *s)
{
	size_t least = 1;

	for (size_t i = 0; i < s->n_boxes; i++)
		least = MAX(least, s->boxes[i].to);
	return least;
}

/* Fits at the height: the columns end as evenly as can be. */
static void balance(filler *s)
{
	size_t columns = (size_t)s->f->columns;
	size_t rows = (s->lines->len + columns - 1) / columns;
	jb_diags_mark said = jb_diags_here(s->desk->diags);
	int high = s->f->columns;

	for (;; rows++) {
		jb_diags_back(s->desk->diags, said);
		set_rows(s, MIN(rows, s->stride), high);
		if (fill(s) || rows >= s->stride)
			break;
	}
	for (int n = 1; rows > 1 && n < s->f->columns; n++) {
		jb_diags_back(s->desk->diags, said);
		set_rows(s, rows, n);
		if (fill(s))
			return;
	}
	jb_diags_back(s->desk->diags, said);
	set_rows(s, MIN(rows, s->stride), high);
	fill(s);
}

/* ---- placing ---- */

static void put_lines(filler *s, jb_group *group)
{
	for (guint i = 0; i < s->lines->len; i++) {
		const set_line *line = &g_array_index(s->lines, set_line, i);
		jb_tag **tag =
			&s->f->tags[s->f->story->first + line->paragraph];
		size_t row = line->slot % s->stride;
		double x = (double)(line->slot / s->stride) * step_of(s);

		if (!*tag)
			*tag = jb_tag_new(s->desk->arena, JB_ROLE_P, NULL);
		jb_group_tag(line->group, *tag);
		jb_galley_put(s->f->galley, group, line->group, x,
			(double)row * line_pt(s));
		group->height =
			fmax(group->height, (double)(row + 1) * line_pt(s));
	}
}

static void put_boxes(filler *s, jb_group *group)
{
	for (size_t i = 0; i < s->n_boxes; i++) {
		const box *b = &s->boxes[i];
		double bottom = b->y + b->group->height;

		jb_group_place(group, b->group, b->x, b->y);
		group->height = fmax(group->height, bottom);
	}
}

/* What stands in the frame is set once: boxes hold boxes. */
static void open_filler(filler *s, const jb_frame *f)
{
	jb_arena *arena = f->galley->desk->arena;
	const jb_block *block = f->galley->block;
	size_t all;

	*s = (filler){.f = f, .desk = f->galley->desk, .stride = f->rows};
	s->n_boxes = block->n_insets;
	s->boxes = jb_new_array(arena, box, s->n_boxes + 1);
	for (size_t i = 0; i < s->n_boxes; i++)
		set_box(s, &block->insets[i], &s->boxes[i]);
	if (f->grows)
		s->stride = MAX(s->stride, least_rows(s));
	all = s->stride * (size_t)f->columns;
	s->slots = jb_new_array(arena, slot, all + 1);
	s->killed = jb_new_array(arena, bool, all + 1);
	s->rows = jb_new_array(arena, size_t, (size_t)f->columns);
	s->plain = jb_new_array(arena, jb_group **, f->story->n + 1);
	s->n_plain = jb_new_array(arena, size_t, f->story->n + 1);
	take_slots(s);
}

jb_framed jb_frame_fill(const jb_frame *frame)
{
	jb_framed done = {.group = jb_group_new(frame->galley->desk->arena)};
	jb_diags_mark said;
	filler s;
	bool whole;

	said = jb_diags_here(frame->galley->desk->diags);
	open_filler(&s, frame);
	if (frame->whole && s.stride < least_rows(&s)) {
		jb_diags_back(s.desk->diags, said);
		return (jb_framed){0};
	}
	said = jb_diags_here(s.desk->diags);
	s.lines = g_array_new(FALSE, FALSE, sizeof(set_line));
	set_rows(&s, s.stride, frame->columns);
	whole = fill(&s);
	if (whole) {
		jb_diags_back(s.desk->diags, said);
		memset(s.plain, 0, (frame->story->n + 1) * sizeof *s.plain);
		balance(&s);
	} else if (frame->line_under) {
		jb_diags_back(s.desk->diags, said);
		memset(s.plain, 0, (frame->story->n + 1) * sizeof *s.plain);
		s.slots[s.stride * (size_t)frame->columns - 1].taken = true;
		fill(&s);
	}
	if (!whole)
		done.rest = jb_story_rest(
			s.desk->arena, frame->story, s.paragraph, s.byte);
	done.group->width = frame->galley->width;
	put_lines(&s, done.group);
	put_boxes(&s, done.group);
	done.rows = (size_t)ceil(done.group->height / line_pt(&s) - 1e-6);
	g_array_unref(s.lines);
	return done;
}
