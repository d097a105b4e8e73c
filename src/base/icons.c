/* icons.c - the table of icons, and what a wrong name may mean. */
#include "base/icons.h"

#include <glib.h>

#include "base/words.h"

static const jb_icon icons[] = {
#define ICON(name, title, words, path) {name, title, words, path},
#include "base/icons.def"
#undef ICON
};

const jb_icon *jb_icons(size_t *n)
{
	*n = G_N_ELEMENTS(icons);
	return icons;
}

const jb_icon *jb_icon_lookup(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(icons); i++)
		if (g_strcmp0(icons[i].name, name) == 0)
			return &icons[i];
	return NULL;
}

static bool has_word(const jb_icon *icon, const char *word)
{
	g_auto(GStrv) words = g_strsplit(icon->words, " ", -1);

	return g_strv_contains((const char *const *)words, word);
}

const char *jb_icon_nearest(const char *name)
{
	const char *names[G_N_ELEMENTS(icons)];

	for (size_t i = 0; i < G_N_ELEMENTS(icons); i++) {
		names[i] = icons[i].name;
		if (g_strcmp0(icons[i].title, name) == 0)
			return icons[i].name;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(icons); i++)
		if (has_word(&icons[i], name))
			return icons[i].name;
	return jb_words_nearest(name, names, G_N_ELEMENTS(names));
}

bool jb_icon_known(jb_diags *diags, const char *name, jb_pos pos)
{
	const char *near;

	if (jb_icon_lookup(name))
		return true;
	jb_error(diags, pos, "there is no icon “%s”", name);
	near = jb_icon_nearest(name);
	if (near)
		jb_hint(diags, "did you mean “%s”?", near);
	else
		jb_hint(diags, "“jianbao list icons” names them all");
	return false;
}
