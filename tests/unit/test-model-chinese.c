/* test-model-chinese.c - every key of the languages is explained in Chinese,
 * too: model/schema.def against model/schema-zh.def.
 */
#include <string.h>
#include <glib.h>

#include "model/schema.h"

static bool has_chinese(const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		if (g_unichar_get_script(g_utf8_get_char(text)) ==
			G_UNICODE_SCRIPT_HAN)
			return true;
	}
	return false;
}

/* Names all that are missing before it fails. */
static void no_key_is_forgotten(void)
{
	size_t n;
	const jb_schema_key *keys = jb_schema_keys(&n);
	bool all = true;

	for (size_t i = 0; i < n; i++) {
		if (has_chinese(jb_schema_doc(&keys[i], JB_CHINESE)))
			continue;
		all = false;
		g_test_message("ZH(\"%s\", \"%s\", …) is missing in "
			       "src/model/schema-zh.def",
			keys[i].object, keys[i].key);
	}
	g_assert_true(all);
}

/* Merging two changes of one row leaves both. */
static void no_key_stands_twice(void)
{
	size_t n;
	const jb_schema_key *keys = jb_schema_keys(&n);

	for (size_t i = 0; i < n; i++) {
		g_test_message("%s.%s", keys[i].object, keys[i].key);
		g_assert_true(jb_schema_lookup(keys[i].object, keys[i].key) ==
			      &keys[i]);
	}
}

static void no_row_without_a_key(void)
{
	const jb_schema_chinese *row;

	for (size_t i = 0; (row = jb_schema_chinese_row(i)); i++) {
		const jb_schema_key *key =
			jb_schema_lookup(row->object, row->key);

		g_test_message("%s.%s", row->object, row->key);
		g_assert_nonnull(key);
		g_assert_cmpstr(key->object, ==, row->object);
		/* the first of two: the second would never be shown */
		g_assert_true(jb_schema_doc(key, JB_CHINESE) == row->doc);
	}
}

static void both_languages(void)
{
	const jb_schema_key *row = jb_schema_lookup("block.rule", "rule");

	g_assert_cmpstr(jb_schema_doc(row, JB_ENGLISH), ==,
		"A line of this thickness.");
	g_assert_cmpstr(jb_schema_doc(row, JB_CHINESE), ==, "一条这么粗的线。");
}

static void schemas_and_manuals(void)
{
	jb_arena *a = jb_arena_open();
	const char *zh = jb_schema_json(a, "theme", JB_CHINESE);
	const char *en = jb_schema_json(a, "theme", JB_ENGLISH);

	g_assert_nonnull(strstr(zh, "\"description\": \"主题的名字。\""));
	g_assert_null(strstr(zh, "Its name."));
	g_assert_nonnull(strstr(en, "\"description\": \"Its name.\""));
	zh = jb_schema_manual(a, "theme", JB_CHINESE);
	g_assert_nonnull(
		strstr(zh, ".It Ic name\n主题的名字。\n.br\n必写；文字。\n"));
	/* who asked for them still hears English */
	g_assert_true(jb_messages_tongue() == JB_ENGLISH);
	jb_arena_close(a);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func(
		"/model/chinese/no-key-is-forgotten", no_key_is_forgotten);
	g_test_add_func(
		"/model/chinese/no-key-stands-twice", no_key_stands_twice);
	g_test_add_func(
		"/model/chinese/no-row-without-a-key", no_row_without_a_key);
	g_test_add_func("/model/chinese/both-languages", both_languages);
	g_test_add_func(
		"/model/chinese/schemas-and-manuals", schemas_and_manuals);
	return g_test_run();
}
