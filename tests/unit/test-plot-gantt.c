/* Events as lengths of time: where bars begin and end, how far they are done,
 * and where their dates stand.
 */
#include "test-chart.h"

static jb_event *lasts(stand *s, const char *from, const char *date,
	jb_status status, const char *title)
{
	jb_event *e = event(s, date, status, title, NULL, NULL);

	if (from)
		g_assert_true(jb_date_parse(from, &e->from));
	return e;
}

/* The n-th path with a fill, or with a frame in an ink. */
static box bar(const jb_group *group, const char *fill, unsigned n)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_PATH && it->u.path.fill &&
				 strcmp(it->u.path.fill->name, fill) == 0 &&
				 box_of(it).y1 - box_of(it).y0 > 9.9 &&
				 n-- == 0) return box_of(it);
	g_error("no such bar");
}

static double width_of_bar(const jb_group *group, unsigned n)
{
	box b = bar(group, "primary", n);

	return b.x1 - b.x0;
}

/* A year is twelve months, a month its days. */
STAND_TEST(bars_are_as_long_as_times)
{
	jb_group *group;
	box year, day;

	lasts(s, "2018", "2018", JB_ACTUAL, "全年");
	lasts(s, "2018-04", "2018-06", JB_ACTUAL, "二季度");
	lasts(s, "2018-06-16", "2018-06", JB_ACTUAL, "半月");
	group = draw(s, JB_GANTT, 498);
	year = bar(group, "primary", 0);
	assert_near(width_of_bar(group, 1), (year.x1 - year.x0) / 4);
	assert_near(width_of_bar(group, 2), (year.x1 - year.x0) / 24);
	day = bar(group, "primary", 2);
	assert_near(day.x1, bar(group, "primary", 1).x1);
	assert_near(day.x1, (year.x0 + year.x1) / 2);
	g_assert_nonnull(text_item(group, "2018"));
	g_assert_nonnull(text_item(group, "半月"));
	assert_tidy_everywhere(s, JB_GANTT);
}

/* The period ends with June 2020. */
STAND_TEST(started_is_done_until_today)
{
	jb_group *group;
	box done;
	double today = 0;
	jb_item *it;

	lasts(s, "2020-01", "2020-12", JB_STARTED, "工程");
	lasts(s, "2020-07", "2020-12", JB_PLANNED, "绿化");
	lasts(s, "2020-01", "2020-12", JB_TARGET, "目标");
	group = draw(s, JB_GANTT, 498);
	done = bar(group, "primary", 0);
	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 it->u.path.stroke == s->desk->accent &&
				 it->u.path.dash_on > 0 &&
				 box_of(it).y1 - box_of(it).y0 > 20) today =
		it->x;
	assert_near(done.x1, today);
	assert_near(done.x1 - done.x0, (498 - done.x0) / 2);
	assert_near(bar(group, "paper", 0).x0, bar(group, "paper", 1).x0);
	g_assert_nonnull(text_item(group, "计划"));
	g_assert_nonnull(text_item(group, "目标"));
	g_assert_nonnull(text_item(group, "截至"));
	g_assert_cmpuint(count_paths(group, NULL, "accent"), >=, 1);
	assert_tidy_everywhere(s, JB_GANTT);
}

STAND_TEST(points_are_lozenges)
{
	const jb_item *word;
	jb_group *group;
	jb_event *open;
	unsigned n = 0;
	jb_item *it;

	lasts(s, "2019-01", "2019-12", JB_ACTUAL, "工程");
	lasts(s, NULL, "2019-07-01", JB_ACTUAL, "批复");
	lasts(s, NULL, "2019-12-31", JB_TARGET, "通车");
	open = lasts(s, NULL, "2019", JB_PROPOSED, "预留");
	open->date = (jb_date){0, 0, 0};
	group = draw(s, JB_GANTT, 498);
	each_item(group,
		it) if (it->kind == JB_ITEM_PATH && it->u.path.n == 5 &&
			fabs(box_of(it).x1 - box_of(it).x0 - 10) < 0.01 &&
			fabs(box_of(it).y1 - box_of(it).y0 - 10) < 0.01)
	{
		n++;
	}
	g_assert_cmpuint(n, ==, 2);
	g_assert_nonnull(text_item(group, "时间未定"));
	/* at the end of the axis words stand before their lozenge */
	word = text_item(group, "通车");
	g_assert_nonnull(word);
	assert_tidy_everywhere(s, JB_GANTT);
}

/* No room behind it nor before it. */
STAND_TEST(dates_of_long_bars_stand_under_them)
{
	const jb_item *word = NULL;
	jb_group *group;
	box b;
	jb_item *it;

	lasts(s, "2019-01-05", "2019-12-28", JB_ACTUAL, "工程");
	group = draw(s, JB_GANTT, 240);
	b = bar(group, "primary", 0);
	each_item(group, it) if (it->kind == JB_ITEM_TEXT &&
				 strstr(it->u.text.text, "日") && !word) word =
		it;
	g_assert_nonnull(word);
	g_assert_cmpfloat(box_of(word).y0, >=, b.y1);
	assert_tidy_everywhere(s, JB_GANTT);
}

STAND_TEST(long_plans_are_counted_in_years)
{
	jb_group *group;

	lasts(s, "2000", "2009", JB_ACTUAL, "前十年");
	lasts(s, "2010", "2029", JB_ACTUAL, "后二十年");
	group = draw(s, JB_GANTT, 498);
	assert_near(width_of_bar(group, 1), 2 * width_of_bar(group, 0));
	assert_tidy_everywhere(s, JB_GANTT);
}

STAND_TEST(gantt_in_words)
{
	lasts(s, "2020-01", "2020-12", JB_STARTED, "工程");
	lasts(s, NULL, "2021", JB_TARGET, "通车");
	s->spec->form = JB_GANTT;
	g_assert_cmpstr(jb_chart_alt(s->desk, s->picture), ==,
		"工程，2020年1—12月（进行中）；通车，2021年（目标）");
}

/* The n-th solid bar of a roadmap. */
static box bar_of(const jb_group *group, unsigned n)
{
	jb_item *it;

	each_item(
		group, it) if (it->kind == JB_ITEM_PATH && it->u.path.fill &&
			       strcmp(it->u.path.fill->name, "primary") == 0 &&
			       box_of(it).x1 - box_of(it).x0 > 20 &&
			       n-- == 0) return box_of(it);
	g_error("no such bar");
}

/* The same times in a roadmap. */
STAND_TEST(roadmaps_take_begins)
{
	jb_group *group;
	box done, begun;

	lasts(s, "2019-01", "2019-12", JB_ACTUAL, "工程");
	lasts(s, "2019-07", "2020-12", JB_STARTED, "绿化");
	group = draw(s, JB_ROADMAP, 498);
	/* twelve months; then as many, and six that are to come */
	done = bar_of(group, 0);
	begun = bar_of(group, 1);
	assert_near(done.x1 - done.x0, begun.x1 - begun.x0);
	assert_near(begun.x0 - done.x0, (done.x1 - done.x0) / 2);
	assert_tidy(group, 498);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/gantt/lengths", bars_are_as_long_as_times);
	g_test_add_func("/gantt/started", started_is_done_until_today);
	g_test_add_func("/gantt/points", points_are_lozenges);
	g_test_add_func("/gantt/under", dates_of_long_bars_stand_under_them);
	g_test_add_func("/gantt/years", long_plans_are_counted_in_years);
	g_test_add_func("/gantt/alt", gantt_in_words);
	g_test_add_func("/gantt/roadmap", roadmaps_take_begins);
	return g_test_run();
}
