#!/usr/bin/python3
"""The gallery: every shipped layout, and every shipped theme, takes a sample
without a fault; what is the same is not made again; what fails is said."""
import html.parser
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

TOOL = tap.TOP / "tools/gallery.py"
SAMPLE = "data/science-city.yaml"


def listed(what):
    said = subprocess.run([tap.JIANBAO, "list", what], check=True, text=True,
                          capture_output=True).stdout
    return [line.split("\t")[0] for line in said.splitlines()]


class Links(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.paths, self.sections, self.depth = [], 0, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.sections += tag == "section"
        for key, value in attrs:
            if key in ("href", "src"):
                self.paths.append(value)


class Gallery(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.out = Path(self.folder.name, "gallery")

    def make(self, *words):
        done = subprocess.run(
            [TOOL, tap.JIANBAO, self.out, *words], cwd=tap.TOP,
            capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        return done.returncode, done.stdout

    def page(self):
        return (self.out / "index.html").read_text(encoding="utf-8")

    def test_all_layouts_without_a_fault(self):
        code, said = self.make("--report", SAMPLE, "--theme", "jilan")
        self.assertEqual(code, 0, said)
        n = len(listed("layouts"))
        self.assertRegex(said, rf"^{n} combinations, \d+ pages, 0 faults; "
                               rf"{n} made anew\n$")

    def test_all_themes_without_a_fault(self):
        code, said = self.make("--report", "data/library.yaml",
                               "--layout", "briefing")
        self.assertEqual(code, 0, said)
        self.assertIn(f"{len(listed('themes'))} combinations", said)
        links = Links(self.page())
        self.assertEqual(links.sections, len(listed("themes")))
        self.assertIn("政务蓝（霁蓝） jilan", self.page())
        for path in links.paths:
            self.assertTrue((self.out / path.partition("#")[0]).exists(), path)
            self.assertNotIn("//", path)

    def test_only_what_changed_is_made_again(self):
        theme = Path(self.folder.name, "own.yaml")
        theme.write_text("jianbao: theme/1\nextends: jilan\nname: own\n")
        words = ("--report", "data/library.yaml", "--layout", "briefing",
                 "--theme", str(theme), "--theme", "jilan")
        self.assertIn(" 2 made anew", self.make(*words)[1])
        self.assertIn(" 0 made anew", self.make(*words)[1])
        theme.write_text("jianbao: theme/1\nextends: danhong\nname: own\n")
        self.assertIn(" 1 made anew", self.make(*words)[1])

    def test_what_fails_is_said(self):
        theme = Path(self.folder.name, "bad.yaml")
        theme.write_text("jianbao: theme/1\nextends: jilan\nname: bad\n"
                         "sections: [<b>]\n")
        code, said = self.make("--report", SAMPLE, "--layout", "briefing",
                               "--theme", str(theme))
        self.assertEqual(code, 1)
        self.assertIn("FAULT  briefing-science-city-bad\n", said)
        self.assertIn("1 combinations, 0 pages, 1 faults", said)
        self.assertIn("bad.yaml:4:12: error", self.page())
        self.assertIn("&lt;b&gt;", self.page())
        self.assertNotIn("<b>", self.page())


if __name__ == "__main__":
    tap.main()
