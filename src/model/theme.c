/* theme.c - inks, fonts by role, and changes to styles. */
#include "model/layout-parts.h"

#include <string.h>

#include "base/decimal.h"
#include "base/messages.h"
#include "base/words.h"
#include "model/schema.h"
#include "model/tokens.h"

const char *const jb_theme_inks[] = {"paper", "text", "text70", "text45",
	"text20", "primary", "primary65", "primary38", "primary16", "primary6",
	"accent", NULL};

const char *const jb_theme_fonts[] = {"serif", "sans", "numeral", NULL};

struct reader {
	jb_arena *arena;
	jb_diags *diags;
	jb_theme *theme;
};

/* Hash tables have no order of their own; hints must. */
static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void jb_name_refuse(jb_diags *diags, const jb_node *node, const char *what,
	GHashTable *known)
{
	unsigned n = 0;
	g_autofree void **names =
		known ? g_hash_table_get_keys_as_array(known, &n) : NULL;
	const char *near;

	if (n > 0)
		qsort(names, n, sizeof(*names), by_name);
	near = n > 0 ? jb_words_nearest(
			       node->text, (const char *const *)names, n)
		     : NULL;
	jb_error(diags, node->pos, "unknown %s “%s”", jb_tr(what), node->text);
	jb_span_chars(diags, (unsigned)g_utf8_strlen(node->text, -1));
	if (near)
		jb_hint(diags, "did you mean “%s”?", near);
}

static GHashTable *table_new(jb_arena *arena)
{
	GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);

	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, table);
	return table;
}

/* A part of an ink in per cent, 0..1. */
static double read_part(struct reader *r, const jb_node *node)
{
	jb_decimal d = {0, 0};
	double percent;

	jb_decimal_parse(node->text, &d);
	percent = jb_decimal_double(d);
	if (percent < 0 || percent > 100) {
		jb_error(r->diags, node->pos,
			"an ink is from 0 to 100 per cent, not %s", node->text);
		jb_span_chars(r->diags, (unsigned)strlen(node->text));
	}
	return CLAMP(percent, 0, 100) / 100;
}

static void read_rgb(struct reader *r, jb_ink *ink, const jb_node *node)
{
	if (!node) {
		jb_ink_fill_rgb(ink);
	} else if (!jb_ink_parse_rgb(node->text, ink)) {
		jb_error(r->diags, node->pos, "“%s” is not a screen colour",
			node->text);
		jb_hint(r->diags, "write # and six hexadecimal digits: "
				  "\"#004A58\"");
	}
}

static void read_cmyk(struct reader *r, jb_ink *ink, const jb_node *cmyk)
{
	double *parts[] = {&ink->c, &ink->m, &ink->y, &ink->k};

	if (cmyk->n != 4) {
		jb_error(r->diags, cmyk->pos,
			"“cmyk” must have 4 numbers, not %zu", cmyk->n);
		jb_hint(r->diags, "cyan, magenta, yellow, black in per cent: "
				  "[100, 50, 45, 40]");
	}
	for (size_t i = 0; i < 4 && i < cmyk->n; i++)
		*parts[i] = read_part(r, cmyk->items[i]);
}

static void read_ink(struct reader *r, const jb_pair *pair)
{
	jb_ink *ink = jb_new(r->arena, jb_ink);

	ink->name = pair->key->text;
	if (pair->value->kind == JB_SCALAR) {
		read_rgb(r, ink, pair->value);
		jb_ink_fill_cmyk(ink);
	} else {
		read_cmyk(r, ink, jb_node_lookup(pair->value, "cmyk"));
		read_rgb(r, ink, jb_node_lookup(pair->value, "rgb"));
	}
	g_hash_table_insert(r->theme->inks, (char *)ink->name, ink);
}

#define LATIN_SIZE_LEAST 0.5
#define LATIN_SIZE_MOST 2
#define LATIN_SHIFT_MOST 0.5 /* em, up or down */

/* A length of a font as a share of the text's size, within bounds. */
static double read_share(struct reader *r, const jb_node *map, const char *key,
	double least, double most)
{
	const char *text = jb_schema_text(map, "font", key);
	const jb_node *node = jb_node_lookup(map, key);
	jb_length length = {0, JB_UNIT_EM};
	char low[16], high[16];

	jb_length_parse(text, &length);
	double share = jb_length_pt(length, 1, 1, 1);
	if (length.unit != JB_UNIT_EM && length.unit != JB_UNIT_PERCENT &&
		length.value != 0) {
		jb_error(r->diags, node->pos,
			"“%s” must be in %% or em, not “%s”", key, text);
	} else if (share < least || share > most) {
		g_ascii_formatd(low, sizeof low, "%g", least * 100);
		g_ascii_formatd(high, sizeof high, "%g", most * 100);
		jb_error(r->diags, node->pos,
			"“%s” must be from %s%% to %s%%, not “%s”", key, low,
			high, text);
	} else {
		return share;
	}
	jb_span_chars(r->diags, (unsigned)g_utf8_strlen(text, -1));
	return CLAMP(0, least, most);
}

static void read_font(struct reader *r, const jb_pair *pair)
{
	jb_fontrole *font = jb_new(r->arena, jb_fontrole);

	font->role = pair->key->text;
	font->family = jb_schema_text(pair->value, "font", "family");
	font->latin = jb_schema_text(pair->value, "font", "latin");
	font->latin_size = read_share(r, pair->value, "latin_size",
		LATIN_SIZE_LEAST, LATIN_SIZE_MOST);
	font->latin_shift = read_share(r, pair->value, "latin_shift",
		-LATIN_SHIFT_MOST, LATIN_SHIFT_MOST);
	font->pos = jb_node_lookup(pair->value, "family")->pos;
	g_hash_table_insert(r->theme->fonts, (char *)font->role, font);
}

static void check_all_there(struct reader *r, const jb_node *theme,
	const char *key, const char *const *names)
{
	const jb_node *map = jb_node_lookup(theme, key);

	for (; *names; names++) {
		if (jb_node_lookup(map, *names))
			continue;
		jb_error(r->diags, jb_node_key(theme, key)->pos,
			"“%s” is missing in “%s”", *names, key);
		jb_span_chars(r->diags, (unsigned)strlen(key));
	}
}

static void read_sections(struct reader *r, const jb_node *list)
{
	jb_theme *theme = r->theme;

	if (!list)
		return;
	theme->sections = jb_new_array(r->arena, const jb_ink *, list->n);
	for (size_t i = 0; i < list->n; i++) {
		const jb_node *name = list->items[i];
		const jb_ink *ink = jb_theme_ink(theme, name->text);

		if (ink)
			theme->sections[theme->n_sections++] = ink;
		else
			jb_name_refuse(r->diags, name, "ink", theme->inks);
	}
}

/* A theme is checked without a layout: what its styles take from itself. */
static void check_styles(struct reader *r, const jb_node *styles)
{
	for (size_t i = 0; styles && i < styles->n; i++) {
		const jb_node *style = styles->pairs[i].value;
		const jb_node *ink = jb_node_lookup(style, "ink");
		const jb_node *font = jb_node_lookup(style, "font");
		const jb_node *like = jb_node_lookup(style, "like");

		if (like && !g_strv_contains(jb_layout_styles, like->text)) {
			jb_name_refuse(r->diags, like, "style", NULL);
			jb_hint(r->diags, "a theme's style is like one that "
					  "every layout has");
		}
		if (ink && !jb_theme_ink(r->theme, ink->text))
			jb_name_refuse(r->diags, ink, "ink", r->theme->inks);
		if (font && !g_hash_table_contains(r->theme->fonts, font->text))
			jb_name_refuse(
				r->diags, font, "font role", r->theme->fonts);
	}
}

jb_theme *jb_theme_read(jb_arena *arena, jb_diags *diags, const jb_source *src)
{
	const jb_node *root = jb_yaml_read(arena, diags, src);

	return root ? jb_theme_type(arena, diags, root) : NULL;
}

static jb_signs signs_of(const jb_node *theme)
{
	static const char *const words[] = {
		"chinese", "western", "judged", "plain"};
	const char *text = jb_schema_text(theme, "theme", "signs");
	size_t i = 0;

	while (i < G_N_ELEMENTS(words) && strcmp(words[i], text) != 0)
		i++;
	g_assert(i < G_N_ELEMENTS(words)); /* the schema has checked */
	return (jb_signs)i;
}

jb_theme *jb_theme_type(jb_arena *arena, jb_diags *diags, const jb_node *root)
{
	jb_theme *theme = jb_new(arena, jb_theme);
	struct reader r = {arena, diags, theme};
	const jb_node *inks, *fonts;
	unsigned before = jb_diags_errors(diags);

	if (!jb_schema_check(diags, root, "theme"))
		return NULL;
	theme->tokens = jb_tokens_read(arena, diags, root, NULL);
	root = jb_tokens_fill(arena, diags, root, "theme", theme->tokens, NULL);
	if (jb_diags_errors(diags) != before ||
		!jb_schema_check_plain(diags, root, "theme"))
		return NULL;
	theme->name = jb_schema_text(root, "theme", "name");
	theme->signs = signs_of(root);
	theme->inks = table_new(arena);
	theme->fonts = table_new(arena);
	theme->styles = jb_node_lookup(root, "styles");
	inks = jb_node_lookup(root, "inks");
	for (size_t i = 0; i < inks->n; i++)
		read_ink(&r, &inks->pairs[i]);
	fonts = jb_node_lookup(root, "fonts");
	for (size_t i = 0; i < fonts->n; i++)
		read_font(&r, &fonts->pairs[i]);
	check_all_there(&r, root, "inks", jb_theme_inks);
	check_all_there(&r, root, "fonts", jb_theme_fonts);
	read_sections(&r, jb_node_lookup(root, "sections"));
	jb_classes_read(arena, diags, theme, jb_node_lookup(root, "classes"));
	theme->patterns = jb_schema_bool(root, "theme", "patterns");
	check_styles(&r, theme->styles);
	return theme;
}

/* ---- what a layout has for themes that have it not ---- */

static GHashTable *table_copy(jb_arena *arena, GHashTable *table)
{
	GHashTable *copy = table_new(arena);
	GHashTableIter iter;
	void *name, *value;

	g_hash_table_iter_init(&iter, table);
	while (g_hash_table_iter_next(&iter, &name, &value))
		g_hash_table_insert(copy, name, value);
	return copy;
}

/* A colour, or the name of an ink that every theme has. */
static void add_ink(struct reader *r, const jb_pair *pair)
{
	GHashTable *common = NULL;
	const jb_node *value = pair->value;
	bool named = value->kind == JB_SCALAR && *value->text != '#';

	if (!named) {
		if (!jb_theme_ink(r->theme, pair->key->text))
			read_ink(r, pair);
		return;
	}
	common = table_new(r->arena);
	for (const char *const *name = jb_theme_inks; *name; name++)
		g_hash_table_add(common, (char *)*name);
	if (!g_hash_table_contains(common, value->text))
		jb_name_refuse(r->diags, value, "ink", common);
	else if (!jb_theme_ink(r->theme, pair->key->text))
		g_hash_table_insert(r->theme->inks, (char *)pair->key->text,
			g_hash_table_lookup(r->theme->inks, value->text));
}

static void add_font(struct reader *r, const jb_pair *pair)
{
	GHashTable *fonts = r->theme->fonts;
	const char *role = pair->key->text;

	if (!g_strv_contains(jb_theme_fonts, pair->value->text)) {
		GHashTable *common = table_new(r->arena);

		for (const char *const *name = jb_theme_fonts; *name; name++)
			g_hash_table_add(common, (char *)*name);
		jb_name_refuse(r->diags, pair->value, "font role", common);
	} else if (!g_hash_table_contains(fonts, role)) {
		g_hash_table_insert(fonts, (char *)role,
			g_hash_table_lookup(fonts, pair->value->text));
	}
}

const jb_theme *jb_theme_whole(jb_arena *arena, jb_diags *diags,
	const jb_theme *theme, const jb_node *layout)
{
	const jb_node *inks = jb_node_lookup(layout, "inks");
	const jb_node *fonts = jb_node_lookup(layout, "fonts");
	jb_theme *whole = jb_new(arena, jb_theme);
	struct reader r = {arena, diags, whole};

	if (!theme || (!inks && !fonts))
		return theme;
	*whole = *theme;
	whole->inks = table_copy(arena, theme->inks);
	whole->fonts = table_copy(arena, theme->fonts);
	for (size_t i = 0; inks && i < inks->n; i++)
		add_ink(&r, &inks->pairs[i]);
	for (size_t i = 0; fonts && i < fonts->n; i++)
		add_font(&r, &fonts->pairs[i]);
	return whole;
}

const jb_ink *jb_theme_ink(const jb_theme *theme, const char *name)
{
	return g_hash_table_lookup(theme->inks, name);
}
