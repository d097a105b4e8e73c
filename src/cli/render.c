/* jianbao render: the pages as a PDF, or each as a PNG or SVG. */
#include "cli/cli.h"

static int render(jb_session *s, const char *report, const jb_options *o)
{
	int code = jb_cli_check_output(o, report);

	if (code == JB_EXIT_OK)
		code = jb_cli_make(s, report, o);
	if (code == JB_EXIT_OK)
		code = jb_cli_write(
			s->arena, s->doc->scene, o, s->doc->report->name);
	return code;
}

int jb_cli_render(int argc, char **argv)
{
	jb_options o = {.dpi = 144};
	const GOptionEntry entries[] = {
		{"output", 'o', 0, G_OPTION_ARG_FILENAME, &o.output,
			"The file to write; the report's name if not given",
			"FILE"},
		JB_PAGE_OPTIONS(o),
		{"format", 'f', 0, G_OPTION_ARG_STRING, &o.format,
			"pdf, or png or svg for one file a page", "FORMAT"},
		{"dpi", 0, 0, G_OPTION_ARG_INT, &o.dpi,
			"Pixels an inch of a PNG (144)", "N"},
		{"strict", 0, 0, G_OPTION_ARG_NONE, &o.strict,
			"Warnings fail, too, and leave no file", NULL},
		G_OPTION_ENTRY_NULL,
	};
	jb_session s = {0};
	int code = JB_EXIT_USAGE;

	if (jb_cli_options("Makes the pages of a report.", "REPORT", entries,
		    &argc, &argv)) {
		if (argc == 2)
			code = render(&s, argv[1], &o);
		else
			jb_cli_fail(0, "render takes one report");
	}
	jb_cli_close(&s);
	jb_cli_free(&o);
	return code;
}
