/* Lengths from zero: bars, change and range. */
#include "test-chart.h"

/* --- bars --- */

static void show_three(stand *s)
{
	show(s, figure_in(s, "a", "300", "亿元", 8, "元"), "发展基金", NULL);
	show(s, figure_in(s, "b", "7500", "万元", 4, "元"), "种子基金", NULL);
	show(s, figure_in(s, "c", NULL, "元", 0, "元"), "投资基金", NULL);
}

STAND_TEST(bars_are_values)
{
	show_three(s);
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group = draw(s, JB_BARS, widths[i]);
		const jb_item *a = mark_of(group, "a", "primary", 0);
		const jb_item *b = mark_of(group, "b", "primary", 0);

		assert_near(width_of(b), width_of(a) * 0.75 / 300);
		assert_near(box_of(a).x0, box_of(b).x0);
		g_assert_cmpuint(count_marks(group, "c"), ==, 0);
	}
	assert_tidy_everywhere(s, JB_BARS);
}

STAND_TEST(bars_below_zero_grow_left)
{
	const jb_item *up, *down;
	jb_group *group;

	show(s, figure(s, "up", "40", "万元"), "增长", NULL);
	show(s, figure(s, "down", "-10", "万元"), "下降", NULL);
	group = draw(s, JB_BARS, 498);
	up = mark_of(group, "up", "primary", 0);
	down = mark_of(group, "down", "primary", 0);
	assert_near(box_of(down).x1, box_of(up).x0);
	assert_near(width_of(down), width_of(up) / 4);
	assert_tidy_everywhere(s, JB_BARS);
}

STAND_TEST(at_least_below_zero_has_no_arrow)
{
	jb_group *group;

	show(s, figure(s, "down", "-10", "万元"), "下降", NULL);
	((jb_figure *)s->picture->of.stats[0].figure)->bound = JB_AT_LEAST;
	group = draw(s, JB_BARS, 240);
	g_assert_cmpfloat(box_of(text_item(group, "−10")).x1, <=,
		box_of(mark_of(group, "down", "primary", 0)).x0);
	g_assert_cmpuint(count_paths(group, NULL, "accent"), ==, 0);
}

STAND_TEST(bars_show_bounds)
{
	jb_group *group;

	show(s, figure(s, "over", "40", "家"), "企业", NULL);
	show(s, figure(s, "least", "30", "家"), "单位", NULL);
	((jb_figure *)s->picture->of.stats[0].figure)->bound = JB_OVER;
	((jb_figure *)s->picture->of.stats[1].figure)->bound = JB_AT_LEAST;
	group = draw(s, JB_BARS, 498);
	assert_near(width_of(mark_of(group, "over", "primary38", 0)),
		width_of(mark_of(group, "over", "primary", 0)) / 4);
	g_assert_cmpuint(count_paths(group, NULL, "accent"), ==, 3);
	assert_tidy_everywhere(s, JB_BARS);
}

STAND_TEST(bars_of_two_kinds_are_refused)
{
	show(s, figure(s, "people", "3", "人"), "人", NULL);
	show(s, figure(s, "money", "5", "元"), "钱", NULL);
	draw(s, JB_BARS, 498);
	assert_message(s, "“people” (人) and “money” (元) cannot stand on one "
			  "scale");
}

STAND_TEST(bars_of_any_number_are_tidy)
{
	static const char *const names[] = {"金融业",
		"交通运输、仓储和邮政业以及其他与之相关的各种服务业", "制造业"};

	for (int i = 0; i < 8; i++) {
		show(s,
			figure(s, jb_sprintf(s->arena, "f%d", i),
				jb_sprintf(s->arena, "%d.5", 97 * i), "万元"),
			names[i % 3], NULL);
		assert_tidy_everywhere(s, JB_BARS);
	}
}

/* --- change --- */

static jb_stat *show_change(stand *s, const char *value, int direction)
{
	jb_figure *f = figure(s, "cut", value, "%");
	jb_stat *stat = show(s, f, "审批时间平均优化", NULL);

	f->direction = direction;
	stat->base = words(s, "全市规定的办结时间");
	stat->subject = words(s, "重庆高新区（平均）");
	return stat;
}

STAND_TEST(change_down_is_half)
{
	jb_group *group;

	show_change(s, "50", -1);
	group = draw(s, JB_CHANGE, 498);
	assert_near(width_of(mark_of(group, "cut", "primary16", 0)), 498);
	assert_near(width_of(mark_of(group, "cut", "primary", 0)), 249);
	assert_tidy_everywhere(s, JB_CHANGE);
}

STAND_TEST(change_up_shortens_the_base)
{
	jb_group *group;

	show_change(s, "25", 1);
	group = draw(s, JB_CHANGE, 500);
	assert_near(width_of(mark_of(group, "cut", "primary16", 0)), 400);
	assert_near(width_of(mark_of(group, "cut", "primary", 0)), 500);
	g_assert_nonnull(text_item(group, "125"));
	assert_tidy_everywhere(s, JB_CHANGE);
}

STAND_TEST(change_of_any_size_is_tidy)
{
	jb_figure *f = (jb_figure *)show_change(s, "1", -1)->figure;

	for (int direction = -1; direction <= 1; direction += 2)
		for (int value = 0; value <= 100; value += 7) {
			f->direction = direction;
			f->value = (jb_decimal){value, 0};
			assert_tidy_everywhere(s, JB_CHANGE);
		}
}

STAND_TEST(planned_change_is_hatched)
{
	jb_group *group;

	show_change(s, "50", -1);
	((jb_figure *)s->picture->of.stats[0].figure)->status = JB_PLANNED;
	group = draw(s, JB_CHANGE, 498);
	g_assert_null(mark_of(group, "cut", "primary", 0));
	g_assert_cmpuint(count_paths(group, NULL, "primary"), ==, 2);
	assert_tidy_everywhere(s, JB_CHANGE);
}

STAND_TEST(change_without_value_is_words)
{
	jb_group *group;

	show_change(s, NULL, -1);
	group = draw(s, JB_CHANGE, 240);
	g_assert_cmpuint(count_marks(group, "cut"), ==, 0);
	g_assert_nonnull(text_item(group, "未公布"));
}

STAND_TEST(change_without_direction_is_refused)
{
	show_change(s, "50", 0);
	draw(s, JB_CHANGE, 498);
	assert_message(s, "“cut” does not say which way it changed");
}

STAND_TEST(change_below_nothing_is_refused)
{
	show_change(s, "101", -1);
	draw(s, JB_CHANGE, 498);
	assert_message(s, "“cut” falls by more than all there was");
}

/* --- range --- */

static void show_alliance(stand *s)
{
	jb_figure *now = figure(s, "now", "40", "家");
	jb_figure *goal = figure(s, "goal", "300", "家");

	now->bound = JB_OVER;
	goal->bound = JB_AT_LEAST;
	goal->status = JB_TARGET;
	show(s, now, "知名校企单位", NULL)->time =
		words(s, "2020年6月15日成立时");
	show(s, goal, "会员企业", NULL)->time = words(s, "目标，未来三年");
}

STAND_TEST(range_is_from_zero)
{
	show_alliance(s);
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group = draw(s, JB_RANGE, widths[i]);
		const jb_item *bar = mark_of(group, "now", "primary", 0);
		const jb_item *stub = mark_of(group, "now", "primary38", 0);
		const jb_item *hatched = mark_of(group, "goal", "paper", 0);

		assert_near(box_of(bar).x0, 0);
		assert_near(width_of(stub), width_of(bar) / 4);
		assert_near(box_of(hatched).x1, width_of(bar) * 300 / 40);
	}
	assert_tidy_everywhere(s, JB_RANGE);
}

STAND_TEST(range_runs_on_for_at_least)
{
	jb_group *group;
	double right = 0;
	jb_item *it;

	show_alliance(s);
	group = draw(s, JB_RANGE, 498);
	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 it->u.path.dash_on > 0) right = box_of(it).x1;
	g_assert_cmpfloat(right, >, 496);
}

STAND_TEST(range_puts_the_smaller_left)
{
	jb_group *group;

	show(s, figure_in(s, "before", "1.2", "亿元", 8, "元"), "去年", NULL);
	show(s, figure_in(s, "after", "3800", "万元", 4, "元"), "今年", NULL);
	group = draw(s, JB_RANGE, 498);
	g_assert_cmpfloat(
		text_item(group, "3800")->x, <, text_item(group, "1.2")->x);
	assert_tidy_everywhere(s, JB_RANGE);
}

STAND_TEST(range_without_a_value_is_words)
{
	jb_group *group;

	show(s, figure(s, "now", "40", "家"), "现在", NULL);
	show(s, figure(s, "goal", NULL, "家"), "将来", NULL);
	group = draw(s, JB_RANGE, 498);
	g_assert_cmpuint(count_marks(group, "goal"), ==, 0);
	g_assert_cmpstr(text_item(group, "未公布")->figure, ==, "goal");
	assert_tidy_everywhere(s, JB_RANGE);
}

STAND_TEST(range_of_nothing_has_no_axis)
{
	show(s, figure(s, "now", NULL, "家"), "现在", NULL);
	show(s, figure(s, "goal", NULL, "家"), "将来", NULL);
	g_assert_null(text_item(draw(s, JB_RANGE, 498), "0"));
	assert_tidy_everywhere(s, JB_RANGE);
}

STAND_TEST(range_of_three_is_refused)
{
	show_alliance(s);
	show(s, figure(s, "third", "5", "家"), "其三", NULL);
	draw(s, JB_RANGE, 498);
	assert_message(s, "the form “range” shows two figures, not 3");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chart/bars/values", bars_are_values);
	g_test_add_func("/chart/bars/below-zero", bars_below_zero_grow_left);
	g_test_add_func("/chart/bars/least-below-zero",
		at_least_below_zero_has_no_arrow);
	g_test_add_func("/chart/bars/bounds", bars_show_bounds);
	g_test_add_func("/chart/bars/kinds", bars_of_two_kinds_are_refused);
	g_test_add_func("/chart/bars/any-number", bars_of_any_number_are_tidy);
	g_test_add_func("/chart/change/down", change_down_is_half);
	g_test_add_func("/chart/change/up", change_up_shortens_the_base);
	g_test_add_func("/chart/change/any-size", change_of_any_size_is_tidy);
	g_test_add_func("/chart/change/planned", planned_change_is_hatched);
	g_test_add_func("/chart/change/missing", change_without_value_is_words);
	g_test_add_func(
		"/chart/change/direction", change_without_direction_is_refused);
	g_test_add_func(
		"/chart/change/beyond", change_below_nothing_is_refused);
	g_test_add_func("/chart/range/zero", range_is_from_zero);
	g_test_add_func("/chart/range/open", range_runs_on_for_at_least);
	g_test_add_func("/chart/range/order", range_puts_the_smaller_left);
	g_test_add_func("/chart/range/missing", range_without_a_value_is_words);
	g_test_add_func("/chart/range/nothing", range_of_nothing_has_no_axis);
	g_test_add_func("/chart/range/three", range_of_three_is_refused);
	return g_test_run();
}
