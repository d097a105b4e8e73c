/* test-model-against.c - reports held against their source text. */
#include <string.h>
#include <glib.h>

#include "model/report.h"
#include "model/source-text.h"

/* ---- folding and searching ---- */

static jb_arena *arena;

static const jb_source_text *folded(const char *text)
{
	return jb_source_text_new(
		arena, jb_source_new(arena, "s.txt", text, strlen(text)));
}

static void check_folded(const char *text, const char *want)
{
	g_assert_cmpstr(folded(text)->text, ==, want);
	g_assert_cmpstr(jb_fold(arena, text), ==, want);
}

static void white_space_is_dropped(void)
{
	check_folded(
		"甲 乙\t丙\xE3\x80\x80丁\xC2\xA0戊\r\n己\n", "甲乙丙丁戊己");
	check_folded(" \n\n", "");
	check_folded("\xEF\xBB\xBF甲", "甲");
}

static void full_width_forms_are_ascii(void)
{
	check_folded("，；：？！（）％３Ａ", ",;:?!()%3A");
	check_folded("“甲”‘乙’", "\"甲\"'乙'");
	check_folded("−3", "-3");
	check_folded("。、—", "。、—");
}

static void every_offset_has_its_line(void)
{
	const jb_source_text *t = folded("甲，\n\n 乙\n丙");

	/* 甲 is three bytes, “，” now one */
	g_assert_cmpuint(jb_source_text_line(t, 0), ==, 1);
	g_assert_cmpuint(jb_source_text_line(t, 3), ==, 1);
	g_assert_cmpuint(jb_source_text_line(t, 4), ==, 3);
	g_assert_cmpuint(jb_source_text_line(t, 7), ==, 4);
	g_assert_cmpuint(jb_source_text_start(t, 1), ==, 0);
	g_assert_cmpuint(jb_source_text_start(t, 2), ==, 4);
	g_assert_cmpuint(jb_source_text_start(t, 3), ==, 4);
	g_assert_cmpuint(jb_source_text_start(t, 4), ==, 7);
	g_assert_cmpuint(jb_source_text_start(t, 5), ==, 10);
}

static void check_found(const char *text, const char *words, size_t want)
{
	const jb_source_text *t = folded(text);

	g_assert_cmpuint(jb_source_text_next(t, words, 0, t->len), ==, want);
}

static void words_are_found(void)
{
	check_found("共38家", "38家", 3);
	check_found("共38家", "39家", JB_NOWHERE);
	check_found("", "39家", JB_NOWHERE);
}

static void numerals_are_not_cut(void)
{
	check_found("138家", "38家", JB_NOWHERE);
	check_found("1.38家", "38家", JB_NOWHERE);
	check_found("1,138家", "138家", JB_NOWHERE);
	check_found("共385", "38", JB_NOWHERE);
	check_found("共38.5", "38", JB_NOWHERE);
	check_found("共38,500", "38", JB_NOWHERE);
	check_found("共138家和38家", "38家", 12);
}

static void numerals_end_at_space_and_chinese_marks(void)
{
	check_found("2020 38家", "38家", 4);
	check_found("2020\n38家", "38家", 4);
	check_found("1，38家", "38家", 2);
	check_found("共38.", "38", 3);
}

static void a_beginning_is_as_long_as_can_be(void)
{
	const jb_source_text *t = folded("甲乙丙，甲乙丁戊。");
	size_t at;

	/* 丁 and 三 share their first byte */
	g_assert_cmpuint(jb_source_text_prefix(t, "甲乙丁三", &at), ==, 9);
	g_assert_cmpuint(at, ==, 10);
	g_assert_cmpuint(jb_source_text_prefix(t, "甲乙丙", &at), ==, 9);
	g_assert_cmpuint(at, ==, 0);
	g_assert_cmpuint(jb_source_text_prefix(t, "x", &at), ==, 0);
}

static void quotes_are_as_the_source_writes(void)
{
	const jb_source_text *t = folded("甲，“ 乙\n丙”");

	g_assert_cmpstr(
		jb_source_text_quote(arena, t, 3, t->len), ==, "，“乙丙”");
}

/* ---- the proof ---- */

static const char SOURCE[] = "按下“加速键”\n"			    /* 1 */
			     "\n"				    /* 2 */
			     "截至目前，共有38个公园，面积约\n"	    /* 3 */
			     "1197公顷。另有138个小区。\n"	    /* 4 */
			     "2019年12月开工，2020 年 6 月\n"	    /* 5 */
			     "15日通车，12月竣工，2021年运营。\n"   /* 6 */
			     "科技成果股权投资基金已经设立，年内\n" /* 7 */
			     "将会投资。\n";			    /* 8 */

static jb_diags *diags;

/* The messages without the lines they quote. */
static char *said(void)
{
	g_autofree char *all = jb_diags_text(diags);
	g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
	GString *kept = g_string_new(NULL);

	for (int i = 0; lines[i]; i++) {
		if (strstr(lines[i], ": error: "))
			g_string_append_printf(kept, "%s\n", lines[i]);
		else if (g_str_has_prefix(lines[i], "    hint: "))
			g_string_append_printf(kept, "%s\n", lines[i] + 4);
	}
	return g_string_free(kept, FALSE);
}

static jb_proof prove(const char *figures, const char *events,
	const char *section, const char *source, size_t len)
{
	g_autofree char *yaml =
		g_strdup_printf("jianbao: report/1\n"
				"meta: {name: t, title: 题}\n"
				"figures:\n"
				"  parks: {value: 38, unit: 个, label: 公园}\n"
				"%s"
				"events:\n"
				"  opening: {date: 2020-06-15, title: 通车}\n"
				"%s"
				"sections:\n"
				"  - id: s\n"
				"%s",
			figures, events, section);
	const jb_report *report;

	diags = jb_diags_new(arena);
	report = jb_report_read(arena, diags,
		jb_source_new(arena, "r.yaml", yaml, strlen(yaml)), NULL);
	g_assert_nonnull(report);
	g_assert_cmpuint(jb_diags_errors(diags), ==, 0);
	diags = jb_diags_new(arena); /* the lint's warnings are not ours */
	return jb_report_against(arena, diags, report,
		jb_source_new(arena, "s.txt", source, len));
}

#define TITLE "    title: 节\n"

static void check_said(const char *want)
{
	g_autofree char *got = said();

	g_assert_cmpstr(got, ==, want);
}

static void check_figure(const char *figure, size_t proved, const char *want)
{
	g_autofree char *row = g_strdup_printf("  f: {%s}\n", figure);
	jb_proof p = prove(row, "", TITLE, SOURCE, strlen(SOURCE));

	check_said(want);
	g_assert_cmpuint(p.figures, ==, proved);
}

static void check_event(const char *event, size_t proved, const char *want)
{
	g_autofree char *row = g_strdup_printf("  e: {%s}\n", event);
	jb_proof p = prove("", row, TITLE, SOURCE, strlen(SOURCE));

	check_said(want);
	g_assert_cmpuint(p.events, ==, proved);
}

static void check_section(const char *section, size_t proved, const char *want)
{
	jb_proof p = prove("", "", section, SOURCE, strlen(SOURCE));

	check_said(want);
	g_assert_cmpuint(p.paragraphs, ==, proved);
}

static void a_figure_at_its_line(void)
{
	check_figure("value: 38, unit: 个, label: 园, at: L3", 1, "");
}

static void a_figure_over_the_end_of_a_line(void)
{
	static const char row[] = "value: 1197, unit: 公顷, bound: about, "
				  "label: 面积, at: L%d";
	g_autofree char *first = g_strdup_printf(row, 3);
	g_autofree char *second = g_strdup_printf(row, 4);

	check_figure(first, 1, "");
	check_figure(second, 1, "");
}

static void a_figure_without_a_line_is_not_asked_for(void)
{
	check_figure("value: 77, unit: 个, label: 园", 0, "");
}

static void a_wrong_number(void)
{
	check_figure("value: 1198, unit: 公顷, bound: about, label: 园, at: L4",
		0,
		"r.yaml:5:58: error: “约1198公顷” does not stand at line 4 of "
		"the source\n"
		"hint: line 4 says “1197公顷。另有138个小区。”\n");
}

static void a_wrong_line(void)
{
	check_figure("value: 38, unit: 个, label: 园, at: L8", 0,
		"r.yaml:5:41: error: “38个” does not stand at line 8 of the "
		"source\nhint: it stands at line 3\n");
}

static void the_end_of_a_longer_number(void)
{
	check_figure("value: 38, unit: 个, label: 园, at: L4", 0,
		"r.yaml:5:41: error: “38个” does not stand at line 4 of the "
		"source\nhint: it stands at line 3\n");
}

static void an_empty_line(void)
{
	check_figure("value: 5, unit: 个, label: 园, at: L2", 0,
		"r.yaml:5:40: error: “5个” does not stand at line 2 of the "
		"source\nhint: line 2 is empty\n");
}

static void a_line_that_is_not_there(void)
{
	check_figure("value: 5, unit: 个, label: 园, at: L99", 0,
		"r.yaml:5:40: error: “5个” does not stand at line 99 of the "
		"source\nhint: the source has 8 lines\n");
}

static void a_long_line_is_shortened(void)
{
	g_autoptr(GString) source = g_string_new(NULL);

	for (int i = 0; i < 41; i++)
		g_string_append(source, "园");
	prove("  f: {value: 5, unit: 个, label: 园, at: L1}\n", "", TITLE,
		source->str, source->len);
	g_string_truncate(source, 40 * strlen("园"));
	g_string_prepend(source, "r.yaml:5:40: error: “5个” does not stand at "
				 "line 1 of the source\n"
				 "hint: line 1 says “");
	g_string_append(source, "…”\n");
	check_said(source->str);
}

static void a_figure_without_value_by_its_label(void)
{
	check_figure("value: null, missing: not_stated, unit: 元, "
		     "label: 股权投资基金, at: L7",
		1, "");
	check_figure("value: null, missing: not_stated, unit: 元, "
		     "label: 种子基金, at: L7",
		0,
		"r.yaml:5:67: error: “种子基金” does not stand at line 7 of "
		"the source\n"
		"hint: line 7 says “科技成果股权投资基金已经设立，年内”\n");
}

static void a_vague_figure_by_its_wording(void)
{
	check_figure("value: null, missing: vague, unit: 个, as: 另有, "
		     "label: 园, at: L4",
		1, "");
}

static void derived_figures_are_not_asked_for(void)
{
	check_figure("derived: {sum: [parks, parks]}, unit: 个, label: 园, "
		     "at: L3",
		0, "");
}

static void an_event_by_any_form_of_its_date(void)
{
	check_event("date: 2019-12, title: 开工, at: L5", 1, "");
	check_event("date: 2020-06-15, title: 通车, at: L5", 1, "");
	check_event("date: 2020-06-15, title: 通车, at: L6", 1, "");
	check_event("date: 2020-12, title: 竣工, at: L6", 1, "");
	check_event("date: 2021, title: 运营, at: L6", 1, "");
}

static void an_event_by_its_wording(void)
{
	check_event("date: 2020, title: 投资, as: 年内, at: L7", 1, "");
	check_event("date: 2020-12, title: 竣工, as: 岁末, at: L6", 1, "");
	check_event("date: 2020, title: 投资, as: 岁末, at: L7", 0,
		"r.yaml:7:42: error: “岁末” does not stand at line 7 of the "
		"source\nhint: it stands at line 5\n");
}

static void a_wrong_month(void)
{
	check_event("date: 2020-02, title: 竣工, at: L6", 0,
		"r.yaml:7:37: error: “2020年2月” does not stand at line 6 of "
		"the source\n"
		"hint: line 6 says “15日通车，12月竣工，2021年运营。”\n");
}

static void the_month_of_another_year(void)
{
	check_event("date: 2020-12, title: 竣工, at: L5", 0,
		"r.yaml:7:37: error: “2020年12月” does not stand at line 5 of "
		"the source\nhint: it stands at line 6\n");
}

static void an_event_without_a_date_by_its_title(void)
{
	check_event("title: 投资基金, status: proposed, at: L7", 1, "");
}

static void a_headline_at_its_line(void)
{
	check_section("    title: 按下“加速键”\n    at: L1\n", 0, "");
	check_section("    title: 按下\"加速键\"\n    at: L1\n", 0, "");
	check_section("    title: 按下“减速键”\n    at: L1\n", 0,
		"r.yaml:9:12: error: “按下“减速键”” does not stand at line 1 "
		"of the source\nhint: line 1 says “按下“加速键””\n");
}

static void prose_word_for_word(void)
{
	check_section(TITLE "    prose: |\n"
			    "      截至目前，共有${parks}公园，面积约\n"
			    "      1197公顷。\n"
			    "\n"
			    "      科技成果股权投资基金已经设立,\n"
			    "      年内将会投资。\n",
		2, "");
}

static void blank_lines_may_hold_spaces(void)
{
	check_section(TITLE "    prose: \"截至目前，\\n \\n"
			    "将会投资。\\n\\n\\n\"\n",
		2, "");
}

static void a_paragraph_that_departs(void)
{
	check_section(TITLE "    prose: |\n"
			    "      将会投资。\n"
			    "\n"
			    "      截至目前，共有${parks}公园，\n"
			    "      面积约2000公顷。\n",
		1,
		"r.yaml:13:7: error: this paragraph departs from the source "
		"after “8个公园，面积约”\n"
		"hint: the source (line 4) goes on “1197公顷。另有138”\n");
}

static void a_paragraph_that_goes_on(void)
{
	check_section(TITLE "    prose: 将会投资。以后再说。\n", 0,
		"r.yaml:10:12: error: this paragraph departs from the source "
		"after “将会投资。”\nhint: the source ends there\n");
}

static void a_paragraph_from_elsewhere(void)
{
	check_section(TITLE "    prose: 哪里都没有。\n", 0,
		"r.yaml:10:12: error: this paragraph does not stand in the "
		"source\n");
}

/* Would take minutes if each place were tried by itself. */
static void one_word_over_and_over(void)
{
	g_autoptr(GString) source = g_string_new(NULL);
	g_autoptr(GString) prose = g_string_new(TITLE "    prose: ");

	for (int i = 0; i < 1000000; i++)
		g_string_append(source, "园");
	g_string_append_len(prose, source->str, 900000);
	g_string_append(prose, "林\n");
	prove("", "", prose->str, source->str, source->len);
	check_said("r.yaml:10:12: error: this paragraph departs from the "
		   "source after “园园园园园园园园”\n"
		   "hint: the source (line 1) goes on "
		   "“园园园园园园园园园园园园”\n");
}

static void a_source_that_is_not_utf8(void)
{
	prove("  f: {value: 38, unit: 个, label: 园, at: L1}\n", "", TITLE,
		"ok\n\xB9\xAB\xD4\xB0\n", 8);
	check_said("s.txt:2:1: error: the source text is not UTF-8\n"
		   "hint: convert it with: iconv -f GB18030 -t UTF-8\n");
}

static void an_empty_source(void)
{
	jb_proof p = prove("  f: {value: 5, unit: 个, label: 园, at: L1}\n", "",
		TITLE "    prose: 将会\n", "", 0);

	check_said("r.yaml:5:40: error: “5个” does not stand at line 1 of the "
		   "source\n"
		   "hint: the source has 0 lines\n"
		   "r.yaml:11:12: error: this paragraph does not stand in the "
		   "source\n");
	g_assert_cmpuint(p.figures + p.events + p.paragraphs, ==, 0);
}

int main(int argc, char **argv)
{
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = jb_arena_open();
	g_test_add_func("/source-text/space", white_space_is_dropped);
	g_test_add_func("/source-text/forms", full_width_forms_are_ascii);
	g_test_add_func("/source-text/lines", every_offset_has_its_line);
	g_test_add_func("/source-text/next", words_are_found);
	g_test_add_func("/source-text/numerals", numerals_are_not_cut);
	g_test_add_func("/source-text/numerals/ends",
		numerals_end_at_space_and_chinese_marks);
	g_test_add_func(
		"/source-text/prefix", a_beginning_is_as_long_as_can_be);
	g_test_add_func("/source-text/quote", quotes_are_as_the_source_writes);
	g_test_add_func("/against/figure", a_figure_at_its_line);
	g_test_add_func(
		"/against/figure/wrapped", a_figure_over_the_end_of_a_line);
	g_test_add_func("/against/figure/no-line",
		a_figure_without_a_line_is_not_asked_for);
	g_test_add_func("/against/figure/wrong-number", a_wrong_number);
	g_test_add_func("/against/figure/wrong-line", a_wrong_line);
	g_test_add_func("/against/figure/longer", the_end_of_a_longer_number);
	g_test_add_func("/against/figure/empty-line", an_empty_line);
	g_test_add_func(
		"/against/figure/past-the-end", a_line_that_is_not_there);
	g_test_add_func("/against/figure/long-line", a_long_line_is_shortened);
	g_test_add_func(
		"/against/figure/missing", a_figure_without_value_by_its_label);
	g_test_add_func("/against/figure/vague", a_vague_figure_by_its_wording);
	g_test_add_func(
		"/against/figure/derived", derived_figures_are_not_asked_for);
	g_test_add_func("/against/event", an_event_by_any_form_of_its_date);
	g_test_add_func("/against/event/as", an_event_by_its_wording);
	g_test_add_func("/against/event/wrong-month", a_wrong_month);
	g_test_add_func("/against/event/other-year", the_month_of_another_year);
	g_test_add_func(
		"/against/event/no-date", an_event_without_a_date_by_its_title);
	g_test_add_func("/against/headline", a_headline_at_its_line);
	g_test_add_func("/against/prose", prose_word_for_word);
	g_test_add_func("/against/prose/blank", blank_lines_may_hold_spaces);
	g_test_add_func("/against/prose/departs", a_paragraph_that_departs);
	g_test_add_func("/against/prose/goes-on", a_paragraph_that_goes_on);
	g_test_add_func("/against/prose/elsewhere", a_paragraph_from_elsewhere);
	g_test_add_func("/against/prose/repeated", one_word_over_and_over);
	g_test_add_func("/against/not-utf8", a_source_that_is_not_utf8);
	g_test_add_func("/against/empty", an_empty_source);
	status = g_test_run();
	jb_arena_close(arena);
	return status;
}
