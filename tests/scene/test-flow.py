#!/usr/bin/python3
"""No text is lost in the flow: random reports in random layouts of columns,
blocks that span or float, insets and threads; every paragraph stands on the
pages wholly, and once.
"""
import random
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent
HEAD = """jianbao: layout/1
name: random
theme: theme.yaml
page:
  size: [100mm, 80mm]
  margin: {top: 10mm, bottom: 10mm, inner: 10mm, outer: 10mm}
  gutter: 4mm
  baseline: 5mm
  ascent: 4mm
masters: {plain: {}}
pages:
"""


def common(dice, n):
    """Han that every face has, so that nothing is said of them."""
    words = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"
    return "".join(dice.choice(words) for _ in range(n))


def report(dice, stories):
    """Paragraphs begin with a number of their own, in Han."""
    out = ["jianbao: report/1", "meta: {name: random, title: 花园}",
           "figures: {}", "sections:"]
    texts = []
    for i in range(stories):
        out += [f"  - id: s{i}", f"    title: 题{common(dice, 3)}",
                "    prose: |"]
        for _ in range(dice.randint(1, 6)):
            text = common(dice, dice.randint(3, 120)) + "。"
            texts.append(text)
            out += ["      " + text, ""]
    return "\n".join(out) + "\n", texts


def span(dice, columns):
    return dice.choice(["", "", f", span: {dice.randint(1, columns)}",
                        ", span: all"])


def leaf(dice, k):
    """A page for each story: its prose in columns, in a frame, or around."""
    columns = dice.randint(1, 2)
    out = [f"  - master: plain\n    columns: {columns}\n    each: stories",
           f"    balance: {dice.choice(['true', 'false'])}\n    blocks:"]
    if dice.random() < .6:
        out.append("      - {heading: \"${section.title}\""
                   + span(dice, columns) + "}")
    prose = dice.choice(["plain", "thread", "inset"])
    for name in "ab":
        if dice.random() < .5:
            place = dice.choice(["top", "bottom"])
            out.append("      - {text: 浮, float: " + place
                       + span(dice, columns) + "}")
    if prose == "plain":
        out.append("      - {prose: section" + span(dice, columns)
                   + dice.choice(["", ", keep: together"]) + "}")
    elif prose == "thread":
        out.append("      - {prose: section, thread: t, height: "
                   f"{dice.randint(2, 6)}lh" + span(dice, columns) + "}")
        if dice.random() < .5:
            out.append("      - {more: t, break: page, height: "
                       f"{dice.randint(2, 6)}lh" + span(dice, columns) + "}")
        out.append("      - {more: t" + span(dice, columns) + "}")
    else:
        out.append("      - {prose: section, inset: {blocks: [{text: 旁}], "
                   f"line: {dice.randint(1, 4)}, width: 30%, side: "
                   + dice.choice(["left", "right"]) + "}"
                   + span(dice, columns) + "}")
    return "\n".join(out) + "\n"


def trace(layout, text):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("theme.yaml",):
            Path(folder, name).write_bytes((HERE / name).read_bytes())
        Path(folder, "layout.yaml").write_text(
            layout + "styles:\n" + (HERE / "styles.yaml").read_text(encoding="utf-8"),
            encoding="utf-8")
        Path(folder, "report.yaml").write_text(text, encoding="utf-8")
        return subprocess.run(
            [tap.JIANBAO, "trace", "-l", "layout.yaml", "report.yaml"],
            cwd=folder, capture_output=True, encoding="utf-8", timeout=60)


def printed(scene):
    """What stands on the pages, but for jump lines and floats."""
    words = re.findall(r'^text .*? \| P \| "([^"]*)"', scene, re.M)
    all_words = "".join(words)
    return re.sub("（[^）]*）", "", all_words).replace("浮", "").replace(
        "旁", "")


class Flow(unittest.TestCase):
    maxDiff = None

    def check(self, seed):
        dice = random.Random(seed)
        text, paragraphs = report(dice, dice.randint(1, 3))
        layout = HEAD + leaf(dice, seed)
        done = trace(layout, text)
        self.assertEqual(done.returncode, 0, layout + text + done.stderr)
        self.assertEqual(printed(done.stdout), "".join(paragraphs),
                         layout + text)

    def test_nothing_is_lost(self):
        for seed in range(60):
            with self.subTest(seed=seed):
                self.check(seed)

    def test_many_stories_of_a_mosaic(self):
        """More than are thought of at a time, in several pages."""
        text, paragraphs = report(random.Random(4), 70)
        head = HEAD.replace("100mm, 80mm", "100mm, 280mm")
        done = trace(head + "  - master: plain\n    blocks:\n      - mosaic:\n"
                     "          - {prose: section, each: stories}\n", text)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertGreater(done.stdout.count("page "), 5)
        found = printed(done.stdout)
        self.assertEqual(sorted(found), sorted("".join(paragraphs)))

    def test_an_either_within_an_either_of_a_mosaic(self):
        """Its blocks are choices of the story like any others."""
        high = "{column: [{text: %s}, {space: 200mm}]}"
        story = "{either: [{either: [%s, {text: 乙}]}, %s]}" % (
            high % "甲", high % "丙")
        done = trace(HEAD + "  - master: plain\n    blocks:\n      - {mosaic: ["
                     + story + "], columns: 1}\n", report(random.Random(1), 1)[0])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(re.findall(r'^text .*? \| "([^"]*)"', done.stdout,
                                    re.M), ["乙"])

    def test_every_kind_is_poured_again(self):
        """Columns of a second page are balanced by trying: what goes on there
        from the first is taken again from where that ended."""
        names = [f"{a}{b}号" for a in "甲乙丙丁戊己庚" for b in "天地玄黄"]
        report = (
            "jianbao: report/1\nmeta: {name: kinds, title: 花园}\n"
            "sections: [{id: s, title: 题}]\n"
            f"heroes: [{', '.join(f'f{i}' for i in range(len(names)))}]\n"
            f"lists: {{parks: {{items: [{', '.join(names)}]}}}}\n"
            "figures:\n"
            + "".join(f"  f{i}: {{value: 1, unit: 棵, label: {name}}}\n"
                      for i, name in enumerate(names))
            + "events:\n"
            + "".join(f"  e{i}: {{date: 20{i:02}-01, title: {name}}}\n"
                      for i, name in enumerate(names))
            + "tables:\n  t:\n    title: 表\n    columns:\n      - 园\n"
              "      - {id: n, label: 树, unit: 棵}\n    rows:\n"
            + "".join(f"      - [{name}, 1]\n" for name in names))
        kinds = {
            "table": "{table: t}",
            "stats": "{stats: heroes, per_row: 1}",
            "timeline": "{timeline: events, form: down}",
            "mosaic": "{mosaic: [%s], columns: 1, rows: {least: 1, most: 1}}"
                      % ", ".join(f"{{text: {name}}}" for name in names),
            "list": "{list: parks}",
        }
        for kind, block in kinds.items():
            with self.subTest(kind=kind):
                done = trace(HEAD + "  - master: plain\n    columns: 2\n"
                             "    blocks:\n      - " + block + "\n", report)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertGreater(done.stdout.count("page "), 1)
                texts = "".join(re.findall(
                    r'^text .*? \| "([^"]*)"', done.stdout, re.M))
                for name in names:
                    self.assertEqual(texts.count(name), 1, name)


if __name__ == "__main__":
    tap.main()
