/* shape.c - characters become atoms: a face for each, HarfBuzz for the glyphs.
 *
 * HarfBuzz gets maximal stretches of one face with script and language set by
 * us: only as Han text in Chinese does Noto join —— into one glyph of two em.
 * Then each cluster is an atom and marks lose the blank half of their glyph.
 */
#include "text/para.h"

#include <hb.h>

#include "text/upright.h"

typedef struct shaper {
	jb_para *para;
	jb_diags *diags;
	GArray *missing; /* gunichar, already reported */
	hb_buffer_t *buffer;
	hb_language_t lang;
	jb_stand stand; /* of the characters being shaped */
} shaper;

/* Faces */

/* Variation selectors, joiners and combining marks stay with their base. */
static bool is_follower(gunichar c)
{
	return c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) ||
	       (c >= 0xe0100 && c <= 0xe01ef) || g_unichar_ismark(c);
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
		.region = (uint8_t)s->para->regions[ch->span],
		.em = em,
		.gap.space = JB_NO_SPACE,
	};

	for (unsigned i = from; i < to; i++) {
		bool down = s->stand == JB_STAND_UPRIGHT;
		jb_glyph glyph = {info[i].codepoint,
			at[i].x_offset * scale + (down ? 0 : atom.width),
			-at[i].y_offset * scale + (down ? atom.width : 0)};
		g_array_append_val(s->para->glyphs, glyph);
		atom.width += (at[i].x_advance - at[i].y_advance) * scale;
	}
	if (s->para->setting->vertical)
		jb_atom_stand(s->para, &atom);
	jb_atom_set_body(s->para, &atom);
	g_array_append_val(s->para->atoms, atom);
}

static void shape_buffer(shaper *s, jb_face *face, bool west)
{
	static const hb_feature_t latin[] = {
		/* digits of half an em, for a cell */
		{HB_TAG('h', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START,
			HB_FEATURE_GLOBAL_END},
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

	bool down = s->stand == JB_STAND_UPRIGHT;
	bool cell = s->stand == JB_STAND_CELL &&
		    hb_buffer_get_length(s->buffer) > 1;

	hb_buffer_set_direction(
		s->buffer, down ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
	hb_buffer_set_script(s->buffer, west ? HB_SCRIPT_LATIN : HB_SCRIPT_HAN);
	hb_buffer_set_language(s->buffer, s->lang);
	hb_buffer_set_content_type(s->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_shape_full(jb_face_open(face), s->buffer, latin + !cell,
		!west || down ? 0 : 2u + tracked + cell, shapers);
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
		while (next < n && (s->stand == JB_STAND_CELL ||
					   info[next].cluster ==
						   info[i].cluster))
			next++;
		uint32_t end = next < n ? info[next].cluster : to;
		add_atom(s, face, i, next, end - info[i].cluster);
	}
}

/* Items */

static bool is_drawn(unsigned cls)
{
	return cls != JB_SPACE && cls != JB_BREAK && cls != JB_JOINER &&
	       cls != JB_SPLIT && cls != JB_SOFT;
}

static jb_face *face_of(shaper *s, uint32_t i)
{
	const jb_char *ch = jb_para_char(s->para, i);
	const jb_font *font = s->para->spans[ch->span].font;
	jb_face *face = font ? jb_face_pick(font, ch) : NULL;

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

	s->stand = face ? jb_stand_in(s->para, from, face) : JB_STAND_ALONG;
	for (; face && to < n; to++) {
		const jb_char *ch = jb_para_char(s->para, to);
		if (!is_drawn(ch->cls) || ch->span != first->span)
			break;
		if (is_follower(ch->c) && (ch->c >= 0xfe00 || ch->c == 0x200d ||
						  jb_face_glyph(face, ch->c)))
			continue;
		if ((ch->cls == JB_WEST) != (first->cls == JB_WEST) ||
			jb_face_pick(s->para->spans[ch->span].font, ch) !=
				face ||
			jb_stand_in(s->para, to, face) != s->stand)
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

	if (para->setting->vertical)
		jb_para_stand(para);
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
