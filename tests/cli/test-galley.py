#!/usr/bin/python3
"""jianbao galley and --report: pages, places, the composition report."""
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

MARGIN = 36
GOOD = str(tap.TOP / "tests/errors/good.yaml.in")

# Han without marks: every line is as full as it can be.
PLAIN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏" * 4
PROSE = ("“十三五”以来，园区共引进企业38家（其中外资12家），总投资约"
         "1.5万亿元；到2027年，将建成《规划》所列的全部项目——包括道路、"
         "学校和医院……")
# No font that is shipped or installed has it.
UNKNOWN = "\U0001FAE8"


def without_space(text):
    return re.sub(r"\s", "", text)


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_it(self, *args, code=0, err="", env=None):
        done = subprocess.run(
            [tap.JIANBAO, *args], cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=120,
            env={**os.environ, **(env or {})})
        self.assertEqual((done.returncode, done.stderr.decode()),
                         (code, err))
        return done.stdout.decode()

    def write(self, text, name="t.txt"):
        data = text if isinstance(text, bytes) else text.encode()
        (self.folder / name).write_bytes(data)

    def galley(self, text, *args, **more):
        self.write(text)
        return self.run_it("galley", "t.txt", *args, **more)

    def facts(self, text, *args, **more):
        return json.loads(self.galley(text, "--json", *args, **more))

    def tool(self, *args):
        return subprocess.run(args, cwd=self.folder, check=True,
                              stdout=subprocess.PIPE).stdout.decode()

    def sizes(self):
        out = self.tool("pdfinfo", "-l", "99", "t.pdf")
        return [(float(w), float(h)) for w, h in re.findall(
            r"Page +\d+ size: +([\d.]+) x ([\d.]+)", out)]

    def copied(self, page):
        return self.tool("pdftotext", "-raw", "-f", str(page), "-l",
                         str(page), "t.pdf", "-")

    def words(self, page=1):
        """(x, y, x of the end, text) of what pdftotext takes for words."""
        out = self.tool("pdftotext", "-bbox", "-f", str(page), "-l",
                        str(page), "t.pdf", "-")
        return [(float(x), float(y), float(end), text)
                for x, y, end, text in re.findall(
                    r'<word xMin="([\d.]+)" yMin="([\d.]+)" '
                    r'xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', out)]


class Pages(Case):
    def test_a_page_for_each_measure(self):
        self.galley(PLAIN, "--measures", "20em,13em,200pt", "-o", "t.pdf")
        # 96 characters, 17 pt a line
        self.assertEqual(self.sizes(), [
            (200 + 2 * MARGIN, 5 * 17 + 2 * MARGIN),
            (130 + 2 * MARGIN, 8 * 17 + 2 * MARGIN),
            (200 + 2 * MARGIN, 5 * 17 + 2 * MARGIN)])

    def test_every_measure_in_every_language(self):
        facts = self.facts(PLAIN, "--lang", "zh-Hans,ja", "--measures",
                           "20em,10em")
        self.assertEqual(
            [(p["lang"], p["measure_em"]) for p in facts["pages"]],
            [("zh-Hans", 20), ("zh-Hans", 10), ("ja", 20), ("ja", 10)])

    def test_size_and_leading(self):
        self.galley(PLAIN, "--size", "12pt", "--leading", "20pt",
                    "--measures", "24em", "-o", "t.pdf")
        self.assertEqual(self.sizes(), [
            (24 * 12 + 2 * MARGIN, 4 * 20 + 2 * MARGIN)])

    def test_a_size_by_its_name(self):
        self.galley(PLAIN, "--size", "五号", "-o", "t.pdf")
        self.assertEqual(self.sizes()[0][0], 20 * 10.5 + 2 * MARGIN)

    def test_runs_on_where_no_page_is_higher(self):
        facts = self.facts("天地玄黄\n" * 900, "-o", "t.pdf")
        rows = (14400 - 2 * MARGIN) // 17
        self.assertEqual([p["lines"] for p in facts["pages"]],
                         [rows, 900 - rows])
        self.assertEqual([p["measure_em"] for p in facts["pages"]], [20, 20])
        self.assertEqual(self.sizes()[0][1], rows * 17 + 2 * MARGIN)

    def test_other_formats(self):
        self.galley(PLAIN, "-o", "t.svg", "--measures", "20em,10em")
        self.galley(PLAIN, "-o", "t.png")
        self.assertEqual(
            sorted(p.name for p in self.folder.iterdir()),
            ["t-1.png", "t-1.svg", "t-2.svg", "t.txt"])

    def test_nothing_is_written_unasked(self):
        self.galley(PLAIN)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["t.txt"])

    def test_same_bytes(self):
        self.galley(PROSE, "-o", "a.pdf")
        self.galley(PROSE, "-o", "b.pdf")
        self.assertEqual((self.folder / "a.pdf").read_bytes(),
                         (self.folder / "b.pdf").read_bytes())

    def test_date(self):
        self.galley(PLAIN, "-o", "t.pdf", env={"SOURCE_DATE_EPOCH": "0"})
        self.assertIn(b"D:19700101000000", self.folder.joinpath(
            "t.pdf").read_bytes())
        self.galley(PLAIN, code=2, env={"SOURCE_DATE_EPOCH": "x"}, err=(
            "jianbao: SOURCE_DATE_EPOCH is a number of seconds, not “x”\n"))


class Places(Case):
    def lines(self, page=1):
        """Each line's (start, end), from the top."""
        rows = {}
        for x, y, end, _ in self.words(page):
            rows.setdefault(round(y, 1), []).append((x, end))
        return [(min(x for x, _ in row), max(e for _, e in row))
                for _, row in sorted(rows.items())]

    def test_lines_fill_the_measure(self):
        self.galley(PLAIN, "--measures", "20em", "-o", "t.pdf")
        lines = self.lines()
        self.assertEqual(len(lines), 5)
        for start, end in lines[:-1]:
            self.assertAlmostEqual(start, MARGIN, delta=.02)
            self.assertAlmostEqual(end, MARGIN + 200, delta=.02)

    def test_odd_measures_are_filled(self):
        self.galley(PLAIN, "--measures", "16.4em", "-o", "t.pdf")
        for start, end in self.lines()[:-1]:
            self.assertAlmostEqual(end - start, 164, delta=.02)

    def test_pitch_is_the_leading(self):
        self.galley(PLAIN + "\n" + PROSE, "-o", "t.pdf")
        ys = sorted({round(y, 1) for _, y, _, text in self.words()
                     if re.search(r"[一-龥]", text)})
        for one, two in zip(ys, ys[1:]):
            self.assertAlmostEqual(two - one, 17, delta=.11)

    def test_indent(self):
        self.galley(PLAIN, "--indent", "2em", "-o", "t.pdf")
        self.assertAlmostEqual(self.lines()[0][0], MARGIN + 20, delta=.02)
        self.assertAlmostEqual(self.lines()[1][0], MARGIN, delta=.02)

    def test_align(self):
        text = "天地玄黄"
        for align, x in (("start", 0), ("center", 80), ("end", 160)):
            self.galley(text, "--align", align, "-o", "t.pdf")
            self.assertAlmostEqual(
                self.lines()[0][0], MARGIN + x, delta=.02)

    def test_columns(self):
        self.galley((PLAIN + "\n") * 3, "--measures", "13em", "--columns",
                    "3", "-o", "t.pdf")
        # 24 lines in three columns, 2 em between them, on one grid
        self.assertEqual(self.sizes(), [
            (3 * 130 + 2 * 20 + 2 * MARGIN, 8 * 17 + 2 * MARGIN)])
        columns = {}
        for x, y, _, _ in self.words():
            columns.setdefault(int((x - MARGIN + 1) // 150), set()).add(
                round(y, 2))
        self.assertEqual(sorted(columns), [0, 1, 2])
        self.assertEqual(columns[0], columns[1])
        self.assertEqual(columns[0], columns[2])

    def test_vertical(self):
        facts = self.facts(PLAIN, "--mode", "vertical", "--measures", "24em",
                           "-o", "t.pdf")
        self.assertEqual(self.sizes(), [
            (4 * 17 + 2 * MARGIN, 240 + 2 * MARGIN)])
        self.assertEqual(facts["pages"][0]["lines"], 4)


class Lines(Case):
    def test_an_empty_line_between_pages(self):
        self.assertEqual(
            self.galley("天地玄黄宇宙洪荒", "--lines", "-m", "5em,4em"),
            "天地玄黄宇\n宙洪荒\n\n天地玄黄\n宇宙洪荒\n")

    def test_hyphen_is_shown_and_space_is_not(self):
        out = self.galley("The internationalization of metropolitan "
                          "innovation ecosystems", "--lines", "-m", "12em")
        self.assertIn("innova-\n", out)
        self.assertNotIn(" \n", out)

    def test_faults_fail_as_in_the_report(self):
        self.galley("签约,双方", "--lines", "--strict", code=3)
        self.galley(UNKNOWN, "--lines", code=65)


class Text(Case):
    def check_copy(self, text, want, *args):
        self.galley(text, "-o", "t.pdf", *args)
        self.assertEqual(without_space(self.copied(1)), want)

    def test_what_is_copied_is_the_source(self):
        self.check_copy(PROSE, without_space(PROSE))

    def test_a_paragraph_a_line(self):
        facts = self.facts("天地\n\n \t\n玄黄\n　\n宇宙")
        self.assertEqual(facts["summary"]["lines"], 3)

    def test_byte_order_mark_is_no_text(self):
        self.check_copy(b"\xef\xbb\xbf" + "天地,玄黄".encode(), "天地,玄黄")
        facts = self.facts(b"\xef\xbb\xbf" + "天地,玄黄".encode())
        self.assertEqual(facts["suspicious"][0]["column"], 3)

    def test_other_line_ends(self):
        facts = self.facts("天地\r\n玄黄\r\n")
        self.assertEqual(facts["summary"]["lines"], 2)
        self.assertEqual(facts["suspicious"], [])

    def test_tabs(self):
        self.check_copy("\tabc\tdef", "abcdef")

    def test_a_megabyte(self):
        text = PROSE * (1_000_000 // len(PROSE.encode()) + 1)
        facts = self.facts(text)
        self.assertGreater(facts["summary"]["lines"], 16000)

    def test_not_utf8(self):
        self.galley("天地\nab".encode() + b"\xff", code=65, err=(
            "t.txt:2:3: error: file is not UTF-8: byte 0xFF\n"
            "    ab�\n"
            "      ^\n"
            "    hint: save it as UTF-8\n"))

    def test_empty(self):
        for text in ("", "\n \n", "\ufeff"):
            out = self.galley(text, code=65, err=(
                "t.txt:1:1: error: there is no text to set\n" +
                ("    \n    ^\n" if text == "\n \n" else "")))
            self.assertEqual(out, "")


class Report(Case):
    def test_summary(self):
        out = self.galley(PLAIN, "--measures", "20em,10em")
        self.assertRegex(out, r"^page 1 · 20em · zh-Hans · 5 lines, "
                         r"4 justified, slack 0\.0000 em \(mean\), ")
        self.assertIn("\n0 faults in 15 lines on 2 pages\n", out)

    def test_extremes_have_a_place(self):
        facts = self.facts("天地" + PROSE * 3, "--measures", "17em")
        page = facts["pages"][0]
        for key in ("loosest", "tightest"):
            at = page[key]
            self.assertEqual((at["file"], at["line"]), ("t.txt", 1))
            text = "天地" + PROSE * 3
            quote = at["quote"].rstrip("…")
            self.assertTrue(text[at["column"] - 1:].startswith(quote),
                            (at, text[at["column"] - 1:][:10]))
        self.assertGreaterEqual(page["loosest"]["em"],
                                page["tightest"]["em"])

    def test_places_behind_spaces_that_are_not_set(self):
        text = ("已有 38 家企业用 5G 与 AI 技术\u200b改造了 in\u00adter\u00adnal 生产线"
                "，abc def 还有 12 家。") * 3
        facts = self.facts(text + "\n", "--measures", "5em")
        places = facts["faults"] + facts["notes"]
        self.assertGreater(len(places), 3)
        for at in places:
            self.assertEqual(text[at["column"] - 1], at["quote"][0], at)

    def test_slack_is_that_of_the_lines(self):
        # 16 characters in 16.4 em: 0.4 em for 15 gaps
        page = self.facts(PLAIN, "--measures", "16.4em")["pages"][0]
        self.assertAlmostEqual(page["slack_mean_em"], .4 / 15, delta=2e-4)
        self.assertAlmostEqual(page["slack_p95_em"], .4 / 15, delta=2e-4)
        self.assertAlmostEqual(page["loosest"]["em"], .4 / 15, delta=2e-4)

    def test_text_and_json_agree(self):
        text = "今日签约,双方 到场。。\n" + PROSE
        facts = self.facts(text)["summary"]
        out = self.galley(text)
        self.assertIn(f"\n{facts['faults']} faults in {facts['lines']} "
                      f"lines on 1 page, ", out)
        self.assertIn(f"{facts['suspicious']} suspicious places", out)

    def test_slips_of_the_text(self):
        facts = self.facts("好。\n签约,双方。。\n“未完")
        self.assertEqual(
            [(s["kind"], s["found"], s["instead"], s["line"], s["column"])
             for s in facts["suspicious"]],
            [("half-width-mark", ",", "，", 2, 3),
             ("doubled-marks", "。。", "。", 2, 6),
             ("unpaired", "“", None, 3, 1)])
        self.assertIn(
            "t.txt:2:3: half-width “,” in Chinese text; "
            "GB/T 15834 writes “，”\n", self.galley("好。\n签约,双方"))

    def test_quotation_of_several_paragraphs(self):
        self.assertEqual(
            self.facts("“第一段。\n“第二段。”")["suspicious"], [])

    def test_other_languages_have_other_rules(self):
        self.assertEqual(
            self.facts("漢字,漢字", "--lang", "ja")["suspicious"], [])

    def test_what_cannot_be_shown_is_not_written(self):
        err = ("t.txt:1:1: error: “ש” (U+05E9) is of a script that is not "
               "set here\n    שלום\n    ^\n    hint: lines of Han, kana, "
               "Hangul, Latin, Greek and Cyrillic are set; place it as a "
               "picture\n")
        self.galley("שלום", "-o", "t.pdf", code=65, err=err)
        self.assertFalse((self.folder / "t.pdf").exists())

    def test_strict(self):
        self.galley(PLAIN, "--strict")
        self.galley("签约,双方", "--strict", code=3)
        self.galley("签约,双方")

    def test_faults_of_a_narrow_measure(self):
        args = ("--measures", "4em", "--hyphenate", "none")
        text = "天地玄黄strengths宇宙洪荒"
        facts = self.facts(text, *args)
        self.assertGreater(facts["summary"]["faults"], 0)
        self.assertEqual(facts["summary"]["faults"], len(facts["faults"]))
        for fault in facts["faults"]:
            self.assertEqual(fault["page"], 1)
            self.assertGreater(fault["x_mm"], 12)
            self.assertGreater(fault["y_mm"], 12)
        self.assertIn("FAULT", self.galley(text, *args))
        self.galley(text, *args, "--strict", "-o", "t.pdf", code=3)
        self.assertTrue((self.folder / "t.pdf").exists())

    def test_cut_tokens_are_notes(self):
        facts = self.facts("校验值为" + "0123456789abcdef" * 6,
                           "--measures", "12em")
        self.assertIn("token-cut", {n["kind"] for n in facts["notes"]})
        self.assertEqual(facts["summary"]["notes"], len(facts["notes"]))

    def test_files(self):
        self.galley(PLAIN, "--report=r.txt")
        self.assertIn("0 faults in 5 lines", (
            self.folder / "r.txt").read_text())
        self.galley(PLAIN, "--report", "r.json")
        self.assertEqual(json.loads((self.folder / "r.json").read_text())
                         ["summary"]["lines"], 5)
        self.assertEqual(self.galley(PLAIN, "--report"), self.galley(PLAIN))
        self.assertEqual(self.galley(PLAIN, "--report", "json"),
                         self.galley(PLAIN, "--json"))


class Missing(Case):
    """Characters that no font has: a box, a message, and 65 at the end."""

    def missing(self, text, *args):
        self.write(text)
        done = subprocess.run(
            [tap.JIANBAO, "galley", "t.txt", "-o", "t.pdf", "--json", *args],
            cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 65, done.stderr.decode())
        facts = json.loads(done.stdout)
        faults = [f for f in facts["faults"] if f["kind"] == "missing-glyph"]
        self.assertEqual(facts["summary"]["missing"], len(faults))
        return faults

    def test_place_and_code_point(self):
        faults = self.missing("天地玄黄" * 6 + UNKNOWN + "宇宙")
        self.assertEqual(
            [(f["kind"], f["code_point"], f["character"], f["page"])
             for f in faults],
            [("missing-glyph", "U+1FAE8", UNKNOWN, 1)])
        # the fifth of the second line of twenty
        self.assertAlmostEqual(
            faults[0]["x_mm"], (MARGIN + 40) / 72 * 25.4, delta=.02)
        self.assertEqual(without_space(self.copied(1)),
                         "天地玄黄" * 6 + UNKNOWN + "宇宙")

    def test_each_one_is_told(self):
        faults = self.missing("地" * 30 + ("天" + UNKNOWN) * 3)
        self.assertEqual([(f["line"], f["column"]) for f in faults],
                         [(1, 32), (1, 34), (1, 36)])

    def test_before_a_space(self):
        for mode in ("horizontal", "vertical"):
            self.missing(f"{UNKNOWN} 《天地》", "--mode", mode)
            self.assertGreater((self.folder / "t.pdf").stat().st_size, 500)

    def test_before_a_soft_hyphen(self):
        self.assertEqual(len(self.missing(
            UNKNOWN + "\u00ad(", "--measures", "1em")), 1)

    def test_alone(self):
        self.missing(UNKNOWN)
        self.missing(f"天地\n{UNKNOWN}\n玄黄")


class Options(Case):
    def refuse(self, *args, err, code=2):
        self.write(PLAIN)
        self.run_it("galley", "t.txt", "-o", "t.pdf", *args, code=code,
                    err=f"jianbao: {err}\n")
        self.assertFalse((self.folder / "t.pdf").exists())

    def test_lengths(self):
        self.refuse("--measures", "20", err=(
            "--measures takes a length like 20em, 200pt or 70mm, not “20”"))
        self.refuse("--measures", "20em,,13em", err=(
            "--measures takes a length like 20em, 200pt or 70mm, not “”"))
        self.refuse("--measures", "0.5em", err=(
            "--measures is from 10pt to 10000pt, not “0.5em”"))
        self.refuse("--size", "1em", err=(
            "--size has no em to be measured in: “1em”"))
        self.refuse("--size", "2pt", err=(
            "--size is from 3pt to 400pt, not “2pt”"))
        self.refuse("--leading", "0.5em", err=(
            "--leading is from 10pt to 100pt, not “0.5em”"))
        self.refuse("--indent", "-1em", err=(
            "--indent is from 0pt to 200pt, not “-1em”"))

    def test_words(self):
        self.refuse("--align", "left", err=(
            "--align is justify, start, center or end, not “left”"))
        self.refuse("--mode", "down", err=(
            "--mode is horizontal or vertical, not “down”"))
        self.refuse("--prohibit", "all", err=(
            "--prohibit is basic, none, gb or strict, not “all”"))
        self.refuse("--hyphenate", "", err=(
            "--hyphenate is none or a language with a dictionary, not “”"))
        self.refuse("--measures", "", err=(
            "--measures takes a length like 20em, 200pt or 70mm, not “”"))
        self.refuse("--lang", "", err=(
            "--lang takes tags like zh-Hans, zh-Hant-TW, ja or ko, not “”"))
        self.refuse("--hyphenate", "xx", err=(
            "--hyphenate is none or a language with a dictionary, not “xx”"))
        self.refuse("--lang", "zh_CN", err=(
            "--lang takes tags like zh-Hans, zh-Hant-TW, ja or ko, not "
            "“zh_CN”"))
        self.refuse("--columns", "0", err=(
            "--columns is from 1 to 20, not 0"))

    def test_fonts(self):
        self.write(PLAIN)
        self.run_it("galley", "t.txt", "--font", "Nope", code=2, err=(
            "error: no font family “Nope”\n"
            "    hint: “jianbao fonts” lists the families\n"))

    def test_files(self):
        self.run_it("galley", code=2, err="jianbao: galley takes one text\n")
        self.run_it("galley", "no.txt", code=66, err=(
            "jianbao: cannot read “no.txt”: No such file or directory\n"))
        self.refuse("-o", "t.jpg", err=(
            "“.jpg” is no format of ours: pdf, png or svg (or say "
            "--format)"))
        self.refuse("-o", "t.txt", err=(
            "--output “t.txt” is a file that is read"))
        self.refuse("--report=t.txt", err=(
            "--report “t.txt” is a file that is read"))
        self.refuse("-o", "-", err=(
            "pages and report do not both go to standard output; say "
            "--report=FILE"))
        self.refuse("--report", "text", "--json", err=(
            "--report text and --json contradict each other"))

    def test_a_report_in_a_file_needs_its_sign(self):
        """What follows --report may be the text itself: never written to."""
        self.write(PLAIN)
        hint = "; for a report in a file say --report=r.txt\n"
        self.run_it("galley", "t.txt", "--report", "r.txt", code=2,
                    err="jianbao: galley takes one text" + hint)
        self.run_it("render", GOOD, "--report", "r.txt", code=2,
                    err="jianbao: render takes one report" + hint)
        self.assertFalse((self.folder / "r.txt").exists())
        self.run_it("galley", "t.txt", "u.txt", "--report", code=2,
                    err="jianbao: galley takes one text\n")
        self.assertEqual(self.run_it("galley", "--report", "t.txt"),
                         self.run_it("galley", "t.txt"))

    def test_a_style_of_a_layout(self):
        self.galley(PLAIN, "--style", "body", "-o", "t.pdf")
        width = self.sizes()[0][0] - 2 * MARGIN
        size = width / 20
        self.galley(PLAIN, "--style", "body@briefing", "--size", "20pt",
                    "-o", "t.pdf")
        self.assertEqual(self.sizes()[0][0], 400 + 2 * MARGIN)
        self.assertTrue(6 < size < 14, size)
        (self.folder / "t.pdf").unlink()
        self.refuse("--style", "bodi", err=(
            "--style: the layout “briefing” has no style “bodi”"))

    def test_levels_of_prohibition(self):
        # a comma that only the lowest level lets start a line
        text = "天" * 10 + "，" + "天" * 9
        for level, lines in (("none", 2), ("basic", 3)):
            facts = self.facts(text, "--measures", "10em", "--prohibit",
                               level)
            self.assertEqual(facts["summary"]["lines"], lines)


class RenderReport(Case):
    def test_text(self):
        out = self.run_it("render", GOOD, "-o", "t.pdf", "--report")
        self.assertRegex(out, r"\n\d+ faults in \d+ lines on \d+ pages?")

    def test_before_the_report(self):
        self.assertEqual(
            self.run_it("render", "--report", GOOD, "-o", "t.pdf"),
            self.run_it("render", GOOD, "-o", "t.pdf", "--report", "text"))

    def test_json_points_into_the_report(self):
        facts = json.loads(
            self.run_it("render", GOOD, "-o", "t.pdf", "--json"))
        self.assertGreater(facts["summary"]["lines"], 3)
        at = [p["loosest"] for p in facts["pages"] if p["loosest"]]
        for place in at:
            self.assertEqual(place["file"], GOOD)
        self.assertEqual([p["label"] for p in facts["pages"]], [
            str(i + 1) for i in range(len(facts["pages"]))])

    def test_slips_are_the_warnings(self):
        text = Path(GOOD).read_text()
        self.write(text.replace("，", ",", 1), "r.yaml")
        done = subprocess.run(
            [tap.JIANBAO, "render", "r.yaml", "-o", "t.pdf", "--json"],
            cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        slips = json.loads(done.stdout)["suspicious"]
        self.assertEqual([s["kind"] for s in slips], ["half-width-mark"])
        self.assertIn(f"r.yaml:{slips[0]['line']}:{slips[0]['column']}: "
                      "warning: half-width “,”", done.stderr.decode())

    def test_both_to_standard_output(self):
        self.run_it("render", GOOD, "-o", "-", "--report", code=2, err=(
            "jianbao: pages and report do not both go to standard output; "
            "say --report=FILE\n"))

    def test_pages_there_and_report_in_a_file(self):
        self.run_it("render", GOOD, "-o", "t.pdf", "--report=t.json")
        self.assertIn("pages", json.loads(
            (self.folder / "t.json").read_text()))


if __name__ == "__main__":
    tap.main()
