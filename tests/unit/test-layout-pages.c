/* Pages: what gives way before a page is added, what runs on, what stands
 * where; pictures in rows.
 */
#include "test-layout.h"

#define NOTHING "figures: {}\nsections: []\n"

/* With all its spaces 55 mm: too much for a page of 50. */
static const char spaces_give_way[] = "pages:\n"
				      "  - master: plain\n"
				      "    blocks:\n"
				      "      - space: 20mm\n"
				      "      - text: 中\n"
				      "        before: 10mm\n"
				      "      - space: 5mm\n"
				      "      - text: 下\n"
				      "        before: 10mm\n";

static void test_spaces_give_way(void)
{
	press p;

	press_open(&p);
	make(&p, NOTHING, spaces_give_way);
	g_assert_cmpuint(pages(&p), ==, 1);
	/* the half of each space that one page needs */
	assert_near(mm(find_text(&p, 0, "中")->y), 10 + 20 + 5 + 4);
	assert_near(mm(find_text(&p, 0, "下")->y), 10 + 40 + 4);
	press_close(&p);
}

static void test_spaces_stay(void)
{
	press p;

	press_open(&p);
	make(&p, NOTHING,
		"pages:\n"
		"  - master: plain\n"
		"    blocks:\n"
		"      - text: 上\n"
		"      - text: 下\n"
		"        before: 10mm\n");
	g_assert_cmpuint(pages(&p), ==, 1);
	assert_near(mm(find_text(&p, 0, "下")->y), 10 + 5 + 10 + 4);
	press_close(&p);
}

/* More than two pages can hold: then the spaces stay as they are. */
static void test_spaces_stay_on_two_pages(void)
{
	press p;

	press_open(&p);
	make(&p, NOTHING,
		"pages:\n"
		"  - master: plain\n"
		"    blocks:\n"
		"      - space: 20mm\n"
		"      - text: 上\n"
		"        before: 10mm\n"
		"      - space: 40mm\n"
		"        before: 10mm\n");
	g_assert_cmpuint(pages(&p), ==, 2);
	assert_near(mm(find_text(&p, 0, "上")->y), 10 + 30 + 4);
	press_close(&p);
}

/* The space above a block is not printed at the top of a page. */
static void test_no_space_at_the_top(void)
{
	press p;

	press_open(&p);
	make(&p, NOTHING,
		"pages:\n"
		"  - master: plain\n"
		"    blocks:\n"
		"      - text: 上\n"
		"        before: 10mm\n");
	assert_near(mm(find_text(&p, 0, "上")->y), 10 + 4);
	press_close(&p);
}

static void test_too_high(void)
{
	press p;

	press_open(&p);
	make(&p, NOTHING,
		"pages:\n"
		"  - master: plain\n"
		"    blocks:\n"
		"      - space: 60mm\n");
	g_assert_cmpuint(jb_diags_errors(p.diags), ==, 1);
	assert_said(&p, "layout.yaml:14:9: error: this `space` block does not "
			"fit page 1: 28.3 pt too high\n");
	press_close(&p);
}

/* An outline entry for each heading, with its words in one piece. */
static void test_outline(void)
{
	const jb_leaf *leaf;
	const jb_mark *first, *second;
	press p;

	press_open(&p);
	make(&p,
		"figures: {}\n"
		"sections:\n  - {id: a, title: A区B区}\n",
		"pages:\n"
		"  - master: plain\n"
		"    each: sections\n"
		"    blocks:\n"
		"      - heading: ${section.title}\n"
		"      - heading: 小题\n"
		"        level: 2\n"
		"      - text: 正文\n");
	leaf = p.scene->leaves->pdata[0];
	g_assert_cmpuint(leaf->marks->len, ==, 2);
	first = leaf->marks->pdata[0];
	second = leaf->marks->pdata[1];
	g_assert_cmpstr(first->title, ==, "A区B区");
	g_assert_cmpint(first->level, ==, 1);
	g_assert_cmpstr(second->title, ==, "小题");
	g_assert_cmpint(second->level, ==, 2);
	g_assert_cmpfloat(second->y, >, first->y);
	press_close(&p);
}

/* --- pictures --- */

static const char pages_of_pictures[] = "pages:\n"
					"  - master: plain\n"
					"    blocks:\n"
					"      - pictures: lede.pictures\n"
					"        gap: 5mm\n";

/* A report whose lede has pictures of these letters; a capital leads. */
static char *report_of_pictures(const char *letters)
{
	GString *out = g_string_new(
		"figures: {}\nsections:\n"
		"  - id: a\n    title: 花园\n    role: lede\n    pictures:\n");

	for (const char *c = letters; *c; c++)
		g_string_append_printf(out,
			"      - {form: quote, text: 话, "
			"title: %c%s}\n",
			*c, g_ascii_isupper(*c) ? ", lead: true" : "");
	return g_string_free(out, FALSE);
}

/* The left edges of the titles in mm, a row after the other: "10 52 / 10". */
static char *title_places(const press *p, const char *letters)
{
	GString *out = g_string_new(NULL);
	double y = 0;

	for (const char *c = letters; *c; c++) {
		char title[2] = {*c};
		const jb_item *item = NULL;

		for (guint page = 0; page < pages(p) && !item; page++)
			for (guint i = 0; i < items(p, page)->len; i++) {
				const jb_item *at = items(p, page)->pdata[i];

				if (at->kind == JB_ITEM_TEXT &&
					!strcmp(at->u.text.text, title))
					item = at;
			}
		g_assert_nonnull(item);
		if (out->len)
			g_string_append(
				out, fabs(item->y - y) > 1 ? " / " : " ");
		y = item->y;
		g_string_append_printf(out, "%.0f", mm(item->x));
	}
	return g_string_free(out, FALSE);
}

static void check_rows(const char *letters, const char *places)
{
	g_autofree char *report = report_of_pictures(letters);
	g_autofree char *found = NULL;
	press p;

	press_open(&p);
	make(&p, report, pages_of_pictures);
	assert_said(&p, "");
	found = title_places(&p, letters);
	g_assert_cmpstr(found, ==, places);
	press_close(&p);
}

static void test_rows(void)
{
	check_rows("a", "10");
	check_rows("ab", "10 52");
	check_rows("abc", "10 38 66");
	check_rows("abcd", "10 52 / 10 52");
	check_rows("abcde", "10 38 66 / 10 52");
	check_rows("Aab", "10 / 10 52");
	check_rows("abAc", "10 52 / 10 / 10");
}

/* A row that does not fit runs on; none is cut. */
static void test_rows_run_on(void)
{
	g_autofree char *report = report_of_pictures("ABCDE");
	press p;

	press_open(&p);
	make(&p, report, pages_of_pictures);
	g_assert_cmpuint(pages(&p), >, 1);
	for (guint page = 0; page < pages(&p); page++)
		for (guint i = 0; i < items(&p, page)->len; i++) {
			const jb_item *item = items(&p, page)->pdata[i];

			g_assert_cmpfloat(mm(item->y), >=, 10 - 0.01);
			g_assert_cmpfloat(mm(item->y), <=, 60 + 0.01);
		}
	press_close(&p);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/pages/spaces-give-way", test_spaces_give_way);
	g_test_add_func("/layout/pages/spaces-stay", test_spaces_stay);
	g_test_add_func("/layout/pages/spaces-stay-on-two-pages",
		test_spaces_stay_on_two_pages);
	g_test_add_func(
		"/layout/pages/no-space-at-the-top", test_no_space_at_the_top);
	g_test_add_func("/layout/pages/too-high", test_too_high);
	g_test_add_func("/layout/pages/outline", test_outline);
	g_test_add_func("/layout/pictures/rows", test_rows);
	g_test_add_func("/layout/pictures/rows-run-on", test_rows_run_on);
	return g_test_run();
}
