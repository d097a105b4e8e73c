/* Notes in columns: each a bold label and its text; a note is never cut. */
#include "layout/galley.h"

#include <math.h>

enum { LABEL_GAP = 8 };

typedef struct notes {
	jb_group **each;
	size_t n, at;
} notes;

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

/* Notes from `at` for each column so that the highest column is lowest: the
 * least height at which they still fit. */
static bool fits(const notes *s, int columns, double height, size_t *cuts)
{
	size_t i = s->at;

	for (int c = 0; c < columns; c++) {
		double y = 0;

		while (i < s->n &&
			y + s->each[i]->height <= height + JB_HAIR_PT)
			y += s->each[i++]->height;
		cuts[c] = i;
	}
	return i == s->n;
}

static jb_group *notes_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	notes *s = galley->state;
	jb_desk *desk = galley->desk;
	int columns = galley->block->columns;
	size_t *cuts = jb_new_array(desk->arena, size_t, columns), i = s->at;
	double line = jb_desk_style(desk, "note_text")->leading_pt;
	double least = line;

	while (!fits(s, columns, least, cuts) &&
		least + line <= height + JB_HAIR_PT)
		least += line;
	if (cuts[columns - 1] == s->at && s->n > s->at) {
		if (!page)
			return NULL;
		cuts[columns - 1] = s->at + 1;
	}
	jb_group *group = jb_group_new(desk->arena);
	for (int c = 0; c < columns; c++) {
		double y = 0;

		for (; i < cuts[c]; i++) {
			jb_galley_put(galley, group, s->each[i],
				jb_column_x(desk, columns, galley->width, c),
				y);
			y += s->each[i]->height;
		}
		group->height = fmax(group->height, y);
	}
	s->at = i;
	group->width = galley->width;
	*done = s->at >= s->n;
	return group;
}

void jb_notes_pour(jb_galley *galley)
{
	const jb_block *block = galley->block;
	notes *s = jb_new(galley->desk->arena, notes);
	double width =
		jb_column_width(galley->desk, block->columns, galley->width);

	double x = text_x(galley);

	s->n = block->n_notes;
	s->each = jb_new_array(galley->desk->arena, jb_group *, s->n + 1);
	for (size_t i = 0; i < s->n; i++)
		s->each[i] = note_set(galley, &block->notes[i], width, x);
	galley->state = s;
	galley->state_size = sizeof *s;
	galley->take = notes_take;
}
