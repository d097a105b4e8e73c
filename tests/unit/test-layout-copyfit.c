/* test-layout-copyfit.c - size and tracking of a text within limits. */
#include "layout/copyfit.h"

#include "test-layout.h"

/* Ten characters of the body, and a grid line. */
#define MEASURE (38 * JB_MM)
#define LINE (5 * JB_MM)

typedef struct trial {
	press p;
	jb_desk *desk;
	jb_style style;
	jb_copyfit_job job;
	const jb_style *got;
	size_t lines;
	double last;	/* where the last line ends */
	double loosest; /* em */
} trial;

static void trial_open(trial *t)
{
	const jb_layout *layout;

	*t = (trial){.job = {.n = 1, .measure_pt = MEASURE, .columns = 1}};
	press_open(&t->p);
	layout = plain_layout(&t->p, "pages: []\n");
	t->desk = jb_desk_new(t->p.arena, t->p.diags, t->p.fonts, NULL, layout);
	t->style = *jb_layout_style(layout, "body");
	t->style.align = JB_TEXT_JUSTIFY;
	t->style.indent_em = 0;
	t->style.leading_pt = LINE;
	t->style.copyfit = (jb_copyfit_limits){
		.on = true,
		.size_least_pt = t->style.size_pt,
		.size_most_pt = t->style.size_pt,
	};
}

/* A paragraph of so many Han characters. */
static void fit(trial *t, int characters)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const jb_rich *rich;
	jb_group **lines;

	for (int i = 0; i < characters; i++)
		g_string_append(text, "园");
	rich = jb_rich_plain(
		t->p.arena, jb_strdup(t->p.arena, text->str), (jb_pos){0});
	t->job.paragraphs = &rich;
	t->got = jb_copyfit(t->desk, &t->style, &t->job);
	lines = jb_set_lines(t->desk, rich, t->got, NULL, MEASURE, &t->lines);
	t->loosest = 0;
	for (size_t k = 0; k + 1 < t->lines; k++) {
		const jb_item *item = lines[k]->items->pdata[0];

		t->loosest = fmax(t->loosest, item->line->stretch_em);
	}
	for (guint i = 0; i < lines[t->lines - 1]->items->len; i++) {
		const jb_item *item = lines[t->lines - 1]->items->pdata[i];

		t->last = item->x + item->u.text.width_pt;
	}
}

static void without_limits(void)
{
	trial t;

	trial_open(&t);
	t.style.copyfit.on = false;
	fit(&t, 22);
	g_assert_true(t.got == &t.style);
	press_close(&t.p);
}

static void what_fits_is_let_alone(void)
{
	trial t;

	trial_open(&t);
	t.style.copyfit.tracking_least_em = -.05;
	t.style.copyfit.tracking_most_em = .05;
	fit(&t, 28);
	g_assert_cmpfloat(t.got->size_pt, ==, t.style.size_pt);
	g_assert_cmpfloat(t.got->tracking_em, ==, t.style.tracking_em);
	t.job.height_pt = 3 * LINE;
	fit(&t, 28);
	g_assert_cmpfloat(t.got->tracking_em, ==, t.style.tracking_em);
	press_close(&t.p);
}

/* 22 characters in lines of ten leave two: less than a quarter. */
static void a_short_last_line(void)
{
	trial t;

	trial_open(&t);
	fit(&t, 22);
	g_assert_cmpfloat(t.last, <, MEASURE / 4); /* nothing may change */
	t.style.copyfit.tracking_least_em = -.1;
	t.style.copyfit.tracking_most_em = .1;
	fit(&t, 22);
	g_assert_cmpfloat(t.last, >=, MEASURE / 4);
	g_assert_cmpfloat(t.got->tracking_em, !=, 0);
	g_assert_cmpfloat(fabs(t.got->tracking_em), <=, .1);
	g_assert_cmpfloat(t.got->size_pt, ==, t.style.size_pt);
	press_close(&t.p);
}

/* The same 22 may only be set wider: nine to a line would be loose. */
static void better_short_than_loose(void)
{
	trial t;

	trial_open(&t);
	t.style.copyfit.tracking_most_em = .05;
	fit(&t, 22);
	g_assert_cmpfloat(t.got->tracking_em, ==, 0);
	g_assert_cmpfloat(t.last, <, MEASURE / 4);
	g_assert_cmpfloat(t.loosest, <, .001);
	press_close(&t.p);
}

/* Three lines are reached at many sizes; at 4.2 mm nine characters are nearly
 * as long as the measure, and a little tracking does the rest. */
static void the_even_one_of_those_that_fit(void)
{
	trial t;

	trial_open(&t);
	t.job.height_pt = 3 * LINE;
	t.style.copyfit.size_least_pt = 3.4 * JB_MM;
	t.style.copyfit.size_most_pt = 4.2 * JB_MM;
	t.style.copyfit.tracking_least_em = -.04;
	t.style.copyfit.tracking_most_em = .04;
	fit(&t, 20);
	g_assert_cmpuint(t.lines, ==, 3);
	g_assert_cmpfloat(t.loosest, <, .02);
	g_assert_cmpfloat(t.got->size_pt, >, 4 * JB_MM);
	g_assert_cmpfloat(t.got->size_pt, <=, 4.2 * JB_MM + 1e-9);
	g_assert_cmpfloat(fabs(t.got->tracking_em), <=, .04);
	press_close(&t.p);
}

/* Sizes alone: 38 mm are nine characters of 4.22 mm. */
static void the_size_of_whole_characters(void)
{
	trial t;

	trial_open(&t);
	t.job.height_pt = 3 * LINE;
	t.style.copyfit.size_most_pt = 4.22 * JB_MM;
	fit(&t, 20);
	g_assert_cmpuint(t.lines, ==, 3);
	g_assert_cmpfloat(t.loosest, <, .02);
	g_assert_cmpfloat(t.got->size_pt, >, 4.19 * JB_MM);
	press_close(&t.p);
}

static void smaller_to_fit_the_frame(void)
{
	trial t;

	trial_open(&t);
	t.job.height_pt = 3 * LINE;
	fit(&t, 36);
	g_assert_cmpuint(t.lines, ==, 4);
	t.style.copyfit.size_least_pt = .8 * t.style.size_pt;
	fit(&t, 36);
	g_assert_cmpuint(t.lines, ==, 3);
	g_assert_cmpfloat(t.got->size_pt, <, t.style.size_pt);
	g_assert_cmpfloat(t.got->size_pt, >=, .8 * t.style.size_pt);
	g_assert_cmpfloat(t.got->leading_pt, ==, LINE);
	press_close(&t.p);
}

static void larger_to_fill_the_frame(void)
{
	trial t;

	trial_open(&t);
	t.job.height_pt = 5.4 * LINE; /* five lines and a bit */
	t.style.copyfit.size_most_pt = 1.3 * t.style.size_pt;
	fit(&t, 38);
	g_assert_cmpuint(t.lines, ==, 5);
	g_assert_cmpfloat(t.got->size_pt, >, t.style.size_pt);
	g_assert_cmpfloat(t.got->size_pt, <=, 1.3 * t.style.size_pt);
	press_close(&t.p);
}

/* Beyond its limits nothing is changed: what is too long stays so. */
static void limits_hold(void)
{
	trial t;

	trial_open(&t);
	t.job.height_pt = 2 * LINE;
	t.style.copyfit.size_least_pt = .9 * t.style.size_pt;
	fit(&t, 60);
	g_assert_cmpuint(t.lines, >, 2);
	g_assert_cmpfloat(t.got->size_pt, >=, .9 * t.style.size_pt - 1e-9);
	press_close(&t.p);
}

static void columns_are_filled_together(void)
{
	trial t;

	trial_open(&t);
	t.job.columns = 2;
	t.job.height_pt = 3 * LINE; /* 2 x 3 lines: the third row is begun */
	t.style.copyfit.size_most_pt = 1.3 * t.style.size_pt;
	fit(&t, 38);
	g_assert_cmpuint(t.lines, ==, 5);
	press_close(&t.p);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/copyfit/off", without_limits);
	g_test_add_func("/copyfit/fits", what_fits_is_let_alone);
	g_test_add_func("/copyfit/short", a_short_last_line);
	g_test_add_func("/copyfit/short-not-loose", better_short_than_loose);
	g_test_add_func("/copyfit/even", the_even_one_of_those_that_fit);
	g_test_add_func("/copyfit/whole", the_size_of_whole_characters);
	g_test_add_func("/copyfit/smaller", smaller_to_fit_the_frame);
	g_test_add_func("/copyfit/larger", larger_to_fill_the_frame);
	g_test_add_func("/copyfit/limits", limits_hold);
	g_test_add_func("/copyfit/columns", columns_are_filled_together);
	return g_test_run();
}
