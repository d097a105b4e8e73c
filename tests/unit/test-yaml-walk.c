/* Places of a scalar's bytes, one after the other: the same as each alone. */
#include <string.h>
#include <glib.h>

#include "yaml/node.h"

static const char yaml[] = "plain: 共${a}家，甲\n"
			   "quoted: \"甲${a}乙\"\n"
			   "escaped: \"甲\\n乙${a}\"\n"
			   "single: '甲''乙'\n"
			   "folded: >\n"
			   "  甲\n"
			   "  乙\n"
			   "literal: |\n"
			   "  甲**乙**，\n"
			   "    丙${a}\n"
			   "\n"
			   "  丁\n"
			   "kept: &x |+2\n"
			   "    一\n"
			   "  二\n"
			   "\n"
			   "several: 甲\n"
			   "  乙丙\n"
			   "empty: ''\n";

static jb_node *read_yaml(jb_arena *arena)
{
	jb_diags *diags = jb_diags_new(arena);
	jb_node *root = jb_yaml_read(arena, diags,
		jb_source_new(arena, "a.yaml", yaml, strlen(yaml)));

	g_assert_cmpuint(jb_diags_errors(diags), ==, 0);
	return root;
}

static void check_steps(const jb_node *scalar, size_t step)
{
	jb_node_walk walk = jb_node_walk_new(scalar);
	const char *text = scalar->text;

	for (size_t at = 0, k = 0; at <= strlen(text); k++) {
		jb_pos alone = jb_node_pos_at(scalar, at);
		jb_pos walked = jb_node_walk_to(&walk, at);

		g_assert_cmpuint(walked.line, ==, alone.line);
		g_assert_cmpuint(walked.col, ==, alone.col);
		/* twice the same place is no step */
		g_assert_cmpuint(jb_node_walk_to(&walk, at).col, ==, alone.col);
		for (size_t i = 0; i < step && at <= strlen(text); i++)
			at += text[at] ? (size_t)(g_utf8_next_char(text + at) -
						  (text + at))
				       : 1;
	}
}

static void every_way(void)
{
	jb_arena *arena = jb_arena_open();
	jb_node *root = read_yaml(arena);

	for (size_t i = 0; i < root->n; i++)
		for (size_t step = 1; step < 6; step++)
			check_steps(root->pairs[i].value, step);
	jb_arena_close(arena);
}

static void check_place(const jb_node *root, const char *key, const char *what,
	unsigned line, unsigned col)
{
	const jb_node *scalar = jb_node_lookup(root, key);
	jb_node_walk walk = jb_node_walk_new(scalar);
	jb_pos pos = jb_node_walk_to(
		&walk, (size_t)(strstr(scalar->text, what) - scalar->text));

	g_assert_cmpuint(pos.line, ==, line);
	g_assert_cmpuint(pos.col, ==, col);
}

static void places(void)
{
	jb_arena *arena = jb_arena_open();
	jb_node *root = read_yaml(arena);

	check_place(root, "plain", "家", 1, 13);
	check_place(root, "quoted", "乙", 2, 15);
	check_place(root, "literal", "乙", 9, 6);
	check_place(root, "literal", "丙", 10, 5);
	check_place(root, "literal", "丁", 12, 3);
	check_place(root, "kept", "二", 15, 3);
	/* where the file reads otherwise, the scalar itself */
	check_place(root, "escaped", "乙", 3, 10);
	check_place(root, "folded", "乙", 5, 9);
	check_place(root, "several", "丙", 17, 10);
	jb_arena_close(arena);
}

/* A million places of one line: once through it, not a million times. */
static void one_long_line(void)
{
	jb_arena *arena = jb_arena_open();
	GString *text = g_string_new("a: |\n  ");
	jb_node *root;
	jb_node_walk walk;
	const jb_node *scalar;
	gint64 start;

	for (int i = 0; i < 500000; i++)
		g_string_append(text, "ab");
	root = jb_yaml_read(arena, jb_diags_new(arena),
		jb_source_new(arena, "a.yaml", text->str, text->len));
	scalar = jb_node_lookup(root, "a");
	walk = jb_node_walk_new(scalar);
	start = g_get_monotonic_time();
	for (size_t at = 0; at < 1000000; at++)
		g_assert_cmpuint(jb_node_walk_to(&walk, at).col, ==, at + 3);
	g_assert_cmpint(g_get_monotonic_time() - start, <, 20 * G_USEC_PER_SEC);
	g_string_free(text, TRUE);
	jb_arena_close(arena);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/yaml/walk/every-way", every_way);
	g_test_add_func("/yaml/walk/places", places);
	g_test_add_func("/yaml/walk/long", one_long_line);
	return g_test_run();
}
