#!/usr/bin/python3
"""Broken inputs and the exact words of each refusal.

X.yaml is a report, X.layout.yaml a layout for the good report; X.err is what
the program prints.  Each must end with exit code 65 and leave no file.
UPDATE=1 rewrites X.err: read that diff like code.
"""
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent
GOOD = HERE / "good.yaml.in"
STYLES = tap.TOP / "tests/scene/styles.yaml"


def run(case, out):
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
        return subprocess.run(
            [tap.JIANBAO, "render", "-o", out / "x.pdf", *args],
            cwd=cwd, capture_output=True, encoding="utf-8", timeout=60)


def check(case):
    def test(self):
        with tempfile.TemporaryDirectory() as folder:
            done = run(case, Path(folder))
            left = list(Path(folder).iterdir())
        want = case.with_suffix(".err")
        if tap.UPDATE:
            want.write_text(done.stderr, encoding="utf-8")
        self.assertEqual(done.stderr, want.read_text(encoding="utf-8"))
        self.assertEqual(done.returncode, 65)
        self.assertEqual(done.stdout, "")
        self.assertEqual(left, [])
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


for path in sorted(HERE.glob("*.yaml")):
    name = path.name.removesuffix(".yaml").replace("-", "_").replace(".", "_")
    setattr(Errors, f"test_{name}", check(path))

if __name__ == "__main__":
    tap.main()
