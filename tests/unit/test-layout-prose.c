/* Prose in columns: of texts of any length each line is placed once, on the
 * grid, within the page; columns end within a line of each other, and of all
 * such ends they have those that break paragraphs least badly; no page ends
 * with a paragraph's first line or before its last.
 */
#include "test-layout.h"

enum { ROWS = 10 };

static const char pages_of_prose[] = "pages:\n"
				     "  - master: plain\n"
				     "    blocks:\n"
				     "      - prose: lede\n"
				     "        columns: 2\n";

/* A line of prose that was placed. */
typedef struct placed {
	guint page, column, row;
	unsigned paragraph; /* its line in the report */
	bool first, last;   /* of its paragraph */
} placed;

/* Every line, in order; its baseline must stand on the grid. */
static GArray *lines_placed(const press *p, GString *words)
{
	GArray *lines = g_array_new(FALSE, TRUE, sizeof(placed));

	for (guint page = 0; page < pages(p); page++)
		for (guint i = 0; i < items(p, page)->len; i++) {
			const jb_item *item = items(p, page)->pdata[i];
			placed line = {
				.page = page,
				.column = mm(item->x) > 50,
				.row = whole((mm(item->y) - 14) / 5),
				.paragraph = item->pos.line,
			};

			g_string_append_len(words, item->u.text.text,
				(gssize)item->u.text.len);
			g_array_append_val(lines, line);
		}
	for (guint i = 0; i < lines->len; i++) {
		placed *at = &g_array_index(lines, placed, i);

		at->first = i == 0 || at[-1].paragraph != at->paragraph;
		at->last =
			i + 1 == lines->len || at[1].paragraph != at->paragraph;
	}
	return lines;
}

static bool same_column(const placed *a, const placed *b)
{
	return a->page == b->page && a->column == b->column;
}

enum { FIRST_AT_FOOT = 1, LAST_AT_TOP, NEVER };

/* How bad it is that a column ends before a line. */
static int harm(const placed *before)
{
	bool first = before[-1].first && !before[-1].last;
	bool last = before->last && !before->first;

	return first && last ? NEVER
	       : first	     ? FIRST_AT_FOOT
	       : last	     ? LAST_AT_TOP
			     : 0;
}

/* The columns are filled from the top, in order; pages end well. */
static void check_breaks(const GArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		const placed *at = &g_array_index(lines, placed, i);

		g_assert_cmpuint(at->row, <, ROWS);
		if (i > 0 && same_column(at - 1, at))
			g_assert_cmpuint(at->row, ==, at[-1].row + 1);
		else
			g_assert_cmpuint(at->row, ==, 0);
		if (i > 0 && at->page != at[-1].page)
			g_assert_cmpint(harm(at), ==, 0);
	}
}

/* Of a page that prose runs on from: the columns have ten lines or nine, if
 * there are such columns; `first` and `second` are what they have. */
static void check_full(
	const GArray *lines, guint from, guint first, guint second)
{
	const placed *all = &g_array_index(lines, placed, from);
	int least = NEVER;

	for (guint a = ROWS - 1; a <= ROWS; a++)
		for (guint b = ROWS - 1; b <= ROWS; b++)
			if (from + a + b < lines->len && !harm(&all[a + b]))
				least = MIN(least, harm(&all[a]));
	if (least == NEVER) {
		g_assert_cmpuint(MIN(first, second) + 3, >=, ROWS);
		return;
	}
	g_assert_cmpuint(MIN(first, second) + 1, >=, ROWS);
	g_assert_cmpint(harm(&all[first]), ==, least);
}

/* Of the last page: within a line of each other, the first column the longer
 * one if it makes no difference; more only where two lines would be parted,
 * which only a full page does. */
static void check_last(
	const GArray *lines, guint from, guint first, guint second)
{
	const placed *all = &g_array_index(lines, placed, from);
	guint total = first + second;
	int least = NEVER;

	if (total < 2)
		return;
	for (guint cut = (total + 1) / 2 + 1; cut-- > MAX(total / 2, 1);)
		least = MIN(least, harm(&all[cut]));
	if (least < NEVER) {
		g_assert_cmpuint(MAX(first, second), <=, (total + 1) / 2);
		g_assert_cmpint(harm(&all[first]), ==, least);
	} else if (total + 1 < 2 * ROWS) {
		g_assert_cmpuint(MAX(first, second), <=, total / 2 + 2);
		if (first < total)
			g_assert_cmpint(harm(&all[first]), ==, 0);
	}
	if (total % 2 && first < second)
		g_assert_cmpint(harm(&all[second]), >, least);
}

static void check_pages(const GArray *lines)
{
	const placed *all = &g_array_index(lines, placed, 0);
	guint last = all[lines->len - 1].page;

	for (guint from = 0, end; from < lines->len; from = end) {
		guint count[2] = {0, 0};

		for (end = from;
			end < lines->len && all[end].page == all[from].page;
			end++)
			count[all[end].column]++;
		if (all[from].page < last)
			check_full(lines, from, count[0], count[1]);
		else
			check_last(lines, from, count[0], count[1]);
	}
}

static void check_one(guint seed, int paragraphs, int most)
{
	g_autoptr(GString) said = g_string_new(NULL);
	g_autoptr(GString) printed = g_string_new(NULL);
	g_autofree char *report =
		invent_prose(seed, paragraphs, most * 10 - 3, said);
	g_autoptr(GArray) lines = NULL;
	press p;

	press_open(&p);
	make(&p, report, pages_of_prose);
	assert_said(&p, "");
	lines = lines_placed(&p, printed);
	g_assert_cmpstr(printed->str, ==, said->str);
	check_breaks(lines);
	check_pages(lines);
	press_close(&p);
}

static void test_any_length(void)
{
	for (int n = 1; n <= 60; n++)
		for (guint seed = 0; seed < 4; seed++)
			check_one(seed * 100 + (guint)n, n, 1 + n % 7);
}

/* Two and three lines, the paragraphs that may not be cut at all. */
static void test_short_paragraphs(void)
{
	for (guint seed = 0; seed < 90; seed++)
		check_one(seed, 1 + (int)seed % 30, 3);
}

/* Boxes within boxes are set once each: fourteen of them are done at all, and
 * what is too high is told. */
static void test_nested_insets(void)
{
	enum { DEEP = 14 };
	g_autoptr(GString) page = g_string_new("pages:\n  - master: plain\n"
					       "    each: stories\n"
					       "    blocks: [");
	press p;

	for (int i = 0; i < DEEP; i++)
		g_string_append(page, "{prose: section, inset: {blocks: [");
	g_string_append(page, "{text: 芯}");
	for (int i = 0; i < DEEP; i++)
		g_string_append(page, "]}}");
	g_string_append(page, "]\n");
	press_open(&p);
	make(&p,
		"figures: {}\nsections:\n"
		"  - {id: story, title: 故事, prose: 花}\n",
		page->str);
	find_text(&p, 0, "芯");
	g_assert_cmpuint(jb_diags_errors(p.diags), ==, 1);
	press_close(&p);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/prose/any-length", test_any_length);
	g_test_add_func(
		"/layout/prose/short-paragraphs", test_short_paragraphs);
	g_test_add_func("/layout/prose/nested-insets", test_nested_insets);
	return g_test_run();
}
