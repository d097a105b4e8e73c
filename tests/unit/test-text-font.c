/* test-text-font.c - which fonts there are and which face is chosen. */
#include "test-text.h"

#include <glib/gstdio.h>

#include "text/face.h"

/* The glyphs of a line's runs when each is shaped as one row. */
static char *shaped_rows(const jb_line *line, const char *lang)
{
	g_autoptr(GString) ids = g_string_new(NULL);
	hb_feature_t kern = {HB_TAG('k', 'e', 'r', 'n'), 0,
		HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};

	for (size_t r = 0; r < line->n_runs; r++) {
		const jb_run *run = &line->runs[r];
		hb_buffer_t *buffer = hb_buffer_create();
		unsigned n;
		hb_buffer_add_utf8(buffer, run->text, (int)run->len, 0, -1);
		hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
		hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
		hb_buffer_set_language(
			buffer, hb_language_from_string(lang, -1));
		hb_shape(run->face->hb, buffer, &kern, 1);
		const hb_glyph_info_t *info =
			hb_buffer_get_glyph_infos(buffer, &n);
		for (unsigned i = 0; i < n; i++)
			g_string_append_printf(ids, "%s %u\n",
				jb_face_file(run->face), info[i].codepoint);
		hb_buffer_destroy(buffer);
	}
	return g_strdup(ids->str);
}

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

/* One character for each fallback: subscript, rare Han, picture. */
static void test_fallbacks(void)
{
	static const struct {
		const char *text, *family;
	} wants[] = {
		{"₂", "DejaVu Serif"},
		{"ѐ", "DejaVu Serif"},
		{"𤭢", "BabelStone Han"},
		{"𪚥", "BabelStone Han"},
		{"𠀋", SERIF},
		{"𠀯", "HanaMinB"},
		{"😀", "DejaVu Sans"},
		{"🌈", "Symbola"},
		{"汉", SERIF},
		{"é", SERIF},
		{"→", SERIF},
		{"α", SERIF},
		{"，", SERIF},
	};
	scene s;

	open_scene(&s, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(wants); i++) {
		set(&s, wants[i].text, INFINITY);
		g_assert_cmpstr(messages(&s), ==, "");
		g_assert_cmpstr(
			family_of(&s, 0, wants[i].text), ==, wants[i].family);
		g_assert_cmpstr(all_text(&s), ==, wants[i].text);
	}
	close_scene(&s);
}

/* Each family may have fallbacks of its own before the common ones. */
static void test_fallback_of_family(void)
{
	scene s;

	open_scene(&s, NULL);
	s.font =
		look_up(&s, (jb_fontspec){"Noto Sans CJK SC", NULL, 0, 0, 400});
	set(&s, "₂", INFINITY);
	g_assert_cmpstr(family_of(&s, 0, "₂"), ==, "DejaVu Sans");
	close_scene(&s);
}

/* A fallback has not all weights: the nearest one; the family keeps its own. */
static void test_fallback_weight(void)
{
	scene s;

	open_scene(&s, NULL);
	s.font = look_up(&s, (jb_fontspec){SERIF, NULL, 0, 0, 900});
	set(&s, "汉₂𤭢", INFINITY);
	const jb_line *line = &s.lines->lines[0];
	g_assert_cmpuint(line->n_runs, ==, 3);
	g_assert_cmpint(jb_face_weight(line->runs[0].face), ==, 900);
	g_assert_cmpint(jb_face_weight(line->runs[1].face), ==, 700);
	g_assert_cmpint(jb_face_weight(line->runs[2].face), ==, 400);
	g_assert_false(jb_face_is_fallback(line->runs[0].face));
	g_assert_true(jb_face_is_fallback(line->runs[2].face));
	close_scene(&s);
}

/* What follows a character stays with it, in one face, and is copied. */
static void test_followers(void)
{
	static const char *const texts[] = {
		"葛\U000e0100城",    /* ideographic variation */
		"①\ufe0e甲",	     /* text style */
		"cafe\u0301",	     /* é as two characters */
		"か\u3099き",	     /* が as two */
		"👨\u200d👩\u200d👧甲", /* joined */
		"a\u0323\u0308b",    /* two marks */
		"auf\u200cfahren",   /* non-joiner */
	};
	scene s;

	open_scene(&s, LATIN);
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		set(&s, texts[i], INFINITY);
		g_assert_cmpstr(messages(&s), ==, "");
		g_assert_cmpstr(all_text(&s), ==, texts[i]);
		g_assert_cmpuint(s.lines->lines[0].n_decors, ==, 0);
	}
	set(&s, "e\u0301", INFINITY);
	double two = s.lines->width_pt;
	set(&s, "\u00e9", INFINITY);
	assert_em(s.lines->width_pt, two);
	set(&s, "汉e\u0301汉", INFINITY);
	assert_em(at(&s, 0, "e"), 1.25);
	assert_em(glyph_at(&s, 0, "汉", 1), 1.5 + two / EM);
	close_scene(&s);
}

/* A row of accents without end is cut before it costs minutes. */
static void test_many_accents(void)
{
	g_autoptr(GString) text = g_string_new("汉e");
	scene s;

	open_scene(&s, NULL);
	for (int i = 0; i < 100000; i++)
		g_string_append_unichar(text, 0x301);
	gint64 start = g_get_monotonic_time();
	set(&s, text->str, INFINITY);
	g_assert_cmpint(g_get_monotonic_time() - start, <, 2000000);
	g_assert_cmpstr(all_text(&s), ==, text->str);
	close_scene(&s);
}

/* A selector or a joiner on its own is no missing character. */
static void test_lone_controls(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "\u200e汉\u2061字 \ufe0f", INFINITY);
	g_assert_cmpstr(messages(&s), ==, "");
	assert_em(line_end(&s, 0), 2);
	close_scene(&s);
}

/* The missing character alone: a box and no run. */
static void test_only_missing(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "🫨", INFINITY);
	g_assert_cmpuint(s.lines->n, ==, 1);
	g_assert_cmpuint(s.lines->lines[0].n_runs, ==, 0);
	g_assert_cmpuint(s.lines->lines[0].n_decors, ==, 1);
	assert_em(line_end(&s, 0), 1);
	close_scene(&s);
}

/* Before the first glyph: its text goes to the cluster behind. */
static void test_missing_first(void)
{
	scene s;

	open_scene(&s, NULL);
	set(&s, "🫨汉", INFINITY);
	g_assert_cmpstr(all_text(&s), ==, "🫨汉");
	const jb_run *run = &s.lines->lines[0].runs[0];
	g_assert_cmpuint(run->n_clusters, ==, 1);
	g_assert_cmpint(run->clusters[0].bytes, ==, 7);
	g_assert_cmpint(run->clusters[0].glyphs, ==, 1);
	close_scene(&s);
}

/* Latin letters at their own size and height beside Han. */
static void test_latin_scale(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "汉ABC xyz字", INFINITY);
	double as_drawn = at(&s, 0, "字") - at(&s, 0, "A");
	s.font = look_up(&s, (jb_fontspec){SERIF, LATIN, 1.1, .03, 400});
	set(&s, "汉ABC xyz字", INFINITY);
	assert_em(
		at(&s, 0, "字") - at(&s, 0, "A") - .25, 1.1 * (as_drawn - .25));
	const jb_line *line = &s.lines->lines[0];
	g_assert_cmpuint(line->n_runs, ==, 3);
	assert_em(line->runs[0].size_pt, EM);
	assert_em(line->runs[1].size_pt, 1.1 * EM);
	assert_em(line->runs[0].rise_pt, 0);
	assert_em(line->runs[1].rise_pt, .03 * EM);
	close_scene(&s);
}

/* The family's own letters stay as they are. */
static void test_scale_of_latin_only(void)
{
	scene s;

	open_scene(&s, NULL);
	s.font = look_up(&s, (jb_fontspec){SERIF, SERIF, 1.1, .03, 400});
	set(&s, "A", INFINITY);
	assert_em(s.lines->lines[0].runs[0].size_pt, EM);
	assert_em(s.lines->lines[0].runs[0].rise_pt, 0);
	close_scene(&s);
}

/* What is remembered is what shaping the row gives. */
static void test_remembered(void)
{
	static const char *const langs[] = {
		"zh-Hans", "zh-Hant", "zh-Hant-HK", "ja", "ko"};
	const char *text = "骨直令返角门門，。、；：！？「」（）《》データー"
			   "ニャッ々〇ＡＢ１２가각한글";
	scene s;

	open_scene(&s, NULL);
	for (size_t l = 0; l < G_N_ELEMENTS(langs); l++) {
		s.setting.lang = langs[l];
		set(&s, text, INFINITY);
		const jb_line *line = &s.lines->lines[0];
		g_autoptr(GString) ids = g_string_new(NULL);
		for (size_t r = 0; r < line->n_runs; r++)
			for (size_t g = 0; g < line->runs[r].n_glyphs; g++)
				g_string_append_printf(ids, "%s %u\n",
					jb_face_file(line->runs[r].face),
					line->runs[r].glyphs[g].id);
		g_autofree char *rows = shaped_rows(line, langs[l]);
		g_assert_cmpstr(ids->str, ==, rows);
	}
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
	g_test_add_func("/font/fallbacks", test_fallbacks);
	g_test_add_func("/font/fallback-of-family", test_fallback_of_family);
	g_test_add_func("/font/fallback-weight", test_fallback_weight);
	g_test_add_func("/font/followers", test_followers);
	g_test_add_func("/font/many-accents", test_many_accents);
	g_test_add_func("/font/lone-controls", test_lone_controls);
	g_test_add_func("/font/only-missing", test_only_missing);
	g_test_add_func("/font/missing-first", test_missing_first);
	g_test_add_func("/font/latin-scale", test_latin_scale);
	g_test_add_func("/font/latin-scale-only", test_scale_of_latin_only);
	g_test_add_func("/font/remembered", test_remembered);
	g_test_add_func("/font/no-font", test_no_font);
	return g_test_run();
}
