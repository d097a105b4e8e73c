#!/usr/bin/python3
"""Renders reports in layouts and themes to one HTML page with pictures.

    tools/gallery.py JIANBAO FOLDER [--layout NAME]… [--theme NAME]…
                                    [--report FILE]…

JIANBAO is the program; FOLDER gets index.html and a folder for each
combination.  Not said, it takes all shipped layouts and themes and all of
data/.  As many run at a time as there are cores, and only those whose program,
fonts, layout, theme or report is another than last time.

A fault is an error, or a fault of the composition report.  The exit code is 1
when there is one.
"""
import argparse
import hashlib
import html
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
WIDE_PX = 220  # a page's picture
KEPT = "result.json"

PAGE = """<!DOCTYPE html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>简报版式总览 · Gallery</title>
<style>
body {{ font: 15px/1.5 sans-serif; margin: 2em; color: #231f20 }}
header {{ position: sticky; top: 0; background: #fff; padding: .5em 0;
  border-bottom: 1px solid #999 }}
h1 {{ font-size: 1.4em; margin: 0 }}
h2 {{ font-size: 1em; margin: 0 }}
header label {{ margin-right: 1em }}
section {{ margin: 1.5em 0 }}
section[hidden] {{ display: none }}
.pages {{ display: flex; gap: 10px; overflow-x: auto; padding: 4px }}
.pages img {{ width: {wide}px; height: auto; align-self: start;
  box-shadow: 0 0 0 1px #bbb }}
pre {{ background: #f4f0e8; padding: .5em; white-space: pre-wrap; margin: .3em 0 }}
.fault h2 {{ color: #b00 }}
</style>
<header>
<h1>简报版式总览 <small>Gallery</small></h1>
<p>{summary_zh}<br><span lang="en">{summary}</span></p>
<form>{filters}</form>
</header>
<main>
{sections}</main>
<script>
const form = document.querySelector("form");
function show() {{
  const want = new FormData(form);
  for (const s of document.querySelectorAll("section"))
    s.hidden = [...want].some(([k, v]) => v && s.dataset[k] !== v);
}}
form.addEventListener("change", show);
show();
</script>
</html>
"""


# ---- what there is ----

def listed(program, what):
    said = subprocess.run([program, "list", what], check=True, text=True,
                          capture_output=True).stdout
    return [line.split("\t")[0] for line in said.splitlines()]


def own_key(path, key):
    """A key of a file's top level or of its meta, without reading YAML."""
    found = re.search(rf"^(?:  )?{key}: *\"?([^\n\"#]+?)\"? *$",
                      path.read_text(encoding="utf-8"), re.M)
    return found[1] if found else ""


def titled(kind, name):
    path = {"layout": TOP / "layouts" / name / "layout.yaml",
            "theme": TOP / "themes" / f"{name}.yaml"}.get(kind, Path(name))
    word = path.stem if kind == "report" else name
    title = own_key(path, "title") if path.exists() else ""
    return f"{title} {word}".strip()


# ---- what is the same as last time ----

def files_under(path):
    return sorted(p for p in path.rglob("*") if p.is_file())


def digest(paths):
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def stamp_of(program, job):
    """All that the pages are made of, but for the fonts: those by name, size
    and time, for they are large."""
    layout, report, theme = job
    report = Path(report)
    beside = report.with_suffix("")  # its images
    paths = [Path(__file__), program, report,
             *files_under(TOP / "themes"), *files_under(TOP / "layouts")]
    if beside.is_dir():
        paths += files_under(beside)
    for name in (layout, theme):
        if "/" in name or name.endswith(".yaml"):
            paths.append(Path(name))
    fonts = [(p.name, p.stat().st_size, p.stat().st_mtime_ns)
             for p in files_under(program.parent / "fonts")]
    return hashlib.sha256(
        (digest(paths) + repr(fonts) + repr(job)).encode()).hexdigest()


# ---- rendering ----

def run(program, job, out, *more):
    layout, report, theme = job
    done = subprocess.run(
        [program, "render", report, "--layout", layout, "--theme", theme,
         "-o", out, *more], capture_output=True, text=True, cwd=TOP)
    return done.returncode, done.stderr


def page_width(pdf):
    box = re.search(rb"/MediaBox \[ *[\d.]+ [\d.]+ ([\d.]+)", pdf.read_bytes())
    return float(box[1])


def number_of(path):
    return int(re.search(r"(\d+)\.png$", path.name)[1])


def render(program, job, folder):
    for old in folder.glob("*"):
        old.unlink()
    folder.mkdir(parents=True, exist_ok=True)
    pdf, spoken = folder / "pages.pdf", folder / "composition.json"
    code, said = run(program, job, pdf, f"--report={spoken}")
    faults, pictures = [], []
    if spoken.exists():
        faults = [f"page {f['page']}: {f['kind']}, “{f.get('quote', '')}”"
                  for f in json.loads(spoken.read_text())["faults"]]
    if pdf.exists():
        dpi = max(10, round(72 * WIDE_PX * 1.5 / page_width(pdf)))
        run(program, job, folder / "page.png", "--dpi", str(dpi))
        pictures = [p.name for p in
                    sorted(folder.glob("*.png"), key=number_of)]
    return {"code": code, "said": said, "faults": faults,
            "pictures": pictures}


def fault_count(result):
    return max(len(result["faults"]),
               0 if result["code"] in (0, 3) else 1)


def make(program, folder, job):
    layout, report, theme = job
    name = "-".join(Path(part).stem for part in job)
    mine = folder / name
    stamp, kept = stamp_of(program, job), mine / KEPT
    try:
        result = json.loads(kept.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        result = {}
    if result.get("stamp") != stamp:
        result = {"fresh": True, "stamp": stamp,
                  **render(program, job, mine)}
        kept.write_text(json.dumps({**result, "fresh": False},
                                   ensure_ascii=False), encoding="utf-8")
    return {"name": name, "layout": layout, "report": report, "theme": theme,
            **result}


# ---- the page ----

def section(result):
    esc = html.escape
    count = fault_count(result)
    titles = [titled(kind, result[kind])
              for kind in ("layout", "report", "theme")]
    words = "\n".join([result["said"].strip(), *result["faults"]]).strip()
    pictures = "".join(
        f'<a href="{esc(result["name"])}/pages.pdf#page={i}"><img loading="lazy"'
        f' alt="{i}" src="{esc(result["name"])}/{esc(file)}"></a>'
        for i, file in enumerate(result["pictures"], 1))
    return (f'<section data-layout="{esc(result["layout"])}"'
            f' data-report="{esc(result["report"])}"'
            f' data-theme="{esc(result["theme"])}"'
            f'{" class=fault" if count else ""}>\n'
            f'<h2>{" · ".join(map(esc, titles))}</h2>\n'
            + (f"<pre>{esc(words)}</pre>\n" if words else "")
            + f'<div class="pages">{pictures}</div>\n</section>\n')


def choice(kind, word, names):
    options = "".join(
        f'<option value="{html.escape(name)}">'
        f'{html.escape(titled(kind, name))}</option>' for name in names)
    return (f'<label>{word} <select name="{kind}"><option value="">全部 all'
            f'</option>{options}</select></label>')


def summary(results, chinese=False):
    faults = sum(map(fault_count, results))
    pages = sum(len(r["pictures"]) for r in results)
    fresh = sum(r["fresh"] for r in results)
    if chinese:
        return (f"{len(results)}种组合，{pages}页，{faults}处毛病；"
                f"本次重做{fresh}种")
    return (f"{len(results)} combinations, {pages} pages, {faults} faults; "
            f"{fresh} made anew")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=lambda p: Path(p).resolve())
    parser.add_argument("folder", type=Path)
    for kind in ("layout", "theme", "report"):
        parser.add_argument(f"--{kind}", action="append")
    want = parser.parse_args()
    layouts = want.layout or listed(want.program, "layouts")
    themes = want.theme or listed(want.program, "themes")
    reports = want.report or sorted(
        f"data/{p.name}" for p in (TOP / "data").glob("*.yaml"))
    os.chdir(TOP)
    folder = want.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [(layout, report, theme) for layout in layouts
            for report in reports for theme in themes]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(
            lambda job: make(want.program, folder, job), jobs))
    (folder / "index.html").write_text(PAGE.format(
        wide=WIDE_PX, summary=summary(results),
        summary_zh=summary(results, chinese=True),
        filters=choice("layout", "版式 layout", layouts)
        + choice("report", "报告 report", reports)
        + choice("theme", "配色 theme", themes),
        sections="".join(map(section, results))), encoding="utf-8")
    for result in results:
        if fault_count(result):
            print(f"FAULT  {result['name']}", *result["said"].splitlines(),
                  *result["faults"], sep="\n    ")
    print(summary(results))
    return 1 if any(map(fault_count, results)) else 0


if __name__ == "__main__":
    sys.exit(main())
