/* shape.c - characters become atoms: a face for each, HarfBuzz for the glyphs.
 *
 * HarfBuzz gets maximal stretches of one face with script and language set by
 * us: only as Han text in Chinese does Noto join —— into one glyph of two em.
 * Then each cluster is an atom and marks lose the blank half of their glyph.
 * Han that are drawn alike everywhere are not shaped again (glyphs.h).
 */
#include "text/para.h"

#include <hb.h>

#include "text/glyphs.h"
#include "text/upright.h"

typedef struct shaper {
	jb_para *para;
	jb_diags *diags;
	GHashTable *missing; /* code points, already reported */
	hb_buffer_t *buffer;
	hb_language_t langs[JB_REGIONS];
	bool plain; /* the line is one where glyphs are remembered */
} shaper;

/* Neighbours that are shaped in one go. */
typedef struct item {
	uint32_t from, to; /* characters */
	uint32_t span;
	jb_face *face;
	jb_how how;
	jb_stand stand; /* in a vertical line */
} item;

/* Missing characters */

static void report_missing(shaper *s, const jb_char *ch)
{
	const jb_span *span = &s->para->spans[ch->span];
	char text[8] = {0};

	if (!g_hash_table_add(s->missing, GUINT_TO_POINTER(ch->c)))
		return;
	if (!s->diags)
		return;
	g_unichar_to_utf8(ch->c, text);
	jb_error(s->diags, span->pos,
		"no face of “%s” has the character “%s” (U+%04X)",
		span->font->family, text, ch->c);
	jb_hint(s->diags, "write it another way, or choose a font that has it");
}

/* Scripts of other directions and with other laws of shaping. */
static bool is_foreign(gunichar c)
{
	static const struct {
		gunichar first, last;
	} table[] = {
		{0x0590, 0x109f},   /* Hebrew, Arabic … Thai … Myanmar */
		{0x1780, 0x18af},   /* Khmer, Mongolian */
		{0x1a20, 0x1aaf},   /* Tai Tham */
		{0x1b00, 0x1bff},   /* Balinese … Batak */
		{0xa8e0, 0xa8ff},   /* Devanagari */
		{0xa980, 0xaadf},   /* Javanese … Tai Viet */
		{0xabc0, 0xabff},   /* Meetei Mayek */
		{0xfb1d, 0xfdff},   /* forms of Hebrew and Arabic */
		{0xfe70, 0xfefc},   /* forms of Arabic */
		{0x10800, 0x10fff}, /* from right to left */
		{0x11000, 0x117ff}, /* Brahmi … Ahom */
		{0x1e800, 0x1efff}, /* from right to left */
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		if (c >= table[i].first && c <= table[i].last)
			return true;
	return false;
}

/* Said once a paragraph: what is drawn of it is not how it is written. */
static void report_foreign(shaper *s)
{
	for (uint32_t i = 0; s->diags && i < s->para->chars->len; i++) {
		const jb_char *ch = jb_para_char(s->para, i);
		char text[8] = {0};

		if (ch->cls != JB_WEST || !is_foreign(ch->c))
			continue;
		g_unichar_to_utf8(ch->c, text);
		jb_error(s->diags, s->para->spans[ch->span].pos,
			"“%s” (U+%04X) is of a script that is not set here",
			text, ch->c);
		jb_hint(s->diags,
			"lines of Han, kana, Hangul, Latin, Greek and "
			"Cyrillic are set; place it as a picture");
		return;
	}
}

/* Atoms */

/* An atom without glyphs; what it is made of is up to the caller. */
static jb_atom make_atom(const shaper *s, const item *it, uint32_t first)
{
	const jb_char *ch = jb_para_char(s->para, first);

	return (jb_atom){
		.first = first,
		.n = 1,
		.glyph = s->para->glyphs->len,
		.span = ch->span,
		.face = it->face,
		.cls = ch->cls,
		.region = ch->region,
		.em = s->para->spans[ch->span].size_pt,
		.gap.space = JB_NO_SPACE,
	};
}

static void add_atom(shaper *s, jb_atom *atom)
{
	jb_atom_set_body(s->para, atom);
	g_array_append_val(s->para->atoms, *atom);
}

/* A character no face has takes an em and is shown as a box. */
static void add_missing(shaper *s, item *it)
{
	const jb_font *font = s->para->spans[it->span].font;
	jb_atom atom;

	report_missing(s, jb_para_char(s->para, it->from));
	it->face = font->main.v[0];
	atom = make_atom(s, it, it->from);
	atom.n = it->to - it->from;
	atom.width = atom.em;
	g_array_append_val(s->para->atoms, atom);
}

/* An icon has the place of a Han character and no glyph. */
static bool is_icon(const jb_para *para, const jb_char *ch)
{
	return ch->c == 0xfffc && para->spans[ch->span].icon;
}

static void add_icon(shaper *s, uint32_t i)
{
	const jb_span *span = &s->para->spans[jb_para_char(s->para, i)->span];
	const item it = {.from = i, .to = i + 1, .face = span->font->main.v[0]};
	jb_atom atom = make_atom(s, &it, i);

	atom.width = atom.em;
	g_array_append_val(s->para->atoms, atom);
}

/* Letters of a Latin face have a size of their own beside Han. */
static double scale_of(const shaper *s, const item *it)
{
	const jb_span *span = &s->para->spans[it->span];

	return span->size_pt * jb_font_scale(span->font, it->face);
}

/* Glyphs [from, to) of the buffer are one cluster of n characters. */
static void add_cluster(
	shaper *s, const item *it, unsigned from, unsigned to, unsigned n)
{
	const hb_glyph_info_t *info =
		hb_buffer_get_glyph_infos(s->buffer, NULL);
	const hb_glyph_position_t *at =
		hb_buffer_get_glyph_positions(s->buffer, NULL);
	double scale = scale_of(s, it) / it->face->upem;
	jb_atom atom = make_atom(s, it, info[from].cluster);

	bool down = it->stand == JB_STAND_UPRIGHT;

	atom.n = n;
	atom.n_glyphs = to - from;
	for (unsigned i = from; i < to; i++) {
		jb_glyph glyph = {info[i].codepoint,
			at[i].x_offset * scale + (down ? 0 : atom.width),
			-at[i].y_offset * scale + (down ? atom.width : 0)};
		g_array_append_val(s->para->glyphs, glyph);
		atom.width += (at[i].x_advance - at[i].y_advance) * scale;
	}
	if (s->para->setting->vertical)
		jb_atom_stand(s->para, &atom);
	add_atom(s, &atom);
}

static void shape_item(shaper *s, const item *it)
{
	bool cell = it->stand == JB_STAND_CELL;
	jb_how how = it->how;
	unsigned n;

	how.cell = cell && it->to - it->from > 1;
	if (it->stand == JB_STAND_UPRIGHT)
		how.direction = HB_DIRECTION_TTB;
	hb_buffer_clear_contents(s->buffer);
	for (uint32_t i = it->from; i < it->to; i++)
		hb_buffer_add(s->buffer, jb_para_char(s->para, i)->c, i);
	jb_glyphs_shape(it->face, s->buffer, &how);
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(s->buffer, &n);
	for (unsigned i = 0, next; i < n; i = next) {
		next = i + 1;
		while (next < n &&
			(cell || info[next].cluster == info[i].cluster))
			next++;
		uint32_t end = next < n ? info[next].cluster : it->to;
		add_cluster(s, it, i, next, end - info[i].cluster);
	}
}

/* Items */

/* HarfBuzz takes quadratic time over what follows one character: no script
 * needs more than a few. */
#define CLUSTER_MOST 64

/* A character and what follows it: combining marks, selectors. */
static uint32_t cluster_end(const jb_para *para, uint32_t from)
{
	uint32_t to = from + 1, span = jb_para_char(para, from)->span;
	uint32_t most = MIN(para->chars->len, from + CLUSTER_MOST);

	while (to < most) {
		const jb_char *ch = jb_para_char(para, to);
		if (!jb_char_follows(ch->c) || ch->span != span ||
			!jb_class_is_drawn(ch->cls))
			break;
		to++;
	}
	return to;
}

/* “ ” in Japanese have full-width glyphs in the Chinese forms only; those of
 * Taiwan are 〝 〟 in vertical lines, as in Japan.  · is narrow in all faces in
 * the Japanese forms only, and Korea has its own. */
jb_region jb_forms_of(const jb_para *para, const jb_char *ch)
{
	bool quote = ch->c >= 0x2018 && ch->c <= 0x201d;
	bool vertical = para->setting->vertical;

	if (quote && ch->region == JB_REGION_JP && ch->cls != JB_WEST)
		return vertical ? JB_REGION_TW : JB_REGION_CN;
	if (ch->c == 0x30fb && !vertical)
		return JB_REGION_CN; /* an em wide in all faces */
	if (ch->c == 0xb7 && !vertical && ch->region != JB_REGION_KR)
		return JB_REGION_JP;
	return (jb_region)ch->region;
}

/* Letters are in their span's language, or else in English, for CJK languages
 * ask CJK faces for wide dashes; Korean has letters and marks of its own. */
static hb_language_t language_of_letters(const shaper *s, const jb_char *ch)
{
	if (ch->latin)
		return hb_language_from_string(
			jb_para_lang(s->para, ch->span), -1);
	if (ch->region == JB_REGION_KR)
		return s->langs[JB_REGION_KR];
	return hb_language_from_string("en", -1);
}

static jb_how how_of(const shaper *s, const jb_char *ch)
{
	jb_how how = {
		.script = HB_SCRIPT_HAN,
		.direction = HB_DIRECTION_LTR,
	};

	if (ch->cls == JB_WEST)
		how.script = HB_SCRIPT_LATIN;
	else if (ch->cls == JB_HANGUL)
		how.script = HB_SCRIPT_HANGUL;
	how.lang = ch->cls == JB_WEST ? language_of_letters(s, ch)
				      : s->langs[jb_forms_of(s->para, ch)];
	return how;
}

static item item_at(const shaper *s, uint32_t i)
{
	const jb_char *ch = jb_para_char(s->para, i);
	item it = {
		.from = i,
		.to = cluster_end(s->para, i),
		.span = ch->span,
		.how = how_of(s, ch),
	};

	it.face = jb_face_pick_all(
		s->para->spans[ch->span].font, ch, it.to - it.from);
	if (it.face)
		it.stand = jb_stand_in(s->para, i, it.face);
	return it;
}

static bool same_look(const item *a, const item *b)
{
	return a->face == b->face && a->span == b->span &&
	       a->stand == b->stand && a->how.script == b->how.script &&
	       a->how.lang == b->how.lang;
}

/* Jamo join with a syllable before them; other characters stand alone unless
 * something follows them. */
static bool stands_alone(const jb_para *para, uint32_t i)
{
	const jb_char *ch = jb_para_char(para, i), *next = ch + 1;

	if (!jb_class_is_plain(ch->cls))
		return false;
	if (i + 1 < para->chars->len && jb_char_follows(next->c))
		return false;
	if (ch->cls != JB_HANGUL)
		return true;
	return ch->c >= 0xac00 &&
	       (i + 1 == para->chars->len || next->cls != JB_HANGUL ||
		       next->c >= 0xac00);
}

/* Makes an atom of a character whose glyph is known; false if it is to be
 * shaped with its neighbours. */
static bool add_plain(shaper *s, uint32_t i)
{
	const jb_char *ch = jb_para_char(s->para, i);
	item it = {.from = i, .to = i + 1, .span = ch->span};
	jb_plain plain;

	if (!s->plain || !stands_alone(s->para, i))
		return false;
	it.face = jb_face_pick(s->para->spans[ch->span].font, ch);
	if (!it.face || !jb_glyphs_plain(it.face, ch->c,
				jb_forms_of(s->para, ch), s->buffer, &plain))
		return false;
	jb_atom atom = make_atom(s, &it, i);
	jb_glyph glyph = {plain.glyph, 0, 0};
	g_array_append_val(s->para->glyphs, glyph);
	atom.n_glyphs = 1;
	atom.width = plain.advance * scale_of(s, &it);
	add_atom(s, &atom);
	return true;
}

/* From a drawn character to where face, span or script changes.  A character
 * without a face stands alone, for gid 0 is never drawn. */
static uint32_t shape_from(shaper *s, uint32_t from)
{
	uint32_t n = s->para->chars->len;
	item it = item_at(s, from);

	if (!it.face) {
		add_missing(s, &it);
		return it.to;
	}
	while (it.to < n &&
		jb_class_is_drawn(jb_para_char(s->para, it.to)->cls) &&
		!is_icon(s->para, jb_para_char(s->para, it.to))) {
		if (jb_char_follows(jb_para_char(s->para, it.to)->c) ||
			(s->plain && stands_alone(s->para, it.to)))
			break; /* too long a cluster, or no neighbour at all */
		item next = item_at(s, it.to);
		if (!same_look(&it, &next))
			break;
		it.to = next.to;
	}
	shape_item(s, &it);
	return it.to;
}

static void end_segment(jb_para *para, uint32_t *from)
{
	jb_segment segment = {*from, para->atoms->len};

	g_array_append_val(para->segments, segment);
	*from = segment.to;
}

/* A drawn character; those of a span without a font are passed over, for its
 * lookup has been reported. */
static uint32_t shape_next(shaper *s, uint32_t i)
{
	const jb_char *ch = jb_para_char(s->para, i);

	if (!jb_class_is_drawn(ch->cls) || !s->para->spans[ch->span].font ||
		add_plain(s, i))
		return i + 1;
	if (is_icon(s->para, ch)) {
		add_icon(s, i);
		return i + 1;
	}
	return shape_from(s, i);
}

void jb_para_shape(jb_para *para, jb_diags *diags)
{
	shaper s = {
		.para = para,
		.diags = diags,
		.missing = g_hash_table_new(NULL, NULL),
		.buffer = hb_buffer_create(),
		.plain = !para->setting->vertical,
	};
	uint32_t n = para->chars->len, from = 0, i = 0;

	for (int r = 0; r < JB_REGIONS; r++)
		s.langs[r] = hb_language_from_string(
			jb_region_lang((jb_region)r), -1);
	report_foreign(&s);
	if (para->setting->vertical)
		jb_para_stand(para);
	while (i < n) {
		if (jb_para_char(para, i)->cls == JB_BREAK)
			end_segment(para, &from);
		i = shape_next(&s, i);
	}
	end_segment(para, &from);
	hb_buffer_destroy(s.buffer);
	g_hash_table_unref(s.missing);
}
