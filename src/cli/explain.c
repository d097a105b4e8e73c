/* jianbao explain: what a message means, why it is said, and what cures it. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "base/codes.h"
#include "base/messages.h"
#include "model/schema.h"

/* The words of a message with “…” for each value. */
static char *title(unsigned code)
{
	const char *format = jb_tr(jb_code_format(code));
	GString *out = g_string_new(NULL);

	for (const char *p = format; *p; p++) {
		size_t n = 1 + strspn(p + 1, "-+#0123456789.*lz");

		if (*p == '%' && p[n] && strchr("diouxXfgsc", p[n])) {
			g_string_append(out, "…");
			p += n;
			continue;
		}
		if (*p == '%' && p[1] == '%')
			p++;
		g_string_append_c(out, *p);
	}
	return g_string_free(out, FALSE);
}

static void put_example(const char *head, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	printf("\n%s\n\n", head);
	for (size_t i = 0; lines[i] && (*lines[i] || lines[i + 1]); i++)
		printf("    %s\n", lines[i]);
}

/* The keys that a message names in `…` or “…”, with what they are for. */
static void put_keys(unsigned code)
{
	g_auto(GStrv) words =
		g_regex_split_simple("[`“”]", jb_code_format(code), 0, 0);
	size_t n;
	const jb_schema_key *keys = jb_schema_keys(&n);

	for (size_t w = 0; words[w]; w++) {
		for (size_t i = 0; w % 2 == 1 && i < n; i++) {
			if (strcmp(keys[i].key, words[w]) == 0)
				printf("  %s.%s: %s\n", keys[i].object,
					keys[i].key,
					jb_schema_doc(&keys[i],
						jb_messages_tongue()));
		}
	}
}

static void explain(unsigned code)
{
	const jb_explanation *e = jb_code_explain(code);
	g_autofree char *words = title(code);

	printf("%04u  %s\n", code, words);
	if (!e) {
		put_keys(code);
		return;
	}
	printf("\n%s\n",
		jb_messages_tongue() == JB_CHINESE ? e->chinese : e->english);
	put_example(jb_tr("Wrong:"), e->wrong);
	put_example(jb_tr("Right:"), e->right);
}

static int by_number(gconstpointer a, gconstpointer b)
{
	return *(const int *)a - *(const int *)b;
}

static void list_all(void)
{
	g_autoptr(GArray) codes = g_array_new(FALSE, FALSE, sizeof(int));
	unsigned code;

	for (size_t i = 0; (code = jb_code_row(i)); i++)
		g_array_append_val(codes, code);
	g_array_sort(codes, by_number);
	for (guint i = 0; i < codes->len; i++) {
		g_autofree char *words =
			title(g_array_index(codes, unsigned, i));

		printf("%04u  %s\n", g_array_index(codes, unsigned, i), words);
	}
}

int jb_cli_explain(int argc, char **argv)
{
	const GOptionEntry entries[] = {G_OPTION_ENTRY_NULL};

	if (!jb_cli_options("Says what a message means, why it is said and "
			    "what cures it, by its code: E0286. Without a "
			    "code it lists all messages.",
		    "[CODE…]", entries, &argc, &argv))
		return JB_EXIT_USAGE;
	for (int i = 1; i < argc; i++) {
		if (!jb_code_format(jb_code_parse(argv[i])))
			return jb_cli_fail(JB_EXIT_USAGE,
				"there is no message with the code “%s”",
				argv[i]);
	}
	for (int i = 1; i < argc; i++) {
		if (i > 1)
			putchar('\n');
		explain(jb_code_parse(argv[i]));
	}
	if (argc == 1)
		list_all();
	return JB_EXIT_OK;
}
