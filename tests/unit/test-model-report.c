/* test-model-report.c - a good report, fact by fact. */
#include "test-model-report.h"

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
	"  mid: {derived: {mean: [whole, small, large]}, unit: 个, label: 均}\n"
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

static void values(void)
{
	struct read r = read_text(good);

	expect_value(&r, "money", "2.50");
	expect_value(&r, "both", "2.80");
	expect_value(&r, "left", "22000");
	expect_value(&r, "each", "2500.00");
	expect_value(&r, "mid", "8.7");
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
	g_assert_cmpstr(
		jb_report_figure(r.report, "large")->scope->text, ==, "城区");
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
		{"万亿元", "万亿", "元", 12},
		{"亿元", "亿", "元", 8},
		{"千万元", "千万", "元", 7},
		{"百万元", "百万", "元", 6},
		{"十万人", "十万", "人", 5},
		{"万个", "万", "个", 4},
		{"千米", "千", "米", 3},
		{"万", "万", "", 4},
		{"公顷", "", "公顷", 0},
		{"百分点", "", "百分点", 0},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		g_autofree char *text = g_strdup_printf(HEAD
			"figures:\n"
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
	static const int want[] = {1, 0, 2, 3, 0, 4};
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
	g_assert_cmpstr(grid->rows[1].cells[0].text->text, ==, "卯");
	g_assert_null(jb_report_figure(r.report, "late"));
	g_assert_null(jb_report_table(r.report, "nothing"));
	done(&r);
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
	g_test_add_func(
		"/report/picture/number", pictures_count_where_they_should);
	g_test_add_func("/report/picture/facts", picture_facts);
	g_test_add_func("/report/picture/section",
		section_stands_for_its_events_by_date);
	g_test_add_func("/report/others", other_facts);
	return g_test_run();
}
