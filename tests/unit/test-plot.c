/* The grammar's parts: places, numbers, dates, and what forms refuse. */
#include "test-chart.h"

#include "plot/calendar.h"
#include "plot/number.h"
#include "plot/scale.h"

/* --- scales --- */

static void linear_keeps_ratios(void)
{
	const jb_linear up = {0, 2989, 100, 20};

	assert_near(jb_linear_at(&up, 0), 100);
	assert_near(jb_linear_at(&up, 2989), 20);
	for (double v = 1; v < 2989; v *= 3)
		assert_near((100 - jb_linear_at(&up, v)) / 80, v / 2989);
}

static void slots_fill_their_length(void)
{
	const jb_slots_scale bands = {.from = 20, .to = 120, .n = 5};
	const jb_slots_scale points = {20, 120, 6, true, 10};
	const jb_slots_scale one = {20, 120, 1, true, 10};
	double x, w, x2;

	assert_near(jb_slot_pitch(&bands), 20);
	assert_near(jb_slot_at(&bands, 0), 30);
	assert_near(jb_slot_at(&bands, 4), 110);
	assert_near(jb_slot_at(&points, 0), 30);
	assert_near(jb_slot_at(&points, 5), 110);
	assert_near(jb_slot_pitch(&points), 16);
	assert_near(jb_slot_at(&one, 0), 70);
	jb_slot_band(&bands, 2, 0.8, 0, 2, &x, &w);
	assert_near(x, 62);
	assert_near(w, 8);
	jb_slot_band(&bands, 2, 0.8, 1, 2, &x2, &w);
	assert_near(x2, x + w);
}

static void zeros_meet(void)
{
	double a = -20, b = 80, c = 0, d = 6, e = 0, f = 5;

	jb_align_zero(&a, &b, &c, &d);
	assert_near(-a / (b - a), -c / (d - c));
	g_assert_cmpfloat(a, <=, -20);
	g_assert_cmpfloat(b, >=, 80);
	g_assert_cmpfloat(d, >=, 6);
	c = 0;
	d = 6;
	jb_align_zero(&c, &d, &e, &f);
	assert_near(d, 6);
	assert_near(f, 5);
	a = -5;
	b = 0;
	c = 0;
	d = 5;
	jb_align_zero(&a, &b, &c, &d);
	assert_near(a, -5);
	assert_near(b, 5);
	assert_near(c, -5);
	assert_near(d, 5);
}

/* --- numbers --- */

STAND_TEST(measures)
{
	const jb_figure *a = figure_in(s, "a", "300", "亿元", 8, "元");
	const jb_figure *b = figure_in(s, "b", "5000", "万元", 4, "元");
	const jb_figure *c = figure(s, "c", "1709.8", "元");
	const jb_figure *d = figure(s, "d", "17098000", "人");
	const jb_figure *e = figure(s, "e", "71.1", "%");
	const jb_figure *f = figure(s, "f", NULL, "元");
	const struct {
		const jb_figure *figures[2];
		const char *unit;
	} samples[] = {
		{{a, a}, "亿元"},
		{{a, b}, "亿元"},
		{{c, c}, "元"},
		{{b, c}, "万元"},
		{{d, d}, "万人"},
		{{e, e}, "%"},
		{{f, b}, "万元"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(samples); i++)
		g_assert_cmpstr(
			jb_measure_of(s->arena, samples[i].figures, 2).unit, ==,
			samples[i].unit);
}

STAND_TEST(words_of_values)
{
	const jb_measure yi = {8, "亿元"};
	jb_figure *a = figure_in(s, "a", "300", "亿元", 8, "元");
	jb_figure *b = figure_in(s, "b", "5000", "万元", 4, "元");
	jb_figure *c = figure_in(s, "c", "850", "万元", 4, "元");
	jb_figure *d = figure_in(s, "d", "-2.50", "亿元", 8, "元");
	jb_figure *e = figure(s, "e", NULL, "元");

	g_assert_cmpstr(jb_measured_text(s->arena, a, &yi), ==, "300");
	g_assert_cmpstr(jb_measured_text(s->arena, b, &yi), ==, "0.5");
	/* 0.085 would be more digits than two: as it is written */
	g_assert_cmpstr(jb_measured_text(s->arena, c, &yi), ==, "850万元");
	g_assert_cmpstr(jb_measured_text(s->arena, d, &yi), ==, "−2.50");
	g_assert_cmpstr(jb_measured_text(s->arena, e, &yi), ==, "未公布");
	a->bound = JB_OVER;
	g_assert_cmpstr(jb_measured_text(s->arena, a, &yi), ==, "300余");
	a->bound = JB_ABOUT;
	g_assert_cmpstr(jb_measured_text(s->arena, a, &yi), ==, "约300");
	a->bound = JB_AT_LEAST;
	g_assert_cmpstr(jb_measured_text(s->arena, a, &yi), ==, "300以上");
}

STAND_TEST(words_of_ticks)
{
	g_assert_cmpstr(jb_tick_text(s->arena, 0, 2.5), ==, "0.0");
	g_assert_cmpstr(jb_tick_text(s->arena, 7.5, 2.5), ==, "7.5");
	g_assert_cmpstr(jb_tick_text(s->arena, -50, 50), ==, "−50");
	g_assert_cmpstr(jb_tick_text(s->arena, 0.15, 0.05), ==, "0.15");
	g_assert_cmpstr(jb_tick_text(s->arena, 2000, 500), ==, "2000");
}

/* --- dates --- */

static void days_go_round(void)
{
	const jb_date leap = {2020, 2, 29};

	g_assert_cmpint(jb_days_of((jb_date){1970, 1, 1}), ==, 0);
	g_assert_cmpint(jb_days_of(leap), ==, 18321);
	for (int d = -4000; d < 40000; d += 379)
		g_assert_cmpint(jb_days_of(jb_date_of_days(d)), ==, d);
}

/* "1月/2020年 7月 1月/2021年" */
static void expect_ticks(
	stand *s, const jb_frame *frame, double width, const char *wanted)
{
	const jb_slots_scale scale = {
		.from = 0, .to = width, .n = frame->n_slots};
	jb_date_tick *ticks =
		jb_new_array(s->arena, jb_date_tick, frame->n_slots);
	size_t n = jb_calendar(
		s->desk, frame, &scale, jb_desk_style(s->desk, "label"), ticks);
	g_autoptr(GString) text = g_string_new(NULL);

	for (size_t i = 0; i < n; i++)
		g_string_append_printf(text, "%s%s%s%s", i ? " " : "",
			ticks[i].text, ticks[i].year ? "/" : "",
			ticks[i].year ? ticks[i].year : "");
	g_assert_cmpstr(text->str, ==, wanted);
}

STAND_TEST(calendar_ladder)
{
	const jb_frame half = {JB_BY_MONTH, 2024 * 12 + 9, 1, .n_slots = 6};
	const jb_frame two = {JB_BY_MONTH, 2024 * 12, 1, .n_slots = 24};
	const jb_frame ends = {JB_BY_MONTH, 2024 * 12 + 2, 3, .n_slots = 8};
	const jb_frame years = {JB_BY_YEAR, 2001, 1, .n_slots = 25};
	const jb_frame week = {JB_BY_DAY, 18321, 1, .n_slots = 4};

	expect_ticks(s, &half, 240, "10月/2024年 11月 12月 1月/2025年 2月 3月");
	expect_ticks(s, &two, 240,
		"1月/2024年 4月 7月 10月 1月/2025年 4月 7月 10月");
	expect_ticks(s, &two, 100, "1月/2024年 7月 1月/2025年 7月");
	expect_ticks(s, &two, 50, "2024 2025");
	expect_ticks(s, &ends, 240,
		"3月/2024年 6月 9月 12月 3月/2025年 6月 9月 12月");
	expect_ticks(s, &years, 240, "2005年 2010年 2015年 2020年 2025年");
	expect_ticks(s, &week, 240, "2月29日/2020年 3月1日 3月2日 3月3日");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/plot/scale/linear", linear_keeps_ratios);
	g_test_add_func("/plot/scale/slots", slots_fill_their_length);
	g_test_add_func("/plot/scale/zeros", zeros_meet);
	g_test_add_func("/plot/number/measures", measures);
	g_test_add_func("/plot/number/values", words_of_values);
	g_test_add_func("/plot/number/ticks", words_of_ticks);
	g_test_add_func("/plot/dates/days", days_go_round);
	g_test_add_func("/plot/dates/ladder", calendar_ladder);
	return g_test_run();
}
