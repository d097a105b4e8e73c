/* jianbao trace: the scene as text, or its bones drawn over it, for somebody
 * who writes a layout. */
#include "cli/cli.h"

#include <stdio.h>

/* With an output the pages are painted, else printed. */
static int trace(jb_session *s, const char *report, jb_options *o)
{
	int code = JB_EXIT_OK;

	if (o->output && !o->boxes)
		return jb_cli_fail(JB_EXIT_USAGE,
			"--output is for --boxes; `jianbao render` makes the "
			"pages alone");
	o->drawn = o->output != NULL;
	if (o->drawn)
		code = jb_cli_check_output(o, report);
	if (code == JB_EXIT_OK)
		code = jb_cli_make(s, report, o);
	if (code != JB_EXIT_OK)
		return code;
	if (o->drawn)
		return jb_cli_write(
			s->arena, s->doc->scene, o, s->doc->report->name);
	fputs(jb_scene_dump(s->arena, s->doc->scene), stdout);
	return code;
}

int jb_cli_trace(int argc, char **argv)
{
	jb_options o = {.dpi = 144};
	const GOptionEntry entries[] = {
		JB_PAGE_OPTIONS(o),
		{"boxes", 0, 0, G_OPTION_ARG_NONE, &o.boxes,
			"Where each block stands, too; with --output the "
			"pages with type area, columns, lines and blocks "
			"drawn over them",
			NULL},
		{"output", 'o', 0, G_OPTION_ARG_FILENAME, &o.output,
			"The file to write, by its ending a PDF, PNG or SVG",
			"FILE"},
		{"dpi", 0, 0, G_OPTION_ARG_INT, &o.dpi,
			"Pixels an inch of a PNG (144)", "N"},
		G_OPTION_ENTRY_NULL,
	};
	jb_session s = {0};
	int code = JB_EXIT_USAGE;

	if (jb_cli_options("Prints the pages as text: one item a line, with "
			   "its place in mm, its font and ink, and the line "
			   "of YAML it comes from.",
		    "REPORT", entries, &argc, &argv))
		code = argc == 2 ? trace(&s, argv[1], &o)
				 : jb_cli_fail(code, "%s takes one report",
					   argv[0]);
	jb_cli_close(&s);
	jb_cli_free(&o);
	return code;
}
