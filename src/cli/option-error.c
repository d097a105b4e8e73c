/* option-error.c - what GLib says of wrong options, in the language spoken.
 *
 * GLib translates by the locale, and for that the whole program would have to
 * follow it, numbers too.  Its English words are known; the values are taken
 * out of them and put into ours.
 */
#include "cli/cli.h"

#include <string.h>

#include "base/messages.h"

static const char *const known[] = {
	JB_TR("Unknown option %s"),
	JB_TR("Missing argument for %s"),
	JB_TR("Cannot parse integer value “%s” for %s"),
	JB_TR("Integer value “%s” for %s out of range"),
	JB_TR("Error parsing option %s"),
};

/* The values of a text that was made with a format of %s alone; their number,
 * or -1 when it was not. */
static int take_values(const char *format, const char *text, char *values[2])
{
	g_auto(GStrv) parts = g_strsplit(format, "%s", -1);
	int n = 0;

	if (!g_str_has_prefix(text, parts[0]))
		return -1;
	text += strlen(parts[0]);
	for (size_t i = 1; parts[i]; i++) {
		const char *end = *parts[i] ? strstr(text, parts[i])
					    : text + strlen(text);

		if (!end)
			return -1;
		values[n++] = g_strndup(text, (gsize)(end - text));
		text = end + strlen(parts[i]);
	}
	return *text ? -1 : n;
}

int jb_cli_refuse_options(const char *english)
{
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
		char *values[2] = {NULL, NULL};
		int n = take_values(known[i], english, values);

		if (n == 1)
			jb_cli_fail(0, known[i], values[0]);
		else if (n == 2)
			jb_cli_fail(0, known[i], values[0], values[1]);
		g_free(values[0]);
		g_free(values[1]);
		if (n > 0)
			return JB_EXIT_USAGE;
	}
	return jb_cli_fail(JB_EXIT_USAGE, "%s", english);
}
