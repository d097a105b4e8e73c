/* beside.c - the jail of files beside a report or layout. */
#include "base/beside.h"

#include <stdlib.h>
#include <string.h>

/* Leads out of the folder: absolute, or with a step up. */
static bool leaves_folder(const char *file)
{
	char **steps = g_strsplit(file, "/", -1);
	bool leaves = g_path_is_absolute(file);

	for (size_t i = 0; steps[i]; i++)
		leaves = leaves || strcmp(steps[i], "..") == 0;
	g_strfreev(steps);
	return leaves;
}

/* Links may lead out, too. */
static bool link_leaves(const char *folder, const char *path)
{
	g_autofree char *home = realpath(folder, NULL);
	g_autofree char *real = realpath(path, NULL);
	size_t n = home ? strlen(home) : 0;

	if (!home || !real)
		return false; /* reading it will say why */
	return strncmp(home, real, n) != 0 ||
	       (real[n] != '/' && strcmp(home, "/") != 0);
}

jb_source *jb_source_beside(jb_arena *arena, const jb_source *from,
	const char *file, bool *outside, GError **error)
{
	g_autofree char *folder = g_path_get_dirname(from->name);
	g_autofree char *path = strcmp(folder, ".") == 0
					? g_strdup(file)
					: g_build_filename(folder, file, NULL);

	*outside = leaves_folder(file) || link_leaves(folder, path);
	return *outside ? NULL : jb_source_read(arena, path, error);
}
