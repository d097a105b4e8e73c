/* jianbao new: a file to start from, with the usual things in it and the rest
 * in comments.  The files of data/new/ hold @WORDS@ that are filled in here.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/messages.h"

struct start {
	const char *kind; /* "report", "layout", "theme" */
	const char *file; /* to write */
	const char *layout, *theme;
	bool force;
};

/* The file's name without folder and ending; empty behind a last slash. */
static const char *stem_of(jb_arena *arena, const char *file)
{
	const char *slash = strrchr(file, '/');
	char *stem = jb_strdup(arena, slash ? slash + 1 : file);

	if (g_str_has_suffix(stem, ".yaml"))
		stem[strlen(stem) - strlen(".yaml")] = '\0';
	return stem;
}

/* Folders, and nothing but the ending, are no names. */
static bool is_name(const char *stem)
{
	return *stem && strcmp(stem, ".") != 0 && strcmp(stem, "..") != 0;
}

/* A report's name has letters, digits and hyphens only. */
static const char *name_of(jb_arena *arena, const struct start *s)
{
	const char *stem = stem_of(arena, s->file);

	if (strcmp(s->kind, "report") != 0)
		return stem;
	for (const char *p = stem; *p; p++) {
		if (!g_ascii_isalnum(*p) && *p != '-')
			return "report";
	}
	return g_ascii_isalnum(*stem) ? stem : "report";
}

/* What is a path for --layout wherever it stands. */
static const char *path_of(jb_arena *arena, const char *file)
{
	if (strchr(file, '/') || g_str_has_suffix(file, ".yaml"))
		return file;
	return jb_sprintf(arena, "./%s", file);
}

static char *fill(jb_arena *arena, const struct start *s, const char *text,
	const char *schema)
{
	GString *out = g_string_new(text);

	g_string_replace(out, "@SCHEMA@", schema, 0);
	g_string_replace(out, "@FILE@", s->file, 0);
	g_string_replace(out, "@PATH@", path_of(arena, s->file), 0);
	g_string_replace(out, "@NAME@", name_of(arena, s), 0);
	g_string_replace(out, "@LAYOUT@", s->layout, 0);
	g_string_replace(out, "@THEME@", s->theme, 0);
	return g_string_free(out, FALSE);
}

/* A shipped layout or theme, or a file that is there. */
static int check_base(const struct start *s, const jb_shop *shop)
{
	bool theme = strcmp(s->kind, "theme") == 0;
	const char *name = theme ? s->theme : s->layout;
	g_autofree char *shipped =
		theme ? g_strdup_printf("%s/%s.yaml", shop->themes, name)
		      : g_strdup_printf(
				"%s/%s/layout.yaml", shop->layouts, name);

	if (strchr(name, '/') || g_str_has_suffix(name, ".yaml")
			? g_file_test(name, G_FILE_TEST_EXISTS)
			: g_file_test(shipped, G_FILE_TEST_EXISTS))
		return JB_EXIT_OK;
	return theme ? jb_cli_fail(JB_EXIT_NOINPUT,
			       "there is no theme “%s”: jianbao list themes",
			       name)
		     : jb_cli_fail(JB_EXIT_NOINPUT,
			       "there is no layout “%s”: jianbao list layouts",
			       name);
}

static int start(jb_arena *arena, const struct start *s)
{
	bool zh = jb_messages_tongue() == JB_CHINESE;
	g_autoptr(GError) error = NULL;
	g_autofree char *filled = NULL;
	const char *path, *schema;
	const jb_source *text;
	jb_shop shop;
	int code;

	if (!is_name(stem_of(arena, s->file)))
		return jb_cli_fail(
			JB_EXIT_USAGE, "“%s” is no name for a file", s->file);
	jb_cli_find_shop(arena, &shop);
	code = check_base(s, &shop);
	if (code != JB_EXIT_OK)
		return code;
	if (!s->force && g_file_test(s->file, G_FILE_TEST_EXISTS))
		return jb_cli_fail(JB_EXIT_CANTCREAT,
			"“%s” is there already; --force writes over it",
			s->file);
	path = jb_sprintf(arena, "%s/../data/new/%s.%s.yaml", shop.layouts,
		s->kind, zh ? "zh" : "en");
	text = jb_source_read(arena, path, &error);
	if (!text)
		return jb_cli_fail(JB_EXIT_SOFTWARE, "%s", error->message);
	schema = jb_sprintf(arena, "%s/%s%s.schema.json",
		jb_cli_find_schemas(arena), s->kind, zh ? ".zh-CN" : "");
	filled = fill(arena, s, text->text, schema);
	if (!jb_file_write(s->file, filled, strlen(filled), &error))
		return jb_cli_fail(JB_EXIT_CANTCREAT, "%s", error->message);
	printf("%s\n", s->file);
	return JB_EXIT_OK;
}

/* `new FILE`, `new layout NAME`, `new theme NAME`. */
static bool take_words(jb_arena *arena, struct start *s, int argc, char **argv)
{
	s->kind = "report";
	if (argc == 3 &&
		(!strcmp(argv[1], "layout") || !strcmp(argv[1], "theme") ||
			!strcmp(argv[1], "report"))) {
		s->kind = argv[1];
		argv++;
	} else if (argc != 2) {
		return false;
	}
	s->file = g_str_has_suffix(argv[1], ".yaml")
			  ? argv[1]
			  : jb_sprintf(arena, "%s.yaml", argv[1]);
	return *argv[1] != '\0';
}

int jb_cli_new(int argc, char **argv)
{
	jb_options o = {0};
	gboolean force = FALSE;
	const GOptionEntry entries[] = {
		{"layout", 'l', 0, G_OPTION_ARG_FILENAME, &o.layout,
			"The layout that is meant or changed (briefing)",
			"NAME"},
		{"theme", 't', 0, G_OPTION_ARG_FILENAME, &o.theme,
			"The theme that is changed (daiqing)", "NAME"},
		{"force", 0, 0, G_OPTION_ARG_NONE, &force,
			"Write over a file that is there", NULL},
		G_OPTION_ENTRY_NULL,
	};
	jb_arena *arena = jb_arena_open();
	struct start s = {0};
	int code = JB_EXIT_USAGE;

	if (jb_cli_options("Starts a report, or a layout or theme that changes "
			   "another, as a YAML file with comments.",
		    "[layout|theme] FILE", entries, &argc, &argv)) {
		s.layout = o.layout ? o.layout : "briefing";
		s.theme = o.theme ? o.theme : "daiqing";
		s.force = force;
		code = take_words(arena, &s, argc, argv)
			       ? start(arena, &s)
			       : jb_cli_fail(code,
					 "new takes a file, or layout or theme "
					 "and a file");
	}
	jb_cli_free(&o);
	jb_arena_close(arena);
	return code;
}
