/* cli.h - what the commands share. */
#ifndef JB_CLI_CLI_H
#define JB_CLI_CLI_H

#include "jianbao.h"
#include "scene/review.h"

/* Exit codes (sysexits where there is one). */
enum {
	JB_EXIT_OK = 0,
	JB_EXIT_USAGE = 2,
	JB_EXIT_WARNINGS = 3,	/* warnings under --strict */
	JB_EXIT_DATA = 65,	/* mistakes in the input */
	JB_EXIT_NOINPUT = 66,	/* a file is not there */
	JB_EXIT_SOFTWARE = 70,	/* fonts or libraries failed */
	JB_EXIT_CANTCREAT = 73, /* the output cannot be made */
	JB_EXIT_IOERR = 74,
};

/* One run of a command on one report. */
typedef struct jb_session {
	jb_shop shop;
	jb_arena *arena;
	jb_diags *diags;
	jb_document *doc;
} jb_session;

/* Options that several commands take. */
typedef struct jb_options {
	char *layout, *theme, *output, *format, *against, *report;
	char **sets;
	gboolean strict, json;
	gboolean boxes; /* note where blocks stand */
	bool drawn;	/* and draw it */
	int dpi;
	int width; /* of a PNG in pixels; 0: by dpi */
} jb_options;

/* The options of every command that makes pages, for its GOptionEntry list. */
#define JB_PAGE_OPTIONS(o)                                           \
	{"layout", 'l', 0, G_OPTION_ARG_FILENAME, &(o).layout,       \
		"A shipped layout or a file", "NAME"},               \
		{"theme", 't', 0, G_OPTION_ARG_FILENAME, &(o).theme, \
			"A shipped theme or a file", "NAME"},        \
	{                                                            \
		"set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(o).sets, \
			"Set a value of the layout or theme: "       \
			"layout.page.columns=3",                     \
			"PATH=VALUE"                                 \
	}

void jb_cli_free(jb_options *options);

/* Where the program's data is: beside the program in a source tree, else where
 * it was installed. */
void jb_cli_find_shop(jb_arena *arena, jb_shop *shop);

/* The folder of the JSON Schemas, from the root of the file system. */
const char *jb_cli_find_schemas(jb_arena *arena);

/* Opens the fonts; false after saying why not. */
bool jb_cli_open_fonts(jb_arena *arena, jb_shop *shop);

/* Opens a session, makes the document, prints what is wrong.  Returns an exit
 * code; with JB_EXIT_OK session->doc has a scene.  Close it in any case. */
int jb_cli_make(
	jb_session *session, const char *report, const jb_options *options);
void jb_cli_close(jb_session *session);

/* Mistakes in --output, --format and --dpi, and slips that would write over a
 * file that is read (`input`, or one of the options'). */
int jb_cli_check_output(const jb_options *options, const char *input);

/* Writes the pages as checked before; `name` is the output's without an
 * --output.  Everything is painted before the first file is written. */
int jb_cli_write(jb_arena *arena, const jb_scene *scene,
	const jb_options *options, const char *name);

/* SOURCE_DATE_EPOCH or NULL; JB_EXIT_USAGE after saying that it is no number.
 */
int jb_cli_epoch(const char **epoch);

/* --report and --json, for a command's GOptionEntry list. */
#define JB_REPORT_OPTIONS(o)                                              \
	{"report", 0, 0, G_OPTION_ARG_FILENAME, &(o).report,              \
		"The composition report: text, json, or a file to write", \
		"WHERE"},                                                 \
	{                                                                 \
		"json", 0, 0, G_OPTION_ARG_NONE, &(o).json,               \
			"The same as --report json", NULL                 \
	}

/* Lets `--report` stand alone, for `--report text`: before the options are
 * parsed.  Returns the argument after it, which is not its own (it may be the
 * text to be set, and is never written to), or NULL. */
const char *jb_cli_report_alone(int argc, char **argv);

/* Says what a command takes when the words that are left are not that: with
 * `after` among too many, how a file is named.  Returns JB_EXIT_USAGE. */
int jb_cli_refuse_words(
	int argc, char **argv, const char *takes, const char *after);

/* A report and a PDF do not both go to standard output, and neither is written
 * over a file that is read. */
int jb_cli_check_report(
	const jb_options *options, const char *input, bool always);

/* Prints or writes the composition report as the options say; an exit code. */
int jb_cli_put_review(
	jb_arena *arena, const jb_review *review, const jb_options *options);

/* Says what is wrong with options, of GLib's English words for it; returns
 * JB_EXIT_USAGE. */
int jb_cli_refuse_options(const char *english);

/* Parses a command's options; false after printing what is wrong.  argv keeps
 * what is left. */
bool jb_cli_options(const char *summary, const char *arguments,
	const GOptionEntry *entries, int *argc, char ***argv);

/* A command that makes the pages of one report and prints something of them. */
int jb_cli_show(int argc, char **argv, const char *summary,
	void (*show)(const jb_session *session));

/* Takes --messages, --lang (but from galley) and --diagnostics out of the
 * arguments, and has all messages follow them, or else the locale.  False after
 * saying what is wrong with them. */
bool jb_cli_speak(int *argc, char **argv);

/* Mistakes on standard error, as --diagnostics says. */
void jb_cli_print(const jb_diags *diags);

/* "jianbao: message" on standard error; returns the code. */
int jb_cli_fail(int code, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Prints the lines of a scene as they are set, an empty one between pages; a
 * hyphen that only the line needs is shown. */
void jb_cli_put_lines(const jb_scene *scene);

/* The last thing before the program ends: the code, or JB_EXIT_IOERR when what
 * was printed did not arrive. */
int jb_cli_finish(int code);

/* The commands: argv[0] is the command's name. */
int jb_cli_render(int argc, char **argv);
int jb_cli_check(int argc, char **argv);
int jb_cli_galley(int argc, char **argv);
int jb_cli_figures(int argc, char **argv);
int jb_cli_trace(int argc, char **argv);
int jb_cli_schema(int argc, char **argv);
int jb_cli_explain(int argc, char **argv);
int jb_cli_fonts(int argc, char **argv);
int jb_cli_new(int argc, char **argv);
int jb_cli_list(int argc, char **argv);

#endif
