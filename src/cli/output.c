/* Where a scene goes: one PDF, or a PNG or SVG for each page. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <glib/gstdio.h>

#include "base/file.h"
#include "base/messages.h"
#include "paint/paint.h"

typedef enum { PDF, PNG, SVG } format;

static const char *const suffixes[] = {".pdf", ".png", ".svg"};

/* --format, else the output's suffix, else PDF; -1 for a word we do not know.
 */
static int find_format(const jb_options *o)
{
	for (int f = PDF; f <= SVG; f++)
		if (o->format && !strcmp(o->format, suffixes[f] + 1))
			return f;
	if (o->format)
		return -1;
	for (int f = PDF; f <= SVG; f++)
		if (o->output && g_str_has_suffix(o->output, suffixes[f]))
			return f;
	return PDF;
}

/* Where a page goes: name.png becomes name-3.png. */
static char *page_path(
	jb_arena *arena, const char *output, format f, size_t page)
{
	size_t len = strlen(output);

	if (g_str_has_suffix(output, suffixes[f]))
		len -= strlen(suffixes[f]);
	return jb_sprintf(
		arena, "%.*s-%zu%s", (int)len, output, page + 1, suffixes[f]);
}

static bool same_file(const char *a, const char *b)
{
	GStatBuf one, two;

	return a && b && g_stat(a, &one) == 0 && g_stat(b, &two) == 0 &&
	       one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

/* Slips of the hand that would cost a file somebody wrote. */
static int check_name(const char *option, const char *output, const char *input,
	const jb_options *o)
{
	const char *const inputs[] = {input, o->layout, o->theme};

	if (output && !*output)
		return jb_cli_fail(JB_EXIT_USAGE, "--%s needs a name", option);
	for (size_t i = 0; i < G_N_ELEMENTS(inputs); i++)
		if (same_file(output, inputs[i]))
			return jb_cli_fail(JB_EXIT_USAGE,
				"--%s “%s” is a file that is read", option,
				output);
	return JB_EXIT_OK;
}

static int write_bytes(const char *path, const void *data, size_t len)
{
	GError *error = NULL;
	int code = JB_EXIT_CANTCREAT;

	if (!strcmp(path, "-")) {
		if (fwrite(data, 1, len, stdout) == len && fflush(stdout) == 0)
			return JB_EXIT_OK;
		return jb_cli_fail(JB_EXIT_IOERR, "standard output: %s",
			jb_tr(g_strerror(errno)));
	}
	if (jb_file_write(path, data, len, &error))
		return JB_EXIT_OK;
	if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ||
		g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_IO))
		code = JB_EXIT_IOERR;
	jb_cli_fail(0, "%s", error->message);
	g_clear_error(&error);
	return code;
}

static int write_file(const char *path, const GByteArray *bytes)
{
	return write_bytes(path, bytes->data, bytes->len);
}

static int paint_failed(GError *error)
{
	jb_cli_fail(0, "%s", error->message);
	g_error_free(error);
	return JB_EXIT_SOFTWARE;
}

static int write_pdf(
	const jb_scene *scene, jb_painter *painter, const char *output)
{
	GByteArray *bytes = g_byte_array_new();
	GError *error = NULL;
	int code = jb_paint_pdf(painter, scene, bytes, &error)
			   ? write_file(output, bytes)
			   : paint_failed(error);

	g_byte_array_unref(bytes);
	return code;
}

/* Every page is painted before the first is written. */
static int write_pages(jb_arena *arena, const jb_scene *scene,
	jb_painter *painter, format f, const char *output, double dpi)
{
	GPtrArray *pages = g_ptr_array_new_with_free_func(
		(GDestroyNotify)g_byte_array_unref);
	GError *error = NULL;
	int code = JB_EXIT_OK;

	for (size_t i = 0; i < scene->leaves->len && !error; i++) {
		GByteArray *bytes = g_byte_array_new();

		g_ptr_array_add(pages, bytes);
		if (f == PNG)
			jb_paint_png(painter, scene, i, dpi, bytes, &error);
		else
			jb_paint_svg(painter, scene, i, bytes, &error);
	}
	if (error)
		code = paint_failed(error);
	for (size_t i = 0; i < pages->len && code == JB_EXIT_OK; i++)
		code = write_file(
			page_path(arena, output, f, i), pages->pdata[i]);
	g_ptr_array_free(pages, TRUE);
	return code;
}

/* A name like x.jpg asks for what we do not make. */
static const char *strange_suffix(const jb_options *o)
{
	const char *dot = o->output ? strrchr(o->output, '.') : NULL;

	if (!dot || o->format || dot == o->output || strchr(dot, '/'))
		return NULL;
	for (int f = PDF; f <= SVG; f++)
		if (!strcmp(dot, suffixes[f]))
			return NULL;
	return dot;
}

int jb_cli_check_output(const jb_options *o, const char *input)
{
	int f = find_format(o), code;

	if (f < 0)
		return jb_cli_fail(JB_EXIT_USAGE,
			"--format is pdf, png or svg, not “%s”", o->format);
	if (o->dpi < 18 || o->dpi > 1200)
		return jb_cli_fail(JB_EXIT_USAGE,
			"--dpi is from 18 to 1200, not %d", o->dpi);
	if (f != PDF && o->output && !strcmp(o->output, "-"))
		return jb_cli_fail(
			JB_EXIT_USAGE, "only a PDF goes to standard output");
	if (o->width && (o->width < 16 || o->width > 32767))
		return jb_cli_fail(JB_EXIT_USAGE,
			"--width is from 16 to 32767, not %d", o->width);
	code = check_name("output", o->output, input, o);
	if (code == JB_EXIT_OK && strange_suffix(o))
		return jb_cli_fail(JB_EXIT_USAGE,
			"“%s” is no format of ours: pdf, png or svg (or say "
			"--format)",
			strange_suffix(o));
	return code;
}

int jb_cli_write(jb_arena *arena, const jb_scene *scene, const jb_options *o,
	const char *name)
{
	int f = find_format(o), code;
	jb_painter *painter = jb_painter_open();
	const char *output = o->output;

	if (!output)
		output = jb_sprintf(arena, "%s%s", name, suffixes[f]);
	code = f == PDF ? write_pdf(scene, painter, output)
			: write_pages(arena, scene, painter, (format)f, output,
				  o->width ? o->width * 72 / scene->width_pt
					   : o->dpi);
	jb_painter_close(painter);
	return code;
}

/* ---- the composition report ---- */

static bool is_word(const char *report)
{
	return !strcmp(report, "text") || !strcmp(report, "json");
}

const char *jb_cli_report_alone(int argc, char **argv)
{
	static char alone[] = "--report=text";
	const char *after = NULL;

	for (int i = 1; i < argc; i++) {
		const char *next = i + 1 < argc ? argv[i + 1] : "";

		if (!strcmp(argv[i], "--report") && !is_word(next) &&
			strcmp(next, "-") != 0 &&
			!g_str_has_suffix(next, ".json")) {
			argv[i] = alone;
			after = next;
		}
	}
	return after;
}

int jb_cli_refuse_words(
	int argc, char **argv, const char *takes, const char *after)
{
	for (int i = 1; argc > 2 && i < argc; i++)
		if (argv[i] == after)
			return jb_cli_fail(JB_EXIT_USAGE,
				"%s; for a report in a file say --report=%s",
				jb_tr(takes), after);
	return jb_cli_fail(JB_EXIT_USAGE, "%s", jb_tr(takes));
}

int jb_cli_check_report(const jb_options *o, const char *input, bool always)
{
	bool printed = o->report ? is_word(o->report) || !strcmp(o->report, "-")
				 : o->json || always;

	if (o->report && o->json && !strcmp(o->report, "text"))
		return jb_cli_fail(JB_EXIT_USAGE,
			"--report text and --json contradict each other");
	if (printed && o->output && !strcmp(o->output, "-"))
		return jb_cli_fail(JB_EXIT_USAGE,
			"pages and report do not both go to standard output; "
			"say --report=FILE");
	if (same_file(o->report, o->output) ||
		(o->report && !g_strcmp0(o->report, o->output)))
		return jb_cli_fail(JB_EXIT_USAGE,
			"--report and --output are one file: “%s”", o->report);
	if (o->report && is_word(o->report))
		return JB_EXIT_OK;
	return check_name("report", o->report, input, o);
}

int jb_cli_put_review(
	jb_arena *arena, const jb_review *review, const jb_options *o)
{
	const char *to = o->report ? o->report : "text";
	bool json =
		o->json || !strcmp(to, "json") || g_str_has_suffix(to, ".json");
	jb_tongue tongue = jb_messages_tongue();
	const char *all;

	/* the report of the composition speaks English */
	jb_messages_speak(JB_ENGLISH);
	all = json ? jb_review_json(arena, review)
		   : jb_review_print(arena, review);
	jb_messages_speak(tongue);
	return write_bytes(is_word(to) ? "-" : to, all, strlen(all));
}
