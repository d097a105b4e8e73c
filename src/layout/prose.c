/* Prose: paragraphs of lines on the grid, poured into balanced columns.
 *
 * In a vertical style columns are bands one under the other, their lines stand
 * from right to left, and the same rules hold (prose-ends.c).
 */
#include "layout/prose-parts.h"

#include <math.h>

#include "layout/copyfit.h"
#include "layout/footnotes.h"
#include "layout/thread.h"

/* Fewer lines than this do not start on a page that others begin; no band of a
 * vertical style is less than so many characters high of its own accord. */
enum { LEAST_LINES = 4, BAND_LEAST = 4 };

/* No frame has more lines. */
enum { FRAME_ROWS = 1000 };

/* The lines of one paragraph as groups of one line each. */
static void compose_paragraph(jb_galley *galley, GArray *lines, size_t index)
{
	const jb_prose *p = galley->state;
	const jb_rich *rich = p->story->paragraphs[index];
	bool rest = p->story->begun && index == 0;
	const jb_style *style = index + p->story->first ? p->plain : p->style;
	size_t n = 0;
	jb_group **groups = jb_set_lines(galley->desk, rich,
		rest ? jb_style_rest(galley->desk->arena, p->plain) : style,
		NULL, p->measure, &n);

	for (size_t i = 0; i < n; i++) {
		jb_prose_line line = {
			.group = groups[i],
			.first = i == 0 && !rest,
			.last = i + 1 == n,
			.held = i > 0 && i < groups[0]->lines,
			.pos = rich->n ? rich->pieces[0].pos
				       : galley->block->pos,
			.paragraph = p->story->first + index,
		};

		line.marks = jb_feet_marks(
			galley->desk->arena, groups[i], &line.n_marks);
		g_array_append_val(lines, line);
	}
}

static void compose(jb_galley *galley)
{
	jb_arena *arena = galley->desk->arena;
	jb_prose *p = galley->state;
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(jb_prose_line));

	for (size_t i = 0; i < p->story->n; i++)
		compose_paragraph(galley, lines, i);
	p->n = lines->len;
	p->lines = jb_new_array(arena, jb_prose_line, lines->len + 1);
	for (guint i = 0; i < lines->len; i++)
		p->lines[i] = g_array_index(lines, jb_prose_line, i);
	g_array_free(lines, TRUE);
}

/* Places the lines from `at` to `end`, the first of them at the start of column
 * c; returns how many. */
static size_t place_column(
	jb_galley *galley, jb_group *group, int c, size_t end, double width)
{
	jb_prose *p = galley->state;
	size_t start = p->at;
	double step = p->measure + galley->desk->layout->gutter_pt;

	for (; p->at < end; p->at++) {
		jb_prose_line *line = &p->lines[p->at];
		jb_tag **tag = &p->tags[line->paragraph];
		double across = (double)(p->at - start) * p->line_pt;

		if (!*tag)
			*tag = jb_tag_new(galley->desk->arena, JB_ROLE_P, NULL);
		jb_group_tag(line->group, *tag);
		if (galley->block->style->vertical)
			jb_galley_put(galley, group, line->group,
				width - across - p->line_pt, c * step);
		else
			jb_galley_put(
				galley, group, line->group, c * step, across);
	}
	return p->at - start;
}

/* Lines in the longest of the columns up to cuts[]. */
static size_t rows_of(const jb_prose *p, const size_t *cuts)
{
	size_t rows = 0, from = p->at;

	for (int c = 0; c < p->columns; from = cuts[c++])
		rows = MAX(rows, cuts[c] - from);
	return rows;
}

static jb_group *place_columns(jb_galley *galley, const size_t *cuts)
{
	jb_prose *p = galley->state;
	jb_group *group = jb_group_new(galley->desk->arena);
	size_t rows = rows_of(p, cuts);
	double gutter = galley->desk->layout->gutter_pt;
	int used = 0;

	group->width = isinf(galley->width) ? (double)rows * p->line_pt
					    : galley->width;
	for (int c = 0; c < p->columns; c++)
		if (place_column(galley, group, c, cuts[c], group->width))
			used = c + 1;
	group->height = galley->block->style->vertical
				? used * (p->measure + gutter) - gutter
				: (double)rows * p->line_pt;
	return group;
}

/* The columns up to cuts[]; a paragraph that runs on stays one element. */
static jb_group *take_columns(jb_galley *galley, const size_t *cuts, bool *done)
{
	jb_prose *p = galley->state;
	jb_group *group = place_columns(galley, cuts);

	*done = p->at >= p->n;
	return group;
}

/* The end of one column among those of a page; a whole one takes at least a
 * line.  False when nothing may stand in it. */
static bool cut_one(const jb_prose *p, size_t rows, bool page, size_t *cuts)
{
	size_t cut = MIN(p->at + rows, p->n);

	while (cut > p->at && !jb_prose_may_break(p, cut))
		cut--;
	if (cut == p->at && p->at < p->n && page)
		cut = MIN(p->at + MAX(rows, 1), p->n);
	cuts[0] = cut;
	return cut > p->at || p->n == p->at;
}

/* The columns that fit into a height; false when too few lines do. */
static bool cut_columns(
	const jb_galley *galley, double height, bool page, size_t *cuts)
{
	const jb_prose *p = galley->state;
	size_t rows =
		(size_t)fmax(floor((height + JB_HAIR_PT) / p->line_pt), 0);

	if (page && rows == 0)
		rows = 1;
	if (galley->flows && p->columns == 1)
		return cut_one(p, rows, page, cuts);
	if (jb_prose_balance(p, rows, cuts))
		return true;
	if (rows < LEAST_LINES && !page)
		return false;
	jb_prose_fill(p, rows, cuts);
	return true;
}

/* The notes with marks on the lines up to one. */
static jb_feet_set marks_before(
	const jb_galley *galley, const jb_prose *p, size_t end)
{
	jb_feet_set set = {.n = 0};

	set.which = jb_new_array(
		galley->desk->arena, size_t, galley->block->n_footnotes + 1);
	for (size_t i = p->at; i < end; i++)
		jb_feet_add(&set, p->lines[i].marks, p->lines[i].n_marks);
	return set;
}

/* As many lines as leave room for their notes at the foot of the page: one
 * line less after the other.  What of a single line's notes does not fit is
 * the page's error. */
static bool cut_with_notes(jb_galley *galley, double height, bool page,
	size_t *cuts, jb_feet_set *set)
{
	const jb_prose *p = galley->state;
	double need = 0, room = height;
	size_t known = 0; /* notes that `need` is for */

	for (;; room -= p->line_pt) {
		if (!cut_columns(galley, room, page, cuts))
			return false;
		*set = marks_before(galley, p, cuts[p->columns - 1]);
		if (set->n != known)
			need = jb_feet_height(galley->feet, set);
		known = set->n;
		if ((double)rows_of(p, cuts) * p->line_pt + need <=
				height + JB_HAIR_PT ||
			room < p->line_pt)
			return true;
	}
}

static jb_group *prose_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	jb_prose *p = galley->state;
	size_t *cuts = jb_new_array(galley->desk->arena, size_t, p->columns);
	jb_feet_set set;

	if (!jb_feet_at_foot(galley)) {
		if (!cut_columns(galley, height, page, cuts))
			return NULL;
		return take_columns(galley, cuts, done);
	}
	if (!cut_with_notes(galley, height, page, cuts, &set))
		return NULL;
	galley->foot = jb_feet_place(galley->feet, &set);
	return take_columns(galley, cuts, done);
}

/* --- vertical: columns are bands, one under the other --- */

static double band_height(const jb_galley *galley, double height)
{
	int n = galley->block->columns;

	return (height - galley->desk->layout->gutter_pt * (n - 1)) / n;
}

/* The least measure of whole characters at which all fits into so many rows,
 * or the most there is room for.  What trials have to say is not said. */
static double least_measure(jb_galley *galley, double most, size_t rows)
{
	jb_prose *p = galley->state;
	jb_diags *diags = jb_desk_hush(galley->desk);
	double em = galley->block->style->size_pt;
	size_t *cuts = jb_new_array(galley->desk->arena, size_t, p->columns);

	p->measure = fmin(BAND_LEAST * em, most);
	for (compose(galley);
		!jb_prose_balance(p, rows, cuts) && p->measure < most;
		compose(galley)) {
		double all = (double)p->n * p->measure;
		double least = .95 * all / (double)rows / p->columns;

		p->measure = fmax(p->measure + em, floor(least / em) * em);
		p->measure = fmin(p->measure, most);
	}
	jb_desk_speak(galley->desk, diags);
	return p->measure;
}

/* Bands of a given height have their measure; others are as high as it takes,
 * at most as high as there is room. */
static void compose_bands(jb_galley *galley, double height, size_t rows)
{
	jb_prose *p = galley->state;
	double em = galley->block->style->size_pt;
	double room = floor(band_height(galley, height) / em + 1e-6) * em;

	if (galley->block->height_pt > 0)
		p->measure = band_height(galley, galley->block->height_pt);
	else
		p->measure = least_measure(galley, fmax(room, em), rows);
	p->composed = true;
	compose(galley);
}

static jb_group *bands_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	jb_prose *p = galley->state;
	double room = isinf(galley->width) ? height : galley->width;
	size_t rows = (size_t)fmax(floor((room + JB_HAIR_PT) / p->line_pt), 1);
	size_t *cuts = jb_new_array(galley->desk->arena, size_t, p->columns);
	double own = galley->block->height_pt;

	if (!page && height < fmax(own, BAND_LEAST * p->line_pt))
		return NULL;
	if (!p->composed)
		compose_bands(galley, height, rows);
	if (!jb_prose_balance(p, rows, cuts))
		jb_prose_fill(p, rows, cuts);
	return take_columns(galley, cuts, done);
}

/* ---- around what stands in it ---- */

/* A frame first, with what the lines run around; then what is left, as any
 * other prose. */
static jb_group *framed_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	jb_prose *p = galley->state;
	jb_frame frame = {
		.galley = galley,
		.story = p->story,
		.style = p->style,
		.plain = p->plain,
		.measure = p->measure,
		.columns = p->columns,
		.tags = p->tags,
		.grows = page,
		.whole = !page,
	};
	jb_framed framed;

	if (!p->framed)
		return prose_take(galley, height, page, done);
	frame.rows = (size_t)fmax(floor((height + JB_HAIR_PT) / p->line_pt), 0);
	frame.rows = MIN(frame.rows, FRAME_ROWS);
	framed = jb_frame_fill(&frame);
	if (!framed.group)
		return NULL;
	p->framed = false;
	*done = !framed.rest;
	if (framed.rest) {
		p->story = framed.rest;
		p->at = 0;
		compose(galley);
	}
	return framed.group;
}

static const jb_style *style_plain(jb_arena *arena, const jb_style *style)
{
	jb_style *plain;

	if (!style->drop)
		return style;
	plain = jb_new(arena, jb_style);
	*plain = *style;
	plain->drop = 0;
	return plain;
}

static const jb_style *style_fitted(const jb_galley *galley, double measure)
{
	const jb_block *block = galley->block;
	const jb_copyfit_job job = {
		.paragraphs = block->paragraphs,
		.n = block->n_paragraphs,
		.measure_pt = measure,
		.columns = block->columns,
		.height_pt = block->frame_pt,
	};

	return jb_copyfit(galley->desk, block->style, &job);
}

void jb_prose_pour(jb_galley *galley)
{
	jb_desk *desk = galley->desk;
	const jb_block *block = galley->block = jb_thread_block(galley);
	jb_prose *p = jb_new(desk->arena, jb_prose);

	p->tags = jb_thread_tags(galley);
	p->measure = jb_column_width(desk, block->columns, galley->width);
	p->line_pt = block->style->leading_pt;
	p->columns = block->columns;
	p->style = block->style->vertical ? block->style
					  : style_fitted(galley, p->measure);
	p->plain = style_plain(desk->arena, p->style);
	galley->state = p;
	galley->state_size = sizeof *p;
	galley->take = block->style->vertical ? bands_take
		       : block->n_insets      ? framed_take
					      : prose_take;
	galley->on_grid = true;
	p->framed = block->n_insets > 0;
	p->story = jb_thread_story(galley);
	if (jb_thread_pour(galley, p->style, p->plain, p->measure, p->tags))
		return;
	if (!block->style->vertical && !p->framed)
		compose(galley);
	jb_feet_pour(galley);
}
