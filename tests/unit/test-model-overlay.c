/* test-model-overlay.c - trees over trees: what is kept, where it points. */
#include <stdio.h>
#include <string.h>
#include <glib.h>

#include "model/overlay.h"

struct world {
	jb_arena *arena;
	jb_diags *diags;
};

static struct world world_new(void)
{
	struct world w = {jb_arena_open(), NULL};

	w.diags = jb_diags_new(w.arena);
	return w;
}

static void done(struct world *w)
{
	jb_arena_close(w->arena);
}

static const jb_node *tree(struct world *w, const char *name, const char *text)
{
	return jb_yaml_read(w->arena, w->diags,
		jb_source_new(w->arena, name, text, strlen(text)));
}

/* A tree in one line: scalars with file and line. */
static void put(GString *out, const jb_node *node)
{
	if (node->kind == JB_SCALAR) {
		g_string_append_printf(out, "%s@%s:%u:%u", node->text,
			node->pos.src->name, node->pos.line, node->pos.col);
		return;
	}
	g_string_append_c(out, node->kind == JB_MAPPING ? '{' : '[');
	for (size_t i = 0; i < node->n; i++) {
		if (i)
			g_string_append_c(out, ' ');
		if (node->kind == JB_MAPPING)
			g_string_append_printf(
				out, "%s=", node->pairs[i].key->text);
		put(out, node->kind == JB_MAPPING ? node->pairs[i].value
						  : node->items[i]);
	}
	g_string_append_c(out, node->kind == JB_MAPPING ? '}' : ']');
}

static void said(struct world *w, const char *want)
{
	g_autofree char *all = jb_diags_text(w->diags);
	g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
	g_autoptr(GString) kept = g_string_new(NULL);

	for (int i = 0; lines[i]; i++) {
		if (strstr(lines[i], "error: ") || strstr(lines[i], "hint: "))
			g_string_append_printf(
				kept, "%s\n", g_strstrip(lines[i]));
	}
	g_assert_cmpstr(kept->str, ==, want);
}

/* ---- settings ---- */

static void set(const char *const *arguments, const char *object,
	const char *text, const char *want)
{
	struct world w = world_new();
	const GArray *sets = jb_overrides_parse(w.arena, w.diags, arguments);
	g_autoptr(GString) out = g_string_new(NULL);

	put(out,
		jb_overrides_apply(w.arena, w.diags, sets, tree(&w, "f", text), object));
	g_assert_cmpstr(out->str, ==, want);
	said(&w, "");
	done(&w);
}

static void settings_lie_over_a_tree(void)
{
	set((const char *[]){"layout.a.b=3", NULL}, "layout",
		"{a: {b: 1, c: 2}, d: [5]}",
		"{a={b=3@--set:1:12 c=2@f:1:15} d=[5@f:1:23]}");
	set((const char *[]){"theme.a=3", NULL}, "layout", "a: 1",
		"{a=1@f:1:4}");
	set((const char *[]){"theme.a=1", "theme.a=2", NULL}, "theme", "a: 0",
		"{a=2@--set:1:9}");
	set((const char *[]){"theme.a.b=~", "theme.c=x", NULL}, "theme",
		"{a: {b: 1}}", "{a={} c=x@--set:1:9}");
	set((const char *[]){"theme.a.b=1", NULL}, "theme", "a: [1, 2]",
		"{a={b=1@--set:1:11}}");
	set(NULL, "theme", "a: 1", "{a=1@f:1:4}");
}

static void values_are_scalars_or_flow(void)
{
	set((const char *[]){"theme.a=#0a5", NULL}, "theme", "{}",
		"{a=#0a5@--set:1:9}");
	set((const char *[]){"theme.a=  b: c # d ", NULL}, "theme", "{}",
		"{a=b: c # d@--set:1:11}");
	set((const char *[]){"theme.a=[1, {b: c}]", NULL}, "theme", "{}",
		"{a=[1@--set:1:10 {b=c@--set:1:17}]}");
	set((const char *[]){"theme.题=\"~ =\"", NULL}, "theme", "{}",
		"{题=~ =@--set:1:9}");
}

/* A ~ for what must be there is told where it is typed. */
static void what_must_be_there_stays(void)
{
	static const char *const rows[][2] = {
		{"layout.name=~",
			"--set:1:8: error: ~ cannot take out “name”, which "
			"must be there\n"},
		{"layout.page.margin.top=~",
			"--set:1:20: error: ~ cannot take out “top”, which "
			"must be there\n"},
		{"layout.min_dpi=~", ""},
		{"layout.styles.body=~", ""},
		{"layout.templates.head.blocks=~",
			"--set:1:23: error: ~ cannot take out “blocks”, which "
			"must be there\n"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct world w = world_new();
		const char *arguments[] = {rows[i][0], NULL};
		const GArray *sets =
			jb_overrides_parse(w.arena, w.diags, arguments);

		jb_overrides_apply(w.arena, w.diags, sets,
			tree(&w, "f", "{name: a, page: {margin: {top: 0}}}"),
			"layout");
		said(&w, rows[i][1]);
		done(&w);
	}
}

static void settings_are_refused(void)
{
	static const char *const rows[][2] = {
		{"layout.a", "--set:1:1: error: “=” is missing\n"
			     "hint: write it so: layout.page.columns=3\n"},
		{"layout.a=", "--set:1:10: error: there is no value\n"
			      "hint: \"\" is an empty text, ~ takes the key "
			      "out\n"},
		{"layout.=1", "--set:1:8: error: a key is missing here\n"},
		{"layout=1", "--set:1:7: error: a key is missing here\n"},
		{"layout.a..b=1", "--set:1:10: error: a key is missing here\n"},
		{"report.figures.a.value=3",
			"--set:1:1: error: nothing of a report can be set "
			"here\n"
			"hint: a figure stands in one place, the report: "
			"change it there\n"},
		{"a.b=1", "--set:1:1: error: a path begins with “layout.” or "
			  "“theme.”\n"},
		{"=1", "--set:1:1: error: a path begins with “layout.” or "
		       "“theme.”\n"},
		{"theme.extends=a",
			"--set:1:7: error: “extends” cannot be set here\n"},
		{"theme.jianbao=a",
			"--set:1:7: error: “jianbao” cannot be set here\n"},
		{"theme.a=b\nc", "--set:1:10: error: a value is one line\n"},
		{"theme.a=[1", "--set:1:9: error: “[” is never closed with "
			       "“]”\n"
			       "hint: write “]” behind the last item\n"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct world w = world_new();
		const char *arguments[] = {rows[i][0], NULL};

		g_assert_cmpuint(
			jb_overrides_parse(w.arena, w.diags, arguments)->len,
			==, 0);
		said(&w, rows[i][1]);
		done(&w);
	}
}

static void a_path_has_an_end(void)
{
	struct world w = world_new();
	g_autoptr(GString) deep = g_string_new("theme");
	const char *arguments[2] = {NULL, NULL};

	for (int i = 0; i < 65; i++)
		g_string_append(deep, ".a");
	g_string_append(deep, "=1");
	arguments[0] = deep->str;
	jb_overrides_parse(w.arena, w.diags, arguments);
	said(&w, "--set:1:135: error: a path has at most 64 keys\n");
	done(&w);
}

/* The argument is shown as it was typed, also where YAML has read it. */
static void the_argument_is_quoted(void)
{
	struct world w = world_new();
	const char *arguments[] = {"theme.a={b", NULL};
	g_autofree char *all = NULL;

	jb_overrides_parse(w.arena, w.diags, arguments);
	all = jb_diags_text(w.diags);
	g_assert_nonnull(strstr(all, "    theme.a={b\n            ^\n"));
	done(&w);
}

/* ---- extends ---- */

/* Files of a test: `extends: NAME` is the file NAME in a folder. */
static const char *find(void *data, jb_arena *arena, const jb_node *name)
{
	return jb_sprintf(arena, "%s/%s", (const char *)data, name->text);
}

static char *write_file(const char *folder, const char *name, const char *text)
{
	char *path = g_build_filename(folder, name, NULL);

	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	return path;
}

#define INKS "inks: {red: {cmyk: [0, 1, 2, 3]}, blue: \"#00F\"}\n"
#define FONTS "fonts: {serif: {family: Song, latin: Roboto}}\n"

static const jb_node *extend(
	struct world *w, const char *folder, const char *text)
{
	g_autofree char *path = write_file(folder, "top", text);
	jb_source *src = jb_source_read(w->arena, path, NULL);

	return jb_overlay_extend(w->arena, w->diags,
		jb_yaml_read(w->arena, w->diags, src), "theme", find,
		(void *)folder);
}

static void remove_all(char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while ((name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		g_assert_cmpint(remove(path), ==, 0);
	}
	g_assert_cmpint(remove(folder), ==, 0);
	g_free(folder);
}

static const char *scalar(
	const jb_node *root, const char *a, const char *b, const char *c)
{
	const jb_node *node = jb_node_lookup(jb_node_lookup(root, a), b);

	node = c && node ? jb_node_lookup(node, c) : node;
	return node ? node->text : NULL;
}

static void files_extend_files(void)
{
	struct world w = world_new();
	char *folder = g_dir_make_tmp("jianbao-XXXXXX", NULL);
	const jb_node *root;

	g_free(write_file(
		folder, "low", "jianbao: theme/1\nname: low\n" INKS FONTS));
	g_free(write_file(folder, "mid",
		"jianbao: theme/1\nname: mid\nextends: low\n"
		"fonts: {serif: {family: Ming}}\nsections: [red]\n"));
	root = extend(&w, folder,
		"jianbao: theme/1\nextends: mid\ninks: {blue: ~}\n"
		"fonts: {serif: {latin: ~}}\n");
	said(&w, "");
	g_assert_nonnull(root);
	g_assert_null(jb_node_lookup(root, "extends"));
	g_assert_cmpstr(jb_node_lookup(root, "name")->text, ==, "mid");
	g_assert_cmpstr(scalar(root, "fonts", "serif", "family"), ==, "Ming");
	g_assert_null(scalar(root, "fonts", "serif", "latin"));
	g_assert_null(scalar(root, "inks", "blue", NULL));
	g_assert_nonnull(jb_node_lookup(jb_node_lookup(root, "inks"), "red"));
	g_assert_cmpuint(jb_node_lookup(root, "sections")->n, ==, 1);
	g_assert_cmpuint(jb_node_lookup(root, "sections")->pos.line, ==, 5);
	remove_all(folder);
	done(&w);
}

static void what_extends_nothing_stays(void)
{
	struct world w = world_new();
	const jb_node *root = tree(&w, "f", "{anything: ~}");

	g_assert_true(jb_overlay_extend(w.arena, w.diags, root, "theme", find,
			      NULL) == root);
	said(&w, "");
	done(&w);
}

/* Eight files may be gone through, and no more. */
static void chain(int n, const char *expected)
{
	struct world w = world_new();
	char *folder = g_dir_make_tmp("jianbao-XXXXXX", NULL);
	const jb_node *root;
	g_autofree char *all = NULL;

	g_free(write_file(
		folder, "f0", "jianbao: theme/1\nname: low\n" INKS FONTS));
	for (int i = 1; i < n; i++) {
		g_autofree char *name = g_strdup_printf("f%d", i);
		g_autofree char *text = g_strdup_printf(
			"jianbao: theme/1\nextends: f%d\n", i - 1);

		g_free(write_file(folder, name, text));
	}
	{
		g_autofree char *text = g_strdup_printf(
			"jianbao: theme/1\nextends: f%d\n", n - 1);

		root = extend(&w, folder, text);
	}
	all = jb_diags_text(w.diags);
	g_assert_true((root != NULL) == (expected == NULL));
	if (expected)
		g_assert_nonnull(strstr(all, expected));
	remove_all(folder);
	done(&w);
}

static void chains_end(void)
{
	chain(1, NULL);
	chain(8, NULL);
	chain(9, "/f1:2:10: error: “extends” goes through more than 8 files: ");
}

static void refused(const char *text, const char *want)
{
	struct world w = world_new();
	char *folder = g_dir_make_tmp("jianbao-XXXXXX", NULL);
	g_autofree char *all = NULL;

	g_free(write_file(
		folder, "low", "jianbao: theme/1\nname: low\n" INKS FONTS));
	g_free(write_file(folder, "round", "jianbao: theme/1\nextends: top\n"));
	g_assert_null(extend(&w, folder, text));
	all = jb_diags_text(w.diags);
	g_assert_nonnull(strstr(all, want));
	remove_all(folder);
	done(&w);
}

static void slips_are_refused(void)
{
	refused("jianbao: theme/1\nextends: round\n",
		"/round:2:10: error: “extends” goes in a circle: ");
	refused("jianbao: theme/1\nextends: top\n",
		"/top:2:10: error: “extends” goes in a circle: ");
	refused("jianbao: theme/1\nextends: nix\n",
		"/top:2:10: error: cannot read “");
	refused("extends: low\n", "/top:1:1: error: “jianbao” is missing");
	refused("jianbao: theme/1\nextends: ~\n",
		"/top:2:10: error: “extends” must be text");
	refused("jianbao: theme/1\nextends: low\ninks: {rde: ~}\n",
		"/top:3:8: error: there is no “rde” that ~ could take out");
	refused("jianbao: theme/1\nextends: low\ninks: ~\n",
		"/top:3:7: error: “inks” must be a mapping");
	refused("jianbao: theme/1\nextends: low\nfonts: {serif: {fam: a}}\n",
		"/top:3:17: error: unknown key “fam”");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/overlay/set", settings_lie_over_a_tree);
	g_test_add_func("/overlay/values", values_are_scalars_or_flow);
	g_test_add_func("/overlay/refused", settings_are_refused);
	g_test_add_func("/model/overlay/stays", what_must_be_there_stays);
	g_test_add_func("/overlay/deep", a_path_has_an_end);
	g_test_add_func("/overlay/quoted", the_argument_is_quoted);
	g_test_add_func("/overlay/extends", files_extend_files);
	g_test_add_func("/overlay/alone", what_extends_nothing_stays);
	g_test_add_func("/overlay/chains", chains_end);
	g_test_add_func("/overlay/slips", slips_are_refused);
	return g_test_run();
}
