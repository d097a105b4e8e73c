#!/usr/bin/python3
"""What of a report no page prints is told, unless the layout leaves it out on
purpose."""
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

REPORT = """jianbao: report/1
meta: {name: garden, title: 花园}
figures:
  trees: {value: 38, unit: 棵, label: 树, scope: 园内, section: b}
sections:
  - id: a
    role: lede
    title: 春天
    prose: 春天到了。
  - id: b
    title: 树木
    prose: 园里有树${trees}。
    pictures:
      - {form: stats, of: [trees]}
      - {form: stats, of: [trees], title: 树}
"""
LAYOUT = """jianbao: layout/1
extends: briefing
name: bare
%s
pages:
  - master: story
    each: stories
    blocks:
%s
"""


class Nowhere(unittest.TestCase):
    def told(self, key, *blocks):
        """First lines of what is said."""
        with tempfile.TemporaryDirectory() as made:
            (Path(made) / "r.yaml").write_text(REPORT, encoding="utf-8")
            (Path(made) / "l.yaml").write_text(
                LAYOUT % (key, "\n".join(f"      - {b}" for b in blocks)),
                encoding="utf-8")
            done = subprocess.run(
                [tap.JIANBAO, "check", "r.yaml", "-l", "l.yaml", "--lang",
                 "en"], cwd=made, timeout=60, capture_output=True,
                encoding="utf-8")
        self.assertNotIn("error:", done.stderr)
        return [line for line in done.stderr.splitlines()
                if "warning:" in line]

    def test_all(self):
        self.assertEqual(self.told("", "heading: ${section.title}"), [
            "r.yaml:9:12: warning: the layout prints no prose of “a”",
            "r.yaml:12:12: warning: the layout prints no prose of “b”",
            "r.yaml:14:16: warning: the layout does not show this picture of "
            "“b”",
            "r.yaml:15:16: warning: the layout does not show this picture of "
            "“b”"])

    def test_what_is_printed_is_not_told(self):
        self.assertEqual(self.told("", "prose: lede", "prose: section",
                                   "pictures: section.pictures"), [])

    def test_some_of_the_pictures(self):
        self.assertEqual(
            self.told("omits: [prose]",
                      "{pictures: section.pictures, most: 1}"),
            ["r.yaml:15:16: warning: the layout does not show this picture of "
             "“b”"])

    def test_on_purpose(self):
        self.assertEqual(self.told("omits: [prose, pictures]",
                                   "heading: ${section.title}"), [])

    def test_a_first_paragraph_is_prose(self):
        """What of its prose is lost, other words tell."""
        self.assertEqual(self.told("omits: [pictures]", "lead: section",
                                   "prose: lede"), [])


if __name__ == "__main__":
    tap.main()
