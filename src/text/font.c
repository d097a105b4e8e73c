/* font.c - the catalogue of fonts: exactly those that one fontconfig file
 * names.
 *
 * The file is read into a configuration of our own; the machine's is never
 * opened, so its other fonts cannot change a page.
 */
#include "text/font.h"

#include <math.h>
#include <string.h>
#include <fontconfig/fontconfig.h>

#include "text/face.h"

/* The name by which fonts.conf lists its fallbacks. */
#define FALLBACK "fallback"

/* The pack's faces stand before the full ones that they were cut from. */
static int compare_faces(const void *a, const void *b)
{
	const jb_face *x = *(jb_face *const *)a, *y = *(jb_face *const *)b;
	int order = strcmp(x->family, y->family);

	if (order == 0)
		order = x->weight - y->weight;
	if (order == 0)
		order = (x->n_chars > y->n_chars) - (x->n_chars < y->n_chars);
	if (order == 0)
		order = strcmp(x->file, y->file);
	return order ? order : x->index - y->index;
}

static char **pattern_families(FcPattern *pattern)
{
	GPtrArray *names = g_ptr_array_new();
	FcChar8 *name;

	for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) ==
			FcResultMatch;
		i++)
		g_ptr_array_add(names, g_strdup((char *)name));
	g_ptr_array_add(names, NULL);
	return (char **)g_ptr_array_free(names, FALSE);
}

/* Upright outlines of one weight; italics and variable fonts are passed over.
 */
static bool pattern_usable(FcPattern *pattern)
{
	FcBool outline = FcTrue, variable = FcFalse;
	int slant = FC_SLANT_ROMAN;

	FcPatternGetBool(pattern, FC_OUTLINE, 0, &outline);
	FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable);
	FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
	return outline && !variable && slant == FC_SLANT_ROMAN;
}

static jb_face *pattern_face(FcPattern *pattern)
{
	FcChar8 *file, *family;
	FcCharSet *chars;
	double weight;

	if (!pattern_usable(pattern) ||
		FcPatternGetString(pattern, FC_FILE, 0, &file) ||
		FcPatternGetString(pattern, FC_FAMILY, 0, &family) ||
		FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight) ||
		FcPatternGetCharSet(pattern, FC_CHARSET, 0, &chars))
		return NULL;
	jb_face *face = g_new0(jb_face, 1);
	face->file = g_strdup((char *)file);
	face->family = g_strdup((char *)family);
	face->families = pattern_families(pattern);
	face->weight = (int)lround(FcWeightToOpenTypeDouble(weight));
	face->n_chars = FcCharSetCount(chars);
	FcPatternGetInteger(pattern, FC_INDEX, 0, &face->index);
	return face;
}

static void drop_face(void *face)
{
	jb_face_close(face);
}

static GPtrArray *list_faces(FcConfig *config)
{
	GPtrArray *faces = g_ptr_array_new_with_free_func(drop_face);
	FcFontSet *set = FcConfigGetFonts(config, FcSetSystem);

	for (int i = 0; set && i < set->nfont; i++) {
		jb_face *face = pattern_face(set->fonts[i]);
		if (face)
			g_ptr_array_add(faces, face);
	}
	g_ptr_array_sort(faces, compare_faces);
	return faces;
}

static FcConfig *read_config(const char *path, GError **error)
{
	/* a relative name would be looked for in the machine's own folders */
	g_autofree char *full = g_canonicalize_filename(path, NULL);

	if (!g_file_test(full, G_FILE_TEST_IS_REGULAR)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
			"%s: no such font configuration", path);
		return NULL;
	}
	FcConfig *config = FcConfigCreate();
	if (!FcConfigParseAndLoad(config, (FcChar8 *)full, FcTrue) ||
		!FcConfigBuildFonts(config)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			"%s: not a font configuration", path);
		FcConfigDestroy(config);
		return NULL;
	}
	return config;
}

char **jb_fonts_behind(const jb_fonts *fonts, const char *family)
{
	FcPattern *pattern = FcPatternBuild(NULL, FC_FAMILY, FcTypeString,
		family, FC_FAMILY, FcTypeString, FALLBACK, NULL);

	FcConfigSubstitute(fonts->config, pattern, FcMatchPattern);
	char **names = pattern_families(pattern);
	FcPatternDestroy(pattern);
	return names;
}

static void mark_fallbacks(jb_fonts *fonts)
{
	g_auto(GStrv) names = jb_fonts_behind(fonts, FALLBACK);

	for (unsigned i = 0; i < fonts->faces->len; i++) {
		jb_face *face = fonts->faces->pdata[i];
		for (char **name = names; *name; name++)
			face->fallback |= jb_face_named(face, *name);
	}
}

jb_fonts *jb_fonts_open(const char *config_path, GError **error)
{
	FcConfig *config = read_config(config_path, error);

	if (!config)
		return NULL;
	jb_fonts *fonts = g_new0(jb_fonts, 1);
	fonts->config = config;
	fonts->faces = list_faces(config);
	fonts->fonts = g_hash_table_new_full(
		g_str_hash, g_str_equal, g_free, jb_font_drop);
	if (fonts->faces->len == 0) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
			"%s: names no font that is there", config_path);
		jb_fonts_close(fonts);
		return NULL;
	}
	mark_fallbacks(fonts);
	return fonts;
}

void jb_fonts_close(jb_fonts *fonts)
{
	if (!fonts)
		return;
	g_hash_table_unref(fonts->fonts);
	g_ptr_array_unref(fonts->faces);
	FcConfigDestroy(fonts->config);
	g_free(fonts->infos);
	g_free(fonts);
}

const jb_font_info *jb_fonts_list(jb_fonts *fonts, size_t *n)
{
	*n = fonts->faces->len;
	if (fonts->infos)
		return fonts->infos;
	fonts->infos = g_new0(jb_font_info, fonts->faces->len);
	for (unsigned i = 0; i < fonts->faces->len; i++) {
		const jb_face *face = fonts->faces->pdata[i];
		fonts->infos[i] = (jb_font_info){face->family, face->weight,
			face->file, face->index, face->fallback};
	}
	return fonts->infos;
}
