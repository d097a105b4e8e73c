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
GOOD = "tests/errors/good.yaml.in"


def run(case, out):
    name = str(case.relative_to(tap.TOP))
    if name.endswith(".layout.yaml"):
        args = ["-l", name, GOOD]
    else:
        args = [name]
    return subprocess.run(
        [tap.JIANBAO, "render", "-o", out / "x.pdf", *args],
        cwd=tap.TOP, capture_output=True, text=True, timeout=60)


def check(case):
    def test(self):
        with tempfile.TemporaryDirectory() as folder:
            done = run(case, Path(folder))
            left = list(Path(folder).iterdir())
        want = case.with_suffix(".err")
        if tap.UPDATE:
            want.write_text(done.stderr)
        self.assertEqual(done.stderr, want.read_text())
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
