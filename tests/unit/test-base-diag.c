/* test-base-diag.c - the exact words and carets of messages. */
#include <string.h>
#include <glib.h>

#include "base/diag.h"

typedef struct desk {
	jb_arena *arena;
	jb_diags *diags;
} desk;

static desk sit_down(void)
{
	jb_arena *a = jb_arena_open();

	return (desk){a, jb_diags_new(a)};
}

static jb_source *sheet(desk *d, const char *text)
{
	return jb_source_new(d->arena, "a.yaml", text, strlen(text));
}

static void leave(desk *d, const char *want)
{
	g_autofree char *text = jb_diags_text(d->diags);

	g_assert_cmpstr(text, ==, want);
	jb_arena_close(d->arena);
}

static void shows_line_caret_and_hint(void)
{
	desk d = sit_down();
	jb_source *src = sheet(&d, "one\n\n    vlaue: 38\n");

	jb_error(d.diags, (jb_pos){src, 3, 5}, "unknown key “%s”", "vlaue");
	jb_span_chars(d.diags, 5);
	jb_hint(d.diags, "did you mean “value”?");
	g_assert_cmpuint(jb_diags_errors(d.diags), ==, 1);
	leave(&d, "a.yaml:3:5: error: unknown key “vlaue”\n"
		  "        vlaue: 38\n"
		  "        ^~~~~\n"
		  "    hint: did you mean “value”?\n");
}

static void caret_counts_cells(void)
{
	desk d = sit_down();
	jb_source *src = sheet(&d, "标题\t西部: e\xCC\x81x");

	jb_error(d.diags, (jb_pos){src, 1, 4}, "wide");
	jb_span_chars(d.diags, 2);
	jb_error(d.diags, (jb_pos){src, 1, 10}, "after a combining mark");
	leave(&d, "a.yaml:1:4: error: wide\n"
		  "    标题 西部: e\xCC\x81x\n"
		  "         ^~~~\n"
		  "a.yaml:1:10: error: after a combining mark\n"
		  "    标题 西部: e\xCC\x81x\n"
		  "                ^\n");
}

/* What is known later goes under the message that was said, by whomever. */
static void hints_may_come_late(void)
{
	desk d = sit_down();
	jb_source *src = sheet(&d, "a: 1\na: 2\n");
	jb_message *first, *again;

	g_assert_null(jb_diags_newest(d.diags));
	jb_error(d.diags, (jb_pos){src, 1, 1}, "too high");
	first = jb_diags_newest(d.diags);
	jb_error(d.diags, (jb_pos){src, 2, 1}, "too wide");
	g_assert_true(jb_diags_newest(d.diags) != first);
	jb_error(d.diags, (jb_pos){src, 1, 1}, "too high");
	again = jb_diags_newest(d.diags);
	g_assert_true(again == first);
	jb_hint(d.diags, "not said twice");
	jb_hint_to(d.diags, again, "it stands on page %d", 3);
	jb_hint_to(d.diags, NULL, "of nothing");
	leave(&d, "a.yaml:1:1: error: too high\n"
		  "    a: 1\n"
		  "    ^\n"
		  "    hint: it stands on page 3\n"
		  "a.yaml:2:1: error: too wide\n"
		  "    a: 2\n"
		  "    ^\n");
}

static void notes_have_their_own_place(void)
{
	desk d = sit_down();
	jb_source *src = sheet(&d, "a: 1\na: 2\n");

	jb_error(d.diags, (jb_pos){src, 2, 1}, "key “a” is given twice");
	jb_also(d.diags, (jb_pos){src, 1, 1}, "first here");
	leave(&d, "a.yaml:2:1: error: key “a” is given twice\n"
		  "    a: 2\n    ^\n"
		  "a.yaml:1:1: note: first here\n"
		  "    a: 1\n    ^\n");
}

static void no_place_no_line(void)
{
	desk d = sit_down();
	jb_source *src = sheet(&d, "a\n");

	jb_warning(d.diags, (jb_pos){0}, "from nowhere");
	jb_error(d.diags, (jb_pos){src, 0, 0}, "the whole file");
	jb_error(d.diags, (jb_pos){src, 2, 1}, "past the end");
	g_assert_cmpuint(jb_diags_warnings(d.diags), ==, 1);
	leave(&d, "warning: from nowhere\n"
		  "a.yaml: error: the whole file\n"
		  "a.yaml:2:1: error: past the end\n");
}

static void ordered_by_place_and_said_once(void)
{
	desk d = sit_down();
	jb_source *src = sheet(&d, "ab\ncd");

	jb_error(d.diags, (jb_pos){src, 2, 1}, "three");
	jb_error(d.diags, (jb_pos){src, 1, 2}, "two");
	jb_error(d.diags, (jb_pos){src, 1, 1}, "one");
	jb_error(d.diags, (jb_pos){src, 2, 1}, "three");
	jb_hint(d.diags, "lost with the message it belongs to");
	g_assert_cmpuint(jb_diags_errors(d.diags), ==, 3);
	leave(&d, "a.yaml:1:1: error: one\n    ab\n    ^\n"
		  "a.yaml:1:2: error: two\n    ab\n     ^\n"
		  "a.yaml:2:1: error: three\n    cd\n    ^\n");
}

static void terminal_is_safe(void)
{
	desk d = sit_down();
	jb_source *src = sheet(&d, "a\x1B[31m\xE2\x80\xAE\xFFz");

	jb_error(d.diags, (jb_pos){src, 1, 8}, "say “\x1B\n”");
	leave(&d, "a.yaml:1:8: error: say “<U+001B><U+000A>”\n"
		  "    a<U+001B>[31m<U+202E>�z\n"
		  "                         ^\n");
}

static void long_lines_are_cut(void)
{
	g_autofree char *line = g_strnfill(1 << 20, 'x');
	g_autofree char *side = g_strnfill(50, 'x');
	g_autofree char *gap = g_strnfill(50, ' ');
	g_autofree char *want = g_strdup_printf("a.yaml:1:500001: error: m\n"
						"    …%sY%.49s…\n"
						"     %s^\n",
		side, side, gap);
	desk d = sit_down();

	line[500000] = 'Y';
	jb_error(d.diags, (jb_pos){sheet(&d, line), 1, 500001}, "m");
	leave(&d, want);
}

static void many_messages_are_counted(void)
{
	desk d = sit_down();
	g_autofree char *text = NULL;

	for (int i = 0; i < 1000; i++) {
		jb_error(d.diags, (jb_pos){0}, "number %d", i);
		jb_hint(d.diags, "hint");
	}
	g_assert_cmpuint(jb_diags_errors(d.diags), ==, 1000);
	text = jb_diags_text(d.diags);
	g_assert_true(
		g_str_has_suffix(text, "error: number 199\n    hint: hint\n"
				       "note: 800 more messages\n"));
	jb_arena_close(d.arena);
}

static void long_texts_are_cut(void)
{
	g_autofree char *quoted = g_strnfill(1 << 20, 'q');
	desk d = sit_down();
	g_autofree char *text = NULL;

	jb_error(d.diags, (jb_pos){0}, "“%s”", quoted);
	text = jb_diags_text(d.diags);
	g_assert_cmpuint(strlen(text), <, 2100);
	g_assert_true(g_str_has_suffix(text, "q…\n"));
	jb_arena_close(d.arena);
}

static void width_of_characters(void)
{
	g_assert_cmpint(jb_char_width('a'), ==, 1);
	g_assert_cmpint(jb_char_width(0x897F), ==, 2); /* 西 */
	g_assert_cmpint(jb_char_width(0xFF1A), ==, 2); /* ： */
	g_assert_cmpint(jb_char_width(0x0301), ==, 0);
	g_assert_cmpint(jb_char_width(0x201C), ==, 1); /* “, ambiguous */
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/diag/caret", shows_line_caret_and_hint);
	g_test_add_func("/diag/cells", caret_counts_cells);
	g_test_add_func("/diag/late", hints_may_come_late);
	g_test_add_func("/diag/notes", notes_have_their_own_place);
	g_test_add_func("/diag/no-place", no_place_no_line);
	g_test_add_func("/diag/order", ordered_by_place_and_said_once);
	g_test_add_func("/diag/terminal", terminal_is_safe);
	g_test_add_func("/diag/long-line", long_lines_are_cut);
	g_test_add_func("/diag/many", many_messages_are_counted);
	g_test_add_func("/diag/long-text", long_texts_are_cut);
	g_test_add_func("/diag/width", width_of_characters);
	return g_test_run();
}
