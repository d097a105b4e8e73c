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


LAYOUT = """jianbao: layout/1
name: small
theme: theme.yaml
page:
  size: [{width}mm, {height}mm]
  margin: {{top: 10mm, bottom: 10mm, inner: 10mm, outer: 10mm}}
  columns: 1
  baseline: 5mm
  ascent: 4mm
masters: {{plain: {{}}}}
pages:
  - master: plain
    blocks:
{blocks}
styles:
"""
NOTED = """jianbao: report/1
meta: {{name: t, title: 题}}
figures:
  a: {{value: 1, unit: 个, label: 甲, section: s}}
sections:
  - id: s
    role: lede
    title: 节
    prose: |
{prose}
"""


class Notes(unittest.TestCase):
    """Notes on small pages: lines of 5 mm, 10 characters wide."""

    def trace(self, prose, blocks, height=70, width=58):
        scenes = tap.TOP / "tests/scene"
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder)
            shutil.copy(scenes / "theme.yaml", here)
            (here / "layout.yaml").write_text(
                LAYOUT.format(blocks=blocks, height=height, width=width)
                + (scenes / "styles.yaml").read_text("utf-8"), "utf-8")
            (here / "report.yaml").write_text(
                NOTED.format(prose="".join(f"      {line}\n"
                                           for line in prose)), "utf-8")
            return subprocess.run(
                [tap.JIANBAO, "trace", "-l", "layout.yaml", "report.yaml"],
                cwd=folder, capture_output=True, encoding="utf-8",
                timeout=60)

    def pages(self, *arguments, **more):
        """Of each page its runs: y, structure, text."""
        done = self.trace(*arguments, **more)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        pages = []
        for line in done.stdout.splitlines():
            if line.startswith("page "):
                pages.append([])
            match = re.match(r"text \S+ (\S+) w .*\| (\S+) \| \"(.*)\" \|",
                             line)
            if match:
                pages[-1].append((float(match[1]), match[2], match[3]))
        return pages

    PROSE = [line for k in range(12) for line in
             (f"花开了^[花名{'甲乙丙丁戊己庚辛壬癸子丑'[k]}。]，人来了又去了。", "")]

    def test_foot_keeps_notes_with_marks(self):
        """Every mark's note is on its page, none is lost or overlaps."""
        pages = self.pages(
            self.PROSE, "      - {prose: lede, footnotes: foot}")
        self.assertGreater(len(pages), 2)
        seen = []
        for runs in pages:
            marks = [t for y, role, t in runs if role == "P" and t.isdigit()]
            notes = [t for y, role, t in runs
                     if role == "Note" and t.isdigit()]
            self.assertEqual(marks, notes)
            seen += notes
            prose = max(y for y, role, t in runs if role == "P")
            first = min(y for y, role, t in runs if role == "Note")
            last = max(y for y, role, t in runs if role == "Note")
            self.assertGreaterEqual(first - prose, 10 - 0.1)
            self.assertAlmostEqual(last, 59, delta=0.1)
        self.assertEqual(seen, [str(k + 1) for k in range(12)])

    def test_end_keeps_order(self):
        pages = self.pages(self.PROSE, "      - {prose: lede}")
        texts = [(role, t) for runs in pages for y, role, t in runs]
        numbers = [t for role, t in texts if role == "Note" and t.isdigit()]
        self.assertEqual(numbers, [str(k + 1) for k in range(12)])
        first = [role for role, t in texts].index("Note")
        self.assertNotIn("P", [role for role, t in texts[first:]])
        for runs in pages:
            heights = [y for y, role, t in runs if t.isdigit() and
                       role == "Note"]
            self.assertEqual(heights, sorted(set(heights)))
            self.assertTrue(all(y <= 60 for y, role, t in runs))

    def test_what_follows_stands_over_the_foot(self):
        pages = self.pages(
            ["花开了^[花名甲。]。"],
            "      - {prose: lede, footnotes: foot}\n"
            "      - {text: 文字, style: label}")
        self.assertEqual(len(pages), 1)
        places = {t: y for y, role, t in pages[0]}
        self.assertEqual(places["文字"], 19)
        self.assertAlmostEqual(places["花名甲。"], 59, delta=0.1)

    def test_feet_of_several_blocks(self):
        block = "      - {prose: lede, footnotes: foot}\n"
        pages = self.pages(["花开了^[花名甲。]。"], block * 3)
        self.assertEqual(len(pages), 1)
        notes = [y for y, role, t in pages[0] if t == "花名甲。"]
        self.assertEqual(len(notes), 3)
        for above, below in zip(notes, notes[1:]):
            self.assertAlmostEqual(below - above, 10, delta=0.1)
        self.assertAlmostEqual(notes[-1], 59, delta=0.1)

    def test_a_container_has_them_under_its_prose(self):
        """At the foot of the page they would be refused."""
        block = "      - row:\n        - {prose: lede, footnotes: %s}"
        pages = self.pages(["花开了^[花名甲。]。"], block % "end")
        places = {t: y for y, role, t in pages[0]}
        self.assertEqual(places["花名甲。"], 24)
        done = self.trace(["花开了^[花名甲。]。"], block % "foot")
        self.assertEqual(done.returncode, 65)
        self.assertIn("has no foot of the page for its notes", done.stderr)

    def test_a_note_that_is_too_high(self):
        for where in ("end", "foot"):
            done = self.trace(
                ["花开了^[" + "花名甲，" * 60 + "]。"],
                f"      - {{prose: lede, footnotes: {where}}}")
            self.assertEqual(done.returncode, 65, where)
            self.assertRegex(done.stderr, r"this `prose` block does not fit "
                                          r"page \d: \d+\.\d pt too high")


class Spread(unittest.TestCase):
    """Characters that wide ruby sets apart."""

    PROSE = ["园里[银杏]{ruby=\"yín xìng\"}和[双桥]{ruby=Shuāngqiáozhèn}镇的"
             "[庄双窗]{ruby=\"zhuāng shuāng chuāng\"}，", "",
             "[鹤]{ruby=\"ㄏㄜˋ\"}与[关]{ruby=guān}门。"]

    @needs("pdftotext")
    def test_copied_without_spaces(self):
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder)
            shutil.copy(tap.TOP / "tests/scene/theme.yaml", here)
            styles = (tap.TOP / "tests/scene/styles.yaml").read_text("utf-8")
            (here / "layout.yaml").write_text(
                LAYOUT.format(blocks="      - {prose: lede}", height=70,
                              width=98) + styles, "utf-8")
            (here / "report.yaml").write_text(
                NOTED.format(prose="".join(f"      {line}\n"
                                           for line in self.PROSE)), "utf-8")
            done = run(tap.JIANBAO, "render", "-l", here / "layout.yaml",
                       here / "report.yaml", "-o", here / "a.pdf")
            self.assertEqual(done.returncode, 0, done.stderr)
            for option in ("-raw", "-layout", "-nopgbrk"):
                text = run("pdftotext", option, here / "a.pdf", "-").stdout
                lines = [line.strip() for line in text.splitlines()]
                for words in ("园里银杏和双桥镇的庄双窗，", "鹤与关门。"):
                    self.assertTrue(any(words in line for line in lines),
                                    (option, words, text))


class Linked(unittest.TestCase):
    """A paragraph with links that runs on over pages of 10 lines."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        here = Path(cls.temporary.name)
        cls.pdf = here / "linked.pdf"
        scenes = tap.TOP / "tests/scene"
        shutil.copy(scenes / "theme.yaml", here)
        (here / "layout.yaml").write_text(
            LAYOUT.format(blocks="      - {prose: lede}", height=70, width=58)
            + (scenes / "styles.yaml").read_text("utf-8"), "utf-8")
        prose = "".join(f"园里的花开了，见[花志之{n}](https://{k}.example.com)"
                        "，人来了又去了。"
                        for k, n in enumerate("甲乙丙丁戊己庚辛壬癸"))
        (here / "report.yaml").write_text(
            NOTED.format(prose=f"      {prose}\n\n      后来花谢了。\n"),
            "utf-8")
        done = run(tap.JIANBAO, "render", "-l", here / "layout.yaml",
                   here / "report.yaml", "-o", cls.pdf)
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @needs("pdfinfo")
    def test_one_paragraph(self):
        """Its text and its links in their order, in one element."""
        tree = run("pdfinfo", "-struct-text", self.pdf).stdout
        paragraphs = re.split(r"(?m)^ *P \(block\)\n", tree)[1:]
        self.assertEqual(len(paragraphs), 2)
        words = re.findall(r'^ *"(.*)"$', paragraphs[0], re.M)
        self.assertEqual("".join(words), "".join(
            f"园里的花开了，见花志之{n}，人来了又去了。"
            for n in "甲乙丙丁戊己庚辛壬癸"))
        links = re.findall(r"Link \(inline\)\n *Object \d+ 0\n *\"(.*)\"",
                           paragraphs[0])
        self.assertEqual("".join(links), "".join(
            f"花志之{n}" for n in "甲乙丙丁戊己庚辛壬癸"))
        self.assertNotIn("Link", paragraphs[1])

    @needs("qpdf")
    def test_each_link_on_its_page(self):
        """As many annotations as lines of links, each on the page with its
        words, all in the structure."""
        data = json.loads(run("qpdf", "--json=1", self.pdf).stdout)
        objects = data["objects"]
        pages = []
        for page in data["pages"]:
            found = objects[page["object"]].get("/Annots", [])
            uris = [objects[ref]["/A"]["/URI"] for ref in found]
            self.assertTrue(all("/StructParent" in objects[ref]
                                for ref in found))
            pages.append([int(uri[8]) for uri in uris])
        self.assertGreater(sum(map(bool, pages)), 1)
        seen = [k for page in pages for k in page]
        self.assertEqual(seen, sorted(seen))
        self.assertEqual(set(seen), set(range(10)))
        trace = run(tap.JIANBAO, "trace", "-l",
                    self.pdf.parent / "layout.yaml",
                    self.pdf.parent / "report.yaml").stdout
        lines = [line.split()[2] for line in trace.splitlines()
                 if re.search(r'\| "[花志之甲乙丙丁戊己庚辛壬癸]+" \|', line)]
        self.assertEqual(len(seen), len(lines))


if __name__ == "__main__":
    tap.main()
