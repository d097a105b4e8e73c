"""`make install` puts down install.list, no more, no less."""
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

LIST = Path(__file__).with_name("install.list")


def make(target, folder):
    command = ["make", "-s", target, f"DESTDIR={folder}", "PREFIX=/usr/local"]
    if tap.BUILD.name == "asan":
        command.append("SANITIZE=1")
    subprocess.run(command, cwd=tap.TOP, check=True,
                   stdout=subprocess.DEVNULL)


def installed(folder):
    files = sorted(p for p in Path(folder).rglob("*") if p.is_file())
    return "".join(
        f"{p.stat().st_mode & 0o777:o} {p.relative_to(folder)}\n"
        for p in files)


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        make("install", self.folder)

    def test_list(self):
        found = installed(self.folder)
        if tap.UPDATE:
            LIST.write_text(found)
        self.assertEqual(found.splitlines(), LIST.read_text().splitlines(),
                         "UPDATE=1 make check renews the list")

    def test_uninstall_leaves_nothing(self):
        make("uninstall", self.folder)
        self.assertEqual(installed(self.folder), "")


if __name__ == "__main__":
    tap.main()
