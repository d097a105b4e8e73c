/* jianbao figures: one number, one place - and every place it is printed. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "model/wording.h"

static void print_figure(
	jb_arena *arena, const jb_figure *f, const GArray *appearances)
{
	size_t n = 0;

	printf("%s\t%s\t%s:%u\n", f->id, jb_wording_text(arena, f),
		f->pos.src->name, f->pos.line);
	for (guint i = 0; i < appearances->len; i++) {
		const jb_appearance *a =
			&g_array_index(appearances, jb_appearance, i);

		if (strcmp(a->figure, f->id) != 0)
			continue;
		printf("\tpage %d\tx %.1f mm\ty %.1f mm\t%s\n", a->page,
			a->x_mm, a->y_mm, a->text ? a->text : "");
		n++;
	}
	if (!n)
		puts("\tnot printed");
}

static void print_all(const jb_session *s)
{
	const jb_report *report = s->doc->report;
	GArray *all = jb_scene_appearances(s->arena, s->doc->scene);

	for (guint i = 0; i < report->figures->len; i++)
		print_figure(s->arena, report->figures->pdata[i], all);
	for (guint i = 0; i < report->cells->len; i++)
		print_figure(s->arena, report->cells->pdata[i], all);
}

int jb_cli_figures(int argc, char **argv)
{
	return jb_cli_show(argc, argv,
		"Lists each figure of a report: id, wording, place "
		"in the file, and every place on paper.",
		print_all);
}
