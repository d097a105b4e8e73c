/* The timeline: time in proportion, words apart, plans below. */
#include "test-chart.h"

#include "plot/spread.h"

static jb_group *timeline(stand *s, double width)
{
	return settled(jb_chart_timeline(s->desk, s->picture->of.events,
		s->picture->of.n_events, width));
}

static void show_half_year(stand *s)
{
	event(s, "2020-06-15", JB_ACTUAL, "产业联盟成立", NULL, NULL);
	event(s, "2019-11", JB_ACTUAL, "研究院一期项目开工", NULL, NULL);
	event(s, "2020-03", JB_ACTUAL, "疫苗项目落地", NULL, NULL);
	event(s, "2020-03", JB_ACTUAL, "联席会议制度获批", NULL, NULL);
	event(s, "2020-06", JB_ACTUAL, "隧道西延伸段通车", NULL, NULL);
	event(s, "2020", JB_PLANNED, "两条高铁开建", NULL, NULL);
	event(s, "2020-12", JB_PLANNED, "公路改造完工", NULL, NULL);
	event(s, "2021-09", JB_PLANNED, "新校陆续投用", NULL, NULL);
	event(s, "2023", JB_TARGET, "会员企业增多", NULL, NULL);
}

/* The tallest line of an event's words leads to its place on the axis. */
static const jb_item *dot(const jb_group *group, unsigned n, const char *stroke)
{
	jb_item *it;

	each_item(group,
		it) if (it->kind == JB_ITEM_PATH && it->u.path.n == 6 &&
			it->pos.src &&
			g_strcmp0(it->u.path.stroke ? it->u.path.stroke->name
						    : NULL,
				stroke) == 0 &&
			n-- == 0) return it;
	return NULL;
}

static void assert_timeline_tidy(stand *s)
{
	for (size_t i = 0; i < 2; i++) {
		jb_group *group = timeline(s, widths[i]);

		assert_tidy(group, widths[i]);
		g_assert_cmpfloat(fmod(group->height, 8), ==, 0);
	}
	assert_quiet(s);
}

/* No stem runs through words. */
static void assert_no_leader_crosses(const jb_group *group)
{
	jb_item *line, *text;

	each_item(group, line)
	{
		box a = box_of(line);

		if (line->kind != JB_ITEM_PATH || a.x1 - a.x0 > 0.1)
			continue;
		for (unsigned j = 0; j < group->items->len; j++) {
			box b;

			text = g_ptr_array_index(group->items, j);
			if (text->kind != JB_ITEM_TEXT)
				continue;
			b = box_of(text);
			if (a.x0 > b.x0 && a.x0 < b.x1 && a.y0 < b.y1 &&
				a.y1 > b.y0)
				g_error("a stem runs through “%s”",
					text->u.text.text);
		}
	}
}

STAND_TEST(past_above_plans_below)
{
	jb_group *group;
	double axis;

	show_half_year(s);
	group = timeline(s, 498);
	axis = dot(group, 0, NULL)->y;
	g_assert_cmpfloat(text_item(group, "产业联盟")->y, <, axis);
	g_assert_cmpfloat(text_item(group, "两条高铁")->y, >, axis);
	assert_timeline_tidy(s);
	assert_no_leader_crosses(group);
}

STAND_TEST(oldest_on_top)
{
	jb_group *group;

	show_half_year(s);
	group = timeline(s, 498);
	g_assert_cmpfloat(
		text_item(group, "研究院")->y, <, text_item(group, "疫苗")->y);
	g_assert_cmpfloat(text_item(group, "隧道")->y, <,
		text_item(group, "产业联盟")->y);
}

STAND_TEST(one_date_one_stem)
{
	jb_group *group;

	show_half_year(s);
	group = timeline(s, 498);
	assert_near(text_item(group, "疫苗")->x, text_item(group, "联席")->x);
	g_assert_nonnull(dot(group, 3, NULL));
	g_assert_null(dot(group, 4, NULL));
}

STAND_TEST(months_are_equal)
{
	jb_group *group;
	double month;

	event(s, "2020-01", JB_ACTUAL, "甲", NULL, NULL);
	event(s, "2020-03", JB_ACTUAL, "乙", NULL, NULL);
	event(s, "2020-06", JB_ACTUAL, "丙", NULL, NULL);
	group = timeline(s, 480);
	month = 480.0 / 6;
	assert_near(dot(group, 0, NULL)->x, 0.5 * month);
	assert_near(dot(group, 1, NULL)->x, 2.5 * month);
	assert_near(dot(group, 2, NULL)->x, 5.5 * month);
}

STAND_TEST(far_plans_are_declared_out_of_scale)
{
	show_half_year(s);
	g_assert_nonnull(text_item(timeline(s, 498), "此后不按比例"));
	g_assert_nonnull(text_item(timeline(s, 240), "此后不按比例"));
}

STAND_TEST(within_the_year_is_a_bracket)
{
	show_half_year(s);
	g_assert_cmpuint(count_paths(timeline(s, 498), NULL, "text70"), ==, 3);
}

STAND_TEST(proposed_is_left_out)
{
	event(s, "2020-01", JB_ACTUAL, "甲", NULL, NULL);
	event(s, "2020-02", JB_PROPOSED, "乙", NULL, NULL);
	g_assert_null(text_item(timeline(s, 498), "乙"));
}

STAND_TEST(late_but_done_is_past)
{
	jb_group *group;

	event(s, "2020-01", JB_ACTUAL, "甲", NULL, NULL);
	event(s, "2020-08-02", JB_ACTUAL, "乙", NULL, NULL);
	event(s, "2020-12", JB_STARTED, "丙", NULL, NULL);
	group = timeline(s, 498);
	g_assert_cmpfloat(text_item(group, "乙")->y, <, dot(group, 0, NULL)->y);
	g_assert_cmpfloat(text_item(group, "丙")->y, >, dot(group, 0, NULL)->y);
}

STAND_TEST(no_events_take_no_room)
{
	g_assert_cmpfloat(timeline(s, 498)->height, ==, 0);
	g_assert_cmpuint(timeline(s, 498)->items->len, ==, 0);
}

STAND_TEST(late_long_words_turn_or_wrap)
{
	jb_group *group;

	event(s, "2020-01", JB_ACTUAL, "立项", NULL, NULL);
	event(s, "2020-06-20", JB_ACTUAL,
		"名称很长而且发生在轴线末端、右边没有位置的一件大事", NULL,
		NULL);
	event(s, "2020-06-28", JB_ACTUAL,
		"另一件名称很长而且发生在轴线末端的大事", NULL, NULL);
	group = timeline(s, 498);
	assert_no_leader_crosses(group);
	assert_timeline_tidy(s);
}

STAND_TEST(only_far_plans)
{
	event(s, "2025", JB_TARGET, "一期建成", NULL, NULL);
	event(s, "2030", JB_TARGET, "全面建成", NULL, NULL);
	assert_timeline_tidy(s);
}

STAND_TEST(crowded_timelines_are_tidy)
{
	for (int i = 0; i < 20; i++) {
		event(s,
			jb_sprintf(s->arena, "2020-%02d-%02d", 1 + i % 6,
				1 + i * 7 % 28),
			i % 3 ? JB_ACTUAL : JB_PLANNED,
			i % 2 ? "签约"
			      : "与一家名称相当长的有限公司签署战略合作协议",
			NULL, NULL);
		assert_timeline_tidy(s);
		assert_no_leader_crosses(timeline(s, 498));
	}
}

STAND_TEST(keys_of_a_narrow_timeline_stay_within)
{
	event(s, "2020-06", JB_ACTUAL, "成立", NULL, NULL);
	event(s, "2020-09", JB_PLANNED, "开工", NULL, NULL);
	event(s, "2023", JB_TARGET, "建成", NULL, NULL);
	assert_tidy(timeline(s, 120), 120);
	assert_quiet(s);
}

/* --- spread --- */

static void check_spread(
	const jb_wish *wishes, size_t n, double gap, const double *want)
{
	jb_arena *arena = jb_arena_open();
	double got[8];

	jb_spread(arena, wishes, n, gap, 0, 100, got);
	for (size_t i = 0; i < n; i++)
		assert_near(got[i], want[i]);
	jb_arena_close(arena);
}

static void spread_leaves_what_is_apart(void)
{
	check_spread((jb_wish[]){{10, 1}, {30, 1}}, 2, 12, (double[]){10, 30});
}

static void spread_parts_evenly(void)
{
	check_spread((jb_wish[]){{50, 1}, {50, 1}, {50, 1}}, 3, 10,
		(double[]){40, 50, 60});
}

static void spread_weighs(void)
{
	check_spread((jb_wish[]){{50, 1}, {50, 3}}, 2, 12, (double[]){41, 53});
}

static void spread_stays_within(void)
{
	check_spread((jb_wish[]){{98, 1}, {99, 1}}, 2, 12, (double[]){88, 100});
	check_spread((jb_wish[]){{0, 1}, {0, 1}, {0, 1}}, 3, 80,
		(double[]){0, 50, 100});
}

STAND_TEST(crowded_words_cut_the_stems)
{
	jb_group *group;

	s->report->to = (jb_date){2020, 12, 0};
	for (int month = 1; month <= 12; month++)
		event(s, jb_sprintf(s->arena, "2020-%02d-15", month), JB_ACTUAL,
			"又一件事情发生了", NULL, NULL);
	group = timeline(s, 498);
	g_assert_cmpuint(count_paths(group, "paper", NULL), >, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chart/timeline/sides", past_above_plans_below);
	g_test_add_func("/chart/timeline/order", oldest_on_top);
	g_test_add_func("/chart/timeline/one-stem", one_date_one_stem);
	g_test_add_func("/chart/timeline/months", months_are_equal);
	g_test_add_func(
		"/chart/timeline/far", far_plans_are_declared_out_of_scale);
	g_test_add_func(
		"/chart/timeline/bracket", within_the_year_is_a_bracket);
	g_test_add_func("/chart/timeline/proposed", proposed_is_left_out);
	g_test_add_func("/chart/timeline/late-done", late_but_done_is_past);
	g_test_add_func("/chart/timeline/none", no_events_take_no_room);
	g_test_add_func("/chart/timeline/late", late_long_words_turn_or_wrap);
	g_test_add_func("/chart/timeline/only-far", only_far_plans);
	g_test_add_func("/chart/timeline/crowd", crowded_timelines_are_tidy);
	g_test_add_func(
		"/chart/timeline/keys", keys_of_a_narrow_timeline_stay_within);
	g_test_add_func("/chart/spread/apart", spread_leaves_what_is_apart);
	g_test_add_func("/chart/spread/evenly", spread_parts_evenly);
	g_test_add_func("/chart/spread/weight", spread_weighs);
	g_test_add_func("/chart/spread/within", spread_stays_within);
	g_test_add_func("/chart/timeline/crowded", crowded_words_cut_the_stems);
	return g_test_run();
}
