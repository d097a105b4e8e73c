#!/usr/bin/python3
"""`jianbao new`: what it starts passes every check and renders at once, and so
does what stands in its comments."""
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap


class New(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_in(self, *args, code=0, err=""):
        done = subprocess.run([tap.JIANBAO, *args], cwd=self.folder,
                              capture_output=True, encoding="utf-8")
        self.assertEqual((code, err), (done.returncode, done.stderr), args)
        return done.stdout

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def pages(self, *args):
        self.run_in("check", "--strict", *args)
        self.run_in("render", "--strict", *args, "-o", "out.pdf", "-f", "pdf")
        self.assertTrue((self.folder / "out.pdf").stat().st_size > 10000)

    def test_report(self):
        for tongue in ("zh", "en"):
            with self.subTest(tongue=tongue):
                name = f"my-{tongue}.yaml"
                out = self.run_in("new", name, "--layout", "briefing",
                                  "--lang", tongue)
                self.assertEqual(name + "\n", out)
                self.pages(name)
                self.assertIn(f"\n  name: my-{tongue} ", self.text(name))
                self.assertNotRegex(self.text(name), "@[A-Z]+@")
        self.assertIn("每个数字只在这里写一次", self.text("my-zh.yaml"))
        self.assertIn("Each number stands here", self.text("my-en.yaml"))

    def test_schema_is_there(self):
        for kind, args in (("report", ["a"]), ("layout", ["layout", "a"]),
                           ("theme", ["theme", "a"])):
            for tongue, tail in (("zh", ".zh-CN"), ("en", "")):
                self.run_in("new", *args, "--force", "--lang", tongue)
                first = self.text("a.yaml").splitlines()[0]
                path = first.removeprefix("# yaml-language-server: $schema=")
                self.assertTrue(Path(path).is_absolute())
                self.assertEqual(f"{kind}{tail}.schema.json", Path(path).name)
                self.assertTrue(Path(path).exists(), path)

    def test_layout_and_theme(self):
        self.run_in("new", "r.yaml")
        for tongue in ("zh", "en"):
            with self.subTest(tongue=tongue):
                self.run_in("new", "layout", "mine", "--force",
                            "--lang", tongue)
                self.run_in("new", "theme", "ours.yaml", "-t", "mohong",
                            "--force", "--lang", tongue)
                self.assertIn("\nextends: mohong\n", self.text("ours.yaml"))
                self.pages("r.yaml", "-l", "mine.yaml", "-t", "ours.yaml")

    def test_comments_are_right_too(self):
        """Every key in a comment, taken out of it."""
        self.run_in("new", "r.yaml")
        for tongue in ("zh", "en"):
            for kind in ("layout", "theme"):
                self.run_in("new", kind, "a", "--force", "--lang", tongue)
                text = re.sub(r"(?m)^# (?=( *- | *[a-z_]+:( |$)))", "",
                              self.text("a.yaml"))
                (self.folder / "a.yaml").write_text(text, encoding="utf-8")
                with self.subTest(kind=kind, tongue=tongue):
                    self.run_in("check", "r.yaml", f"--{kind}", "a.yaml")

    def test_never_over_a_file(self):
        (self.folder / "a.yaml").write_text("mine")
        self.run_in("new", "a.yaml", code=73, err=(
            "jianbao: “a.yaml” is there already; --force writes over it\n"))
        self.assertEqual("mine", self.text("a.yaml"))
        self.run_in("new", "a", "--force")
        self.pages("a.yaml")

    def test_name_that_no_file_has(self):
        self.run_in("new", "上半年.yaml")
        self.assertIn("\n  name: report ", self.text("上半年.yaml"))
        self.pages("上半年.yaml")

    def test_wrong_use(self):
        self.run_in("new", "a", "-l", "none", code=66, err=(
            "jianbao: there is no layout “none”: jianbao list layouts\n"))
        self.run_in("new", "theme", "a", "-t", "none", code=66, err=(
            "jianbao: there is no theme “none”: jianbao list themes\n"))
        for args in ([], ["a", "b"], ["a", "b", "c"], [""]):
            self.run_in("new", *args, code=2, err=(
                "jianbao: new takes a file, or layout or theme and a file\n"))
        for name in (".", "..", "a/", "/", ".yaml", "a/..yaml"):
            whole = name if name.endswith(".yaml") else name + ".yaml"
            for kind in ([], ["layout"], ["theme"]):
                self.run_in("new", *kind, name, code=2, err=(
                    f"jianbao: “{whole}” is no name for a file\n"))
        self.assertEqual([], list(self.folder.iterdir()))


if __name__ == "__main__":
    tap.main()
