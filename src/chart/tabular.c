/* tabular.c - a table set into rows that can be taken one after the other. */
#include "chart/tabular-parts.h"

#include <math.h>

#include "chart/parts.h"
#include "model/wording.h"

static const double gap_pt = 12, edge_pt = 2, field_edge_pt = 5;

bool jb_tab_is_total(const jb_bound_row *row)
{
	return row->kind > JB_ROW_GROUP;
}

/* ---- styles ---- */

static const jb_style *style_or(
	const jb_tabular *t, const char *name, const char *other)
{
	const jb_style *style = jb_layout_style(t->desk->layout, name);

	return style ? style : jb_desk_style(t->desk, other);
}

/* Numbers in a crowd are lighter than one alone, and no larger than the words
 * beside them ask for. */
static const jb_style *number_style(jb_tabular *t, bool total)
{
	const jb_style *own = jb_layout_style(t->desk->layout, "table_number");
	jb_style *copy;

	if (own && !total)
		return own;
	copy = jb_new(t->desk->arena, jb_style);
	*copy = own ? *own : *jb_desk_style(t->desk, "table_numeral");
	copy->weight = total ? 700 : 400;
	copy->size_pt =
		fmin(copy->size_pt, 1.15 * t->cell[JB_TEXT_START]->size_pt);
	return copy;
}

static const jb_style *total_style(jb_tabular *t, jb_text_align align)
{
	jb_style *copy = jb_new(t->desk->arena, jb_style);

	*copy = *t->cell[align];
	copy->weight = 700;
	return copy;
}

static void set_styles(jb_tabular *t)
{
	static const jb_text_align aligns[] = {
		JB_TEXT_START, JB_TEXT_CENTER, JB_TEXT_END};

	for (size_t i = 0; i < G_N_ELEMENTS(aligns); i++) {
		t->cell[aligns[i]] = jb_tab_style(t, "table_cell", aligns[i]);
		t->head[aligns[i]] = jb_tab_style(t, "table_head", aligns[i]);
		t->total[aligns[i]] = total_style(t, aligns[i]);
	}
	t->number = number_style(t, false);
	t->number_total = number_style(t, true);
	t->group = jb_tab_style(t, "table_group", JB_TEXT_START);
	t->note = style_or(t, "table_note", "picture_note");
	t->title = style_or(t, "table_title", "picture_title");
	t->aside = jb_desk_style(t->desk, "picture_aside");
}

/* ---- rows ---- */

/* What a cell's lines have over and under them, together. */
double jb_tab_padding(const jb_tabular *t)
{
	return fmax(0, jb_desk_style(t->desk, "table_cell")->leading_pt -
			       t->cell[JB_TEXT_START]->leading_pt);
}

double jb_tab_words_width(
	const jb_tabular *t, const jb_bound_row *row, size_t c, double *indent)
{
	*indent = c == 0 && row->within ? t->cell[JB_TEXT_START]->size_pt : 0;
	return jb_tab_reach(t, c, row->cells[c].span) - *indent;
}

static void set_row_words(jb_tabular *t, size_t i)
{
	const jb_bound_row *row = &t->table->rows[i];
	const jb_style *const *styles =
		jb_tab_is_total(row) ? t->total : t->cell;
	double indent;

	for (size_t c = 0; c < t->table->n_columns; c++) {
		const jb_bound_cell *cell = &row->cells[c];
		jb_text_align align = t->table->columns[c].align;

		if (cell->span > 1 && t->table->columns[c].numbers)
			align = JB_TEXT_CENTER;
		if (cell->text && !cell->covered)
			t->rows[i].words[c] = jb_set_text(t->desk,
				jb_tab_marked(
					t, cell->text, cell->note, cell->pos),
				styles[align], NULL,
				jb_tab_words_width(t, row, c, &indent), NULL);
	}
}

static void set_heights(jb_tabular *t)
{
	double least = jb_desk_style(t->desk, "table_cell")->leading_pt;

	for (size_t i = 0; i < t->table->n_rows; i++) {
		const jb_bound_row *row = &t->table->rows[i];

		t->rows[i].height = least;
		if (i > 0 && row->kind == JB_ROW_GROUP)
			t->rows[i].height += JB_TAB_GROUP_GAP_PT;
		for (size_t c = 0; row->cells && c < t->table->n_columns; c++) {
			const jb_group *words = t->rows[i].words[c];

			if (words && row->cells[c].rows == 1)
				t->rows[i].height = fmax(t->rows[i].height,
					words->height + jb_tab_padding(t));
		}
	}
}

/* A cell over several rows joins them; one that needs more than they have makes
 * the last higher. */
static void stretch_rows(jb_tabular *t)
{
	for (size_t i = 0; i < t->table->n_rows; i++) {
		const jb_bound_row *row = &t->table->rows[i];

		for (size_t c = 0; row->cells && c < t->table->n_columns; c++) {
			const jb_group *words = t->rows[i].words[c];
			size_t last = i + (size_t)row->cells[c].rows - 1;
			double room = 0;

			for (size_t k = i; k <= last; k++) {
				room += t->rows[k].height;
				t->rows[k].joined |= k > i;
			}
			if (words && last > i)
				t->rows[last].height += fmax(
					0, words->height + jb_tab_padding(t) -
						   room);
		}
	}
}

static void stack_rows(jb_tabular *t)
{
	double y = 0;

	for (size_t i = 0; i < t->table->n_rows; i++) {
		t->rows[i].y = y;
		y += t->rows[i].height;
	}
	t->rows[t->table->n_rows].y = y;
}

jb_tabular *jb_tabular_new(
	jb_desk *desk, const jb_bound_table *table, double width)
{
	jb_tabular *t = jb_new(desk->arena, jb_tabular);
	size_t n = table->n_columns;

	t->desk = desk;
	t->table = table;
	t->width = width;
	t->pad = gap_pt / 2;
	t->edge = table->look.zebra || table->look.column_pt > 0 ? field_edge_pt
								 : edge_pt;
	t->tag = jb_tag_new(desk->arena, JB_ROLE_TABLE, NULL);
	t->columns = jb_new_array(desk->arena, jb_tab_column, n + 1);
	t->rows = jb_new_array(desk->arena, jb_tab_row, table->n_rows + 1);
	for (size_t i = 0; i < table->n_rows; i++) {
		t->rows[i].words = jb_new_array(desk->arena, jb_group *, n + 1);
		t->rows[i].digits = jb_new_array(desk->arena, jb_digits, n + 1);
	}
	set_styles(t);
	jb_tab_set_widths(t);
	for (size_t i = 0; i < table->n_rows; i++) {
		if (table->rows[i].cells)
			set_row_words(t, i);
	}
	set_heights(t);
	stretch_rows(t);
	stack_rows(t);
	jb_tab_measure_head(t);
	t->title_height = jb_tab_title(t)->height;
	t->foot_height = jb_tab_foot(t)->height;
	t->base = jb_tab_padding(t) / 2 +
		  jb_style_ascent(desk, t->cell[JB_TEXT_START]);
	return t;
}

/* ---- asking ---- */

bool jb_tab_has_head(const jb_tabular *t, size_t from)
{
	return from == 0 || !t->table->look.once;
}

double jb_tab_continued(const jb_tabular *t)
{
	return t->table->look.continued ? t->aside->leading_pt : 0;
}

double jb_tabular_height(const jb_tabular *t, size_t from, size_t to)
{
	double over = from == 0 ? t->title_height : jb_tab_continued(t);

	if (jb_tab_has_head(t, from))
		over += t->head_height;
	return over + t->rows[to].y - t->rows[from].y +
	       (to == t->table->n_rows ? t->foot_height : 0);
}

bool jb_tabular_cut(const jb_tabular *t, size_t row, bool force)
{
	const jb_bound_row *rows = t->table->rows;

	if (row == 0 || row >= t->table->n_rows || t->rows[row].joined)
		return row > 0 && row >= t->table->n_rows;
	if (force)
		return true;
	return rows[row - 1].kind != JB_ROW_GROUP &&
	       !jb_tab_is_total(&rows[row]) && !rows[row].within;
}
