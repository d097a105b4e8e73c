#!/usr/bin/python3
"""The commands: what they print, which files they leave, how they end."""
import json
import os
import re
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

GOOD = str(tap.TOP / "tests/errors/good.yaml.in")
BAD = str(tap.TOP / "tests/errors/unknown-key.yaml")
SAMPLE = "data/science-city.yaml"

COMMANDS = {
    "render": "Makes the pages of a report.",
    "check": "Finds every mistake of a report",
    "figures": "Lists each figure of a report",
    "galley": "Sets plain paragraphs, one a line",
    "trace": "Prints the pages as text",
    "schema": "Prints the JSON Schema of a language",
    "fonts": "Lists the font families and weights",
    "list": "Lists the shipped layouts and themes",
}


def jianbao(*args, cwd=tap.TOP, **more):
    more.setdefault("stdout", subprocess.PIPE)
    return subprocess.run(
        [tap.JIANBAO, *args], cwd=cwd, stderr=subprocess.PIPE,
        timeout=120, **more)


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_in(self, *args, code=0, err="", **more):
        """Runs in an empty folder; gives what it printed."""
        done = jianbao(*args, cwd=self.folder, **more)
        self.assertEqual((done.returncode, done.stderr.decode()),
                         (code, err))
        return (done.stdout or b"").decode("utf-8", "replace")

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())


class Help(Case):
    def test_no_words(self):
        done = jianbao()
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"Usage: jianbao COMMAND", done.stderr)

    def test_help(self):
        out = self.run_in("--help")
        for command in COMMANDS:
            self.assertRegex(out, rf"(?m)^  {command} ")

    def test_of_each_command(self):
        for command, summary in COMMANDS.items():
            out = self.run_in(command, "--help")
            self.assertIn(f"  jianbao {command} [OPTION…]", out)
            self.assertIn(summary, out)

    def test_version(self):
        self.assertRegex(self.run_in("--version"),
                         r"^jianbao \d+\.\d+\.\d+\n$")


class Usage(Case):
    def test_unknown_command(self):
        self.run_in("rendr", code=2, err=(
            "jianbao: there is no command or file “rendr”\n"
            "jianbao: did you mean “render”?\n"))

    def test_unknown_option(self):
        self.run_in("render", "--bogus", GOOD, code=2,
                    err="jianbao: Unknown option --bogus\n")

    def test_one_report(self):
        for command in ("render", "check", "figures", "trace"):
            self.run_in(command, code=2,
                        err=f"jianbao: {command} takes one report\n")
            self.run_in(command, GOOD, GOOD, code=2,
                        err=f"jianbao: {command} takes one report\n")

    def test_format(self):
        self.run_in("render", "-f", "gif", GOOD, code=2, err=(
            "jianbao: --format is pdf, png or svg, not “gif”\n"))

    def test_width(self):
        for width in ("15", "32768", "-1"):
            self.run_in("render", f"--width={width}", GOOD, code=2, err=(
                "jianbao: --width is from 16 to 32767, not "
                f"{width}\n"))

    def test_dpi(self):
        for dpi in ("0", "17", "1201", "-72"):
            self.run_in("render", f"--dpi={dpi}", GOOD, code=2, err=(
                f"jianbao: --dpi is from 18 to 1200, not {dpi}\n"))

    def test_pages_to_standard_output(self):
        self.run_in("render", "-f", "png", "-o", "-", GOOD, code=2,
                    err="jianbao: only a PDF goes to standard output\n")

    def test_unknown_language(self):
        self.run_in("schema", "reprt", code=2, err=(
            "jianbao: there is no language “reprt”: report, layout or "
            "theme\n"))


class Settings(Case):
    """--set, and files that extend others."""

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def places(self, *args):
        return self.run_in("trace", *args, str(tap.TOP / SAMPLE))

    def test_set(self):
        plain = self.places()
        self.assertEqual(self.places("--set", "layout.page.columns=6"), plain)
        self.assertNotEqual(
            self.places("--set", "layout.page.margin.top=90pt"), plain)

    def test_last_wins(self):
        self.assertEqual(
            self.places("--set", "layout.page.margin.top=90pt",
                        "--set=layout.page.margin.top=80pt"),
            self.places("--set", "layout.page.margin.top=80pt"))

    def test_of_every_command(self):
        for command in ("render", "check", "figures", "trace"):
            self.run_in(command, "--set", "layout.page.colums=3", GOOD,
                        code=65, err=(
                            "--set:1:13: error: unknown key “colums”\n"
                            "    layout.page.colums=3\n"
                            "                ^~~~~~\n"
                            "    hint: did you mean “columns”?\n"))
        self.assertEqual(self.files(), [])

    def test_figures_cannot_be_set(self):
        self.run_in("check", "--set", "report.figures.park.value=3", GOOD,
                    code=65, err=(
                        "--set:1:1: error: nothing of a report can be set "
                        "here\n"
                        "    report.figures.park.value=3\n"
                        "    ^~~~~~\n"
                        "    hint: a figure stands in one place, the report: "
                        "change it there\n"))

    def test_ink_of_a_theme(self):
        self.run_in("render", "-f", "svg", "--set", "theme.inks.paper=#0a5",
                    GOOD)
        self.run_in("check", "--set", "theme.inks.paper=#0a5x", GOOD, code=65,
                    err=("--set:1:18: error: “#0a5x” is not a screen colour\n"
                         "    theme.inks.paper=#0a5x\n"
                         "                     ^\n"
                         "    hint: write # and six hexadecimal digits: "
                         "\"#004A58\"\n"))

    def test_theme_of_the_layout(self):
        self.assertEqual(self.places("--set", "layout.theme=mohong"),
                         self.places("--theme", "mohong"))

    def test_extends(self):
        """Names are looked up beside the file that says them."""
        self.write("top.yaml", "jianbao: layout/1\nextends: sub/mid.yaml\n")
        self.write("sub/mid.yaml", "jianbao: layout/1\nextends: low.yaml\n"
                   "theme: red.yaml\n")
        self.write("sub/low.yaml", "jianbao: layout/1\nextends: briefing\n"
                   "page: {margin: {top: 90pt}}\n")
        self.write("sub/red.yaml", "jianbao: theme/1\nextends: daiqing\n"
                   "name: red\n")
        name = re.compile(r"\S+layout\.yaml")
        self.assertEqual(
            name.sub("", self.places("-l", "top.yaml")),
            name.sub("", self.places("--set", "layout.page.margin.top=90pt")))


class Render(Case):
    def test_name_of_the_report(self):
        self.run_in("render", GOOD)
        self.assertEqual(self.files(), ["good.pdf"])

    def test_file_first(self):
        self.run_in(GOOD)
        self.assertEqual(self.files(), ["good.pdf"])

    def test_output(self):
        self.run_in("render", GOOD, "-o", "x.pdf")
        self.assertEqual(self.files(), ["x.pdf"])
        self.assertTrue((self.folder / "x.pdf").read_bytes()
                        .startswith(b"%PDF-"))

    def test_standard_output(self):
        out = self.run_in("render", GOOD, "-o", "-")
        self.assertTrue(out.startswith("%PDF-"))
        self.assertTrue(out.endswith("%%EOF\n"))
        self.assertEqual(self.files(), [])

    def test_png(self):
        self.run_in("render", GOOD, "-f", "png", "--dpi", "18")
        self.assertEqual(self.files(),
                         ["good-1.png", "good-2.png"])
        for name in self.files():
            self.assertEqual((self.folder / name).read_bytes()[:8],
                             b"\x89PNG\r\n\x1a\n")

    def test_png_of_a_width(self):
        self.run_in("render", GOOD, "-f", "png", "--width", "108")
        for name in self.files():
            head = (self.folder / name).read_bytes()[16:20]
            self.assertEqual(int.from_bytes(head, "big"), 108, name)
        self.assertEqual(len(self.files()), 2)

    def test_svg_by_suffix(self):
        self.run_in("render", GOOD, "-o", "page.svg")
        self.assertEqual(self.files(),
                         ["page-1.svg", "page-2.svg"])

    def test_another_theme(self):
        self.run_in("render", GOOD, "-t", "mohong")
        self.assertEqual(self.files(), ["good.pdf"])

    def test_no_warning_is_strict(self):
        self.run_in("render", "--strict", GOOD)
        self.assertEqual(self.files(), ["good.pdf"])


class Failure(Case):
    def test_no_file_of_bad_input(self):
        done = jianbao("render", BAD, cwd=self.folder)
        self.assertEqual(done.returncode, 65)
        self.assertIn("unknown key “vlaue”", done.stderr.decode())
        self.assertEqual(self.files(), [])

    def test_good_file_stays(self):
        kept = self.folder / "x.pdf"
        kept.write_text("yesterday's")
        done = jianbao("render", BAD, "-o", "x.pdf", cwd=self.folder)
        self.assertEqual(done.returncode, 65)
        self.assertEqual(kept.read_text(), "yesterday's")
        self.assertEqual(self.files(), ["x.pdf"])

    def test_warnings(self):
        """A digit typed into prose is a warning; --strict refuses it."""
        report = Path(GOOD).read_text().replace("全市共有", "全市99区共有")
        (self.folder / "warn.yaml").write_text(report)
        done = jianbao("render", "warn.yaml", "-o", "x.pdf",
                       cwd=self.folder)
        self.assertEqual(done.returncode, 0)
        self.assertIn("warn.yaml:13:9: warning: ", done.stderr.decode())
        (self.folder / "x.pdf").unlink()
        for command in ("render", "check"):
            done = jianbao(command, "--strict", "warn.yaml",
                           cwd=self.folder)
            self.assertEqual(done.returncode, 3)
            self.assertEqual(self.files(), ["warn.yaml"])

    def test_not_there(self):
        self.run_in("render", "none.yaml", code=66, err=(
            "jianbao: cannot read “none.yaml”: No such file or "
            "directory\n"))

    def test_layout_not_there(self):
        done = jianbao("render", "-l", "none", GOOD, cwd=self.folder)
        self.assertEqual(done.returncode, 66)
        self.assertIn("none/layout.yaml", done.stderr.decode())
        self.assertEqual(self.files(), [])

    def test_folder_not_there(self):
        self.run_in("render", GOOD, "-o", "none/x.pdf", code=73, err=(
            "jianbao: cannot write “none/x.pdf”: No such file or "
            "directory\n"))

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_folder_closed(self):
        self.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
        self.run_in("render", GOOD, "-o", "x.pdf", code=73, err=(
            "jianbao: cannot write “x.pdf”: Permission denied\n"))

    def test_output_is_a_folder(self):
        (self.folder / "x.pdf").mkdir()
        self.run_in("render", GOOD, "-o", "x.pdf", code=73, err=(
            "jianbao: cannot write “x.pdf”: not a regular file\n"))

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_full(self):
        with open("/dev/full", "wb") as full:
            self.run_in("render", GOOD, "-o", "-", stdout=full, code=74,
                        err="jianbao: standard output: No space left on "
                            "device\n")

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_full_for_text(self):
        for args in (["figures", GOOD], ["trace", GOOD], ["check", GOOD],
                     ["schema", "report"], ["list", "icons"], ["fonts"],
                     ["--help"]):
            with open("/dev/full", "wb") as full:
                done = jianbao(*args, cwd=self.folder, stdout=full)
            self.assertEqual((done.returncode, done.stderr.decode()), (
                74, "jianbao: standard output: No space left on device\n"))


class Check(Case):
    REPORT = """\
jianbao: report/1
meta: {name: small, title: 公园, from: 2025-01, to: 2025-06}
figures:
  parks: {value: 38, unit: 个, label: 公园, section: a, at: L2}
sections:
  - id: a
    title: 公园
    prose: 全市共有${parks}公园。
"""

    def check(self, text, **more):
        (self.folder / "small.yaml").write_text(self.REPORT)
        (self.folder / "page.txt").write_text(text)
        return jianbao("check", "-a", "page.txt", "small.yaml",
                       cwd=self.folder)

    def test_writes_nothing(self):
        out = self.run_in("check", GOOD)
        self.assertEqual(out,
                         f"{GOOD}: 3 figures, 2 pages, no mistakes\n")
        self.assertEqual(self.files(), [])

    def test_proved(self):
        done = self.check("公园\n全市共有38个公园。\n")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.decode(), (
            "1 figures, 0 dates and 1 paragraphs stand in page.txt as "
            "worded\nsmall.yaml: 1 figures, 2 pages, no mistakes\n"))

    def test_refuted(self):
        done = self.check("公园\n全市共有39个公园。\n")
        self.assertEqual(done.returncode, 65)
        err = done.stderr.decode()
        self.assertIn("small.yaml:4:58: error: “38个” does not stand at "
                      "line 2 of the source\n", err)

    def test_text_not_there(self):
        done = jianbao("check", "-a", "none.txt", GOOD, cwd=self.folder)
        self.assertEqual(done.returncode, 66)
        self.assertIn("none.txt", done.stderr.decode())


class Figures(Case):
    def test_each_figure_and_its_places(self):
        """Every id of the file, where it stands in it, and on paper."""
        source = (tap.TOP / SAMPLE).read_text(encoding="utf-8")
        part = re.search(r"(?ms)^figures:\n(.*?)^\S", source)[1]
        ids = re.findall(r"(?m)^  ([a-z][a-z0-9_]*):", part)
        self.assertGreater(len(ids), 20)
        out = jianbao("figures", SAMPLE).stdout.decode()
        heads = re.findall(r"(?m)^([a-z0-9_]+)\t(.+)\t(.+):(\d+)$", out)
        self.assertEqual([head[0] for head in heads], ids)
        lines = source.splitlines()
        for name, _, path, line in heads:
            self.assertEqual(path, SAMPLE)
            self.assertTrue(lines[int(line) - 1].startswith(f"  {name}:"))
        self.assertNotIn("not printed", out)
        for line in out.splitlines():
            if line.startswith("\t"):
                self.assertRegex(line, r"^\tpage \d+\tx \d+\.\d mm"
                                       r"\ty \d+\.\d mm\t.")


class Trace(Case):
    # words of the program itself
    KEYS = "计划或目标时点|计划|已发生|此后不按比例"

    def test_each_item_says_where_it_is_from(self):
        out = jianbao("trace", SAMPLE).stdout.decode()
        texts = [line for line in out.splitlines()
                 if line.startswith("text ")]
        self.assertGreater(len(texts), 300)
        source = (tap.TOP / SAMPLE).read_text(encoding="utf-8").split("\n")
        for line in texts:
            if re.search(rf'"({self.KEYS})" \| - \| figure -$', line):
                continue
            path, row, column = re.search(
                r"\| ([^|]+):(\d+):(\d+) \| figure \S+$", line).groups()
            if path == SAMPLE:
                self.assertLess(int(column) - 1,
                                len(source[int(row) - 1]), line)


class Lists(Case):
    def test_layouts_and_themes(self):
        for what, files in (("layouts", "layouts/*/layout.yaml"),
                            ("themes", "themes/*.yaml")):
            want = []
            for file in tap.TOP.glob(files):
                name = file.parent.name if what == "layouts" else file.stem
                title = re.search("^title: (.*)$", file.read_text("utf-8"),
                                  re.M)
                want.append(f"{name}\t{title[1]}")
            self.assertEqual(
                self.run_in("list", what).splitlines(), sorted(want))

    def test_every_form_has_a_title_in_both_languages(self):
        for tongue, letters in (("en", "^[ -~]{6,}$"), ("zh", "[一-鿿]{2}")):
            out = self.run_in("list", "forms", "--messages", tongue)
            for line in out.splitlines():
                self.assertRegex(line.split("\t")[1], letters, line)

    def test_styles_and_fonts(self):
        self.assertIn("body\t10pt\n", self.run_in("list", "styles"))
        self.assertIn("Roboto Condensed\t300 400 500 700\n",
                      self.run_in("list", "fonts"))

    def test_json(self):
        for what in ("layouts", "themes", "blocks", "forms", "icons", "fonts",
                     "styles"):
            rows = [line.split("\t")
                    for line in self.run_in("list", what).splitlines()]
            self.assertTrue(rows)
            self.assertEqual(rows, [list(row.values()) for row in json.loads(
                self.run_in("list", what, "--json"))])

    def test_blocks(self):
        words = [line.split("\t")[0]
                 for line in self.run_in("list", "blocks").splitlines()]
        self.assertEqual(sorted(words), sorted(
            "text heading prose stats pictures timeline table notes panel "
            "row column grid group use more mosaic lanes either image qr icon rule "
            "fill space "
            "title section kicker standfirst byline lead quote stat list steps versus "
            "roadmap toc note source".split()))

    def test_forms(self):
        self.assertEqual(
            sorted(line.split("\t")[0] for line in
                   self.run_in("list", "forms").splitlines()),
            sorted("squares change tranches quote range units clock list "
                   "roadmap waffle radii dates stats bars table column "
                   "line step slope area stacked grouped combo pie donut sunburst "
                   "treemap circles funnel pictogram radar tiles sankey "
                   "tree choropleth gantt heat days scatter bubble grouped_bars stacked_bars percent "
                   "diverging pyramid dot lollipop dumbbell span waterfall "
                   "bullet progress".split()))

    def test_icons(self):
        rows = [line.split("\t")
                for line in self.run_in("list", "icons").splitlines()]
        self.assertIn(["park", "公园", "绿地 游园 长椅"], rows)
        for name, title, words in rows:
            self.assertRegex(name, r"^[a-z]+$")
            self.assertRegex(title, r"^[\u4e00-\u9fff]+$")
            self.assertTrue(words, name)
        titles = [title for _, title, _ in rows]
        self.assertEqual(len(titles), len(set(titles)))

    def test_unknown(self):
        self.run_in("list", "colours", code=2, err=(
            "jianbao: list takes one of: layouts, themes, blocks, forms, "
            "icons, fonts, styles\n"))

    def test_fonts(self):
        out = self.run_in("fonts")
        self.assertRegex(out, r"(?m)^Noto Serif CJK SC\t.*\b400\b.*\b900$")
        self.assertRegex(out, r"(?m)^DejaVu Sans\t400 700\tfallback$")
        files = self.run_in("fonts", "--files").splitlines()
        for line in files:
            path = line.split("\t")[2].rpartition(":")[0]
            self.assertTrue(os.path.exists(path), line)


if __name__ == "__main__":
    tap.main()
