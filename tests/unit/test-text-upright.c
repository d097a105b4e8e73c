/* test-text-upright.c - vertical lines: which characters stand upright, which
 * are turned, which share a cell, and where their ink is.
 */
#include "test-text.h"

#include "text/face.h"
#include "text/orient.h"

#define UNICODE "/usr/share/unicode/VerticalOrientation.txt"

static void open_vertical(scene *s, const char *lang, const char *latin)
{
	open_scene(s, latin);
	s->setting.vertical = true;
	s->setting.lang = lang;
}

/* The property */

static jb_orient orient_named(const char *name)
{
	static const char *const names[] = {"R", "U", "Tu", "Tr"};

	for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i], name) == 0)
			return (jb_orient)i;
	g_error("no orientation is called “%s”", name);
}

/* "3001..3002 ; Tu" */
static unsigned check_range(const char *line)
{
	g_auto(GStrv) fields = g_strsplit(line, ";", 2);
	char *end;
	gunichar first = (gunichar)g_ascii_strtoull(fields[0], &end, 16);
	gunichar last = first;
	jb_orient want = orient_named(g_strstrip(fields[1]));

	if (g_str_has_prefix(end, ".."))
		last = (gunichar)g_ascii_strtoull(end + 2, NULL, 16);
	for (gunichar c = first; c <= last; c++)
		if (jb_char_orient(c) != want)
			g_error("U+%04X is not %s", c, fields[1]);
	return last - first + 1;
}

/* All that the file of Unicode says, and R for what it does not name. */
static void test_property(void)
{
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	unsigned named = 0, turned = 0;

	if (!g_file_get_contents(UNICODE, &text, NULL, NULL)) {
		g_test_skip("unicode-data is not there");
		return;
	}
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		(*line)[strcspn(*line, "#")] = '\0';
		if (strchr(*line, ';'))
			named += check_range(*line);
	}
	for (gunichar c = 0; c <= 0x10ffff; c++)
		turned += jb_char_orient(c) == JB_ORIENT_R;
	g_assert_cmpuint(named, >, 300000);
	g_assert_cmpuint(turned, >, 700000);
}

/* What stands how */

/* The line with <turned> and [cells]. */
static char *look(const scene *s)
{
	GString *out = g_string_new(NULL);

	for (size_t r = 0; r < s->lines->lines[0].n_runs; r++) {
		const jb_run *run = &s->lines->lines[0].runs[r];
		const char *p = run->text, *end = p + run->len;
		bool cell = false;

		if (run->turn == JB_TURN_RIGHT) {
			g_string_append_printf(out, "<%s>", run->text);
			continue;
		}
		for (; p < end; p = g_utf8_next_char(p)) {
			gunichar c = g_utf8_get_char(p);
			bool in = g_unichar_isalnum(c) && c < 0x3b1 + 25;

			if (in != cell)
				g_string_append_c(out, in ? '[' : ']');
			cell = in;
			g_string_append_unichar(out, c);
		}
		if (cell)
			g_string_append_c(out, ']');
	}
	return g_string_free(out, FALSE);
}

static void assert_looks(const char *text, const char *want)
{
	g_autofree char *got = NULL;
	scene s;

	open_vertical(&s, "zh-Hans", NULL);
	set(&s, text, INFINITY);
	got = look(&s);
	g_assert_cmpstr(got, ==, want);
	close_scene(&s);
}

static void test_numbers(void)
{
	assert_looks("初8日", "初[8]日");
	assert_looks("封了12天", "封了[12]天");
	assert_looks("载600石", "载[600]石");
	assert_looks("有1280米", "有<1280>米");
	assert_looks("第 12 章", "第[12]章");
	assert_looks("（2）", "（[2]）");
	assert_looks("12月7日", "[12]月[7]日");
	assert_looks("约50％高", "约[50]％高");
	assert_looks("１２人", "１２人");
}

/* A number with more to it is turned with it. */
static void test_numbers_in_tokens(void)
{
	assert_looks("约2.5%高", "约<2.5%>高");
	assert_looks("有38%人", "有<38%>人");
	assert_looks("是3×4米", "是<3×4>米");
	assert_looks("在12:30前", "在<12:30>前");
	assert_looks("买B2票", "买<B2>票");
	assert_looks("用Kindle 4看", "用<Kindle 4>看");
	assert_looks("有1 280米", "有<1 280>米");
}

static void test_letters(void)
{
	assert_looks("A股", "[A]股");
	assert_looks("字母K。", "字母[K]。");
	assert_looks("α粒子", "[α]粒子");
	assert_looks("有BMW车", "有<BMW>车");
	assert_looks("写a book吧", "写<a book>吧");
	assert_looks("有Toyota、有", "有<Toyota>、有");
}

static void test_marks(void)
{
	assert_looks("一—二", "一<—>二");
	assert_looks("他——她……好", "他<——>她<……>好");
	assert_looks("去→下", "去<→>下");
	assert_looks("5～10年", "[5]～[10]年");
	assert_looks("‘书’（好）。", "‘书’（好）。");
	assert_looks("李·四①、℃№±", "李<·>四①、℃№±");
	assert_looks("王・五", "王・五");
	assert_looks("I said “no”.", "<I said “no”.>");
}

/* Digits that belong to two pieces of text are no cell. */
static void test_two_spans(void)
{
	scene s;

	open_vertical(&s, "zh-Hans", NULL);
	jb_span spans[] = {make_span(&s, "有1"), make_span(&s, "2人")};
	set_spans(&s, spans, 2, INFINITY);
	g_autofree char *got = look(&s);
	g_assert_cmpstr(got, ==, "有<1><2>人");
	close_scene(&s);
}

/* Cells */

static const jb_run *run_with(const scene *s, const char *text)
{
	for (size_t r = 0; r < s->lines->lines[0].n_runs; r++) {
		const jb_run *run = &s->lines->lines[0].runs[r];

		if (strstr(run->text, text))
			return run;
	}
	g_error("no “%s” in the line", text);
}

/* Ink of the n-th glyph of a run, in em: right of the centre line and down
 * from the line's start. */
typedef struct ink {
	double left, right, top, bottom;
} ink;

static ink ink_of(const jb_run *run, size_t n)
{
	const jb_glyph *glyph = &run->glyphs[n];
	jb_face *face = (jb_face *)run->face;
	double scale = run->size_pt / face->upem / EM;
	double condense = run->condense > 0 ? run->condense : 1;
	double x = glyph->x / EM, y = (run->x + glyph->y) / EM;
	hb_glyph_extents_t box;

	g_assert_true(
		hb_font_get_glyph_extents(jb_face_open(face), glyph->id, &box));
	return (ink){
		.left = x + box.x_bearing * scale * condense,
		.right = x + (box.x_bearing + box.width) * scale * condense,
		.top = y - box.y_bearing * scale,
		.bottom = y - (box.y_bearing + box.height) * scale,
	};
}

/* Digits fill one em together, in the middle of their cell, and each is
 * copied. */
static void check_cell(const char *digits, const char *latin, double condense)
{
	g_autofree char *text = g_strdup_printf("了%s天", digits);
	scene s;

	open_vertical(&s, "zh-Hans", latin);
	set(&s, text, INFINITY);
	assert_em(s.lines->width_pt / EM, 3);
	const jb_run *run = run_with(&s, digits);
	size_t n = strlen(digits), from = run->n_glyphs > n ? 1 : 0;
	ink first = ink_of(run, from), last = ink_of(run, from + n - 1);
	g_assert_cmpfloat_with_epsilon(run->condense, condense, .01);
	g_assert_cmpfloat(first.left, >, -.51);
	g_assert_cmpfloat(last.right, <, .51);
	g_assert_cmpfloat_with_epsilon(first.left, -last.right, .06);
	g_assert_cmpfloat_with_epsilon(first.top - 1, 2 - first.bottom, .06);
	for (size_t i = 0; i < n; i++)
		g_assert_cmpint(run->clusters[from + i].bytes, ==,
			1 + 2 * (from + i == 0 && from));
	close_scene(&s);
}

static void test_cells(void)
{
	check_cell("8", NULL, 0);
	check_cell("88", NULL, 0);
	check_cell("600", NULL, 2 / 3.);
	check_cell("8", LATIN, 0);
	check_cell("80", LATIN, .99);
}

/* No gap beside a cell, a quarter em beside a turned word. */
static void test_gaps(void)
{
	scene s;

	open_vertical(&s, "zh-Hans", NULL);
	set(&s, "了12天", INFINITY);
	assert_em(s.lines->width_pt / EM, 3);
	set(&s, "有BMW车", INFINITY);
	const jb_run *word = run_with(&s, "BMW");
	assert_em(word->x / EM, 1.25);
	assert_em(run_with(&s, "车")->x / EM, 1.25 + word->width_pt / EM + .25);
	close_scene(&s);
}

/* A line may end on both sides of a cell, never inside. */
static void test_cell_breaks(void)
{
	scene s;

	open_vertical(&s, "zh-Hans", NULL);
	set(&s, "江封了共12船停在都38好好好", 5);
	g_assert_cmpstr(all_text(&s), ==, "江封了共12|船停在都38|好好好");
	close_scene(&s);
}

/* Turned */

/* The middle of the em box, .38 em above the baseline, is on the centre line;
 * turned, above is right. */
static void test_turned_baseline(void)
{
	scene s;

	open_vertical(&s, "zh-Hans", NULL);
	set(&s, "有BMW车", INFINITY);
	const jb_run *run = run_with(&s, "BMW");
	for (size_t i = 0; i < run->n_glyphs; i++)
		assert_em(run->glyphs[i].y / EM, .38);
	close_scene(&s);
}

static void test_long_dash(void)
{
	scene s;

	open_vertical(&s, "zh-Hans", NULL);
	set(&s, "他——她", INFINITY);
	const jb_run *run = run_with(&s, "——");
	g_assert_cmpuint(run->n_glyphs, ==, 1);
	assert_em(run->x / EM, 1);
	assert_em(run->width_pt / EM, 2);
	close_scene(&s);
}

/* Marks */

/* The middle of a mark's ink in its cell: right of the centre line, down from
 * the cell's top, after one Han character. */
static void check_mark(
	const char *lang, const char *mark, double right, double down)
{
	g_autofree char *text = g_strdup_printf("中%s中", mark);
	scene s;

	open_vertical(&s, lang, NULL);
	set(&s, text, INFINITY);
	const jb_run *run = run_with(&s, mark);
	g_test_message("%s in %s", mark, lang);
	g_assert_cmpint(run->turn, ==, JB_TURN_NONE);
	ink at = ink_of(run, run->n_glyphs > 1 ? 1 : 0);
	g_assert_cmpfloat_with_epsilon((at.left + at.right) / 2, right, .04);
	g_assert_cmpfloat_with_epsilon((at.top + at.bottom) / 2 - 1, down, .04);
	close_scene(&s);
}

/* 、。， in the upper right in China and Japan, in the middle in Taiwan and
 * Hong Kong. */
static void test_mark_places(void)
{
	static const struct {
		const char *lang, *mark;
		double right, down;
	} table[] = {
		{"zh-Hans", "、", .29, .18},
		{"zh-Hans", "。", .28, .22},
		{"zh-Hans", "，", .32, .25},
		{"zh-Hans", "：", .25, .37},
		{"zh-Hans", "！", .25, .41},
		{"zh-Hans", "“", .13, .79},
		{"zh-Hans", "”", -.13, .21},
		{"zh-Hant-TW", "、", -.02, .51},
		{"zh-Hant-TW", "。", 0, .5},
		{"zh-Hant-TW", "，", -.02, .48},
		{"zh-Hant-TW", "：", 0, .53},
		{"zh-Hant-TW", "「", .12, .81},
		{"zh-Hant-HK", "。", 0, .5},
		{"ja", "、", .29, .18},
		{"ja", "。", .28, .22},
		{"ja", "：", 0, .5},
		{"ja", "」", -.12, .19},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		check_mark(table[i].lang, table[i].mark, table[i].right,
			table[i].down);
}

/* The length of a line of marks, in em. */
static double length(const char *lang, const char *text)
{
	scene s;
	double em;

	open_vertical(&s, lang, NULL);
	set(&s, text, INFINITY);
	em = s.lines->width_pt / EM;
	close_scene(&s);
	return em;
}

/* Two marks take 1.5 em; ：；！？ keep their em; a line's end halves others. */
static void test_mark_lengths(void)
{
	assert_em(length("zh-Hans", "好。”好"), 3.5);
	assert_em(length("zh-Hans", "好，“好"), 3.5);
	assert_em(length("zh-Hans", "好：“好"), 3.5);
	assert_em(length("zh-Hans", "好！”好"), 4);
	assert_em(length("zh-Hans", "好！好"), 3);
	assert_em(length("zh-Hans", "好；"), 2);
	assert_em(length("zh-Hans", "好。"), 1.5);
	assert_em(length("zh-Hans", "李·四"), 2.5);
	assert_em(length("zh-Hant-TW", "李‧四"), 3);
	assert_em(length("zh-Hant-TW", "好。"), 1.75);
	assert_em(length("zh-Hant-TW", "好？"), 2);
	assert_em(length("ja", "ぁー。"), 2.5);
}

/* A middle dot at a line's end stands within the measure. */
static void test_dot_at_end(void)
{
	scene s;

	open_vertical(&s, "zh-Hans", NULL);
	set(&s, "一二三四五六李·四五六七八九", 8);
	g_assert_cmpstr(line_text(&s, 0), ==, "一二三四五六李·");
	const jb_run *run = run_with(&s, "·");
	hb_glyph_extents_t box;
	jb_face *face = (jb_face *)run->face;
	g_assert_true(hb_font_get_glyph_extents(
		jb_face_open(face), run->glyphs[0].id, &box));
	assert_em((run->x + run->width_pt) / EM, 8);
	assert_em(run->glyphs[0].y / EM,
		(box.y_bearing + box.height / 2.) / face->upem);
	close_scene(&s);
}

/* Justified lines are as long as the measure, and nothing is lost. */
static void test_flush(void)
{
	static const char text[] =
		"那年冬天，江面封了12天。船停在码头上，共有38条，最大的能载"
		"600石；“还要冻几天？”“看天吧！”大家都笑，有Toyota、有BMW，"
		"也有国产的新能源车——一杯茶卖到28元……";
	g_autoptr(GString) all = g_string_new(NULL);
	scene s;

	open_vertical(&s, "zh-Hans", NULL);
	s.setting.align = JB_ALIGN_JUSTIFY;
	set(&s, text, 13);
	for (size_t i = 0; i < s.lines->n; i++) {
		g_assert_true(s.lines->lines[i].vertical);
		if (i + 1 < s.lines->n)
			assert_em(line_end(&s, i), 13);
		g_string_append(all, line_text(&s, i));
	}
	g_assert_cmpstr(all->str, ==, text);
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text/upright/property", test_property);
	g_test_add_func("/text/upright/numbers", test_numbers);
	g_test_add_func("/text/upright/tokens", test_numbers_in_tokens);
	g_test_add_func("/text/upright/letters", test_letters);
	g_test_add_func("/text/upright/marks", test_marks);
	g_test_add_func("/text/upright/two-spans", test_two_spans);
	g_test_add_func("/text/upright/cells", test_cells);
	g_test_add_func("/text/upright/gaps", test_gaps);
	g_test_add_func("/text/upright/cell-breaks", test_cell_breaks);
	g_test_add_func("/text/upright/turned-baseline", test_turned_baseline);
	g_test_add_func("/text/upright/long-dash", test_long_dash);
	g_test_add_func("/text/upright/mark-places", test_mark_places);
	g_test_add_func("/text/upright/mark-lengths", test_mark_lengths);
	g_test_add_func("/text/upright/dot-at-end", test_dot_at_end);
	g_test_add_func("/text/upright/flush", test_flush);
	return g_test_run();
}
