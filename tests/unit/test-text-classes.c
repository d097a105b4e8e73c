/* test-text-classes.c - shared marks take their class from their neighbours.
 */
#include <string.h>
#include <glib.h>

#include "text/classes.h"
#include "text/region.h"

/* One letter for each character: W Latin, O opening, C closing, L long, N
 * connector, M middle dot, . anything else.  Characters of [from, to) are in a
 * language of letters. */
static char *resolve_in(
	const char *text, jb_region region, size_t from, size_t to)
{
	static const char letters[] = {[JB_OPEN] = 'O',
		[JB_CLOSE] = 'C',
		[JB_LONG] = 'L',
		[JB_CONN] = 'N',
		[JB_MID] = 'M',
		[JB_WEST] = 'W',
		[JB_SHARED] = '?'};
	jb_char chars[64];
	static char out[65];
	size_t n = 0;

	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		chars[n] = (jb_char){.c = c,
			.cls = (uint8_t)jb_char_class(c),
			.region = (uint8_t)region,
			.latin = n >= from && n < to};
		n++;
	}
	jb_chars_resolve(chars, n);
	for (size_t i = 0; i < n; i++)
		out[i] = letters[chars[i].cls] ? letters[chars[i].cls] : '.';
	out[n] = 0;
	return out;
}

static char *resolve(const char *text)
{
	return resolve_in(text, JB_REGION_CN, 0, 0);
}

static void test_quotes_around_han(void)
{
	g_assert_cmpstr(resolve("按下“加速键”"), ==, "..O...C");
}

static void test_quotes_in_english(void)
{
	g_assert_cmpstr(resolve("say “OK”"), ==, "WWW.WWWW");
}

static void test_english_quotes_in_chinese(void)
{
	g_assert_cmpstr(resolve("他说“OK”"), ==, "..OWWC");
	g_assert_cmpstr(resolve("他say “OK” now"), ==, ".WWW.WWWW.WWW");
}

static void test_apostrophe(void)
{
	g_assert_cmpstr(resolve("说It’s好"), ==, ".WWWW.");
}

/* The year's is none of the pair, the plural's has no opening quote. */
static void test_apostrophe_outside_words(void)
{
	g_assert_cmpstr(resolve("在the ’90s里"), ==, ".WWW.WWWW.");
	g_assert_cmpstr(resolve("在’90年"), ==, ".WWW.");
	g_assert_cmpstr(resolve("读者readers’意见"), ==, "..WWWWWWWW..");
	g_assert_cmpstr(resolve("‘好’20个"), ==, "O.CWW.");
	g_assert_cmpstr(resolve("说‘the ’90s’好"), ==, ".OWWW.WWWWC.");
	g_assert_cmpstr(
		resolve("说“readers’ view”好"), ==, ".OWWWWWWWW.WWWWC.");
}

static void test_nested_quotes(void)
{
	g_assert_cmpstr(resolve("为“‘A’‘B’”"), ==, ".OOWCOWCC");
}

/* A quotation that goes on in the next paragraph. */
static void test_unpaired_quote(void)
{
	g_assert_cmpstr(resolve("“放管服"), ==, "O...");
	g_assert_cmpstr(resolve("服务”"), ==, "..C");
}

/* What was never closed does not keep the outer pair from closing. */
static void test_crossed_quotes(void)
{
	g_assert_cmpstr(resolve("say “a ‘b” 好"), ==, "WWW.OW.WWC..");
	g_assert_cmpstr(resolve("好“a‘b”"), ==, ".OWWWC");
}

static void test_latin_pair_in_chinese_pair(void)
{
	g_assert_cmpstr(resolve("“a ‘b’ c”好"), ==, "OW.WWW.WC.");
	g_assert_cmpstr(resolve("“ ‘b’ ”好"), ==, "O.OWC.C.");
}

/* Japanese: full width only around Japanese. */
static void test_japanese_quotes(void)
{
	g_assert_cmpstr(
		resolve_in("彼は“OK”と", JB_REGION_JP, 0, 0), ==, "..WWWW.");
	g_assert_cmpstr(
		resolve_in("彼は“東京”と", JB_REGION_JP, 0, 0), ==, "..O..C.");
	g_assert_cmpstr(resolve_in("“かな”", JB_REGION_JP, 0, 0), ==, "O..C");
}

/* Korean: never. */
static void test_korean_quotes(void)
{
	g_assert_cmpstr(resolve_in("그는 “한국”은", JB_REGION_KR, 0, 0), ==,
		"...W..W.");
	g_assert_cmpstr(
		resolve_in("가……나·다", JB_REGION_KR, 0, 0), ==, ".LL.M.");
}

/* In a span of English all of them are English. */
static void test_span_of_letters(void)
{
	g_assert_cmpstr(resolve_in("他说“OK—好…”", JB_REGION_CN, 2, 9), ==,
		"..WWWW.WW");
	g_assert_cmpstr(
		resolve_in("他说“OK”", JB_REGION_CN, 3, 5), ==, "..OWWC");
}

static void test_dash(void)
{
	g_assert_cmpstr(resolve("项目——高铁"), ==, "..LL..");
	g_assert_cmpstr(resolve("京—沪"), ==, ".N.");
	g_assert_cmpstr(resolve("好 A—B"), ==, "..WWW");
	g_assert_cmpstr(resolve("好GPT——OK"), ==, ".WWWLLWW");
}

static void test_dots(void)
{
	g_assert_cmpstr(resolve("好……"), ==, ".LL");
	g_assert_cmpstr(resolve("Well… OK"), ==, "WWWWW.WW");
}

static void test_middle_dot(void)
{
	g_assert_cmpstr(resolve("阿里·本"), ==, "..M.");
	g_assert_cmpstr(resolve("好A·B"), ==, ".WWW");
}

static void test_latin_paragraph(void)
{
	g_assert_cmpstr(resolve("“Hi”…"), ==, "WWWWW");
}

/* No letters, no Chinese: what the language of the text has. */
static void test_marks_alone(void)
{
	g_assert_cmpstr(resolve("—"), ==, "N");
	g_assert_cmpstr(resolve("……"), ==, "LL");
	g_assert_cmpstr(resolve("2019—2024"), ==, "WWWWNWWWW");
	g_assert_cmpstr(resolve("A—B"), ==, "WWW");
	g_assert_cmpstr(resolve("“38”"), ==, "WWWW");
}

static void test_full_width_point(void)
{
	g_assert_cmpint(jb_char_class(0xff0e), ==, JB_STOP);
	g_assert_cmpstr(resolve("３．５"), ==, "...");
}

/* A look through the whole row for every mark would take minutes. */
static void test_no_row_is_too_long(void)
{
	enum { N = 350000 };
	static const gunichar rows[] = {
		0x201c, 0x201d, 0x2018, 0x2019, 0x2014, 0xb7, ' '};
	jb_char *chars = g_new0(jb_char, N);

	for (size_t r = 0; r < G_N_ELEMENTS(rows); r++) {
		for (size_t i = 0; i < N; i++) {
			gunichar c = rows[(r + (i % 3 ? 0 : 1)) %
					  G_N_ELEMENTS(rows)];
			chars[i].c = i == N / 2 ? 0x6c49 : c;
			chars[i].cls = (uint8_t)jb_char_class(chars[i].c);
		}
		gint64 start = g_get_monotonic_time();
		jb_chars_resolve(chars, N);
		g_assert_cmpint(g_get_monotonic_time() - start, <, 1000000);
	}
	g_free(chars);
}

/* The table is ascending: each of these is found. */
static void test_classes(void)
{
	static const struct {
		gunichar c;
		jb_class cls;
	} wants[] = {
		{0x9, JB_SPACE},
		{0xa, JB_BREAK},
		{'a', JB_WEST},
		{0xad, JB_SOFT},
		{0xe9, JB_WEST},
		{0x1112, JB_HANGUL},
		{0x2030, JB_SUFFIX},
		{0x2500, JB_LONG},
		{0x2e3a, JB_LONG},
		{0x3001, JB_COMMA},
		{0x300d, JB_CLOSE},
		{0x3042, JB_HAN},
		{0x3043, JB_SMALL},
		{0x30fb, JB_MID},
		{0x30fc, JB_SMALL},
		{0x3131, JB_HANGUL},
		{0x3400, JB_HAN},
		{0x6c49, JB_HAN},
		{0xac00, JB_HANGUL},
		{0xff01, JB_STOP},
		{0xff10, JB_WIDE},
		{0xff5e, JB_CONN},
		{0xffe5, JB_PREFIX},
		{0x1f600, JB_SYMBOL},
		{0x20bb7, JB_HAN},
		{0x10ffff, JB_WEST},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(wants); i++)
		g_assert_cmpint(jb_char_class(wants[i].c), ==, wants[i].cls);
}

static void test_followers(void)
{
	g_assert_true(jb_char_follows(0x301));	 /* acute */
	g_assert_true(jb_char_follows(0x200d));	 /* joiner */
	g_assert_true(jb_char_follows(0x3099));	 /* voiced sound mark */
	g_assert_true(jb_char_follows(0xe0100)); /* variation selector */
	g_assert_false(jb_char_follows('a'));
	g_assert_false(jb_char_follows(0x6c49));
	g_assert_false(jb_char_follows(0x30fc));
}

static void test_regions(void)
{
	static const struct {
		const char *lang;
		jb_region region;
	} wants[] = {
		{NULL, JB_REGION_CN},
		{"", JB_REGION_CN},
		{"zh", JB_REGION_CN},
		{"zh-CN", JB_REGION_CN},
		{"zh-SG", JB_REGION_CN},
		{"zh-Hans", JB_REGION_CN},
		{"zh-Hans-HK", JB_REGION_CN},
		{"zh-TW", JB_REGION_TW},
		{"zh-Hant", JB_REGION_TW},
		{"zh-Hant-TW", JB_REGION_TW},
		{"ZH-HANT-tw", JB_REGION_TW},
		{"zh_TW", JB_REGION_TW},
		{"cmn-Hant", JB_REGION_TW},
		{"zh-HK", JB_REGION_HK},
		{"zh-hant-hk", JB_REGION_HK},
		{"zh-Hant-MO", JB_REGION_HK},
		{"yue", JB_REGION_HK},
		{"yue-Hans", JB_REGION_CN},
		{"ja", JB_REGION_JP},
		{"JA-jp", JB_REGION_JP},
		{"ja-Hira", JB_REGION_JP},
		{"jam", JB_REGION_CN}, /* Jamaican */
		{"ko", JB_REGION_KR},
		{"ko-KR", JB_REGION_KR},
		{"kok", JB_REGION_CN}, /* Konkani */
		{"en", JB_REGION_CN},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(wants); i++)
		g_assert_cmpint(
			jb_region_of(wants[i].lang), ==, wants[i].region);
	g_assert_true(jb_lang_is_cjk("zh-Hans"));
	g_assert_true(jb_lang_is_cjk("KO"));
	g_assert_false(jb_lang_is_cjk("en-GB"));
	g_assert_false(jb_lang_is_cjk("jam"));
	g_assert_false(jb_lang_is_cjk(NULL));
}

static void test_units(void)
{
	g_assert_true(jb_char_is_unit(0x4ebf));	 /* 亿 */
	g_assert_false(jb_char_is_unit(0x7684)); /* 的 */
}

static void test_gap_signs(void)
{
	g_assert_true(jb_char_wants_gap('7'));
	g_assert_true(jb_char_wants_gap('%'));
	g_assert_false(jb_char_wants_gap('('));
	g_assert_false(jb_char_wants_gap(','));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/classes/quotes-han", test_quotes_around_han);
	g_test_add_func("/classes/quotes-english", test_quotes_in_english);
	g_test_add_func(
		"/classes/quotes-mixed", test_english_quotes_in_chinese);
	g_test_add_func("/classes/apostrophe", test_apostrophe);
	g_test_add_func("/classes/apostrophe-outside-words",
		test_apostrophe_outside_words);
	g_test_add_func("/classes/nested", test_nested_quotes);
	g_test_add_func("/classes/crossed", test_crossed_quotes);
	g_test_add_func(
		"/classes/pair-in-pair", test_latin_pair_in_chinese_pair);
	g_test_add_func("/classes/japanese-quotes", test_japanese_quotes);
	g_test_add_func("/classes/korean-quotes", test_korean_quotes);
	g_test_add_func("/classes/span-of-letters", test_span_of_letters);
	g_test_add_func("/classes/no-row-too-long", test_no_row_is_too_long);
	g_test_add_func("/classes/table", test_classes);
	g_test_add_func("/classes/followers", test_followers);
	g_test_add_func("/classes/regions", test_regions);
	g_test_add_func("/classes/unpaired", test_unpaired_quote);
	g_test_add_func("/classes/dash", test_dash);
	g_test_add_func("/classes/dots", test_dots);
	g_test_add_func("/classes/middle-dot", test_middle_dot);
	g_test_add_func("/classes/latin-paragraph", test_latin_paragraph);
	g_test_add_func("/classes/marks-alone", test_marks_alone);
	g_test_add_func("/classes/full-width-point", test_full_width_point);
	g_test_add_func("/classes/units", test_units);
	g_test_add_func("/classes/gap-signs", test_gap_signs);
	return g_test_run();
}
