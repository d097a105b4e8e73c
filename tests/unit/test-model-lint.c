/* test-model-lint.c - suspicious texts, with the exact words and places. */
#include <string.h>
#include <glib.h>

#include "model/report.h"

/* Thirteen lines before what a test is about. */
#define HEAD                                               \
	"jianbao: report/1\n"                              \
	"meta: {name: t, title: 题}\n"                    \
	"literals: [5G, 24小时城市书房]\n"           \
	"scopes: {zgy: 直管园}\n"                       \
	"figures:\n"                                       \
	"  parks: {value: 38, unit: 个, label: 公园}\n" \
	"lists:\n"                                         \
	"  firms: {items: [甲, 乙]}\n"                   \
	"events:\n"                                        \
	"  open: {date: 2020-06-15, title: 开放}\n"      \
	"sections:\n"                                      \
	"  - id: s\n"                                      \
	"    title: 节\n"

/* Messages and hints without the quoted lines of the file. */
static char *said(const jb_diags *diags)
{
	g_autofree char *all = jb_diags_text(diags);
	g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
	GString *kept = g_string_new(NULL);

	for (int i = 0; lines[i]; i++) {
		if (strncmp(lines[i], "r.yaml:", 7) == 0)
			g_string_append_printf(kept, "%s\n", lines[i] + 7);
		else if (g_str_has_prefix(lines[i], "    hint: "))
			g_string_append_printf(kept, "%s\n", lines[i] + 4);
	}
	return g_string_free(kept, FALSE);
}

static void check(const char *yaml, const char *want)
{
	jb_arena *arena = jb_arena_open();
	jb_diags *diags = jb_diags_new(arena);
	g_autofree char *got = NULL;

	jb_report_read(arena, diags,
		jb_source_new(arena, "r.yaml", yaml, strlen(yaml)), NULL);
	got = said(diags);
	g_assert_cmpstr(got, ==, want);
	jb_arena_close(arena);
}

#define TYPED(number)                                                         \
	"warning: the number “" number                                        \
	"” is typed here, not taken from a figure\n"                        \
	"hint: give it an id under `figures` and write ${id}; if it is part " \
	"of a name, list the name under `literals`\n"
#define HALF(mark, full)                                     \
	"warning: half-width “" mark "” in Chinese text\n" \
	"hint: GB/T 15834 writes “" full "”\n"
#define NO_ID(id) \
	"error: there is no figure, event, series, list or scope “" id "”\n"

static void good_texts_are_let_alone(void)
{
	check(HEAD "    prose: 共${parks}，${open.date}“开放”（全部）。\n", "");
}

static void a_typed_number(void)
{
	check(HEAD "    prose: 共38个\n", "14:13: " TYPED("38"));
	check(HEAD "    prose: 共２.5万\n", "14:13: " TYPED("２.5"));
}

static void mistyped_references(void)
{
#define NEAR(text) "error: “" text "” is no reference\n"
#define WRITE(id) "hint: write ${" id "}, in ASCII\n"
	static const char *const wrong[] = {"＄{parks}", "$｛parks｝",
		"＄｛parks｝", "$（parks）", "{parks}", "｛parks｝",
		"{ parks }", "$parks", "＄parks"};
	static const char *const right[] = {
		"{park}", "$park", "${ parks }", "\\{parks}", "（parks）"};

	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autofree char *text =
			g_strdup_printf(HEAD "    prose: 共%s个\n", wrong[i]);
		g_autofree char *want = g_strdup_printf(
			"14:13: " NEAR("%s") WRITE("parks"), wrong[i]);

		g_test_message("%s", wrong[i]);
		check(text, want);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(right); i++) {
		g_autofree char *text =
			g_strdup_printf(HEAD "    prose: 共%s个\n", right[i]);

		g_test_message("%s", right[i]);
		check(text, "");
	}
	check(HEAD "    prose: 共{{parks.number}}个\n",
		"14:13: " NEAR("{{parks.number}}") WRITE("parks.number"));
	check(HEAD "    prose: 共$(x)个\n",
		"14:13: " NEAR("$(x)") WRITE("x") "14:14: " HALF(
			"(", "（") "14:16: " HALF(")", "）"));
}

static void every_typed_number(void)
{
	check(HEAD "    prose: 共38个，约7公顷\n",
		"14:13: " TYPED("38") "14:18: " TYPED("7"));
}

static void numbers_in_literals(void)
{
	check(HEAD "    prose: 5G与24小时城市书房\n", "");
}

static void a_literal_is_no_part_of_a_number(void)
{
	check(HEAD "    prose: 共15G\n", "14:13: " TYPED("15"));
}

static void references_hold_no_typed_numbers(void)
{
	check(HEAD "    prose: 共${parks}${firms.count|hanzi}\n", "");
}

static void numbers_in_every_kind_of_text(void)
{
	check("jianbao: report/1\n"
	      "meta: {name: t, title: 题1}\n"
	      "scopes: {zgy: 园3}\n"
	      "figures:\n"
	      "  parks: {value: 38, unit: 个, label: 园4}\n"
	      "lists:\n"
	      "  firms: {items: [甲5]}\n"
	      "  towns: {items: [{name: 乙6}]}\n"
	      "tables:\n"
	      "  t: {columns: [栏], rows: [[格7]]}\n"
	      "sections: [{id: s, title: 节}]\n"
	      "notes: [{label: 注, text: 文8}]\n",
		"2:25: " TYPED("1") "3:16: " TYPED("3") "5:39: " TYPED(
			"4") "7:20: " TYPED("5") "8:27: " TYPED("6") "10:30:"
								     " " TYPED("7") "12:27: " TYPED(
									     "8"));
}

static void what_is_no_text_may_have_digits(void)
{
	check("jianbao: report/1\n"
	      "meta: {name: t-2020, title: 题}\n"
	      "figures:\n"
	      "  p1: {value: 38, unit: 个, as: 三十8个, label: 园}\n"
	      "sections: [{id: s2, title: 节}]\n",
		"");
}

static void half_width_marks_beside_chinese(void)
{
	check(HEAD "    prose: 公园,花园\n", "14:14: " HALF(",", "，"));
	check(HEAD "    prose: 公园(全部)开放\n",
		"14:14: " HALF("(", "（") "14:17: " HALF(")", "）"));
	check(HEAD "    prose: 开放!\n", "14:14: " HALF("!", "！"));
}

static void each_half_width_mark(void)
{
	static const char *const marks[][2] = {{",", "，"}, {";", "；"},
		{"?", "？"}, {"!", "！"}, {"(", "（"}, {")", "）"},
		{":", "："}};

	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autofree char *yaml = g_strdup_printf(
			HEAD "    prose: 甲%s乙\n", marks[i][0]);
		g_autofree char *want = g_strdup_printf(
			"14:13: " HALF("%s", "%s"), marks[i][0], marks[i][1]);

		check(yaml, want);
	}
}

static void half_width_marks_of_other_languages(void)
{
	check(HEAD "    prose: science, city (west)!\n", "");
}

/* Marks pair across figures, and their places are the file's. */
static void slips_around_figures(void)
{
	check(HEAD "    prose: 共“${parks}，，${open.date}开放。\n",
		"14:13: warning: ““” has no partner\n"
		"hint: marks of this kind come in pairs\n"
		"14:22: warning: marks in a row: “，，”\n"
		"hint: GB/T 15834 writes “，”\n");
	check(HEAD "    prose: “${parks}、${parks}”（${parks}）。\n", "");
}

static void slips_in_paragraphs(void)
{
	check(HEAD "    prose: |\n"
		   "      “第一段。\n"
		   "\n"
		   "      “第二段\n"
		   "      。。”\n",
		"18:7: warning: marks in a row: “。。”\n"
		"hint: GB/T 15834 writes “。”\n");
}

/* A blank in a title is where it may break; in prose it is stray. */
static void stray_blanks(void)
{
	check(HEAD "    subtitle: 打造 引擎\n", "");
	check(HEAD "    prose: 打造 引擎\n",
		"14:14: warning: stray space in Chinese text\n"
		"hint: delete it\n");
}

static void slips_not_in_literals(void)
{
	check("jianbao: report/1\n"
	      "meta: {name: t, title: 题}\n"
	      "literals: [\"Yahoo!\"]\n"
	      "figures:\n"
	      "  parks: {value: 38, unit: 个, label: 公园}\n"
	      "sections:\n"
	      "  - id: s\n"
	      "    title: 节\n"
	      "    prose: 访问Yahoo!网站\n",
		"");
}

static void slips_are_kept(void)
{
	jb_arena *arena = jb_arena_open();
	const char *yaml = HEAD "    prose: 公园,花园。。\n";
	const jb_report *report = jb_report_read(arena, jb_diags_new(arena),
		jb_source_new(arena, "r.yaml", yaml, strlen(yaml)), NULL);
	const jb_slip *slips = (const jb_slip *)(void *)report->slips->data;

	g_assert_cmpuint(report->slips->len, ==, 2);
	g_assert_cmpint(slips[0].suspect.kind, ==, JB_SUSPECT_MARK);
	g_assert_cmpuint(slips[1].pos.line, ==, 14);
	g_assert_cmpuint(slips[1].pos.col, ==, 17);
	jb_arena_close(arena);
}

static void what_is_never_closed(void)
{
	check(HEAD "    prose: 共${parks\n",
		"14:13: error: “${” is never closed\nhint: write ${id}\n");
}

static void an_id_that_is_not_there(void)
{
	check(HEAD "    prose: 共${parcs}\n",
		"14:13: " NO_ID("parcs") "hint: did you mean “parks”?\n");
}

static void the_place_in_a_literal_block(void)
{
	check(HEAD "    prose: |\n"
		   "      第一段。\n"
		   "\n"
		   "      第二段${parks}，${parcs}。\n",
		"17:19: " NO_ID("parcs") "hint: did you mean “parks”?\n");
	check(HEAD "    prose: |\n"
		   "      一。\n"
		   "      共38个,园。\n",
		"16:8: " TYPED("38") "16:11: " HALF(",", "，"));
}

static void the_caret_spans_the_reference(void)
{
	jb_arena *arena = jb_arena_open();
	jb_diags *diags = jb_diags_new(arena);
	const char *yaml = HEAD "    prose: ${parcs}\n";
	g_autofree char *all = NULL;

	jb_report_read(arena, diags,
		jb_source_new(arena, "r.yaml", yaml, strlen(yaml)), NULL);
	all = jb_diags_text(diags);
	g_assert_nonnull(strstr(all, "           ^~~~~~~~\n"));
	g_assert_null(strstr(all, "^~~~~~~~~"));
	jb_arena_close(arena);
}

static void the_other_texts_are_read_on(void)
{
	check(HEAD "    subtitle: 共${parcs}\n"
		   "    prose: 共${parks\n",
		"14:16: " NO_ID("parcs") "hint: did you mean “parks”?\n"
					 "15:13: error: “${” is never "
					 "closed\nhint: write ${id}\n");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lint/good", good_texts_are_let_alone);
	g_test_add_func("/lint/number", a_typed_number);
	g_test_add_func("/report/lint/mistyped-reference", mistyped_references);
	g_test_add_func("/lint/number/every", every_typed_number);
	g_test_add_func("/lint/number/literal", numbers_in_literals);
	g_test_add_func(
		"/lint/number/longer", a_literal_is_no_part_of_a_number);
	g_test_add_func(
		"/lint/number/reference", references_hold_no_typed_numbers);
	g_test_add_func("/lint/number/texts", numbers_in_every_kind_of_text);
	g_test_add_func(
		"/lint/number/no-text", what_is_no_text_may_have_digits);
	g_test_add_func("/lint/mark", half_width_marks_beside_chinese);
	g_test_add_func("/lint/mark/each", each_half_width_mark);
	g_test_add_func(
		"/lint/mark/latin", half_width_marks_of_other_languages);
	g_test_add_func("/lint/slip/figures", slips_around_figures);
	g_test_add_func("/lint/slip/paragraphs", slips_in_paragraphs);
	g_test_add_func("/lint/slip/blanks", stray_blanks);
	g_test_add_func("/lint/slip/literals", slips_not_in_literals);
	g_test_add_func("/lint/slip/kept", slips_are_kept);
	g_test_add_func("/lint/unclosed", what_is_never_closed);
	g_test_add_func("/lint/no-id", an_id_that_is_not_there);
	g_test_add_func("/lint/block", the_place_in_a_literal_block);
	g_test_add_func("/lint/caret", the_caret_spans_the_reference);
	g_test_add_func("/lint/on", the_other_texts_are_read_on);
	return g_test_run();
}
