#!/usr/bin/python3
"""The rules of docs/typography.md hold: each example there is set, and its
lines end where the page says.

An example is a block ```galley MEASURE OPTIONS with the text, a line ---, and
the lines.  UPDATE=1 writes what is found: read it before you keep it.
"""
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

PAGE = tap.TOP / "docs/typography.md"
BLOCK = re.compile(r"^```galley (\S+)(.*)\n((?:(?!---\n|```).*\n)+)---\n"
                   r"((?:(?!```).*\n)+)```$", re.M)
LEAST = 24  # examples: fewer, and the pattern above has missed some


def lines(text, measure, options):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text(text, encoding="utf-8")
        out = subprocess.run(
            [tap.JIANBAO, "galley", file, "--measures", measure, "--lines",
             *options.split()], cwd=tap.TOP, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=60)
    if out.returncode:
        raise AssertionError(out.stderr.decode())
    return out.stdout.decode()


class Examples(unittest.TestCase):
    maxDiff = None

    def test_lines_end_where_the_page_says(self):
        page = PAGE.read_text(encoding="utf-8")
        blocks = BLOCK.findall(page)
        for measure, options, text, want in blocks:
            found = lines(text, measure, options)
            if tap.UPDATE:
                head = f"```galley {measure}{options}\n{text}---\n"
                page = page.replace(head + want, head + found)
                continue
            with self.subTest(text=text, measure=measure + options):
                self.assertEqual(found, want)
        self.assertEqual(len(blocks), page.count("```galley"))
        self.assertGreaterEqual(len(blocks), LEAST)
        if tap.UPDATE:
            PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    tap.main()
