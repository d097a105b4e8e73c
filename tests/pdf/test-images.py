#!/usr/bin/python3
"""Images and QR codes on paper: the file's own bytes where that is possible,
the same pixels by every way, codes that telephones read, nothing that a
hostile file could make endless.

What needs poppler's tools or zbarimg is skipped where they are missing.
"""
import os
import re
import resource
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import tap

IMAGES = tap.TOP / "tests/images"
STYLES = tap.TOP / "tests/scene/styles.yaml"

REPORT = """jianbao: report/1
meta: {name: images, title: 图片, link: "https://example.com/2020/6?a=1&b=%s"}
figures: {}
images:
  one: {file: FILE, alt: 图, section: story}
sections:
  - {id: story, title: 一}
"""

LAYOUT = """jianbao: layout/1
name: images
theme: theme.yaml
min_dpi: 150
page:
  size: [60mm, 90mm]
  margin: {top: 10mm, bottom: 10mm, inner: 10mm, outer: 10mm}
  columns: 1
masters: {plain: {}}
pages:
  - master: plain
    each: stories
    blocks:
      - BLOCK
styles:
"""

SHOWN = "{image: section.image, ratio: '3:2', fit: cover}"
WITHIN = "{image: section.image, height: 20mm}"
CODE = "{qr: '${report.link}', size: SIZE, level: LEVEL}"


def needs(*tools):
    missing = [tool for tool in tools if not shutil.which(tool)]
    return unittest.skipIf(missing, f"{', '.join(missing)} missing")


def colours(ppm):
    """Width, height and a function for the colour at a part of it."""
    data = ppm.read_bytes()
    magic, width, height, most, rest = re.match(
        rb"(P6)\s+(\d+)\s+(\d+)\s+(\d+)\s(.*)", data, re.S).groups()
    width, height = int(width), int(height)

    def at(x, y):
        i = 3 * (int(y * height) * width + int(x * width))
        return tuple(rest[i:i + 3])
    return width, height, at


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        shutil.copy(tap.TOP / "tests/scene/theme.yaml", self.folder)

    def write(self, block=SHOWN, file="hill.jpg", link="", shown=True):
        report = REPORT.replace("FILE", file) % link
        if not shown:
            report = re.sub("(?m)^images:\n.*\n", "", report)
        layout = LAYOUT.replace("BLOCK", block)
        (self.folder / "report.yaml").write_text(report, "utf-8")
        (self.folder / "layout.yaml").write_text(
            layout + STYLES.read_text("utf-8"), "utf-8")
        if not (self.folder / file).exists():
            shutil.copy(IMAGES / file, self.folder)

    def run_jianbao(self, *words, **more):
        return subprocess.run(
            [tap.JIANBAO, *words, "-l", "layout.yaml", "report.yaml"],
            cwd=self.folder, capture_output=True, encoding="utf-8",
            timeout=120, **more)

    def render(self, *words):
        done = self.run_jianbao("render", *words)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def refused(self, **more):
        done = self.run_jianbao("render", "-o", "x.pdf", **more)
        self.assertEqual(done.returncode, 65)
        self.assertFalse((self.folder / "x.pdf").exists())
        return done.stderr.splitlines()[0]

    def pictures(self):
        """The PDF as poppler draws it, and the page as we do."""
        self.render("-o", "x.pdf")
        self.render("-o", "x.png", "--format", "png", "--dpi", "144")
        subprocess.run(["pdftoppm", "-r", "144", "-singlefile", "x.pdf", "p"],
                       cwd=self.folder, check=True)
        return colours(self.folder / "p.ppm")


class Pixels(Case):
    @needs("pdfimages")
    def test_jpeg_goes_through(self):
        """Byte for byte, once, whatever is cut off."""
        for name in ("hill.jpg", "hill-progressive.jpg", "hill-grey.jpg",
                     "hill-turned.jpg", "hill-cmyk.jpg"):
            self.write(file=name)
            self.render("-o", "x.pdf")
            for old in self.folder.glob("raw*"):
                old.unlink()
            subprocess.run(["pdfimages", "-all", "x.pdf", "raw"],
                           cwd=self.folder, check=True)
            found = list(self.folder.glob("raw*"))
            self.assertEqual([path.suffix for path in found], [".jpg"], name)
            pdf = (self.folder / "x.pdf").read_bytes()
            self.assertEqual(pdf.count((IMAGES / name).read_bytes()), 1, name)

    @needs("pdftoppm")
    def test_every_format_shows_the_hill(self):
        """Sky above, grass below, the tower at a fifth of the width."""
        for name in ("hill.jpg", "hill-progressive.jpg", "hill.webp",
                     "hill-turned.jpg", "hill-turned.webp", "hill-cmyk.jpg"):
            self.write(file=name)
            _, _, at = self.pictures()
            # the frame: 40 mm by 40 / 1.5 mm, 10 mm from left and top
            place = (lambda x, y: at((10 + 40 * x) / 60,
                                     (10 + 40 / 1.5 * y) / 90))
            for spot, want in (((0.5, 0.1), (130, 177, 221)),
                               ((0.5, 0.9), (90, 140, 80)),
                               ((0.2, 0.6), (150, 60, 50)),
                               ((0.77, 0.2), (250, 220, 120))):
                for got, wanted in zip(place(*spot), want):
                    self.assertAlmostEqual(got, wanted, delta=45,
                                           msg=f"{name} at {spot}")

    @needs("pdftoppm")
    def test_png_and_pdf_agree(self):
        """Our own picture of the page against poppler's of the PDF."""
        for name in ("hill.jpg", "hill-grey.jpg", "hill-turned.jpg",
                     "hill.webp", "disc.png", "art.svg", "hill-cmyk.jpg"):
            self.write(WITHIN, name)
            width, height, at = self.pictures()
            ours = self.folder / "ours.ppm"
            self.png_to_ppm(self.folder / "x-1.png", ours)
            w, h, own = colours(ours)
            self.assertEqual((w, h), (width, height))
            off = 0
            for i in range(1, 40):
                for k in range(1, 40):
                    a, b = at(i / 40, k / 40), own(i / 40, k / 40)
                    off += max(abs(x - y) for x, y in zip(a, b)) > 60
            self.assertLess(off, 40, name)  # edges, of 1521 spots

    def png_to_ppm(self, png, ppm):
        """Our pages are 8 bits of RGB, not interlaced."""
        import struct
        import zlib
        data, at, pixels = png.read_bytes(), 8, b""
        while at < len(data):
            size, name = struct.unpack(">I4s", data[at:at + 8])
            if name == b"IHDR":
                w, h, bits, kind = struct.unpack(">IIBB",
                                                 data[at + 8:at + 18])
                self.assertEqual((bits, kind), (8, 2))
            if name == b"IDAT":
                pixels += data[at + 8:at + 8 + size]
            at += 12 + size
        lines, rows, last = zlib.decompress(pixels), [], bytes(3 * w)
        for y in range(h):
            start = y * (3 * w + 1)
            row = bytearray(lines[start + 1:start + 1 + 3 * w])
            for i in range(3 * w):
                a = row[i - 3] if i > 2 else 0
                b, c = last[i], last[i - 3] if i > 2 else 0
                p = a + b - c
                near = min((abs(p - v), n, v) for n, v in
                           enumerate((a, b, c)))[2]
                row[i] = (row[i] + (0, a, b, (a + b) // 2,
                                    near)[lines[start]]) & 255
            rows.append(bytes(row))
            last = row
        ppm.write_bytes(b"P6 %d %d 255\n" % (w, h) + b"".join(rows))

    def test_art_is_shapes(self):
        self.write(file="art.svg")
        self.render("-o", "x.pdf")
        self.assertNotIn(b"/Subtype /Image",
                         (self.folder / "x.pdf").read_bytes())

    def test_twice_the_same(self):
        for name in ("hill-cmyk.jpg", "art.svg", "disc.webp"):
            self.write(WITHIN, name)
            self.render("-o", "x.pdf")
            self.render("-o", "y.pdf")
            self.assertEqual((self.folder / "x.pdf").read_bytes(),
                             (self.folder / "y.pdf").read_bytes())

    @needs("qpdf")
    def test_light_and_ink(self):
        """Adobe's CMYK is said to be light; the file is still sound."""
        self.write(file="hill-cmyk.jpg")
        self.render("-o", "x.pdf")
        pdf = (self.folder / "x.pdf").read_bytes()
        self.assertEqual(pdf.count(b"/Decode[1 0 1 0 1 0 1 0]"), 1)
        out = subprocess.run(["qpdf", "--check", "x.pdf"], cwd=self.folder,
                             capture_output=True, encoding="utf-8")
        self.assertEqual(out.returncode, 0, out.stdout + out.stderr)


class Sharpness(Case):
    def said(self, block, **more):
        self.write(block, **more)
        done = self.run_jianbao("check")
        return done.returncode, done.stderr.splitlines()

    def test_enough(self):
        self.assertEqual(self.said(SHOWN)[1], [])

    def test_few(self):
        """320 pixels over 60 mm are 135 to an inch."""
        code, lines = self.said(
            "{image: section.image, ratio: '2:3', fit: cover}")
        self.assertEqual(code, 0)
        self.assertEqual(lines[0],
                         "report.yaml:5:15: warning: “hill.jpg” is 40 × 60 mm "
                         "on paper and has 135 pixels to an inch; the layout "
                         "asks for 150")
        self.assertIn("    hint: it needs 532 × 355 pixels for this, or a "
                      "frame at most 36 mm wide", lines)

    def test_too_few(self):
        shutil.copy(tap.TOP / "tests/errors/images/small.png", self.folder)
        code, lines = self.said(SHOWN, file="small.png")
        self.assertEqual(code, 65)
        self.assertEqual(lines[0],
                         "report.yaml:5:15: error: “small.png” is 40 × 27 mm "
                         "on paper and has 38 pixels to an inch; at least 72 "
                         "are needed")
        self.assertIn("    hint: it needs 237 × 158 pixels for this, or a "
                      "frame at most 10 mm wide", lines)

    def test_art_is_sharp(self):
        self.assertEqual(self.said(SHOWN, file="art.svg")[1], [])


class Hostile(Case):
    def test_slow_art(self):
        """A hundred thousand large fields: ended by the limit on time."""
        levels = "".join(
            f'<g id="a{k}">' + f'<use href="#a{k - 1}"/>' * 10 + "</g>"
            for k in range(1, 6))
        (self.folder / "slow.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
            '<linearGradient id="l"><stop stop-color="red"/>'
            '<stop offset="1"/></linearGradient><g id="a0" opacity=".5">'
            f'<circle cx="4" cy="4" r="4" fill="url(#l)"/></g>{levels}'
            "</svg>")
        self.write(file="slow.svg")
        start = time.monotonic()
        self.assertRegex(
            self.refused(), r"^report\.yaml:5:15: error: “slow\.svg” cannot "
            r"be read as SVG: it cannot be drawn, or not in 5 seconds and 512 MiB$")
        self.assertLess(time.monotonic() - start, 60)

    def test_damaged_codes(self):
        """A PDF could hold them; a reader would show rubbish."""
        shutil.copy(tap.TOP / "tests/errors/images/codes.jpg", self.folder)
        self.write(WITHIN, "codes.jpg")
        self.assertEqual(self.refused(),
                         "report.yaml:5:15: error: “codes.jpg” cannot be read "
                         "as JPEG: it is damaged")

    def test_memory(self):
        """Files that promise more than they hold cost no more than that."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        shutil.copytree(tap.TOP / "tests/errors/images",
                        self.folder / "broken")
        for path in sorted((self.folder / "broken").iterdir()):
            if path.name == "uses.svg":
                continue  # in tests/errors
            self.write(file=f"broken/{path.name}")
            done = self.run_jianbao("render", "-o", "x.pdf")
            self.assertIn(done.returncode, (0, 65), path.name)
        after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.assertLess(after - before, 300 * 1024)

    def test_link_leads_out(self):
        os.symlink("/etc/passwd", self.folder / "a.png")
        self.write(file="a.png")
        self.assertEqual(self.refused(),
                         "report.yaml:5:15: error: “a.png” is outside the "
                         "folder of its report")

    def test_pipe(self):
        os.mkfifo(self.folder / "a.png")
        self.write(file="a.png")
        self.assertIn("not a regular file", self.refused())


class Layouts(Case):
    def wrong(self, block, message):
        self.write(block)
        self.assertEqual(self.refused(),
                         "layout.yaml:14:" + message)

    def test_slips(self):
        self.wrong("{image: hill.jpg}",
                   "17: error: this image needs an “alt”")
        self.wrong("{image: section.image, alt: 图}",
                   "37: error: the report says what its images show")
        self.wrong("{image: image}",
                   "17: error: `image` cannot show “image” here")
        self.wrong("{image: section.image, ratio: 3/2}",
                   "39: error: “3/2” is no ratio of width to height")
        self.wrong("{image: section.image, focus: [50%]}",
                   "39: error: this is no point of an image")
        self.wrong("{image: section.image, focus: [50%, 120%]}",
                   "39: error: this is no point of an image")
        self.wrong("{qr: '${report.issuer}'}",
                   "14: error: this QR code says nothing")
        self.wrong("{qr: 字, ink: paper, ground: text}",
                   "10: error: this QR code is light on dark: “paper” on "
                   "“text”")
        self.wrong("{qr: 字, ink: primary6}",
                   "10: error: this QR code has too little contrast: "
                   "“primary6” on “paper”")
        self.wrong("{qr: 字, size: 1mm}",
                   "10: error: a QR code of 29 × 29 modules does not fit "
                   "1.0 mm")
        self.wrong("{qr: '%s'}" % ("字" * 1000),
                   "14: error: a QR code cannot hold 3000 bytes")

    def test_not_shown(self):
        self.write("{text: 字}")
        done = self.run_jianbao("check")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr.splitlines()[0],
                         "report.yaml:5:3: warning: the layout does not show "
                         "the image “one”")


class Codes(Case):
    @needs("zbarimg", "pdftoppm")
    def test_codes_are_read(self):
        """Each level, plain and long and Chinese, from PDF and from PNG."""
        for level, link in zip("LMQH", ("", "x" * 200, "重庆" * 10, "1" * 50)):
            self.write(CODE.replace("SIZE", "40mm").replace("LEVEL", level),
                       link=link, shown=False)
            self.render("-o", "x.pdf")
            self.render("-o", "x.png", "--format", "png", "--dpi", "300")
            subprocess.run(["pdftoppm", "-r", "300", "-singlefile", "-png",
                            "x.pdf", "p"], cwd=self.folder, check=True)
            for name in ("x-1.png", "p.png"):
                out = subprocess.run(
                    ["zbarimg", "-q", "--raw", name], cwd=self.folder,
                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                self.assertEqual(
                    out.stdout.decode("utf-8").strip(),
                    f"https://example.com/2020/6?a=1&b={link}")

    def test_modules_are_whole_dots(self):
        """Every edge stands a whole number of 1/600 inch from the first."""
        self.write(CODE.replace("SIZE", "25mm").replace("LEVEL", "M"), shown=False)
        self.render("-o", "x.svg", "--format", "svg")
        svg = (self.folder / "x-1.svg").read_text("utf-8")
        path = max(re.findall(r' d="([^"]*)"', svg), key=len)
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", path)]
        xs, ys = numbers[0::2], numbers[1::2]
        for values in (xs, ys):
            for value in values:
                dots = (value - min(values)) * 600 / 72
                self.assertAlmostEqual(dots, round(dots), delta=0.05)

    def test_small_ones_are_told(self):
        self.write(CODE.replace("SIZE", "12mm").replace("LEVEL", "M"), shown=False)
        done = self.run_jianbao("check")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr.splitlines()[0],
                         r"^layout\.yaml:14:10: warning: this QR code is "
                         r"1\d\.\d mm wide, its modules 0\.3\d mm: telephones "
                         r"may not read it$")


if __name__ == "__main__":
    tap.main()
