"""The font pack keeps what Chinese composition needs."""
import struct
import subprocess
import unittest

import tap

FONTS = tap.TOP / "build/fonts"

WEIGHTS = {  # as fontconfig counts: 80 is 400, 100 is 500, 180 is 600 ...
    "NotoSansCJKsc-Bold.otf": ("Noto Sans CJK SC", 200),
    "NotoSansCJKsc-Medium.otf": ("Noto Sans CJK SC", 100),
    "NotoSansCJKsc-Regular.otf": ("Noto Sans CJK SC", 80),
    "NotoSerifCJKsc-Black.otf": ("Noto Serif CJK SC", 210),
    "NotoSerifCJKsc-Bold.otf": ("Noto Serif CJK SC", 200),
    "NotoSerifCJKsc-Medium.otf": ("Noto Serif CJK SC", 100),
    "NotoSerifCJKsc-Regular.otf": ("Noto Serif CJK SC", 80),
    "NotoSerifCJKsc-SemiBold.otf": ("Noto Serif CJK SC", 180),
}

PACK = [FONTS / "pack" / name for name in WEIGHTS]

# What a report is likely to set, beside the official table.
SIGNS = "—…·“”‘’《》【】〔〕、。，：；！？％‰°℃㎡㎢¥￥€£×÷±≥≤≈→↑↓①⑳㈠ⅣǎǜαЖ★✓⸺"


def scan(path, what):
    return subprocess.run(["fc-scan", "-f", f"%{{{what}}}", path],
                          stdout=subprocess.PIPE, text=True,
                          check=True).stdout


def charset(path):
    chars = set()
    for span in scan(path, "charset").split():
        first, _, last = span.partition("-")
        chars.update(range(int(first, 16), int(last or first, 16) + 1))
    return chars


def tables(path):
    """tag → bytes, by the table directory of an OpenType file."""
    data = path.read_bytes()
    count, = struct.unpack_from(">H", data, 4)
    found = {}
    for i in range(count):
        tag, _, at, size = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
        found[tag.decode()] = data[at:at + size]
    return found


def features(table):
    """The tags in the feature list of a GSUB or GPOS table."""
    at, = struct.unpack_from(">H", table, 6)
    count, = struct.unpack_from(">H", table, at)
    return {table[at + 2 + 6 * i:at + 6 + 6 * i].decode()
            for i in range(count)}


def languages(table, script):
    """The tags of the languages of a script in a GSUB or GPOS table."""
    at, = struct.unpack_from(">H", table, 4)
    count, = struct.unpack_from(">H", table, at)
    for i in range(count):
        tag, where = struct.unpack_from(">4sH", table, at + 2 + 6 * i)
        if tag.decode() == script:
            at += where
            count, = struct.unpack_from(">H", table, at + 2)
            return {table[at + 4 + 6 * k:at + 8 + 6 * k].decode()
                    for k in range(count)}
    return set()


class Pack(unittest.TestCase):
    def test_has_these_faces(self):
        faces = sorted(p.name for p in (FONTS / "pack").iterdir())
        self.assertEqual(faces, sorted(WEIGHTS))

    def test_family_and_weight(self):
        for path in PACK:
            family, weight = WEIGHTS[path.name]
            self.assertEqual(scan(path, "family[0]"), family, path.name)
            self.assertEqual(scan(path, "weight"), str(weight), path.name)

    def test_official_table(self):
        table = (FONTS / "table.txt").read_text().split()
        self.assertEqual(len(table), 8105)
        for path in PACK:
            missing = {int(c[2:], 16) for c in table} - charset(path)
            self.assertEqual(missing, set(), path.name)

    def test_gb2312(self):
        chars = {bytes((row, cell)).decode("gb2312", "ignore")
                 for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)}
        chars.discard("")
        self.assertEqual(len(chars), 7445)
        chars.discard("・")  # row 1 has it where iconv has ·
        for path in PACK:
            have = charset(path)
            missing = {c for c in chars if ord(c) not in have}
            self.assertEqual(missing, set(), path.name)

    def test_signs(self):
        for path in PACK:
            have = charset(path)
            missing = {c for c in SIGNS if ord(c) not in have}
            self.assertEqual(missing, set(), path.name)

    def test_features(self):
        for path in PACK:
            font = tables(path)
            self.assertLessEqual(
                {"ccmp", "fwid", "hwid", "locl", "pwid", "ruby", "vert",
                 "vrt2"}, features(font["GSUB"]))
            self.assertLessEqual(
                {"halt", "kern", "palt", "vhal", "vpal"},
                features(font["GPOS"]))

    def test_forms_of_all_regions(self):
        """The feature that picks a region's forms names its languages."""
        for path in PACK:
            table = tables(path)["GSUB"]
            self.assertLessEqual(
                {"JAN ", "KOR ", "ZHH ", "ZHS ", "ZHT "},
                languages(table, "hani"), path.name)

    def test_vertical_metrics(self):
        for path in PACK:
            self.assertLessEqual({"VORG", "vhea", "vmtx"},
                                 set(tables(path)))

    def test_is_small(self):
        for path in PACK:
            self.assertLess(path.stat().st_size, 6_500_000)


class Fallbacks(unittest.TestCase):
    """The faces behind the pack are those that fonts.conf names."""

    def test_families(self):
        done = subprocess.run([tap.JIANBAO, "fonts", "--files"],
                              stdout=subprocess.PIPE, text=True, check=True)
        families = {line.split("\t")[0]
                    for line in done.stdout.splitlines()}
        self.assertEqual(families, {
            "BabelStone Han", "DejaVu Sans", "DejaVu Serif", "HanaMinA",
            "HanaMinB", "Noto Sans CJK SC", "Noto Serif CJK SC", "Roboto Condensed",
            "Symbola"})

    def test_upright_and_of_normal_width(self):
        """Of DejaVu, which has many, two of each."""
        done = subprocess.run([tap.JIANBAO, "fonts", "--files"],
                              stdout=subprocess.PIPE, text=True, check=True)
        files = [line.split("\t")[2].rsplit("/", 1)[1]
                 for line in done.stdout.splitlines()
                 if line.startswith("DejaVu")]
        self.assertEqual(files, [
            "DejaVuSans.ttf:0", "DejaVuSans-Bold.ttf:0",
            "DejaVuSerif.ttf:0", "DejaVuSerif-Bold.ttf:0"])


if __name__ == "__main__":
    tap.main()
