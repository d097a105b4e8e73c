#!/usr/bin/python3
"""Every shipped layout with every sample report: not a word is said, and what
the layout promises is printed.  The garden of docs/examples stands in each
layout as tests/scene/shipped/LAYOUT.scene has it; UPDATE=1 rewrites that."""
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent
LAYOUTS = sorted(p.parent.name for p in tap.TOP.glob("layouts/*/layout.yaml"))
REPORTS = sorted(p.stem for p in tap.TOP.glob("data/*.yaml"))
THEMES = sorted(p.stem for p in tap.TOP.glob("themes/*.yaml"))

# What of a report a layout must print: how many of its heroes (None: all),
# the titles of its stories, all figures that are listed.
PROMISES = {
    "briefing": {"heroes": None, "stories": True, "figures": True},
    "bulletin": {"heroes": None, "stories": True, "figures": True},
    "broadsheet": {"heroes": 0, "stories": True, "figures": False},
    "phone": {"heroes": None, "stories": True, "figures": True},
    "slides": {"heroes": None, "stories": True, "figures": True},
    "onepage": {"heroes": None, "stories": True, "figures": True},
    "card": {"heroes": 4, "stories": False, "figures": False},
}
# Pages of the samples; other layouts have as many as they need.
PAGES = {
    "onepage": {name: 1 for name in REPORTS},
    "broadsheet": {"library": 1, "metro": 2, "science-city": 1},
    "card": {name: 1 for name in REPORTS},
    "phone": {"library": 2, "metro": 4, "science-city": 3},
    # figures that no picture shows share slides: none stands there alone
    "slides": {"library": 13, "metro": 27, "science-city": 16},
}


def jianbao(*args):
    return subprocess.run([tap.JIANBAO, *args], cwd=tap.TOP, timeout=120,
                          capture_output=True, encoding="utf-8")


def report(name):
    return (tap.TOP / f"data/{name}.yaml").read_text(encoding="utf-8")


def heroes(name):
    return re.search(r"^heroes: \[(.*)\]", report(name), re.M)[1].split(", ")


def titles(name):
    """Titles of the report and its stories; without references."""
    found = re.findall(r"^ {2,4}title: (.*)$", report(name), re.M)
    return [t for t in found if "$" not in t]


def words(dump):
    """All text of a scene, without blanks; texts of one line in a row."""
    return re.sub(r"\s", "", "".join(
        re.findall(r'^text .*?\| "(.*)" \| [^|]*\| figure', dump, re.M)))


class Case(unittest.TestCase):
    maxDiff = None

    def quiet(self, *args):
        done = jianbao(*args)
        self.assertEqual((done.returncode, done.stderr), (0, ""), args)
        return done.stdout


class Shipped(Case):
    def figures(self, layout, name):
        """What is printed of each figure: id -> the words of its places."""
        out = self.quiet("figures", f"data/{name}.yaml", "-l", layout)
        found = {}
        for line in out.splitlines():
            if line.startswith("\t"):
                found[last].append(line.split("\t")[-1])
            else:
                last = line.split("\t")[0]
                found[last] = []
        return found

    def check(self, layout, name):
        promise = PROMISES.get(layout, {})
        dump = self.quiet("trace", f"data/{name}.yaml", "-l", layout)
        printed = words(dump)
        wanted = titles(name)
        if not promise.get("stories"):
            wanted = wanted[:1]
        for title in wanted:
            self.assertIn(re.sub(r"\s", "", title), printed, layout)
        pages = len(re.findall(r"^page ", dump, re.M))
        self.assertEqual(PAGES.get(layout, {}).get(name, pages), pages)
        self.assert_figures(layout, name, promise)

    def assert_figures(self, layout, name, promise):
        if "heroes" not in promise:
            return
        found = self.figures(layout, name)
        for hero in heroes(name)[:promise["heroes"]]:
            self.assertTrue(found[hero], f"{hero} in {layout}")
        lost = [f for f, places in found.items() if not places]
        hidden = re.findall(r"^ {2}(\w+):[^#]*?listed: false", re.sub(
            r"\n {4,}", " ", report(name)), re.M)
        if promise["figures"]:
            self.assertEqual(sorted(set(lost) - set(hidden)), [], layout)


class Newspaper(Case):
    """A newspaper page: all that is told, once, and one headline
    that goes down."""

    def setUp(self):
        self.dumps = {name: self.quiet("trace", f"data/{name}.yaml", "-l",
                                       "broadsheet") for name in REPORTS}

    def pieces(self, name):
        """What stands between the numbers of each report's prose."""
        for text in re.findall(r"^    prose: \|\n((?: {6}.*\n|\n)+)",
                               report(name), re.M):
            for piece in re.split(r"\$\{.*?\}|\n|\*+|\[.*?\]|[{}|^]", text):
                if len(piece.strip()) > 5:
                    yield re.sub(r"\s", "", piece)

    def test_all_prose_stands_whole_and_once(self):
        for name in REPORTS:
            printed, found = words(self.dumps[name]), 0
            for piece in self.pieces(name):
                found += 1
                least = printed.count(piece)
                self.assertGreaterEqual(least, 1, (name, piece))
                if len(piece) > 24 and "“" not in piece:  # no quote
                    self.assertEqual(least, 1, (name, piece))
            self.assertGreater(found, 20, name)

    def test_all_pictures_stand_once_in_order(self):
        for name in REPORTS:
            numbers = [int(n) for n in re.findall(
                r'\| "图(\d+)" \|', self.dumps[name])]
            self.assertEqual(numbers, list(range(1, len(numbers) + 1)), name)
            leads = [t for t in re.findall(
                r"\bform: [^}]*?\btitle: \"?([^,{}$\"\n]+)",
                report(name))]
            self.assertTrue(leads)
            printed = words(self.dumps[name])
            for title in leads:
                self.assertIn(re.sub(r"\s", "", title.strip()), printed)

    def test_one_headline_goes_down(self):
        for name in REPORTS:
            lines = re.findall(r"^.* 900 33\.00pt \|.*$", self.dumps[name],
                               re.M)
            texts = {l.split("|")[5] for l in lines}
            self.assertEqual(len(texts), 1, (name, lines))

    def headline(self, name):
        return re.findall(r'\| H1 \| "(.*?)" \|', self.dumps[name])

    def test_overline_is_a_line_of_its_own_unless_it_runs_on(self):
        self.assertEqual(re.sub(r"\W", "", "".join(
            self.headline("science-city"))), "西部重庆科学城建设按下加速键")
        self.assertEqual(self.headline("library"), ["把书架搬到家门口"])
        self.assertEqual(self.headline("metro"),
                         ["一张网，连起江南江北两座城"])
        self.assertIn("清溪县公共图书馆年度简报", words(self.dumps["library"]))


class Garden(Case):
    def scene(self, layout):
        dump = self.quiet("trace", "docs/examples/garden.yaml", "-l", layout,
                          "-t", "daiqing")
        got = re.sub(r"\| \S*/layouts/", "| layouts/", dump)
        want = HERE / f"shipped/{layout}.scene"
        if tap.UPDATE:
            want.write_text(got, encoding="utf-8")
        self.assertEqual(got, want.read_text(encoding="utf-8"))


class Titles(Case):
    """Overline, title and subtitle of 4 to 30 characters, all of it told."""

    def title(self, layout, n):
        said = ("一张网连起江南江北两座城的七百二十万人每天往返的路与家都在线上"
                * 2)[:n]
        text = report("library")
        text = re.sub(r"^  overline: .*\n  title: .*$", f"  overline: {said}\n"
                      f"  title: {said}\n  subtitle: {said}", text, flags=re.M)
        with tempfile.TemporaryDirectory() as made:
            path = Path(made) / "titles.yaml"
            path.write_text(text, encoding="utf-8")
            dump = self.quiet("trace", str(path), "-l", layout)
        first = dump.split("\npage 2 ")[0]
        self.assertGreaterEqual(words(first).count(said), 3, (layout, n))

    def each(self, layout):
        for n in (4, 12, 20, 27, 30):
            self.title(layout, n)


class Small(Case):
    """Reports that lack what the samples have: docs/examples."""

    def dump(self, layout, name):
        return self.quiet("trace", f"docs/examples/{name}.yaml", "-l", layout)

    def cover(self, name):
        return self.dump("briefing", name).split("\npage 2 ")[0]

    def fields(self, cover):
        """Heights of the areas in the theme's first ink, in mm."""
        return [float(h) for h in re.findall(
            r"^path \S+ \S+ 21\d\.\d+ (\S+) .*fill primary", cover, re.M)]

    def test_numbers_make_a_low_field(self):
        self.assertEqual(self.fields(self.cover("market")), [93.31])

    def test_words_make_a_higher_one(self):
        for name in ("blocks", "marks", "communique"):
            self.assertEqual(self.fields(self.cover(name)), [172.33], name)

    def test_nothing_makes_a_whole_one(self):
        cover = self.cover("charts")
        self.assertEqual(self.fields(cover), [303.0])
        self.assertRegex(cover, r'(?m)^text .* \| paper \| .*"第"')
        self.assertNotRegex(cover, r"(?m)^text .* \| text\d* \|")

    def test_stories_are_listed(self):
        for name, many in (("blocks", True), ("communique", True),
                           ("charts", False), ("market", False)):
            self.assertEqual("目次" in words(self.cover(name)), many, name)

    def test_no_page_for_the_source_alone(self):
        dump = self.dump("briefing", "charts-data")
        self.assertEqual(len(re.findall(r"^page ", dump, re.M)), 3)
        self.assertEqual(words(dump).count("资料来源："), 1)
        self.assertIn("资料来源：", words(self.cover("charts-data")))

    def test_tables_of_stories_stand_in_all_that_have_room(self):
        for layout in ("briefing", "broadsheet", "bulletin"):
            dump = words(self.dump(layout, "communique"))
            for cell in ("全县主要经济指标", "各乡镇（街道）人口与土地"):
                self.assertIn(cell, dump, layout)

    def test_a_report_of_one_text_is_printed(self):
        """With no story, the lede is what there is to say."""
        for layout in ("briefing", "broadsheet", "bulletin", "onepage",
                       "phone", "slides"):
            self.assertIn("两地的菜贩爱说", words(self.dump(layout, "marks")),
                          layout)

    def test_no_label_where_there_is_none(self):
        """The title is not said twice, once as a label."""
        for layout in ("phone", "slides"):
            for page in self.dump(layout, "garden").split("\npage ")[1:]:
                self.assertLessEqual(words(page).count("从空地到菜园"), 1,
                                     layout)

    def test_no_slide_for_the_source_alone(self):
        pages = self.dump("slides", "charts-data").split("\npage ")
        self.assertIn("资料来源：", words(pages[0]))
        self.assertNotIn("口径与来源", words("".join(pages)))

    def test_a_phone_ends_below_its_last_bar(self):
        dump = self.dump("phone", "garden")
        high = float(re.search(r"^page 1 \S+ \S+ (\S+)", dump)[1])
        bar = re.search(r"(?m)^path \S+ (\S+) \S+ (\S+) .*figure roots$", dump)
        self.assertGreater(high, float(bar[1]) + float(bar[2]) + 5)

    def test_small_reports_have_small_posters(self):
        for name, width in (("marks", "210.00"), ("garden", "210.00"),
                            ("charts-parts", "297.00")):
            self.assertRegex(self.dump("onepage", name),
                             rf'^page 1 "1" {width} ')

    def test_a_bulletin_saves_a_last_page(self):
        dump = self.quiet("trace", "data/library.yaml", "-l", "bulletin")
        self.assertEqual(len(re.findall(r"^page ", dump, re.M)), 4)

    def test_a_sentence_leads_in_larger_letters(self):
        dump = self.dump("bulletin", "market")
        sizes = re.findall(r'CJK SC 400 (\S+)pt .* "[^"]*重新开业', dump)
        self.assertIn("12.00", sizes)

    def test_a_story_is_not_cut_for_two_lines(self):
        """Its few lines stay together over its pictures."""
        pages = self.quiet("trace", "data/metro.yaml", "-l",
                           "bulletin").split("\npage ")
        heads = [i for i, p in enumerate(pages) if "把站口修到家门口" in words(p)]
        tails = [i for i, p in enumerate(pages) if "找到一个站口" in words(p)]
        self.assertEqual(heads, tails)


class Themes(Case):
    def pages(self, layout, name, theme):
        dump = self.quiet("trace", f"data/{name}.yaml", "-l", layout,
                          "-t", theme)
        return len(re.findall(r"^page ", dump, re.M))

    def each(self, layout):
        """A theme changes how pages look, not how many there are."""
        for name in REPORTS:
            want = self.pages(layout, name, "daiqing")
            for theme in THEMES:
                self.assertEqual(self.pages(layout, name, theme), want, theme)


for layout in ("briefing", "card", "phone", "slides"):
    setattr(Titles, f"test_titles_of_{layout}",
            lambda self, a=layout: self.each(a))
for layout in LAYOUTS:
    setattr(Garden, f"test_garden_in_{layout}",
            lambda self, a=layout: self.scene(a))
    setattr(Themes, f"test_themes_of_{layout}",
            lambda self, a=layout: self.each(a))
    for name in REPORTS:
        setattr(Shipped, f"test_{layout}_{name}",
                lambda self, a=layout, b=name: self.check(a, b))

if __name__ == "__main__":
    tap.main()
