/* style.c - styles with everything inherited and every length in points. */
#include "model/layout-parts.h"

#include <string.h>

#include "model/schema.h"

/* Of the size: less and lines run into each other, more and it is no text. */
#define LEADING_LEAST 0.9
#define LEADING_MOST 10
#define INDENT_MOST 20

enum { CHAIN_MAX = 16 }; /* styles that one goes through by `like` */

#define SIZE_MAX_PT 2000.0

const char *const jb_layout_styles[] = {"body", "story_title", "picture_number",
	"picture_title", "picture_aside", "picture_note", "label_strong",
	"label", "small", "date", "tick", "quote", "numeral", "unit",
	"qualifier", "missing", "table_head", "table_group", "table_cell",
	"table_numeral", "note_label", "note_text", NULL};

const char *const jb_layout_more_styles[] = {
	"footnote", "display", "image_caption", "image_credit",
	"figures_line", NULL};

struct reader {
	jb_arena *arena;
	jb_diags *diags;
	const jb_node *styles; /* of the layout */
	const jb_theme *theme;
	double line_pt;
	const jb_node *blocks; /* the blocks' own, where neither names one */
};

/* What a style says itself; the theme's word goes before the layout's. */
static const jb_node *own(
	const struct reader *r, const char *name, const char *key)
{
	const jb_node *map = r->theme->styles
				     ? jb_node_lookup(r->theme->styles, name)
				     : NULL;
	const jb_node *value = map ? jb_node_lookup(map, key) : NULL;

	if (value)
		return value;
	map = jb_node_lookup(r->styles, name);
	if (!map)
		map = jb_node_lookup(r->blocks, name);
	return map ? jb_node_lookup(map, key) : NULL;
}

static const char *parent(const struct reader *r, const char *name)
{
	const jb_node *like = own(r, name, "like");

	return like ? like->text : NULL;
}

/* The value of a key, from the style itself or from those it is like;
 * *holder, if not NULL, becomes the style that says it. */
static const jb_node *inherited(const struct reader *r, const char *name,
	const char *key, const char **holder)
{
	for (int i = 0; name && i < CHAIN_MAX; i++) {
		const jb_node *value = own(r, name, key);

		if (holder)
			*holder = name;
		if (value)
			return value;
		name = parent(r, name);
	}
	return NULL;
}

/* ---- like ---- */

static bool earlier(const struct reader *r, const char *a, const char *b)
{
	for (size_t i = 0; i < r->styles->n; i++) {
		const char *name = r->styles->pairs[i].key->text;

		if (strcmp(name, a) == 0)
			return strcmp(a, b) != 0;
		if (strcmp(name, b) == 0)
			return false;
	}
	return false;
}

static void refuse_circle(const struct reader *r, const char *name)
{
	g_autoptr(GString) chain = g_string_new(name);
	const char *at = parent(r, name);

	for (; strcmp(at, name) != 0; at = parent(r, at)) {
		if (earlier(r, at, name))
			return; /* said there */
		g_string_append_printf(chain, " → %s", at);
	}
	jb_error(r->diags, own(r, name, "like")->pos,
		"“like” goes in a circle: %s → %s", chain->str, name);
	jb_span_chars(r->diags, (unsigned)strlen(own(r, name, "like")->text));
}

static void check_like(
	const struct reader *r, const char *name, GHashTable *known)
{
	const jb_node *like = own(r, name, "like");
	const char *seen[CHAIN_MAX + 1] = {name};
	const char *at = name;

	if (like && !g_hash_table_contains(known, like->text)) {
		jb_name_refuse(r->diags, like, "style", known);
		return;
	}
	for (int n = 1; (at = parent(r, at)); n++) {
		for (int i = 0; i < n; i++) {
			if (strcmp(seen[i], at) != 0)
				continue;
			if (i == 0)
				refuse_circle(r, name);
			return;
		}
		if (n == CHAIN_MAX) {
			jb_error(r->diags, like->pos,
				"“like” goes through more than %d styles",
				CHAIN_MAX);
			return;
		}
		seen[n] = at;
	}
}

/* ---- lengths ---- */

/* A length of a style; per cent are of its size.  The table has checked that
 * the text is a length. */
static double points(const struct reader *r, const jb_node *node, double em_pt)
{
	jb_length length = {0, JB_UNIT_PT};

	jb_length_parse(node->text, &length);
	if (length.unit == JB_UNIT_FR) {
		jb_error(r->diags, node->pos,
			"a style has no length in fr: “%s”", node->text);
		jb_hint(r->diags, "write pt, mm, em or lh");
	}
	return jb_length_pt(length, em_pt, r->line_pt, em_pt);
}

static double positive(
	const struct reader *r, const jb_node *node, const char *key, double pt)
{
	if (pt > 0 && pt <= SIZE_MAX_PT)
		return pt;
	jb_error(r->diags, node->pos,
		"“%s” must be more than 0 and at most "
		"2000pt, not “%s”",
		key, node->text);
	jb_span_chars(r->diags, (unsigned)g_utf8_strlen(node->text, -1));
	return JB_STYLE_SIZE_PT;
}

/* 1.2em is of the size of the style that this one is like. */
static double size_of(const struct reader *r, const char *name, int depth)
{
	const char *holder = name;
	const jb_node *node = inherited(r, name, "size", &holder);
	double em_pt = JB_STYLE_SIZE_PT;
	jb_length length;

	if (!node || depth == CHAIN_MAX)
		return JB_STYLE_SIZE_PT;
	jb_length_parse(node->text, &length);
	if ((length.unit == JB_UNIT_EM || length.unit == JB_UNIT_PERCENT) &&
		parent(r, holder))
		em_pt = size_of(r, parent(r, holder), depth + 1);
	return positive(r, node, "size", points(r, node, em_pt));
}

static void read_fit(const struct reader *r, jb_style *style)
{
	const jb_node *fit = inherited(r, style->name, "fit", NULL);

	if (!fit || fit->kind != JB_SEQUENCE)
		return;
	if (fit->n != 2) {
		jb_error(r->diags, fit->pos,
			"“fit” must have 2 lengths, not %zu", fit->n);
		jb_hint(r->diags, "the least and the greatest size: "
				  "[24pt, 84pt]");
		return;
	}
	style->fit_least_pt = positive(r, fit->items[0], "fit",
		points(r, fit->items[0], style->size_pt));
	style->fit_most_pt = positive(r, fit->items[1], "fit",
		points(r, fit->items[1], style->size_pt));
	if (style->fit_least_pt > style->fit_most_pt)
		jb_error(r->diags, fit->pos,
			"“fit” has the greatest size before the least");
	if (!inherited(r, style->name, "size", NULL))
		style->size_pt = style->fit_most_pt;
}

/* Lengths that no text could be read with are slips. */
static double bounded(const struct reader *r, const jb_node *node,
	const char *key, double em, double least, double most)
{
	if (node && (em < least - 1e-9 || em > most + 1e-9)) {
		jb_error(r->diags, node->pos, "“%s” is %.3g of the size", key,
			em);
		jb_span_chars(
			r->diags, (unsigned)g_utf8_strlen(node->text, -1));
		jb_hint(r->diags, "from %g to %g of the size is possible",
			least, most);
	}
	return CLAMP(em, least, most);
}

static double in_em(const struct reader *r, const jb_style *style,
	const char *key, double least, double most)
{
	const jb_node *node = inherited(r, style->name, key, NULL);

	return bounded(r, node, key,
		node ? points(r, node, style->size_pt) / style->size_pt : 0,
		least, most);
}

/* Two limits in points, if they are given. */
static bool read_limits(const struct reader *r, const jb_style *style,
	const jb_node *pair, const char *key, double limits[2])
{
	if (!pair)
		return false;
	if (pair->n != 2) {
		jb_error(r->diags, pair->pos,
			"“%s” must have 2 lengths, not %zu", key, pair->n);
		return false;
	}
	for (int i = 0; i < 2; i++)
		limits[i] = points(r, pair->items[i], style->size_pt);
	if (limits[0] <= limits[1])
		return true;
	jb_error(r->diags, pair->pos, "“%s” has the greatest before the least",
		key);
	return false;
}

static void check_within(const struct reader *r, const jb_node *fit,
	const char *key, double own, double least, double most)
{
	if (own < least - 1e-9 || own > most + 1e-9)
		jb_error(r->diags, fit->pos,
			"“fit” leaves out the style's own %s", key);
}

/* Is a style's size a theme's?  Then the limits of the layout hold, so that the
 * two go together. */
static bool of_theme(const struct reader *r, const char *name)
{
	const jb_node *size = inherited(r, name, "size", NULL);
	const jb_node *fit = inherited(r, name, "fit", NULL);
	const jb_via *via = size && size->pos.src ? size->pos.src->via : NULL;

	if (!size || !fit)
		return false;
	return !jb_source_same(size->pos.src, fit->pos.src) ||
	       (via && !jb_source_same(via->pos.src, size->pos.src));
}

/* fit: {size: [9.5pt, 10.5pt], tracking: [-0.02em, 0.02em]} */
static void read_copyfit(const struct reader *r, jb_style *style)
{
	const jb_node *fit = inherited(r, style->name, "fit", NULL), *pair;
	double size = style->size_pt, limits[2];
	jb_copyfit_limits *to = &style->copyfit;

	if (!fit || fit->kind != JB_MAPPING)
		return;
	if (style->vertical)
		jb_error(r->diags, fit->pos,
			"“fit” with limits is for horizontal lines");
	to->on = true;
	to->size_least_pt = to->size_most_pt = size;
	to->tracking_least_em = to->tracking_most_em = style->tracking_em;
	pair = jb_node_lookup(fit, "size");
	if (read_limits(r, style, pair, "size", limits)) {
		to->size_least_pt =
			positive(r, pair->items[0], "fit", limits[0]);
		to->size_most_pt =
			positive(r, pair->items[1], "fit", limits[1]);
		if (of_theme(r, style->name) &&
			to->size_least_pt <= to->size_most_pt)
			style->size_pt = size = CLAMP(
				size, to->size_least_pt, to->size_most_pt);
	}
	pair = jb_node_lookup(fit, "tracking");
	if (read_limits(r, style, pair, "tracking", limits)) {
		to->tracking_least_em = bounded(
			r, pair->items[0], "fit", limits[0] / size, -0.2, 1);
		to->tracking_most_em = bounded(
			r, pair->items[1], "fit", limits[1] / size, -0.2, 1);
	}
	check_within(r, fit, "size", size, to->size_least_pt, to->size_most_pt);
	check_within(r, fit, "tracking", style->tracking_em,
		to->tracking_least_em, to->tracking_most_em);
}

static void read_lengths(const struct reader *r, jb_style *style)
{
	const jb_node *leading = inherited(r, style->name, "leading", NULL);

	style->size_pt = size_of(r, style->name, 0);
	read_fit(r, style);
	style->leading_pt = r->line_pt;
	if (leading) {
		double pt = points(r, leading, style->size_pt);

		style->leading_pt = positive(r, leading, "leading", pt);
		if (pt > 0)
			bounded(r, leading, "leading", pt / style->size_pt,
				LEADING_LEAST, LEADING_MOST);
	}
	style->indent_em = in_em(r, style, "indent", 0, INDENT_MOST);
	style->tracking_em = in_em(r, style, "tracking", -0.2, 1);
	read_copyfit(r, style);
}

/* ---- the rest ---- */

static jb_text_align align_of(const jb_node *node)
{
	static const char *const words[] = {
		"justify", "start", "center", "end"};

	for (unsigned i = 0; node && i < G_N_ELEMENTS(words); i++) {
		if (strcmp(words[i], node->text) == 0)
			return (jb_text_align)i;
	}
	return JB_TEXT_START;
}

static jb_text_prohibit prohibit_of(const jb_node *node)
{
	static const char *const words[] = {"basic", "none", "gb", "strict"};

	for (unsigned i = 0; node && i < G_N_ELEMENTS(words); i++) {
		if (strcmp(words[i], node->text) == 0)
			return (jb_text_prohibit)i;
	}
	return JB_TEXT_BASIC;
}

static bool truth_of(const jb_node *node)
{
	return node && g_ascii_strcasecmp(node->text, "true") == 0;
}

static int drop_of(const jb_node *node)
{
	return node ? (int)g_ascii_strtoll(node->text, NULL, 10) : 0;
}

static bool is_vertical(const jb_node *mode)
{
	return mode && strcmp(mode->text, "vertical") == 0;
}

static void read_names(const struct reader *r, jb_style *style)
{
	const jb_node *font = inherited(r, style->name, "font", NULL);
	const jb_node *ink = inherited(r, style->name, "ink", NULL);

	style->font = g_hash_table_lookup(
		r->theme->fonts, font ? font->text : "sans");
	if (font && !style->font)
		jb_name_refuse(r->diags, font, "font role", r->theme->fonts);
	style->ink = ink ? ink->text : "text";
	if (ink && !jb_theme_ink(r->theme, ink->text))
		jb_name_refuse(r->diags, ink, "ink", r->theme->inks);
}

static void read_lines(const struct reader *r, jb_style *style)
{
	const jb_node *lang = inherited(r, style->name, "lang", NULL);
	const jb_node *hyphenate = inherited(r, style->name, "hyphenate", NULL);

	style->prohibit =
		prohibit_of(inherited(r, style->name, "prohibit", NULL));
	style->hang_end = truth_of(inherited(r, style->name, "hang_end", NULL));
	style->lang = lang ? lang->text : NULL;
	style->hyphenate = hyphenate ? hyphenate->text : NULL;
	if (hyphenate && strcmp(hyphenate->text, "none") == 0)
		style->hyphenate = "";
}

static const jb_style *read_style(const struct reader *r, const jb_node *key)
{
	jb_style *style = jb_new(r->arena, jb_style);
	const jb_node *weight = inherited(r, key->text, "weight", NULL);

	style->name = key->text;
	style->pos = key->pos;
	style->weight =
		weight ? (int)g_ascii_strtoll(weight->text, NULL, 10) : 400;
	style->align = align_of(inherited(r, key->text, "align", NULL));
	style->hang = truth_of(inherited(r, key->text, "hang", NULL));
	style->squeeze = truth_of(inherited(r, key->text, "squeeze", NULL));
	style->balance = truth_of(inherited(r, key->text, "balance", NULL));
	style->drop = drop_of(inherited(r, key->text, "drop", NULL));
	style->vertical = is_vertical(inherited(r, key->text, "mode", NULL));
	read_lengths(r, style);
	read_lines(r, style);
	read_names(r, style);
	return style;
}

static GHashTable *names_of(jb_arena *arena, const jb_node *styles)
{
	GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);

	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, names);
	for (size_t i = 0; i < styles->n; i++)
		g_hash_table_add(names, (char *)styles->pairs[i].key->text);
	return names;
}

/* Those of blocks, as far as the layout has what they are like. */
static void add_own(GHashTable *all, const jb_node *own, GPtrArray *added)
{
	for (size_t i = 0; i < own->n; i++) {
		const jb_node *key = own->pairs[i].key;
		const char *like =
			jb_node_lookup(own->pairs[i].value, "like")->text;

		if (g_hash_table_contains(all, key->text) ||
			!g_hash_table_contains(all, like))
			continue;
		g_hash_table_add(all, (char *)key->text);
		g_ptr_array_add(added, (void *)key);
	}
}

GHashTable *jb_styles_read(jb_arena *arena, jb_diags *diags,
	const jb_node *styles, const jb_theme *theme, double line_pt)
{
	struct reader r = {arena, diags, styles, theme, line_pt,
		jb_styles_own(arena, diags)};
	GHashTable *all = names_of(arena, styles);
	g_autoptr(GPtrArray) added = g_ptr_array_new();
	const jb_node *over = theme->styles;

	add_own(all, r.blocks, added);
	for (size_t i = 0; over && i < over->n; i++) {
		const jb_node *key = over->pairs[i].key;

		if (!g_hash_table_contains(all, key->text) &&
			!g_strv_contains(jb_layout_styles, key->text) &&
			!g_strv_contains(jb_layout_more_styles, key->text))
			jb_name_refuse(diags, key, "style", all);
	}
	for (size_t i = 0; i < styles->n; i++)
		check_like(&r, styles->pairs[i].key->text, all);
	for (size_t i = 0; i < styles->n; i++) {
		const jb_node *key = styles->pairs[i].key;

		g_hash_table_insert(
			all, (char *)key->text, (void *)read_style(&r, key));
	}
	for (guint i = 0; i < added->len; i++) {
		const jb_node *key = added->pdata[i];

		g_hash_table_insert(
			all, (char *)key->text, (void *)read_style(&r, key));
	}
	return all;
}
