#!/usr/bin/python3
"""The checker and its JSON Schema give one verdict on every file.

Good files are the project's own and samples made from the schema; bad ones
are made from good ones, one mistake each.  What differs by design is left out:
a JSON Schema sees the value of 0x10 or 1e3, not how it was typed.
"""
import copy
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap

try:
    import jsonschema
    import yaml
except ImportError:
    jsonschema = None

TESTS = Path(os.environ.get("JB_TESTS_DIR", tap.BUILD / "tests"))
CHECKER = TESTS / "test-model-schema"
OBJECTS = ("report", "layout", "theme")

REPORT = """
jianbao: report/1
meta: {name: a, title: 简报, lang: zh-Hans, from: 2020, to: 2020-06, date: 2020-06-15}
scopes: {park: 全区}
figures:
  area: {value: 1197, unit: 平方公里, bound: about, label: 面积, decimals: 2}
  none: {value: null, missing: not_stated, label: x, listed: false}
  sum: {label: y, derived: {sum: [area, none]}}
lists:
  names: {items: [甲, 5G, true]}
  more: {items: [{name: 甲, event: opening}]}
series:
  all: {items: [area, none], total: sum}
events:
  opening: {date: 2020-02-29, title: 开园, refs: [area]}
tables:
  t: {columns: [a, b], rows: [[1, "${area}"], [x, 2.5]]}
heroes: [area]
sections:
  - {id: one, title: 一, prose: "文", pictures: [{form: bars, of: all}, {form: stats, of: [area]}]}
checks:
  - {id: c, sum: [area], equals: sum, tolerance: 0.5}
notes:
  - {label: 口径, text: 全区}
literals: [5G]
"""

LAYOUT = """
jianbao: layout/1
name: a
theme: daiqing
page:
  size: [210mm, 297mm]
  bleed: 0
  margin: {top: 64pt, bottom: 73.89pt, inner: 5%, outer: 1.5cm}
  columns: 6
styles:
  body: {font: serif, size: 五号, leading: 1lh, indent: 2em, align: justify}
  big: {like: body, weight: 900, fit: [24pt, 小初], tracking: -0.1em, hang: true}
masters:
  plain:
    furniture:
      - {fill: primary, at: {of: bleed, left: 0, width: 100%, height: 1in}}
      - {text: "${page.number}", style: body, at: {right: 0pt, bottom: -2lh}}
pages:
  - master: plain
    each: stories
    blocks:
      - {heading: "${section.title}", level: 2, style: big}
      - {prose: section, columns: 2, anchor: bottom}
      - row:
          - {stats: section.figures, per_row: 2, span: 3}
          - {column: [{space: 1lh}, {rule: 0.5pt, ink: primary}], span: 3}
      - {panel: 大事, aside: x, blocks: [{timeline: events, when: events}]}
      - grid: [{text: a, align: center, place: middle}]
        columns: [1fr, auto, 20mm]
        gap: {row: 1lh, column: 2mm}
        equal: true
        padding: {left: 2mm}
        fill: primary
        border: {ink: primary, width: 1pt, top: 2pt, left: {ink: primary}}
        radius: 2mm
      - {column: [], padding: 2mm}
      - {image: a.png, alt: 图, height: 30mm}
      - {pictures: section.pictures, gap: 2lh}
      - {table: figures}
      - {notes: notes}
      - {group: [{space: gap}], each: {of: events, limit: 3, status: [planned], section: a}}
      - {use: head, with: {title: "${section.title}", level: ~}, before: gap}
  - master: plain
    when: {all: [stories, {of: events, least: 2}], not: {of: report.title, most: 9, latin: false}}
    unless: {any: [{of: notes}]}
    blocks: []
tokens: {gap: 1lh, edge: gap}
scale: {base: 10pt, ratio: 1.2, steps: {h1: 4}}
inks: {moss: "#556B2F", leaf: accent}
fonts: {display: serif}
templates:
  head:
    takes: {title: ~, level: 2, body: []}
    blocks:
      - {heading: "${title}", level: "${level}", before: "${gap}", each: {of: "${of}", limit: "${n}"}}
      - {column: "${body}", padding: {left: "x${gap}"}, when: {all: ["${when}"]}}
"""

THEME = """
jianbao: theme/1
name: a
inks: {paper: {cmyk: [0, 0, 0, 0.5], rgb: "#FFFFFF"}, red: {cmyk: [0, 85, 90, 10]}}
sections: [red]
fonts: {serif: {family: Noto Serif CJK SC, latin: Roboto}}
styles: {body: {size: h1}}
tokens: {gap: 1lh}
scale: {base: gap, ratio: 1.25, steps: {h1: 4}}
"""

# What extends another file may be a part of one.
PARTS = {
    "layout": """
jianbao: layout/1
extends: briefing
min_dpi: ~
page: {margin: {top: 70pt}, columns: ~, size: [1in, 2in]}
styles: {body: {size: 11pt, font: ~, fit: [1pt, 2pt]}, old: ~, b: {fit: {size: [1pt, 2pt]}}}
masters: {plain: {furniture: [{fill: primary, at: {left: 0}}]}, none: ~}
pages: [{master: plain, blocks: [{text: a}]}]
tokens: {gap: ~, edge: 1pt}
templates: {head: {takes: {level: ~}}, foot: ~}
""",
    "theme": """
jianbao: theme/1
extends: daiqing
inks: {red: {rgb: "#FF0000"}, blue: ~, green: "#0F0"}
fonts: {serif: {latin: ~}}
styles: {body: {size: ~}}
""",
}

SAMPLES = {"report": REPORT, "layout": LAYOUT, "theme": THEME}

# In the place of any scalar: each is wrong for some types, right for others.
SCALARS = (
    None, True, 0, 1, 5, 999, 1000, 2020, 10000, -3, 2.5, "", "a", "Ab", "a-b",
    "面积", "a.b", "section.figures", "a..b", ".a", "12", "12pt", "12 pt", "+5mm",
    "-1.5em", "12q", "5.pt", "fr", "1fr", "0", "0.0", "五号", "小七", "一号",
    "2020-06-15", "2020-02-30", "2020-02-29", "2021-02-29", "1900-02-29",
    "2000-02-29", "2020-06", "2020-13", "2020-6", "2020/06", "2020-00",
    "2020-06-31", "999-01", "0999", "about", "up", "justify", "bars", "A4",
    "report/1", "null", "true", "yes", "${x}", "a${ x }", "${a.b}", "${X}",
)


def core_loader():
    """YAML 1.2's core schema: no is a word, 2020-06-15 a text."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {}
    for tag, pattern, first in (
            ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
            ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
            ("int", r"[-+]?[0-9]+", list("-+0123456789")),
            ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)"
                      r"(?:[eE][-+]?[0-9]+)?", list("-+.0123456789"))):
        Loader.add_implicit_resolver(
            "tag:yaml.org,2002:" + tag, re.compile(f"(?:{pattern})$"), first)
    # 010 is ten, and YAML 1.1's sexagesimals are texts
    Loader.add_constructor("tag:yaml.org,2002:int",
                           lambda l, node: int(node.value))
    return Loader


def paths(node, here=()):
    """Where every node of a tree stands, the root first."""
    yield here
    items = node.items() if isinstance(node, dict) else \
        enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from paths(value, (*here, key))


def at(tree, path):
    for key in path:
        tree = tree[key]
    return tree


def changed(tree, path, value):
    tree = copy.deepcopy(tree)
    if not path:
        return value
    at(tree, path[:-1])[path[-1]] = value
    return tree


def without(tree, path):
    tree = copy.deepcopy(tree)
    del at(tree, path[:-1])[path[-1]]
    return tree


def renamed(tree, path, key):
    tree = copy.deepcopy(tree)
    parent = at(tree, path[:-1])
    pairs = [(key if k == path[-1] else k, v) for k, v in parent.items()]
    parent.clear()
    parent.update(pairs)
    return tree


def mutations(tree):
    """Trees that differ from a good one in a single place, once for each key
    of each kind of mapping."""
    seen = set()
    for path in paths(tree):
        node = at(tree, path)
        names = [key for key in path if isinstance(key, str)]
        spot = (*names[-1:], isinstance(path[-1] if path else 0, int),
                *(at(tree, path[:-1]) if path else ()))
        if repr(spot) in seen:
            continue
        seen.add(repr(spot))
        parent = at(tree, path[:-1]) if path else None
        for other in ([], {}, [1], {"a": 1}, [["a"]], [{"name": "a"}]):
            yield path, changed(tree, path, other)
        if not isinstance(node, (dict, list)):
            for scalar in SCALARS:
                yield path, changed(tree, path, scalar)
        if isinstance(node, dict):
            # two block words, where node is a block
            for extra in ("fill", "text", "zzz", "面积", "note"):
                if extra not in node:
                    yield path, changed(tree, (*path, extra), "primary")
        if path:
            yield path, without(tree, path)
        if isinstance(parent, dict):
            for key in (path[-1] + "x", path[-1].upper(), path[-1][1:] + "q"):
                yield path, renamed(tree, path, key)


def verdicts(checker, kind, trees):
    """What the checker says of trees, written as JSON, which is YAML."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, tree in enumerate(trees):
            names.append(os.path.join(folder, f"{i}.yaml"))
            with open(names[-1], "w", encoding="utf-8") as file:
                json.dump(tree, file, ensure_ascii=False)
        out = []
        for i in range(0, len(names), 500):
            out += subprocess.run(
                [checker, "--check", kind, *names[i:i + 500]], check=True,
                capture_output=True, text=True).stdout.split()
    return [word == "ok" for word in out]


@unittest.skipUnless(jsonschema, "python3-jsonschema is not there")
@unittest.skipUnless(CHECKER.exists(), "test-model-schema is not built")
class Agreement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = {}
        cls.validator = {}
        for kind in OBJECTS:
            text = subprocess.run([CHECKER, "--json", kind], check=True,
                                  capture_output=True, text=True).stdout
            cls.schema[kind] = json.loads(text)
            cls.validator[kind] = jsonschema.Draft202012Validator(
                cls.schema[kind])
        cls.loader = core_loader()

    def load(self, text):
        return yaml.load(text, self.loader)

    def agree(self, kind, cases):
        cases = list(cases)
        said = verdicts(CHECKER, kind, [tree for _, tree in cases])
        self.assertEqual(len(said), len(cases))
        for (path, tree), ours in zip(cases, said):
            theirs = self.validator[kind].is_valid(tree)
            if ours != theirs:
                self.fail(f"{kind}: checker {ours}, JSON Schema {theirs} "
                          f"at {path}: {json.dumps(tree, ensure_ascii=False)}")
        return said

    def test_schemas_are_schemas(self):
        for schema in self.schema.values():
            jsonschema.Draft202012Validator.check_schema(schema)

    def test_defaults_fit_their_keys(self):
        for kind, schema in self.schema.items():
            tables = [schema, *schema["$defs"].values()]
            for table in tables:
                for key, value in table.get("properties", {}).items():
                    if "default" not in value:
                        continue
                    whole = {**value, "$defs": schema["$defs"]}
                    with self.subTest(kind=kind, key=key):
                        jsonschema.Draft202012Validator(whole).validate(
                            value["default"])

    def test_every_key_has_a_description(self):
        for schema in self.schema.values():
            for table in [schema, *schema["$defs"].values()]:
                for value in table.get("properties", {}).values():
                    self.assertTrue(value["description"])

    def test_own_files_pass_both(self):
        files = [("report", f) for f in tap.TOP.glob("data/*.yaml")]
        files += [("layout", f) for f in tap.TOP.glob("layouts/*/layout.yaml")]
        files += [("theme", f) for f in tap.TOP.glob("themes/*.yaml")]
        for kind, file in files:
            with self.subTest(file=file.name):
                said = subprocess.run(
                    [CHECKER, "--check", kind, file], check=True,
                    capture_output=True, text=True).stdout
                self.assertEqual(said, "ok\n")
                self.validator[kind].validate(
                    self.load(file.read_text(encoding="utf-8")))

    def mutate(self, kind, sample=None):
        tree = self.load(sample or SAMPLES[kind])
        self.validator[kind].validate(tree)
        said = self.agree(kind, [((), tree), *mutations(tree)])
        self.assertTrue(said[0])
        self.assertIn(False, said)

    def test_reports_agree(self):
        self.mutate("report")

    def test_layouts_agree(self):
        self.mutate("layout")

    def test_themes_agree(self):
        self.mutate("theme")

    def test_parts_agree(self):
        for kind, sample in PARTS.items():
            self.mutate(kind, sample)


if __name__ == "__main__":
    tap.main()
