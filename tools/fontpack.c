/* fontpack.c - cuts one face of the font pack, at build time.
 *
 * Debian's Noto CJK faces hold 65,000 glyphs and sit five or ten together in
 * collections of 25 MB.  A report needs the characters of the official table,
 * so `make fonts` cuts one small OpenType file per weight: every layout
 * feature stays, outlines are desubroutinised (a PDF writer can then copy them
 * one by one), hints go, for paper does not use them.
 *
 *     fontpack TABLE FAMILY SOURCE.ttc OUT.otf
 *
 * TABLE lists the characters of 通用规范汉字表, one "U+4E00" a line.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include <hb.h>
#include <hb-ot.h>
#include <hb-subset.h>

enum {
	TABLE_CHARS = 8105, /* 通用规范汉字表, State Council 2013 */
	GB2312_CHARS = 7445 /* GB/T 2312-1980: 682 signs, 6763 ideographs */
};

static const struct range {
	hb_codepoint_t first, last;
} ranges[] = {
	{0x0020, 0x007E}, /* ASCII */
	{0x00A0, 0x017F}, /* Latin-1, Latin Extended-A */
	{0x01CD, 0x01DC}, /* pinyin with tones */
	{0x02C7, 0x02D9}, /* tone marks */
	{0x0370, 0x03FF}, /* Greek */
	{0x2000, 0x206F}, /* general punctuation */
	{0x2070, 0x209F}, /* superscripts and subscripts */
	{0x20A0, 0x20CF}, /* currency signs */
	{0x2100, 0x214F}, /* letterlike: ℃ № ™ */
	{0x2150, 0x218F}, /* number forms: ½ Ⅳ */
	{0x2190, 0x21FF}, /* arrows */
	{0x2200, 0x22FF}, /* mathematical operators */
	{0x2460, 0x24FF}, /* enclosed: ① ⑴ ⒈ */
	{0x2500, 0x25FF}, /* box drawing, blocks, geometric shapes */
	{0x2600, 0x27BF}, /* signs and dingbats: ★ ✓ ➀ */
	{0x2E3A, 0x2E3B}, /* two-em and three-em dash */
	{0x3000, 0x303F}, /* CJK punctuation */
	{0x3100, 0x312F}, /* bopomofo */
	{0x3200, 0x33FF}, /* enclosed and squared CJK: ㈠ ㎡ */
	{0xFE10, 0xFE1F}, /* vertical forms */
	{0xFE30, 0xFE6F}, /* compatibility and small forms */
	{0xFF00, 0xFFEF}, /* halfwidth and fullwidth forms */
};

G_GNUC_PRINTF(1, 2) G_NORETURN static void fail(const char *format, ...)
{
	va_list args;

	fputs("fontpack: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

static hb_set_t *read_table(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	hb_set_t *set = hb_set_create();

	if (!g_file_get_contents(path, &text, NULL, &error))
		fail("%s", error->message);
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		if (g_str_has_prefix(*line, "U+"))
			hb_set_add(set, strtoul(*line + 2, NULL, 16));
	}
	if (hb_set_get_population(set) != TABLE_CHARS)
		fail("%s: %u characters, not %d", path,
			hb_set_get_population(set), TABLE_CHARS);
	return set;
}

static void add_gb2312(hb_set_t *set)
{
	unsigned found = 0;

	for (int row = 0xA1; row <= 0xF7; row++) {
		for (int cell = 0xA1; cell <= 0xFE; cell++) {
			const char pair[2] = {(char)row, (char)cell};
			g_autofree char *utf8 = g_convert(
				pair, 2, "UTF-8", "GB2312", NULL, NULL, NULL);

			if (!utf8)
				continue;
			hb_set_add(set, g_utf8_get_char(utf8));
			found++;
		}
	}
	if (found != GB2312_CHARS)
		fail("iconv knows %u characters of GB2312, not %d", found,
			GB2312_CHARS);
}

static hb_blob_t *read_source(const char *path)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);

	if (!blob)
		fail("%s: %s (Debian: fonts-noto-cjk, fonts-noto-cjk-extra)",
			path, g_strerror(errno));
	return blob;
}

static bool face_has_name(hb_face_t *face, hb_ot_name_id_t id, const char *want)
{
	char name[128];
	unsigned size = sizeof name;
	hb_language_t english = hb_language_from_string("en", -1);

	hb_ot_name_get_utf8(face, id, english, &size, name);
	return strcmp(name, want) == 0;
}

/* By name, for the order within a collection is nobody's promise. */
static hb_face_t *find_face(
	hb_blob_t *blob, const char *path, const char *family)
{
	unsigned n = hb_face_count(blob);

	for (unsigned i = 0; i < n; i++) {
		hb_face_t *face = hb_face_create(blob, i);

		/* Weights other than regular and bold carry the family in the
		 * typographic name; there the plain one ends in the weight. */
		if (face_has_name(
			    face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, family) ||
			face_has_name(face, HB_OT_NAME_ID_FONT_FAMILY, family))
			return face;
		hb_face_destroy(face);
	}
	fail("%s: no face named “%s”", path, family);
}

/* What the pack should hold: the table, GB2312 and the ranges, as far as the
 * face has them.  A face without the whole table is the wrong face. */
static hb_set_t *make_charset(hb_face_t *face, const hb_set_t *table)
{
	hb_set_t *covered = hb_set_create();
	hb_set_t *wanted = hb_set_copy(table);

	hb_face_collect_unicodes(face, covered);
	if (!hb_set_is_subset(table, covered))
		fail("the face lacks characters of the official table");
	add_gb2312(wanted);
	for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++)
		hb_set_add_range(wanted, ranges[i].first, ranges[i].last);
	hb_set_intersect(wanted, covered);
	hb_set_destroy(covered);
	return wanted;
}

static void keep_all(hb_subset_input_t *input, hb_subset_sets_t kind)
{
	hb_set_t *set = hb_subset_input_set(input, kind);

	hb_set_clear(set);
	hb_set_invert(set);
}

static hb_face_t *cut(hb_face_t *face, const hb_set_t *charset)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_face_t *small;

	if (!input)
		fail("out of memory");
	hb_set_set(hb_subset_input_unicode_set(input), charset);
	keep_all(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
	keep_all(input, HB_SUBSET_SETS_LAYOUT_SCRIPT_TAG);
	keep_all(input, HB_SUBSET_SETS_NAME_ID);
	keep_all(input, HB_SUBSET_SETS_NAME_LANG_ID);
	hb_subset_input_set_flags(input,
		HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE |
			HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	small = hb_subset_or_fail(face, input);
	hb_subset_input_destroy(input);
	if (!small)
		fail("harfbuzz could not cut the face");
	return small;
}

static void write_face(hb_face_t *face, const char *path)
{
	g_autoptr(GError) error = NULL;
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned size;
	const char *data = hb_blob_get_data(blob, &size);

	if (!g_file_set_contents(path, data, size, &error))
		fail("%s", error->message);
	hb_blob_destroy(blob);
}

int main(int argc, char **argv)
{
	if (argc != 5)
		fail("usage: fontpack TABLE FAMILY SOURCE.ttc OUT.otf");

	hb_set_t *table = read_table(argv[1]);
	hb_blob_t *source = read_source(argv[3]);
	hb_face_t *face = find_face(source, argv[3], argv[2]);
	hb_set_t *charset = make_charset(face, table);
	hb_face_t *small = cut(face, charset);

	write_face(small, argv[4]);

	hb_face_destroy(small);
	hb_set_destroy(charset);
	hb_face_destroy(face);
	hb_blob_destroy(source);
	hb_set_destroy(table);
	return 0;
}
