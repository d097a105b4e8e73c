/* Looks of pieces: weights, notes, marks beside the text, drop caps. */
#include "scene/desk.h"

#include <math.h>
#include <string.h>

#include "text/ink.h"

#define EM 10.
#define LEADING 16.
#define FIRST 12. /* baseline of the first line */

static jb_fonts *fonts;
static const jb_ink accent = {.name = "accent"}, text = {.name = "text"};
static const jb_fontrole serif = {
	.role = "serif", .family = "Noto Serif CJK SC"};
static const jb_fontrole sans = {.role = "sans",
	.family = "Noto Sans CJK SC",
	.latin = "Roboto Condensed"};

typedef struct bench {
	jb_arena *arena;
	jb_diags *diags;
	jb_theme theme;
	jb_layout layout;
	jb_desk *desk;
	jb_style style, display;
	GArray *pieces; /* jb_rich_piece */
} bench;

static void bench_up(bench *b, const void *data)
{
	(void)data;
	b->arena = jb_arena_open();
	b->diags = jb_diags_new(b->arena);
	b->theme.name = "plain";
	b->theme.inks = g_hash_table_new(g_str_hash, g_str_equal);
	b->theme.fonts = g_hash_table_new(g_str_hash, g_str_equal);
	g_hash_table_insert(b->theme.inks, "accent", (void *)&accent);
	g_hash_table_insert(b->theme.inks, "text", (void *)&text);
	g_hash_table_insert(b->theme.fonts, "sans", (void *)&serif);
	b->layout.theme = &b->theme;
	b->layout.src = jb_source_new(b->arena, "plain.yaml", "a: 1\n", 5);
	b->layout.baseline_pt = LEADING;
	b->layout.ascent_pt = FIRST;
	b->layout.styles = g_hash_table_new(g_str_hash, g_str_equal);
	b->desk = jb_desk_new(b->arena, b->diags, fonts, NULL, &b->layout);
	b->style = (jb_style){.name = "body",
		.font = &serif,
		.weight = 400,
		.size_pt = EM,
		.leading_pt = LEADING,
		.align = JB_TEXT_JUSTIFY,
		.ink = "text"};
	b->pieces = g_array_new(FALSE, TRUE, sizeof(jb_rich_piece));
}

static void bench_down(bench *b, const void *data)
{
	g_autofree char *said = jb_diags_text(b->diags);

	(void)data;
	g_assert_cmpstr(said, ==, "");
	g_hash_table_unref(b->theme.inks);
	g_hash_table_unref(b->theme.fonts);
	g_hash_table_unref(b->layout.styles);
	jb_arena_close(b->arena);
}

/* A piece with a look, or plain; the next call of set() sets all. */
static void piece(bench *b, const char *words, const jb_look *look)
{
	jb_rich_piece p = {.text = words};

	if (look) {
		p.look = jb_new(b->arena, jb_look);
		*(jb_look *)p.look = *look;
	}
	g_array_append_val(b->pieces, p);
}

static jb_group *set(bench *b, double measure)
{
	const jb_rich *rich = jb_rich_take(b->arena, b->pieces);

	b->pieces = g_array_new(FALSE, TRUE, sizeof(jb_rich_piece));
	return jb_set_text(b->desk, rich, &b->style, NULL, measure, NULL);
}

static jb_group *set_plain(bench *b, const char *words, double measure)
{
	piece(b, words, NULL);
	return set(b, measure);
}

/* The nth item of a kind. */
static const jb_item *item(const jb_group *group, jb_item_kind kind, size_t nth)
{
	for (unsigned i = 0; i < group->items->len; i++) {
		const jb_item *at = g_ptr_array_index(group->items, i);

		if (at->kind == kind && nth-- == 0)
			return at;
	}
	g_error("no such item");
}

static const jb_run *run(const jb_group *group, size_t nth)
{
	return &item(group, JB_ITEM_TEXT, nth)->u.text;
}

static unsigned count(const jb_group *group, jb_item_kind kind)
{
	unsigned n = 0;

	for (unsigned i = 0; i < group->items->len; i++)
		n += ((jb_item *)group->items->pdata[i])->kind == kind;
	return n;
}

static void assert_near(double a, double b)
{
	g_assert_cmpfloat_with_epsilon(a, b, .01);
}

/* --- weights --- */

static int weight_of_strong(bench *b, const jb_fontrole *role, int weight)
{
	jb_style *style = jb_new(b->arena, jb_style); /* fonts go by style */
	jb_rich_piece *p;
	jb_group *group;

	*style = b->style;
	style->font = role;
	style->weight = weight;
	piece(b, "重", &(jb_look){.strong = true});
	p = &g_array_index(b->pieces, jb_rich_piece, 0);
	group = jb_set_text(b->desk, &(jb_rich){p, 1}, style, NULL, 99, NULL);
	g_array_set_size(b->pieces, 0);
	return jb_face_weight(run(group, 0)->face);
}

static void strong_is_heavier(bench *b, const void *data)
{
	(void)data;
	g_assert_cmpint(weight_of_strong(b, &serif, 400), ==, 700);
	g_assert_cmpint(weight_of_strong(b, &serif, 600), ==, 900);
	g_assert_cmpint(weight_of_strong(b, &serif, 700), ==, 900);
	g_assert_cmpint(weight_of_strong(b, &serif, 900), ==, 900);
}

/* Only weights that both families have. */
static void strong_of_two_families(bench *b, const void *data)
{
	(void)data;
	g_assert_cmpint(weight_of_strong(b, &sans, 400), ==, 700);
	g_assert_cmpint(weight_of_strong(b, &sans, 700), ==, 700);
}

static void display_without_a_style(bench *b, const void *data)
{
	(void)data;
	piece(b, "投资", NULL);
	piece(b, "1197", &(jb_look){.display = true});
	const jb_group *group = set(b, INFINITY);
	g_assert_cmpstr(run(group, 1)->text, ==, "1197");
	g_assert_cmpint(jb_face_weight(run(group, 1)->face), ==, 700);
	g_assert_true(run(group, 1)->ink == &accent);
	assert_near(run(group, 1)->size_pt, EM);
}

/* The line pitch stays: no larger than the leading. */
static void display_in_its_style(bench *b, const void *data)
{
	(void)data;
	b->display = b->style;
	b->display.name = "display";
	b->display.weight = 900;
	b->display.size_pt = 13;
	g_hash_table_insert(b->layout.styles, "display", &b->display);
	piece(b, "1197", &(jb_look){.display = true});
	piece(b, "公顷", NULL);
	const jb_group *group = set(b, 99);
	assert_near(run(group, 0)->size_pt, 13);
	g_assert_cmpint(jb_face_weight(run(group, 0)->face), ==, 900);
	g_assert_true(run(group, 0)->ink == &text);
	assert_near(group->height, LEADING);
	b->display.size_pt = 40;
	piece(b, "1197", &(jb_look){.display = true});
	assert_near(run(set(b, 99), 0)->size_pt, LEADING);
}

/* The indent is of the text's size, not of what it begins with. */
static void indent_before_a_large_figure(bench *b, const void *data)
{
	(void)data;
	b->display = b->style;
	b->display.size_pt = 15;
	g_hash_table_insert(b->layout.styles, "display", &b->display);
	b->style.indent_em = 2;
	piece(b, "1197", &(jb_look){.display = true});
	piece(b, "公顷", NULL);
	assert_near(item(set(b, 99), JB_ITEM_TEXT, 0)->x, 2 * EM);
}

/* --- notes --- */

static void note_is_small_and_high(bench *b, const void *data)
{
	(void)data;
	piece(b, "数据", NULL);
	piece(b, "12", &(jb_look){.note = 12});
	piece(b, "，来自", NULL);
	const jb_group *group = set(b, INFINITY);
	const jb_item *note = item(group, JB_ITEM_TEXT, 1);
	g_assert_cmpstr(note->u.text.text, ==, "12");
	assert_near(note->u.text.size_pt, .6 * EM);
	g_assert_cmpfloat(note->y, <, FIRST - .3 * EM);
	assert_near(note->x, 2.04 * EM);
}

/* Two notes at one place are 1 and 2, not 12. */
static void notes_stand_apart(bench *b, const void *data)
{
	(void)data;
	piece(b, "甲乙", NULL);
	piece(b, "1", &(jb_look){.note = 1});
	piece(b, "2", &(jb_look){.note = 2});
	const jb_group *group = set(b, INFINITY);
	const jb_item *one = item(group, JB_ITEM_TEXT, 1);
	const jb_item *two = item(group, JB_ITEM_TEXT, 2);
	g_assert_cmpstr(two->u.text.text, ==, "2");
	g_assert_cmpfloat(two->x - one->x, >, (.25 + .6 * .45) * EM);
	g_assert_cmpfloat(two->x - one->x, <, (.25 + .6 * .65) * EM);
}

/* Whatever the measure, a note's mark stands behind what it is at. */
static void note_never_starts_a_line(bench *b, const void *data)
{
	static const char *const before[] = {
		"甲乙丙丁", "甲乙丙）", "甲乙38", "甲乙丙。"};

	(void)data;
	b->style.align = JB_TEXT_START;
	for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
		for (double measure = 3; measure < 6; measure += .5) {
			piece(b, before[i], NULL);
			piece(b, "1", &(jb_look){.note = 1});
			piece(b, "戊己庚", NULL);
			const jb_group *group = set(b, measure * EM);
			for (unsigned k = 0; k < group->items->len; k++) {
				const jb_item *at = group->items->pdata[k];
				if (strcmp(at->u.text.text, "1") == 0)
					g_assert_cmpfloat(at->x, >, EM);
			}
		}
}

/* --- beside the text --- */

static void dots_are_paths(bench *b, const void *data)
{
	(void)data;
	piece(b, "甲", NULL);
	piece(b, "乙丙", &(jb_look){.marks = JB_LOOK_DOTS, .item = 1});
	const jb_group *group = set(b, INFINITY);
	g_assert_cmpuint(count(group, JB_ITEM_PATH), ==, 2);
	const jb_item *dot = item(group, JB_ITEM_PATH, 1);
	assert_near(dot->x, 2.5 * EM);
	g_assert_cmpfloat(dot->y, >, FIRST + .2 * EM);
	g_assert_true(dot->beside);
	g_assert_true(dot->u.path.fill == &text);
	g_assert_null(dot->u.path.stroke);
	assert_near(dot->u.path.steps[0].p[0], .065 * EM);
}

/* From end to end in whole waves, up and down by turns. */
static void wave_is_whole(bench *b, const void *data)
{
	(void)data;
	piece(b, "史记", &(jb_look){.marks = JB_LOOK_TITLE, .item = 1});
	const jb_item *wave = item(set(b, INFINITY), JB_ITEM_PATH, 0);
	const jb_path *path = &wave->u.path;
	g_assert_cmpuint(path->n % 2, ==, 1);
	for (size_t i = 1; i < path->n; i++) {
		g_assert_cmpint(path->steps[i].op, ==, JB_CURVE);
		assert_near(path->steps[i].p[5], 0);
		g_assert_cmpfloat(path->steps[i].p[1] * (i % 2 ? -1 : 1), >, 0);
	}
	assert_near(path->steps[path->n - 1].p[4], 2 * EM);
	g_assert_true(path->stroke == &text);
}

static void vertical_marks_stand_beside(bench *b, const void *data)
{
	(void)data;
	b->style.vertical = true;
	piece(b, "甲", &(jb_look){.marks = JB_LOOK_DOTS, .item = 1});
	piece(b, "乙", &(jb_look){.marks = JB_LOOK_NAME, .item = 2});
	const jb_group *group = set(b, INFINITY);
	const jb_item *dot = item(group, JB_ITEM_PATH, 0);
	const jb_item *rule = item(group, JB_ITEM_PATH, 1);
	double centre = LEADING / 2;
	g_assert_cmpfloat(dot->x, >, centre + EM / 2);
	assert_near(dot->y, EM / 2);
	g_assert_cmpfloat(rule->x, <, centre - EM / 2);
	assert_near(rule->y, EM);
	assert_near(rule->u.path.steps[1].p[0], 0);
	assert_near(rule->u.path.steps[1].p[1], EM);
}

/* The text of a line comes first and whole, then its ruby. */
static void ruby_comes_after_its_line(bench *b, const void *data)
{
	(void)data;
	piece(b, "在", NULL);
	piece(b, "大邑", &(jb_look){.ruby = "dà yì"});
	piece(b, "县", NULL);
	const jb_group *group = set(b, INFINITY);
	const char *want[] = {"在", "大邑", "县", "dà", "yì"};
	g_assert_cmpuint(count(group, JB_ITEM_TEXT), ==, 5);
	for (size_t i = 0; i < 5; i++) {
		const jb_item *at = item(group, JB_ITEM_TEXT, i);
		g_assert_cmpstr(at->u.text.text, ==, want[i]);
		g_assert_cmpint(at->beside, ==, i > 2);
	}
	g_assert_cmpfloat(item(group, JB_ITEM_TEXT, 3)->y, <, FIRST - .9 * EM);
	assert_near(group->height, LEADING);
}

/* A figure that runs on to the next line is one appearance, ruby or not. */
static void ruby_does_not_part_a_figure(bench *b, const void *data)
{
	jb_scene *scene = jb_scene_new(b->arena);
	jb_leaf *leaf = jb_leaf_new(b->arena, scene, "1");

	(void)data;
	b->style.align = JB_TEXT_START;
	piece(b, "大邑有", NULL);
	g_array_index(b->pieces, jb_rich_piece, 0).look =
		&(jb_look){.ruby = "dà yì yǒu"};
	piece(b, "四十余家", NULL);
	g_array_index(b->pieces, jb_rich_piece, 1).figure = "firms";
	jb_group_place(leaf->group, set(b, 5 * EM), 0, 0);
	GArray *found = jb_scene_appearances(b->arena, scene);
	g_assert_cmpuint(found->len, ==, 1);
	g_assert_cmpstr(
		g_array_index(found, jb_appearance, 0).text, ==, "四十余家");
}

/* --- drop caps --- */

static const char *const long_text =
	"重庆高新区成立以来，全面推进科技创新，培育新质生产力，建设两大中心。";

static void initial_over_two_lines(bench *b, const void *data)
{
	(void)data;
	b->style.drop = 2;
	b->style.indent_em = 2;
	const jb_group *group = set_plain(b, long_text, 12 * EM);
	const jb_item *large = item(group, JB_ITEM_TEXT, 0);
	double size = LEADING + EM;
	g_assert_cmpstr(large->u.text.text, ==, "重");
	g_assert_null(large->line);
	assert_near(large->x, 0);
	assert_near(large->u.text.size_pt, size);
	/* from the top of the first em box to the foot of the second */
	assert_near(large->y - .88 * size, FIRST - .88 * EM);
	assert_near(large->y + .12 * size, FIRST + LEADING + .12 * EM);
	assert_near(item(group, JB_ITEM_TEXT, 1)->x, 3 * EM);
	assert_near(item(group, JB_ITEM_TEXT, 2)->x, 3 * EM);
	assert_near(item(group, JB_ITEM_TEXT, 3)->x, 0);
	g_assert_true(g_str_has_prefix(run(group, 1)->text, "庆"));
}

static void initial_over_three_lines(bench *b, const void *data)
{
	(void)data;
	b->style.drop = 3;
	const jb_group *group = set_plain(b, long_text, 12 * EM);
	assert_near(run(group, 0)->size_pt, 2 * LEADING + EM);
	assert_near(item(group, JB_ITEM_TEXT, 3)->x, 4.5 * EM);
	assert_near(item(group, JB_ITEM_TEXT, 4)->x, 0);
}

/* An opening mark goes with it at its size, its ink flush with the edge. */
static void initial_with_a_quote(bench *b, const void *data)
{
	static const char *const marks[] = {"“", "《", "「", "（"};

	(void)data;
	b->style.drop = 2;
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autofree char *words = g_strconcat(marks[i],
			"科学城是一座新的城市，它很年轻，也很大。", NULL);
		g_autofree char *taken = g_strconcat(marks[i], "科", NULL);
		const jb_group *group = set_plain(b, words, 12 * EM);
		const jb_item *large = item(group, JB_ITEM_TEXT, 0);
		jb_ink_box ink = jb_glyph_ink(&large->u.text, 0);

		g_assert_cmpstr(large->u.text.text, ==, taken);
		assert_near(large->x + ink.x0, 0);
		g_assert_cmpfloat(ink.x1 - ink.x0, >, EM / 2);
		/* what that gives is the text's */
		double wide = 1.5 * (LEADING + EM) + large->x;
		assert_near(item(group, JB_ITEM_TEXT, 1)->x,
			ceil((wide / EM + .2) / .5) * .5 * EM);
	}
}

/* A mark behind it stays in the text, at the text's size. */
static void initial_before_a_comma(bench *b, const void *data)
{
	(void)data;
	b->style.drop = 2;
	const jb_group *group = set_plain(
		b, "一，科学城是一座新的城市，它很年轻，也很大。", 12 * EM);
	g_assert_cmpstr(run(group, 0)->text, ==, "一");
	g_assert_true(g_str_has_prefix(run(group, 1)->text, "，科"));
	assert_near(run(group, 1)->size_pt, EM);
	assert_near(item(group, JB_ITEM_TEXT, 1)->x, 3 * EM);
}

/* A letter stands on the last line's baseline. */
static void initial_letter(bench *b, const void *data)
{
	(void)data;
	b->style.drop = 2;
	const jb_group *group = set_plain(
		b, "GDP增长百分之五，比上年同期提高一个百分点。", 10 * EM);
	g_assert_cmpstr(run(group, 0)->text, ==, "G");
	assert_near(item(group, JB_ITEM_TEXT, 0)->y, FIRST + LEADING);
	g_assert_true(g_str_has_prefix(run(group, 1)->text, "DP"));
}

static void vertical_initial(bench *b, const void *data)
{
	(void)data;
	b->style.drop = 2;
	b->style.vertical = true;
	const jb_group *group = set_plain(b, long_text, 12 * EM);
	double size = LEADING + EM, right = group->width;
	assert_near(run(group, 0)->size_pt, size);
	/* its middle is the middle of the first two columns */
	assert_near(item(group, JB_ITEM_TEXT, 0)->x, right - LEADING);
	assert_near(item(group, JB_ITEM_TEXT, 1)->y, 3 * EM);
}

static void assert_no_initial(bench *b, const char *words, double measure)
{
	jb_group *group;

	b->style.drop = 3;
	group = set_plain(b, words, measure);
	assert_near(run(group, 0)->size_pt, EM);
}

static void no_initial(bench *b, const void *data)
{
	(void)data;
	assert_no_initial(b, "两行的段落没有首字。", 8 * EM);
	assert_no_initial(
		b, "2026年，全市生产总值达到新的水平，增速加快。", 8 * EM);
	assert_no_initial(b, long_text, 8 * EM); /* half of it would be left */
	assert_no_initial(b, "重。", 8 * EM);
	assert_no_initial(b, long_text, INFINITY);
	b->style.drop = 2;
	piece(b, "重庆", &(jb_look){.ruby = "Chóngqìng"});
	piece(b, long_text, NULL);
	g_assert_cmpfloat(run(set(b, 12 * EM), 0)->size_pt, <=, EM);
}

/* --- icons --- */

static const jb_item *text_item(const jb_group *group, const char *words)
{
	for (size_t i = 0; i < count(group, JB_ITEM_TEXT); i++) {
		const jb_item *at = item(group, JB_ITEM_TEXT, i);

		if (g_str_has_prefix(at->u.text.text, words))
			return at;
	}
	g_error("no such text");
}

/* The em box of an icon in text of EM: 24 units are 1.032 em. */
static double icon_left(const jb_item *icon)
{
	return icon->x + (1.032 - 1) / 2 * EM;
}

static void icon_is_an_em_of_ink(bench *b, const void *data)
{
	const jb_item *icon;
	jb_group *group;

	(void)data;
	piece(b, "到", NULL);
	piece(b, JB_RICH_ICON, &(jb_look){.icon = "park"});
	piece(b, "亭", NULL);
	group = set(b, INFINITY);
	g_assert_cmpuint(count(group, JB_ITEM_PATH), ==, 1);
	icon = item(group, JB_ITEM_PATH, 0);
	assert_near(icon_left(icon), EM);
	assert_near(icon->y, FIRST - .88 * EM - .016 * EM);
	assert_near(text_item(group, "亭")->x, 2 * EM);
	g_assert_true(icon->u.path.stroke == &text);
	g_assert_null(icon->u.path.fill);
	g_assert_true(icon->beside);
	for (size_t i = 0; i < count(group, JB_ITEM_TEXT); i++)
		g_assert_null(strstr(run(group, i)->text, "\xef\xbf\xbc"));
}

static void icon_stays_with_its_words(bench *b, const void *data)
{
	(void)data;
	b->style.align = JB_TEXT_START;
	for (int ems = 3; ems <= 16; ems++) {
		const jb_item *icon, *words;
		jb_group *group;

		piece(b, "北京市建成公园以后，", NULL);
		piece(b, JB_RICH_ICON, &(jb_look){.icon = "bus"});
		piece(b, "亭", NULL);
		piece(b, "。人们都来了。", NULL);
		group = set(b, ems * EM);
		icon = item(group, JB_ITEM_PATH, 0);
		words = text_item(group, "亭");
		assert_near(words->y - icon->y, .896 * EM);
		assert_near(words->x - icon_left(icon), EM);
	}
}

static void icon_takes_no_initial(bench *b, const void *data)
{
	(void)data;
	b->style.drop = 2;
	piece(b, JB_RICH_ICON, &(jb_look){.icon = "bus"});
	piece(b, long_text, NULL);
	g_assert_cmpfloat(run(set(b, 12 * EM), 0)->size_pt, <=, EM);
}

int main(int argc, char **argv)
{
	g_autofree char *config = NULL;
	GError *error = NULL;
	int result;

	g_test_init(&argc, &argv, NULL);
#define ADD(name, function) \
	g_test_add("/looks/" name, bench, NULL, bench_up, function, bench_down)
	ADD("strong", strong_is_heavier);
	ADD("strong-of-two", strong_of_two_families);
	ADD("display-plain", display_without_a_style);
	ADD("display", display_in_its_style);
	ADD("indent", indent_before_a_large_figure);
	ADD("note", note_is_small_and_high);
	ADD("notes", notes_stand_apart);
	ADD("note-start", note_never_starts_a_line);
	ADD("dots", dots_are_paths);
	ADD("wave", wave_is_whole);
	ADD("vertical-marks", vertical_marks_stand_beside);
	ADD("ruby-order", ruby_comes_after_its_line);
	ADD("ruby-figure", ruby_does_not_part_a_figure);
	ADD("initial-2", initial_over_two_lines);
	ADD("initial-3", initial_over_three_lines);
	ADD("initial-quote", initial_with_a_quote);
	ADD("initial-comma", initial_before_a_comma);
	ADD("initial-letter", initial_letter);
	ADD("initial-vertical", vertical_initial);
	ADD("initial-none", no_initial);
	ADD("icon", icon_is_an_em_of_ink);
	ADD("icon-words", icon_stays_with_its_words);
	ADD("icon-initial", icon_takes_no_initial);
	config = g_test_build_filename(
		G_TEST_BUILT, "fonts", "fonts.conf", NULL);
	fonts = jb_fonts_open(config, &error);
	g_assert_no_error(error);
	result = g_test_run();
	jb_fonts_close(fonts);
	return result;
}
