/* charted.c - pictures that are charts: their recipes, and what those cannot
 * show. */
#include "model/report-parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "base/words.h"
#include "model/recipe.h"
#include "model/schema-scalar.h"

/* A picture against its recipe. */
struct judging {
	jb_arena *arena;
	jb_diags *diags;
	GHashTable *recipes;
	jb_picture *picture;
};

/* An error under the form's word, with what to take instead. */
static void refuse(struct judging *j, const char *text)
{
	const jb_recipe *recipe = j->picture->recipe;

	jb_error(j->diags, j->picture->pos, "%s", text);
	jb_span_chars(j->diags, (unsigned)g_utf8_strlen(j->picture->word, -1));
	jb_kind(j->diags, "this form of picture does not fit what it shows");
	if (recipe && recipe->instead)
		jb_hint(j->diags, "take %s", recipe->instead);
}

/* ---- how many series ---- */

static bool judge_runs(struct judging *j)
{
	const jb_recipe *recipe = j->picture->recipe;
	size_t n = jb_subject_runs(&j->picture->of);
	const char *name = recipe->name;

	if (n > 0 && n >= recipe->least && n <= recipe->most)
		return true;
	if (j->picture->of.n_figures == 0)
		refuse(j, jb_sprintf(j->arena,
				  jb_tr("“%s” shows figures or series"), name));
	else if (n == 0)
		refuse(j, jb_sprintf(j->arena,
				  jb_tr("“%s” shows figures or series, not "
					"both"),
				  name));
	else if (recipe->least < recipe->most)
		refuse(j, jb_sprintf(j->arena,
				  jb_tr("“%s” shows %zu to %zu series, not "
					"%zu"),
				  name, recipe->least, recipe->most, n));
	else
		refuse(j, jb_sprintf(j->arena,
				  jb_tr("“%s” shows %zu series, not %zu"), name,
				  recipe->least, n));
	return false;
}

/* ---- units ---- */

static bool in_last(const jb_subject *of, size_t i)
{
	return of->from[i] == of->from[of->n_figures - 1];
}

/* All that stand on one axis have one unit; both axes have some. */
static bool judge_units(struct judging *j)
{
	const jb_subject *of = &j->picture->of;
	const jb_recipe *recipe = j->picture->recipe;
	const jb_figure *first[2] = {NULL, NULL};

	for (size_t i = 0; i < of->n_figures; i++) {
		const jb_figure *f = of->figures[i];
		size_t a = recipe->two_units && in_last(of, i);

		if (!f->has_value)
			continue;
		if (!first[a])
			first[a] = f;
		if (strcmp(first[a]->noun, f->noun) == 0)
			continue;
		refuse(j,
			jb_sprintf(j->arena,
				jb_tr("“%s” (%s) and “%s” (%s) cannot stand "
				      "on one scale"),
				first[a]->id, first[a]->unit, f->id, f->unit));
		return false;
	}
	if (!first[0] || (recipe->two_units && !first[1])) {
		refuse(j, jb_tr("there is no value to show"));
		return false;
	}
	if (recipe->two_units && strcmp(first[0]->noun, first[1]->noun) == 0) {
		refuse(j, jb_sprintf(j->arena,
				  jb_tr("“%s” needs its last series in another "
					"unit"),
				  recipe->name));
		return false;
	}
	return true;
}

/* ---- values ---- */

static bool judge_values(struct judging *j)
{
	const jb_picture *p = j->picture;
	bool missing = p->recipe->missing && !p->share;
	bool below_zero = p->recipe->below_zero && !p->share;

	for (size_t i = 0; i < p->of.n_figures; i++) {
		const jb_figure *f = p->of.figures[i];
		const char *wrong = NULL;

		if (!f->has_value && !missing)
			wrong = jb_tr("“%s” has no value, and “%s” shows none "
				      "without");
		else if (f->value.mantissa < 0 && !below_zero)
			wrong = jb_tr("“%s” is below zero, and “%s” shows none "
				      "that are");
		if (!wrong)
			continue;
		refuse(j, jb_sprintf(j->arena, wrong, f->id, p->recipe->name));
		jb_also(j->diags, f->value_pos, "“%s” stands here", f->id);
		return false;
	}
	return true;
}

/* A track ends at 100 %. */
static bool judge_tracks(struct judging *j)
{
	const jb_picture *p = j->picture;

	for (size_t i = 0; i < p->recipe->spec.n; i++) {
		if (p->recipe->spec.layers[i].geom != JB_GEOM_TRACK)
			continue;
		for (size_t k = 0; k < p->of.n_figures; k++) {
			const jb_figure *f = p->of.figures[k];

			if (strcmp(f->unit, "%") == 0)
				continue;
			refuse(j, jb_sprintf(j->arena,
					  jb_tr("“%s” is in %s, and “%s” "
						"shows %%"),
					  f->id, f->unit, p->recipe->name));
			return false;
		}
	}
	return true;
}

/* ---- what else it says ---- */

static bool stacks(const jb_spec *spec)
{
	for (size_t i = 0; i < spec->n; i++)
		if (spec->layers[i].arrange == JB_ARRANGE_STACK)
			return true;
	return false;
}

/* Lines across are in the unit that the picture begins with. */
static void judge_lines(struct judging *j)
{
	const jb_picture *p = j->picture;

	for (size_t i = 0; i < p->n_lines; i++) {
		const jb_figure *line = p->lines[i];

		if (!line->has_value) {
			jb_error(j->diags, p->lines_pos,
				"“%s” has no value: no line can be drawn",
				line->id);
		} else if (strcmp(line->noun, p->of.figures[0]->noun) != 0) {
			jb_error(j->diags, p->lines_pos,
				"“%s” (%s) and “%s” (%s) cannot stand on one "
				"scale",
				p->of.figures[0]->id, p->of.figures[0]->unit,
				line->id, line->unit);
		}
	}
}

static void judge_share(struct judging *j)
{
	const jb_picture *p = j->picture;

	if (p->share_pos.src && !stacks(&p->recipe->spec))
		jb_error(j->diags, p->share_pos,
			"“share” is for forms that stack series only");
}

/* ---- the recipe ---- */

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *nearest(GHashTable *recipes, const char *word)
{
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	GHashTableIter it;
	gpointer name;

	for (size_t i = 0; jb_form_word(i); i++)
		g_ptr_array_add(known, (void *)jb_form_word(i));
	g_hash_table_iter_init(&it, recipes);
	while (g_hash_table_iter_next(&it, &name, NULL))
		g_ptr_array_add(known, name);
	qsort(known->pdata, known->len, sizeof(void *), by_name);
	return jb_words_nearest(
		word, (const char *const *)known->pdata, known->len);
}

static void refuse_unknown(
	jb_diags *diags, GHashTable *recipes, const char *word, jb_pos pos)
{
	const char *near = nearest(recipes, word);

	jb_error(diags, pos, "there is no form “%s”", word);
	jb_span_chars(diags, (unsigned)g_utf8_strlen(word, -1));
	if (near)
		jb_hint(diags, "did you mean “%s”?", near);
}

/* Steps end at the total of their series. */
static void take_total(struct judging *j)
{
	jb_subject *of = &j->picture->of;
	const jb_series *series = of->series;
	size_t n = of->n_figures;
	const jb_figure **figures;
	const jb_series **from;

	if (j->picture->recipe->spec.layers[0].arrange != JB_ARRANGE_STAIRS ||
		!series || !series->total)
		return;
	figures = jb_new_array(j->arena, const jb_figure *, n + 1);
	from = jb_new_array(j->arena, const jb_series *, n + 1);
	memcpy(figures, of->figures, n * sizeof(*figures));
	memcpy(from, of->from, n * sizeof(*from));
	figures[n] = series->total;
	from[n] = series;
	of->figures = figures;
	of->from = from;
	of->n_figures = n + 1;
}

static void judge(struct judging *j)
{
	jb_picture *p = j->picture;

	p->recipe = g_hash_table_lookup(j->recipes, p->word);
	if (!p->recipe) {
		refuse_unknown(j->diags, j->recipes, p->word, p->pos);
		return;
	}
	p->share = p->share || p->recipe->spec.share;
	take_total(j);
	if (p->broken || !jb_subject_sound(&p->of))
		return;
	judge_share(j);
	if (judge_runs(j) && judge_units(j) && judge_values(j) &&
		judge_tracks(j))
		judge_lines(j);
}

void jb_charts_judge(jb_reading *r, GHashTable *recipes)
{
	struct judging j = {r->arena, r->diags, recipes, NULL};

	for (size_t s = 0; recipes && s < r->report->n_sections; s++) {
		const jb_section *section = &r->report->sections[s];

		for (size_t i = 0; i < section->n_pictures; i++) {
			j.picture = &section->pictures[i];
			if (j.picture->form == JB_CHARTED)
				judge(&j);
		}
	}
}

/* ---- trees with mistakes ---- */

static const jb_node *lookup(const jb_node *map, const char *key)
{
	return map && map->kind == JB_MAPPING ? jb_node_lookup(map, key) : NULL;
}

static void check_form(
	jb_diags *diags, const jb_node *form, GHashTable *recipes)
{
	if (form && form->kind == JB_SCALAR && form->type == JB_TEXT &&
		jb_id_valid(form->text) &&
		jb_form_of(form->text) == JB_CHARTED &&
		!g_hash_table_contains(recipes, form->text))
		refuse_unknown(diags, recipes, form->text, form->pos);
}

void jb_forms_check(jb_diags *diags, const jb_node *root, GHashTable *recipes)
{
	const jb_node *sections = lookup(root, "sections");

	if (!recipes || !sections || sections->kind != JB_SEQUENCE)
		return;
	for (size_t s = 0; s < sections->n; s++) {
		const jb_node *list = lookup(sections->items[s], "pictures");

		for (size_t i = 0;
			list && list->kind == JB_SEQUENCE && i < list->n; i++)
			check_form(
				diags, lookup(list->items[i], "form"), recipes);
	}
}
