/* test-model-markup.c - marks in texts: what opens and closes, spans, links,
 * notes, what stays as it is, and what is said of slips.
 */
#include "model/markup.h"

#include <string.h>
#include <glib.h>

#define NONE ((size_t)-1)

static jb_arena *arena;

/* ---- pieces as one line ----
 *
 * 甲 s{乙} stands for a plain 甲 and a bold 乙; s d n t x D are strong, dots,
 * name, title, struck and display, and r= l= g= have ruby, link and language.
 * References are $id, notes ^id or ^{…}. */

static void put_flags(GString *out, const jb_marking *m)
{
	static const char *const flags = "dntx";

	if (m->strong)
		g_string_append_c(out, 's');
	for (int i = 0; i < 4; i++)
		if (m->marks & (1u << i))
			g_string_append_c(out, flags[i]);
	if (m->display)
		g_string_append_c(out, 'D');
	if (m->ruby)
		g_string_append_printf(out, "r=%s", m->ruby);
	if (m->link)
		g_string_append_printf(out, "l=%s", m->link);
	if (m->lang)
		g_string_append_printf(out, "g=%s", m->lang);
}

static void put_pieces(GString *out, const jb_piece *pieces, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const jb_piece *p = &pieces[i];

		if (i)
			g_string_append_c(out, ' ');
		if (p->marking) {
			put_flags(out, p->marking);
			g_string_append_c(out, '{');
		}
		if (p->note && p->note->id) {
			g_string_append_printf(out, "^%s", p->note->id);
		} else if (p->note) {
			g_string_append(out, "^{");
			put_pieces(out, p->note->pieces, p->note->n);
			g_string_append_c(out, '}');
		} else if (p->reference) {
			g_string_append_printf(out, "$%s", p->path);
		} else {
			g_string_append_len(out, p->text, (gssize)p->len);
		}
		if (p->marking)
			g_string_append_c(out, '}');
	}
}

static char *read_text(const char *text, jb_markup_level level, GArray *slips)
{
	const jb_node node = {
		.kind = JB_SCALAR, .text = text, .markup = (guchar)level};
	GString *out = g_string_new(NULL);
	size_t n, bad;
	const jb_piece *pieces = jb_markup_split(arena, &node, slips, &n, &bad);

	put_pieces(out, pieces, n);
	return g_string_free(out, FALSE);
}

/* Slips as “error 3+2: what”, a line each. */
static char *said(const GArray *slips)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < slips->len; i++) {
		const jb_markup_slip *s =
			&g_array_index(slips, jb_markup_slip, i);

		g_string_append_printf(out, "%s %zu+%u: %s\n",
			s->error ? "error" : "warning", s->byte, s->chars,
			s->what);
	}
	return g_string_free(out, FALSE);
}

typedef struct vector {
	const char *text, *pieces;
} vector;

static void check_level(
	const vector *vectors, size_t n, jb_markup_level level, bool quiet)
{
	for (size_t i = 0; i < n; i++) {
		g_autoptr(GArray) slips =
			g_array_new(FALSE, FALSE, sizeof(jb_markup_slip));
		g_autofree char *got = read_text(vectors[i].text, level, slips);
		g_autofree char *slipped = said(slips);

		g_assert_cmpstr(got, ==, vectors[i].pieces);
		if (quiet)
			g_assert_cmpstr(slipped, ==, "");
	}
}

#define CHECK(vectors) \
	check_level(vectors, G_N_ELEMENTS(vectors), JB_MARKUP_PROSE, true)

static void check_slips(const char *text, jb_markup_level level,
	const char *pieces, const char *want)
{
	g_autoptr(GArray) slips =
		g_array_new(FALSE, FALSE, sizeof(jb_markup_slip));
	g_autofree char *got = read_text(text, level, slips);
	g_autofree char *slipped = said(slips);

	if (pieces)
		g_assert_cmpstr(got, ==, pieces);
	g_assert_cmpstr(slipped, ==, want);
}

/* ---- strong, dots, struck ---- */

static void marks_of_commonmark(void)
{
	static const vector vectors[] = {
		{"", ""},
		{"甲", "甲"},
		{"**甲**", "s{甲}"},
		{"*甲*", "d{甲}"},
		{"~~甲~~", "x{甲}"},
		{"***甲***", "sd{甲}"},
		{"甲**乙**丙", "甲 s{乙} 丙"},
		{"a **b** c", "a  s{b}  c"},
		{"un*frigging*believable", "un d{frigging} believable"},
		{"**甲*乙*丙**", "s{甲} sd{乙} s{丙}"},
		{"*甲**乙**丙*", "d{甲} sd{乙} d{丙}"},
		{"**甲~~乙~~**", "s{甲} sx{乙}"},
		{"***甲**乙*", "sd{甲} d{乙}"},
		{"***甲*乙**", "sd{甲} s{乙}"},
		{"**甲\n乙**", "s{甲\n乙}"},
	};

	CHECK(vectors);
}

/* Where the rule of CommonMark fails: 6.2 needs a space or mark outside. */
static void marks_beside_chinese_marks(void)
{
	static const vector vectors[] = {
		{"**“重庆”**是", "s{“重庆”} 是"},
		{"他说**“好”**。", "他说 s{“好”} 。"},
		{"他说*“好”*。", "他说 d{“好”} 。"},
		{"“**重庆**”是", "“ s{重庆} ”是"},
		{"《**红楼梦**》好", "《 s{红楼梦} 》好"},
		{"读**《红楼梦》**后", "读 s{《红楼梦》} 后"},
		{"甲**（乙）**丙", "甲 s{（乙）} 丙"},
		{"甲（**乙**）丙", "甲（ s{乙} ）丙"},
		{"**甲。**乙", "s{甲。} 乙"},
		{"**甲**，**乙**，丙", "s{甲} ， s{乙} ，丙"},
		{"**甲**、*乙*、~~丙~~。", "s{甲} 、 d{乙} 、 x{丙} 。"},
		{"甲，**乙**丙", "甲， s{乙} 丙"},
		{"甲——**乙**——丙", "甲—— s{乙} ——丙"},
		{"**甲……**乙", "s{甲……} 乙"},
		{"**‘甲’**乙", "s{‘甲’} 乙"},
		{"「**甲**」『*乙*』", "「 s{甲} 」『 d{乙} 』"},
		{"**5G**网络", "s{5G} 网络"},
		{"用**.NET**写", "用 s{.NET} 写"},
		{"**甲,**乙", "s{甲,} 乙"},
		{"*“甲**乙**丙”*丁", "d{“甲} sd{乙} d{丙”} 丁"},
	};

	CHECK(vectors);
}

static void marks_across_references(void)
{
	static const vector vectors[] = {
		{"**${gdp}**", "s{$gdp}"},
		{"达**${gdp}**，增", "达 s{$gdp} ，增"},
		{"**共${a}家${b}**", "s{共} s{$a} s{家} s{$b}"},
		{"*${a}*与~~${b}~~", "d{$a} 与 x{$b}"},
		{"${a}*${b}", "$a * $b"},
		{"**${a|hanzi}**", "s{$a}"},
		{"${a*b}*", "$a*b *"},
	};

	CHECK(vectors);
}

static void signs_that_are_no_marks(void)
{
	static const vector vectors[] = {
		{"3*4=12", "3*4=12"},
		{"3*4*5=60", "3*4*5=60"},
		{"5**2", "5**2"},
		{"2**3**4", "2**3**4"},
		{"标*的数字", "标*的数字"},
		{"标（*）的与标（*）的", "标（*）的与标（*）的"},
		{"a * b * c", "a * b * c"},
		{"* 甲 *", "* 甲 *"},
		{"**甲\n\n乙", "**甲\n\n乙"},
		{"138****5678", "138****5678"},
		{"张****、李****", "张****、李****"},
		{"约3~5天，4~6天", "约3~5天，4~6天"},
		{"甲~~~乙~~~", "甲~~~乙~~~"},
		{"<5年，>3年", "<5年，>3年"},
		{"<b>甲</b>", "<b>甲</b>"},
		{"渝府发[2020]12号", "渝府发[2020]12号"},
		{"[1](甲)", "[1](甲)"},
		{"[甲] {乙}", "[甲] {乙}"},
		{"x^2与x^{n}", "x^2与x^{n}"},
		{"5$ \\a C:\\", "5$ \\a C:\\"},
		{"snake_case_name", "snake_case_name"},
		{"[[[", "[[["},
		{"]]]", "]]]"},
		{"[^]与[^甲]", "[^]与[^甲]"},
	};
	g_autoptr(GArray) slips =
		g_array_new(FALSE, FALSE, sizeof(jb_markup_slip));

	for (size_t i = 0; i < G_N_ELEMENTS(vectors); i++) {
		g_autofree char *got =
			read_text(vectors[i].text, JB_MARKUP_PROSE, slips);

		g_assert_cmpstr(got, ==, vectors[i].pieces);
	}
	/* the one that may be meant as a mark */
	g_assert_cmpuint(slips->len, ==, 1);
	g_assert_cmpuint(g_array_index(slips, jb_markup_slip, 0).byte, ==, 0);
}

static void a_backslash_takes_the_meaning(void)
{
	static const vector vectors[] = {
		{"\\*甲\\*", "*甲 *"},
		{"\\**甲*", "* d{甲}"},
		{"\\[甲]{.name}", "[甲]{.name}"},
		{"[甲\\]乙]{.name}", "n{甲} n{]乙}"},
		{"\\^[甲]", "^[甲]"},
		{"\\<https://a.b>", "<https://a.b>"},
		{"\\${a}", "${a}"},
		{"\\\\*甲*", "\\ d{甲}"},
		{"\\甲", "\\甲"},
	};

	CHECK(vectors);
}

/* ---- spans, links, notes ---- */

static void spans(void)
{
	static const vector vectors[] = {
		{"[重庆]{.name}", "n{重庆}"},
		{"[红楼梦]{.title}", "t{红楼梦}"},
		{"在[重庆]{.name}[四川]{.name}间", "在 n{重庆} n{四川} 间"},
		{"[重庆]{ruby=\"chóng qìng\"}", "r=chóng qìng{重庆}"},
		{"[重庆]{ruby=chóngqìng}", "r=chóngqìng{重庆}"},
		{"[字]{ruby=\"ㄗˋ\"}", "r=ㄗˋ{字}"},
		{"[重庆]{ruby=\" chóng　 qìng \"}", "r=chóng qìng{重庆}"},
		{"[東京]{lang=ja}", "g=ja{東京}"},
		{"[香港]{lang=zh-Hant-HK}", "g=zh-Hant-HK{香港}"},
		{"[重庆]{.name ruby=\"chóng qìng\" lang=zh}",
			"nr=chóng qìngg=zh{重庆}"},
		{"[ 重庆 ]{ .name }", "n{ 重庆 }"},
		{"[${a}]{.display}", "D{$a}"},
		{"[共${a}家]{.display}", "D{共} D{$a} D{家}"},
		{"**[重庆]{.name}**", "sn{重庆}"},
		{"[**重**庆]{.name}", "sn{重} n{庆}"},
		{"[[重]{ruby=chóng}庆]{.name}", "nr=chóng{重} n{庆}"},
		{"*[a*]{.name}", "* n{a*}"},
		{"**[甲]{.name}，乙**丙", "sn{甲} s{，乙} 丙"},
		{"《[红楼梦]{.title}》", "《 t{红楼梦} 》"},
	};

	CHECK(vectors);
}

static void links(void)
{
	static const vector vectors[] = {
		{"[网站](https://a.cn/b)", "l=https://a.cn/b{网站}"},
		{"见[甲](http://a.cn)。", "见 l=http://a.cn{甲} 。"},
		{"[信](mailto:a@b.cn)", "l=mailto:a@b.cn{信}"},
		{"[a](https://a.cn/(b)c)", "l=https://a.cn/(b)c{a}"},
		{"[**a**b](https://a.cn)",
			"sl=https://a.cn{a} l=https://a.cn{b}"},
		{"[${a}](https://a.cn)", "l=https://a.cn{$a}"},
		{"[甲](https://a.cn/乙)", "l=https://a.cn/%E4%B9%99{甲}"},
		{"[甲](HTTPS://a.cn/'x')", "l=HTTPS://a.cn/%27x%27{甲}"},
		{"<https://a.cn/2020>",
			"l=https://a.cn/2020{https://a.cn/2020}"},
		{"见<mailto:a@b.cn>。", "见 l=mailto:a@b.cn{mailto:a@b.cn} 。"},
		{"[[a](https://a.cn)](https://b.cn)",
			"[ l=https://a.cn{a} ](https://b.cn)"},
		{"**[甲](https://a.cn)**乙", "sl=https://a.cn{甲} 乙"},
		{"<时间:地点>", "<时间:地点>"},
		{"<a:b>", "<a:b>"},
	};

	CHECK(vectors);
}

static void notes(void)
{
	static const vector vectors[] = {
		{"甲^[乙]丙", "甲 ^{乙} 丙"},
		{"甲[^a-1]丙", "甲 ^a-1 丙"},
		{"甲^[见**乙**与${b}]。", "甲 ^{见 s{乙} 与 $b} 。"},
		{"**甲^[乙]丙**", "s{甲} s{^{乙}} s{丙}"},
		{"[甲^[乙]]{.name}", "n{甲} n{^{乙}}"},
		{"甲^[见[乙]{.name}]", "甲 ^{见 n{乙}}"},
		{"甲^[见[1]。]", "甲 ^{见[1]。}"},
		{"*甲^[乙*丙]", "*甲 ^{乙*丙}"},
		{"甲^[一]^[二]", "甲 ^{一} ^{二}"},
		{"”[^a]，", "” ^a ，"},
	};

	CHECK(vectors);
}

/* ---- what may stand where ---- */

static void titles_have_spans_only(void)
{
	static const vector vectors[] = {
		{"**甲**[重庆]{.name}^[乙]", "**甲** n{重庆} ^[乙]"},
		{"[字]{ruby=zì}[^a]", "r=zì{字} [^a]"},
		{"[甲](https://a.cn) <https://a.cn>",
			"[甲](https://a.cn) <https://a.cn>"},
		{"\\[甲]{.name}", "[甲]{.name}"},
	};

	check_level(vectors, G_N_ELEMENTS(vectors), JB_MARKUP_TITLE, true);
}

static void labels_have_none(void)
{
	static const vector vectors[] = {
		{"**甲**\\*[乙]{.name}^[丙]", "**甲**\\*[乙]{.name}^[丙]"},
		{"*${a}*", "* $a *"},
	};

	check_level(vectors, G_N_ELEMENTS(vectors), JB_MARKUP_NONE, true);
}

static void marks_where_none_are_read(void)
{
	static const struct {
		const char *text;
		jb_markup_level level;
		size_t byte; /* NONE: nothing to say */
	} cases[] = {
		{"甲**乙**", JB_MARKUP_NONE, 3},
		{"甲[乙]{.name}", JB_MARKUP_NONE, 3},
		{"甲[乙]{.name}", JB_MARKUP_TITLE, NONE},
		{"[乙]{.name}~~丙~~", JB_MARKUP_TITLE, 12},
		{"甲^[乙]", JB_MARKUP_TITLE, 3},
		{"甲[^a]", JB_MARKUP_NONE, 3},
		{"标*与*", JB_MARKUP_NONE, NONE},
		{"<https://a.cn>", JB_MARKUP_NONE, NONE},
		{"5**2", JB_MARKUP_NONE, NONE},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		const jb_node node = {.kind = JB_SCALAR,
			.text = cases[i].text,
			.markup = (guchar)cases[i].level};
		size_t byte = NONE;
		bool found = jb_markup_unread(arena, &node, &byte);

		g_assert_true(found == (cases[i].byte != NONE));
		if (found)
			g_assert_cmpuint(byte, ==, cases[i].byte);
	}
}

static void words_of_the_schema(void)
{
	g_assert_cmpint(jb_markup_level_of("string"), ==, JB_MARKUP_NONE);
	g_assert_cmpint(jb_markup_level_of("title"), ==, JB_MARKUP_TITLE);
	g_assert_cmpint(jb_markup_level_of("marked"), ==, JB_MARKUP_TEXT);
	g_assert_cmpint(jb_markup_level_of("prose"), ==, JB_MARKUP_PROSE);
}

/* ---- slips ---- */

static void signs_without_a_partner(void)
{
	check_slips("甲**乙", JB_MARKUP_PROSE, "甲**乙",
		"warning 3+2: “**” has no partner and is printed\n");
	check_slips("甲**乙\n\n丙**丁", JB_MARKUP_PROSE, NULL,
		"warning 3+2: “**” has no partner and is printed\n"
		"warning 13+2: “**” has no partner and is printed\n");
	check_slips("~~甲", JB_MARKUP_PROSE, NULL,
		"warning 0+2: “~~” has no partner and is printed\n");
	check_slips("[甲**]{.name}**", JB_MARKUP_PROSE, NULL,
		"warning 4+2: “**” has no partner and is printed\n"
		"warning 14+2: “**” has no partner and is printed\n");
	check_slips("*甲", JB_MARKUP_PROSE, "*甲", "");
	check_slips("甲[乙，丙]丁", JB_MARKUP_PROSE, NULL, "");
}

static void wrong_spans(void)
{
	static const char *const cases[][2] = {
		{"[甲]{.name",
			"error 5+1: “{” after “]” is never closed here\n"},
		{"[甲]{.name\n}",
			"error 5+1: “{” after “]” is never closed here\n"},
		{"[甲]{}", "error 5+2: a span without attributes\n"},
		{"[甲]{.nmae}",
			"error 6+5: there is no kind of span “.nmae”\n"},
		{"[甲]{甲}", "error 6+1: this is no attribute of a span\n"},
		{"[甲]{#id}", "error 6+3: this is no attribute of a span\n"},
		{"[甲]{rubi=jiǎ}", "error 6+4: spans have no “rubi”\n"},
		{"[甲]{lang=jp}", "error 11+2: “jp” is no language\n"},
		{"[甲]{lang=日语}", "error 11+2: “日语” is no language\n"},
		{"[甲]{lang=zh-}", "error 11+3: “zh-” is no language\n"},
		{"[甲乙丙]{ruby=\"a b\"}",
			"error 18+3: 2 parts of ruby over 3 characters\n"},
		{"[甲]{ruby=\"\"}", "error 12+1: empty ruby\n"},
		{"[]{ruby=a}", "error 8+1: ruby over nothing\n"},
		{"[**甲**]{ruby=a}",
			"error 15+1: ruby stands over plain characters only\n"},
		{"[${a}]{ruby=a}",
			"error 12+1: ruby stands over plain characters only\n"},
		{"[甲]{ruby=“jiǎ”}",
			"error 11+5: quotes of attributes are straight\n"},
		{"[甲]{.display}", "error 6+8: only a figure stands in the "
				   "display style\n"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		check_slips(cases[i][0], JB_MARKUP_TEXT, NULL, cases[i][1]);
	check_slips("[${a}]{.display}", JB_MARKUP_TITLE, NULL,
		"error 7+8: a title has no figure in the display style\n");
}

static void hints_of_near_words(void)
{
	static const char *const cases[][2] = {
		{"[甲]{.nmae}", "did you mean “.name”?"},
		{"[甲]{.titel}", "did you mean “.title”?"},
		{"[甲]{rubi=a}", "did you mean “ruby”?"},
		{"[甲]{lang=jp}", "did you mean “ja”?"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GArray) slips =
			g_array_new(FALSE, FALSE, sizeof(jb_markup_slip));
		g_autofree char *got =
			read_text(cases[i][0], JB_MARKUP_TEXT, slips);

		g_assert_cmpuint(slips->len, ==, 1);
		g_assert_cmpstr(g_array_index(slips, jb_markup_slip, 0).hint,
			==, cases[i][1]);
	}
}

static void wrong_links(void)
{
	static const char *const cases[][2] = {
		{"[甲](javascript:x)",
			"error 6+12: links do not lead to “javascript:”\n"},
		{"[甲](ftp://a.cn)",
			"error 6+10: links do not lead to “ftp:”\n"},
		{"[甲](www.a.cn)",
			"error 6+8: links do not lead to “www.a.cn”\n"},
		{"[甲](#乙)", "error 6+2: links do not lead to “#乙”\n"},
		{"[甲](https://)", "error 6+8: this address leads nowhere\n"},
		{"[甲](mailto:a)", "error 6+8: this address leads nowhere\n"},
		{"[甲](https://a.cn/${b})",
			"error 6+17: an address holds no ${…}\n"},
		{"<file:///etc/passwd>",
			"error 1+18: links do not lead to “file:”\n"},
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		check_slips(cases[i][0], JB_MARKUP_TEXT, NULL, cases[i][1]);
}

static void wrong_notes(void)
{
	check_slips("甲^[乙", JB_MARKUP_PROSE, NULL,
		"error 3+2: this note is never closed\n");
	check_slips("甲^[乙\n\n丙]", JB_MARKUP_PROSE, NULL,
		"error 3+2: this note is never closed\n");
	check_slips(
		"甲^[ ]", JB_MARKUP_PROSE, NULL, "error 3+3: an empty note\n");
	check_slips("甲^[乙^[丙]]", JB_MARKUP_PROSE, NULL,
		"error 8+2: a note within a note\n");
	check_slips("甲^[乙[^c]]", JB_MARKUP_PROSE, NULL,
		"error 8+4: a note within a note\n");
	check_slips("甲^[乙]", JB_MARKUP_TEXT, NULL,
		"error 3+2: a note stands in the prose of a section only\n");
	check_slips("甲[^b]", JB_MARKUP_TEXT, NULL,
		"error 3+4: a note stands in the prose of a section only\n");
}

static void a_reference_that_is_never_closed(void)
{
	const jb_node node = {.kind = JB_SCALAR,
		.text = "**共${a**",
		.markup = JB_MARKUP_PROSE};
	size_t n, bad;

	jb_markup_split(arena, &node, NULL, &n, &bad);
	g_assert_cmpuint(bad, ==, 5);
}

/* ---- places and time ---- */

static void pieces_know_their_bytes(void)
{
	const jb_node node = {.kind = JB_SCALAR,
		.text = "甲**乙**^[丙${a}][丁]{.name}",
		.markup = JB_MARKUP_PROSE};
	size_t n, bad;
	const jb_piece *p = jb_markup_split(arena, &node, NULL, &n, &bad);

	g_assert_cmpuint(n, ==, 4);
	g_assert_cmpuint(p[0].byte, ==, 0);
	g_assert_cmpuint(p[1].byte, ==, 5);
	g_assert_cmpuint(p[2].byte, ==, 10);
	g_assert_cmpuint(p[2].note->pieces[0].byte, ==, 12);
	g_assert_cmpuint(p[2].note->pieces[1].byte, ==, 15);
	g_assert_cmpuint(p[3].byte, ==, 21);
}

/* Pieces of any text stand in its order, do not overlap, and hold nothing but
 * the text's own bytes; notes hold no notes. */
static size_t check_order(const jb_piece *pieces, size_t n, const char *text,
	size_t at, bool inside)
{
	for (size_t i = 0; i < n; i++) {
		const jb_piece *p = &pieces[i];

		g_assert_cmpuint(p->byte, >=, at);
		at = p->byte;
		if (p->note) {
			g_assert_false(inside && p->note->id);
			at = check_order(
				p->note->pieces, p->note->n, text, at, true);
		} else if (!p->reference) {
			g_assert_true(p->text == text + p->byte);
			g_assert_cmpuint(p->len, >, 0);
			at += p->len;
		}
	}
	g_assert_cmpuint(at, <=, strlen(text));
	return at;
}

static void any_text(void)
{
	static const char *const parts[] = {"*", "**", "***", "~~", "[", "]",
		"^[", "](https://a)", "](x", "{.name}", "{ruby=a}", "{", "}",
		"(", ")", "<https://b>", "<", "[^a]", "${a}", "${", "\\", "\n",
		"\n\n", " ", "甲", "“", "”", "，", "3", "a", "\""};

	for (int round = 0; round < 20000; round++) {
		jb_arena *own = jb_arena_open();
		g_autoptr(GString) text = g_string_new(NULL);
		g_autoptr(GArray) slips =
			g_array_new(FALSE, FALSE, sizeof(jb_markup_slip));
		jb_node node = {.kind = JB_SCALAR};
		size_t n, bad, byte;
		const jb_piece *pieces;

		for (int k = g_test_rand_int_range(0, 24); k > 0; k--)
			g_string_append(text, parts[g_test_rand_int_range(
						      0, G_N_ELEMENTS(parts))]);
		node.text = text->str;
		node.markup = (guchar)g_test_rand_int_range(0, 4);
		pieces = jb_markup_split(own, &node, slips, &n, &bad);
		check_order(pieces, n, text->str, 0, false);
		for (guint i = 0; i < slips->len; i++)
			g_assert_cmpuint(
				g_array_index(slips, jb_markup_slip, i).byte, <,
				text->len);
		jb_markup_unread(own, &node, &byte);
		jb_arena_close(own);
	}
}

/* Instructions would be the measure; a clock in seconds tells linear from
 * quadratic just as well: the slowest here takes some ten milliseconds, and a
 * quadratic one would take minutes. */
static void long_texts_of_signs(void)
{
	static const char *const signs[] = {"*", "* ", "**", "甲*", "*甲", "[",
		"]", "[]", "^[", "](", "](a", "](((", "]{", "]{a=\"", "~~甲",
		"<a:", "<https://", "[^a", "[^a]", "^[a]", "**甲*乙~~丙",
		"**甲**", "[甲]{.name}", "[a](https://b)", "\\", "\\*", "${a}*",
		"\n\n*", "[**", "**]", "*a **b ~~c "};

	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
		GString *text = g_string_new(NULL);
		jb_arena *own = jb_arena_open();
		jb_node node = {.kind = JB_SCALAR, .markup = JB_MARKUP_PROSE};
		gint64 start = g_get_monotonic_time();
		size_t n, bad;

		while (text->len < 1 << 20)
			g_string_append(text, signs[i]);
		node.text = text->str;
		jb_markup_split(own, &node, NULL, &n, &bad);
		g_test_message("%s: %" G_GINT64_FORMAT " us", signs[i],
			g_get_monotonic_time() - start);
		g_assert_cmpint(
			g_get_monotonic_time() - start, <, 20 * G_USEC_PER_SEC);
		jb_arena_close(own);
		g_string_free(text, TRUE);
	}
}

int main(int argc, char **argv)
{
	int status;

	g_test_init(&argc, &argv, NULL);
	arena = jb_arena_open();
	g_test_add_func("/markup/commonmark", marks_of_commonmark);
	g_test_add_func("/markup/chinese-marks", marks_beside_chinese_marks);
	g_test_add_func("/markup/references", marks_across_references);
	g_test_add_func("/markup/no-marks", signs_that_are_no_marks);
	g_test_add_func("/markup/backslash", a_backslash_takes_the_meaning);
	g_test_add_func("/markup/spans", spans);
	g_test_add_func("/markup/links", links);
	g_test_add_func("/markup/notes", notes);
	g_test_add_func("/markup/titles", titles_have_spans_only);
	g_test_add_func("/markup/labels", labels_have_none);
	g_test_add_func("/markup/unread", marks_where_none_are_read);
	g_test_add_func("/markup/levels", words_of_the_schema);
	g_test_add_func("/markup/slips/partner", signs_without_a_partner);
	g_test_add_func("/markup/slips/spans", wrong_spans);
	g_test_add_func("/markup/slips/near", hints_of_near_words);
	g_test_add_func("/markup/slips/links", wrong_links);
	g_test_add_func("/markup/slips/notes", wrong_notes);
	g_test_add_func(
		"/markup/slips/reference", a_reference_that_is_never_closed);
	g_test_add_func("/markup/bytes", pieces_know_their_bytes);
	g_test_add_func("/markup/any", any_text);
	g_test_add_func("/markup/long", long_texts_of_signs);
	status = g_test_run();
	jb_arena_close(arena);
	return status;
}
