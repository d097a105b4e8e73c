#!/usr/bin/python3
"""The shipped themes by their numbers: text can be read on what it stands on,
classes stay apart in grey and for the colour-blind, the press can print the
inks, and they are all that the shipped layouts ask for."""
import math
import re
import unittest

import tap

# Those that promise more than the first two did.
STRICT = ("danhong", "jilan", "qianhui", "yanhui")
# All but one ink are the black plate alone.
GREY = ("mohong", "qianhui")
LADDER = ("primary", "primary65", "primary38", "primary16", "primary6",
          "paper")
# Machado, Oliveira, Fernandes 2009: severity 1.0, in linear RGB.
BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868),
                   (0.114503, 0.786281, 0.099216),
                   (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968),
                     (0.280085, 0.672501, 0.047413),
                     (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779),
                   (-0.078411, 0.930809, 0.147602),
                   (0.004733, 0.691367, 0.303900)),
}
ALL = sorted((tap.TOP / "themes").glob("*.yaml"))


def inks_of(path):
    """Name: (cmyk, linear rgb)."""
    out = {}
    for name, cmyk, rgb in re.findall(
            r'^  (\w+): \{cmyk: \[([^]]+)\], rgb: "#(\w{6})"\}',
            path.read_text(encoding="utf-8"), re.M):
        values = [int(rgb[i:i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
                  for v in values]
        out[name] = ([float(v) for v in cmyk.split(",")], linear)
    return out


def light(ink):
    return sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), ink[1]))


def contrast(a, b):
    """WCAG 2.2."""
    low, high = sorted((light(a), light(b)))
    return (high + 0.05) / (low + 0.05)


def lab(linear):
    r, g, b = (min(1, max(0, v)) for v in linear)
    x, y, z = ((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
               0.2126 * r + 0.7152 * g + 0.0722 * b,
               (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)

    def f(t):
        return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


def apart(a, b, matrix):
    return math.dist(*(lab([sum(m * v for m, v in zip(row, ink[1]))
                            for row in matrix]) for ink in (a, b)))


def seen(ink, matrix):
    return lab([sum(m * v for m, v in zip(row, ink[1])) for row in matrix])


def delta(one, two):
    """CIEDE2000."""
    (l1, a1, b1), (l2, a2, b2) = one, two
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(*p)) % 360 for p in ((b1, a1), (b2, a2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    high = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, c = (l1 + l2) / 2, (c1 + c2) / 2
    h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    cos = [math.cos(math.radians(v)) for v in
           (h - 30, 2 * h, 3 * h + 6, 4 * h - 63)]
    t = 1 - .17 * cos[0] + .24 * cos[1] + .32 * cos[2] - .2 * cos[3]
    sl = 1 + .015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + .045 * c, 1 + .015 * c * t
    rt = (-2 * math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) *
          math.sin(math.radians(60 * math.exp(-((h - 275) / 25) ** 2))))
    x, y, z = (l2 - l1) / sl, (c2 - c1) / sc, high / sh
    return math.sqrt(x * x + y * y + z * z + rt * y * z)


def usual():
    """The classes of themes that name none."""
    out = {}
    text = (tap.TOP / "src/model/theme-classes.c").read_text("utf-8")
    for name, row in re.findall(r'\{"(class\d)",([^}]*)\}', text, re.S):
        v = [eval_part(part) for part in row.split(",")]
        linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4
                  for x in v[4:]]
        out[name] = ([100 * x for x in v[:4]], linear)
    return out


def eval_part(text):
    """1, 0.5, 114 / 255.0"""
    top, _, under = text.partition("/")
    return float(top) / float(under or 1)


def asked():
    """Inks that the shipped layouts name."""
    names = set()
    for path in (tap.TOP / "layouts").glob("*/layout.yaml"):
        text = re.sub(r"(^|\s)#.*", "", path.read_text(encoding="utf-8"))
        names |= set(re.findall(r"\b(?:ink|fill|ground): ([a-z]\w*)", text))
    return names


class Themes(unittest.TestCase):
    @staticmethod
    def each(names=None):
        for path in ALL:
            if names is None or path.stem in names:
                yield path.stem, inks_of(path)

    def test_all_inks_are_read_here(self):
        for path in ALL:
            text = path.read_text(encoding="utf-8")
            self.assertEqual(len(inks_of(path)), text.count("cmyk: ["), path)
        self.assertGreaterEqual({p.stem for p in ALL}, set(STRICT))

    def test_the_distance_is_ciede2000(self):
        # Sharma, Wu, Dalal 2005, pairs 1, 4, 7, 17, 21
        for a, b, wanted in (
                ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
                ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
                ((50, 0, 0), (50, -1, 2), 2.3669),
                ((50, 2.5, 0), (73, 25, -18), 27.1492),
                ((60.2574, -34.0099, 36.2677),
                 (60.4626, -34.1751, 39.4387), 1.2644)):
            self.assertAlmostEqual(delta(a, b), wanted, 4)

    def test_layouts_find_their_inks(self):
        self.assertIn("accent", asked())
        for name, inks in self.each():
            self.assertLessEqual(asked(), set(inks), name)

    def test_text_on_its_grounds(self):
        for name, inks in self.each():
            for ground in ("paper", "primary6", "primary16"):
                self.assertGreaterEqual(
                    contrast(inks["text"], inks[ground]), 4.5, name)
            for ground in ("primary", "primary65"):
                self.assertGreaterEqual(
                    contrast(inks["paper"], inks[ground]),
                    4.5 if name in STRICT or ground == "primary" else 4.4)
            self.assertGreaterEqual(
                contrast(inks["text70"], inks["paper"]), 4.5, name)

    def test_small_text_on_its_grounds(self):
        for name, inks in self.each(STRICT):
            self.assertGreaterEqual(
                contrast(inks["text70"], inks["primary6"]), 4.5, name)

    def test_accents_are_read_on_paper(self):
        for name, inks in self.each(STRICT):
            path = tap.TOP / f"themes/{name}.yaml"
            listed = re.search(r"^sections: \[(.*)\]", path.read_text(
                encoding="utf-8"), re.M)
            for accent in listed[1].split(", ") if listed else ["accent"]:
                self.assertGreaterEqual(
                    contrast(inks[accent], inks["paper"]), 4.5, accent)

    def test_steps_of_primary_stay_apart_in_grey(self):
        for name, inks in self.each(STRICT):
            steps = [lab(inks[ink][1])[0] for ink in LADDER]
            least = (12, 12, 12, 8, 5)  # the last is a ground, no class
            for dark, bright, apart_by in zip(steps, steps[1:], least):
                self.assertGreaterEqual(bright - dark, apart_by, name)

    def test_accent_and_primary_are_told_apart(self):
        for name, inks in self.each(STRICT):
            a, b = inks["accent"], inks["primary"]
            for kind, matrix in BLIND.items():
                self.assertGreaterEqual(apart(a, b, matrix), 15,
                                        (name, kind))
            self.assertGreaterEqual(
                abs(lab(a[1])[0] - lab(b[1])[0]), 12, name)

    def classes(self):
        """Of all themes, and the usual ones of themes that name none."""
        for name, inks in self.each():
            text = (tap.TOP / f"themes/{name}.yaml").read_text("utf-8")
            listed = re.search(r"^classes: \[(.*)\]", text, re.M)
            yield name, [inks[ink] for ink in listed[1].split(", ")]
        yield "usual", list(usual().values())

    def test_six_classes_stay_apart(self):
        for name, six in self.classes():
            grey = name in GREY
            self.assertEqual(len(six), 6, name)
            for i, a in enumerate(six):
                for b in six[:i]:
                    self.assertGreaterEqual(
                        abs(lab(a[1])[0] - lab(b[1])[0]),
                        10 if grey else 8.8, name)
                    self.assertGreaterEqual(
                        delta(lab(a[1]), lab(b[1])), 7 if grey else 25, name)
                    for kind, matrix in BLIND.items():
                        self.assertGreaterEqual(
                            delta(seen(a, matrix), seen(b, matrix)),
                            7 if grey else 17, (name, kind))

    def test_classes_on_paper_and_under_words(self):
        paper, text = ((0, 0, 0, 0), [1, 1, 1]), inks_of(ALL[0])["text"]
        for name, six in self.classes():
            for ink in six:
                self.assertGreaterEqual(contrast(ink, paper),
                                        1.6 if name in GREY else 1.98, name)
                self.assertGreaterEqual(
                    max(contrast(ink, paper), contrast(ink, text)), 4.5, name)

    def test_grey_themes_have_patterns(self):
        for name, _ in self.each():
            text = (tap.TOP / f"themes/{name}.yaml").read_text("utf-8")
            self.assertEqual("\npatterns: true\n" in text, name in GREY)

    def test_ink_totals(self):
        for name, inks in self.each():
            for ink, (cmyk, _) in inks.items():
                self.assertLessEqual(sum(cmyk), 240 if name == "qianhui"
                                     else 300, ink)
                self.assertTrue(all(0 <= part <= 100 for part in cmyk), ink)

    def test_newsprint_is_black_and_one_ink(self):
        for _, inks in self.each(("qianhui",)):
            coloured = [name for name, (cmyk, _) in inks.items()
                        if any(cmyk[:3])]
            self.assertEqual(coloured, ["accent"])

    def test_text_is_black_alone(self):
        for name, inks in self.each():
            self.assertEqual(inks["text"][0], [0, 0, 0, 100], name)


if __name__ == "__main__":
    tap.main()
