/* hyphen.c - dictionaries of TeX's patterns, found by language.
 *
 * Files are named by language and country, hyph_en_US.dic; a language alone
 * takes the file of its own name, or else the first of its countries in the
 * order of their names.  A pattern that would change the spelling (ck into k-k)
 * is passed over: what is copied must be what was written.
 */
#include "text/hyphen.h"

#include <hyphen.h>
#include <string.h>
#include <glib.h>

#define FOLDER "/usr/share/hyphen"

struct jb_hyphens {
	HyphenDict *dict; /* NULL: there is none */
};

/* en-us becomes en_US: language, and country if there is one. */
static char *file_stem(const char *lang)
{
	g_auto(GStrv) parts = g_strsplit(lang, "-", -1);
	g_autofree char *language =
		g_ascii_strdown(parts[0] ? parts[0] : "", -1);

	for (guint i = 1; parts[0] && parts[i]; i++) {
		if (strlen(parts[i]) != 2)
			continue; /* a script or a variant */
		g_autofree char *country = g_ascii_strup(parts[i], -1);
		return g_strdup_printf("%s_%s", language, country);
	}
	return g_steal_pointer(&language);
}

/* The first file of a language for whatever country. */
static char *find_any(const char *language)
{
	g_autofree char *prefix = g_strdup_printf("hyph_%s_", language);
	g_autofree char *best = NULL;
	GDir *dir = g_dir_open(FOLDER, 0, NULL);

	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		if (!g_str_has_prefix(name, prefix) ||
			!g_str_has_suffix(name, ".dic") ||
			(best && strcmp(best, name) <= 0))
			continue;
		g_free(best);
		best = g_strdup(name);
	}
	if (dir)
		g_dir_close(dir);
	return best ? g_build_filename(FOLDER, best, NULL) : NULL;
}

static char *find_file(const char *lang)
{
	g_autofree char *stem = file_stem(lang);

	if (!*stem || strpbrk(stem, "/."))
		return NULL;
	for (;;) {
		g_autofree char *path =
			g_strdup_printf(FOLDER "/hyph_%s.dic", stem);
		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			return g_steal_pointer(&path);
		char *country = strchr(stem, '_');
		if (!country)
			return find_any(stem);
		*country = '\0';
	}
}

static void drop(void *data)
{
	jb_hyphens *hyphens = data;

	if (hyphens->dict)
		hnj_hyphen_free(hyphens->dict);
	g_free(hyphens);
}

const jb_hyphens *jb_hyphens_lookup(const char *lang)
{
	static GMutex lock;
	static GHashTable *known; /* lang -> jb_hyphens, the process's */

	g_mutex_lock(&lock);
	if (!known)
		known = g_hash_table_new_full(
			g_str_hash, g_str_equal, g_free, drop);
	jb_hyphens *hyphens = g_hash_table_lookup(known, lang);
	if (!hyphens) {
		g_autofree char *path = find_file(lang);
		hyphens = g_new0(jb_hyphens, 1);
		if (path)
			hyphens->dict = hnj_hyphen_load(path);
		g_hash_table_insert(known, g_strdup(lang), hyphens);
	}
	g_mutex_unlock(&lock);
	return hyphens->dict ? hyphens : NULL;
}

static void free_changes(char **rep, int *pos, int *cut, size_t n)
{
	for (size_t i = 0; rep && i < n; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
}

/* In the dictionary's letters; NULL when it lacks some. */
static char *encode(const jb_hyphens *hyphens, const char *word)
{
	if (hyphens->dict->utf8)
		return g_strdup(word);
	return g_convert(
		word, -1, hyphens->dict->cset, "UTF-8", NULL, NULL, NULL);
}

bool jb_hyphens_find(const jb_hyphens *hyphens, const char *word, bool *points)
{
	g_autofree char *coded = encode(hyphens, word);
	size_t n = (size_t)g_utf8_strlen(word, -1);
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;

	if (!coded)
		return false;
	size_t size = strlen(coded);
	g_autofree char *marks = g_malloc0(size + 5);
	if (hnj_hyphen_hyphenate2(hyphens->dict, coded, (int)size, marks, NULL,
		    &rep, &pos, &cut) != 0)
		return false;
	for (size_t i = 0; i < n; i++)
		points[i] = (marks[i] & 1) && !(rep && rep[i]);
	free_changes(rep, pos, cut, size);
	return true;
}
