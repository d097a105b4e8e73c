/* test-yaml.c - the tree: types, places, limits, aliases. */
#include <string.h>
#include <glib.h>

#include "yaml/node.h"

typedef struct reading {
	jb_arena *arena;
	jb_diags *diags;
	jb_node *root;
} reading;

static reading read_text_len(const char *text, size_t len)
{
	reading r = {.arena = jb_arena_open()};

	r.diags = jb_diags_new(r.arena);
	r.root = jb_yaml_read(
		r.arena, r.diags, jb_source_new(r.arena, "a.yaml", text, len));
	return r;
}

static reading read_text(const char *text)
{
	return read_text_len(text, strlen(text));
}

/* Closes, and wants nothing to have been said. */
static void leave(reading *r)
{
	g_autofree char *said = jb_diags_text(r->diags);

	g_assert_cmpstr(said, ==, "");
	jb_arena_close(r->arena);
}

/* Closes, and wants this message (without the lines below it). */
static void leave_saying(reading *r, const char *want)
{
	g_autofree char *said = jb_diags_text(r->diags);
	char *eol = strchr(said, '\n');

	if (eol)
		*eol = '\0';
	g_assert_cmpstr(said, ==, want);
	jb_arena_close(r->arena);
}

static void tree_keeps_order_and_places(void)
{
	reading r = read_text("标题: 西部\n条目:\n  - 甲\n  - {b: 1}\n");
	jb_node *items;

	g_assert_cmpint(r.root->kind, ==, JB_MAPPING);
	g_assert_cmpuint(r.root->n, ==, 2);
	g_assert_cmpstr(r.root->pairs[0].key->text, ==, "标题");
	g_assert_cmpuint(r.root->pairs[0].value->pos.line, ==, 1);
	g_assert_cmpuint(r.root->pairs[0].value->pos.col, ==, 5);
	items = jb_node_lookup(r.root, "条目");
	g_assert_cmpint(items->kind, ==, JB_SEQUENCE);
	g_assert_cmpuint(items->n, ==, 2);
	g_assert_cmpuint(items->items[1]->pos.line, ==, 4);
	g_assert_cmpuint(items->items[1]->pos.col, ==, 5);
	g_assert_cmpuint(jb_node_key(r.root, "条目")->pos.line, ==, 2);
	g_assert_null(jb_node_lookup(r.root, "nothing"));
	g_assert_null(jb_node_key(items, "a list has no keys"));
	leave(&r);
}

static void scalars_follow_the_core_schema(void)
{
	static const struct {
		const char *text;
		jb_scalar_type type;
	} row[] = {
		{"null", JB_NULL},
		{"~", JB_NULL},
		{"", JB_NULL},
		{"true", JB_BOOL},
		{"FALSE", JB_BOOL},
		{"no", JB_TEXT},
		{"yes", JB_TEXT},
		{"tRue", JB_TEXT},
		{"12", JB_INT},
		{"-12", JB_INT},
		{"+12", JB_INT},
		{"010", JB_INT},
		{"0o17", JB_INT},
		{"0o8", JB_TEXT},
		{"0xfF", JB_INT},
		{"0x", JB_TEXT},
		{"-0x1", JB_TEXT},
		{"1_000", JB_TEXT},
		{"2.50", JB_FLOAT},
		{"1e8", JB_FLOAT},
		{".5", JB_FLOAT},
		{"5.", JB_FLOAT},
		{".", JB_TEXT},
		{"1e", JB_TEXT},
		{"-.inf", JB_FLOAT},
		{".nan", JB_FLOAT},
		{"-.nan", JB_TEXT},
		{"12:30", JB_TEXT},
		{"2020-06-15", JB_TEXT},
		{"1,197", JB_TEXT},
		{"300亿", JB_TEXT},
		{"\"12\"", JB_TEXT},
		{"'~'", JB_TEXT},
		{"|\n  12", JB_TEXT},
		{"!!str 12", JB_TEXT},
		{"! 12", JB_TEXT},
		{"!!float 12", JB_FLOAT},
		{"!!int 12", JB_INT},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(row); i++) {
		g_autofree char *text = g_strdup_printf("a: %s\n", row[i].text);
		reading r = read_text(text);

		g_test_message("%s", row[i].text);
		g_assert_cmpint(
			jb_node_lookup(r.root, "a")->type, ==, row[i].type);
		leave(&r);
	}
}

static void text_is_kept_as_written(void)
{
	reading r = read_text("a: 2.50\nb: \"x\\ty\"\nc: |\n  甲\n  乙\n");

	g_assert_cmpstr(jb_node_lookup(r.root, "a")->text, ==, "2.50");
	g_assert_cmpstr(jb_node_lookup(r.root, "b")->text, ==, "x\ty");
	g_assert_cmpstr(jb_node_lookup(r.root, "c")->text, ==, "甲\n乙\n");
	g_assert_true(jb_node_lookup(r.root, "c")->block);
	leave(&r);
}

static void empty_is_an_empty_mapping(void)
{
	static const char *const texts[] = {
		"", "\n\n", "# only words\n", "---\n", "\xEF\xBB\xBF"};

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		reading r = read_text(texts[i]);

		g_assert_cmpint(r.root->kind, ==, JB_MAPPING);
		g_assert_cmpuint(r.root->n, ==, 0);
		leave(&r);
	}
}

static void bom_takes_no_column(void)
{
	reading r = read_text("\xEF\xBB\xBF"
			      "ab: 1\n");

	g_assert_cmpstr(r.root->pairs[0].key->text, ==, "ab");
	g_assert_cmpuint(r.root->pairs[0].value->pos.col, ==, 5);
	leave(&r);
}

static void kinds_have_names(void)
{
	reading r = read_text("[{}, [], 1, .5, x, true, ~]\n");
	static const char *const want[] = {"a mapping", "a list", "a number",
		"a number", "text", "true or false", "nothing"};

	for (size_t i = 0; i < G_N_ELEMENTS(want); i++)
		g_assert_cmpstr(jb_node_what(r.root->items[i]), ==, want[i]);
	leave(&r);
}

/* The text has one “@”: its place by counting must be what pos_at says. */
static void check_pos_at(const char *text)
{
	reading r = read_text(text);
	jb_node *node = jb_node_lookup(r.root, "a");
	const char *line = text, *mark = strchr(text, '@');
	unsigned lines = 1;
	jb_pos pos = jb_node_pos_at(
		node, (size_t)(strchr(node->text, '@') - node->text));

	for (const char *p = text; p < mark; p++) {
		if (*p == '\n') {
			lines++;
			line = p + 1;
		}
	}
	g_test_message("%s", text);
	g_assert_cmpuint(pos.line, ==, lines);
	g_assert_cmpuint(pos.col, ==, g_utf8_strlen(line, mark - line) + 1);
	leave(&r);
}

static void bytes_have_exact_places(void)
{
	check_pos_at("a: 西部@区\n");
	check_pos_at("a: \"西部@\"\n");
	check_pos_at("a: '西部 @'\n");
	check_pos_at("a: &anchor !!str  西部@\n");
	check_pos_at("a: |\n  甲\n\n    乙 @丙\n  丁\n");
	check_pos_at("a: |-  # remark\n\n\n      西@\n");
	check_pos_at("a: |2+\n     西@\n\n");
	check_pos_at("a: |\r\n  甲\r\n  乙@\r\n");
	check_pos_at("b:\na:\n    西@\n");
}

static void other_bytes_have_the_nodes_place(void)
{
	reading r = read_text("a: \"\\u897F@\"\nb: >\n  x\n  y\nc: 1\n");
	jb_node *a = jb_node_lookup(r.root, "a");
	jb_node *b = jb_node_lookup(r.root, "b");

	g_assert_cmpuint(jb_node_pos_at(a, 3).col, ==, a->pos.col);
	g_assert_cmpuint(jb_node_pos_at(b, 2).line, ==, b->pos.line);
	g_assert_cmpuint(jb_node_pos_at(b, 9999).line, ==, b->pos.line);
	leave(&r);
}

static void aliases_share_the_node(void)
{
	reading r = read_text("a: &x [1, 2]\nb: *x\nc: &x 3\nd: *x\n");

	g_assert_true(
		jb_node_lookup(r.root, "a") == jb_node_lookup(r.root, "b"));
	g_assert_cmpstr(jb_node_lookup(r.root, "d")->text, ==, "3");
	leave(&r);
}

static void cycle_is_refused(void)
{
	reading r = read_text("a: &a\n  b: *a\n");

	g_assert_null(r.root);
	leave_saying(&r, "a.yaml:2:6: error: “*a” stands inside “&a”");
}

static void laughter_is_refused(void)
{
	g_autoptr(GString) s = g_string_new("- &a0 [x, x]\n");
	reading r;

	for (int i = 1; i < 40; i++)
		g_string_append_printf(
			s, "- &a%d [*a%d, *a%d]\n", i, i - 1, i - 1);
	r = read_text(s->str);
	g_assert_null(r.root);
	leave_saying(&r, "a.yaml:18:15: error: more than 1000000 values, "
			 "counting what aliases repeat");
}

static reading read_brackets(int depth)
{
	g_autofree char *open = g_strnfill((gsize)depth, '[');
	g_autofree char *close = g_strnfill((gsize)depth, ']');
	g_autofree char *text = g_strconcat(open, close, NULL);

	return read_text(text);
}

static void depth_has_a_limit(void)
{
	reading r = read_brackets(JB_YAML_DEPTH_MAX);

	g_assert_nonnull(r.root);
	leave(&r);
	r = read_brackets(JB_YAML_DEPTH_MAX + 1);
	g_assert_null(r.root);
	leave_saying(&r, "a.yaml:1:65: error: nested more than 64 levels deep");
	r = read_brackets(100000);
	g_assert_null(r.root);
	leave_saying(&r, "a.yaml:1:65: error: nested more than 64 levels deep");
}

/* Each alias makes the next one deeper, though no line nests deep. */
static void aliases_count_as_depth(void)
{
	g_autoptr(GString) s = g_string_new("- &a0 x\n");
	reading r;

	for (int i = 1; i < 100; i++)
		g_string_append_printf(s, "- &a%d [*a%d]\n", i, i - 1);
	r = read_text(s->str);
	g_assert_null(r.root);
	leave_saying(&r, "a.yaml:64:9: error: nested more than 64 levels deep");
}

static reading read_scalar_of(size_t len)
{
	g_autofree char *text = g_strnfill(len + 3, 'x');

	memcpy(text, "a: ", 3);
	return read_text(text);
}

static void scalars_have_a_limit(void)
{
	reading r = read_scalar_of(JB_YAML_SCALAR_MAX);

	g_assert_nonnull(r.root);
	leave(&r);
	r = read_scalar_of(JB_YAML_SCALAR_MAX + 1);
	g_assert_null(r.root);
	leave_saying(&r, "a.yaml:1:4: error: text longer than 1 MiB");
}

static void duplicate_keys_are_told_and_reading_goes_on(void)
{
	reading r = read_text("a: 1\nb: 2\n\"a\": 3\nb: 4\n");
	g_autofree char *said = jb_diags_text(r.diags);

	g_assert_cmpuint(r.root->n, ==, 2);
	g_assert_cmpstr(jb_node_lookup(r.root, "a")->text, ==, "1");
	g_assert_cmpuint(jb_diags_errors(r.diags), ==, 2);
	g_assert_nonnull(strstr(said, "a.yaml:1:1: note: first given here"));
	leave_saying(&r, "a.yaml:3:1: error: key “a” is given twice");
}

static void many_keys_and_anchors_are_quick(void)
{
	g_autoptr(GString) s = g_string_new(NULL);
	reading r;

	for (int i = 0; i < 30000; i++)
		g_string_append_printf(s, "k%d: &a%d x\n", i, i);
	g_test_timer_start();
	r = read_text(s->str);
	g_assert_cmpfloat(g_test_timer_elapsed(), <, 5);
	g_assert_cmpuint(r.root->n, ==, 30000);
	leave(&r);
}

/* Legal files full of what looks like slips. */
static void prose_is_left_alone(void)
{
	static const char *const texts[] = {
		"a: |\n  标题：西部\n  -园区\n  　　缩进\n  x:y\n",
		"a: 见下：全文，《a:b》\nb: \"x：y\"\n",
		"a: https://example.org/x:y\nb: 12:30\nc: -5\n",
		"a: \"第一行\n  标题：二\n\n  -三\"\n",
		"a: 长文\n  标题：二\n  -三\n  　四\nb: 1\n",
		"# 注：，\na: ［注］\n",
		"\"标题：西部\": 1\n标题（a:b）: 2\n",
		"a: 12 # 重点\nb: 38 #个\nc: \"x #重点\"\n",
		"a: [\"1，2\", 3]\nb: ${x}\n",
		"- 　首行缩进\n- -园区\n",
		"a: {b: 1,\n  c: 2}\nd: [1,\n\t2]\n",
	};

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		reading r = read_text(texts[i]);

		g_test_message("%s", texts[i]);
		leave(&r);
	}
}

static const char sample[] =
	"# 报告\ntitle: 西部园区：简报\ndate: 2024-06-15\n"
	"figures: &f\n  - {name: 面积, value: 1197.50, unit: '平方米'}\n"
	"  - name: \"增长\\t率\"\n    value: -3.5e2\n    note: >-\n"
	"      折叠\n      文字\n\n      段\n"
	"text: |\n  第一段：内容，“引号”。\n    - 缩进\n"
	"again: *f\nempty:\n? long\n: [a, [b, {c: d}], ~]\n"
	"tagged: !!str 12 # 注\n";

static void mutate(GRand *rand, GString *s)
{
	static const char *const bits[] = {":", "：", "[", "]", "{", "}", "- ",
		"\n", "\t", "　", "\"", "'", "&f ", "*f", "!", "|", ">", "#",
		"? ", "%", "\xFF", "\xE8", "", "\r", "\xC2\xA0", "---\n", "...",
		"\\", "<<: *f\n", ",", "，", " ", "\xEF\xBB\xBF"};
	int at = g_rand_int_range(rand, 0, (int)s->len);
	int most = (int)s->len - at;

	switch (g_rand_int_range(rand, 0, 4)) {
	case 0:
		g_string_insert(s, at,
			bits[g_rand_int_range(rand, 0, G_N_ELEMENTS(bits))]);
		break;
	case 1:
		g_string_erase(
			s, at, g_rand_int_range(rand, 0, MIN(most, 8) + 1));
		break;
	case 2:
		s->str[at] = (char)g_rand_int_range(rand, 0, 256);
		break;
	default:
		g_string_insert_len(s, 0, s->str + at,
			g_rand_int_range(rand, 0, MIN(most, 40) + 1));
		break;
	}
}

/* Everything a later room may ask of a tree. */
static void walk(const jb_node *node)
{
	if (node->kind == JB_SCALAR) {
		for (size_t i = 0; i <= strlen(node->text); i += 3)
			g_assert_cmpuint(jb_node_pos_at(node, i).line, >, 0);
	}
	for (size_t i = 0; i < node->n; i++) {
		if (node->kind == JB_SEQUENCE) {
			walk(node->items[i]);
		} else {
			walk(node->pairs[i].key);
			walk(node->pairs[i].value);
		}
	}
}

/* Every reading ends with a tree or with an error that has a place. */
static void mutations_are_survived(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(20240615);

	for (int i = 0; i < 5000; i++) {
		g_autoptr(GString) s = g_string_new(sample);
		g_autofree char *said = NULL;
		reading r;

		for (int n = g_rand_int_range(rand, 1, 6); n > 0; n--)
			mutate(rand, s);
		g_test_timer_start();
		r = read_text_len(s->str, s->len);
		said = jb_diags_text(r.diags);
		g_assert_cmpfloat(g_test_timer_elapsed(), <, 1);
		g_assert_true(g_utf8_validate(said, -1, NULL));
		if (r.root)
			walk(r.root);
		else
			g_assert_true(g_str_has_prefix(said, "a.yaml:"));
		jb_arena_close(r.arena);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/yaml/tree", tree_keeps_order_and_places);
	g_test_add_func("/yaml/core-schema", scalars_follow_the_core_schema);
	g_test_add_func("/yaml/text", text_is_kept_as_written);
	g_test_add_func("/yaml/empty", empty_is_an_empty_mapping);
	g_test_add_func("/yaml/bom", bom_takes_no_column);
	g_test_add_func("/yaml/what", kinds_have_names);
	g_test_add_func("/yaml/pos-at", bytes_have_exact_places);
	g_test_add_func("/yaml/pos-at/else", other_bytes_have_the_nodes_place);
	g_test_add_func("/yaml/alias", aliases_share_the_node);
	g_test_add_func("/yaml/alias/cycle", cycle_is_refused);
	g_test_add_func("/yaml/alias/laughter", laughter_is_refused);
	g_test_add_func("/yaml/alias/depth", aliases_count_as_depth);
	g_test_add_func("/yaml/depth", depth_has_a_limit);
	g_test_add_func("/yaml/scalar-limit", scalars_have_a_limit);
	g_test_add_func(
		"/yaml/duplicate", duplicate_keys_are_told_and_reading_goes_on);
	g_test_add_func("/yaml/many", many_keys_and_anchors_are_quick);
	g_test_add_func("/yaml/prose", prose_is_left_alone);
	g_test_add_func("/yaml/mutations", mutations_are_survived);
	return g_test_run();
}
