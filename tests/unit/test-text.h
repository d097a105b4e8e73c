/* test-text.h - what the tests of text/ share: fonts, one paragraph, facts.
 *
 * All lengths are in em of the paragraph: the size is 10 pt.
 */
#ifndef JB_TEST_TEXT_H
#define JB_TEST_TEXT_H

#include <math.h>
#include <string.h>
#include <glib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "text/compose.h"
#include "text/ink.h"

#define FONTS "build/fonts/fonts.conf"
#define SERIF "Noto Serif CJK SC"
#define LATIN "Roboto Condensed"
#define EM 10.
#define TIGHT .002

#define assert_em(a, b) g_assert_cmpfloat_with_epsilon((a), (b), TIGHT)

typedef struct scene {
	jb_arena *arena;
	jb_diags *diags;
	jb_fonts *fonts;
	const jb_font *font;
	jb_setting setting;
	const jb_lines *lines;
} scene;

static inline void open_scene(scene *s, const char *latin)
{
	GError *error = NULL;

	*s = (scene){.arena = jb_arena_open()};
	s->diags = jb_diags_new(s->arena);
	s->fonts = jb_fonts_open(FONTS, &error);
	g_assert_no_error(error);
	s->font = jb_fonts_lookup(s->fonts, s->diags, (jb_pos){0},
		&(jb_fontspec){.family = SERIF, .latin = latin, .weight = 400});
	g_assert_nonnull(s->font);
	s->setting = (jb_setting){.measure_pt = INFINITY, .lang = "zh-Hans"};
}

static inline void close_scene(scene *s)
{
	jb_fonts_close(s->fonts);
	jb_arena_close(s->arena);
}

static inline jb_span make_span(const scene *s, const char *text)
{
	return (jb_span){.text = text,
		.len = strlen(text),
		.font = s->font,
		.size_pt = EM};
}

static inline void set_spans(
	scene *s, const jb_span *spans, size_t n, double measure)
{
	s->setting.measure_pt = measure * EM;
	s->lines = jb_compose(s->arena, s->diags, spans, n, &s->setting);
}

static inline void set(scene *s, const char *text, double measure)
{
	jb_span span = make_span(s, text);

	set_spans(s, &span, 1, measure);
}

/* The characters of a line. */
static inline char *line_text(const scene *s, size_t i)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const jb_line *line = &s->lines->lines[i];

	for (size_t r = 0; r < line->n_runs; r++)
		g_string_append_len(
			text, line->runs[r].text, (gssize)line->runs[r].len);
	return jb_strdup(s->arena, text->str);
}

/* All lines, with | between them. */
static inline char *all_text(const scene *s)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (size_t i = 0; i < s->lines->n; i++)
		g_string_append_printf(
			text, "%s%s", i ? "|" : "", line_text(s, i));
	return jb_strdup(s->arena, text->str);
}

/* A cluster's first glyph with ink, counted from its first; 0: none has. */
static inline size_t inked(const jb_run *run, size_t glyph, int n)
{
	for (size_t i = 0; i < (size_t)n; i++) {
		jb_ink_box ink = jb_glyph_ink(run, glyph + i);
		if (!jb_ink_empty(&ink))
			return i;
	}
	return 0;
}

/* The origin of the glyph for the n-th occurrence of a string in a line. */
static inline double glyph_at(
	const scene *s, size_t i, const char *what, int nth)
{
	const jb_line *line = &s->lines->lines[i];

	for (size_t r = 0; r < line->n_runs; r++) {
		const jb_run *run = &line->runs[r];
		size_t byte = 0, glyph = 0;
		for (size_t c = 0; c < run->n_clusters; c++) {
			if (g_str_has_prefix(run->text + byte, what) &&
				nth-- == 0) {
				glyph += inked(
					run, glyph, run->clusters[c].glyphs);
				return (run->x + run->glyphs[glyph].x) / EM;
			}
			byte += (size_t)run->clusters[c].bytes;
			glyph += (size_t)run->clusters[c].glyphs;
		}
	}
	g_error("no “%s” in the line", what);
}

static inline double at(const scene *s, size_t i, const char *what)
{
	return glyph_at(s, i, what, 0);
}

static inline double line_end(const scene *s, size_t i)
{
	return (s->lines->lines[i].x + s->lines->lines[i].width_pt) / EM;
}

/* The face of the run that holds a string. */
static inline const char *family_of(const scene *s, size_t i, const char *what)
{
	const jb_line *line = &s->lines->lines[i];

	for (size_t r = 0; r < line->n_runs; r++)
		if (strstr(line->runs[r].text, what))
			return jb_face_family(line->runs[r].face);
	g_error("no “%s” in the line", what);
}

static inline char *messages(const scene *s)
{
	char *text = jb_diags_text(s->diags);
	char *copy = jb_strdup(s->arena, text);

	g_free(text);
	return copy;
}

#endif
