/* jianbao galley: plain paragraphs, set to measures, and a report of their
 * lines.
 */
#include "cli/cli.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/length.h"
#include "base/messages.h"
#include "base/words.h"
#include "layout/specimen.h"
#include "scene/review.h"
#include "text/hyphen.h"
#include "yaml/guard.h"

typedef struct options {
	jb_options common;
	char *measures, *size, *leading, *langs, *mode, *indent, *align;
	char *font, *latin, *prohibit, *hyphenate, *style;
	int columns, weight;
	gboolean hang, lines;
} options;

/* What the options say, checked. */
typedef struct job {
	jb_arena *arena;
	jb_diags *diags;
	jb_shop shop;
	const options *o;
	const char *epoch;
	const jb_source *text;
	const jb_layout *layout;
	jb_style *style;
	jb_specimen specimen;
	jb_scene *scene;
	GArray *pages;	/* jb_specimen_page */
	jb_diags *said; /* by the composer: the report says it better */
} job;

/* ---- words and lengths of options ---- */

/* The place of a word among those an option takes; -1 after saying which. */
static int choose(const char *option, const char *word,
	const char *const *words, size_t n)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (size_t i = 0; i < n; i++) {
		if (word && !strcmp(word, words[i]))
			return (int)i;
		g_string_append_printf(all, "%s%s",
			i == 0	     ? ""
			: i + 1 == n ? jb_tr(" or ")
				     : jb_tr(", "),
			words[i]);
	}
	jb_cli_fail(0, "--%s is %s, not “%s”", option, all->str, word);
	return -1;
}

/* A length of an option in points, within bounds; NAN after saying why not. */
static double length_of(const char *option, const char *text, double em_pt,
	double least, double most)
{
	jb_length length;
	double pt;

	if (!jb_length_parse(text, &length) || length.unit == JB_UNIT_FR ||
		length.unit == JB_UNIT_PERCENT || length.unit == JB_UNIT_LH) {
		jb_cli_fail(0, "--%s takes a length like %s, not “%s”", option,
			em_pt > 0 ? "20em, 200pt or 70mm" : "10pt or 五号",
			text);
		return NAN;
	}
	if (length.unit == JB_UNIT_EM && em_pt <= 0) {
		jb_cli_fail(0, "--%s has no em to be measured in: “%s”", option,
			text);
		return NAN;
	}
	pt = jb_length_pt(length, em_pt, em_pt, em_pt);
	if (pt >= least - 1e-9 && pt <= most + 1e-9)
		return pt;
	jb_cli_fail(0, "--%s is from %gpt to %gpt, not “%s”", option, least,
		most, text);
	return NAN;
}

/* ---- the style ---- */

/* The word of an option that was given, else what the style has; false after
 * saying which words there are. */
static bool read_word(const char *option, const char *word,
	const char *const *words, size_t n, int *value)
{
	int at = word ? choose(option, word, words, n) : *value;

	*value = at;
	return at >= 0;
}

static bool read_words(job *j)
{
	static const char *const aligns[] = {
		"justify", "start", "center", "end"};
	static const char *const levels[] = {"basic", "none", "gb", "strict"};
	static const char *const modes[] = {"horizontal", "vertical"};
	const options *o = j->o;
	int align = (int)j->style->align, level = (int)j->style->prohibit;
	int mode = j->style->vertical;

	if (!read_word("align", o->align, aligns, 4, &align) ||
		!read_word("prohibit", o->prohibit, levels, 4, &level) ||
		!read_word("mode", o->mode, modes, 2, &mode))
		return false;
	j->style->align = (jb_text_align)align;
	j->style->prohibit = (jb_text_prohibit)level;
	j->style->vertical = mode == 1;
	return true;
}

static bool read_lengths(job *j)
{
	const options *o = j->o;
	jb_style *style = j->style;
	double ratio = style->leading_pt / style->size_pt;

	if (o->size)
		style->size_pt = length_of("size", o->size, 0, 3, 400);
	if (isnan(style->size_pt))
		return false;
	style->leading_pt = ratio * style->size_pt;
	if (o->leading)
		style->leading_pt = length_of("leading", o->leading,
			style->size_pt, style->size_pt, 10 * style->size_pt);
	if (o->indent)
		style->indent_em =
			length_of("indent", o->indent, style->size_pt, 0,
				20 * style->size_pt) /
			style->size_pt;
	return !isnan(style->leading_pt) && !isnan(style->indent_em);
}

/* Fonts that the options name, in place of the style's. */
static void read_fonts(job *j)
{
	const options *o = j->o;
	jb_fontrole *role = jb_new(j->arena, jb_fontrole);

	*role = *j->style->font;
	if (o->font)
		role->family = o->font;
	if (o->font || o->latin) {
		role->latin = o->latin;
		role->latin_size = role->latin_shift = 0;
	}
	j->style->font = role;
	if (o->weight)
		j->style->weight = o->weight;
}

static int read_hyphens(job *j)
{
	const char *lang = j->o->hyphenate;

	if (!lang)
		return JB_EXIT_OK;
	if (strcmp(lang, "none") != 0 && !jb_hyphens_lookup(lang))
		return jb_cli_fail(JB_EXIT_USAGE,
			"--hyphenate is none or a language with a dictionary, "
			"not “%s”",
			lang);
	j->style->hyphenate = strcmp(lang, "none") != 0 ? lang : "";
	return JB_EXIT_OK;
}

/* NAME or NAME@LAYOUT: a style of a layout, instead of plain body text. */
static int find_style(job *j)
{
	const char *at = j->o->style ? strchr(j->o->style, '@') : NULL;
	const jb_job layout = {.layout = at ? at + 1 : NULL};
	const char *name = j->o->style;
	GError *error = NULL;
	const jb_style *style;

	jb_cli_find_shop(j->arena, &j->shop);
	if (at)
		name = jb_strndup(j->arena, name, (size_t)(at - name));
	j->layout =
		jb_layout_open(&j->shop, j->arena, j->diags, &layout, &error);
	if (error) {
		jb_cli_fail(0, "%s", error->message);
		g_clear_error(&error);
		return JB_EXIT_NOINPUT;
	}
	jb_cli_print(j->diags);
	if (!j->layout || jb_diags_errors(j->diags))
		return JB_EXIT_DATA;
	style = jb_layout_style(j->layout, name);
	if (!style)
		return jb_cli_fail(JB_EXIT_USAGE,
			"--style: the layout “%s” has no style “%s”",
			j->layout->name, name);
	*j->style = *style;
	return JB_EXIT_OK;
}

static int make_style(job *j)
{
	int code;

	j->style = jb_new(j->arena, jb_style);
	if (j->o->style) {
		code = find_style(j);
		if (code != JB_EXIT_OK)
			return code;
	} else {
		j->layout = jb_specimen_layout(
			j->arena, "Noto Serif CJK SC", NULL, 10, 17);
		*j->style = *jb_layout_style(j->layout, "body");
	}
	/* a galley is set in one size */
	j->style->fit_least_pt = j->style->fit_most_pt = 0;
	j->style->copyfit.on = false;
	read_fonts(j);
	j->style->hang_end |= j->o->hang;
	if (!read_lengths(j) || !read_words(j))
		return JB_EXIT_USAGE;
	return read_hyphens(j);
}

/* ---- measures, languages, columns ---- */

/* The words of a list; an empty list has an empty one. */
static char **split_list(const char *list)
{
	return *list ? g_strsplit(list, ",", -1)
		     : g_strdupv((char *[]){(char *)"", NULL});
}

static bool read_measures(job *j)
{
	g_auto(GStrv) words =
		split_list(j->o->measures ? j->o->measures : "20em");
	size_t n = g_strv_length(words);
	double *measures = jb_new_array(j->arena, double, n + 1);
	double size = j->style->size_pt;

	for (size_t i = 0; i < n; i++) {
		measures[i] = length_of("measures", g_strstrip(words[i]), size,
			size, 10000 / MAX(j->o->columns, 1));
		if (isnan(measures[i]))
			return false;
	}
	j->specimen.measures_pt = measures;
	j->specimen.n_measures = n;
	return true;
}

static bool read_langs(job *j)
{
	const char *own = j->style->lang ? j->style->lang : "zh-Hans";
	char **words = split_list(j->o->langs ? j->o->langs : own);

	jb_arena_defer(j->arena, (void (*)(void *))g_strfreev, words);
	j->specimen.n_langs = g_strv_length(words);
	j->specimen.langs = (const char *const *)words;
	for (size_t i = 0; words[i]; i++) {
		const char *tag = g_strstrip(words[i]);

		for (const char *p = tag; *p || p == tag; p++) {
			if (g_ascii_isalnum(*p) || (*p == '-' && p > tag))
				continue;
			jb_cli_fail(0,
				"--lang takes tags like zh-Hans, "
				"zh-Hant-TW, ja or ko, not “%s”",
				tag);
			return false;
		}
	}
	return true;
}

static int read_frame(job *j)
{
	if (j->o->columns < 1 || j->o->columns > 20) {
		jb_cli_fail(
			0, "--columns is from 1 to 20, not %d", j->o->columns);
		return JB_EXIT_USAGE;
	}
	j->specimen.columns = j->o->columns;
	j->specimen.style = j->style;
	return read_measures(j) && read_langs(j) ? JB_EXIT_OK : JB_EXIT_USAGE;
}

/* ---- the text ---- */

/* A byte order mark is no text, and no column. */
static jb_source *without_mark(jb_arena *arena, jb_source *src)
{
	static const char mark[] = "\xEF\xBB\xBF";

	if (src->len < 3 || memcmp(src->text, mark, 3) != 0)
		return src;
	return jb_source_new(arena, src->name, src->text + 3, src->len - 3);
}

static bool is_blank(const char *p, const char *end)
{
	while (p < end && g_unichar_isspace(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return p >= end;
}

static void read_paragraphs(job *j)
{
	GPtrArray *all = g_ptr_array_new();

	jb_arena_defer(j->arena, (void (*)(void *))g_ptr_array_unref, all);
	for (unsigned i = 1; i <= j->text->n_lines; i++) {
		size_t len;
		const char *line = jb_source_line(j->text, i, &len);
		jb_pos pos = {j->text, i, 1};

		while (len && strchr(" \t\r", line[len - 1]))
			len--;
		for (; len && strchr(" \t", *line); line++, len--)
			pos.col++;
		if (!is_blank(line, line + len))
			g_ptr_array_add(all,
				(void *)jb_rich_plain(j->arena,
					jb_strndup(j->arena, line, len), pos));
	}
	j->specimen.paragraphs = (const jb_rich **)all->pdata;
	j->specimen.n_paragraphs = all->len;
}

static int read_text(job *j, const char *path)
{
	GError *error = NULL;
	jb_source *src = jb_source_read(j->arena, path, &error);

	if (!src) {
		jb_cli_fail(0, "%s", error->message);
		g_clear_error(&error);
		return JB_EXIT_NOINPUT;
	}
	if (jb_guard_bytes(j->diags, src)) {
		j->text = without_mark(j->arena, src);
		read_paragraphs(j);
		if (j->specimen.n_paragraphs == 0)
			jb_error(j->diags, (jb_pos){j->text, 1, 1},
				"there is no text to set");
	}
	if (!jb_diags_errors(j->diags))
		return JB_EXIT_OK;
	jb_cli_print(j->diags);
	return JB_EXIT_DATA;
}

/* ---- the pages ---- */

static int open_fonts(job *j)
{
	const jb_fontrole *role = j->style->font;

	if (!jb_cli_open_fonts(j->arena, &j->shop))
		return JB_EXIT_SOFTWARE;
	if (jb_fonts_lookup(j->shop.fonts, j->diags, role->pos,
		    &(jb_fontspec){role->family, role->latin, role->latin_size,
			    role->latin_shift, j->style->weight}))
		return JB_EXIT_OK;
	jb_cli_print(j->diags);
	return JB_EXIT_USAGE;
}

static void make_pages(job *j)
{
	jb_desk *desk;

	j->said = jb_diags_new(j->arena);
	desk = jb_desk_new(j->arena, j->said, j->shop.fonts, NULL, j->layout);
	j->scene = jb_scene_new(j->arena);
	j->scene->title = "galley";
	j->scene->lang = j->specimen.langs[0];
	j->scene->date = jb_epoch_date(j->arena, j->epoch);
	j->pages = jb_specimen_set(desk, &j->specimen, j->scene);
}

/* ---- the report ---- */

/* Only Chinese is judged by the Chinese standard. */
static void review_text(const job *j, jb_review *review)
{
	size_t n = j->specimen.n_paragraphs;

	if (!g_str_has_prefix(j->specimen.langs[0], "zh"))
		return;
	for (size_t i = 0; i < n; i++) {
		const jb_rich *rich = j->specimen.paragraphs[i];

		jb_review_text(j->arena, review, rich->pieces[0].text,
			i + 1 < n
				? j->specimen.paragraphs[i + 1]->pieces[0].text
				: NULL,
			rich->pieces[0].pos);
	}
}

static jb_review *make_review(const job *j)
{
	jb_review *review = jb_review_scene(j->arena, j->scene, true);

	for (size_t i = 0; i < review->n_pages; i++) {
		const jb_specimen_page *page =
			&g_array_index(j->pages, jb_specimen_page, i);

		review->pages[i].measure_em =
			j->specimen.measures_pt[page->measure] /
			j->style->size_pt;
		review->pages[i].lang = j->specimen.langs[page->lang];
	}
	review_text(j, review);
	return review;
}

/* The lines or the report; with either, faults have their exit code. */
static int report(const job *j, const jb_review *review)
{
	bool slips = review->faults || review->slips->len;
	int code = JB_EXIT_OK;

	if (j->o->lines)
		jb_cli_put_lines(j->scene);
	else
		code = jb_cli_put_review(j->arena, review, &j->o->common);
	if (code != JB_EXIT_OK)
		return code;
	if (review->missing)
		return JB_EXIT_DATA;
	return j->o->common.strict && slips ? JB_EXIT_WARNINGS : JB_EXIT_OK;
}

static int run(job *j, const char *path)
{
	const jb_review *review;
	int code = jb_cli_check_output(&j->o->common, path);

	if (code == JB_EXIT_OK)
		code = jb_cli_check_report(&j->o->common, path, true);
	if (code == JB_EXIT_OK)
		code = jb_cli_epoch(&j->epoch);
	if (code == JB_EXIT_OK)
		code = make_style(j);
	if (code == JB_EXIT_OK)
		code = read_frame(j);
	if (code == JB_EXIT_OK)
		code = read_text(j, path);
	if (code == JB_EXIT_OK)
		code = open_fonts(j);
	if (code != JB_EXIT_OK)
		return code;
	make_pages(j);
	review = make_review(j);
	/* missing characters are shown as boxes; no other error can be shown */
	if (jb_diags_errors(j->said) && review->missing == 0) {
		jb_cli_print(j->said);
		return JB_EXIT_DATA;
	}
	if (j->o->common.output)
		code = jb_cli_write(
			j->arena, j->scene, &j->o->common, "galley");
	return code == JB_EXIT_OK ? report(j, review) : code;
}

static void free_options(options *o)
{
	char *const all[] = {o->measures, o->size, o->leading, o->langs,
		o->mode, o->indent, o->align, o->font, o->latin, o->prohibit,
		o->hyphenate, o->style};

	for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
		g_free(all[i]);
	jb_cli_free(&o->common);
}

int jb_cli_galley(int argc, char **argv)
{
	options o = {.common.dpi = 144, .columns = 1};
	const GOptionEntry entries[] = {
		{"measures", 'm', 0, G_OPTION_ARG_FILENAME, &o.measures,
			"Lengths of lines, a page for each (20em)", "LIST"},
		{"size", 0, 0, G_OPTION_ARG_FILENAME, &o.size,
			"Size of the characters (10pt)", "LENGTH"},
		{"leading", 0, 0, G_OPTION_ARG_FILENAME, &o.leading,
			"From line to line (1.7em)", "LENGTH"},
		{"lang", 0, 0, G_OPTION_ARG_FILENAME, &o.langs,
			"Languages, a page for each (zh-Hans)", "LIST"},
		{"mode", 0, 0, G_OPTION_ARG_FILENAME, &o.mode,
			"horizontal or vertical", "MODE"},
		{"columns", 0, 0, G_OPTION_ARG_INT, &o.columns,
			"Columns side by side, 2em apart (1)", "N"},
		{"indent", 0, 0, G_OPTION_ARG_FILENAME, &o.indent,
			"Of a paragraph's first line (0)", "LENGTH"},
		{"align", 0, 0, G_OPTION_ARG_FILENAME, &o.align,
			"justify, start, center or end", "WORD"},
		{"font", 0, 0, G_OPTION_ARG_FILENAME, &o.font,
			"A family of `jianbao fonts` (Noto Serif CJK SC)",
			"NAME"},
		{"weight", 0, 0, G_OPTION_ARG_INT, &o.weight,
			"400 regular, 700 bold", "N"},
		{"latin", 0, 0, G_OPTION_ARG_FILENAME, &o.latin,
			"Another family for Latin letters and digits", "NAME"},
		{"prohibit", 0, 0, G_OPTION_ARG_FILENAME, &o.prohibit,
			"What may not stand at a line's edge: none, basic, "
			"gb or strict",
			"LEVEL"},
		{"hang", 0, 0, G_OPTION_ARG_NONE, &o.hang,
			"、，。 may hang outside of a line's end", NULL},
		{"hyphenate", 0, 0, G_OPTION_ARG_FILENAME, &o.hyphenate,
			"Language of Latin words, or none (en-US)", "LANG"},
		{"lines", 0, 0, G_OPTION_ARG_NONE, &o.lines,
			"Print the lines instead of the report", NULL},
		{"style", 0, 0, G_OPTION_ARG_FILENAME, &o.style,
			"A style of a layout (of briefing), for all of these",
			"NAME[@LAYOUT]"},
		{"output", 'o', 0, G_OPTION_ARG_FILENAME, &o.common.output,
			"The PDF, PNG or SVG to write; none if not given",
			"FILE"},
		{"format", 'f', 0, G_OPTION_ARG_FILENAME, &o.common.format,
			"pdf, or png or svg for one file a page", "FORMAT"},
		{"dpi", 0, 0, G_OPTION_ARG_INT, &o.common.dpi,
			"Pixels an inch of a PNG (144)", "N"},
		JB_REPORT_OPTIONS(o.common),
		{"strict", 0, 0, G_OPTION_ARG_NONE, &o.common.strict,
			"Faults and slips of the text fail, too", NULL},
		G_OPTION_ENTRY_NULL,
	};
	job j = {.arena = jb_arena_open(), .o = &o};
	const char *after = jb_cli_report_alone(argc, argv);
	int code = JB_EXIT_USAGE;

	j.diags = jb_diags_new(j.arena);
	if (jb_cli_options("Sets plain paragraphs, one a line, to measures, "
			   "and reports on their lines.",
		    "TEXT", entries, &argc, &argv))
		code = argc == 2 ? run(&j, argv[1])
				 : jb_cli_refuse_words(argc, argv,
					   "galley takes one text", after);
	if (j.shop.fonts)
		jb_fonts_close(j.shop.fonts);
	jb_arena_close(j.arena);
	free_options(&o);
	return code;
}
