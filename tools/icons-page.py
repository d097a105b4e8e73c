#!/usr/bin/python3
"""Writes a report and a layout that show all icons with their names.

    tools/icons-page.py JIANBAO FOLDER

JIANBAO is the program, which is asked for the icons; FOLDER gets icons.yaml
and icons.layout.yaml.  `make pictures` makes docs/pictures/icons.png of them.
"""
import subprocess
import sys
from pathlib import Path

REPORT = """jianbao: report/1
meta: {name: icons, title: 图标}
figures: {}
sections: []
"""

LAYOUT = """jianbao: layout/1
name: icons
extends: briefing
page:
  size: [560pt, 560pt]
  height: auto
  margin: {top: 16pt, bottom: 8pt, inner: 16pt, outer: 16pt}
  columns: 1
  gutter: 0pt
masters: {icons: {}}
styles:
  icon_title: {font: sans, weight: 500, size: 7.5pt, leading: 10pt, align: start}
  icon_name: {like: icon_title, weight: 400, size: 7pt, ink: text70}
pages:
  - master: icons
    blocks:
      - columns: 10
        gap: {row: 8pt, column: 0pt}
        grid:
"""

CELL = """          - column:
              - grid: [{icon: NAME, size: 24pt}, {icon: NAME, size: 11pt}]
                columns: [29pt, 1fr]
                gap: 0pt
              - {text: TITLE, style: icon_title, before: 4pt}
              - {text: NAME, style: icon_name}
"""


def main(program, folder):
    listed = subprocess.run([program, "list", "icons"], check=True,
                            capture_output=True, text=True).stdout
    cells = []
    for line in listed.splitlines():
        name, title, _ = line.split("\t")
        cells.append(CELL.replace("NAME", name).replace("TITLE", title))
    (folder / "icons.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "icons.layout.yaml").write_text(LAYOUT + "".join(cells),
                                              encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
