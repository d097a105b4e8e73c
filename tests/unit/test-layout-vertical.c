/* Vertical prose in bands: of texts of any length each line is placed once, on
 * a grid that begins at the right, in bands that are balanced; and vertical
 * frames beside horizontal ones.
 *
 * Two bands of five characters (19 mm) with the gutter between them are 42 mm
 * high; the type area is 16 lines wide.
 */
#include "test-layout.h"

enum { ROWS = 16 };

/* Where the characters of the body begin under the top of their line, and end
 * over its foot, mm. */
static const double over = 4 - .88 * 3.8, under = 1 - .12 * 3.8;

static const char bands[] = "pages:\n"
			    "  - master: plain\n"
			    "    blocks:\n"
			    "      - prose: lede\n"
			    "        style: vertical\n"
			    "        columns: 2\n"
			    "        height: 42mm\n";

static const char own_height[] = "pages:\n"
				 "  - master: plain\n"
				 "    blocks:\n"
				 "      - prose: lede\n"
				 "        style: vertical\n"
				 "        columns: 2\n";

typedef struct placed {
	guint page, band, row;
	unsigned paragraph; /* its line in the report */
	bool first, last;   /* of its paragraph */
} placed;

/* Every line, in order; its centre line must stand on the grid, and it must
 * end within its band: `second` mm is where the second begins. */
static GArray *lines_placed(const press *p, double second, GString *words)
{
	GArray *lines = g_array_new(FALSE, TRUE, sizeof(placed));

	for (guint page = 0; page < pages(p); page++)
		for (guint i = 0; i < items(p, page)->len; i++) {
			const jb_item *item = items(p, page)->pdata[i];
			const jb_run *run = &item->u.text;
			placed line = {
				.page = page,
				.band = mm(item->y) > second - .1,
				.row = whole((87.5 - mm(item->x)) / 5),
				.paragraph = item->pos.line,
			};
			double end = mm(item->y + run->width_pt);

			g_assert_cmpfloat(mm(item->y), >, 9.99 + over);
			g_assert_cmpfloat(end, <,
				line.band ? 60.01 - under : second - 3.99);
			g_string_append_len(words, run->text, (gssize)run->len);
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

/* Bands are filled one after the other, each from the right. */
static void check_order(const GArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		const placed *at = &g_array_index(lines, placed, i);

		g_assert_cmpuint(at->row, <, ROWS);
		if (at->row == 0)
			continue;
		g_assert_cmpuint(i, >, 0);
		g_assert_cmpuint(at->row, ==, at[-1].row + 1);
		g_assert_cmpuint(at->band, ==, at[-1].band);
		g_assert_cmpuint(at->page, ==, at[-1].page);
	}
}

static bool may_part(const placed *a, const placed *b)
{
	return !(a->first && !a->last) && !(b->last && !b->first);
}

/* Whether the last page's bands end within a line of each other, unless that
 * would break a paragraph badly. */
static void check_balance(const GArray *lines)
{
	const placed *all = &g_array_index(lines, placed, 0);
	guint from = lines->len, first = 0, total;

	while (from > 0 && all[from - 1].page == all[lines->len - 1].page)
		first += all[--from].band == 0;
	total = lines->len - from;
	if (total - first <= first + 1 && first <= total - first + 1)
		return;
	g_assert_cmpuint(first, >, 0);
	for (guint cut = total / 2; cut <= (total + 1) / 2; cut++)
		g_assert_false(cut && may_part(&all[from + cut - 1],
					      &all[from + cut]));
}

static void check_one(guint seed, int paragraphs, int most)
{
	g_autoptr(GString) said = g_string_new(NULL);
	g_autoptr(GString) printed = g_string_new(NULL);
	g_autofree char *report = invent_prose(seed, paragraphs, most, said);
	g_autoptr(GArray) lines = NULL;
	press p;

	press_open(&p);
	make(&p, report, bands);
	g_assert_cmpuint(jb_diags_errors(p.diags), ==, 0);
	lines = lines_placed(&p, 33 + over, printed);
	g_assert_cmpstr(printed->str, ==, said->str);
	check_order(lines);
	check_balance(lines);
	press_close(&p);
}

static void test_any_length(void)
{
	for (int n = 1; n <= 40; n++)
		for (guint seed = 0; seed < 4; seed++)
			check_one(seed * 100 + (guint)n, n, 6 + 5 * (n % 6));
}

/* How many pages prose takes in bands of so many characters. */
static guint pages_at(const char *report, guint chars)
{
	g_autofree char *layout = g_strdup_printf(
		"%s        height: %.1fmm\n", own_height, 2 * chars * 3.8 + 4);
	guint n;
	press p;

	press_open(&p);
	make(&p, report, layout);
	n = pages(&p);
	press_close(&p);
	return n;
}

/* The longest lines, in characters. */
static guint measure_of(const press *p)
{
	double most = 0;

	for (guint i = 0; i < items(p, 0)->len; i++) {
		const jb_item *item = items(p, 0)->pdata[i];

		if (item->line && !item->line->last)
			most = MAX(most, item->line->x + item->line->width_pt);
	}
	return whole(mm(most) / 3.8);
}

/* Without a height: all on one page as long as it fits, in bands of whole
 * characters that could not be a character lower. */
static void test_own_height(void)
{
	for (int n = 2; n <= 6; n++) {
		g_autoptr(GString) said = g_string_new(NULL);
		g_autoptr(GString) printed = g_string_new(NULL);
		g_autofree char *report = invent_prose((guint)n, n, 36, said);
		g_autoptr(GArray) lines = NULL;
		press p;

		press_open(&p);
		make(&p, report, own_height);
		g_assert_cmpuint(jb_diags_errors(p.diags), ==, 0);
		g_assert_cmpuint(pages(&p), ==, 1);
		guint chars = measure_of(&p);
		lines = lines_placed(&p, 14 + over + chars * 3.8, printed);
		g_assert_cmpstr(printed->str, ==, said->str);
		check_order(lines);
		if (chars > 4)
			g_assert_cmpuint(pages_at(report, chars - 1), >, 1);
		press_close(&p);
	}
}

/* More than a page: bands as high as the page lets them be. */
static void test_runs_on(void)
{
	g_autoptr(GString) said = g_string_new(NULL);
	g_autoptr(GString) printed = g_string_new(NULL);
	g_autofree char *report = invent_prose(1, 30, 40, said);
	g_autoptr(GArray) lines = NULL;
	press p;

	press_open(&p);
	make(&p, report, own_height);
	g_assert_cmpuint(jb_diags_errors(p.diags), ==, 0);
	g_assert_cmpuint(pages(&p), >, 1);
	/* 22.4 mm for each band: five characters */
	lines = lines_placed(&p, 14 + over + 5 * 3.8, printed);
	g_assert_cmpstr(printed->str, ==, said->str);
	check_order(lines);
	press_close(&p);
}

/* A vertical headline stands at the right of its columns, and what is beside
 * it is as it would be alone. */
static void test_beside(void)
{
	press p;

	press_open(&p);
	make(&p, "figures: {}\nsections: []\n",
		"pages:\n"
		"  - master: plain\n"
		"    blocks:\n"
		"      - row:\n"
		"          - heading: 山水花木\n"
		"            style: vertical\n"
		"            span: 2\n"
		"          - text: 天地\n"
		"            span: 4\n");
	assert_said(&p, "");
	const jb_item *head = find_text(&p, 0, "山");
	assert_near(mm(head->x), 10 + 24 - 2.5);
	assert_near(mm(head->y), 10 + over + 2 * 3.8);
	assert_near(mm(head->u.text.width_pt), 4 * 3.8);
	assert_near(mm(find_text(&p, 0, "天地")->x), 10 + 28);
	const jb_leaf *leaf = p.scene->leaves->pdata[0];
	const jb_mark *mark = leaf->marks->pdata[0];
	g_assert_cmpstr(mark->title, ==, "山水花木");
	g_assert_cmpfloat(mm(mark->y), >, 10);
	press_close(&p);
}

/* `height` is the length of the lines. */
static void test_height(void)
{
	press p;

	press_open(&p);
	make(&p, "figures: {}\nsections: []\n",
		"pages:\n"
		"  - master: plain\n"
		"    blocks:\n"
		"      - text: 山水花木天地山水\n"
		"        style: vertical\n"
		"        height: 19mm\n");
	assert_said(&p, "");
	const jb_item *one = find_text(&p, 0, "山水花");
	const jb_item *two = find_text(&p, 0, "木天地山水");
	assert_near(mm(one->y + one->u.text.width_pt), 10 + over + 19);
	assert_near(mm(one->x - two->x), 5);
	assert_near(mm(two->y), 10 + over);
	press_close(&p);
}

/* A frame of twelve characters, 45.6 mm, beside ten lines of prose: both begin
 * at one height, it ends no lower; 49.4 mm would, and is refused. */
static void test_in_the_grid(void)
{
	static const char row[] =
		"pages:\n"
		"  - master: plain\n"
		"    blocks:\n"
		"      - row:\n"
		"          - text: 天地\n"
		"            style: body\n"
		"            span: 4\n"
		"          - text: 山水花木山水花木山水花木人\n"
		"            style: vertical\n"
		"            span: 2\n"
		"            height: ";
	g_autofree char *fits = g_strconcat(row, "45.6mm\n", NULL);
	g_autofree char *over_foot = g_strconcat(row, "49.4mm\n", NULL);
	press p;

	press_open(&p);
	make(&p, "figures: {}\nsections: []\n", fits);
	assert_said(&p, "");
	const jb_item *flat = find_text(&p, 0, "天地");
	const jb_item *down = find_text(&p, 0, "花木人");
	assert_near(mm(down->y), mm(flat->y) - .88 * 3.8);
	down = find_text(&p, 0, "山水花木山水花木山水");
	assert_near(mm(down->y - flat->y) + .88 * 3.8, 2 * 3.8);
	press_close(&p);
	press_open(&p);
	make(&p, "figures: {}\nsections: []\n", over_foot);
	assert_said(&p, "layout.yaml:14:9: error: this `row` block does not "
			"fit page 1: 1.7 pt too high");
	press_close(&p);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/vertical/any-length", test_any_length);
	g_test_add_func("/layout/vertical/own-height", test_own_height);
	g_test_add_func("/layout/vertical/runs-on", test_runs_on);
	g_test_add_func("/layout/vertical/beside", test_beside);
	g_test_add_func("/layout/vertical/height", test_height);
	g_test_add_func("/layout/vertical/in-the-grid", test_in_the_grid);
	return g_test_run();
}
