"""A report as a test writes it, and what its pages are made of."""
import re
import subprocess
import tempfile
from pathlib import Path

import tap

NUMBER = r"(-?[\d.]+)"


def trace(text, *args):
    """Runs `jianbao trace` on the text of a report."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "r.yaml"
        path.write_text(text, encoding="utf-8")
        return subprocess.run(
            [tap.JIANBAO, "trace", path, "--lang", "en", *args], timeout=60,
            capture_output=True, encoding="utf-8")


def second_page(case, text, *args):
    """The page of the story; nothing is said of the report."""
    done = trace(text, *args)
    case.assertEqual((done.returncode, done.stderr), (0, ""))
    return done.stdout.split("\npage 2 ")[1].split("\npage 3 ")[0]


def words(dump):
    """All texts in their order, without blanks."""
    return re.sub(r"\s", "", "".join(re.findall(
        r'(?m)^text .*\| "([^"]*)" \|', dump)))
