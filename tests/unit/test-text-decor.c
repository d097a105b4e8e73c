/* test-text-decor.c - emphasis dots and lines beside the text of a line. */
#include "test-text.h"

static jb_span marked(
	const scene *s, const char *text, unsigned marks, unsigned item)
{
	jb_span span = make_span(s, text);

	span.marks = marks;
	span.item = item;
	return span;
}

static const jb_line *line_of(const scene *s, size_t i)
{
	g_assert_cmpuint(i, <, s->lines->n);
	return &s->lines->lines[i];
}

/* The n-th decor of a kind in a line. */
static const jb_decor *decor(
	const scene *s, size_t line, jb_decor_kind kind, size_t nth)
{
	const jb_line *l = line_of(s, line);

	for (size_t i = 0; i < l->n_decors; i++)
		if (l->decors[i].kind == kind && nth-- == 0)
			return &l->decors[i];
	g_error("no such decor");
}

static size_t count(const scene *s, size_t line, jb_decor_kind kind)
{
	const jb_line *l = line_of(s, line);
	size_t n = 0;

	for (size_t i = 0; i < l->n_decors; i++)
		n += l->decors[i].kind == kind;
	return n;
}

static void assert_spans(const jb_decor *d, double x0, double x1)
{
	assert_em(d->x0 / EM, x0);
	assert_em(d->x1 / EM, x1);
}

static void test_plain_text_has_none(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "甲乙，丙", INFINITY);
	g_assert_cmpuint(line_of(&s, 0)->n_decors, ==, 0);
	g_assert_cmpuint(line_of(&s, 0)->n_over, ==, 0);
	close_scene(&s);
}

/* clreq #emphasis-dots: below, one a character, none for marks and spaces. */
static void test_dots(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {make_span(&s, "甲"),
		marked(&s, "乙，丙。丁 戊", JB_MARK_DOTS, 1)};
	set_spans(&s, spans, 2, INFINITY);
	g_assert_cmpuint(count(&s, 0, JB_DECOR_DOT), ==, 4);
	assert_spans(decor(&s, 0, JB_DECOR_DOT, 0), 1.5, 1.5);
	assert_spans(decor(&s, 0, JB_DECOR_DOT, 1), 3.5, 3.5);
	g_assert_cmpuint(line_of(&s, 0)->n_decors, ==, 4);
	close_scene(&s);
}

/* .04 em of blank between the em box, which ends at .12, and each mark in turn;
 * a dot alone ends at .29, so that ruby over the next line has its room. */
static void test_marks_stand_close(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {marked(&s, "甲", JB_MARK_DOTS, 1),
		marked(&s, "乙", JB_MARK_DOTS | JB_MARK_NAME, 2),
		marked(&s, "丙", JB_MARK_DOTS | JB_MARK_NAME | JB_MARK_TITLE,
			3),
		marked(&s, "丁", JB_MARK_TITLE, 4)};
	set_spans(&s, spans, 4, INFINITY);
	double box = .12, dot = 2 * .065, rule = .05, wave = .14;
	double dots[] = {box + .04, box + .08 + rule, box + .12 + rule + wave};
	for (size_t i = 0; i < 3; i++)
		assert_em(decor(&s, 0, JB_DECOR_DOT, i)->y / EM,
			dots[i] + dot / 2);
	assert_em(decor(&s, 0, JB_DECOR_RULE, 0)->y / EM, box + .04 + rule / 2);
	assert_em(decor(&s, 0, JB_DECOR_WAVE, 0)->y / EM,
		box + .08 + rule + wave / 2);
	assert_em(decor(&s, 0, JB_DECOR_WAVE, 1)->y / EM, box + .04 + wave / 2);
	close_scene(&s);
}

/* The line under a Latin word is as high and as thick as that of a name. */
static void test_emphasis_beside_a_name(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span spans[] = {marked(&s, "GIS", JB_MARK_DOTS, 1),
		marked(&s, "重庆", JB_MARK_NAME, 2)};
	set_spans(&s, spans, 2, INFINITY);
	const jb_decor *word = decor(&s, 0, JB_DECOR_RULE, 0);
	const jb_decor *name = decor(&s, 0, JB_DECOR_RULE, 1);
	assert_em(word->y, name->y);
	assert_em(word->em, name->em);
	close_scene(&s);
}

/* No rule gives Latin letters dots: a word has a line, without its marks. */
static void test_dots_of_latin(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span spans[] = {marked(&s, "用AI, ML做", JB_MARK_DOTS, 1)};
	set_spans(&s, spans, 1, INFINITY);
	g_assert_cmpuint(count(&s, 0, JB_DECOR_DOT), ==, 2);
	g_assert_cmpuint(count(&s, 0, JB_DECOR_RULE), ==, 1);
	const jb_decor *rule = decor(&s, 0, JB_DECOR_RULE, 0);
	assert_em(rule->x0 / EM, 1.25);
	assert_em(rule->x1 / EM, at(&s, 0, "做") - .25);
	close_scene(&s);
}

static void test_neighbours_are_apart(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {make_span(&s, "在"),
		marked(&s, "北京", JB_MARK_NAME, 1),
		marked(&s, "上海", JB_MARK_NAME, 2), make_span(&s, "间")};
	set_spans(&s, spans, 4, INFINITY);
	g_assert_cmpuint(count(&s, 0, JB_DECOR_RULE), ==, 2);
	assert_spans(decor(&s, 0, JB_DECOR_RULE, 0), 1, 3 - .0625);
	assert_spans(decor(&s, 0, JB_DECOR_RULE, 1), 3 + .0625, 5);
	close_scene(&s);
}

/* A name and a title that touch end apart, too. */
static void test_kinds_are_apart(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {marked(&s, "班固", JB_MARK_NAME, 1),
		marked(&s, "汉书", JB_MARK_TITLE, 2)};
	set_spans(&s, spans, 2, INFINITY);
	assert_spans(decor(&s, 0, JB_DECOR_RULE, 0), 0, 2 - .0625);
	assert_spans(decor(&s, 0, JB_DECOR_WAVE, 0), 2 + .0625, 4);
	close_scene(&s);
}

/* What lies apart already is not shortened. */
static void test_gap_is_enough(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {marked(&s, "北京", JB_MARK_NAME, 1),
		make_span(&s, "、"), marked(&s, "上海", JB_MARK_NAME, 2)};
	set_spans(&s, spans, 3, INFINITY);
	assert_spans(decor(&s, 0, JB_DECOR_RULE, 0), 0, 2);
	assert_spans(decor(&s, 0, JB_DECOR_RULE, 1), 3, 5);
	close_scene(&s);
}

/* One item of several spans, with a gap in it, is one line. */
static void test_item_of_spans(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span spans[] = {marked(&s, "第", JB_MARK_TITLE, 1),
		marked(&s, "38", JB_MARK_TITLE, 1),
		marked(&s, "号文件（甲）", JB_MARK_TITLE, 1)};
	set_spans(&s, spans, 3, INFINITY);
	g_assert_cmpuint(count(&s, 0, JB_DECOR_WAVE), ==, 1);
	assert_spans(decor(&s, 0, JB_DECOR_WAVE, 0), 0, line_end(&s, 0));
	close_scene(&s);
}

static void test_line_breaks_at_the_edge(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {make_span(&s, "看书读"),
		marked(&s, "资治通鉴", JB_MARK_TITLE, 1),
		make_span(&s, "一遍")};
	set_spans(&s, spans, 3, 5);
	g_assert_cmpstr(all_text(&s), ==, "看书读资治|通鉴一遍");
	assert_spans(decor(&s, 0, JB_DECOR_WAVE, 0), 3, 5);
	assert_spans(decor(&s, 1, JB_DECOR_WAVE, 0), 0, 2);
	close_scene(&s);
}

/* The blank half of a mark at the edge of a line stays bare. */
static void test_trimmed_edges(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {marked(&s, "（甲）", JB_MARK_NAME, 1)};
	set_spans(&s, spans, 1, INFINITY);
	assert_spans(decor(&s, 0, JB_DECOR_RULE, 0), 0, 2);
	close_scene(&s);
}

static void test_lines_follow_justification(void)
{
	scene s;

	open_scene(&s, NULL);
	jb_span spans[] = {marked(&s, "甲乙", JB_MARK_NAME, 1),
		make_span(&s, "丙（丁戊己庚辛壬")};
	set_spans(&s, spans, 2, 4.2);
	const jb_decor *rule = decor(&s, 0, JB_DECOR_RULE, 0);
	assert_em(rule->x1 / EM, at(&s, 0, "乙") + 1);
	close_scene(&s);
}

static void test_strike(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span spans[] = {marked(&s, "三月", JB_MARK_STRIKE, 1),
		marked(&s, "上旬", JB_MARK_STRIKE, 2), make_span(&s, "或"),
		marked(&s, "May", JB_MARK_STRIKE, 3)};
	set_spans(&s, spans, 4, INFINITY);
	g_assert_cmpuint(count(&s, 0, JB_DECOR_STRIKE), ==, 2);
	assert_spans(decor(&s, 0, JB_DECOR_STRIKE, 0), 0, 4);
	assert_em(decor(&s, 0, JB_DECOR_STRIKE, 0)->y / EM, -.38);
	g_assert_cmpfloat(decor(&s, 0, JB_DECOR_STRIKE, 1)->y, >,
		decor(&s, 0, JB_DECOR_STRIKE, 0)->y);
	close_scene(&s);
}

/* clreq: dots at the right of a vertical line, lines at its left. */
static void test_vertical_sides(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.vertical = true;
	jb_span spans[] = {marked(&s, "甲", JB_MARK_DOTS | JB_MARK_NAME, 1),
		marked(&s, "乙", JB_MARK_STRIKE, 2)};
	set_spans(&s, spans, 2, INFINITY);
	g_assert_cmpfloat(decor(&s, 0, JB_DECOR_DOT, 0)->y / EM, <, -.54);
	g_assert_cmpfloat(decor(&s, 0, JB_DECOR_RULE, 0)->y / EM, >, .54);
	assert_em(decor(&s, 0, JB_DECOR_STRIKE, 0)->y, 0);
	assert_spans(decor(&s, 0, JB_DECOR_DOT, 0), .5, .5);
	close_scene(&s);
}

/* Marks change no line and no place of the text. */
static void test_marks_disturb_nothing(void)
{
	static const char *const parts[] = {
		"甲方（“乙方”", "），签署《", "38份", "协议》。", "完"};
	jb_span plain[5], loud[5];
	scene s;

	open_scene(&s, LATIN);
	for (size_t i = 0; i < 5; i++) {
		plain[i] = make_span(&s, parts[i]);
		loud[i] = marked(&s, parts[i], 1u << (i % 4), (unsigned)i + 1);
	}
	set_spans(&s, plain, 5, 7);
	const jb_lines *want = s.lines;
	const char *text = all_text(&s);
	set_spans(&s, loud, 5, 7);
	g_assert_cmpstr(all_text(&s), ==, text);
	for (size_t i = 0; i < want->n; i++) {
		const jb_line *a = &want->lines[i], *b = line_of(&s, i);
		g_assert_cmpuint(a->n_runs, ==, b->n_runs);
		for (size_t r = 0; r < a->n_runs; r++)
			assert_em(a->runs[r].x, b->runs[r].x);
	}
	close_scene(&s);
}

/* A heavier weight before or behind a mark squeezes as any other does. */
static void test_bold_squeezes(void)
{
	scene s;

	open_scene(&s, LATIN);
	const jb_font *bold = jb_fonts_lookup(s.fonts, s.diags, (jb_pos){0},
		&(jb_fontspec){.family = SERIF, .latin = LATIN, .weight = 700});
	jb_span spans[] = {make_span(&s, "甲"), make_span(&s, "“乙”"),
		make_span(&s, "，丙")};
	spans[1].font = bold;
	set_spans(&s, spans, 3, INFINITY);
	assert_em(at(&s, 0, "，") - at(&s, 0, "”"), .5);
	assert_em(at(&s, 0, "丙"), 4.5);
	set_spans(&s, spans, 3, 3.5);
	g_assert_cmpstr(all_text(&s), ==, "甲“乙”，|丙");
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/decor/none", test_plain_text_has_none);
	g_test_add_func("/decor/dots", test_dots);
	g_test_add_func("/decor/close", test_marks_stand_close);
	g_test_add_func("/decor/emphasis-name", test_emphasis_beside_a_name);
	g_test_add_func("/decor/dots-latin", test_dots_of_latin);
	g_test_add_func("/decor/apart", test_neighbours_are_apart);
	g_test_add_func("/decor/kinds-apart", test_kinds_are_apart);
	g_test_add_func("/decor/gap-is-enough", test_gap_is_enough);
	g_test_add_func("/decor/item", test_item_of_spans);
	g_test_add_func("/decor/line-end", test_line_breaks_at_the_edge);
	g_test_add_func("/decor/trimmed", test_trimmed_edges);
	g_test_add_func("/decor/justified", test_lines_follow_justification);
	g_test_add_func("/decor/strike", test_strike);
	g_test_add_func("/decor/vertical", test_vertical_sides);
	g_test_add_func("/decor/undisturbed", test_marks_disturb_nothing);
	g_test_add_func("/decor/bold-squeezes", test_bold_squeezes);
	return g_test_run();
}
