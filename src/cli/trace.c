/* jianbao trace: the scene as text, for somebody who writes a layout. */
#include "cli/cli.h"

#include <stdio.h>

static void print_pages(const jb_session *s)
{
	fputs(jb_scene_dump(s->arena, s->doc->scene), stdout);
}

int jb_cli_trace(int argc, char **argv)
{
	return jb_cli_show(argc, argv,
		"Prints the pages as text: one item a line, with "
		"its place in mm, its font and ink, and the line "
		"of YAML it comes from.",
		print_pages);
}
