/* Forms that stand on scales: marks are their values, words their figures. */
#include "test-chart.h"

#include "plot/spec.h"

static jb_series *run(stand *s)
{
	return jb_new(s->arena, jb_series);
}

/* A value of a series at a date: "13.5", "2021". */
static jb_figure *point(stand *s, jb_series *series, const char *name,
	const char *id, const char *value, const char *unit, const char *date)
{
	jb_figure *f = figure(s, id, value, unit);
	jb_stat *stat = show(s, f, id, NULL);

	if (date)
		g_assert_true(jb_date_parse(date, &f->as_of));
	stat->series = series;
	stat->series_label = words(s, name);
	return f;
}

/* Five years of one series: the ids are prefix and year. */
static void points(stand *s, const char *name, const char *prefix,
	const char *unit, const char *const *values)
{
	jb_series *series = run(s);

	for (int i = 0; i < 5; i++)
		point(s, series, name,
			jb_sprintf(s->arena, "%s%d", prefix, 2021 + i),
			values[i], unit, jb_sprintf(s->arena, "%d", 2021 + i));
}

/* All words in the order in which they are set, joined. */
static bool says(const jb_group *group, const char *wanted)
{
	GString *all = g_string_new(NULL);
	const char *last = NULL;
	bool found;
	jb_item *it;

	each_item(group, it)
	{
		if (it->kind != JB_ITEM_TEXT || it->u.text.text == last)
			continue;
		last = it->u.text.text;
		g_string_append(all, last);
	}
	found = strstr(all->str, wanted) != NULL;
	if (!found)
		g_test_message("%s is not in %s", wanted, all->str);
	g_string_free(all, TRUE);
	return found;
}

static double height_of(const jb_item *it)
{
	box b;

	g_assert_nonnull(it);
	b = box_of(it);
	return b.y1 - b.y0;
}

static void assert_ratio(double a, double b, double wanted)
{
	g_assert_cmpfloat(fabs(a / b / wanted - 1), <, 0.003);
}

static const char *const first[] = {"312", "324", "340", "351", "366"};
static const char *const second[] = {"1890", "1985", "2103", "2240", "2310"};
static const char *const third[] = {"2210", "2398", "2531", "2702", "2989"};
static const char *const growth[] = {"7.1", "-5.2", "5.6", "4.9", "5.5"};
static const char *const gaps[] = {"30", NULL, "40", "0", "-20"};

/* --- column --- */

STAND_TEST(columns_are_values)
{
	static const char *const wide[] = {"2989", "1", "120", "7", "1500"};

	points(s, "基金", "a", "亿元", wide);
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group = draw(s, chart(s, "column"), widths[i]);
		double all = height_of(mark_of(group, "a2021", "primary", 0));

		assert_ratio(height_of(mark_of(group, "a2022", "primary", 0)),
			all, 1 / 2989.0);
		assert_ratio(height_of(mark_of(group, "a2023", "primary", 0)),
			all, 120 / 2989.0);
		assert_near(box_of(mark_of(group, "a2021", "primary", 0)).y1,
			box_of(mark_of(group, "a2024", "primary", 0)).y1);
	}
	assert_tidy_everywhere(s, chart(s, "column"));
}

STAND_TEST(columns_of_nothing_are_words)
{
	jb_group *group;
	const jb_item *up, *down;

	points(s, "人口", "a", "万人", gaps);
	group = draw(s, chart(s, "column"), 498);
	up = mark_of(group, "a2021", "primary", 0);
	down = mark_of(group, "a2025", "primary", 0);
	assert_near(box_of(up).y1, box_of(down).y0);
	assert_ratio(height_of(down), height_of(up), 2 / 3.0);
	g_assert_cmpuint(count_marks(group, "a2022"), ==, 0);
	g_assert_cmpuint(count_marks(group, "a2024"), ==, 0);
	g_assert_cmpstr(text_item(group, "未公布")->figure, ==, "a2022");
	g_assert_cmpstr(text_item(group, "−20")->figure, ==, "a2025");
	g_assert_cmpfloat(text_item(group, "−20")->y, >, box_of(down).y1);
	assert_tidy_everywhere(s, chart(s, "column"));
}

STAND_TEST(columns_show_status_and_bound)
{
	jb_group *group;

	points(s, "产值", "a", "亿元", first);
	((jb_figure *)s->picture->of.stats[2].figure)->bound = JB_ABOUT;
	((jb_figure *)s->picture->of.stats[3].figure)->status = JB_PLANNED;
	((jb_figure *)s->picture->of.stats[4].figure)->status = JB_TARGET;
	group = draw(s, chart(s, "column"), 498);
	g_assert_true(says(group, "约340"));
	g_assert_null(mark_of(group, "a2024", "primary", 0));
	g_assert_nonnull(mark_of(group, "a2024", "paper", 0));
	g_assert_true(says(group, "计划"));
	g_assert_true(says(group, "目标"));
	assert_tidy_everywhere(s, chart(s, "column"));
}

STAND_TEST(many_columns_have_an_axis)
{
	jb_series *series = run(s);
	jb_group *group;

	for (int i = 0; i < 24; i++)
		point(s, series, "客流", jb_sprintf(s->arena, "m%d", i),
			i == 8 ? NULL : jb_sprintf(s->arena, "%d.5", 40 + i),
			"万人次",
			jb_sprintf(s->arena, "%d-%02d", 2024 + i / 12,
				i % 12 + 1));
	group = draw(s, chart(s, "column"), 498);
	g_assert_true(says(group, "63.5"));
	group = draw(s, chart(s, "column"), 154);
	g_assert_false(says(group, "63.5"));
	g_assert_true(says(group, "75"));
	g_assert_true(says(group, "2024年9月：未公布"));
	assert_ratio(height_of(mark_of(group, "m0", "primary", 0)),
		height_of(mark_of(group, "m23", "primary", 0)), 40.5 / 63.5);
	assert_tidy_everywhere(s, chart(s, "column"));
}

STAND_TEST(long_names_are_keyed)
{
	jb_group *group;

	for (int i = 0; i < 4; i++)
		show(s, figure(s, jb_sprintf(s->arena, "f%d", i), "5", "亿元"),
			jb_sprintf(s->arena,
				"%s生物医药上市许可持有人专项投资基金",
				((const char *const[]){
					"甲", "乙", "丙", "丁"})[i]),
			NULL);
	group = draw(s, chart(s, "column"), 154);
	g_assert_true(says(group, "1甲生物医药"));
	assert_tidy_everywhere(s, chart(s, "column"));
}

STAND_TEST(too_many_columns_are_refused)
{
	for (int i = 0; i < 200; i++)
		point(s, NULL, NULL, jb_sprintf(s->arena, "d%d", i), "5", "人",
			jb_sprintf(s->arena, "%d", 1800 + i));
	draw(s, chart(s, "column"), 154);
	assert_message(s, "r.yaml:1:7: error: 200 columns do not fit in");
	assert_message(s, "hint: a `line` shows so many");
}

STAND_TEST(one_place_is_for_one)
{
	jb_series *series = run(s);

	point(s, series, "甲", "a", "3", "人", NULL);
	point(s, series, "甲", "b", "5", "人", NULL);
	s->picture->of.stats[1].label = s->picture->of.stats[0].label;
	draw(s, chart(s, "column"), 154);
	assert_message(s, "“a” and “b” would stand in one place, “a”");
}

STAND_TEST(time_has_an_end)
{
	jb_series *series = run(s);

	point(s, series, "甲", "a", "3", "人", "1900-01-01");
	point(s, series, "甲", "b", "5", "人", "1900-01-02");
	point(s, series, "甲", "c", "5", "人", "2000-01-01");
	draw(s, chart(s, "line"), 154);
	assert_message(s, "from 1900年1月1日 to 2000年1月1日 are more than "
			  "4000 steps of time");
}

/* --- lines across --- */

STAND_TEST(a_line_across_is_in_the_domain)
{
	jb_figure *goal = figure(s, "goal", "400", "亿元");
	jb_stat stat = {.figure = goal, .label = words(s, "目标产值")};
	jb_group *group;
	jb_item *it;
	double y = 0, zero, top;

	points(s, "产值", "a", "亿元", first);
	s->picture->lines = &stat;
	s->picture->n_lines = 1;
	group = draw(s, chart(s, "column"), 498);
	each_item(group, it) if (it->kind == JB_ITEM_PATH &&
				 g_strcmp0(it->figure, "goal") == 0) y =
		box_of(it).y0;
	zero = box_of(mark_of(group, "a2025", "primary", 0)).y1;
	top = box_of(mark_of(group, "a2025", "primary", 0)).y0;
	assert_ratio(zero - y, zero - top, 400 / 366.0);
	g_assert_cmpstr(text_item(group, "目标产值")->figure, ==, "goal");
	assert_tidy_everywhere(s, chart(s, "column"));
}

/* --- stacked, grouped --- */

static void show_sectors(stand *s)
{
	points(s, "第一产业", "a", "亿元", first);
	points(s, "第二产业", "b", "亿元", second);
	points(s, "第三产业", "c", "亿元", third);
}

STAND_TEST(stacks_stand_on_each_other)
{
	show_sectors(s);
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		jb_group *group = draw(s, chart(s, "stacked"), widths[i]);
		const jb_item *a = mark_of(group, "a2023", "primary", 0);
		const jb_item *b = mark_of(group, "b2023", "primary65", 0);
		const jb_item *c = mark_of(group, "c2025", "primary38", 0);

		assert_near(box_of(a).y0, box_of(b).y1);
		assert_ratio(height_of(a), height_of(b), 340 / 2103.0);
		assert_ratio(height_of(c), height_of(b), 2989 / 2103.0);
	}
	assert_tidy_everywhere(s, chart(s, "stacked"));
}

STAND_TEST(shares_fill_the_height)
{
	jb_group *group;
	double all;

	show_sectors(s);
	s->spec->share = true;
	group = draw(s, chart(s, "stacked"), 498);
	all = height_of(mark_of(group, "a2021", "primary", 0)) +
	      height_of(mark_of(group, "b2021", "primary65", 0)) +
	      height_of(mark_of(group, "c2021", "primary38", 0));
	assert_near(all,
		height_of(mark_of(group, "a2025", "primary", 0)) +
			height_of(mark_of(group, "b2025", "primary65", 0)) +
			height_of(mark_of(group, "c2025", "primary38", 0)));
	assert_ratio(height_of(mark_of(group, "a2021", "primary", 0)), all,
		312 / (312 + 1890 + 2210.0));
	g_assert_true(says(group, "75%"));
	assert_tidy_everywhere(s, chart(s, "stacked"));
}

STAND_TEST(rounded_shares_are_told)
{
	static const char *const a[] = {"33.4", "33.4", "33.4", "33.4", "33.4"};
	static const char *const b[] = {"66.7", "66.6", "66.6", "66.6", "66.6"};

	points(s, "甲", "a", "%", a);
	points(s, "乙", "b", "%", b);
	g_assert_true(says(draw(s, chart(s, "stacked"), 498), "数值经四舍五入"));
	assert_tidy_everywhere(s, chart(s, "stacked"));
}

STAND_TEST(groups_stand_side_by_side)
{
	jb_group *group;

	show_sectors(s);
	for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
		group = draw(s, chart(s, "grouped"), widths[i]);
		assert_ratio(height_of(mark_of(group, "a2021", "primary", 0)),
			height_of(mark_of(group, "c2025", "primary38", 0)),
			312 / 2989.0);
		assert_near(box_of(mark_of(group, "a2021", "primary", 0)).x1,
			box_of(mark_of(group, "b2021", "primary65", 0)).x0);
	}
	assert_tidy_everywhere(s, chart(s, "grouped"));
}

/* --- lines and areas --- */

STAND_TEST(missing_breaks_the_line)
{
	jb_group *group;
	unsigned segments = 0;
	jb_item *it;

	points(s, "人口", "a", "万人", gaps);
	group = draw(s, chart(s, "line"), 498);
	each_item(group, it) if (it->kind == JB_ITEM_PATH && it->figure &&
				 it->u.path.stroke) segments++;
	/* 2021 stands alone, 2023 begins a line of three */
	g_assert_cmpuint(segments, ==, 2);
	g_assert_cmpuint(count_marks(group, "a2021"), ==, 1);
	g_assert_true(says(group, "2022年：未公布"));
	assert_tidy_everywhere(s, chart(s, "line"));
}

STAND_TEST(ends_of_lines_stand_apart)
{
	static const char *const near[] = {"310", "330", "339", "352", "365"};
	jb_group *group;

	points(s, "甲地", "a", "亿元", first);
	points(s, "乙地", "b", "亿元", near);
	points(s, "丙地", "c", "亿元", first);
	group = draw(s, chart(s, "line"), 498);
	g_assert_cmpfloat(
		fabs(text_item(group, "甲地")->y - text_item(group, "丙地")->y),
		>=, 10.9);
	g_assert_true(says(group, "纵轴不从零起"));
	assert_tidy_everywhere(s, chart(s, "line"));
}

STAND_TEST(areas_are_stacked)
{
	jb_group *group;

	show_sectors(s);
	((jb_figure *)s->picture->of.stats[14].figure)->status = JB_PLANNED;
	group = draw(s, chart(s, "area"), 498);
	g_assert_nonnull(mark_of(group, "a2025", "primary", 0));
	g_assert_nonnull(mark_of(group, "c2024", "primary38", 0));
	g_assert_null(mark_of(group, "c2025", "primary38", 0));
	assert_tidy_everywhere(s, chart(s, "area"));
}

/* --- combo --- */

STAND_TEST(combo_has_two_units)
{
	jb_group *group;
	jb_item *it;
	double zero, line = 0;

	points(s, "产值", "b", "亿元", second);
	points(s, "增速", "g", "%", growth);
	group = draw(s, chart(s, "combo"), 498);
	g_assert_true(says(group, "产值（亿元，左轴）"));
	g_assert_true(says(group, "增速（%，右轴）"));
	zero = box_of(mark_of(group, "b2021", "primary", 0)).y1;
	each_item(group, it) if (it->kind == JB_ITEM_PATH && it->u.path.fill &&
				 g_strcmp0(it->figure, "g2022") == 0) line =
		(box_of(it).y0 + box_of(it).y1) / 2;
	g_assert_cmpfloat(line, >, zero); /* −5.2 is below it */
	assert_tidy_everywhere(s, chart(s, "combo"));
}

/* --- in words --- */

STAND_TEST(alternative_text)
{
	static const char *const words_of[] = {"30", NULL, "40", "12", "20"};

	s->spec->form = chart(s, "line");
	s->picture->title = words(s, "客流");
	points(s, "全网", "a", "万人", words_of);
	g_assert_cmpstr(jb_chart_alt(s->desk, s->picture), ==,
		"客流。全网：2021年30万人，2022年未公布，2023年40万人，"
		"2024年12万人，2025年20万人；最高2023年40万人，"
		"最低2024年12万人");
}

/* --- drawn once --- */

static void assert_same(const jb_group *a, const jb_group *b, double off)
{
	g_assert_cmpuint(a->items->len, ==, b->items->len);
	g_assert_cmpfloat(a->height, ==, b->height);
	for (guint i = 0; i < a->items->len; i++) {
		const jb_item *p = a->items->pdata[i], *q = b->items->pdata[i];

		g_assert_true(p != q);
		g_assert_cmpfloat(p->x + off, ==, q->x);
		g_assert_cmpstr(p->figure, ==, q->figure);
	}
}

STAND_TEST(what_was_drawn_is_copied)
{
	static const char *const words_of[] = {"30", "20", "40", "12", "20"};
	jb_group *one, *moved = jb_group_new(s->arena), *again, *wide;

	points(s, "全网", "a", "万人", words_of);
	one = draw(s, chart(s, "line"), 300);
	jb_group_place(moved, settled(jb_chart_draw(s->desk, s->picture, 300)),
		16, 0);
	moved->height = one->height;
	again = settled(jb_chart_draw(s->desk, s->picture, 300));
	assert_same(one, again, 0);
	assert_same(again, moved, 16);
	wide = settled(jb_chart_draw(s->desk, s->picture, 400));
	g_assert_cmpfloat(wide->width, ==, 400);
	g_assert_true(jb_chart_alt(s->desk, s->picture) ==
		      jb_chart_alt(s->desk, s->picture));
}

STAND_TEST(what_is_wrong_is_said_each_time)
{
	static const char *const words_of[] = {"3", "2", "4", "1", "2"};

	points(s, "全网", "a", "个", words_of);
	draw(s, JB_PICTOGRAM, 300);
	g_assert_cmpuint(jb_diags_errors(s->diags), >, 0);
	jb_diags_back(s->diags, (jb_diags_mark){0, 0, 0, 0});
	jb_chart_draw(s->desk, s->picture, 300);
	g_assert_cmpuint(jb_diags_errors(s->diags), >, 0);
}

/* --- thousands --- */

enum { MANY = 9000, PEAK = 4567, PIT = 7001, GAP = 6000 };

static void many(stand *s)
{
	jb_series *series = run(s);

	for (int i = 0; i < MANY; i++) {
		const char *value = i == PEAK  ? "900"
				    : i == PIT ? "3"
				    : i == GAP ? NULL
					       : jb_sprintf(s->arena, "%d",
							 400 + i * 37 % 101);
		jb_stat *stat = show(s,
			figure(s, jb_sprintf(s->arena, "m%d", i), value, "米"),
			jb_sprintf(s->arena, "第%d时", i), NULL);

		stat->series = series;
		stat->series_label = words(s, "水位");
	}
}

/* The highest and the lowest are drawn, what is missing still parts the line,
 * and some of the names stand under it, apart. */
STAND_TEST(thousands_in_a_line)
{
	jb_group *group;
	unsigned lines = 0;
	jb_item *it;
	bool peak = false, pit = false, over_gap = false;

	many(s);
	group = draw(s, chart(s, "line"), 300);
	each_item(group, it)
	{
		if (it->kind != JB_ITEM_PATH || !it->figure || it->u.path.fill)
			continue;
		lines++;
		peak = peak || strcmp(it->figure, "m4567") == 0;
		pit = pit || strcmp(it->figure, "m7001") == 0;
		over_gap = over_gap || strcmp(it->figure, "m6001") == 0;
	}
	g_assert_true(peak && pit && !over_gap);
	g_assert_cmpuint(lines, >, 300);
	g_assert_cmpuint(lines, <, 4 * 300);
	g_assert_true(says(group, "共8999个值，每0.4毫米内画出最先"));
	g_assert_true(says(group, "横轴每"));
	assert_tidy(group, 300);
	g_assert_nonnull(strstr(jb_chart_alt(s->desk, s->picture),
		"水位：8999个值；最高第4567时900米，最低第7001时3米"));
}

STAND_TEST(what_fits_is_not_thinned)
{
	static const char *const words_of[] = {"30", "20", "40", "12", "20"};
	jb_group *group;

	points(s, "全网", "a", "万人", words_of);
	group = draw(s, chart(s, "line"), 300);
	g_assert_false(says(group, "毫米内"));
	g_assert_false(says(group, "横轴每"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plot/column/values", columns_are_values);
	g_test_add_func("/plot/column/words", columns_of_nothing_are_words);
	g_test_add_func("/plot/column/status", columns_show_status_and_bound);
	g_test_add_func("/plot/column/axis", many_columns_have_an_axis);
	g_test_add_func("/plot/column/keyed", long_names_are_keyed);
	g_test_add_func("/plot/column/too-many", too_many_columns_are_refused);
	g_test_add_func("/plot/frame/one-place", one_place_is_for_one);
	g_test_add_func("/plot/frame/time", time_has_an_end);
	g_test_add_func("/plot/thin/thousands", thousands_in_a_line);
	g_test_add_func("/plot/thin/few", what_fits_is_not_thinned);
	g_test_add_func("/plot/kept/copies", what_was_drawn_is_copied);
	g_test_add_func("/plot/kept/errors", what_is_wrong_is_said_each_time);
	g_test_add_func("/plot/across", a_line_across_is_in_the_domain);
	g_test_add_func("/plot/stacked/values", stacks_stand_on_each_other);
	g_test_add_func("/plot/stacked/shares", shares_fill_the_height);
	g_test_add_func("/plot/stacked/rounded", rounded_shares_are_told);
	g_test_add_func("/plot/grouped", groups_stand_side_by_side);
	g_test_add_func("/plot/line/missing", missing_breaks_the_line);
	g_test_add_func("/plot/line/ends", ends_of_lines_stand_apart);
	g_test_add_func("/plot/area", areas_are_stacked);
	g_test_add_func("/plot/combo", combo_has_two_units);
	g_test_add_func("/plot/alt", alternative_text);
	return g_test_run();
}
