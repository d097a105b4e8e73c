/* shelf.c - the layouts and themes in their folders. */
#include "model/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "base/words.h"
#include "yaml/node.h"

/* "" for a file that is not well: whoever opens it says so. */
static const char *title_of(jb_arena *arena, const char *path)
{
	jb_source *src = jb_source_read(arena, path, NULL);
	const jb_node *root =
		src ? jb_yaml_read(arena, jb_diags_new(arena), src) : NULL;
	const jb_node *title = root && root->kind == JB_MAPPING
				       ? jb_node_lookup(root, "title")
				       : NULL;

	return title && title->kind == JB_SCALAR ? title->text : "";
}

static int by_name(const void *a, const void *b)
{
	return strcmp(
		((const jb_shelved *)a)->name, ((const jb_shelved *)b)->name);
}

jb_shelved *jb_shelf_list(
	jb_arena *arena, const char *folder, const char *tail, size_t *n)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(jb_shelved));
	jb_shelved *list;
	const char *file;

	while (dir && (file = g_dir_read_name(dir))) {
		const char *path, *end = *tail == '.' ? tail : "";
		jb_shelved one = {.title = ""};

		if (!g_str_has_suffix(file, end))
			continue;
		one.name = jb_strndup(arena, file, strlen(file) - strlen(end));
		path = jb_sprintf(arena, "%s/%s%s", folder, one.name, tail);
		one.title = title_of(arena, path);
		g_array_append_val(found, one);
	}
	*n = found->len;
	list = jb_new_array(arena, jb_shelved, *n + 1);
	if (*n > 0)
		memcpy(list, found->data, *n * sizeof *list);
	qsort(list, *n, sizeof *list, by_name);
	return dir ? list : NULL;
}

const char *jb_shelf_advice(
	jb_arena *arena, const char *folder, const char *tail, const char *name)
{
	size_t n;
	const jb_shelved *list = jb_shelf_list(arena, folder, tail, &n);
	const char **names = jb_new_array(arena, const char *, n + 1);
	const char *near = NULL;
	g_autofree char *all = NULL;

	for (size_t i = 0; i < n; i++) {
		names[i] = list[i].name;
		if (!near && strstr(list[i].title, name))
			near = names[i];
	}
	names[n] = NULL;
	if (!near)
		near = jb_words_nearest(name, names, n);
	if (near)
		return jb_sprintf(arena, jb_tr("did you mean “%s”?"), near);
	all = g_strjoinv(jb_tr(", "), (char **)names);
	return n ? jb_sprintf(arena, jb_tr("there are %s"), all) : NULL;
}
