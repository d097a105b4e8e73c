/* Notes in columns: each a bold label and its text; a note is never cut. */
#include "layout/items.h"

#include <math.h>

enum { LABEL_GAP = 8 };

/* Where the texts start: after the widest label. */
static double text_x(jb_galley *galley)
{
	jb_desk *desk = galley->desk;
	const jb_style *label = jb_desk_style(desk, "note_label");
	double x = 0;

	for (size_t i = 0; i < galley->block->n_notes; i++)
		x = fmax(x, jb_text_width(desk, galley->block->notes[i].label,
				    label, 0));
	return x + LABEL_GAP;
}

static jb_group *note_set(
	jb_galley *galley, const jb_bound_note *note, double width, double x)
{
	jb_desk *desk = galley->desk;
	jb_group *group = jb_group_new(desk->arena), *text;
	const jb_style *label = jb_desk_style(desk, "note_label");

	jb_put_text(desk, group, 0, jb_style_ascent(desk, label),
		JB_ALIGN_START, note->label, label, NULL, 0);
	text = jb_set_text(desk, note->text, jb_desk_style(desk, "note_text"),
		NULL, width - x, NULL);
	group->height = fmax(text->height, label->leading_pt);
	jb_group_place(group, text, x, 0);
	jb_group_tag(group, jb_tag_new(desk->arena, JB_ROLE_NOTE, NULL));
	return group;
}

void jb_notes_pour(jb_galley *galley)
{
	jb_desk *desk = galley->desk;
	const jb_block *block = galley->block;
	double width = jb_column_width(desk, block->columns, galley->width);
	double x = text_x(galley);
	jb_group **each =
		jb_new_array(desk->arena, jb_group *, block->n_notes + 1);

	for (size_t i = 0; i < block->n_notes; i++)
		each[i] = note_set(galley, &block->notes[i], width, x);
	jb_items_pour(galley, each, block->n_notes, block->columns,
		jb_desk_style(desk, "note_text")->leading_pt);
}
