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

    def test_vertical_metrics(self):
        for path in PACK:
            self.assertLessEqual({"VORG", "vhea", "vmtx"},
                                 set(tables(path)))

    def test_is_small(self):
        for path in PACK:
            self.assertLess(path.stat().st_size, 6_500_000)


if __name__ == "__main__":
    tap.main()
