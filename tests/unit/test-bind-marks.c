/* Marks bound: looks of pieces, items apart, notes by number, places. */
#include <string.h>
#include <glib.h>

#include "bind/bind.h"
#include "bind/scope.h"

typedef struct bound {
	jb_arena *arena;
	jb_diags *diags;
	jb_report *report;
	struct jb_binding binding;
} bound;

#define HEAD                                                               \
	"jianbao: report/1\n"                                              \
	"meta: {name: t, title: \"[园]{.name}[志]{.title}\"}\n"          \
	"figures:\n"                                                       \
	"  trees: {value: 38, unit: 棵, label: 树, short: \"**树**\", " \
	"note: \"**数**的\"}\n"                                          \
	"footnotes:\n"                                                     \
	"  one: 共*${trees}*。\n"                                        \
	"  two: \"[甲]{.name}乙\"\n"                                     \
	"sections:\n"                                                      \
	"  - id: s\n"                                                      \
	"    title: 节\n"

/* A report whose prose begins at line 12, column 7. */
static bound open_prose(const char *prose)
{
	bound b = {.arena = jb_arena_open()};
	char *yaml =
		jb_sprintf(b.arena, HEAD "    prose: |\n      %s\n", prose);
	g_autofree char *said = NULL;

	b.diags = jb_diags_new(b.arena);
	b.report = jb_report_read(b.arena, b.diags,
		jb_source_new(b.arena, "r.yaml", yaml, strlen(yaml)), NULL);
	said = jb_diags_text(b.diags);
	if (strstr(said, "error"))
		g_assert_cmpstr(said, ==, "");
	b.binding.arena = b.arena;
	b.binding.diags = b.diags;
	b.binding.report = b.report;
	return b;
}

/* Pieces as text@line:col, with their looks: s bold, mN marks N, iN item,
 * r l g ruby link lang, nN note, D display, =figure. */
static char *shown(const jb_rich *rich)
{
	GString *out = g_string_new(NULL);

	for (size_t i = 0; i < rich->n; i++) {
		const jb_rich_piece *p = &rich->pieces[i];
		const jb_look *look = p->look;
		g_autofree char *text = g_strstrip(g_strdup(p->text));

		g_string_append_printf(out, "%s%s@%u:%u", i ? " " : "", text,
			p->pos.line, p->pos.col);
		if (p->figure)
			g_string_append_printf(out, "=%s", p->figure);
		if (look && look->strong)
			g_string_append(out, "/s");
		if (look && look->marks)
			g_string_append_printf(out, "/m%u", look->marks);
		if (look && look->item)
			g_string_append_printf(out, "/i%u", look->item);
		if (look && look->ruby)
			g_string_append_printf(out, "/r%s", look->ruby);
		if (look && look->link)
			g_string_append_printf(out, "/l%s", look->link);
		if (look && look->lang)
			g_string_append_printf(out, "/g%s", look->lang);
		if (look && look->note)
			g_string_append_printf(out, "/n%d", look->note);
		if (look && look->icon)
			g_string_append_printf(out, "/k%s", look->icon);
		if (look && look->display)
			g_string_append(out, "/D");
	}
	return g_string_free(out, FALSE);
}

static void check(const char *prose, const char *want, const char *want_notes)
{
	bound b = open_prose(prose);
	GString *all = g_string_new(NULL);
	jb_footnote **notes;
	size_t n;
	g_autofree char *got = shown(jb_bind_prose(
		&b.binding, b.report->sections[0].prose, &notes, &n));

	for (size_t i = 0; i < n; i++) {
		g_autofree char *text = shown(notes[i]->text);

		g_string_append_printf(all, "%d: %s\n", notes[i]->number, text);
	}
	g_assert_cmpstr(got, ==, want);
	g_assert_cmpstr(all->str, ==, want_notes);
	g_string_free(all, TRUE);
	jb_arena_close(b.arena);
}

#define ICON "\xef\xbf\xbc\xe2\x81\xa0"

/* An icon is one piece, before all that its span holds. */
static void icons(void)
{
	check("[甲]{icon=park}", ICON "@12:7/i1/kpark 甲@12:8/i1 @12:21", "");
	check("**[${trees}]{icon=tree .name}**",
		ICON "@12:9/s/i1/ktree 38棵@12:10=trees/s/m2/i1 @12:38", "");
	check("[*甲*乙]{icon=park}",
		ICON "@12:7/i1/kpark 甲@12:9/m1/i1 乙@12:11/i1 @12:24", "");
}

static void looks(void)
{
	check("甲**乙**丙", "甲@12:7 乙@12:10/s 丙@12:13", "");
	check("**共${trees}**", "共@12:9/s 38棵@12:10=trees/s @12:20", "");
	check("*甲*~~乙~~", "甲@12:8/m1 乙@12:12/m8 @12:15", "");
	check("[甲]{ruby=jiǎ lang=zh}[乙](https://a.cn)",
		"甲@12:8/i1/rjiǎ/gzh 乙@12:29/lhttps://a.cn @12:45", "");
	check("[${trees}]{.display}", "38棵@12:8=trees/i1/D @12:27", "");
}

/* Each span is an item of its own, so that lines under neighbours part. */
static void items(void)
{
	check("[甲]{.name}[乙]{.name}[丙*丁*]{.title}",
		"甲@12:8/m2/i1 乙@12:18/m2/i2 丙@12:28/m4/i3 丁@12:30/m5/i3 "
		"@12:41",
		"");
}

static void texts_in_marks(void)
{
	bound b = open_prose("**${trees.label}**");
	g_autofree char *prose = shown(
		jb_bind_report_text(&b.binding, b.report->sections[0].prose));
	g_autofree char *title =
		shown(jb_bind_report_text(&b.binding, b.report->title));

	g_assert_cmpstr(prose, ==, "树@4:38/s @12:25");
	/* items go on from text to text */
	g_assert_cmpstr(title, ==, "园@2:26/m2/i1 志@2:36/m4/i2");
	jb_arena_close(b.arena);
}

static void notes(void)
{
	check("甲^[乙*丙*]丁[^one]戊[^two][^one]",
		"甲@12:7 1@12:8/n1 丁@12:15 2@12:16/n2 戊@12:22 3@12:23/n3 "
		"2@12:29/n2 @12:35",
		"1: 乙@12:10 丙@12:12/m1\n"
		"2: 共@6:8 38棵@6:10=trees/m1 。@6:19\n"
		"3: 甲@7:10/m2/i1 乙@7:19\n");
	check("**甲[^one]**", "甲@12:9/s 1@12:10/s/n1 @12:18",
		"1: 共@6:8 38棵@6:10=trees/m1 。@6:19\n");
}

/* Only prose that can print them has notes. */
static void notes_nowhere(void)
{
	bound b = open_prose("甲[^one]乙^[丙]");
	g_autofree char *got = shown(
		jb_bind_report_text(&b.binding, b.report->sections[0].prose));

	g_assert_cmpstr(got, ==, "甲@12:7 乙@12:14 @12:19");
	jb_arena_close(b.arena);
}

static void bare(void)
{
	bound b = open_prose("**甲**[乙]{.name}^[丙]*${trees}*");
	jb_footnote **all;
	size_t n;
	const jb_rich *rich = jb_bind_prose(
		&b.binding, b.report->sections[0].prose, &all, &n);
	const jb_rich *unmarked = jb_rich_unmarked(b.arena, rich);

	g_assert_cmpstr(jb_rich_text(b.arena, rich), ==, "甲乙38棵\n");
	g_assert_cmpstr(jb_rich_text(b.arena, unmarked), ==, "甲乙38棵\n");
	for (size_t i = 0; i < unmarked->n; i++)
		g_assert_null(unmarked->pieces[i].look);
	g_assert_null(jb_rich_unmarked(b.arena, NULL));
	jb_arena_close(b.arena);
}

static void paragraphs(void)
{
	bound b = open_prose("甲**乙\n      丙**\n\n      丁word\n      "
			     "[^one]\n      word^[戊]\n      more");
	jb_footnote **all;
	size_t n, n_paragraphs;
	const jb_rich *rich = jb_bind_prose(
		&b.binding, b.report->sections[0].prose, &all, &n);
	const jb_rich **p = jb_rich_paragraphs(b.arena, rich, &n_paragraphs);
	g_autofree char *first = shown(p[0]), *second = shown(p[1]);

	g_assert_cmpuint(n_paragraphs, ==, 2);
	g_assert_cmpstr(first, ==, "甲@12:7 乙丙@12:10/s");
	g_assert_cmpstr(second, ==,
		"丁word@15:7 1@16:7/n1 word@17:7 2@17:11/n2 more@18:7");
	/* words keep their distance over a mark and the end of its line */
	g_assert_cmpstr(p[1]->pieces[2].text, ==, " word");
	g_assert_cmpstr(p[1]->pieces[4].text, ==, " more");
	jb_arena_close(b.arena);
}

/* An alias is one text at two places: it may hold what both may. */
static void aliases(void)
{
	static const char yaml[] =
		"jianbao: report/1\n"
		"meta: {name: t, title: 题}\n"
		"figures:\n"
		"  a: {value: 1, unit: 个, label: &x \"*甲*\", note: *x}\n"
		"sections: [{id: s, title: 节}]\n";
	bound b = open_prose("甲");
	jb_report *report = jb_report_read(b.arena, b.diags,
		jb_source_new(b.arena, "a.yaml", yaml, strlen(yaml)), NULL);
	const jb_figure *a = jb_report_figure(report, "a");

	b.binding.report = report;
	g_assert_true(a->note == a->label);
	g_assert_cmpstr(
		jb_rich_text(b.arena, jb_bind_report_text(&b.binding, a->note)),
		==, "*甲*");
	jb_arena_close(b.arena);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/bind/marks/looks", looks);
	g_test_add_func("/bind/marks/icons", icons);
	g_test_add_func("/bind/marks/items", items);
	g_test_add_func("/bind/marks/nested", texts_in_marks);
	g_test_add_func("/bind/marks/notes", notes);
	g_test_add_func("/bind/marks/notes-nowhere", notes_nowhere);
	g_test_add_func("/bind/marks/bare", bare);
	g_test_add_func("/bind/marks/paragraphs", paragraphs);
	g_test_add_func("/bind/marks/aliases", aliases);
	return g_test_run();
}
