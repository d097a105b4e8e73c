#!/usr/bin/python3
"""The blocks that tell something, in the example that has them all: what is
read, where links lead, which ink a change has, and that nothing is lost.
"""
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

EXAMPLES = tap.TOP / "docs/examples"
REPORT = EXAMPLES / "blocks.yaml"
LAYOUT = EXAMPLES / "blocks-layout.yaml"
ITEM = re.compile(r'^text .*?\| ([^|]+) \| ([^|]+) \| "(.*)" \| (\S+)'
                  r' \| figure (\S+)$', re.M)


def jianbao(*words, report=REPORT, layout=LAYOUT):
    done = subprocess.run([tap.JIANBAO, *words, "-l", layout, report],
                          capture_output=True, encoding="utf-8", timeout=60)
    return done.returncode, done.stdout, done.stderr


def trace(**more):
    code, out, said = jianbao("trace", **more)
    assert code == 0, said
    return out


def changed(text, *pairs):
    """The text with each word of a pair, once there, made the other."""
    for old, new in pairs:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


class Told(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = Path(self.temporary.name)

    def with_layout(self, *pairs):
        file = self.folder / "layout.yaml"
        file.write_text(changed(LAYOUT.read_text("utf-8"), *pairs), "utf-8")
        return jianbao("trace", layout=file)

    def with_report(self, *pairs):
        file = self.folder / "report.yaml"
        file.write_text(changed(REPORT.read_text("utf-8"), *pairs), "utf-8")
        return jianbao("trace", report=file)

    def pdf(self):
        out = self.folder / "blocks.pdf"
        code, _, said = jianbao("render", "-o", out)
        self.assertEqual((code, said), (0, ""))
        return out

    def words(self, scene, ink):
        return "".join(m[3] for m in ITEM.finditer(scene)
                       if m[1].strip() == ink)

    def test_nothing_is_wrong_with_it(self):
        code, _, said = jianbao("trace")
        self.assertEqual((code, said), (0, ""))

    def test_rises_are_red_and_falls_green(self):
        scene = trace()
        self.assertIn("较2017年增长10.0%", self.words(scene, "rise"))
        self.assertIn("较更新前增长120%", self.words(scene, "rise"))
        self.assertEqual("较2017年下降3.3个百分点",
                         self.words(scene, "fall"))

    def test_signs_of_the_theme(self):
        code, scene, said = jianbao("trace", "--set", "theme.signs=western")
        self.assertEqual((code, said), (0, ""))
        self.assertIn("增长10.0%", self.words(scene, "fall"))
        self.assertEqual("较2017年下降3.3个百分点",
                         self.words(scene, "rise"))
        code, scene, said = jianbao("trace", "--set", "theme.signs=judged")
        self.assertIn("增长10.0%", self.words(scene, "fall"))
        self.assertIn("下降3.3个百分点", self.words(scene, "fall"))
        self.assertIn("较更新前增长120%", self.words(scene, "text"))
        code, scene, said = jianbao("trace", "--set", "theme.signs=plain")
        self.assertEqual("", self.words(scene, "rise") +
                         self.words(scene, "fall"))

    def test_inks_of_the_theme(self):
        code, scene, said = jianbao(
            "trace", "--set", "theme.inks.rise=#FF0000")
        self.assertEqual((code, said), (0, ""))
        self.assertIn("增长10.0%", self.words(scene, "rise"))

    def test_every_change_has_its_figure(self):
        found = {m[5] for m in ITEM.finditer(trace())
                 if m[1].strip() in ("rise", "fall") and
                 re.search(r"\d", m[3]) and "2017" not in m[3]}
        self.assertEqual(found, {"homes", "vacant", "green_more"})

    def test_a_change_follows_its_figure(self):
        code, scene, said = self.with_report(
            ("homes:        {value: 1386", "homes:        {value: 1134"))
        self.assertEqual((code, said), (0, ""))
        self.assertIn("较2017年下降10.0%", self.words(scene, "fall"))
        code, scene, said = self.with_report(
            ("homes:        {value: 1386", "homes:        {value: 1260"))
        self.assertIn("与2017年持平", self.words(scene, "text"))

    def test_contents_are_labels_of_pages(self):
        pages = re.findall(r'^page (\d+) "(\w+)"', trace(), re.M)
        self.assertEqual([p for p, _ in pages], ["1", "2", "3", "4"])
        code, scene, said = self.with_layout(
            ("    each: stories\n", "    each: stories\n    start: 205\n"))
        self.assertEqual((code, said), (0, ""))
        first = scene.split("\npage 2")[0]
        numbers = [m[3] for m in ITEM.finditer(first) if m[2].strip() == "LI"]
        self.assertEqual("".join(numbers),
                         "一搬走的人又搬了回来205二树多了一倍206")

    def test_what_is_missing_leaves_no_gap(self):
        code, scene, said = self.with_report(
            ("  kicker: 城市生活\n", ""),
            ("  overline: 改造三年，老街有了新样子\n", ""))
        self.assertEqual((code, said), (0, ""))
        text = next(m for m in ITEM.finditer(scene))
        self.assertEqual((text[2].strip(), text[3]), ("H1", "青石桥街区更新完成"))

    def test_printed_twice_or_nowhere(self):
        code, _, said = self.with_layout(("        from: 2\n", ""))
        self.assertEqual(code, 0)
        self.assertEqual(said.count("is printed twice"), 2)
        code, _, said = self.with_layout(("        from: 2\n",
                                          "        from: 3\n"))
        self.assertEqual(said.count("printed nowhere"), 2)
        code, _, said = self.with_layout(
            ("      - lead: section\n        before: 1lh\n", ""))
        self.assertEqual(said.count("printed nowhere"), 2)

    def test_a_line_over_zero(self):
        """Heights over the hairline are as the values are."""
        scene = (self.folder / "report.yaml")
        report = changed(REPORT.read_text("utf-8"),
                         ("homes_2018:   {value: 1190",
                          "homes_2018:   {value: 693"))
        scene.write_text(report, "utf-8")
        dump = trace(report=scene)
        boxes = re.findall(r"^path (\S+) (\S+) (\S+) (\S+) \| 2 steps \| "
                           r"fill - \| stroke (primary65|text20) (\S+)pt.*"
                           r"figure (\S+)$", dump, re.M)
        zero = next(float(b[1]) for b in boxes if b[4] == "text20")
        to_2018 = next(b for b in boxes
                       if b[4] == "primary65" and b[6] == "homes_2018")
        to_last = [b for b in boxes if b[6] == "homes" and
                   b[4] == "primary65"][0]
        low = zero - (float(to_2018[1]) + float(to_2018[3]))
        high = zero - float(to_last[1])
        self.assertAlmostEqual(low / high, 693 / 1386, delta=0.01)

    @unittest.skipIf(not shutil.which("pdfinfo"), "pdfinfo missing")
    def test_structure(self):
        tree = subprocess.run(["pdfinfo", "-struct", self.pdf()],
                              capture_output=True, encoding="utf-8",
                              check=True).stdout
        for role in ("H1", "L", "LI", "BlockQuote", "Link"):
            self.assertRegex(tree, rf"(?m)^ *{role}\b", role)

    @unittest.skipIf(not shutil.which("qpdf"), "qpdf missing")
    def test_contents_lead_to_their_pages(self):
        text = subprocess.run(["qpdf", "--qdf", "--object-streams=disable",
                               self.pdf(), "-"], capture_output=True,
                              check=True).stdout.decode("latin-1")
        links = re.findall(r"/Subtype /Link", text)
        self.assertEqual(len(links), 2)
        self.assertNotIn("/URI", text)


if __name__ == "__main__":
    tap.main()
