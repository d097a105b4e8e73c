/* Rich text: joining, and cutting into paragraphs with the places kept. */
#include "bind/rich.h"

#include <glib.h>
#include <string.h>

static jb_arena *arena;

static const jb_rich *paragraph(const char *text, size_t index, size_t n_want)
{
	const jb_rich *rich = jb_rich_plain(arena, text, (jb_pos){0});
	const jb_rich **all;
	size_t n;

	all = jb_rich_paragraphs(arena, rich, &n);
	g_assert_cmpuint(n, ==, n_want);
	return all[index];
}

static void check_text(const jb_rich *rich, const char *want)
{
	g_assert_cmpstr(jb_rich_text(arena, rich), ==, want);
}

static void plain_is_one_piece(void)
{
	const jb_rich *rich = jb_rich_plain(arena, "共38家", (jb_pos){0});

	g_assert_cmpuint(rich->n, ==, 1);
	check_text(rich, "共38家");
}

static void empty_is_no_text(void)
{
	g_assert_true(jb_rich_empty(NULL));
	g_assert_true(jb_rich_empty(jb_rich_plain(arena, "", (jb_pos){0})));
	g_assert_true(jb_rich_empty(jb_rich_plain(arena, NULL, (jb_pos){0})));
	g_assert_false(jb_rich_empty(jb_rich_plain(arena, "字", (jb_pos){0})));
}

static void blank_lines_part_paragraphs(void)
{
	check_text(paragraph("一段。\n\n二段。\n", 0, 2), "一段。");
	check_text(paragraph("一段。\n \n\n\n二段。\n", 1, 2), "二段。");
}

static void nothing_gives_no_paragraph(void)
{
	size_t n = 9;

	jb_rich_paragraphs(arena, NULL, &n);
	g_assert_cmpuint(n, ==, 0);
	jb_rich_paragraphs(
		arena, jb_rich_plain(arena, " \n\n ", (jb_pos){0}), &n);
	g_assert_cmpuint(n, ==, 0);
}

static void breaks_vanish_between_han(void)
{
	check_text(paragraph("科学  \n  城", 0, 1), "科学城");
}

static void breaks_are_spaces_between_words(void)
{
	check_text(paragraph("science\ncity", 0, 1), "science city");
	check_text(paragraph("5G\n基站", 0, 1), "5G基站");
}

static void pieces_keep_figure_and_place(void)
{
	const char *yaml = "prose: |\n  共有38家。\n\n  另有2个。\n";
	const jb_source *src =
		jb_source_new(arena, "a.yaml", yaml, strlen(yaml));
	jb_rich_piece pieces[] = {
		{.text = "共有", .pos = {src, 2, 3}},
		{.text = "38家", .figure = "firms", .pos = {src, 2, 5}},
		{.text = "。\n\n另有2个。\n", .pos = {src, 2, 8}},
	};
	const jb_rich rich = {pieces, 3};
	const jb_rich **all;
	size_t n;

	all = jb_rich_paragraphs(arena, &rich, &n);
	g_assert_cmpuint(n, ==, 2);
	check_text(all[0], "共有38家。");
	check_text(all[1], "另有2个。");
	g_assert_cmpuint(all[0]->n, ==, 3);
	g_assert_cmpstr(all[0]->pieces[1].figure, ==, "firms");
	g_assert_cmpuint(all[0]->pieces[2].pos.col, ==, 8);
	g_assert_cmpuint(all[1]->pieces[0].pos.line, ==, 4);
	g_assert_cmpuint(all[1]->pieces[0].pos.col, ==, 3);
}

static void a_place_that_does_not_fit_stays(void)
{
	const char *yaml = "prose: \"一。\\n\\n二。\"\n";
	const jb_source *src =
		jb_source_new(arena, "a.yaml", yaml, strlen(yaml));
	const jb_rich *rich =
		jb_rich_plain(arena, "一。\n\n二。", (jb_pos){src, 1, 8});
	const jb_rich **all;
	size_t n;

	all = jb_rich_paragraphs(arena, rich, &n);
	g_assert_cmpuint(n, ==, 2);
	g_assert_cmpuint(all[1]->pieces[0].pos.line, ==, 1);
	g_assert_cmpuint(all[1]->pieces[0].pos.col, ==, 8);
}

int main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bind/rich/plain", plain_is_one_piece);
	g_test_add_func("/bind/rich/empty", empty_is_no_text);
	g_test_add_func("/bind/rich/paragraphs", blank_lines_part_paragraphs);
	g_test_add_func("/bind/rich/nothing", nothing_gives_no_paragraph);
	g_test_add_func("/bind/rich/han", breaks_vanish_between_han);
	g_test_add_func("/bind/rich/words", breaks_are_spaces_between_words);
	g_test_add_func("/bind/rich/places", pieces_keep_figure_and_place);
	g_test_add_func("/bind/rich/stays", a_place_that_does_not_fit_stays);
	arena = jb_arena_open();
	result = g_test_run();
	jb_arena_close(arena);
	return result;
}
