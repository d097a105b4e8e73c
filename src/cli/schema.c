/* jianbao schema: the languages, for editors and for the manual. */
#include "cli/cli.h"

#include <stdio.h>

#include "base/messages.h"
#include "model/schema.h"

int jb_cli_schema(int argc, char **argv)
{
	gboolean manual = FALSE;
	const GOptionEntry entries[] = {
		{"manual", 0, 0, G_OPTION_ARG_NONE, &manual,
			"As the reference of the manual page (mdoc)", NULL},
		G_OPTION_ENTRY_NULL,
	};
	jb_arena *arena;
	jb_tongue tongue = jb_messages_tongue();
	const char *text;

	if (!jb_cli_options("Prints the JSON Schema of a language: report, "
			    "layout or theme.",
		    "LANGUAGE", entries, &argc, &argv))
		return JB_EXIT_USAGE;
	if (argc != 2)
		return jb_cli_fail(JB_EXIT_USAGE,
			"schema takes one of: report, layout, theme");
	arena = jb_arena_open();
	text = manual ? jb_schema_manual(arena, argv[1], tongue)
		      : jb_schema_json(arena, argv[1], tongue);
	if (text)
		fputs(text, stdout);
	jb_arena_close(arena);
	return text ? JB_EXIT_OK
		    : jb_cli_fail(JB_EXIT_USAGE,
			      "there is no language “%s”: report, layout or "
			      "theme",
			      argv[1]);
}
