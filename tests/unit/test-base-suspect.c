/* test-base-suspect.c - slips of the keyboard: each text with what is found in
 * it, and texts in which nothing may be found.
 */
#include <string.h>
#include <glib.h>

#include "base/suspect.h"

/* "kind found→instead", one after the other; "-" for no advice. */
static char *found_in(jb_arena *arena, const char *text)
{
	GArray *all = jb_suspects(arena, text, strlen(text));
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < all->len; i++) {
		const jb_suspect *s = &g_array_index(all, jb_suspect, i);

		g_assert_cmpint(
			memcmp(text + s->byte, s->found, s->len), ==, 0);
		g_string_append_printf(out, "%s%s %s→%s", i ? "; " : "",
			jb_suspect_word(s->kind), s->found,
			s->instead ? s->instead : "-");
	}
	return g_string_free(out, FALSE);
}

typedef struct sample {
	const char *text, *want;
} sample;

static void check(const sample *samples, size_t n)
{
	jb_arena *arena = jb_arena_open();

	for (size_t i = 0; i < n; i++) {
		g_autofree char *got = found_in(arena, samples[i].text);

		g_assert_cmpstr(got, ==, samples[i].want);
	}
	jb_arena_close(arena);
}

static void half_width(void)
{
	static const sample samples[] = {
		{"今日签约,双方", "half-width-mark ,→，"},
		{"签约;双方:甲?乙!",
			"half-width-mark ;→；; half-width-mark :→：; "
			"half-width-mark ?→？; half-width-mark !→！"},
		{"到此结束.", "half-width-mark .→。"},
		{"一.总则", "half-width-mark .→、"},
		{"《自然》,Nature", "half-width-mark ,→，"},
		{"(见下文)", "half-width-bracket (→（; "
			     "half-width-bracket )→）"},
		{"事件(2024)年", "half-width-bracket (→（; "
				 "half-width-bracket )→）"},
		{"公司[简称甲]", "half-width-bracket [→［; "
				 "half-width-bracket ]→］"},
		{"他说\"好\"。", "half-width-quote \"→“; "
				 "half-width-quote \"→”"},
		{"所谓'好'的", "half-width-quote '→‘; "
			       "half-width-quote '→’"},
	};

	check(samples, G_N_ELEMENTS(samples));
}

static void marks_in_a_row(void)
{
	static const sample samples[] = {
		{"完了。。", "doubled-marks 。。→。"},
		{"甲，，乙", "doubled-marks ，，→，"},
		{"甲，。乙", "doubled-marks ，。→-"},
		{"真的？。", "doubled-marks ？。→-"},
		{"完，！", "doubled-marks ，！→-"},
		{"好。。。", "wrong-dots 。。。→……"},
		{"他想...走", "wrong-dots ...→……"},
		{"他想…走", "wrong-dots …→……"},
		{"他想・・・走", "wrong-dots ・・・→……"},
	};

	check(samples, G_N_ELEMENTS(samples));
}

static void dashes(void)
{
	static const sample samples[] = {
		{"他来了--走了", "wrong-dash --→——"},
		{"他来了──走了", "wrong-dash ──→——"},
		{"他来了 — 走了", "wrong-dash —→——"},
		{"好，—走", "wrong-dash —→——"},
		{"让－皮埃尔", "wrong-dash －→-"},
		{"第ー章", "look-alike ー→一"},
		{"二○二四年", "look-alike ○→〇"},
		{"⼀个", "look-alike ⼀→一"},
		{"约翰•史密斯", "look-alike •→·"},
	};

	check(samples, G_N_ELEMENTS(samples));
}

static void pairs(void)
{
	static const sample samples[] = {
		{"他说：“好。", "unpaired “→-"},
		{"好》一文", "unpaired 》→-"},
		{"（甲", "unpaired （→-"},
		{"“甲（乙”丙", "unpaired （→-"},
		{"“他说“好”呢”", "nested “→‘"},
		{"《读《红楼梦》》", "nested 《→〈"},
		{"《〈〈红楼梦〉评论〉书后》", "nested 〈→《"},
		{"“甲”和「乙」", "mixed-quotes 「→“"},
	};

	check(samples, G_N_ELEMENTS(samples));
}

static void spaces_and_numbers(void)
{
	static const sample samples[] = {
		{"重庆 四川", "stray-space  →"},
		{"重庆， 四川", "stray-space  →"},
		{"（重庆 四川）", "stray-space  →"},
		{"（记者）重庆 四川", "stray-space  →"},
		{"第一条 重庆 四川", "stray-space  →"},
		{"　　重庆", "typed-indent 　　→"},
		{"２０２４年Ａ股", "full-width-letters ２０２４→2024; "
				   "full-width-letters Ａ→A"},
		{"1、总则", "number-mark 1、→1."},
		{"（一）、总则", "number-mark 、→"},
		{"①、总则", "number-mark 、→"},
		{"零\xE2\x80\x8B宽", "invisible \xE2\x80\x8B→"},
		{"字\xC2\xAD符", "invisible \xC2\xAD→"},
		{"字in\xC2\xADter符", ""},
		{"一\xE2\x80\x8D二", "invisible \xE2\x80\x8D→"},
		{"去👨\xE2\x80\x8D👩\xE2\x80\x8D👧公园", ""},
	};

	check(samples, G_N_ELEMENTS(samples));
}

/* What is right is not suspected, and no other script is judged. */
static void nothing(void)
{
	static const char *const texts[] = {
		"",
		"2024年，GDP增长5.2%，约1.5万亿元。",
		"“一带一路”倡议（2013年）——他说：‘好！’",
		"“他说：‘好。’”《读〈红楼梦〉》",
		"真的？！真的！！真的？？？",
		"他想……走——不。",
		"北京—上海、上海～苏州、吐鲁番-哈密",
		"It’s fine, he said (really): \"yes\"... no.",
		"他用 Python 写了 3 行",
		"安装 `C++` 的 It’s 和 ’90s 年代",
		"目　录",
		"第一百二十三条 市场应当有序。",
		"第一章 总则",
		"本报讯（记者 王小明 通讯员 李四）全市开工。",
		"1、2、3号楼",
		"他写道：and so on… 也好",
		"1. 总则；2. 附则",
		"1）总则；2）附则",
		"访问 www.example.com 网站",
		"文献[1]和[2,3]",
		"12:30分，3:2获胜",
		"ラーメン、サーバー。「はい。」",
		"서울, 부산(인구 350만).",
		"約翰·史密斯説：「好。」『乙』",
		"（甲（乙）丙）",
	};
	jb_arena *arena = jb_arena_open();

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *got = found_in(arena, texts[i]);

		g_assert_cmpstr(got, ==, "");
	}
	jb_arena_close(arena);
}

static void words_for_people(void)
{
	jb_arena *arena = jb_arena_open();
	const char text[] = "签约,双方。。“";
	GArray *all = jb_suspects(arena, text, strlen(text));
	const jb_suspect *s = (const jb_suspect *)(void *)all->data;

	g_assert_cmpuint(all->len, ==, 3);
	g_assert_cmpstr(jb_suspect_what(arena, s), ==,
		"half-width “,” in Chinese text");
	g_assert_cmpstr(
		jb_suspect_hint(arena, s), ==, "GB/T 15834 writes “，”");
	g_assert_cmpstr(
		jb_suspect_what(arena, s + 1), ==, "marks in a row: “。。”");
	g_assert_cmpstr(
		jb_suspect_what(arena, s + 2), ==, "““” has no partner");
	g_assert_cmpstr(jb_suspect_hint(arena, s + 2), ==,
		"marks of this kind come in pairs");
	jb_arena_close(arena);
}

/* Storms of one mark take no time: nothing is looked through twice. */
static void storms(void)
{
	static const char *const marks[] = {
		"(", ")", "[", "\"", "“", "”", "《", "》", "。", " ", "…", "—"};
	jb_arena *arena = jb_arena_open();

	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autoptr(GString) text = g_string_new("字");

		for (int k = 0; k < 200000; k++)
			g_string_append(text, marks[i]);
		g_string_append(text, "字》》”");
		jb_suspects(arena, text->str, text->len);
	}
	jb_arena_close(arena);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/suspect/half-width", half_width);
	g_test_add_func("/suspect/rows", marks_in_a_row);
	g_test_add_func("/suspect/dashes", dashes);
	g_test_add_func("/suspect/pairs", pairs);
	g_test_add_func("/suspect/spaces-numbers", spaces_and_numbers);
	g_test_add_func("/suspect/nothing", nothing);
	g_test_add_func("/suspect/words", words_for_people);
	g_test_add_func("/suspect/storms", storms);
	return g_test_run();
}
