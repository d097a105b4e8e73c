/* overflow.c - too high is decided, never overlooked: an error, smaller, or cut
 * off with a warning.
 */
#include "layout/overflow.h"

#include <math.h>

#include "base/messages.h"
#include "layout/said.h"
#include "scene/zoom.h"

/* Type is no smaller than this; scales are tried in such steps. */
static const double least_pt = 6.5, step = 0.025;

static const jb_item *item_at(const jb_group *group, guint i)
{
	return group->items->pdata[i];
}

/* Where an item ends at its foot. */
static double item_bottom(const jb_item *item)
{
	double bottom = item->y;

	if (item->kind == JB_ITEM_IMAGE)
		return item->y + item->u.image.height_pt;
	if (item->kind == JB_ITEM_TEXT)
		return item->line && item->line->vertical
			       ? item->y + item->line->width_pt
			       : item->y + .12 * item->u.text.size_pt;
	for (size_t i = 0; i < item->u.path.n; i++) {
		const jb_step *s = &item->u.path.steps[i];
		int n = s->op == JB_CURVE ? 3 : s->op == JB_CLOSE ? 0 : 1;

		for (int k = 0; k < n; k++)
			bottom = fmax(bottom, item->y + s->p[2 * k + 1]);
	}
	return bottom;
}

static bool is_below(const jb_item *item, double limit)
{
	return item_bottom(item) > limit + JB_HAIR_PT;
}

/* ---- what does not fit ---- */

typedef struct lost {
	GString *text;
	unsigned lines;
	jb_pos pos;
} lost;

static lost find_lost(const jb_group *group, double limit)
{
	lost all = {.text = g_string_new(NULL)};

	for (guint i = 0; i < group->items->len; i++) {
		const jb_item *item = item_at(group, i);

		if (item->kind != JB_ITEM_TEXT || item->beside ||
			!is_below(item, limit))
			continue;
		if (!all.text->len)
			all.pos = item->pos;
		all.lines += item->line != NULL;
		g_string_append_len(
			all.text, item->u.text.text, (gssize)item->u.text.len);
	}
	return all;
}

void jb_overflow_hint(jb_desk *desk, const jb_group *group, double limit)
{
	lost all = find_lost(group, limit);

	if (all.text->len)
		jb_hint(desk->diags, "%u lines do not fit, from “%s” on",
			MAX(all.lines, 1),
			jb_text_head(desk->arena, all.text->str));
	g_string_free(all.text, TRUE);
}

/* ---- clip ---- */

/* A path ends at the limit; fields and rules stay what they are. */
static void clip_path(jb_desk *desk, jb_item *item, double limit)
{
	jb_step *steps = jb_new_array(desk->arena, jb_step, item->u.path.n);

	for (size_t i = 0; i < item->u.path.n; i++) {
		steps[i] = item->u.path.steps[i];
		for (int k = 1; k < 6; k += 2)
			steps[i].p[k] = fmin(steps[i].p[k], limit - item->y);
	}
	item->u.path.steps = steps;
}

static void clip_image(jb_item *item, double limit)
{
	jb_image *image = &item->u.image;
	double part = (limit - item->y) / image->height_pt;

	if (image->crop_w <= 0) {
		image->crop_x = image->crop_y = 0;
		image->crop_w = image->crop_h = 1;
	}
	image->crop_h *= part;
	image->height_pt *= part;
}

static jb_group *clip(
	jb_desk *desk, const jb_block *block, jb_group *group, double limit)
{
	lost all = find_lost(group, limit);
	unsigned drawn = 0;

	for (guint i = group->items->len; i-- > 0;) {
		jb_item *item = group->items->pdata[i];

		if (!is_below(item, limit))
			continue;
		drawn += item->kind != JB_ITEM_TEXT && !item->beside;
		if (item->kind == JB_ITEM_TEXT || item->y >= limit)
			g_ptr_array_remove_index(group->items, i);
		else if (item->kind == JB_ITEM_PATH)
			clip_path(desk, item, limit);
		else
			clip_image(item, limit);
	}
	jb_warning(desk->diags, block->pos,
		"this `%s` block is cut off: %.1f pt do not fit",
		block->word, group->height - limit);
	if (all.text->len) {
		jb_also(desk->diags, all.pos,
			"%ld characters are not printed, from “%s” on",
			g_utf8_strlen(all.text->str, -1),
			jb_text_head(desk->arena, all.text->str));
	} else if (drawn) {
		jb_hint(desk->diags, "no words are lost, only what is drawn");
	}
	g_string_free(all.text, TRUE);
	jb_said_of(desk, group);
	group->height = limit;
	return group;
}

/* ---- fit ---- */

static double least_type(const jb_group *group)
{
	double least = INFINITY;

	for (guint i = 0; i < group->items->len; i++) {
		const jb_item *item = item_at(group, i);

		if (item->kind == JB_ITEM_TEXT && !item->beside &&
			!item->u.text.note)
			least = fmin(least, item->u.text.size_pt);
	}
	return least;
}

static jb_group *set_scaled(jb_desk *desk, const jb_block *block, double width,
	double scale, jb_overflow_setter *set)
{
	jb_group *group = set(desk, block, width / scale);

	jb_group_settle(group, desk->layout->baseline_pt);
	return jb_zoom_group(desk->arena, group, scale);
}

static void refuse_fit(jb_desk *desk, const jb_block *block, double scale,
	double over, bool small)
{
	jb_error(desk->diags, block->pos,
		"this `%s` block does not fit: %.1f pt too high at %.1f per "
		"cent",
		block->word, over, scale * 100);
	if (small)
		jb_hint(desk->diags,
			"smaller, its type would be less than 6.5 pt: shorten "
			"it, or give it more room");
	else
		jb_hint(desk->diags,
			"let `shrink` be less, shorten it, or give it "
			"more room");
}

static jb_group *fit(jb_desk *desk, const jb_block *block, jb_group *group,
	double width, double limit, jb_overflow_setter *set)
{
	jb_diags *diags = jb_desk_hush(desk);
	const struct jb_threads *threads = desk->threads;
	double scale = 1, over = group->height - limit;
	bool small = false;
	jb_group *fitted;

	while (over > JB_HAIR_PT && !small &&
		scale - step >= block->fit_least - 1e-9) {
		jb_group *trial;

		desk->threads = threads;
		trial = set_scaled(desk, block, width, scale - step, set);
		small = least_type(trial) < least_pt - JB_HAIR_PT;
		if (small)
			break;
		scale -= step;
		over = trial->height - limit;
	}
	jb_desk_speak(desk, diags);
	desk->threads = threads;
	fitted = set_scaled(desk, block, width, scale, set);
	if (over > JB_HAIR_PT) {
		refuse_fit(desk, block, scale, over, small);
		jb_said_of(desk, fitted);
	}
	return fitted;
}

jb_group *jb_overflow_settle(jb_desk *desk, const jb_block *block,
	jb_group *group, double width, double limit, jb_overflow_setter *set)
{
	if (group->height <= limit + JB_HAIR_PT)
		return group;
	if (block->overflow == JB_OVERFLOW_CLIP)
		return clip(desk, block, group, limit);
	if (block->overflow == JB_OVERFLOW_FIT)
		return fit(desk, block, group, width, limit, set);
	return group;
}
