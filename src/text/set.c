/* set.c - atoms at their places become runs, one for each change of look.
 *
 * The runs of a line together hold exactly its characters; a space stands in
 * the text and as a glyph even where a line ends at it, there without width,
 * so that copying keeps words apart.  Where ruby spreads its base, blank glyphs
 * fill its body, for readers see a space in every gap.  In a vertical line
 * glyphs of upright atoms are placed down the page, those of turned ones along
 * their baseline.
 */
#include "text/set.h"

#include <math.h>
#include <string.h>
#include <hb.h>

#include "text/ruby.h"
#include "text/upright.h"

/* A gap of less is seen by nobody (em). */
#define BLANK_EM .02

typedef struct setter {
	jb_arena *arena;
	const jb_para *para;
	GArray *runs;	  /* jb_run, finished */
	GArray *glyphs;	  /* jb_glyph of the open run */
	GArray *clusters; /* jb_cluster */
	GString *text;
	uint32_t span;
	jb_face *face; /* NULL: no run is open */
	jb_turn turn;
	double condense;
	double x, end;	/* edges of the open run */
	int lead;	/* bytes of its text before its first glyph */
	GArray *decors; /* jb_decor: boxes */
} setter;

static void *copy(jb_arena *arena, const void *data, size_t size)
{
	void *to = jb_arena_alloc(arena, size);

	if (size)
		memcpy(to, data, size);
	return to;
}

/* Latin letters beside Han may be raised; not those in a cell of their own. */
static double rise_of(const setter *s, const jb_span *span)
{
	bool upright = s->para->setting->vertical && s->turn == JB_TURN_NONE;
	double shift = upright ? 0 : jb_font_shift(span->font, s->face);

	return span->rise_pt + shift * span->size_pt;
}

/* A run of nothing but missing characters has no glyph to hold their text. */
static void end_run(setter *s)
{
	if (!s->face)
		return;
	const jb_span *span = &s->para->spans[s->span];
	jb_run run = {
		.face = s->face,
		.size_pt = span->size_pt * jb_font_scale(span->font, s->face),
		.ink = span->ink,
		.x = s->x,
		.width_pt = s->end - s->x,
		.rise_pt = rise_of(s, span),
		.turn = s->turn,
		.condense = s->condense,
		.glyphs = copy(s->arena, s->glyphs->data,
			s->glyphs->len * sizeof(jb_glyph)),
		.n_glyphs = s->glyphs->len,
		.clusters = copy(s->arena, s->clusters->data,
			s->clusters->len * sizeof(jb_cluster)),
		.n_clusters = s->clusters->len,
		.text = jb_strndup(s->arena, s->text->str, s->text->len),
		.len = s->text->len,
		.pos = span->pos,
		.figure = span->figure,
		.link = span->link,
		.note = span->note,
	};
	if (run.n_clusters)
		g_array_append_val(s->runs, run);
	s->lead = 0;
	g_array_set_size(s->glyphs, 0);
	g_array_set_size(s->clusters, 0);
	g_string_truncate(s->text, 0);
	s->face = NULL;
}

/* A run for this atom, the open one if it looks the same. */
static void need_run(setter *s, const jb_atom *atom, double x)
{
	if (s->face == atom->face && s->span == atom->span &&
		s->turn == atom->turn && s->condense == atom->condense)
		return;
	end_run(s);
	s->face = atom->face;
	s->span = atom->span;
	s->turn = atom->turn;
	s->condense = atom->condense;
	s->x = s->end = x;
}

static void put_glyph(setter *s, const jb_glyph *glyph, double x)
{
	bool down = s->para->setting->vertical && s->turn == JB_TURN_NONE;
	double along = x - s->x;
	jb_glyph placed = {glyph->id, glyph->x + (down ? 0 : along),
		glyph->y + (down ? along : 0)};

	g_array_append_val(s->glyphs, placed);
}

/* One cluster for all of an atom; digits in a cell are told apart. */
static void put_clusters(setter *s, const jb_atom *atom, int bytes)
{
	bool each = jb_atom_first(s->para, atom)->stand == JB_STAND_CELL &&
		    atom->n == atom->n_glyphs;
	int n = each ? (int)atom->n : 1, lead = s->lead;

	for (int i = 0; i < n; i++) {
		jb_cluster cluster = {bytes, (int)atom->n_glyphs / n};

		if (n > 1) {
			const jb_char *ch = jb_para_char(
				s->para, atom->first + (uint32_t)i);
			cluster.bytes = g_unichar_to_utf8(ch->c, NULL);
		}
		cluster.bytes += i == 0 ? lead : 0;
		g_array_append_val(s->clusters, cluster);
	}
	s->lead = 0;
}

static void put_text(setter *s, const jb_atom *atom)
{
	for (uint32_t i = 0; i < atom->n; i++)
		g_string_append_unichar(
			s->text, jb_para_char(s->para, atom->first + i)->c);
}

/* A character no face has: a box in its place, its text with the cluster
 * before it in the run, or else with the one behind. */
static void put_box(setter *s, const jb_atom *atom, double x)
{
	const jb_span *span = &s->para->spans[atom->span];
	jb_decor box = {
		.kind = JB_DECOR_BOX,
		.x0 = x,
		.x1 = x + atom->width,
		.em = atom->em,
		.ink = span->ink,
		.pos = span->pos,
		.c = jb_atom_first(s->para, atom)->c,
	};
	size_t before;

	g_array_append_val(s->decors, box);
	if (!s->face || s->span != atom->span)
		need_run(s, atom, x);
	before = s->text->len;
	put_text(s, atom);
	int bytes = (int)(s->text->len - before);
	if (s->clusters->len)
		g_array_index(s->clusters, jb_cluster, s->clusters->len - 1)
			.bytes += bytes;
	else
		s->lead += bytes;
}

/* An icon is drawn and is no text. */
static void put_icon(setter *s, const jb_atom *atom, double x)
{
	const jb_span *span = &s->para->spans[atom->span];
	const jb_decor icon = {
		.kind = JB_DECOR_ICON,
		.x0 = x,
		.x1 = x + atom->width,
		.em = atom->em,
		.ink = span->ink,
		.pos = span->pos,
		.icon = span->icon,
	};

	g_array_append_val(s->decors, icon);
}

/* What an atom has around its glyph from its ruby, in a horizontal line: blank
 * glyphs there are glyphs of its cluster, so that copying gives the character
 * alone.  A form that the font lists for no character would lose its own. */
static unsigned count_blanks(
	const setter *s, const jb_atom *atom, double *lead, double *tail)
{
	const GArray *atoms = s->para->atoms;
	uint32_t i = (uint32_t)(atom - &g_array_index(atoms, jb_atom, 0));
	const jb_ruby *ruby = jb_ruby_of(s->para, i);
	const jb_glyph *glyph =
		&g_array_index(s->para->glyphs, jb_glyph, atom->glyph);

	*lead = ruby ? ruby->pad : 0;
	*tail = ruby ? ruby->pad_end : 0;
	if (s->para->setting->vertical || atom->n != 1 || atom->n_glyphs != 1 ||
		jb_face_glyph(atom->face, jb_atom_first(s->para, atom)->c) !=
			glyph->id)
		*lead = *tail = 0;
	return (*lead > BLANK_EM * atom->em) + (*tail > BLANK_EM * atom->em);
}

/* A blank that ends at x, or starts there. */
static void put_blank(setter *s, const jb_atom *atom, double x, bool ends)
{
	double scale = atom->em / atom->face->upem;
	jb_glyph glyph = {
		jb_face_glyph(atom->face, ' '), 0, jb_atom_baseline(atom)};

	if (ends)
		x -= hb_font_get_glyph_h_advance(
			     jb_face_open(atom->face), glyph.id) *
		     scale;
	put_glyph(s, &glyph, x);
}

static void put_atom(setter *s, const jb_atom *atom, double x)
{
	double lead, tail;
	size_t before;

	if (atom->n_glyphs == 0 && s->para->spans[atom->span].icon) {
		put_icon(s, atom, x);
		return;
	}
	if (atom->n_glyphs == 0) {
		put_box(s, atom, x);
		return;
	}
	need_run(s, atom, x);
	before = s->text->len;
	unsigned blanks = count_blanks(s, atom, &lead, &tail);
	if (lead > BLANK_EM * atom->em)
		put_blank(s, atom, x, false);
	for (uint32_t i = 0; i < atom->n_glyphs; i++)
		put_glyph(s,
			&g_array_index(
				s->para->glyphs, jb_glyph, atom->glyph + i),
			x + atom->origin);
	put_text(s, atom);
	if (tail > BLANK_EM * atom->em)
		put_blank(s, atom, x + atom->width, true);
	put_clusters(s, atom, (int)(s->text->len - before));
	g_array_index(s->clusters, jb_cluster, s->clusters->len - 1).glyphs +=
		(int)blanks;
	s->end = fmax(s->end, x + atom->width);
}

/* A hyphen that is not in the text is one more glyph of its letter, so that
 * copying gives the word whole. */
static void put_hyphen(setter *s, const jb_atom *atom, double x)
{
	jb_glyph glyph = {
		jb_face_glyph(atom->face, '-'), 0, jb_atom_baseline(atom)};

	put_glyph(s, &glyph, x);
	g_array_index(s->clusters, jb_cluster, s->clusters->len - 1).glyphs++;
	s->end = x + atom->gap.hyphen;
}

/* A space belongs to the atom before it if that has its look, else to the one
 * behind it. */
static void put_space(
	setter *s, const jb_atom *left, const jb_atom *right, double x)
{
	const jb_char *ch = jb_para_char(s->para, left->gap.space);
	const jb_atom *owner = left->span == ch->span || !right ? left : right;
	jb_glyph glyph = {jb_face_glyph(owner->face, ch->c), 0, 0};
	jb_cluster cluster = {0, 1};
	size_t before;

	if (!glyph.id)
		glyph.id = jb_face_glyph(owner->face, ' ');
	if (!glyph.id)
		return;
	if (s->para->setting->vertical)
		jb_space_place(owner, left->gap.natural, &glyph);
	need_run(s, owner, x);
	before = s->text->len;
	put_glyph(s, &glyph, x);
	g_string_append_unichar(s->text, ch->c);
	cluster.bytes = (int)(s->text->len - before) + s->lead;
	s->lead = 0;
	g_array_append_val(s->clusters, cluster);
}

static void set_atoms(
	setter *s, const jb_cut *cut, double x, const double *extra)
{
	for (uint32_t i = cut->from; i < cut->to; i++) {
		const jb_atom *atom = jb_para_atom(s->para, i);
		bool end = i + 1 == cut->to;
		put_atom(s, atom, x);
		x += atom->width;
		if (atom->gap.space != JB_NO_SPACE && !(end && cut->ends))
			put_space(s, atom, end ? NULL : atom + 1, x);
		/* a missing character has no run to put the hyphen into */
		if (end && !cut->ends && atom->gap.hyphen > 0 && atom->n_glyphs)
			put_hyphen(s, atom, x - atom->gap.kern);
		if (!end)
			x += atom->gap.natural +
			     (extra ? extra[i - cut->from] : 0);
	}
	end_run(s);
}

void jb_line_set(jb_arena *arena, const jb_para *para, const jb_cut *cut,
	double x, const double *extra, jb_line *line)
{
	setter s = {
		.arena = arena,
		.para = para,
		.runs = g_array_new(FALSE, FALSE, sizeof(jb_run)),
		.glyphs = g_array_new(FALSE, FALSE, sizeof(jb_glyph)),
		.clusters = g_array_new(FALSE, FALSE, sizeof(jb_cluster)),
		.decors = g_array_new(FALSE, FALSE, sizeof(jb_decor)),
		.text = g_string_new(NULL),
	};

	set_atoms(&s, cut, x, extra);
	line->runs = copy(arena, s.runs->data, s.runs->len * sizeof(jb_run));
	line->n_runs = s.runs->len;
	line->decors =
		copy(arena, s.decors->data, s.decors->len * sizeof(jb_decor));
	line->n_decors = s.decors->len;
	g_array_unref(s.runs);
	g_array_unref(s.glyphs);
	g_array_unref(s.clusters);
	g_array_unref(s.decors);
	g_string_free(s.text, TRUE);
}
