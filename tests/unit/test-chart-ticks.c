/* Ticks: round, few, and around the data. */
#include "plot/ticks.h"

#include <glib.h>

static void expect(
	double lo, double hi, int want, bool whole, const char *ticks)
{
	double at[JB_TICKS_MAX];
	size_t n = jb_ticks(lo, hi, want, whole, at);
	g_autoptr(GString) text = g_string_new(NULL);

	for (size_t i = 0; i < n; i++) {
		char buf[G_ASCII_DTOSTR_BUF_SIZE];

		g_ascii_formatd(buf, sizeof(buf), "%.6g", at[i]);
		g_string_append_printf(text, "%s%s", i ? " " : "", buf);
	}
	g_assert_cmpstr(text->str, ==, ticks);
}

static void test_from_zero(void)
{
	expect(0, 13, 4, false, "0 5 10 15");
	expect(0, 38, 4, false, "0 10 20 30 40");
	expect(0, 300, 4, false, "0 100 200 300");
	expect(0, 1709.8, 4, false, "0 500 1000 1500 2000");
	expect(0, 71.1, 4, false, "0 25 50 75");
}

static void test_between(void)
{
	expect(43.88, 50.85, 4, false, "43 45 47 49 51");
	expect(313, 425, 4, false, "300 325 350 375 400 425");
}

static void test_around_zero(void)
{
	expect(-0.48, 1.17, 4, false, "-0.6 0 0.6 1.2");
	expect(-0.48, 1.17, 5, false, "-0.5 0 0.5 1 1.5");
	expect(-30, 100, 4, false, "-50 0 50 100");
}

static void test_counts_have_no_halves(void)
{
	expect(0, 1, 4, true, "0 1");
	expect(0, 3, 4, true, "0 1 2 3");
	expect(0, 9, 4, true, "0 3 6 9");
}

static void test_always_loose(void)
{
	double at[JB_TICKS_MAX];

	for (double hi = 0.001; hi < 1e9; hi *= 1.37)
		for (int want = 2; want <= 8; want++) {
			size_t n = jb_ticks(0, hi, want, false, at);

			g_assert_cmpuint(n, >=, 2);
			g_assert_cmpuint(n, <=, 12);
			g_assert_cmpfloat(at[0], ==, 0);
			g_assert_cmpfloat(at[n - 1], >=, hi * (1 - 1e-9));
			g_assert_cmpfloat(at[n - 2], <, hi);
		}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chart/ticks/from-zero", test_from_zero);
	g_test_add_func("/chart/ticks/between", test_between);
	g_test_add_func("/chart/ticks/around-zero", test_around_zero);
	g_test_add_func("/chart/ticks/counts", test_counts_have_no_halves);
	g_test_add_func("/chart/ticks/loose", test_always_loose);
	return g_test_run();
}
