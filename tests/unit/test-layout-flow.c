/* Blocks through the columns of a page: what is balanced, what spans, floats,
 * stays together or begins anew.
 */
#include "test-layout.h"

#define TEXTS "figures: {}\nsections: []\n"
#define HEAD "pages:\n  - master: plain\n    columns: 2\n    blocks:\n"

/* Lines of one character each, from `first` on. */
static char *lines(const char *first, int n)
{
	static const char all[] = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸";
	GString *out = g_string_new(NULL);
	const char *at = strstr(all, first);

	for (int i = 0; i < n; i++, at = g_utf8_next_char(at))
		g_string_append_printf(out, "      - {text: %.3s}\n", at);
	return g_string_free(out, FALSE);
}

static double x_of(const press *p, guint page, const char *words)
{
	return mm(find_text(p, page, words)->x);
}

/* The grid's line, from 0. */
static guint line_of(const press *p, guint page, const char *words)
{
	return whole((mm(find_text(p, page, words)->y) - 14) / 5);
}

static void make_flow(press *p, const char *blocks)
{
	g_autofree char *text = g_strconcat(HEAD, blocks, NULL);

	press_open(p);
	make(p, TEXTS, text);
}

static void test_balanced(void)
{
	g_autofree char *five = lines("一", 5);
	press p;

	make_flow(&p, five);
	g_assert_cmpuint(pages(&p), ==, 1);
	assert_near(x_of(&p, 0, "一"), 10);
	g_assert_cmpuint(line_of(&p, 0, "一"), ==, 0);
	/* three and two */
	assert_near(x_of(&p, 0, "三"), 10);
	assert_near(x_of(&p, 0, "四"), 52);
	g_assert_cmpuint(line_of(&p, 0, "四"), ==, 0);
	press_close(&p);
}

static void test_unbalanced(void)
{
	g_autofree char *five = lines("一", 5);
	g_autofree char *text =
		g_strconcat("pages:\n  - master: plain\n    columns: 2\n"
			    "    balance: false\n    blocks:\n",
			five, NULL);
	press p;

	press_open(&p);
	make(&p, TEXTS, text);
	assert_near(x_of(&p, 0, "五"), 10);
	g_assert_cmpuint(line_of(&p, 0, "五"), ==, 4);
	press_close(&p);
}

/* Blocks of other heights: a piece of three lines and five of one. */
static void test_heights(void)
{
	g_autofree char *five = lines("一", 5);
	g_autofree char *text =
		g_strconcat("      - {text: 题, style: story_title}\n"
			    "      - space: 5mm\n",
			five, NULL);
	press p;

	make_flow(&p, text);
	/* 2 + 1 + 1, and 4 */
	assert_near(x_of(&p, 0, "一"), 10);
	assert_near(x_of(&p, 0, "二"), 52);
	g_assert_cmpuint(line_of(&p, 0, "一"), ==, 3);
	g_assert_cmpuint(line_of(&p, 0, "五"), ==, 3);
	press_close(&p);
}

/* What spans ends the columns above it, and others begin under it. */
static void test_span(void)
{
	g_autofree char *four = lines("一", 4);
	g_autofree char *text = g_strconcat(
		four, "      - {text: 跨, span: all, before: 5mm}\n", NULL);
	g_autofree char *more = lines("甲", 2);
	g_autofree char *all = g_strconcat(text, more, NULL);
	press p;

	make_flow(&p, all);
	g_assert_cmpuint(line_of(&p, 0, "二"), ==, 1);
	g_assert_cmpuint(line_of(&p, 0, "三"), ==, 0);
	g_assert_cmpuint(line_of(&p, 0, "跨"), ==, 3);
	g_assert_cmpuint(line_of(&p, 0, "甲"), ==, 4);
	g_assert_cmpuint(line_of(&p, 0, "乙"), ==, 4);
	assert_near(x_of(&p, 0, "乙"), 52);
	press_close(&p);
}

/* Over two of three columns: the third begins beside it. */
static void test_span_part(void)
{
	press p;

	press_open(&p);
	make(&p, TEXTS,
		"pages:\n  - master: plain\n    columns: 3\n    blocks:\n"
		"      - {text: 跨, span: 2}\n"
		"      - {text: 一}\n      - {text: 二}\n      - {text: 三}\n"
		"      - {text: 四}\n");
	g_assert_cmpuint(line_of(&p, 0, "跨"), ==, 0);
	g_assert_cmpuint(line_of(&p, 0, "一"), ==, 1);
	g_assert_cmpuint(line_of(&p, 0, "二"), ==, 1);
	g_assert_cmpuint(line_of(&p, 0, "三"), ==, 0);
	g_assert_cmpuint(line_of(&p, 0, "四"), ==, 1);
	press_close(&p);
}

static void test_floats(void)
{
	press p;

	make_flow(&p, "      - {text: 题, span: all}\n"
		      "      - {text: 一}\n"
		      "      - {text: 顶, float: top, span: all}\n"
		      "      - {text: 底, float: bottom, span: all}\n"
		      "      - {text: 二}\n");
	g_assert_cmpuint(pages(&p), ==, 1);
	g_assert_cmpuint(line_of(&p, 0, "题"), ==, 0);
	g_assert_cmpuint(line_of(&p, 0, "顶"), ==, 1);
	g_assert_cmpuint(line_of(&p, 0, "一"), ==, 3);
	g_assert_cmpuint(line_of(&p, 0, "底"), ==, 9);
	press_close(&p);
}

/* Each to the emptiest column that it may stand in. */
static void test_floats_spread(void)
{
	press p;

	make_flow(&p, "      - {text: 一}\n"
		      "      - column: [{text: 甲}, {text: 乙}, {text: 戊}]\n"
		      "        float: top\n"
		      "      - {text: 丙, float: top}\n"
		      "      - {text: 丁, float: top}\n"
		      "      - {text: 二}\n");
	g_assert_cmpuint(pages(&p), ==, 1);
	assert_near(x_of(&p, 0, "甲"), 10);
	assert_near(x_of(&p, 0, "丙"), 52);
	g_assert_cmpuint(line_of(&p, 0, "丙"), ==, 0);
	assert_near(x_of(&p, 0, "丁"), 52);
	g_assert_cmpuint(line_of(&p, 0, "丁"), ==, 2);
	press_close(&p);
}

/* The line under a float and the space above what spans there are one. */
static void float_over_span(const char *before, guint line)
{
	g_autofree char *text = g_strdup_printf(
		"      - {text: 甲, float: top, span: all}\n"
		"      - {text: 一}\n"
		"      - column: [{text: 乙}, {text: 丙}, {text: 丁}]\n"
		"        float: top\n"
		"      - {text: 二, span: all, before: %s}\n",
		before);
	press p;

	make_flow(&p, text);
	g_assert_cmpuint(line_of(&p, 0, "一"), ==, 2);
	assert_near(x_of(&p, 0, "一"), 52);
	g_assert_cmpuint(line_of(&p, 0, "丁"), ==, 4);
	g_assert_cmpuint(line_of(&p, 0, "二"), ==, line);
	press_close(&p);
}

static void test_float_over_span(void)
{
	float_over_span("0mm", 6);
	float_over_span("5mm", 6);
	float_over_span("10mm", 7);
}

/* Spaces at the top of a further page fall away, unless they begin it. */
static void test_space_on_top(void)
{
	g_autofree char *nine = lines("一", 9);
	g_autofree char *text = g_strconcat(
		"pages:\n  - master: plain\n    blocks:\n"
		"      - space: 10mm\n      - {text: 首, keep: together}\n",
		nine,
		"      - {space: 5mm, span: all}\n      - {text: 甲}\n"
		"      - {space: 10mm, break: page}\n      - {text: 乙}\n",
		NULL);
	press p;

	press_open(&p);
	make(&p, TEXTS, text);
	g_assert_cmpuint(pages(&p), ==, 3);
	g_assert_cmpuint(line_of(&p, 0, "首"), ==, 2);
	g_assert_cmpuint(line_of(&p, 1, "八"), ==, 0);
	g_assert_cmpuint(line_of(&p, 2, "乙"), ==, 2);
	press_close(&p);
}

/* Lines with a line above each, on pages of ten; columns stand on half lines.
 */
static void spaced(const char *before, guint n, guint want, double last)
{
	GString *out = g_string_new("pages:\n  - master: plain\n    blocks:\n"
				    "      - {text: 首, keep: together}\n");
	press p;

	for (guint i = 0; i < n; i++)
		g_string_append_printf(out,
			"      - {column: [{text: %s}], before: %s}\n",
			i + 1 < n ? "中" : "末", before);
	press_open(&p);
	make(&p, TEXTS, out->str);
	g_assert_cmpuint(pages(&p), ==, want);
	assert_near(mm(find_text(&p, want - 1, "末")->y), last);
	g_string_free(out, TRUE);
	press_close(&p);
}

/* Spaces give way where that saves a page with little on it, else none does. */
static void test_tight(void)
{
	spaced("5mm", 4, 1, 54);   /* the page has room for them */
	spaced("5mm", 5, 1, 51.5); /* half of them */
	spaced("5mm", 7, 2, 34);   /* three of eight: not few */
	spaced("2.5mm", 7, 2, 14); /* none can give way */
}

/* No room on its page: the next one has it, and those behind it. */
static void test_float_waits(void)
{
	press p;

	make_flow(&p, "      - {text: 一}\n"
		      "      - column: [{space: 35mm}, {text: 高}]\n"
		      "        float: top\n        span: all\n"
		      "      - {text: 低, float: bottom, span: all}\n"
		      "      - {text: 二}\n");
	g_assert_cmpuint(pages(&p), ==, 2);
	g_assert_cmpuint(line_of(&p, 0, "一"), ==, 0);
	g_assert_cmpuint(line_of(&p, 0, "二"), ==, 0);
	g_assert_cmpuint(line_of(&p, 1, "高"), ==, 7);
	g_assert_cmpuint(line_of(&p, 1, "低"), ==, 9);
	press_close(&p);
}

/* A heading does not stay behind what follows it, nor one before it. */
static void test_keep_next(void)
{
	g_autofree char *nine = lines("一", 8);
	g_autofree char *text = g_strconcat(nine,
		"      - {text: 肩, keep: next}\n"
		"      - {heading: 题, style: label}\n"
		"      - {text: 文}\n",
		NULL);
	press p;

	make_flow(&p, text);
	/* 8 lines would leave two for the heads alone; balanced 6 and 5 */
	g_assert_cmpuint(pages(&p), ==, 1);
	assert_near(x_of(&p, 0, "肩"), x_of(&p, 0, "文"));
	assert_near(x_of(&p, 0, "题"), x_of(&p, 0, "文"));
	press_close(&p);
}

static void test_keep_next_page(void)
{
	g_autofree char *many = lines("一", 19);
	g_autofree char *text = g_strconcat(many,
		"      - {heading: 题, style: label}\n"
		"      - {text: 文}\n",
		NULL);
	press p;

	make_flow(&p, text);
	g_assert_cmpuint(pages(&p), ==, 2);
	g_assert_cmpuint(line_of(&p, 1, "题"), ==, 0);
	press_close(&p);
}

static void test_breaks(void)
{
	press p;

	make_flow(&p, "      - {text: 一}\n"
		      "      - {text: 二, break: column}\n"
		      "      - {text: 三}\n"
		      "      - {text: 四, break: page}\n");
	g_assert_cmpuint(pages(&p), ==, 2);
	assert_near(x_of(&p, 0, "二"), 52);
	assert_near(x_of(&p, 0, "三"), 52);
	g_assert_cmpuint(line_of(&p, 1, "四"), ==, 0);
	press_close(&p);
}

/* A float that waits gets the page before a block with `break: floats`, from
 * within the columns and from a block that spans; without one there is no new
 * page. */
static void test_break_floats(void)
{
	static const char waits[] =
		"      - {text: 一}\n"
		"      - column: [{space: 35mm}, {text: 高}]\n"
		"        float: top\n        span: all\n";
	static const char *const breaks[] = {
		"      - {text: 二, break: floats}\n",
		"      - {text: 二, break: floats, span: all}\n"};
	press p;

	for (size_t i = 0; i < G_N_ELEMENTS(breaks); i++) {
		g_autofree char *text = g_strconcat(waits, breaks[i], NULL);

		make_flow(&p, text);
		g_assert_cmpuint(pages(&p), ==, 2);
		g_assert_cmpuint(line_of(&p, 1, "高"), ==, 7);
		g_assert_cmpuint(line_of(&p, 1, "二"), ==, 9);
		press_close(&p);
		make_flow(&p, breaks[i]);
		g_assert_cmpuint(pages(&p), ==, 1);
		press_close(&p);
	}
}

/* A page of a story: nothing is lost, and no column begins with a last line.
 */
static void test_prose(void)
{
	g_autoptr(GString) words = g_string_new(NULL);
	g_autofree char *report = invent_prose(7, 30, 90, words);
	g_autoptr(GString) found = g_string_new(NULL);
	press p;

	press_open(&p);
	make(&p, report, HEAD "      - prose: lede\n");
	g_assert_cmpuint(pages(&p), >, 2);
	for (guint i = 0; i < pages(&p); i++)
		for (guint k = 0; k < items(&p, i)->len; k++) {
			const jb_item *item = items(&p, i)->pdata[k];

			if (item->kind == JB_ITEM_TEXT)
				g_string_append_len(found, item->u.text.text,
					(gssize)item->u.text.len);
		}
	g_assert_cmpstr(found->str, ==, words->str);
	press_close(&p);
}

static void test_too_wide(void)
{
	press p;

	make_flow(&p, "      - {text: 一, span: 3}\n");
	assert_said(&p,
		"layout.yaml:15:10: error: this block spans 3 columns, and the "
		"page has 2\n");
	press_close(&p);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/flow/balanced", test_balanced);
	g_test_add_func("/layout/flow/unbalanced", test_unbalanced);
	g_test_add_func("/layout/flow/heights", test_heights);
	g_test_add_func("/layout/flow/span", test_span);
	g_test_add_func("/layout/flow/span-part", test_span_part);
	g_test_add_func("/layout/flow/floats", test_floats);
	g_test_add_func("/layout/flow/float-waits", test_float_waits);
	g_test_add_func("/layout/flow/floats-spread", test_floats_spread);
	g_test_add_func("/layout/flow/float-over-span", test_float_over_span);
	g_test_add_func("/layout/flow/space-on-top", test_space_on_top);
	g_test_add_func("/layout/flow/tight", test_tight);
	g_test_add_func("/layout/flow/keep-next", test_keep_next);
	g_test_add_func("/layout/flow/keep-next-page", test_keep_next_page);
	g_test_add_func("/layout/flow/breaks", test_breaks);
	g_test_add_func("/layout/flow/break-floats", test_break_floats);
	g_test_add_func("/layout/flow/prose", test_prose);
	g_test_add_func("/layout/flow/too-wide", test_too_wide);
	return g_test_run();
}
