#!/usr/bin/python3
"""Heat maps: fields of one size, inks by class, what is missing or has no room,
and which way round they stand."""
import re
import unittest

import tap
from traced import NUMBER, second_page, trace, words

HEAD = """jianbao: report/1
meta: {name: heat, title: 客流, from: 2024-01, to: 2025-12}
tables:
  visits:
    label: 客流
    columns:
      - {id: place, label: 地方}
"""
TAIL = """
sections:
  - id: a
    title: 忙与闲
    pictures:
      - {form: heat, of: {table: visits, x: place, y: [%s]}, title: 各处%s}
"""


def table(names, rows, more=""):
    """Rows: a name and values."""
    columns = "".join(f"      - {{id: c{i}, label: {n}, unit: 人, type: number}}\n"
                      for i, n in enumerate(names))
    body = "".join(f"      - [{', '.join(map(str, row))}]\n" for row in rows)
    ids = ", ".join(f"c{i}" for i in range(len(names)))
    return HEAD + columns + "    rows:\n" + body + TAIL % (ids, more)


class Heat(unittest.TestCase):
    def fields(self, dump):
        """figure -> x, y, w, h, fill"""
        return {m[6]: (*map(float, m.group(1, 2, 3, 4)), m[5])
                for m in re.finditer(
                    rf"(?m)^path {NUMBER} {NUMBER} {NUMBER} {NUMBER} .*"
                    r"\| fill (\S+) .*figure (visits\S+)$", dump)}

    def texts(self, dump):
        return {m[3]: (float(m[1]), float(m[2])) for m in re.finditer(
            rf'(?m)^text {NUMBER} {NUMBER} .*\| "([^"]*)" \|', dump)}

    SMALL = table(["春", "夏", "秋"], [
        ["梨花谷", 32, 186, 91], ["云台寨", 21, 63, 0],
        ["白沙河", 152, 44, "未公布"]])

    def test_fields_of_one_size_in_rows_and_columns(self):
        fields = self.fields(second_page(self, self.SMALL))
        self.assertEqual(len(fields), 9)
        self.assertEqual(len({f[2:4] for f in fields.values()
                              if f[4] != "-"}), 1)
        self.assertEqual(len({round(f[0], 1) for f in fields.values()
                              if f[4] != "-"}), 3)
        self.assertEqual(len({round(f[1], 1) for f in fields.values()
                              if f[4] != "-"}), 3)

    def test_inks_are_of_classes(self):
        """0～50, 50～100, 100～150, 150～200: more is darker."""
        fields = self.fields(second_page(self, self.SMALL))
        ink = {re.sub(r".*[.]", "", k) + k: f[4] for k, f in fields.items()}
        values = {"梨花谷.c0": 32, "梨花谷.c1": 186, "梨花谷.c2": 91,
                  "云台寨.c0": 21, "云台寨.c1": 63, "云台寨.c2": 0,
                  "白沙河.c0": 152, "白沙河.c1": 44}
        inks = {}
        for key, value in values.items():
            found = [f[4] for k, f in fields.items() if k.endswith(key)]
            self.assertEqual(len(found), 1, (key, sorted(fields)))
            inks.setdefault(value // 50, set()).add(found[0])
        self.assertTrue(all(len(i) == 1 for i in inks.values()), (inks, ink))
        self.assertEqual(len({next(iter(i)) for i in inks.values()}),
                         len(inks))

    def test_the_legend_says_the_classes(self):
        said = words(second_page(self, self.SMALL))
        self.assertIn("单位：人0～5050～100100～150150～200", said)

    def test_values_stand_in_their_fields(self):
        dump = second_page(self, self.SMALL)
        for m in re.finditer(rf'(?m)^text {NUMBER} {NUMBER} w {NUMBER} .*\| '
                             r'"(\d+|未公布)" \| .*figure (visits\S+)$', dump):
            x, y, w, h, _ = self.fields(dump)[m[5]]
            self.assertTrue(x <= float(m[1]) and y < float(m[2]) < y + h, m[0])
            self.assertLessEqual(float(m[1]) + float(m[3]), x + w)
        self.assertIn("0", self.texts(dump))

    def test_what_is_missing_is_no_zero(self):
        dump = second_page(self, self.SMALL)
        missing = [f for k, f in self.fields(dump).items()
                   if k.endswith("白沙河.c2")]
        self.assertEqual([f[4] for f in missing], ["-"])
        self.assertIn("未公布", self.texts(dump))

    def test_the_other_way_round_where_names_need_it(self):
        """Many places have long names: they stand under each other."""
        rows = [[f"第{n}处景点与它的服务区", 10, 20]
                for n in "一二三四五六七八九十"]
        fields = self.fields(second_page(self, table(["春", "夏"], rows)))
        self.assertEqual(len({round(f[1]) for f in fields.values()}), 10)
        self.assertEqual(len({round(f[0]) for f in fields.values()}), 2)

    def test_no_room_for_values_is_said(self):
        names = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰"
        rows = [["三" + n, *range(100000 + i, 100015 + i)]
                for i, n in enumerate(names)]
        rows[14][15] = "未公布"
        dump = second_page(self, table(names, rows))
        said = words(dump)
        self.assertIn("放不下的数值未标出", said)
        self.assertRegex(said, "辰[三二一]|[三二一]辰")

    def test_too_many_for_the_page(self):
        names = [f"第{n}列名" for n in range(60)]
        rows = [[f"第{n}行名", *range(60)] for n in range(60)]
        done = trace(table(names, rows))
        self.assertEqual(done.returncode, 65)
        self.assertRegex(done.stderr, r"error: 60 columns do not fit in \d+ mm")
        self.assertIn("hint: shorter names do, or `lead: true` gives more room",
                      done.stderr)

    def test_of_many_months_some_are_named(self):
        months = [(y, m) for y in (2024, 2025) for m in range(1, 13)]
        text = "jianbao: report/1\nmeta: {name: heat, title: 客流, " \
            "from: 2024-01, to: 2025-12}\nfigures:\n"
        for s in ("east", "west"):
            for y, m in months:
                text += f"  {s}{y}m{m}: {{value: {m}, unit: 人, label: 客流, " \
                    f"scope: {s}, as_of: {y}-{m:02}}}\n"
        text += "series:\n"
        for s, label in (("east", "东岸"), ("west", "西岸")):
            items = ", ".join(f"{s}{y}m{m}" for y, m in months)
            text += f"  {s}: {{label: {label}, items: [{items}]}}\n"
        text += "sections:\n  - id: a\n    title: 忙与闲\n    pictures:\n" \
            "      - {form: heat, of: [east, west], title: 各月, lead: true}\n"
        dump = second_page(self, text)
        named = [t for t in self.texts(dump) if re.fullmatch(r"\d+月", t)
                 or t.startswith("2024") or t.startswith("2025")]
        self.assertGreaterEqual(len(named), 2)
        self.assertEqual(len(re.findall(
            r"(?m)^path .*fill (?!-).*figure (?:east|west)2", dump)), 48)

    def test_a_narrower_picture_is_not_an_empty_one(self):
        """Where the rest of a page is too low, pictures are tried narrower; one
        that is refused there goes on to the next page."""
        text = self.SMALL.replace("      - {form: heat", "      - &heat {form: heat")
        text += text.rstrip().split("\n")[-1].replace("&heat ", "") + "\n"
        done = trace(text, "-l", "slides")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(len(re.findall(r"figure visits", done.stdout)),
                         2 * 18)

    def test_the_hero_has_an_edge_and_the_target_too(self):
        text = self.SMALL.replace("title: 各处", "hero: visits.梨花谷.c1, title: 各处")
        edged = re.findall(r"(?m)^path .*stroke accent [\d.]+pt .*figure (\S+)$",
                           second_page(self, text))
        self.assertEqual(edged, ["visits.梨花谷.c1"])

    def test_several_units_are_refused(self):
        text = self.SMALL.replace("label: 夏, unit: 人", "label: 夏, unit: 公顷")
        done = trace(text)
        self.assertEqual(done.returncode, 65)
        self.assertIn("a heat map needs series or figures of one unit",
                      done.stderr)


if __name__ == "__main__":
    tap.main()
