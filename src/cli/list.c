/* jianbao list: what there is to choose from. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "base/icons.h"
#include "model/schema.h"

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names in a folder, sorted; those that end in a suffix lose it. */
static int list_folder(const char *folder, const char *suffix)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		if (suffix && !g_str_has_suffix(name, suffix))
			continue;
		g_ptr_array_add(names,
			g_strndup(name,
				strlen(name) - (suffix ? strlen(suffix) : 0)));
	}
	g_ptr_array_sort(names, by_name);
	for (guint i = 0; i < names->len; i++)
		puts(names->pdata[i]);
	g_ptr_array_free(names, TRUE);
	if (!dir)
		return jb_cli_fail(JB_EXIT_NOINPUT, "%s is not there", folder);
	g_dir_close(dir);
	return JB_EXIT_OK;
}

/* The first key of each block.* object, with what it is for. */
static int list_blocks(void)
{
	size_t n;
	const jb_schema_key *keys = jb_schema_keys(&n);
	const char *last = "";

	for (size_t i = 0; i < n; i++) {
		if (!g_str_has_prefix(keys[i].object, "block.") ||
			!strcmp(keys[i].object, last))
			continue;
		last = keys[i].object;
		printf("%s\t%s\n", keys[i].key, keys[i].doc);
	}
	return JB_EXIT_OK;
}

static int list_forms(void)
{
	const char *type = jb_schema_lookup("picture", "form")->type;
	char **words = g_strsplit(type, " ", -1);

	for (size_t i = 1; words[i]; i++)
		puts(words[i]);
	g_strfreev(words);
	return JB_EXIT_OK;
}

static int list_icons(void)
{
	size_t n;
	const jb_icon *icons = jb_icons(&n);

	for (size_t i = 0; i < n; i++)
		printf("%s\t%s\t%s\n", icons[i].name, icons[i].title,
			icons[i].words);
	return JB_EXIT_OK;
}

static int list(const char *what)
{
	jb_arena *arena;
	jb_shop shop;
	int code;

	if (!strcmp(what, "blocks"))
		return list_blocks();
	if (!strcmp(what, "forms"))
		return list_forms();
	if (!strcmp(what, "icons"))
		return list_icons();
	arena = jb_arena_open();
	jb_cli_find_shop(arena, &shop);
	if (!strcmp(what, "layouts"))
		code = list_folder(shop.layouts, NULL);
	else if (!strcmp(what, "themes"))
		code = list_folder(shop.themes, ".yaml");
	else
		code = jb_cli_fail(JB_EXIT_USAGE,
			"list takes one of: layouts, themes, blocks, forms, "
			"icons");
	jb_arena_close(arena);
	return code;
}

int jb_cli_list(int argc, char **argv)
{
	const GOptionEntry entries[] = {G_OPTION_ENTRY_NULL};

	if (!jb_cli_options("Lists the shipped layouts and themes, the blocks "
			    "of the layout language, the forms of pictures, "
			    "or the icons.",
		    "WHAT", entries, &argc, &argv))
		return JB_EXIT_USAGE;
	if (argc != 2)
		return jb_cli_fail(JB_EXIT_USAGE,
			"list takes one of: layouts, themes, blocks, forms, "
			"icons");
	return list(argv[1]);
}
