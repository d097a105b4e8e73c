/* Images in their frames, the words under them, and QR codes.  The hill has
 * 480 x 320 pixels, the type area is 80 mm wide.
 */
#include "test-layout.h"

#define REPORT                                                            \
	"figures: {}\n"                                                   \
	"images:\n"                                                       \
	"  hill: {file: tests/images/hill.jpg, alt: 山, section: story," \
	" focus: [20%%, 50%%]%s}\n"                                       \
	"sections:\n"                                                     \
	"  - {id: story, title: 故事}\n"

#define PAGE                  \
	"pages:\n"            \
	"  - master: plain\n" \
	"    each: stories\n" \
	"    blocks:\n"       \
	"      - {image: section.image%s}\n"

/* `more` and `keys` go on with the image's in the report and the layout,
 * `blocks` stand after it. */
static void show_with(
	press *p, const char *more, const char *keys, const char *blocks)
{
	g_autofree char *report = g_strdup_printf(REPORT, more);
	g_autofree char *page = g_strdup_printf(PAGE, keys);
	g_autofree char *layout = g_strconcat(page, blocks, NULL);

	press_open(p);
	make(p, report, layout);
}

static void show(press *p, const char *more, const char *keys)
{
	show_with(p, more, keys, "");
}

static const jb_item *first(const press *p, jb_item_kind kind)
{
	GPtrArray *all = items(p, 0);

	for (guint i = 0; i < all->len; i++) {
		const jb_item *item = all->pdata[i];

		if (item->kind == kind && item->tag)
			return item;
	}
	g_error("no such item");
}

typedef struct frame {
	const char *keys;
	double width, height, left, top, part_w, part_h;
} frame;

/* In mm; the part is of the image, 0 if all of it. */
static void frames(void)
{
	static const frame rows[] = {
		{", height: 40mm", 60, 40, 0, 0, 0, 0},
		{", height: 40mm, fit: cover", 80, 40, 0, 0.125, 1, 0.75},
		/* 480 pixels at 200 to an inch; a frame that is less */
		{", enlarge: false", 60.96, 40.64, 0, 0, 0, 0},
		{", height: 40mm, enlarge: false", 60, 40, 0, 0, 0, 0},
		{", ratio: '2:1'", 60, 40, 0, 0, 0, 0},
		{", ratio: '2:1', fit: cover", 80, 40, 0, 0.125, 1, 0.75},
		{", ratio: '1:1', height: 30mm, fit: cover", 30, 30, 0, 0,
			2 / 3.0, 1},
		{", ratio: '1:1', height: 30mm, fit: cover, focus: [60%, 0%]",
			30, 30, 0.6 - 1 / 3.0, 0, 2 / 3.0, 1},
		{", ratio: '1:1', height: 30mm, fit: cover, focus: [100%, 0%]",
			30, 30, 1 / 3.0, 0, 2 / 3.0, 1},
		{", ratio: '3:2', height: 30mm, fit: cover", 45, 30, 0, 0, 0,
			0},
		{", ratio: '8:1', height: 40mm, fit: cover, focus: [0%, 10%]",
			80, 10, 0, 0.006, 1, 0.1875},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const frame *f = &rows[i];
		const jb_image *image;
		press p;

		show(&p, "", f->keys);
		image = &first(&p, JB_ITEM_IMAGE)->u.image;
		assert_near(mm(image->width_pt), f->width);
		assert_near(mm(image->height_pt), f->height);
		assert_near(image->crop_x, f->left);
		assert_near(image->crop_y, f->top);
		assert_near(image->crop_w, f->part_w);
		assert_near(image->crop_h, f->part_h);
		press_close(&p);
	}
}

/* The one page of a story gives an image what it has to spare, up to its
 * greatest height, by tenths, and never more than there is. */
static void grows(void)
{
	static const struct {
		const char *keys, *more;
		double height;
	} rows[] = {
		{", height: [20mm, 30mm]", "", 30},
		{", height: [20mm, 70mm]", "", 50},
		{", height: [20mm, 70mm]", "      - {text: 文}\n", 45},
		{", height: [20mm, 30mm]",
			"      - column: [{space: 17mm}, {text: 文}]\n", 27},
		{", height: 20mm", "", 20},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		press p;

		show_with(&p, "", rows[i].keys, rows[i].more);
		g_assert_cmpuint(pages(&p), ==, 1);
		assert_near(mm(first(&p, JB_ITEM_IMAGE)->u.image.height_pt),
			rows[i].height);
		press_close(&p);
	}
}

static const jb_tag *tag_of(const press *p, const char *words)
{
	return find_text(p, 0, words)->tag;
}

/* On one line where both fit, the credit at the right end of the frame. */
static void words_on_one_line(void)
{
	const jb_item *image, *caption, *credit;
	press p;

	show(&p, ", caption: 西山, credit: 王某", ", height: 30mm");
	image = first(&p, JB_ITEM_IMAGE);
	caption = find_text(&p, 0, "西山");
	credit = find_text(&p, 0, "王某");
	assert_near(mm(caption->x), 10);
	g_assert_cmpfloat(mm(caption->y), >, 10 + 30);
	assert_near(caption->y, credit->y);
	/* the frame is narrower than words may be: 16 characters of 3 mm */
	assert_near(mm(credit->x + credit->u.text.width_pt), 10 + 48);
	g_assert_cmpint(image->tag->role, ==, JB_ROLE_FIGURE);
	g_assert_cmpstr(image->tag->alt, ==, "山");
	g_assert_cmpint(tag_of(&p, "西山")->role, ==, JB_ROLE_CAPTION);
	g_assert_true(tag_of(&p, "西山")->parent == image->tag);
	press_close(&p);
}

static void words_on_two_lines(void)
{
	press p;

	show(&p,
		", caption: 西山的早晨有雾有云也有太阳, credit: 王某某摄于山下",
		", height: 30mm");
	g_assert_cmpfloat(find_text(&p, 0, "王某某")->y, >,
		find_text(&p, 0, "西山")->y + 5);
	press_close(&p);
}

/* The layout's words take the place of the report's, none too. */
static void words_of_the_layout(void)
{
	press p;

	show(&p, ", caption: 西山, credit: 王某",
		", height: 30mm, caption: 近处, credit: ''");
	find_text(&p, 0, "近处");
	for (guint i = 0; i < items(&p, 0)->len; i++) {
		const jb_item *item = items(&p, 0)->pdata[i];

		if (item->kind == JB_ITEM_TEXT)
			g_assert_null(strstr(item->u.text.text, "王某"));
	}
	press_close(&p);
}

static void code(press *p, const char *keys)
{
	g_autofree char *layout =
		g_strdup_printf("pages:\n"
				"  - master: plain\n"
				"    blocks:\n"
				"      - {qr: 'https://example.com/2020'%s}\n",
			keys);

	press_open(p);
	make(p, "figures: {}\nsections: []\n", layout);
}

/* A field of paper, and on it one path with four modules around. */
static void codes(void)
{
	const jb_item *path;
	press p;
	double module;

	code(&p, ", size: 30mm");
	g_assert_cmpuint(items(&p, 0)->len, ==, 2);
	path = first(&p, JB_ITEM_PATH);
	module = path->u.path.steps[0].p[0] / 4;
	assert_near(module, 72.0 / 600 * round(module * 600 / 72));
	/* version 2: 25 modules, and 8 */
	g_assert_cmpfloat(33 * module, <=, 30 * JB_MM);
	g_assert_cmpfloat(33 * (module + 72.0 / 600), >, 30 * JB_MM);
	g_assert_cmpstr(path->u.path.fill->name, ==, "text");
	g_assert_cmpint(path->tag->role, ==, JB_ROLE_FIGURE);
	g_assert_cmpstr(path->tag->alt, ==, "二维码：https://example.com/2020");
	assert_said(&p, "");
	press_close(&p);
	code(&p, ", alt: 扫码");
	g_assert_cmpstr(first(&p, JB_ITEM_PATH)->tag->alt, ==, "扫码");
	press_close(&p);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/image/frames", frames);
	g_test_add_func("/image/grows", grows);
	g_test_add_func("/image/words/one-line", words_on_one_line);
	g_test_add_func("/image/words/two-lines", words_on_two_lines);
	g_test_add_func("/image/words/layout", words_of_the_layout);
	g_test_add_func("/qr", codes);
	return g_test_run();
}
