/* upright.c - which characters of a vertical line stand upright.
 *
 * What Latin writing shares with Chinese has been told apart before: here a
 * Western token is a row of JB_WEST characters.  A token of one letter or of a
 * few digits stands among Chinese; beside other Western text it is part of a
 * phrase and is turned with it.
 */
#include "text/upright.h"

#include "text/face.h"
#include "text/orient.h"

/* The em box of a Han face ends .88 em above and .12 em below the baseline;
 * its middle stands on the centre line. */
#define ASCENT_EM .88
#define MIDDLE_EM .38

/* Tokens */

typedef struct token {
	uint32_t from, to;
	bool digits;  /* nothing but 0..9 */
	bool upright; /* upright by property, all of it: × ½ © */
	bool one;     /* look and span */
} token;

static bool stands(gunichar c)
{
	jb_orient orient = jb_char_orient(c);

	return orient == JB_ORIENT_U || orient == JB_ORIENT_TU;
}

/* Selectors and joiners go with what they follow. */
static bool is_silent(unsigned cls)
{
	return cls == JB_JOINER || cls == JB_SPLIT;
}

static token token_from(const jb_para *para, uint32_t from)
{
	uint32_t span = jb_para_char(para, from)->span;
	token t = {from, from, true, true, true};

	for (; t.to < para->chars->len; t.to++) {
		const jb_char *ch = jb_para_char(para, t.to);

		if (ch->cls != JB_WEST)
			break;
		t.digits = t.digits && ch->c >= '0' && ch->c <= '9';
		t.upright = t.upright && stands(ch->c);
		t.one = t.one && ch->span == span;
	}
	return t;
}

/* Whether the next character that says something, to the left (-1) or to the
 * right, is Western. */
static bool is_west_beside(const jb_para *para, uint32_t at, int step)
{
	for (uint32_t i = at + (uint32_t)step; i < para->chars->len;
		i += (uint32_t)step) {
		unsigned cls = jb_para_char(para, i)->cls;

		if (cls != JB_SPACE && !is_silent(cls))
			return cls == JB_WEST;
	}
	return false;
}

static jb_stand stand_of(const jb_para *para, const token *t)
{
	uint32_t n = t->to - t->from;
	bool letter =
		n == 1 && g_unichar_isalpha(jb_para_char(para, t->from)->c);
	bool cell = t->one && (letter || (t->digits && n <= JB_CELL_MOST));

	if (t->upright)
		return JB_STAND_UPRIGHT;
	if (!cell || is_west_beside(para, t->from, -1) ||
		is_west_beside(para, t->to - 1, 1))
		return JB_STAND_ALONG;
	return JB_STAND_CELL;
}

static bool is_quote(gunichar c)
{
	return c >= 0x2018 && c <= 0x201d;
}

/* Chinese: most of it stands.  What is turned by property is turned as it is,
 * —— with its two em in one, and · with the room it takes, but for the quotes
 * that Chinese shares with Latin: “ ” become ﹃ ﹄ (GB/T 15834 5.2.3).
 * ： and ； stand also where their form is that of horizontal lines, as in
 * Taiwan. */
static jb_stand stand_alone(const jb_char *ch)
{
	gunichar c = ch->c;

	if ((c >= 0x4e00 && c <= 0x9fff) || stands(c) || c == 0xff1a ||
		c == 0xff1b)
		return JB_STAND_UPRIGHT;
	return jb_char_orient(c) == JB_ORIENT_TR || is_quote(c)
		       ? JB_STAND_FORM
		       : JB_STAND_ALONG;
}

void jb_para_stand(jb_para *para)
{
	for (uint32_t i = 0; i < para->chars->len;) {
		jb_char *ch = jb_para_char(para, i);

		if (ch->cls != JB_WEST) {
			ch->stand = (uint8_t)stand_alone(ch);
			i++;
			continue;
		}
		token t = token_from(para, i);
		jb_stand stand = stand_of(para, &t);
		for (; i < t.to; i++)
			jb_para_char(para, i)->stand = (uint8_t)stand;
	}
}

/* Vertical forms */

static hb_codepoint_t glyph_in(
	jb_face *face, gunichar c, hb_direction_t direction, const char *lang)
{
	static const char *const shapers[] = {"ot", NULL};
	hb_buffer_t *buffer = hb_buffer_create();
	hb_codepoint_t glyph;

	hb_buffer_add(buffer, c, 0);
	hb_buffer_set_direction(buffer, direction);
	hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
	hb_buffer_set_language(buffer, hb_language_from_string(lang, -1));
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_shape_full(jb_face_open(face), buffer, NULL, 0, shapers);
	glyph = hb_buffer_get_glyph_infos(buffer, NULL)[0].codepoint;
	hb_buffer_destroy(buffer);
	return glyph;
}

/* A form asked for: what mark, in which face, for which region. */
typedef struct form {
	jb_face *face;
	gunichar c;
	uint8_t region;
	bool there;
} form;

/* A paragraph has few different marks: each is asked once. */
static bool has_form(jb_para *para, uint32_t i, jb_face *face)
{
	const jb_char *ch = jb_para_char(para, i);
	jb_region region = jb_forms_of(para, ch);
	const char *lang = jb_region_lang(region);
	form new = {face, ch->c, (uint8_t)region, false};

	if (!para->forms)
		para->forms = g_array_new(FALSE, FALSE, sizeof(form));
	for (unsigned k = 0; k < para->forms->len; k++) {
		const form *f = &g_array_index(para->forms, form, k);

		if (f->face == face && f->c == ch->c && f->region == new.region)
			return f->there;
	}
	new.there = glyph_in(face, ch->c, HB_DIRECTION_TTB, lang) !=
		    glyph_in(face, ch->c, HB_DIRECTION_LTR, lang);
	g_array_append_val(para->forms, new);
	return new.there;
}

jb_stand jb_stand_in(jb_para *para, uint32_t i, jb_face *face)
{
	jb_stand stand = jb_para_char(para, i)->stand;

	if (stand != JB_STAND_FORM)
		return stand;
	return has_form(para, i, face) ? JB_STAND_UPRIGHT : JB_STAND_ALONG;
}

/* Places */

/* A row moves to the middle of a cell, narrower if it must, and keeps the
 * baseline it has beside Han. */
static void set_cell(jb_para *para, jb_atom *atom)
{
	double row = atom->width, em = atom->em;

	if (row > em)
		atom->condense = em / row;
	for (uint32_t i = 0; i < atom->n_glyphs; i++) {
		jb_glyph *glyph =
			&g_array_index(para->glyphs, jb_glyph, atom->glyph + i);

		glyph->x = (glyph->x - row / 2) *
			   (atom->condense > 0 ? atom->condense : 1);
		glyph->y += ASCENT_EM * em;
	}
	atom->width = em;
	atom->cls = g_unichar_isdigit(jb_atom_first(para, atom)->c) ? JB_WIDE
								    : JB_HAN;
}

double jb_atom_baseline(const jb_atom *atom)
{
	return atom->turn == JB_TURN_RIGHT ? MIDDLE_EM * atom->em : 0;
}

void jb_space_place(const jb_atom *atom, double room, jb_glyph *space)
{
	hb_position_t advance = hb_font_get_glyph_h_advance(
		jb_face_open(atom->face), space->id);

	space->y = jb_atom_baseline(atom);
	if (atom->turn == JB_TURN_RIGHT)
		return;
	space->x = -advance * atom->em / atom->face->upem / 2;
	space->y = room / 2 + MIDDLE_EM * atom->em;
}

/* The middle of a dot's ink above the baseline; fonts put it a little lower
 * than the middle of Han. */
static double dot_middle(const jb_para *para, const jb_atom *atom)
{
	const jb_glyph *glyph =
		&g_array_index(para->glyphs, jb_glyph, atom->glyph);
	hb_glyph_extents_t ink;

	if (!hb_font_get_glyph_extents(
		    jb_face_open(atom->face), glyph->id, &ink))
		return jb_atom_baseline(atom);
	return (ink.y_bearing + ink.height / 2.) * atom->em / atom->face->upem;
}

static void set_turned(jb_para *para, jb_atom *atom)
{
	double down;

	atom->turn = JB_TURN_RIGHT;
	down = atom->cls == JB_MID ? dot_middle(para, atom)
				   : jb_atom_baseline(atom);
	for (uint32_t i = 0; i < atom->n_glyphs; i++)
		g_array_index(para->glyphs, jb_glyph, atom->glyph + i).y +=
			down;
}

void jb_atom_stand(jb_para *para, jb_atom *atom)
{
	switch (jb_stand_in(para, atom->first, atom->face)) {
	case JB_STAND_CELL:
		set_cell(para, atom);
		break;
	case JB_STAND_ALONG:
		set_turned(para, atom);
		break;
	default:
		break; /* its places are those of the font */
	}
}
