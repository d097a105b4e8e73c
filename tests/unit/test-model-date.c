/* test-model-date.c - dates: which exist, their order and their words. */
#include "model/date.h"

#include <glib.h>

static jb_arena *arena;

static jb_date date(const char *text)
{
	jb_date d = {0};

	g_assert_true(jb_date_parse(text, &d));
	return d;
}

static void check_parts(const char *text, int year, int month, int day)
{
	jb_date d = date(text);

	g_assert_cmpint(d.year, ==, year);
	g_assert_cmpint(d.month, ==, month);
	g_assert_cmpint(d.day, ==, day);
}

static void a_date_is_as_exact_as_written(void)
{
	check_parts("2020", 2020, 0, 0);
	check_parts("2020-12", 2020, 12, 0);
	check_parts("2020-06-15", 2020, 6, 15);
	check_parts("1000-01-01", 1000, 1, 1);
	check_parts("9999-12-31", 9999, 12, 31);
}

static void days_that_do_not_exist(void)
{
	static const char *const bad[] = {"2020-02-30", "2021-02-29",
		"1900-02-29", "2020-04-31", "2020-01-00", "2020-01-32",
		"2020-13-01", "2020-00", "2020-13", "0999"};
	jb_date d;

	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
		g_assert_false(jb_date_parse(bad[i], &d));
}

static void leap_years(void)
{
	check_parts("2020-02-29", 2020, 2, 29);
	check_parts("2000-02-29", 2000, 2, 29);
}

static void other_ways_to_write(void)
{
	static const char *const bad[] = {"", "20", "2020-1", "2020-1-1",
		"2020/01", "2020/01/01", "2020-01/01", "20200101", "2020-01-",
		"2020年", "-020", "+020", " 2020", "2020-01-01T", "二零二零"};
	jb_date d;

	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
		g_assert_false(jb_date_parse(bad[i], &d));
}

static void a_bad_date_leaves_the_place_alone(void)
{
	jb_date d = {1, 2, 3};

	g_assert_false(jb_date_parse("2020-02-30", &d));
	g_assert_cmpint(d.year, ==, 1);
}

static void check_order(const char *first, const char *second)
{
	g_assert_cmpint(jb_date_compare(date(first), date(second)), <, 0);
	g_assert_cmpint(jb_date_compare(date(second), date(first)), >, 0);
	g_assert_cmpint(jb_date_compare(date(first), date(first)), ==, 0);
}

static void dates_have_an_order(void)
{
	check_order("2019", "2020");
	check_order("2020-01", "2020-02");
	check_order("2020-06-15", "2020-06-16");
	check_order("2019-12-31", "2020-01-01");
}

static void what_is_unknown_sorts_last(void)
{
	check_order("2020-12", "2020");
	check_order("2020-06-30", "2020-06");
	check_order("2020", "2021-01");
	g_assert_cmpint(
		jb_date_compare(date("2020"), (jb_date){0, 0, 0}), <, 0);
}

static void dates_in_words(void)
{
	g_assert_cmpstr(
		jb_date_text(arena, date("2020-06-15")), ==, "2020年6月15日");
	g_assert_cmpstr(jb_date_text(arena, date("2020-12")), ==, "2020年12月");
	g_assert_cmpstr(jb_date_text(arena, date("2021")), ==, "2021年");
}

static void dates_in_short(void)
{
	g_assert_cmpstr(jb_date_short(arena, date("2020-06-05")), ==, "6月5日");
	g_assert_cmpstr(jb_date_short(arena, date("2020-03")), ==, "3月");
	g_assert_cmpstr(jb_date_short(arena, date("2021")), ==, "2021年");
}

static void check_period(const char *from, const char *to, const char *want)
{
	g_assert_cmpstr(jb_date_period(arena, date(from), date(to)), ==, want);
}

static void periods(void)
{
	check_period("2020-01", "2020-06", "2020年1—6月");
	check_period("2019-11", "2020-06", "2019年11月—2020年6月");
	check_period("2019", "2021", "2019—2021年");
	check_period("2020-06-01", "2020-06-15", "2020年6月1日—6月15日");
	check_period("2019-12-30", "2020-01-02", "2019年12月30日—2020年1月2日");
}

static void a_period_of_one_date(void)
{
	check_period("2020", "2020", "2020年");
	check_period("2020-06", "2020-06", "2020年6月");
}

static void check_months(const char *text, double want)
{
	g_assert_cmpfloat_with_epsilon(
		jb_date_months(date(text)), 2020 * 12 + want, 1e-9);
}

static void months_count_to_the_end_of_what_is_unknown(void)
{
	check_months("2020", 12);
	check_months("2020-12", 12);
	check_months("2020-12-31", 12);
	check_months("2020-06", 6);
	check_months("2020-06-15", 5.5);
	check_months("2020-02-29", 2);
}

int main(int argc, char **argv)
{
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = jb_arena_open();
	g_test_add_func("/date/parse/exact", a_date_is_as_exact_as_written);
	g_test_add_func("/date/parse/no-such-day", days_that_do_not_exist);
	g_test_add_func("/date/parse/leap", leap_years);
	g_test_add_func("/date/parse/other", other_ways_to_write);
	g_test_add_func("/date/parse/kept", a_bad_date_leaves_the_place_alone);
	g_test_add_func("/date/order", dates_have_an_order);
	g_test_add_func("/date/order/unknown", what_is_unknown_sorts_last);
	g_test_add_func("/date/text", dates_in_words);
	g_test_add_func("/date/short", dates_in_short);
	g_test_add_func("/date/period", periods);
	g_test_add_func("/date/period/one", a_period_of_one_date);
	g_test_add_func(
		"/date/months", months_count_to_the_end_of_what_is_unknown);
	status = g_test_run();
	jb_arena_close(arena);
	return status;
}
