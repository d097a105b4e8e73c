#!/usr/bin/python3
"""The shipped layouts, and the samples' prose in them: measures of whole
characters, words at the foot on one baseline; columns end within a line of each other, and
no column begins with the end of a paragraph that the other ends with the
beginning of."""
import re
import subprocess
import unittest

import tap

LINE = re.compile(r"text ([\d.]+) ([\d.]+) w .*\| Noto Serif CJK SC 400 10.00pt")
INDENT = 2 * 10 * 25.4 / 72


def columns(report):
    """Page by page, two columns: (baseline, left edge) of each line."""
    for page in trace(report):
        lines = {}
        for x, y in LINE.findall(page):
            side = float(x) > 105
            key = (side, float(y))
            lines[key] = min(lines.get(key, 1e9), float(x))
        sides = [sorted((y, x) for (s, y), x in lines.items() if s == side)
                 for side in (False, True)]
        if all(sides):
            yield sides


def trace(report):
    dump = subprocess.run([tap.JIANBAO, "trace", report], cwd=tap.TOP,
                          capture_output=True, text=True, check=True).stdout
    return re.split(r"^page ", dump, flags=re.M)[1:]


def measure(layout, width, columns):
    """How many characters of the body a column of a page is wide."""
    text = (tap.TOP / layout).read_text(encoding="utf-8")

    def pt(pattern):
        return float(re.search(pattern + r"([\d.]+)pt", text).group(1))
    area = width * 72 / 25.4 - pt("inner: ") - pt("outer: ")
    gutters = (columns - 1) * pt("gutter: ")
    return (area - gutters) / columns / pt("body: .*?size: ")


def begins(column, i):
    """Does line i begin a paragraph?  The left edge is that of most lines."""
    edge = min(x for _, x in column)
    return column[i][1] > edge + INDENT * 0.7


class Samples(unittest.TestCase):
    def check(self, report):
        seen = 0
        for left, right in columns(report):
            seen += 1
            self.assertLessEqual(abs(len(left) - len(right)), 1, left[0])
            self.assertTrue(begins(left, 0))
            self.assertFalse(
                begins(left, -1) and not begins(right, 0)
                and begins(right, 1), f"two lines are parted at {left[-1]}")
        self.assertGreater(seen, 4)

    def test_measures_are_whole(self):
        """A little more is spread unseen, a little less breaks a line."""
        for layout, width, columns, want in (
                ("layouts/briefing/layout.yaml", 210, 2, 24),
                ("docs/examples/leaflet.yaml", 148, 1, 35)):
            over = measure(layout, width, columns) - want
            self.assertGreaterEqual(over, 0, layout)
            self.assertLess(over, 0.005, layout)

    def test_the_foot_has_one_baseline(self):
        for words, page in (("资料来源", -1), ("年份由原文", 0)):
            text = trace("data/science-city.yaml")[page]
            lines = [re.search(rf'^text [\d.]+ ([\d.]+) .*"{start}', text,
                               flags=re.M) for start in (words, "第")]
            self.assertTrue(all(lines), words)
            self.assertEqual(lines[0].group(1), lines[1].group(1), words)

    def test_science_city(self):
        self.check("data/science-city.yaml")

    def test_library(self):
        self.check("data/library.yaml")

    def test_metro(self):
        self.check("data/metro.yaml")


if __name__ == "__main__":
    tap.main()
