/* Pictures of a section: leads over the full measure, the others two or three
 * in a row on the columns of the grid; a row is never cut.
 */
#include "layout/galley.h"

#include <math.h>

#include "chart/chart.h"
#include "scene/zoom.h"

typedef struct pictures {
	jb_group **rows;
	size_t *first; /* picture of each row, and past the last */
	size_t n, at;
	double gap_pt;
} pictures;

/* From the title's line to the first mark, at the least and what more there may
 * be; and from the last mark to the note. */
enum { BODY_GAP = 6, BODY_MORE = 8, NOTE_GAP = 6 };

static jb_group *picture_draw(jb_desk *desk, const jb_block *block,
	const jb_bound_picture *picture, double width, double share)
{
	int number = block->unnumbered ? 0 : picture->picture->number;
	jb_group *group = jb_group_new(desk->arena);
	jb_group *body = jb_chart_draw(desk, picture, share * width);
	jb_tag *figure = jb_tag_new(desk->arena, JB_ROLE_FIGURE, NULL);
	jb_tag *caption = jb_tag_new(desk->arena, JB_ROLE_CAPTION, NULL);
	double gap = BODY_GAP + BODY_MORE * desk->slack, y = gap;
	bool headed = picture->title || number;

	if (headed) {
		y = gap + (block->ruled ? jb_panel_head : jb_plain_head)(desk,
				  group, width, number, picture->title,
				  picture->aside, body);
	} else if (!block->ruled) {
		y = 0;
		jb_group_settle(body, desk->layout->baseline_pt);
	} else {
		jb_put_line(desk, group, 0, 0, width, 0,
			jb_desk_ink(desk, "text"), 0.5, false);
		jb_group_settle(body, desk->layout->baseline_pt);
	}
	for (guint i = headed || !block->ruled ? 0 : 1; i < group->items->len; i++) {
		jb_item *item = group->items->pdata[i];

		if (item->kind == JB_ITEM_TEXT)
			item->tag = caption;
	}
	figure->alt = jb_chart_alt(desk, picture);
	jb_group_tag(body, figure);
	jb_group_place(group, body, 0, y);
	y += body->height;
	if (!jb_rich_empty(picture->note)) {
		jb_group *note = jb_set_text(desk, picture->note,
			jb_desk_style(desk, "picture_note"), NULL, width, NULL);

		y += NOTE_GAP;
		jb_group_tag(note, jb_tag_new(desk->arena, JB_ROLE_NOTE, NULL));
		jb_group_place(group, note, 0, y);
		y += note->height;
	}
	group->width = width;
	group->height = y;
	return group;
}

/* How a row is drawn: its marks so large, on so much of its width. */
typedef struct drawn {
	double scale, share;
} drawn;

/* Of what a mosaic makes smaller: forms that are mostly words, or whose words
 * stand between marks, need room. */
static double least_zoom(jb_form form)
{
	return form == JB_ROADMAP ? 0.75 : form == JB_WAFFLE ? 0.65 : 0;
}

/* The least and the most: one size, if a mosaic has chosen it. */
static drawn drawn_least(const jb_block *block)
{
	double chosen = block->fit->scale;

	if (chosen > 0 && block->scale_most > block->scale)
		return (drawn){
			CLAMP(chosen, block->scale, block->scale_most), 1};
	return (drawn){block->scale, 1};
}

static double drawn_most(const jb_desk *desk, const jb_block *block)
{
	double more = block->scale_most - block->scale;

	return block->fit->scale > 0 ? 0 : block->scale + desk->growth * more;
}

static jb_group *picture_set(
	jb_galley *galley, size_t i, double width, drawn as)
{
	jb_desk *desk = galley->desk;
	const jb_block *block = galley->block;
	double zoom = jb_zoom_or(desk, as.scale);

	if (block->fit->scale > 0)
		zoom = fmax(zoom,
			least_zoom(block->pictures[i].picture->form));

	return jb_zoom_group(desk->arena,
		picture_draw(jb_zoom_desk(desk, zoom), block,
			&block->pictures[i], width / zoom, as.share),
		zoom);
}

/* How many of the pictures from i stand in one row. */
static size_t row_length(const jb_block *block, size_t i)
{
	size_t run = 0, most = (size_t)block->per_row;

	if (block->pictures[i].picture->lead)
		return 1;
	while (i + run < block->n_pictures &&
		!block->pictures[i + run].picture->lead)
		run++;
	/* four are two and two, not three and a lonely one */
	return run == 4 ? MIN(most, 2) : MIN(run, most);
}

static jb_group *row_set(jb_galley *galley, size_t from, size_t n, drawn as)
{
	jb_desk *desk = galley->desk;
	jb_group *row = jb_group_new(desk->arena);
	double width = jb_column_width(desk, (int)n, galley->width);

	for (size_t i = 0; i < n; i++) {
		jb_group *one = picture_set(galley, from + i, width, as);

		row->height = fmax(row->height, one->height);
		jb_group_place(row, one,
			jb_column_x(desk, (int)n, galley->width, (int)i), 0);
	}
	row->width = galley->width;
	row->height = jb_grid_up(desk, row->height, false);
	return row;
}

/* The row drawn so, if it is no higher, and there is room for it across; else
 * NULL.  Without a word: what is wrong with it has been said. */
static jb_group *row_within(
	jb_galley *galley, size_t at, double height, drawn as)
{
	const pictures *p = galley->state;
	jb_diags *said = jb_desk_hush(galley->desk);
	unsigned errors = jb_diags_errors(galley->desk->diags);
	jb_group *row = row_set(
		galley, p->first[at], p->first[at + 1] - p->first[at], as);
	bool refused = jb_diags_errors(galley->desk->diags) > errors;

	jb_desk_speak(galley->desk, said);
	return row->height <= height + JB_HAIR_PT && !refused ? row : NULL;
}

/* A row as the rest of the page wants it: as large as the layout allows, or as
 * wide as still fits; NULL if nothing does. */
static jb_group *row_fitted(jb_galley *galley, size_t at, double height)
{
	static const double step = 0.05;
	const jb_block *block = galley->block;
	const pictures *p = galley->state;
	jb_group *row = NULL;

	for (double scale = drawn_most(galley->desk, block);
		!row && scale > block->scale + 1e-6; scale -= step)
		row = row_within(galley, at, height, (drawn){scale, 1});
	if (!row && p->rows[at]->height <= height + JB_HAIR_PT)
		row = p->rows[at];
	for (double share = 1 - step; !row && share > block->narrow - 1e-6;
		share -= step)
		row = row_within(
			galley, at, height,
			(drawn){drawn_least(block).scale, share});
	return row;
}

static jb_group *pictures_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	pictures *p = galley->state;
	jb_group *group = jb_group_new(galley->desk->arena);
	double y = 0;
	size_t start = p->at;

	while (p->at < p->n) {
		double gap = p->at > start ? p->gap_pt : 0;
		jb_group *row = row_fitted(galley, p->at, height - y - gap);

		if (!row) {
			size_t first = p->first[p->at];

			if (!page || p->at > start)
				break;
			row = p->rows[p->at];
			galley->culprit =
				galley->block->pictures[first].picture->pos;
		}
		jb_galley_put(galley, group, row, 0, y + gap);
		y += gap + row->height;
		p->at++;
	}
	if (p->at == start && p->n > 0)
		return NULL;
	group->width = galley->width;
	group->height = y;
	*done = p->at >= p->n;
	return group;
}

void jb_pictures_pour(jb_galley *galley)
{
	const jb_block *block = galley->block;
	pictures *p = jb_new(galley->desk->arena, pictures);

	p->rows = jb_new_array(
		galley->desk->arena, jb_group *, block->n_pictures + 1);
	p->first = jb_new_array(
		galley->desk->arena, size_t, block->n_pictures + 1);
	p->gap_pt = block->gap_pt * galley->desk->slack;
	for (size_t i = 0; i < block->n_pictures;) {
		size_t n = row_length(block, i);

		p->first[p->n] = i;
		p->rows[p->n++] =
			row_set(galley, i, n, drawn_least(block));
		i += n;
	}
	p->first[p->n] = block->n_pictures;
	galley->state = p;
	galley->state_size = sizeof *p;
	galley->take = pictures_take;
}
