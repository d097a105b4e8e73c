/* test-text-ruby.c - pinyin over the line, zhuyin beside a character. */
#include "test-text.h"

static jb_span rubied(const scene *s, const char *text, const char *ruby)
{
	jb_span span = make_span(s, text);

	span.ruby = ruby;
	return span;
}

static const jb_run *over(const scene *s, size_t line, size_t i)
{
	g_assert_cmpuint(line, <, s->lines->n);
	g_assert_cmpuint(i, <, s->lines->lines[line].n_over);
	return &s->lines->lines[line].over[i];
}

static double middle(const jb_run *run)
{
	return (run->x + run->width_pt / 2) / EM;
}

static double end(const jb_run *run)
{
	return (run->x + run->width_pt) / EM;
}

static void test_mono(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span spans[] = {make_span(&s, "在"), rubied(&s, "大邑", "dà yì"),
		make_span(&s, "县")};
	set_spans(&s, spans, 3, INFINITY);
	g_assert_cmpstr(all_text(&s), ==, "在大邑县");
	g_assert_cmpuint(s.lines->lines[0].n_over, ==, 2);
	g_assert_cmpstr(over(&s, 0, 0)->text, ==, "dà");
	g_assert_cmpstr(over(&s, 0, 1)->text, ==, "yì");
	assert_em(over(&s, 0, 0)->size_pt, EM / 2);
	assert_em(middle(over(&s, 0, 0)), at(&s, 0, "大") + .5);
	assert_em(middle(over(&s, 0, 1)), at(&s, 0, "邑") + .5);
	close_scene(&s);
}

/* Narrow ruby moves nothing; all of it is set in the CJK face. */
static void test_narrow(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span spans[] = {
		rubied(&s, "弹子石", "Dànzǐshí"), make_span(&s, "站")};
	set_spans(&s, spans, 2, INFINITY);
	assert_em(at(&s, 0, "站"), 3);
	g_assert_cmpuint(s.lines->lines[0].n_over, ==, 1);
	assert_em(middle(over(&s, 0, 0)), 1.5);
	g_assert_cmpstr(jb_face_family(over(&s, 0, 0)->face), ==, SERIF);
	close_scene(&s);
}

/* The em box of kana stands on that of the base, which ends at .88; letters
 * with tails stand a little higher. */
static void test_height(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {rubied(&s, "县", "xiàn"), rubied(&s, "今", "きょ")};
	set_spans(&s, spans, 2, INFINITY);
	assert_em(over(&s, 0, 0)->rise_pt / EM, .98);
	assert_em(over(&s, 0, 1)->rise_pt / EM, .88 + .12 / 2);
	s.setting.vertical = true;
	spans[0].ruby = "yǐng";
	set_spans(&s, spans, 2, INFINITY);
	const jb_run *run = over(&s, 0, 0);
	for (size_t i = 0; i < run->n_glyphs; i++)
		g_assert_cmpfloat(
			run->rise_pt + jb_glyph_ink(run, i).x0, >, .49 * EM);
	assert_em(over(&s, 0, 1)->rise_pt / EM, .77);
	close_scene(&s);
}

/* clreq: at least a quarter of a ruby em between two syllables. */
static void test_wide_syllables(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {rubied(&s, "庄双窗", "zhuāng shuāng chuāng")};
	set_spans(&s, spans, 1, INFINITY);
	for (size_t i = 0; i < 2; i++)
		assert_em((over(&s, 0, i + 1)->x) / EM - end(over(&s, 0, i)),
			.125);
	assert_em(middle(over(&s, 0, 1)), at(&s, 0, "双") + .5);
	/* nothing to lean on at the edges: the base moves in, ruby is flush */
	assert_em(over(&s, 0, 0)->x, 0);
	assert_em(end(over(&s, 0, 2)), line_end(&s, 0));
	close_scene(&s);
}

/* Over half a ruby em of neighbours without ruby, no more. */
static void test_leaning(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {make_span(&s, "甲"), rubied(&s, "关", "guān"),
		make_span(&s, "乙")};
	set_spans(&s, spans, 3, INFINITY);
	double wide = over(&s, 0, 0)->width_pt / EM;
	g_assert_cmpfloat(wide, >, 1.2);
	g_assert_cmpfloat(wide, <, 1.5);
	assert_em(at(&s, 0, "关"), 1);
	assert_em(at(&s, 0, "乙"), 2);
	spans[1] = rubied(&s, "庄", "zhuāng");
	set_spans(&s, spans, 3, INFINITY);
	wide = over(&s, 0, 0)->width_pt / EM;
	g_assert_cmpfloat(wide, >, 1.5);
	assert_em(over(&s, 0, 0)->x / EM, .75);
	assert_em(at(&s, 0, "乙"), 1 + wide - .5);
	close_scene(&s);
}

/* The characters of a group are spread, half as much at its ends. */
static void test_wide_group(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {rubied(&s, "双桥", "Shuāngqiáozhèn")};
	set_spans(&s, spans, 1, INFINITY);
	double wide = over(&s, 0, 0)->width_pt / EM, part = (wide - 2) / 4;
	g_assert_cmpfloat(wide, >, 2.5);
	assert_em(over(&s, 0, 0)->x, 0);
	assert_em(at(&s, 0, "双"), part);
	assert_em(at(&s, 0, "桥"), 1 + 3 * part);
	assert_em(line_end(&s, 0), wide);
	close_scene(&s);
}

/* Readers see a space in a gap: blank glyphs fill the body of a character that
 * stands apart, and copying gives the character alone. */
static void test_spread_base_is_filled(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {make_span(&s, "甲"),
		rubied(&s, "双桥", "Shuāngqiáozhèn"), rubied(&s, "日", "rì"),
		rubied(&s, "鹤", "ㄏㄜˋ"), make_span(&s, "乙")};
	set_spans(&s, spans, 5, INFINITY);
	static const int glyphs[] = {1, 3, 1, 2, 1};
	const jb_line *line = &s.lines->lines[0];
	for (size_t i = 0; i < 5; i++)
		g_assert_cmpint(
			line->runs[i].clusters[0].glyphs, ==, glyphs[i]);
	const jb_run *group = &line->runs[1];
	g_assert_cmpstr(group->text, ==, "双桥");
	g_assert_cmpuint(group->n_clusters, ==, 2);
	g_assert_cmpint(group->clusters[0].bytes, ==, 3);
	assert_em(group->glyphs[0].x, 0);
	double ends = group->glyphs[2].x, next = group->glyphs[3].x;
	g_assert_cmpfloat(ends, <, next);
	g_assert_cmpfloat(ends + .5 * EM, >, next);
	close_scene(&s);
}

/* A form that the font lists for no character is left alone: readers that know
 * clusters by their glyphs would lose it. */
static void test_other_forms_are_left(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span span = rubied(&s, "直", "zhuāng");
	set_spans(&s, &span, 1, INFINITY);
	g_assert_cmpint(s.lines->lines[0].runs[0].clusters[0].glyphs, ==, 3);
	span.lang = "ja";
	set_spans(&s, &span, 1, INFINITY);
	g_assert_cmpint(s.lines->lines[0].runs[0].clusters[0].glyphs, ==, 1);
	close_scene(&s);
}

/* Kana that are narrower than their base are spread over it. */
static void test_kana_group(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {rubied(&s, "東京都", "とうと")};
	set_spans(&s, spans, 1, INFINITY);
	const jb_run *run = over(&s, 0, 0);
	g_assert_cmpuint(run->n_glyphs, ==, 3);
	assert_em(run->x / EM, .25);
	assert_em((run->glyphs[1].x - run->glyphs[0].x) / EM, 1);
	/* one cluster, so that no space is read between them */
	g_assert_cmpuint(run->n_clusters, ==, 1);
	g_assert_cmpint(run->clusters[0].glyphs, ==, 3);
	g_assert_cmpint(run->clusters[0].bytes, ==, strlen("とうと"));
	close_scene(&s);
}

static void test_group_is_not_cut(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {make_span(&s, "甲乙丙"),
		rubied(&s, "重庆市", "Chóngqìng"), make_span(&s, "丁戊")};
	set_spans(&s, spans, 3, 5);
	g_assert_cmpstr(all_text(&s), ==, "甲乙丙|重庆市丁戊");
	spans[1].ruby = "yī yī yī";
	set_spans(&s, spans, 3, 5);
	g_assert_cmpstr(all_text(&s), ==, "甲乙丙重庆|市丁戊");
	g_assert_cmpuint(s.lines->lines[0].n_over, ==, 2);
	g_assert_cmpuint(s.lines->lines[1].n_over, ==, 1);
	close_scene(&s);
}

/* The group leans on nothing where a line starts: its ruby stays inside. */
static void test_line_start(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {make_span(&s, "甲乙丙丁"), rubied(&s, "关", "guān"),
		make_span(&s, "戊己庚")};
	set_spans(&s, spans, 3, 4);
	g_assert_cmpstr(all_text(&s), ==, "甲乙丙丁|关戊己庚");
	assert_em(over(&s, 1, 0)->x, 0);
	set_spans(&s, spans, 3, 5);
	g_assert_cmpstr(line_text(&s, 0), ==, "甲乙丙丁关");
	assert_em(end(over(&s, 0, 0)), 5);
	close_scene(&s);
}

static void test_wrong_count(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {rubied(&s, "重庆市", "chóng qìng")};
	set_spans(&s, spans, 1, INFINITY);
	g_assert_nonnull(strstr(messages(&s),
		"ruby has 2 parts, but its base has 3 characters"));
	close_scene(&s);
}

/* A character without ruby among others that have it. */
static void test_empty_part(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {rubied(&s, "大的邑", "dà  yì")};
	set_spans(&s, spans, 1, INFINITY);
	g_assert_cmpuint(s.lines->lines[0].n_over, ==, 2);
	assert_em(middle(over(&s, 0, 1)), at(&s, 0, "邑") + .5);
	g_assert_cmpstr(messages(&s), ==, "");
	close_scene(&s);
}

/* Ruby has its box, too, and it stands over the line. */
static void test_missing_glyph(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {
		make_span(&s, "甲"), rubied(&s, "字", "\xf0\x9f\xab\xa8")};
	set_spans(&s, spans, 2, INFINITY);
	g_assert_nonnull(strstr(messages(&s), "U+1FAE8"));
	g_assert_cmpuint(s.lines->lines[0].n_decors, ==, 1);
	const jb_decor *box = &s.lines->lines[0].decors[0];
	g_assert_cmpint(box->kind, ==, JB_DECOR_BOX);
	assert_em(box->x0 / EM, 1.25);
	g_assert_cmpfloat(box->y / EM, <, -.9);
	close_scene(&s);
}

/* --- zhuyin --- */

/* clreq: symbols of 3/10 em in a cell of half an em, right of the base. */
static void test_zhuyin(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span spans[] = {
		rubied(&s, "重庆", "ㄔㄨㄥˊ ㄑㄧㄥˋ"), make_span(&s, "市")};
	set_spans(&s, spans, 2, INFINITY);
	const jb_run *run = over(&s, 0, 0);
	g_assert_cmpstr(run->text, ==, "ㄔㄨㄥˊ");
	assert_em(run->size_pt / EM, .3);
	assert_em(run->x / EM, 1);
	assert_em(at(&s, 0, "庆"), 1.5);
	assert_em(at(&s, 0, "市"), 3);
	g_assert_cmpuint(run->n_glyphs, ==, 4);
	for (size_t i = 0; i < 2; i++)
		assert_em((run->glyphs[i + 1].y - run->glyphs[i].y) / EM, .3);
	close_scene(&s);
}

/* The stack is centred on the em box; the tone is right of the last symbol;
 * the neutral dot is over the first, wherever it is written. */
static void test_zhuyin_places(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {rubied(&s, "好", "ㄏㄠˇ")};
	set_spans(&s, spans, 1, INFINITY);
	const jb_run *run = over(&s, 0, 0);
	g_assert_cmpfloat(run->glyphs[2].x, >, run->glyphs[1].x);
	g_assert_cmpfloat(run->glyphs[0].y, <, run->glyphs[1].y);
	spans[0] = rubied(&s, "的", "˙ㄉㄜ");
	set_spans(&s, spans, 1, INFINITY);
	run = over(&s, 0, 0);
	g_assert_cmpstr(run->text, ==, "˙ㄉㄜ");
	g_assert_cmpfloat(run->glyphs[0].y, <, run->glyphs[1].y);
	close_scene(&s);
}

/* Strokes of 3/10 of their size want a weight that is 200 more; the heaviest
 * has none. */
static void test_zhuyin_weight(void)
{
	static const int weights[][2] = {{400, 600}, {500, 700}, {900, 900}};
	scene s;

	open_scene(&s, LATIN);
	for (size_t i = 0; i < G_N_ELEMENTS(weights); i++) {
		jb_span span = rubied(&s, "好", "ㄏㄠˇ");
		span.font = jb_fonts_lookup(s.fonts, s.diags, (jb_pos){0},
			&(jb_fontspec){
				.family = SERIF, .weight = weights[i][0]});
		set_spans(&s, &span, 1, INFINITY);
		const jb_run *run = over(&s, 0, 0);
		g_assert_cmpint(jb_face_weight(run->face), ==, weights[i][1]);
		g_assert_cmpstr(jb_face_family(run->face), ==, SERIF);
	}
	close_scene(&s);
}

/* In vertical lines zhuyin stands in the space between the lines. */
static void test_zhuyin_vertical(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.vertical = true;
	jb_span spans[] = {rubied(&s, "重庆", "ㄔㄨㄥˊ ㄑㄧㄥˋ")};
	set_spans(&s, spans, 1, INFINITY);
	assert_em(s.lines->width_pt / EM, 2);
	assert_em(over(&s, 0, 1)->x / EM, 1);
	g_assert_cmpfloat(over(&s, 0, 1)->glyphs[0].x / EM, >, .5);
	close_scene(&s);
}

/* Dots stay under the characters, not under the cell beside them. */
static void test_dots_with_zhuyin(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {rubied(&s, "好", "ㄏㄠˇ")};
	spans[0].marks = JB_MARK_DOTS;
	set_spans(&s, spans, 1, INFINITY);
	g_assert_cmpuint(s.lines->lines[0].n_decors, ==, 1);
	assert_em(s.lines->lines[0].decors[0].x0 / EM, .5);
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ruby/mono", test_mono);
	g_test_add_func("/ruby/narrow", test_narrow);
	g_test_add_func("/ruby/height", test_height);
	g_test_add_func("/ruby/wide-syllables", test_wide_syllables);
	g_test_add_func("/ruby/leaning", test_leaning);
	g_test_add_func("/ruby/wide-group", test_wide_group);
	g_test_add_func("/ruby/spread-filled", test_spread_base_is_filled);
	g_test_add_func("/ruby/other-forms", test_other_forms_are_left);
	g_test_add_func("/ruby/kana-group", test_kana_group);
	g_test_add_func("/ruby/group-not-cut", test_group_is_not_cut);
	g_test_add_func("/ruby/line-start", test_line_start);
	g_test_add_func("/ruby/wrong-count", test_wrong_count);
	g_test_add_func("/ruby/empty-part", test_empty_part);
	g_test_add_func("/ruby/missing", test_missing_glyph);
	g_test_add_func("/ruby/zhuyin", test_zhuyin);
	g_test_add_func("/ruby/zhuyin-places", test_zhuyin_places);
	g_test_add_func("/ruby/zhuyin-weight", test_zhuyin_weight);
	g_test_add_func("/ruby/zhuyin-vertical", test_zhuyin_vertical);
	g_test_add_func("/ruby/zhuyin-dots", test_dots_with_zhuyin);
	return g_test_run();
}
