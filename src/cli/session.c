/* What every command does first: find the data, open the fonts, make the
 * document, say what is wrong with it.
 */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>

#include "base/messages.h"

#ifndef JB_DATADIR
#define JB_DATADIR "/usr/local/share/jianbao"
#endif

int jb_cli_finish(int code)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return code;
	/* who failed already has said why */
	return code != JB_EXIT_OK
		       ? code
		       : jb_cli_fail(JB_EXIT_IOERR, "standard output: %s",
				 jb_tr(g_strerror(errno)));
}

/* The folder of the running program, or NULL.  A bare root may have no /proc:
 * then the kernel's own word for what it started. */
static char *program_folder(void)
{
	const char *started = (const char *)getauxval(AT_EXECFN);
	char *exe = realpath("/proc/self/exe", NULL), *folder;

	if (!exe && started)
		exe = realpath(started, NULL);
	folder = exe ? g_path_get_dirname(exe) : NULL;
	free(exe);
	return folder;
}

void jb_cli_find_shop(jb_arena *arena, jb_shop *shop)
{
	char *folder = program_folder();
	char *near =
		folder ? g_build_filename(folder, "..", "layouts", NULL) : NULL;
	const char *base = JB_DATADIR;

	if (near && g_file_test(near, G_FILE_TEST_IS_DIR)) {
		char *up = g_path_get_dirname(folder);

		base = jb_strdup(arena, up);
		g_free(up);
	}
	shop->layouts = jb_sprintf(arena, "%s/layouts", base);
	shop->themes = jb_sprintf(arena, "%s/themes", base);
	shop->charts = jb_sprintf(arena, "%s/charts", base);
	g_free(near);
	g_free(folder);
}

const char *jb_cli_find_schemas(jb_arena *arena)
{
	g_autofree char *folder = program_folder();
	g_autofree char *near =
		folder ? g_build_filename(folder, "schema", NULL) : NULL;

	return near && g_file_test(near, G_FILE_TEST_IS_DIR)
		       ? jb_strdup(arena, near)
		       : JB_DATADIR "/schema";
}

bool jb_cli_open_fonts(jb_arena *arena, jb_shop *shop)
{
	char *folder = program_folder();
	char *near =
		folder ? g_build_filename(folder, "fonts", "fonts.conf", NULL)
		       : NULL;
	GError *error = NULL;
	const char *config = JB_DATADIR "/fonts/fonts.conf";

	if (near && g_file_test(near, G_FILE_TEST_EXISTS))
		config = jb_strdup(arena, near);
	g_free(near);
	g_free(folder);
	shop->fonts = jb_fonts_open(config, &error);
	if (shop->fonts)
		return true;
	jb_cli_fail(0, "%s", error->message);
	g_clear_error(&error);
	return false;
}

int jb_cli_epoch(const char **epoch)
{
	int64_t seconds;

	*epoch = g_getenv("SOURCE_DATE_EPOCH");
	if (!*epoch || jb_epoch_parse(*epoch, &seconds))
		return JB_EXIT_OK;
	return jb_cli_fail(JB_EXIT_USAGE,
		"SOURCE_DATE_EPOCH is a number of seconds, not “%s”", *epoch);
}

int jb_cli_make(jb_session *s, const char *report, const jb_options *options)
{
	jb_job job = {
		.report = report,
		.layout = options->layout,
		.theme = options->theme,
		.sets = (const char *const *)options->sets,
		.outlines = options->boxes,
		.boxes = options->drawn,
	};
	GError *error = NULL;
	int code = jb_cli_epoch(&job.epoch);

	if (code != JB_EXIT_OK)
		return code;
	s->arena = jb_arena_open();
	s->diags = jb_diags_new(s->arena);
	jb_cli_find_shop(s->arena, &s->shop);
	if (!jb_cli_open_fonts(s->arena, &s->shop))
		return JB_EXIT_SOFTWARE;
	s->doc = jb_make(&s->shop, s->arena, s->diags, &job, &error);
	jb_cli_print(s->diags);
	if (error) {
		jb_cli_fail(0, "%s", error->message);
		g_clear_error(&error);
		return JB_EXIT_NOINPUT;
	}
	if (jb_diags_errors(s->diags) || !s->doc || !s->doc->scene)
		return JB_EXIT_DATA;
	if (options->strict && jb_diags_warnings(s->diags))
		return JB_EXIT_WARNINGS;
	return JB_EXIT_OK;
}

void jb_cli_close(jb_session *s)
{
	if (s->shop.fonts)
		jb_fonts_close(s->shop.fonts);
	if (s->arena)
		jb_arena_close(s->arena);
}

void jb_cli_free(jb_options *options)
{
	g_free(options->layout);
	g_free(options->theme);
	g_strfreev(options->sets);
	g_free(options->output);
	g_free(options->format);
	g_free(options->against);
	g_free(options->report);
}

static const char *translate(const char *english, void *unused)
{
	(void)unused;
	return english ? jb_tr(english) : NULL;
}

static void print_help(GOptionContext *context)
{
	char *help = g_option_context_get_help(context, TRUE, NULL);
	GString *text = g_string_new(help);

	g_free(help);

	/* GLib's own words ask the locale; ours follow --messages, too */
	g_string_replace(text, "Usage:", jb_tr("Usage:"), 1);
	g_string_replace(text, "Options:", jb_tr("Options:"), 1);
	g_string_replace(text, "[OPTION…]", jb_tr("[OPTION…]"), 1);
	fputs(text->str, stdout);
	g_string_free(text, TRUE);
	g_option_context_free(context);
	exit(jb_cli_finish(JB_EXIT_OK));
}

bool jb_cli_options(const char *summary, const char *arguments,
	const GOptionEntry *entries, int *argc, char ***argv)
{
	GOptionContext *context = g_option_context_new(arguments);
	gboolean help = FALSE;
	char *taken = NULL; /* by jb_cli_speak: here for the help only */
	const GOptionEntry more[] = {
		{"messages", 0, 0, G_OPTION_ARG_STRING, &taken,
			"Language of the messages", "zh|en"},
		{"diagnostics", 0, 0, G_OPTION_ARG_STRING, &taken,
			"Messages for people, or JSON for programs",
			"text|json"},
		{"help", 'h', 0, G_OPTION_ARG_NONE, &help, "Show this help",
			NULL},
		G_OPTION_ENTRY_NULL,
	};
	GError *error = NULL;
	bool ok;

	g_option_context_set_translate_func(context, translate, NULL, NULL);
	g_option_context_set_summary(context, summary);
	g_option_context_add_main_entries(context, entries, NULL);
	g_option_context_add_main_entries(context, more, NULL);
	g_option_group_set_translate_func(
		g_option_context_get_main_group(context), translate, NULL,
		NULL);
	/* GLib's own help would lose “…” in a locale without it */
	g_option_context_set_help_enabled(context, FALSE);
	ok = g_option_context_parse(context, argc, argv, &error);
	if (ok && help)
		print_help(context);
	if (!ok) {
		jb_cli_refuse_options(error->message);
		g_clear_error(&error);
	}
	g_option_context_free(context);
	return ok;
}

int jb_cli_show(int argc, char **argv, const char *summary,
	void (*show)(const jb_session *session))
{
	jb_options o = {0};
	const GOptionEntry entries[] = {
		JB_PAGE_OPTIONS(o),
		G_OPTION_ENTRY_NULL,
	};
	const char *name = argv[0];
	jb_session s = {0};
	int code = JB_EXIT_USAGE;

	if (jb_cli_options(summary, "REPORT", entries, &argc, &argv)) {
		code = argc == 2
			       ? jb_cli_make(&s, argv[1], &o)
			       : jb_cli_fail(code, "%s takes one report", name);
		if (code == JB_EXIT_OK)
			show(&s);
	}
	jb_cli_close(&s);
	jb_cli_free(&o);
	return code;
}
