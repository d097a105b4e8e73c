/* test-text-font.c - which fonts there are and which face is chosen. */
#include "test-text.h"

#include <glib/gstdio.h>

static void test_config_missing(void)
{
	GError *error = NULL;

	g_assert_null(jb_fonts_open("build/no-such.conf", &error));
	g_assert_cmpstr(error->message, ==,
		"build/no-such.conf: no such font configuration");
	g_error_free(error);
}

static char *write_config(const char *text)
{
	char *path = NULL;
	int fd = g_file_open_tmp("jb-fonts-XXXXXX", &path, NULL);

	g_assert_true(g_close(fd, NULL));
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	return path;
}

static void test_config_without_fonts(void)
{
	g_autofree char *path = write_config("<fontconfig></fontconfig>");
	g_autofree char *want =
		g_strdup_printf("%s: names no font that is there", path);
	GError *error = NULL;

	g_assert_null(jb_fonts_open(path, &error));
	g_assert_cmpstr(error->message, ==, want);
	g_error_free(error);
	g_remove(path);
}

static const jb_font *look_up(scene *s, jb_fontspec spec)
{
	return jb_fonts_lookup(s->fonts, s->diags, (jb_pos){0}, &spec);
}

static void test_same_stack(void)
{
	scene s;

	open_scene(&s, LATIN);
	g_assert_true(
		s.font == look_up(&s, (jb_fontspec){SERIF, LATIN, 0, 0, 400}));
	g_assert_true(
		s.font != look_up(&s, (jb_fontspec){SERIF, NULL, 0, 0, 400}));
	g_assert_true(s.font !=
		      look_up(&s, (jb_fontspec){SERIF, LATIN, 1.05, 0, 400}));
	close_scene(&s);
}

static void test_unknown_family(void)
{
	scene s;

	open_scene(&s, NULL);
	g_assert_null(look_up(
		&s, (jb_fontspec){"Noto Serif CJK XC", NULL, 0, 0, 400}));
	g_assert_cmpstr(messages(&s), ==,
		"error: no font family “Noto Serif CJK XC”\n"
		"    hint: did you mean “Noto Serif CJK SC”?\n");
	close_scene(&s);
}

static void test_unknown_latin(void)
{
	scene s;

	open_scene(&s, NULL);
	g_assert_null(look_up(&s, (jb_fontspec){SERIF, "Fraktur", 0, 0, 400}));
	g_assert_cmpstr(messages(&s), ==,
		"error: no font family “Fraktur”\n"
		"    hint: “jianbao fonts” lists the families\n");
	close_scene(&s);
}

static void test_unknown_weight(void)
{
	scene s;

	open_scene(&s, NULL);
	g_assert_null(look_up(&s, (jb_fontspec){LATIN, NULL, 0, 0, 450}));
	g_assert_cmpstr(messages(&s), ==,
		"error: font family “Roboto Condensed” has no weight 450\n"
		"    hint: it has 300, 400, 500, 700\n");
	close_scene(&s);
}

/* The file has two family names for this weight; both are known. */
static void test_second_name(void)
{
	scene s;

	open_scene(&s, NULL);
	g_assert_nonnull(look_up(
		&s, (jb_fontspec){"Roboto Condensed Medium", NULL, 0, 0, 500}));
	close_scene(&s);
}

static void test_covers(void)
{
	scene s;

	open_scene(&s, NULL);
	g_assert_true(jb_font_covers(s.font, 0x6c49));	 /* 汉 */
	g_assert_true(jb_font_covers(s.font, 0x20bb7));	 /* 𠮷, rare */
	g_assert_false(jb_font_covers(s.font, 0x1fae8)); /* 🫨, new */
	close_scene(&s);
}

static void test_list_sorted(void)
{
	scene s;
	size_t n;

	open_scene(&s, NULL);
	const jb_font_info *list = jb_fonts_list(s.fonts, &n);
	g_assert_cmpuint(n, >, 3);
	for (size_t i = 1; i < n; i++)
		g_assert_cmpint(
			strcmp(list[i - 1].family, list[i].family), <=, 0);
	close_scene(&s);
}

static void test_no_italics(void)
{
	scene s;
	size_t n;

	open_scene(&s, NULL);
	const jb_font_info *list = jb_fonts_list(s.fonts, &n);
	for (size_t i = 0; i < n; i++)
		g_assert_null(strstr(list[i].file, "Italic"));
	close_scene(&s);
}

/* Letters and digits come from the Latin face, Chinese marks never. */
static void test_latin_face(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "约38个“公园”·it’s", INFINITY);
	g_assert_cmpstr(family_of(&s, 0, "38"), ==, LATIN);
	g_assert_cmpstr(family_of(&s, 0, "“公园”"), ==, SERIF);
	g_assert_cmpstr(family_of(&s, 0, "it’s"), ==, LATIN);
	close_scene(&s);
}

static void test_no_latin_face(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "约38个", INFINITY);
	g_assert_cmpuint(s.lines->lines[0].n_runs, ==, 1);
	g_assert_cmpstr(family_of(&s, 0, "38"), ==, SERIF);
	close_scene(&s);
}

static void test_rare_character(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "姓𠮷的人", INFINITY);
	g_assert_cmpstr(all_text(&s), ==, "姓𠮷的人");
	g_assert_cmpstr(family_of(&s, 0, "𠮷"), ==, SERIF);
	g_assert_cmpuint(jb_diags_errors(s.diags), ==, 0);
	close_scene(&s);
}

static void test_missing_character(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "笑🫨哭🫨", INFINITY);
	g_assert_cmpstr(messages(&s), ==,
		"error: no face of “Noto Serif CJK SC” has the character "
		"“🫨” "
		"(U+1FAE8)\n"
		"    hint: write it another way, or choose a font that has "
		"it\n");
	g_assert_cmpstr(all_text(&s), ==, "笑🫨哭🫨");
	assert_em(at(&s, 0, "哭"), 2);
	assert_em(line_end(&s, 0), 4);
	const jb_line *line = &s.lines->lines[0];
	g_assert_cmpuint(line->n_runs, ==, 1);
	g_assert_cmpuint(line->runs[0].n_glyphs, ==, 2);
	g_assert_cmpuint(line->n_decors, ==, 2);
	g_assert_cmpint(line->decors[0].kind, ==, JB_DECOR_BOX);
	g_assert_cmpint(line->decors[0].c, ==, 0x1fae8);
	assert_em(line->decors[1].x0 / EM, 3);
	assert_em(line->decors[1].x1 / EM, 4);
	close_scene(&s);
}

/* The lookup has failed and said so: nothing to set, nothing to add. */
static void test_no_font(void)
{
	scene s;

	open_scene(&s, NULL);
	s.font = NULL;
	set(&s, "甲乙", 10);
	g_assert_cmpuint(s.lines->n, ==, 0);
	g_assert_cmpuint(jb_diags_errors(s.diags), ==, 0);
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/font/config-missing", test_config_missing);
	g_test_add_func("/font/config-empty", test_config_without_fonts);
	g_test_add_func("/font/same-stack", test_same_stack);
	g_test_add_func("/font/unknown-family", test_unknown_family);
	g_test_add_func("/font/unknown-latin", test_unknown_latin);
	g_test_add_func("/font/unknown-weight", test_unknown_weight);
	g_test_add_func("/font/second-name", test_second_name);
	g_test_add_func("/font/covers", test_covers);
	g_test_add_func("/font/list-sorted", test_list_sorted);
	g_test_add_func("/font/no-italics", test_no_italics);
	g_test_add_func("/font/latin-face", test_latin_face);
	g_test_add_func("/font/no-latin-face", test_no_latin_face);
	g_test_add_func("/font/rare-character", test_rare_character);
	g_test_add_func("/font/missing-character", test_missing_character);
	g_test_add_func("/font/no-font", test_no_font);
	return g_test_run();
}
