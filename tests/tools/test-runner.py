"""tests/run counts what TAP says, and what it leaves out."""
import importlib.machinery
import importlib.util
import unittest

import tap


def load(path):
    loader = importlib.machinery.SourceFileLoader("run", str(path))
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader("run", loader))
    loader.exec_module(module)
    return module


judge = load(tap.TOP / "tests/run").judge


class Judge(unittest.TestCase):
    def test_counts(self):
        text = ("TAP version 13\n1..4\nok 1 /a\nnot ok 2 /b - ERROR\n"
                "ok 3 /c # SKIP no scanner\nok 4 /d\n")
        self.assertEqual(judge(text, "exit code 1"),
                         (2, 1, 1, "exit code 1"))

    def test_crash_fails_what_was_planned(self):
        self.assertEqual(judge("1..3\nok 1 /a\n", "killed by signal 11"),
                         (1, 2, 0, "killed by signal 11"))

    def test_silence_fails(self):
        self.assertEqual(judge("", None), (0, 1, 0, "no plan"))

    def test_missing_test_fails(self):
        self.assertEqual(judge("ok 1 /a\n1..2\n", None),
                         (1, 1, 0, "2 tests planned, 1 seen"))

    def test_bad_end_fails(self):
        self.assertEqual(judge("1..1\nok 1 /a\n", "exit code 23"),
                         (1, 1, 0, "exit code 23"))

    def test_output_is_no_result(self):
        self.assertEqual(judge("okay then\n# ok 1\n1..1\nok 1 /a\n", None),
                         (1, 0, 0, None))

    def test_name_with_skip_in_it(self):
        self.assertEqual(judge("1..1\nok 1 /skip/todo\n", None),
                         (1, 0, 0, None))


if __name__ == "__main__":
    tap.main()
