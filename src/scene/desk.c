/* desk.c - what a document is drawn with: inks, styles and their fonts.
 *
 * A name that is not there is said once, and work goes on with another, so
 * that one run finds all mistakes.
 */
#include "scene/desk.h"

#include <math.h>

static jb_pos layout_pos(const jb_desk *desk)
{
	return (jb_pos){desk->layout->src, 1, 1};
}

/* For styles that a layout should have and has not. */
static const jb_style *style_fallback_new(
	jb_arena *arena, const jb_layout *layout)
{
	jb_style *style = jb_new(arena, jb_style);

	style->name = "fallback";
	style->font = g_hash_table_lookup(layout->theme->fonts, "sans");
	style->weight = 400;
	style->size_pt = 9;
	style->leading_pt = 12;
	style->align = JB_TEXT_START;
	style->ink = "text";
	return style;
}

jb_desk *jb_desk_new(jb_arena *arena, jb_diags *diags, jb_fonts *fonts,
	const jb_report *report, const jb_layout *layout)
{
	jb_desk *desk = jb_new(arena, jb_desk);

	desk->arena = arena;
	desk->diags = diags;
	desk->fonts = fonts;
	desk->report = report;
	desk->layout = layout;
	desk->accent = jb_theme_ink(layout->theme, "accent");
	desk->slack = 1;
	desk->growth = 1;
	desk->faces = g_hash_table_new(NULL, NULL);
	jb_arena_defer(
		arena, (void (*)(void *))g_hash_table_unref, desk->faces);
	desk->zoomed = g_hash_table_new(g_double_hash, g_double_equal);
	jb_arena_defer(
		arena, (void (*)(void *))g_hash_table_unref, desk->zoomed);
	desk->kept = g_hash_table_new(NULL, NULL);
	jb_arena_defer(
		arena, (void (*)(void *))g_hash_table_unref, desk->kept);
	desk->style_fallback = style_fallback_new(arena, layout);
	return desk;
}

jb_diags *jb_desk_hush(jb_desk *desk)
{
	jb_diags *diags = desk->diags;

	desk->diags = jb_diags_new(desk->arena);
	return diags;
}

void jb_desk_speak(jb_desk *desk, jb_diags *diags)
{
	desk->diags = diags;
}

const jb_ink *jb_desk_ink(const jb_desk *desk, const char *name)
{
	static const jb_ink black = {.name = "black", .k = 1};
	const jb_ink *ink;

	if (desk->accent && g_strcmp0(name, "accent") == 0)
		return desk->accent;
	ink = name ? jb_theme_ink(desk->layout->theme, name) : NULL;
	if (ink)
		return ink;
	jb_error(desk->diags, layout_pos(desk),
		"the theme “%s” has no ink “%s”", desk->layout->theme->name,
		name ? name : "");
	return &black;
}

const jb_ink *jb_desk_sign(const jb_desk *desk, int direction, int good)
{
	static const jb_ink red = {.name = "rise",
		.m = .95,
		.y = .85,
		.k = .05,
		.r = .82,
		.g = .11,
		.b = .16};
	static const jb_ink green = {.name = "fall",
		.c = .85,
		.m = .1,
		.y = .9,
		.k = .3,
		.r = .05,
		.g = .48,
		.b = .24};
	const jb_theme *theme = desk->layout->theme;
	const jb_ink *rise = jb_theme_ink(theme, "rise");
	const jb_ink *fall = jb_theme_ink(theme, "fall");
	bool up = direction > 0;

	rise = rise ? rise : &red;
	fall = fall ? fall : &green;
	if (theme->signs == JB_SIGNS_WESTERN)
		up = !up;
	else if (theme->signs == JB_SIGNS_JUDGED)
		up = direction != good;
	if (!direction || theme->signs == JB_SIGNS_PLAIN ||
		(theme->signs == JB_SIGNS_JUDGED && !good))
		return jb_desk_ink(desk, "text");
	return up ? rise : fall;
}

const jb_style *jb_desk_style(const jb_desk *desk, const char *name)
{
	const jb_style *style = jb_layout_style(desk->layout, name);

	if (style)
		return style;
	jb_error(desk->diags, layout_pos(desk),
		"the layout needs a style “%s” and has none", name);
	jb_hint(desk->diags, "add “%s” to its styles", name);
	return desk->style_fallback;
}

/* Any font at all, for a style whose own is not there. */
static const jb_font *font_fallback(jb_desk *desk, jb_pos pos)
{
	size_t n;
	const jb_font_info *info = jb_fonts_list(desk->fonts, &n);

	for (size_t i = 0; i < n; i++) {
		if (info[i].fallback)
			continue;
		return jb_fonts_lookup(desk->fonts, desk->diags, pos,
			&(jb_fontspec){.family = info[i].family,
				.weight = info[i].weight});
	}
	return NULL;
}

const jb_font *jb_desk_font(jb_desk *desk, const jb_style *style)
{
	const jb_fontrole *role = style->font;
	const jb_font *font = NULL;
	void *known;

	if (g_hash_table_lookup_extended(desk->faces, style, NULL, &known))
		return known;
	if (role)
		font = jb_fonts_lookup(desk->fonts, desk->diags, role->pos,
			&(jb_fontspec){role->family, role->latin,
				role->latin_size, role->latin_shift,
				style->weight});
	if (!font)
		font = font_fallback(desk, style->pos);
	g_hash_table_insert(desk->faces, (void *)style, (void *)font);
	return font;
}

/* The em box of a Han face stands so far over the baseline. */
static const double over_em = 0.88;

double jb_style_ascent(const jb_desk *desk, const jb_style *style)
{
	double grid = desk->layout->baseline_pt;
	double rows = grid > 0 ? style->leading_pt / grid : 0;
	double centred = (style->leading_pt - style->size_pt) / 2 +
			 over_em * style->size_pt;
	double row;

	if (round(rows) < 1 || fabs(rows - round(rows)) > 1e-6)
		return centred;
	/* the grid line within the box that is nearest to the centred one */
	row = round((centred - desk->layout->ascent_pt) / grid);
	row = CLAMP(row, 0, round(rows) - 1);
	return desk->layout->ascent_pt + row * grid;
}

double jb_style_em_top(const jb_desk *desk, const jb_style *style)
{
	return jb_style_ascent(desk, style) - over_em * style->size_pt;
}
