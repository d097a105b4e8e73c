/* The desk: inks, styles, and text set in them. */
#include "scene/desk.h"

#include <math.h>
#include <string.h>

static jb_fonts *fonts;
static const jb_ink primary = {.name = "primary"}, accent = {.name = "accent"},
		    section_ink = {.name = "ochre"}, text = {.name = "text"};
static const jb_fontrole serif = {.role = "serif",
	.family = "Noto Serif CJK SC"};
static const jb_style body = {.name = "body",
	.font = &serif,
	.weight = 400,
	.size_pt = 10,
	.leading_pt = 16,
	.align = JB_TEXT_JUSTIFY,
	.ink = "text"};

typedef struct bench {
	jb_arena *arena;
	jb_diags *diags;
	jb_theme theme;
	jb_layout layout;
	jb_desk *desk;
} bench;

static void bench_up(bench *b, const void *data)
{
	const jb_ink *inks[] = {&primary, &accent, &text};

	(void)data;
	b->arena = jb_arena_open();
	b->diags = jb_diags_new(b->arena);
	b->theme.name = "plain";
	b->theme.inks = g_hash_table_new(g_str_hash, g_str_equal);
	b->theme.fonts = g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t i = 0; i < G_N_ELEMENTS(inks); i++)
		g_hash_table_insert(
			b->theme.inks, (void *)inks[i]->name, (void *)inks[i]);
	g_hash_table_insert(b->theme.fonts, "sans", (void *)&serif);
	b->layout.theme = &b->theme;
	b->layout.src = jb_source_new(b->arena, "plain.yaml", "a: 1\n", 5);
	b->layout.baseline_pt = 16;
	b->layout.ascent_pt = 12;
	b->layout.styles = g_hash_table_new(g_str_hash, g_str_equal);
	g_hash_table_insert(b->layout.styles, "body", (void *)&body);
	b->desk = jb_desk_new(b->arena, b->diags, fonts, NULL, &b->layout);
}

static void bench_down(bench *b, const void *data)
{
	(void)data;
	g_hash_table_unref(b->theme.inks);
	g_hash_table_unref(b->theme.fonts);
	g_hash_table_unref(b->layout.styles);
	jb_arena_close(b->arena);
}

static const jb_rich *rich(bench *b, const char *words)
{
	return jb_rich_plain(b->arena, words, (jb_pos){0});
}

static const jb_item *item_of(const jb_group *group, unsigned i)
{
	g_assert_cmpuint(i, <, group->items->len);
	return g_ptr_array_index(group->items, i);
}

static void check_diags(bench *b, const char *want)
{
	g_autofree char *said = jb_diags_text(b->diags);

	g_assert_cmpstr(said, ==, want);
}

static void accent_is_the_sections(bench *b, const void *data)
{
	(void)data;
	g_assert_true(jb_desk_ink(b->desk, "accent") == &accent);
	b->desk->accent = &section_ink;
	g_assert_true(jb_desk_ink(b->desk, "accent") == &section_ink);
	g_assert_true(jb_desk_ink(b->desk, "primary") == &primary);
}

static void missing_ink_is_said_and_black(bench *b, const void *data)
{
	(void)data;
	g_assert_cmpfloat(jb_desk_ink(b->desk, "pink")->k, ==, 1);
	check_diags(b,
		"plain.yaml:1:1: error: the theme “plain” has no ink “pink”\n"
		"    a: 1\n"
		"    ^\n");
}

static void missing_style_is_said_and_replaced(bench *b, const void *data)
{
	(void)data;
	g_assert_true(jb_desk_style(b->desk, "body") == &body);
	g_assert_nonnull(jb_desk_style(b->desk, "unit"));
	check_diags(b,
		"plain.yaml:1:1: error: the layout needs a style “unit” and "
		"has none\n"
		"    a: 1\n"
		"    ^\n"
		"    hint: add “unit” to its styles\n");
}

static void missing_family_is_said_once(bench *b, const void *data)
{
	const jb_fontrole role = {
		.role = "serif", .family = "No Such Family"};
	jb_style style = body;

	(void)data;
	style.font = &role;
	g_assert_nonnull(jb_desk_font(b->desk, &style));
	g_assert_nonnull(jb_desk_font(b->desk, &style));
	g_assert_cmpuint(jb_diags_errors(b->diags), ==, 1);
}

static void check_ascent(bench *b, double size, double leading, double want)
{
	jb_style style = body;

	style.size_pt = size;
	style.leading_pt = leading;
	g_assert_cmpfloat_with_epsilon(
		jb_style_ascent(b->desk, &style), want, 1e-9);
}

static void whole_lines_stand_on_the_grid(bench *b, const void *data)
{
	(void)data;
	check_ascent(b, 10, 16, 12);
	check_ascent(b, 24, 32, 28);
	check_ascent(b, 54, 64, 12 + 48);
}

static void other_lines_centre_the_em_box(bench *b, const void *data)
{
	(void)data;
	check_ascent(b, 8, 12, 2 + 0.88 * 8);
}

static void paragraph_has_lines_of_the_leading(bench *b, const void *data)
{
	size_t n;
	const jb_group *group;

	(void)data;
	/* 24 characters to a line of 10 em: 10 + 10 + 4 */
	group = jb_set_text(b->desk,
		rich(b, "科学城科学城科学城科学城科学城科学城科学城科学城"),
		&body, NULL, 100, &n);
	g_assert_cmpuint(n, ==, 3);
	g_assert_cmpfloat(group->width, ==, 100);
	g_assert_cmpfloat(group->height, ==, 48);
	g_assert_cmpfloat(group->baseline, ==, 12);
	g_assert_cmpfloat(item_of(group, 1)->y, ==, 28);
	g_assert_true(item_of(group, 0)->u.text.ink == &text);
	check_diags(b, "");
}

static void empty_text_has_no_height(bench *b, const void *data)
{
	size_t n = 9;
	const jb_group *group =
		jb_set_text(b->desk, NULL, &body, NULL, 100, &n);

	(void)data;
	g_assert_cmpuint(n, ==, 0);
	g_assert_cmpuint(group->items->len, ==, 0);
	g_assert_cmpfloat(group->height, ==, 0);
}

static void items_know_figure_and_place(bench *b, const void *data)
{
	const jb_pos pos = {b->layout.src, 1, 4};
	jb_rich_piece pieces[] = {
		{.text = "共"}, {.text = "38", .figure = "firms", .pos = pos}};
	const jb_rich mixed = {pieces, 2};
	const jb_group *group =
		jb_set_text(b->desk, &mixed, &body, &accent, 100, NULL);
	const jb_item *item = item_of(group, 1);

	(void)data;
	g_assert_null(item_of(group, 0)->figure);
	g_assert_cmpstr(item->figure, ==, "firms");
	g_assert_cmpuint(item->pos.col, ==, 4);
	g_assert_cmpfloat(item->x, >, 10);
	g_assert_cmpfloat(item->u.text.x, ==, 0);
	g_assert_true(item->u.text.ink == &accent);
}

/* --- fitted to one line --- */

static jb_style display_style(void)
{
	jb_style style = body;

	style.align = JB_TEXT_START;
	style.size_pt = style.fit_most_pt = 80;
	style.leading_pt = 100;
	style.fit_least_pt = 40;
	return style;
}

static void fitted_line_reaches_the_measure(bench *b, const void *data)
{
	jb_style style = display_style();
	size_t n;
	const jb_group *group = jb_set_text(
		b->desk, rich(b, "西部科学城引擎"), &style, NULL, 420, &n);
	const jb_run *run = &item_of(group, 0)->u.text;

	(void)data;
	g_assert_cmpuint(n, ==, 1);
	g_assert_cmpfloat_with_epsilon(run->size_pt, 60, 0.01);
	g_assert_cmpfloat_with_epsilon(run->width_pt, 420, 0.05);
	g_assert_cmpfloat_with_epsilon(group->height, 75, 0.01);
}

static void fitted_line_is_at_most_the_most(bench *b, const void *data)
{
	jb_style style = display_style();
	const jb_group *group =
		jb_set_text(b->desk, rich(b, "城"), &style, NULL, 420, NULL);

	(void)data;
	g_assert_cmpfloat(item_of(group, 0)->u.text.size_pt, ==, 80);
}

static void what_does_not_fit_breaks_at_the_least(bench *b, const void *data)
{
	jb_style style = display_style();
	size_t n;
	const jb_group *group = jb_set_text(b->desk,
		rich(b, "西部科学城引擎西部科学城引擎"), &style, NULL, 420, &n);

	(void)data;
	g_assert_cmpuint(n, ==, 2);
	g_assert_cmpfloat(item_of(group, 0)->u.text.size_pt, ==, 40);
	g_assert_cmpfloat(group->height, ==, 100);
}

/* --- one line --- */

static double put_x(bench *b, jb_align align, const char *words, double size)
{
	jb_group *group = jb_group_new(b->arena);

	jb_put_text(b->desk, group, 200, 50, align, rich(b, words), &body, NULL,
		size);
	g_assert_cmpfloat(item_of(group, 0)->y, ==, 50);
	return item_of(group, 0)->x;
}

static void put_text_stands_by_its_alignment(bench *b, const void *data)
{
	(void)data;
	g_assert_cmpfloat(put_x(b, JB_ALIGN_START, "科学城", 0), ==, 200);
	g_assert_cmpfloat_with_epsilon(
		put_x(b, JB_ALIGN_CENTER, "科学城", 0), 185, 1e-9);
	g_assert_cmpfloat_with_epsilon(
		put_x(b, JB_ALIGN_END, "科学城", 20), 140, 1e-9);
}

static void width_is_that_of_the_drawing(bench *b, const void *data)
{
	const jb_rich *words = rich(b, "共38家“引擎”");
	jb_group *group = jb_group_new(b->arena);

	(void)data;
	g_assert_cmpfloat(jb_text_width(b->desk, words, &body, 20), ==,
		jb_put_text(b->desk, group, 0, 0, JB_ALIGN_END, words, &body,
			NULL, 20));
}

static void large_digits_stand_on_the_edge(bench *b, const void *data)
{
	(void)data;
	g_assert_cmpfloat_with_epsilon(
		put_x(b, JB_ALIGN_START, "38", 50), 198.5, 1e-9);
	g_assert_cmpfloat(put_x(b, JB_ALIGN_START, "38", 40), ==, 200);
	g_assert_cmpfloat(put_x(b, JB_ALIGN_START, "城", 50), ==, 200);
}

static void typed_breaks_do_not_break_a_line(bench *b, const void *data)
{
	jb_group *group = jb_group_new(b->arena);

	(void)data;
	jb_put_text(b->desk, group, 0, 0, JB_ALIGN_START, rich(b, "two\nwords"),
		&body, NULL, 0);
	g_assert_cmpstr(item_of(group, 0)->u.text.text, ==, "two words");
}

int main(int argc, char **argv)
{
	g_autofree char *config = NULL;
	g_autoptr(GError) error = NULL;
	int result;

	g_test_init(&argc, &argv, NULL);
#define ADD(name, function)                                              \
	g_test_add("/scene/desk/" name, bench, NULL, bench_up, function, \
		bench_down)
	ADD("accent", accent_is_the_sections);
	ADD("ink", missing_ink_is_said_and_black);
	ADD("style", missing_style_is_said_and_replaced);
	ADD("family", missing_family_is_said_once);
	ADD("grid", whole_lines_stand_on_the_grid);
	ADD("off-grid", other_lines_centre_the_em_box);
	ADD("paragraph", paragraph_has_lines_of_the_leading);
	ADD("empty", empty_text_has_no_height);
	ADD("origin", items_know_figure_and_place);
	ADD("fit", fitted_line_reaches_the_measure);
	ADD("fit-most", fitted_line_is_at_most_the_most);
	ADD("fit-least", what_does_not_fit_breaks_at_the_least);
	ADD("align", put_text_stands_by_its_alignment);
	ADD("width", width_is_that_of_the_drawing);
	ADD("optical", large_digits_stand_on_the_edge);
	ADD("one-line", typed_breaks_do_not_break_a_line);
	config = g_test_build_filename(
		G_TEST_BUILT, "fonts", "fonts.conf", NULL);
	fonts = jb_fonts_open(config, &error);
	g_assert_no_error(error);
	result = g_test_run();
	jb_fonts_close(fonts);
	return result;
}
