/* test-text-initial.c - what a drop cap takes from its text. */
#include <string.h>
#include <glib.h>

#include "text/initial.h"

static void test_taken(void)
{
	static const struct {
		const char *text, *taken;
		bool letter, word;
	} cases[] = {
		{"重庆高新区", "重", false, false},
		{"“科学城”是", "“科", false, false},
		{"《“一带”》", "《“一", false, false},
		/* marks behind it stay in the text's size */
		{"啊，春天", "啊", false, false},
		{"“啊！”他说", "“啊", false, false},
		{"阿·本", "阿", false, false},
		/* what belongs to the character goes along */
		{"人々は", "人々", false, false},
		/* what may start a line stays */
		{"春——夏", "春", false, false},
		{"春（三月）", "春", false, false},
		/* a variation selector belongs to its character */
		{"葛\U000e0100城", "葛\U000e0100", false, false},
		{"GDP增长", "G", true, true},
		{"A股", "A", true, false},
		{"“I’m", "“I", true, false},
		{"の国", "の", false, false},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		jb_initial_text got = jb_initial_of(cases[i].text);
		g_autofree char *taken = g_strndup(cases[i].text, got.len);
		g_assert_cmpstr(taken, ==, cases[i].taken);
		size_t opening = 0;
		while (g_str_has_prefix(taken + opening, "“") ||
			g_str_has_prefix(taken + opening, "《"))
			opening += strlen("“");
		g_assert_cmpuint(got.opening, ==, opening);
		g_assert_cmpint(got.letter, ==, cases[i].letter);
		g_assert_cmpint(got.word, ==, cases[i].word);
	}
}

static void test_none(void)
{
	static const char *const cases[] = {"", "2026年", "——春天", "“",
		"“38个", "①春", "重", "啊，", "A。", " 春天"};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpuint(jb_initial_of(cases[i]).len, ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/initial/taken", test_taken);
	g_test_add_func("/initial/none", test_none);
	return g_test_run();
}
