/* Clock and radii: angles and radii in proportion. */
#include "test-chart.h"

/* --- clock --- */

/* The hand is the thickest line; its angle, clockwise from the top. */
static double hand_angle(const jb_group *group)
{
	jb_item *it;

	each_item(group,
		it) if (it->kind == JB_ITEM_PATH && it->u.path.width_pt == 2.25)
	{
		const double *p = it->u.path.steps[1].p;
		double angle = atan2(p[0], -p[1]);

		return angle < 0 ? angle + 2 * G_PI : angle;
	}
	return -1;
}

static void forty_minutes_are_240_degrees(void)
{
	stand s;

	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_figure *f;
		jb_group *group;

		stand_open(&s);
		f = figure(&s, "c", "40", "分钟");
		f->status = JB_PLANNED;
		f->bound = JB_AT_MOST;
		show(&s, f, "时间", "未来的上限");
		group = draw(&s, JB_CLOCK, widths[i]);
		g_assert_cmpfloat_with_epsilon(
			hand_angle(group) * 180 / G_PI, 240, 1e-6);
		g_assert_nonnull(text_item(group, "以内"));
		assert_tidy(group, widths[i]);
		stand_close(&s);
	}
}

STAND_TEST(six_hours_are_a_quarter_of_a_day)
{
	jb_group *group;

	show(s, figure(s, "c", "6", "小时"), "时间", NULL);
	group = draw(s, JB_CLOCK, 240);
	g_assert_cmpfloat_with_epsilon(hand_angle(group), G_PI / 2, 1e-9);
	g_assert_nonnull(text_item(group, "一圈为二十四小时"));
}

STAND_TEST(a_clock_shows_no_metres)
{
	show(s, figure(s, "c", "6", "米"), "路", NULL);
	draw(s, JB_CLOCK, 240);
	assert_message(s, "error: a clock cannot show the unit “米”");
}

STAND_TEST(a_clock_shows_one_turn)
{
	show(s, figure(s, "c", "90", "分钟"), "时间", NULL);
	draw(s, JB_CLOCK, 240);
	assert_message(s, "error: 90分钟 does not fit one turn of a clock");
}

STAND_TEST(a_missing_time_has_no_dial)
{
	jb_group *group;
	jb_item *it;

	show(s, figure(s, "c", NULL, "分钟"), "时间", NULL);
	group = draw(s, JB_CLOCK, 240);
	each_item(group, it) g_assert_cmpint(it->kind, ==, JB_ITEM_TEXT);
	g_assert_nonnull(text_item(group, "未公布"));
}

/* --- radii --- */

static double radius_of(const jb_group *group, const char *id)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH && it->u.path.fill &&
				 g_strcmp0(it->figure, id) == 0)
	{
		box b = box_of(it);

		return (b.x1 - b.x0) / 2;
	}
	return 0;
}

static void radii_are_to_scale(void)
{
	stand s;

	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group;

		stand_open(&s);
		show(&s, figure(&s, "f", "500", "米"), "可赏花", NULL);
		show(&s, figure(&s, "g", "300", "米"), "可见绿", NULL);
		group = draw(&s, JB_RADII, widths[i]);
		g_assert_cmpfloat_with_epsilon(
			radius_of(group, "g") / radius_of(group, "f"), 0.6,
			1e-6);
		assert_tidy(group, widths[i]);
		stand_close(&s);
	}
}

STAND_TEST(radii_show_status)
{
	jb_group *group;

	show(s, figure(s, "now", "300", "米"), "可见绿", NULL);
	show(s, figure(s, "plan", "500", "米"), "可赏花", NULL);
	show(s, figure(s, "goal", "900", "米"), "可上学", NULL);
	((jb_figure *)s->picture->of.stats[1].figure)->status = JB_PLANNED;
	((jb_figure *)s->picture->of.stats[2].figure)->status = JB_TARGET;
	group = draw(s, JB_RADII, 240);
	g_assert_nonnull(mark_of(group, "now", "primary38", 0));
	g_assert_nonnull(mark_of(group, "plan", "paper", 0));
	g_assert_nonnull(mark_of(group, "goal", "paper", 0));
	g_assert_cmpuint(count_paths(group, NULL, "primary"), ==, 1);
	g_assert_cmpuint(count_paths(group, "paper", "accent"), ==, 1);
	assert_tidy(group, 240);
}

STAND_TEST(four_radii_stay_apart)
{
	static const char *const ids[] = {"a", "b", "c", "d"};
	static const char *const values[] = {"200", "500", "1200", "3000"};
	jb_group *group;

	for (size_t i = 0; i < 4; i++)
		show(s, figure(s, ids[i], values[i], "米"),
			"社区卫生服务中心和养老服务驿站", NULL);
	group = draw(s, JB_RADII, 154);
	g_assert_cmpfloat_with_epsilon(
		radius_of(group, "a") / radius_of(group, "d"), 2. / 30, 1e-6);
	assert_tidy(group, 154);
}

STAND_TEST(radii_need_one_unit)
{
	show(s, figure(s, "f", "500", "米"), "可赏花", NULL);
	show(s, figure(s, "g", "3", "公里"), "可见绿", NULL);
	draw(s, JB_RADII, 240);
	assert_message(s, "error: radii need one unit: “米” and “公里” differ");
}

STAND_TEST(one_radius_is_an_error)
{
	show(s, figure(s, "f", "500", "米"), "可赏花", NULL);
	draw(s, JB_RADII, 240);
	assert_message(
		s, "error: the form “radii” shows 2 to 4 figures, not 1");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define T(name) g_test_add_func("/chart/dials/" #name, name)
	T(forty_minutes_are_240_degrees);
	T(six_hours_are_a_quarter_of_a_day);
	T(a_clock_shows_no_metres);
	T(a_clock_shows_one_turn);
	T(a_missing_time_has_no_dial);
	T(radii_are_to_scale);
	T(radii_show_status);
	T(four_radii_stay_apart);
	T(radii_need_one_unit);
	T(one_radius_is_an_error);
	return g_test_run();
}
