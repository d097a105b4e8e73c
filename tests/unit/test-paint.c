/* Painting: bytes that come twice the same, text that comes out again, and
 * what cannot be drawn is refused.
 */
#include "paint/paint.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "text/compose.h"

typedef struct stage {
	jb_arena *arena;
	jb_scene *scene;
	jb_leaf *leaf; /* the first page */
	GByteArray *out;
	GError *error;
} stage;

static jb_fonts *fonts;
static jb_painter *painter;

static const jb_ink red = {.name = "primary", .r = 1};

static void stage_up(stage *s, const void *data)
{
	(void)data;
	s->arena = jb_arena_open();
	s->scene = jb_scene_new(s->arena);
	s->scene->width_pt = 144;
	s->scene->height_pt = 72;
	s->leaf = jb_leaf_new(s->arena, s->scene, "1");
	s->out = g_byte_array_new();
}

static void stage_down(stage *s, const void *data)
{
	(void)data;
	g_clear_error(&s->error);
	g_byte_array_unref(s->out);
	jb_arena_close(s->arena);
}

static jb_item *put_box(stage *s, double x, double y, double w, double h)
{
	const jb_step steps[] = {{JB_MOVE, {0, 0}}, {JB_LINE, {w, 0}},
		{JB_LINE, {w, h}}, {JB_LINE, {0, h}}, {JB_CLOSE, {0}}};
	jb_item *item = jb_item_new(s->arena, s->leaf->group, JB_ITEM_PATH);

	item->x = x;
	item->y = y;
	item->u.path.steps = jb_new_array(s->arena, jb_step, 5);
	memcpy(item->u.path.steps, steps, sizeof(steps));
	item->u.path.n = 5;
	item->u.path.fill = &red;
	return item;
}

static void put_words(
	stage *s, jb_leaf *leaf, double y, const char *text, jb_tag *tag)
{
	jb_diags *diags = jb_diags_new(s->arena);
	const jb_span span = {
		.text = text,
		.len = strlen(text),
		.font = jb_fonts_lookup(fonts, diags, (jb_pos){0},
			&(jb_fontspec){
				.family = "Noto Serif CJK SC", .weight = 400}),
		.size_pt = 10,
	};
	const jb_setting setting = {
		.measure_pt = INFINITY, .align = JB_ALIGN_START};
	const jb_lines *lines = jb_compose(s->arena, diags, &span, 1, &setting);

	g_assert_cmpuint(jb_diags_errors(diags), ==, 0);
	for (size_t i = 0; i < lines->lines[0].n_runs; i++) {
		jb_item *item =
			jb_item_new(s->arena, leaf->group, JB_ITEM_TEXT);

		item->u.text = lines->lines[0].runs[i];
		item->x = 10 + item->u.text.x;
		item->y = y;
		item->tag = tag;
	}
}

/* What a tool says about the PDF; NULL when there is no such tool. */
static char *ask(const stage *s, const char *tool, const char *option)
{
	g_autofree char *path = NULL;
	char *said = NULL;
	int fd = g_file_open_tmp("jb-paint-XXXXXX.pdf", &path, NULL);
	const char *argv[] = {tool, path, option, NULL};

	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	g_assert_true(g_file_set_contents(
		path, (char *)s->out->data, s->out->len, NULL));
	if (strcmp(tool, "pdfinfo") == 0) { /* its options come first */
		argv[1] = option ? option : path;
		argv[2] = option ? path : NULL;
	}
	if (!g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL,
		    NULL, &said, NULL, NULL, NULL))
		g_test_skip("a tool is missing");
	g_unlink(path);
	return said;
}

static bool holds(const stage *s, const char *word)
{
	size_t len = strlen(word);

	for (size_t i = 0; i + len <= s->out->len; i++)
		if (memcmp(s->out->data + i, word, len) == 0)
			return true;
	return false;
}

static bool paint_pdf(stage *s)
{
	return jb_paint_pdf(painter, s->scene, s->out, &s->error);
}

static void pdf_is_a_pdf(stage *s, const void *data)
{
	(void)data;
	put_box(s, 10, 10, 20, 20);
	g_assert_true(paint_pdf(s));
	g_assert_no_error(s->error);
	g_assert_cmpint(memcmp(s->out->data, "%PDF-1.", 7), ==, 0);
}

static void fill_scene(stage *s)
{
	jb_tag *sect = jb_tag_new(s->arena, JB_ROLE_SECT, NULL);
	jb_tag *head = jb_tag_new(s->arena, JB_ROLE_H1, sect);
	jb_tag *body = jb_tag_new(s->arena, JB_ROLE_P, sect);
	jb_tag *list = jb_tag_new(s->arena, JB_ROLE_LIST, sect);
	jb_tag *point = jb_tag_new(s->arena, JB_ROLE_LIST_ITEM, list);
	jb_leaf *second = jb_leaf_new(s->arena, s->scene, "2");
	jb_mark *mark = jb_new(s->arena, jb_mark);

	*mark = (jb_mark){1, "总览", 20};
	g_ptr_array_add(second->marks, mark);
	s->scene->title = "西部科学城";
	s->scene->date = "2020-06-15T08:30:00Z";
	put_words(s, s->leaf, 20, "打造“创新引擎”", head);
	put_box(s, 0, 30, 20, 2);
	put_words(s, s->leaf, 50, "共有38家企业，", body);
	put_words(s, second, 20, "年内再增2个。", body);
	put_words(s, second, 40, "其一", point);
}

static void pdf_is_twice_the_same(stage *s, const void *data)
{
	g_autoptr(GByteArray) first = g_byte_array_new();

	(void)data;
	fill_scene(s);
	g_assert_true(paint_pdf(s));
	g_byte_array_append(first, s->out->data, s->out->len);
	g_byte_array_set_size(s->out, 0);
	g_assert_true(paint_pdf(s));
	g_assert_cmpmem(first->data, first->len, s->out->data, s->out->len);
}

static void pdf_text_comes_out_again(stage *s, const void *data)
{
	g_autofree char *text = NULL;

	(void)data;
	fill_scene(s);
	g_assert_true(paint_pdf(s));
	text = ask(s, "pdftotext", "-");
	if (!text)
		return;
	g_assert_nonnull(strstr(text, "打造“创新引擎”"));
	g_assert_nonnull(strstr(text, "家企业，"));
}

static void pdf_says_when_and_what(stage *s, const void *data)
{
	g_autofree char *text = NULL;

	(void)data;
	fill_scene(s);
	g_assert_true(paint_pdf(s));
	text = ask(s, "pdfinfo", "-rawdates");
	if (!text)
		return;
	g_assert_nonnull(strstr(text, "西部科学城"));
	g_assert_nonnull(strstr(text, "D:20200615083000Z"));
	g_assert_nonnull(strstr(text, "jianbao"));
}

static void pdf_structure_is_the_scenes(stage *s, const void *data)
{
	g_autofree char *text = NULL;

	(void)data;
	fill_scene(s);
	g_assert_true(paint_pdf(s));
	text = ask(s, "pdfinfo", "-struct-text");
	if (!text)
		return;
	g_assert_cmpstr(text, ==,
		"Document\n"
		"  Sect\n"
		"    H1 (block)\n"
		"      \"打造“创新引擎”\"\n"
		"    P (block)\n"
		"      \"共有38家企业，\"\n"
		"      \"年内再增2个。\"\n"
		"    L (block)\n"
		"      LI (block)\n"
		"        LBody (block)\n"
		"          \"其一\"\n");
}

static void pdf_text_of_a_parent_is_not_lost(stage *s, const void *data)
{
	jb_tag *figure = jb_tag_new(s->arena, JB_ROLE_FIGURE, NULL);
	jb_tag *caption = jb_tag_new(s->arena, JB_ROLE_CAPTION, figure);
	g_autofree char *text = NULL;

	(void)data;
	put_words(s, s->leaf, 20, "三成", figure);
	put_words(s, s->leaf, 40, "图一", caption);
	g_assert_true(paint_pdf(s));
	text = ask(s, "pdfinfo", "-struct-text");
	if (!text)
		return;
	g_assert_cmpstr(text, ==,
		"Document\n"
		"  Figure\n"
		"    Span (inline)\n"
		"      \"三成\"\n"
		"    Caption\n"
		"      \"图一\"\n");
}

static void pdf_fonts_are_embedded(stage *s, const void *data)
{
	g_autofree char *text = NULL;

	(void)data;
	fill_scene(s);
	g_assert_true(paint_pdf(s));
	text = ask(s, "pdffonts", NULL);
	if (!text)
		return;
	g_assert_nonnull(strstr(text, "+NotoSerifCJKsc-Regular"));
	g_assert_nonnull(strstr(text, "yes yes yes"));
}

static void pdf_labels_only_what_differs(stage *s, const void *data)
{
	(void)data;
	g_assert_true(paint_pdf(s));
	g_assert_false(holds(s, "/PageLabels"));
	s->leaf->label = "ii";
	g_byte_array_set_size(s->out, 0);
	g_assert_true(paint_pdf(s));
	g_assert_true(holds(s, "/PageLabels"));
}

/* --- what cannot be drawn --- */

static void check_refused(stage *s, jb_paint_error code, const char *message)
{
	g_byte_array_append(s->out, (const guint8 *)"kept", 4);
	g_assert_false(paint_pdf(s));
	g_assert_error(s->error, JB_PAINT_ERROR, (int)code);
	g_assert_cmpstr(s->error->message, ==, message);
	g_assert_cmpmem(s->out->data, s->out->len, "kept", 4);
}

static void numbers_beyond_reason_are_refused(stage *s, const void *data)
{
	(void)data;
	put_box(s, NAN, 0, 1e300, INFINITY);
	check_refused(s, JB_PAINT_NUMBER,
		"the scene has a number that cannot be drawn");
}

static jb_item *put_image(stage *s, const void *data, size_t len)
{
	jb_item *item = jb_item_new(s->arena, s->leaf->group, JB_ITEM_IMAGE);

	item->u.image = (jb_image){
		.file = "logo.png",
		.width_pt = 72,
		.height_pt = 72,
		.data = data,
		.len = len,
		.info = {JB_IMAGE_PNG, 1, 1, 1, 1, 1, 0, false},
	};
	return item;
}

static void what_is_no_png_is_refused(stage *s, const void *data)
{
	(void)data;
	put_image(s, "GIF89a..", 8);
	check_refused(s, JB_PAINT_IMAGE,
		"“logo.png” cannot be read as PNG: it is damaged");
}

/* Its header has been looked at elsewhere; what is unpacked is that size. */
static void vast_images_are_refused(stage *s, const void *data)
{
	static const unsigned char png[64] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
					     "\0\1\0\0\0\1\0\0\x08\6\0\0\0"
					     "\xaa\x69\x7d\xd0";

	(void)data;
	put_image(s, png, sizeof(png));
	g_assert_false(paint_pdf(s));
	g_assert_error(s->error, JB_PAINT_ERROR, JB_PAINT_IMAGE);
}

static void cut_off_images_are_refused(stage *s, const void *data)
{
	static const unsigned char png[40] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
					     "\0\0\0\1\0\0\0\1\x08\6\0\0\0";

	(void)data;
	put_image(s, png, sizeof(png));
	g_assert_false(paint_pdf(s));
	g_assert_error(s->error, JB_PAINT_ERROR, JB_PAINT_IMAGE);
}

/* --- PNG and SVG --- */

/* Width and height in the header of a PNG. */
static void check_size(const GByteArray *png, unsigned width, unsigned height)
{
	const unsigned char *p = png->data;

	g_assert_cmpmem(p, 8, "\x89PNG\r\n\x1a\n", 8);
	g_assert_cmpuint(p[18] << 8 | p[19], ==, width);
	g_assert_cmpuint(p[22] << 8 | p[23], ==, height);
}

static void png_has_the_resolution(stage *s, const void *data)
{
	(void)data;
	put_words(s, s->leaf, 20, "字", NULL);
	g_assert_true(
		jb_paint_png(painter, s->scene, 0, 144, s->out, &s->error));
	check_size(s->out, 288, 144);
}

static void png_of_too_many_pixels_is_refused(stage *s, const void *data)
{
	(void)data;
	g_assert_false(
		jb_paint_png(painter, s->scene, 0, 1e9, s->out, &s->error));
	g_assert_error(s->error, JB_PAINT_ERROR, JB_PAINT_SIZE);
	g_clear_error(&s->error);
	g_assert_false(
		jb_paint_png(painter, s->scene, 0, NAN, s->out, &s->error));
	g_assert_error(s->error, JB_PAINT_ERROR, JB_PAINT_SIZE);
}

static void a_png_may_be_drawn_in_a_pdf(stage *s, const void *data)
{
	g_autoptr(GByteArray) png = g_byte_array_new();

	(void)data;
	g_assert_true(jb_paint_png(painter, s->scene, 0, 72, png, NULL));
	for (int i = 0; i < 2; i++) {
		jb_item *item = put_image(s, png->data, png->len);

		g_assert_null(jb_image_look(
			s->arena, png->data, png->len, &item->u.image.info));
		item->x = 72 * i;
	}
	g_assert_true(paint_pdf(s));
	g_assert_true(holds(s, "/Subtype /Image"));
}

static void svg_is_one_page(stage *s, const void *data)
{
	(void)data;
	put_box(s, 10, 10, 20, 20);
	g_assert_true(jb_paint_svg(painter, s->scene, 0, s->out, &s->error));
	g_byte_array_append(s->out, (const guint8 *)"", 1);
	g_assert_nonnull(strstr((char *)s->out->data, "<svg"));
	g_assert_nonnull(strstr((char *)s->out->data, "M 10 10 L 30 10"));
}

int main(int argc, char **argv)
{
	g_autofree char *config = NULL;
	g_autoptr(GError) error = NULL;
	int result;

	g_test_init(&argc, &argv, NULL);
#define ADD(name, function) \
	g_test_add(name, stage, NULL, stage_up, function, stage_down)
	ADD("/paint/pdf/is", pdf_is_a_pdf);
	ADD("/paint/pdf/twice", pdf_is_twice_the_same);
	ADD("/paint/pdf/text", pdf_text_comes_out_again);
	ADD("/paint/pdf/metadata", pdf_says_when_and_what);
	ADD("/paint/pdf/structure", pdf_structure_is_the_scenes);
	ADD("/paint/pdf/parent", pdf_text_of_a_parent_is_not_lost);
	ADD("/paint/pdf/fonts", pdf_fonts_are_embedded);
	ADD("/paint/pdf/labels", pdf_labels_only_what_differs);
	ADD("/paint/refused/number", numbers_beyond_reason_are_refused);
	ADD("/paint/refused/gif", what_is_no_png_is_refused);
	ADD("/paint/refused/vast", vast_images_are_refused);
	ADD("/paint/refused/cut", cut_off_images_are_refused);
	ADD("/paint/png/size", png_has_the_resolution);
	ADD("/paint/png/vast", png_of_too_many_pixels_is_refused);
	ADD("/paint/png/in-pdf", a_png_may_be_drawn_in_a_pdf);
	ADD("/paint/svg", svg_is_one_page);
	config = g_test_build_filename(
		G_TEST_BUILT, "fonts", "fonts.conf", NULL);
	fonts = jb_fonts_open(config, &error);
	g_assert_no_error(error);
	painter = jb_painter_open();
	result = g_test_run();
	jb_painter_close(painter);
	jb_fonts_close(fonts);
	return result;
}
