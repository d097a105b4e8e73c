/* Containers: boxes around them, columns of a grid, and how blocks stand in
 * their cells.  The type area is 80 x 50 mm with 4 mm between columns; a
 * character of `label` is 3 mm.
 */
#include "test-layout.h"

#define REPORT                                                                  \
	"figures:\n"                                                            \
	"  one: {label: 面积, value: 12, unit: 公顷}\n"                     \
	"  two: {label: 一共种下的树的棵数是全园的, value: 345}\n" \
	"sections: []\n"

static void show(press *p, const char *blocks)
{
	g_autofree char *layout = g_strconcat("pages:\n"
					      "  - master: plain\n"
					      "    blocks:\n",
		blocks, NULL);

	press_open(p);
	make(p, REPORT, layout);
}

static double x_of(const press *p, const char *words)
{
	return mm(find_text(p, 0, words)->x);
}

static double y_of(const press *p, const char *words)
{
	return mm(find_text(p, 0, words)->y);
}

/* Among what was said. */
static void assert_told(const press *p, const char *words)
{
	g_autofree char *said = jb_diags_text(p->diags);

	if (!strstr(said, words))
		g_assert_cmpstr(said, ==, words);
}

/* The nth path of the page, and how far it reaches from its origin. */
static const jb_item *path(const press *p, guint n)
{
	GPtrArray *all = items(p, 0);

	for (guint i = 0; i < all->len; i++) {
		const jb_item *item = all->pdata[i];

		if (item->kind == JB_ITEM_PATH && n-- == 0)
			return item;
	}
	g_error("no such path");
}

static double reach(const jb_item *item, size_t axis)
{
	const jb_path *shape = &item->u.path;
	double most = 0;

	for (size_t i = 0; i < shape->n; i++) {
		const jb_step *step = &shape->steps[i];
		size_t last = step->op == JB_CURVE ? 4 : 0;

		most = fmax(most, step->p[last + axis]);
	}
	return mm(most);
}

static void assert_box(
	const jb_item *item, double x, double y, double w, double h)
{
	assert_near(mm(item->x), x);
	assert_near(mm(item->y), y);
	assert_near(reach(item, 0), w);
	assert_near(reach(item, 1), h);
}

/* ---- boxes ---- */

/* Under what they hold, an artifact, and as wide as the container. */
static void box(void)
{
	const jb_item *field, *frame;
	press p;

	show(&p, "      - column: [{text: 字}]\n"
		 "        padding: {left: 5mm, top: 2mm, bottom: 3mm}\n"
		 "        fill: primary6\n"
		 "        border: {ink: accent, width: 1mm}\n");
	field = path(&p, 0);
	frame = path(&p, 1);
	g_assert_true(items(&p, 0)->pdata[0] == field);
	assert_box(field, 10, 10, 80, 10);
	assert_box(frame, 10.5, 10.5, 79, 9);
	g_assert_null(field->tag);
	g_assert_null(frame->tag);
	g_assert_cmpstr(field->u.path.fill->name, ==, "primary6");
	g_assert_cmpstr(frame->u.path.stroke->name, ==, "accent");
	assert_near(x_of(&p, "字"), 15);
	assert_near(y_of(&p, "字"), 10 + 2 + 4);
	assert_said(&p, "");
	press_close(&p);
}

/* What it holds is as much narrower as its padding. */
static void padding_narrows(void)
{
	press p;

	show(&p, "      - column: [{text: 一二三四五六七八九十}]\n"
		 "        padding: {left: 28mm, right: 30mm, top: 5mm}\n");
	assert_near(x_of(&p, "一二三四五六七"), 38);
	assert_near(y_of(&p, "一二三四五六七"), 10 + 5 + 4);
	assert_near(x_of(&p, "八九十"), 38);
	press_close(&p);
	show(&p, "      - column: [{text: 字}]\n"
		 "        padding: {left: 39mm, right: 39mm}\n");
	assert_told(&p, "its padding takes 221.1 pt of "
			"the 226.8 pt that this `column` block has across\n");
	press_close(&p);
}

/* The sides that are named, each with its own ink and width. */
static void sides(void)
{
	press p;

	show(&p, "      - column: [{text: 字}]\n"
		 "        border: {ink: accent, top: 2mm,"
		 " left: {ink: green, width: 1mm}}\n");
	assert_box(path(&p, 0), 10, 11, 80, 0);
	assert_box(path(&p, 1), 10.5, 10, 0, 5);
	g_assert_cmpstr(path(&p, 0)->u.path.stroke->name, ==, "accent");
	g_assert_cmpstr(path(&p, 1)->u.path.stroke->name, ==, "green");
	g_assert_cmpuint(items(&p, 0)->len, ==, 3);
	press_close(&p);
}

static void round_corners(void)
{
	const jb_path *shape;
	press p;

	show(&p, "      - column: [{text: 字}]\n"
		 "        fill: primary6\n"
		 "        radius: 2mm\n");
	assert_box(path(&p, 0), 10, 10, 80, 5);
	shape = &path(&p, 0)->u.path;
	g_assert_cmpuint(shape->n, ==, 10);
	assert_near(mm(shape->steps[0].p[0]), 2);
	assert_near(mm(shape->steps[2].p[5]), 2);
	press_close(&p);
	show(&p, "      - column: [{text: 字}]\n"
		 "        border: {top: 1pt}\n"
		 "        radius: 2mm\n");
	assert_told(&p, "round corners need a border "
			"that is the same on all sides\n");
	press_close(&p);
}

/* A field takes the place of a panel's rule. */
static void panels(void)
{
	press p;

	show(&p, "      - panel: 题\n"
		 "        fill: primary6\n"
		 "        padding: 2mm\n"
		 "        blocks: [{text: 字}]\n");
	assert_box(path(&p, 0), 10, 10, 80, 14);
	g_assert_cmpuint(items(&p, 0)->len, ==, 3);
	press_close(&p);
}

/* What follows a box is on half lines again. */
static void after_box(void)
{
	press p;

	show(&p, "      - column:\n"
		 "          - column: [{text: 上}]\n"
		 "            padding: 1mm\n"
		 "          - text: 下\n");
	assert_near(y_of(&p, "上"), 15);
	assert_near(y_of(&p, "下"), 10 + 7.5 + 4);
	press_close(&p);
}

/* ---- columns of a grid ---- */

typedef struct widths {
	const char *keys;
	double x[3];
} widths;

/* 乙 has two characters, 6 mm; where 甲, 乙 and 丙 begin. */
static void columns(void)
{
	static const widths rows[] = {
		{"columns: 3", {10, 38, 66}},
		{"columns: 3, gap: 1mm", {10, 37, 64}},
		{"columns: [1fr, 2fr, 1fr]", {10, 32, 72}},
		{"columns: [20mm, 1fr, 25%]", {10, 34, 70}},
		{"columns: [auto, auto, 1fr]", {10, 17.8, 27.82}},
		{"columns: [1fr, auto, 10mm]", {10, 69.98, 80}},
		{"columns: [1fr, minmax(10mm, auto), 10mm]", {10, 66, 80}},
		{"columns: [minmax(40mm, 1fr), 1fr, 1fr]", {10, 54, 74}},
		{"columns: ['minmax(40mm, 1fr)', 1fr, 1fr]", {10, 54, 74}},
		{"columns: [minmax(10mm, 70mm), 1fr, 10mm]",
			{10, 10 + 80 - 10 - 4 - 3.8, 80}},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *blocks = g_strdup_printf(
			"      - {grid: [{text: 甲}, {text: 乙乙}, {text: 丙}],"
			" %s}\n",
			rows[i].keys);
		press p;

		show(&p, blocks);
		assert_said(&p, "");
		assert_near(x_of(&p, "甲"), rows[i].x[0]);
		g_assert_cmpfloat_with_epsilon(
			x_of(&p, "乙"), rows[i].x[1], 0.03);
		g_assert_cmpfloat_with_epsilon(
			x_of(&p, "丙"), rows[i].x[2], 0.03);
		press_close(&p);
	}
}

/* Two that want more than there is have as much as each other. */
static void no_room_for_all(void)
{
	press p;

	show(&p, "      - grid:\n"
		 "          - text: 一二三四五六七八九十一二三四五六七八九十\n"
		 "          - text: 甲二三四五六七八九十一二三四五六七八九十\n"
		 "          - text: 短\n"
		 "        columns: [auto, auto, auto]\n");
	/* 80 - 2 gaps - 3.8 (a character of body) */
	g_assert_cmpfloat_with_epsilon(
		x_of(&p, "甲"), 10 + (80 - 8 - 3.8) / 2 + 4, 0.03);
	assert_near(x_of(&p, "短"), 90 - 3.8);
	press_close(&p);
}

typedef struct mistake {
	const char *keys, *said;
} mistake;

static void wrong_columns(void)
{
	static const mistake rows[] = {
		{"columns: [50mm, 40mm]",
			"the columns of this grid need 266.5 pt, and there are "
			"226.8 pt\n"},
		{"columns: [2q]", "“2q” is no column of a grid\n"},
		{"columns: [0fr]", "“0fr” is no column of a grid\n"},
		{"columns: [-2mm]", "“-2mm” is no column of a grid\n"},
		{"columns: [minmax(1fr, 2mm)]",
			"“minmax(1fr, 2mm)” is no column of a grid\n"},
		{"columns: [minmax(1mm]",
			"“minmax(1mm” is no column of a grid\n"},
		{"columns: []", "a grid has at least one column\n"},
		{"columns: 1",
			"this block spans 2 columns, and the grid has 1\n"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *blocks = g_strdup_printf(
			"      - {grid: [{text: 字, span: 2}], %s}\n",
			rows[i].keys);
		press p;

		show(&p, blocks);
		assert_told(&p, rows[i].said);
		press_close(&p);
	}
}

/* ---- cells ---- */

/* In reading order; a block that is too wide for the rest begins a row. */
static void spans(void)
{
	press p;

	show(&p, "      - grid:\n"
		 "          - {text: 甲}\n"
		 "          - {text: 乙, span: 2}\n"
		 "          - {text: 丙, span: 2}\n"
		 "          - {text: 丁, span: 2}\n"
		 "        columns: 3\n"
		 "        gap: {row: 1mm}\n");
	assert_near(x_of(&p, "乙"), 38);
	assert_near(y_of(&p, "乙"), 14);
	assert_near(x_of(&p, "丙"), 10);
	assert_near(y_of(&p, "丙"), 14 + 7.5); /* 5 + 1, to a half line */
	assert_near(x_of(&p, "丁"), 10);
	assert_near(y_of(&p, "丁"), 14 + 15);
	press_close(&p);
}

static void across_and_down(void)
{
	press p;

	show(&p, "      - grid:\n"
		 "          - {text: 甲, align: center}\n"
		 "          - {text: 乙, align: end}\n"
		 "          - {text: 丙, place: middle}\n"
		 "          - {text: 丁, place: bottom}\n"
		 "          - {space: 20mm}\n"
		 "        columns: 5\n"
		 "        gap: 0\n");
	g_assert_cmpfloat_with_epsilon(x_of(&p, "甲"), 10 + 6.5, 0.03);
	g_assert_cmpfloat_with_epsilon(x_of(&p, "乙"), 10 + 29, 0.03);
	assert_near(y_of(&p, "甲"), 14);
	assert_near(y_of(&p, "丙"), 14 + 7.5);
	assert_near(y_of(&p, "丁"), 14 + 15);
	press_close(&p);
}

/* Boxes reach the height of a row that says so, of a grid's row always, unless
 * they have a place in it. */
static void equal_heights(void)
{
	static const char cells[] =
		"          - {column: [{text: 甲}], fill: primary6}\n"
		"          - {column: [{text: 乙}], fill: primary6,"
		" place: bottom}\n"
		"          - {space: 20mm}\n";
	g_autofree char *row = g_strconcat("      - row:\n", cells, NULL);
	g_autofree char *equal =
		g_strconcat(row, "        equal: true\n", NULL);
	g_autofree char *grid = g_strconcat("      - grid:\n", cells,
		"          - {column: [{text: 丙}], fill: accent}\n"
		"        equal: true\n        gap: 0\n        columns: 3\n",
		NULL);
	press p;

	show(&p, row);
	assert_box(path(&p, 0), 10, 10, 24, 5);
	press_close(&p);
	show(&p, equal);
	assert_box(path(&p, 0), 10, 10, 24, 20);
	assert_box(path(&p, 1), 38, 25, 24, 5);
	press_close(&p);
	show(&p, grid);
	assert_box(path(&p, 0), 10, 10, 80 / 3.0, 20);
	assert_box(path(&p, 2), 10, 30, 80 / 3.0, 20);
	press_close(&p);
}

/* Numerals stand on one line, whatever is over them; a box keeps its top. */
static void numerals(void)
{
	static const char blocks[] =
		"      - row:\n"
		"          - {stats: figure, size: 20pt, per_row: 1,"
		" each: figures}\n";
	g_autofree char *level =
		g_strconcat(blocks, "        align: baseline\n", NULL);
	press p;

	show(&p, blocks);
	g_assert_cmpfloat(y_of(&p, "12"), <, y_of(&p, "345") - 1);
	press_close(&p);
	show(&p, level);
	assert_near(y_of(&p, "12"), y_of(&p, "345"));
	press_close(&p);
	show(&p, "      - row:\n"
		 "          - column: [{stats: figure, size: 20pt, per_row: "
		 "1}]\n"
		 "            fill: primary6\n"
		 "            each: figures\n"
		 "        align: baseline\n");
	assert_near(y_of(&p, "12"), y_of(&p, "345"));
	assert_near(mm(path(&p, 0)->y), 10);
	press_close(&p);
}

static void only_containers(void)
{
	press p;

	show(&p, "      - row: [{text: 字, align: baseline}]\n");
	assert_told(&p, "`align: baseline` is for a "
			"row or grid\n");
	press_close(&p);
}

/* What a layout says of its blocks without a report. */
static void wrong_keys(void)
{
	static const mistake rows[] = {
		{"{column: [], fill: blue}", "14:28: error: unknown ink"},
		{"{column: [], border: {ink: blue}}", "unknown ink “blue”"},
		{"{column: [], border: {top: {ink: blue}}}",
			"unknown ink “blue”"},
		{"{column: [], padding: -1pt}",
			"“padding” must not be negative"},
		{"{column: [], padding: {top: 5%}}", "“5%” has no size here"},
		{"{column: [], border: {top: 1fr}}", "“1fr” has no size here"},
		{"{column: [], align: end}",
			"“align” is for blocks in a row, grid, column or "
			"panel\n"},
		{"{column: [{text: 字, place: bottom}]}",
			"“place” is for blocks in a row or grid\n"},
		{"{grid: []}", "“columns” is missing"},
		{"{text: 字, padding: 1pt}", "unknown key “padding”"},
		{"{text: 字, fill: primary}", "a second block word"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *layout = g_strconcat(
			"pages:\n  - master: plain\n    blocks:\n      - ",
			rows[i].keys, "\n", NULL);
		press p;

		press_open(&p);
		plain_layout(&p, layout);
		assert_told(&p, rows[i].said);
		press_close(&p);
	}
}

/* `fill` is a block word, and a key of containers, in any order. */
static void fill_before_row(void)
{
	press p;

	show(&p, "      - fill: primary6\n"
		 "        row: [{text: 字}]\n");
	assert_box(path(&p, 0), 10, 10, 80, 5);
	press_close(&p);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/box/drawn", box);
	g_test_add_func("/box/padding", padding_narrows);
	g_test_add_func("/box/sides", sides);
	g_test_add_func("/box/round", round_corners);
	g_test_add_func("/box/panel", panels);
	g_test_add_func("/box/after", after_box);
	g_test_add_func("/grid/columns", columns);
	g_test_add_func("/grid/no-room", no_room_for_all);
	g_test_add_func("/grid/wrong", wrong_columns);
	g_test_add_func("/grid/spans", spans);
	g_test_add_func("/cell/across-and-down", across_and_down);
	g_test_add_func("/cell/equal", equal_heights);
	g_test_add_func("/cell/numerals", numerals);
	g_test_add_func("/cell/baseline", only_containers);
	g_test_add_func("/keys/wrong", wrong_keys);
	g_test_add_func("/keys/fill", fill_before_row);
	return g_test_run();
}
