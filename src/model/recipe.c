/* recipe.c - recipes of pictures, from YAML. */
#include "model/recipe.h"

#include <stdlib.h>
#include <string.h>

#include "model/report-parts.h"
#include "model/schema.h"

GHashTable *jb_recipes_new(jb_arena *arena)
{
	GHashTable *recipes = g_hash_table_new(g_str_hash, g_str_equal);

	jb_arena_defer(arena, (void (*)(void *))g_hash_table_unref, recipes);
	return recipes;
}

/* ---- series by number ---- */

/* One number, or the first and the last; `last` stays where none is said. */
static void read_span(
	const jb_node *map, const char *key, jb_nth *first, jb_nth *last)
{
	const jb_node *node = jb_node_lookup(map, key);

	if (!node)
		return;
	if (node->kind != JB_SEQUENCE) {
		*first = *last = atoi(node->text);
	} else if (node->n == 2) {
		*first = atoi(node->items[0]->text);
		*last = atoi(node->items[1]->text);
	}
}

static void check_span(jb_diags *diags, const jb_node *map)
{
	const jb_node *node = jb_node_lookup(map, "series");

	if (node && node->kind == JB_SEQUENCE && node->n != 2)
		jb_error(diags, node->pos,
			"“series” is a number, or the first and the last: [1, "
			"4]");
}

/* ---- layers ---- */

static const char *const coords[] = {"plain", "turned"};

static bool has_word(const char *words, const char *word)
{
	g_auto(GStrv) list = g_strsplit(words, " ", -1);

	return g_strv_contains((const char *const *)list, word);
}

static unsigned word_of(
	const jb_node *map, const char *key, const char *const *words, size_t n)
{
	return jb_word_index(jb_schema_text(map, "mark", key), words, n);
}

static void read_layer(jb_layer *layer, const jb_node *map)
{
	static const char *const marks[] = {"bar", "line", "area", "point",
		"rule", "link", "track", "step"};
	static const char *const ways[] = {
		"each", "beside", "stack", "mirror", "stairs"};
	const jb_node *fill = jb_node_lookup(map, "fill");
	unsigned mark = word_of(map, "mark", marks, G_N_ELEMENTS(marks));

	layer->stepped = mark == JB_GEOM_TRACK + 1;
	layer->geom = layer->stepped ? JB_GEOM_LINE : (jb_geom)mark;
	layer->arrange =
		(jb_arrange)word_of(map, "arrange", ways, G_N_ELEMENTS(ways));
	read_span(map, "series", &layer->first, &layer->last);
	layer->from = jb_schema_int(map, "mark", "from");
	layer->right =
		strcmp(jb_schema_text(map, "mark", "axis"), "right") == 0;
	layer->fill = fill ? g_ascii_strtod(fill->text, NULL) : 0;
	layer->ink = jb_schema_text(map, "mark", "ink");
	layer->below = jb_schema_text(map, "mark", "below");
}

static void refuse_coord(
	jb_diags *diags, const jb_node *node, const char *what, jb_coord coord)
{
	jb_error(diags, node->pos, "“%s” is for `coord: %s`", what,
		coords[coord]);
}

/* What only the other coordinates draw. */
static void check_layer(jb_diags *diags, jb_coord coord, const jb_node *map)
{
	static const struct {
		const char *key, *words; /* NULL: whatever it says */
		jb_coord coord;
	} kept[] = {
		{"mark", "line step area", JB_COORD_PLAIN},
		{"mark", "point rule link track", JB_COORD_TURNED},
		{"arrange", "mirror stairs", JB_COORD_TURNED},
		{"axis", "right", JB_COORD_PLAIN},
		{"from", NULL, JB_COORD_TURNED},
		{"fill", NULL, JB_COORD_TURNED},
		{"below", NULL, JB_COORD_TURNED},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(kept); i++) {
		const jb_node *node = jb_node_lookup(map, kept[i].key);

		if (!node || kept[i].coord == coord ||
			(kept[i].words && !has_word(kept[i].words, node->text)))
			continue;
		refuse_coord(diags, node,
			kept[i].words ? node->text : kept[i].key,
			kept[i].coord);
	}
}

static void read_layers(jb_diags *diags, jb_spec *spec, const jb_node *layers)
{
	if (layers->n < 1 || layers->n > JB_LAYERS_MAX) {
		jb_error(diags, layers->pos,
			"a chart has from 1 to %d layers, not %zu",
			JB_LAYERS_MAX, layers->n);
		return;
	}
	spec->n = layers->n;
	for (size_t i = 0; i < layers->n; i++) {
		check_span(diags, layers->items[i]);
		check_layer(diags, spec->coord, layers->items[i]);
		read_layer(&spec->layers[i], layers->items[i]);
	}
}

/* ---- recipes ---- */

/* `column`, `line` */
static const char *names_of(jb_arena *arena, const jb_node *list)
{
	GString *all = g_string_new(NULL);
	const char *text;

	for (size_t i = 0; list && i < list->n; i++)
		g_string_append_printf(
			all, "%s`%s`", i ? ", " : "", list->items[i]->text);
	text = all->len ? jb_strdup(arena, all->str) : NULL;
	g_string_free(all, TRUE);
	return text;
}

static void read_spec(jb_diags *diags, jb_spec *spec, const jb_node *map)
{
	spec->coord =
		(jb_coord)jb_word_index(jb_schema_text(map, "chart", "coord"),
			coords, G_N_ELEMENTS(coords));
	spec->share = jb_schema_bool(map, "chart", "share");
	spec->far = jb_schema_bool(map, "chart", "far");
	if (spec->far && spec->coord != JB_COORD_TURNED)
		refuse_coord(diags, jb_node_lookup(map, "far"), "far",
			JB_COORD_TURNED);
	spec->both = strcmp(jb_schema_text(map, "chart", "ends"), "both") == 0;
	if (spec->both && spec->coord != JB_COORD_PLAIN)
		refuse_coord(diags, jb_node_lookup(map, "ends"), "ends",
			JB_COORD_PLAIN);
	read_layers(diags, spec, jb_node_lookup(map, "layers"));
}

static const jb_recipe *read_recipe(
	jb_arena *arena, jb_diags *diags, const jb_pair *pair)
{
	jb_recipe *recipe = jb_new(arena, jb_recipe);
	const jb_node *map = pair->value;
	jb_nth least = 1, most = 1;

	recipe->name = pair->key->text;
	recipe->pos = pair->key->pos;
	check_span(diags, map);
	read_span(map, "series", &least, &most);
	recipe->least = (size_t)least;
	recipe->most = (size_t)most;
	recipe->below_zero = jb_schema_bool(map, "chart", "below_zero");
	recipe->missing = jb_schema_bool(map, "chart", "missing");
	recipe->instead = names_of(arena, jb_node_lookup(map, "instead"));
	read_spec(diags, &recipe->spec, map);
	for (size_t i = 0; i < recipe->spec.n; i++)
		recipe->two_units |= recipe->spec.layers[i].right;
	return recipe;
}

void jb_recipes_read(jb_arena *arena, jb_diags *diags, GHashTable *recipes,
	const jb_node *charts)
{
	for (size_t i = 0; charts && i < charts->n; i++) {
		const jb_pair *pair = &charts->pairs[i];

		if (jb_form_of(pair->key->text) != JB_CHARTED) {
			jb_error(diags, pair->key->pos,
				"“%s” is a form already", pair->key->text);
			jb_hint(diags, "give the chart another name");
		} else if (!g_hash_table_contains(recipes, pair->key->text)) {
			g_hash_table_insert(recipes, (char *)pair->key->text,
				(void *)read_recipe(arena, diags, pair));
		}
	}
}

/* ---- those that are shipped ---- */

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool open_file(jb_arena *arena, jb_diags *diags, GHashTable *recipes,
	const char *path, GError **error)
{
	jb_source *src = jb_source_read(arena, path, error);
	const jb_node *root = src ? jb_yaml_read(arena, diags, src) : NULL;

	if (root && jb_schema_check(diags, root, "charts"))
		jb_recipes_read(
			arena, diags, recipes, jb_node_lookup(root, "charts"));
	return src != NULL;
}

bool jb_recipes_open(jb_arena *arena, jb_diags *diags, GHashTable *recipes,
	const char *folder, GError **error)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
	g_autoptr(GPtrArray) files = g_ptr_array_new();
	const char *file;

	while (dir && (file = g_dir_read_name(dir)))
		if (g_str_has_suffix(file, ".yaml"))
			g_ptr_array_add(files,
				jb_sprintf(arena, "%s/%s", folder, file));
	qsort(files->pdata, files->len, sizeof(void *), by_name);
	for (guint i = 0; i < files->len; i++)
		if (!open_file(arena, diags, recipes, files->pdata[i], error))
			return false;
	return dir != NULL;
}
