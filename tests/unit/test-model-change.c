/* How figures change: computed exactly, rounded half up, with their way. */
#include "test-model-report.h"

#define TWO                                                      \
	"figures:\n  a: {value: %s, unit: \"%s\", label: 甲}\n" \
	"  b: {value: %s, unit: \"%s\", label: 乙}\n"

struct growth {
	const char *now, *now_unit, *before, *before_unit;
	int decimals;
	bool points;
	const char *want;
	int way;
};

static void growths_are_exact(void)
{
	static const struct growth samples[] = {
		{"1386", "户", "1260", "户", 1, false, "10.0", 1},
		{"1260", "户", "1386", "户", 1, false, "9.1", -1},
		{"2", "个", "3", "个", 3, false, "33.333", -1},
		{"1.005", "个", "1", "个", 1, false, "0.5", 1},
		{"5", "个", "5.00", "个", 0, false, "0", 0},
		{"4.2", "%", "7.5", "%", 1, true, "3.3", -1},
		{"1.2", "亿元", "6000", "万元", 0, false, "100", 1},
		{"-5", "度", "-10", "度", 0, false, "50", 1},
		{"5", "度", "-10", "度", 0, false, "150", 1},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
		const struct growth *s = &samples[i];
		g_autofree char *figures = g_strdup_printf(
			TWO, s->now, s->now_unit, s->before, s->before_unit);
		g_autofree char *text =
			g_strconcat(HEAD, figures, SECTIONS, NULL);
		struct read r = read_text(text);
		jb_decimal value;
		int way;

		g_assert_cmpstr(r.said, ==, "");
		g_assert_true(jb_figure_growth(jb_report_figure(r.report, "a"),
			jb_report_figure(r.report, "b"), s->decimals, s->points,
			&value, &way));
		g_assert_cmpstr(jb_decimal_text(r.arena, value), ==, s->want);
		g_assert_cmpint(way, ==, s->way);
		done(&r);
	}
}

static void nothing_grows_from_zero(void)
{
	struct read r = read_text(
		HEAD "figures:\n  a: {value: 1, unit: 个, label: 甲}\n"
		     "  b: {value: 0, unit: 个, label: 乙}\n" SECTIONS);
	jb_decimal value;
	int way;

	g_assert_false(jb_figure_growth(jb_report_figure(r.report, "a"),
		jb_report_figure(r.report, "b"), 1, false, &value, &way));
	done(&r);
}

static void a_derived_growth_knows_its_way(void)
{
	struct read r = read_text(HEAD
		"figures:\n  a: {value: 3, unit: 个, label: 甲}\n"
		"  b: {value: 4, unit: 个, label: 乙}\n"
		"  down: {derived: {growth: [a, b]}, unit: \"%\", label: 丙}\n"
		"  up: {derived: {growth: [b, a]}, unit: \"%\", decimals: 0, "
		"label: 丁}\n" SECTIONS);

	g_assert_cmpstr(r.said, ==, "");
	expect_value(&r, "down", "25.0");
	expect_value(&r, "up", "33");
	g_assert_cmpint(jb_report_figure(r.report, "down")->direction, ==, -1);
	g_assert_cmpint(jb_report_figure(r.report, "up")->direction, ==, 1);
	done(&r);
}

static void things_go_to_their_sections(void)
{
	struct read r = read_text(HEAD
		"figures: {}\n"
		"lists:\n  l: {section: one, items: [甲]}\n  m: {items: [乙]}\n"
		"comparisons:\n  v: {section: one, sides: [甲, 乙], rows: "
		"[{label: 行, cells: [一, 二]}]}\n"
		"sections:\n- {id: one, title: 一, quotes: [{text: 话}], "
		"authors: [张三]}\n- {id: two, title: 二}\n");
	const jb_section *one = &r.report->sections[0];
	const jb_section *two = &r.report->sections[1];

	g_assert_cmpstr(r.said, ==, "");
	g_assert_cmpint(one->n_lists, ==, 1);
	g_assert_cmpstr(one->lists[0]->id, ==, "l");
	g_assert_cmpint(one->n_comparisons, ==, 1);
	g_assert_cmpint(one->n_quotes, ==, 1);
	g_assert_cmpint(one->n_authors, ==, 1);
	g_assert_cmpint(two->n_lists + two->n_comparisons + two->n_quotes +
				two->n_authors,
		==, 0);
	done(&r);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/change/exact", growths_are_exact);
	g_test_add_func("/change/zero", nothing_grows_from_zero);
	g_test_add_func("/change/derived", a_derived_growth_knows_its_way);
	g_test_add_func("/change/sections", things_go_to_their_sections);
	return g_test_run();
}
