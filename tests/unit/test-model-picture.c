/* test-model-picture.c - which form of picture refuses what. */
#include "test-model-report.h"

static void picture_mistakes(void)
{
	static const struct sample samples[] = {
		{"{form: waffle, of: [a, b]}",
			"17:10: error: a waffle needs a series of whole "
			"counts\n"},
		{"{form: range, of: [a]}",
			"17:10: error: a range needs two figures with values\n"
			"hint: both in the same unit, neither below zero\n"},
		{"{form: range, of: [d, g]}", ""},
		{"{form: change, of: a}",
			"17:10: error: a change needs one figure in % with a "
			"direction\nhint: `unit: \"%\"` and `direction: up` or "
			"`down`\n"},
		{"{form: change, of: e}", ""},
		{"{form: clock, of: a}",
			"17:10: error: a clock needs one figure in 秒, 分钟 or "
			"小时\n"},
		{"{form: clock, of: d}", ""},
		{"{form: roadmap, of: one}",
			"17:10: error: a roadmap needs events\nhint: `of` is a "
			"list of events, or a section that has some\n"},
		{"{form: dates}",
			"17:10: error: dates need events\nhint: `of` is a list "
			"of events, or a section that has some\n"},
		{"{form: dates, of: v}", ""},
		{"{form: quote}", "17:10: error: a quote needs text\n"
				  "hint: the words stand under `text`\n"},
		{"{form: quote, text: 好}", ""},
		{"{form: units, of: c}", ""}, /* 2.50亿 is whole */
		{"{form: units, of: f}",
			"17:10: error: units need one or two figures of whole "
			"counts\n"},
		{"{form: tranches, of: c}",
			"17:10: error: tranches need one figure and “parts”\n"
			"hint: `parts` is the figure that says how many\n"},
		{"{form: tranches, of: c, parts: d}",
			"17:34: error: “parts” must be a whole number from 1 "
			"to 12\n8:14: note: “d” stands here\n"},
		{"{form: squares, of: [a, b, f]}", ""},
		{"{form: squares, of: [a, c]}",
			"17:10: error: squares need a series or figures of one "
			"unit\nhint: none of them below zero; those without a "
			"value may be among them\n"},
		{"{form: bars, of: f}",
			"17:10: error: bars need a series or figures of one "
			"unit\nhint: those without a value may be among "
			"them\n"},
		{"{form: radii, of: [a, f]}",
			"17:10: error: radii need a series or figures of one "
			"unit\nhint: all with values, none below zero\n"},
		{"{form: stats, of: l}", "17:10: error: stats need figures\n"},
		{"{form: list, of: a}",
			"17:10: error: a list needs a list\n"
			"hint: `of` is the id of one of the `lists`\n"},
		{"{form: list, of: [l, l]}",
			"17:24: error: a picture shows one list\n"},
		{"{form: stats, of: [a, v]}",
			"17:21: error: a picture shows figures, a list, a "
			"table or events, not several of them\n"},
		{"{form: stats, of: t}", "17:10: error: stats need figures\n"},
		{"{form: table, of: l}",
			"17:10: error: a table needs a table\n"
			"hint: `of` is the id of one of the `tables`\n"},
		{"{form: stats, of: onee}",
			"17:21: error: there is nothing with the id “onee”\n"
			"hint: did you mean “one”?\n"},
		{"{form: stats, of: a, hero: b}",
			"17:30: error: “b” is not in this picture\n"
			"hint: `hero` is one of the figures under `of`\n"},
		{"{form: stats, of: a, more: v}",
			"17:30: error: “more” is a list or figures\n"},
		{"{form: column, of: [a, b]}", ""},
		{"{form: column, of: [a, c]}",
			"17:10: error: columns need a series or figures of one "
			"unit\nhint: for several series: `grouped`, `stacked` "
			"or `line`\n"},
		{"{form: line, of: [a, d]}",
			"17:10: error: lines need figures, or one to six "
			"series, of one unit\nhint: for two units: `combo`\n"},
		{"{form: area, of: [a, f]}",
			"17:10: error: areas need one to six series of one "
			"unit\nhint: all with values, none below zero; else: "
			"`line`\n"},
		{"{form: stacked, of: [a, b]}",
			"17:10: error: stacked columns need two to six series "
			"of one unit\nhint: `of` is a list of series; with "
			"`share` all have values, none below zero\n"},
		{"{form: grouped, of: [a, b]}",
			"17:10: error: grouped columns need two to six series "
			"of one unit\nhint: `of` is a list of series; for "
			"more: `line`\n"},
		{"{form: combo, of: [a, d]}",
			"17:10: error: a combo needs two to six series, the "
			"last in another unit\nhint: `of: [output, growth]`: "
			"columns of the one, a line of the other\n"},
		{"{form: column, of: a, share: true}",
			"17:32: error: “share” is for the form “stacked” "
			"only\n"},
		{"{form: bars, of: a, lines: [b]}",
			"17:30: error: “lines” are for forms that stand on an "
			"axis\nhint: `column`, `line`, `area`, `stacked`, "
			"`grouped`, `combo`\n"},
		{"{form: column, of: a, lines: [b]}", ""},
		{"{form: column, of: a, lines: [d]}",
			"17:10: error: columns need a series or figures of one "
			"unit\nhint: for several series: `grouped`, `stacked` "
			"or `line`\n"},
	};

	EXPECT_EACH(samples,
		FIGURES "lists: {l: {items: [甲]}}\n"
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
