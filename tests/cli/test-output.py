#!/usr/bin/python3
"""Where output goes: never over a file that is read, and whatever the
environment says with the same bytes."""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

GOOD = tap.TOP / "tests/errors/good.yaml.in"


class Output(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        shutil.copy(GOOD, self.folder / "good.yaml")

    def render(self, *args, **env):
        done = subprocess.run(
            [tap.JIANBAO, "render", "good.yaml", *args], cwd=self.folder,
            capture_output=True, text=True, timeout=60,
            env=dict(os.environ, **env))
        return done.returncode, done.stderr

    def test_report(self):
        for name in ("good.yaml", "./good.yaml"):
            self.assertEqual(self.render("-o", name), (
                2, f"jianbao: --output “{name}” is a file that is read\n"))
            self.assertEqual(self.render("--report=" + name), (
                2, f"jianbao: --report “{name}” is a file that is read\n"))
        self.assertEqual((self.folder / "good.yaml").read_text(),
                         GOOD.read_text())

    def test_theme(self):
        theme = tap.TOP / "themes/mohong.yaml"
        mine = self.folder / "mine.yaml"
        shutil.copy(theme, mine)
        self.assertEqual(self.render("-t", "mine.yaml", "-o", "mine.yaml"), (
            2, "jianbao: --output “mine.yaml” is a file that is read\n"))
        self.assertEqual(mine.read_text(), theme.read_text())

    def test_environment(self):
        self.assertEqual(self.render("-o", "x.pdf"), (0, ""))
        want = (self.folder / "x.pdf").read_bytes()
        for name, value in (("LC_ALL", "de_DE.UTF-8"), ("TZ", "nowhere"),
                            ("FONTCONFIG_FILE", "/none"),
                            ("HB_SHAPER_LIST", "fallback")):
            self.render("-o", "x.pdf", **{name: value})
            self.assertTrue((self.folder / "x.pdf").read_bytes() == want,
                            name)

    def test_epoch(self):
        for value in ("soon", "-1", "253402300800"):
            self.assertEqual(
                self.render("-o", "y.pdf", SOURCE_DATE_EPOCH=value),
                (2, "jianbao: SOURCE_DATE_EPOCH is a number of seconds, not "
                    f"“{value}”\n"))
        self.assertFalse((self.folder / "y.pdf").exists())

    def test_no_name(self):
        self.assertEqual(self.render("-o", ""),
                         (2, "jianbao: --output needs a name\n"))


if __name__ == "__main__":
    tap.main()
