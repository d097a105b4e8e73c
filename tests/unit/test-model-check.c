/* test-model-check.c - relations that hold, and those that do not. */
#include "test-model-report.h"

static void series_total(void)
{
	expect(HEAD "figures:\n  p1: {value: 3, unit: 个, label: 综合公园}\n"
		    "  p2: {value: 10, unit: 个, label: \"乙${p1.unit}\"}\n"
		    "  p3: {value: 12, unit: 个, label: 丙}\n"
		    "  p4: {value: 14, unit: 个, label: 丁}\n"
		    "  parks_total: {value: 38, unit: 个, label: 全部}\n"
		    "series:\n  parks: {items: [p1, p2, p3, p4], total: "
		    "parks_total}\n" SECTIONS,
		"11:3: error: check “parks” fails: 3 + 10 + 12 + 14 = 39, but "
		"parks_total is 38\n"
		"5:15: note: 综合公园: 3个\n"
		"6:15: note: p2: 10个\n"
		"7:15: note: 丙: 12个\n"
		"8:15: note: 丁: 14个\n"
		"9:24: note: 全部: 38个\n");
}

static void check_mistakes(void)
{
	static const struct sample samples[] = {
		{"- {id: x, sum: [a, a], equals: b}",
			"14:8: error: check “x” fails: 3 + 3 = 6, but b is 10\n"
			"5:14: note: 甲: 3个\n5:14: note: 甲: 3个\n"
			"6:14: note: 乙: 10个\n"},
		{"- {id: x, sum: [a, a], equals: b, tolerance: 3.9}",
			"14:8: error: check “x” fails: 3 + 3 = 6, but b is 10\n"
			"5:14: note: 甲: 3个\n5:14: note: 甲: 3个\n"
			"6:14: note: 乙: 10个\n"},
		{"- {id: x, sum: [a, a], equals: b, tolerance: 4}", ""},
		{"- {id: x, sum: [a, c], equals: b}",
			"14:8: error: check “x” fails: c is in “亿元”, but b "
			"in "
			"“个”\n7:14: note: 丙: 2.50亿元\n"
			"6:14: note: 乙: 10个\n"},
		{"- {id: x, sum: [a, f], equals: b}",
			"14:8: error: check “x” fails: “f” has no value\n"
			"10:14: note: it is missing here\n"},
		{"- {id: order, less: [g, d]}",
			"14:8: error: check “order” fails: 90 is not less than "
			"40\n11:14: note: 庚: 90分钟\n8:14: note: 丁: "
			"40分钟\n"},
		{"- {id: order, less: [d, d]}",
			"14:8: error: check “order” fails: 40 is not less than "
			"40\n8:14: note: 丁: 40分钟\n8:14: note: 丁: 40分钟\n"},
		{"- {id: x, count: l, equals: a}",
			"14:8: error: check “x” fails: l has 2 items, but a is "
			"3个\n12:9: note: l: 2 items\n5:14: note: 甲: 3个\n"},
		{"- {id: x, share: [a, b], equals: e}",
			"14:8: error: check “x” fails: 3 / 10 = 30%, but e is "
			"26%\n5:14: note: 甲: 3个\n6:14: note: 乙: 10个\n"
			"9:14: note: 戊: 26%\n"},
		{"- {id: x, share: [a, b], equals: d}",
			"14:8: error: check “x” fails: d is no share in %\n"
			"8:14: note: 丁: 40分钟\n"},
		{"- {id: x, share: [a], equals: e}",
			"14:18: error: `share` needs 2 figures, not 1\n"},
		{"- {id: x, less: [a]}",
			"14:17: error: `less` needs at least 2 figures, not "
			"1\n"},
		{"- {id: x, less: [a, b], equals: b}",
			"14:25: error: `less` and `equals` do not go "
			"together\n"},
		{"- {id: x, sum: [a]}",
			"14:8: error: check “x” does not say what it equals\n"
			"hint: add `equals:` with the id of a figure\n"},
		{"- {id: x, equals: a}",
			"14:8: error: check “x” must say one thing, not 0\n"
			"hint: one of `sum`, `count`, `share`, `less`\n"},
		{"- {id: x, sum: [a, nine], equals: eleven}",
			"14:20: error: there is no figure “nine”\n"
			"14:35: error: there is no figure “eleven”\n"},
	};

	EXPECT_EACH(samples, FIGURES "lists: {l: {items: [甲, 乙]}}\nchecks:\n",
		SECTIONS);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/report/mistake/total", series_total);
	g_test_add_func("/report/mistake/check", check_mistakes);
	return g_test_run();
}
