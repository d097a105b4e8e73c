/* test-base-json.c - commas, indents and quotes of JSON. */
#include <glib.h>

#include "base/json.h"

static void members_and_items(void)
{
	g_autoptr(GString) out = g_string_new(NULL);
	jb_json j = {out, 0, true};

	jb_json_open(&j, NULL, '{');
	jb_json_put(&j, "a", "\"北\\京\"");
	jb_json_open(&j, "b", '[');
	jb_json_put_raw(&j, NULL, "1");
	jb_json_put(&j, NULL, "two\n");
	jb_json_open(&j, NULL, '{');
	jb_json_shut(&j, '}');
	jb_json_shut(&j, ']');
	jb_json_shut(&j, '}');
	g_assert_cmpstr(out->str, ==,
		"{\n  \"a\": \"\\\"北\\\\京\\\"\",\n  \"b\": [\n    1,\n"
		"    \"two\\u000a\",\n    {}\n  ]\n}");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/json/members-and-items", members_and_items);
	return g_test_run();
}
