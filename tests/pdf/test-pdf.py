#!/usr/bin/python3
"""The printed files: sound, self-contained, the same each time, and with the
text of the report in them.

What needs qpdf or poppler's tools is skipped where they are missing.
"""
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

SAMPLES = ["science-city", "library"]
A4 = (595.28, 841.89)


def needs(*tools):
    missing = [tool for tool in tools if not shutil.which(tool)]
    return unittest.skipIf(missing, f"{', '.join(missing)} missing")


def render(report, output, cwd=tap.TOP, **environment):
    env = {name: value for name, value in os.environ.items()
           if name != "SOURCE_DATE_EPOCH"}
    env.update(environment)
    subprocess.run([tap.JIANBAO, "render", report, "-o", output],
                   cwd=cwd, env=env, check=True, timeout=120)
    return output


def say(*command):
    """What a tool prints; it must succeed."""
    return subprocess.run(command, stdout=subprocess.PIPE, check=True,
                          timeout=120).stdout.decode("utf-8")


def squeezed(text):
    """Line ends and blanks are the layout's: they do not count."""
    return re.sub(r"\s+", "", text)


class Samples(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        cls.files = {}
        for name in SAMPLES:
            cls.files[name] = render(tap.TOP / f"data/{name}.yaml",
                                     cls.folder / f"{name}.pdf")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def info(self, path):
        lines = say("pdfinfo", "-isodates", path).splitlines()
        pairs = (line.partition(":") for line in lines)
        return {key: value.strip() for key, _, value in pairs}

    def trace(self, name):
        return say(tap.JIANBAO, "trace", tap.TOP / f"data/{name}.yaml")

    @needs("qpdf")
    def test_sound(self):
        for path in self.files.values():
            out = say("qpdf", "--check", path)
            self.assertIn("No syntax or stream encoding errors", out)
            self.assertNotIn("WARNING", out)

    @needs("pdffonts")
    def test_fonts(self):
        """All embedded, as subsets, with a way back to Unicode, as outlines."""
        for path in self.files.values():
            lines = say("pdffonts", path).splitlines()[2:]
            self.assertGreater(len(lines), 2)
            for line in lines:
                name, rest = line[:37].strip(), line[37:]
                self.assertRegex(name, r"^[A-Z]{6}\+")
                self.assertNotIn("Type 3", rest)
                self.assertRegex(rest, r" yes yes yes +\d+ +\d+$")

    @needs("pdfinfo")
    def test_pages(self):
        for name, path in self.files.items():
            info = self.info(path)
            pages = re.findall(r"(?m)^page \d+ ", self.trace(name))
            self.assertEqual(int(info["Pages"]), len(pages))
            width, height = re.match(r"([\d.]+) x ([\d.]+) pts \(A4\)",
                                     info["Page size"]).groups()
            self.assertAlmostEqual(float(width), A4[0], delta=0.1)
            self.assertAlmostEqual(float(height), A4[1], delta=0.1)
            self.assertEqual(info["Tagged"], "yes")

    @needs("pdfinfo")
    def test_title(self):
        for name, path in self.files.items():
            source = (tap.TOP / f"data/{name}.yaml").read_text("utf-8")
            parts = [re.search(rf"(?m)^  {key}: (.*)$", source)
                     for key in ("overline", "title")]
            title = "".join(part[1].strip("\"'") for part in parts if part)
            self.assertEqual(self.info(path)["Title"], title)

    @needs("pdfinfo")
    def test_date_of_the_report(self):
        """Its date, or the last month it reports: never today."""
        for name, path in self.files.items():
            source = (tap.TOP / f"data/{name}.yaml").read_text("utf-8")
            date = re.search(r"(?m)^  date: ([\d-]+)", source) or \
                re.search(r"(?m)^  to: ([\d-]+)", source)
            info = self.info(path)
            for key in ("CreationDate", "ModDate"):
                self.assertTrue(info[key].startswith(date[1]), info[key])

    @needs("pdfinfo")
    def test_date_given(self):
        path = render(tap.TOP / "data/library.yaml",
                      self.folder / "dated.pdf",
                      SOURCE_DATE_EPOCH="1000000000", TZ="Asia/Shanghai")
        info = say("pdfinfo", "-rawdates", path)
        self.assertRegex(info, r"CreationDate: +D:20010909014640(Z|\+00)")
        self.assertRegex(info, r"ModDate: +D:20010909014640(Z|\+00)")

    def test_same_bytes(self):
        """Another locale, zone, home, folder, name: the same file."""
        for name, path in self.files.items():
            home = self.folder / "home"
            home.mkdir(exist_ok=True)
            shutil.copy(tap.TOP / f"data/{name}.yaml", home / "copy.yaml")
            again = render(
                "copy.yaml", home / "again.pdf", cwd=home, HOME=str(home),
                LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8",
                TZ="Pacific/Auckland", XDG_CACHE_HOME=str(home / "cache"))
            self.assertEqual(again.read_bytes(), path.read_bytes())

    @needs("pdftotext")
    def test_prose(self):
        """Each paragraph of prose can be copied whole, a figure's wording in
        the place of each reference."""
        for name, path in self.files.items():
            pages = [squeezed(page) for page in say(
                "pdftotext", "-raw", path, "-").split("\f")]
            source = (tap.TOP / f"data/{name}.yaml").read_text("utf-8")
            wanted = list(paragraphs(source))
            self.assertGreater(len(wanted), 5)
            for text in wanted:
                literal = re.split(r"\$\{[^}]*\}", squeezed(text))
                worded = "[^，。；]{1,20}".join(map(re.escape, literal))
                self.assertTrue(any(re.search(worded, page)
                                    for page in pages), text)

    @needs("qpdf")
    def test_outline(self):
        """An entry for each heading that the pages have."""
        for name, path in self.files.items():
            marks = re.findall(r'(?m)^mark \d [-\d.]+ "(.*)"$',
                               self.trace(name))
            data = json.loads(say("qpdf", "--json", path))
            self.assertEqual(list(outline(data["outlines"])), marks)


def outline(entries):
    for entry in entries:
        yield entry["title"]
        yield from outline(entry["kids"])


def paragraphs(source):
    """The paragraphs of each `prose: |`, blank lines between them."""
    for block in re.findall(r"(?m)^    prose: \|\n((?:(?: {6}.*)?\n)+)", source):
        yield from filter(None, map(str.strip, block.split("\n\n")))


if __name__ == "__main__":
    tap.main()
