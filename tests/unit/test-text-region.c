/* test-text-region.c - marks, spaces and forms by language. */
#include "test-text.h"

#include <hb.h>

#include "text/para.h"

#define SANS "Noto Sans CJK SC"

static void open_in(scene *s, const char *lang, const char *latin)
{
	open_scene(s, latin);
	s->setting.lang = lang;
}

/* --- ink and bodies --- */

/* The ink of every mark lies within its body: what the tables call blank is
 * blank in the forms that the language selects. */
static void check_ink(const scene *s, const char *lang, const char *text)
{
	jb_span span = make_span(s, text);
	jb_setting setting = s->setting;
	jb_para para;

	setting.lang = lang;
	jb_para_open(&para, &span, 1, &setting);
	jb_para_read(&para);
	jb_para_shape(&para, NULL);
	for (unsigned i = 0; i < para.atoms->len; i++) {
		const jb_atom *atom = jb_para_atom(&para, i);
		const jb_glyph *glyph =
			&g_array_index(para.glyphs, jb_glyph, atom->glyph);
		hb_glyph_extents_t ink;
		hb_font_get_glyph_extents(atom->face->hb, glyph->id, &ink);
		double left =
			atom->origin / EM + ink.x_bearing / atom->face->upem;
		double right = left + ink.width / atom->face->upem;
		if (left < -.02 || right > atom->width / EM + .02)
			g_error("%s, %s: ink of U+%04X from %.3f to %.3f, body "
				"%.3f",
				jb_face_file(atom->face), lang,
				jb_atom_first(&para, atom)->c, left, right,
				atom->width / EM);
	}
	jb_para_close(&para);
}

static const char *const langs[] = {
	"zh-Hans", "zh-Hant", "zh-Hant-HK", "ja", "ko"};

static void test_ink_in_body(void)
{
	static const struct {
		const char *family;
		int weight;
	} faces[] = {{SERIF, 400}, {SERIF, 900}, {SANS, 400}, {SANS, 700}};
	scene s;

	open_scene(&s, NULL);
	for (size_t f = 0; f < G_N_ELEMENTS(faces); f++) {
		s.font = jb_fonts_lookup(s.fonts, s.diags, (jb_pos){0},
			&(jb_fontspec){.family = faces[f].family,
				.weight = faces[f].weight});
		for (size_t l = 0; l < G_N_ELEMENTS(langs); l++)
			check_ink(&s, langs[l],
				"中、中，中。中：中；中！中？中．中·中・中"
				"（中）「中」『中』《中》〈中〉【中】〔中〕"
				"［中］“中”‘中’｛中｝");
	}
	close_scene(&s);
}

/* --- forms --- */

/* The glyph a language gives a character, and the face. */
static uint32_t glyph_in(scene *s, const char *lang, const char *text)
{
	s->setting.lang = lang;
	set(s, text, INFINITY);
	return s->lines->lines[0].runs[0].glyphs[0].id;
}

/* One face has the forms of all regions; so does the full face behind it. */
static void test_forms(void)
{
	static const struct {
		const char *text;
		int same[5]; /* index of the first language with this form */
	} forms[] = {
		{"骨", {0, 1, 2, 2, 2}},
		{"直", {0, 0, 2, 3, 3}},
		{"令", {0, 1, 1, 3, 3}},
		{"返", {0, 1, 2, 3, 4}},
		{"角", {0, 1, 1, 1, 1}},
		{"。", {0, 1, 1, 0, 0}},
		{"：", {0, 1, 1, 1, 1}},
		{"骨󠄀", {0, 1, 2, 2, 2}},
	};
	uint32_t ids[5];
	scene s;

	open_scene(&s, NULL);
	for (size_t f = 0; f < G_N_ELEMENTS(forms); f++) {
		for (size_t l = 0; l < 5; l++)
			ids[l] = glyph_in(&s, langs[l], forms[f].text);
		for (size_t l = 0; l < 5; l++)
			for (size_t k = 0; k < l; k++)
				g_assert_cmpint(ids[k] == ids[l], ==,
					forms[f].same[k] == forms[f].same[l]);
	}
	close_scene(&s);
}

static void test_tags(void)
{
	static const char *const same[][2] = {
		{"zh-Hans", "zh"},
		{"zh-Hans", "ZH-cn"},
		{"zh-Hans", "zh-SG"},
		{"zh-Hant", "zh-TW"},
		{"zh-Hant", "zh-hant-tw"},
		{"zh-Hant-HK", "zh-HK"},
		{"zh-Hant-HK", "zh-hant-mo"},
		{"ja", "ja-JP"},
		{"ko", "KO-kr"},
	};
	scene s;

	open_scene(&s, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(same); i++)
		g_assert_cmpuint(glyph_in(&s, same[i][0], "返"), ==,
			glyph_in(&s, same[i][1], "返"));
	close_scene(&s);
}

/* A Japanese name in a Chinese text: its forms and its marks. */
static void test_span_has_its_language(void)
{
	scene s;

	open_in(&s, "zh-Hans", NULL);
	uint32_t chinese = glyph_in(&s, "zh-Hans", "骨");
	uint32_t japanese = glyph_in(&s, "ja", "骨");
	s.setting.lang = "zh-Hans";
	jb_span spans[] = {make_span(&s, "骨："), make_span(&s, "骨：骨"),
		make_span(&s, "骨")};
	spans[1].lang = "ja";
	set_spans(&s, spans, 3, INFINITY);
	const jb_line *line = &s.lines->lines[0];
	g_assert_cmpuint(line->n_runs, ==, 3);
	g_assert_cmpuint(line->runs[0].glyphs[0].id, ==, chinese);
	g_assert_cmpuint(line->runs[1].glyphs[0].id, ==, japanese);
	g_assert_cmpuint(line->runs[2].glyphs[0].id, ==, chinese);
	assert_em(glyph_at(&s, 0, "骨", 2) - glyph_at(&s, 0, "：", 1), 1);
	close_scene(&s);
}

static void test_span_of_english(void)
{
	scene s;

	open_in(&s, "zh-Hans", LATIN);
	jb_span spans[] = {make_span(&s, "甲"), make_span(&s, "“汉—A”"),
		make_span(&s, "乙")};
	spans[1].lang = "en";
	set_spans(&s, spans, 3, INFINITY);
	g_assert_cmpstr(family_of(&s, 0, "“"), ==, LATIN);
	g_assert_cmpstr(family_of(&s, 0, "—"), ==, LATIN);
	close_scene(&s);
}

/* Without a Latin face the CJK face draws narrow marks for Latin. */
static void test_narrow_marks(void)
{
	scene s;

	open_in(&s, "zh-Hans", NULL);
	set(&s, "说It’s好", INFINITY);
	g_assert_cmpfloat(at(&s, 0, "s") - at(&s, 0, "’"), <, .35);
	set(&s, "好say “OK” now", INFINITY);
	g_assert_cmpfloat(at(&s, 0, "O") - at(&s, 0, "“"), <, .5);
	set(&s, "好“汉”好", INFINITY);
	assert_em(at(&s, 0, "汉") - at(&s, 0, "“"), 1);
	close_scene(&s);
}

/* fi is two glyphs: some readers copy the ligature as U+FB01. */
static void test_no_ligature(void)
{
	scene s;

	open_in(&s, "zh-Hans", LATIN);
	set(&s, "fi ffi", INFINITY);
	g_assert_cmpuint(s.lines->lines[0].runs[0].n_glyphs, ==, 6);
	close_scene(&s);
}

/* --- Taiwan and Hong Kong --- */

static void test_centred(void)
{
	scene s;

	open_in(&s, "zh-Hant-HK", NULL);
	set(&s, "甲。乙，丙", INFINITY);
	assert_em(at(&s, 0, "。"), 1);
	assert_em(at(&s, 0, "乙"), 2);
	set(&s, "甲。", INFINITY);
	assert_em(line_end(&s, 0), 1.75); /* the outer quarter only */
	set(&s, "甲！", INFINITY);
	assert_em(line_end(&s, 0), 2);
	close_scene(&s);
}

static void test_centred_pairs(void)
{
	static const struct {
		const char *text;
		double origins;
	} pairs[] = {
		{"，」", .75},
		{"」，", .5},
		{"，「", .5},
		{"，，", .5},
		{"！」", .75},
		{"！！", .75},
		{"？！", .75},
		{"！「", .5},
		{"。！", .5},
		{"！，", .5},
		{"」「", .5},
	};
	scene s;

	open_in(&s, "zh-Hant", NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		g_autofree char *text =
			g_strdup_printf("甲%s乙", pairs[i].text);
		g_autofree char *right =
			g_strdup(g_utf8_next_char(pairs[i].text));
		set(&s, text, INFINITY);
		bool same = g_str_has_prefix(pairs[i].text, right);
		assert_em(glyph_at(&s, 0, right, same) - 1, pairs[i].origins);
	}
	close_scene(&s);
}

/* --- Japan --- */

/* How much a line may take from the gap behind its first atom. */
static double shrink_of(scene *s, const char *text)
{
	jb_span span = make_span(s, text);
	jb_para para;

	jb_para_open(&para, &span, 1, &s->setting);
	jb_para_read(&para);
	jb_para_shape(&para, NULL);
	jb_para_space(&para);
	double shrink = jb_para_atom(&para, 0)->gap.shrink / EM;
	jb_para_close(&para);
	return shrink;
}

static void test_least_blanks(void)
{
	static const struct {
		const char *lang, *text;
		double shrink;
	} wants[] = {
		{"zh-Hans", "。中", .5},
		{"zh-Hans", "，中", .5},
		{"zh-Hans", "」中", .5},
		{"zh-Hant", "，中", .25},
		{"zh-Hant", "！中", 0},
		{"zh-Hant", "」，", .125},
		{"ja", "。中", 0},
		{"ja", "。「", 0},
		{"ja", "、中", .25},
		{"ja", "」中", .25},
		{"ja", "・中", 0},
		{"ja", "：中", .25},
		{"ja", "！中", 0},
		{"ko", "」가", 0},
	};
	scene s;

	open_scene(&s, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(wants); i++) {
		s.setting.lang = wants[i].lang;
		assert_em(shrink_of(&s, wants[i].text), wants[i].shrink);
	}
	close_scene(&s);
}

static void test_japanese_line_ends(void)
{
	scene s;

	open_in(&s, "ja", NULL);
	set(&s, "かな。", INFINITY);
	assert_em(line_end(&s, 0), 2.5);
	set(&s, "かな」", INFINITY);
	assert_em(line_end(&s, 0), 2.5);
	set(&s, "かな？", INFINITY);
	assert_em(line_end(&s, 0), 3);
	close_scene(&s);
}

/* An em behind ？ is kept as it is, and every kana stands on its em. */
static void test_japanese_em_space(void)
{
	scene s;

	open_in(&s, "ja", NULL);
	set(&s, "本当か？　そうだ", INFINITY);
	assert_em(at(&s, 0, "そ"), 5);
	assert_em(shrink_of(&s, "？　そ"), 0);
	set(&s, "データーア", INFINITY);
	assert_em(line_end(&s, 0), 5);
	close_scene(&s);
}

static void test_japanese_quotes(void)
{
	scene s;

	open_in(&s, "ja", NULL);
	set(&s, "彼“東京”と", INFINITY);
	assert_em(at(&s, 0, "東") - at(&s, 0, "“"), 1);
	assert_em(at(&s, 0, "と"), 5);
	set(&s, "彼“OK”と", INFINITY);
	g_assert_cmpfloat(at(&s, 0, "O") - at(&s, 0, "“"), <, .5);
	close_scene(&s);
}

static void test_middle_dots(void)
{
	scene s;

	open_in(&s, "ja", NULL);
	set(&s, "甲・乙", INFINITY);
	assert_em(at(&s, 0, "乙"), 2);
	set(&s, "」・「", INFINITY);
	assert_em(at(&s, 0, "「") - at(&s, 0, "」"), 1);
	set(&s, "甲・", INFINITY);
	assert_em(line_end(&s, 0), 2);
	s.font = jb_fonts_lookup(s.fonts, s.diags, (jb_pos){0},
		&(jb_fontspec){.family = SANS, .weight = 400});
	set(&s, "甲・", INFINITY);
	assert_em(line_end(&s, 0), 2);
	s.setting.lang = "zh-Hans";
	set(&s, "甲·乙", INFINITY);
	assert_em(at(&s, 0, "乙"), 1.5);
	close_scene(&s);
}

/* In China · has half an em in any face, and a line ends at its glyph. */
static void test_middle_dot_of_sans(void)
{
	scene s;

	open_in(&s, "zh-Hans", NULL);
	s.font = jb_fonts_lookup(s.fonts, s.diags, (jb_pos){0},
		&(jb_fontspec){.family = SANS, .weight = 400});
	set(&s, "甲·乙", INFINITY);
	assert_em(at(&s, 0, "乙"), 1.5);
	set(&s, "甲·", INFINITY);
	g_assert_cmpfloat(line_end(&s, 0), <, 1.5);
	g_assert_cmpfloat(line_end(&s, 0), >, 1.4);
	assert_em(shrink_of(&s, "·乙"), 0);
	set(&s, "《甲》·《乙》", INFINITY);
	assert_em(at(&s, 0, "《") - at(&s, 0, "》"), -2);
	assert_em(glyph_at(&s, 0, "《", 1) - at(&s, 0, "》"), .5);
	close_scene(&s);
}

/* --- Korea --- */

static void test_korean_spaces(void)
{
	scene s;

	open_in(&s, "ko", NULL);
	set(&s, "한국 사람", INFINITY);
	g_assert_cmpstr(all_text(&s), ==, "한국 사람");
	double syllable = at(&s, 0, "국");
	double space = at(&s, 0, "사") - 2 * syllable;
	g_assert_cmpfloat(space, >, .25 - TIGHT);
	g_assert_cmpfloat(space, <, .33 + TIGHT);
	set(&s, "2024년 GDP는", INFINITY);
	g_assert_cmpstr(all_text(&s), ==, "2024년 GDP는");
	set(&s, "漢字 한글 漢字", INFINITY);
	g_assert_cmpstr(all_text(&s), ==, "漢字 한글 漢字");
	close_scene(&s);
}

/* No gap to letters, none beside brackets. */
static void test_korean_gaps(void)
{
	scene s;

	open_in(&s, "ko", LATIN);
	set(&s, "가", INFINITY);
	double syllable = line_end(&s, 0);
	set(&s, "가A", INFINITY);
	assert_em(at(&s, 0, "A"), syllable);
	set(&s, "漢A", INFINITY);
	assert_em(at(&s, 0, "A"), 1);
	set(&s, "가「나」다", INFINITY);
	assert_em(at(&s, 0, "나"), syllable + .5);
	assert_em(at(&s, 0, "다"), 2 * syllable + 1);
	close_scene(&s);
}

/* Jamo become the syllable they spell, and copying gives the jamo. */
static void test_jamo(void)
{
	scene s;

	open_in(&s, "ko", NULL);
	uint32_t syllable = glyph_in(&s, "ko", "한");
	g_assert_cmpuint(glyph_in(&s, "ko", "한"), ==, syllable);
	g_assert_cmpuint(s.lines->lines[0].runs[0].n_glyphs, ==, 1);
	g_assert_cmpstr(all_text(&s), ==, "한");
	/* a final jamo joins the syllable before it */
	g_assert_cmpuint(glyph_in(&s, "ko", "한"), ==, syllable);
	close_scene(&s);
}

/* What is drawn of them is not how they are written: told once, at the text. */
static void test_scripts_that_are_not_set(void)
{
	static const char *const texts[] = {
		"混排（שלום）", "عربي", "ไทย", "नमस्ते"};
	scene s;

	open_scene(&s, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		unsigned before = jb_diags_errors(s.diags);
		set(&s, texts[i], 20);
		g_assert_cmpuint(jb_diags_errors(s.diags), >, before);
		g_autofree char *said = jb_diags_text(s.diags);
		g_assert_nonnull(strstr(said, "of a script that is not set"));
	}
	jb_diags *clean = s.diags = jb_diags_new(s.arena);
	set(&s, "Ελλάδα Россия 汉字かな한글 ㄅㄆ café 𠮷", 20);
	g_assert_cmpuint(jb_diags_errors(clean), ==, 0);
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/region/ink-in-body", test_ink_in_body);
	g_test_add_func("/region/forms", test_forms);
	g_test_add_func("/region/tags", test_tags);
	g_test_add_func("/region/span-language", test_span_has_its_language);
	g_test_add_func("/region/span-english", test_span_of_english);
	g_test_add_func("/region/narrow-marks", test_narrow_marks);
	g_test_add_func("/region/no-ligature", test_no_ligature);
	g_test_add_func("/region/centred", test_centred);
	g_test_add_func("/region/centred-pairs", test_centred_pairs);
	g_test_add_func("/region/least-blanks", test_least_blanks);
	g_test_add_func("/region/japanese-ends", test_japanese_line_ends);
	g_test_add_func("/region/japanese-em-space", test_japanese_em_space);
	g_test_add_func("/region/japanese-quotes", test_japanese_quotes);
	g_test_add_func("/region/middle-dots", test_middle_dots);
	g_test_add_func("/region/middle-dot-sans", test_middle_dot_of_sans);
	g_test_add_func("/region/korean-spaces", test_korean_spaces);
	g_test_add_func("/region/korean-gaps", test_korean_gaps);
	g_test_add_func("/region/scripts", test_scripts_that_are_not_set);
	g_test_add_func("/region/jamo", test_jamo);
	return g_test_run();
}
