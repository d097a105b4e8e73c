/* test-text-space.c - where the glyphs of a line stand. */
#include "test-text.h"

static void test_han_grid(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "重庆", INFINITY);
	assert_em(at(&s, 0, "重"), 0);
	assert_em(at(&s, 0, "庆"), 1);
	assert_em(s.lines->width_pt / EM, 2);
	close_scene(&s);
}

static void test_gap_han_digit(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "约38个", INFINITY);
	assert_em(at(&s, 0, "3"), 1.25);
	double width = at(&s, 0, "个") - 1.25 - .25;
	assert_em(line_end(&s, 0), 1.25 + width + .25 + 1);
	close_scene(&s);
}

/* Tabular figures: every digit has the same width. */
static void test_tabular_digits(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "10", INFINITY);
	double one = s.lines->width_pt;
	set(&s, "88", INFINITY);
	assert_em(s.lines->width_pt, one);
	close_scene(&s);
}

static void test_typed_space_is_the_gap(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "步行 300 米", INFINITY);
	g_assert_cmpstr(all_text(&s), ==, "步行300米");
	assert_em(at(&s, 0, "3"), 2.25);
	close_scene(&s);
}

static void test_no_gap_beside_marks(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "（A）", INFINITY);
	assert_em(at(&s, 0, "A"), .5);
	close_scene(&s);
}

static void test_sense_space_stays(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "互联互通 交通建设", INFINITY);
	g_assert_cmpstr(all_text(&s), ==, "互联互通 交通建设");
	assert_em(at(&s, 0, "交"), 4.5);
	close_scene(&s);
}

/* Where the number behind 甲 ends, from where it starts. */
static double number_width(scene *s, const char *number)
{
	g_autofree char *text = g_strdup_printf("甲%s乙", number);

	set(s, text, INFINITY);
	return at(s, 0, "乙") - 1.5;
}

/* GB/T 15835: a quarter em between thousands, whatever is typed there. */
static void test_thousands(void)
{
	scene s;

	open_scene(&s, LATIN);
	double whole = number_width(&s, "1300000"), four = 0;
	assert_em(number_width(&s, "1 300 000"), whole + .5);
	assert_em(number_width(&s, "1\u00a0300\u00a0000"), whole + .5);
	assert_em(number_width(&s, "1\u2009300\u2009000"), whole + .5);
	assert_em(number_width(&s, "1\u202f300\u202f000"), whole + .5);
	g_assert_cmpstr(all_text(&s), ==, "甲1\u202f300\u202f000乙");
	four = number_width(&s, "2846");
	assert_em(number_width(&s, "2 846"), four + .25);
	close_scene(&s);
}

/* It does not change with the line. */
static void test_thousands_are_rigid(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "2 846", INFINITY);
	double width = at(&s, 0, "6");
	for (double measure = 10; measure < 12; measure += .1) {
		set(&s, "甲乙 AI 丙丁2 846戊，己庚辛壬癸子丑寅卯辰", measure);
		g_assert_nonnull(strstr(line_text(&s, 0), "2 846"));
		assert_em(at(&s, 0, "6") - at(&s, 0, "2"), width);
	}
	close_scene(&s);
}

/* Lists of years, of numbers, and names are no thousands. */
static void test_no_thousands(void)
{
	static const char *const lists[][2] = {
		{"2023 2024", "20232024"},
		{"10 100 1000", "101001000"},
		{"138 0013 8000", "13800138000"},
		{"A4 210", "A4210"},
		{"101 102 103 104 105 106 107", "101102103104105106107"},
	};
	scene s;

	open_scene(&s, LATIN);
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		set(&s, lists[i][0], INFINITY);
		double space = at(&s, 0, " "), width = line_end(&s, 0);
		set(&s, lists[i][1], INFINITY);
		g_assert_cmpfloat(space, >, 0);
		/* the word space of the font, .2246 em, not a quarter em */
		g_assert_cmpfloat(
			fabs(fmod(width - line_end(&s, 0), .25)), >, .01);
	}
	close_scene(&s);
}

/* A single quote inside another mark stands a quarter em from its ink. */
static void test_nested_quotes(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲“‘好’”乙", INFINITY);
	assert_em(at(&s, 0, "‘") - at(&s, 0, "“"), .4);
	assert_em(at(&s, 0, "”") - at(&s, 0, "’"), .4);
	set(&s, "甲‘“好”’乙", INFINITY);
	assert_em(at(&s, 0, "“") - at(&s, 0, "‘"), .5);
	set(&s, "‘好’", INFINITY);
	assert_em(at(&s, 0, "‘"), -.5);
	assert_em(line_end(&s, 0), 2);
	close_scene(&s);
}

/* A full-width mark has its own blank: a typed space beside it adds none, but
 * is copied. */
static void test_space_beside_marks(void)
{
	static const char *const texts[][2] = {
		{"价格 ： 二元 ／ 斤 ，", "价格：二元／斤，"},
		{"甲 （ 乙 ） 丙", "甲（乙）丙"},
		{"甲 · 乙", "甲·乙"},
		{"甲 。 AI ， 乙", "甲。AI，乙"},
	};
	scene s;

	open_scene(&s, LATIN);
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		set(&s, texts[i][1], INFINITY);
		double end = line_end(&s, 0);
		set(&s, texts[i][0], INFINITY);
		assert_em(line_end(&s, 0), end);
	}
	set(&s, texts[0][0], INFINITY);
	g_assert_cmpstr(all_text(&s), ==, texts[0][0]);
	set(&s, "甲：　乙", INFINITY); /* an em was typed on purpose */
	assert_em(at(&s, 0, "乙"), 3);
	close_scene(&s);
}

/* Paths, and Latin in brackets or quotes, want the gap that letters want. */
static void test_gap_around_letters(void)
{
	static const struct {
		const char *lang, *text, *left, *right;
		double gap;
	} rows[] = {
		{"zh-Hans", "是/usr/local", "是", "/", 1.25},
		{"zh-Hans", "元/kg", "元", "/", 1},
		{"zh-Hans", "和/或", "和", "/", 1},
		{"zh-Hans", "版(AI)本", "版", "(", 1.25},
		{"zh-Hans", "版 (AI) 本", "版", "(", 1.25},
		{"zh-Hans", "版(甲)本", "版", "(", 1},
		{"ja", "と“OK”之", "と", "“", 1.25},
	};
	scene s;

	open_scene(&s, LATIN);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		s.setting.lang = rows[i].lang;
		set(&s, rows[i].text, INFINITY);
		assert_em(at(&s, 0, rows[i].right) - at(&s, 0, rows[i].left),
			rows[i].gap);
	}
	set(&s, "“OK”", INFINITY);
	double end = line_end(&s, 0);
	set(&s, "“OK”之", INFINITY);
	assert_em(at(&s, 0, "之"), end + .25);
	set(&s, "“OK”，", INFINITY);
	assert_em(at(&s, 0, "，"), end);
	close_scene(&s);
}

/* Two marks in a row take 1.5 em, not 2. */
static void test_pairs(void)
{
	static const struct {
		const char *text, *left, *right;
		double origins;
	} pairs[] = {
		{"甲》。乙", "》", "。", .5},
		{"甲。”乙", "。", "”", .5},
		{"甲，（乙", "，", "（", .5},
		{"甲（《乙", "（", "《", .5},
		{"甲！！乙", "！", "！", .5},
		{"甲）（乙", "）", "（", .5},
		{"甲：“乙", "：", "“", .5},
	};
	scene s;

	open_scene(&s, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		set(&s, pairs[i].text, INFINITY);
		double right = strcmp(pairs[i].left, pairs[i].right)
				       ? at(&s, 0, pairs[i].right)
				       : glyph_at(&s, 0, pairs[i].right, 1);
		assert_em(right - at(&s, 0, pairs[i].left), pairs[i].origins);
	}
	close_scene(&s);
}

static void test_pair_across_spans(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {make_span(&s, "甲）"), make_span(&s, "。乙")};
	set_spans(&s, spans, 2, INFINITY);
	assert_em(at(&s, 0, "。") - at(&s, 0, "）"), .5);
	g_assert_cmpuint(s.lines->lines[0].n_runs, ==, 2);
	close_scene(&s);
}

static void test_edges_trimmed(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "（甲）", INFINITY);
	assert_em(at(&s, 0, "（"), -.5);
	assert_em(s.lines->lines[0].x, 0);
	assert_em(line_end(&s, 0), 2);
	close_scene(&s);
}

static void test_indent(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.indent_em = 2;
	set(&s, "甲乙", 20);
	assert_em(at(&s, 0, "甲"), 2);
	close_scene(&s);
}

/* The ink of a bracket, too, starts at exactly the indent. */
static void test_indent_bracket(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.indent_em = 2;
	set(&s, "“甲”乙", 20);
	assert_em(at(&s, 0, "“"), 1.5);
	assert_em(s.lines->lines[0].x / EM, 2);
	close_scene(&s);
}

static void test_hanging_quote(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.hang_start = true;
	s.setting.align = JB_ALIGN_START;
	set(&s, "“甲”乙", 20);
	assert_em(at(&s, 0, "甲"), 0);
	assert_em(s.lines->lines[0].x / EM, -.5);
	close_scene(&s);
}

static void test_long_dash(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "甲——乙……丙", INFINITY);
	assert_em(at(&s, 0, "乙") - at(&s, 0, "——"), 2);
	assert_em(at(&s, 0, "丙") - at(&s, 0, "……"), 2);
	close_scene(&s);
}

/* —— is one glyph: its cluster holds both characters. */
static void test_long_dash_cluster(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "甲——", INFINITY);
	const jb_run *run = &s.lines->lines[0].runs[0];
	g_assert_cmpuint(run->n_clusters, ==, 2);
	g_assert_cmpint(run->clusters[1].bytes, ==, 6);
	g_assert_cmpint(run->clusters[1].glyphs, ==, 1);
	close_scene(&s);
}

static void test_middle_dot(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "阿里·本", INFINITY);
	assert_em(at(&s, 0, "本"), 2.5);
	close_scene(&s);
}

static void test_apostrophe_is_narrow(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "说It’s好", INFINITY);
	g_assert_cmpfloat(at(&s, 0, "s") - at(&s, 0, "’"), <, .3);
	close_scene(&s);
}

static void test_tracking(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.tracking_em = .1;
	set(&s, "甲乙丙", INFINITY);
	assert_em(at(&s, 0, "丙"), 2.2);
	assert_em(line_end(&s, 0), 3.2);
	close_scene(&s);
}

static void test_before(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span spans[] = {make_span(&s, "甲"), make_span(&s, "8")};
	spans[1].before_pt = 7;
	set_spans(&s, spans, 2, INFINITY);
	assert_em(at(&s, 0, "8"), 1.7);
	close_scene(&s);
}

static void test_sizes_and_figures(void)
{
	static const jb_ink red = {.name = "red"};
	scene s;

	open_scene(&s, LATIN);
	jb_span spans[] = {make_span(&s, "约"), make_span(&s, "38")};
	spans[1].size_pt = 30;
	spans[1].rise_pt = 2;
	spans[1].ink = &red;
	spans[1].figure = "parks";
	set_spans(&s, spans, 2, INFINITY);
	const jb_run *run = &s.lines->lines[0].runs[1];
	g_assert_cmpstr(run->text, ==, "38");
	g_assert_cmpstr(run->figure, ==, "parks");
	g_assert_true(run->ink == &red);
	assert_em(run->size_pt, 30);
	assert_em(run->rise_pt, 2);
	close_scene(&s);
}

static void test_centre_and_end(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.align = JB_ALIGN_CENTER;
	set(&s, "甲乙。", 10);
	assert_em(s.lines->lines[0].x / EM, (10 - 2.5) / 2);
	s.setting.align = JB_ALIGN_END;
	set(&s, "甲乙。", 10);
	assert_em(line_end(&s, 0), 10);
	close_scene(&s);
}

static void test_width(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span span = make_span(&s, "“甲乙”丙。");
	assert_em(jb_compose_width(s.arena, &span, 1, NULL) / EM, 5);
	close_scene(&s);
}

/* In Taiwan and Hong Kong a pause stands in the middle of its cell. */
static void test_hant_pause(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.lang = "zh-Hant";
	set(&s, "甲，乙", INFINITY);
	assert_em(at(&s, 0, "，"), 1);
	assert_em(at(&s, 0, "乙"), 2);
	set(&s, "甲乙，", INFINITY);
	assert_em(line_end(&s, 0), 2.75);
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/space/han-grid", test_han_grid);
	g_test_add_func("/space/gap-han-digit", test_gap_han_digit);
	g_test_add_func("/space/tabular-digits", test_tabular_digits);
	g_test_add_func("/space/typed-space", test_typed_space_is_the_gap);
	g_test_add_func("/space/beside-marks", test_no_gap_beside_marks);
	g_test_add_func("/space/sense-space", test_sense_space_stays);
	g_test_add_func("/space/thousands", test_thousands);
	g_test_add_func("/space/thousands-rigid", test_thousands_are_rigid);
	g_test_add_func("/space/no-thousands", test_no_thousands);
	g_test_add_func("/space/nested-quotes", test_nested_quotes);
	g_test_add_func("/space/space-beside-marks", test_space_beside_marks);
	g_test_add_func("/space/around-letters", test_gap_around_letters);
	g_test_add_func("/space/pairs", test_pairs);
	g_test_add_func("/space/pair-across-spans", test_pair_across_spans);
	g_test_add_func("/space/edges-trimmed", test_edges_trimmed);
	g_test_add_func("/space/indent", test_indent);
	g_test_add_func("/space/indent-bracket", test_indent_bracket);
	g_test_add_func("/space/hanging-quote", test_hanging_quote);
	g_test_add_func("/space/long-dash", test_long_dash);
	g_test_add_func("/space/long-dash-cluster", test_long_dash_cluster);
	g_test_add_func("/space/middle-dot", test_middle_dot);
	g_test_add_func("/space/apostrophe", test_apostrophe_is_narrow);
	g_test_add_func("/space/tracking", test_tracking);
	g_test_add_func("/space/before", test_before);
	g_test_add_func("/space/sizes-and-figures", test_sizes_and_figures);
	g_test_add_func("/space/centre-and-end", test_centre_and_end);
	g_test_add_func("/space/width", test_width);
	g_test_add_func("/space/hant-pause", test_hant_pause);
	return g_test_run();
}
