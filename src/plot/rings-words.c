/* rings-words.c - words in sectors, and beside their circle with leaders. */
#include "plot/rings.h"

#include <math.h>

#include "model/wording.h"
#include "plot/marks.h"

/* ---- words in sectors ---- */

static bool point_in(const jb_sector *s, double x, double y)
{
	double r = hypot(x, y), angle = atan2(x, -y), pad = 1.5;
	double side = r > 0 ? asin(fmin(1, pad / r)) : G_PI;

	if (angle < 0)
		angle += 2 * G_PI;
	if (r < s->r0 + (s->r0 > 0 ? pad : 0) || r > s->r1 - pad)
		return false;
	return s->to - s->from >= 2 * G_PI - 1e-9 ||
	       (angle >= s->from + side && angle <= s->to - side);
}

static bool box_in(const jb_sector *s, jb_point at, double w, double h)
{
	for (int i = -2; i <= 2; i++)
		for (int k = -1; k <= 1; k++)
			if (!point_in(s, at.x + w * i / 4, at.y + h * k / 2))
				return false;
	return true;
}

bool jb_sector_write(jb_rings *rings, jb_sector *s, const jb_rich *rich)
{
	static const double at[] = {0.5, 0.62, 0.7, 0.4, 0.78};
	double w = jb_word_width(rings->plot, rich);
	double h = jb_desk_style(rings->plot->desk, JB_PLOT_LABEL)->size_pt;
	bool ahead = s->part->figure && jb_is_ahead(s->part->figure->status);

	if (jb_rich_empty(rich) || ahead)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(at); i++) {
		jb_point p = jb_polar_at(0, 0, s->r0 + (s->r1 - s->r0) * at[i],
			(s->from + s->to) / 2);

		if (!box_in(s, p, w, h))
			continue;
		s->inside = rich;
		s->words = p;
		return true;
	}
	return false;
}

/* Its share, or what it is where that is in %. */
const jb_rich *jb_sector_share(jb_rings *rings, const jb_sector *s)
{
	jb_arena *arena = rings->plot->desk->arena;
	const char *share = jb_part_share(arena, s->part, s->of);

	if (!*share && s->part->figure)
		share = jb_wording_text(arena, s->part->figure);
	return jb_words_of(rings->plot, share, s->part->figure, s->part->pos);
}

const jb_rich *jb_sector_number(jb_rings *rings, jb_part *part)
{
	return jb_words_of(rings->plot,
		jb_sprintf(rings->plot->desk->arena, "%d",
			jb_keys_take(rings->plot, part)),
		NULL, part->pos);
}

/* ---- words beside the circle ---- */

/* What its value adds to its name there. */
static const jb_rich *beside_value(jb_rings *rings, const jb_sector *s)
{
	bool told = rings->shares && s->inside;

	if (told && !*jb_part_share(rings->plot->desk->arena, s->part, s->of))
		return NULL;
	return jb_part_words(rings->plot, s->part, told ? 0 : s->of);
}

const jb_rich *jb_sector_line(jb_rings *rings, const jb_sector *s)
{
	jb_arena *arena = rings->plot->desk->arena;

	return jb_words_of(rings->plot,
		jb_sprintf(arena, "%s %s", jb_rich_text(arena, s->part->name),
			jb_rich_text(arena,
				jb_part_words(rings->plot, s->part, s->of))),
		s->part->figure, s->part->pos);
}

double jb_sector_beside_width(jb_rings *rings, const jb_sector *s)
{
	if (!rings->shares)
		return jb_word_width(rings->plot, jb_sector_line(rings, s));
	return fmax(jb_word_width(rings->plot, s->part->name),
		jb_word_width(rings->plot, beside_value(rings, s)));
}

/* The height of a sector's words in a width, or they themselves from y on. */
static double full_words(jb_rings *rings, const jb_sector *s, double x,
	double y, double width, bool right, bool draw)
{
	jb_text_align align = right ? JB_TEXT_START : JB_TEXT_END;
	double h;

	if (!rings->shares)
		return jb_lines_put(rings->plot, x, y, width,
			jb_sector_line(rings, s), align, NULL, draw);
	h = jb_lines_put(
		rings->plot, x, y, width, s->part->name, align, NULL, draw);

	return h + jb_lines_put(rings->plot, x, y + h, width,
			   beside_value(rings, s), align, NULL, draw);
}

double jb_rings_room(const jb_rings *rings)
{
	return rings->plot->width / 2 - rings->r - JB_RINGS_ELBOW -
	       JB_RINGS_GAP;
}

static double beside_height(jb_rings *rings, const jb_sector *s, double width)
{
	return rings->keyed ? jb_word_height(rings->plot)
			    : full_words(rings, s, 0, 0, width, true, false) +
				      (rings->shares ? 3 : 0);
}

/* Where all words beside the circle stand; the circle's middle. */
jb_callout_place *jb_rings_spread(jb_rings *rings, double width, double *high)
{
	jb_callout_place *places = jb_new_array(
		rings->plot->desk->arena, jb_callout_place, rings->n + 1);
	double sides[2] = {0, 0}, room = 2 * rings->r;
	size_t n = 0;

	for (size_t i = 0; i < rings->n; i++) {
		const jb_sector *s = &rings->v[i];

		if (!s->outer || (rings->keyed && s->inside))
			continue;
		places[n].angle = (s->from + s->to) / 2;
		places[n].height = beside_height(rings, s, width);
		sides[sin(places[n].angle) >= 0] += places[n].height;
		n++;
	}
	if (!jb_polar_spread(rings->plot->desk->arena, places, n, rings->cx,
		    room / 2, rings->r, 0, room)) {
		room = fmax(room, fmax(sides[0], sides[1]));
		jb_polar_spread(rings->plot->desk->arena, places, n, rings->cx,
			room / 2, rings->r, 0, room);
	}
	*high = room;
	rings->cy = room / 2;
	return places;
}

void jb_sector_put_beside(jb_rings *rings, jb_sector *s,
	const jb_callout_place *place, double width)
{
	jb_plot *plot = rings->plot;
	const jb_ink *grey = jb_desk_ink(plot->desk, "text45");
	double sign = place->right ? 1 : -1;
	double x = place->knee.x + sign * JB_RINGS_GAP;
	guint from = plot->group->items->len;

	jb_put_line(plot->desk, plot->group, place->from.x, place->from.y,
		place->knee.x, place->knee.y, grey, 0.5, false);
	jb_put_line(plot->desk, plot->group, place->knee.x, place->knee.y,
		place->knee.x + sign * (JB_RINGS_GAP - 1.5), place->knee.y,
		grey, 0.5, false);
	if (rings->keyed)
		jb_word_put(plot, x, place->y,
			place->right ? JB_ALIGN_START : JB_ALIGN_END,
			jb_sector_number(rings, s->part), NULL);
	else
		full_words(rings, s, place->right ? x : x - width,
			place->y -
				(place->height - (rings->shares ? 3 : 0)) / 2,
			width, place->right, true);
	jb_part_claim(plot, from, s->part);
}
