#!/usr/bin/python3
"""The samples' prose: no column begins with the end of a paragraph or ends
with the beginning of one, and all stories' prose ends at the foot."""
import re
import subprocess
import unittest

import tap

LINE = re.compile(r"text ([\d.]+) ([\d.]+) w .*\| Noto Serif CJK SC 400 10.00pt")
INDENT = 2 * 10 * 25.4 / 72


def columns(report):
    """Page by page, column by column: (left edge, baseline) of each line."""
    dump = subprocess.run([tap.JIANBAO, "trace", report], cwd=tap.TOP,
                          capture_output=True, text=True, check=True).stdout
    for page in re.split(r"^page ", dump, flags=re.M)[1:]:
        lines = {}
        for x, y in LINE.findall(page):
            side = float(x) > 105
            key = (side, float(y))
            lines[key] = min(lines.get(key, 1e9), float(x))
        for side in (False, True):
            column = sorted((y, x) for (s, y), x in lines.items() if s == side)
            if column:
                yield column


def begins(column, i):
    """Does line i begin a paragraph?  The left edge is that of most lines."""
    edge = min(x for _, x in column)
    return column[i][1] > edge + INDENT * 0.7


class Samples(unittest.TestCase):
    def check(self, report):
        seen = 0
        for column in columns(report):
            seen += 1
            if len(column) < 3:
                continue
            self.assertFalse(not begins(column, 0) and begins(column, 1),
                             f"a paragraph's end leads {column[0]}")
            self.assertFalse(begins(column, -1) and len(column) > 1,
                             f"a paragraph's first line ends {column[-1]}")
        self.assertGreater(seen, 8)

    def test_science_city(self):
        self.check("data/science-city.yaml")

    def test_library(self):
        self.check("data/library.yaml")


if __name__ == "__main__":
    tap.main()
