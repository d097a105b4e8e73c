/* Callouts: parts, gaps and sizes add up. */
#include "scene/desk.h"

#include <math.h>

static jb_fonts *fonts;
static const jb_ink ink = {.name = "text"}, loud = {.name = "primary"};
static const jb_fontrole sans = {.role = "sans", .family = "Noto Sans CJK SC"};

#define STYLE(label, size)                                                    \
	{                                                                     \
		.name = label, .font = &sans, .weight = 400, .size_pt = size, \
		.leading_pt = size, .align = JB_TEXT_START, .ink = "text"     \
	}
static const jb_style styles[] = {STYLE("numeral", 54), STYLE("unit", 9),
	STYLE("qualifier", 9), STYLE("missing", 17)};

/* 约2.5万个 */
static const jb_figure jobs = {
	.id = "jobs",
	.has_value = true,
	.value = {25, -1},
	.unit = "万个",
	.power = 4,
	.prefix = "万",
	.noun = "个",
	.bound = JB_ABOUT,
};
static const jb_figure unknown = {
	.id = "unknown",
	.missing = JB_NOT_STATED,
	.unit = "",
	.prefix = "",
	.noun = "",
};

typedef struct bench {
	jb_arena *arena;
	jb_theme theme;
	jb_layout layout;
	jb_desk *desk;
	jb_group *group;
} bench;

static void bench_up(bench *b, const void *data)
{
	(void)data;
	b->arena = jb_arena_open();
	b->theme.inks = g_hash_table_new(g_str_hash, g_str_equal);
	b->theme.fonts = g_hash_table_new(g_str_hash, g_str_equal);
	g_hash_table_insert(b->theme.inks, "text", (void *)&ink);
	b->layout.theme = &b->theme;
	b->layout.styles = g_hash_table_new(g_str_hash, g_str_equal);
	for (size_t i = 0; i < G_N_ELEMENTS(styles); i++)
		g_hash_table_insert(b->layout.styles, (void *)styles[i].name,
			(void *)&styles[i]);
	b->desk = jb_desk_new(
		b->arena, jb_diags_new(b->arena), fonts, NULL, &b->layout);
	b->group = jb_group_new(b->arena);
}

static void bench_down(bench *b, const void *data)
{
	(void)data;
	g_assert_cmpuint(jb_diags_errors(b->desk->diags), ==, 0);
	g_hash_table_unref(b->theme.inks);
	g_hash_table_unref(b->theme.fonts);
	g_hash_table_unref(b->layout.styles);
	jb_arena_close(b->arena);
}

static jb_callout callout_of(const jb_figure *figure, double size_pt)
{
	return (jb_callout){
		.figure = figure,
		.size_pt = size_pt,
		.unit_max_pt = 14,
		.ink = &loud,
		.words = &ink,
		.align = JB_ALIGN_START,
	};
}

static const jb_item *item_of(const bench *b, unsigned i)
{
	g_assert_cmpuint(i, <, b->group->items->len);
	return g_ptr_array_index(b->group->items, i);
}

static const char *texts(const bench *b)
{
	const char *all = "";

	for (unsigned i = 0; i < b->group->items->len; i++)
		all = jb_sprintf(
			b->arena, "%s%s|", all, item_of(b, i)->u.text.text);
	return all;
}

static void parts_stand_side_by_side(bench *b, const void *data)
{
	const jb_callout callout = callout_of(&jobs, 30);
	double width = jb_put_callout(b->desk, b->group, 100, 50, &callout);
	const jb_item *unit = item_of(b, 2);

	(void)data;
	g_assert_cmpstr(texts(b), ==, "约|2.5|万个|");
	/* words of 0.34 × 30 = 10.2 pt, gaps of 0.07 × 30 = 2.1 pt */
	g_assert_cmpfloat(item_of(b, 0)->x, ==, 100);
	g_assert_cmpfloat_with_epsilon(
		item_of(b, 1)->x, 100 + 10.2 + 2.1, 1e-6);
	g_assert_cmpfloat_with_epsilon(unit->x + 20.4, 100 + width, 1e-6);
	g_assert_cmpfloat(unit->y, ==, 50);
}

static void sizes_have_bounds(bench *b, const void *data)
{
	jb_callout callout = callout_of(&jobs, 60);

	(void)data;
	jb_put_callout(b->desk, b->group, 0, 50, &callout);
	g_assert_cmpfloat(item_of(b, 1)->u.text.size_pt, ==, 60);
	g_assert_cmpfloat(item_of(b, 2)->u.text.size_pt, ==, 14);
	callout.size_pt = 12;
	jb_put_callout(b->desk, b->group, 0, 50, &callout);
	g_assert_cmpfloat(item_of(b, 5)->u.text.size_pt, ==, 8);
}

static void inks_are_numerals_and_words(bench *b, const void *data)
{
	const jb_callout callout = callout_of(&jobs, 30);

	(void)data;
	jb_put_callout(b->desk, b->group, 0, 50, &callout);
	g_assert_true(item_of(b, 0)->u.text.ink == &ink);
	g_assert_true(item_of(b, 1)->u.text.ink == &loud);
	g_assert_true(item_of(b, 2)->u.text.ink == &ink);
}

static void every_part_names_the_figure(bench *b, const void *data)
{
	const jb_callout callout = callout_of(&jobs, 30);

	(void)data;
	jb_put_callout(b->desk, b->group, 0, 50, &callout);
	for (unsigned i = 0; i < 3; i++)
		g_assert_cmpstr(item_of(b, i)->figure, ==, "jobs");
}

static void alignment_moves_the_whole(bench *b, const void *data)
{
	jb_callout callout = callout_of(&jobs, 60);
	double width = jb_callout_width(b->desk, &callout);

	(void)data;
	callout.align = JB_ALIGN_END;
	g_assert_cmpfloat(jb_put_callout(b->desk, b->group, 300, 50, &callout),
		==, width);
	g_assert_cmpfloat_with_epsilon(item_of(b, 0)->x, 300 - width, 1e-9);
	callout.align = JB_ALIGN_CENTER;
	jb_put_callout(b->desk, b->group, 300, 50, &callout);
	g_assert_cmpfloat_with_epsilon(item_of(b, 3)->x, 300 - width / 2, 1e-9);
}

static void a_leading_numeral_stands_on_the_edge(bench *b, const void *data)
{
	jb_figure exact = jobs;
	jb_callout callout = callout_of(&exact, 60);

	(void)data;
	exact.bound = JB_EXACT;
	jb_put_callout(b->desk, b->group, 100, 50, &callout);
	g_assert_cmpfloat_with_epsilon(item_of(b, 0)->x, 100 - 1.8, 1e-9);
	callout.align = JB_ALIGN_END;
	jb_put_callout(b->desk, b->group, 100, 50, &callout);
	g_assert_cmpfloat_with_epsilon(item_of(b, 2)->x,
		100 - jb_callout_width(b->desk, &callout), 1e-9);
}

static void trailing_bound_stands_last(bench *b, const void *data)
{
	jb_figure least = jobs;
	const jb_callout callout = callout_of(&least, 30);

	(void)data;
	least.bound = JB_AT_LEAST;
	jb_put_callout(b->desk, b->group, 0, 50, &callout);
	g_assert_cmpstr(texts(b), ==, "2.5|万个|以上|");
}

static void missing_value_is_words_in_their_style(bench *b, const void *data)
{
	const jb_callout callout = callout_of(&unknown, 54);

	(void)data;
	jb_put_callout(b->desk, b->group, 0, 50, &callout);
	g_assert_cmpstr(texts(b), ==, "未公布|");
	g_assert_cmpfloat(item_of(b, 0)->u.text.size_pt, ==, 17);
	g_assert_cmpstr(item_of(b, 0)->figure, ==, "unknown");
}

int main(int argc, char **argv)
{
	g_autofree char *config = NULL;
	g_autoptr(GError) error = NULL;
	int result;

	g_test_init(&argc, &argv, NULL);
#define ADD(name, function)                                                 \
	g_test_add("/scene/callout/" name, bench, NULL, bench_up, function, \
		bench_down)
	ADD("parts", parts_stand_side_by_side);
	ADD("sizes", sizes_have_bounds);
	ADD("inks", inks_are_numerals_and_words);
	ADD("figure", every_part_names_the_figure);
	ADD("align", alignment_moves_the_whole);
	ADD("optical", a_leading_numeral_stands_on_the_edge);
	ADD("after", trailing_bound_stands_last);
	ADD("missing", missing_value_is_words_in_their_style);
	config = g_test_build_filename(
		G_TEST_BUILT, "fonts", "fonts.conf", NULL);
	fonts = jb_fonts_open(config, &error);
	g_assert_no_error(error);
	result = g_test_run();
	jb_fonts_close(fonts);
	return result;
}
