/* test-layout-label.c - labels of pages, and where they count from. */
#include "layout/label.h"

#include "test-layout.h"

static void numbers_are_written(void)
{
	static const struct {
		jb_label label;
		int number;
		const char *want;
	} rows[] = {
		{JB_LABEL_ARABIC, 1, "1"},
		{JB_LABEL_ARABIC, 11998, "11998"},
		{JB_LABEL_ROMAN, 1, "i"},
		{JB_LABEL_ROMAN, 4, "iv"},
		{JB_LABEL_ROMAN, 9, "ix"},
		{JB_LABEL_ROMAN, 48, "xlviii"},
		{JB_LABEL_ROMAN_CAPITAL, 1994, "MCMXCIV"},
		{JB_LABEL_ROMAN_CAPITAL, 4001, "MMMMI"},
		{JB_LABEL_CHINESE, 1, "一"},
		{JB_LABEL_CHINESE, 10, "十"},
		{JB_LABEL_CHINESE, 99, "九十九"},
		{JB_LABEL_CHINESE, 100, "一〇〇"},
		{JB_LABEL_CHINESE, 1234, "一二三四"},
	};
	jb_arena *a = jb_arena_open();

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		g_assert_cmpstr(jb_page_label(a, rows[i].label, rows[i].number),
			==, rows[i].want);
	jb_arena_close(a);
}

/* The labels of all pages: "i ii 1 2". */
static char *labels(const press *p)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < pages(p); i++) {
		const jb_leaf *leaf = p->scene->leaves->pdata[i];

		g_string_append_printf(out, "%s%s", i ? " " : "", leaf->label);
	}
	return g_string_free(out, FALSE);
}

static void check(const char *layout, const char *want)
{
	g_autofree char *found = NULL;
	press p;

	press_open(&p);
	make(&p,
		"figures: {}\nsections:\n"
		"  - {id: a, title: 甲}\n  - {id: b, title: 乙}\n",
		layout);
	assert_said(&p, "");
	found = labels(&p);
	g_assert_cmpstr(found, ==, want);
	press_close(&p);
}

static void labels_count_on(void)
{
	check("pages:\n"
	      "  - {master: plain, label: roman, blocks: [{space: 40mm}, "
	      "{space: 40mm}]}\n"
	      "  - {master: plain, label: Roman, blocks: [{space: 1mm}]}\n"
	      "  - {master: plain, blocks: [{space: 1mm}]}\n",
		"i ii III 4");
}

/* `each` makes many sheets, and only the first one starts anew. */
static void labels_start_anew(void)
{
	check("pages:\n"
	      "  - {master: plain, label: chinese, start: 9, "
	      "blocks: [{space: 40mm}, {space: 40mm}, {space: 40mm}]}\n"
	      "  - {master: plain, start: 1, each: sections, "
	      "blocks: [{space: 40mm}, {space: 40mm}]}\n",
		"九 十 十一 1 2 3 4");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/label/written", numbers_are_written);
	g_test_add_func("/layout/label/count-on", labels_count_on);
	g_test_add_func("/layout/label/start", labels_start_anew);
	return g_test_run();
}
