/* jianbao render: the pages as a PDF, or each as a PNG or SVG. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <glib/gstdio.h>

#include "base/file.h"
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
static int check_output(
	const char *output, const char *report, const jb_options *o)
{
	const char *const inputs[] = {report, o->layout, o->theme};

	if (output && !*output)
		return jb_cli_fail(JB_EXIT_USAGE, "--output needs a name");
	for (size_t i = 0; i < G_N_ELEMENTS(inputs); i++)
		if (same_file(output, inputs[i]))
			return jb_cli_fail(JB_EXIT_USAGE,
				"--output “%s” is a file that is read", output);
	return JB_EXIT_OK;
}

static int write_file(const char *path, const GByteArray *bytes)
{
	GError *error = NULL;
	int code = JB_EXIT_CANTCREAT;

	if (!strcmp(path, "-")) {
		if (fwrite(bytes->data, 1, bytes->len, stdout) == bytes->len &&
			fflush(stdout) == 0)
			return JB_EXIT_OK;
		return jb_cli_fail(JB_EXIT_IOERR, "standard output: %s",
			g_strerror(errno));
	}
	if (jb_file_write(path, bytes->data, bytes->len, &error))
		return JB_EXIT_OK;
	if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ||
		g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_IO))
		code = JB_EXIT_IOERR;
	jb_cli_fail(0, "%s", error->message);
	g_clear_error(&error);
	return code;
}

static int paint_failed(GError *error)
{
	jb_cli_fail(0, "%s", error->message);
	g_error_free(error);
	return JB_EXIT_SOFTWARE;
}

static int render_pdf(jb_session *s, jb_painter *painter, const char *output)
{
	GByteArray *bytes = g_byte_array_new();
	GError *error = NULL;
	int code = jb_paint_pdf(painter, s->doc->scene, bytes, &error)
			   ? write_file(output, bytes)
			   : paint_failed(error);

	g_byte_array_unref(bytes);
	return code;
}

/* Every page is painted before the first is written. */
static int render_pages(jb_session *s, jb_painter *painter, format f,
	const char *output, double dpi)
{
	GPtrArray *pages = g_ptr_array_new_with_free_func(
		(GDestroyNotify)g_byte_array_unref);
	const jb_scene *scene = s->doc->scene;
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
			page_path(s->arena, output, f, i), pages->pdata[i]);
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

static int render(jb_session *s, const char *report, const jb_options *o)
{
	int f = find_format(o), code;
	jb_painter *painter;
	const char *output = o->output;

	if (f < 0)
		return jb_cli_fail(JB_EXIT_USAGE,
			"--format is pdf, png or svg, not “%s”", o->format);
	if (o->dpi < 18 || o->dpi > 1200)
		return jb_cli_fail(JB_EXIT_USAGE,
			"--dpi is from 18 to 1200, not %d", o->dpi);
	if (f != PDF && output && !strcmp(output, "-"))
		return jb_cli_fail(
			JB_EXIT_USAGE, "only a PDF goes to standard output");
	code = check_output(output, report, o);
	if (code != JB_EXIT_OK)
		return code;
	if (strange_suffix(o))
		return jb_cli_fail(JB_EXIT_USAGE,
			"“%s” is no format of ours: pdf, png or svg (or say "
			"--format)",
			strange_suffix(o));
	code = jb_cli_make(s, report, o);
	if (code != JB_EXIT_OK)
		return code;
	if (!output)
		output = jb_sprintf(
			s->arena, "%s%s", s->doc->report->name, suffixes[f]);
	painter = jb_painter_open();
	code = f == PDF ? render_pdf(s, painter, output)
			: render_pages(s, painter, (format)f, output, o->dpi);
	jb_painter_close(painter);
	return code;
}

int jb_cli_render(int argc, char **argv)
{
	jb_options o = {.dpi = 144};
	const GOptionEntry entries[] = {
		{"output", 'o', 0, G_OPTION_ARG_FILENAME, &o.output,
			"The file to write; the report's name if not given",
			"FILE"},
		JB_PAGE_OPTIONS(o),
		{"format", 'f', 0, G_OPTION_ARG_STRING, &o.format,
			"pdf, or png or svg for one file a page", "FORMAT"},
		{"dpi", 0, 0, G_OPTION_ARG_INT, &o.dpi,
			"Pixels an inch of a PNG (144)", "N"},
		{"strict", 0, 0, G_OPTION_ARG_NONE, &o.strict,
			"Warnings fail, too, and leave no file", NULL},
		G_OPTION_ENTRY_NULL,
	};
	jb_session s = {0};
	int code = JB_EXIT_USAGE;

	if (jb_cli_options("Makes the pages of a report.", "REPORT", entries,
		    &argc, &argv)) {
		if (argc == 2)
			code = render(&s, argv[1], &o);
		else
			jb_cli_fail(0, "render takes one report");
	}
	jb_cli_close(&s);
	jb_cli_free(&o);
	return code;
}
