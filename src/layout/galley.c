/* The kinds of blocks: what can be cut is poured by its own file, the rest is
 * set here in one piece.
 */
#include "layout/galley.h"

#include <math.h>
#include <string.h>

#include "chart/chart.h"
#include "layout/beside.h"
#include "layout/lanes.h"
#include "layout/shape.h"
#include "layout/copyfit.h"
#include "layout/footnotes.h"
#include "layout/overflow.h"
#include "layout/said.h"
#include "scene/icons.h"
#include "scene/zoom.h"

double jb_column_width(const jb_desk *desk, int n, double width)
{
	return (width - desk->layout->gutter_pt * (n - 1)) / n;
}

double jb_column_x(const jb_desk *desk, int n, double width, int i)
{
	return i * (jb_column_width(desk, n, width) + desk->layout->gutter_pt);
}

double jb_grid_up(const jb_desk *desk, double y, bool whole)
{
	double unit = desk->layout->baseline_pt * (whole ? 1 : 0.5);

	return ceil(y / unit - 1e-6) * unit;
}

/* Lines that go down stand at the right of their place. */
static jb_group *vertical_set(
	jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	double measure = block->height_pt > 0 ? block->height_pt : INFINITY;
	jb_group *text = jb_set_text(
		desk, block->text, block->style, NULL, measure, NULL);

	if (text->width > width + JB_HAIR_PT) {
		jb_error(desk->diags, block->pos,
			"the vertical lines are %.1f pt too wide for their "
			"place",
			text->width - width);
		jb_hint(desk->diags,
			"give them more `height` or a larger `span`, or "
			"shorten the text");
		jb_said_of(desk, text);
	}
	group->width = isinf(width) ? text->width : width;
	group->height = text->height;
	jb_group_place(group, text, group->width - text->width, 0);
	return group;
}

/* Of a text that is fitted: its place's height, or what a column leaves. */
static const jb_style *text_fitted(
	jb_desk *desk, const jb_block *block, double width)
{
	jb_copyfit_job job = {
		.paragraphs = &block->text,
		.n = 1,
		.measure_pt = width,
		.columns = 1,
		.height_pt = block->frame_pt,
	};

	if (block->place && !isnan(block->place->height))
		job.height_pt = block->place->height;
	return jb_copyfit(desk, block->style, &job);
}

/* Words that are longer than wanted, or not all Chinese. */
static void check_words(jb_desk *desk, const jb_block *block)
{
	const char *text = jb_rich_text(desk->arena, block->text);
	size_t n = (size_t)g_utf8_strlen(text, -1);
	jb_pos pos = jb_rich_empty(block->text) ? block->pos
						: block->text->pieces[0].pos;

	if (block->most_chars && n > block->most_chars) {
		jb_error(desk->diags, pos,
			"“%s” has %zu characters, and the layout takes %zu",
			text, n, block->most_chars);
		jb_also(desk->diags, block->pos, "its place");
	}
	for (const char *at = text; block->han && *at; at++) {
		if (!g_ascii_isalpha(*at))
			continue;
		jb_error(desk->diags, pos,
			"“%s” has Latin letters, and the layout takes none",
			text);
		jb_also(desk->diags, block->pos, "its place");
		return;
	}
}

static jb_group *text_set(jb_desk *desk, const jb_block *block, double width)
{
	const jb_style *style = block->style;
	jb_group *group;
	jb_role role = JB_ROLE_P;

	check_words(desk, block);
	if (block->kind == JB_BLOCK_HEADING)
		role = block->level == 1   ? JB_ROLE_H1
		       : block->level == 2 ? JB_ROLE_H2
					   : JB_ROLE_H3;
	group = style->vertical ? vertical_set(desk, block, width)
				: jb_set_text(desk, block->text,
					  text_fitted(desk, block, width), NULL,
					  width, NULL);
	jb_group_tag(group, jb_tag_new(desk->arena, role, NULL));
	return group;
}

static jb_group *rule_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	double middle = block->size_pt / 2;
	jb_item *item = jb_put_line(desk, group, 0, middle, width, middle,
		jb_desk_ink(desk, block->ink), block->size_pt, false);

	item->pos = block->pos;
	group->width = width;
	group->height = block->size_pt;
	return group;
}

static jb_group *fill_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	double height = block->size_pt;
	jb_item *item;

	if (block->place && !isnan(block->place->height))
		height = block->place->height;
	item = jb_shape_put(desk, group, block->shape, width, height,
		jb_desk_ink(desk, block->ink));
	item->pos = block->pos;
	group->width = width;
	group->height = height;
	return group;
}

static jb_group *space_set(jb_desk *desk, const jb_block *block)
{
	jb_group *group = jb_group_new(desk->arena);

	group->height = block->size_pt;
	return group;
}

/* Its strokes reach the edges of its square. */
static jb_group *icon_set(jb_desk *desk, const jb_block *block, double width)
{
	jb_group *group = jb_group_new(desk->arena);
	double side = fmin(block->size_pt, width);
	jb_item *item;

	group->width = width;
	group->height = side;
	if (!block->icon)
		return group; /* the binder has said so */
	item = jb_icon_draw(desk->arena, group, block->icon, 0, 0, side,
		jb_desk_ink(desk, block->ink));
	item->pos = block->pos;
	if (jb_rich_empty(block->text))
		return group;
	item->tag = jb_tag_new(desk->arena, JB_ROLE_FIGURE, NULL);
	item->tag->alt = jb_rich_text(desk->arena, block->text);
	return group;
}

/* Drawn in proportion to the layout's labels, as pictures are. */
static jb_group *figures_set(jb_desk *desk, const jb_block *block, double width)
{
	double zoom = jb_zoom_of(desk);
	jb_desk *small = jb_zoom_desk(desk, zoom);
	jb_block sized = *block;
	jb_group *group;

	sized.size_pt /= zoom;
	if (block->kind == JB_BLOCK_STAT)
		group = jb_chart_stat(small, &sized, width / zoom);
	else if (block->kind == JB_BLOCK_VERSUS)
		group = jb_chart_versus(small, &sized, width / zoom);
	else
		group = jb_chart_draw(small, block->pictures, width / zoom);
	jb_zoom_group(desk->arena, group, zoom);
	jb_group_tag(group, jb_tag_new(desk->arena, JB_ROLE_P, NULL));
	return group;
}

static jb_group *piece_set(jb_desk *desk, const jb_block *block, double width)
{
	switch (block->kind) {
	case JB_BLOCK_TEXT:
	case JB_BLOCK_HEADING:
		return text_set(desk, block, width);
	case JB_BLOCK_PANEL:
	case JB_BLOCK_ROW:
	case JB_BLOCK_COLUMN:
	case JB_BLOCK_GRID:
		return jb_container_set(desk, block, width);
	case JB_BLOCK_LANES:
		return jb_lanes_set(desk, block, width);
	case JB_BLOCK_IMAGE:
		return jb_image_set(desk, block, width);
	case JB_BLOCK_QR:
		return jb_qr_set(desk, block, width);
	case JB_BLOCK_ICON:
		return icon_set(desk, block, width);
	case JB_BLOCK_RULE:
		return rule_set(desk, block, width);
	case JB_BLOCK_FILL:
		return fill_set(desk, block, width);
	case JB_BLOCK_SPACE:
		return space_set(desk, block);
	case JB_BLOCK_QUOTE:
		return jb_quote_set(desk, block, width);
	case JB_BLOCK_STEPS:
		return jb_steps_set(desk, block, width);
	case JB_BLOCK_STAT:
	case JB_BLOCK_VERSUS:
	case JB_BLOCK_ROADMAP:
		return figures_set(desk, block, width);
	case JB_BLOCK_EITHER:
		return jb_galley_whole(
			desk, jb_either_choose(desk, block, width), width);
	case JB_BLOCK_MOSAIC:
	case JB_BLOCK_STATS:
	case JB_BLOCK_TIMELINE:
	case JB_BLOCK_PROSE:
	case JB_BLOCK_MORE:
	case JB_BLOCK_TABLE:
	case JB_BLOCK_PICTURES:
	case JB_BLOCK_NOTES:
	case JB_BLOCK_LIST:
	case JB_BLOCK_TOC:
		break;
	}
	g_assert_not_reached();
}

/* A block in one piece: it fits or it does not. */
static jb_group *piece_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	jb_group *group = galley->state;

	if (!group) {
		group = piece_set(galley->desk, galley->block, galley->width);
		/* on a page of its own, without a title over it */
		jb_group_settle(group, galley->desk->layout->baseline_pt);
		galley->state = group;
	}
	if (group->height > height + JB_HAIR_PT && !page)
		return NULL;
	group = galley->state = jb_overflow_settle(galley->desk, galley->block,
		group, galley->width, height, piece_set);
	*done = true;
	return galley->flows ? jb_group_copy(galley->desk->arena, group)
			     : group;
}

void jb_galley_put(const jb_galley *galley, jb_group *to, jb_group *from,
	double x, double y)
{
	if (galley->flows)
		from = jb_group_copy(galley->desk->arena, from);
	jb_group_place(to, from, x, y);
}

struct jb_galley_mark {
	jb_galley galley;
	void *state;
	struct jb_feet *feet;
};

jb_galley_mark *jb_galley_save(const jb_galley *galley)
{
	jb_arena *arena = galley->desk->arena;
	jb_galley_mark *mark = jb_new(arena, jb_galley_mark);

	mark->galley = *galley;
	if (galley->state_size) {
		mark->state = jb_new_array(arena, char, galley->state_size);
		memcpy(mark->state, galley->state, galley->state_size);
	}
	if (galley->feet)
		mark->feet = jb_feet_copy(arena, galley->feet);
	return mark;
}

void jb_galley_restore(jb_galley *galley, const jb_galley_mark *mark)
{
	*galley = mark->galley;
	if (mark->state)
		memcpy(galley->state, mark->state, galley->state_size);
	if (mark->feet)
		jb_feet_restore(galley->feet, mark->feet);
}

jb_galley *jb_galley_open(jb_desk *desk, const jb_block *block, double width)
{
	jb_galley *galley = jb_new(desk->arena, jb_galley);

	galley->desk = desk;
	galley->block = block;
	galley->width = width;
	switch (block->kind) {
	case JB_BLOCK_PROSE:
		if (jb_beside_asked(block))
			jb_beside_pour(galley);
		else
			jb_prose_pour(galley);
		break;
	case JB_BLOCK_MORE:
		jb_prose_pour(galley);
		break;
	case JB_BLOCK_MOSAIC:
		jb_mosaic_pour(galley);
		break;
	case JB_BLOCK_TABLE:
		jb_table_pour(galley);
		break;
	case JB_BLOCK_TIMELINE:
		jb_timeline_pour(galley);
		break;
	case JB_BLOCK_STATS:
		jb_stats_pour(galley);
		break;
	case JB_BLOCK_PICTURES:
		jb_pictures_pour(galley);
		break;
	case JB_BLOCK_NOTES:
		jb_notes_pour(galley);
		break;
	case JB_BLOCK_LIST:
		jb_list_pour(galley);
		break;
	case JB_BLOCK_TOC:
		jb_toc_pour(galley);
		break;
	default:
		galley->take = piece_take;
		galley->on_grid = block->kind == JB_BLOCK_TEXT ||
				  block->kind == JB_BLOCK_HEADING;
	}
	return galley;
}

/* ---- vertical lines in a horizontal grid ---- */

/* What a line of `body` has over and under its characters. */
typedef struct edges {
	double over, under;
} edges;

/* Lines that go down begin where the characters of horizontal prose beside
 * them do, and end no lower than its last ones: a line of the grid is higher
 * than they are.  A place of furniture is exact, and a layout whose body is
 * vertical has no such prose. */
static edges edges_of(const jb_desk *desk, const jb_block *block)
{
	const jb_style *body = jb_layout_style(desk->layout, "body");
	bool words = block->kind == JB_BLOCK_TEXT ||
		     block->kind == JB_BLOCK_HEADING ||
		     block->kind == JB_BLOCK_PROSE;
	edges e = {0};

	if (!words || !block->style->vertical || block->place || !body ||
		body->vertical)
		return e;
	e.over = fmax(jb_style_em_top(desk, body), 0);
	e.under = fmax(body->leading_pt - body->size_pt - e.over, 0);
	return e;
}

static jb_group *with_edges(jb_desk *desk, edges e, jb_group *group)
{
	jb_group *box;

	if (!group || (e.over <= 0 && e.under <= 0))
		return group;
	box = jb_group_new(desk->arena);
	box->width = group->width;
	box->height = e.over + group->height + e.under;
	jb_group_place(box, group, 0, e.over);
	return box;
}

static jb_group *outlined(const jb_desk *desk, const jb_block *block,
	double width, jb_group *group)
{
	if (group && desk->outlines)
		jb_group_outline(desk->arena, group,
			isfinite(width) ? width : 0, block->word, block->pos);
	return group;
}

/* A line over what is taken first. */
static jb_group *take_under(
	jb_galley *galley, double height, bool page, bool *done)
{
	jb_group *over = galley->over, *box;
	double down = over->height;
	jb_group *group = galley->take(galley, height - down, page, done);

	if (!group)
		return NULL;
	galley->over = NULL;
	box = jb_group_new(galley->desk->arena);
	box->width = group->width;
	box->height = down + group->height;
	jb_galley_put(galley, box, over, 0, 0);
	jb_group_place(box, group, 0, down);
	return box;
}

const char *jb_text_head(jb_arena *arena, const char *text)
{
	const char *end = text;

	for (int i = 0; i < 8 && *end && *end != '\n'; i++)
		end = g_utf8_next_char(end);
	return jb_sprintf(
		arena, "%.*s%s", (int)(end - text), text, *end ? "…" : "");
}

jb_group *jb_galley_take(
	jb_galley *galley, double height, bool page, bool *done)
{
	edges e = edges_of(galley->desk, galley->block);

	if (galley->over)
		return take_under(galley, height, page, done);
	return outlined(galley->desk, galley->block, galley->width,
		with_edges(galley->desk, e,
			galley->take(galley, height - e.over - e.under, page,
				done)));
}

/* What a place of a given size leaves over is said, never lost. */
static void refuse_rest(
	jb_desk *desk, jb_galley *galley, const jb_group *group)
{
	const jb_block *block = galley->block;
	jb_diags *diags = jb_desk_hush(desk);
	jb_group *rest = jb_group_new(desk->arena);

	for (bool done = false; !done;)
		jb_group_place(rest, jb_galley_take(galley, 1e6, true, &done),
			0, 0);
	jb_desk_speak(desk, diags);
	jb_error(desk->diags, block->pos,
		"this `%s` block does not fit its `height`", block->word);
	jb_overflow_hint(desk, rest, -INFINITY);
	jb_hint(desk->diags, "give it more `height`, or a larger `span`");
	jb_said_of(desk, group);
}

/* Only what stands on the page itself can leave room at its foot. */
static void refuse_foot(jb_desk *desk, const jb_block *block)
{
	if (block->kind != JB_BLOCK_PROSE || !block->foot_of_page ||
		block->style->vertical)
		return;
	jb_error(desk->diags, block->pos,
		"prose in a row, column or panel has no foot of the page for "
		"its notes");
	jb_hint(desk->diags,
		"say `footnotes: end`, or let the prose stand on the page "
		"itself");
}

jb_group *jb_galley_whole(jb_desk *desk, const jb_block *block, double width)
{
	jb_galley *galley = jb_galley_open(desk, block, width);
	bool done = false;
	jb_group *group;

	/* its keys, if any, are for the title of what is around it */
	if (galley->take == piece_take)
		return outlined(desk, block, width,
			with_edges(desk, edges_of(desk, block),
				piece_set(desk, block, width)));
	if (block->kind == JB_BLOCK_TIMELINE)
		return outlined(desk, block, width, jb_timeline_set(galley));
	/* no page is this high: all of it comes at once */
	group = jb_galley_take(galley, 1e6, true, &done);
	if (!done)
		refuse_rest(desk, galley, group);
	refuse_foot(desk, block);
	return group;
}
