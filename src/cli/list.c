/* jianbao list: what there is to choose from, each with what it is. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "base/icons.h"
#include "base/json.h"
#include "base/messages.h"
#include "model/schema.h"
#include "model/shelf.h"

/* A row; `words` is NULL but for icons. */
struct row {
	const char *name, *title, *words;
};

struct listing {
	jb_arena *arena;
	jb_shop shop;
	GArray *rows; /* struct row */
};

static void add(struct listing *l, const char *name, const char *title)
{
	struct row row = {name, title ? title : "", NULL};

	g_array_append_val(l->rows, row);
}

/* ---- layouts and themes ---- */

/* The tree of a shipped file; NULL for one that is not well. */
static const jb_node *read_tree(jb_arena *arena, const char *path)
{
	jb_source *src = jb_source_read(arena, path, NULL);

	return src ? jb_yaml_read(arena, jb_diags_new(arena), src) : NULL;
}

static int list_folder(struct listing *l, const char *folder, const char *tail)
{
	size_t n;
	const jb_shelved *all = jb_shelf_list(l->arena, folder, tail, &n);

	if (!all)
		return jb_cli_fail(JB_EXIT_NOINPUT, "%s is not there", folder);
	for (size_t i = 0; i < n; i++)
		add(l, all[i].name, all[i].title);
	return JB_EXIT_OK;
}

static int list_layouts(struct listing *l)
{
	return list_folder(l, l->shop.layouts, "/layout.yaml");
}

static int list_themes(struct listing *l)
{
	return list_folder(l, l->shop.themes, ".yaml");
}

/* Of the layout that is taken where none is named; the others have these,
 * too, by need. */
static int list_styles(struct listing *l)
{
	const char *path = jb_sprintf(
		l->arena, "%s/briefing/layout.yaml", l->shop.layouts);
	const jb_node *root = read_tree(l->arena, path);
	const jb_node *styles = root ? jb_node_lookup(root, "styles") : NULL;

	if (!styles || styles->kind != JB_MAPPING)
		return jb_cli_fail(JB_EXIT_NOINPUT, "%s is not there", path);
	for (size_t i = 0; i < styles->n; i++) {
		const jb_node *style = styles->pairs[i].value;
		const jb_node *size = style->kind == JB_MAPPING
					      ? jb_node_lookup(style, "size")
					      : NULL;

		add(l, styles->pairs[i].key->text,
			size && size->kind == JB_SCALAR ? size->text : NULL);
	}
	return JB_EXIT_OK;
}

/* ---- the languages ---- */

/* The first key of each block.* object, with what it is for. */
static int list_blocks(struct listing *l)
{
	size_t n;
	const jb_schema_key *keys = jb_schema_keys(&n);
	const char *last = "";

	for (size_t i = 0; i < n; i++) {
		if (!g_str_has_prefix(keys[i].object, "block.") ||
			!strcmp(keys[i].object, last))
			continue;
		last = keys[i].object;
		add(l, keys[i].key,
			jb_schema_doc(&keys[i], jb_messages_tongue()));
	}
	return JB_EXIT_OK;
}

/* A test names each form that has no title here. */
static const char *form_title(const char *form)
{
	static const char *const titles[][2] = {
		{"squares", JB_TR("areas of squares, side by side")},
		{"change", JB_TR("one figure before and after a change")},
		{"tranches", JB_TR("one figure cut into equal parts")},
		{"quote", JB_TR("somebody's words")},
		{"range", JB_TR("from one figure to another")},
		{"units", JB_TR("icons that are counted")},
		{"clock", JB_TR("a time as a turn of the clock")},
		{"list", JB_TR("the items of a list, with icons")},
		{"roadmap", JB_TR("events by how far they are")},
		{"waffle", JB_TR("parts of a whole as cells")},
		{"radii", JB_TR("circles around one centre")},
		{"dates", JB_TR("events with their dates")},
		{"stats", JB_TR("large numbers with labels")},
		{"bars", JB_TR("bars on one scale")},
		{"table", JB_TR("a table of the report")},
		{"pie", JB_TR("parts of a whole as slices")},
		{"donut", JB_TR("parts of one whole or several, as rings")},
		{"sunburst", JB_TR("parts and their parts, as rings")},
		{"treemap", JB_TR("parts and their parts, as areas")},
		{"scatter", JB_TR("values against values, as points")},
		{"bubble", JB_TR("the same, with an area for each")},
		{"circles", JB_TR("sizes as areas of circles")},
		{"funnel", JB_TR("what is left after each step")},
		{"pictogram", JB_TR("counts as rows of icons")},
		{"radar", JB_TR("qualities on axes around a middle")},
		{"tiles", JB_TR("provinces as tiles, shaded by value")},
		{"sankey", JB_TR("flows, as thick as what flows")},
		{"tree", JB_TR("who belongs to whom, as boxes")},
		{"choropleth", JB_TR("areas of a map, shaded by value")},
		{"gantt", JB_TR("events as lengths of time")},
		{"heat", JB_TR("a table of values as shades")},
		{"days", JB_TR("a value for each day, in a calendar")},
		{"column", JB_TR("columns from zero, side by side")},
		{"line", JB_TR("lines over time")},
		{"step", JB_TR("lines that hold each value")},
		{"slope", JB_TR("from one time to another")},
		{"area", JB_TR("areas over time")},
		{"stacked", JB_TR("columns of parts")},
		{"grouped", JB_TR("columns in groups")},
		{"combo", JB_TR("columns and a line, each with its unit")},
		{"grouped_bars", JB_TR("bars of several series, in groups")},
		{"stacked_bars", JB_TR("bars of parts")},
		{"percent", JB_TR("bars of parts, each a whole")},
		{"diverging", JB_TR("bars to both sides of zero")},
		{"pyramid", JB_TR("two series of bars back to back")},
		{"dot", JB_TR("a disc on each value")},
		{"lollipop", JB_TR("a disc on a stem from zero")},
		{"dumbbell", JB_TR("two discs on one line")},
		{"span", JB_TR("bars from the least to the most")},
		{"waterfall", JB_TR("steps up and down to a total")},
		{"bullet", JB_TR("what was reached and what was aimed at")},
		{"progress", JB_TR("how much of a whole is done")},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
		if (strcmp(titles[i][0], form) == 0)
			return jb_tr(titles[i][1]);
	}
	return NULL;
}

static int list_forms(struct listing *l)
{
	const char *type = jb_schema_lookup("picture", "form")->type;
	g_auto(GStrv) words = g_strsplit(type, " ", -1);

	/* enum A B C | id */
	for (size_t i = 1; words[i] && strcmp(words[i], "|") != 0; i++)
		add(l, jb_strdup(l->arena, words[i]), form_title(words[i]));
	return JB_EXIT_OK;
}

static int list_icons(struct listing *l)
{
	size_t n;
	const jb_icon *icons = jb_icons(&n);

	for (size_t i = 0; i < n; i++) {
		struct row row = {
			icons[i].name, icons[i].title, icons[i].words};

		g_array_append_val(l->rows, row);
	}
	return JB_EXIT_OK;
}

static int list_fonts(struct listing *l)
{
	const jb_font_info *fonts;
	GString *weights = NULL;
	size_t n;

	if (!jb_cli_open_fonts(l->arena, &l->shop))
		return JB_EXIT_SOFTWARE;
	fonts = jb_fonts_list(l->shop.fonts, &n);
	for (size_t i = 0; i < n; i++) {
		bool next = i + 1 < n &&
			    !strcmp(fonts[i].family, fonts[i + 1].family);

		if (!weights)
			weights = g_string_new(NULL);
		if (!next || fonts[i].weight != fonts[i + 1].weight)
			g_string_append_printf(weights, "%s%d",
				weights->len ? " " : "", fonts[i].weight);
		if (next)
			continue;
		add(l, jb_strdup(l->arena, fonts[i].family),
			jb_strdup(l->arena, weights->str));
		g_string_free(weights, TRUE);
		weights = NULL;
	}
	jb_fonts_close(l->shop.fonts);
	return JB_EXIT_OK;
}

/* ---- printing ---- */

static void print_rows(const struct listing *l)
{
	for (guint i = 0; i < l->rows->len; i++) {
		const struct row *row = &g_array_index(l->rows, struct row, i);

		printf("%s\t%s", row->name, row->title);
		if (row->words)
			printf("\t%s", row->words);
		putchar('\n');
	}
}

static void print_json(const struct listing *l)
{
	g_autoptr(GString) out = g_string_new(NULL);
	jb_json j = {out, 0, true};

	jb_json_open(&j, NULL, '[');
	for (guint i = 0; i < l->rows->len; i++) {
		const struct row *row = &g_array_index(l->rows, struct row, i);

		jb_json_open(&j, NULL, '{');
		jb_json_put(&j, "name", row->name);
		jb_json_put(&j, "title", row->title);
		if (row->words)
			jb_json_put(&j, "words", row->words);
		jb_json_shut(&j, '}');
	}
	jb_json_shut(&j, ']');
	puts(out->str);
}

static const struct {
	const char *what;
	int (*list)(struct listing *l);
} kinds[] = {
	{"layouts", list_layouts},
	{"themes", list_themes},
	{"blocks", list_blocks},
	{"forms", list_forms},
	{"icons", list_icons},
	{"fonts", list_fonts},
	{"styles", list_styles},
};

static int list(const char *what, bool json)
{
	struct listing l = {jb_arena_open(), {0},
		g_array_new(FALSE, FALSE, sizeof(struct row))};
	int code = -1;

	jb_cli_find_shop(l.arena, &l.shop);
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(kinds[i].what, what) == 0)
			code = kinds[i].list(&l);
	}
	if (code == JB_EXIT_OK)
		json ? print_json(&l) : print_rows(&l);
	g_array_unref(l.rows);
	jb_arena_close(l.arena);
	return code;
}

int jb_cli_list(int argc, char **argv)
{
	gboolean json = FALSE;
	const GOptionEntry entries[] = {
		{"json", 0, 0, G_OPTION_ARG_NONE, &json, "As JSON", NULL},
		G_OPTION_ENTRY_NULL,
	};
	int code = -1;

	if (!jb_cli_options("Lists the shipped layouts and themes, the blocks "
			    "of the layout language, the forms of pictures, "
			    "the icons, the fonts, or the styles of a layout.",
		    "WHAT", entries, &argc, &argv))
		return JB_EXIT_USAGE;
	if (argc == 2)
		code = list(argv[1], json);
	return code >= 0 ? code
			 : jb_cli_fail(JB_EXIT_USAGE,
				   "list takes one of: layouts, themes, "
				   "blocks, forms, icons, fonts, styles");
}
