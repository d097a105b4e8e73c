/* test-model-schema.c - what the table refuses, in which words, and where.
 *
 * tests/schema/ compares the checker with its JSON Schema through this
 * program: `--check OBJECT FILE...` prints ok or bad for each file, `--json
 * OBJECT` the schema.
 */
#include <stdio.h>
#include <string.h>
#include <glib.h>

#include "model/schema.h"

/* What is said of a text, without the lines that quote it. */
static char *say(const char *object, const char *text)
{
	jb_arena *a = jb_arena_open();
	jb_diags *diags = jb_diags_new(a);
	jb_source *src = jb_source_new(a, "a.yaml", text, strlen(text));
	jb_node *node = jb_yaml_read(a, diags, src);
	GString *kept = g_string_new(NULL);
	g_autofree char *all = NULL;
	g_auto(GStrv) lines = NULL;

	g_assert_nonnull(node);
	g_assert_true(jb_schema_check(diags, node, object) ==
		      (jb_diags_errors(diags) == 0));
	all = jb_diags_text(diags);
	lines = g_strsplit(all, "\n", -1);
	for (int i = 0; lines[i]; i++) {
		if (g_str_has_prefix(lines[i], "a.yaml:"))
			g_string_append_printf(kept, "%s\n", lines[i] + 7);
		else if (g_str_has_prefix(lines[i], "    hint: "))
			g_string_append_printf(kept, "%s\n", lines[i] + 4);
	}
	jb_arena_close(a);
	return g_string_free(kept, FALSE);
}

typedef struct mistake {
	const char *text, *want;
} mistake;

#define BRACKET                                                               \
	"hint: a text that begins with a bracket needs double quotes around " \
	"all of it\n"

static void check(const char *object, const mistake *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		g_autofree char *said = say(object, rows[i].text);

		g_test_message("%s", rows[i].text);
		g_assert_cmpstr(said, ==, rows[i].want);
	}
}

#define CHECK(object, rows) check(object, rows, G_N_ELEMENTS(rows))

static void keys(void)
{
	static const mistake rows[] = {
		{"label: x\nvlaue: 3\n", "2:1: error: unknown key “vlaue”\n"
					 "hint: did you mean “value”?\n"},
		{"label: x\n面积: 3\n", "2:1: error: unknown key “面积”\n"},
		{"标签: x\n", "1:1: error: unknown key “标签”\n"
			      "hint: did you mean “label”?\n"},
		{"ｌａｂｅｌ: x\n", "1:1: error: unknown key “ｌａｂｅｌ”\n"
				    "hint: did you mean “label”?\n"},
		{"“label”: x\n", "1:1: error: unknown key ““label””\n"
				 "hint: did you mean “label”?\n"},
		{"Label: x\n", "1:1: error: unknown key “Label”\n"
			       "hint: did you mean “label”?\n"},
		{"unit: 个\n", "1:1: error: “label” is missing\n"},
		{"labl: x\n", "1:1: error: unknown key “labl”\n"
			      "hint: did you mean “label”?\n"},
		{"label: x\nvalue: 1\nunit: '%'\n", ""},
	};

	CHECK("figure", rows);
}

static void few_keys_are_listed(void)
{
	static const mistake rows[] = {
		{"label: x\ntext: y\nzzz: 1\n",
			"3:1: error: unknown key “zzz”\n"
			"hint: the keys here are label, text\n"},
	};

	CHECK("note", rows);
}

static void caret_underlines_key(void)
{
	static const char text[] = "label: x\ntext: y\nzzz: 1\n";
	jb_arena *a = jb_arena_open();
	jb_diags *diags = jb_diags_new(a);
	jb_source *src = jb_source_new(a, "a.yaml", text, strlen(text));
	g_autofree char *said = NULL;

	g_assert_false(
		jb_schema_check(diags, jb_yaml_read(a, diags, src), "note"));
	said = jb_diags_text(diags);
	g_assert_nonnull(strstr(said, "    zzz: 1\n    ^~~\n"));
	jb_arena_close(a);
}

static void kinds(void)
{
	static const mistake rows[] = {
		{"12\n", "1:1: error: the file must be a mapping, not a "
			 "number\n"},
		{"label: x\nvalue: [1]\n",
			"2:8: error: “value” must be a number, not a list\n"},
		{"label: {a: 1}\n",
			"1:8: error: “label” must be text, not a mapping\n"},
		{"label: {园区}\n", "1:8: error: “label” must be text, not a "
				    "mapping\n" BRACKET},
		{"label: [园区]\n", "1:8: error: “label” must be text, not a "
				    "list\n" BRACKET},
		{"label:\n",
			"1:7: error: “label” must be text, not nothing\n"
			"hint: a text that is empty, starts with # or reads "
			"null needs quotes\n"},
		{"label: ''\n", ""},
		{"label: 5\n", ""},
		{"label: true\n", ""},
		{"label: x\nderived: {sum: a}\n",
			"2:16: error: “sum” must be a list, not text\n"
			"hint: a list of one is [a]\n"},
		{"label: x\nderived: {sum: [a, [b]]}\n",
			"2:20: error: item 2 of “sum” must be an id, not a "
			"list\n"},
		{"label: x\nderived: {sum: }\n",
			"2:16: error: “sum” must be a list, not nothing\n"
			"hint: an empty list is []\n"},
	};

	CHECK("figure", rows);
}

#define NUMBER(shown) "1:8: error: “value” must be a number, not " shown "\n"

static void numbers(void)
{
	static const mistake rows[] = {
		{"value: 2.50\nlabel: x\n", ""},
		{"value: -3\nlabel: x\n", ""},
		{"value: null\nlabel: x\n", ""},
		{"value: ~\nlabel: x\n", ""},
		{"value:\nlabel: x\n", ""},
		{"value: \"12\"\nlabel: x\n",
			NUMBER("text") "hint: write it without quotes: 12\n"},
		{"value: 300亿\nlabel: x\n",
			NUMBER("“300亿”") "hint: write value: 300 and unit: "
					  "亿\n"},
		{"value: 38%\nlabel: x\n",
			NUMBER("“38%”") "hint: write value: 38 and unit: "
					"\"%\"\n"},
		{"value: 约300余亿元\nlabel: x\n",
			NUMBER("“约300余亿元”") "hint: write value: 300, unit: "
						"亿元 and bound: about\n"},
		{"value: 300多\nlabel: x\n",
			NUMBER("“300多”") "hint: write value: 300 and bound: "
					  "over\n"},
		{"value: ３８\nlabel: x\n",
			NUMBER("“３８”") "hint: write plain digits: 38\n"},
		{"value: 1,234\nlabel: x\n",
			NUMBER("“1,234”") "hint: write plain digits: 1234\n"},
		{"value: 1，234\nlabel: x\n",
			NUMBER("“1，234”") "hint: write plain digits: 1234\n"},
		{"value: 1 234\nlabel: x\n",
			NUMBER("“1 234”") "hint: write plain digits: 1234\n"},
		{"value: “38”\nlabel: x\n",
			NUMBER("““38””") "hint: write plain digits: 38\n"},
		{"value: 三亿五千万零二十\nlabel: x\n",
			NUMBER("“三亿五千万零二十”") "hint: write plain "
						     "digits: "
						     "350000020\n"},
		{"value: 两百\nlabel: x\n",
			NUMBER("“两百”") "hint: write plain digits: 200\n"},
		{"value: 十二\nlabel: x\n",
			NUMBER("“十二”") "hint: write plain digits: 12\n"},
		{"value: 亿亿亿亿亿\nlabel: x\n",
			NUMBER("“亿亿亿亿亿”") "hint: without a number write "
					       "value: null and say why "
					       "in missing\n"},
		{"value: ￥1,200\nlabel: x\n",
			NUMBER("“￥1,200”") "hint: write value: 1200 and "
					    "unit: 元\n"},
		{"value: 30+\nlabel: x\n",
			NUMBER("“30+”") "hint: write value: 30 and bound: "
					"at_least\n"},
		{"value: 30～50\nlabel: x\n",
			NUMBER("“30～50”") "hint: a range is two figures, with "
					   "one number each\n"},
		{"value: 30-50\nlabel: x\n",
			NUMBER("“30-50”") "hint: a range is two figures, with "
					  "one number each\n"},
		{"value: .nan\nlabel: x\n",
			NUMBER("“.nan”") "hint: without a number write value: "
					 "null and say why "
					 "in missing\n"},
		{"value: .inf\nlabel: x\n",
			NUMBER("“.inf”") "hint: without a number write value: "
					 "null and say why "
					 "in missing\n"},
		{"value: 1e999\nlabel: x\n",
			NUMBER("“1e999”") "hint: write plain digits, at most "
					  "15: 1200, 0.5\n"},
		{"value: 0x10\nlabel: x\n",
			NUMBER("“0x10”") "hint: write plain digits, at most "
					 "15: 1200, 0.5\n"},
		{"value: .5\nlabel: x\n",
			NUMBER("“.5”") "hint: write plain digits, at most 15: "
				       "1200, 0.5\n"},
		{"value: 1234567890123456\nlabel: x\n",
			NUMBER("“1234567890123456”") "hint: write plain "
						     "digits, at most 15: "
						     "1200, 0.5\n"},
	};

	CHECK("figure", rows);
}

static void integers(void)
{
	static const mistake rows[] = {
		{"label: x\ndecimals: 6\n", ""},
		{"label: x\ndecimals: 7\n",
			"2:11: error: “decimals” must be a whole number from "
			"0 to 6, not “7”\n"},
		{"label: x\ndecimals: -1\n",
			"2:11: error: “decimals” must be a whole number from "
			"0 to 6, not “-1”\n"},
		{"label: x\ndecimals: 99999999999999999999\n",
			"2:11: error: “decimals” must be a whole number from "
			"0 to 6, not “99999999999999999999”\n"
			"hint: write plain digits, at most 15: 1200, 0.5\n"},
	};

	CHECK("figure", rows);
}

static void booleans(void)
{
	static const mistake rows[] = {
		{"label: x\nlisted: false\n", ""},
		{"label: x\nlisted: no\n",
			"2:9: error: “listed” must be true or false, not "
			"“no”\nhint: write false\n"},
		{"label: x\nlisted: 是\n",
			"2:9: error: “listed” must be true or false, not "
			"“是”\nhint: write true\n"},
	};

	CHECK("figure", rows);
}

static void words(void)
{
	static const mistake rows[] = {
		{"label: x\nbound: abuot\n",
			"2:8: error: “bound” must be one of exact, about, "
			"over, at_least, at_most, under; not “abuot”\n"
			"hint: did you mean “about”?\n"},
		{"label: x\ndirection: sideways\n",
			"2:12: error: “direction” must be one of up, down; "
			"not “sideways”\n"},
	};

	CHECK("figure", rows);
}

static void ids(void)
{
	static const mistake rows[] = {
		{"label: x\nsection: Park-Area\n",
			"2:10: error: “Park-Area” is not an id\n"
			"hint: write park_area\n"},
		{"label: x\nsection: 面积\n",
			"2:10: error: “面积” is not an id\n"
			"hint: an id has a–z, 0–9 and _, a letter first: "
			"park_area\n"},
		{"label: x\nsection: 5\n",
			"2:10: error: “5” is not an id\n"
			"hint: an id has a–z, 0–9 and _, a letter first: "
			"park_area\n"},
		{"label: x\nsection: true\n",
			"2:10: error: “true” is not an id\n"
			"hint: an id has a–z, 0–9 and _, a letter first: "
			"park_area\n"},
	};

	CHECK("figure", rows);
}

static void dates(void)
{
	static const mistake rows[] = {
		{"title: x\ndate: 2020\n", ""},
		{"title: x\ndate: 2020-06\n", ""},
		{"title: x\ndate: 2020-02-29\n", ""},
		{"title: x\ndate: 2021-02-29\n",
			"2:7: error: “2021-02-29” is a date that does not "
			"exist\n"},
		{"title: x\ndate: 2021-13\n",
			"2:7: error: “2021-13” is a date that does not "
			"exist\n"},
		{"title: x\ndate: 2020/6/5\n",
			"2:7: error: “2020/6/5” is not a date\n"
			"hint: write 2020-06-05\n"},
		{"title: x\ndate: 2020年12月\n",
			"2:7: error: “2020年12月” is not a date\n"
			"hint: write 2020-12\n"},
		{"title: x\ndate: 年底\n",
			"2:7: error: “年底” is not a date\n"
			"hint: write 2020, 2020-06 or 2020-06-15\n"},
	};

	CHECK("event", rows);
}

static void lengths(void)
{
	static const mistake rows[] = {
		{"size: 五号\nleading: 0\nindent: 2em\n", ""},
		{"size: 12q\n",
			"1:7: error: “12q” is not a length\n"
			"hint: write a number and its unit: 12pt, 5mm, 2em, "
			"1.5lh, 50%, 五号\n"},
		{"size: 12\n", "1:7: error: “12” is not a length\n"
			       "hint: write 12pt, with its unit\n"},
		{"size: 12 pt\n", "1:7: error: “12 pt” is not a length\n"
				  "hint: write 12pt\n"},
		{"size: １２pt\n", "1:7: error: “１２pt” is not a length\n"
				   "hint: write 12pt\n"},
		{"size:\n", "1:6: error: “size” must be a length, not "
			    "nothing\n"},
	};

	CHECK("style", rows);
}

static void alternatives(void)
{
	static const mistake rows[] = {
		{"form: bars\nof: a\nmore: [a, b]\n", ""},
		{"form: bars\nof: {a: 1}\n", "2:5: error: “table” is missing\n"
					     "2:6: error: unknown key “a”\n"
					     "hint: did you mean “x”?\n"},
		{"form: bars\nof: [A]\n", "2:6: error: “A” is not an id\n"
					  "hint: write a\n"},
	};
	static const mistake lists[] = {
		{"items: [a, 5]\n", ""},
		{"items: [{name: a}]\n", ""},
		{"items: []\n", ""},
		{"items: [a, {name: b}]\n",
			"1:12: error: item 2 of “items” must be text, not a "
			"mapping\n"},
		{"items: [{name: b}, a]\n",
			"1:20: error: item 2 of “items” must be a mapping, "
			"not text\n"},
	};

	CHECK("picture", rows);
	CHECK("list", lists);
}

static void maps(void)
{
	static const mistake rows[] = {
		{"jianbao: report/1\nmeta: {name: a, title: b}\n"
		 "sections: []\nfigures:\n  Area: {label: x}\n",
			"5:3: error: “Area” is not an id\n"
			"hint: write area\n"},
		{"jianbao: report/2\nmeta: {name: a, title: b}\n"
		 "sections: []\nfigures: {}\n",
			"1:10: error: “jianbao” must be report/1, not "
			"“report/2”\nhint: write report/1\n"},
		{"jianbao: layout/1\nname: a\n",
			"1:10: error: this is a layout, and a report is needed "
			"here\n"},
		{"", "1:1: error: the file is empty\n"
		     "hint: a report begins with “jianbao: report/1”\n"},
	};

	CHECK("report", rows);
}

static void blocks(void)
{
	static const mistake rows[] = {
		{"master: a\nblocks:\n- text: x\n  style: small\n", ""},
		{"master: a\nblocks:\n- row:\n  - space: 1lh\n"
		 "    span: 2\n",
			""},
		{"master: a\nblocks:\n- haeding: x\n  level: 2\n",
			"3:3: error: no block word in this block\n"
			"hint: did you mean “heading”?\n"},
		{"master: a\nblocks:\n- style: x\n  span: 99\n",
			"3:3: error: no block word in this block\n"
			"hint: a block has one of text, heading, prose, more, "
			"stats, "
			"pictures, timeline, table, notes, panel, row, column, "
			"grid, "
			"group, use, mosaic, lanes, either, image, qr, icon, "
			"rule, fill, space, "
			"title, section, "
			"kicker, standfirst, byline, source, note, lead, "
			"quote, stat, list, steps, versus, roadmap, toc\n"
			"4:9: error: “span” must be all or a whole number from "
			"1 to 24, not “99”\nhint: write all\n"},
		{"master: a\nblocks:\n- text: x\n  fill: a\n",
			"4:3: error: a second block word “fill” beside "
			"“text”\nhint: make it a block of its own\n"},
		{"master: a\nblocks:\n- panel: x\n",
			"3:3: error: “blocks” is missing\n"},
		{"master: a\nblocks:\n- prose: a b\n",
			"3:10: error: “a b” is not a path\n"
			"hint: write words joined by dots: section.figures\n"},
		{"master: a\nblocks:\n- text\n",
			"3:3: error: item 1 of “blocks” must be a mapping, "
			"not text\n"},
	};

	CHECK("leaf", rows);
}

static void reading(void)
{
	static const char text[] =
		"label: x\nlisted: false\nunit: 05\ndecimals: 3\n";
	jb_arena *a = jb_arena_open();
	jb_diags *diags = jb_diags_new(a);
	const jb_node *map = jb_yaml_read(
		a, diags, jb_source_new(a, "a.yaml", text, strlen(text)));

	g_assert_cmpstr(jb_schema_text(map, "figure", "unit"), ==, "05");
	g_assert_cmpstr(jb_schema_text(map, "figure", "bound"), ==, "exact");
	g_assert_null(jb_schema_text(map, "figure", "note"));
	g_assert_cmpstr(jb_schema_text(NULL, "page", "size"), ==, "A4");
	g_assert_false(jb_schema_bool(map, "figure", "listed"));
	g_assert_true(jb_schema_bool(NULL, "figure", "listed"));
	g_assert_cmpint(jb_schema_int(map, "figure", "decimals"), ==, 3);
	g_assert_cmpint(jb_schema_int(map, "page", "columns"), ==, 6);
	jb_arena_close(a);
}

static void block_keys_include_common_ones(void)
{
	g_assert_nonnull(jb_schema_lookup("block.stats", "per_row"));
	g_assert_nonnull(jb_schema_lookup("block.stats", "span"));
	g_assert_null(jb_schema_lookup("block.stats", "level"));
	g_assert_null(jb_schema_lookup("figure", "span"));
}

static void manual_lists_every_key(void)
{
	jb_arena *a = jb_arena_open();
	const char *text = jb_schema_manual(a, "layout", JB_ENGLISH);

	g_assert_nonnull(strstr(text,
		".Ss page\n.Bl -tag -width Ds\n"
		".It Ic size\nA standard size, or width and height.\n.br\n"
		"Optional; one of A0, A1, A2, A3, A4, A5, A6, A7, A8, B0, B1, "
		"B2, B3, B4, B5, B6, B7, B8, 16K, 16开, 大16开, 32开, 大32开, "
		"对开, 四开, 16:9, 4:3, Letter, Legal or a list of lengths; "
		"default A4.\n"));
	g_assert_nonnull(strstr(text, ".Ss Every block\n"));
	g_assert_nonnull(strstr(text, ".Ss stats block\n"));
	g_assert_nonnull(strstr(jb_schema_manual(a, "report", JB_ENGLISH),
		"runs to\n.Ql date .\n.br\n"));
	g_assert_null(jb_schema_manual(a, "letter", JB_ENGLISH));
	jb_arena_close(a);
}

static void json_has_three_roots(void)
{
	jb_arena *a = jb_arena_open();

	g_assert_true(g_str_has_suffix(
		jb_schema_json(a, "report", JB_ENGLISH), "}\n"));
	g_assert_nonnull(jb_schema_json(a, "layout", JB_ENGLISH));
	g_assert_nonnull(jb_schema_json(a, "theme", JB_ENGLISH));
	g_assert_null(jb_schema_json(a, "figure", JB_ENGLISH));
	g_assert_cmpstr(jb_schema_json(a, "theme", JB_ENGLISH), ==,
		jb_schema_json(a, "theme", JB_ENGLISH));
	jb_arena_close(a);
}

/* ---- for tests/schema/ ---- */

static bool passes(const char *object, const char *path)
{
	jb_arena *a = jb_arena_open();
	jb_diags *diags = jb_diags_new(a);
	jb_source *src = jb_source_read(a, path, NULL);
	jb_node *node = src ? jb_yaml_read(a, diags, src) : NULL;
	bool ok = node && jb_schema_check(diags, node, object) &&
		  jb_diags_errors(diags) == 0;

	jb_arena_close(a);
	return ok;
}

static void print_json(const char *object)
{
	jb_arena *a = jb_arena_open();

	fputs(jb_schema_json(a, object, JB_ENGLISH), stdout);
	jb_arena_close(a);
}

int main(int argc, char **argv)
{
	if (argc > 2 && strcmp(argv[1], "--check") == 0) {
		for (int i = 3; i < argc; i++)
			puts(passes(argv[2], argv[i]) ? "ok" : "bad");
		return 0;
	}
	if (argc == 3 && strcmp(argv[1], "--json") == 0) {
		print_json(argv[2]);
		return 0;
	}
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/model/schema/keys", keys);
	g_test_add_func("/model/schema/few-keys", few_keys_are_listed);
	g_test_add_func("/model/schema/caret", caret_underlines_key);
	g_test_add_func("/model/schema/kinds", kinds);
	g_test_add_func("/model/schema/numbers", numbers);
	g_test_add_func("/model/schema/integers", integers);
	g_test_add_func("/model/schema/booleans", booleans);
	g_test_add_func("/model/schema/words", words);
	g_test_add_func("/model/schema/ids", ids);
	g_test_add_func("/model/schema/dates", dates);
	g_test_add_func("/model/schema/lengths", lengths);
	g_test_add_func("/model/schema/alternatives", alternatives);
	g_test_add_func("/model/schema/maps", maps);
	g_test_add_func("/model/schema/blocks", blocks);
	g_test_add_func("/model/schema/reading", reading);
	g_test_add_func(
		"/model/schema/common-keys", block_keys_include_common_ones);
	g_test_add_func("/model/schema/manual", manual_lists_every_key);
	g_test_add_func("/model/schema/json", json_has_three_roots);
	return g_test_run();
}
