/* test-model-report.h - reports in a string, and what is said about them. */
#ifndef TEST_MODEL_REPORT_H
#define TEST_MODEL_REPORT_H

#include <string.h>
#include <glib.h>

#include "model/recipe.h"
#include "model/report.h"

struct read {
	jb_arena *arena;
	jb_diags *diags;
	jb_report *report;
	char *said; /* messages, notes and hints, without quoted lines */
};

static inline char *messages(const jb_diags *diags)
{
	g_autofree char *all = jb_diags_text(diags);
	g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
	GString *kept = g_string_new(NULL);

	for (int i = 0; lines[i]; i++) {
		if (g_str_has_prefix(lines[i], "r:"))
			g_string_append_printf(kept, "%s\n", lines[i] + 2);
		else if (g_str_has_prefix(lines[i], "    hint: "))
			g_string_append_printf(kept, "%s\n", lines[i] + 4);
	}
	return g_string_free(kept, FALSE);
}

static inline GHashTable *shipped_recipes(const struct read *r)
{
	GHashTable *recipes = jb_recipes_new(r->arena);
	GError *error = NULL;

	jb_recipes_open(r->arena, r->diags, recipes, "charts", &error);
	g_assert_no_error(error);
	return recipes;
}

static inline struct read read_text(const char *text)
{
	struct read r = {jb_arena_open(), NULL, NULL, NULL};

	r.diags = jb_diags_new(r.arena);
	r.report = jb_report_read(r.arena, r.diags,
		jb_source_new(r.arena, "r", text, strlen(text)), shipped_recipes(&r));
	r.said = messages(r.diags);
	return r;
}

static inline void done(struct read *r)
{
	g_free(r->said);
	jb_arena_close(r->arena);
}

/* What is asked stands from line 4 on; the rest of a report comes behind. */
#define HEAD "jianbao: report/1\nmeta: {name: r, title: 题}\n# asked:\n"
#define SECTIONS "sections:\n- {id: one, title: 一}\n"
#define FIGURES                                                            \
	"figures:\n  a: {value: 3, unit: 个, label: 甲}\n"               \
	"  b: {value: 10, unit: 个, label: 乙}\n"                        \
	"  c: {value: 2.50, unit: 亿元, label: 丙}\n"                   \
	"  d: {value: 40, unit: 分钟, label: 丁}\n"                     \
	"  e: {value: 26, unit: \"%\", label: 戊, direction: down}\n"     \
	"  f: {value: null, missing: not_stated, unit: 个, label: 己}\n" \
	"  g: {value: 90, unit: 分钟, label: 庚}\n"

static inline void expect(const char *text, const char *want)
{
	struct read r = read_text(text);

	g_assert_cmpstr(r.said, ==, want);
	done(&r);
}

struct sample {
	const char *asked, *want;
};

/* Samples are the lines of one table, placed behind HEAD. */
static inline void expect_each(const struct sample *samples, size_t n,
	const char *before, const char *after)
{
	for (size_t i = 0; i < n; i++) {
		g_autofree char *text = g_strconcat(
			HEAD, before, samples[i].asked, "\n", after, NULL);

		expect(text, samples[i].want);
	}
}

#define EXPECT_EACH(samples, before, after) \
	expect_each(samples, G_N_ELEMENTS(samples), before, after)

static inline void expect_value(
	const struct read *r, const char *id, const char *want)
{
	const jb_figure *figure = jb_report_figure(r->report, id);

	g_assert_true(figure->has_value);
	g_assert_cmpstr(jb_decimal_text(r->arena, figure->value), ==, want);
}

#endif
