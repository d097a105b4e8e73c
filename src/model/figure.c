/* figure.c - one figure: its number or why there is none, its unit taken
 * apart, and what is said about it. */
#include "model/report-parts.h"

#include <string.h>

#include "base/words.h"
#include "model/schema.h"

/* ---- the unit ---- */

/* 亿元 is 10^8 of 元.  The longer prefix first: 万亿 is not 万 of 亿. */
void jb_figure_unit(jb_figure *figure, const char *unit)
{
	static const struct {
		const char *prefix;
		int power;
	} prefixes[] = {
		{"万亿", 12},
		{"亿", 8},
		{"千万", 7},
		{"百万", 6},
		{"十万", 5},
		{"万", 4},
		{"千", 3},
	};

	figure->unit = unit ? unit : "";
	figure->prefix = "";
	figure->noun = figure->unit;
	for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++) {
		if (!g_str_has_prefix(figure->unit, prefixes[i].prefix))
			continue;
		figure->prefix = prefixes[i].prefix;
		figure->power = prefixes[i].power;
		figure->noun += strlen(prefixes[i].prefix);
		return;
	}
}

/* “%” in the quotes of an input method: they would be printed. */
void jb_unit_check(jb_reading *r, const jb_node *node)
{
	static const char marks[] = "“”‘’\"＂";
	static const char *const none[] = {
		"～", "〜", "－", "-", "—", "——", "/", "无", NULL};
	const char *p = node ? node->text : "";

	if (g_strv_contains(none, p)) {
		jb_refuse(r, node, "“%s” is no unit", p);
		jb_hint(r->diags, "leave `unit` out where there is none");
		return;
	}
	while (*p && !g_utf8_strchr(marks, -1, g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	if (*p == '\0')
		return;
	jb_refuse(r, node, "a unit has no quotation marks");
	jb_hint(r->diags, "leave them out, or quote it in ASCII: \"%%\"");
}

/* ---- the value ---- */

static void read_missing(jb_reading *r, jb_figure *figure, const jb_node *map,
	const jb_node *value)
{
	static const char *const words[] = {"present", "not_stated",
		"not_collected", "not_applicable", "vague", "suppressed"};
	const jb_node *missing = jb_node_lookup(map, "missing");

	if (!missing) {
		jb_refuse(r, value, "figure “%s” has no value and no `missing`",
			figure->id);
		jb_hint(r->diags, "say why: `missing: not_stated`");
		return;
	}
	figure->missing = (jb_missing)jb_word_index(
		missing->text, words, G_N_ELEMENTS(words));
	if (figure->missing == JB_VAGUE && !figure->as) {
		jb_refuse(r, missing, "figure “%s” is vague without `as`",
			figure->id);
		jb_hint(r->diags, "`as` holds the source's words: 数十个");
	}
}

static void read_given(jb_reading *r, jb_figure *figure, const jb_node *map,
	const jb_node *value)
{
	const jb_node *missing = jb_node_lookup(map, "missing");

	figure->value_pos = value->pos;
	if (value->type == JB_NULL) {
		read_missing(r, figure, map, value);
		return;
	}
	figure->has_value = jb_decimal_parse(value->text, &figure->value);
	if (missing) {
		jb_refuse(r, missing,
			"figure “%s” has a value, so nothing "
			"is missing",
			figure->id);
		jb_hint(r->diags, "remove `missing`, or write `value: null`");
	}
}

/* ---- derived ---- */

static const char *const verb_words[] = {
	"given", "sum", "diff", "ratio", "share", "count", "growth", "mean"};

/* The one key of `derived`, or NULL after an error. */
static const jb_pair *verb_of(
	jb_reading *r, const jb_figure *figure, const jb_node *map)
{
	if (map->n == 1)
		return &map->pairs[0];
	jb_error(r->diags, map->n > 1 ? map->pairs[1].key->pos : map->pos,
		"figure “%s” must be derived in one way, not %zu", figure->id,
		map->n);
	jb_hint(r->diags,
		"one of `sum`, `diff`, `ratio`, `share`, `growth`, `mean`, "
		"`count`");
	return NULL;
}

static void read_operands(jb_reading *r, jb_figure *figure, const jb_node *list)
{
	bool any_number = figure->verb == JB_SUM || figure->verb == JB_MEAN;

	figure->operands = jb_resolve_figures(r, list, &figure->n_operands);
	if (figure->n_operands < list->n)
		return;
	if (any_number ? list->n == 0 : list->n != 2) {
		jb_refuse(r, list,
			any_number ? "a %s needs figures, not %zu"
				   : "a %s needs two figures, not %zu",
			verb_words[figure->verb], list->n);
		return;
	}
	g_hash_table_insert(r->operands, figure, (void *)list);
}

static void read_derived(jb_reading *r, jb_figure *figure, const jb_node *map)
{
	const jb_pair *pair = verb_of(r, figure, map);

	if (!pair)
		return;
	figure->verb = (jb_verb)jb_word_index(
		pair->key->text, verb_words, G_N_ELEMENTS(verb_words));
	if (figure->verb != JB_COUNT) {
		read_operands(r, figure, pair->value);
		return;
	}
	figure->counted = jb_resolve(r, pair->value, JB_NAMED_LIST);
	if (figure->counted)
		g_hash_table_insert(r->operands, figure, pair->value);
}

/* A number or a derivation: exactly one of the two. */
static void read_value(jb_reading *r, jb_figure *figure, const jb_node *map)
{
	const jb_node *value = jb_node_lookup(map, "value");
	const jb_node *derived = jb_node_lookup(map, "derived");

	figure->value_pos = figure->pos;
	if (derived)
		figure->value_pos = jb_node_key(map, "derived")->pos;
	if (value && derived) {
		jb_refuse(r, jb_node_key(map, "derived"),
			"figure “%s” has both `value` and `derived`",
			figure->id);
	} else if (value) {
		read_given(r, figure, map, value);
	} else if (!derived) {
		jb_error(r->diags, figure->pos,
			"figure “%s” has neither `value` nor `derived`",
			figure->id);
		jb_span_chars(r->diags, (unsigned)strlen(figure->id));
		if (jb_node_lookup(map, "missing"))
			jb_hint(r->diags,
				"write `value: null` beside `missing`");
	} else if (jb_node_lookup(map, "missing")) {
		jb_refuse(r, jb_node_lookup(map, "missing"),
			"figure “%s” is derived, so nothing is missing",
			figure->id);
	} else {
		read_derived(r, figure, derived);
	}
}

/* ---- words ---- */

/* The scope of an id, or the words themselves; what is nearly an id is taken
 * for one. */
static jb_template read_scope(jb_reading *r, const jb_node *map)
{
	const jb_node *scope = jb_node_lookup(map, "scope");
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	const char *near;

	if (!scope || g_hash_table_contains(r->report->scopes, scope->text))
		return scope ? g_hash_table_lookup(
				       r->report->scopes, scope->text)
			     : NULL;
	for (guint i = 0; i < r->named->len; i++) {
		const jb_named *named = r->named->pdata[i];

		if (named->kind == JB_NAMED_SCOPE)
			g_ptr_array_add(ids, (char *)named->id);
	}
	near = ids->len == 0
		       ? NULL
		       : jb_words_nearest(scope->text,
				 (const char *const *)ids->pdata, ids->len);
	if (near) {
		jb_refuse(r, scope, "there is no scope “%s”", scope->text);
		jb_hint(r->diags, "did you mean “%s”?", near);
	}
	return scope;
}

static void read_words(jb_reading *r, jb_figure *figure, const jb_node *map)
{
	figure->as = jb_schema_text(map, "figure", "as");
	figure->label = jb_read_template(map, "label");
	figure->short_label = jb_read_template(map, "short");
	figure->gloss = jb_read_template(map, "gloss");
	figure->icon = jb_schema_text(map, "figure", "icon");
	if (figure->icon)
		figure->icon_pos = jb_node_lookup(map, "icon")->pos;
	figure->measure = jb_read_template(map, "measure");
	figure->base = jb_read_template(map, "base");
	figure->subject = jb_read_template(map, "subject");
	figure->time = jb_read_template(map, "time");
	figure->note = jb_read_template(map, "note");
	figure->scope = read_scope(r, map);
}

static int read_way(const jb_node *map, const char *key)
{
	const jb_node *node = jb_node_lookup(map, key);

	if (!node)
		return 0;
	return strcmp(node->text, "up") == 0 ? 1 : -1;
}

/* The figures beside it that say how it moves: checked when all have values
 * (change.c). */
static void read_others(jb_reading *r, jb_figure *figure, const jb_node *map)
{
	const jb_node *previous = jb_node_lookup(map, "previous");
	const jb_node *change = jb_node_lookup(map, "change");
	const jb_node *trend = jb_node_lookup(map, "trend");

	if (previous)
		figure->previous = jb_resolve(r, previous, JB_NAMED_FIGURE);
	if (change)
		figure->change = jb_resolve(r, change, JB_NAMED_FIGURE);
	if (trend)
		figure->trend = jb_resolve(r, trend, JB_NAMED_SERIES);
}

void jb_figure_read(jb_reading *r, jb_figure *figure, const jb_named *named)
{
	static const char *const bounds[] = {
		"exact", "about", "over", "at_least", "at_most", "under"};
	const jb_node *map = named->node;

	figure->id = named->id;
	figure->pos = named->pos;
	read_words(r, figure, map);
	jb_figure_unit(figure, jb_schema_text(map, "figure", "unit"));
	jb_unit_check(r, jb_node_lookup(map, "unit"));
	figure->bound =
		(jb_bound)jb_word_index(jb_schema_text(map, "figure", "bound"),
			bounds, G_N_ELEMENTS(bounds));
	figure->status = jb_read_status(map, "figure");
	figure->direction = read_way(map, "direction");
	figure->good = read_way(map, "good");
	read_others(r, figure, map);
	figure->section = jb_read_section(r, map);
	figure->as_of = jb_read_date(map, "as_of");
	figure->due = jb_read_date(map, "due");
	figure->decimals = jb_node_lookup(map, "decimals")
				   ? jb_schema_int(map, "figure", "decimals")
				   : -1;
	figure->listed = jb_schema_bool(map, "figure", "listed");
	figure->at = jb_read_at(r, map, &figure->at_pos);
	read_value(r, figure, map);
}

/* ---- asking ---- */

bool jb_figure_sound(const jb_figure *figure)
{
	return figure->has_value || figure->missing != JB_PRESENT;
}

bool jb_figure_whole(const jb_figure *figure, int64_t *count)
{
	jb_decimal value = jb_decimal_scale(figure->value, figure->power);
	jb_decimal whole = {0, 0};

	if (!figure->has_value ||
		jb_decimal_compare(value, jb_decimal_round(value, 0)) != 0 ||
		!jb_decimal_ratio(value, (jb_decimal){1, 0}, 0, &whole))
		return false;
	if (count)
		*count = whole.mantissa;
	return true;
}

/* Zeros that the value lacks are said, too: 50.0. */
jb_decimal jb_figure_said(const jb_figure *f)
{
	jb_decimal said =
		f->fine ? jb_decimal_round(f->value, f->decimals) : f->value;

	while (f->fine && said.exponent > -f->decimals) {
		said.mantissa *= 10;
		said.exponent--;
	}
	return said;
}

jb_decimal jb_figure_in(const jb_figure *figure, int power)
{
	int moved = power - figure->power;
	jb_decimal value = jb_decimal_scale(jb_figure_said(figure), -moved);

	for (; moved > 0 && value.exponent < 0 && value.mantissa % 10 == 0;
		moved--) {
		value.mantissa /= 10;
		value.exponent++;
	}
	return value;
}
