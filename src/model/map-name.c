/* map-name.c - which region of a map a name means. */
#include "model/map.h"

#include <string.h>
#include <glib.h>

#include "base/words.h"

/* Like its name, less like it: smaller is better. */
enum { SAME, SHORT, PEOPLE, NOT };

static bool is_kind(const char *rest)
{
	static const char *const kinds[] = {"省", "市", "县", "区", "旗", "州",
		"盟", "镇", "乡", "街道", "地区", "林区", "新区", "自治区",
		"自治州", "自治县", "自治旗", "特别行政区"};

	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (strcmp(rest, kinds[i]) == 0)
			return true;
	return false;
}

/* What 恩施 leaves of 恩施土家族苗族自治州. */
static bool is_of_people(const char *rest)
{
	return g_str_has_suffix(rest, "自治区") ||
	       g_str_has_suffix(rest, "自治州") ||
	       g_str_has_suffix(rest, "自治县") ||
	       g_str_has_suffix(rest, "自治旗");
}

static int likeness(const char *low, const char *other)
{
	const char *rest;

	if (strcmp(low, other) == 0)
		return SAME;
	if (!*low || !*other)
		return NOT;
	if (g_str_has_prefix(low, other))
		rest = low + strlen(other);
	else if (g_str_has_prefix(other, low))
		rest = other + strlen(low);
	else
		return NOT;
	return is_kind(rest) ? SHORT : is_of_people(rest) ? PEOPLE : NOT;
}

char *jb_map_fold(jb_arena *arena, const char *name)
{
	g_autofree char *folded = g_utf8_casefold(name, -1);

	return jb_strdup(arena, folded);
}

const jb_region *jb_map_find(
	const jb_map *map, const char *name, const jb_region **second)
{
	g_autofree char *folded = g_utf8_casefold(name, -1);
	const jb_region *found = NULL;
	int best = NOT;

	*second = NULL;
	for (size_t i = 0; i < map->n; i++) {
		int like = likeness(map->regions[i].folded, folded);

		if (like == NOT || like > best)
			continue;
		*second = like == best ? &map->regions[i] : NULL;
		if (like < best)
			found = &map->regions[i];
		best = like;
	}
	return found;
}

const char *jb_map_nearest(jb_arena *arena, const jb_map *map, const char *name)
{
	const char **words = jb_new_array(arena, const char *, map->n + 1);

	for (size_t i = 0; i < map->n; i++)
		words[i] = map->regions[i].name;
	return jb_words_nearest(name, words, map->n);
}
