#!/usr/bin/python3
"""Broken inputs and the exact words of each refusal.

X.yaml is a report, X.layout.yaml a layout, X.theme.yaml a theme for the good report; X.err is what
the program prints, X.zh.err what it prints in Chinese.  Each must end with exit
code 65 and leave no file; X.strict.yaml has warnings only, and ends with code 3
under --strict.  slips/ holds what authors of Chinese get wrong most: a place,
and what to do, for each.  UPDATE=1 rewrites both: read that diff like code.
"""
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent
GOOD = HERE / "good.yaml.in"
STYLES = tap.TOP / "tests/scene/styles.yaml"


def run(case, out, tongue="en"):
    """A layout here ends with `styles:`, and the common ones follow."""
    name = str(case.relative_to(tap.TOP))
    cwd = tap.TOP
    args = [name]
    with tempfile.TemporaryDirectory() as folder:
        if name.endswith(".layout.yaml"):
            cwd = Path(folder)
            (cwd / case.name).write_bytes(
                case.read_bytes() + STYLES.read_bytes())
            args = ["-l", case.name, GOOD]
        if name.endswith(".theme.yaml"):
            args = ["-t", name, GOOD]
        if name.endswith(".strict.yaml"):
            args.append("--strict")
        done = subprocess.run(
            [tap.JIANBAO, "render", "--messages", tongue,
             "-o", out / "x.pdf", *args],
            cwd=cwd, capture_output=True, encoding="utf-8", timeout=60)
        done.stderr = done.stderr.replace(f"{tap.TOP}/", "")
        return done


def english(text):
    """Words of the messages that are still English: what is quoted, and code,
    may be."""
    found = []
    for line in text.splitlines():
        said = re.match(r"(?:.*?:\d+:\d+: |    )?(错误|警告|附注|提示)：(.*)",
                        line)
        if said:
            bare = re.sub(r"“[^”]*”|`[^`]*`|\"[^\"]*\"|\S+: ?\S+", "", said[2])
            found += re.findall(r"[a-z]+ [a-z]+ [a-z]+", bare)
        elif not line.startswith("    "):
            found.append(line)
    return found


def check(case):
    def refused(self, tongue, suffix):
        with tempfile.TemporaryDirectory() as folder:
            done = run(case, Path(folder), tongue)
            left = list(Path(folder).iterdir())
        want = case.with_suffix(suffix)
        if tap.UPDATE:
            want.write_text(done.stderr, encoding="utf-8")
        self.assertEqual(done.stderr, want.read_text(encoding="utf-8"))
        self.assertEqual(done.returncode,
                         3 if case.stem.endswith(".strict") else 65)
        self.assertEqual(done.stdout, "")
        self.assertEqual(left, [])
        return done.stderr

    def test(self):
        said = refused(self, "en", ".err")
        chinese = refused(self, "zh", ".zh.err")
        self.assertEqual(said.count("\n"), chinese.count("\n"))
        self.assertEqual(english(chinese), [])
        if case.parent != HERE:
            self.assertIn("    hint: ", said)
    return test


class Errors(unittest.TestCase):
    maxDiff = None

    def test_good(self):
        with tempfile.TemporaryDirectory() as folder:
            done = run(HERE / "good.yaml.in", Path(folder))
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(len(list(Path(folder).iterdir())), 1)

    def test_not_there(self):
        with tempfile.TemporaryDirectory() as folder:
            done = run(HERE / "no-such-file.yaml", Path(folder))
            self.assertEqual(done.returncode, 66)
            self.assertEqual(list(Path(folder).iterdir()), [])


for path in sorted([*HERE.glob("*.yaml"), *HERE.glob("slips/*.yaml")]):
    name = re.sub("[-./]", "_", str(path.relative_to(HERE).with_suffix("")))
    setattr(Errors, f"test_{name}", check(path))

if __name__ == "__main__":
    tap.main()
