/* tabular-width.c - how wide the columns of a table are. */
#include "chart/tabular-parts.h"

#include <math.h>

#include "model/wording.h"

static const double bar_least_pt = 36, bar_natural_pt = 84, head_em = 8;

double jb_tab_reach(const jb_tabular *t, size_t column, int span)
{
	const jb_tab_column *last = &t->columns[column + (size_t)span - 1];

	return last->x + last->width - t->columns[column].x;
}

static bool is_total(const jb_bound_row *row)
{
	return row->kind > JB_ROW_GROUP;
}

/* ---- what a column wants ---- */

/* Words may break after any Han character: four of them are a line. */
static void want_words(jb_tab_column *column, double natural, double size)
{
	column->natural = fmax(column->natural, natural);
	column->least = fmax(column->least, fmin(natural, 4 * size));
}

static void want_number(jb_tab_column *column, const jb_digits *d)
{
	column->left = fmax(column->left, d->left);
	if (d->words)
		return;
	column->right = fmax(column->right, d->right);
	column->hang = fmax(column->hang, d->after_pt);
}

/* Marks of notes stand out into the gap, but not over the table's edge. */
static void want_mark(
	jb_tabular *t, const jb_bound_cell *cell, size_t c, jb_digits *d)
{
	double mark;

	if (!cell->note || c + 1 < t->table->n_columns)
		return;
	mark = jb_text_width(t->desk, jb_tab_mark(t, cell->note, cell->pos),
		t->cell[JB_TEXT_START], 0);
	d->after_pt += mark;
	d->right += mark;
}

static void want_cell(jb_tabular *t, size_t i, size_t c)
{
	const jb_bound_row *row = &t->table->rows[i];
	const jb_bound_cell *cell = &row->cells[c];
	jb_tab_column *column = &t->columns[c];
	const jb_style *style = is_total(row) ? t->total[JB_TEXT_START]
					      : t->cell[JB_TEXT_START];

	if (cell->figure) {
		t->rows[i].digits[c] = jb_tab_digits(t, cell, is_total(row));
		want_mark(t, cell, c, &t->rows[i].digits[c]);
		want_number(column, &t->rows[i].digits[c]);
	} else if (cell->status) {
		want_words(column, jb_tab_status_width(t), style->size_pt);
		column->least = column->natural;
	} else if (cell->text && cell->span == 1) {
		want_words(column,
			jb_text_width(t->desk,
				jb_tab_marked(
					t, cell->text, cell->note, cell->pos),
				style, 0) +
				(row->within ? style->size_pt : 0) + 0.01,
			style->size_pt);
	}
}

/* The scale of the bars in a column, with zero in it. */
static void set_scale(jb_tabular *t, size_t c)
{
	jb_tab_column *column = &t->columns[c];

	for (size_t i = 0; i < t->table->n_rows; i++) {
		const jb_bound_row *row = &t->table->rows[i];
		const jb_figure *f = row->cells ? row->cells[c].figure : NULL;

		if (!f || !f->has_value || is_total(row))
			continue;
		column->low = fmin(column->low, jb_figure_size(f));
		column->high = fmax(column->high, jb_figure_size(f));
	}
	column->bar = column->high > column->low ? bar_natural_pt : 0;
}

/* A head breaks before its unit; its words only if they are many. */
static void want_head(jb_tabular *t, size_t c)
{
	const jb_style *style = t->head[JB_TEXT_START];
	jb_tab_column *column = &t->columns[c];
	double words = jb_text_width(
		t->desk, jb_tab_head_words(t, c, false), style, 0);
	double all =
		jb_text_width(t->desk, jb_tab_head_words(t, c, true), style, 0);

	column->natural = fmax(column->natural, all + 0.01);
	column->least = fmax(column->least,
		fmax(fmin(words, head_em * style->size_pt), all - words) +
			0.01);
}

static void want_column(jb_tabular *t, size_t c)
{
	const jb_bound_column *bound = &t->table->columns[c];
	jb_tab_column *column = &t->columns[c];
	for (size_t i = 0; i < t->table->n_rows; i++) {
		if (t->table->rows[i].cells)
			want_cell(t, i, c);
	}
	if (bound->type == JB_COLUMN_BAR)
		set_scale(t, c);
	if (column->bar > 0) {
		double number = column->left + column->right + 2 * t->pad;

		column->least = fmax(column->least, number + bar_least_pt);
		column->natural = fmax(column->natural, number + column->bar);
	} else {
		column->least =
			fmax(column->least, column->left + column->right);
		column->natural = fmax(column->natural, column->least);
	}
	want_head(t, c);
	if (bound->width_pt > 0)
		column->least = column->natural =
			fmax(column->least, bound->width_pt - 2 * t->pad);
}

/* ---- what they get ---- */

static double sum(const jb_tabular *t, bool natural)
{
	double all = 0;

	for (size_t c = 0; c < t->table->n_columns; c++)
		all += natural ? t->columns[c].natural : t->columns[c].least;
	return all;
}

static void refuse(jb_tabular *t, double over)
{
	jb_error(t->desk->diags, t->table->pos, "the table is %.0f pt too wide",
		ceil(over));
	jb_hint(t->desk->diags,
		"show fewer `columns`, or shorten their heads and cells");
}

/* Columns of a given width take no part in what is left. */
static size_t n_loose(const jb_tabular *t)
{
	size_t n = 0;

	for (size_t c = 0; c < t->table->n_columns; c++)
		n += t->table->columns[c].width_pt <= 0;
	return n;
}

static void share(jb_tabular *t, double room)
{
	double least = sum(t, false), natural = sum(t, true);
	size_t loose = n_loose(t);
	double part = 0, more = 0;

	if (least > room + 0.01)
		refuse(t, least - room);
	if (natural <= room)
		more = loose ? (room - natural) / (double)loose : 0;
	else if (natural > least)
		part = fmax(0, room - least) / (natural - least);
	for (size_t c = 0; c < t->table->n_columns; c++) {
		jb_tab_column *column = &t->columns[c];

		column->width =
			natural <= room
				? column->natural
				: column->least + part * (column->natural -
								 column->least);
		if (t->table->columns[c].width_pt <= 0)
			column->width += more;
	}
}

void jb_tab_set_widths(jb_tabular *t)
{
	size_t n = t->table->n_columns;
	double x = t->edge;

	for (size_t c = 0; c < n; c++)
		want_column(t, c);
	if (n == 0)
		return;
	share(t, t->width - 2 * t->edge - 2 * t->pad * (double)(n - 1));
	for (size_t c = 0; c < n; c++) {
		t->columns[c].x = x;
		x += t->columns[c].width + 2 * t->pad;
	}
}
