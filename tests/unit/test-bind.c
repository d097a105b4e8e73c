/* Layout and report become sheets of blocks: what each word says, what `each`
 * unrolls, what is refused.
 */
#include "bind/bind.h"

#include <math.h>
#include <string.h>
#include <glib.h>

typedef struct binder {
	jb_arena *arena;
	jb_diags *diags;
	jb_binding *binding;
	jb_sheet *sheets;
	size_t n;
} binder;

static const char report_text[] =
	"jianbao: report/1\n"
	"meta:\n"
	"  {name: test, overline: 城西, title: 花园, from: 2025-01, to: "
	"2025-06,\n"
	"   period_note: 只数树木}\n"
	"figures:\n"
	"  trees: {value: 1200, unit: 棵, label: 树, section: a, gloss: "
	"去年的数}\n"
	"  plums: {value: 800, unit: 棵, label: 梅, section: a}\n"
	"  pines: {value: 400, unit: 棵, bound: about, label: 松, section: a}\n"
	"  benches: {value: 30, unit: 张, label: 长椅}\n"
	"series:\n"
	"  kinds: {items: [plums, pines], total: trees}\n"
	"events:\n"
	"  shut: {date: 2025-05-01, title: 关园}\n"
	"  open: {date: 2025-03-12, title: 开园}\n"
	"  last: {date: 2024-03, title: 动工}\n"
	"notes:\n"
	"  - {label: 范围, text: 只数园内的树。}\n"
	"sections:\n"
	"  - {id: lede, title: 导语, role: lede, prose: "
	"\"园里有${trees}树。\"}\n"
	"  - id: a\n"
	"    title: 树木\n"
	"    prose: |\n"
	"      梅${plums}，\n"
	"      松${pines}。\n"
	"\n"
	"      还有长椅。\n"
	"  - {id: b, title: 其他}\n";

static char *file_text(const char *path)
{
	GError *error = NULL;
	char *text;

	g_file_get_contents(path, &text, NULL, &error);
	g_assert_no_error(error);
	return text;
}

static const jb_source *source(binder *b, const char *name, const char *text)
{
	return jb_source_new(b->arena, name, text, strlen(text));
}

/* Somewhere in what was said; "" is nothing at all. */
static void assert_said(const binder *b, const char *text)
{
	g_autofree char *said = jb_diags_text(b->diags);

	if (!*text || !strstr(said, text))
		g_assert_cmpstr(said, ==, text);
}

/* Binds a report to pages of a layout with one master, “plain”. */
static void open_report(binder *b, const char *report_yaml,
	const char *furniture, const char *pages)
{
	g_autofree char *styles = file_text("tests/scene/styles.yaml");
	g_autofree char *inks = file_text("tests/scene/theme.yaml");
	g_autofree char *text = g_strconcat(
		"jianbao: layout/1\nname: test\n"
		"theme: theme.yaml\npage: {margin: {top: 20mm, bottom: 20mm, "
		"inner: 20mm, outer: 20mm}}\n",
		"pages:\n", pages, "masters:\n  plain:", furniture,
		"\nstyles:\n", styles, NULL);
	const jb_theme *theme;
	const jb_layout *layout;
	const jb_report *report;

	*b = (binder){.arena = jb_arena_open()};
	b->diags = jb_diags_new(b->arena);
	theme = jb_theme_read(
		b->arena, b->diags, source(b, "theme.yaml", inks));
	layout = jb_layout_read(
		b->arena, b->diags, source(b, "layout.yaml", text), theme);
	report = jb_report_read(b->arena, b->diags,
		source(b, "report.yaml", report_yaml), NULL);
	assert_said(b, "");
	b->binding = jb_bind_new(b->arena, b->diags, report, layout);
	b->sheets = jb_bind_sheets(b->binding, &b->n);
}

static void open_with(binder *b, const char *furniture, const char *pages)
{
	open_report(b, report_text, furniture, pages);
}

static void open_pages(binder *b, const char *pages)
{
	open_with(b, " {}", pages);
}

static void check_words(binder *b, const jb_rich *rich, const char *words)
{
	g_assert_cmpstr(jb_rich_text(b->arena, rich), ==, words);
}

/* The words of all text blocks, a sheet a line. */
static void check_texts(const char *pages, const char *texts)
{
	GString *all = g_string_new(NULL);
	binder b;

	open_pages(&b, pages);
	for (size_t i = 0; i < b.n; i++) {
		for (size_t k = 0; k < b.sheets[i].n; k++)
			g_string_append_printf(all, "%s%s", k ? " | " : "",
				jb_rich_text(
					b.arena, b.sheets[i].blocks[k]->text));
		g_string_append_c(all, '\n');
	}
	assert_said(&b, "");
	g_assert_cmpstr(all->str, ==, texts);
	g_string_free(all, TRUE);
	jb_arena_close(b.arena);
}

#define PAGE "  - master: plain\n    blocks:\n"

static void test_words_of_the_report(void)
{
	check_texts(PAGE "      - text: ${report.overline}${report.title}\n"
			 "      - text: ${report.full_title}\n"
			 "      - text: ${report.lead_in}\n"
			 "      - text: ${report.headline}\n"
			 "      - text: ${report.running}\n"
			 "      - text: ${report.period}\n"
			 "      - text: ${report.period_note}\n",
		"城西花园 | 城西　花园 | 城西 | 花园 | 城西　花园 | "
		"2025年1—6月 | 只数树木\n");
}

static void test_nothing_for_what_is_not_there(void)
{
	check_texts(PAGE "      - text: （${report.issuer}）\n", "（）\n");
}

static void test_each_section(void)
{
	check_texts("  - master: plain\n    each: sections\n    blocks:\n"
		    "      - text: ${section.number}·${section.title}\n",
		"·导语\n一·树木\n二·其他\n");
	check_texts("  - master: plain\n    each: stories\n    blocks:\n"
		    "      - text: ${section.label}\n",
		"树木\n其他\n");
}

static void test_each_thing(void)
{
	check_texts(PAGE "      - text: ${figure.label}${figure.text}\n"
			 "        each: figures\n",
		"树1200棵 | 梅800棵 | 松约400棵 | 长椅30张\n");
	check_texts(PAGE "      - text: ${event.date}${event.title}\n"
			 "        each: events\n",
		"5月1日关园 | 3月12日开园 | 2024年3月动工\n");
	check_texts(PAGE "      - text: ${note.label}：${note.text}\n"
			 "        each: notes\n",
		"范围：只数园内的树。\n");
}

/* Figures that are kept out of the table of all are none of `figures`. */
static void test_figures_that_are_listed(void)
{
	static const char all_kept_out[] =
		"jianbao: report/1\nmeta: {name: t, title: 花园}\n"
		"figures: {trees: {value: 9, unit: 棵, label: 树, listed: "
		"false}}\nsections: []\n";
	binder b;

	open_report(&b, all_kept_out, " {}",
		PAGE "      - text: 有\n        when: figures\n"
		     "      - text: 无\n        unless: figures\n");
	assert_said(&b, "");
	g_assert_cmpuint(b.sheets[0].n, ==, 1);
	check_words(&b, b.sheets[0].blocks[0]->text, "无");
	jb_arena_close(b.arena);
}

static void test_when_and_unless(void)
{
	check_texts(PAGE "      - text: 甲\n        when: report.overline\n"
			 "      - text: 乙\n        unless: report.overline\n"
			 "      - text: 丙\n        when: report.issuer\n"
			 "      - text: 丁\n        unless: report.issuer\n"
			 "      - text: ${figure.gloss}\n"
			 "        each: figures\n        when: figure.gloss\n",
		"甲 | 丁 | 去年的数\n");
	check_texts("  - master: plain\n    each: stories\n"
		    "    when: section.prose\n    blocks:\n"
		    "      - text: ${section.title}\n"
		    "  - master: plain\n    unless: events\n    blocks:\n"
		    "      - text: 没有\n",
		"树木\n");
}

/* Prose is as long as it is written: a figure in it counts as one character,
 * spaces and line ends as none. */
static void test_length_of_prose(void)
{
	check_texts("  - master: plain\n    each: sections\n    blocks:\n"
		    "      - text: 长\n"
		    "        when: {of: section.prose, least: 11}\n"
		    "      - text: 过长\n"
		    "        when: {of: section.prose, least: 12}\n"
		    "      - text: 短\n"
		    "        when: {of: section.prose, most: 6}\n"
		    "      - text: 导语六字\n"
		    "        when: {of: lede.prose, least: 6, most: 6}\n",
		"短 | 导语六字\n长 | 导语六字\n短 | 导语六字\n");
}

static void test_prose(void)
{
	const jb_block *prose;
	binder b;

	open_pages(&b, "  - master: plain\n    each: stories\n"
		       "    when: section.prose\n    blocks:\n"
		       "      - prose: section\n        columns: 3\n");
	prose = b.sheets[0].blocks[0];
	g_assert_cmpint(prose->columns, ==, 3);
	g_assert_cmpstr(prose->style->name, ==, "body");
	g_assert_cmpuint(prose->n_paragraphs, ==, 2);
	check_words(&b, prose->paragraphs[0], "梅800棵，松约400棵。");
	check_words(&b, prose->paragraphs[1], "还有长椅。");
	g_assert_cmpuint(prose->paragraphs[0]->n, ==, 5);
	g_assert_cmpstr(prose->paragraphs[0]->pieces[1].figure, ==, "plums");
	g_assert_cmpuint(prose->paragraphs[1]->pieces[0].pos.line, ==, 26);
	jb_arena_close(b.arena);
}

/* In order of time, whatever the order in the report. */
static void test_timeline(void)
{
	const jb_block *line;
	binder b;

	open_pages(&b, PAGE "      - timeline: events\n");
	line = b.sheets[0].blocks[0];
	g_assert_cmpuint(line->n_events, ==, 3);
	check_words(&b, line->events[0].title, "动工");
	check_words(&b, line->events[1].title, "开园");
	check_words(&b, line->events[2].title, "关园");
	jb_arena_close(b.arena);
}

/* The parts of a series under their total; what is in no section last. */
static void test_table(void)
{
	const jb_block *table;
	const jb_table_part *trees;
	binder b;

	open_pages(&b, PAGE "      - table: figures\n");
	table = b.sheets[0].blocks[0];
	g_assert_cmpuint(table->n_parts, ==, 2);
	trees = &table->parts[0];
	check_words(&b, trees->section.title, "树木");
	g_assert_cmpuint(trees->n, ==, 3);
	g_assert_cmpstr(trees->stats[0].figure->id, ==, "trees");
	g_assert_cmpint(trees->stats[0].depth, ==, 0);
	g_assert_cmpstr(trees->stats[2].figure->id, ==, "pines");
	g_assert_cmpint(trees->stats[2].depth, ==, 1);
	g_assert_null(table->parts[1].section.section);
	g_assert_cmpstr(table->parts[1].stats[0].figure->id, ==, "benches");
	jb_arena_close(b.arena);
}

static void test_accents(void)
{
	binder b;

	open_pages(
		&b, "  - master: plain\n    each: sections\n    blocks: []\n");
	g_assert_cmpuint(b.n, ==, 3);
	g_assert_cmpstr(b.sheets[0].section.accent->name, ==, "accent");
	g_assert_cmpstr(b.sheets[1].section.accent->name, ==, "accent");
	g_assert_cmpstr(b.sheets[2].section.accent->name, ==, "green");
	jb_arena_close(b.arena);
}

static void test_furniture(void)
{
	jb_block **blocks;
	size_t n;
	binder b;

	open_with(&b,
		"\n    furniture:\n"
		"      - text: "
		"${page.number}／${page.count}　${section.title}\n"
		"        at: {of: page, right: 20mm, width: 1in, top: 2lh}\n",
		"  - master: plain\n    each: stories\n    blocks: []\n");
	blocks = jb_bind_furniture(b.binding, &b.sheets[1],
		&(jb_page){.number = 4, .count = 9, .first = true}, &n);
	g_assert_cmpuint(n, ==, 1);
	check_words(&b, blocks[0]->text, "4／9　其他");
	g_assert_cmpint(blocks[0]->place->of, ==, JB_OF_PAGE);
	g_assert_cmpfloat_with_epsilon(blocks[0]->place->right, 56.69, 0.01);
	g_assert_cmpfloat(blocks[0]->place->width, ==, 72);
	g_assert_cmpfloat(blocks[0]->place->top, ==, 32);
	g_assert_true(isnan(blocks[0]->place->left));
	g_assert_true(isnan(blocks[0]->place->height));
	jb_arena_close(b.arena);
}

/* --- what is refused --- */

static void check_said(const char *pages, const char *message)
{
	binder b;

	open_pages(&b, pages);
	assert_said(&b, message);
	jb_arena_close(b.arena);
}

static void test_unknown_words(void)
{
	check_said(PAGE "      - text: 《${report.titel}》\n",
		"layout.yaml:8:16: error: there is no ${report.titel} here\n");
	check_said(PAGE "      - text: ${report.titel}\n",
		"hint: did you mean “${report.title}”?\n");
	check_said(PAGE "      - text: ${section.title}\n",
		"hint: `each` or a master's furniture brings it\n");
	check_said(PAGE "      - text: 甲\n        when: figure.gloss\n",
		"layout.yaml:9:15: error: there is no “figure.gloss” here\n");
}

static void test_unknown_paths(void)
{
	check_said(PAGE "      - text: 甲\n        each: section.figures\n",
		"layout.yaml:9:15: error: `each` cannot run through "
		"“section.figures” here\n");
	check_said(PAGE "      - prose: section\n",
		"layout.yaml:8:16: error: `prose` cannot show “section” "
		"here\n");
	check_said(PAGE "      - stats: section.figures\n",
		"layout.yaml:8:16: error: `stats` cannot show "
		"“section.figures” here\n");
}

static void test_digits(void)
{
	check_said(PAGE "      - text: 共38个\n",
		"layout.yaml:8:16: warning: a digit is typed into the "
		"layout\n");
}

static void test_open_reference(void)
{
	check_said(PAGE "      - text: 共${report.title\n",
		"layout.yaml:8:16: error: “${” is never closed\n");
}

static const char *said(const binder *b, const jb_rich *rich)
{
	return rich ? jb_rich_text(b->arena, rich) : NULL;
}

/* What a callout and the table say of a figure is made here, once. */
static void figures_have_their_words(void)
{
	static const struct {
		const char *when, *counted, *dated;
	} want[] = {
		{"目标，2027年", NULL, "2027年"},
		{NULL, "较上年", "2025年6月"},
		{"全年", "全园，预算", "全年"},
	};
	binder b;
	size_t n = G_N_ELEMENTS(want);

	open_report(&b,
		"jianbao: report/1\n"
		"meta: {name: test, title: 花园}\n"
		"figures:\n"
		"  goal: {value: 90, unit: 张, label: 椅, status: target, due: "
		"2027}\n"
		"  cut: {value: 5, unit: '%', direction: down, label: 缩短, "
		"base: 上年, scope: 全园, as_of: 2025-06}\n"
		"  cost: {value: 3, unit: 万元, label: 造价, scope: 全园, "
		"measure: 预算, time: 全年}\n"
		"sections:\n"
		"  - {id: a, title: 花园}\n",
		" {}",
		"  - master: plain\n    blocks:\n      - stats: figure\n"
		"        each: figures\n");
	for (size_t i = 0; i < n; i++) {
		const jb_stat *stat = &b.sheets[0].blocks[i]->stats[0];

		g_assert_cmpstr(said(&b, stat->when), ==, want[i].when);
		g_assert_cmpstr(said(&b, stat->counted), ==, want[i].counted);
		g_assert_cmpstr(said(&b, stat->dated), ==, want[i].dated);
	}
	jb_arena_close(b.arena);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bind/words/report", test_words_of_the_report);
	g_test_add_func(
		"/bind/words/nothing", test_nothing_for_what_is_not_there);
	g_test_add_func("/bind/each/section", test_each_section);
	g_test_add_func("/bind/each/thing", test_each_thing);
	g_test_add_func("/bind/figures-listed", test_figures_that_are_listed);
	g_test_add_func("/bind/when-and-unless", test_when_and_unless);
	g_test_add_func("/bind/length-of-prose", test_length_of_prose);
	g_test_add_func("/bind/prose", test_prose);
	g_test_add_func("/bind/timeline", test_timeline);
	g_test_add_func("/bind/table", test_table);
	g_test_add_func("/bind/accents", test_accents);
	g_test_add_func("/bind/furniture", test_furniture);
	g_test_add_func("/bind/refused/words", test_unknown_words);
	g_test_add_func("/bind/refused/paths", test_unknown_paths);
	g_test_add_func("/bind/refused/digits", test_digits);
	g_test_add_func("/bind/refused/open-reference", test_open_reference);
	g_test_add_func("/bind/figure/words", figures_have_their_words);
	return g_test_run();
}
