/* tabular.c - a table set into rows that can be taken one after the other. */
#include "chart/tabular-parts.h"

#include <math.h>

#include "chart/parts.h"
#include "model/wording.h"

static const double gap_pt = 12, edge_pt = 2, field_edge_pt = 5,
		    group_gap_pt = 3;

static bool is_total(const jb_bound_row *row)
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
static double row_padding(const jb_tabular *t)
{
	return fmax(0, jb_desk_style(t->desk, "table_cell")->leading_pt -
			       t->cell[JB_TEXT_START]->leading_pt);
}

static double words_width(
	const jb_tabular *t, const jb_bound_row *row, size_t c, double *indent)
{
	*indent = c == 0 && row->within ? t->cell[JB_TEXT_START]->size_pt : 0;
	return jb_tab_reach(t, c, row->cells[c].span) - *indent;
}

static void set_row_words(jb_tabular *t, size_t i)
{
	const jb_bound_row *row = &t->table->rows[i];
	const jb_style *const *styles = is_total(row) ? t->total : t->cell;
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
				words_width(t, row, c, &indent), NULL);
	}
}

static void set_heights(jb_tabular *t)
{
	double least = jb_desk_style(t->desk, "table_cell")->leading_pt;

	for (size_t i = 0; i < t->table->n_rows; i++) {
		const jb_bound_row *row = &t->table->rows[i];

		t->rows[i].height = least;
		if (i > 0 && row->kind == JB_ROW_GROUP)
			t->rows[i].height += group_gap_pt;
		for (size_t c = 0; row->cells && c < t->table->n_columns; c++) {
			const jb_group *words = t->rows[i].words[c];

			if (words && row->cells[c].rows == 1)
				t->rows[i].height = fmax(t->rows[i].height,
					words->height + row_padding(t));
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
				t->rows[last].height += fmax(0,
					words->height + row_padding(t) - room);
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
	t->base = row_padding(t) / 2 +
		  jb_style_ascent(desk, t->cell[JB_TEXT_START]);
	return t;
}

/* ---- asking ---- */

static bool has_head(const jb_tabular *t, size_t from)
{
	return from == 0 || !t->table->look.once;
}

static double continued_height(const jb_tabular *t)
{
	return t->table->look.continued ? t->aside->leading_pt : 0;
}

double jb_tabular_height(const jb_tabular *t, size_t from, size_t to)
{
	double over = from == 0 ? t->title_height : continued_height(t);

	if (has_head(t, from))
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
	return rows[row - 1].kind != JB_ROW_GROUP && !is_total(&rows[row]) &&
	       !rows[row].within;
}

/* ---- taking ---- */

static void rule(jb_tabular *t, jb_group *group, double y, double thick)
{
	jb_item *item;

	if (thick <= 0)
		return;
	item = jb_put_line(t->desk, group, 0, y, t->width, y,
		jb_desk_ink(t->desk, t->table->look.ink), thick, false);
	item->pos = t->table->pos;
}

/* Where the rule at the left of a column stands; behind the last, its right.
 */
static double rule_x(const jb_tabular *t, size_t c)
{
	double half = t->table->look.column_pt / 2;

	if (c == 0)
		return half;
	return c == t->table->n_columns ? t->width - half
					: t->columns[c].x - t->pad;
}

static void column_rule(
	jb_tabular *t, jb_group *group, size_t c, double y, double foot)
{
	double x = rule_x(t, c);

	jb_put_line(t->desk, group, x, y, x, foot,
		jb_desk_ink(t->desk, t->table->look.ink),
		t->table->look.column_pt, false);
}

/* Lines between columns, but not through merged cells. */
static void column_rules(jb_tabular *t, jb_group *group, size_t i, double y)
{
	const jb_bound_row *row = &t->table->rows[i];
	size_t n = t->table->n_columns;

	for (size_t c = 0; t->table->look.column_pt > 0 && c <= n; c++) {
		bool edge = c == 0 || c == n;

		if (edge || (row->cells && !row->cells[c].joined))
			column_rule(t, group, c, y, y + t->rows[i].height);
	}
}

/* In the head they begin under a head that several columns have. */
static void head_rules(jb_tabular *t, jb_group *group, double y)
{
	size_t n = t->table->n_columns;

	for (size_t c = 0; t->table->look.column_pt > 0 && c <= n; c++) {
		bool inner = c > 0 && c < n && jb_tab_same_group(t, c);

		column_rule(t, group, c, y + (inner ? t->group_height : 0),
			y + t->head_height);
	}
}

static jb_tag *cell_tag(
	jb_tabular *t, const jb_bound_row *row, size_t c, jb_tag *tr)
{
	bool head = c == 0 && !t->table->columns[0].numbers;
	jb_tag *tag =
		jb_tag_new(t->desk->arena, head ? JB_ROLE_TH : JB_ROLE_TD, tr);

	tag->scope = head ? JB_SCOPE_ROW : JB_SCOPE_NONE;
	tag->col_span = row->cells[c].span;
	tag->row_span = row->cells[c].rows;
	return tag;
}

/* Where the points of a column's numbers stand. */
static double point_x(const jb_tabular *t, size_t c)
{
	const jb_tab_column *column = &t->columns[c];
	double own = column->left + column->right;

	switch (t->table->columns[c].align) {
	case JB_TEXT_CENTER:
		return column->x + (column->width - own) / 2 + column->left;
	case JB_TEXT_END:
		return column->x + column->width - column->right;
	default:
		return column->x + column->left;
	}
}

/* Words for a number that is missing end where the digits do. */
static double digits_x(const jb_tabular *t, size_t c, const jb_digits *d)
{
	double digits = t->columns[c].right - t->columns[c].hang;

	return point_x(t, c) + (d->words ? digits : 0);
}

static void put_bar(
	jb_tabular *t, jb_group *group, size_t i, size_t c, double y)
{
	const jb_bound_row *row = &t->table->rows[i];
	double high = 0.75 * t->cell[JB_TEXT_START]->size_pt;

	if (t->columns[c].bar > 0 && !is_total(row))
		jb_tab_put_bar(t, group, &t->columns[c],
			y + t->base - 0.36 * t->cell[JB_TEXT_START]->size_pt -
				high / 2,
			high, row->cells[c].figure);
}

static void put_cell(jb_tabular *t, jb_group *group, size_t i, size_t c,
	double y, jb_tag *tr)
{
	const jb_bound_row *row = &t->table->rows[i];
	const jb_bound_cell *cell = &row->cells[c];
	jb_group *words = t->rows[i].words[c];
	guint from = group->items->len;
	jb_tag *tag = cell_tag(t, row, c, tr);
	double indent, room = 0;

	if (cell->covered)
		return;
	words_width(t, row, c, &indent);
	for (int k = 0; k < cell->rows; k++)
		room += t->rows[i + (size_t)k].height;
	if (cell->figure)
		jb_tab_put_digits(t, group,
			digits_x(t, c, &t->rows[i].digits[c]), y + t->base,
			cell, &t->rows[i].digits[c], is_total(row));
	if (cell->status)
		jb_tab_put_status(t, group, t->columns[c].x, y + t->base,
			(jb_status)(cell->status - 1));
	if (words)
		jb_group_place(group, words, t->columns[c].x + indent,
			cell->rows > 1 ? y + (room - words->height) / 2
				       : y + row_padding(t) / 2);
	if (cell->figure)
		put_bar(t, group, i, c, y);
	if (group->items->len == from) /* an empty cell is one, too */
		jb_item_new(t->desk->arena, group, JB_ITEM_PATH)->pos =
			cell->pos;
	jb_group_retag(group, from, tag);
}

static void put_heading(
	jb_tabular *t, jb_group *group, size_t i, double y, jb_tag *tr)
{
	const jb_bound_row *row = &t->table->rows[i];
	jb_tag *tag = jb_tag_new(t->desk->arena, JB_ROLE_TH, tr);
	guint from = group->items->len;

	tag->scope = JB_SCOPE_COLUMN;
	tag->col_span = (int)t->table->n_columns;
	jb_put_text(t->desk, group, t->edge,
		y + t->base + (i > 0 ? group_gap_pt : 0), JB_ALIGN_START,
		row->group, t->group, NULL, 0);
	jb_group_retag(group, from, tag);
}

/* Every second row since the last heading has a field. */
static bool is_striped(const jb_tabular *t, size_t i)
{
	size_t since = 0;

	while (since < i && t->table->rows[i - since].kind != JB_ROW_GROUP)
		since++;
	if (t->table->rows[i - since].kind != JB_ROW_GROUP)
		since++;
	return t->table->look.zebra && t->table->rows[i].cells &&
	       since % 2 == 0;
}

static void put_row(jb_tabular *t, jb_group *group, size_t i, double y)
{
	jb_tag *tr = jb_tag_new(t->desk->arena, JB_ROLE_TR, t->tag);
	const jb_bound_row *row = &t->table->rows[i];

	if (is_striped(t, i))
		jb_put_rect(t->desk, group, 0, y, t->width, t->rows[i].height,
			jb_desk_ink(t->desk, t->table->look.zebra));
	column_rules(t, group, i, y);
	if (!row->cells)
		put_heading(t, group, i, y, tr);
	for (size_t c = 0; row->cells && c < t->table->n_columns; c++)
		put_cell(t, group, i, c, y, tr);
}

/* Covered by a cell of a row above, not by one at its left. */
static bool from_above(const jb_bound_row *row, size_t c)
{
	while (c > 0 && row->cells[c].joined)
		c--;
	return row->cells[c].covered;
}

/* Between two rows, but not through merged cells. */
static void row_rule(jb_tabular *t, jb_group *group, size_t i, double y)
{
	const jb_bound_row *row = &t->table->rows[i];
	double thick = t->table->look.row_pt;
	size_t from = 0;

	for (size_t c = 0; thick > 0 && c <= t->table->n_columns; c++) {
		bool end = c == t->table->n_columns;
		bool merged = !end && row->cells && row->cells[c].covered &&
			      t->rows[i].joined && from_above(row, c);
		double x0 = from ? t->columns[from].x - t->pad : 0;
		double x1 = end ? t->width : t->columns[c].x - t->pad;

		if (!end && !merged)
			continue;
		if (c > from)
			jb_put_line(t->desk, group, c ? x0 : 0, y, x1, y,
				jb_desk_ink(t->desk, t->table->look.ink), thick,
				false);
		from = c + 1;
	}
}

static double put_over(jb_tabular *t, jb_group *group, size_t from)
{
	jb_group *title = from == 0 ? jb_tab_title(t) : NULL;
	double y = 0;

	if (title) {
		jb_group_place(group, title, 0, 0);
		y = title->height;
	} else if (t->table->look.continued) {
		jb_put_text(t->desk, group, t->width,
			jb_style_ascent(t->desk, t->aside), JB_ALIGN_END,
			t->table->look.continued, t->aside, NULL, 0);
		y = continued_height(t);
	}
	rule(t, group, y, t->table->look.head_pt);
	if (!has_head(t, from))
		return y;
	head_rules(t, group, y);
	jb_group_place(group, jb_tab_head(t, from > 0), 0, y);
	y += t->head_height;
	rule(t, group, y, t->table->look.under_pt);
	return y;
}

jb_group *jb_tabular_take(jb_tabular *t, size_t from, size_t to)
{
	jb_group *group = jb_group_new(t->desk->arena);
	double y = put_over(t, group, from);

	for (size_t i = from; i < to; i++) {
		if (i > from)
			row_rule(t, group, i, y);
		put_row(t, group, i, y);
		y += t->rows[i].height;
	}
	rule(t, group, y, t->table->look.foot_pt);
	if (to == t->table->n_rows)
		jb_group_place(group, jb_tab_foot(t), 0, y);
	group->width = t->width;
	group->height = jb_tabular_height(t, from, to);
	return group;
}
