/* Tables of the report: columns, numbers on their points, widths, cuts. */
#include "test-chart.h"

#include "chart/tabular.h"

enum { ROWS = 3, COLUMNS = 2 };

static const char *const names[] = {"故事会", "讲座", "展览"};

/* A table of a column of words and one of numbers in 场. */
static jb_bound_table *table_of(stand *s, const char *const *counts)
{
	jb_bound_table *table = jb_new(s->arena, jb_bound_table);

	table->n_columns = COLUMNS;
	table->n_rows = ROWS;
	table->columns = jb_new_array(s->arena, jb_bound_column, COLUMNS);
	table->columns[0].head = words(s, "活动");
	table->columns[0].align = JB_TEXT_START;
	table->columns[1] = (jb_bound_column){.head = words(s, "场次"),
		.type = JB_COLUMN_NUMBER,
		.numbers = true,
		.align = JB_TEXT_END};
	table->rows = jb_new_array(s->arena, jb_bound_row, ROWS);
	for (int i = 0; i < ROWS; i++) {
		jb_bound_cell *cells =
			jb_new_array(s->arena, jb_bound_cell, COLUMNS);
		char id[] = {'n', (char)('0' + i), '\0'};

		cells[0] = (jb_bound_cell){.text = words(s, names[i]),
			.unit = "",
			.span = 1,
			.rows = 1};
		cells[1] = (jb_bound_cell){
			.figure = figure(
				s, jb_strdup(s->arena, id), counts[i], "场"),
			.unit = "",
			.span = 1,
			.rows = 1};
		table->rows[i].cells = cells;
	}
	table->look =
		(jb_table_look){.under_pt = 0.5, .row_pt = 0.25, .ink = "text"};
	return table;
}

static jb_bound_table *show_table(stand *s)
{
	static const char *const counts[] = {"46", "18.5", "7.25"};
	jb_bound_table *table = table_of(s, counts);

	s->picture->of.table = table;
	return table;
}

STAND_TEST(a_table_shows_every_cell)
{
	static const char *const all[] = {
		"活动", "场次", "故事会", "讲座", "展览", "46", "18.5", "7.25"};
	jb_group *group;

	show_table(s);
	group = draw(s, JB_TABLE, 240);
	for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
		g_assert_nonnull(text_item(group, all[i]));
}

/* The point of 7.25 is right of its first digit, that of 46 behind all. */
STAND_TEST(numbers_stand_on_their_points)
{
	jb_group *group;
	double digit, point, whole;

	show_table(s);
	group = draw(s, JB_TABLE, 240);
	whole = box_of(text_item(group, "46")).x1;
	digit = (whole - box_of(text_item(group, "46")).x0) / 2;
	point = box_of(text_item(group, "18.5")).x0 + 2 * digit;
	assert_near(point, whole);
	assert_near(box_of(text_item(group, "7.25")).x0 + digit, whole);
	g_assert_cmpstr(text_item(group, "46")->figure, ==, "n0");
}

STAND_TEST(the_longest_fraction_ends_at_the_edge)
{
	jb_group *group;

	show_table(s);
	group = draw(s, JB_TABLE, 240);
	assert_near(box_of(text_item(group, "7.25")).x1,
		box_of(text_item(group, "场次")).x1);
	g_assert_cmpfloat(
		fabs(240 - box_of(text_item(group, "7.25")).x1), <, 4);
}

STAND_TEST(cells_break_within_their_column)
{
	jb_bound_table *table = show_table(s);
	jb_group *narrow, *wide;

	table->rows[0].cells[0].text =
		words(s, "志愿者讲读，校园分馆轮流承办，寒暑假每周两次");
	wide = draw(s, JB_TABLE, 498);
	narrow = draw(s, JB_TABLE, 154);
	g_assert_cmpfloat(narrow->height, >, wide->height);
	assert_tidy(wide, 498);
	assert_tidy(narrow, 154);
	assert_quiet(s);
}

STAND_TEST(rules_stand_between_rows)
{
	show_table(s);
	/* under the head, and two between three rows */
	g_assert_cmpuint(
		count_paths(draw(s, JB_TABLE, 240), NULL, "text"), ==, 3);
}

/* ---- what tables are made of ---- */

static const jb_item *said(jb_tabular *t, size_t n, const char *text)
{
	return text_item(jb_tabular_take(t, 0, n), text);
}

STAND_TEST(words_for_a_missing_number_end_where_digits_do)
{
	static const char *const counts[] = {"46", NULL, "7.25"};
	jb_group *group;

	s->picture->of.table = table_of(s, counts);
	group = draw(s, JB_TABLE, 240);
	assert_near(box_of(text_item(group, "未公布")).x1,
		box_of(text_item(group, "7.25")).x1);
}

STAND_TEST(what_is_behind_digits_keeps_them_in_line)
{
	static const char *const counts[] = {"40", "30", "20"};
	jb_bound_table *table = table_of(s, counts);
	jb_group *group;

	((jb_figure *)table->rows[0].cells[1].figure)->bound = JB_OVER;
	((jb_figure *)table->rows[1].cells[1].figure)->bound = JB_ABOUT;
	group = jb_tabular_take(jb_tabular_new(s->desk, table, 240), 0, ROWS);
	assert_near(box_of(text_item(group, "40")).x1,
		box_of(text_item(group, "20")).x1);
	assert_near(box_of(text_item(group, "30")).x1,
		box_of(text_item(group, "20")).x1);
	assert_near(box_of(text_item(group, "余")).x0,
		box_of(text_item(group, "40")).x1);
	assert_near(box_of(text_item(group, "约")).x1,
		box_of(text_item(group, "30")).x0);
}

STAND_TEST(digits_are_grouped_from_five_on)
{
	static const char *const counts[] = {"1234", "12345.75", "-1234567"};
	jb_bound_table *table = table_of(s, counts);
	jb_tabular *t;

	table->look.grouped = true;
	t = jb_tabular_new(s->desk, table, 240);
	g_assert_nonnull(said(t, ROWS, "1234"));
	t = jb_tabular_new(s->desk, table, 240);
	g_assert_nonnull(said(t, ROWS, "12\u2009345.75"));
	t = jb_tabular_new(s->desk, table, 240);
	g_assert_nonnull(said(t, ROWS, "−1\u2009234\u2009567"));
	assert_quiet(s);
}

STAND_TEST(a_given_width_is_kept)
{
	jb_bound_table *table = show_table(s);
	jb_group *group;

	table->columns[0].width_pt = 100;
	group = jb_tabular_take(jb_tabular_new(s->desk, table, 300), 0, ROWS);
	/* the other takes the rest, and its head stands at its end */
	assert_near(box_of(text_item(group, "场次")).x1, 298);
	table->columns[0].width_pt = 400;
	jb_tabular_new(s->desk, table, 300);
	g_assert_cmpuint(jb_diags_errors(s->diags), ==, 1);
}

STAND_TEST(pages_end_where_nothing_is_torn)
{
	jb_bound_table *table = show_table(s);
	jb_tabular *t = jb_tabular_new(s->desk, table, 240);

	g_assert_false(jb_tabular_cut(t, 0, false));
	g_assert_true(jb_tabular_cut(t, 1, false));
	g_assert_true(jb_tabular_cut(t, ROWS, false));
	table->rows[2].kind = JB_ROW_TOTAL; /* stays with what it adds */
	g_assert_false(jb_tabular_cut(t, 2, false));
	g_assert_true(jb_tabular_cut(t, 2, true));
	table->rows[1].within = true;
	g_assert_false(jb_tabular_cut(t, 1, false));
}

STAND_TEST(merged_cells_are_never_cut)
{
	jb_bound_table *table = show_table(s);
	jb_tabular *t;

	table->rows[0].cells[0].rows = 2;
	table->rows[1].cells[0] =
		(jb_bound_cell){.covered = true, .span = 1, .rows = 1};
	t = jb_tabular_new(s->desk, table, 240);
	g_assert_false(jb_tabular_cut(t, 1, true));
	g_assert_true(jb_tabular_cut(t, 2, false));
}

STAND_TEST(heights_are_of_what_is_taken)
{
	jb_bound_table *table = show_table(s);
	jb_tabular *t = jb_tabular_new(s->desk, table, 240);
	double first = jb_tabular_height(t, 0, 1);

	assert_near(jb_tabular_height(t, 0, 2) - first,
		jb_tabular_height(t, 0, 3) - jb_tabular_height(t, 0, 2));
	assert_near(jb_tabular_take(t, 0, 1)->height, first);
	/* the head again, but not where it stands once */
	assert_near(jb_tabular_height(t, 1, 2), first);
	table->look.once = true;
	g_assert_cmpfloat(jb_tabular_height(t, 1, 2), <, first);
}

STAND_TEST(cells_know_their_place_in_the_table)
{
	jb_bound_table *table = show_table(s);
	jb_group *group =
		jb_tabular_take(jb_tabular_new(s->desk, table, 240), 0, ROWS);
	const jb_tag *head = text_item(group, "场次")->tag;
	const jb_tag *name = text_item(group, "讲座")->tag;
	const jb_tag *cell = text_item(group, "18.5")->tag;

	g_assert_cmpint(head->role, ==, JB_ROLE_TH);
	g_assert_cmpint(head->scope, ==, JB_SCOPE_COLUMN);
	g_assert_cmpint(name->role, ==, JB_ROLE_TH);
	g_assert_cmpint(name->scope, ==, JB_SCOPE_ROW);
	g_assert_cmpint(cell->role, ==, JB_ROLE_TD);
	g_assert_true(cell->parent == name->parent);
	g_assert_cmpint(cell->parent->role, ==, JB_ROLE_TR);
	g_assert_true(cell->parent->parent == head->parent->parent);
	g_assert_cmpint(cell->parent->parent->role, ==, JB_ROLE_TABLE);
}

STAND_TEST(a_head_is_read_once)
{
	jb_bound_table *table = show_table(s);
	jb_tabular *t = jb_tabular_new(s->desk, table, 240);

	g_assert_nonnull(text_item(jb_tabular_take(t, 0, 2), "场次")->tag);
	g_assert_null(text_item(jb_tabular_take(t, 2, 3), "场次")->tag);
}

/* ---- bars ---- */

static const jb_item *bar_of(jb_group *group, const char *figure)
{
	for (guint i = 0; i < group->items->len; i++) {
		const jb_item *item = group->items->pdata[i];

		if (item->kind == JB_ITEM_PATH && item->figure &&
			strcmp(item->figure, figure) == 0)
			return item;
	}
	return NULL;
}

STAND_TEST(bars_are_in_proportion_from_zero)
{
	static const char *const counts[] = {"40", "0", "10"};
	jb_bound_table *table = table_of(s, counts);
	jb_group *group;

	table->columns[1].type = JB_COLUMN_BAR;
	table->columns[1].align = JB_TEXT_START;
	group = jb_tabular_take(jb_tabular_new(s->desk, table, 240), 0, ROWS);
	assert_near(
		box_of(bar_of(group, "n0")).x0, box_of(bar_of(group, "n2")).x0);
	assert_near(
		box_of(bar_of(group, "n0")).x1 - box_of(bar_of(group, "n0")).x0,
		4 * (box_of(bar_of(group, "n2")).x1 -
			    box_of(bar_of(group, "n2")).x0));
	g_assert_null(bar_of(group, "n1")); /* zero draws nothing */
}

STAND_TEST(bars_below_zero_go_the_other_way)
{
	static const char *const counts[] = {"40", "-40", NULL};
	jb_bound_table *table = table_of(s, counts);
	jb_group *group;

	table->columns[1].type = JB_COLUMN_BAR;
	group = jb_tabular_take(jb_tabular_new(s->desk, table, 240), 0, ROWS);
	assert_near(
		box_of(bar_of(group, "n0")).x0, box_of(bar_of(group, "n1")).x1);
	g_assert_null(bar_of(group, "n2"));
	g_assert_nonnull(text_item(group, "未公布"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func("/chart/table/" name, test)
	ADD("cells", a_table_shows_every_cell);
	ADD("points", numbers_stand_on_their_points);
	ADD("edge", the_longest_fraction_ends_at_the_edge);
	ADD("breaks", cells_break_within_their_column);
	ADD("rules", rules_stand_between_rows);
	ADD("missing", words_for_a_missing_number_end_where_digits_do);
	ADD("behind", what_is_behind_digits_keeps_them_in_line);
	ADD("grouped", digits_are_grouped_from_five_on);
	ADD("width", a_given_width_is_kept);
	ADD("cuts", pages_end_where_nothing_is_torn);
	ADD("merged", merged_cells_are_never_cut);
	ADD("heights", heights_are_of_what_is_taken);
	ADD("tags", cells_know_their_place_in_the_table);
	ADD("once", a_head_is_read_once);
	ADD("bars", bars_are_in_proportion_from_zero);
	ADD("below", bars_below_zero_go_the_other_way);
	return g_test_run();
}
