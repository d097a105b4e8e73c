/* test-model-wording.c - figures in words, by GB/T 15835 or as given. */
#include "model/wording.h"

#include <glib.h>

static jb_arena *arena;

static jb_figure figure(
	const char *value, const char *prefix, const char *noun, jb_bound bound)
{
	jb_figure f = {.has_value = true, .bound = bound};

	g_assert_true(jb_decimal_parse(value, &f.value));
	f.prefix = prefix;
	f.noun = noun;
	f.unit = jb_sprintf(arena, "%s%s", prefix, noun);
	return f;
}

static void check(const char *value, const char *prefix, const char *noun,
	jb_bound bound, const char *want)
{
	jb_figure f = figure(value, prefix, noun, bound);

	g_assert_cmpstr(jb_wording_text(arena, &f), ==, want);
}

static void exact_is_number_and_unit(void)
{
	check("38", "", "个", JB_EXACT, "38个");
	check("50", "", "%", JB_EXACT, "50%");
	check("300", "亿", "元", JB_EXACT, "300亿元");
	check("7", "", "", JB_EXACT, "7");
}

static void a_number_is_said_as_written(void)
{
	check("2.50", "万", "个", JB_EXACT, "2.50万个");
	check("-3", "", "家", JB_EXACT, "−3家");
	check("0", "", "家", JB_EXACT, "0家");
	check("12345", "", "家", JB_EXACT, "12345家");
}

static void about_stands_before(void)
{
	check("2.5", "万", "个", JB_ABOUT, "约2.5万个");
	check("1197", "", "公顷", JB_ABOUT, "约1197公顷");
}

static void over_stands_before_the_noun(void)
{
	check("40", "", "家", JB_OVER, "40余家");
	check("2", "万", "人", JB_OVER, "2万余人");
	check("40", "", "", JB_OVER, "40余");
}

static void at_least_and_at_most_stand_after(void)
{
	check("300", "", "家", JB_AT_LEAST, "300家以上");
	check("40", "", "分钟", JB_AT_MOST, "40分钟以内");
}

static void under_stands_before(void)
{
	check("3", "", "%", JB_UNDER, "不足3%");
}

static void the_parts_of_a_wording(void)
{
	jb_figure f = figure("2", "万", "人", JB_OVER);
	jb_wording w = jb_wording_of(arena, &f);

	g_assert_cmpstr(w.before, ==, "");
	g_assert_cmpstr(w.number, ==, "2");
	g_assert_cmpstr(w.unit, ==, "万余人");
	g_assert_cmpstr(w.after, ==, "");
	g_assert_true(w.numeric);
}

static void as_is_taken_whole(void)
{
	jb_figure f = figure("1", "", "个月", JB_OVER);
	jb_wording w;

	f.as = "一个多月";
	w = jb_wording_of(arena, &f);
	g_assert_cmpstr(w.number, ==, "一个多月");
	g_assert_cmpstr(w.unit, ==, "");
	g_assert_false(w.numeric);
	g_assert_cmpstr(jb_wording_text(arena, &f), ==, "一个多月");
}

static void check_missing(jb_missing missing, const char *want)
{
	jb_figure f = {.missing = missing, .unit = "亿元", .bound = JB_ABOUT};

	g_assert_cmpstr(jb_missing_text(missing), ==, want);
	g_assert_cmpstr(jb_wording_text(arena, &f), ==, want);
	g_assert_false(jb_wording_of(arena, &f).numeric);
}

static void what_is_missing_is_said(void)
{
	check_missing(JB_NOT_STATED, "未公布");
	check_missing(JB_NOT_COLLECTED, "未统计");
	check_missing(JB_NOT_APPLICABLE, "不适用");
	check_missing(JB_SUPPRESSED, "不予公布");
}

static void a_vague_figure_has_words(void)
{
	jb_figure f = {.missing = JB_VAGUE, .unit = "个", .as = "数十个"};

	g_assert_cmpstr(jb_wording_text(arena, &f), ==, "数十个");
}

static void every_status_has_a_word(void)
{
	static const char *const words[] = {
		"现状", "已启动", "初步数", "估计", "计划", "目标", "拟议"};

	for (int i = 0; i < (int)G_N_ELEMENTS(words); i++)
		g_assert_cmpstr(jb_status_text((jb_status)i), ==, words[i]);
	g_assert_cmpint(JB_PROPOSED + 1, ==, G_N_ELEMENTS(words));
}

static void chinese_numerals(void)
{
	static const struct {
		int n;
		const char *want;
	} table[] = {{1, "一"}, {9, "九"}, {10, "十"}, {11, "十一"},
		{19, "十九"}, {20, "二十"}, {38, "三十八"}, {90, "九十"},
		{99, "九十九"}, {100, "100"}, {0, "0"}, {-4, "-4"}};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		g_assert_cmpstr(
			jb_hanzi_number(arena, table[i].n), ==, table[i].want);
}

static void size_counts_the_prefix(void)
{
	jb_figure f = figure("2.5", "万", "个", JB_ABOUT);

	f.power = 4;
	g_assert_cmpfloat(jb_figure_size(&f), ==, 25000);
	f.power = 0;
	g_assert_cmpfloat(jb_figure_size(&f), ==, 2.5);
}

int main(int argc, char **argv)
{
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = jb_arena_open();
	g_test_add_func("/wording/exact", exact_is_number_and_unit);
	g_test_add_func("/wording/number", a_number_is_said_as_written);
	g_test_add_func("/wording/about", about_stands_before);
	g_test_add_func("/wording/over", over_stands_before_the_noun);
	g_test_add_func("/wording/at-least", at_least_and_at_most_stand_after);
	g_test_add_func("/wording/under", under_stands_before);
	g_test_add_func("/wording/parts", the_parts_of_a_wording);
	g_test_add_func("/wording/as", as_is_taken_whole);
	g_test_add_func("/wording/missing", what_is_missing_is_said);
	g_test_add_func("/wording/vague", a_vague_figure_has_words);
	g_test_add_func("/wording/status", every_status_has_a_word);
	g_test_add_func("/wording/hanzi", chinese_numerals);
	g_test_add_func("/wording/size", size_counts_the_prefix);
	status = g_test_run();
	jb_arena_close(arena);
	return status;
}
