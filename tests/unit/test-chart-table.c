/* Tables of the report: columns, numbers, widths. */
#include "test-chart.h"

static const jb_rich *number(stand *s, const char *text, const char *id)
{
	const jb_rich *rich = words(s, text);

	rich->pieces[0].figure = id;
	return rich;
}

/* Two columns, words and figures, and three rows. */
static void show_table(stand *s, const char *long_word)
{
	static const char *const names[] = {"故事会", "讲座", "展览"};
	static const char *const counts[] = {"46场", "18场", "7场"};
	static const char *const ids[] = {"story", "talk", "show"};
	jb_bound_table *table = jb_new(s->arena, jb_bound_table);

	table->n_columns = 2;
	table->n_rows = 3;
	table->heads = jb_new_array(s->arena, const jb_rich *, 2);
	table->heads[0] = words(s, "活动");
	table->heads[1] = words(s, "场次");
	table->cells = jb_new_array(s->arena, const jb_rich *, 6);
	for (int i = 0; i < 3; i++) {
		table->cells[2 * i] =
			words(s, i == 0 && long_word ? long_word : names[i]);
		table->cells[2 * i + 1] = number(s, counts[i], ids[i]);
	}
	s->picture->of.table = table;
}

STAND_TEST(a_table_shows_every_cell)
{
	static const char *const all[] = {
		"活动", "场次", "故事会", "讲座", "展览", "46", "18", "7"};
	jb_group *group;

	show_table(s, NULL);
	group = draw(s, JB_TABLE, 240);
	for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
		g_assert_nonnull(text_item(group, all[i]));
}

STAND_TEST(columns_of_figures_end_at_one_edge)
{
	jb_group *group;

	show_table(s, NULL);
	group = draw(s, JB_TABLE, 240);
	assert_near(box_of(text_item(group, "46")).x1,
		box_of(text_item(group, "18")).x1);
	assert_near(box_of(text_item(group, "18")).x1,
		box_of(text_item(group, "7")).x1);
	assert_near(box_of(text_item(group, "故事会")).x0,
		box_of(text_item(group, "讲座")).x0);
	g_assert_cmpstr(text_item(group, "46")->figure, ==, "story");
}

STAND_TEST(cells_break_within_their_column)
{
	jb_group *narrow, *wide;

	show_table(s, "志愿者讲读，校园分馆轮流承办，寒暑假每周两次");
	wide = draw(s, JB_TABLE, 498);
	narrow = draw(s, JB_TABLE, 154);
	g_assert_cmpfloat(narrow->height, >, wide->height);
	assert_tidy(wide, 498);
	assert_tidy(narrow, 154);
	assert_quiet(s);
}

STAND_TEST(each_row_has_its_hairline)
{
	show_table(s, NULL);
	g_assert_cmpuint(
		count_paths(draw(s, JB_TABLE, 240), NULL, "text45"), ==, 3);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chart/table/cells", a_table_shows_every_cell);
	g_test_add_func(
		"/chart/table/numbers", columns_of_figures_end_at_one_edge);
	g_test_add_func("/chart/table/breaks", cells_break_within_their_column);
	g_test_add_func("/chart/table/hairlines", each_row_has_its_hairline);
	return g_test_run();
}
