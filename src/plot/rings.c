/* rings.c - parts as sectors: pies, donuts, rings in rings, sunbursts.
 *
 * All are one thing: a whole cut by its parts, in polar coordinates.  Words
 * stand in their sector, or beside the circle with a leader; where there is no
 * room beside it numbers do, and the words below.
 */
#include "plot/places.h"

#include <math.h>
#include <string.h>

#include "model/wording.h"
#include "plot/marks.h"

static const double radius_most = 88, radius_least = 44, words_most = 0.3;
static const double words_gap = 4, elbow = 6, gap_pt = 1;
static const double ring_most = 34;
enum { PIE_MOST = 6, RINGS_MOST = 3, LEAVES_MOST = 40, DEPTH_MOST = 4 };

struct sector {
	jb_part *part;
	double r0, r1, from, to;
	double of; /* what it is a share of */
	const jb_ink *ink;
	bool outer;	       /* its words may stand beside the circle */
	const jb_rich *inside; /* what stands in it, or NULL */
	jb_point words;	       /* and where its middle is */
	const jb_rich *beside; /* in full, or its number; NULL: nothing */
	double beside_w;
};

struct rings {
	jb_plot *plot;
	jb_part *whole;
	struct sector *v;
	size_t n;
	double cx, cy, r, hole; /* hole: of the radius */
	bool keyed;		/* numbers beside the circle, words below */
	bool shares; /* of what stands in a sector: its share, not its name */
};

/* ---- sectors ---- */

static struct sector *add(struct rings *rings, jb_part *part, double from,
	double to, double of, const jb_ink *ink)
{
	struct sector *s = &rings->v[rings->n++];

	*s = (struct sector){
		.part = part, .from = from, .to = to, .of = of, .ink = ink};
	return s;
}

/* A part's parts share its angle. */
static void add_level(struct rings *rings, jb_part *part, double from,
	double to, int depth, size_t n_inks)
{
	double at = from;

	for (size_t i = 0; i < part->n; i++) {
		jb_part *kid = part->kids[i];
		double next = at + (to - from) * kid->value / part->value;
		struct sector *s;

		if (!(kid->value > 0))
			continue;
		s = add(rings, kid, at, next, rings->whole->value,
			jb_part_ink(rings->plot->desk, kid->branch, n_inks));
		s->r0 = kid->depth - 1;
		s->r1 = kid->depth;
		s->outer = kid->depth == depth;
		add_level(rings, kid, at, next, depth, n_inks);
		at = next;
	}
}

/* Rings of one whole each: a name has one ink in all of them. */
static size_t class_of(
	struct rings *rings, GPtrArray *names, const jb_part *part)
{
	char *name = jb_rich_text(rings->plot->desk->arena, part->name);

	for (guint i = 0; i < names->len; i++)
		if (strcmp(names->pdata[i], name) == 0)
			return i;
	g_ptr_array_add(names, name);
	return names->len - 1;
}

static void add_wholes(struct rings *rings)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	jb_part *whole = rings->whole;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < whole->n; i++) {
			jb_part *ring = whole->kids[i];
			double at = 0, next;

			for (size_t k = 0; k < ring->n; k++, at = next) {
				jb_part *kid = ring->kids[k];
				size_t class = class_of(rings, names, kid);
				struct sector *s;

				next = at;
				if (!pass || !(kid->value > 0))
					continue;
				next = at + 2 * G_PI * kid->value / ring->value;
				s = add(rings, kid, at, next, ring->value,
					jb_part_ink(rings->plot->desk, class,
						names->len));
				s->r0 = (double)i;
				s->r1 = (double)i + 1;
				s->outer = i + 1 == whole->n;
			}
		}
}

/* From rings counted to radii in points. */
static void set_radii(struct rings *rings, size_t i, double n)
{
	double thick = rings->r * (1 - rings->hole) / n;
	struct sector *s = &rings->v[i];
	double from = s->r0, to = s->r1;

	s->r0 = rings->r * rings->hole + thick * from;
	s->r1 = rings->r * rings->hole + thick * to;
}

/* ---- words in sectors ---- */

static bool point_in(const struct sector *s, double x, double y)
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

static bool box_in(const struct sector *s, jb_point at, double w, double h)
{
	for (int i = -2; i <= 2; i++)
		for (int k = -1; k <= 1; k++)
			if (!point_in(s, at.x + w * i / 4, at.y + h * k / 2))
				return false;
	return true;
}

static bool put_inside(
	struct rings *rings, struct sector *s, const jb_rich *rich)
{
	static const double at[] = {0.5, 0.62, 0.7, 0.4, 0.78};
	double w = jb_word_width(rings->plot, rich);
	double h = jb_desk_style(rings->plot->desk, JB_PLOT_LABEL)->size_pt;
	bool ahead = s->part->figure && jb_is_ahead(s->part->figure->status);

	if (jb_rich_empty(rich) || ahead ||
		!jb_ink_on(rings->plot->desk, s->ink))
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
static const jb_rich *short_words(struct rings *rings, const struct sector *s)
{
	jb_arena *arena = rings->plot->desk->arena;
	const char *share = jb_part_share(arena, s->part, s->of);

	if (!*share && s->part->figure)
		share = jb_wording_text(arena, s->part->figure);
	return jb_words_of(rings->plot, share, s->part->figure, s->part->pos);
}

static const jb_rich *number_words(struct rings *rings, jb_part *part)
{
	return jb_words_of(rings->plot,
		jb_sprintf(rings->plot->desk->arena, "%d",
			jb_keys_take(rings->plot, part)),
		NULL, part->pos);
}

/* ---- words beside the circle ---- */

/* What its value adds to its name there. */
static const jb_rich *beside_value(struct rings *rings, const struct sector *s)
{
	bool told = rings->shares && s->inside;

	if (told && !*jb_part_share(rings->plot->desk->arena, s->part, s->of))
		return NULL;
	return jb_part_words(rings->plot, s->part, told ? 0 : s->of);
}

/* All of it in one line: where many stand beside the circle. */
static const jb_rich *line_words(struct rings *rings, const struct sector *s)
{
	jb_arena *arena = rings->plot->desk->arena;

	return jb_words_of(rings->plot,
		jb_sprintf(arena, "%s %s", jb_rich_text(arena, s->part->name),
			jb_rich_text(arena,
				jb_part_words(rings->plot, s->part, s->of))),
		s->part->figure, s->part->pos);
}

static double words_width(struct rings *rings, const struct sector *s)
{
	if (!rings->shares)
		return jb_word_width(rings->plot, line_words(rings, s));
	return fmax(jb_word_width(rings->plot, s->part->name),
		jb_word_width(rings->plot, beside_value(rings, s)));
}

/* The height of a sector's words in a width, or they themselves from y on. */
static double full_words(struct rings *rings, const struct sector *s, double x,
	double y, double width, bool right, bool draw)
{
	jb_text_align align = right ? JB_TEXT_START : JB_TEXT_END;
	double h;

	if (!rings->shares)
		return jb_lines_put(rings->plot, x, y, width,
			line_words(rings, s), align, NULL, draw);
	h = jb_lines_put(
		rings->plot, x, y, width, s->part->name, align, NULL, draw);

	return h + jb_lines_put(rings->plot, x, y + h, width,
			   beside_value(rings, s), align, NULL, draw);
}

static double room_beside(const struct rings *rings)
{
	return rings->plot->width / 2 - rings->r - elbow - words_gap;
}

static double beside_height(
	struct rings *rings, const struct sector *s, double width)
{
	return rings->keyed ? jb_word_height(rings->plot)
			    : full_words(rings, s, 0, 0, width, true, false) +
				      (rings->shares ? 3 : 0);
}

/* Where all words beside the circle stand; the circle's middle. */
static jb_callout_place *spread(struct rings *rings, double width, double *high)
{
	jb_callout_place *places = jb_new_array(
		rings->plot->desk->arena, jb_callout_place, rings->n + 1);
	double sides[2] = {0, 0}, room = 2 * rings->r;
	size_t n = 0;

	for (size_t i = 0; i < rings->n; i++) {
		const struct sector *s = &rings->v[i];

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

static void put_beside(struct rings *rings, struct sector *s,
	const jb_callout_place *place, double width)
{
	jb_plot *plot = rings->plot;
	const jb_ink *grey = jb_desk_ink(plot->desk, "text45");
	double sign = place->right ? 1 : -1;
	double x = place->knee.x + sign * words_gap;
	guint from = plot->group->items->len;

	jb_put_line(plot->desk, plot->group, place->from.x, place->from.y,
		place->knee.x, place->knee.y, grey, 0.5, false);
	jb_put_line(plot->desk, plot->group, place->knee.x, place->knee.y,
		place->knee.x + sign * (words_gap - 1.5), place->knee.y, grey,
		0.5, false);
	if (rings->keyed)
		jb_word_put(plot, x, place->y,
			place->right ? JB_ALIGN_START : JB_ALIGN_END,
			number_words(rings, s->part), NULL);
	else
		full_words(rings, s, place->right ? x : x - width,
			place->y -
				(place->height - (rings->shares ? 3 : 0)) / 2,
			width, place->right, true);
	jb_part_claim(plot, from, s->part);
}

/* ---- drawing ---- */

static void hatch_points(
	struct rings *rings, const struct sector *s, double **out, size_t *n)
{
	size_t steps = 2 + (size_t)ceil((s->to - s->from) / (G_PI / 60));
	double *points =
		jb_new_array(rings->plot->desk->arena, double, 4 * steps);

	for (size_t i = 0; i < 2 * steps; i++) {
		size_t k = i < steps ? i : 2 * steps - 1 - i;
		jb_point p = jb_polar_at(rings->cx, rings->cy,
			i < steps ? s->r1 : s->r0,
			s->from + (s->to - s->from) * (double)k /
					  (double)(steps - 1));

		points[2 * i] = p.x;
		points[2 * i + 1] = p.y;
	}
	*out = points;
	*n = 2 * steps;
}

static void put_sector(struct rings *rings, struct sector *s)
{
	jb_plot *plot = rings->plot;
	guint from = plot->group->items->len;
	jb_item *item = jb_put_ring(plot->desk, plot->group, rings->cx,
		rings->cy, s->r0, s->r1, s->from, s->to, s->ink);
	double arc = (s->to - s->from) * (s->r0 + s->r1) / 2, *points;
	size_t n;

	/* half of it lies on each side: white between neighbours */
	item->u.path.stroke = jb_desk_ink(plot->desk, "paper");
	item->u.path.width_pt = fmin(gap_pt, arc / 4);
	hatch_points(rings, s, &points, &n);
	jb_part_status(plot, item, s->part->figure, points, n);
	if (s->inside)
		jb_word_put(plot, rings->cx + s->words.x,
			rings->cy + s->words.y, JB_ALIGN_CENTER, s->inside,
			jb_ink_on(plot->desk, s->ink));
	jb_part_claim(plot, from, s->part);
}

/* The total in a donut's hole. */
static void put_total(struct rings *rings)
{
	jb_plot *plot = rings->plot;
	const jb_figure *f = rings->whole->figure;
	double room = 2 * rings->r * rings->hole * 0.8, y = rings->cy;
	const jb_stat *total = plot->picture->of.total;
	const jb_rich *name = NULL, *value;
	guint from = plot->group->items->len;

	if (!f)
		return;
	value = jb_words_of(
		plot, jb_wording_text(plot->desk->arena, f), f, f->value_pos);
	if (total)
		name = jb_rich_empty(total->short_label) ? total->label
							 : total->short_label;
	if (rings->hole > 0.3 && jb_word_width(plot, name) <= room &&
		jb_word_width(plot, value) <= room) {
		double half =
			jb_rich_empty(name) ? 0 : jb_word_height(plot) / 2;

		if (half > 0)
			jb_word_put(plot, rings->cx, y - half, JB_ALIGN_CENTER,
				name, NULL);
		jb_word_put(plot, rings->cx, y + half, JB_ALIGN_CENTER, value,
			NULL);
		jb_claim(plot->group, from, f);
		return;
	}
	jb_note_add(plot,
		jb_sprintf(plot->desk->arena, "%s%s",
			name ? jb_rich_text(plot->desk->arena, name) : "合计",
			jb_wording_text(plot->desk->arena, f)),
		f);
}

/* What is written in sectors, at this radius. */
static void write_inside(struct rings *rings, double n_rings)
{
	for (size_t i = 0; i < rings->n; i++) {
		struct sector *s = &rings->v[i];
		const jb_rich *name = s->part->name;

		s->inside = NULL;
		set_radii(rings, i, n_rings);
		if (rings->shares)
			put_inside(rings, s, short_words(rings, s));
		else if (!s->outer)
			put_inside(rings, s, name);
	}
}

/* Not even its number fits: its words stand in the notes. */
static void unplaced(struct rings *rings, const struct sector *s)
{
	jb_arena *arena = rings->plot->desk->arena;

	s->part->key = 0;
	jb_note_add(rings->plot, jb_rich_text(arena, line_words(rings, s)),
		s->part->figure);
}

/* What stands neither in its sector nor beside the circle has a number. */
static void number_rest(struct rings *rings)
{
	for (size_t i = 0; i < rings->n; i++) {
		struct sector *s = &rings->v[i];

		if (s->inside && rings->shares && !rings->keyed)
			continue;
		if (s->outer && !rings->keyed)
			continue;
		if (s->outer) { /* keyed: in the sector where it fits */
			s->inside = NULL;
			put_inside(rings, s, number_words(rings, s->part));
		} else if (!s->inside &&
			   !put_inside(
				   rings, s, number_words(rings, s->part))) {
			unplaced(rings, s);
		}
	}
}

/* The largest circle that leaves the words beside it their width. */
static void choose_size(struct rings *rings, double most)
{
	double width = rings->plot->width, widest = 0;

	rings->r = fmin(most, width / 2 - elbow - words_gap - 20);
	for (size_t i = 0; i < rings->n; i++)
		if (rings->v[i].outer)
			widest = fmax(
				widest, fmin(words_width(rings, &rings->v[i]),
						words_most * width));
	if (width / 2 - elbow - words_gap - widest >= radius_least)
		rings->r = fmin(most, width / 2 - elbow - words_gap - widest);
	else
		rings->keyed = true;
	rings->cx = width / 2;
}

static void put_all(struct rings *rings, double n_rings, double most)
{
	jb_part **parts =
		jb_new_array(rings->plot->desk->arena, jb_part *, rings->n + 1);
	const jb_callout_place *places;
	double width, high;
	size_t k = 0;

	choose_size(rings, most);
	write_inside(rings, n_rings);
	number_rest(rings);
	width = rings->keyed ? 12 : room_beside(rings);
	places = spread(rings, width, &high);
	for (size_t i = 0; i < rings->n; i++) {
		struct sector *s = &rings->v[i];

		put_sector(rings, s);
		parts[i] = s->part;
	}
	for (size_t i = 0; i < rings->n; i++) {
		struct sector *s = &rings->v[i];

		if (s->outer && !(rings->keyed && s->inside))
			put_beside(rings, s, &places[k++], width);
	}
	rings->plot->group->height = high;
	put_total(rings);
	jb_keys_put(rings->plot, parts, rings->n, rings->whole->value);
}

/* ---- the forms ---- */

static bool read(struct rings *rings, jb_plot *plot)
{
	*rings = (struct rings){.plot = plot,
		.whole = jb_whole_read(plot->desk, plot->picture)};
	if (!rings->whole)
		return false;
	rings->v = jb_new_array(plot->desk->arena, struct sector,
		4 * jb_whole_count(rings->whole) + 1);
	jb_keys_begin(plot);
	return true;
}

static bool few_slices(jb_plot *plot, const jb_part *whole)
{
	if (whole->n <= PIE_MOST)
		return true;
	jb_error(plot->desk->diags, plot->picture->picture->pos,
		"%zu slices are too many to be compared: a circle takes %d",
		whole->n, PIE_MOST);
	jb_hint(plot->desk->diags, "`bars` or `treemap` show so many");
	return false;
}

static void add_rounding(jb_plot *plot, const jb_part *whole)
{
	bool all = true;

	for (size_t i = 0; i < whole->n; i++)
		all = all && !*jb_part_share(plot->desk->arena, whole->kids[i],
				     whole->value);
	if (!all && jb_shares_rounded(whole))
		jb_note_add(plot, "占比经四舍五入，合计不等于100%", NULL);
}

static void put_slices(jb_plot *plot, double hole)
{
	struct rings rings;

	if (!read(&rings, plot) || !few_slices(plot, rings.whole) ||
		!jb_whole_remarks(plot, rings.whole))
		return;
	rings.hole = hole;
	rings.shares = true;
	add_level(&rings, rings.whole, 0, 2 * G_PI, 1, rings.whole->n);
	put_all(&rings, 1, radius_most);
	add_rounding(plot, rings.whole);
}

void jb_pie_put(jb_plot *plot)
{
	put_slices(plot, 0);
}

/* Which ring is which: from the middle outwards. */
static void name_rings(jb_plot *plot, const jb_part *whole)
{
	g_autoptr(GString) text = g_string_new("由内向外：");

	for (size_t i = 0; i < whole->n; i++)
		g_string_append_printf(text, "%s%s", i ? "、" : "",
			jb_rich_text(plot->desk->arena, whole->kids[i]->name));
	jb_note_add(plot, text->str, NULL);
}

void jb_donut_put(jb_plot *plot)
{
	struct rings rings;

	if (!plot->picture->of.n_stats) {
		put_slices(plot, 0.56);
		return;
	}
	if (!read(&rings, plot))
		return;
	if (jb_whole_depth(rings.whole) == 1) {
		put_slices(plot, 0.56);
		return;
	}
	for (size_t i = 0; i < rings.whole->n; i++)
		if (!few_slices(plot, rings.whole->kids[i]))
			return;
	for (size_t i = 0; i < rings.whole->n; i++)
		if (!jb_whole_remarks(plot, rings.whole->kids[i]))
			return;
	rings.hole = 0.34;
	rings.shares = true;
	name_rings(plot, rings.whole);
	add_wholes(&rings);
	put_all(&rings, (double)rings.whole->n, radius_most * 1.15);
	for (size_t i = 0; i < rings.whole->n; i++)
		add_rounding(plot, rings.whole->kids[i]);
}

void jb_sunburst_put(jb_plot *plot)
{
	struct rings rings;
	int depth;
	size_t n;

	if (!read(&rings, plot))
		return;
	depth = jb_whole_depth(rings.whole);
	n = jb_whole_count(rings.whole);
	if (n > LEAVES_MOST || depth > DEPTH_MOST) {
		jb_error(plot->desk->diags, plot->picture->picture->pos,
			"a sunburst takes %d parts in %d rings, not %zu in %d",
			LEAVES_MOST, DEPTH_MOST, n, depth);
		jb_hint(plot->desk->diags, "a `treemap` shows hundreds");
		return;
	}
	if (!jb_whole_remarks(plot, rings.whole))
		return;
	rings.hole = 0.5 / (depth + 0.5);
	add_level(&rings, rings.whole, 0, 2 * G_PI, depth, rings.whole->n);
	put_all(&rings, depth, fmax(radius_most, depth * ring_most));
}
