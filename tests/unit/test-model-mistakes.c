/* test-model-mistakes.c - every refusal of a report, in its words. */
#include "test-model-report.h"

static void too_broken(void)
{
	struct read r =
		read_text("jianbao: report/1\nmeta: {name: r}\nfigures: 3\n");

	g_assert_null(r.report);
	g_assert_cmpuint(jb_diags_errors(r.diags), ==, 3);
	done(&r);
	r = read_text("a: [");
	g_assert_null(r.report);
	done(&r);
}

static void meta_mistakes(void)
{
	expect("jianbao: report/1\n"
	       "meta: {name: a/b, title: 题, from: 2020-02, to: "
	       "2020-01}\n" FIGURES SECTIONS,
		"2:14: error: “a/b” is not a name for files\n"
		"hint: letters, digits and hyphens: data-2020\n"
		"2:48: error: the period ends before it begins\n"
		"2:35: note: it begins here\n");
}

static void id_twice(void)
{
	expect(HEAD "lists: {a: {items: [甲]}}\n" FIGURES
		    "sections:\n- {id: b, title: 一}\n",
		"6:3: error: the id “a” is used twice\n"
		"4:9: note: first used here\n"
		"14:8: error: the id “b” is used twice\n"
		"7:3: note: first used here\n");
}

static void figure_mistakes(void)
{
	static const struct sample samples[] = {
		{"x: {label: 甲}",
			"5:3: error: figure “x” has neither `value` nor "
			"`derived`\n"},
		{"x: {label: 甲, missing: vague, as: 数个}",
			"5:3: error: figure “x” has neither `value` nor "
			"`derived`\nhint: write `value: null` beside "
			"`missing`\n"},
		{"x: {value: 1, label: 甲, derived: {count: l}}",
			"5:27: error: figure “x” has both `value` and "
			"`derived`\n"},
		{"x: {value: null, label: 甲}",
			"5:14: error: figure “x” has no value and no "
			"`missing`\nhint: say why: `missing: not_stated`\n"},
		{"x: {value: 1, label: 甲, missing: vague}",
			"5:36: error: figure “x” has a value, so nothing is "
			"missing\nhint: remove `missing`, or write "
			"`value: null`\n"},
		{"x: {value: null, label: 甲, missing: vague}",
			"5:39: error: figure “x” is vague without `as`\n"
			"hint: `as` holds the source's words: 数十个\n"},
		{"x: {label: 甲, missing: vague, derived: {count: l}}",
			"5:26: error: figure “x” is derived, so nothing is "
			"missing\n"},
		{"x: {value: 1, label: 甲, at: 18}",
			"5:31: error: “18” is not a line of the source text\n"
			"hint: write L and the number of the line: L18\n"},
		{"x: {value: 1, label: 甲, section: oen}",
			"5:36: error: there is no section “oen”\n"
			"hint: did you mean “one”?\n"},
		{"x: {value: 1, label: 甲, scope: ctiy}",
			"5:34: error: there is no scope “ctiy”\n"
			"hint: did you mean “city”?\n"},
	};

	EXPECT_EACH(samples, "figures:\n  ",
		"lists: {l: {items: []}}\nscopes: {city: 全市}\n" SECTIONS);
}

static void derived_mistakes(void)
{
	static const struct sample samples[] = {
		{"  x: {label: 甲, derived: {}}",
			"12:26: error: figure “x” must be derived in one way, "
			"not 0\nhint: one of `sum`, `diff`, `ratio`, `share`, "
			"`growth`, `mean`, `count`\n"},
		{"  x: {label: 甲, derived: {sum: [a], diff: [a, b]}}",
			"12:37: error: figure “x” must be derived in one way, "
			"not 2\nhint: one of `sum`, `diff`, `ratio`, `share`, "
			"`growth`, `mean`, `count`\n"},
		{"  x: {label: 甲, unit: 个, derived: {sum: []}}",
			"12:41: error: a sum needs figures, not 0\n"},
		{"  x: {label: 甲, unit: 个, derived: {diff: [a]}}",
			"12:42: error: a diff needs two figures, not 1\n"},
		{"  x: {label: 甲, unit: 个, derived: {sum: [a, c]}}",
			"12:45: error: figure “x” cannot be derived: “c” is in "
			"“亿元”, “x” in “个”\n8:14: note: “c” stands here\n"},
		{"  x: {label: 甲, unit: 个, derived: {sum: [a, f]}}",
			"12:45: error: figure “x” cannot be derived: “f” has "
			"no value\n11:14: note: “f” stands here\n"},
		{"  x: {label: 甲, unit: 个, derived: {share: [a, b]}}",
			"12:26: error: the share “x” must be in %, not “个”\n"},
		{"  x: {label: 甲, unit: \"%\", derived: {share: [a, c]}}",
			"12:49: error: figure “x” cannot be derived: “c” is in "
			"“亿元”, “a” in “个”\n8:14: note: “c” stands here\n"},
		{"  x: {label: 甲, derived: {ratio: [a, z]}}\n"
		 "  z: {value: 0, label: 乙}",
			"12:38: error: figure “x” cannot be derived: “z” is "
			"zero\n13:14: note: “z” stands here\n"},
		{"  x: {label: 甲, derived: {count: a}}",
			"12:34: error: there is no list “a”\n"
			"hint: “a” is a figure\n"},
		{"  x: {label: 甲, derived: {sum: [nine, y]}}\n"
		 "  y: {label: 乙, derived: {sum: [x]}}",
			"12:17: error: figure “x” is derived from itself: "
			"x → y → x\n"
			"12:33: error: there is no figure “nine”\n"},
	};

	EXPECT_EACH(samples,
		"figures:\n" /* line 4; a to g follow */
		"  a: {value: 3, unit: 个, label: 甲}\n"
		"  b: {value: 10, unit: 个, label: 乙}\n# c:\n"
		"  c: {value: 2.50, unit: 亿元, label: 丙}\n#\n#\n"
		"  f: {value: null, missing: not_stated, label: 己}\n",
		SECTIONS);
}

static void overflow(void)
{
	expect(HEAD "figures:\n"
		    "  a: {value: 999999999999999, unit: 万亿元, label: 甲}\n"
		    "  x: {derived: {sum: [a, b]}, unit: 元, label: 合}\n"
		    "  b: {value: 1, unit: 元, label: 乙}\n" SECTIONS,
		"6:7: error: figure “x” cannot be derived: the result has too "
		"many digits\n");
}

static void long_chain(void)
{
	GString *text = g_string_new(HEAD "figures:\n");
	struct read r;

	for (int i = 0; i < 20000; i++)
		g_string_append_printf(text,
			"  f%d: {derived: {sum: [f%d]}, label: 甲}\n", i,
			i + 1);
	g_string_append(text, "  f20000: {value: 7, label: 甲}\n" SECTIONS);
	r = read_text(text->str);
	g_string_free(text, TRUE);
	expect_value(&r, "f0", "7");
	done(&r);
}

static void other_mistakes(void)
{
	static const struct sample samples[] = {
		{"events: {x: {title: 甲}}",
			"12:10: error: event “x” has no date\nhint: only what "
			"has `status: proposed` may be without\n"},
		{"events: {x: {title: 甲, date: 2020, refs: [aa]}}",
			"12:43: error: there is no figure “aa”\n"
			"hint: did you mean “a”?\n"},
		{"lists: {x: {items: [{name: 甲, event: a}]}}",
			"12:38: error: there is no event “a”\n"
			"hint: “a” is a figure\n"},
		{"tables: {x: {columns: [甲, 乙], rows: [[丙]]}}",
			"12:38: error: a row of 1 in a table of 2 columns\n"
			"hint: a cell that is empty is \"\"\n"},
		{"series: {x: {items: [a, b], total: parks_total}}",
			"12:36: error: there is no figure “parks_total”\n"},
		{"heroes: [x]", "12:10: error: there is no figure “x”\n"
				"hint: did you mean “a”?\n"},
	};

	EXPECT_EACH(samples, FIGURES, SECTIONS);
}

static void second_lede(void)
{
	expect(HEAD FIGURES "sections:\n- {id: x, role: lede, title: 一}\n"
			    "- {id: y, role: lede, title: 二}\n",
		"14:17: error: a second lede\n"
		"13:8: note: the first is here\n");
}

/* One slip, one message: nothing follows from what has been refused. */
static void no_echo(void)
{
	expect(HEAD "figures:\n  a: {value: null, unit: 个, label: 甲}\n"
		    "  b: {derived: {sum: [a]}, unit: 个, label: 乙}\n"
		    "series: {s: {items: [a, zzz], total: b}}\n"
		    "checks: [{id: x, less: [a, b]}]\n"
		    "sections:\n- {id: one, title: 一, pictures: "
		    "[{form: waffle, of: s}]}\n",
		"5:14: error: figure “a” has no value and no `missing`\n"
		"hint: say why: `missing: not_stated`\n"
		"7:25: error: there is no figure “zzz”\n");
}

static void references_in_text(void)
{
	expect(HEAD FIGURES "sections:\n- {id: one, title: \"${aaa}\"}\n",
		"13:21: error: there is no figure, event, series, list or "
		"scope “aaa”\n");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/report/mistake/broken", too_broken);
	g_test_add_func("/report/mistake/meta", meta_mistakes);
	g_test_add_func("/report/mistake/id-twice", id_twice);
	g_test_add_func("/report/mistake/figure", figure_mistakes);
	g_test_add_func("/report/mistake/derived", derived_mistakes);
	g_test_add_func("/report/mistake/overflow", overflow);
	g_test_add_func("/report/long-chain", long_chain);
	g_test_add_func("/report/mistake/others", other_mistakes);
	g_test_add_func("/report/mistake/lede", second_lede);
	g_test_add_func("/report/mistake/no-echo", no_echo);
	g_test_add_func("/report/mistake/reference", references_in_text);
	return g_test_run();
}
