/* stack.c - the faces of one role, in the order they are asked: the pack, the
 * full face, the Latin face for what is Latin, and last the fallbacks.
 */
#include "text/face.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"

static void report_family(
	const jb_fonts *fonts, jb_diags *diags, jb_pos pos, const char *family)
{
	GPtrArray *names = g_ptr_array_new(); /* const char */

	jb_error(diags, pos, "no font family “%s”", family);
	for (unsigned i = 0; i < fonts->faces->len; i++) {
		const jb_face *face = fonts->faces->pdata[i];
		g_ptr_array_add(names, face->family);
	}
	const char *near = jb_words_nearest(
		family, (const char *const *)names->pdata, names->len);
	if (near)
		jb_hint(diags, "did you mean “%s”?", near);
	else
		jb_hint(diags, "“jianbao fonts” lists the families");
	g_ptr_array_unref(names);
}

/* Faces are sorted by weight within a family, so the list is ascending; a
 * weight that several files have is named once. */
static void report_weight(const jb_fonts *fonts, jb_diags *diags, jb_pos pos,
	const char *family, int weight)
{
	g_autoptr(GString) list = g_string_new(NULL);
	int last = -1;

	for (unsigned i = 0; i < fonts->faces->len; i++) {
		const jb_face *face = fonts->faces->pdata[i];
		if (!jb_face_named(face, family) || face->weight == last)
			continue;
		last = face->weight;
		g_string_append_printf(
			list, "%s%d", list->len ? ", " : "", last);
	}
	jb_error(diags, pos, "font family “%s” has no weight %d", family,
		weight);
	jb_hint(diags, "it has %s", list->str);
}

static bool find_faces(jb_fonts *fonts, jb_diags *diags, jb_pos pos,
	const char *family, int weight, jb_faces *found)
{
	bool known = false;

	found->v = g_new(jb_face *, fonts->faces->len);
	found->n = 0;
	for (unsigned i = 0; i < fonts->faces->len; i++) {
		jb_face *face = fonts->faces->pdata[i];
		if (!jb_face_named(face, family))
			continue;
		known = true;
		if (face->weight == weight)
			found->v[found->n++] = face;
	}
	if (found->n)
		return true;
	if (known)
		report_weight(fonts, diags, pos, family, weight);
	else
		report_family(fonts, diags, pos, family);
	return false;
}

/* The weight of a fallback that is nearest to the one that is wanted. */
static int nearest_weight(const jb_fonts *fonts, const char *family, int weight)
{
	int best = -1;

	for (unsigned i = 0; i < fonts->faces->len; i++) {
		const jb_face *face = fonts->faces->pdata[i];
		if (jb_face_named(face, family) &&
			(best < 0 || abs(face->weight - weight) <
					     abs(best - weight)))
			best = face->weight;
	}
	return best;
}

static bool holds(const jb_faces *faces, const jb_face *face)
{
	for (size_t i = 0; i < faces->n; i++)
		if (faces->v[i] == face)
			return true;
	return false;
}

/* What is seen to be heavier. */
enum { HEAVIER_BY = 200 };

/* The family at the least weight that is so much heavier. */
static void add_heavier(const jb_fonts *fonts, jb_font *font, int weight)
{
	jb_faces *heavier = &font->heavier;

	heavier->v = g_new(jb_face *, fonts->faces->len);
	for (unsigned i = 0; i < fonts->faces->len; i++) {
		jb_face *face = fonts->faces->pdata[i];
		if (!jb_face_named(face, font->family) ||
			face->weight < weight + HEAVIER_BY)
			continue;
		if (heavier->n && face->weight < heavier->v[0]->weight)
			heavier->n = 0;
		if (!heavier->n || face->weight == heavier->v[0]->weight)
			heavier->v[heavier->n++] = face;
	}
}

/* A fallback has few weights; another one is better than no character. */
static void add_fallbacks(const jb_fonts *fonts, jb_font *font, int weight)
{
	g_auto(GStrv) names = jb_fonts_behind(fonts, font->family);

	font->rest.v = g_new(jb_face *, fonts->faces->len);
	for (char **name = names; *name; name++) {
		int nearest = nearest_weight(fonts, *name, weight);
		for (unsigned i = 0; i < fonts->faces->len; i++) {
			jb_face *face = fonts->faces->pdata[i];
			if (jb_face_named(face, *name) &&
				face->weight == nearest &&
				!holds(&font->main, face) &&
				!holds(&font->rest, face))
				font->rest.v[font->rest.n++] = face;
		}
	}
}

static void drop_picks(jb_font *font)
{
	for (int i = 0; i < JB_ORDERS; i++)
		jb_pages_free(font->picks[i]);
}

void jb_font_drop(void *data)
{
	jb_font *font = data;

	if (font->plain)
		drop_picks(font->plain); /* the rest of it is this font's */
	g_free(font->plain);
	g_free(font->family);
	g_free(font->main.v);
	g_free(font->latin.v);
	g_free(font->rest.v);
	g_free(font->heavier.v);
	drop_picks(font);
	g_free(font);
}

const jb_font *jb_font_plain(const jb_font *font)
{
	jb_font *self = (jb_font *)font; /* what it remembers is not seen */

	if (!font->latin.n)
		return font;
	if (!self->plain) {
		self->plain = g_new0(jb_font, 1);
		self->plain->family = font->family;
		self->plain->scale = 1;
		self->plain->main = font->main;
		self->plain->rest = font->rest;
		self->plain->heavier = font->heavier;
	}
	return self->plain;
}

static char *key_of(const jb_fontspec *spec)
{
	char size[G_ASCII_DTOSTR_BUF_SIZE], shift[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_dtostr(size, sizeof size, spec->latin_size);
	g_ascii_dtostr(shift, sizeof shift, spec->latin_shift);
	return g_strdup_printf("%s\n%s\n%s\n%s\n%d", spec->family,
		spec->latin ? spec->latin : "", size, shift, spec->weight);
}

const jb_font *jb_fonts_lookup(
	jb_fonts *fonts, jb_diags *diags, jb_pos pos, const jb_fontspec *spec)
{
	g_autofree char *key = key_of(spec);
	jb_font *font = g_hash_table_lookup(fonts->fonts, key);

	if (font)
		return font;
	font = g_new0(jb_font, 1);
	font->family = g_strdup(spec->family);
	font->scale = spec->latin_size > 0 ? spec->latin_size : 1;
	font->shift = spec->latin_shift;
	bool good = find_faces(
		fonts, diags, pos, spec->family, spec->weight, &font->main);
	if (spec->latin)
		good &= find_faces(fonts, diags, pos, spec->latin, spec->weight,
			&font->latin);
	if (!good) {
		jb_font_drop(font);
		return NULL;
	}
	add_heavier(fonts, font, spec->weight);
	add_fallbacks(fonts, font, spec->weight);
	g_hash_table_insert(fonts->fonts, g_steal_pointer(&key), font);
	return font;
}

/* Every face of the stack in one row: latin first if asked for. */
static jb_face *find(const jb_font *font, gunichar c, jb_order order)
{
	jb_face *face = NULL;

	if (order == JB_ORDER_LATIN)
		face = jb_faces_find(&font->latin, c);
	if (!face)
		face = jb_faces_find(&font->main, c);
	if (!face)
		face = jb_faces_find(&font->latin, c);
	return face ? face : jb_faces_find(&font->rest, c);
}

jb_face *jb_font_find(jb_font *font, gunichar c, jb_order order)
{
	static const char none; /* asked, and no face has it */
	uint64_t *slot = jb_pages_at(&font->picks[order], c);

	if (!*slot) {
		jb_face *face = find(font, c, order);
		*slot = (uintptr_t)(face ? (const void *)face : &none);
	}
	return *slot == (uintptr_t)&none ? NULL : (jb_face *)(uintptr_t)*slot;
}

bool jb_font_covers(const jb_font *font, gunichar c)
{
	return find(font, c, JB_ORDER_HAN) != NULL;
}

static bool is_latin(const jb_font *font, const jb_face *face)
{
	return holds(&font->latin, face) && !holds(&font->main, face);
}

double jb_font_scale(const jb_font *font, const jb_face *face)
{
	return is_latin(font, face) ? font->scale : 1;
}

double jb_font_shift(const jb_font *font, const jb_face *face)
{
	return is_latin(font, face) ? font->shift : 0;
}
