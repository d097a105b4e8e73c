/* test-scene-review.c - the composition report of lines made by hand. */
#include <string.h>
#include <glib.h>

#include "scene/review.h"

typedef struct page {
	jb_arena *arena;
	jb_scene *scene;
	jb_leaf *leaf;
	jb_source *src;
} page;

static page page_open(void)
{
	page p = {.arena = jb_arena_open()};

	p.scene = jb_scene_new(p.arena);
	p.leaf = jb_leaf_new(p.arena, p.scene, "7");
	p.src = jb_source_new(p.arena, "a.txt", "甲乙丙丁", 12);
	return p;
}

/* A justified line in the middle of a paragraph, at 72 pt and 144 pt. */
static jb_line *put_line(page *p, const char *quote)
{
	jb_line *line = jb_new(p->arena, jb_line);
	jb_item *item = jb_item_new(p->arena, p->leaf->group, JB_ITEM_PATH);

	line->justified = true;
	line->letters = 3;
	line->quote = quote;
	line->pos = (jb_pos){p->src, 1, 1};
	item->x = 72;
	item->y = 144;
	item->line = line;
	return line;
}

static const jb_finding *finding(const jb_review *review, guint i)
{
	return &g_array_index(review->findings, jb_finding, i);
}

static void a_clean_page(void)
{
	page p = page_open();
	jb_review *review;

	put_line(&p, "甲乙");
	put_line(&p, "丙丁")->last = true;
	review = jb_review_scene(p.arena, p.scene, false);
	g_assert_cmpuint(review->lines, ==, 2);
	g_assert_cmpuint(review->pages[0].justified, ==, 1);
	g_assert_cmpuint(review->findings->len, ==, 0);
	g_assert_cmpstr(review->pages[0].label, ==, "7");
	g_assert_true(g_str_has_suffix(jb_review_print(p.arena, review),
		"\n0 faults in 2 lines on 1 page\n"));
	jb_arena_close(p.arena);
}

static void faults_of_fit(void)
{
	static const struct {
		double off, loose;
		const char *word;
	} samples[] = {
		{.003, 0, "overfull"},
		{-.003, 0, "short"},
		{.001, 0, NULL},
		{0, .26, "loose"},
		{0, .24, NULL},
		{.5, .9, "overfull"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
		page p = page_open();
		jb_line *line = put_line(&p, "甲");
		jb_review *review;

		line->off_em = samples[i].off;
		line->loose_em = samples[i].loose;
		review = jb_review_scene(p.arena, p.scene, false);
		g_assert_cmpuint(review->faults, ==, samples[i].word ? 1 : 0);
		if (samples[i].word)
			g_assert_cmpstr(
				jb_finding_word(finding(review, 0)->kind), ==,
				samples[i].word);
		jb_arena_close(p.arena);
	}
}

/* Every rule that was given up is one finding; two of them are no faults. */
static void rules_given_up(void)
{
	static const struct {
		unsigned bit;
		const char *word;
		bool fault;
	} samples[] = {
		{JB_RELAX_TOKEN, "token-cut", false},
		{JB_RELAX_UNIT, "unit-cut", false},
		{JB_RELAX_WORD, "word-cut", true},
		{JB_RELAX_STRICT, "strict-break", true},
		{JB_RELAX_MARKS, "third-mark", true},
		{JB_RELAX_RULES, "prohibited-break", true},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
		page p = page_open();
		jb_review *review;

		put_line(&p, "甲")->relaxed = samples[i].bit;
		review = jb_review_scene(p.arena, p.scene, false);
		g_assert_cmpuint(review->findings->len, ==, 1);
		g_assert_cmpuint(review->faults, ==, samples[i].fault);
		g_assert_cmpuint(review->notes, ==, !samples[i].fault);
		g_assert_cmpstr(jb_finding_word(finding(review, 0)->kind), ==,
			samples[i].word);
		jb_arena_close(p.arena);
	}
}

static void a_lonely_character(void)
{
	page p = page_open();
	jb_line *line = put_line(&p, "甲");
	jb_review *review;

	line->letters = 1;
	review = jb_review_scene(p.arena, p.scene, false);
	g_assert_cmpuint(review->faults, ==, 0); /* not the last one */
	line->last = true;
	review = jb_review_scene(p.arena, p.scene, false);
	g_assert_cmpuint(review->faults, ==, 1);
	g_assert_cmpint(finding(review, 0)->kind, ==, JB_FINDING_LONELY);
	g_assert_nonnull(strstr(jb_review_print(p.arena, review),
		"  FAULT                  25.40   50.80 mm  “甲”  a.txt:1:1\n"
		"            孤字: a last line of one character\n"));
	jb_arena_close(p.arena);
}

static void missing_characters(void)
{
	static jb_decor decors[] = {
		{.kind = JB_DECOR_DOT, .x0 = 5},
		{.kind = JB_DECOR_BOX, .x0 = 10, .c = 0x1FAE8},
		{.kind = JB_DECOR_BOX, .x0 = 46, .c = 0x1FAE8},
	};
	page p = page_open();
	jb_line *line = put_line(&p, "甲");
	jb_review *review;
	const char *json;

	line->decors = decors;
	line->n_decors = 3;
	review = jb_review_scene(p.arena, p.scene, false);
	g_assert_cmpuint(review->missing, ==, 2);
	g_assert_cmpuint(finding(review, 1)->c, ==, 0x1FAE8);
	g_assert_cmpfloat_with_epsilon(
		finding(review, 1)->at.x, 72 + 46 - 5, 1e-9);
	json = jb_review_json(p.arena, review);
	g_assert_nonnull(
		strstr(json, "\"kind\": \"missing-glyph\", \"page\": 1, "
			     "\"em\": 0.0000, \"character\": \"🫨\", "
			     "\"code_point\": \"U+1FAE8\""));
	g_assert_nonnull(strstr(jb_review_print(p.arena, review),
		"no font has the character “🫨” (U+1FAE8)\n"));
	jb_arena_close(p.arena);
}

static void loosest_and_tightest(void)
{
	page p = page_open();
	const double stretch[] = {.1, -.2, .3, .05};
	jb_review *review;

	for (size_t i = 0; i < 4; i++)
		put_line(&p, "甲")->stretch_em = stretch[i];
	put_line(&p, "乙")->stretch_em = 9;
	((jb_line *)((jb_item *)p.leaf->group->items->pdata[4])->line)->last =
		true;
	review = jb_review_scene(p.arena, p.scene, false);
	g_assert_cmpfloat(review->pages[0].loosest.line->stretch_em, ==, .3);
	g_assert_cmpfloat(review->pages[0].tightest.line->stretch_em, ==, -.2);
	jb_arena_close(p.arena);
}

/* A run of Han, each `step` of its size from the last one. */
static void put_run(page *p, jb_line *line, const char *text, double step)
{
	size_t n = (size_t)g_utf8_strlen(text, -1);
	jb_run *run = jb_new(p->arena, jb_run);

	run->size_pt = 10;
	run->text = text;
	run->len = strlen(text);
	run->n_glyphs = run->n_clusters = n;
	run->glyphs = jb_new_array(p->arena, jb_glyph, n);
	run->clusters = jb_new_array(p->arena, jb_cluster, n);
	for (size_t i = 0; i < n; i++) {
		run->glyphs[i].x = (double)i * step * 10;
		run->clusters[i] = (jb_cluster){3, 1};
	}
	line->runs = run;
	line->n_runs = 1;
}

static void slack_is_the_middle_gap(void)
{
	page p = page_open();
	jb_review *review;

	for (int i = 1; i <= 20; i++)
		put_run(&p, put_line(&p, "甲"), "甲乙丙丁",
			i == 20 ? 1.2 : 1.01);
	review = jb_review_scene(p.arena, p.scene, false);
	g_assert_cmpfloat_with_epsilon(
		review->pages[0].slack_mean_em, (19 * .01 + .2) / 20, 1e-9);
	g_assert_cmpfloat_with_epsilon(
		review->pages[0].slack_p95_em, .01, 1e-9);
	jb_arena_close(p.arena);
}

/* In a plain text the column is that of the line's first character. */
static void places_in_a_plain_text(void)
{
	page p = page_open();
	jb_line *line;
	jb_review *review;

	put_run(&p, put_line(&p, "甲"), "甲乙丙丁", 1);
	line = put_line(&p, "丙");
	put_run(&p, line, "丙丁", 1);
	line->place = 4;
	line->relaxed = JB_RELAX_UNIT;
	line->last = true;
	line = put_line(&p, "甲"); /* the same text again, on another page */
	line->relaxed = JB_RELAX_UNIT;
	review = jb_review_scene(p.arena, p.scene, true);
	g_assert_cmpuint(finding(review, 0)->at.pos.col, ==, 5);
	g_assert_cmpuint(finding(review, 1)->at.pos.col, ==, 1);
	review = jb_review_scene(p.arena, p.scene, false);
	g_assert_cmpuint(finding(review, 0)->at.pos.col, ==, 1);
	jb_arena_close(p.arena);
}

static void slips_have_places(void)
{
	page p = page_open();
	jb_review *review = jb_review_scene(p.arena, p.scene, false);
	const jb_slip *slips;

	jb_review_text(
		p.arena, review, "签约,双方。。", NULL, (jb_pos){p.src, 1, 3});
	jb_review_text(p.arena, review, "“一", "“二”", (jb_pos){p.src, 1, 1});
	g_assert_cmpuint(review->slips->len, ==, 2);
	slips = (const jb_slip *)(void *)review->slips->data;
	g_assert_cmpuint(slips[0].pos.col, ==, 5);
	g_assert_cmpuint(slips[1].pos.col, ==, 8);
	g_assert_true(g_str_has_suffix(jb_review_print(p.arena, review),
		"a.txt:1:8: marks in a row: “。。”; GB/T 15834 writes “。”\n\n"
		"0 faults in 0 lines on 1 page, 2 suspicious places in the "
		"text\n"));
	jb_arena_close(p.arena);
}

static void json_escapes(void)
{
	page p = page_open();
	const char *json;

	put_line(&p, "\"\\\t")->relaxed = JB_RELAX_RULES;
	json = jb_review_json(
		p.arena, jb_review_scene(p.arena, p.scene, false));
	g_assert_nonnull(strstr(json, "\"quote\": \"\\\"\\\\\\u0009\""));
	jb_arena_close(p.arena);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/review/clean", a_clean_page);
	g_test_add_func("/review/fit", faults_of_fit);
	g_test_add_func("/review/rules", rules_given_up);
	g_test_add_func("/review/lonely", a_lonely_character);
	g_test_add_func("/review/missing", missing_characters);
	g_test_add_func("/review/extremes", loosest_and_tightest);
	g_test_add_func("/review/slack", slack_is_the_middle_gap);
	g_test_add_func("/review/places", places_in_a_plain_text);
	g_test_add_func("/review/slips", slips_have_places);
	g_test_add_func("/review/json", json_escapes);
	return g_test_run();
}
