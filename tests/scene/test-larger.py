#!/usr/bin/python3
"""`larger`: the sheet grows with the report, and says so where it cannot."""
import re
import subprocess
import unittest

import tap


class Larger(unittest.TestCase):
    def pages(self, report, *sets):
        """Width, height of each page in mm, rounded; and what was said."""
        words = [w for s in sets for w in ("--set", s)]
        done = subprocess.run(
            [tap.JIANBAO, "trace", f"data/{report}.yaml", "-l", "onepage",
             *words], cwd=tap.TOP, capture_output=True, encoding="utf-8",
            timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        sizes = re.findall(r"^page \d+ \".*?\" ([\d.]+) ([\d.]+)", done.stdout,
                           re.M)
        return [(round(float(w)), round(float(h))) for w, h in sizes], \
            done.stderr

    def test_the_first_sheet_that_holds_all_is_taken(self):
        self.assertEqual(self.pages("library"), ([(297, 420)], ""))
        self.assertEqual(self.pages("science-city"), ([(353, 500)], ""))
        self.assertEqual(self.pages("metro"), ([(420, 594)], ""))

    def test_sheets_are_tried_in_their_order(self):
        got = self.pages("science-city", "layout.page.larger=[A0, B3]")
        self.assertEqual(got, ([(841, 1189)], ""))

    def test_the_size_that_is_set_comes_first(self):
        got = self.pages("library", "layout.page.size=A1")
        self.assertEqual(got, ([(594, 841)], ""))

    def test_the_last_one_has_more_pages_and_says_so_once(self):
        got, said = self.pages("metro", "layout.page.larger=[B3]")
        self.assertEqual(got, [(353, 500)] * 2)
        self.assertEqual(said.count("warning:"), 1)
        self.assertIn("one sheet does not hold the report, not even B3: it "
                      "takes 2\n", said)

    def test_without_it_pages_are_as_many_as_they_must_be(self):
        got = self.pages("metro", "layout.page.larger=~")
        self.assertEqual(got, ([(210, 297)] * 3, ""))


if __name__ == "__main__":
    tap.main()
