/* rings.c - parts as sectors: pies, donuts, rings in rings, sunbursts.
 *
 * All are one thing: a whole cut by its parts, in polar coordinates.  Words
 * stand in their sector, or beside the circle with a leader; where there is no
 * room beside it numbers do, and the words below.
 */
#include "plot/rings.h"

#include <math.h>
#include <string.h>

#include "model/wording.h"
#include "plot/marks.h"

static const double radius_most = 88, radius_least = 44, words_most = 0.3;
static const double gap_pt = 1;
static const double ring_most = 34;
enum { PIE_MOST = 6, RINGS_MOST = 3, LEAVES_MOST = 40, DEPTH_MOST = 4 };

/* ---- sectors ---- */

static jb_sector *add(jb_rings *rings, jb_part *part, double from, double to,
	double of, jb_shade look)
{
	jb_sector *s = &rings->v[rings->n++];

	*s = (jb_sector){
		.part = part, .from = from, .to = to, .of = of, .look = look};
	return s;
}

static jb_shade look_of(const jb_rings *rings, size_t i, size_t n)
{
	return jb_part_look(
		rings->plot->desk, i, n, rings->plot->picture->picture->colors);
}

/* A part's parts share its angle. */
static void add_level(jb_rings *rings, jb_part *part, double from, double to,
	int depth, size_t n_inks)
{
	double at = from;

	for (size_t i = 0; i < part->n; i++) {
		jb_part *kid = part->kids[i];
		double next = at + (to - from) * kid->value / part->value;
		jb_sector *s;

		if (!(kid->value > 0))
			continue;
		s = add(rings, kid, at, next, rings->whole->value,
			look_of(rings, kid->branch, n_inks));
		s->r0 = kid->depth - 1;
		s->r1 = kid->depth;
		s->outer = kid->depth == depth;
		add_level(rings, kid, at, next, depth, n_inks);
		at = next;
	}
}

/* Rings of one whole each: a name has one ink in all of them. */
static size_t class_of(jb_rings *rings, GPtrArray *names, const jb_part *part)
{
	char *name = jb_rich_text(rings->plot->desk->arena, part->name);

	for (guint i = 0; i < names->len; i++)
		if (strcmp(names->pdata[i], name) == 0)
			return i;
	g_ptr_array_add(names, name);
	return names->len - 1;
}

static void add_wholes(jb_rings *rings)
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
				jb_sector *s;

				next = at;
				if (!pass || !(kid->value > 0))
					continue;
				next = at + 2 * G_PI * kid->value / ring->value;
				s = add(rings, kid, at, next, ring->value,
					look_of(rings, class, names->len));
				s->r0 = (double)i;
				s->r1 = (double)i + 1;
				s->outer = i + 1 == whole->n;
			}
		}
}

/* From rings counted to radii in points. */
static void set_radii(jb_rings *rings, size_t i, double n)
{
	double thick = rings->r * (1 - rings->hole) / n;
	jb_sector *s = &rings->v[i];
	double from = s->r0, to = s->r1;

	s->r0 = rings->r * rings->hole + thick * from;
	s->r1 = rings->r * rings->hole + thick * to;
}

/* ---- drawing ---- */

static void hatch_points(
	jb_rings *rings, const jb_sector *s, double **out, size_t *n)
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

/* On a pattern, and where no ink is read, words need paper under them. */
static void put_words(const jb_rings *rings, const jb_sector *s)
{
	jb_plot *plot = rings->plot;
	double x = rings->cx + s->words.x, y = rings->cy + s->words.y;
	double w = jb_word_width(plot, s->inside) + 2;
	double h = jb_desk_style(plot->desk, JB_PLOT_LABEL)->size_pt + 1;
	const jb_ink *ink =
		s->look.pattern ? NULL : jb_ink_on(plot->desk, s->look.ink);

	if (!ink)
		jb_put_rect(plot->desk, plot->group, x - w / 2, y - h / 2, w, h,
			jb_desk_ink(plot->desk, "paper"));
	jb_word_put(plot, x, y, JB_ALIGN_CENTER, s->inside, ink);
}

static void put_sector(jb_rings *rings, jb_sector *s)
{
	jb_plot *plot = rings->plot;
	guint from = plot->group->items->len;
	jb_item *item = jb_put_ring(plot->desk, plot->group, rings->cx,
		rings->cy, s->r0, s->r1, s->from, s->to, s->look.ink);
	double arc = (s->to - s->from) * (s->r0 + s->r1) / 2, *points;
	size_t n;

	/* half of it lies on each side: white between neighbours */
	item->u.path.stroke = jb_desk_ink(plot->desk, "paper");
	item->u.path.width_pt = fmin(gap_pt, arc / 4);
	hatch_points(rings, s, &points, &n);
	if (!s->part->figure || !jb_is_ahead(s->part->figure->status))
		jb_put_look_lines(plot->desk, plot->group, points, n, s->look);
	jb_part_status(plot, item, s->part->figure, points, n);
	if (s->inside)
		put_words(rings, s);
	jb_part_claim(plot, from, s->part);
}

/* The total in a donut's hole. */
static void put_total(jb_rings *rings)
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
		name = jb_stat_name(total);
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
static void write_inside(jb_rings *rings, double n_rings)
{
	for (size_t i = 0; i < rings->n; i++) {
		jb_sector *s = &rings->v[i];
		const jb_rich *name = s->part->name;

		s->inside = NULL;
		set_radii(rings, i, n_rings);
		if (rings->shares)
			jb_sector_write(rings, s, jb_sector_share(rings, s));
		else if (!s->outer)
			jb_sector_write(rings, s, name);
	}
}

/* Not even its number fits: its words stand in the notes. */
static void unplaced(jb_rings *rings, const jb_sector *s)
{
	jb_arena *arena = rings->plot->desk->arena;

	s->part->key = 0;
	jb_note_add(rings->plot, jb_rich_text(arena, jb_sector_line(rings, s)),
		s->part->figure);
}

/* What stands neither in its sector nor beside the circle has a number. */
static void number_rest(jb_rings *rings)
{
	for (size_t i = 0; i < rings->n; i++) {
		jb_sector *s = &rings->v[i];

		if (s->inside && rings->shares && !rings->keyed)
			continue;
		if (s->outer && !rings->keyed)
			continue;
		if (s->outer) { /* keyed: in the sector where it fits */
			s->inside = NULL;
			jb_sector_write(
				rings, s, jb_sector_number(rings, s->part));
		} else if (!s->inside &&
			   !jb_sector_write(rings, s,
				   jb_sector_number(rings, s->part))) {
			unplaced(rings, s);
		}
	}
}

/* The largest circle that leaves the words beside it their width. */
static void choose_size(jb_rings *rings, double most)
{
	double width = rings->plot->width, widest = 0;

	rings->r = fmin(most, width / 2 - JB_RINGS_ELBOW - JB_RINGS_GAP - 20);
	for (size_t i = 0; i < rings->n; i++)
		if (rings->v[i].outer)
			widest = fmax(widest, fmin(jb_sector_beside_width(
							   rings, &rings->v[i]),
						      words_most * width));
	if (width / 2 - JB_RINGS_ELBOW - JB_RINGS_GAP - widest >= radius_least)
		rings->r = fmin(most,
			width / 2 - JB_RINGS_ELBOW - JB_RINGS_GAP - widest);
	else
		rings->keyed = true;
	rings->cx = width / 2;
}

static void put_all(jb_rings *rings, double n_rings, double most)
{
	jb_part **parts =
		jb_new_array(rings->plot->desk->arena, jb_part *, rings->n + 1);
	const jb_callout_place *places;
	double width, high;
	size_t k = 0;

	choose_size(rings, most);
	write_inside(rings, n_rings);
	number_rest(rings);
	width = rings->keyed ? 12 : jb_rings_room(rings);
	places = jb_rings_spread(rings, width, &high);
	for (size_t i = 0; i < rings->n; i++) {
		jb_sector *s = &rings->v[i];

		put_sector(rings, s);
		parts[i] = s->part;
	}
	for (size_t i = 0; i < rings->n; i++) {
		jb_sector *s = &rings->v[i];

		if (s->outer && !(rings->keyed && s->inside))
			jb_sector_put_beside(rings, s, &places[k++], width);
	}
	rings->plot->group->height = high;
	put_total(rings);
	jb_keys_put(rings->plot, parts, rings->n, rings->whole->value);
}

/* ---- the forms ---- */

static bool read(jb_rings *rings, jb_plot *plot)
{
	*rings = (jb_rings){.plot = plot,
		.whole = jb_whole_read(plot->desk, plot->picture)};
	if (!rings->whole)
		return false;
	rings->v = jb_new_array(plot->desk->arena, jb_sector,
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
	jb_rings rings;

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
	jb_rings rings;

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
	jb_rings rings;
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
