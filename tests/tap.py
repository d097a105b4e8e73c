"""Runs the unittest cases of a test script and prints them as TAP.

A script under tests/ ends with

    if __name__ == "__main__":
        tap.main()

and finds the program under test as tap.JIANBAO, the project as tap.TOP and
what was built as tap.BUILD.
"""
import os
import sys
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("G_TEST_BUILDDIR", TOP / "build"))
JIANBAO = BUILD / "jianbao"
UPDATE = bool(os.environ.get("UPDATE"))


class TapResult(unittest.TestResult):
    count = 0

    def line(self, word, test, note=""):
        self.count += 1
        name = test.id().removeprefix("__main__.")
        print(f"{word} {self.count} - {name}{note}", flush=True)

    def complain(self, test, err):
        for text in self._exc_info_to_string(err, test).splitlines():
            print("#", text)
        self.line("not ok", test)

    def addSuccess(self, test):
        self.line("ok", test)

    def addSkip(self, test, reason):
        self.line("ok", test, f" # SKIP {reason}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.complain(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.complain(test, err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.complain(subtest, err)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(
        sys.modules["__main__"])
    result = TapResult()
    suite.run(result)
    print(f"1..{result.count}")
    sys.exit(not result.wasSuccessful())
