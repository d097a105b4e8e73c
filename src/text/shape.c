/* shape.c - characters become atoms: a face for each, HarfBuzz for the glyphs.
 *
 * HarfBuzz gets maximal stretches of one face with script and language set by
 * us: only as Han text in Chinese does Noto join —— into one glyph of two em.
 * Then each cluster is an atom and marks lose the blank half of their glyph.
 */
#include "text/para.h"

#include <math.h>
#include <hb.h>

typedef struct shaper {
	jb_para *para;
	jb_diags *diags;
	GArray *missing; /* gunichar, already reported */
	hb_buffer_t *buffer;
	hb_language_t lang;
} shaper;

/* Faces */

/* Signs that the Latin face draws when its language is spoken. */
static bool is_latin_sign(gunichar c)
{
	return (c >= 0x20 && c <= 0xb6) || (c >= 0xb8 && c <= 0xff) ||
	       c == 0x2013 || c == 0x2212 || c == 0x2264 || c == 0x2265 ||
	       (c < 0x2000 && g_unichar_isalpha(c)) ||
	       jb_char_class(c) == JB_SHARED;
}

/* Variation selectors, joiners and combining marks stay with their base. */
static bool is_follower(gunichar c)
{
	return c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) ||
	       (c >= 0xe0100 && c <= 0xe01ef) || g_unichar_ismark(c);
}

static jb_face *choose_face(const jb_font *font, const jb_char *ch)
{
	jb_face *face = NULL;

	if (ch->cls == JB_WEST && is_latin_sign(ch->c))
		face = jb_faces_find(&font->latin, ch->c);
	if (!face)
		face = jb_faces_find(&font->main, ch->c);
	if (!face)
		face = jb_faces_find(&font->latin, ch->c);
	return face;
}

static void report_missing(shaper *s, const jb_char *ch)
{
	const jb_span *span = &s->para->spans[ch->span];
	char text[8] = {0};

	for (unsigned i = 0; i < s->missing->len; i++)
		if (g_array_index(s->missing, gunichar, i) == ch->c)
			return;
	g_array_append_val(s->missing, ch->c);
	if (!s->diags)
		return;
	g_unichar_to_utf8(ch->c, text);
	jb_error(s->diags, span->pos,
		"no face of “%s” has the character “%s” (U+%04X)",
		span->font->family, text, ch->c);
	jb_hint(s->diags, "write it another way, or choose a font that has it");
}

/* Atoms */

/* The glyph fills an em of which the mark takes half: the rest is blank. */
static void set_body(jb_atom *atom, double before, double after)
{
	atom->before = before * atom->em;
	atom->after = after * atom->em;
	atom->width -= atom->before + atom->after;
	atom->origin = -atom->before;
}

/* · is narrower than half an em in the font, and half an em in China's rules;
 * elsewhere it has a cell of one em. */
static void set_middle_dot(const jb_para *para, jb_atom *atom)
{
	atom->origin = (atom->em / 2 - atom->width) / 2;
	atom->width = atom->em / 2;
	if (para->style != JB_STYLE_HANS)
		atom->before = atom->after = atom->em / 4;
}

static void set_pause(const jb_para *para, jb_atom *atom, gunichar c)
{
	bool asks = c == 0xff01 || c == 0xff1f;	 /* ！？ */
	bool colon = c == 0xff1a || c == 0xff1b; /* ：； */

	if (para->style == JB_STYLE_HANS)
		set_body(atom, 0, .5);
	else if (asks)
		return;
	else if (para->style == JB_STYLE_HANT || colon)
		set_body(atom, .25, .25);
	else
		set_body(atom, 0, .5);
}

static void set_mark(const jb_para *para, jb_atom *atom)
{
	gunichar c = jb_atom_first(para, atom)->c;
	bool full = fabs(atom->width - atom->em) < .02 * atom->em;

	if (atom->cls == JB_MID)
		set_middle_dot(para, atom);
	else if (!full)
		return;
	else if (atom->cls == JB_OPEN)
		set_body(atom, .5, 0);
	else if (atom->cls == JB_CLOSE)
		set_body(atom, 0, .5);
	else if (atom->cls == JB_COMMA || atom->cls == JB_STOP)
		set_pause(para, atom, c);
}

/* Glyphs [from, to) of the buffer are one cluster of n characters. */
static void add_atom(
	shaper *s, jb_face *face, unsigned from, unsigned to, unsigned n)
{
	const hb_glyph_info_t *info =
		hb_buffer_get_glyph_infos(s->buffer, NULL);
	const hb_glyph_position_t *at =
		hb_buffer_get_glyph_positions(s->buffer, NULL);
	const jb_char *ch = jb_para_char(s->para, info[from].cluster);
	double em = s->para->spans[ch->span].size_pt, scale = em / face->upem;
	jb_atom atom = {
		.first = info[from].cluster,
		.n = n,
		.glyph = s->para->glyphs->len,
		.n_glyphs = to - from,
		.span = ch->span,
		.face = face,
		.cls = ch->cls,
		.em = em,
		.gap.space = JB_NO_SPACE,
	};

	for (unsigned i = from; i < to; i++) {
		jb_glyph glyph = {info[i].codepoint,
			atom.width + at[i].x_offset * scale,
			-at[i].y_offset * scale};
		g_array_append_val(s->para->glyphs, glyph);
		atom.width += at[i].x_advance * scale;
	}
	set_mark(s->para, &atom);
	g_array_append_val(s->para->atoms, atom);
}

static void shape_buffer(shaper *s, jb_face *face, bool west)
{
	static const hb_feature_t latin[] = {
		{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START,
			HB_FEATURE_GLOBAL_END},
		{HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START,
			HB_FEATURE_GLOBAL_END},
		/* letters set apart are not tied by a ligature */
		{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START,
			HB_FEATURE_GLOBAL_END},
	};
	/* said here, or the environment may say otherwise */
	static const char *const shapers[] = {"ot", NULL};
	bool tracked = s->para->setting->tracking_em != 0;

	hb_buffer_set_direction(s->buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(s->buffer, west ? HB_SCRIPT_LATIN : HB_SCRIPT_HAN);
	hb_buffer_set_language(s->buffer, s->lang);
	hb_buffer_set_content_type(s->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_shape_full(jb_face_open(face), s->buffer, latin,
		!west	  ? 0
		: tracked ? 3
			  : 2,
		shapers);
}

/* Characters [from, to) have one face and one span. */
static void shape_item(shaper *s, jb_face *face, uint32_t from, uint32_t to)
{
	unsigned n;

	hb_buffer_clear_contents(s->buffer);
	for (uint32_t i = from; i < to; i++)
		hb_buffer_add(s->buffer, jb_para_char(s->para, i)->c, i);
	shape_buffer(s, face, jb_para_char(s->para, from)->cls == JB_WEST);
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(s->buffer, &n);
	for (unsigned i = 0, next; i < n; i = next) {
		next = i + 1;
		while (next < n && info[next].cluster == info[i].cluster)
			next++;
		uint32_t end = next < n ? info[next].cluster : to;
		add_atom(s, face, i, next, end - info[i].cluster);
	}
}

/* Items */

static bool is_drawn(unsigned cls)
{
	return cls != JB_SPACE && cls != JB_BREAK && cls != JB_JOINER &&
	       cls != JB_SPLIT;
}

static jb_face *face_of(shaper *s, uint32_t i)
{
	const jb_char *ch = jb_para_char(s->para, i);
	const jb_font *font = s->para->spans[ch->span].font;
	jb_face *face = font ? choose_face(font, ch) : NULL;

	if (font && !face)
		report_missing(s, ch);
	return face; /* no font: its lookup has been reported */
}

/* From a drawn character to where face, span or script changes.  A character
 * without a face ends the item: it is reported and left out, for gid 0 is
 * never drawn. */
static uint32_t shape_from(shaper *s, uint32_t from, uint32_t n)
{
	const jb_char *first = jb_para_char(s->para, from);
	jb_face *face = face_of(s, from);
	uint32_t to = from + 1;

	for (; face && to < n; to++) {
		const jb_char *ch = jb_para_char(s->para, to);
		if (!is_drawn(ch->cls) || ch->span != first->span)
			break;
		if (is_follower(ch->c) && (ch->c >= 0xfe00 || ch->c == 0x200d ||
						  jb_face_glyph(face, ch->c)))
			continue;
		if ((ch->cls == JB_WEST) != (first->cls == JB_WEST) ||
			choose_face(s->para->spans[ch->span].font, ch) != face)
			break;
	}
	if (face)
		shape_item(s, face, from, to);
	return to;
}

static void end_segment(jb_para *para, uint32_t *from)
{
	jb_segment segment = {*from, para->atoms->len};

	g_array_append_val(para->segments, segment);
	*from = segment.to;
}

void jb_para_shape(jb_para *para, jb_diags *diags)
{
	const char *lang = para->setting->lang;
	shaper s = {
		.para = para,
		.diags = diags,
		.missing = g_array_new(FALSE, FALSE, sizeof(gunichar)),
		.buffer = hb_buffer_create(),
		.lang = hb_language_from_string(lang ? lang : "zh-Hans", -1),
	};
	uint32_t n = para->chars->len, from = 0, i = 0;

	while (i < n) {
		unsigned cls = jb_para_char(para, i)->cls;
		if (cls == JB_BREAK)
			end_segment(para, &from);
		i = is_drawn(cls) ? shape_from(&s, i, n) : i + 1;
	}
	end_segment(para, &from);
	hb_buffer_destroy(s.buffer);
	g_array_unref(s.missing);
}
