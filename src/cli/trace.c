/* jianbao trace: the scene as text, for somebody who writes a layout. */
#include "cli/cli.h"

#include <stdio.h>

int jb_cli_trace(int argc, char **argv)
{
	jb_options o = {0};
	const GOptionEntry entries[] = {
		JB_PAGE_OPTIONS(o),
		G_OPTION_ENTRY_NULL,
	};
	jb_session s = {0};
	int code;

	if (!jb_cli_options("Prints the pages as text: one item a line, with "
			    "its place in mm, its font and ink, and the line "
			    "of YAML it comes from.",
		    "REPORT", entries, &argc, &argv))
		return JB_EXIT_USAGE;
	if (argc != 2)
		return jb_cli_fail(JB_EXIT_USAGE, "trace takes one report");
	code = jb_cli_make(&s, argv[1], &o);
	if (code == JB_EXIT_OK)
		fputs(jb_scene_dump(s.arena, s.doc->scene), stdout);
	jb_cli_close(&s);
	jb_cli_free(&o);
	return code;
}
