#!/usr/bin/python3
"""Tables whose rows stand in a CSV or JSON file beside the report: what is
read, and what is said about files as people save them."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import tap

REPORT = """jianbao: report/1
meta: {name: t, title: 标题}
figures: {}
tables:
  gdp: {label: 产值, section: a, file: %s%s}
sections:
  - id: a
    title: 标题
    prose: %s
"""


class Files(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)
        self.folder = Path(self.home.name) / "report"
        self.folder.mkdir()

    def run_on(self, command, text, file="a.csv", keys="", prose="无"):
        if text is not None:
            data = text if isinstance(text, bytes) else text.encode()
            (self.folder / file).write_bytes(data)
        (self.folder / "r.yaml").write_text(REPORT % (file, keys, prose))
        return subprocess.run([tap.JIANBAO, *command, "r.yaml"],
                              cwd=self.folder, text=True, capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})

    def said(self, text, **more):
        done = self.run_on(["check"], text, **more)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        return done.stderr

    def figures(self, text, **more):
        done = self.run_on(["figures"], text, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def fine(self, text, **more):
        done = self.run_on(["check"], text, **more)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_cells_are_figures(self):
        keys = (", columns: [地区, {from: 值, id: v, label: 产值, unit: 亿元,"
                " decimals: 1}]")
        prose = "甲地${gdp.甲.v}，乙地${gdp.乙.v}"
        for name, text in {
                "a.csv": "\ufeff地区,年,值\r\n甲,2020,12.0\r\n乙,2020,约3.5\r\n",
                "b.csv": "地区;年;值\n甲;2020;12.0\n\n乙;2020; 约3.5 \n",
                "c.tsv": "地区\t年\t值\n甲\t2020\t12.0\n乙\t2020\t约3.5",
                "d.csv": '"地区","年","值"\n"甲",2020,"12.0"\n"乙",2020,约3.5\n',
                "e.json": '[{"地区": "甲", "值": 12.0},\n'
                          '\t{"\\u5730区": "乙", "值": "约3.5"}]',
                "f.json": '[["值", "地区"], [12.0, "甲"], ["约3.5", "乙"]]',
        }.items():
            with self.subTest(name):
                done = self.run_on(["figures"], text, file=name, keys=keys,
                                   prose=prose)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn("gdp.甲.v", done.stdout)
                self.assertIn("12.0亿元", done.stdout)
                self.assertIn("约3.5亿元", done.stdout)

    def test_all_columns(self):
        out = self.figures("地区,值\n甲,1\n乙,2\n", prose="${gdp.乙.值}")
        self.assertIn("gdp.乙.值", out)

    def test_rows_after_the_file(self):
        out = self.figures("地区,值\n甲,1\n乙,2\n", prose="${gdp.all.值}",
                           keys=", rows: [{id: all, total: table, cells:"
                                " [合计, sum]}]")
        self.assertRegex(out, r"gdp\.all\.值.*3")
        err = self.said("地区,值\n甲,1\n乙,2\n",
                        keys=", rows: [{total: table, cells: [合计, 4]}]")
        self.assertIn("its rows add up to 3", err)

    def test_no_figures_of_its_own(self):
        with mock.patch(f"{__name__}.REPORT",
                        REPORT.replace("figures: {}\n", "")):
            out = self.figures("地区,值\n甲,1\n", prose="${gdp.甲.值}")
        self.assertIn("gdp.甲.值", out)

    def test_empty_is_never_zero(self):
        text = "地区,值\n甲,1\n乙,\n丙,…\n丁,2\n"
        err = self.said(text)
        self.assertIn("a.csv:3:3: error: “” does not say why", err)
        self.assertIn('missing: {"": not_stated}', err)
        self.assertIn("a.csv:4:3: error: “…” does not say why", err)
        out = self.figures(text, prose="${gdp.乙.值}${gdp.丙.值}",
                           keys=', missing: {"": not_stated, …: not_collected}')
        self.assertRegex(out, r"gdp\.乙\.值.*未公布")
        self.assertRegex(out, r"gdp\.丙\.值.*未统计")
        self.assertIn("a.json:2:", self.said(
            '[{"地区": "甲", "值": 1},\n{"地区": "乙", "值": null},\n'
            ' {"地区": "丙", "值": 2}]', file="a.json"))

    def test_places(self):
        err = self.said("说明\n地区,值\n甲乙,丙\n丁,1\n戊,2\n", keys=", head: 2")
        self.assertIn("a.csv:3:4: error: “丙” is not a number", err)
        err = self.said('地区,值\n"甲\n乙",x\n丁,1\n戊,2\n')
        self.assertIn("a.csv:3:4: error: “x” is not a number", err)

    def test_digits(self):
        err = self.said('地区,值\n甲,１２\n乙,"1,197"\n丙,3\n丁,4\n戊,5\n')
        self.assertIn("a.csv:2:3: error: “１２” is not a number", err)
        self.assertIn("write plain digits: 12\n", err)
        self.assertIn("write plain digits: 1197\n", err)

    def test_ragged(self):
        err = self.said("地区,值\n甲,1\n乙,1,197\n丙\n丁,a,b\n")
        self.assertIn("a.csv:3:1: error: a row of 3 in a table of 2", err)
        self.assertIn("“1,197” is two cells: leave the comma out", err)
        self.assertIn("a.csv:4:1: error: a row of 1 in a table of 2", err)
        self.assertIn("a cell that is empty has its comma", err)
        self.assertIn('stands in quotes: "a, b"', err)
        err = self.said("地区,值\n" + "甲\n" * 50)
        self.assertEqual(err.count("a row of 1"), 20)
        self.assertIn("50 rows in all", err)

    def test_quotes(self):
        err = self.said('地区,值\n"甲,1\n')
        self.assertIn("a.csv:2:1: error: a quote that is never closed", err)
        err = self.said('地区,值\n"甲"x,1\n')
        self.assertIn("a.csv:2:4: error: text after a closing quote", err)
        self.fine('地区,值\n"甲""乙""丙",1\n')

    def test_encodings(self):
        text = "地区,值\n甲县和乙县的产值,1\n"
        err = self.said(text.encode("gbk"))
        self.assertIn("looks like GBK", err)
        self.assertIn("CSV UTF-8", err)
        self.assertIn("UTF-16", self.said(text.encode("utf-16")))

    def test_heads(self):
        err = self.said("地区,,地区\n甲,1,2\n")
        self.assertIn("a.csv:1:4: error: a column without a head", err)
        self.assertIn("a.csv:1:5: error: a second column “地区”", err)
        self.assertIn("part them with ASCII commas",
                      self.said("地区，值\n甲，1\n"))
        self.assertIn("there are no rows here", self.said("\n\n"))
        self.assertIn("201 columns are more than 200", self.said(
            ",".join(f"c{i}" for i in range(201)) + "\n"))
        err = self.said("地区,产值\n甲,1\n", keys=", columns: [地区, 产直]")
        self.assertIn("the file has no column “产直”", err)
        self.assertIn("did you mean “产值”?", err)

    def test_json(self):
        for text, place, what in [
                ('[{"a": 1}', "1:10", "is missing here"),
                ("[{'a': 1}]", "1:3", 'a key in " " is missing'),
                ('[{"a": 1, "a": 2}]', "1:11", "a second key “a”"),
                ('[{"a": NaN}]', "1:8", "no value of JSON"),
                ('[{"a": {"b": 1}}]', "1:8", "a cell cannot be a mapping"),
                ('[{"a": "\\ud800"}]', "1:", "no such escape"),
                ('{"a": [1]}', "1:1", "is a list of objects"),
                ('[["a", "b"], [1]]', "1:14", "a row of 1 in a table of 2"),
                ("[" * 100, "1:65", "too deep"),
                ("[1] x", "1:5", "something after the end"),
        ]:
            with self.subTest(text):
                self.assertRegex(self.said(text, file="a.json"),
                                 rf"a\.json:{place}.*{what}")

    def test_jail(self):
        (self.folder.parent / "out.csv").write_text("地区,值\n甲,1\n")
        for name in ("../out.csv", "/etc/x.csv"):
            self.assertIn("is outside the folder of its report",
                          self.said(None, file=name))
        os.symlink("../out.csv", self.folder / "link.csv")
        self.assertIn("is outside the folder of its report",
                      self.said(None, file="link.csv"))
        self.assertIn("cannot be read: cannot read “none.csv”",
                      self.said(None, file="none.csv"))
        self.assertIn("“a.xlsx” is no file of a table",
                      self.said(None, file="a.xlsx"))

    def test_either(self):
        (self.folder / "r.yaml").write_text(
            (REPORT % ("x", "", "无")).replace("file: x", "columns: [a]"))
        done = subprocess.run([tap.JIANBAO, "check", "r.yaml"], text=True,
                              cwd=self.folder, capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})
        self.assertIn("“rows” is missing", done.stderr)
        self.assertIn("or `file`", done.stderr)

    def test_dates(self):
        prose = "${gdp.r1.值}"
        for date in ("2020-03", "2020/3/5", "2020年3月5日", "2020年"):
            self.fine(f"时间,值\n{date},1\n")
        err = self.said("时间,值\n2020年13月,1\n", prose=prose,
                        keys=", columns: [{label: 时间, type: date}, 值]")
        self.assertIn("a.csv:2:1: error: “2020年13月” is not a date", err)

    def test_no_references(self):
        err = self.said("地区,值\n甲${gdp.r1.值},1\n")
        self.assertIn("a.csv:2:1: error: a file of data holds no ${…}", err)


if __name__ == "__main__":
    tap.main()
