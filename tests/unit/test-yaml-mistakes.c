/* test-yaml-mistakes.c - the words and the place for each mistake. */
#include <string.h>
#include <glib.h>

#include "yaml/node.h"

/* What is said of a text, without the lines that quote it. */
static char *say(const char *text, bool *read)
{
	jb_arena *a = jb_arena_open();
	jb_diags *diags = jb_diags_new(a);
	jb_source *src = jb_source_new(a, "a.yaml", text, strlen(text));
	GString *kept = g_string_new(NULL);
	g_autofree char *all = NULL;
	g_auto(GStrv) lines = NULL;

	*read = jb_yaml_read(a, diags, src) != NULL;
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

static void check(const mistake *row, size_t n, bool want_read)
{
	for (size_t i = 0; i < n; i++) {
		bool read;
		g_autofree char *said = say(row[i].text, &read);

		g_test_message("%s", row[i].want);
		g_assert_cmpstr(said, ==, row[i].want);
		g_assert_true(read == want_read);
	}
}

#define WIDE(word)                                                                   \
	"hint: write “: ” (ASCII colon and a space) instead of “：” after " \
	"“" word "”\n"
#define TIGHT(word) "hint: write “" word ": ” with a space after the colon\n"
#define DASH                                                                     \
	"hint: write “- ” (ASCII hyphen and a space) before each item of a " \
	"list\n"

static void colons_and_dashes(void)
{
	static const mistake row[] = {
		{"title：西部\nb: 1\n", "1:6: error: full-width colon “：” "
					"after “title”\n" WIDE("title")},
		{"b: 1\ntitle：西部\n", "2:6: error: full-width colon “：” "
					"after “title”\n" WIDE("title")},
		{"a:\n  x：1\n  y: 2\nb: 1\n",
			"2:4: error: full-width colon “：” after “x”\n" WIDE(
				"x")},
		{"标题：西部\n",
			"1:3: error: full-width colon “：” after “标题”\n" WIDE(
				"标题")},
		{"- 数量 ：3\n  名: 2\n",
			"1:6: error: full-width colon “：” after “数量”\n" WIDE(
				"数量")},
		{"title:西部\nb:1\n", "1:6: error: no space after the colon of "
				      "“title”\n" TIGHT("title")},
		{"b: 1\ntitle:西部\nc: 1\n",
			"2:6: error: no space after the colon of "
			"“title”\n" TIGHT("title")},
		{"-园区\n-城区\n", "1:1: error: no space after “-”\n" DASH},
		{"a:\n  - 园区\n  -城区\nb: 1\n",
			"3:3: error: no space after “-”\n" DASH},
		{"－ 园区\n", "1:1: error: full-width hyphen “－”\n" DASH},
		{"- a\n· b\n", "2:1: error: “·” begins no item of a "
			       "list\n" DASH},
		{"- a\n— b\n", "2:1: error: “—” begins no item of a "
			       "list\n" DASH},
		{"a: 1\n1. b\nc: 1\n", "2:1: error: “1.” begins no item of a "
				       "list\n" DASH},
		{"a: 1\n2、b\nc: 1\n", "2:1: error: “2、” begins no item of "
				       "a list\n" DASH},
		{"a: 1\n// b\nc: 1\n",
			"2:1: error: this begins no comment\n"
			"hint: a comment begins with “# ”, in ASCII\n"},
		{"a: 1\n＃ b\nc: 1\n",
			"2:1: error: this begins no comment\n"
			"hint: a comment begins with “# ”, in ASCII\n"},
		{"a: {b:[1, 2]}\n",
			"1:6: error: no space after the colon of “b”\n" TIGHT(
				"b")},
		{"a: ｛b: 1, c: 2｝\n",
			"1:4: error: “｛” opens no list or mapping\n"
			"hint: write brackets, braces and the commas between "
			"in ASCII: [ ] { } ,\n"},
		{"title：西部\nb: 1\nname:x\n正文：不算\nunit：个\n",
			"1:6: error: full-width colon “：” after "
			"“title”\n" WIDE(
				"title") "3:5: error: no space after the colon "
					 "of "
					 "“name”\n" TIGHT(
						 "name") "5:5: error: "
							 "full-width colon "
							 "“：” "
							 "after “unit”\n" WIDE(
								 "unit")},
		{"a: {数量：1}\n",
			"1:5: error: “数量：1” is a key without a value\n"
			"hint: write “: ” (ASCII colon and a space) between "
			"key and value\n"},
	};

	check(row, G_N_ELEMENTS(row), false);
}

static void indentation(void)
{
#define SPACES "hint: indent with ordinary spaces\n"
	static const mistake row[] = {
		{"a:\n　　b: 1\n", "2:1: error: a full-width space (U+3000) "
				   "is used as indentation\n" SPACES},
		{"a:\n　b\n", "2:1: error: a full-width space (U+3000) "
			      "is used as indentation\n" SPACES},
		{"a:\n  b: 1\n　　c: 2\n  d: 3\n",
			"3:1: error: a full-width space (U+3000) is used as "
			"indentation\n" SPACES},
		{"a:\n\xC2\xA0 b: 1\n",
			"2:1: error: a no-break space "
			"(U+00A0) is used as indentation\n" SPACES},
		{"a:\n\tb: 1\n", "2:1: error: a tab (U+0009) is used as "
				 "indentation\n" SPACES},
		{"a: |\n  x\n\t\n", "3:1: error: a tab (U+0009) is used as "
				    "indentation\n" SPACES},
		{"a:\n   b: 1\n  c: 2\n",
			"3:3: error: this line is not "
			"indented like the keys it belongs to\n"
			"1:1: note: the keys begin here\n"
			"hint: begin it at column 4, like the line above\n"},
		{"a: 1\n  b: 2\n",
			"2:4: error: no “key: value” can stand here\n"
			"1:4: note: this text goes on to here\n"
			"hint: begin it at column 1, like the line above\n"},
		{"a: 1\n\n  b: 2\n",
			"3:4: error: no “key: value” can stand here\n"
			"1:4: note: this text goes on to here\n"
			"hint: begin it at column 1, like the line above\n"},
		{"a:\n  b:\n  c: 1\n    d: 2\n",
			"3:3: error: this line is not indented deeper than the "
			"key above, to which it belongs\n"
			"hint: begin it at column 5, deeper than the line "
			"above\n"},
	};

	check(row, G_N_ELEMENTS(row), false);
}

static void characters_yaml_keeps(void)
{
#define ANCHOR                                                                \
	"hint: if it is meant as an anchor or alias: its name may hold only " \
	"A-Z a-z 0-9 - _\n"
#define RESERVED(c)                                                          \
	"1:4: error: text cannot start with “" c "” unless it is quoted\n" \
	"hint: put the text in double quotes: \"" c "…\"\n"
	static const mistake row[] = {
		{"a: *注：西\n", RESERVED("*") ANCHOR},
		{"a: &主色 x\n", RESERVED("&") ANCHOR},
		{"a: !西 x\n", RESERVED("!")},
		{"a: %12\n", RESERVED("%")},
		{"a: @某\n", RESERVED("@")},
		{"a: `x`\n", RESERVED("`")},
		{"a: *x\n",
			"1:4: error: no anchor “&x” above\n"
			"hint: put the text in double quotes if “*” is part "
			"of it\n"},
		{"a: !odd x\n",
			"1:4: error: the tag “!odd” does not fit "
			"here\nhint: put the text in double quotes if “!” is "
			"part of it\n"},
		{"a: !!int x\n",
			"1:4: error: the tag “!!int” does not fit "
			"here\nhint: put the text in double quotes if “!” is "
			"part of it\n"},
		{"a: ? x\n", RESERVED("?")},
		{"a: ,x\n", RESERVED(",")},
		{"a: -\n", "1:4: error: a list cannot begin in this place\n"
			   "hint: for no value write null\n"},
		{"a: [园区]里的\n",
			"1:8: error: unexpected text after the value\n"
			"hint: a text that begins with a bracket needs double "
			"quotes around all of it\n"},
		{"a: b: c\n", "1:5: error: a second “: ” in one line\n"
			      "hint: put the value in double quotes\n"},
		{"a: \"x\" y\n", "1:8: error: unexpected text after the "
				 "value\nhint: quotes must go around the whole "
				 "value\n"},
		{"a: {{ x }}\n",
			"1:4: error: “{{” opens a mapping in a "
			"mapping\nhint: put the text in double quotes: "
			"\"{{ x }}\"\n"},
		{"a: [${x}, 2]\n",
			"1:5: error: “${” inside a list or "
			"mapping opens another mapping\nhint: put the text in "
			"double quotes: \"${x}\"\n"},
	};

	check(row, G_N_ELEMENTS(row), false);
}

static void what_is_not_closed(void)
{
	static const mistake row[] = {
		{"a: [1, 2\nc: 1\n",
			"1:4: error: “[” is never closed with “]”\n"
			"2:2: note: reading stopped here\n"
			"hint: write “]” behind the last item\n"},
		{"a: {b: 1\n", "1:4: error: “{” is never closed with “}”\n"
			       "1:9: note: reading stopped here\n"
			       "hint: write “}” behind the last item\n"},
		{"a: [1, 2}\n", "1:9: error: expected “,” or “]” here\n"
				"1:4: note: “[” was opened here\n"},
		{"a: [1, 2］\nb: 1\n",
			"1:4: error: “[” is never closed with “]”\n"
			"2:2: note: reading stopped here\n"
			"hint: “］” is full-width: write it in ASCII\n"},
		{"a: \"abc\nb: 1\n",
			"1:4: error: this quotation mark is never closed\n"
			"hint: write \" at the end of the value, too\n"},
		{"a: \"abc”\nb: 1\n",
			"1:4: error: this quotation mark is never closed\n"
			"hint: close it with \" in ASCII, not with ”\n"},
		{"a: 'abc’\nb: 1\n",
			"1:4: error: this quotation mark is never closed\n"
			"hint: close it with ' in ASCII, not with ’\n"},
		{"a: \"abc\nb: \"c\"\n",
			"1:4: error: this quotation mark is never closed\n"
			"hint: write \" at the end of the value, too\n"},
		{"a: ]\n", "1:4: error: unexpected “]”\n"},
		{"{a: 1}}\n", "1:7: error: unexpected text after the end of "
			      "the document\n"},
	};

	check(row, G_N_ELEMENTS(row), false);
}

#define COMMENT                                                            \
	"hint: put all of the text in double quotes, or the comment on a " \
	"line of its own\n"
static void lists_and_keys(void)
{
	static const mistake row[] = {
		{"- a\nb: 1\n",
			"2:1: error: expected an item of the list (“- …”)\n"
			"1:1: note: the list begins here\n"
			"hint: begin it at column 3, like the line above\n"},
		{"a: [1, 2]，\n", "1:10: error: unexpected text after the "
				  "value\nhint: delete it\n"},
		{"a: 1\nbe 2\nc: 3\n",
			"2:3: error: no colon after “be”\n" TIGHT(
				"be") "hint: if it goes on with the text "
				      "above, "
				      "indent it deeper than the key\n"},
		{"a: ｜\n  b\n",
			"1:4: error: “｜” is full-width: write it in ASCII\n"
			"hint: “|” begins a text in lines\n"},
		{"a: 1\n- b\n", "2:1: error: an item of a list among keys\n"
				"1:1: note: the keys begin here\n"
				"hint: indent the items below their own key\n"},
		{"a: - b\n",
			"1:4: error: a list cannot begin in this "
			"place\nhint: put “- …” on a line of its own below "
			"the key, or put the text in double quotes\n"},
		{"a: 1\nb\nc: 1\n",
			"2:1: error: this line is neither “key: "
			"value” nor an item of a list\nhint: if it goes on "
			"with the text above, indent it deeper than the "
			"key\n"},
		{": 1\n", "1:1: error: no key before “:”\n"},
		{"? [a]\n: 1\n",
			"1:3: error: a key must be text, not a list\n"},
		{"a: &x 1\n*x : 2\n",
			"2:1: error: an alias cannot be a key\n"
			"hint: put the key in double quotes if “*” is part of "
			"it\n"},
		{"a: {<<: 1}\n",
			"1:5: error: merge keys (“<<”) are not part "
			"of YAML 1.2\nhint: repeat the keys, or use an alias "
			"for a whole value\n"},
		{"a: 1\n---\nb: 1\n", "2:1: error: a second document begins\n"
				      "hint: put it into a file of its own\n"},
		{"a: |x\n  b\n",
			"1:5: error: only a comment may follow “|” "
			"or “>”\nhint: begin the text on the next line, "
			"indented; or put it in double quotes\n"},
		{"a: \"\\q\"\n",
			"1:5: error: unknown escape after “\\”\n"
			"hint: write “\\\\” for a backslash, or use single "
			"quotes\n"},
		{"a: \"\\0\"\n", "1:4: error: control character U+0000 in "
				 "the text\nhint: remove its “\\” escape\n"},
	};

	check(row, G_N_ELEMENTS(row), false);
}

/* What follows is read, so that its mistakes are told in the same run. */
static void comments_that_cut(void)
{
	static const mistake row[] = {
		{"a: 标题 #重点\n", "1:7: error: the text from “#” on would be "
				    "a comment\n" COMMENT},
		{"a: Title #1\n", "1:10: error: the text from “#” on would be a "
				  "comment\n" COMMENT},
		{"a: 标题 # 注释\n", "1:7: error: the text from “#” on would "
				     "be a comment\n" COMMENT},
	};

	check(row, G_N_ELEMENTS(row), true);
}

static void encodings(void)
{
#define SAVE "hint: save it as UTF-8\n"
	static const mistake row[] = {
		{"# ok\n\xB1\xEA\xCC\xE2: \xCE\xF7\xB2\xBF\n",
			"2:1: error: file is not UTF-8, looks like GBK\n" SAVE},
		{"西: caf\xE9 x\n",
			"1:7: error: file is not UTF-8: byte 0xE9\n" SAVE},
		{"\xFF\xFE"
		 "a",
			"1:1: error: file is UTF-16, not UTF-8\n" SAVE},
		{"a: \x1B[31m\n", "1:4: error: control character U+001B\n"
				  "hint: delete it\n"},
		{"a: x\xE2\x80\xA8y\n",
			"1:5: error: invisible line "
			"separator U+2028\nhint: delete it, or end the line "
			"there\n"},
	};

	check(row, G_N_ELEMENTS(row), false);
}

static void nul_is_a_control_character(void)
{
	jb_arena *a = jb_arena_open();
	jb_diags *diags = jb_diags_new(a);
	g_autofree char *said = NULL;

	g_assert_null(jb_yaml_read(
		a, diags, jb_source_new(a, "a.yaml", "a: \0\n", 5)));
	said = jb_diags_text(diags);
	g_assert_true(g_str_has_prefix(
		said, "a.yaml:1:4: error: control character U+0000\n"));
	jb_arena_close(a);
}

static void warnings_do_not_stop(void)
{
	static const mistake row[] = {
		{"a: 个　# 单位\n",
			"1:5: warning: no comment begins here: the text goes "
			"on\nhint: a comment begins with “ # ”, in ASCII\n"},
		{"a: 个 ＃ 单位\n",
			"1:5: warning: no comment begins here: the text goes "
			"on\nhint: a comment begins with “ # ”, in ASCII\n"},
		{"b: 2 #注释\nc: x ##\n", ""},
		{"a: [甲，乙, 丙]\n", ""},
		{"a: [1，2，3]\n",
			"1:6: warning: a full-width comma does not "
			"divide a list: “1，2，3” is one item\nhint: write "
			"“, ” (ASCII comma and a space), or put the item in "
			"double "
			"quotes\n"},
	};

	check(row, G_N_ELEMENTS(row), true);
}

/* A checker that wanted something else asks why it found a text. */
static void check_explained(const char *text, const char *hint)
{
	jb_arena *a = jb_arena_open();
	jb_diags *diags = jb_diags_new(a);
	jb_node *root = jb_yaml_read(
		a, diags, jb_source_new(a, "a.yaml", text, strlen(text)));
	jb_node *node = jb_node_lookup(root, "a");
	g_autofree char *said = NULL;

	g_test_message("%s", text);
	jb_error(diags, node->pos, "expected something else");
	g_assert_true(jb_yaml_explain_scalar(diags, node) == (hint != NULL));
	said = jb_diags_text(diags);
	if (hint)
		g_assert_nonnull(strstr(said, hint));
	else
		g_assert_null(strstr(said, "hint"));
	jb_arena_close(a);
}

static void scalars_are_explained(void)
{
	check_explained("a:\n  x：1\n  y：2\n", WIDE("x"));
	check_explained("a:\n  x:1\n", TIGHT("x"));
	check_explained("a:\n  -园区\n  - 城区\n", DASH);
	check_explained("a: ［1，2］\n", "hint: write a list with ASCII "
					 "brackets and commas: “[1, 2]”\n");
	check_explained("a: 1，2\n",
		"hint: “，” is a full-width comma: write "
		"“, ” (ASCII comma and a space) between items\n");
	check_explained(
		"a: ３８\n", "hint: write digits, “.” and “%” in ASCII\n");
	check_explained("a: “x”\n", "hint: “ ” do not quote here: leave them "
				    "out, or write \"…\" in ASCII\n");
	check_explained("a: x、y\n", "hint: write “, ” (ASCII comma and a "
				     "space) between items\n");
	check_explained("a: (x, y)\n", "hint: write a list with ASCII "
				       "brackets and commas: “[1, 2]”\n");
	check_explained("a: 见下：全文\n", NULL);
	check_explained("a: \"x：1\"\n", NULL);
	check_explained("a: |\n  x：1\n", NULL);
	check_explained("a: 38\n", NULL);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/mistake/colon", colons_and_dashes);
	g_test_add_func("/mistake/indentation", indentation);
	g_test_add_func("/mistake/reserved", characters_yaml_keeps);
	g_test_add_func("/mistake/unclosed", what_is_not_closed);
	g_test_add_func("/mistake/lists-and-keys", lists_and_keys);
	g_test_add_func("/mistake/comments", comments_that_cut);
	g_test_add_func("/mistake/encoding", encodings);
	g_test_add_func("/mistake/nul", nul_is_a_control_character);
	g_test_add_func("/mistake/warnings", warnings_do_not_stop);
	g_test_add_func("/mistake/explain", scalars_are_explained);
	return g_test_run();
}
