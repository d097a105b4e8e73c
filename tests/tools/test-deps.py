#!/usr/bin/python3
"""tools/deps.sh names what is missing, and nothing else: on a machine that has
nothing, for somebody who may not install.
"""
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

ROOT = tap.TOP
LIST = ROOT / "tools" / "packages.txt"
LACKS = "#!/bin/sh\nexit 1\n"


def names(text):
    """Of the packages; “npm?” is any program of that name."""
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return [line.rstrip("?") for line in lines if line]


class Deps(unittest.TestCase):
    def missing(self, *args):
        with tempfile.TemporaryDirectory() as d:
            bare = Path(d)
            for word in "sh sed tr dirname cat mktemp rm env".split():
                for folder in ("/bin", "/usr/bin"):
                    if Path(folder, word).exists():
                        (bare / word).symlink_to(Path(folder, word))
                        break
            (bare / "dpkg-query").write_text(LACKS)
            (bare / "id").write_text("#!/bin/sh\necho 1000\n")
            for word in ("dpkg-query", "id"):
                (bare / word).chmod(0o755)
            run = subprocess.run(
                [ROOT / "tools" / "deps.sh", *args], env={"PATH": d},
                capture_output=True, text=True)
        self.assertEqual(run.returncode, 1)
        last = run.stderr.splitlines()[-1]
        head, said = last.split("apt-get install --no-install-recommends ")
        self.assertEqual(head, "deps:     ")
        return said.split()

    def test_all(self):
        self.assertEqual(self.missing(), names(LIST.read_text()))

    def test_building(self):
        build = LIST.read_text().split("# tests\n")[0]
        self.assertEqual(self.missing("--build"), names(build))
        self.assertIn("libcairo2-dev", names(build))
        self.assertNotIn("poppler-utils", names(build))


if __name__ == "__main__":
    tap.main()
