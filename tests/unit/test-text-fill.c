/* test-text-fill.c - the order in which a line gives and takes space.
 *
 * Every text fills exactly one line and its next line is "末末末", whose first
 * character does not fit: the slack of line one is known.
 */
#include "test-text.h"
#include "text/break.h"
#include "text/marks.h"

static double gap_between(const scene *s, const char *left, const char *right)
{
	return at(s, 0, right) - at(s, 0, left);
}

/* Brackets give before commas, commas before Latin gaps, these before stops. */
static void test_brackets_give_first(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲（乙，丙。丁戊己庚辛末末末", 9.7);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲（乙，丙。丁戊己庚");
	assert_em(at(&s, 0, "（"), .7); /* blank .2 of .5 */
	assert_em(gap_between(&s, "，", "丙"), 1);
	assert_em(gap_between(&s, "。", "丁"), 1);
	close_scene(&s);
}

/* What a line costs that takes so much of five commas' half em each. */
static double price_of(double taken)
{
	jb_setting setting = {.measure_pt = 100};
	jb_para para = {.em = EM, .setting = &setting};
	jb_sums line = {.width = 100 + taken};
	jb_fit fit;

	line.shrink[JB_STEP_COMMA] = 25;
	double price = jb_line_price(&para, &line, 100, 20, false, &fit);
	g_assert_cmpint(fit, ==, JB_FIT_FINE);
	return price;
}

/* The last part of a blank is much dearer than the first. */
static void test_last_part_is_dear(void)
{
	double first = price_of(5), half = price_of(12.5) - price_of(7.5);
	double last = price_of(25) - price_of(20);

	g_assert_cmpfloat(half, >, first);
	g_assert_cmpfloat(last, >, 3 * half);
	g_assert_cmpfloat(last, >, 8 * first);
}

static void test_commas_give_next(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲（乙，丙。丁戊己庚辛末末末", 9.3);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲（乙，丙。丁戊己庚");
	assert_em(at(&s, 0, "（"), .5);
	assert_em(gap_between(&s, "，", "丙"), .8);
	assert_em(gap_between(&s, "。", "丁"), 1);
	close_scene(&s);
}

/* 己 and 庚 are joined: else the line would rather end before 庚. */
static void test_stops_give_last(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲（乙，丙。丁戊己\xe2\x81\xa0庚辛末末末", 8.8);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲（乙，丙。丁戊己庚");
	assert_em(gap_between(&s, "，", "丙"), .5);
	assert_em(gap_between(&s, "。", "丁"), .8);
	close_scene(&s);
}

static void test_equal_shares(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲，乙，丙，丁戊己庚辛末末末末末末", 10.4);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲，乙，丙，丁戊己庚辛");
	assert_em(glyph_at(&s, 0, "，", 0), 1);
	assert_em(gap_between(&s, "乙", "丙"), 1.8);
	assert_em(at(&s, 0, "丁") - glyph_at(&s, 0, "，", 2), .8);
	close_scene(&s);
}

static void test_stretch_is_equal(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲乙丙丁戊己庚辛壬癸子丑", 8.1);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲乙丙丁戊己庚辛");
	for (int i = 1; i < 8; i++) {
		static const char *const han[] = {
			"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"};
		assert_em(gap_between(&s, han[i - 1], han[i]), 1 + .1 / 7);
	}
	assert_em(s.lines->lines[0].stretch_em, .1 / 7);
	close_scene(&s);
}

/* Latin gaps open to a third of an em before any Han moves. */
static void test_latin_gaps_open_first(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲乙丙丁戊己庚A辛壬癸子丑寅卯辰", 9);
	double latin = jb_compose_width(s.arena,
			       &(jb_span){.text = "A",
				       .len = 1,
				       .font = s.font,
				       .size_pt = EM},
			       1, NULL) /
		       EM;
	set(&s, "甲乙丙丁戊己庚A辛壬癸子丑寅卯辰", 9.5 + latin + .1);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲乙丙丁戊己庚A辛壬");
	assert_em(at(&s, 0, "A") - at(&s, 0, "庚"), 1.3);
	assert_em(gap_between(&s, "甲", "乙"), 1);
	close_scene(&s);
}

/* No line starts with what the rules bar. */
static void test_barred_starts(void)
{
	static const char *const marks[] = {"，", "。", "、", "；", "：", "！",
		"？", "”", "’", "）", "》", "】", "」", "·", "～", "／", "％",
		"℃", "‰", "ー", "々", "%", ")", ","};
	scene s;

	open_scene(&s, NULL);
	s.setting.align = JB_ALIGN_START;
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autofree char *text =
			g_strdup_printf("甲乙丙丁%s戊己庚辛", marks[i]);
		set(&s, text, 4.2);
		for (size_t k = 1; k < s.lines->n; k++)
			g_assert_false(
				g_str_has_prefix(line_text(&s, k), marks[i]));
	}
	close_scene(&s);
}

static void test_barred_ends(void)
{
	static const char *const marks[] = {
		"“", "‘", "（", "《", "【", "「", "￥", "№", "(", "①"};
	scene s;

	open_scene(&s, NULL);
	s.setting.align = JB_ALIGN_START;
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autofree char *text =
			g_strdup_printf("甲乙丙%s丁戊己庚辛", marks[i]);
		set(&s, text, 4.2);
		for (size_t k = 0; k + 1 < s.lines->n; k++)
			g_assert_false(
				g_str_has_suffix(line_text(&s, k), marks[i]));
	}
	close_scene(&s);
}

static void test_joiner_and_split(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.align = JB_ALIGN_START;
	set(&s, "甲乙丙\xe2\x81\xa0丁戊己", 3);
	g_assert_cmpstr(all_text(&s), ==, "甲乙|丙丁|戊己");
	set(&s,
		"abcd\xe2\x80\x8b"
		"efgh",
		3);
	g_assert_cmpstr(all_text(&s), ==, "abcd|efgh");
	close_scene(&s);
}

/* A line with Latin and Han is flush to the thousandth. */
static void test_address_is_flush(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s,
		"详见https://www.example.org/very/long/path/to/some/"
		"page.html?query=one&more=two以及附件，请查收。",
		13);
	for (size_t i = 0; i + 1 < s.lines->n; i++)
		assert_em(line_end(&s, i), 13);
	g_assert_cmpuint(jb_diags_warnings(s.diags), ==, 0);
	close_scene(&s);
}

/* One mark may hang outside of a line's end, none of a row. */
static void test_hanging_marks(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.hang_end = true;
	set(&s, "甲乙丙丁戊己，庚辛壬癸子丑", 6);
	g_assert_cmpstr(all_text(&s), ==, "甲乙丙丁戊己，|庚辛壬癸子丑");
	assert_em(line_end(&s, 0), 6.5);
	assert_em(at(&s, 0, "，"), 6);
	assert_em(s.lines->lines[0].off_em, 0);
	set(&s, "甲乙丙丁戊己”，庚辛壬癸子丑", 6);
	g_assert_false(g_str_has_suffix(line_text(&s, 0), "，"));
	set(&s, "甲乙丙丁戊己！庚辛壬癸子丑", 6);
	g_assert_false(g_str_has_suffix(line_text(&s, 0), "！"));
	s.setting.hang_end = false;
	set(&s, "甲乙丙丁戊己，庚辛壬癸子丑", 6);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲乙丙丁戊");
	close_scene(&s);
}

/* A mark hangs only where that makes the better line. */
static void test_marks_that_fit_do_not_hang(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.hang_end = true;
	set(&s, "甲乙丙丁戊己，庚辛壬癸子丑", 6.5);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲乙丙丁戊己，");
	assert_em(line_end(&s, 0), 6.5);
	close_scene(&s);
}

/* The first lines step aside, the others do not. */
static void test_insets(void)
{
	static const jb_inset insets[] = {{2 * EM, 0}, {2 * EM, EM}};
	scene s;

	open_scene(&s, NULL);
	s.setting.insets = insets;
	s.setting.n_insets = G_N_ELEMENTS(insets);
	set(&s, "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑", 8);
	g_assert_cmpstr(all_text(&s), ==,
		"一二三四五六|七八九十甲|乙丙丁戊己庚辛壬|癸子丑");
	assert_em(s.lines->lines[0].x / EM, 2);
	assert_em(s.lines->lines[1].x / EM, 2);
	assert_em(s.lines->lines[2].x / EM, 0);
	assert_em(line_end(&s, 0), 8);
	assert_em(line_end(&s, 1), 7);
	assert_em(line_end(&s, 2), 8);
	close_scene(&s);
}

/* They count on over a forced break, and add up with the indent. */
static void test_insets_count_lines(void)
{
	static const jb_inset insets[] = {{EM, 0}, {EM, 0}};
	scene s;

	open_scene(&s, NULL);
	s.setting.insets = insets;
	s.setting.n_insets = G_N_ELEMENTS(insets);
	s.setting.indent_em = 2;
	set(&s, "一二\n三四五六七八九", 6);
	g_assert_cmpstr(all_text(&s), ==, "一二|三四五六七|八九");
	assert_em(s.lines->lines[0].x / EM, 3);
	assert_em(s.lines->lines[1].x / EM, 1);
	assert_em(s.lines->lines[2].x / EM, 0);
	close_scene(&s);
}

/* clreq #paragraph-adjustment: an opening mark in an indented line has lost
 * its blank, so its ink stands at the indent. */
static void test_indent_with_opening_mark(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.indent_em = 2;
	set(&s, "“甲乙”丙丁戊己庚辛", 8);
	assert_em(s.lines->lines[0].x / EM, 2);
	assert_em(at(&s, 0, "“"), 1.5);
	assert_em(at(&s, 0, "甲"), 2.5);
	close_scene(&s);
}

/* A little of two commas before all of one: within a class too. */
static void test_shrinking_is_convex(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲，乙，丙丁戊己庚辛壬癸子丑寅卯辰巳午未，申", 9.5);
	for (size_t i = 0; i + 1 < s.lines->n; i++)
		g_assert_cmpfloat(s.lines->lines[i].stretch_em, >, -.3);
	close_scene(&s);
}

/* What a paragraph's last line holds is among the facts. */
static void test_letters_of_last_line(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲乙丙丁戊己，庚辛。", 6);
	g_assert_cmpuint(s.lines->n, ==, 2);
	g_assert_cmpuint(s.lines->lines[0].letters, ==, 3);
	g_assert_cmpuint(s.lines->lines[1].letters, >=, 2);
	set(&s, "甲。", 6);
	g_assert_cmpuint(s.lines->lines[0].letters, ==, 3);
	set(&s, "甲乙丙丁戊己庚", 6);
	g_assert_cmpuint(s.lines->lines[1].letters, ==, 2);
	/* a line between forced breaks is no end of a text */
	set(&s, "甲乙丙\n\n丁", 6);
	for (size_t i = 0; i < s.lines->n; i++)
		g_assert_cmpuint(s.lines->lines[i].letters, ==, 3);
	close_scene(&s);
}

/* The narrow · ends a line with its ink, though its cell is half an em. */
static void test_dot_at_line_end(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "一二三四五六·七八九十甲乙丙", 6.45);
	g_assert_cmpstr(line_text(&s, 0), ==, "一二三四五六·");
	assert_em(line_end(&s, 0), 6.45);
	assert_em(at(&s, 0, "·"), 6.45 - .327);
	close_scene(&s);
}

/* Letters of an address give way before Han stands farther apart than is
 * loose, and no farther than they may. */
static void test_letters_of_address_apart(void)
{
	scene s;

	open_scene(&s, LATIN);
	for (double measure = 9; measure < 18; measure += .25) {
		set(&s,
			"甲乙丙丁戊https://example.org/reports/2026/"
			"registration/index.html己庚辛",
			measure);
		for (size_t i = 0; i + 1 < s.lines->n; i++) {
			g_assert_cmpfloat(s.lines->lines[i].loose_em, <, .251);
			assert_em(line_end(&s, i), measure);
		}
	}
	close_scene(&s);
}

/* The T before a hyphenless break is not kerned to the o behind it. */
static void test_no_kerning_over_line_end(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span span = make_span(&s, "ToToToToToToToToToToToTo");
	double pair = jb_compose_width(s.arena,
		&(jb_span){
			.text = "T", .len = 1, .font = s.font, .size_pt = EM},
		1, NULL);
	s.setting.hyphenate = "";
	s.setting.align = JB_ALIGN_START;
	for (double measure = 3; measure < 5; measure += .05) {
		set_spans(&s, &span, 1, measure);
		for (size_t i = 0; i + 1 < s.lines->n; i++) {
			const jb_run *run = &s.lines->lines[i].runs[0];
			double last = run->glyphs[run->n_glyphs - 1].x;
			if (!g_str_has_suffix(line_text(&s, i), "T"))
				continue;
			g_assert_cmpfloat(last + pair, <=, measure * EM + .01);
		}
	}
	close_scene(&s);
}

/* Not drawn off the page without a word. */
static void test_line_longer_than_a_page(void)
{
	g_autofree char *stars = g_strnfill(4000, '*');
	scene s;

	open_scene(&s, NULL);
	set(&s, stars, 20);
	g_autofree char *said = jb_diags_text(s.diags);
	g_assert_nonnull(strstr(
		said, "error: line “********…” is longer than any page"));
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fill/brackets-first", test_brackets_give_first);
	g_test_add_func("/fill/last-part", test_last_part_is_dear);
	g_test_add_func("/fill/commas-next", test_commas_give_next);
	g_test_add_func("/fill/stops-last", test_stops_give_last);
	g_test_add_func("/fill/equal-shares", test_equal_shares);
	g_test_add_func("/fill/stretch-equal", test_stretch_is_equal);
	g_test_add_func("/fill/latin-first", test_latin_gaps_open_first);
	g_test_add_func("/fill/barred-starts", test_barred_starts);
	g_test_add_func("/fill/barred-ends", test_barred_ends);
	g_test_add_func("/fill/joiner-and-split", test_joiner_and_split);
	g_test_add_func("/fill/address", test_address_is_flush);
	g_test_add_func("/fill/hanging", test_hanging_marks);
	g_test_add_func("/fill/not-hanging", test_marks_that_fit_do_not_hang);
	g_test_add_func("/fill/insets", test_insets);
	g_test_add_func("/fill/insets-count", test_insets_count_lines);
	g_test_add_func("/fill/indent-mark", test_indent_with_opening_mark);
	g_test_add_func("/fill/convex", test_shrinking_is_convex);
	g_test_add_func("/fill/letters", test_letters_of_last_line);
	g_test_add_func("/fill/dot-at-end", test_dot_at_line_end);
	g_test_add_func("/fill/letters-apart", test_letters_of_address_apart);
	g_test_add_func(
		"/fill/longer-than-a-page", test_line_longer_than_a_page);
	g_test_add_func("/fill/no-kerning", test_no_kerning_over_line_end);
	return g_test_run();
}
