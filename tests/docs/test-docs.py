"""What the words around the code say is true: their commands are run, their
YAML stands in the files that it is said to be from, their tables are complete.

A block of code tells what it is:

    ```yaml      its first line, `# FILE`, names a file.  One in the project
                 must have the block's lines in this order; any other is
                 written down for the commands that follow.
    ```console   `$ COMMAND` is run in a folder that looks like the project,
                 and prints the lines below it.  Millimetres do not count.

UPDATE=1 writes what commands print into the documents.
"""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap

READMES = ("README.md", "README.zh-CN.md")
GUIDES = ("docs/reports.md", "docs/charts.md", "docs/layouts.md", "docs/writing-layouts.md",
          "docs/writing-layouts.zh-CN.md")
DOCUMENTS = (*READMES, *GUIDES)
EXAMPLES = "docs/examples"

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
MM = re.compile(r"\d+\.\d mm")


def read(name):
    return (tap.TOP / name).read_text(encoding="utf-8")


def run(command, folder, **more):
    return subprocess.run(
        command, cwd=folder, shell=isinstance(command, str),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", **more)


def desk(case):
    """A folder for commands: the program in build/, the project's data."""
    folder = tempfile.TemporaryDirectory()
    case.addCleanup(folder.cleanup)
    here = Path(folder.name)
    (here / "build").symlink_to(tap.BUILD)
    for name in ("data", "docs"):
        (here / name).symlink_to(tap.TOP / name)
    return here


def jianbao(*words):
    done = subprocess.run([tap.JIANBAO, *words], cwd=tap.TOP,
                          capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout + done.stderr


def listed(what):
    return [line.split("\t")[0] for line in
            jianbao("list", what)[1].splitlines()]


def first_cells(text, head):
    """The code words in the first column of the table with this head."""
    rows = text.partition(f"| {head} |")[2].split("\n\n")[0].splitlines()[2:]
    return [re.match(r"\| `?([^|`]+?)`? \|", row)[1] for row in rows]


class Blocks(unittest.TestCase):
    def excerpt(self, block, text):
        """Each line of a block, in its order, stands in a text."""
        lines = iter([" ".join(line.split()) for line in text.splitlines()])
        for line in block.splitlines()[1:]:
            words = " ".join(line.split())
            if words:
                self.assertIn(words, lines, "in this order")

    def commands(self, block, folder):
        """The block with what its commands really print."""
        out = []
        for command in re.findall(r"^\$ (.*)$", block, re.M):
            out.append(f"$ {command}\n")
            out.append(run(command, folder).stdout)
        return "".join(out)

    def follow(self, name):
        folder = desk(self)
        text = read(name)
        for kind, block in BLOCK.findall(text):
            if kind == "yaml" and block.startswith("# "):
                file = block.splitlines()[0][2:]
                if (tap.TOP / file).exists():
                    self.excerpt(block, read(file))
                else:
                    (folder / file).write_text(block, encoding="utf-8")
            elif kind == "console":
                found = self.commands(block, folder)
                if tap.UPDATE:
                    text = text.replace(block, found)
                else:
                    self.assertEqual(MM.sub("N mm", found),
                                     MM.sub("N mm", block), name)
            elif kind == "sh":
                for target in re.findall(r"^make (\w+)", block, re.M):
                    self.assertRegex(read("Makefile"), f"(?m)^{target}:")
        if tap.UPDATE:
            (tap.TOP / name).write_text(text, encoding="utf-8")
        return folder

    def test_readme(self):
        self.follow("README.md")

    def test_readme_in_chinese(self):
        self.follow("README.zh-CN.md")

    def test_reports(self):
        self.follow("docs/reports.md")

    def test_charts(self):
        self.follow("docs/charts.md")

    def test_layouts(self):
        self.follow("docs/layouts.md")

    def test_writing_layouts(self):
        self.writing_layouts("docs/writing-layouts.md")

    def test_writing_layouts_in_chinese(self):
        self.writing_layouts("docs/writing-layouts.zh-CN.md")

    def writing_layouts(self, name):
        folder = self.follow(name)
        for file in ("card.yaml", "poster.yaml", "dusk.yaml"):
            lines = (folder / file).read_text("utf-8").splitlines()
            self.assertLess(len(lines), 120)
        run([tap.JIANBAO, "render", "invitation.yaml", "-l", "card.yaml",
             "-o", "card.png"], folder)
        self.assertEqual(
            "https://example.org/night\n",
            subprocess.run(["zbarimg", "-q", "--raw", "card-1.png"],
                           cwd=folder, stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL,
                           encoding="utf-8").stdout)
        for file in ("card.pdf", "boxes.pdf"):
            self.assertIn("Pages:           1\n",
                          run(["pdfinfo", file], folder).stdout)

    def test_first_report_is_the_example(self):
        for name in READMES:
            blocks = [block for kind, block in BLOCK.findall(read(name))
                      if block.startswith("# garden.yaml")]
            self.assertEqual(blocks, [read(f"{EXAMPLES}/garden.yaml")])


class Claims(unittest.TestCase):
    def test_links_lead_somewhere(self):
        for name in DOCUMENTS:
            for link in re.findall(r"\]\(([^)#:]+)\)", read(name)):
                path = (tap.TOP / name).parent / link
                if path.suffix == ".png" and not path.parent.exists():
                    continue  # before the first `make pictures`
                self.assertTrue(path.exists(), f"{name}: {link}")

    def test_numbers_of_the_readmes(self):
        counts = {"forms": ("**52 forms", "**52种图形"),
                  "blocks": ("39 kinds of blocks", "39种版块"),
                  "icons": ("114 icons", "114个图标")}
        for what, claims in counts.items():
            found = str(len(listed(what)))
            for name, claim in zip(READMES, claims):
                self.assertEqual(re.search(r"\d+", claim)[0], found, what)
                self.assertIn(claim, read(name))

    def test_shipped_layouts_and_themes(self):
        for name in READMES:
            for word in (*listed("layouts"), *listed("themes")):
                self.assertIn(f"`{word}`", read(name))

    def test_exit_codes(self):
        codes = re.findall(r"JB_EXIT_\w+ = (\d+)", read("src/cli/cli.h"))
        self.assertEqual(first_cells(read("README.md"), "code"), codes)
        self.assertEqual(first_cells(read("README.zh-CN.md"), "退出码"), codes)

    def test_all_forms_are_explained(self):
        self.assertCountEqual(
            first_cells(read("docs/reports.md"), "form"), listed("forms"))

    def test_all_blocks_are_explained(self):
        self.assertCountEqual(
            first_cells(read("docs/layouts.md"), "block"), listed("blocks"))

    def test_all_words_of_layouts_are_explained(self):
        table = re.search(r"words\[WORD_COUNT\] = \{(.*?)\};",
                          read("src/bind/say.c"), re.S)[1]
        for word in re.findall(r'"([^"]+)"', table):
            self.assertIn("${%s}" % word, read("docs/layouts.md"))

    def test_all_styles_that_a_layout_needs_are_named(self):
        table = re.search(r"jb_layout_styles\[\] = \{(.*?)\};",
                          read("src/model/style.c"), re.S)[1]
        for style in re.findall(r'"([^"]+)"', table):
            self.assertIn(f"`{style}`", read("docs/layouts.md"))
            self.assertRegex(read("man/jianbao-layout.5"),
                             rf"(?m)^\.Li .*\b{style}\b")

    def test_same_input_gives_the_same_bytes(self):
        places = []
        for more in ({"LC_ALL": "C", "TZ": "UTC"},
                     {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Chongqing"}):
            folder = desk(self)
            places.append(folder / "out.pdf")
            done = run("build/jianbao render docs/examples/garden.yaml "
                       "-o out.pdf", folder, env={**os.environ, **more})
            self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(places[0].read_bytes(), places[1].read_bytes())


class Examples(unittest.TestCase):
    def test_every_report_in_every_layout_and_theme(self):
        layouts = [*listed("layouts"), f"{EXAMPLES}/leaflet.yaml"]
        themes = [*listed("themes"), f"{EXAMPLES}/pine.yaml"]
        for report in ("garden", "market", "marks"):
            for layout in layouts:
                for theme in themes:
                    code, said = jianbao(
                        "check", "--strict", f"{EXAMPLES}/{report}.yaml",
                        "-l", layout, "-t", theme)
                    with self.subTest(report=report, layout=layout,
                                      theme=theme):
                        self.assertEqual(code, 0, said)

    def test_a_tabloid_in_less_than_120_lines(self):
        """Its front page takes stories on, to pages that say from where."""
        layout = f"{EXAMPLES}/tabloid.yaml"
        self.assertLess(len(read(layout).splitlines()), 120)
        for report, pages in (("metro", 4), ("science-city", 3),
                              ("library", 3)):
            with self.subTest(report=report):
                data = f"data/{report}.yaml"
                code, said = jianbao("check", "--strict", data, "-l", layout)
                self.assertEqual(code, 0, said)
                self.assertIn(f"{pages} pages, no mistakes", said)
                first, *others = jianbao(
                    "trace", data, "-l", layout)[1].split("\npage ")
                self.assertEqual(first.count("\"下转第\""), 2)
                self.assertEqual(others[0].count("\"上接第\""), 2)

    def test_market_stands_in_its_source(self):
        code, said = jianbao("check", f"{EXAMPLES}/market.yaml",
                             "-a", f"{EXAMPLES}/market.txt")
        self.assertEqual(code, 0, said)


class Manuals(unittest.TestCase):
    """The pages as `make` completes them."""

    def lint(self, page):
        done = run(["mandoc", "-Tlint", page], tap.TOP)
        # a Chinese character is \\[u4E3B] to mandoc, which ends in a bracket
        known = re.compile("longer than 80|referenced manual not found|"
                           r"trailing delimiter: .*\\\[u[0-9A-F]{4}\]$")
        said = [line for line in done.stdout.splitlines()
                if not known.search(line)]
        self.assertEqual(said, [])

    def test_mandoc_finds_nothing(self):
        man = tap.BUILD / "man"
        pages = sorted([*man.glob("*.[15]"), *man.glob("zh_CN/*.[15]")])
        self.assertEqual([str(page.relative_to(man)) for page in pages],
                         ["jianbao-layout.5", "jianbao-report.5",
                          "jianbao.1", "zh_CN/jianbao-layout.5",
                          "zh_CN/jianbao-report.5"])
        for page in pages:
            with self.subTest(page=page.name):
                self.lint(page)

    def test_every_key_is_in_its_manual(self):
        pages = {"report": "report", "layout": "layout", "theme": "layout"}
        for kind, page in pages.items():
            for tongue, folder in (("en", "man"), ("zh", "man/zh_CN")):
                text = (tap.BUILD / folder /
                        f"jianbao-{page}.5").read_text("utf-8")
                reference = jianbao("schema", "--manual", kind,
                                    "--messages", tongue)[1]
                self.assertIn(".It Ic jianbao\n", reference)
                self.assertIn(reference, text)


if __name__ == "__main__":
    tap.main()
