/* Sheets: what a page has to spare goes into spaces and images; prose that
 * would leave too much above it does not hang; short sheets share a page.
 */
#include "test-layout.h"

#define NOTHING "figures: {}\nsections: []\n"
#define STORIES                                             \
	"figures: {}\n"                                     \
	"sections:\n"                                       \
	"  - {id: a, label: 甲, title: 东, prose: 山}\n" \
	"  - {id: b, label: 乙, title: 西, prose: 水}\n"

static double y_of(const press *p, guint page, const char *text)
{
	return mm(find_text(p, page, text)->y);
}

/* 50 mm, of which two lines and the least spaces take 20. */
static void test_spaces_grow(void)
{
	press p;

	press_open(&p);
	make(&p, NOTHING,
		"pages:\n"
		"  - master: plain\n"
		"    blocks:\n"
		"      - text: 上\n"
		"      - text: 中\n"
		"        before: [5mm, 10mm]\n"
		"      - text: 下\n"
		"        before: [5mm, 10mm]\n");
	g_assert_cmpuint(pages(&p), ==, 1);
	assert_near(y_of(&p, 0, "中"), 10 + 5 + 10 + 4);
	assert_near(y_of(&p, 0, "下"), 10 + 10 + 20 + 4);
	press_close(&p);
}

/* As much as there is room for, and never less than the least. */
static void test_spaces_grow_no_further(void)
{
	press p;

	press_open(&p);
	make(&p, NOTHING,
		"pages:\n"
		"  - master: plain\n"
		"    blocks:\n"
		"      - text: 上\n"
		"      - text: 下\n"
		"        before: [10mm, 100mm]\n");
	g_assert_cmpuint(pages(&p), ==, 1);
	g_assert_cmpfloat(y_of(&p, 0, "下"), >, 10 + 15 + 4 + 10);
	g_assert_cmpfloat(y_of(&p, 0, "下"), <=, 60);
	press_close(&p);
}

static void pour_hanging(press *p, const char *within)
{
	g_autofree char *text = g_strdup_printf("pages:\n"
						"  - master: plain\n"
						"    blocks:\n"
						"      - text: 上\n"
						"      - text: 下\n"
						"        anchor: bottom\n"
						"        within: %s\n",
		within);

	press_open(p);
	make(p, NOTHING, text);
}

static void test_hangs_within(void)
{
	press p;

	pour_hanging(&p, "40mm"); /* just what is left */
	assert_near(y_of(&p, 0, "下"), 60 - 5 + 4);
	press_close(&p);
}

static void test_stands_beyond(void)
{
	press p;

	pour_hanging(&p, "39mm");
	assert_near(y_of(&p, 0, "下"), 10 + 5 + 4);
	press_close(&p);
}

#define STORY_PAGES(space)                 \
	"pages:\n"                         \
	"  - master: plain\n"              \
	"    joins: plain\n"               \
	"    each: stories\n"              \
	"    blocks:\n"                    \
	"      - text: ${section.title}\n" \
	"        before: 10mm\n"           \
	"      - space: " space "\n"       \
	"      - text: 尾\n"              \
	"        anchor: bottom\n"

/* Only the last of a page hangs from its foot. */
static void test_join(void)
{
	press p;

	press_open(&p);
	make(&p, STORIES, STORY_PAGES("5mm"));
	g_assert_cmpuint(pages(&p), ==, 1);
	assert_near(y_of(&p, 0, "东"), 10 + 4);
	assert_near(y_of(&p, 0, "西"), 10 + 15 + 10 + 4);
	press_close(&p);
}

/* What the last one's master has is printed: the source at the foot. */
static void test_join_has_the_last_master(void)
{
	press p;

	press_open(&p);
	make(&p, NOTHING,
		"pages:\n"
		"  - {master: plain, blocks: [{text: 上}]}\n"
		"  - {master: end, joins: plain, blocks: [{text: 下}]}\n");
	g_assert_cmpuint(pages(&p), ==, 1);
	assert_near(y_of(&p, 0, "下"), 10 + 5 + 4);
	g_assert_nonnull(find_text(&p, 0, "脚"));
	press_close(&p);
}

/* Spaces would have to give way: each has its page. */
static void test_join_not_squeezed(void)
{
	press p;

	press_open(&p);
	make(&p, STORIES, STORY_PAGES("12mm"));
	g_assert_cmpuint(pages(&p), ==, 2);
	assert_near(y_of(&p, 1, "西"), 10 + 4);
	assert_near(y_of(&p, 0, "尾"), 60 - 5 + 4);
	press_close(&p);
}

/* A page that starts its labels anew is no other's. */
static void test_join_not_where_labels_start(void)
{
	press p;

	press_open(&p);
	make(&p, NOTHING,
		"pages:\n"
		"  - {master: plain, blocks: [{text: 上}]}\n"
		"  - {master: plain, joins: plain, start: 5, "
		"blocks: [{text: 下}]}\n");
	g_assert_cmpuint(pages(&p), ==, 2);
	press_close(&p);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/sheets/spaces-grow", test_spaces_grow);
	g_test_add_func("/layout/sheets/spaces-grow-no-further",
		test_spaces_grow_no_further);
	g_test_add_func("/layout/sheets/hangs-within", test_hangs_within);
	g_test_add_func("/layout/sheets/join-last-master",
		test_join_has_the_last_master);
	g_test_add_func("/layout/sheets/stands-beyond", test_stands_beyond);
	g_test_add_func("/layout/sheets/join", test_join);
	g_test_add_func(
		"/layout/sheets/join-not-squeezed", test_join_not_squeezed);
	g_test_add_func("/layout/sheets/join-not-where-labels-start",
		test_join_not_where_labels_start);
	return g_test_run();
}
