/* test-model-layout.c - themes, styles and layouts: values and refusals. */
#include <math.h>
#include <string.h>
#include <glib.h>

#include "model/layout.h"

#define INKS                                                                   \
	"  paper: {cmyk: [0, 0, 0, 0]}\n"                                      \
	"  text: {cmyk: [0, 0, 0, 100], rgb: \"#221F1F\"}\n"                   \
	"  text70: {cmyk: [0, 0, 0, 70]}\n  text45: {cmyk: [0, 0, 0, 45]}\n"   \
	"  text20: {cmyk: [0, 0, 0, 20]}\n  primary: {cmyk: [90, 0, 0, 50]}\n" \
	"  primary65: {cmyk: [6, 0, 0, 0]}\n"                                  \
	"  primary38: {cmyk: [3, 0, 0, 0]}\n"                                  \
	"  primary16: {cmyk: [1, 0, 0, 0]}\n"                                  \
	"  primary6: {cmyk: [0.6, 0, 0, 0]}\n"                                 \
	"  accent: {cmyk: [0, 85, 90, 10]}\n"
#define FONTS                               \
	"fonts:\n  serif: {family: Song}\n" \
	"  sans: {family: Hei, latin: Roboto}\n  numeral: {family: Hei}\n"
#define THEME "jianbao: theme/1\nname: t\ninks:\n" INKS FONTS

#define HEAD "jianbao: layout/1\nname: l\ntheme: t\n"
#define MARGIN "  margin: {top: 10mm, bottom: 10mm, inner: 10mm, outer: 10mm}\n"
#define PAGE "page:\n" MARGIN
#define STYLES "styles:\n  body: {size: 10pt}\n"
#define MASTERS "masters: {plain: {}}\n"
#define PAGES "pages: []\n"

struct read {
	jb_arena *arena;
	jb_diags *diags;
	jb_theme *theme;
	jb_layout *layout;
	char *said; /* messages and hints, without quoted lines */
};

static void keep_messages(struct read *r)
{
	g_autofree char *all = jb_diags_text(r->diags);
	g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
	GString *kept = g_string_new(NULL);

	for (int i = 0; lines[i]; i++) {
		if (strstr(lines[i], ".yaml:"))
			g_string_append_printf(kept, "%s\n", lines[i]);
		else if (g_str_has_prefix(lines[i], "    hint: "))
			g_string_append_printf(kept, "%s\n", lines[i] + 4);
	}
	r->said = g_string_free(kept, FALSE);
}

static struct read read_both(const char *theme, const char *layout)
{
	struct read r = {jb_arena_open(), NULL, NULL, NULL, NULL};

	r.diags = jb_diags_new(r.arena);
	r.theme = jb_theme_read(r.arena, r.diags,
		jb_source_new(r.arena, "t.yaml", theme, strlen(theme)));
	if (layout && r.theme)
		r.layout = jb_layout_read(r.arena, r.diags,
			jb_source_new(
				r.arena, "l.yaml", layout, strlen(layout)),
			r.theme);
	keep_messages(&r);
	return r;
}

static void done(struct read *r)
{
	g_free(r->said);
	jb_arena_close(r->arena);
}

static void expect(const char *theme, const char *layout, const char *want)
{
	struct read r = read_both(theme, layout);

	g_assert_cmpstr(r.said, ==, want);
	done(&r);
}

static bool near(double a, double b)
{
	return fabs(a - b) < 1e-6;
}

/* ---- themes ---- */

static void theme_is_typed(void)
{
	struct read r = read_both(THEME "sections: [accent, primary]\n", NULL);
	const jb_fontrole *sans;

	g_assert_cmpstr(r.said, ==, "");
	g_assert_cmpstr(r.theme->name, ==, "t");
	g_assert_true(near(jb_theme_ink(r.theme, "accent")->m, 0.85));
	g_assert_true(near(jb_theme_ink(r.theme, "text")->r, 0x22 / 255.0));
	g_assert_true(near(jb_theme_ink(r.theme, "primary")->r, 0.05));
	g_assert_null(jb_theme_ink(r.theme, "gold"));
	g_assert_cmpuint(r.theme->n_sections, ==, 2);
	g_assert_cmpstr(r.theme->sections[1]->name, ==, "primary");
	sans = g_hash_table_lookup(r.theme->fonts, "sans");
	g_assert_cmpstr(sans->family, ==, "Hei");
	g_assert_cmpstr(sans->latin, ==, "Roboto");
	done(&r);
}

static void theme_needs_inks_and_fonts(void)
{
	expect("jianbao: theme/1\nname: t\ninks:\n"
	       "  paper: {cmyk: [0, 0, 0, 0]}\n" FONTS,
		NULL,
		"t.yaml:3:1: error: “text” is missing in “inks”\n"
		"t.yaml:3:1: error: “text70” is missing in “inks”\n"
		"t.yaml:3:1: error: “text45” is missing in “inks”\n"
		"t.yaml:3:1: error: “text20” is missing in “inks”\n"
		"t.yaml:3:1: error: “primary” is missing in “inks”\n"
		"t.yaml:3:1: error: “primary65” is missing in “inks”\n"
		"t.yaml:3:1: error: “primary38” is missing in “inks”\n"
		"t.yaml:3:1: error: “primary16” is missing in “inks”\n"
		"t.yaml:3:1: error: “primary6” is missing in “inks”\n"
		"t.yaml:3:1: error: “accent” is missing in “inks”\n");
	expect("jianbao: theme/1\nname: t\ninks:\n" INKS
	       "fonts: {serif: {family: Song}, sans: {family: Hei}}\n",
		NULL, "t.yaml:15:1: error: “numeral” is missing in “fonts”\n");
}

static void theme_refuses_inks(void)
{
	expect(THEME "sections: [acent]\n", NULL,
		"t.yaml:19:12: error: unknown ink “acent”\n"
		"hint: did you mean “accent”?\n");
	expect("jianbao: theme/1\nname: t\ninks:\n" INKS
	       "  a: {cmyk: [0, 101, 0, -1]}\n"
	       "  b: {cmyk: [0, 0, 0]}\n"
	       "  c: {cmyk: [0, 0, 0, 0], rgb: red}\n" FONTS,
		NULL,
		"t.yaml:15:17: error: an ink is from 0 to 100 per cent, not "
		"101\n"
		"t.yaml:15:25: error: an ink is from 0 to 100 per cent, not "
		"-1\n"
		"t.yaml:16:13: error: “cmyk” must have 4 numbers, not 3\n"
		"hint: cyan, magenta, yellow, black in per cent: "
		"[100, 50, 45, 40]\n"
		"t.yaml:17:32: error: “red” is not a screen colour\n"
		"hint: write # and six hexadecimal digits: \"#004A58\"\n");
}

/* Latin letters beside Han: as drawn if nothing is said. */
static void theme_fonts_have_letters(void)
{
	struct read r = read_both("jianbao: theme/1\nname: t\ninks:\n" INKS
				  "fonts:\n  serif: {family: Song}\n"
				  "  sans: {family: Hei, latin: Roboto, "
				  "latin_size: 105%, latin_shift: 0.02em}\n"
				  "  numeral: {family: Hei, latin: Roboto, "
				  "latin_size: 0.95em, latin_shift: -3%}\n",
		NULL);
	const jb_fontrole *serif, *sans, *numeral;

	g_assert_cmpstr(r.said, ==, "");
	serif = g_hash_table_lookup(r.theme->fonts, "serif");
	sans = g_hash_table_lookup(r.theme->fonts, "sans");
	numeral = g_hash_table_lookup(r.theme->fonts, "numeral");
	g_assert_cmpfloat(serif->latin_size, ==, 1);
	g_assert_cmpfloat(serif->latin_shift, ==, 0);
	g_assert_cmpfloat_with_epsilon(sans->latin_size, 1.05, 1e-9);
	g_assert_cmpfloat_with_epsilon(sans->latin_shift, .02, 1e-9);
	g_assert_cmpfloat_with_epsilon(numeral->latin_size, .95, 1e-9);
	g_assert_cmpfloat_with_epsilon(numeral->latin_shift, -.03, 1e-9);
	g_free(r.said);
	jb_arena_close(r.arena);
}

static void theme_refuses_letters(void)
{
	expect("jianbao: theme/1\nname: t\ninks:\n" INKS "fonts:\n"
	       "  serif: {family: Song, latin_size: 11pt}\n"
	       "  sans: {family: Hei, latin_size: 300%}\n"
	       "  numeral: {family: Hei, latin_shift: -0.6em}\n",
		NULL,
		"t.yaml:16:37: error: “latin_size” must be in % or em, not "
		"“11pt”\n"
		"t.yaml:17:35: error: “latin_size” must be from 50% to 200%, "
		"not “300%”\n"
		"t.yaml:18:39: error: “latin_shift” must be from -50% to 50%, "
		"not “-0.6em”\n");
}

static void theme_styles_are_checked(void)
{
	expect(THEME "styles: {body: {ink: txt, font: sanss}}\n", NULL,
		"t.yaml:19:22: error: unknown ink “txt”\n"
		"hint: did you mean “text”?\n"
		"t.yaml:19:33: error: unknown font role “sanss”\n"
		"hint: did you mean “sans”?\n");
	expect(THEME "styles: {bdoy: {size: 9pt}}\n",
		HEAD PAGE STYLES MASTERS PAGES,
		"t.yaml:19:10: error: unknown style “bdoy”\n"
		"hint: did you mean “body”?\n");
}

/* ---- styles ---- */

static void styles_inherit(void)
{
	struct read r = read_both(THEME
		"styles: {big: {ink: primary}, body: {weight: 500}}\n",
		HEAD PAGE
		"styles:\n"
		"  body: {font: serif, size: 10pt, indent: 2em, hang: true}\n"
		"  big: {like: body, size: 2em, leading: 1.5em, align: end}\n"
		"  bigger: {like: big, hang: false, tracking: 2pt}\n"
		"  plain: {}\n"
		"  fitted: {fit: [20pt, 60pt], leading: 1.2em}\n" MASTERS
			PAGES);
	const jb_style *s;

	g_assert_cmpstr(r.said, ==, "");
	s = jb_layout_style(r.layout, "bigger");
	g_assert_true(near(s->size_pt, 20) && near(s->leading_pt, 30));
	g_assert_true(near(s->indent_em, 2) && near(s->tracking_em, 0.1));
	g_assert_cmpint(s->weight, ==, 500);
	g_assert_cmpint(s->align, ==, JB_TEXT_END);
	g_assert_cmpstr(s->ink, ==, "primary");
	g_assert_cmpstr(s->font->family, ==, "Song");
	g_assert_false(s->hang);
	g_assert_true(jb_layout_style(r.layout, "big")->hang);
	s = jb_layout_style(r.layout, "plain");
	g_assert_true(near(s->size_pt, 9) && near(s->leading_pt, 16));
	g_assert_cmpint(s->weight, ==, 400);
	g_assert_cmpint(s->align, ==, JB_TEXT_START);
	g_assert_cmpstr(s->ink, ==, "text");
	g_assert_cmpstr(s->font->role, ==, "sans");
	s = jb_layout_style(r.layout, "fitted");
	g_assert_true(near(s->fit_least_pt, 20) && near(s->fit_most_pt, 60));
	g_assert_true(near(s->size_pt, 60) && near(s->leading_pt, 72));
	g_assert_null(jb_layout_style(r.layout, "nobody"));
	done(&r);
}

static void styles_say_how_lines_are_broken(void)
{
	struct read r = read_both(THEME,
		HEAD PAGE "styles:\n"
			  "  a: {prohibit: strict, hang_end: true, lang: ja}\n"
			  "  b: {like: a, prohibit: gb, hyphenate: none}\n"
			  "  c: {prohibit: none, hyphenate: de}\n"
			  "  d: {prohibit: basic}\n"
			  "  e: {}\n" MASTERS PAGES);
	const jb_style *s;

	g_assert_cmpstr(r.said, ==, "");
	s = jb_layout_style(r.layout, "a");
	g_assert_cmpint(s->prohibit, ==, JB_TEXT_STRICT);
	g_assert_null(s->hyphenate);
	s = jb_layout_style(r.layout, "b");
	g_assert_cmpint(s->prohibit, ==, JB_TEXT_GB);
	g_assert_true(s->hang_end);
	g_assert_cmpstr(s->lang, ==, "ja");
	g_assert_cmpstr(s->hyphenate, ==, "");
	s = jb_layout_style(r.layout, "c");
	g_assert_cmpint(s->prohibit, ==, JB_TEXT_NONE);
	g_assert_cmpstr(s->hyphenate, ==, "de");
	g_assert_cmpint(
		jb_layout_style(r.layout, "d")->prohibit, ==, JB_TEXT_BASIC);
	s = jb_layout_style(r.layout, "e");
	g_assert_cmpint(s->prohibit, ==, JB_TEXT_BASIC);
	g_assert_false(s->hang_end);
	g_assert_null(s->lang);
	done(&r);
}

static void styles_fit_within_limits(void)
{
	struct read r = read_both(THEME,
		HEAD PAGE "styles:\n"
			  "  a: {size: 10pt, fit: {size: [9.5pt, 10.5pt],"
			  " tracking: [-0.02em, 0.3pt]}}\n"
			  "  b: {like: a, fit: {tracking: [0, 0.05em]}}\n"
			  "  c: {fit: [8pt, 9pt]}\n" MASTERS PAGES);
	const jb_copyfit_limits *limits;

	g_assert_cmpstr(r.said, ==, "");
	limits = &jb_layout_style(r.layout, "a")->copyfit;
	g_assert_true(limits->on);
	g_assert_true(near(limits->size_least_pt, 9.5));
	g_assert_true(near(limits->size_most_pt, 10.5));
	g_assert_true(near(limits->tracking_least_em, -0.02));
	g_assert_true(near(limits->tracking_most_em, 0.03));
	limits = &jb_layout_style(r.layout, "b")->copyfit;
	g_assert_true(near(limits->size_least_pt, 10));
	g_assert_true(near(limits->size_most_pt, 10));
	g_assert_true(near(limits->tracking_most_em, 0.05));
	g_assert_false(jb_layout_style(r.layout, "c")->copyfit.on);
	done(&r);
}

static void limits_of_fit_are_checked(void)
{
	expect(THEME,
		HEAD PAGE
		"styles:\n"
		"  a: {size: 10pt, fit: {size: [11pt, 12pt]}}\n"
		"  b: {fit: {tracking: [0.1em, 0.2em]}}\n"
		"  c: {fit: {size: [9pt]}}\n"
		"  d: {fit: {size: [9pt, 8pt]}}\n"
		"  e: {mode: vertical, fit: {tracking: [0, 0]}}\n" MASTERS
			PAGES,
		"l.yaml:7:24: error: “fit” leaves out the style's own size\n"
		"l.yaml:8:12: error: “fit” leaves out the style's own "
		"tracking\n"
		"l.yaml:9:19: error: “size” must have 2 lengths, not 1\n"
		"l.yaml:10:19: error: “size” has the greatest before the "
		"least\n"
		"l.yaml:11:28: error: “fit” with limits is for horizontal "
		"lines\n");
	expect(THEME,
		HEAD PAGE "styles:\n"
			  "  f: {fit: {sise: [9pt, 9pt]}}\n" MASTERS PAGES,
		"l.yaml:7:13: error: unknown key “sise”\n"
		"hint: did you mean “size”?\n");
}

static void like_goes_in_no_circle(void)
{
	expect(THEME,
		HEAD PAGE "styles:\n"
			  "  a: {like: b}\n  b: {like: c}\n  c: {like: a}\n"
			  "  d: {like: a}\n  e: {like: e}\n" MASTERS PAGES,
		"l.yaml:7:13: error: “like” goes in a circle: a → b → c → a\n"
		"l.yaml:11:13: error: “like” goes in a circle: e → e\n");
}

static void like_is_known_and_short(void)
{
	g_autoptr(GString) text = g_string_new(HEAD PAGE "styles:\n"
							 "  s0: {}\n");

	for (int i = 1; i < 18; i++)
		g_string_append_printf(text, "  s%d: {like: s%d}\n", i, i - 1);
	g_string_append(text, "  t: {like: so}\n" MASTERS PAGES);
	expect(THEME, text->str,
		"l.yaml:23:15: error: “like” goes through more than 16 "
		"styles\n"
		"l.yaml:24:15: error: “like” goes through more than 16 "
		"styles\n"
		"l.yaml:25:13: error: unknown style “so”\n"
		"hint: did you mean “s0”?\n");
}

static void styles_refuse_values(void)
{
	expect(THEME,
		HEAD PAGE
		"styles:\n"
		"  a: {size: 0}\n  b: {leading: 1fr}\n  c: {fit: [1pt]}\n"
		"  d: {fit: [9pt, 8pt]}\n  e: {ink: primry, font: "
		"serf}\n" MASTERS PAGES,
		"l.yaml:7:13: error: “size” must be more than 0 and at most "
		"2000pt, not “0”\n"
		"l.yaml:8:16: error: a style has no length in fr: “1fr”\n"
		"hint: write pt, mm, em or lh\n"
		"l.yaml:8:16: error: “leading” must be more than 0 and at "
		"most 2000pt, not “1fr”\n"
		"l.yaml:9:12: error: “fit” must have 2 lengths, not 1\n"
		"hint: the least and the greatest size: [24pt, 84pt]\n"
		"l.yaml:10:12: error: “fit” has the greatest size before the "
		"least\n"
		"l.yaml:11:12: error: unknown ink “primry”\n"
		"hint: did you mean “primary”?\n"
		"l.yaml:11:26: error: unknown font role “serf”\n"
		"hint: did you mean “serif”?\n");
}

/* ---- pages ---- */

static void page_sizes(void)
{
	static const struct {
		const char *size;
		double width_mm, height_mm;
	} rows[] = {
		{"A0", 841, 1189},
		{"A4", 210, 297},
		{"A8", 52, 74},
		{"B0", 1000, 1414},
		{"B5", 176, 250},
		{"B8", 62, 88},
		{"16K", 185, 260},
		{"16开", 185, 260},
		{"大16开", 210, 285},
		{"32开", 130, 184},
		{"大32开", 140, 203},
		{"对开", 390, 546},
		{"四开", 273, 390},
		{"16:9", 338.0 + 2 / 3.0, 190.5},
		{"4:3", 254, 190.5},
		{"Letter", 215.9, 279.4},
		{"Legal", 215.9, 355.6},
		{"[100mm, 20cm]", 100, 200},
		{"A5\n  landscape: true", 210, 148},
		{"A5\n  landscape: false", 148, 210},
		{"4:3\n  landscape: true", 254, 190.5},
		{"[100mm, 20cm]\n  landscape: true", 200, 100},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *text = g_strdup_printf(HEAD
			"page:\n"
			"  size: %s\n" MARGIN
			"  columns: 2\n" STYLES MASTERS PAGES,
			rows[i].size);
		struct read r = read_both(THEME, text);

		g_assert_cmpstr(r.said, ==, "");
		g_assert_true(
			near(r.layout->width_pt, rows[i].width_mm * JB_MM));
		g_assert_true(
			near(r.layout->height_pt, rows[i].height_mm * JB_MM));
		done(&r);
	}
}

static void page_of_free_height(void)
{
	struct read r = read_both(THEME, HEAD
		"page:\n  size: [100mm, 200mm]\n  height: auto\n" MARGIN STYLES
			MASTERS PAGES);

	g_assert_cmpstr(r.said, ==, "");
	g_assert_true(r.layout->free_height);
	g_assert_true(near(r.layout->width_pt, 100 * JB_MM));
	g_assert_true(near(r.layout->height_pt, JB_PAGE_MAX_PT));
	done(&r);
	expect(THEME,
		HEAD
		"page:\n  height: auto\n"
		"  margin: {top: 5%, bottom: 0, inner: 5%, outer: 0}\n" STYLES
			MASTERS PAGES,
		"l.yaml:6:17: error: “5%” has no size here\n"
		"hint: write mm or pt\n");
	expect(THEME,
		HEAD "page:\n  height: 300mm\n" MARGIN STYLES MASTERS PAGES,
		"l.yaml:5:11: error: “height” must be auto, not “300mm”\n"
		"hint: write auto\n");
}

static void masters_have_left_ones(void)
{
	struct read r = read_both(THEME,
		HEAD "page:\n  sides: two\n" MARGIN STYLES
		     "masters:\n  a: {left: b}\n  b: {}\n" PAGES);
	const jb_master *a, *b;

	g_assert_cmpstr(r.said, ==, "");
	g_assert_true(r.layout->two_sided);
	a = g_hash_table_lookup(r.layout->masters, "a");
	b = g_hash_table_lookup(r.layout->masters, "b");
	g_assert_true(a->left == b);
	g_assert_null(b->left);
	done(&r);
	expect(THEME,
		HEAD PAGE STYLES "masters:\n  a: {left: b}\n  b: {}\n" PAGES,
		"l.yaml:9:7: error: “left” needs pages of two sides\n"
		"hint: say `sides: two` in `page`\n");
	expect(THEME,
		HEAD "page:\n  sides: two\n" MARGIN STYLES
		     "masters:\n  aaa: {left: aab}\n"
		     "pages:\n  - {master: aaa, last: aac, blocks: []}\n",
		"l.yaml:10:15: error: unknown master “aab”\n"
		"hint: did you mean “aaa”?\n"
		"l.yaml:12:25: error: unknown master “aac”\n"
		"hint: did you mean “aaa”?\n");
}

static void places_turn_or_do_not(void)
{
	expect(THEME,
		HEAD PAGE STYLES
		"masters:\n  plain:\n    furniture:\n"
		"      - {text: x, at: {inner: 0, outer: 0, top: 0}}\n"
		"      - {text: x, at: {left: 0, outer: 0, top: 0}}\n"
		"      - {text: x, at: {top: 0, inner: 0, right: 0}}\n" PAGES,
		"l.yaml:12:33: error: “left” and “outer” are not for one "
		"place\n"
		"hint: left and right; or inner and outer, which change "
		"places on left pages\n"
		"l.yaml:13:32: error: “right” and “inner” are not for one "
		"place\n"
		"hint: left and right; or inner and outer, which change "
		"places on left pages\n");
}

static void page_is_typed(void)
{
	struct read r = read_both(THEME,
		HEAD "page:\n"
		     "  margin: {top: 2lh, bottom: 10%, inner: 1cm, outer: 0}\n"
		     "  baseline: 10pt\n" STYLES MASTERS PAGES);

	g_assert_cmpstr(r.said, ==, "");
	g_assert_true(near(r.layout->top_pt, 20));
	g_assert_true(near(r.layout->bottom_pt, 29.7 * JB_MM));
	g_assert_true(near(r.layout->inner_pt, 10 * JB_MM));
	g_assert_cmpint(r.layout->columns, ==, 6);
	g_assert_true(near(r.layout->gutter_pt, 18));
	g_assert_true(near(r.layout->bleed_pt, 3 * JB_MM));
	g_assert_true(near(r.layout->ascent_pt, 7.5));
	g_assert_true(near(jb_layout_pt(r.layout, "2lh", 0), 20));
	g_assert_true(near(jb_layout_pt(r.layout, "25%", 80), 20));
	done(&r);
}

static void page_has_room(void)
{
	expect(THEME,
		HEAD "page:\n"
		     "  margin: {top: 150mm, bottom: 150mm, inner: 105mm, "
		     "outer: 105mm}\n" STYLES MASTERS PAGES,
		"l.yaml:5:3: error: inner and outer margin leave no room for "
		"type\n"
		"l.yaml:5:3: error: top and bottom margin leave no room for a "
		"line\n");
	expect(THEME, HEAD PAGE "  gutter: 5cm\n" STYLES MASTERS PAGES,
		"l.yaml:5:3: error: 6 columns and their gutters do not fit "
		"between the margins\n"
		"hint: fewer columns, or a narrower gutter\n");
	expect(THEME,
		HEAD "page:\n  size: [1em, 10mm, 3mm]\n"
		     "  bleed: 2em\n  gutter: -1pt\n  baseline: 0\n"
		     "  ascent: 20pt\n" MARGIN STYLES MASTERS PAGES,
		"l.yaml:5:9: error: “size” must have 2 lengths, not 3\n"
		"hint: width and height: [210mm, 297mm]\n"
		"l.yaml:6:10: error: “2em” has no size here\n"
		"hint: write mm or pt\n"
		"l.yaml:7:11: error: “gutter” must not be negative\n"
		"l.yaml:8:13: error: “baseline” must be at least 1pt\n"
		"l.yaml:9:11: error: “ascent” must be at most the baseline\n");
}

/* ---- blocks ---- */

static void blocks_name_what_is_there(void)
{
	expect(THEME,
		HEAD PAGE STYLES MASTERS
		"pages:\n"
		"  - master: plian\n    each: stroies\n    blocks:\n"
		"      - {text: x, style: bdoy}\n"
		"      - {fill: primry}\n"
		"      - row: [{rule: 1pt, ink: gold}]\n",
		"l.yaml:10:13: error: unknown master “plian”\n"
		"hint: did you mean “plain”?\n"
		"l.yaml:11:11: error: unknown path “stroies”\n"
		"hint: did you mean “stories”?\n"
		"l.yaml:13:26: error: unknown style “bdoy”\n"
		"hint: did you mean “body”?\n"
		"l.yaml:14:16: error: unknown ink “primry”\n"
		"hint: did you mean “primary”?\n"
		"l.yaml:15:32: error: unknown ink “gold”\n");
}

static void paths_fit_their_keys(void)
{
	expect(THEME,
		HEAD PAGE STYLES MASTERS
		"pages:\n"
		"  - master: plain\n    when: report.subtitle\n    blocks:\n"
		"      - {stats: events}\n"
		"      - {prose: section.prse}\n"
		"      - {timeline: heroes}\n"
		"      - {prose: lede, unless: notes}\n",
		"l.yaml:13:17: error: “stats” cannot take “events”\n"
		"hint: “stats” takes heroes, rest, section.figures, section.rest, figure\n"
		"l.yaml:14:17: error: unknown path “section.prse”\n"
		"hint: did you mean “section.prose”?\n"
		"l.yaml:15:20: error: “timeline” cannot take “heroes”\n"
		"hint: “timeline” takes events\n");
}

static void places_are_for_furniture(void)
{
	expect(THEME,
		HEAD PAGE STYLES
		"masters:\n  plain:\n    furniture:\n"
		"      - {text: x, at: {top: 0}}\n"
		"      - {row: [{text: x, at: {top: 0}}], at: {top: 0}}\n"
		"pages:\n  - master: plain\n    blocks:\n"
		"      - {text: x, at: {top: 0}}\n",
		"l.yaml:12:26: error: “at” stands inside another block\n"
		"hint: only the outermost blocks of a master's furniture have "
		"a fixed place\n"
		"l.yaml:16:19: error: “at” stands in a page's blocks\n"
		"hint: only the outermost blocks of a master's furniture have "
		"a fixed place\n");
}

static void furniture_needs_a_place(void)
{
	expect(THEME,
		HEAD PAGE STYLES
		"masters:\n  plain:\n    furniture:\n"
		"      - {text: x}\n"
		"pages:\n  - master: plain\n    blocks:\n      - {text: x}\n",
		"l.yaml:11:9: error: a block of a master's furniture needs a "
		"place\n"
		"hint: say where it stands: at: {left: 0pt, top: -24pt}\n");
}

static void lengths_of_blocks_are_not_negative(void)
{
	expect(THEME,
		HEAD PAGE STYLES MASTERS
		"pages:\n"
		"  - master: plain\n    blocks:\n"
		"      - {text: x, before: -6lh}\n"
		"      - {space: -3pt, before: 0}\n"
		"      - {stats: heroes, size: -1pt}\n",
		"l.yaml:12:27: error: “before” must not be negative\n"
		"l.yaml:13:17: error: “space” must not be negative\n"
		"l.yaml:14:31: error: “size” must not be negative\n");
}

/* A screen colour alone: as much black as there can be. */
static void ink_of_a_screen_colour(void)
{
	struct read r =
		read_both("jianbao: theme/1\nname: t\ninks:\n" INKS
			  "  brand: \"#08C\"\n  night: \"#000000\"\n" FONTS,
			NULL);
	const jb_ink *ink;

	g_assert_cmpstr(r.said, ==, "");
	ink = jb_theme_ink(r.theme, "brand");
	g_assert_cmpfloat_with_epsilon(ink->b, 0.8, 1e-9);
	g_assert_cmpfloat_with_epsilon(ink->c, 1, 1e-9);
	g_assert_cmpfloat_with_epsilon(ink->m, 1 / 3.0, 1e-9);
	g_assert_cmpfloat_with_epsilon(ink->y, 0, 1e-9);
	g_assert_cmpfloat_with_epsilon(ink->k, 0.2, 1e-9);
	ink = jb_theme_ink(r.theme, "night");
	g_assert_cmpfloat_with_epsilon(ink->k, 1, 1e-9);
	g_assert_cmpfloat_with_epsilon(ink->c + ink->m + ink->y, 0, 1e-9);
	done(&r);
}

static void broken_files_give_null(void)
{
	struct read r = read_both(THEME, HEAD "page: {}\n");

	g_assert_nonnull(r.theme);
	g_assert_null(r.layout);
	done(&r);
	r = read_both("name: [\n", NULL);
	g_assert_null(r.theme);
	done(&r);
}

static void theme_name_of_any_tree(void)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"theme: daiqing\n", "daiqing"},
		{"theme: [a]\n", NULL},
		{"theme:\n", NULL},
		{"[a]\n", NULL},
		{"x: 1\n", NULL},
	};
	jb_arena *a = jb_arena_open();
	jb_diags *diags = jb_diags_new(a);

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		const jb_node *name =
			jb_layout_theme_name(jb_yaml_read(a, diags,
				jb_source_new(a, "l.yaml", rows[i].text,
					strlen(rows[i].text))));

		g_assert_cmpstr(name ? name->text : NULL, ==, rows[i].want);
	}
	g_assert_null(jb_layout_theme_name(NULL));
	jb_arena_close(a);
}

/* Every theme of ours dresses every layout of ours. */
static void own_files_go_together(void)
{
	static const char *const themes[] = {"daiqing", "danhong",
		"jilan", "mohong", "qianhui", "yanhui"};

	for (size_t i = 0; i < G_N_ELEMENTS(themes); i++) {
		g_autofree char *file = g_strconcat(themes[i], ".yaml", NULL);
		g_autofree char *theme_path = g_test_build_filename(
			G_TEST_DIST, "themes", file, NULL);
		g_autofree char *layout_path =
			g_test_build_filename(G_TEST_DIST, "layouts",
				"briefing", "layout.yaml", NULL);
		g_autofree char *theme = NULL, *layout = NULL;

		g_assert_true(
			g_file_get_contents(theme_path, &theme, NULL, NULL));
		g_assert_true(
			g_file_get_contents(layout_path, &layout, NULL, NULL));
		expect(theme, layout, "");
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/model/theme/typed", theme_is_typed);
	g_test_add_func("/model/theme/needs", theme_needs_inks_and_fonts);
	g_test_add_func("/model/theme/inks", theme_refuses_inks);
	g_test_add_func("/model/theme/letters", theme_fonts_have_letters);
	g_test_add_func("/model/theme/letters-refused", theme_refuses_letters);
	g_test_add_func("/model/theme/styles", theme_styles_are_checked);
	g_test_add_func("/model/style/inherit", styles_inherit);
	g_test_add_func("/layout/style/lines", styles_say_how_lines_are_broken);
	g_test_add_func("/layout/style/fit", styles_fit_within_limits);
	g_test_add_func("/layout/style/fit-limits", limits_of_fit_are_checked);
	g_test_add_func("/model/style/circle", like_goes_in_no_circle);
	g_test_add_func("/model/style/like", like_is_known_and_short);
	g_test_add_func("/model/style/values", styles_refuse_values);
	g_test_add_func("/model/layout/sizes", page_sizes);
	g_test_add_func("/model/layout/free-height", page_of_free_height);
	g_test_add_func("/model/layout/left", masters_have_left_ones);
	g_test_add_func("/model/layout/turned", places_turn_or_do_not);
	g_test_add_func("/model/layout/page", page_is_typed);
	g_test_add_func("/model/layout/room", page_has_room);
	g_test_add_func("/model/layout/names", blocks_name_what_is_there);
	g_test_add_func("/model/layout/paths", paths_fit_their_keys);
	g_test_add_func("/model/layout/places", places_are_for_furniture);
	g_test_add_func("/model/layout/placed", furniture_needs_a_place);
	g_test_add_func(
		"/model/layout/negative", lengths_of_blocks_are_not_negative);
	g_test_add_func("/theme/screen-colour", ink_of_a_screen_colour);
	g_test_add_func("/model/layout/broken", broken_files_give_null);
	g_test_add_func("/model/layout/theme-name", theme_name_of_any_tree);
	g_test_add_func("/model/layout/own-files", own_files_go_together);
	return g_test_run();
}
