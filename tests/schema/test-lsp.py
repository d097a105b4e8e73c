#!/usr/bin/python3
"""What an editor shows while somebody writes: completion, help and mistakes,
from our schemas, through the server for YAML that editors use.

@@ in a text is where the cursor stands.
"""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import lsp
import tap

SERVER = tap.TOP / ("build/node/node_modules/yaml-language-server/bin/"
                    "yaml-language-server")
SCHEMAS = tap.BUILD / "schema"
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True,
                     "schemaStore": {"enable": False}}}

REPORT = """\
jianbao: report/1
meta: {name: a, title: 简报}
figures:
  area: {value: 1197, unit: 公顷, label: 面积}
sections:
"""

BLOCKS = """\
jianbao: layout/1
name: a
theme: daiqing
page: {margin: {top: 1mm, bottom: 1mm, inner: 1mm, outer: 1mm}}
styles: {body: {size: 10pt}}
masters: {plain: {}}
pages:
  - master: plain
    blocks:
"""

THEME = """\
jianbao: theme/1
name: a
inks: {paper: {cmyk: [0, 0, 0, 0]}}
fonts:
"""

def listed_by(what):
    said = subprocess.run([tap.JIANBAO, "list", what], check=True,
                          capture_output=True, encoding="utf-8").stdout
    return [line.split("\t")[0] for line in said.splitlines()]


COMMON = ["each", "when", "unless", "style", "span", "align", "place",
          "before", "anchor", "at"]


@unittest.skipUnless(shutil.which("node") and SERVER.exists(),
                     "the language server is not there: make deps gets it "
                     "from npm")
class Editor(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.room = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.room.name)
        cls.server = lsp.Server(["node", SERVER, "--stdio"], cls.folder,
                                SETTINGS)
        cls.files = 0

    @classmethod
    def tearDownClass(cls):
        cls.server.close()
        cls.room.cleanup()

    def show(self, kind, text, zh=False):
        """Opens a text; what the server calls it, and the cursor's place."""
        schema = SCHEMAS / f"{kind}{'.zh-CN' if zh else ''}.schema.json"
        text = f"# yaml-language-server: $schema={schema}\n{text}"
        before = text.split("@@")[0]
        place = (before.count("\n") + 1, len(before.rsplit("\n", 1)[-1]) + 1)
        type(self).files += 1
        path = self.folder / f"{self.files}.yaml"
        return self.server.open(path, text.replace("@@", "")), place

    def offered(self, kind, text):
        uri, place = self.show(kind, text)
        return self.server.completion(uri, *place)

    def labels(self, kind, text):
        return [item["label"] for item in self.offered(kind, text)]

    def hover(self, kind, text, zh=False):
        uri, place = self.show(kind, text, zh)
        return self.server.hover(uri, *place)

    def mistakes(self, kind, text):
        """With the lines of the text, without the first that names the
        schema."""
        uri, _ = self.show(kind, text)
        return [(line - 1, col, message)
                for line, col, message in self.server.diagnostics(uri)]

    # ---- completion ----

    def words(self):
        """The block words, as `jianbao list` has them."""
        return listed_by("blocks")

    def test_new_block_offers_all_words_and_nothing_else(self):
        for place in ("      - @@\n", "      - pro@@\n",
                      "      - row:\n          - @@\n",
                      "      - panel: x\n        blocks:\n          - @@\n",
                      "      - prose: lede\n      - @@\n"):
            with self.subTest(place=place):
                self.assertEqual(sorted(self.words()), sorted(
                    self.labels("layout", BLOCKS + place)))

    def test_word_is_put_with_its_colon_and_its_help(self):
        item = next(i for i in self.offered("layout", BLOCKS + "      - @@\n")
                    if i["label"] == "prose")
        self.assertEqual("prose: ", item["textEdit"]["newText"])
        self.assertIn("runs on to further pages", item["documentation"])

    def test_block_offers_its_own_keys(self):
        labels = self.labels("layout",
                             BLOCKS + "      - qr: a\n        @@\n")
        self.assertEqual([], [key for key in COMMON if key not in labels])
        for key in ("level", "size", "ink", "ground", "alt"):
            self.assertIn(key, labels)
        for key in ("qr", "per_row", "prose", "text", "caption", "gap"):
            self.assertNotIn(key, labels)

    def test_word_that_is_a_key_elsewhere(self):
        labels = self.labels(
            "layout", BLOCKS + "      - row: []\n        fill: text\n"
            "        @@\n")
        self.assertIn("equal", labels)
        self.assertNotIn("text", labels)

    def test_words_of_an_enum(self):
        self.assertEqual(
            ["stretch", "start", "center", "end", "baseline"],
            self.labels("layout",
                        BLOCKS + "      - qr: a\n        align: @@\n"))

    def test_top_of_a_layout(self):
        labels = self.labels("layout", "jianbao: layout/1\n@@\n")
        for key in ("extends", "name", "theme", "page", "styles", "pages"):
            self.assertEqual(1, labels.count(key), key)

    def test_what_extends_is_completed_too(self):
        labels = self.labels(
            "layout", "jianbao: layout/1\nextends: briefing\npage:\n  @@\n")
        for key in ("size", "margin", "columns"):
            self.assertEqual(1, labels.count(key), key)

    def test_keys_of_a_figure(self):
        labels = self.labels(
            "report", REPORT.replace("sections:", "  people:\n    label: 人数\n"
                                     "    @@\nsections: []"))
        for key in ("value", "unit", "bound", "status", "as_of"):
            self.assertIn(key, labels)
        self.assertNotIn("label", labels)
        self.assertNotIn("prose", labels)

    def test_forms_of_a_picture(self):
        labels = self.labels("report", REPORT + """\
  - id: one
    title: 一
    pictures:
      - form: @@
""")
        self.assertEqual(listed_by("forms"), labels)

    def test_keys_of_a_font(self):
        labels = self.labels("theme", THEME + "  serif:\n    @@\n")
        for key in ("family", "latin", "latin_size", "latin_shift"):
            self.assertIn(key, labels)

    # ---- help ----

    def test_help_in_two_languages(self):
        cases = (
            ("layout", BLOCKS + "      - pr@@ose: lede\n",
             "A section's prose; runs on to further pages.", "一篇的正文"),
            ("layout", BLOCKS + "      - qr: a\n        le@@vel: H\n",
             "How much of it may be lost", "容许损坏多少"),
            ("report", REPORT.replace("unit", "un@@it") + "  []\n",
             "The unit as the source writes it", "单位，照来源原样写"),
            ("theme", THEME + "  serif: {fam@@ily: Noto}\n",
             "The family, as fonts.conf has it.", "字体族"),
        )
        for kind, text, english, chinese in cases:
            with self.subTest(text=text):
                said = self.hover(kind, text)
                self.assertIn(english, said)
                self.assertNotIn(chinese, said)
                said = self.hover(kind, text, zh=True)
                self.assertIn(chinese, said)
                self.assertNotIn(english, said)

    def test_help_lists_the_words(self):
        said = self.hover("layout",
                          BLOCKS + "      - qr: a\n        le@@vel: H\n")
        for word in "LMQH":
            self.assertIn(f"`{word}`", said)

    # ---- mistakes ----

    def test_own_files_are_fine(self):
        for kind, files in (("report", "data/*.yaml"),
                            ("layout", "layouts/*/layout.yaml"),
                            ("theme", "themes/*.yaml")):
            for file in sorted(tap.TOP.glob(files)):
                with self.subTest(file=file.name):
                    text = file.read_text(encoding="utf-8")
                    self.assertEqual([], self.mistakes(kind, text))

    def test_misspelt_keys(self):
        self.assertEqual(
            [(11, 9, "Property colums is not allowed.")],
            self.mistakes("layout", BLOCKS + "      - prose: lede\n"
                          "        colums: 2\n"))
        self.assertEqual(
            [(4, 33, "Property lable is not allowed.")],
            [m for m in self.mistakes(
                "report", REPORT.replace("label", "lable") + "  []\n")
             if "lable" in m[2]])
        self.assertEqual(
            [(5, 11, "Property famly is not allowed.")],
            [m for m in self.mistakes(
                "theme", THEME + "  serif: {famly: Noto}\n")
             if "famly" in m[2]])

    def test_wrong_words(self):
        found = self.mistakes("layout", BLOCKS +
                              "      - {text: a, align: middle}\n")
        self.assertEqual([(10, 26)], [m[:2] for m in found])
        self.assertIn('"stretch", "start", "center"', found[0][2])
        found = self.mistakes("report", REPORT.replace(
            "unit: 公顷", "unit: 公顷, bound: abuot") + "  []\n")
        self.assertEqual([(4, 40)], [m[:2] for m in found])
        self.assertIn('"exact", "about"', found[0][2])

    def test_block_without_its_word(self):
        found = self.mistakes("layout", BLOCKS + "      - {txt: a}\n")
        self.assertIn((10, 10, "Property txt is not allowed."), found)
        found = self.mistakes("layout", BLOCKS + "      - {style: body}\n")
        self.assertEqual([(10, 9)], [m[:2] for m in found])
        self.assertIn("a block has one of text, heading, prose", found[0][2])


if __name__ == "__main__":
    tap.main()
