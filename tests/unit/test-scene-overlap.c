/* test-scene-overlap.c - marks that touch another line, by their geometry. */
#include "scene/overlap.h"

#include "scene/review.h"
#include "test-text.h"

typedef struct page {
	scene text;
	jb_scene *pages;
	jb_leaf *leaf;
} page;

static page page_open(bool vertical)
{
	page p;

	open_scene(&p.text, LATIN);
	p.text.setting.vertical = vertical;
	p.pages = jb_scene_new(p.text.arena);
	p.leaf = jb_leaf_new(p.text.arena, p.pages, "1");
	return p;
}

static void page_close(page *p)
{
	close_scene(&p->text);
}

/* A line so many em down the page, or left in a vertical one, as the scene
 * takes it. */
static void put(page *p, double across, const char *words, unsigned marks,
	const char *ruby)
{
	jb_span span = make_span(&p->text, words);
	jb_item *item =
		jb_item_new(p->text.arena, p->leaf->group, JB_ITEM_TEXT);

	span.marks = marks;
	span.item = 1;
	span.ruby = ruby;
	set_spans(&p->text, &span, 1, INFINITY);
	const jb_line *line = &p->text.lines->lines[0];
	bool down = p->text.setting.vertical;
	item->line = line;
	item->u.text = line->runs[0];
	item->x = 100 + (down ? line->runs[0].rise_pt - across * EM
			      : line->runs[0].x);
	item->y = 100 + (down ? line->runs[0].x
			      : across * EM - line->runs[0].rise_pt);
}

static GArray *overlaps(const page *p)
{
	return jb_overlaps(p->text.arena, p->leaf);
}

static guint touching(double leading, unsigned marks, const char *ruby)
{
	page p = page_open(false);
	guint n;

	put(&p, 0, "重点", marks, NULL);
	put(&p, leading, "双桥", 0, ruby);
	n = overlaps(&p)->len;
	page_close(&p);
	return n;
}

/* The leadings that docs/layouts.md promises, and what is too little. */
static void least_leadings(void)
{
	static const struct {
		unsigned marks;
		const char *ruby;
		double enough, little;
	} cases[] = {
		{JB_MARK_DOTS, NULL, 1.2, 1.1},
		{JB_MARK_TITLE, NULL, 1.2, 1.1},
		{JB_MARK_NAME, NULL, 1.1, 1.0},
		{0, "shuāng qiáo", 1.6, 1.4},
		{JB_MARK_NAME, "shuāng qiáo", 1.65, 1.58},
		{JB_MARK_DOTS, "shuāng qiáo", 1.75, 1.67},
		{JB_MARK_DOTS, "nǚ lǜ", 1.75, 1.68},
		{JB_MARK_DOTS, "きょ う", 1.7, 1.6},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_assert_cmpuint(touching(cases[i].enough, cases[i].marks,
					 cases[i].ruby),
			==, 0);
		g_assert_cmpuint(touching(cases[i].little, cases[i].marks,
					 cases[i].ruby),
			==, 1);
	}
}

/* What the hint asks for is enough, a hundredth less is not. */
static void the_leading_is_exact(void)
{
	page p = page_open(false);

	put(&p, 0, "重点", JB_MARK_DOTS, NULL);
	put(&p, 1.5, "双桥", 0, "shuāng qiáo");
	const jb_overlap *o = &g_array_index(overlaps(&p), jb_overlap, 0);
	double leading = o->leading_em;
	assert_em(o->y, 100);
	g_assert_cmpfloat(o->em, >, .1);
	g_assert_cmpuint(touching(leading, JB_MARK_DOTS, "shuāng qiáo"), ==, 0);
	g_assert_cmpuint(
		touching(leading - .011, JB_MARK_DOTS, "shuāng qiáo"), ==, 1);
	page_close(&p);
}

/* Only what is over or under each other touches. */
static void beside_is_clear(void)
{
	page p = page_open(false);

	put(&p, 0, "重点", JB_MARK_NAME, NULL);
	put(&p, 1, "双桥", 0, "shuāng qiáo");
	g_assert_cmpuint(overlaps(&p)->len, ==, 2);
	((jb_item *)p.leaf->group->items->pdata[1])->x += 4 * EM;
	g_assert_cmpuint(overlaps(&p)->len, ==, 0);
	page_close(&p);
}

static void vertical_lines(void)
{
	for (int i = 0; i < 2; i++) {
		page p = page_open(true);

		put(&p, 0, "重点", JB_MARK_NAME, NULL);
		put(&p, i ? 1.8 : 1.6, "双桥", 0, "shuāng qiáo");
		g_assert_cmpuint(overlaps(&p)->len, ==, i ? 0 : 1);
		page_close(&p);
	}
}

/* A headline and what stands under it have no leading in common. */
static void sizes_differ(void)
{
	page p = page_open(false);
	g_autoptr(GString) hint = g_string_new(NULL);

	put(&p, 0, "重点", JB_MARK_NAME, NULL);
	jb_item *item = p.leaf->group->items->pdata[0];
	((jb_line *)item->line)->runs[0].size_pt = 3 * EM;
	put(&p, 1.3, "双桥", 0, "shuāng qiáo");
	const jb_overlap *o = &g_array_index(overlaps(&p), jb_overlap, 0);
	assert_em(o->leading_em, 0);
	jb_overlap_hint(hint, o->leading_em);
	g_assert_cmpstr(hint->str, ==, "they need more space between them");
	page_close(&p);
}

static void said(void)
{
	page p = page_open(false);

	put(&p, 0, "重点", JB_MARK_DOTS, NULL);
	put(&p, 1.5, "双桥", 0, "きょ う");
	jb_review *review = jb_review_scene(p.text.arena, p.pages, false);
	g_assert_cmpuint(review->faults, ==, 1);
	g_assert_nonnull(strstr(jb_review_print(p.text.arena, review),
		"touch another line; a leading of at least 1.66em keeps them "
		"apart\n"));
	g_assert_nonnull(strstr(jb_review_json(p.text.arena, review),
		"\"kind\": \"marks-collide\", \"page\": 1, "));
	g_assert_nonnull(strstr(jb_review_json(p.text.arena, review),
		"\"leading_em\": 1.66, "));
	jb_overlaps_warn(p.text.arena, p.text.diags, p.pages);
	g_assert_nonnull(strstr(messages(&p.text),
		"warning: the marks here touch another line"));
	g_assert_nonnull(strstr(messages(&p.text),
		"hint: a leading of at least 1.66em keeps them apart"));
	page_close(&p);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/overlap/leadings", least_leadings);
	g_test_add_func("/overlap/exact", the_leading_is_exact);
	g_test_add_func("/overlap/beside", beside_is_clear);
	g_test_add_func("/overlap/vertical", vertical_lines);
	g_test_add_func("/overlap/sizes", sizes_differ);
	g_test_add_func("/overlap/said", said);
	return g_test_run();
}
