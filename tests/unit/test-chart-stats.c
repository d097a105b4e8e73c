/* Callouts, tranches and quotes. */
#include "test-chart.h"

static void show_heroes(stand *s)
{
	show(s, figure(s, "parks", "38", "个"), "公园", "直管园范围内");
	show(s, figure(s, "seats", "2.5", "万个"), "中小学新增学位",
		"新建与扩建，明年起陆续投用");
	show(s, figure(s, "fund", "300", "亿元"), "发展基金", NULL);
	show(s, figure(s, "teams", NULL, "个"), "研发团队", NULL);
}

/* --- stats --- */

STAND_TEST(numerals_share_a_baseline)
{
	jb_group *group;

	show_heroes(s);
	group = jb_chart_stats(
		s->desk, s->picture->of.stats, 4, 3, 54, 18, 498);
	assert_near(text_item(group, "38")->y, text_item(group, "2.5")->y);
	assert_near(text_item(group, "38")->y, text_item(group, "300")->y);
	assert_tidy(group, 498);
}

STAND_TEST(cells_stand_on_columns)
{
	jb_group *group;

	show_heroes(s);
	group = jb_chart_stats(
		s->desk, s->picture->of.stats, 3, 3, 54, 18, 498);
	assert_near(text_item(group, "发展基金")->x, 344);
	g_assert_cmpuint(count_paths(group, NULL, "primary"), ==, 3);
}

/* All but the last, which has nothing under its numerals. */
STAND_TEST(rows_are_five_and_a_half_lines)
{
	jb_group *group;
	double first, second;

	show_heroes(s);
	group = jb_chart_stats(
		s->desk, s->picture->of.stats, 2, 2, 54, 18, 498);
	g_assert_cmpfloat(group->height, ==, 88);
	group = jb_chart_stats(
		s->desk, s->picture->of.stats, 4, 2, 54, 18, 498);
	first = text_item(group, "38")->y;
	second = text_item(group, "300")->y;
	assert_near(second - first, 88);
	g_assert_cmpfloat(group->height, ==, 160);
}

STAND_TEST(one_size_fits_all)
{
	jb_group *group;

	show_heroes(s);
	show(s, figure(s, "long", "123456.78", "亿元"), "总产值", NULL);
	group = jb_chart_stats(
		s->desk, s->picture->of.stats, 5, 3, 54, 18, 498);
	g_assert_cmpfloat(text_item(group, "123456.78")->u.text.size_pt, <, 54);
	assert_near(text_item(group, "38")->u.text.size_pt,
		text_item(group, "123456.78")->u.text.size_pt);
	assert_tidy(group, 498);
}

STAND_TEST(stats_are_figures)
{
	jb_group *group;
	jb_item *it;

	show_heroes(s);
	group = draw(s, JB_STATS, 498);
	each_item(group, it)
	{
		g_assert_nonnull(it->figure);
		g_assert_nonnull(it->pos.src);
	}
	assert_tidy_everywhere(s, JB_STATS);
}

STAND_TEST(hero_of_stats_has_the_accent)
{
	show_heroes(s);
	s->spec->hero = s->picture->of.stats[1].figure;
	g_assert_cmpstr(
		text_item(draw(s, JB_STATS, 498), "2.5")->u.text.ink->name, ==,
		"accent");
}

STAND_TEST(no_stats_take_no_room)
{
	g_assert_cmpfloat(
		jb_chart_stats(s->desk, NULL, 0, 3, 54, 18, 498)->height, ==,
		0);
}

/* --- tranches --- */

static void show_tranches(stand *s, const char *parts)
{
	jb_stat *stat = jb_new(s->arena, jb_stat);

	show(s, figure_in(s, "fund", "100", "亿元", 8, "元"), "专项基金", NULL)
		->measure = words(s, "基金总规模");
	stat->figure = figure(s, "parts", parts, "期");
	stat->label = words(s, "分期出资");
	s->picture->parts = stat;
}

STAND_TEST(one_box_each)
{
	show_tranches(s, "3");
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++)
		g_assert_cmpuint(count_paths(draw(s, JB_TRANCHES, widths[i]),
					 NULL, "primary"),
			==, 3);
	assert_tidy_everywhere(s, JB_TRANCHES);
}

STAND_TEST(unstated_sums_are_said)
{
	show_tranches(s, "3");
	g_assert_nonnull(text_item(draw(s, JB_TRANCHES, 240), "金额未公布"));
}

STAND_TEST(many_boxes_are_tidy)
{
	for (int i = 1; i <= 24; i++) {
		s->picture->of.n_stats = 0;
		show_tranches(s, jb_sprintf(s->arena, "%d", i));
		assert_tidy_everywhere(s, JB_TRANCHES);
	}
}

STAND_TEST(tranches_need_parts)
{
	show_tranches(s, "3");
	s->picture->parts = NULL;
	draw(s, JB_TRANCHES, 240);
	assert_message(s, "the form “tranches” needs “parts”");
}

STAND_TEST(half_a_part_is_refused)
{
	show_tranches(s, "2.5");
	draw(s, JB_TRANCHES, 240);
	assert_message(s, "“parts” is no number of parts from 1 to 24");
}

/* --- quote --- */

STAND_TEST(quote_stands_over_its_figures)
{
	jb_group *group;

	s->picture->text = words(s, "我们也将以满血复活的状态来积极回应。");
	s->picture->who = words(s, "谢方奎");
	show(s, figure(s, "credit", "850", "万元"), "授信审批额度", NULL);
	s->picture->more = s->picture->of;
	s->picture->of.n_stats = 0;
	group = draw(s, JB_QUOTE, 240);
	g_assert_cmpfloat(
		text_item(group, "我们")->y, <, text_item(group, "谢方奎")->y);
	g_assert_cmpfloat(
		text_item(group, "谢方奎")->y, <, text_item(group, "850")->y);
	g_assert_cmpstr(text_item(group, "850")->figure, ==, "credit");
	assert_tidy_everywhere(s, JB_QUOTE);
}

STAND_TEST(quote_mark_hangs)
{
	s->picture->text = words(s, "“我们也将积极回应。”");
	g_assert_cmpfloat(text_item(draw(s, JB_QUOTE, 240), "“")->x, <, -3);
}

STAND_TEST(quote_needs_words)
{
	draw(s, JB_QUOTE, 240);
	assert_message(s, "the form “quote” needs “text”");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chart/stats/baseline", numerals_share_a_baseline);
	g_test_add_func("/chart/stats/columns", cells_stand_on_columns);
	g_test_add_func("/chart/stats/rows", rows_are_five_and_a_half_lines);
	g_test_add_func("/chart/stats/size", one_size_fits_all);
	g_test_add_func("/chart/stats/figures", stats_are_figures);
	g_test_add_func("/chart/stats/hero", hero_of_stats_has_the_accent);
	g_test_add_func("/chart/stats/none", no_stats_take_no_room);
	g_test_add_func("/chart/tranches/boxes", one_box_each);
	g_test_add_func("/chart/tranches/unstated", unstated_sums_are_said);
	g_test_add_func("/chart/tranches/many", many_boxes_are_tidy);
	g_test_add_func("/chart/tranches/parts", tranches_need_parts);
	g_test_add_func("/chart/tranches/half", half_a_part_is_refused);
	g_test_add_func("/chart/quote/figures", quote_stands_over_its_figures);
	g_test_add_func("/chart/quote/hangs", quote_mark_hangs);
	g_test_add_func("/chart/quote/words", quote_needs_words);
	return g_test_run();
}
