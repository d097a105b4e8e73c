#!/usr/bin/python3
"""How the program speaks: --messages, --lang, the locale, --diagnostics."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

ERRORS = tap.TOP / "tests/errors"
BAD = "tests/errors/two-mistakes.yaml"
GOOD = "tests/errors/good.yaml.in"
ENGLISH = "error: unknown key “vlaue”"
CHINESE = "错误：没有名为“vlaue”的键"


def run(*args, **env):
    bare = {k: v for k, v in os.environ.items()
            if k not in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")}
    return subprocess.run(
        [tap.JIANBAO, *args], cwd=tap.TOP, env=bare | env,
        capture_output=True, encoding="utf-8", timeout=60)


class Language(unittest.TestCase):
    def speaks(self, chinese, *args, **env):
        done = run(*args, **env)
        self.assertEqual(done.returncode, 65)
        self.assertIn(CHINESE if chinese else ENGLISH, done.stderr)
        self.assertNotIn(ENGLISH if chinese else CHINESE, done.stderr)

    def test_english_at_first(self):
        self.speaks(False, "check", BAD)

    def test_option(self):
        for option in (["--messages", "zh"], ["--messages=zh-CN"],
                       ["--lang", "zh"], ["--lang=zh_CN.UTF-8"]):
            with self.subTest(option=option):
                self.speaks(True, "check", BAD, *option)
                self.speaks(True, "check", *option, BAD)
                self.speaks(True, *option, "check", BAD)
                self.speaks(True, *option, BAD)

    def test_locale(self):
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            for value, chinese in (("zh_CN.UTF-8", True), ("zh", True),
                                   ("zh_TW", True), ("de_DE", False),
                                   ("C.UTF-8", False), ("zhx", False)):
                with self.subTest(name=name, value=value):
                    self.speaks(chinese, "check", BAD, **{name: value})

    def test_first_that_is_set(self):
        self.speaks(False, "check", BAD, LC_ALL="C", LANG="zh_CN")
        self.speaks(True, "check", BAD, LC_ALL="", LC_MESSAGES="zh_CN",
                    LANG="C")

    def test_option_goes_before_locale(self):
        self.speaks(False, "check", BAD, "--messages", "en", LANG="zh_CN")
        self.speaks(True, "check", BAD, "--messages", "zh", LANG="C")

    def test_every_command(self):
        for command in ("render", "check", "figures", "trace"):
            with self.subTest(command=command):
                self.speaks(True, command, "--messages", "zh", BAD)

    def test_lang_of_galley_is_of_its_text(self):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as text:
            text.write("园区\n")
            text.flush()
            done = run("galley", "--lang", "zh-Hant", text.name)
            self.assertIn("1 line on 1 page", done.stdout)
            done = run("galley", "--lang", "!", text.name,
                       "--messages", "zh")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--lang 需要语言代码", done.stderr)

    def test_other_words(self):
        for option, say in (
                (["--messages", "fr"], "messages are in zh or en, not in “fr”"),
                (["--lang=deutsch"],
                 "messages are in zh or en, not in “deutsch”"),
                (["--messages"], "--messages needs a word"),
                (["--diagnostics", "xml"],
                 "--diagnostics is text or json, not “xml”")):
            with self.subTest(option=option):
                done = run("check", GOOD, *option)
                self.assertEqual((done.returncode, done.stdout, done.stderr),
                                 (2, "", f"jianbao: {say}\n"))

    def test_words_of_the_program(self):
        for args, code, text in (
                (["check", "none.yaml"], 66,
                 "jianbao: 无法读取“none.yaml”：没有那个文件或文件夹\n"),
                (["rendr"], 2, "jianbao: 没有名为“rendr”的命令或文件\n"
                               "jianbao: 是不是“render”？\n"),
                (["check"], 2, "jianbao: check 需要一份报告\n"),
                (["render", GOOD, "-f", "gif"], 2,
                 "jianbao: --format 应为 pdf、png 或 svg，不能是“gif”\n"),
                (["galley", GOOD, "--align", "left"], 2,
                 "jianbao: --align 应为 justify、start、center 或 end，"
                 "不能是“left”\n")):
            with self.subTest(args=args):
                done = run(*args, LANG="zh_CN")
                self.assertEqual((done.returncode, done.stdout, done.stderr),
                                 (code, "", text))

    def test_words_of_the_system(self):
        with tempfile.TemporaryDirectory() as folder:
            loop, file = Path(folder, "loop"), Path(folder, "file")
            loop.symlink_to(loop)
            file.touch()
            long = "长" * 100
            for args, code, text in (
                    (["check", loop], 66,
                     f"无法读取“{loop}”：符号链接层数过多"),
                    (["check", file / "a"], 66,
                     f"无法读取“{file}/a”：不是文件夹"),
                    (["check", GOOD, "--against", loop], 66,
                     f"无法读取“{loop}”：符号链接层数过多"),
                    (["check", long], 66,
                     f"无法读取“{long}”：文件名过长"),
                    (["new", "none/a"], 73,
                     "无法写入“none/a.yaml”：没有那个文件或文件夹"),
                    (["render", GOOD, "-o", file / "a.pdf"], 73,
                     f"无法写入“{file}/a.pdf”：不是文件夹")):
                with self.subTest(args=args):
                    done = run(*map(str, args), LANG="zh_CN")
                    self.assertEqual((code, f"jianbao: {text}\n"),
                                     (done.returncode, done.stderr))

    def test_summary(self):
        done = run("check", GOOD, "--lang", "zh")
        self.assertEqual(
            done.stdout, f"{GOOD}：数据 3 个，共 2 页，没有错误\n")

    def test_help(self):
        out = run("--help", LANG="zh_CN").stdout
        self.assertIn("用法：jianbao 命令 [选项] 文件", out)
        self.assertIn("查出全部错误", out)
        for command in ("render", "check", "figures", "trace", "galley",
                        "list", "fonts", "schema"):
            with self.subTest(command=command):
                out = run(command, "--help", "--messages=zh").stdout
                self.assertIn(f"用法：\n  jianbao {command} [选项…]", out)
                self.assertIn("信息所用的语言", out)
                self.assertNotRegex(out, "[a-z]+ [a-z]+ [a-z]+ [a-z]+")

    def test_pages_do_not_know(self):
        with tempfile.TemporaryDirectory() as folder:
            for tongue in ("en", "zh"):
                path = f"{folder}/{tongue}.pdf"
                done = run("render", "data/science-city.yaml", "-o", path,
                           "--messages", tongue)
                self.assertEqual(done.returncode, 0)
            self.assertEqual(Path(f"{folder}/en.pdf").read_bytes(),
                             Path(f"{folder}/zh.pdf").read_bytes())

    def test_reference_speaks(self):
        for args in (["schema", "report"], ["schema", "--manual", "layout"]):
            self.assertIn("Kind and version of the file.", run(*args).stdout)
            self.assertIn("文件的种类与版本。", run(*args, LANG="zh").stdout)

    def test_wrong_options(self):
        for args, english, chinese in (
                (["check", "--nope"], "Unknown option --nope",
                 "没有选项 --nope"),
                (["check", GOOD, "-l"], "Missing argument for -l",
                 "-l 后面缺值"),
                (["render", GOOD, "--dpi", "viel"],
                 "Cannot parse integer value “viel” for --dpi",
                 "--dpi 应为整数，不能是“viel”"),
                (["render", GOOD, "--dpi", "99999999999"],
                 "Integer value “99999999999” for --dpi out of range",
                 "--dpi 的值“99999999999”过大或过小")):
            with self.subTest(args=args):
                self.assertEqual(f"jianbao: {english}\n", run(*args).stderr)
                done = run(*args, "--messages", "zh") if args[-1] != "-l" \
                    else run(*args, LANG="zh")
                self.assertEqual((2, f"jianbao: {chinese}\n"),
                                 (done.returncode, done.stderr))


class Json(unittest.TestCase):
    def objects(self, *args, code=65):
        done = run(*args, "--diagnostics", "json")
        self.assertEqual(done.returncode, code)
        return [json.loads(line) for line in done.stderr.splitlines()]

    def test_a_line_each(self):
        first, second, third = self.objects("check", BAD)
        self.assertEqual(first, {
            "file": BAD, "line": 4, "col": 11, "span": 5,
            "severity": "error", "code": "E0286",
            "message": "unknown key “vlaue”",
            "hints": ["did you mean “value”?"]})
        self.assertEqual(second, {
            "file": BAD, "line": 6, "col": 10, "span": 1,
            "severity": "error", "code": "E0287",
            "message": "“label” is missing"})
        self.assertEqual(third["line"], 15)

    def test_notes(self):
        (found,) = self.objects("render", "tests/errors/duplicate-id.yaml")
        self.assertEqual(found["notes"], [{
            "file": "tests/errors/duplicate-id.yaml", "line": 4, "col": 3,
            "message": "first used here"}])

    def test_chinese(self):
        first = self.objects("check", BAD, "--messages", "zh")[0]
        self.assertEqual(first["message"], "没有名为“vlaue”的键")
        self.assertEqual(first["severity"], "error")

    def test_what_is_of_no_file(self):
        self.assertEqual(self.objects("check", "none.yaml", code=66), [{
            "severity": "error", "message":
            "cannot read “none.yaml”: No such file or directory"}])

    def test_nothing_wrong(self):
        self.assertEqual(self.objects("check", GOOD, code=0), [])

    def test_same_as_text(self):
        for path in sorted(ERRORS.glob("*.yaml")):
            if path.name.endswith(".layout.yaml"):
                continue
            with self.subTest(path=path.name):
                want = path.with_suffix(".err").read_text(encoding="utf-8")
                name = str(path.relative_to(tap.TOP))
                for found in self.objects("check", name):
                    self.assertIn(
                        f"{name}:{found['line']}:{found['col']}: "
                        f"{found['severity']}: ", want)

    def test_no_commands_for_terminals(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as text:
            text.write('jianbao: report/1\n"\\u202E": 1\n"\\e[31m": 1\n')
            text.flush()
            done = run("check", "--diagnostics=json", text.name)
        self.assertNotRegex(done.stderr, "[\x00-\x09\x0b-\x1f\u202e]")
        for line in done.stderr.splitlines():
            json.loads(line)


if __name__ == "__main__":
    tap.main()
