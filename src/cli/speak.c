/* speak.c - how the program speaks to whoever started it: in which language,
 * for people or for programs. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/messages.h"

/* As with the language: of the process, and set before there is anything to
 * say. */
static bool in_json;

/* For who sits before a terminal: in files and pipes codes are only noise, and
 * programs have them in the JSON. */
static void point_to_explain(const jb_diags *diags)
{
	g_autofree char *codes = jb_diags_codes(diags);

	if (*codes)
		fprintf(stderr, jb_tr("to know more: jianbao explain %s\n"),
			codes);
}

void jb_cli_print(const jb_diags *diags)
{
	g_autofree char *text =
		in_json ? jb_diags_json(diags) : jb_diags_text(diags);

	fputs(text, stderr);
	if (!in_json && isatty(STDERR_FILENO))
		point_to_explain(diags);
}

int jb_cli_fail(int code, const char *format, ...)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(jb_tr(format), args);
	va_end(args);
	if (in_json) {
		g_string_append(out, "{\"severity\":\"error\",\"message\":");
		jb_json_string(out, text);
		g_string_append_c(out, '}');
	} else {
		g_string_append_printf(out, "jianbao: %s", text);
	}
	fprintf(stderr, "%s\n", out->str);
	return code;
}

static bool take_tongue(const char *word)
{
	jb_tongue tongue;

	if (!jb_messages_parse(word, &tongue)) {
		jb_cli_fail(0, "messages are in zh or en, not in “%s”", word);
		return false;
	}
	jb_messages_speak(tongue);
	return true;
}

static bool take_format(const char *word)
{
	in_json = !strcmp(word, "json");
	if (in_json || !strcmp(word, "text"))
		return true;
	jb_cli_fail(0, "--diagnostics is text or json, not “%s”", word);
	return false;
}

static const struct {
	const char *name;
	bool (*take)(const char *word);
} spoken[] = {
	{"--messages", take_tongue},
	{"--lang", take_tongue},
	{"--diagnostics", take_format},
};

/* What stands behind “--name=” or “--name ”; *n is the words that takes, 0 for
 * another option.  NULL with a *n of 1: nothing stands there. */
static const char *value_of(
	const char *name, int argc, char *const *argv, int *n)
{
	size_t len = strlen(name);

	*n = 0;
	if (strncmp(argv[0], name, len) != 0)
		return NULL;
	if (argv[0][len] == '=') {
		*n = 1;
		return argv[0] + len + 1;
	}
	if (argv[0][len] != '\0')
		return NULL;
	*n = argc > 1 ? 2 : 1;
	return argc > 1 ? argv[1] : NULL;
}

/* Takes one of our options; the number of words it had, -1 after an error. */
static int take(int argc, char *const *argv, bool galley)
{
	for (size_t i = 0; i < G_N_ELEMENTS(spoken); i++) {
		const char *value;
		int n;

		if (galley && !strcmp(spoken[i].name, "--lang"))
			continue; /* there it is the language of the text */
		value = value_of(spoken[i].name, argc, argv, &n);
		if (n == 0)
			continue;
		if (!value)
			jb_cli_fail(0, "%s needs a word", spoken[i].name);
		return value && spoken[i].take(value) ? n : -1;
	}
	return 0;
}

bool jb_cli_speak(int *argc, char **argv)
{
	bool galley = false;
	int kept = 1, i = 1;

	jb_messages_speak(jb_messages_locale());
	while (i < *argc && strcmp(argv[i], "--") != 0) {
		int n = take(*argc - i, argv + i, galley);

		if (n < 0)
			return false;
		if (n == 0) {
			galley |= kept == 1 && !strcmp(argv[i], "galley");
			argv[kept++] = argv[i++];
		}
		i += n;
	}
	while (i < *argc)
		argv[kept++] = argv[i++];
	*argc = kept;
	argv[kept] = NULL;
	return true;
}
