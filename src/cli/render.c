/* jianbao render: the pages as a PDF, or each as a PNG or SVG. */
#include "cli/cli.h"

/* How the lines were set; NULL where no pages were made. */
static jb_review *review_of(const jb_session *s)
{
	jb_review *review;

	if (!s->doc || !s->doc->scene)
		return NULL;
	review = jb_review_scene(s->arena, s->doc->scene, false);
	review->slips = s->doc->report->slips;
	return review;
}

/* Under --strict faults of the composition are warnings that fail. */
static int judge(const jb_review *review, const jb_options *o, int code)
{
	if (code != JB_EXIT_OK || !o->strict || review->faults == 0)
		return code;
	return jb_cli_fail(JB_EXIT_WARNINGS,
		"%zu faults in the composition: --report shows them",
		review->faults);
}

static int render(jb_session *s, const char *report, const jb_options *o)
{
	bool reported = o->report || o->json;
	jb_review *review;
	int code = jb_cli_check_output(o, report), told = JB_EXIT_OK;

	if (code == JB_EXIT_OK)
		code = jb_cli_check_report(o, report, false);
	if (code != JB_EXIT_OK)
		return code;
	code = jb_cli_make(s, report, o);
	review = review_of(s);
	code = judge(review, o, code);
	if (code == JB_EXIT_OK)
		code = jb_cli_write(
			s->arena, s->doc->scene, o, s->doc->report->name);
	if (reported && review)
		told = jb_cli_put_review(s->arena, review, o);
	return code != JB_EXIT_OK ? code : told;
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
		{"width", 0, 0, G_OPTION_ARG_INT, &o.width,
			"Width of a PNG in pixels, in place of --dpi", "N"},
		JB_REPORT_OPTIONS(o),
		{"strict", 0, 0, G_OPTION_ARG_NONE, &o.strict,
			"Warnings fail, too, and leave no file", NULL},
		G_OPTION_ENTRY_NULL,
	};
	jb_session s = {0};
	const char *after = jb_cli_report_alone(argc, argv);
	int code = JB_EXIT_USAGE;

	if (jb_cli_options("Makes the pages of a report.", "REPORT", entries,
		    &argc, &argv)) {
		if (argc == 2)
			code = render(&s, argv[1], &o);
		else
			jb_cli_refuse_words(
				argc, argv, "render takes one report", after);
	}
	jb_cli_close(&s);
	jb_cli_free(&o);
	return code;
}
