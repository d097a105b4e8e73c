/* test-text-permit.c - where lines may end, and what is given up when they
 * must.
 */
#include "test-text.h"
#include "text/classes.h"

enum { NEVER = -1, FREE = 0 };

/* What a line gives up that ends between two strings, each of which is never
 * cut: FREE, JB_RELAX_*, or NEVER. */
static int verdict(scene *s, const char *left, const char *right)
{
	jb_span spans[] = {make_span(s, left), make_span(s, right)};
	double width = 0;

	for (int i = 0; i < 2; i++) {
		width = fmax(width, jb_compose_width(s->arena, &spans[i], 1,
					    s->setting.lang));
		spans[i].keep = true;
	}
	set_spans(s, spans, 2, width / EM + .01);
	if (s->lines->n < 2)
		return NEVER;
	g_assert_cmpstr(line_text(s, 1), ==, right);
	return (int)s->lines->lines[0].relaxed;
}

typedef struct row {
	const char *left, *right;
	int want;
} row;

static void check(
	jb_prohibit level, const char *lang, const row *rows, size_t n)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.prohibit = level;
	s.setting.lang = lang;
	for (size_t i = 0; i < n; i++)
		if (verdict(&s, rows[i].left, rows[i].right) != rows[i].want)
			g_error("%s|%s: %d instead of %d", rows[i].left,
				rows[i].right,
				verdict(&s, rows[i].left, rows[i].right),
				rows[i].want);
	close_scene(&s);
}

/* clreq: no rule at all, but what is one thing stays one. */
static void test_level_none(void)
{
	static const row rows[] = {
		{"甲乙丙丁", "，戊己庚", FREE},
		{"甲乙丙“", "丁戊己庚", FREE},
		{"甲乙丙丁", "·戊己庚", FREE},
		{"甲乙丙—", "—丁戊己", NEVER},
		{"甲乙丙…", "…丁戊己", NEVER},
		{"甲乙丙３", "％丁戊己", NEVER},
		{"甲乙丙￥", "３丁戊己", NEVER},
		{"甲乙丙３", "４丁戊己", NEVER},
	};

	check(JB_PROHIBIT_NONE, "zh-Hans", rows, G_N_ELEMENTS(rows));
}

static void test_level_basic(void)
{
	static const row rows[] = {
		{"甲乙丙丁", "，戊己庚", JB_RELAX_RULES},
		{"甲乙丙丁", "。戊己庚", JB_RELAX_RULES},
		{"甲乙丙丁", "”戊己庚", JB_RELAX_RULES},
		{"甲乙丙丁", "）戊己庚", JB_RELAX_RULES},
		{"甲乙丙丁", "·戊己庚", JB_RELAX_RULES},
		{"甲乙丙丁", "～戊己庚", JB_RELAX_RULES},
		{"甲乙丙丁", "—戊己庚", JB_RELAX_RULES},
		{"甲乙丙丁", "／戊己庚", JB_RELAX_RULES},
		{"甲乙丙“", "丁戊己庚", JB_RELAX_RULES},
		{"甲乙丙（", "丁戊己庚", JB_RELAX_RULES},
		{"甲乙丙《", "丁戊己庚", JB_RELAX_RULES},
		{"甲乙丙／", "丁戊己庚", FREE},
		{"甲乙丙丁", "——戊己庚", FREE},
		{"甲乙丙丁", "……戊己庚", FREE},
		{"甲乙丙——", "丁戊己庚", FREE},
	};

	check(JB_PROHIBIT_BASIC, "zh-Hans", rows, G_N_ELEMENTS(rows));
}

static void test_level_gb(void)
{
	static const row rows[] = {
		{"甲乙丙丁", "，戊己庚", JB_RELAX_RULES},
		{"甲乙丙／", "丁戊己庚", JB_RELAX_STRICT},
		{"甲乙丙丁", "——戊己庚", FREE},
	};

	check(JB_PROHIBIT_GB, "zh-Hans", rows, G_N_ELEMENTS(rows));
}

static void test_level_strict(void)
{
	static const row rows[] = {
		{"甲乙丙丁", "，戊己庚", JB_RELAX_RULES},
		{"甲乙丙／", "丁戊己庚", JB_RELAX_STRICT},
		{"甲乙丙丁", "——戊己庚", JB_RELAX_STRICT},
		{"甲乙丙丁", "……戊己庚", JB_RELAX_STRICT},
		{"甲乙丙——", "丁戊己庚", FREE},
	};

	check(JB_PROHIBIT_STRICT, "zh-Hans", rows, G_N_ELEMENTS(rows));
}

/* clreq: of three marks in a row the third may start a line, or the first of
 * three opening ones end it. */
static void test_third_mark(void)
{
	static const row rows[] = {
		{"甲乙）》", "”丙丁戊", JB_RELAX_MARKS},
		{"甲乙）", "》丙丁戊", JB_RELAX_RULES},
		{"甲乙丙“", "《（丁戊", JB_RELAX_MARKS},
		{"甲乙丙“", "《丁戊己", JB_RELAX_RULES},
	};

	check(JB_PROHIBIT_BASIC, "zh-Hans", rows, G_N_ELEMENTS(rows));
}

/* JLREQ cl-05, cl-09 to cl-11: ・ 々 ー and small kana do not start a line. */
static void test_japanese(void)
{
	static const row rows[] = {
		{"いろはに", "ーほへと", JB_RELAX_RULES},
		{"いろはに", "っほへと", JB_RELAX_RULES},
		{"いろは日", "々ほへと", JB_RELAX_RULES},
		{"いろはに", "・ほへと", JB_RELAX_RULES},
		{"いろはに", "、ほへと", JB_RELAX_RULES},
		{"いろはに", "。ほへと", JB_RELAX_RULES},
		{"いろは「", "にほへと", JB_RELAX_RULES},
		{"いろはに", "ほへとち", FREE},
	};

	check(JB_PROHIBIT_BASIC, "ja", rows, G_N_ELEMENTS(rows));
}

/* Numbers, their signs and their units. */
static void test_numbers(void)
{
	static const row rows[] = {
		{"甲乙丙3", "8丁戊", NEVER},
		{"甲乙1,", "234丁戊", NEVER},
		{"甲乙3.", "14丁戊", NEVER},
		{"甲乙38", "%丁戊", NEVER},
		{"甲乙25", "℃丁戊", NEVER},
		{"甲乙￥", "300丁", NEVER},
		{"甲乙¥", "300丁", NEVER},
		{"甲乙-", "40丁戊", NEVER},
		{"甲乙３", "．５丁戊", NEVER},
		{"甲乙Ａ", "Ｂ丁戊", JB_RELAX_WORD},
		{"甲乙300", "亿丁戊", JB_RELAX_UNIT},
		{"甲乙38%", "个丁戊", JB_RELAX_UNIT},
		{"甲乙300", "的丁戊", FREE},
		{"甲乙约", "300丁戊", FREE},
	};

	check(JB_PROHIBIT_BASIC, "zh-Hans", rows, G_N_ELEMENTS(rows));
}

/* Korean lines end at spaces where that leaves no loose line, and never with
 * one syllable of a word left over. */
static void test_korean(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.lang = "ko";
	set(&s, "나라의 말씀이 중국과 달라 문자와 서로", 9.6);
	g_assert_cmpstr(line_text(&s, 0), ==, "나라의 말씀이 중국과 ");
	set(&s, "가나다라마바사아자차카타파하 가나", 6.2);
	g_assert_cmpstr(line_text(&s, 0), ==, "가나다라마바");
	g_assert_cmpfloat(s.lines->lines[0].loose_em, <, .25);
	close_scene(&s);
}

static void test_no_lone_syllable(void)
{
	scene s;

	open_scene(&s, NULL);
	s.setting.lang = "ko";
	for (double measure = 6; measure < 12; measure += .5) {
		set(&s, "가나다라마바사아자차카타파하거너더러", measure);
		const char *text = line_text(&s, s.lines->n - 1);
		g_assert_cmpint(g_utf8_strlen(text, -1), >=, 2);
		g_assert_cmpuint(s.lines->lines[s.lines->n - 1].letters, >=, 2);
	}
	close_scene(&s);
}

/* What a line gave up is among its facts. */
static void check_relaxed(
	const char *text, double measure, jb_prohibit level, unsigned relaxed)
{
	unsigned found = 0;
	scene s;

	open_scene(&s, LATIN);
	s.setting.prohibit = level;
	s.setting.hyphenate = "";
	set(&s, text, measure);
	for (size_t i = 0; i < s.lines->n; i++)
		found |= s.lines->lines[i].relaxed;
	g_assert_cmphex(found, ==, relaxed);
	close_scene(&s);
}

static void test_nothing_given_up(void)
{
	check_relaxed("甲乙丙丁戊己庚辛", 4, JB_PROHIBIT_STRICT, 0);
	check_relaxed("甲乙well-known丙丁戊己", 5, JB_PROHIBIT_BASIC, 0);
	check_relaxed(
		"https://example.org/reports/2026/", 8.5, JB_PROHIBIT_BASIC, 0);
}

static void test_token_given_up(void)
{
	check_relaxed("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15"
		      "b0f00a08",
		12, JB_PROHIBIT_BASIC, JB_RELAX_TOKEN);
}

static void test_word_given_up(void)
{
	check_relaxed("infrastructure", 3, JB_PROHIBIT_BASIC, JB_RELAX_WORD);
}

static void test_unit_given_up(void)
{
	check_relaxed("甲乙丙丁300元戊己庚辛", 5.75, JB_PROHIBIT_BASIC,
		JB_RELAX_UNIT);
}

/* 38|筐: a word that no list knows is a unit in a figure's own words. */
static void test_unit_of_a_figure(void)
{
	const char *ids[] = {NULL, "baskets"};
	const char *before = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
			     "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申共";
	scene s;

	open_scene(&s, NULL);
	for (int i = 0; i < 2; i++) {
		jb_span spans[] = {make_span(&s, before), make_span(&s, "30筐"),
			make_span(&s, "戊己庚辛")};
		spans[1].figure = ids[i];
		s.setting.align = JB_ALIGN_JUSTIFY;
		set_spans(&s, spans, 3, 41.4);
		g_assert_true(
			g_str_has_suffix(line_text(&s, 0), i ? "共" : "共30"));
	}
	close_scene(&s);
}

static void test_units_of_things(void)
{
	for (const char *p = "棵只艘枚萬億個"; *p; p = g_utf8_next_char(p))
		g_assert_true(jb_char_is_unit(g_utf8_get_char(p)));
	g_assert_false(jb_char_is_unit(U'的'));
	g_assert_false(jb_char_is_unit('x'));
}

/* A rule is given up in no line but the one that would run over. */
static void test_rules_kept_elsewhere(void)
{
	scene s;
	int given_up = 0;

	open_scene(&s, NULL);
	set(&s, "甲乙丙，丁戊，己庚辛）》”。，！？：壬癸，子丑", 3);
	for (size_t i = 0; i < s.lines->n; i++)
		given_up += s.lines->lines[i].relaxed != 0;
	g_assert_cmpint(given_up, <=, 1);
	close_scene(&s);
}

/* In codes digits and letters part before a number does. */
static void test_code_at_seams(void)
{
	scene s;

	open_scene(&s, LATIN);
	set(&s,
		"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f0"
		"0a08",
		20);
	g_assert_cmpuint(s.lines->n, ==, 2);
	for (size_t i = 0; i < s.lines->n; i++)
		g_assert_cmpfloat(fabs(s.lines->lines[i].off_em), <, TIGHT);
	const char *first = line_text(&s, 0), *second = line_text(&s, 1);
	g_assert_true(!!g_ascii_isdigit(first[strlen(first) - 1]) !=
		      !!g_ascii_isdigit(second[0]));
	close_scene(&s);
}

/* A telephone number parts between its groups, at any measure with room. */
static void test_code_of_groups(void)
{
	scene s;

	open_scene(&s, LATIN);
	for (double measure = 9; measure < 14; measure += .5) {
		set(&s, "电话中文字字字+86-138-0013-8000，邮编四零一三",
			measure);
		for (size_t i = 0; i + 1 < s.lines->n; i++) {
			const char *line = line_text(&s, i);
			const char *next = line_text(&s, i + 1);
			g_assert_false(
				g_ascii_isdigit(line[strlen(line) - 1]) &&
				g_ascii_isdigit(*next));
		}
	}
	close_scene(&s);
}

/* A long number is cut only where no line can hold it. */
static void test_long_number(void)
{
	static const char number[] = "12,345,678,901,234.56";
	scene s;

	open_scene(&s, LATIN);
	set(&s, "甲乙丙丁戊己庚12,345,678,901,234.56元，辛壬癸", 13);
	g_assert_nonnull(strstr(all_text(&s), number));
	g_assert_true(g_str_has_prefix(line_text(&s, 1), number));
	set(&s, "甲乙丙丁戊己庚12,345,678,901,234.56元，辛壬癸", 8);
	for (size_t i = 0; i < s.lines->n; i++)
		g_assert_cmpfloat(s.lines->lines[i].off_em, <, TIGHT);
	close_scene(&s);
}

/* Addresses break after their signs, never before one, never in a number;
 * elsewhere only where nothing better is near. */
static void test_addresses(void)
{
	static const row rows[] = {
		{"https://", "example.org/a", FREE},
		{"https://example.", "org/reports", FREE},
		{"https://example.org/", "reports/2026", FREE},
		{"https://example.org/a?", "query=1", FREE},
		{"https://example.org/a?b=", "1&more=2", FREE},
		{"https://example.org/a-", "b_c", FREE},
		{"https://example.org/a#", "b_c", FREE},
		{"https://example.org", "/reports/2026", NEVER},
		{"https:/", "/example.org/", NEVER},
		{"someone.somewhere@", "mail.example.org", FREE},
		{"doi:10.5555/archive.", "2023.104567", FREE},
		{"doi:10.5555/archive.2023.", "104567", JB_RELAX_TOKEN},
		{"https://example.org/rep", "orts", JB_RELAX_TOKEN},
		{"9f86d081884c7d", "659a2feaa0c5", JB_RELAX_TOKEN},
		{"FPGA", "X", JB_RELAX_WORD},
		{"A/", "B", FREE},
		{"甲乙丙丁/", "usr/local", NEVER},
		{"甲乙丙丁/", "usr/local/share/data", NEVER},
		{"甲28元/", "kg", NEVER},
		{"well-", "known", FREE},
	};

	check(JB_PROHIBIT_BASIC, "zh-Hans", rows, G_N_ELEMENTS(rows));
}

/* A number in an address stays whole though a line is loose, and parts at its
 * point before one runs over. */
static void test_point_in_address(void)
{
	scene s;

	open_scene(&s, LATIN);
	for (double measure = 3; measure < 16; measure += .25) {
		set(&s, "论文见10.1234/j.example.2023.104567，余下从略",
			measure);
		for (size_t i = 0; i + 1 < s.lines->n; i++)
			g_assert_cmpfloat(s.lines->lines[i].off_em, <, TIGHT);
	}
	set(&s, "论文的编号是10.1234/j.example.2023.104567，可以查到全文。",
		16);
	g_assert_true(g_str_has_suffix(line_text(&s, 0), "example."));
	close_scene(&s);
}

/* At how many measures a line ends with a string. */
static int count_ends(const char *text, const char *end)
{
	int n = 0;
	scene s;

	open_scene(&s, LATIN);
	for (double measure = 8; measure < 24; measure += .25) {
		set(&s, text, measure);
		for (size_t i = 0; i + 1 < s.lines->n; i++)
			n += g_str_has_suffix(line_text(&s, i), end);
	}
	close_scene(&s);
	return n;
}

/* A range of numbers parts less gladly than names do. */
static void test_ranges(void)
{
	int names = count_ends(
		"甲，乙，丙，丁戊己庚辛壬子～丑，创下新高又续", "～");
	int numbers =
		count_ends("甲，乙，丙，丁戊己庚辛壬3～5，创下新高又续", "～");
	int shares =
		count_ends("甲，乙，丙，丁戊己庚辛壬3%—5%，创下新高又续", "—");

	g_assert_cmpint(names, >, 0);
	g_assert_cmpint(numbers, <, names);
	g_assert_cmpint(shares, <, names);
}

/* A solidus ends a line less gladly than ～ of the same width. */
static void test_solidus(void)
{
	int tilde = count_ends(
		"甲，乙，丙，丁戊己庚辛壬子～丑，创下新高又续", "～");

	g_assert_cmpint(count_ends("甲，乙，丙，丁戊己庚辛壬子／丑，创下新高又"
				   "续",
				"／"),
		<, tilde);
}

/* A line that starts with ——” is dearer than one that starts with ——，. */
static void test_dash_and_quote(void)
{
	int pause = count_ends("“甲乙丙丁，子丑寅卯，辰巳午未申酉戌亥天地人和上"
			       "下——，日月星辰创下新高又续",
		"下");

	g_assert_cmpint(pause, >, 0);
	g_assert_cmpint(
		count_ends("“甲乙丙丁，子丑寅卯，辰巳午未申酉戌亥天地人和上下"
			   "——”日月星辰创下新高又续",
			"下"),
		<, pause);
	g_assert_cmpint(
		count_ends("（甲乙丙丁，子丑寅卯，辰巳午未申酉戌亥天地人和上下"
			   "……）日月星辰创下新高又续",
			"下"),
		<, pause);
}

/* Numbers in groups of three stay whole, whatever space parts these. */
static void test_groups(void)
{
	static const char *const spaces[] = {" ", "\u00a0", "\u2009", "\u202f"};
	scene s;

	open_scene(&s, LATIN);
	for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++) {
		g_autofree char *number =
			g_strdup_printf("1%s300%s000", spaces[i], spaces[i]);
		g_autofree char *text = g_strdup_printf(
			"甲乙丙丁共有%s人戊己庚辛，壬癸", number);
		for (double measure = 6; measure < 14; measure += .25) {
			set(&s, text, measure);
			g_assert_nonnull(strstr(all_text(&s), number));
		}
		set(&s, text, 3);
		for (size_t k = 0; k < s.lines->n; k++)
			g_assert_cmpfloat(s.lines->lines[k].off_em, <, TIGHT);
	}
	close_scene(&s);
}

/* Lines of nothing but an address are flush all the same. */
static void test_address_only(void)
{
	static const double measures[] = {30, 24, 20, 17, 13};
	scene s;

	open_scene(&s, LATIN);
	for (size_t m = 0; m < G_N_ELEMENTS(measures); m++) {
		set(&s,
			"https://www.example.org/reports/2026/spring/"
			"registration-form.html?lang=zh-Hans&step=12&source="
			"newsletter#section-7",
			measures[m]);
		for (size_t i = 0; i + 1 < s.lines->n; i++)
			assert_em(line_end(&s, i), measures[m]);
	}
	close_scene(&s);
}

/* Numbers keep together at whatever measure, with their signs. */
static void test_numbers_whole(void)
{
	static const char *const whole[] = {
		"1,234.5", "38.5%", "￥300", "25℃", "-40", "3.14"};
	scene s;

	open_scene(&s, LATIN);
	for (double measure = 5; measure < 12; measure += .5) {
		set(&s,
			"甲乙1,234.5丙丁38.5%戊己￥300庚辛25℃壬癸-40子丑3.14寅"
			"卯",
			measure);
		for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
			g_assert_nonnull(strstr(all_text(&s), whole[i]));
	}
	close_scene(&s);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/permit/none", test_level_none);
	g_test_add_func("/permit/basic", test_level_basic);
	g_test_add_func("/permit/gb", test_level_gb);
	g_test_add_func("/permit/strict", test_level_strict);
	g_test_add_func("/permit/japanese", test_japanese);
	g_test_add_func("/permit/korean", test_korean);
	g_test_add_func("/permit/lone-syllable", test_no_lone_syllable);
	g_test_add_func("/permit/nothing-given-up", test_nothing_given_up);
	g_test_add_func("/permit/token", test_token_given_up);
	g_test_add_func("/permit/word", test_word_given_up);
	g_test_add_func("/permit/unit", test_unit_given_up);
	g_test_add_func("/permit/unit/figure", test_unit_of_a_figure);
	g_test_add_func("/permit/unit/things", test_units_of_things);
	g_test_add_func("/permit/third-mark", test_third_mark);
	g_test_add_func("/permit/rules-elsewhere", test_rules_kept_elsewhere);
	g_test_add_func("/permit/code", test_code_at_seams);
	g_test_add_func("/permit/code-of-groups", test_code_of_groups);
	g_test_add_func("/permit/long-number", test_long_number);
	g_test_add_func("/permit/addresses", test_addresses);
	g_test_add_func("/permit/address-point", test_point_in_address);
	g_test_add_func("/permit/ranges", test_ranges);
	g_test_add_func("/permit/solidus", test_solidus);
	g_test_add_func("/permit/dash-and-quote", test_dash_and_quote);
	g_test_add_func("/permit/groups", test_groups);
	g_test_add_func("/permit/address-only", test_address_only);
	g_test_add_func("/permit/numbers", test_numbers);
	g_test_add_func("/permit/numbers-whole", test_numbers_whole);
	return g_test_run();
}
