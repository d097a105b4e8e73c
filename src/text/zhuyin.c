/* zhuyin.c - 注音 beside one character (clreq #zhuyin): symbols of 3/10 em
 * below each other, the tone at the upper right of the last one, the dot of the
 * neutral tone over the first; in a heavier weight, for its size.
 */
#include "text/ruby.h"

#include <hb.h>

#include "text/face.h"

/* In em of the base, from its right edge. */
#define COLUMN .18     /* middle of the symbols */
#define TONE .41       /* middle of the tones */
#define TONE_UP .02    /* over the top of the last symbol's cell */
#define NEUTRAL_UP .05 /* over the stack */
#define MIDDLE .38     /* of the em box, over the baseline */
#define BESIDE .5      /* of the centre line, in vertical lines */

enum { SYMBOLS_MOST = 4 };

typedef struct zhuyin {
	gunichar symbols[SYMBOLS_MOST];
	unsigned n;
	gunichar tone; /* 0: the first, without a mark */
} zhuyin;

static bool is_symbol(gunichar c)
{
	return (c >= 0x3105 && c <= 0x312f) || (c >= 0x31a0 && c <= 0x31bf);
}

static bool is_tone(gunichar c)
{
	return (c >= 0x02c9 && c <= 0x02cb) || c == 0x02c7 || c == 0x02d9;
}

/* Symbols with at most one tone, before or behind them. */
static bool parse(const char *text, size_t len, zhuyin *z)
{
	const char *end = text + len;

	*z = (zhuyin){0};
	for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (is_tone(c) && !z->tone)
			z->tone = c;
		else if (is_symbol(c) && z->n < SYMBOLS_MOST)
			z->symbols[z->n++] = c;
		else
			return false;
	}
	return z->n > 0;
}

/* A face that has all of it, or NULL. */
static jb_face *pick(const jb_faces *faces, const zhuyin *z)
{
	for (size_t i = 0; i < faces->n; i++) {
		jb_face *face = faces->v[i];
		bool all = !z->tone || jb_face_glyph(face, z->tone);
		for (unsigned k = 0; k < z->n; k++)
			all = all && jb_face_glyph(face, z->symbols[k]);
		if (all)
			return face;
	}
	return NULL;
}

/* A tone, whose cell is mostly blank, with the middle of its ink at (x, y). */
static jb_glyph put_tone(
	jb_face *face, gunichar c, double size, double x, double y)
{
	hb_codepoint_t id = jb_face_glyph(face, c);
	hb_glyph_extents_t ink = {0};
	double scale = size / face->upem;

	hb_font_get_glyph_extents(jb_face_open(face), id, &ink);
	return (jb_glyph){id, x - (ink.x_bearing + ink.width / 2.) * scale,
		y + (ink.y_bearing + ink.height / 2.) * scale};
}

/* A symbol with the middle of its em box at (x, y). */
static jb_glyph put_symbol(
	jb_face *face, gunichar c, double size, double x, double y)
{
	hb_codepoint_t id = jb_face_glyph(face, c);
	double width = hb_font_get_glyph_h_advance(jb_face_open(face), id) *
		       size / face->upem;

	return (jb_glyph){id, x - width / 2, y + MIDDLE * size};
}

static double tone_x(const zhuyin *z)
{
	return z->tone == 0x02d9 ? COLUMN : TONE;
}

/* y of the tone for a stack whose top is at `top`. */
static double tone_y(const zhuyin *z, double top)
{
	return z->tone == 0x02d9 ? top - NEUTRAL_UP
				 : top + (z->n - 1) * JB_ZHUYIN_EM + TONE_UP;
}

/* Glyphs in the order of the text. */
static void place(const zhuyin *z, jb_face *face, double em, bool vertical,
	const char *text, jb_run *run)
{
	double middle = vertical ? .5 : -MIDDLE;
	double side = vertical ? BESIDE : 0;
	double top = middle - z->n * JB_ZHUYIN_EM / 2;
	double size = JB_ZHUYIN_EM * em;
	unsigned symbol = 0;

	for (size_t i = 0; i < run->n_glyphs; i++) {
		gunichar c = g_utf8_get_char(text);
		const char *next = g_utf8_next_char(text);
		if (is_tone(c))
			run->glyphs[i] = put_tone(face, c, size,
				(side + tone_x(z)) * em, tone_y(z, top) * em);
		else
			run->glyphs[i] = put_symbol(face, c, size,
				(side + COLUMN) * em,
				(top + (symbol++ + .5) * JB_ZHUYIN_EM) * em);
		run->clusters[i] = (jb_cluster){(int)(next - text), 1};
		text = next;
	}
}

bool jb_zhuyin_run(jb_arena *arena, const jb_para *para, const jb_atom *base,
	const char *text, size_t len, jb_run *run)
{
	const jb_span *span = &para->spans[base->span];
	bool vertical = para->setting->vertical;
	zhuyin z;

	if (!parse(text, len, &z))
		return false;
	/* strokes of 3/10 of their size want a heavier weight */
	jb_face *face = pick(&span->font->heavier, &z);
	if (!face)
		face = pick(&span->font->main, &z);
	if (!face)
		return false; /* the caller reports what is missing */
	*run = (jb_run){
		.face = face,
		.size_pt = JB_ZHUYIN_EM * base->em,
		.ink = span->ink,
		.width_pt = (vertical ? 1 : .5) * base->em,
		.n_glyphs = z.n + (z.tone != 0),
		.n_clusters = z.n + (z.tone != 0),
		.text = jb_strndup(arena, text, len),
		.len = len,
		.pos = span->pos,
	};
	run->glyphs = jb_new_array(arena, jb_glyph, run->n_glyphs);
	run->clusters = jb_new_array(arena, jb_cluster, run->n_clusters);
	place(&z, face, base->em, vertical, text, run);
	return true;
}
