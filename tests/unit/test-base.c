/* test-base.c - arena, files, decimals, lengths, inks and words. */
#include <stdint.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>
#include <sys/stat.h>
#include <glib.h>
#include <glib/gstdio.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/file.h"
#include "base/ink.h"
#include "base/length.h"
#include "base/source.h"
#include "base/words.h"

static void note_drop(void *object)
{
	g_string_append(((GString **)object)[0], ((char **)object)[1]);
}

static void arena_is_zeroed_and_aligned(void)
{
	jb_arena *a = jb_arena_open();

	for (size_t size = 0; size < 200000; size = size * 3 + 1) {
		char *p = jb_arena_alloc(a, size);

		g_assert_cmpuint((uintptr_t)p % _Alignof(max_align_t), ==, 0);
		for (size_t i = 0; i < size; i++)
			g_assert_cmpint(p[i], ==, 0);
		memset(p, 0xFF, size);
	}
	jb_arena_close(a);
}

static void arena_drops_last_first(void)
{
	g_autoptr(GString) seen = g_string_new(NULL);
	void *one[] = {seen, "one "}, *two[] = {seen, "two "};
	jb_arena *a = jb_arena_open();

	jb_arena_defer(a, note_drop, one);
	jb_arena_defer(a, note_drop, two);
	jb_arena_close(a);
	g_assert_cmpstr(seen->str, ==, "two one ");
}

static void arena_copies_text(void)
{
	jb_arena *a = jb_arena_open();

	g_assert_null(jb_strdup(a, NULL));
	g_assert_cmpstr(jb_strdup(a, "园区"), ==, "园区");
	g_assert_cmpstr(jb_strndup(a, "abcdef", 3), ==, "abc");
	g_assert_cmpstr(jb_sprintf(a, "%d年%s", 2024, "底"), ==, "2024年底");
	jb_arena_close(a);
}

static void source_finds_lines(void)
{
	static const char text[] = "\xEF\xBB\xBF"
				   "a\r\nbb\n\nd\re";
	static const char *const want[] = {"a", "bb", "", "d", "e", ""};
	jb_arena *a = jb_arena_open();
	jb_source *src = jb_source_new(a, "x", text, sizeof(text) - 1);

	for (unsigned i = 0; i < G_N_ELEMENTS(want); i++) {
		size_t len;
		const char *line = jb_source_line(src, i + 1, &len);

		g_assert_cmpmem(line, len, want[i], strlen(want[i]));
	}
	g_assert_cmpuint(src->n_lines, ==, 5);
	jb_arena_close(a);
}

static void source_refuses(void)
{
	g_autofree char *dir = g_dir_make_tmp("jb-XXXXXX", NULL);
	g_autofree char *big = g_build_filename(dir, "big", NULL);
	jb_arena *a = jb_arena_open();
	g_autoptr(GError) error = NULL;

	g_assert_null(jb_source_read(a, "/dev/zero", &error));
	g_assert_cmpstr(error->message, ==,
		"cannot read “/dev/zero”: not a regular file");
	g_clear_error(&error);
	g_assert_null(jb_source_read(a, "/nowhere/at/all", &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
	g_clear_error(&error);

	g_assert_true(g_file_set_contents(big, "", 0, NULL));
	g_assert_cmpint(truncate(big, JB_SOURCE_MAX), ==, 0);
	g_assert_nonnull(jb_source_read(a, big, NULL));
	g_assert_cmpint(truncate(big, JB_SOURCE_MAX + 1), ==, 0);
	g_assert_null(jb_source_read(a, big, &error));
	g_assert_true(g_str_has_suffix(error->message, "larger than 16 MiB"));
	g_unlink(big);
	g_rmdir(dir);
	jb_arena_close(a);
}

static void file_is_whole_or_not_there(void)
{
	g_autofree char *dir = g_dir_make_tmp("jb-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(dir, "out.pdf", NULL);
	g_autofree char *deep = g_build_filename(dir, "no", "out.pdf", NULL);
	g_autofree char *back = NULL;
	size_t len;
	struct stat st;

	g_assert_true(jb_file_write(path, "a\0b", 3, NULL));
	g_assert_true(jb_file_write(path, "c\0de", 4, NULL));
	g_assert_true(g_file_get_contents(path, &back, &len, NULL));
	g_assert_cmpmem(back, len, "c\0de", 4);
	g_assert_cmpint(stat(path, &st), ==, 0);
	g_assert_cmpint(st.st_mode & 0133, ==, 0);
	g_assert_false(jb_file_write(deep, "x", 1, NULL));
	g_assert_false(jb_file_write(dir, "x", 1, NULL));
	g_assert_false(jb_file_write("/dev/null", "x", 1, NULL));
	g_unlink(path);
	g_assert_cmpint(g_rmdir(dir), ==, 0); /* nothing was left beside it */
}

static jb_decimal dec(const char *text)
{
	jb_decimal d;

	g_assert_true(jb_decimal_parse(text, &d));
	return d;
}

static void decimal_prints_as_typed(void)
{
	static const char *const same[] = {"0", "1197", "2.50", "0.05", "0.00",
		"123456789012345", "0.000001"};
	jb_arena *a = jb_arena_open();

	for (size_t i = 0; i < G_N_ELEMENTS(same); i++)
		g_assert_cmpstr(jb_decimal_text(a, dec(same[i])), ==, same[i]);
	g_assert_cmpstr(jb_decimal_text(a, dec("-3")), ==, "−3");
	g_assert_cmpstr(jb_decimal_text(a, dec("+007.10")), ==, "7.10");
	g_assert_cmpstr(jb_decimal_text(a, dec("-0.0")), ==, "0.0");
	g_assert_cmpstr(jb_decimal_text(a, jb_decimal_scale(dec("1.25"), 4)),
		==, "12500");
	jb_arena_close(a);
}

static void decimal_refuses(void)
{
	static const char *const bad[] = {"", "-", ".5", "5.", "1e3", "1,000",
		"inf", "nan", "0x1", " 1", "1 ", "1.2.3", "--1", "３８", "−3",
		"1234567890123456", "0.0000000000000000000000000000001"};
	jb_decimal d;

	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
		g_assert_false(jb_decimal_parse(bad[i], &d));
}

static void decimal_adds_exactly(void)
{
	jb_arena *a = jb_arena_open();
	jb_decimal d;

	g_assert_true(jb_decimal_add(dec("0.1"), dec("0.2"), &d));
	g_assert_cmpint(jb_decimal_compare(d, dec("0.3")), ==, 0);
	g_assert_true(jb_decimal_sub(dec("2.5"), dec("2.50"), &d));
	g_assert_cmpstr(jb_decimal_text(a, d), ==, "0.00");
	g_assert_true(jb_decimal_sub(dec("1"), dec("1.25"), &d));
	g_assert_cmpstr(jb_decimal_text(a, d), ==, "−0.25");
	g_assert_false(
		jb_decimal_add(dec("100000000000000"), dec("0.00001"), &d));
	jb_arena_close(a);
}

static void decimal_compares_by_value(void)
{
	static const char *const rising[] = {"-20", "-3", "-2.50", "-0.001",
		"0", "0.0000000000000000000001", "2.49999", "2.5", "10",
		"999999999999999"};

	for (size_t i = 0; i < G_N_ELEMENTS(rising); i++) {
		for (size_t j = 0; j < G_N_ELEMENTS(rising); j++) {
			int want = (i > j) - (i < j);

			g_assert_cmpint(jb_decimal_compare(
						dec(rising[i]), dec(rising[j])),
				==, want);
		}
	}
	g_assert_cmpint(jb_decimal_compare(dec("2.50"), dec("2.5")), ==, 0);
	g_assert_cmpint(jb_decimal_compare(dec("-0.0"), dec("0")), ==, 0);
}

static void decimal_divides_and_rounds(void)
{
	static const struct {
		const char *a, *b;
		int decimals;
		const char *want;
	} row[] = {
		{"1", "3", 4, "0.3333"},
		{"2", "3", 2, "0.67"},
		{"1", "8", 2, "0.13"},
		{"-1", "8", 2, "−0.13"},
		{"0.5", "1", 0, "1"},
		{"1197", "38", 1, "31.5"},
		{"0.001", "999999999999999", 3, "0.000"},
		{"999999999999999", "0.001", 0, "999999999999999000"},
	};
	jb_arena *a = jb_arena_open();
	jb_decimal d;

	for (size_t i = 0; i < G_N_ELEMENTS(row); i++) {
		g_assert_true(jb_decimal_ratio(
			dec(row[i].a), dec(row[i].b), row[i].decimals, &d));
		g_assert_cmpstr(jb_decimal_text(a, d), ==, row[i].want);
	}
	g_assert_false(jb_decimal_ratio(dec("1"), dec("0.00"), 2, &d));
	g_assert_false(
		jb_decimal_ratio(dec("999999999999999"), dec("0.001"), 3, &d));
	jb_arena_close(a);
}

static void decimal_rounds_half_away(void)
{
	jb_arena *a = jb_arena_open();

	g_assert_cmpstr(jb_decimal_text(a, jb_decimal_round(dec("2.345"), 2)),
		==, "2.35");
	g_assert_cmpstr(
		jb_decimal_text(a, jb_decimal_round(dec("-2.5"), 0)), ==, "−3");
	g_assert_cmpstr(
		jb_decimal_text(a, jb_decimal_round(dec("2.5"), 3)), ==, "2.5");
	g_assert_cmpstr(jb_decimal_text(a,
				jb_decimal_round(
					dec("0.0000000000000000000000009"), 1)),
		==, "0.0");
	g_assert_cmpstr(jb_decimal_text(a, jb_decimal_round(dec("1250"), -2)),
		==, "1300");
	jb_arena_close(a);
}

static void decimal_becomes_nearest_double(void)
{
	g_assert_true(jb_decimal_double(dec("0.1")) == 0.1);
	g_assert_true(jb_decimal_double(dec("-1197")) == -1197.0);
	g_assert_true(jb_decimal_double(dec("123456.789")) == 123456.789);
	/* what one division can do, and what it cannot, as strtod says */
	for (int i = 0; i < 4000; i++) {
		jb_decimal a = {
			((int64_t)g_test_rand_int() << 22) >>
				g_test_rand_int_range(0, 40),
			g_test_rand_int_range(-30, 30)};
		g_autofree char *text = g_strdup_printf(
			"%" PRId64 "e%d", a.mantissa, a.exponent);

		g_assert_true(jb_decimal_double(a) ==
			      g_ascii_strtod(text, NULL));
	}
	g_assert_true(jb_decimal_double((jb_decimal){(INT64_C(1) << 53) + 1,
			      -3}) == 9007199254740.993);
}

static void length_knows_units(void)
{
	static const struct {
		const char *text;
		double value;
		jb_unit unit;
	} row[] = {
		{"25.4mm", 72, JB_UNIT_PT},
		{"2.54cm", 72, JB_UNIT_PT},
		{"0.5in", 36, JB_UNIT_PT},
		{"-3pt", -3, JB_UNIT_PT},
		{"2em", 2, JB_UNIT_EM},
		{"1.5lh", 1.5, JB_UNIT_LH},
		{"50%", 50, JB_UNIT_PERCENT},
		{"1fr", 1, JB_UNIT_FR},
		{"0", 0, JB_UNIT_PT},
		{"小四", 12, JB_UNIT_PT},
		{"五号", 10.5, JB_UNIT_PT},
		{"八号", 5, JB_UNIT_PT},
	};
	jb_length l;

	for (size_t i = 0; i < G_N_ELEMENTS(row); i++) {
		g_assert_true(jb_length_parse(row[i].text, &l));
		g_assert_cmpfloat_with_epsilon(l.value, row[i].value, 1e-9);
		g_assert_cmpint(l.unit, ==, row[i].unit);
	}
}

static void length_refuses(void)
{
	static const char *const bad[] = {"", "12", "mm", "1 mm", "1e3mm",
		"0x1mm", "infpt", "nanpt", "1.mm", ".5mm", "1MM", "1mm ",
		"100001pt", "99999in", "九号", "号",
		"0.00000000000000000000000001mm"};
	jb_length l;

	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
		g_assert_false(jb_length_parse(bad[i], &l));
}

static void length_becomes_points(void)
{
	jb_length l;

	g_assert_true(jb_length_parse("2em", &l));
	g_assert_cmpfloat(jb_length_pt(l, 10, 15, 400), ==, 20);
	g_assert_true(jb_length_parse("2lh", &l));
	g_assert_cmpfloat(jb_length_pt(l, 10, 15, 400), ==, 30);
	g_assert_true(jb_length_parse("25%", &l));
	g_assert_cmpfloat(jb_length_pt(l, 10, 15, 400), ==, 100);
	g_assert_true(jb_length_parse("1fr", &l));
	g_assert_cmpfloat(jb_length_pt(l, 10, 15, 400), ==, 0);
}

static void ink_from_hex(void)
{
	jb_ink ink = {.name = "primary", .k = 0.5};

	g_assert_true(jb_ink_parse_rgb("#FF0033", &ink));
	g_assert_cmpfloat(ink.r, ==, 1);
	g_assert_cmpfloat(ink.g, ==, 0);
	g_assert_cmpfloat(ink.b, ==, 0.2);
	g_assert_cmpfloat(ink.k, ==, 0.5);
	g_assert_false(jb_ink_parse_rgb("#FF003", &ink));
	g_assert_false(jb_ink_parse_rgb("FF0033", &ink));
	g_assert_false(jb_ink_parse_rgb("#FF00331", &ink));
	g_assert_false(jb_ink_parse_rgb("#FF00G3", &ink));
	g_assert_false(jb_ink_parse_rgb("", &ink));
}

static void ink_on_screen(void)
{
	jb_ink ink = {.c = 1, .m = 0.5, .k = 0.5};

	jb_ink_fill_rgb(&ink);
	g_assert_cmpfloat(ink.r, ==, 0);
	g_assert_cmpfloat(ink.g, ==, 0.25);
	g_assert_cmpfloat(ink.b, ==, 0.5);
}

static void words_near_and_far(void)
{
	static const char *const words[] = {
		"title", "value", "values", "标题", "面积", "primary"};
	const size_t n = G_N_ELEMENTS(words);
	g_autofree char *endless = g_strnfill(100000, 'a');

	g_assert_cmpstr(jb_words_nearest("vlaue", words, n), ==, "value");
	g_assert_cmpstr(jb_words_nearest("tilte", words, n), ==, "title");
	g_assert_cmpstr(jb_words_nearest("primry", words, n), ==, "primary");
	g_assert_cmpstr(jb_words_nearest("标頭", words, n), ==, "标题");
	g_assert_null(jb_words_nearest("colour", words, n));
	g_assert_null(jb_words_nearest(endless, words, n));
	g_assert_null(jb_words_nearest("title", words, 0));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/arena/zeroed", arena_is_zeroed_and_aligned);
	g_test_add_func("/arena/drops", arena_drops_last_first);
	g_test_add_func("/arena/text", arena_copies_text);
	g_test_add_func("/source/lines", source_finds_lines);
	g_test_add_func("/source/refuses", source_refuses);
	g_test_add_func("/file/whole", file_is_whole_or_not_there);
	g_test_add_func("/decimal/as-typed", decimal_prints_as_typed);
	g_test_add_func("/decimal/refuses", decimal_refuses);
	g_test_add_func("/decimal/adds", decimal_adds_exactly);
	g_test_add_func("/decimal/compares", decimal_compares_by_value);
	g_test_add_func("/decimal/divides", decimal_divides_and_rounds);
	g_test_add_func("/decimal/rounds", decimal_rounds_half_away);
	g_test_add_func("/decimal/double", decimal_becomes_nearest_double);
	g_test_add_func("/length/units", length_knows_units);
	g_test_add_func("/length/refuses", length_refuses);
	g_test_add_func("/length/points", length_becomes_points);
	g_test_add_func("/ink/hex", ink_from_hex);
	g_test_add_func("/ink/screen", ink_on_screen);
	g_test_add_func("/words/near", words_near_and_far);
	return g_test_run();
}
