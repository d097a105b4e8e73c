#!/usr/bin/python3
"""`jianbao trace --boxes`: where blocks stand, in words and drawn."""
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap

REPORT = """\
jianbao: report/1
meta: {name: a, title: 甲}
figures:
  a: {value: 1, label: 甲}
sections: []
"""

LAYOUT = """\
jianbao: layout/1
extends: briefing
page:
  size: [100mm, 100mm]
  margin: {top: 20mm, bottom: 20mm, inner: 10mm, outer: 20mm}
  sides: two
masters: {bare: {}}
pages:
  - master: bare
    blocks:
      - row:
          - {space: 10mm, span: 3}
          - column:
              - {rule: 1mm}
              - {space: 5mm}
            span: 3
            padding: 2mm
  - master: bare
    blocks: [{space: 10mm}]
"""


class Boxes(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "a.yaml").write_text(REPORT, encoding="utf-8")
        (self.folder / "l.yaml").write_text(LAYOUT, encoding="utf-8")

    def trace(self, *args, layout="l.yaml"):
        done = subprocess.run(
            [tap.JIANBAO, "trace", "a.yaml", "-l", layout, *args],
            cwd=self.folder, capture_output=True, encoding="utf-8")
        return done

    def test_places(self):
        lines = [line for line in self.trace("--boxes").stdout.splitlines()
                 if line.startswith(("page", "block"))]
        gutter = 18 / 72 * 25.4
        half = (70 - gutter) / 2
        right = 48.174  # 10 + half + gutter, cut to hundredths by the print

        def line(*args):
            x, y, w, h, kind, place = args
            return (f"block {x:.2f} {y:.2f} {w:.2f} {h:.2f} | {kind} | "
                    f"l.yaml:{place}")

        heights = [float(row.split()[4]) for row in lines[1:4]]
        self.assertEqual([
            'page 1 "1" 100.00 100.00',
            line(10, 20, 70, heights[0], "row", "11:9"),
            line(10, 20, half, 10, "space", "12:14"),
            line(right, 20, half, heights[2], "column", "13:13"),
            line(right + 2, 22, half - 4, 1, "rule", "14:18"),
            line(right + 2, 23, half - 4, 5, "space", "15:18"),
            'page 2 "2" 100.00 100.00',
            line(20, 20, 70, 10, "space", "19:15"),
        ], lines)

    def test_nothing_else_changes(self):
        plain, boxed = self.trace().stdout, self.trace("--boxes").stdout
        self.assertNotIn("block ", plain)
        self.assertEqual(plain, re.sub("^block .*\n", "", boxed, flags=re.M))

    def test_drawn(self):
        done = self.trace("--boxes", "-o", "x.pdf")
        self.assertEqual((0, ""), (done.returncode, done.stdout))
        words = subprocess.run(
            ["pdftotext", "-bbox", "x.pdf", "-"], cwd=self.folder, check=True,
            capture_output=True, encoding="utf-8").stdout
        found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)".*?>(\w+)</word>',
                           words)
        self.assertEqual(
            sorted(["row", "11", "space", "12", "column", "13", "rule", "14",
                    "space", "15", "space", "19"]),
            sorted(word for _, _, word in found))
        # the label of the second page's block stands where the block does
        self.assertAlmostEqual(20 / 25.4 * 72 + 1, float(found[-2][0]), 0)

    def test_page_of_each_kind(self):
        for name in ("x.png", "x.svg"):
            done = self.trace("--boxes", "-o", name)
            self.assertEqual(0, done.returncode)
            stem, end = name.split(".")
            for page in (1, 2):
                self.assertTrue(
                    (self.folder / f"{stem}-{page}.{end}").exists())

    def test_wrong_use(self):
        done = self.trace("-o", "x.pdf")
        self.assertEqual(2, done.returncode)
        self.assertIn("--output is for --boxes", done.stderr)
        done = self.trace("--boxes", "-o", "a.yaml")
        self.assertNotEqual(0, done.returncode)
        self.assertEqual(REPORT,
                         (self.folder / "a.yaml").read_text("utf-8"))


if __name__ == "__main__":
    tap.main()
