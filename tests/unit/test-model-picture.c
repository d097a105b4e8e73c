/* test-model-picture.c - which form of picture refuses what. */
#include "test-model-report.h"

static void picture_mistakes(void)
{
	static const struct sample samples[] = {
		{"{form: waffle, of: [a, b]}",
			"18:10: error: a waffle needs a series of whole "
			"counts\n"},
		{"{form: range, of: [a]}",
			"18:10: error: a range needs two figures with values\n"
			"hint: both in the same unit, neither below zero\n"},
		{"{form: range, of: [d, g]}", ""},
		{"{form: change, of: a}",
			"18:10: error: a change needs one figure in % with a "
			"direction\nhint: `unit: \"%\"` and `direction: up` or "
			"`down`\n"},
		{"{form: change, of: e}", ""},
		{"{form: clock, of: a}",
			"18:10: error: a clock needs one figure in 秒, 分钟 or "
			"小时\n"},
		{"{form: clock, of: d}", ""},
		{"{form: roadmap, of: one}",
			"18:10: error: a roadmap needs events\nhint: `of` is a "
			"list of events, or a section that has some\n"},
		{"{form: dates}",
			"18:10: error: dates need events\nhint: `of` is a list "
			"of events, or a section that has some\n"},
		{"{form: dates, of: v}", ""},
		{"{form: quote}", "18:10: error: a quote needs text\n"
				  "hint: the words stand under `text`\n"},
		{"{form: quote, text: 好}", ""},
		{"{form: units, of: c}", ""}, /* 2.50亿 is whole */
		{"{form: units, of: f}",
			"18:10: error: units need one or two figures of whole "
			"counts\n"},
		{"{form: tranches, of: c}",
			"18:10: error: tranches need one figure and “parts”\n"
			"hint: `parts` is the figure that says how many\n"},
		{"{form: tranches, of: c, parts: d}",
			"18:34: error: “parts” must be a whole number from 1 "
			"to 12\n8:14: note: “d” stands here\n"},
		{"{form: squares, of: [a, b, f]}", ""},
		{"{form: squares, of: [a, c]}",
			"18:10: error: squares need a series or figures of one "
			"unit\nhint: none of them below zero; those without a "
			"value may be among them\n"},
		{"{form: bars, of: f}",
			"18:10: error: bars need a series or figures of one "
			"unit\nhint: those without a value may be among "
			"them\n"},
		{"{form: radii, of: [a, f]}",
			"18:10: error: radii need a series or figures of one "
			"unit\nhint: all with values, none below zero\n"},
		{"{form: stats, of: l}", "18:10: error: stats need figures\n"},
		{"{form: list, of: a}",
			"18:10: error: a list needs a list\n"
			"hint: `of` is the id of one of the `lists`\n"},
		{"{form: list, of: [l, l]}",
			"18:24: error: a picture shows one list\n"},
		{"{form: stats, of: [a, v]}",
			"18:21: error: a picture shows figures, a list, a "
			"table or events, not several of them\n"},
		{"{form: stats, of: t}", "18:10: error: stats need figures\n"},
		{"{form: table, of: l}",
			"18:10: error: a table needs a table\n"
			"hint: `of` is the id of one of the `tables`\n"},
		{"{form: stats, of: onee}",
			"18:21: error: there is nothing with the id “onee”\n"
			"hint: did you mean “one”?\n"},
		{"{form: stats, of: a, hero: b}",
			"18:30: error: “b” is not in this picture\n"
			"hint: `hero` is one of the figures under `of`\n"},
		{"{form: stats, of: a, more: v}",
			"18:30: error: “more” is a list or figures\n"},
		{"{form: column, of: [a, b]}", ""},
		{"{form: column, of: [a, c]}",
			"18:10: error: “a” (个) and “c” (亿元) cannot stand on "
			"one scale\nhint: take `bars`, `grouped`, `stacked`, "
			"`line`\n"},
		{"{form: column}", "18:10: error: “column” shows figures or "
				   "series\nhint: take `bars`, `grouped`, "
				   "`stacked`, `line`\n"},
		{"{form: columm, of: a}",
			"18:10: error: there is no form “columm”\n"
			"hint: did you mean “column”?\n"},
		{"{form: squarez, of: a}",
			"18:10: error: there is no form “squarez”\n"
			"hint: did you mean “squares”?\n"},
		{"{form: line, of: f}",
			"18:10: error: there is no value to show\n"
			"hint: take `combo`\n"},
		{"{form: line, of: [a, nope]}",
			"18:24: error: there is nothing with the id “nope”\n"},
		{"{form: area, of: [a, f]}",
			"18:10: error: “f” has no value, and “area” shows none "
			"without\nhint: take `line`\n"
			"10:14: note: “f” stands here\n"},
		{"{form: stacked, of: [a, b]}",
			"18:10: error: “stacked” shows 2 to 6 series, not 1\n"
			"hint: take `column`, `line`\n"},
		{"{form: combo, of: [s, s3]}", ""},
		{"{form: combo, of: [s, s2]}",
			"18:10: error: “combo” needs its last series in "
			"another unit\nhint: take `line`, `grouped`\n"},
		{"{form: stacked, of: [s, a]}",
			"18:10: error: “stacked” shows figures or series, not "
			"both\nhint: take `column`, `line`\n"},
		{"{form: column, of: a, share: true}",
			"18:32: error: “share” is for forms that stack series "
			"only\n"},
		{"{form: bars, of: a, lines: [b]}",
			"18:30: error: “lines” are for forms that stand on an "
			"axis\nhint: `column`, `line`, `area`, `stacked`, "
			"`grouped`, `combo`\n"},
		{"{form: column, of: a, lines: [b]}", ""},
		{"{form: column, of: a, lines: [d]}",
			"18:32: error: “a” (个) and “d” (分钟) cannot stand "
			"on one scale\n"},
		{"{form: column, of: a, lines: [f]}",
			"18:32: error: “f” has no value: no line can be "
			"drawn\n"},
	};

	EXPECT_EACH(samples,
		FIGURES "series: {s: {items: [a]}, s2: {items: [b]}, s3: "
			"{items: [d]}}\n"
			"lists: {l: {items: [甲]}}\n"
			"events: {v: {title: 甲, date: 2020}}\n"
			"tables: {t: {columns: [], rows: []}}\n"
			"sections:\n- {id: one, title: 一, pictures: [\n  ",
		"  ]}\n");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/report/mistake/picture", picture_mistakes);
	return g_test_run();
}
