/* jianbao: one word says what to do; a file as the first word means render. */
#include <stdio.h>
#include <string.h>

#include "base/messages.h"
#include "base/words.h"
#include "cli/cli.h"

#ifndef JB_VERSION
#define JB_VERSION "0"
#endif

static const struct {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *what;
} commands[] = {
	{"new", jb_cli_new, JB_TR("start a report, a layout or a theme")},
	{"render", jb_cli_render,
		JB_TR("make the PDF (or PNG, SVG) of a report")},
	{"check", jb_cli_check,
		JB_TR("find every mistake; prove it against a text")},
	{"figures", jb_cli_figures,
		JB_TR("list each figure and where it is printed")},
	{"galley", jb_cli_galley,
		JB_TR("set plain paragraphs, and report on their lines")},
	{"trace", jb_cli_trace,
		JB_TR("print the pages as text, one item a line")},
	{"explain", jb_cli_explain,
		JB_TR("say what a message means, and its cure")},
	{"schema", jb_cli_schema, JB_TR("print the JSON Schema of a language")},
	{"fonts", jb_cli_fonts, JB_TR("list the fonts that may be named")},
	{"list", jb_cli_list,
		JB_TR("list layouts, themes, blocks, forms, icons, fonts, "
		      "styles")},
};

static void help(FILE *out)
{
	fputs(jb_tr("Usage: jianbao COMMAND [OPTIONS] FILE\n"
		    "       jianbao FILE            the same as "
		    "render\n\nCommands:\n"),
		out);
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		fprintf(out, "  %-9s %s\n", commands[i].name,
			jb_tr(commands[i].what));
	fputs(jb_tr("\n`jianbao COMMAND --help` lists a command's options.\n"),
		out);
}

static int unknown(const char *word)
{
	const char *names[G_N_ELEMENTS(commands)], *near;

	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		names[i] = commands[i].name;
	near = jb_words_nearest(word, names, G_N_ELEMENTS(names));
	jb_cli_fail(0, "there is no command or file “%s”", word);
	if (near)
		jb_cli_fail(0, "did you mean “%s”?", near);
	return JB_EXIT_USAGE;
}

int main(int argc, char **argv)
{
	/* messages are UTF-8 whatever the locale; numbers never ask it */
	g_set_prgname("jianbao");
	if (!jb_cli_speak(&argc, argv))
		return JB_EXIT_USAGE;
	if (argc < 2) {
		help(stderr);
		return JB_EXIT_USAGE;
	}
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h")) {
		help(stdout);
		return jb_cli_finish(JB_EXIT_OK);
	}
	if (!strcmp(argv[1], "--version")) {
		puts("jianbao " JB_VERSION);
		return jb_cli_finish(JB_EXIT_OK);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
		g_autofree char *name = NULL;

		if (strcmp(argv[1], commands[i].name) != 0)
			continue;
		name = g_strconcat("jianbao ", commands[i].name, NULL);
		g_set_prgname(name); /* for the help */
		return jb_cli_finish(commands[i].run(argc - 1, argv + 1));
	}
	if (g_file_test(argv[1], G_FILE_TEST_EXISTS) ||
		g_str_has_suffix(argv[1], ".yaml"))
		return jb_cli_render(argc, argv);
	return unknown(argv[1]);
}
