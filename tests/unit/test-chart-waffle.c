/* Waffle: a cell for each thing, classes whole and words apart. */
#include "test-chart.h"

static void show_parks(stand *s)
{
	static const char *const values[] = {"3", "10", "12", "13"};
	static const char *const names[] = {
		"综合公园", "专类公园", "社区公园", "街头游园"};
	jb_stat *total = jb_new(s->arena, jb_stat);

	for (size_t i = 0; i < 4; i++)
		show(s,
			figure(s, jb_sprintf(s->arena, "p%zu", i), values[i],
				"个"),
			names[i], NULL);
	total->figure = figure(s, "total", "38", "个");
	total->label = words(s, "公园");
	s->picture->of.total = total;
}

STAND_TEST(one_cell_is_one)
{
	static const char *const inks[] = {
		"primary", "primary65", "primary38", "primary16"};
	static const unsigned counts[] = {3, 10, 12, 13};

	show_parks(s);
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++)
		for (size_t k = 0; k < 4; k++)
			g_assert_cmpuint(
				count_paths(draw(s, JB_WAFFLE, widths[i]),
					inks[k], NULL),
				==, counts[k]);
	assert_tidy_everywhere(s, JB_WAFFLE);
}

STAND_TEST(cells_are_equal_squares)
{
	jb_group *group;
	box first;

	show_parks(s);
	group = draw(s, JB_WAFFLE, 498);
	first = box_of(mark_of(group, "p0", "primary", 0));
	assert_near(first.x1 - first.x0, first.y1 - first.y0);
	for (unsigned i = 0; i < 13; i++)
		assert_near(width_of(mark_of(group, "p3", "primary16", i)),
			first.x1 - first.x0);
}

STAND_TEST(thirteen_a_row)
{
	jb_group *group;
	box a, b;

	show_parks(s);
	group = draw(s, JB_WAFFLE, 498);
	a = box_of(mark_of(group, "p3", "primary16", 0));
	b = box_of(mark_of(group, "p3", "primary16", 12));
	assert_near(a.x0, 86);
	assert_near(b.x1, 498);
	assert_near(a.y0, b.y0);
}

STAND_TEST(total_stands_on_the_first_row)
{
	jb_group *group;

	show_parks(s);
	group = draw(s, JB_WAFFLE, 498);
	g_assert_cmpfloat(
		fabs(text_item(group, "38")->y -
			box_of(mark_of(group, "p0", "primary", 0)).y1),
		<, 1);
}

STAND_TEST(missing_class_has_no_cell)
{
	jb_group *group;

	show(s, figure(s, "a", "4", "个"), "甲类", NULL);
	show(s, figure(s, "b", NULL, "个"), "乙类", NULL);
	show(s, figure(s, "c", "0", "个"), "丙类", NULL);
	group = draw(s, JB_WAFFLE, 240);
	g_assert_cmpuint(count_marks(group, "b"), ==, 0);
	g_assert_cmpuint(count_marks(group, "c"), ==, 0);
	g_assert_cmpstr(text_item(group, "未公布")->figure, ==, "b");
	assert_tidy_everywhere(s, JB_WAFFLE);
}

STAND_TEST(many_are_said_in_tens)
{
	jb_group *group;

	show(s, figure(s, "a", "250", "人"), "甲类", NULL);
	show(s, figure(s, "b", "130", "人"), "乙类", NULL);
	group = draw(s, JB_WAFFLE, 498);
	g_assert_cmpuint(count_marks(group, "a"), ==, 25);
	g_assert_cmpuint(count_marks(group, "b"), ==, 13);
	g_assert_nonnull(text_item(group, "一格代表"));
	assert_tidy_everywhere(s, JB_WAFFLE);
}

STAND_TEST(part_of_a_cell_is_refused)
{
	show(s, figure(s, "a", "251", "人"), "甲类", NULL);
	draw(s, JB_WAFFLE, 498);
	assert_message(s, "“a” is no whole number of cells of 10人");
}

STAND_TEST(far_too_many_are_refused)
{
	show(s, figure(s, "a", "1", "个"), "甲类", NULL);
	show(s, figure_in(s, "b", "999999999999999", "亿个", 8, "个"), "乙类",
		NULL);
	draw(s, JB_WAFFLE, 498);
	assert_message(s, "is no whole number of cells of");
}

STAND_TEST(planned_cells_are_hatched)
{
	jb_group *group;

	show(s, figure(s, "a", "4", "所"), "已建", NULL);
	show(s, figure(s, "b", "2", "所"), "待建", NULL);
	((jb_figure *)s->picture->of.stats[1].figure)->status = JB_PLANNED;
	group = draw(s, JB_WAFFLE, 240);
	g_assert_cmpuint(count_paths(group, "primary65", NULL), ==, 0);
	g_assert_null(mark_of(group, "a", "paper", 0));
	g_assert_nonnull(mark_of(group, "b", "paper", 1));
}

STAND_TEST(any_classes_are_tidy)
{
	static const int counts[] = {1, 2, 30, 1, 7, 19, 5, 1};
	static const char *const names[] = {
		"甲", "国家重点实验室", "中小型科技企业研发中心"};

	for (int i = 0; i < 8; i++) {
		show(s,
			figure(s, jb_sprintf(s->arena, "f%d", i),
				jb_sprintf(s->arena, "%d", counts[i]), "个"),
			names[i % 3], NULL);
		assert_tidy_everywhere(s, JB_WAFFLE);
	}
}

STAND_TEST(a_name_without_room_is_refused)
{
	show(s, figure(s, "a", "3", "个"),
		"名称很长而且没有更短的说法的一类公园", NULL);
	draw(s, JB_WAFFLE, 498);
	assert_quiet(s);
	draw(s, JB_WAFFLE, 120);
	assert_message(s, "error: “名称很长而且没有更短的说法的一类公园” is ");
	assert_message(s, " pt too wide for the waffle");
}

/* Each of six has an ink of its own. */
STAND_TEST(six_classes_have_six_inks)
{
	const jb_theme *theme = s->desk->layout->theme;
	jb_group *group;

	for (int i = 0; i < 6; i++)
		show(s, figure(s, jb_sprintf(s->arena, "p%d", i), "6", "个"),
			jb_sprintf(s->arena, "第%d类", i), NULL);
	group = draw(s, JB_WAFFLE, 498);
	for (int i = 0; i < 6; i++) {
		const char *id = jb_sprintf(s->arena, "p%d", i);
		unsigned n = 0;
		jb_item *it;

		each_item(group, it) if (it->kind == JB_ITEM_PATH &&
					 g_strcmp0(it->figure, id) == 0 &&
					 it->u.path.fill == theme->classes[i])
			n++;
		g_assert_cmpuint(n, ==, 6);
	}
	assert_tidy_everywhere(s, JB_WAFFLE);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chart/waffle/one-is-one", one_cell_is_one);
	g_test_add_func("/chart/waffle/inks", six_classes_have_six_inks);
	g_test_add_func("/chart/waffle/equal", cells_are_equal_squares);
	g_test_add_func("/chart/waffle/thirteen", thirteen_a_row);
	g_test_add_func("/chart/waffle/total", total_stands_on_the_first_row);
	g_test_add_func("/chart/waffle/missing", missing_class_has_no_cell);
	g_test_add_func("/chart/waffle/tens", many_are_said_in_tens);
	g_test_add_func("/chart/waffle/part", part_of_a_cell_is_refused);
	g_test_add_func("/chart/waffle/too-many", far_too_many_are_refused);
	g_test_add_func("/chart/waffle/planned", planned_cells_are_hatched);
	g_test_add_func("/chart/waffle/any", any_classes_are_tidy);
	g_test_add_func("/chart/waffle/room", a_name_without_room_is_refused);
	return g_test_run();
}
