/* glyphs.c - HarfBuzz is asked once for each ideograph, face and region.
 *
 * Shaping is most of composition, and nine characters in ten are Han, whose
 * glyph depends on nothing but the language.  Marks that Chinese and Latin
 * share and letters depend on their neighbours and are never remembered.
 */
#include "text/glyphs.h"

#define FEATURE(a, b, c, d, value)                                  \
	{                                                           \
		HB_TAG(a, b, c, d), value, HB_FEATURE_GLOBAL_START, \
			HB_FEATURE_GLOBAL_END                       \
	}

void jb_glyphs_shape(jb_face *face, hb_buffer_t *buffer, const jb_how *how)
{
	static const hb_feature_t cell[] = {
		FEATURE('h', 'w', 'i', 'd', 1),
		FEATURE('l', 'n', 'u', 'm', 1),
	};
	static const hb_feature_t letters[] = {
		FEATURE('t', 'n', 'u', 'm', 1),
		FEATURE('l', 'n', 'u', 'm', 1),
		/* a CJK face draws the apostrophe of It’s full width */
		FEATURE('p', 'w', 'i', 'd', 1),
		/* readers of a PDF take the glyph ﬁ for one character */
		FEATURE('l', 'i', 'g', 'a', 0),
	};
	/* Han and kana stand on a grid (jlreq 2.3); Noto kerns ーア */
	static const hb_feature_t grid[] = {
		FEATURE('k', 'e', 'r', 'n', 0),
		FEATURE('v', 'k', 'r', 'n', 0),
	};
	/* said here, or the environment may say otherwise */
	static const char *const shapers[] = {"ot", NULL};
	bool latin = how->script == HB_SCRIPT_LATIN &&
		     how->direction == HB_DIRECTION_LTR;
	unsigned n = how->cell ? G_N_ELEMENTS(cell)
		     : latin   ? G_N_ELEMENTS(letters)
			       : G_N_ELEMENTS(grid);

	hb_buffer_set_direction(buffer, how->direction);
	hb_buffer_set_script(buffer, how->script);
	hb_buffer_set_language(buffer, how->lang);
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_shape_full(jb_face_open(face), buffer,
		how->cell ? cell
		: latin	  ? letters
			  : grid,
		n, shapers);
}

/* What is kept for a character: 0 when it is not known yet. */
#define KNOWN (1ull << 63)
#define PLAIN (1ull << 62)
#define GLYPH_BITS 24

static uint64_t ask(
	jb_face *face, gunichar c, jb_region region, hb_buffer_t *buffer)
{
	const jb_how how = {
		.script = HB_SCRIPT_HAN,
		.lang = hb_language_from_string(jb_region_lang(region), -1),
		.direction = HB_DIRECTION_LTR,
	};
	unsigned n;

	hb_buffer_clear_contents(buffer);
	hb_buffer_add(buffer, c, 0);
	jb_glyphs_shape(face, buffer, &how);
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
	const hb_glyph_position_t *at =
		hb_buffer_get_glyph_positions(buffer, NULL);
	if (n != 1 || at->x_offset || at->y_offset || at->x_advance < 0 ||
		info->codepoint >> GLYPH_BITS)
		return KNOWN;
	return KNOWN | PLAIN | (uint64_t)at->x_advance << GLYPH_BITS |
	       info->codepoint;
}

bool jb_glyphs_plain(jb_face *face, gunichar c, jb_region region,
	hb_buffer_t *buffer, jb_plain *plain)
{
	uint64_t *slot = jb_pages_at(&face->plain[region], c);

	if (!*slot)
		*slot = ask(face, c, region, buffer);
	if (!(*slot & PLAIN))
		return false;
	plain->glyph = *slot & ((1u << GLYPH_BITS) - 1);
	plain->advance = (double)(uint32_t)(*slot >> GLYPH_BITS) / face->upem;
	return true;
}
