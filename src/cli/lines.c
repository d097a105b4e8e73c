/* lines.c - the lines of a scene as plain text: where each one ends. */
#include "cli/cli.h"

#include <stdio.h>

static void put_line(const jb_line *line)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (size_t i = 0; i < line->n_runs; i++)
		g_string_append_len(
			text, line->runs[i].text, (gssize)line->runs[i].len);
	/* a space that the line ends at has no width */
	while (text->len && text->str[text->len - 1] == ' ')
		g_string_truncate(text, text->len - 1);
	printf("%s%s\n", text->str, line->hyphen ? "-" : "");
}

void jb_cli_put_lines(const jb_scene *scene)
{
	for (unsigned i = 0; i < scene->leaves->len; i++) {
		const jb_leaf *leaf = g_ptr_array_index(scene->leaves, i);

		if (i > 0)
			puts("");
		for (unsigned k = 0; k < leaf->group->items->len; k++) {
			const jb_item *item =
				g_ptr_array_index(leaf->group->items, k);

			if (item->line)
				put_line(item->line);
		}
	}
}
