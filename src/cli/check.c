/* jianbao check: every mistake of a report, and the proof of its figures. */
#include "cli/cli.h"

#include <stdio.h>

#include "base/messages.h"

static int prove(jb_session *s, const char *path)
{
	GError *error = NULL;
	jb_source *text = jb_source_read(s->arena, path, &error);
	jb_diags *diags = jb_diags_new(s->arena);
	jb_proof proof;

	if (!text) {
		jb_cli_fail(0, "%s", error->message);
		g_clear_error(&error);
		return JB_EXIT_NOINPUT;
	}
	proof = jb_report_against(s->arena, diags, s->doc->report, text);
	jb_cli_print(diags);
	printf(jb_tr("%zu figures, %zu dates and %zu paragraphs stand in %s as "
		     "worded\n"),
		proof.figures, proof.events, proof.paragraphs, path);
	return jb_diags_errors(diags) ? JB_EXIT_DATA : JB_EXIT_OK;
}

int jb_cli_check(int argc, char **argv)
{
	jb_options o = {0};
	const GOptionEntry entries[] = {
		JB_PAGE_OPTIONS(o),
		{"against", 'a', 0, G_OPTION_ARG_FILENAME, &o.against,
			"Prove each figure, date and paragraph in a text",
			"FILE"},
		{"strict", 0, 0, G_OPTION_ARG_NONE, &o.strict,
			"Warnings fail, too", NULL},
		G_OPTION_ENTRY_NULL,
	};
	jb_session s = {0};
	int code;

	if (!jb_cli_options("Finds every mistake of a report, as if it were "
			    "rendered; writes nothing.",
		    "REPORT", entries, &argc, &argv))
		return JB_EXIT_USAGE;
	if (argc != 2)
		return jb_cli_fail(JB_EXIT_USAGE, "check takes one report");
	code = jb_cli_make(&s, argv[1], &o);
	if (code == JB_EXIT_OK && o.against)
		code = prove(&s, o.against);
	if (code == JB_EXIT_OK)
		printf(jb_tr("%s: %u figures, %u pages, no mistakes\n"),
			argv[1], s.doc->report->figures->len +
				s.doc->report->cells->len,
			s.doc->scene->leaves->len);
	jb_cli_close(&s);
	jb_cli_free(&o);
	return code;
}
