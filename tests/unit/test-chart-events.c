/* Lists, dates and the roadmap: where in time, in which lane, how tidy. */
#include "test-chart.h"

/* --- list --- */

static void a_list_is_tidy_at_every_width(void)
{
	stand s;

	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group;

		stand_open(&s);
		item(&s, &s.picture->of, "疾病预防控制中心及附属实验楼建设工程",
			"建设内容包括研发楼、试验车间与配套设施", NULL,
			"clinic");
		item(&s, &s.picture->of, "图书馆", NULL, NULL, "book");
		item(&s, &s.picture->of, "数据中心", "已开工", NULL,
			"computer");
		item(&s, &s.picture->of, "湿地公园", NULL, NULL, "leaf");
		group = draw(&s, JB_LIST, widths[i]);
		assert_tidy(group, widths[i]);
		g_assert_cmpuint(count_paths(group, NULL, "primary"), ==, 4);
		stand_close(&s);
	}
}

STAND_TEST(dates_of_a_list_stand_in_their_column)
{
	jb_group *group;

	item(s, &s->picture->of, "研究院", "开工", "2019年11月", NULL);
	item(s, &s->picture->of, "数学中心", NULL, "已成立", NULL);
	group = draw(s, JB_LIST, 240);
	g_assert_cmpfloat(text_item(group, "已成立")->x, ==, 0);
	g_assert_cmpfloat(text_item(group, "研究院")->x, ==,
		text_item(group, "数学中心")->x);
	assert_tidy(group, 240);
}

STAND_TEST(a_count_stands_over_its_list)
{
	jb_group *group;
	jb_stat stat = {0};

	stat.figure = figure(s, "h", "3", "所");
	stat.label = words(s, "将要开建");
	s->picture->more.stats = &stat;
	s->picture->more.n_stats = 1;
	item(s, &s->picture->of, "卫生院", NULL, NULL, "clinic");
	group = draw(s, JB_LIST, 154);
	g_assert_cmpfloat(
		text_item(group, "3")->y, <, text_item(group, "卫生院")->y);
	g_assert_cmpfloat(
		text_item(group, "3")->y, ==, text_item(group, "将要开建")->y);
	assert_tidy(group, 154);
}

STAND_TEST(an_empty_list_is_an_error)
{
	draw(s, JB_LIST, 240);
	assert_message(s, "error: the form “list” needs a list");
}

/* --- dates --- */

STAND_TEST(months_stand_side_by_side)
{
	jb_group *group;

	event(s, "2020-03", JB_ACTUAL, "签约", "浪潮集团", "总部落地");
	event(s, "2020-04", JB_ACTUAL, "签约", "中国电子", NULL);
	event(s, "2020-05", JB_ACTUAL, "签约", "平安建投", NULL);
	group = draw(s, JB_DATES, 498);
	g_assert_cmpfloat(
		text_item(group, "3")->y, ==, text_item(group, "5")->y);
	g_assert_cmpfloat_with_epsilon(
		text_item(group, "4")->x - text_item(group, "3")->x, 172, 0.01);
	g_assert_cmpuint(count_paths(group, NULL, "text45"), ==, 2);
	assert_tidy(group, 498);
}

static void dates_are_tidy_at_every_width(void)
{
	static const char *const days[] = {"2019-11-08", "2020-01", "2020",
		"2021-09", "2020-06-15", "2020-12-31"};
	stand s;

	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++)
		for (size_t n = 1; n <= G_N_ELEMENTS(days); n++) {
			stand_open(&s);
			for (size_t k = 0; k < n; k++)
				event(&s, days[k], JB_PLANNED,
					"重庆市鲲鹏计算产业联盟成立", NULL,
					k % 2 ? "多家单位参加，由中心牵头筹建"
					      : NULL);
			assert_tidy(draw(&s, JB_DATES, widths[i]), widths[i]);
			stand_close(&s);
		}
}

STAND_TEST(several_years_say_theirs)
{
	jb_group *group;

	event(s, "2019-11", JB_ACTUAL, "开工", NULL, NULL);
	event(s, "2020-06", JB_ACTUAL, "通车", NULL, NULL);
	group = draw(s, JB_DATES, 498);
	g_assert_nonnull(text_item(group, "2019"));
	g_assert_nonnull(text_item(group, "2020"));
}

/* --- roadmap --- */

static box bar_of(const jb_group *group, const char *fill, const char *stroke,
	bool dashed)
{
	jb_item *it;

	each_item(group, it)
	{
		const jb_path *path = &it->u.path;
		box b;

		if (it->kind != JB_ITEM_PATH ||
			g_strcmp0(path->fill ? path->fill->name : NULL, fill) ||
			g_strcmp0(path->stroke ? path->stroke->name : NULL,
				stroke) ||
			(path->dash_on > 0) != dashed)
			continue;
		b = box_of(it);
		if (b.y0 > 40 && b.y1 - b.y0 < 9) /* not of the keys */
			return b;
	}
	g_assert_not_reached();
}

/* x of a month's beginning on the axis of 2020 over 498 pt. */
static double month(double m)
{
	return 86 + (498 - 86) * (m - 1) / 12;
}

STAND_TEST(what_happened_has_the_bar_of_its_month)
{
	box bar;

	event(s, "2020-06", JB_ACTUAL, "华岩隧道通车", NULL, NULL);
	bar = bar_of(draw(s, JB_ROADMAP, 498), "primary", NULL, false);
	g_assert_cmpfloat_with_epsilon(bar.x0, month(6), 0.01);
	g_assert_cmpfloat_with_epsilon(bar.x1, month(7), 0.01);
}

STAND_TEST(an_open_start_is_dashed_to_today_and_hatched_to_its_end)
{
	jb_group *group;
	box vague;

	event(s, "2020-12", JB_STARTED, "九条公路改造", NULL, "预计12月完工")
		->open_start = true;
	group = draw(s, JB_ROADMAP, 498);
	vague = bar_of(group, NULL, "primary", true);
	g_assert_cmpfloat_with_epsilon(vague.x0, month(1), 0.5);
	g_assert_cmpfloat_with_epsilon(vague.x1, month(7), 0.5);
	g_assert_nonnull(text_item(group, "预计"));
	assert_tidy(group, 498);
}

STAND_TEST(a_plan_of_the_year_begins_today)
{
	box plan;

	event(s, "2020", JB_PLANNED, "高铁开建", NULL, NULL);
	plan = bar_of(draw(s, JB_ROADMAP, 498), NULL, "primary", false);
	g_assert_cmpfloat_with_epsilon(plan.x0, month(7), 0.5);
	g_assert_cmpfloat_with_epsilon(plan.x1, 498, 0.5);
}

STAND_TEST(proposals_stand_in_a_dashed_box)
{
	jb_group *group;

	event(s, "2020", JB_PROPOSED, "科学大道", NULL, NULL);
	event(s, "2020", JB_PROPOSED, "金凤隧道", NULL, NULL);
	group = draw(s, JB_ROADMAP, 498);
	g_assert_cmpfloat(text_item(group, "科学大道")->y, ==,
		text_item(group, "金凤隧道")->y);
	g_assert_nonnull(text_item(group, "策划"));
	assert_tidy(group, 498);
}

STAND_TEST(lanes_follow_status)
{
	jb_group *group;

	event(s, "2020-09", JB_PLANNED, "甲", NULL, NULL);
	event(s, "2020-04", JB_STARTED, "乙", NULL, NULL);
	event(s, "2020-02", JB_ACTUAL, "丙", NULL, NULL);
	group = draw(s, JB_ROADMAP, 498);
	g_assert_cmpfloat(
		text_item(group, "丙")->y, <, text_item(group, "乙")->y);
	g_assert_cmpfloat(
		text_item(group, "乙")->y, <, text_item(group, "甲")->y);
	g_assert_nonnull(text_item(group, "年内计划"));
}

static void crowded(stand *s)
{
	event(s, "2019-11", JB_ACTUAL, "产业技术研究院一期开工", NULL, NULL);
	event(s, "2020-01-01", JB_ACTUAL, "依法开展预算管理", NULL, NULL);
	event(s, "2020-03", JB_ACTUAL, "亦度疫苗研发中心及产业化基地项目落地",
		NULL, NULL);
	event(s, "2020-03", JB_ACTUAL, "联席会议制度获批", NULL, NULL);
	event(s, "2020-06", JB_ACTUAL, "通车", NULL, NULL);
	event(s, "2020-12", JB_STARTED, "九条干线公路改造工程（含照明）", NULL,
		"预计12月全部完工并投入使用")
		->open_start = true;
	event(s, "2021-09", JB_PLANNED, "新建、扩建学校陆续投用", NULL,
		"七所新建、一所扩建");
	event(s, "2020", JB_PLANNED, "高铁开建", NULL, NULL);
	event(s, "2023", JB_TARGET, "会员企业达到目标", NULL, NULL);
	event(s, "2021", JB_PROPOSED, "西永换乘枢纽配套道路及停车设施工程",
		NULL, NULL);
	event(s, "2021-05", JB_PROPOSED, "罗家院立交", NULL, NULL);
}

static void a_crowded_roadmap_is_tidy_at_every_width(void)
{
	stand s;

	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		stand_open(&s);
		crowded(&s);
		assert_tidy(draw(&s, JB_ROADMAP, widths[i]), widths[i]);
		stand_close(&s);
	}
}

static void years_of_a_long_roadmap_stand_within_it(void)
{
	stand s;

	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		stand_open(&s);
		event(&s, "1990-03", JB_ACTUAL, "甲", NULL, NULL);
		event(&s, "2020-03", JB_ACTUAL, "乙", NULL, NULL);
		assert_tidy(draw(&s, JB_ROADMAP, widths[i]), widths[i]);
		stand_close(&s);
	}
}

STAND_TEST(a_roadmap_without_a_period_has_no_today)
{
	jb_group *group;

	s->report->to = (jb_date){0};
	crowded(s);
	group = draw(s, JB_ROADMAP, 498);
	g_assert_null(text_item(group, "月底"));
	g_assert_cmpuint(count_paths(group, NULL, "accent"), ==, 0);
}

STAND_TEST(marks_carry_the_figure_of_their_event)
{
	jb_event *e;
	const jb_figure *roads;
	jb_group *group;

	roads = figure(s, "roads", "9", "条");
	e = event(s, "2020-06", JB_ACTUAL, "公路完工", NULL, NULL);
	e->refs = &roads;
	e->n_refs = 1;
	group = draw(s, JB_ROADMAP, 498);
	g_assert_cmpstr(text_item(group, "公路完工")->figure, ==, "roads");
}

STAND_TEST(a_plan_without_a_date_is_dashed_after_today)
{
	jb_event *e;
	box vague;

	e = event(s, "2020-09", JB_PLANNED, "改造", NULL, NULL);
	e->date = (jb_date){0};
	vague = bar_of(draw(s, JB_ROADMAP, 498), NULL, "primary", true);
	g_assert_cmpfloat_with_epsilon(vague.x0, month(7), 0.5);
	g_assert_cmpfloat_with_epsilon(vague.x1, 498, 0.5);
}

STAND_TEST(today_stands_on_the_day_the_period_ends)
{
	jb_group *group;
	jb_item *it;

	s->report->to = (jb_date){2020, 6, 15};
	event(s, "2020-03", JB_ACTUAL, "通车", NULL, NULL);
	group = draw(s, JB_ROADMAP, 498);
	each_item(group, it)
	{
		if (it->kind == JB_ITEM_PATH && it->u.path.stroke &&
			g_str_equal(it->u.path.stroke->name, "accent") &&
			it->x < 400)
			g_assert_cmpfloat_with_epsilon(it->x, month(6.5), 0.01);
	}
	g_assert_nonnull(text_item(group, "15"));
}

STAND_TEST(a_date_not_stated_is_said_so)
{
	jb_event *e;

	e = event(s, "2020-09", JB_PLANNED, "改造", NULL, NULL);
	e->date = (jb_date){0};
	g_assert_nonnull(text_item(draw(s, JB_DATES, 498), "未公布"));
}

STAND_TEST(a_roadmap_of_nothing_is_an_error)
{
	draw(s, JB_ROADMAP, 498);
	assert_message(s, "error: the form “roadmap” needs events");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define T(name) g_test_add_func("/chart/events/" #name, name)
	T(a_list_is_tidy_at_every_width);
	T(dates_of_a_list_stand_in_their_column);
	T(a_count_stands_over_its_list);
	T(an_empty_list_is_an_error);
	T(months_stand_side_by_side);
	T(dates_are_tidy_at_every_width);
	T(several_years_say_theirs);
	T(what_happened_has_the_bar_of_its_month);
	T(an_open_start_is_dashed_to_today_and_hatched_to_its_end);
	T(a_plan_of_the_year_begins_today);
	T(proposals_stand_in_a_dashed_box);
	T(lanes_follow_status);
	T(a_crowded_roadmap_is_tidy_at_every_width);
	T(years_of_a_long_roadmap_stand_within_it);
	T(a_roadmap_without_a_period_has_no_today);
	T(marks_carry_the_figure_of_their_event);
	T(a_plan_without_a_date_is_dashed_after_today);
	T(today_stands_on_the_day_the_period_ends);
	T(a_date_not_stated_is_said_so);
	T(a_roadmap_of_nothing_is_an_error);
	return g_test_run();
}
