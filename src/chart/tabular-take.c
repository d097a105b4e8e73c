/* tabular-take.c - rows of a table drawn, with rules, head and foot. */
#include "chart/tabular-parts.h"

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

	if (t->columns[c].bar > 0 && !jb_tab_is_total(row))
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
	jb_tab_words_width(t, row, c, &indent);
	for (int k = 0; k < cell->rows; k++)
		room += t->rows[i + (size_t)k].height;
	if (cell->figure)
		jb_tab_put_digits(t, group,
			digits_x(t, c, &t->rows[i].digits[c]), y + t->base,
			cell, &t->rows[i].digits[c], jb_tab_is_total(row));
	if (cell->status)
		jb_tab_put_status(t, group, t->columns[c].x, y + t->base,
			(jb_status)(cell->status - 1));
	if (words) /* a row may be taken again */
		jb_group_place(group, jb_group_copy(t->desk->arena, words),
			t->columns[c].x + indent,
			cell->rows > 1 ? y + (room - words->height) / 2
				       : y + jb_tab_padding(t) / 2);
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
		y + t->base + (i > 0 ? JB_TAB_GROUP_GAP_PT : 0), JB_ALIGN_START,
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
		y = jb_tab_continued(t);
	}
	rule(t, group, y, t->table->look.head_pt);
	if (!jb_tab_has_head(t, from))
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
