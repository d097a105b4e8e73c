/* Prose in columns: of texts of any length each line is placed once, on the
 * grid, within the page, and no column breaks a paragraph at its first or last
 * line, unless the last page is so full that it would need another.
 */
#include "test-layout.h"

enum { ROWS = 10 };

static const char pages_of_prose[] = "pages:\n"
				     "  - master: plain\n"
				     "    blocks:\n"
				     "      - prose: lede\n"
				     "        columns: 2\n";

static const char *const hans[] = {"天", "地", "山", "水", "花", "木", "人"};

/* A line of prose that was placed. */
typedef struct placed {
	guint page, column, row;
	unsigned paragraph; /* its line in the report */
	bool first, last;   /* of its paragraph */
} placed;

/* Paragraphs of 1 to `most` lines; the same ones for the same seed. */
static char *invent(guint seed, int paragraphs, int most, GString *words)
{
	GRand *dice = g_rand_new_with_seed(seed);
	GString *out = g_string_new(
		"figures: {}\nsections:\n"
		"  - id: a\n    title: 花园\n    role: lede\n    prose: |\n");

	for (int i = 0; i < paragraphs; i++) {
		int chars = g_rand_int_range(dice, 3, most * 10 - 2);

		g_string_append(out, "      ");
		for (int k = 0; k < chars; k++) {
			const char *han = hans[g_rand_int_range(
				dice, 0, G_N_ELEMENTS(hans))];

			g_string_append(out, han);
			g_string_append(words, han);
		}
		g_string_append(out, "\n\n");
	}
	g_rand_free(dice);
	return g_string_free(out, FALSE);
}

static guint whole(double value)
{
	g_assert_cmpfloat_with_epsilon(value, round(value), 0.001);
	g_assert_cmpfloat(value, >, -0.5);
	return (guint)lround(value);
}

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

/* May a column end between two lines that follow each other? */
static bool may_part(const placed *a, const placed *b)
{
	return !(a->first && !a->last) && !(b->last && !b->first);
}

/* The last page has no room for a line or two left empty. */
static bool last_page_full(const GArray *lines)
{
	const placed *all = &g_array_index(lines, placed, 0);
	guint from = lines->len;

	while (from > 0 && all[from - 1].page == all[lines->len - 1].page)
		from--;
	return lines->len - from + 1 >= 2 * ROWS;
}

static void check_breaks(const GArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		const placed *at = &g_array_index(lines, placed, i);

		g_assert_cmpuint(at->row, <, ROWS);
		if (i == 0 || !same_column(at - 1, at)) {
			g_assert_cmpuint(at->row, ==, 0);
			g_assert_true(i == 0 || may_part(at - 1, at) ||
				      last_page_full(lines));
		} else {
			g_assert_cmpuint(at->row, ==, at[-1].row + 1);
		}
	}
}

/* Full pages lack two lines in a column at most: those of a paragraph that must
 * not be cut. */
static void check_full(const GArray *lines)
{
	const placed *all = &g_array_index(lines, placed, 0);

	for (guint i = 0; i + 1 < lines->len; i++)
		if (all[i].page < all[lines->len - 1].page &&
			!same_column(&all[i], &all[i + 1]))
			g_assert_cmpuint(all[i].row + 3, >=, ROWS);
}

/* The columns of the last page end within a line of each other, unless that
 * would break a paragraph badly: then the first is no longer than it must, or
 * on a full page two lines shorter. */
static void check_balance(const GArray *lines)
{
	const placed *all = &g_array_index(lines, placed, 0);
	guint from = lines->len, first = 0, total;

	while (from > 0 && all[from - 1].page == all[lines->len - 1].page)
		first += all[--from].column == 0;
	total = lines->len - from;
	if (2 * first <= total + 1) {
		g_assert_cmpuint(2 * first + 1, >=,
			total - first == ROWS ? total - 1 : total);
		return;
	}
	for (guint cut = MAX(total / 2, 1); cut < first; cut++)
		g_assert_false(
			may_part(&all[from + cut - 1], &all[from + cut]));
}

static void check_one(guint seed, int paragraphs, int most)
{
	g_autoptr(GString) said = g_string_new(NULL);
	g_autoptr(GString) printed = g_string_new(NULL);
	g_autofree char *report = invent(seed, paragraphs, most, said);
	g_autoptr(GArray) lines = NULL;
	press p;

	press_open(&p);
	make(&p, report, pages_of_prose);
	assert_said(&p, "");
	lines = lines_placed(&p, printed);
	g_assert_cmpstr(printed->str, ==, said->str);
	check_breaks(lines);
	check_full(lines);
	check_balance(lines);
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

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/prose/any-length", test_any_length);
	g_test_add_func(
		"/layout/prose/short-paragraphs", test_short_paragraphs);
	return g_test_run();
}
