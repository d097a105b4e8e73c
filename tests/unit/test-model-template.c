/* test-model-template.c - texts cut at ${…}, and what each reference means. */
#include "model/template.h"

#include <string.h>
#include <glib.h>

#include "model/resolve.h"

#define NONE ((size_t)-1)

static jb_arena *arena;

/* ---- cutting ---- */

/* Pieces as one line: literals in <>, references as path or path|format, each
 * with its byte. */
static char *cut(const char *text, size_t *bad)
{
	GString *out = g_string_new(NULL);
	size_t n;
	jb_piece *pieces =
		jb_template_split(arena, text, strlen(text), &n, bad);

	for (size_t i = 0; i < n; i++) {
		const jb_piece *p = &pieces[i];

		g_string_append_printf(out, "%s%zu:", i ? " " : "", p->byte);
		if (!p->reference)
			g_string_append_printf(
				out, "<%.*s>", (int)p->len, p->text);
		else
			g_string_append_printf(out, "%s%s%s", p->path,
				p->format ? "|" : "",
				p->format ? p->format : "");
	}
	return g_string_free(out, FALSE);
}

static void check_cut(const char *text, const char *want, size_t want_bad)
{
	size_t bad;
	g_autofree char *got = cut(text, &bad);

	g_assert_cmpstr(got, ==, want);
	g_assert_cmpuint(bad, ==, want_bad);
}

static void a_text_without_references(void)
{
	check_cut("共38家", "0:<共38家>", NONE);
	check_cut("", "", NONE);
}

static void references_and_literals(void)
{
	check_cut("${a}", "0:a", NONE);
	check_cut("x${a}y${b.due}", "0:<x> 1:a 5:<y> 6:b.due", NONE);
	check_cut("${a}${b}", "0:a 4:b", NONE);
}

static void bytes_of_chinese_text(void)
{
	check_cut("共${a}家，${b}。", "0:<共> 3:a 7:<家，> 13:b 17:<。>", NONE);
}

static void a_reference_may_have_a_format(void)
{
	check_cut("${a.count|hanzi}", "0:a.count|hanzi", NONE);
	check_cut("${a|}", "0:a|", NONE);
}

static void space_inside_does_not_count(void)
{
	check_cut("${ a.count | hanzi }", "0:a.count|hanzi", NONE);
}

static void lone_signs_are_text(void)
{
	check_cut("5$ {a} $a } $", "0:<5$ {a} $a } $>", NONE);
	check_cut("$", "0:<$>", NONE);
	check_cut("$${a}", "0:<$> 1:a", NONE);
}

static void the_first_brace_closes(void)
{
	check_cut("${a{b}c}", "0:a{b 6:<c}>", NONE);
}

static void what_is_never_closed(void)
{
	check_cut("共${a", "0:<共${a>", 3);
	check_cut("${", "0:<${>", 0);
	check_cut("${a}${", "0:a 4:<${>", 4);
}

static void a_reference_does_not_lend_its_brace(void)
{
	check_cut("共${a 家${b}", "0:<共${a 家${b}>", 3);
}

static void only_the_given_length_counts(void)
{
	size_t n, bad;
	jb_piece *pieces = jb_template_split(arena, "${a}家", 3, &n, &bad);

	g_assert_cmpuint(n, ==, 1);
	g_assert_cmpuint(pieces[0].len, ==, 3);
	g_assert_cmpuint(bad, ==, 0);
}

/* ---- meaning ---- */

static const char REPORT[] =
	"jianbao: report/1\n"
	"meta: {name: t, title: 题}\n"
	"scopes: {zgy: 直管园, park_area: \"${zgy}范围\"}\n"
	"figures:\n"
	"  parks: {value: 38, unit: 个, label: 公园, short: 园, scope: zgy,\n"
	"    due: 2021-09, as_of: 2020-06-15, section: s}\n"
	"  comp: {value: 3, unit: 个, label: \"${parks.label}之综合公园\"}\n"
	"  area: {value: 11.5, unit: 公顷, bound: about, label: 面积}\n"
	"  fund: {value: null, missing: not_stated, unit: 元, label: 基金}\n"
	"  many: {value: 5000000000, unit: 个, label: 很多}\n"
	"  month: {value: 1, unit: 个月, as: 一个多月, label: 期限}\n"
	"lists:\n"
	"  firms: {label: 企业, items: [甲, 乙, 丙, 丁]}\n"
	"series:\n"
	"  kinds: {label: 各类, items: [comp, fund]}\n"
	"events:\n"
	"  open: {date: 2020-06-15, title: \"${parks}开放\"}\n"
	"  start: {date: 2020-03, title: 开工}\n"
	"sections: [{id: s, title: 节}]\n";

static jb_report *read_report(void)
{
	jb_diags *diags = jb_diags_new(arena);
	jb_report *report = jb_report_read(arena, diags,
		jb_source_new(arena, "r.yaml", REPORT, strlen(REPORT)), NULL);
	g_autofree char *said = jb_diags_text(diags);

	g_assert_cmpstr(said, ==, "");
	g_assert_nonnull(report);
	return report;
}

static char *filled(const jb_report *report, const char *text)
{
	const jb_node node = {.kind = JB_SCALAR, .text = text};

	return jb_report_fill(arena, report, &node);
}

static void check_filled(const char *const (*table)[2], size_t n)
{
	const jb_report *report = read_report();

	for (size_t i = 0; i < n; i++)
		g_assert_cmpstr(filled(report, table[i][0]), ==, table[i][1]);
}

static void parts_of_figures(void)
{
	static const char *const table[][2] = {
		{"${parks}", "38个"},
		{"${parks.number}", "38"},
		{"${parks.number|hanzi}", "三十八"},
		{"${parks.unit}", "个"},
		{"${parks.label}", "公园"},
		{"${parks.short}", "园"},
		{"${parks.scope}", "直管园"},
		{"${parks.due}", "2021年9月"},
		{"${parks.as_of}", "2020年6月15日"},
		{"${area}", "约11.5公顷"},
		{"${area.number}", "11.5"},
		{"${area.short}", "面积"},
		{"${fund}", "未公布"},
		{"${month}", "一个多月"},
		{"${many.number|hanzi}", "5000000000"},
	};

	check_filled(table, G_N_ELEMENTS(table));
}

static void parts_of_events(void)
{
	static const char *const table[][2] = {
		{"${start}", "开工"},
		{"${start.title}", "开工"},
		{"${start.date}", "2020年3月"},
		{"${start.short}", "3月"},
		{"${open.date}", "2020年6月15日"},
		{"${open.short}", "6月15日"},
		{"${open.month}", "6月"},
	};

	check_filled(table, G_N_ELEMENTS(table));
}

static void parts_of_lists_and_series(void)
{
	static const char *const table[][2] = {
		{"${firms}", "企业"},
		{"${firms.label}", "企业"},
		{"${firms.count}家", "4家"},
		{"${firms.count|hanzi}家", "四家"},
		{"${kinds.label}", "各类"},
		{"${kinds.count}", "2"},
		{"${kinds.known}", "1"},
		{"${kinds.known|hanzi}", "一"},
	};

	check_filled(table, G_N_ELEMENTS(table));
}

static void scopes_by_either_name(void)
{
	static const char *const table[][2] = {
		{"${zgy}", "直管园"},
		{"${scopes.zgy}", "直管园"},
	};

	check_filled(table, G_N_ELEMENTS(table));
}

static void texts_within_texts(void)
{
	static const char *const table[][2] = {
		{"${comp.label}：${comp}", "公园之综合公园：3个"},
		{"${open}", "38个开放"},
		{"${park_area}内", "直管园范围内"},
	};

	check_filled(table, G_N_ELEMENTS(table));
}

static void a_number_knows_its_figure(void)
{
	const jb_report *report = read_report();
	jb_resolved r;

	g_assert_true(
		jb_report_resolve(arena, report, "parks.number", NULL, &r));
	g_assert_true(r.figure == jb_report_figure(report, "parks"));
	g_assert_true(jb_report_resolve(arena, report, "parks.unit", NULL, &r));
	g_assert_null(r.figure);
}

static void what_means_nothing_fills_nothing(void)
{
	g_assert_cmpstr(filled(read_report(), "共${nothing}家"), ==, "共家");
}

static void a_text_that_names_itself_ends(void)
{
	jb_report *report = read_report();
	jb_figure *parks = (jb_figure *)jb_report_figure(report, "parks");
	const jb_node self = {.kind = JB_SCALAR,
		.text = "园${parks.label}${parks.label}${parks.label}"
			"${parks.label}${parks.label}${parks.label}"
			"${parks.label}${parks.label}${parks.label}"};

	parks->label = &self;
	g_assert_cmpuint(strlen(filled(report, "${parks.label}")), <, 1000000);
}

/* ---- refusals ---- */

static void check_refused(
	const char *path, const char *format, const char *want)
{
	const jb_report *report = read_report();
	jb_diags *diags = jb_diags_new(arena);
	g_autofree char *said = NULL;
	jb_resolved r;

	g_assert_false(jb_report_resolve(arena, report, path, format, &r));
	g_assert_false(jb_report_resolve_or_say(
		arena, diags, report, path, format, (jb_pos){NULL, 0, 0}, &r));
	said = jb_diags_text(diags);
	g_assert_cmpstr(said, ==, want);
}

#define PARTS                                                             \
	"    hint: figures have number, unit, label, short, scope, due, " \
	"as_of; events date, short, title; series and lists count, label\n"
#define FORMATS "    hint: |hanzi goes with .count, .known and whole .number\n"

static void an_id_that_is_not_there(void)
{
	check_refused("parcs", NULL,
		"error: there is no figure, event, series, list or scope "
		"“parcs”\n    hint: did you mean “parks”?\n");
	check_refused("scopes.zgv", NULL,
		"error: there is no figure, event, series, list or scope "
		"“zgv”\n    hint: did you mean “zgy”?\n");
	check_refused("nothing", "hanzi",
		"error: there is no figure, event, series, list or scope "
		"“nothing”\n");
	check_refused("", NULL,
		"error: there is no figure, event, series, list or scope "
		"“”\n");
}

static void a_part_that_is_not_there(void)
{
	static const char *const paths[] = {"parks.size", "open.due",
		"firms.known", "kinds.number", "zgy.label", "parks."};

	for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autofree char *want = g_strdup_printf(
			"error: “%s” has no such part\n" PARTS, paths[i]);

		check_refused(paths[i], NULL, want);
	}
}

static void a_part_that_is_not_given(void)
{
	check_refused("area.due", NULL, "error: “area.due” is not given\n");
	check_refused("area.scope", NULL, "error: “area.scope” is not given\n");
	check_refused(
		"fund.number", NULL, "error: “fund.number” is not given\n");
}

static void a_format_that_does_not_fit(void)
{
	check_refused("parks", "hanzi",
		"error: “parks” has no format “hanzi”\n" FORMATS);
	check_refused("area.number", "hanzi",
		"error: “area.number” has no format “hanzi”\n" FORMATS);
	check_refused("open.date", "hanzi",
		"error: “open.date” has no format “hanzi”\n" FORMATS);
	check_refused("firms.count", "roman",
		"error: “firms.count” has no format “roman”\n" FORMATS);
}

int main(int argc, char **argv)
{
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = jb_arena_open();
	g_test_add_func("/template/literal", a_text_without_references);
	g_test_add_func("/template/references", references_and_literals);
	g_test_add_func("/template/bytes", bytes_of_chinese_text);
	g_test_add_func("/template/format", a_reference_may_have_a_format);
	g_test_add_func("/template/space", space_inside_does_not_count);
	g_test_add_func("/template/signs", lone_signs_are_text);
	g_test_add_func("/template/braces", the_first_brace_closes);
	g_test_add_func("/template/unclosed", what_is_never_closed);
	g_test_add_func("/template/unclosed/before-another",
		a_reference_does_not_lend_its_brace);
	g_test_add_func("/template/length", only_the_given_length_counts);
	g_test_add_func("/resolve/figure", parts_of_figures);
	g_test_add_func("/resolve/event", parts_of_events);
	g_test_add_func("/resolve/list", parts_of_lists_and_series);
	g_test_add_func("/resolve/scope", scopes_by_either_name);
	g_test_add_func("/resolve/nested", texts_within_texts);
	g_test_add_func("/resolve/owner", a_number_knows_its_figure);
	g_test_add_func("/resolve/nothing", what_means_nothing_fills_nothing);
	g_test_add_func("/resolve/itself", a_text_that_names_itself_ends);
	g_test_add_func("/resolve/no-id", an_id_that_is_not_there);
	g_test_add_func("/resolve/no-part", a_part_that_is_not_there);
	g_test_add_func("/resolve/no-value", a_part_that_is_not_given);
	g_test_add_func("/resolve/no-format", a_format_that_does_not_fit);
	status = g_test_run();
	jb_arena_close(arena);
	return status;
}
