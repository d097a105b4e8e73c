#!/usr/bin/python3
"""Codes of messages: each has one, none has two, and what `jianbao explain`
shows as wrong is wrong, as right is right."""
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap

TOOL = tap.TOP / "tools/check-codes"
# A report's keys, for examples that leave them out.
REPORT = {
    "jianbao": "jianbao: report/1\n",
    "meta": "meta: {name: good, title: 好的简报, from: 2025-01, to: 2025-06}\n",
    "figures": "figures:\n"
               "  parks: {value: 38, unit: 个, label: 公园, section: a}\n"
               "  big: {value: 25, unit: 个, label: 综合公园, section: a}\n",
    "sections": "sections: [{id: a, title: 公园}]\n",
}


def jianbao(*args):
    return subprocess.run([tap.JIANBAO, *args], capture_output=True,
                          encoding="utf-8", timeout=60)


def explained():
    table = (tap.TOP / "src/base/explain.def").read_text(encoding="utf-8")
    return re.findall(r"^EXPLAIN\((\d+),", table, re.M)


def examples(code):
    said = jianbao("explain", code, "--messages", "en").stdout
    parts = re.split(r"\n(?:Wrong|Right):\n\n", said)[1:]
    return [re.sub(r"^    ", "", part, flags=re.M) for part in parts]


def codes_of(folder, text):
    """What `check` says of an example, as codes without their letter."""
    file, report = Path(folder) / "example.yaml", Path(folder) / "report.yaml"
    file.write_text(text, encoding="utf-8")
    rest = [keys for key, keys in REPORT.items()
            if not re.search(f"^{key}:", text, re.M)]
    whole = "".join(REPORT.values())
    if text.startswith("jianbao: layout/1"):
        report.write_text(whole, encoding="utf-8")
        args = [report, "--layout", file]
    else:
        report.write_text("".join(rest) + text, encoding="utf-8")
        args = [report]
    done = subprocess.run(
        [tap.JIANBAO, "check", "--diagnostics", "json", *args],
        capture_output=True, encoding="utf-8", timeout=60)
    return [json.loads(line).get("code", "-")
            for line in done.stderr.splitlines()]


class Explain(unittest.TestCase):
    maxDiff = None

    def test_examples(self):
        self.assertGreaterEqual(len(explained()), 37)
        for code in explained():
            wrong, right = examples(code)
            with self.subTest(code=code), \
                    tempfile.TemporaryDirectory() as folder:
                self.assertIn(f"{int(code):04}",
                              [c[1:] for c in codes_of(folder, wrong)])
                self.assertEqual([], codes_of(folder, right))

    def test_values_of_all_kinds(self):
        """%04X was no value, and the title read on behind its format."""
        self.assertTrue(jianbao("explain", "149").stdout.startswith(
            "0149  … (U+…) is used as indentation\n"))
        self.assertTrue(jianbao("explain", "708").stdout.startswith(
            "0708  no face of “…” has the character “…” (U+…)\n"))

    def test_two_languages(self):
        for code in explained():
            with self.subTest(code=code):
                english = jianbao("explain", code, "--messages", "en").stdout
                chinese = jianbao("explain", code, "--messages", "zh").stdout
                head = english.split("\nWrong:")[0]
                self.assertNotRegex(head.split("\n\n")[1], "简报|版式")
                self.assertIn("\n错误的写法：\n", chinese)
                self.assertRegex(chinese.split("\n\n")[1], "[一-鿿]{4}")

    def test_ways_to_write_a_code(self):
        want = jianbao("explain", "E0286").stdout
        self.assertTrue(want.startswith("0286  unknown key"))
        for code in ("W0286", "e286", "286", "0286"):
            self.assertEqual(want, jianbao("explain", code).stdout)

    def test_no_such_code(self):
        for code in ("E9999", "x", "", "E-1", "E"):
            done = jianbao("explain", code)
            self.assertEqual((2, ""), (done.returncode, done.stdout))
            self.assertEqual(f"jianbao: there is no message with the code "
                             f"“{code}”\n", done.stderr)

    def test_keys_of_what_is_not_explained(self):
        self.assertEqual(
            "0309  “…” has the greatest before the least\n",
            jianbao("explain", "309").stdout)
        self.assertIn("  page.ascent: From the top of a grid line",
                      jianbao("explain", "239").stdout)

    def test_all_are_listed(self):
        listed = jianbao("explain").stdout.splitlines()
        rows = re.findall(
            r"^CODE\(", (tap.TOP / "src/base/codes.def").read_text(), re.M)
        self.assertEqual(len(rows), len(listed))
        self.assertEqual(sorted(listed), listed)

    def test_terminal_is_pointed_to_it(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "a.yaml"
            file.write_text("jianbao: report/1\nmeat: {}\n")
            try:
                main, side = pty.openpty()
            except OSError as why:
                self.skipTest(f"no terminals here: {why}")
            subprocess.run([tap.JIANBAO, "check", file], stderr=side,
                           stdout=subprocess.DEVNULL)
            os.close(side)
            said = os.read(main, 65536).decode()
            os.close(main)
            piped = jianbao("check", file).stderr
        self.assertTrue(said.endswith(
            "to know more: jianbao explain E0287 E0286\r\n"), said)
        self.assertNotIn("explain", piped)


class Table(unittest.TestCase):
    def faults(self, source, table):
        with tempfile.TemporaryDirectory() as folder:
            src = Path(folder)
            (src / "base").mkdir()
            (src / "a.c").write_text(source, encoding="utf-8")
            (src / "base/codes.def").write_text(table, encoding="utf-8")
            return subprocess.run([TOOL, src], capture_output=True,
                                  encoding="utf-8").stdout.splitlines()

    def test_sources(self):
        found = subprocess.run([TOOL], capture_output=True, encoding="utf-8")
        self.assertEqual([], found.stdout.splitlines())

    def test_fine(self):
        self.assertEqual([], self.faults(
            'jb_error(d, p, "one %s", a); jb_hint(d, "two");',
            'CODE(1, "one %s")\nOLD(2)\n'))

    def test_number_given_twice(self):
        self.assertEqual(
            ["base/codes.def:2: 1 was given in line 1"],
            self.faults('jb_error(d, p, "one");', 'CODE(1, "one")\nOLD(1)\n'))

    def test_no_code_and_nobody(self):
        self.assertEqual(
            ["base/codes.def:1: nobody says this: change the words here, too, "
             "or write OLD(1): two words",
             "a.c:1: no code (tools/check-codes --give): one word"],
            self.faults('jb_warning(d, p, "one word");',
                        'CODE(1, "two words")\n'))


if __name__ == "__main__":
    tap.main()
