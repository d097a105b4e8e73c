/* test-text-classes.c - shared marks take their class from their neighbours.
 */
#include <string.h>
#include <glib.h>

#include "text/classes.h"

/* One letter for each character: W Latin, O opening, C closing, L long, N
 * connector, M middle dot, . anything else. */
static char *resolve(const char *text)
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
		chars[n++] = (jb_char){c, 0, (uint8_t)jb_char_class(c)};
	}
	jb_chars_resolve(chars, n);
	for (size_t i = 0; i < n; i++)
		out[i] = letters[chars[i].cls] ? letters[chars[i].cls] : '.';
	out[n] = 0;
	return out;
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

static void test_full_width_point(void)
{
	g_assert_cmpint(jb_char_class(0xff0e), ==, JB_STOP);
	g_assert_cmpstr(resolve("３．５"), ==, "...");
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
	g_test_add_func("/classes/nested", test_nested_quotes);
	g_test_add_func("/classes/unpaired", test_unpaired_quote);
	g_test_add_func("/classes/dash", test_dash);
	g_test_add_func("/classes/dots", test_dots);
	g_test_add_func("/classes/middle-dot", test_middle_dot);
	g_test_add_func("/classes/latin-paragraph", test_latin_paragraph);
	g_test_add_func("/classes/full-width-point", test_full_width_point);
	g_test_add_func("/classes/units", test_units);
	g_test_add_func("/classes/gap-signs", test_gap_signs);
	return g_test_run();
}
