/* test-text-hyphen.c - words divided at lines' ends. */
#include "test-text.h"

#include "text/hyphen.h"

/* A word with a hyphen wherever its language divides it. */
static char *divided(const char *lang, const char *word)
{
	const jb_hyphens *hyphens = jb_hyphens_lookup(lang);
	g_autoptr(GString) out = g_string_new(NULL);
	bool points[64];
	size_t n = 0;

	g_assert_nonnull(hyphens);
	g_assert_true(jb_hyphens_find(hyphens, word, points));
	for (const char *p = word; *p; p = g_utf8_next_char(p)) {
		g_string_append_unichar(out, g_utf8_get_char(p));
		if (points[n++])
			g_string_append_c(out, '-');
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

static void test_dictionaries(void)
{
	static const struct {
		const char *lang, *word, *want;
	} rows[] = {
		{"en-US", "hyphenation", "hy-phen-ation"},
		{"en", "organization", "or-ga-ni-za-tion"},
		{"en-GB", "organisation", "or-gan-isa-tion"},
		{"de", "silbentrennung", "sil-ben-tren-nung"},
		{"de-AT", "größer", "grö-ßer"},
		{"fr", "organisation", "or-ga-ni-sa-tion"},
		{"ru", "перенос", "пе-ре-нос"},
		{"pt", "nacional", "na-ci-o-nal"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *got = divided(rows[i].lang, rows[i].word);
		g_assert_cmpstr(got, ==, rows[i].want);
	}
}

static void test_no_dictionary(void)
{
	g_assert_null(jb_hyphens_lookup("tlh"));
	g_assert_null(jb_hyphens_lookup("../en"));
	g_assert_null(jb_hyphens_lookup("-"));
	g_assert_null(jb_hyphens_lookup(""));
	g_assert_false(
		jb_hyphens_find(jb_hyphens_lookup("ru"), "日本", (bool[2]){0}));
}

static const jb_run *last_run(const scene *s, size_t i)
{
	const jb_line *line = &s->lines->lines[i];

	return &line->runs[line->n_runs - 1];
}

/* Whether a line ends with a glyph that is not in its text. */
static bool has_hyphen(const scene *s, size_t i)
{
	const jb_run *run = last_run(s, i);

	return run->clusters[run->n_clusters - 1].glyphs == 2;
}

static size_t count_hyphens(const scene *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->lines->n; i++)
		n += has_hyphen(s, i);
	return n;
}

static const char word[] = "甲乙丙丁戊transformation己庚辛壬癸子丑寅卯辰巳午";

/* The word is cut, the line is flush with its hyphen, the text is whole. */
static void test_hyphen_drawn(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, word, 7.6);
	g_assert_true(has_hyphen(&s, 0));
	g_assert_true(g_str_has_prefix(all_text(&s), "甲乙丙丁戊trans|"));
	assert_em(line_end(&s, 0), 7.6);
	const jb_run *run = last_run(&s, 0);
	g_assert_cmpuint(run->n_glyphs, ==, run->n_clusters + 1);
	g_assert_cmpuint(run->glyphs[run->n_glyphs - 1].id, !=,
		run->glyphs[run->n_glyphs - 2].id);
	g_assert_cmpfloat(run->glyphs[run->n_glyphs - 1].x, >,
		run->glyphs[run->n_glyphs - 2].x + 1);
	assert_em((run->x + run->width_pt) / EM, 7.6);
	close_scene(&s);
}

/* Letters that are larger beside Han have a hyphen that is as much larger. */
static void test_hyphen_is_scaled(void)
{
	scene s;
	double width;

	open_scene(&s, LATIN);
	s.setting.align = JB_ALIGN_START;
	set(&s, "transformation", 3);
	g_assert_true(has_hyphen(&s, 0));
	width = line_end(&s, 0);
	s.font = jb_fonts_lookup(s.fonts, s.diags, (jb_pos){0},
		&(jb_fontspec){.family = SERIF,
			.latin = LATIN,
			.latin_size = 1.5,
			.weight = 400});
	set(&s, "transformation", 3 * 1.5);
	g_assert_true(has_hyphen(&s, 0));
	assert_em(line_end(&s, 0), 1.5 * width);
	close_scene(&s);
}

/* "" forbids it: then the word goes over whole, or is cut without. */
static void test_forbidden(void)
{
	scene s;

	open_scene(&s, LATIN);
	s.setting.hyphenate = "";
	for (double measure = 6; measure < 12; measure += .5) {
		set(&s, word, measure);
		g_assert_cmpuint(count_hyphens(&s), ==, 0);
	}
	close_scene(&s);
}

/* A span's language comes before the setting's, but only one with letters. */
static void test_language(void)
{
	scene s;

	open_scene(&s, LATIN);
	s.setting.align = JB_ALIGN_START;
	jb_span span = make_span(&s, "Silbentrennungen");
	span.lang = "de";
	set_spans(&s, &span, 1, 4.3);
	g_assert_cmpstr(all_text(&s), ==, "Silbentren|nungen");
	g_assert_true(has_hyphen(&s, 0));
	span.lang = "ja";
	s.setting.hyphenate = "de";
	set_spans(&s, &span, 1, 4.3);
	g_assert_cmpstr(all_text(&s), ==, "Silbentren|nungen");
	close_scene(&s);
}

/* So does the paragraph's, if words are divided at all. */
static void test_language_of_paragraph(void)
{
	scene s;

	open_scene(&s, LATIN);
	s.setting.align = JB_ALIGN_START;
	s.setting.lang = "de";
	set(&s, "Silbentrennungen", 4.3);
	g_assert_cmpstr(all_text(&s), ==, "Silbentren|nungen");
	s.setting.hyphenate = "";
	set(&s, "Silbentrennungen", 4.3);
	g_assert_cmpuint(count_hyphens(&s), ==, 0);
	close_scene(&s);
}

/* A language without a dictionary is told, once for the place. */
static void test_missing_is_told(void)
{
	scene s;

	open_scene(&s, LATIN);
	jb_span span = make_span(&s, "extraordinary words of transformation");
	span.lang = "tlh";
	set_spans(&s, &span, 1, 14);
	g_assert_cmpstr(messages(&s), ==,
		"warning: no dictionary divides words of the language “tlh”\n"
		"    hint: install its hyphen-… package, or set another "
		"language\n");
	close_scene(&s);
}

/* Soft hyphens: shown where a line ends at one, else nothing at all. */
static void test_soft_hyphen(void)
{
	scene s;

	open_scene(&s, LATIN);
	s.setting.align = JB_ALIGN_START;
	set(&s,
		"data\xc2\xad"
		"base",
		20);
	g_assert_cmpstr(all_text(&s), ==, "database");
	g_assert_cmpuint(count_hyphens(&s), ==, 0);
	set(&s,
		"data\xc2\xad"
		"base",
		3);
	g_assert_cmpstr(all_text(&s), ==, "data|base");
	g_assert_true(has_hyphen(&s, 0));
	close_scene(&s);
}

/* A word with soft hyphens is divided at these and nowhere else. */
static void test_soft_hyphens_only(void)
{
	scene s;

	open_scene(&s, LATIN);
	s.setting.align = JB_ALIGN_START;
	set(&s,
		"transfor\xc2\xad"
		"mation",
		5);
	g_assert_cmpstr(all_text(&s), ==, "transfor|mation");
	close_scene(&s);
}

/* Neither names in capitals, nor words with digits, nor addresses. */
static void test_whole_words(void)
{
	static const char *const whole[] = {"UNESCO", "B2Bmarket", "FPGA"};
	scene s;

	open_scene(&s, LATIN);
	for (size_t i = 0; i < G_N_ELEMENTS(whole); i++) {
		g_autofree char *text = g_strdup_printf(
			"甲乙丙，丁戊己，庚辛，壬癸%s子丑，寅卯辰巳，午未",
			whole[i]);
		for (double measure = 9; measure < 14; measure += .25) {
			set(&s, text, measure);
			g_assert_nonnull(strstr(all_text(&s), whole[i]));
		}
	}
	set(&s, "https://example.org/transformation/organization", 9);
	g_assert_cmpuint(count_hyphens(&s), ==, 0);
	close_scene(&s);
}

/* Two letters stay before a hyphen, three go behind it. */
static void test_ends_of_words(void)
{
	scene s;

	open_scene(&s, LATIN);
	for (double measure = 4; measure < 12; measure += .1) {
		set(&s, "甲乙丙丁already戊己elaborately庚辛cooperate壬癸子丑",
			measure);
		g_auto(GStrv) lines = g_strsplit(all_text(&s), "|", -1);
		for (size_t i = 0; i + 1 < s.lines->n; i++) {
			if (!has_hyphen(&s, i))
				continue;
			const char *end = lines[i] + strlen(lines[i]);
			g_assert_true(g_ascii_isalpha(end[-2]));
			for (int k = 0; k < 3; k++)
				g_assert_true(g_ascii_isalpha(lines[i + 1][k]));
		}
	}
	close_scene(&s);
}

/* Where even that leaves a loose line, a word is cut with a hyphen anywhere. */
static void test_forced(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s, "甲乙丙wordsworth", 5.2);
	g_assert_cmphex(s.lines->lines[0].relaxed, ==, JB_RELAX_WORD);
	g_assert_true(has_hyphen(&s, 0));
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hyphen/dictionaries", test_dictionaries);
	g_test_add_func("/hyphen/none", test_no_dictionary);
	g_test_add_func("/hyphen/drawn", test_hyphen_drawn);
	g_test_add_func("/hyphen/scaled", test_hyphen_is_scaled);
	g_test_add_func("/hyphen/forbidden", test_forbidden);
	g_test_add_func("/hyphen/language", test_language);
	g_test_add_func("/hyphen/paragraph", test_language_of_paragraph);
	g_test_add_func("/hyphen/missing-told", test_missing_is_told);
	g_test_add_func("/hyphen/soft", test_soft_hyphen);
	g_test_add_func("/hyphen/soft-only", test_soft_hyphens_only);
	g_test_add_func("/hyphen/whole-words", test_whole_words);
	g_test_add_func("/hyphen/ends-of-words", test_ends_of_words);
	g_test_add_func("/hyphen/forced", test_forced);
	return g_test_run();
}
