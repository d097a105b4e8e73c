/* jianbao fonts: what a theme may name. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

int jb_cli_fonts(int argc, char **argv)
{
	gboolean files = FALSE;
	const GOptionEntry entries[] = {
		{"files", 0, 0, G_OPTION_ARG_NONE, &files,
			"Name the file of each weight", NULL},
		G_OPTION_ENTRY_NULL,
	};
	jb_arena *arena;
	jb_shop shop = {0};
	const jb_font_info *list;
	size_t n;

	if (!jb_cli_options("Lists the font families and weights that a theme "
			    "may name.",
		    NULL, entries, &argc, &argv))
		return JB_EXIT_USAGE;
	if (argc != 1)
		return jb_cli_fail(JB_EXIT_USAGE, "fonts takes no file");
	arena = jb_arena_open();
	if (!jb_cli_open_fonts(arena, &shop)) {
		jb_arena_close(arena);
		return JB_EXIT_SOFTWARE;
	}
	list = jb_fonts_list(shop.fonts, &n);
	for (size_t i = 0; i < n; i++) {
		bool next = i + 1 < n &&
			    !strcmp(list[i].family, list[i + 1].family);

		if (files) {
			printf("%s\t%d\t%s:%d\n", list[i].family,
				list[i].weight, list[i].file, list[i].index);
			continue;
		}
		if (i == 0 || strcmp(list[i].family, list[i - 1].family) != 0)
			printf("%s\t", list[i].family);
		if (!next || list[i].weight != list[i + 1].weight)
			printf("%d%s", list[i].weight,
				next		   ? " "
				: list[i].fallback ? "\tfallback\n"
						   : "\n");
	}
	jb_fonts_close(shop.fonts);
	jb_arena_close(arena);
	return JB_EXIT_OK;
}
