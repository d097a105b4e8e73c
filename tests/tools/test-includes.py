"""tools/check-includes: our sources pass, planted faults do not."""
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap


def check(src):
    done = subprocess.run([tap.TOP / "tools/check-includes", src],
                          stdout=subprocess.PIPE, text=True)
    return done.returncode, done.stdout.replace(f"{src}/", "")


class OurSources(unittest.TestCase):
    def test_hold_the_ladder(self):
        self.assertEqual(check(tap.TOP / "src"), (0, ""))


class Planted(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.src = Path(folder.name)
        self.header("base/a.h")

    def write(self, name, *lines):
        path = self.src / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines))

    def header(self, name, *lines):
        guard = name.upper().translate(str.maketrans("/.", "__"))
        self.write(name, f"#ifndef {guard}", f"#define {guard}", *lines,
                   "#endif")

    def refused(self, *faults):
        want = "".join(f"{fault}\n" for fault in faults)
        self.assertEqual(check(self.src), (1, want))

    def test_nothing_wrong(self):
        self.write("text/a.c", '#include "base/a.h"', "#include <hb.h>",
                   "#include <glib.h>", "#include <string.h>")
        self.assertEqual(check(self.src), (0, ""))

    def test_later_room(self):
        self.header("paint/p.h")
        self.write("base/a.c", '#include "paint/p.h"')
        self.refused('base/a.c:1: base comes before paint: "paint/p.h"')

    def test_jianbao_stands_between_paint_and_cli(self):
        self.header("jianbao.h", '#include "base/a.h"')
        self.write("cli/c.c", '#include "jianbao.h"')
        self.write("paint/p.c", '#include "jianbao.h"')
        self.refused('paint/p.c:1: paint comes before jianbao: "jianbao.h"')

    def test_library_behind_another_door(self):
        self.write("layout/a.c", "", "#include <cairo-pdf.h>")
        self.refused("layout/a.c:2: <cairo-pdf.h> is included only in paint")

    def test_freetype_by_macro(self):
        self.write("text/a.c", "#include FT_FREETYPE_H")
        self.refused("text/a.c:1: <FT_FREETYPE_H> is included only in paint")

    def test_unknown_library(self):
        self.write("base/a.c", "#include <sqlite3.h>")
        self.refused("base/a.c:1: no room is the door for <sqlite3.h>")

    def test_path_without_room(self):
        self.write("base/a.c", '#include "a.h"')
        self.refused('base/a.c:1: "a.h" is no file of src/: '
                     'write "room/name.h"')

    def test_unknown_room(self):
        self.write("attic/a.c", "")
        self.refused("attic/a.c:1: attic is no room of the ladder")

    def test_no_guard(self):
        self.write("base/b.h", "int b;")
        self.refused("base/b.h:1: no include guard")

    def test_guard_of_another(self):
        self.write("base/b.h", "#ifndef BASE_A_H", "#define BASE_A_H",
                   "#endif")
        self.refused("base/b.h:1: BASE_A_H already guards base/a.h")

    def test_cycle(self):
        self.header("base/b.h", '#include "base/c.h"')
        self.header("base/c.h", '#include "base/b.h"')
        self.refused('base/c.h:3: "base/b.h" closes a cycle')


if __name__ == "__main__":
    tap.main()
