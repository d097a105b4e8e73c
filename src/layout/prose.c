/* Prose: paragraphs of lines on the grid, poured into balanced columns.
 *
 * No column starts with the last line of a paragraph or ends with the first of
 * a longer one (CLREQ, widows and orphans), unless only that saves a page;
 * columns end within a line of each other; what does not fit runs on.
 */
#include "layout/galley.h"

#include <math.h>

/* Fewer lines than this do not start on a page that others begin. */
enum { LEAST_LINES = 4 };

typedef struct prose_line {
	jb_group *group;
	bool first, last; /* of its paragraph */
	jb_pos pos;
	size_t paragraph;
} prose_line;

typedef struct prose {
	prose_line *lines;
	size_t n, at;  /* at: the next line to be placed */
	jb_tag **tags; /* by paragraph */
	double line_pt;
	int columns;
} prose;

/* The lines of one paragraph as groups of one line each. */
static void compose_paragraph(jb_galley *galley, GArray *lines, size_t index,
	const jb_style *style, double width)
{
	jb_desk *desk = galley->desk;
	const jb_rich *rich = galley->block->paragraphs[index];
	size_t n = 0;
	jb_group *all = jb_set_text(desk, rich, style, NULL, width, &n);
	double leading = style->leading_pt;

	for (size_t i = 0; i < n; i++) {
		prose_line line = {
			.group = jb_group_new(desk->arena),
			.first = i == 0,
			.last = i + 1 == n,
			.pos = rich->n ? rich->pieces[0].pos
				       : galley->block->pos,
			.paragraph = index,
		};
		g_array_append_val(lines, line);
	}
	for (guint i = 0; n > 0 && i < all->items->len; i++) {
		jb_item *item = all->items->pdata[i];
		double row = floor(item->y / leading);
		size_t k = (size_t)fmin(fmax(row, 0), (double)(n - 1));
		prose_line *line =
			&g_array_index(lines, prose_line, lines->len - n + k);

		item->y -= (double)k * leading;
		g_ptr_array_add(line->group->items, item);
	}
}

/* May a column end before line i? */
static bool may_break(const prose *p, size_t i)
{
	if (i == 0 || i >= p->n)
		return true;
	if (p->lines[i].last && !p->lines[i].first)
		return false;
	return !(p->lines[i - 1].first && !p->lines[i - 1].last);
}

/* Tries to put the lines from `at` to `end` into the columns with at most
 * `rows` lines each; cuts[] gets the end of each column.  A column may lack
 * that many lines so as not to break a paragraph badly; 0: break anywhere. */
static bool try_rows(
	const prose *p, size_t end, size_t rows, size_t lack, size_t *cuts)
{
	size_t i = p->at;

	for (int c = 0; c < p->columns; c++) {
		size_t cut = MIN(i + rows, end);

		while (lack && cut > i && cut < end && !may_break(p, cut))
			cut--;
		if (lack && cut < end && cut + lack < i + rows)
			return false;
		cuts[c] = i = cut;
	}
	return i == end;
}

/* Where the columns end when all that is left fits; false when it does not. */
static bool balance(const prose *p, size_t most_rows, size_t *cuts)
{
	size_t left = p->n - p->at;
	size_t least = (left + (size_t)p->columns - 1) / (size_t)p->columns;
	size_t most = MIN(most_rows, least + 2);

	if (least > most_rows)
		return false;
	for (size_t rows = least; rows <= most; rows++)
		if (try_rows(p, p->n, rows, 1, cuts))
			return true;
	return try_rows(p, p->n, most, 2, cuts) ||
	       try_rows(p, p->n, least, 0, cuts);
}

/* Full columns, cut where a paragraph may be cut. */
static void fill(const prose *p, size_t rows, size_t *cuts)
{
	size_t i = p->at;

	for (int c = 0; c < p->columns; c++) {
		size_t cut = MIN(i + rows, p->n);

		while (cut > i + 1 && !may_break(p, cut))
			cut--;
		cuts[c] = i = cut;
	}
}

static jb_group *place_columns(jb_galley *galley, prose *p, const size_t *cuts)
{
	jb_desk *desk = galley->desk;
	jb_group *group = jb_group_new(desk->arena);
	size_t i = p->at, rows = 0;

	for (int c = 0; c < p->columns; c++) {
		double x = jb_column_x(desk, p->columns, galley->width, c);
		size_t start = i;

		for (; i < cuts[c]; i++) {
			prose_line *line = &p->lines[i];
			jb_tag **tag = &p->tags[line->paragraph];

			if (!*tag)
				*tag = jb_tag_new(desk->arena, JB_ROLE_P, NULL);
			jb_group_tag(line->group, *tag);
			jb_group_place(group, line->group, x,
				(double)(i - start) * p->line_pt);
		}
		rows = MAX(rows, i - start);
	}
	p->at = i;
	group->width = galley->width;
	group->height = (double)rows * p->line_pt;
	return group;
}

static jb_group *prose_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	prose *p = galley->state;
	size_t rows =
		(size_t)fmax(floor((height + JB_HAIR_PT) / p->line_pt), 0);
	size_t *cuts = jb_new_array(galley->desk->arena, size_t, p->columns);

	if (page && rows == 0)
		rows = 1;
	if (!balance(p, rows, cuts)) {
		if (rows < LEAST_LINES && !page)
			return NULL;
		fill(p, rows, cuts);
	}
	/* a paragraph that runs on is a new element on the next page */
	jb_group *group = place_columns(galley, p, cuts);
	*done = p->at >= p->n;
	if (!*done)
		p->tags[p->lines[p->at].paragraph] = NULL;
	return group;
}

void jb_prose_pour(jb_galley *galley)
{
	jb_desk *desk = galley->desk;
	const jb_block *block = galley->block;
	const jb_style *style = block->style;
	prose *p = jb_new(desk->arena, prose);
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(prose_line));
	double width = jb_column_width(desk, block->columns, galley->width);

	for (size_t i = 0; i < block->n_paragraphs; i++)
		compose_paragraph(galley, lines, i, style, width);
	p->n = lines->len;
	p->lines = jb_new_array(desk->arena, prose_line, lines->len + 1);
	for (guint i = 0; i < lines->len; i++)
		p->lines[i] = g_array_index(lines, prose_line, i);
	g_array_free(lines, TRUE);
	p->tags = jb_new_array(desk->arena, jb_tag *, block->n_paragraphs + 1);
	p->line_pt = style->leading_pt;
	p->columns = block->columns;
	galley->state = p;
	galley->take = prose_take;
	galley->on_grid = true;
}
