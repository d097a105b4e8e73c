#!/usr/bin/python3
"""Maps of GeoJSON beside the report: what is read, what is refused, and when a
map needs an approval number.  All boundaries here are invented squares."""
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

REPORT = """jianbao: report/1
meta: {name: t, title: 标题}
figures:
  a: {value: %s, unit: 吨, label: %s}
  b: {value: 3, unit: 吨, label: 乙县}
maps:
  m: {file: m.geojson%s}
sections:
  - id: s
    title: 标题
    pictures: [{form: choropleth, of: [a, b], map: m, title: 图%s}]
"""
SEA = -28, 42  # nobody's land


def square(west, south, size=1):
    return [[west, south], [west + size, south], [west + size, south + size],
            [west, south + size], [west, south]]


def feature(name, coordinates, kind="Polygon"):
    return {"type": "Feature", "properties": {"name": name, "id": 7},
            "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features, **more):
    return {"type": "FeatureCollection", "features": list(features), **more}


def two(west=SEA[0], south=SEA[1], size=1, names=("甲县", "乙县"), **more):
    return collection(feature(names[0], [square(west, south, size)]),
                      feature(names[1], [square(west + size, south, size)]),
                      **more)


class Maps(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)
        self.folder = Path(self.home.name) / "report"
        self.folder.mkdir()

    def run_on(self, what, keys="", label="甲", value="1", lang="C",
               command="check", more=""):
        text = what if isinstance(what, str) else json.dumps(
            what, ensure_ascii=False)
        (self.folder / "m.geojson").write_text(text)
        (self.folder / "r.yaml").write_text(
            REPORT % (value, label, keys, more))
        return subprocess.run(
            [tap.JIANBAO, command, "r.yaml"], cwd=self.folder, text=True,
            capture_output=True, env={**os.environ, "LC_ALL": lang})

    def fine(self, what, keys="", **more):
        done = self.run_on(what, keys, **more)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return "".join(re.findall(r'"(.*)"', done.stdout))

    def said(self, what, keys="", **more):
        done = self.run_on(what, keys, **more)
        self.assertEqual(done.returncode, 65, done.stdout)
        return done.stderr

    def test_names(self):
        for label in ("甲县", "甲", "甲自治县", "甲土家族苗族自治县"):
            name = label if len(label) > 2 else "甲县"
            self.fine(two(names=(name, "乙县")), label="甲")
            self.fine(two(names=("甲", "乙县")), label=name)
        self.assertIn(
            "r.yaml:4:3: error: “丙” is no area of the map “m”",
            self.said(two(), label="丙"))
        err = self.said(two(names=("甲集贸县", "乙县")), label="甲集市县")
        self.assertIn("hint: did you mean “甲集贸县”?", err)
        err = self.said(two(names=("乙市", "乙县")), label="乙")
        self.assertIn("error: “乙” may be “乙市” or “乙县” of the map", err)
        self.assertIn("m.geojson:1:", err)
        err = self.said(two(), label="乙")
        self.assertIn("“乙县” has two figures", err)

    def test_name_of_names(self):
        done = self.run_on(two(), ", name: id", label="7")
        self.assertIn("“7” may be “7” or “7” of the map", done.stderr)
        err = self.said(two(), ", name: nom")
        self.assertIn("r.yaml:7:13: error: no area of this map has a “nom”",
                      err)
        self.assertIn("`name` says which property is the name: “name”, “id”",
                      err)

    def test_not_a_map(self):
        place = [0, 0]
        for what, message in {
                "{": "a key in \" \" is missing here",
                "[]": "a `FeatureCollection` is missing",
                '{"type": "Topology"}': "this is TopoJSON",
                json.dumps(collection()): "a `FeatureCollection` is missing",
                json.dumps(collection(3)): "a `Feature` is missing here",
                json.dumps(collection({"type": "x"})):
                "a `Feature` is missing here",
                json.dumps(collection({"type": "Feature"})):
                "a shape with `type` and `coordinates` is missing",
                json.dumps(collection(feature("甲", [place], "Point"))):
                "a map has no place for a “Point”",
                json.dumps(collection(feature("甲", [[place, place]]))):
                "too few positions for a shape",
                json.dumps(collection(feature("甲", [[place, [1], place]]))):
                "a position is two numbers: [116.4, 39.9]",
                json.dumps(collection(feature("甲", [["x", place, place]]))):
                "a position is two numbers: [116.4, 39.9]",
                json.dumps(collection(feature("甲", [3]))):
                "a list of positions is missing",
                json.dumps(collection(feature("甲", [3], "MultiPolygon"))):
                "a list of positions is missing",
                json.dumps(two(500000, 300000)):
                "“500000” is no number of degrees here",
                json.dumps(two(10, 100)): "“100” is no number of degrees here",
                json.dumps(two(crs={"properties": {"name": "EPSG:3857"}})):
                "the positions of this map are in “EPSG:3857”, not in degrees",
        }.items():
            with self.subTest(message):
                err = self.said(what)
                self.assertRegex(
                    err, r"^m\.geojson:1:\d+: error: " + re.escape(message))
        err = self.said("")
        self.assertIn("m.geojson:1:1: error:", err)

    def test_limits(self):
        many = collection(*[feature(f"a{i}", [square(0, 0)])
                            for i in range(5001)])
        self.assertIn("a map has up to 5000 areas, not 5001", self.said(many))
        deep = "[" * 100 + "]" * 100
        self.assertIn("too deep, or too many values", self.said(deep))

    def test_jail(self):
        (self.folder.parent / "n.geojson").write_text(json.dumps(two()))
        (self.folder / "link.geojson").symlink_to("../n.geojson")
        for name, message in (
                ("../n.geojson", "is outside the folder of its report"),
                ("link.geojson", "is outside the folder of its report"),
                ("/etc/passwd", "is outside the folder of its report"),
                ("none.geojson", "the map cannot be read:")):
            text = REPORT.replace("m.geojson", name) % (1, "甲", "", "")
            (self.folder / "r.yaml").write_text(text)
            done = subprocess.run([tap.JIANBAO, "check", "r.yaml"],
                                  cwd=self.folder, text=True,
                                  capture_output=True,
                                  env={**os.environ, "LC_ALL": "C"})
            self.assertEqual(done.returncode, 65)
            self.assertIn(message, done.stderr)

    def test_plane(self):
        self.assertIn(
            "`country` is missing: a plane does not say where it lies",
            self.said(two(500000, 300000), ", projection: plane"))
        self.fine(two(500000, 300000), ", projection: plane, country: FR")
        self.assertIn("“France” is no code of a country", self.said(
            two(500000, 300000), ", projection: plane, country: France"))
        out = self.fine(two(), ", projection: plane, country: FR",
                        command="trace")
        self.assertNotIn("投影", out)

    def test_projection_is_said(self):
        self.assertIn("阿尔伯斯等积圆锥投影，标准纬线北纬42.2°、42.8°，中央经线西经27°",
                      self.fine(two(), command="trace"))
        self.assertIn("阿尔伯斯等积圆锥投影，标准纬线南纬42.8°、42.2°，中央经线西经27°",
                      self.fine(two(-28, -43), command="trace"))
        self.assertIn("等积圆柱投影，标准纬线0.5°，中央经线西经27°",
                      self.fine(two(-28, 0), command="trace"))
        world = two(-179, -60, 120)
        world["features"][1]["geometry"]["coordinates"] = [square(60, -60, 119)]
        err = self.said(world)
        self.assertIn("a map of China needs its approval number", err)

    def test_maps_of_china(self):
        number = ', approval: "GS(2023)1234号"'
        for west, south in ((116, 39), (121, 24), (114, 22.3), (109.5, 19),
                            (91, 29.5), (87, 43.5), (126.4, 45.6), (102, 24.5),
                            (76, 39.3), (123, 50.2), (106.4, 29.4)):
            with self.subTest(west=west, south=south):
                err = self.said(two(west, south, .2))
                self.assertIn(
                    "r.yaml:7:13: error: a map of China needs its approval "
                    "number\n", err)
                self.assertRegex(err, r"m\.geojson:1:\d+: note: “..” lies")
                self.fine(two(west, south, .2), number)
                self.assertIn("this map shows land of China", self.said(
                    two(west, south, .2), number + ", country: FR"))
        # much more than it, in two areas
        self.assertIn("a map of China needs", self.said(two(20, 0, 60)))

    def test_maps_of_others(self):
        """Cities of its neighbours: none of their land is taken for it."""
        for west, south in ((105.8, 21), (106.7, 20.8), (102.6, 18),
                            (96.1, 19.7), (98, 26), (90.4, 23.8), (89.6, 27.5),
                            (85.3, 27.7), (77.2, 28.6), (73, 33.7),
                            (69.2, 34.5), (68.8, 38.5), (74.6, 42.8),
                            (76.9, 43.2), (82.6, 49.9), (92, 48), (106.9, 47.9),
                            (105, 43), (111.5, 44.8), (104.3, 52.3),
                            (127.5, 50.4), (131.9, 43.1), (135, 48.4),
                            (125.7, 39), (129.7, 41.8), (127, 37.5),
                            (139.7, 35.7), (127.7, 26.2), (121, 14.6),
                            (108.2, 16), (103.8, 1.3), (101.7, 21.4)):
            with self.subTest(west=west, south=south):
                self.fine(two(west - .1, south - .1, .2))

    def test_china_by_name_or_statement(self):
        for name in ("四川省", "四川", "内蒙古自治区", "台湾", "香港特别行政区"):
            err = self.said(two(names=(name, "乙县")), label=name,
                            keys=", projection: plane, country: FR")
            self.assertIn("this map shows land of China", err)
            self.assertIn(f"“{name}” lies there", err)
        self.fine(two(names=("北京路街道", "乙县")), label="北京路")
        self.assertIn("a map of China needs its approval number", self.said(
            two(500000, 300000), ", projection: plane, country: CN"))

    def test_approval(self):
        for number in ("审图号：GS(2023)1234号", "GS（2019）1822号",
                       "GS京(2022)0123号", "川S【2021】00062号", "京S(2021)023号"):
            out = self.fine(two(116, 39), f', approval: "{number}"',
                            command="trace")
            self.assertEqual(out.count("审图号"), 1)
            self.assertIn(number.replace("审图号：", ""), out)
        for number in ("yes", "GS 1234", "GS(23)1234号", "GS(2023)号",
                       "(2023)1234号", "GS(2023)1234"):
            self.assertIn(f"“{number}” is no approval number of a map",
                          self.said(two(116, 39), f', approval: "{number}"'))
        # may stand under any map
        self.assertIn("审图号：GS(2023)7号", self.fine(
            two(), ", approval: GS(2023)7号", command="trace"))

    def test_in_chinese(self):
        self.assertIn("中国地图须有审图号", self.said(
            two(116, 39), lang="zh_CN.UTF-8"))

    def test_tiles(self):
        for tiles, message in (
                ("[[甲, ~], [~, 甲]]", "a second tile “甲”"),
                ("[[~]]", "this map has no tile"),
                (f"[[{', '.join(f'a{i}' for i in range(41))}]]",
                 "a tile map has up to 40 columns and rows")):
            text = REPORT.replace("{file: m.geojson%s}", "{tiles: %s}")
            (self.folder / "r.yaml").write_text(
                text % (1, "甲", tiles, ""))
            done = subprocess.run([tap.JIANBAO, "check", "r.yaml"],
                                  cwd=self.folder, text=True,
                                  capture_output=True,
                                  env={**os.environ, "LC_ALL": "C"})
            self.assertIn(message, done.stderr)

    def test_keys(self):
        self.assertIn("a map has a `file` or `tiles`, one of both",
                      self.said(two(), ", tiles: [[甲]]"))
        text = REPORT.replace("file: m.geojson%s", "tiles: [[甲, 乙县]]%s")
        for keys, form, message in (
                (", country: CN", "tiles",
                 "“country” is for a map with a `file`"),
                ("", "choropleth", "“map” is not for this form of picture"),
                ("", "bars", "“map” is not for this form of picture")):
            (self.folder / "r.yaml").write_text(
                text.replace("choropleth", form) % (1, "甲", keys, ""))
            done = subprocess.run([tap.JIANBAO, "check", "r.yaml"],
                                  cwd=self.folder, text=True,
                                  capture_output=True,
                                  env={**os.environ, "LC_ALL": "C"})
            self.assertIn(message, done.stderr)
        (self.folder / "r.yaml").write_text(
            REPORT.replace(", map: m", "") % (1, "甲", "", ""))
        (self.folder / "m.geojson").write_text(json.dumps(two()))
        done = subprocess.run([tap.JIANBAO, "check", "r.yaml"],
                              cwd=self.folder, text=True, capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})
        self.assertIn("a choropleth needs a map and figures of one unit",
                      done.stderr)

    def test_lines_have_no_figure(self):
        what = two()
        what["features"].append(feature("", [[-28, 42], [-26, 43]],
                                        "LineString"))
        what["features"].append(feature("", [[[-28, 43], [-26, 42]]],
                                        "MultiLineString"))
        self.fine(what)


if __name__ == "__main__":
    tap.main()
