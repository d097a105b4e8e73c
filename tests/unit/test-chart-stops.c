/* Events in equal steps: order, rows, what is solid and what is open. */
#include "test-chart.h"

static jb_group *stops(stand *s, bool down, double width)
{
	return settled(jb_chart_stops(s->desk, s->picture->of.events,
		s->picture->of.n_events, down, 0, SIZE_MAX, width));
}

static void show_spring(stand *s)
{
	event(s, "2020-06-15", JB_ACTUAL, "产业联盟成立", NULL, NULL);
	event(s, "2020-03", JB_ACTUAL, "疫苗项目落地", NULL, NULL);
	event(s, "2020-03", JB_ACTUAL, "联席会议制度获批", NULL, NULL);
	event(s, "2020-12", JB_PLANNED, "公路改造完工", NULL, NULL);
	event(s, "2023", JB_TARGET, "会员企业增多", NULL, NULL);
}

static const jb_item *find(const jb_group *group, const char *text)
{
	jb_item *it;

	each_item(group, it) if (it->kind == JB_ITEM_TEXT &&
				 strstr(it->u.text.text, text)) return it;
	g_error("no “%s”", text);
}

/* Circles of a fill that show an event; keys have no place. */
static unsigned dots(const jb_group *group, const char *fill)
{
	unsigned n = 0;
	jb_item *it;

	each_item(group, it) n +=
		it->kind == JB_ITEM_PATH && it->u.path.n == 6 && it->pos.src &&
		it->u.path.fill && !strcmp(it->u.path.fill->name, fill);
	return n;
}

STAND_TEST(test_across)
{
	jb_group *group;

	show_spring(s);
	group = stops(s, false, 498);
	assert_tidy(group, 498);
	/* events of one date share a stop */
	g_assert_cmpuint(dots(group, "primary"), ==, 2);
	g_assert_cmpuint(dots(group, "paper"), ==, 2);
	/* in equal steps, in the order of time, the first of March first */
	g_assert_cmpfloat_with_epsilon(find(group, "疫苗")->x, 0, 0.01);
	g_assert_cmpfloat_with_epsilon(
		find(group, "产业联盟")->x, 498 / 4., 0.01);
	g_assert_cmpfloat_with_epsilon(
		find(group, "会员")->x, 3 * 498 / 4., 0.01);
	g_assert_cmpfloat(find(group, "联席")->y, >, find(group, "疫苗")->y);
	g_assert_cmpfloat(find(group, "联席")->x, ==, find(group, "疫苗")->x);
	assert_quiet(s);
}

/* What one row has no room for stands in more, as even as can be. */
STAND_TEST(test_rows)
{
	jb_group *wide, *narrow;

	show_spring(s);
	wide = stops(s, false, 498);
	narrow = stops(s, false, 154);
	assert_tidy(narrow, 154);
	g_assert_cmpfloat(narrow->height, >, wide->height);
	g_assert_cmpfloat(find(narrow, "公路")->x, ==, find(narrow, "疫苗")->x);
	g_assert_cmpfloat(find(narrow, "公路")->y, >, find(narrow, "产业")->y);
	g_assert_cmpfloat(find(narrow, "会员")->x, ==, find(narrow, "产业")->x);
}

/* Dates end where the line is; titles begin behind it. */
STAND_TEST(test_down)
{
	jb_group *group;
	const jb_item *date;

	show_spring(s);
	group = stops(s, true, 240);
	assert_tidy(group, 240);
	date = find(group, "12");
	g_assert_cmpfloat(find(group, "公路")->x, ==, find(group, "疫苗")->x);
	g_assert_cmpfloat(
		date->x + date->u.text.width_pt, <, find(group, "公路")->x);
	g_assert_cmpfloat(find(group, "会员")->y, >, find(group, "公路")->y);
	g_assert_cmpuint(dots(group, "primary"), ==, 2);
	g_assert_cmpuint(dots(group, "paper"), ==, 2);
	g_assert_nonnull(find(group, "间距不按时间比例"));
}

/* Some now, the others on the next page. */
STAND_TEST(test_cut)
{
	const jb_bound_event *events;
	jb_group *first, *rest;
	size_t n;

	show_spring(s);
	events = s->picture->of.events;
	n = s->picture->of.n_events;
	g_assert_cmpuint(jb_chart_stop_count(s->desk, events, n), ==, 4);
	first = settled(jb_chart_stops(s->desk, events, n, true, 0, 3, 240));
	rest = settled(jb_chart_stops(s->desk, events, n, true, 3, 3, 240));
	g_assert_cmpuint(dots(first, "primary"), ==, 2);
	g_assert_cmpuint(dots(first, "paper"), ==, 1);
	g_assert_cmpuint(dots(rest, "primary"), ==, 0);
	g_assert_nonnull(find(rest, "会员"));
}

STAND_TEST(test_nothing)
{
	g_assert_cmpuint(stops(s, true, 240)->items->len, ==, 0);
	g_assert_cmpfloat(stops(s, false, 240)->height, ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chart/stops/across", test_across);
	g_test_add_func("/chart/stops/rows", test_rows);
	g_test_add_func("/chart/stops/down", test_down);
	g_test_add_func("/chart/stops/cut", test_cut);
	g_test_add_func("/chart/stops/nothing", test_nothing);
	return g_test_run();
}
