/* test-text-break.c - where lines end, and that they end at the edge. */
#include <time.h>

#include "test-text.h"

/* A made-up town with everything that makes composition hard. */
static const char town[] =
	"临江（新城）的“百日行动”到6月30日已满周年：新开街角公园18个、书房24"
	"座，修复步道约126公里，惠及居民3.5万余人。“出门就是绿地，孩子放学也有"
	"地方去！”住在柳荫街的王阿姨说——她每天都来……下一步，新城将启动“两江”"
	"慢行系统（一期）建设，总投资12.8亿元，预计2027年前完工，届时步行到站"
	"不超过10分钟；AI、5G等设施也会随路铺设，利用率提高38.5%以上。";

static const double measures[] = {24, 20, 17, 15, 13, 11};

static void set_town(scene *s, const char *latin, double measure)
{
	open_scene(s, latin);
	s->setting.indent_em = 2;
	set(s, town, measure);
}

static void test_flush(void)
{
	for (size_t m = 0; m < G_N_ELEMENTS(measures); m++) {
		scene s;
		set_town(&s, m % 2 ? LATIN : NULL, measures[m]);
		for (size_t i = 0; i + 1 < s.lines->n; i++)
			assert_em(line_end(&s, i), measures[m]);
		close_scene(&s);
	}
}

static void test_text_exact(void)
{
	for (size_t m = 0; m < G_N_ELEMENTS(measures); m++) {
		scene s;
		set_town(&s, LATIN, measures[m]);
		g_auto(GStrv) lines = g_strsplit(all_text(&s), "|", -1);
		g_autofree char *joined = g_strjoinv("", lines);
		g_assert_cmpstr(joined, ==, town);
		close_scene(&s);
	}
}

/* Clusters cover bytes and glyphs completely. */
static void test_clusters(void)
{
	scene s;

	set_town(&s, LATIN, 13);
	for (size_t i = 0; i < s.lines->n; i++)
		for (size_t r = 0; r < s.lines->lines[i].n_runs; r++) {
			const jb_run *run = &s.lines->lines[i].runs[r];
			size_t bytes = 0, glyphs = 0;
			for (size_t c = 0; c < run->n_clusters; c++) {
				bytes += (size_t)run->clusters[c].bytes;
				glyphs += (size_t)run->clusters[c].glyphs;
			}
			g_assert_cmpuint(bytes, ==, run->len);
			g_assert_cmpuint(glyphs, ==, run->n_glyphs);
			for (size_t g = 0; g < run->n_glyphs; g++)
				g_assert_cmpuint(run->glyphs[g].id, >, 0);
		}
	close_scene(&s);
}

static void test_edges_of_lines(void)
{
	for (size_t m = 0; m < G_N_ELEMENTS(measures); m++) {
		scene s;
		set_town(&s, LATIN, measures[m]);
		for (size_t i = 0; i < s.lines->n; i++) {
			const char *text = line_text(&s, i);
			const char *end = text + strlen(text);
			gunichar first = g_utf8_get_char(text);
			gunichar last = g_utf8_get_char(g_utf8_prev_char(end));
			g_assert_null(g_utf8_strchr(
				"，。、；：！？”’）》%·", -1, first));
			g_assert_null(g_utf8_strchr("“‘（《", -1, last));
		}
		close_scene(&s);
	}
}

/* At every measure: what must stay together does. */
static void test_unbreakable(void)
{
	static const char *const whole[] = {
		"——", "……", "126", "3.5", "38.5%", "2027", "AI", "5G", "12.8"};

	for (size_t m = 0; m < G_N_ELEMENTS(measures); m++) {
		scene s;
		set_town(&s, LATIN, measures[m]);
		for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
			g_assert_nonnull(strstr(all_text(&s), whole[i]));
		close_scene(&s);
	}
}

/* Symbols are characters: a last line of them is as good as any. */
static void test_symbols_count(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲乙丙丁戊己庚辛★★★", 8);
	g_assert_cmpstr(all_text(&s), ==, "甲乙丙丁戊己庚辛|★★★");
	g_assert_cmpuint(s.lines->lines[1].letters, ==, 3);
	close_scene(&s);
}

/* 孤字: no measure leaves one character on the last line. */
static void test_no_runt(void)
{
	scene s;

	open_scene(&s, NULL);
	for (double measure = 6; measure < 12; measure += .5) {
		set(&s, "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸。", measure);
		const char *text = line_text(&s, s.lines->n - 1);
		g_assert_cmpint(g_utf8_strlen(text, -1), >, 2);
	}
	close_scene(&s);
}

/* Lines that end with a word before 300, over many measures. */
static int lines_ending(const char *text, const char *word)
{
	int n = 0;

	for (double measure = 8; measure < 16; measure += .25) {
		scene s;

		open_scene(&s, LATIN);
		set(&s, text, measure);
		for (size_t i = 0; i < s.lines->n; i++)
			n += g_str_has_suffix(line_text(&s, i), word);
		close_scene(&s);
	}
	return n;
}

/* 约 goes with its number. */
static void test_bound_keeps_number(void)
{
	int together = lines_ending(
		"甲，乙，丙，丁戊己庚辛壬共300公顷，创下新高又续", "共");

	g_assert_cmpint(lines_ending("甲，乙，丙，丁戊己庚辛壬约300公顷，创下"
				     "新高又续",
				"约"),
		<, together);
}

/* The same line with and without a unit behind its number. */
static void test_number_keeps_unit(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "甲，乙，丙，丁戊己庚辛共300的，创下新高又续", 12.7);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲，乙，丙，丁戊己庚辛共300");
	g_assert_cmpuint(s.lines->lines[0].relaxed, ==, 0);
	set(&s, "甲，乙，丙，丁戊己庚辛共300亿，创下新高又续", 12.7);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲，乙，丙，丁戊己庚辛共");
	close_scene(&s);
}

static void test_keep(void)
{
	scene s;

	open_scene(&s, NULL);
	for (double measure = 8; measure < 12; measure++) {
		jb_span spans[] = {make_span(&s, "一二三四五六七"),
			make_span(&s, "不可分开"),
			make_span(&s, "八九十甲乙丙丁戊己庚")};
		spans[1].keep = true;
		set_spans(&s, spans, 3, measure);
		g_assert_nonnull(strstr(all_text(&s), "不可分开"));
	}
	close_scene(&s);
}

static void test_forced_break(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲乙\n丙丁", 10);
	g_assert_cmpstr(all_text(&s), ==, "甲乙|丙丁");
	assert_em(line_end(&s, 0), 2);
	g_assert_false(s.lines->lines[0].last);
	g_assert_true(s.lines->lines[1].last);
	close_scene(&s);
}

static void test_empty(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "", 10);
	g_assert_cmpuint(s.lines->n, ==, 0);
	set(&s, "  ", 10);
	g_assert_cmpuint(s.lines->n, ==, 0);
	close_scene(&s);
}

/* A space where a line ends stays in the text, without width. */
static void test_space_at_line_end(void)
{
	scene s;

	open_scene(&s, LATIN);
	s.setting.align = JB_ALIGN_START;
	set(&s, "one two three four", 4.2);
	g_assert_cmpstr(all_text(&s), ==, "one two |three four");
	const jb_run *run = &s.lines->lines[0].runs[0];
	assert_em(run->glyphs[run->n_glyphs - 1].x, run->width_pt);
	close_scene(&s);
}

static void test_hyphen_and_url(void)
{
	scene s;

	open_scene(&s, LATIN);
	s.setting.align = JB_ALIGN_START;
	set(&s, "well-known", 3);
	g_assert_cmpstr(all_text(&s), ==, "well-|known");
	set(&s, "https://example.org/reports/2026/", 8.5);
	g_assert_cmpstr(all_text(&s), ==, "https://example.org/|reports/2026/");
	close_scene(&s);
}

/* A word is cut only if no line could hold it. */
static void test_word_of_last_resort(void)
{
	scene s;

	open_scene(&s, LATIN);
	s.setting.align = JB_ALIGN_START;
	set(&s, "甲 infrastructure", 6);
	g_assert_cmpstr(all_text(&s), ==, "甲|infrastructure");
	set(&s, "infrastructure", 3);
	g_assert_cmpuint(s.lines->n, >, 1);
	g_assert_cmpuint(jb_diags_warnings(s.diags), ==, 0);
	close_scene(&s);
}

static void test_squeezed(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲，乙，丙丁戊己庚辛壬癸子丑寅卯辰巳", 9);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲，乙，丙丁戊己庚");
	set(&s, "甲，乙，丙丁戊己庚辛，子丑寅卯辰巳午", 10);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲，乙，丙丁戊己庚辛，");
	assert_em(at(&s, 0, "乙") - at(&s, 0, "，"), .75);
	assert_em(s.lines->lines[0].stretch_em, -.25);
	close_scene(&s);
}

static void test_loose_line_is_told(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {make_span(&s, "一二三"),
		make_span(&s, "四五六七八九"), make_span(&s, "甲乙丙")};
	spans[1].keep = true;
	set_spans(&s, spans, 3, 8);
	g_assert_cmpstr(messages(&s), ==,
		"warning: line “一二三” is loose: gaps wider by 2.50 em\n"
		"    hint: widen the frame, or word it another way\n");
	close_scene(&s);
}

static void test_overfull_line_is_told(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span span = make_span(&s, "一二三四五六");
	span.keep = true;
	set_spans(&s, &span, 1, 5);
	g_assert_cmpstr(messages(&s), ==,
		"warning: line “一二三四五六” runs 1.00 em over its measure\n"
		"    hint: widen the frame, or set the text smaller\n");
	close_scene(&s);
}

/* A measure rounded to a hundredth of a point holds the characters that it is
 * meant for, in any alignment. */
static void test_rounded_measure(void)
{
	static const char text[] =
		"一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";
	scene s;

	open_scene(&s, NULL);
	for (int align = JB_ALIGN_JUSTIFY; align <= JB_ALIGN_END; align++) {
		s.setting.align = (jb_align)align;
		set(&s, text, 23.9998);
		g_assert_cmpuint(s.lines->n, ==, 2);
		g_assert_cmpuint(strlen(line_text(&s, 0)), ==, 24 * 3);
		g_assert_cmpfloat(s.lines->lines[0].off_em, ==, 0);
		assert_em(line_end(&s, 0), 24);
	}
	set(&s, text, 23.99);
	g_assert_cmpuint(strlen(line_text(&s, 0)), ==, 23 * 3);
	g_assert_cmpstr(messages(&s), ==, "");
	close_scene(&s);
}

static void test_balance(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.balance = true;
	set(&s, "一二三四五六七八九十甲", 10);
	g_assert_cmpuint(s.lines->n, ==, 2);
	g_assert_cmpfloat(line_end(&s, 1), >=, 5);
	close_scene(&s);
}

/* A head ends its line after a pause, not before or behind a bracket. */
static void test_balance_at_pauses(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.balance = true;
	s.setting.squeeze = true;
	for (double measure = 11; measure < 14; measure += .5) {
		set(&s, "西部（重庆）科学城——一座新城", measure);
		g_assert_cmpstr(
			all_text(&s), ==, "西部（重庆）科学城——|一座新城");
	}
	set(&s, "新区学习贯彻《关于新城的意见》会议举行", 14);
	g_assert_cmpstr(
		all_text(&s), ==, "新区学习贯彻|《关于新城的意见》会议举行");
	close_scene(&s);
}

static void test_balance_by_sense(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.balance = true;
	s.setting.align = JB_ALIGN_CENTER;
	set(&s, "水清岸绿，临江新城的一年", 10);
	g_assert_cmpstr(all_text(&s), ==, "水清岸绿，|临江新城的一年");
	set(&s, "河岸新生 临江新城慢行系统", 10);
	g_assert_cmpstr(all_text(&s), ==, "河岸新生 |临江新城慢行系统");
	close_scene(&s);
}

/* What a head's line is never cut at, whatever its measure. */
static void test_balance_keeps_whole(void)
{
	static const char *const whole[] = {"300亿", "亿元", "第3", "约40",
		"well-known", "transformation", "阿里·哈桑"};
	scene s;

	open_scene(&s, LATIN);
	s.setting.balance = true;
	for (double measure = 8; measure < 16; measure += .25) {
		set(&s,
			"投资300亿元建设约40座公园，第3个well-"
			"known的阿里·哈桑博"
			"物馆迎来transformation",
			measure);
		for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
			g_assert_nonnull(strstr(all_text(&s), whole[i]));
	}
	close_scene(&s);
}

static void test_balance_leaves_none_alone(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.balance = true;
	for (double measure = 3; measure < 12; measure += .5) {
		set(&s, "一二三四五六七八九十甲，乙", measure);
		const char *text = line_text(&s, s.lines->n - 1);
		g_assert_cmpint(g_utf8_strlen(text, -1), >=, 2);
	}
	close_scene(&s);
}

/* Eighty thousand characters in one paragraph: every line is flush, and the
 * work grows with the text. */
static void test_long_paragraph(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	scene s;

	for (int i = 0; i < 2000; i++)
		g_string_append(text,
			"临江新城修复步道约126公里，惠及居民3.5万余"
			"人；“出门就是绿地”，王阿姨说。");
	open_scene(&s, LATIN);
	clock_t start = clock();
	set(&s, text->str, 20);
	clock_t once = clock() - start;
	for (size_t i = 0; i + 1 < s.lines->n; i++)
		assert_em(line_end(&s, i), 20);
	g_string_append(text, text->str);
	start = clock();
	set(&s, text->str, 20);
	/* twice the text: not four times the work */
	g_assert_cmpint(clock() - start, <, 4 * once);
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/break/flush", test_flush);
	g_test_add_func("/break/text-exact", test_text_exact);
	g_test_add_func("/break/clusters", test_clusters);
	g_test_add_func("/break/edges-of-lines", test_edges_of_lines);
	g_test_add_func("/break/unbreakable", test_unbreakable);
	g_test_add_func("/break/no-runt", test_no_runt);
	g_test_add_func("/break/symbols", test_symbols_count);
	g_test_add_func("/break/number-unit", test_number_keeps_unit);
	g_test_add_func("/break/bound-number", test_bound_keeps_number);
	g_test_add_func("/break/keep", test_keep);
	g_test_add_func("/break/forced", test_forced_break);
	g_test_add_func("/break/empty", test_empty);
	g_test_add_func("/break/space-at-end", test_space_at_line_end);
	g_test_add_func("/break/hyphen-and-url", test_hyphen_and_url);
	g_test_add_func("/break/last-resort", test_word_of_last_resort);
	g_test_add_func("/break/squeezed", test_squeezed);
	g_test_add_func("/break/loose-told", test_loose_line_is_told);
	g_test_add_func("/break/overfull-told", test_overfull_line_is_told);
	g_test_add_func("/break/rounded-measure", test_rounded_measure);
	g_test_add_func("/break/balance", test_balance);
	g_test_add_func("/break/balance-pauses", test_balance_at_pauses);
	g_test_add_func("/break/balance-sense", test_balance_by_sense);
	g_test_add_func("/break/balance-whole", test_balance_keeps_whole);
	g_test_add_func("/break/balance-alone", test_balance_leaves_none_alone);
	g_test_add_func("/break/long", test_long_paragraph);
	return g_test_run();
}
