#!/usr/bin/python3
"""Times jianbao beside a plain program in one run, and prints ratios.

    tools/bench/bench.py BUILD [ROUNDS]

Both print the words of the first sample to PDF with the same fonts; jianbao
also reads, checks, draws the pictures and composes.  CPU time of the whole
process, interleaved rounds, medians.  Machines wander: only the ratio counts.
"""
import os
import statistics
import subprocess
import sys
from pathlib import Path

build = Path(sys.argv[1])
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 11
out = build / "bench"
out.mkdir(exist_ok=True)
report = "data/science-city.yaml"
fonts = (build / "fonts/fonts.conf").resolve()
program = str(build / "jianbao")


def cost(command, text=None):
    """CPU seconds and peak MiB of one run."""
    with open(text or os.devnull) as given:
        child = subprocess.Popen(command, stdin=given)
        _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


pdf = out / "jianbao.pdf"
cost([program, "render", "-o", str(pdf), report])
text = out / "words.txt"
words = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True,
                       text=True, check=True).stdout
text.write_text(words)
runs = {
    "plain pango and cairo": ([str(out / "plain"), str(fonts),
                               str(out / "plain.pdf")], text),
    "jianbao render": ([program, "render", "-o", str(pdf), report], None),
    "jianbao check": ([program, "check", report], None),
}
seen = {name: [] for name in runs}
for _ in range(rounds):
    for name, (command, given) in runs.items():
        with open(os.devnull, "w") as null:
            keep = os.dup(1)
            os.dup2(null.fileno(), 1)
            seen[name].append(cost(command, given))
            os.dup2(keep, 1)
            os.close(keep)

base = statistics.median(c for c, _ in seen["plain pango and cairo"])
print(f"{'':24}{'CPU ms':>8}{'[min':>8}{'max]':>8}{'MiB':>7}{'ratio':>8}")
for name, costs in seen.items():
    cpu = [1000 * c for c, _ in costs]
    mid = statistics.median(cpu)
    print(f"{name:24}{mid:8.1f}{min(cpu):8.1f}{max(cpu):8.1f}"
          f"{max(m for _, m in costs):7.0f}{mid / 1000 / base:8.2f}")
for name in ("plain", "jianbao"):
    print(f"{name}.pdf: {(out / (name + '.pdf')).stat().st_size} bytes")
