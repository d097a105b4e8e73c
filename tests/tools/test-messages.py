#!/usr/bin/python3
"""Every message has its Chinese: the sources against base/messages.def."""
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

TOOL = tap.TOP / "tools/check-messages"


def check(src):
    done = subprocess.run([TOOL, src], capture_output=True, encoding="utf-8",
                          timeout=60)
    return done.returncode, done.stdout.splitlines()


class Messages(unittest.TestCase):
    maxDiff = None

    def test_sources(self):
        self.assertEqual(check(tap.TOP / "src"), (0, []))

    def faults(self, source, table):
        with tempfile.TemporaryDirectory() as folder:
            src = Path(folder)
            (src / "base").mkdir()
            (src / "a.c").write_text(source, encoding="utf-8")
            (src / "base/messages.def").write_text(table, encoding="utf-8")
            code, found = check(src)
        self.assertEqual(code, 1 if found else 0)
        return found

    def test_fine(self):
        self.assertEqual([], self.faults(
            'jb_error(d, pos, n > 1 ? "many of %s" : "one "\n"%s", name);\n'
            'jb_hint(d, "%s", word); jb_hint(d, jb_tr("try %d"), 3);\n',
            'M("many of %s", "多个%s")\nM("one %s", "一个%s")\n'
            'M("try %d", "试 %d")\n'))

    def test_no_chinese(self):
        self.assertEqual(
            ["a.c:2: no Chinese in base/messages.def: two words"],
            self.faults('\njb_warning(d, pos, "two "\n"words");', ""))

    def test_kinds_of_places(self):
        for source in ('JB_TR("two words")', 'jb_tr("two words")',
                       'jb_also(d, p, "two words")',
                       'jb_refuse(r, n, "two words")',
                       'jb_cli_fail(2, "two words")',
                       '{"x", 0, 0, G_OPTION_ARG_NONE, &x, "two words", 0}'):
            with self.subTest(source=source):
                self.assertEqual(
                    ["a.c:1: no Chinese in base/messages.def: two words"],
                    self.faults(source, ""))

    def test_nobody_says(self):
        self.assertEqual(
            ["base/messages.def:1: nobody says: two words"],
            self.faults("int x;", 'M("two words", "两个词")\n'))

    def test_of_the_system(self):
        self.assertEqual([], self.faults(
            "int x;", '/* of the system */\nM("Broken pipe", "断")\n'))
        self.assertEqual(
            ["base/messages.def:4: nobody says: two words"], self.faults(
                "int x;", '/* of the system */\nM("Broken pipe", "断")\n'
                '/* mosaics */\nM("two words", "两个词")\n'))

    def test_other_values(self):
        source = 'jb_error(d, pos, "%s has %zu of %.*s", a, b, c, e);'
        good = ("%s 有 %zu 个 %.*s", "%2$zu 个 %4$.*3$s 在 %1$s 里",
                "%1$s：%2$zu %4$.*3$s")
        bad = ("%zu 有 %s 个 %.*s", "%s 有 %zu 个", "%s 有 %u 个 %.*s",
               "%2$zu 个在 %1$s 里", "%s 有 %zu 个 %s")
        for chinese in good + bad:
            with self.subTest(chinese=chinese):
                found = self.faults(
                    source, f'M("%s has %zu of %.*s", "{chinese}")\n')
                self.assertEqual(
                    [] if chinese in good else
                    ["base/messages.def:1: other values: "
                     "%s has %zu of %.*s"], found)

    def test_twice(self):
        self.assertEqual(["base/messages.def:2: twice: some word"],
                         self.faults('jb_tr("some word")',
                                     'M("some word", "一")\n'
                                     'M("some word", "二")\n'))


if __name__ == "__main__":
    tap.main()
