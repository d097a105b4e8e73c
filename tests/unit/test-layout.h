/* test-layout.h - what the tests of the layout share: a report and the pages of
 * a layout, given as text, become a scene; and facts about it in millimetres.
 *
 * The type area is 80 x 50 mm at 10, 10: ten lines of 5 mm with the baseline
 * at 4 mm, and six columns of 10 mm.  Half of it, 38 mm, holds ten characters
 * of the body.
 */
#ifndef JB_TEST_LAYOUT_H
#define JB_TEST_LAYOUT_H

#include <math.h>
#include <string.h>
#include <glib.h>

#include "base/length.h"
#include "layout/paginate.h"
#include "yaml/node.h"

typedef struct press {
	jb_arena *arena;
	jb_diags *diags;
	jb_fonts *fonts;
	jb_scene *scene;
} press;

static inline char *file_text(const char *path)
{
	GError *error = NULL;
	char *text;

	g_file_get_contents(path, &text, NULL, &error);
	g_assert_no_error(error);
	return text;
}

static inline const jb_source *source(
	press *p, const char *name, const char *text)
{
	return jb_source_new(p->arena, name, text, strlen(text));
}

static inline void press_open(press *p)
{
	GError *error = NULL;

	*p = (press){.arena = jb_arena_open()};
	p->diags = jb_diags_new(p->arena);
	p->fonts = jb_fonts_open("build/fonts/fonts.conf", &error);
	g_assert_no_error(error);
}

static inline void press_close(press *p)
{
	jb_fonts_close(p->fonts);
	jb_arena_close(p->arena);
}

/* A layout of two masters: “plain”, and “end”, which has 脚 at its foot. */
static inline const jb_layout *plain_layout(press *p, const char *pages)
{
	g_autofree char *styles = file_text("tests/scene/styles.yaml");
	g_autofree char *inks = file_text("tests/scene/theme.yaml");
	g_autofree char *text =
		g_strconcat("jianbao: layout/1\nname: test\ntheme: theme.yaml\n"
			    "page:\n"
			    "  size: [100mm, 70mm]\n"
			    "  margin: {top: 10mm, bottom: 10mm, inner: 10mm,"
			    " outer: 10mm}\n"
			    "  gutter: 4mm\n"
			    "  baseline: 5mm\n"
			    "  ascent: 4mm\n"
			    "masters: {plain: {}, end: {furniture: [{text: 脚,"
			    " at: {left: 0mm, top: 60mm}}]}}\n",
			pages, "styles:\n", styles, NULL);
	const jb_theme *theme = jb_theme_read(
		p->arena, p->diags, source(p, "theme.yaml", inks));

	return jb_layout_read(
		p->arena, p->diags, source(p, "layout.yaml", text), theme);
}

/* What comes after the head of a report. */
static inline const jb_report *plain_report(press *p, const char *rest)
{
	g_autofree char *text = g_strconcat("jianbao: report/1\n"
					    "meta: {name: test, title: 花园}\n",
		rest, NULL);

	return jb_report_read(
		p->arena, p->diags, source(p, "report.yaml", text), NULL);
}

/* The scene; the only messages are in p->diags. */
static inline void make(press *p, const char *report, const char *pages)
{
	const jb_layout *layout = plain_layout(p, pages);
	const jb_report *r = plain_report(p, report);
	jb_binding *binding;

	g_assert_cmpuint(jb_diags_errors(p->diags), ==, 0);
	binding = jb_bind_new(p->arena, p->diags, r, layout);
	p->scene = jb_scene_new(p->arena);
	p->scene->width_pt = layout->width_pt;
	p->scene->height_pt = layout->height_pt;
	jb_paginate(jb_desk_new(p->arena, p->diags, p->fonts, r, layout),
		binding, p->scene);
}

static inline guint pages(const press *p)
{
	return p->scene->leaves->len;
}

static inline GPtrArray *items(const press *p, guint page)
{
	const jb_leaf *leaf = p->scene->leaves->pdata[page];

	return leaf->group->items;
}

static inline double mm(double pt)
{
	return pt / JB_MM;
}

/* The first item of text on a page that begins with some words. */
static inline const jb_item *find_text(
	const press *p, guint page, const char *words)
{
	GPtrArray *all = items(p, page);

	for (guint i = 0; i < all->len; i++) {
		const jb_item *item = all->pdata[i];

		if (item->kind == JB_ITEM_TEXT &&
			strncmp(item->u.text.text, words, strlen(words)) == 0)
			return item;
	}
	g_error("“%s” is not on page %u", words, page + 1);
}

/* What was said begins so; "" is nothing at all. */
static inline void assert_said(const press *p, const char *text)
{
	g_autofree char *said = jb_diags_text(p->diags);

	if (!*text || !g_str_has_prefix(said, text))
		g_assert_cmpstr(said, ==, text);
}

/* A report: paragraphs of 3 to `most` characters; the same ones for the same
 * seed. */
static inline char *invent_prose(
	guint seed, int paragraphs, int most, GString *words)
{
	static const char *const hans[] = {
		"天", "地", "山", "水", "花", "木", "人"};
	GRand *dice = g_rand_new_with_seed(seed);
	GString *out = g_string_new(
		"figures: {}\nsections:\n"
		"  - id: a\n    title: 花园\n    role: lede\n    prose: |\n");

	for (int i = 0; i < paragraphs; i++) {
		int chars = g_rand_int_range(dice, 3, most + 1);

		g_string_append(out, "      ");
		for (int k = 0; k < chars; k++) {
			const char *han = hans[g_rand_int_range(
				dice, 0, G_N_ELEMENTS(hans))];

			g_string_append(out, han);
			g_string_append(words, han);
		}
		g_string_append(out, "\n\n");
	}
	g_rand_free(dice);
	return g_string_free(out, FALSE);
}

/* A number of lines, which is one. */
static inline guint whole(double value)
{
	g_assert_cmpfloat_with_epsilon(value, round(value), 0.001);
	g_assert_cmpfloat(value, >, -0.5);
	return (guint)lround(value);
}

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon(a, b, 0.01)

#endif
