#!/usr/bin/python3
"""Small documents, one idea of the layout each, and where everything stands.

NAME/report.yaml in NAME/layout.yaml gives NAME/want.scene, the pages as
`jianbao trace` prints them.  A layout here ends with its own styles, and
styles.yaml follows; tests/images is there as images/.  UPDATE=1 rewrites what is wanted: read that diff like
code.
"""
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent


def trace(case):
    styles = (HERE / "styles.yaml").read_text(encoding="utf-8")
    layout = (case / "layout.yaml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(HERE / "theme.yaml", folder)
        shutil.copy(case / "report.yaml", folder)
        shutil.copytree(HERE.parent / "images", Path(folder, "images"))
        Path(folder, "layout.yaml").write_text(layout + styles,
                                               encoding="utf-8")
        return subprocess.run(
            [tap.JIANBAO, "trace", "-l", "layout.yaml", "report.yaml"],
            cwd=folder, capture_output=True, encoding="utf-8", timeout=60)


def check(case):
    def test(self):
        done = trace(case)
        want = case / "want.scene"
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        if tap.UPDATE:
            want.write_text(done.stdout, encoding="utf-8")
        self.assertEqual(done.stdout, want.read_text(encoding="utf-8"))
    return test


class Scenes(unittest.TestCase):
    maxDiff = None


for layout in sorted(HERE.glob("*/layout.yaml")):
    setattr(Scenes, f"test_{layout.parent.name}", check(layout.parent))

if __name__ == "__main__":
    tap.main()
