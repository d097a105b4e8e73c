#!/usr/bin/python3
"""Pictures of a table's columns: what transforms make of the numbers, which
cells they come from, and what is refused."""
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

REPORT = """jianbao: report/1
meta: {name: t, title: 标题}
figures: {}
tables:
  wide:
    label: 甲
    missing: {"": not_stated}
    columns: [县, 区, {label: 产值, unit: 亿元}, {label: 增速, unit: "%%"}]
    rows:
      - [甲县, 山, 40.5, 3.1]
      - [乙县, 川, 10, 2.0]
      - [丙县, 山, "", 1.0]
      - [丁县, 川, 49.5, -2.5]
      - [戊县, 海, 0, 4.0]
      - {total: table, cells: [合计, "", 101, 2.2]}
  years:
    label: 乙
    unit: 人
    columns: [区, "2021", "2022", "2024"]
    rows:
      - [山, 100, 110, 130]
      - [川, 200, 190, 260]
  long:
    label: 丙
    unit: 吨
    columns: [年, 种, 量]
    rows:
      - ["2021", 米, 5]
      - ["2021", 麦, 6]
      - ["2022", 米, 7]
      - ["2022", 麦, 8]
sections:
  - id: a
    title: 标题
    pictures:
      - {form: %s, of: %s%s}
"""


class Transform(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)

    def run_on(self, form, of, transform=None):
        steps = f", transform: {transform}" if transform else ""
        Path(self.home.name, "r.yaml").write_text(REPORT % (form, of, steps))
        return subprocess.run([tap.JIANBAO, "trace", "r.yaml"], text=True,
                              cwd=self.home.name, capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})

    def alt(self, form, of, transform=None):
        """What the picture says in words, and the whole trace."""
        done = self.run_on(form, of, transform)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def texts(self, *args):
        return re.findall(r'"([^"]*)"', self.alt(*args))

    def words(self, *args):
        """All that is printed, joined: numbers have runs of their own."""
        return re.sub("[ \u200b\u3000]", "", "".join(self.texts(*args)))

    def said(self, *args):
        done = self.run_on(*args)
        self.assertNotEqual(done.returncode, 0)
        return done.stderr

    def order(self, *args):
        return [t for t in self.texts(*args) if re.fullmatch("[甲乙丙丁戊]县", t)]

    def test_rows_without_totals(self):
        out = self.alt("bars", "{table: wide, y: 产值}")
        self.assertIn("wide.甲县.产值", out)
        self.assertNotIn("合计", out)
        self.assertIn("未公布", out)

    def test_sort(self):
        of = "{table: wide, y: 产值}"
        self.assertEqual(self.order("bars", of, "{sort: falling}"),
                         ["丁县", "甲县", "乙县", "戊县", "丙县"])
        self.assertEqual(self.order("bars", of, "{sort: rising}"),
                         ["戊县", "乙县", "甲县", "丁县", "丙县"])
        self.assertEqual(
            self.order("bars", "{table: wide, y: [增速]}",
                       "{sort: {by: 增速, order: rising}}"),
            ["丁县", "丙县", "乙县", "甲县", "戊县"])

    def test_filter(self):
        of = "{table: wide, y: 产值}"
        self.assertEqual(self.order("bars", of, "{filter: {区: 山}}"),
                         ["甲县", "丙县"])
        self.assertEqual(
            self.order("bars", of, "{filter: {区: [山, 海]}, sort: falling}"),
            ["甲县", "戊县", "丙县"])
        self.assertEqual(
            self.order("bars", of, "{filter: {产值: {least: 10, most: 45}}}"),
            ["甲县", "乙县"])
        err = self.said("bars", of, "{filter: {区: 沙}}")
        self.assertIn("no row is left", err)
        err = self.said("bars", of, "{filter: {产直: 1}}")
        self.assertIn("there is no column “产直” here", err)
        self.assertIn("did you mean “产值”?", err)

    def test_top(self):
        of = "{table: wide, y: 产值}"
        out = self.alt("bars", of, "{top: 2}")
        # 10 + 0 and one that is missing: at least 10
        self.assertRegex(out, r'wide\.其他\.产值')
        words = self.words("bars", of, "{top: 2}")
        self.assertIn("10亿元以上", words)
        self.assertIn("其他共3项", words)
        words = self.words("bars", of, "{top: {most: 2, rest: false}}")
        self.assertNotIn("其他共", words)
        self.assertIn("另有3项未列出", words)
        self.assertNotIn("其他", self.alt("bars", of, "{top: 4}"))
        err = self.said("bars", "{table: wide, y: 增速}", "{top: 2}")
        self.assertIn("“增速” does not add up", err)
        self.assertIn("rest: false", err)

    def test_group(self):
        out = self.alt("column", "{table: wide, y: 产值}", "{group: 区}")
        self.assertIn("40.5以上",
                      self.words("column", "{table: wide, y: 产值}",
                                 "{group: 区}"))
        self.assertIn("59.5", out)
        self.assertIn("wide.川.产值", out)
        self.assertIn("wide.戊县.产值", out)  # alone in its group: the cell

    def test_fold_and_by(self):
        of = "{table: years, x: 年, by: 区}"
        fold = "fold: {name: 年, value: 人数}"
        out = self.alt("line", of, f"{{{fold}}}")
        self.assertIn("years.山.2024", out)
        self.assertIn("2023", out)  # time has equal steps
        self.assertIn("山130.0",
                      self.words("line", of, f"{{{fold}, index: first}}"))
        out = self.alt("stacked", of, f"{{{fold}, share: row}}")
        for share in ("33.3", "66.7", "36.7", "63.3"):
            self.assertIn(share, out)
        err = self.said("line", of, f"{{{fold}, index: 2020}}")
        self.assertIn("there is no row “2020”", err)

    def test_long(self):
        self.assertIn(
            "麦8", self.words("line", "{table: long, x: 年, y: 量, by: 种}"))
        err = self.said("line", "{table: long, x: 种, y: 量, by: 种}")
        self.assertIn("two rows have “米” and “米”", err)

    def test_cumulate(self):
        words = self.words("line", "{table: long, x: 年, y: 量, by: 种}",
                           "{cumulate: true}")
        self.assertIn("麦14", words)
        self.assertIn("米12", words)
        out = self.alt("column", "{table: wide, y: 产值}", "{cumulate: true}")
        self.assertIn("50.5", out)
        self.assertNotIn("100.0", out)  # nobody knows, once one is missing

    def test_average(self):
        out = self.alt("line", "{table: years, x: 年, by: 区}",
                       "{fold: {name: 年, value: 人数}, average: 2}")
        self.assertIn("120.0", out)  # (110 + 130) / 2
        self.assertIn("2期移动平均", self.words(
            "line", "{table: years, x: 年, by: 区}",
            "{fold: {name: 年, value: 人数}, average: 2}"))

    def test_mean(self):
        """Of what is known, and it says so; drawn at its value."""
        out = self.alt("column", "{table: wide, y: 产值}",
                       "{sort: falling}, mean: true")
        self.assertIn("已公布的平均25.0", self.words(
            "column", "{table: wide, y: 产值}", "{sort: falling}, mean: true"))
        line = float(re.search(
            r"^path \S+ (\S+) .*figure mean\b.*", out, re.M)[1])
        bars = {name: re.search(
            rf"^path \S+ (\S+) \S+ (\S+) .*figure wide\.{name}县\.产值\b",
            out, re.M) for name in "甲丁"}
        foot = {float(b[1]) + float(b[2]) for b in bars.values()}
        self.assertAlmostEqual(max(foot), min(foot), places=1)
        self.assertAlmostEqual((max(foot) - line) / float(bars["甲"][2]),
                               25 / 40.5, places=2)
        self.assertIn("平均195.0", self.words(
            "column", "{table: years, y: '2024'}", "{top: 2}, mean: true"))

    def test_mean_refused(self):
        self.assertIn("“mean” is for forms that stand on an axis", self.said(
            "pie", "{table: years, y: '2021'}", "{top: 2}, mean: true"))
        self.assertIn("what is in several units has no mean to show",
                      self.said("combo", "{table: wide, y: [产值, 增速]}",
                                "{top: 9}, mean: true"))

    def test_share(self):
        err = self.said("column", "{table: wide, y: 产值}", "{share: column}")
        self.assertIn("without this value no share can be told", err)
        err = self.said("column", "{table: wide, y: 增速}", "{share: column}")
        self.assertIn("what is below zero is no part of a whole", err)
        out = self.alt("column", "{table: wide, y: 产值}",
                       "[{filter: {产值: {least: 0}}}, {share: column}]")
        for share in ("40.5", "10.0", "49.5", "0.0"):
            self.assertIn(share, out)

    def test_lengths_are_exact(self):
        """A share of a third is as long as a third, whatever is said of it."""
        out = self.alt("column", "{table: years, y: '2021'}", "{share: column}")
        one, two = (
            float(re.search(rf"path \S+ \S+ \S+ (\S+) .*figure "
                            rf"years\.{name}\.2021\b", out)[1])
            for name in "山川")
        self.assertAlmostEqual(one / two, 0.5, places=3)
        self.assertIn("33.3", out)

    def test_bin(self):
        out = self.words("column", "{table: wide, y: 产值}",
                         "{bin: {width: 20, unit: 个县}}")
        for words in ("0—20", "20—40", "40—60", "1项没有数值，未计入",
                      "各组含下限，不含上限"):
            self.assertIn(words, out)
        err = self.said("column", "{table: wide, y: 产值}",
                        "{bin: {width: 0.1}}")
        self.assertIn("classes this narrow are too many", err)

    def test_refusals(self):
        self.assertIn("there is no table “none”",
                      self.said("bars", "{table: none}", None))
        self.assertIn("the column “区” has no numbers",
                      self.said("bars", "{table: wide, y: 区}", None))
        self.assertIn("“transform” is for columns of a table",
                      self.said("bars", "wide.产值", "{sort: falling}"))
        self.assertIn("unknown key “srot”",
                      self.said("bars", "{table: wide}", "{srot: falling}"))

    def test_same_bytes(self):
        args = ("bars", "{table: wide, y: 产值}", "{top: 2}")
        self.assertEqual(self.alt(*args), self.alt(*args))


if __name__ == "__main__":
    tap.main()
