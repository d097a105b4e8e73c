/* test-model-report.c - reports: what is read, and every refusal's words. */
#include <string.h>
#include <glib.h>

#include "model/report.h"

struct read {
	jb_arena *arena;
	jb_diags *diags;
	jb_report *report;
	char *said; /* messages, notes and hints, without quoted lines */
};

static char *messages(const jb_diags *diags)
{
	g_autofree char *all = jb_diags_text(diags);
	g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
	GString *kept = g_string_new(NULL);

	for (int i = 0; lines[i]; i++) {
		if (g_str_has_prefix(lines[i], "r:"))
			g_string_append_printf(kept, "%s\n", lines[i] + 2);
		else if (g_str_has_prefix(lines[i], "    hint: "))
			g_string_append_printf(kept, "%s\n", lines[i] + 4);
	}
	return g_string_free(kept, FALSE);
}

static struct read read_text(const char *text)
{
	struct read r = { jb_arena_open(), NULL, NULL, NULL };

	r.diags = jb_diags_new(r.arena);
	r.report = jb_report_read(r.arena, r.diags,
		jb_source_new(r.arena, "r", text, strlen(text)));
	r.said = messages(r.diags);
	return r;
}

static void done(struct read *r)
{
	g_free(r->said);
	jb_arena_close(r->arena);
}

/* What is asked stands from line 4 on; the rest of a report comes behind. */
#define HEAD "jianbao: report/1\nmeta: {name: r, title: 题}\n# asked:\n"
#define SECTIONS "sections:\n- {id: one, title: 一}\n"
#define FIGURES                                                                \
	"figures:\n  a: {value: 3, unit: 个, label: 甲}\n"                     \
	"  b: {value: 10, unit: 个, label: 乙}\n"                              \
	"  c: {value: 2.50, unit: 亿元, label: 丙}\n"                          \
	"  d: {value: 40, unit: 分钟, label: 丁}\n"                            \
	"  e: {value: 26, unit: \"%\", label: 戊, direction: down}\n"          \
	"  f: {value: null, missing: not_stated, unit: 个, label: 己}\n"       \
	"  g: {value: 90, unit: 分钟, label: 庚}\n"

static void expect(const char *text, const char *want)
{
	struct read r = read_text(text);

	g_assert_cmpstr(r.said, ==, want);
	done(&r);
}

struct sample {
	const char *asked, *want;
};

/* Samples are the lines of one table, placed behind HEAD. */
static void expect_each(const struct sample *samples, size_t n,
	const char *before, const char *after)
{
	for (size_t i = 0; i < n; i++) {
		g_autofree char *text = g_strconcat(HEAD, before,
			samples[i].asked, "\n", after, NULL);

		expect(text, samples[i].want);
	}
}

#define EXPECT_EACH(samples, before, after)                                    \
	expect_each(samples, G_N_ELEMENTS(samples), before, after)

/* ---- a good report ---- */

static const char good[] =
	"jianbao: report/1\n"
	"meta:\n"
	"  name: city-report\n"
	"  title: 公园${parks.count}类\n"
	"  from: 2020-01\n"
	"  to: 2020-06\n"
	"  date: 2020-07-03\n"
	"scopes: {city: 全市}\n"
	"literals: [5G, G20]\n"
	"figures:\n"
	"  whole: {value: 13, unit: 个, label: 公园, scope: city, at: L18}\n"
	"  small: {value: 3, unit: 个, label: 小, section: green}\n"
	"  large: {value: 10, unit: 个, label: 大, scope: 城区}\n"
	"  money: {value: 2.50, unit: 亿元, bound: about, label: 钱,\n"
	"    status: planned, due: 2021, section: green, listed: false}\n"
	"  more: {value: 3000, unit: 万元, label: 钱}\n"
	"  both: {derived: {sum: [money, more]}, unit: 亿元, label: 合计}\n"
	"  left: {derived: {diff: [money, more]}, unit: 万元, label: 差}\n"
	"  each: {derived: {ratio: [money, large]}, unit: 万元, label: 均,\n"
	"    decimals: 2}\n"
	"  part: {derived: {share: [small, whole]}, unit: \"%\", label: 占}\n"
	"  funds_n: {derived: {count: funds}, unit: 只, label: 只数}\n"
	"  some: {value: null, missing: vague, as: 数十个, label: 若干}\n"
	"lists:\n"
	"  funds: {icon: coin, items: [甲, 乙]}\n"
	"  parties: {items: [{name: 丙, event: late, when: 已成立}]}\n"
	"series: {parks: {label: 类, items: [small, large], total: whole}}\n"
	"events:\n"
	"  late: {date: 2020-06-15, title: 晚, section: green, refs: [small]}\n"
	"  early: {date: 2020-03, title: 早, section: green, at: L69}\n"
	"  idea: {title: 想, status: proposed, section: green}\n"
	"tables:\n"
	"  grid: {columns: [子, 丑], rows: [[寅, \"${small}\"], [卯, 辰]]}\n"
	"heroes: [money, whole]\n"
	"sections:\n"
	"- {id: open, role: lede, title: 开}\n"
	"- id: green\n"
	"  title: 绿\n"
	"  pictures:\n"
	"  - {form: waffle, of: parks, hero: large, lead: true}\n"
	"  - {form: stats, of: [money, some]}\n"
	"  - {form: roadmap, of: green}\n"
	"  - {form: list, of: funds, numbered: true}\n"
	"  - {form: bars, of: [small, some], numbered: false}\n"
	"  - {form: tranches, of: money, parts: small, more: funds}\n"
	"- {id: last, title: 末}\n"
	"checks:\n"
	"- {id: n, count: funds, equals: funds_n}\n"
	"- {id: order, less: [small, large, whole]}\n"
	"- {id: quota, share: [small, whole], equals: part}\n"
	"- {id: near, sum: [small, small], equals: large, tolerance: 4}\n"
	"notes: [{label: 口径, text: 全市}]\n";

static void nothing_to_say(void)
{
	expect(good, "");
}

static void expect_value(const struct read *r, const char *id,
	const char *want)
{
	const jb_figure *figure = jb_report_figure(r->report, id);

	g_assert_true(figure->has_value);
	g_assert_cmpstr(jb_decimal_text(r->arena, figure->value), ==, want);
}

static void values(void)
{
	struct read r = read_text(good);

	expect_value(&r, "money", "2.50");
	expect_value(&r, "both", "2.80");
	expect_value(&r, "left", "22000");
	expect_value(&r, "each", "2500.00");
	expect_value(&r, "part", "23.1");
	expect_value(&r, "funds_n", "2");
	done(&r);
}

static void figure_facts(void)
{
	struct read r = read_text(good);
	const jb_figure *money = jb_report_figure(r.report, "money");
	const jb_figure *whole = jb_report_figure(r.report, "whole");
	const jb_figure *some = jb_report_figure(r.report, "some");

	g_assert_cmpint(money->power, ==, 8);
	g_assert_cmpstr(money->prefix, ==, "亿");
	g_assert_cmpstr(money->noun, ==, "元");
	g_assert_cmpint(money->bound, ==, JB_ABOUT);
	g_assert_cmpint(money->status, ==, JB_PLANNED);
	g_assert_cmpint(money->due.year, ==, 2021);
	g_assert_cmpint(money->decimals, ==, -1);
	g_assert_false(money->listed);
	g_assert_cmpint(whole->at, ==, 18);
	g_assert_cmpstr(whole->scope->text, ==, "全市");
	g_assert_cmpstr(jb_report_figure(r.report, "large")->scope->text, ==,
		"城区");
	g_assert_false(some->has_value);
	g_assert_cmpint(some->missing, ==, JB_VAGUE);
	g_assert_cmpstr(some->unit, ==, "");
	done(&r);
}

static void units_split(void)
{
	static const struct {
		const char *unit, *prefix, *noun;
		int power;
	} units[] = {
		{ "万亿元", "万亿", "元", 12 }, { "亿元", "亿", "元", 8 },
		{ "千万元", "千万", "元", 7 }, { "百万元", "百万", "元", 6 },
		{ "十万人", "十万", "人", 5 }, { "万个", "万", "个", 4 },
		{ "千米", "千", "米", 3 }, { "万", "万", "", 4 },
		{ "公顷", "", "公顷", 0 }, { "百分点", "", "百分点", 0 },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		g_autofree char *text = g_strdup_printf(HEAD "figures:\n"
			"  x: {value: 1, unit: %s, label: 甲}\n" SECTIONS,
			units[i].unit);
		struct read r = read_text(text);
		const jb_figure *x = jb_report_figure(r.report, "x");

		g_assert_cmpstr(x->prefix, ==, units[i].prefix);
		g_assert_cmpstr(x->noun, ==, units[i].noun);
		g_assert_cmpint(x->power, ==, units[i].power);
		done(&r);
	}
}

static void report_facts(void)
{
	struct read r = read_text(good);
	const jb_report *report = r.report;

	g_assert_cmpstr(report->name, ==, "city-report");
	g_assert_cmpstr(report->lang, ==, "zh-Hans");
	g_assert_cmpstr(report->genre->text, ==, "数据简报");
	g_assert_cmpint(report->to.month, ==, 6);
	g_assert_cmpint(report->date.day, ==, 3);
	g_assert_null(report->kicker);
	g_assert_cmpuint(report->n_heroes, ==, 2);
	g_assert_cmpuint(report->n_literals, ==, 2);
	g_assert_cmpstr(report->literals[1], ==, "G20");
	g_assert_cmpstr(report->notes[0].label->text, ==, "口径");
	done(&r);
}

static void section_facts(void)
{
	struct read r = read_text(good);
	const jb_section *s = r.report->sections;

	g_assert_cmpuint(r.report->n_sections, ==, 3);
	g_assert_true(s[0].lede);
	g_assert_cmpint(s[0].number, ==, 0);
	g_assert_cmpint(s[1].number, ==, 1);
	g_assert_cmpint(s[2].number, ==, 2);
	g_assert_cmpuint(s[1].n_figures, ==, 2);
	g_assert_cmpstr(s[1].figures[0]->id, ==, "small");
	g_assert_cmpstr(s[1].figures[1]->id, ==, "money");
	done(&r);
}

static void pictures_count_where_they_should(void)
{
	static const int want[] = { 1, 0, 2, 3, 0, 4 };
	struct read r = read_text(good);
	const jb_section *s = &r.report->sections[1];

	g_assert_cmpuint(s->n_pictures, ==, G_N_ELEMENTS(want));
	for (size_t i = 0; i < G_N_ELEMENTS(want); i++)
		g_assert_cmpint(s->pictures[i].number, ==, want[i]);
	done(&r);
}

static void picture_facts(void)
{
	struct read r = read_text(good);
	const jb_picture *p = r.report->sections[1].pictures;

	g_assert_cmpint(p[0].form, ==, JB_WAFFLE);
	g_assert_true(p[0].lead);
	g_assert_true(p[0].of.series == jb_report_series(r.report, "parks"));
	g_assert_cmpuint(p[0].of.n_figures, ==, 2);
	g_assert_cmpstr(p[0].hero->id, ==, "large");
	g_assert_cmpstr(p[3].of.list->id, ==, "funds");
	g_assert_cmpstr(p[5].parts->id, ==, "small");
	g_assert_cmpstr(p[5].more.list->id, ==, "funds");
	done(&r);
}

static void section_stands_for_its_events_by_date(void)
{
	struct read r = read_text(good);
	const jb_subject *of = &r.report->sections[1].pictures[2].of;

	g_assert_cmpuint(of->n_events, ==, 3);
	g_assert_cmpstr(of->events[0]->id, ==, "early");
	g_assert_cmpstr(of->events[1]->id, ==, "late");
	g_assert_cmpstr(of->events[2]->id, ==, "idea");
	done(&r);
}

static void other_facts(void)
{
	struct read r = read_text(good);
	const jb_list *parties = jb_report_list(r.report, "parties");
	const jb_event *late = jb_report_event(r.report, "late");
	const jb_table *grid = jb_report_table(r.report, "grid");

	g_assert_cmpstr(jb_report_list(r.report, "funds")->items[1].name->text,
		==, "乙");
	g_assert_true(parties->items[0].event == late);
	g_assert_cmpstr(parties->items[0].when->text, ==, "已成立");
	g_assert_cmpint(late->date.day, ==, 15);
	g_assert_cmpuint(late->n_refs, ==, 1);
	g_assert_cmpint(jb_report_event(r.report, "early")->at, ==, 69);
	g_assert_cmpint(jb_report_event(r.report, "idea")->date.year, ==, 0);
	g_assert_cmpuint(grid->n_columns, ==, 2);
	g_assert_cmpuint(grid->n_rows, ==, 2);
	g_assert_cmpstr(grid->rows[1][0]->text, ==, "卯");
	g_assert_null(jb_report_figure(r.report, "late"));
	g_assert_null(jb_report_table(r.report, "nothing"));
	done(&r);
}

/* ---- mistakes ---- */

static void too_broken(void)
{
	struct read r = read_text("jianbao: report/1\nmeta: {name: r}\n");

	g_assert_null(r.report);
	g_assert_cmpuint(jb_diags_errors(r.diags), ==, 3);
	done(&r);
	r = read_text("a: [");
	g_assert_null(r.report);
	done(&r);
}

static void meta_mistakes(void)
{
	expect("jianbao: report/1\n"
	       "meta: {name: a/b, title: 题, from: 2020-02, to: 2020-01}\n"
	       FIGURES SECTIONS,
		"2:14: error: “a/b” is not a name for files\n"
		"hint: letters, digits and hyphens: data-2020\n"
		"2:48: error: the period ends before it begins\n"
		"2:35: note: it begins here\n");
}

static void id_twice(void)
{
	expect(HEAD "lists: {a: {items: [甲]}}\n" FIGURES
	       "sections:\n- {id: b, title: 一}\n",
		"6:3: error: the id “a” is used twice\n"
		"4:9: note: first used here\n"
		"14:8: error: the id “b” is used twice\n"
		"7:3: note: first used here\n");
}

static void figure_mistakes(void)
{
	static const struct sample samples[] = {
		{ "x: {label: 甲}",
			"5:3: error: figure “x” has neither `value` nor "
			"`derived`\n" },
		{ "x: {label: 甲, missing: vague, as: 数个}",
			"5:3: error: figure “x” has neither `value` nor "
			"`derived`\nhint: write `value: null` beside "
			"`missing`\n" },
		{ "x: {value: 1, label: 甲, derived: {count: l}}",
			"5:27: error: figure “x” has both `value` and "
			"`derived`\n" },
		{ "x: {value: null, label: 甲}",
			"5:14: error: figure “x” has no value and no "
			"`missing`\nhint: say why: `missing: not_stated`\n" },
		{ "x: {value: 1, label: 甲, missing: vague}",
			"5:36: error: figure “x” has a value, so nothing is "
			"missing\nhint: remove `missing`, or write "
			"`value: null`\n" },
		{ "x: {value: null, label: 甲, missing: vague}",
			"5:39: error: figure “x” is vague without `as`\n"
			"hint: `as` holds the source's words: 数十个\n" },
		{ "x: {label: 甲, missing: vague, derived: {count: l}}",
			"5:26: error: figure “x” is derived, so nothing is "
			"missing\n" },
		{ "x: {value: 1, label: 甲, at: 18}",
			"5:31: error: “18” is not a line of the source text\n"
			"hint: write L and the number of the line: L18\n" },
		{ "x: {value: 1, label: 甲, section: oen}",
			"5:36: error: there is no section “oen”\n"
			"hint: did you mean “one”?\n" },
		{ "x: {value: 1, label: 甲, scope: ctiy}",
			"5:34: error: there is no scope “ctiy”\n"
			"hint: did you mean “city”?\n" },
	};

	EXPECT_EACH(samples, "figures:\n  ",
		"lists: {l: {items: []}}\nscopes: {city: 全市}\n" SECTIONS);
}

static void derived_mistakes(void)
{
	static const struct sample samples[] = {
		{ "  x: {label: 甲, derived: {}}",
			"12:26: error: figure “x” must be derived in one way, "
			"not 0\nhint: one of `sum`, `diff`, `ratio`, `share`, "
			"`count`\n" },
		{ "  x: {label: 甲, derived: {sum: [a], diff: [a, b]}}",
			"12:37: error: figure “x” must be derived in one way, "
			"not 2\nhint: one of `sum`, `diff`, `ratio`, `share`, "
			"`count`\n" },
		{ "  x: {label: 甲, unit: 个, derived: {sum: []}}",
			"12:41: error: a sum needs figures, not 0\n" },
		{ "  x: {label: 甲, unit: 个, derived: {diff: [a]}}",
			"12:42: error: a diff needs two figures, not 1\n" },
		{ "  x: {label: 甲, unit: 个, derived: {sum: [a, c]}}",
			"12:45: error: figure “x” cannot be derived: “c” is in "
			"“亿元”, “x” in “个”\n8:14: note: “c” stands here\n" },
		{ "  x: {label: 甲, unit: 个, derived: {sum: [a, f]}}",
			"12:45: error: figure “x” cannot be derived: “f” has "
			"no value\n11:14: note: “f” stands here\n" },
		{ "  x: {label: 甲, unit: 个, derived: {share: [a, b]}}",
			"12:26: error: the share “x” must be in %, not “个”\n" },
		{ "  x: {label: 甲, unit: \"%\", derived: {share: [a, c]}}",
			"12:49: error: figure “x” cannot be derived: “c” is in "
			"“亿元”, “a” in “个”\n8:14: note: “c” stands here\n" },
		{ "  x: {label: 甲, derived: {ratio: [a, z]}}\n"
		  "  z: {value: 0, label: 乙}",
			"12:38: error: figure “x” cannot be derived: “z” is "
			"zero\n13:14: note: “z” stands here\n" },
		{ "  x: {label: 甲, derived: {count: a}}",
			"12:34: error: there is no list “a”\n"
			"hint: “a” is a figure\n" },
		{ "  x: {label: 甲, derived: {sum: [nine, y]}}\n"
		  "  y: {label: 乙, derived: {sum: [x]}}",
			"12:17: error: figure “x” is derived from itself: "
			"x → y → x\n"
			"12:33: error: there is no figure “nine”\n" },
	};

	EXPECT_EACH(samples, "figures:\n" /* line 4; a to g follow */
		"  a: {value: 3, unit: 个, label: 甲}\n"
		"  b: {value: 10, unit: 个, label: 乙}\n# c:\n"
		"  c: {value: 2.50, unit: 亿元, label: 丙}\n#\n#\n"
		"  f: {value: null, missing: not_stated, label: 己}\n",
		SECTIONS);
}

static void overflow(void)
{
	expect(HEAD "figures:\n"
	       "  a: {value: 999999999999999, unit: 万亿元, label: 甲}\n"
	       "  x: {derived: {sum: [a, b]}, unit: 元, label: 合}\n"
	       "  b: {value: 1, unit: 元, label: 乙}\n" SECTIONS,
		"6:7: error: figure “x” cannot be derived: the result has too "
		"many digits\n");
}

static void long_chain(void)
{
	GString *text = g_string_new(HEAD "figures:\n");
	struct read r;

	for (int i = 0; i < 20000; i++)
		g_string_append_printf(text,
			"  f%d: {derived: {sum: [f%d]}, label: 甲}\n", i,
			i + 1);
	g_string_append(text, "  f20000: {value: 7, label: 甲}\n" SECTIONS);
	r = read_text(text->str);
	g_string_free(text, TRUE);
	expect_value(&r, "f0", "7");
	done(&r);
}

static void other_mistakes(void)
{
	static const struct sample samples[] = {
		{ "events: {x: {title: 甲}}",
			"12:10: error: event “x” has no date\nhint: only what "
			"has `status: proposed` may be without\n" },
		{ "events: {x: {title: 甲, date: 2020, refs: [aa]}}",
			"12:43: error: there is no figure “aa”\n"
			"hint: did you mean “a”?\n" },
		{ "lists: {x: {items: [{name: 甲, event: a}]}}",
			"12:38: error: there is no event “a”\n"
			"hint: “a” is a figure\n" },
		{ "tables: {x: {columns: [甲, 乙], rows: [[丙]]}}",
			"12:38: error: a row of 1 in a table of 2 columns\n"
			"hint: a cell that is empty is \"\"\n" },
		{ "series: {x: {items: [a, b], total: parks_total}}",
			"12:36: error: there is no figure “parks_total”\n" },
		{ "heroes: [x]",
			"12:10: error: there is no figure “x”\n"
			"hint: did you mean “a”?\n" },
	};

	EXPECT_EACH(samples, FIGURES, SECTIONS);
}

static void second_lede(void)
{
	expect(HEAD FIGURES "sections:\n- {id: x, role: lede, title: 一}\n"
	       "- {id: y, role: lede, title: 二}\n",
		"14:17: error: a second lede\n"
		"13:8: note: the first is here\n");
}

/* ---- pictures ---- */

static void picture_mistakes(void)
{
	static const struct sample samples[] = {
		{ "{form: waffle, of: [a, b]}",
			"17:10: error: a waffle needs a series of whole "
			"counts\n" },
		{ "{form: range, of: [a]}",
			"17:10: error: a range needs two figures with values\n"
			"hint: both in the same unit, neither below zero\n" },
		{ "{form: range, of: [d, g]}", "" },
		{ "{form: change, of: a}",
			"17:10: error: a change needs one figure in % with a "
			"direction\nhint: `unit: \"%\"` and `direction: up` or "
			"`down`\n" },
		{ "{form: change, of: e}", "" },
		{ "{form: clock, of: a}",
			"17:10: error: a clock needs one figure in 秒, 分钟 or "
			"小时\n" },
		{ "{form: clock, of: d}", "" },
		{ "{form: roadmap, of: one}",
			"17:10: error: a roadmap needs events\nhint: `of` is a "
			"list of events, or a section that has some\n" },
		{ "{form: dates}",
			"17:10: error: dates need events\nhint: `of` is a list "
			"of events, or a section that has some\n" },
		{ "{form: dates, of: v}", "" },
		{ "{form: quote}",
			"17:10: error: a quote needs text\n"
			"hint: the words stand under `text`\n" },
		{ "{form: quote, text: 好}", "" },
		{ "{form: units, of: c}", "" }, /* 2.50亿 is whole */
		{ "{form: units, of: f}",
			"17:10: error: units need one or two figures of whole "
			"counts\n" },
		{ "{form: tranches, of: c}",
			"17:10: error: tranches need one figure and “parts”\n"
			"hint: `parts` is the figure that says how many\n" },
		{ "{form: tranches, of: c, parts: d}",
			"17:34: error: “parts” must be a whole number from 1 "
			"to 12\n8:14: note: “d” stands here\n" },
		{ "{form: squares, of: [a, b, f]}", "" },
		{ "{form: squares, of: [a, c]}",
			"17:10: error: squares need a series or figures of one "
			"unit\nhint: none of them below zero; those without a "
			"value may be among them\n" },
		{ "{form: bars, of: f}",
			"17:10: error: bars need a series or figures of one "
			"unit\nhint: those without a value may be among "
			"them\n" },
		{ "{form: radii, of: [a, f]}",
			"17:10: error: radii need a series or figures of one "
			"unit\nhint: all with values, none below zero\n" },
		{ "{form: stats, of: l}",
			"17:10: error: stats need figures\n" },
		{ "{form: list, of: a}",
			"17:10: error: a list needs a list\n"
			"hint: `of` is the id of one of the `lists`\n" },
		{ "{form: list, of: [l, l]}",
			"17:24: error: a picture shows one list\n" },
		{ "{form: stats, of: [a, v]}",
			"17:21: error: a picture shows figures, a list or "
			"events, not several of them\n" },
		{ "{form: stats, of: t}",
			"17:21: error: a picture cannot show “t”: it is a "
			"table\n" },
		{ "{form: stats, of: onee}",
			"17:21: error: there is nothing with the id “onee”\n"
			"hint: did you mean “one”?\n" },
		{ "{form: stats, of: a, hero: b}",
			"17:30: error: “b” is not in this picture\n"
			"hint: `hero` is one of the figures under `of`\n" },
		{ "{form: stats, of: a, more: v}",
			"17:30: error: “more” is a list or figures\n" },
	};

	EXPECT_EACH(samples, FIGURES "lists: {l: {items: [甲]}}\n"
		"events: {v: {title: 甲, date: 2020}}\n"
		"tables: {t: {columns: [], rows: []}}\n"
		"sections:\n- {id: one, title: 一, pictures: [\n  ", "  ]}\n");
}

/* ---- checks ---- */

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
		{ "- {id: x, sum: [a, a], equals: b}",
			"14:8: error: check “x” fails: 3 + 3 = 6, but b is 10\n"
			"5:14: note: 甲: 3个\n5:14: note: 甲: 3个\n"
			"6:14: note: 乙: 10个\n" },
		{ "- {id: x, sum: [a, a], equals: b, tolerance: 3.9}",
			"14:8: error: check “x” fails: 3 + 3 = 6, but b is 10\n"
			"5:14: note: 甲: 3个\n5:14: note: 甲: 3个\n"
			"6:14: note: 乙: 10个\n" },
		{ "- {id: x, sum: [a, a], equals: b, tolerance: 4}", "" },
		{ "- {id: x, sum: [a, c], equals: b}",
			"14:8: error: check “x” fails: c is in “亿元”, but b in "
			"“个”\n7:14: note: 丙: 2.50亿元\n"
			"6:14: note: 乙: 10个\n" },
		{ "- {id: x, sum: [a, f], equals: b}",
			"14:8: error: check “x” fails: “f” has no value\n"
			"10:14: note: it is missing here\n" },
		{ "- {id: order, less: [g, d]}",
			"14:8: error: check “order” fails: 90 is not less than "
			"40\n11:14: note: 庚: 90分钟\n8:14: note: 丁: 40分钟\n" },
		{ "- {id: order, less: [d, d]}",
			"14:8: error: check “order” fails: 40 is not less than "
			"40\n8:14: note: 丁: 40分钟\n8:14: note: 丁: 40分钟\n" },
		{ "- {id: x, count: l, equals: a}",
			"14:8: error: check “x” fails: l has 2 items, but a is "
			"3个\n12:9: note: l: 2 items\n5:14: note: 甲: 3个\n" },
		{ "- {id: x, share: [a, b], equals: e}",
			"14:8: error: check “x” fails: 3 / 10 = 30%, but e is "
			"26%\n5:14: note: 甲: 3个\n6:14: note: 乙: 10个\n"
			"9:14: note: 戊: 26%\n" },
		{ "- {id: x, share: [a, b], equals: d}",
			"14:8: error: check “x” fails: d is no share in %\n"
			"8:14: note: 丁: 40分钟\n" },
		{ "- {id: x, share: [a], equals: e}",
			"14:18: error: `share` needs 2 figures, not 1\n" },
		{ "- {id: x, less: [a]}",
			"14:17: error: `less` needs at least 2 figures, not "
			"1\n" },
		{ "- {id: x, less: [a, b], equals: b}",
			"14:25: error: `less` and `equals` do not go "
			"together\n" },
		{ "- {id: x, sum: [a]}",
			"14:8: error: check “x” does not say what it equals\n"
			"hint: add `equals:` with the id of a figure\n" },
		{ "- {id: x, equals: a}",
			"14:8: error: check “x” must say one thing, not 0\n"
			"hint: one of `sum`, `count`, `share`, `less`\n" },
		{ "- {id: x, sum: [a, nine], equals: eleven}",
			"14:20: error: there is no figure “nine”\n"
			"14:35: error: there is no figure “eleven”\n" },
	};

	EXPECT_EACH(samples, FIGURES "lists: {l: {items: [甲, 乙]}}\nchecks:\n",
		SECTIONS);
}

/* One slip, one message: nothing follows from what has been refused. */
static void no_echo(void)
{
	expect(HEAD "figures:\n  a: {value: null, unit: 个, label: 甲}\n"
	       "  b: {derived: {sum: [a]}, unit: 个, label: 乙}\n"
	       "series: {s: {items: [a, zzz], total: b}}\n"
	       "checks: [{id: x, less: [a, b]}]\n"
	       "sections:\n- {id: one, title: 一, pictures: "
	       "[{form: waffle, of: s}]}\n",
		"5:14: error: figure “a” has no value and no `missing`\n"
		"hint: say why: `missing: not_stated`\n"
		"7:25: error: there is no figure “zzz”\n");
}

static void references_in_text(void)
{
	expect(HEAD FIGURES "sections:\n- {id: one, title: \"${aaa}\"}\n",
		"13:21: error: there is no figure, event, series, list or "
		"scope “aaa”\n");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/report/good", nothing_to_say);
	g_test_add_func("/report/values", values);
	g_test_add_func("/report/figure", figure_facts);
	g_test_add_func("/report/unit", units_split);
	g_test_add_func("/report/meta", report_facts);
	g_test_add_func("/report/section", section_facts);
	g_test_add_func("/report/picture/number",
		pictures_count_where_they_should);
	g_test_add_func("/report/picture/facts", picture_facts);
	g_test_add_func("/report/picture/section",
		section_stands_for_its_events_by_date);
	g_test_add_func("/report/others", other_facts);
	g_test_add_func("/report/mistake/broken", too_broken);
	g_test_add_func("/report/mistake/meta", meta_mistakes);
	g_test_add_func("/report/mistake/id-twice", id_twice);
	g_test_add_func("/report/mistake/figure", figure_mistakes);
	g_test_add_func("/report/mistake/derived", derived_mistakes);
	g_test_add_func("/report/mistake/overflow", overflow);
	g_test_add_func("/report/long-chain", long_chain);
	g_test_add_func("/report/mistake/others", other_mistakes);
	g_test_add_func("/report/mistake/lede", second_lede);
	g_test_add_func("/report/mistake/picture", picture_mistakes);
	g_test_add_func("/report/mistake/total", series_total);
	g_test_add_func("/report/mistake/check", check_mistakes);
	g_test_add_func("/report/mistake/no-echo", no_echo);
	g_test_add_func("/report/mistake/reference", references_in_text);
	return g_test_run();
}
