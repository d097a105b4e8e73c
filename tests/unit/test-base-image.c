/* What image files say of themselves, and what is said of those that lie. */
#include <string.h>
#include <glib.h>

#include "base/image.h"

static jb_arena *arena;

/* What is wrong with a file of tests/FOLDER, or NULL. */
static const char *look(
	const char *folder, const char *name, jb_image_info *info)
{
	g_autofree char *path =
		g_test_build_filename(G_TEST_DIST, "tests", folder, name, NULL);
	g_autofree char *data = NULL;
	gsize len;

	g_assert_true(g_file_get_contents(path, &data, &len, NULL));
	return jb_image_look(arena, data, len, info);
}

static void formats_and_sizes(void)
{
	static const struct {
		const char *name;
		jb_image_format format;
		double width, height;
		int turn, channels;
		bool inverted;
	} rows[] = {
		{"hill.jpg", JB_IMAGE_JPEG, 480, 320, 1, 3, false},
		{"hill-progressive.jpg", JB_IMAGE_JPEG, 480, 320, 1, 3, false},
		{"hill-grey.jpg", JB_IMAGE_JPEG, 480, 320, 1, 1, false},
		{"hill-cmyk.jpg", JB_IMAGE_JPEG, 240, 160, 1, 4, true},
		{"hill-turned.jpg", JB_IMAGE_JPEG, 240, 160, 6, 3, false},
		{"hill.webp", JB_IMAGE_WEBP, 480, 320, 1, 0, false},
		{"hill-turned.webp", JB_IMAGE_WEBP, 480, 320, 6, 0, false},
		{"disc.webp", JB_IMAGE_WEBP, 200, 200, 1, 0, false},
		{"disc.png", JB_IMAGE_PNG, 200, 200, 1, 0, false},
		{"art.svg", JB_IMAGE_SVG, 60 * 96 / 25.4, 40 * 96 / 25.4, 1, 0,
			false},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		jb_image_info info;

		g_assert_cmpstr(look("images", rows[i].name, &info), ==, NULL);
		g_assert_cmpint(info.format, ==, rows[i].format);
		g_assert_cmpfloat_with_epsilon(
			info.width, rows[i].width, 0.001);
		g_assert_cmpfloat_with_epsilon(
			info.height, rows[i].height, 0.001);
		g_assert_cmpint(info.turn, ==, rows[i].turn);
		g_assert_cmpint(info.channels, ==, rows[i].channels);
		g_assert_cmpint(info.inverted, ==, rows[i].inverted);
	}
}

/* Every beginning of a file is cut off, and no byte beyond it is read. */
static void beginnings_are_refused(void)
{
	static const char *const names[] = {
		"hill-grey.jpg", "hill.webp", "disc.png", "art.svg"};

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = g_test_build_filename(
			G_TEST_DIST, "tests", "images", names[i], NULL);
		g_autofree char *data = NULL;
		gsize len;

		g_assert_true(g_file_get_contents(path, &data, &len, NULL));
		/* the line end of a text is no part of it */
		if (g_str_has_suffix(names[i], ".svg"))
			len = strlen(g_strchomp(data));
		for (gsize n = 0; n < len; n++) {
			char *part = g_memdup2(data, n);
			jb_image_info info;

			g_assert_nonnull(jb_image_look(arena, part, n, &info));
			g_free(part);
		}
	}
}

/* Bytes that change on the way: any verdict, but an end. */
static void changed_bytes_are_survived(void)
{
	static const char *const names[] = {"hill-turned.jpg", "hill-cmyk.jpg",
		"disc.webp", "hill-turned.webp", "disc.png", "art.svg"};

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = g_test_build_filename(
			G_TEST_DIST, "tests", "images", names[i], NULL);
		g_autofree char *data = NULL;
		gsize len;

		g_assert_true(g_file_get_contents(path, &data, &len, NULL));
		for (gsize n = 0; n < MIN(len, 700u); n++) {
			g_autofree char *part = g_memdup2(data, len);
			jb_image_info info;

			for (int bit = 0; bit < 8; bit++) {
				part[n] = (char)(data[n] ^ 1 << bit);
				jb_image_look(arena, part, len, &info);
			}
		}
	}
}

static const char *look_svg(const char *body, jb_image_info *info)
{
	g_autofree char *text = g_strdup_printf(
		"<svg xmlns='http://www.w3.org/2000/svg' %s</svg>", body);

	return jb_image_look(arena, text, strlen(text), info);
}

static void sizes_of_art(void)
{
	static const struct {
		const char *body;
		double width, height;
	} rows[] = {
		{"width='2in' height='96'>", 192, 96},
		{"viewBox='0 0 30 20'>", 30, 20},
		{"viewBox=' 5, 5 , 30,20' width='60'>", 60, 40},
		{"viewBox='0 0 30 20' height='10mm'>", 15 * 96 / 25.4,
			10 * 96 / 25.4},
		{"viewBox='0 0 30 20' width='100%' height='100%'>", 30, 20},
	};
	jb_image_info info;

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_assert_cmpstr(look_svg(rows[i].body, &info), ==, NULL);
		g_assert_cmpfloat_with_epsilon(
			info.width, rows[i].width, 0.001);
		g_assert_cmpfloat_with_epsilon(
			info.height, rows[i].height, 0.001);
	}
	g_assert_nonnull(look_svg("width='3'>", &info));
	g_assert_nonnull(look_svg("width='-3' height='3'>", &info));
	g_assert_nonnull(look_svg("viewBox='0 0 inf 3'>", &info));
	g_assert_nonnull(look_svg("viewBox='0 0 1e9 3'>", &info));
}

/* Words in what is no picture are nobody's matter. */
static void what_art_may_hold(void)
{
	static const char *const fine[] = {
		"viewBox='0 0 1 1'><title>text</title><desc>@import</desc>",
		"viewBox='0 0 1 1'><!-- <text> url(a) --><g/>",
		"viewBox='0 0 1 1'><use href=' #a'/><g id='a'/>",
		"viewBox='0 0 1 1'><g fill='url(#a)' style=\"fill: "
		"url('#b')\"/>",
		"viewBox='0 0 1 1'><style><![CDATA[.a{fill:url(#b)}]]></style>",
		"viewBox='0 0 1 1' xmlns:xlink='http://www.w3.org/1999/xlink'>",
	};
	static const char *const wrong[] = {
		"viewBox='0 0 1 1'><svg:text xmlns:svg='a'/>",
		"viewBox='0 0 1 1'><a href='http://example.com'/>",
		"viewBox='0 0 1 1'><g fill='url(a.svg#b)'/>",
		"viewBox='0 0 1 1'><style><![CDATA[@import 'a']]></style>",
		"viewBox='0 0 1 1'><style>.a{fill:URL('data:x')}</style>",
		"viewBox='0 0 1 1'><animate/>",
	};
	jb_image_info info;

	for (size_t i = 0; i < G_N_ELEMENTS(fine); i++)
		g_assert_cmpstr(look_svg(fine[i], &info), ==, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_nonnull(look_svg(wrong[i], &info));
}

static void sizes_that_are_allowed(void)
{
	g_assert_null(jb_image_judge_size(arena, 8192, 8192));
	g_assert_nonnull(jb_image_judge_size(arena, 8192, 8193));
	g_assert_null(jb_image_judge_size(arena, JB_IMAGE_SIDE_MAX, 1));
	g_assert_nonnull(jb_image_judge_size(arena, JB_IMAGE_SIDE_MAX + 1, 1));
	g_assert_nonnull(jb_image_judge_size(arena, 0, 2));
	g_assert_nonnull(jb_image_judge_size(arena, UINT32_MAX, UINT32_MAX));
}

static void names_promise_formats(void)
{
	jb_image_format format;

	g_assert_true(jb_image_named("a/b.JPG", &format));
	g_assert_cmpint(format, ==, JB_IMAGE_JPEG);
	g_assert_true(jb_image_named("图.jpeg", &format));
	g_assert_true(jb_image_named("a.b.svg", &format));
	g_assert_cmpint(format, ==, JB_IMAGE_SVG);
	g_assert_false(jb_image_named("section.image", &format));
	g_assert_false(jb_image_named("png", &format));
}

int main(int argc, char **argv)
{
	int result;

	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/image/formats", formats_and_sizes);
	g_test_add_func("/image/cut", beginnings_are_refused);
	g_test_add_func("/image/changed", changed_bytes_are_survived);
	g_test_add_func("/image/art/sizes", sizes_of_art);
	g_test_add_func("/image/art/holds", what_art_may_hold);
	g_test_add_func("/image/sizes", sizes_that_are_allowed);
	g_test_add_func("/image/names", names_promise_formats);
	arena = jb_arena_open();
	result = g_test_run();
	jb_arena_close(arena);
	return result;
}
