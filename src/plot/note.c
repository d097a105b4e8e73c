/* note.c - what has no place at its mark is said under the plot. */
#include "plot/plan.h"

#include "plot/marks.h"

static const double notes_gap = 4;

void jb_note_add(jb_plot *plot, const char *text, const jb_figure *figure)
{
	jb_rich_piece piece = {
		.text = jb_sprintf(plot->desk->arena, "%s%s",
			plot->notes->len ? "；" : "", text),
		.figure = figure ? figure->id : NULL,
		.pos = figure ? figure->value_pos : plot->picture->picture->pos,
	};

	g_array_append_val(plot->notes, piece);
}

void jb_note_empty(jb_plot *plot)
{
	jb_note_add(plot, "无底色的没有数据", NULL);
}

void jb_note_unsaid(jb_plot *plot)
{
	jb_note_add(plot, "放不下的数值未标出", NULL);
}

void jb_notes_put(jb_plot *plot)
{
	const jb_rich *rich;
	jb_group *words;

	rich = jb_rich_take(plot->desk->arena, plot->notes);
	plot->notes = NULL;
	if (jb_rich_empty(rich))
		return;
	words = jb_set_text(plot->desk, rich,
		jb_desk_style(plot->desk, JB_PLOT_SMALL), NULL, plot->width,
		NULL);
	plot->group->height += notes_gap;
	jb_group_place(plot->group, words, 0, plot->group->height);
	plot->group->height += words->height;
}
