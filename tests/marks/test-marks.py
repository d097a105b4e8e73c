#!/usr/bin/python3
"""Marks on their way: what the scene has, what copying gives, where links
lead, and what is read without them."""
import json
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent
REPORT = HERE / "report.yaml"
QUIET = "the number"  # 3*4*5 is typed, and said so


def needs(*tools):
    missing = [tool for tool in tools if not shutil.which(tool)]
    return unittest.skipIf(missing, f"{', '.join(missing)} missing")


def run(*command):
    return subprocess.run(command, capture_output=True, encoding="utf-8",
                          timeout=120)


def runs():
    """The scene's runs of text: place, face, structure, text, line:col."""
    done = run(tap.JIANBAO, "trace", REPORT)
    found = []
    for line in done.stdout.splitlines():
        match = re.match(r"text (\S+) (\S+) w (\S+) \| (.*?) (\d+) (\S+)pt.*?"
                         r"\| \S+ \| (\S+) \| \"(.*)\" \| "
                         r".*report\.yaml:(\d+:\d+) \|", line)
        if match:
            x, y, w, face, weight, size, role, text, pos = match.groups()
            found.append(dict(x=float(x), y=float(y), w=float(w), face=face,
                              weight=int(weight), size=float(size), role=role,
                              text=text, pos=pos))
    return found


class Marks(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.pdf = Path(cls.temporary.name, "marks.pdf")
        cls.done = run(tap.JIANBAO, "render", REPORT, "-o", cls.pdf)
        cls.runs = runs()

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def one(self, text, role="P"):
        found = [r for r in self.runs if r["text"] == text
                 and r["role"] == role]
        self.assertEqual(len(found), 1, text)
        return found[0]

    def test_printed(self):
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        for line in self.done.stderr.splitlines():
            if "warning" in line:
                self.assertIn(QUIET, line)

    def test_strong(self):
        plain = self.one("春天到了，")
        self.assertEqual(plain["weight"], 400)
        strong = [r for r in self.runs if r["weight"] == 700
                  and "园林" in r["text"] and r["pos"] == "22:14"]
        self.assertTrue(strong)

    def test_places(self):
        """Each piece stands in the file where its own characters begin."""
        lines = REPORT.read_text(encoding="utf-8").splitlines()
        prose = [r for r in self.runs if r["role"] in ("P", "Note")
                 and 22 <= int(r["pos"].split(":")[0]) <= 26]
        firsts = {}
        for item in prose:
            firsts.setdefault(item["pos"], item["text"])
        self.assertGreater(len(firsts), 15)
        for pos, text in firsts.items():
            line, col = map(int, pos.split(":"))
            stands = lines[line - 1][col - 1:]
            if not stands.startswith(("${", "^[", "[^")):
                self.assertTrue(stands.startswith(text[0]), (pos, text))

    def test_notes(self):
        """Marks are small and raised, and their notes follow the prose."""
        marks = [r for r in self.runs if r["text"] in "12"
                 and r["role"] == "P" and r["size"] < 7]
        self.assertEqual([m["text"] for m in marks], ["1", "2"])
        base = self.one("春天到了，")
        self.assertLess(marks[0]["y"], base["y"] + 1e-6)
        notes = [r for r in self.runs if r["role"] == "Note"]
        words = "".join(r["text"] for r in notes)
        self.assertIn("1只数园内的树，共38棵。", words)
        self.assertIn("2也有别的，共2处。", words)
        self.assertGreater(notes[0]["y"], marks[1]["y"])

    def test_figures(self):
        """The number in marks is the figure's still."""
        done = run(tap.JIANBAO, "figures", REPORT)
        for line in done.stdout.splitlines():
            if line.startswith("trees"):
                break
        self.assertIn("38", done.stdout)
        self.assertNotIn("**", done.stdout)

    def test_source(self):
        done = run(tap.JIANBAO, "check", REPORT, "--against",
                   HERE / "source.txt")
        self.assertIn("2 paragraphs stand", done.stdout)
        self.assertEqual(done.returncode, 0, done.stderr)

    @needs("pdftotext")
    def test_copied(self):
        text = re.sub(r"\s+", "", run("pdftotext", self.pdf, "-").stdout)
        for words in ("“园林”", "重庆四川", "红楼梦", "不看", "東京",
                      "标*的是3*4*5"):
            self.assertIn(words, text)
        self.assertIsNone(re.search(r"\{|\}|\*\*|~~|\^\[|\]\(", text))

    @needs("pdfinfo")
    def test_title(self):
        info = run("pdfinfo", self.pdf).stdout
        self.assertRegex(info, r"Title: +园林的花志\n")

    @needs("qpdf")
    def test_links(self):
        data = json.loads(run("qpdf", "--json", self.pdf).stdout)
        objects = data["objects"] if "objects" in data else data["qpdf"][1]
        uris = []
        for item in objects.values():
            item = item.get("value", item) if isinstance(item, dict) else {}
            if isinstance(item, dict) and item.get("/Subtype") == "/Link":
                x0, y0, x1, y1 = item["/Rect"]
                self.assertTrue(0 < x0 < x1 < 596 and 0 < y0 < y1 < 842)
                self.assertLess(y1 - y0, 20)
                uris.append(item["/A"]["/URI"].removeprefix("u:"))
        self.assertEqual({uri: uris.count(uri) for uri in uris}, {
            "https://a.example.com/%E6%98%A5?x=(1)": self.lines("25:103"),
            "https://b.example.com/": self.lines("25:50"),
            "https://c.example.com/2020": self.lines("26:10"),
            "mailto:a@example.com": 1})

    def lines(self, pos):
        """How many lines a piece stands on."""
        lines = {r["y"] for r in self.runs if r["pos"] == pos}
        self.assertTrue(lines)
        return len(lines)


if __name__ == "__main__":
    tap.main()
