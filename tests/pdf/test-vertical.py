#!/usr/bin/python3
"""Vertical lines in a PDF: what is copied is what was written, turned words lie
along their line, and digits of one cell stand beside each other in it.
"""
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

PASSAGE = tap.TOP / "tests/typography/passages/vertical.txt"
EM = 10

TEXTS = {
    "zh-Hans":
        "“真的吗？”他问：‘什么’？“嗯……”——她答道（声音很小）。A股上涨2.5%，"
        "约50％；①②③号线，±5℃，5～10年，10—12月，有600座，1280米，"
        "“AI与ChatGPT”并用，№12，【注】〔1〕／［2］，李·四，α粒子。",
    "zh-Hant-TW":
        "民國113年5月20日，臺北市發布《都市計畫白皮書》：「未來10年，將新建"
        "38公里。」他問：「什麼時候？」她說：「『快了』！」——這是第3次……",
    "zh-Hant-HK":
        "「佢喺邊度？」第2個人問；共38人，啲嘢唔夠HK$50。",
    "ja":
        "令和6年12月7日、第3回「東京マラソン」が開催された。参加者は38000人、"
        "うち外国人は450人。「すごい！」と彼は言った。“引用”とコーヒーを2杯。",
}


def squeezed(text):
    return re.sub(r"\s+", "", text)


@unittest.skipUnless(shutil.which("pdftotext"), "pdftotext missing")
class Vertical(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)

    def tearDown(self):
        self.temporary.cleanup()

    def galley(self, path, lang, *more):
        """Set so, copied with these options of pdftotext."""
        out = self.folder / "galley.pdf"
        subprocess.run(
            [tap.JIANBAO, "galley", path, "--mode", "vertical", "--lang", lang,
             "--measures", "16em", "--size", f"{EM}pt", "-o", out],
            check=True, capture_output=True, timeout=60)
        return subprocess.run(
            ["pdftotext", *more, out, "-"], check=True, capture_output=True,
            encoding="utf-8", timeout=60).stdout

    def set(self, text, lang, *more):
        path = self.folder / "text.txt"
        path.write_text(text, encoding="utf-8")
        return self.galley(path, lang, *more)

    def word(self, text, word):
        """Left, top, width and height of a word, in em."""
        found = re.search(
            r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"'
            f">{re.escape(word)}<", self.set(text, "zh-Hans", "-bbox"))
        self.assertTrue(found, word)
        left, top, right, bottom = map(float, found.groups())
        return left / EM, top / EM, (right - left) / EM, (bottom - top) / EM

    def test_copies(self):
        for lang, text in TEXTS.items():
            with self.subTest(lang):
                self.assertEqual(squeezed(self.set(text, lang, "-raw")), text)

    def test_passage_copies(self):
        want = squeezed(PASSAGE.read_text(encoding="utf-8"))
        self.assertEqual(
            squeezed(self.galley(PASSAGE, "zh-Hans", "-raw")), want)

    def test_turned(self):
        _, _, width, height = self.word("有Toyota开过", "Toyota")
        self.assertGreater(height, 2 * width)

    def test_cell(self):
        for digits in ("12", "600"):
            with self.subTest(digits):
                left, top, width, _ = self.word(f"有{digits}艘", digits)
                self.assertAlmostEqual(width, 1, delta=.02)
                han, above, _, _ = self.word("有十艘", "十")
                self.assertAlmostEqual(left, han, delta=.02)
                self.assertAlmostEqual(top, above, delta=.05)


if __name__ == "__main__":
    tap.main()
