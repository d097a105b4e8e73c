/* Squares: areas in proportion, missing values in words. */
#include "test-chart.h"

static void show_funds(stand *s)
{
	show(s, figure_in(s, "dev", "300", "亿元", 8, "元"),
		"成渝地区双城经济圈首支发展基金", NULL)
		->measure = words(s, "总规模");
	show(s, figure_in(s, "mah", "100", "亿元", 8, "元"), "MAH专项基金",
		NULL);
	show(s, figure_in(s, "seed", "5000", "万元", 4, "元"), "创业种子基金",
		NULL);
}

static const jb_item *square(const jb_group *group, const char *id)
{
	static const char *const fills[] = {"primary", "primary65", "accent"};

	for (size_t i = 0; i < G_N_ELEMENTS(fills); i++)
		if (mark_of(group, id, fills[i], 0))
			return mark_of(group, id, fills[i], 0);
	return NULL;
}

STAND_TEST(areas_are_values)
{
	show_funds(s);
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group = draw(s, JB_SQUARES, widths[i]);
		double large = width_of(square(group, "dev"));

		assert_near(
			width_of(square(group, "mah")), large * sqrt(1.0 / 3));
		assert_near(width_of(square(group, "seed")),
			large * sqrt(1.0 / 600));
	}
}

STAND_TEST(lead_is_as_large_as_a_column)
{
	show_funds(s);
	assert_near(width_of(square(draw(s, JB_SQUARES, 498), "dev")), 240);
}

STAND_TEST(squares_share_their_bottom)
{
	jb_group *group;

	show_funds(s);
	group = draw(s, JB_SQUARES, 498);
	assert_near(box_of(square(group, "mah")).y1,
		box_of(square(group, "dev")).y1);
	assert_near(box_of(square(group, "seed")).y1,
		box_of(square(group, "dev")).y1);
}

STAND_TEST(only_the_tiny_one_has_the_accent)
{
	jb_group *group;

	show_funds(s);
	group = draw(s, JB_SQUARES, 498);
	g_assert_nonnull(mark_of(group, "seed", "accent", 0));
	g_assert_cmpuint(count_paths(group, "accent", NULL), ==, 1);
}

STAND_TEST(hero_takes_the_accent)
{
	jb_group *group;

	show_funds(s);
	s->spec->hero = s->picture->of.stats[1].figure;
	group = draw(s, JB_SQUARES, 498);
	g_assert_nonnull(mark_of(group, "mah", "accent", 0));
	g_assert_cmpuint(count_paths(group, "accent", NULL), ==, 1);
}

STAND_TEST(missing_is_words)
{
	show_funds(s);
	show(s, figure_in(s, "equity", NULL, "元", 0, "元"),
		"重庆科技成果股权投资基金", "原文只列名称，未写金额");
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group = draw(s, JB_SQUARES, widths[i]);

		g_assert_cmpuint(count_marks(group, "equity"), ==, 0);
		g_assert_cmpstr(
			text_item(group, "未公布")->figure, ==, "equity");
	}
	assert_tidy_everywhere(s, JB_SQUARES);
}

STAND_TEST(all_missing)
{
	show(s, figure(s, "a", NULL, "元"), "甲", NULL);
	show(s, figure(s, "b", NULL, "元"), "乙", NULL);
	assert_tidy_everywhere(s, JB_SQUARES);
}

STAND_TEST(zero_draws_nothing)
{
	jb_group *group;

	show(s, figure(s, "a", "5", "个"), "甲", NULL);
	show(s, figure(s, "b", "0", "个"), "乙", NULL);
	group = draw(s, JB_SQUARES, 498);
	g_assert_cmpuint(count_marks(group, "b"), ==, 0);
	g_assert_nonnull(text_item(group, "0"));
}

STAND_TEST(negative_is_refused)
{
	show(s, figure(s, "loss", "-3", "万元"), "亏损", NULL);
	draw(s, JB_SQUARES, 498);
	assert_message(s, "squares cannot show the negative “loss”");
	assert_message(s, "hint: use the form “bars”");
}

STAND_TEST(planned_is_hatched_and_target_outlined)
{
	jb_group *group;

	show(s, figure(s, "a", "9", "个"), "甲", NULL);
	show(s, figure(s, "b", "8", "个"), "乙", NULL);
	show(s, figure(s, "c", "7", "个"), "丙", NULL);
	((jb_figure *)s->picture->of.stats[1].figure)->status = JB_PLANNED;
	((jb_figure *)s->picture->of.stats[2].figure)->status = JB_TARGET;
	group = draw(s, JB_SQUARES, 498);
	g_assert_nonnull(mark_of(group, "a", "primary", 0));
	g_assert_null(mark_of(group, "b", "primary65", 0));
	g_assert_nonnull(mark_of(group, "c", "paper", 0));
	g_assert_cmpuint(count_paths(group, NULL, "accent"), ==, 1);
}

STAND_TEST(any_number_is_tidy)
{
	static const char *const values[] = {
		"30", "24", "18", "9", "7.5", "2", "0.1", "12"};
	static const char *const names[] = {"常住人口",
		"高新技术企业从业人员数量（含外地派驻人员）", "学生"};

	for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
		char *id = jb_sprintf(s->arena, "f%zu", i);

		show(s, figure(s, id, values[i], "万人"), names[i % 3], NULL);
		assert_tidy_everywhere(s, JB_SQUARES);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chart/squares/areas", areas_are_values);
	g_test_add_func("/chart/squares/lead", lead_is_as_large_as_a_column);
	g_test_add_func("/chart/squares/bottom", squares_share_their_bottom);
	g_test_add_func(
		"/chart/squares/accent", only_the_tiny_one_has_the_accent);
	g_test_add_func("/chart/squares/hero", hero_takes_the_accent);
	g_test_add_func("/chart/squares/missing", missing_is_words);
	g_test_add_func("/chart/squares/all-missing", all_missing);
	g_test_add_func("/chart/squares/zero", zero_draws_nothing);
	g_test_add_func("/chart/squares/negative", negative_is_refused);
	g_test_add_func("/chart/squares/status",
		planned_is_hatched_and_target_outlined);
	g_test_add_func("/chart/squares/any-number", any_number_is_tidy);
	return g_test_run();
}
