/* test-model-nest.c - texts that name texts, within bounds. */
#include <string.h>
#include <glib.h>

#include "model/resolve.h"

typedef struct reading {
	jb_arena *arena;
	jb_diags *diags;
	jb_report *report;
} reading;

static reading read_text(const char *text)
{
	reading r = {.arena = jb_arena_open()};

	r.diags = jb_diags_new(r.arena);
	r.report = jb_report_read(r.arena, r.diags,
		jb_source_new(r.arena, "a.yaml", text, strlen(text)), NULL);
	return r;
}

/* n figures; each label but the last has the next one's, `times` times. */
static char *chain(unsigned n, unsigned times)
{
	GString *out = g_string_new("jianbao: report/1\n"
				    "meta: {name: t, title: 标题}\n"
				    "sections: [{id: one, title: 甲}]\n"
				    "figures:\n");

	for (unsigned i = 0; i < n; i++) {
		g_string_append_printf(
			out, "  %c: {value: 1, unit: 个, label: \"甲", 'a' + i);
		for (unsigned k = 0; k < times && i + 1 < n; k++)
			g_string_append_printf(out, "${%c.label}", 'a' + i + 1);
		g_string_append(out, "\"}\n");
	}
	return g_string_free(out, FALSE);
}

/* Wants this message alone, without the lines below it. */
static void assert_says(const char *text, const char *want)
{
	reading r = read_text(text);
	g_autofree char *said = jb_diags_text(r.diags);
	char *eol = strchr(said, '\n');

	g_assert_cmpuint(jb_diags_errors(r.diags), ==, 1);
	if (eol)
		*eol = '\0';
	g_assert_cmpstr(said, ==, want);
	jb_arena_close(r.arena);
}

static void eight_levels_are_filled(void)
{
	g_autofree char *text = chain(8, 1);
	reading r = read_text(text);

	g_assert_cmpuint(jb_diags_errors(r.diags), ==, 0);
	g_assert_cmpstr(jb_report_fill(r.arena, r.report,
				jb_report_figure(r.report, "a")->label),
		==, "甲甲甲甲甲甲甲甲");
	jb_arena_close(r.arena);
}

static void nine_levels_are_refused(void)
{
	g_autofree char *text = chain(9, 1);

	assert_says(text, "a.yaml:12:35: error: “${i.label}” nests texts too "
			  "deep");
}

static void growth_is_refused(void)
{
	g_autofree char *text = chain(7, 10);

	assert_says(text, "a.yaml:6:33: error: this text grows too long when "
			  "it is filled");
}

static void circles_are_refused(void)
{
	static const char text[] =
		"jianbao: report/1\n"
		"meta: {name: t, title: 标题}\n"
		"figures:\n"
		"  a: {value: 1, unit: 个, label: \"甲${b.label}\"}\n"
		"  b: {value: 1, unit: 个, label: \"乙${a.label}\"}\n"
		"sections: [{id: one, title: 甲}]\n";

	assert_says(text, "a.yaml:5:35: error: “${a.label}” leads back to "
			  "this text");
}

static void a_text_may_name_its_own_figure(void)
{
	static const char text[] =
		"jianbao: report/1\n"
		"meta: {name: t, title: 标题}\n"
		"scopes: {zone2: 二区}\n"
		"figures:\n"
		"  a: {value: 3, unit: 期, label: \"分${a}\", scope: zone2}\n"
		"sections: [{id: one, title: 甲}]\n";
	reading r = read_text(text);

	g_assert_cmpuint(jb_diags_errors(r.diags), ==, 0);
	/* nor is the digit of a scope's id a number typed by hand */
	g_assert_cmpuint(jb_diags_warnings(r.diags), ==, 0);
	jb_arena_close(r.arena);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/model/nest/eight", eight_levels_are_filled);
	g_test_add_func("/model/nest/nine", nine_levels_are_refused);
	g_test_add_func("/model/nest/growth", growth_is_refused);
	g_test_add_func("/model/nest/circle", circles_are_refused);
	g_test_add_func("/model/nest/own", a_text_may_name_its_own_figure);
	return g_test_run();
}
