#!/usr/bin/python3
"""Calendars of days: where each day stands, what is said, what is refused."""
import datetime
import re
import unittest

import tap
from traced import NUMBER, second_page, trace, words


def report(first, values, more=""):
    days = [first + datetime.timedelta(i) for i in range(len(values))]
    rows = "".join(f"      - [{day}, {value}]\n"
                   for day, value in zip(days, values) if value is not None)
    return f"""jianbao: report/1
meta: {{name: days, title: 公园, from: 2024-01, to: 2025-12}}
tables:
  visits:
    label: 入园
    columns:
      - {{id: day, label: 日期, type: date}}
      - {{id: n, label: 人次, unit: 人次, type: number}}
    rows:
{rows}
sections:
  - id: a
    title: 人最多的一天
    pictures:
      - {{form: days, of: {{table: visits, x: day, y: n}}, title: 每日{more}}}
"""


class Days(unittest.TestCase):
    def fields(self, dump):
        """Left and top of each day's field, in the order of days."""
        return [(float(m[1]), float(m[2])) for m in re.finditer(
            rf"(?m)^path {NUMBER} {NUMBER} .*figure visits\S+$", dump)]

    def test_weeks_are_columns_and_monday_is_at_the_top(self):
        """2025-01-01 is a Wednesday."""
        fields = self.fields(second_page(self,
            report(datetime.date(2025, 1, 1), range(1, 29))))
        self.assertEqual(len(fields), 28)
        lefts = sorted({x for x, _ in fields})
        tops = sorted({y for _, y in fields})
        self.assertEqual((len(lefts), len(tops)), (5, 7))
        for i, (x, y) in enumerate(fields):
            self.assertEqual((lefts.index(x), tops.index(y)),
                             ((i + 2) // 7, (i + 2) % 7), i)

    def test_a_year_has_its_months(self):
        said = words(second_page(self,
            report(datetime.date(2024, 1, 1), range(1, 367), ", lead: true")))
        self.assertIn("2024年", said)
        for month in range(1, 13):
            self.assertIn(f"{month}月", said)
        self.assertNotIn("2025年1月1", said)
        self.assertIn("最高是2024年12月31日的366", said)
        self.assertIn("最低是2024年1月1日的1", said)

    def test_what_has_no_room_goes_on_in_a_next_row(self):
        text = report(datetime.date(2024, 1, 1), range(1, 367))
        text += text.rstrip().split("\n")[-1] + "\n"
        fields = self.fields(second_page(self, text))
        self.assertEqual(len(fields), 2 * 366)
        self.assertEqual(len({y for _, y in fields}), 3 * 7)

    def test_missing_is_no_zero_and_no_figure_is_neither(self):
        dump = second_page(self, report(datetime.date(2025, 3, 3),
                                [5, 0, "未公布", None, 9, 8, 7]))
        said = words(dump)
        self.assertIn("2025年3月5日未公布", said)
        self.assertIn("无底色的没有数据", said)
        self.assertIn("最低是2025年3月4日的0", said)
        self.assertEqual(len(self.fields(dump)), 6)

    def test_of_several_extremes_all_are_counted(self):
        said = words(second_page(self, report(
            datetime.date(2025, 3, 3), [5, 9, 5, 9, 9])))
        self.assertIn("最高是2025年3月4日等3天的9", said)
        self.assertIn("最低是2025年3月3日等2天的5", said)

    def test_many_missing_days_are_counted(self):
        said = words(second_page(self, report(
            datetime.date(2025, 3, 3), [5, *["未公布"] * 7, 9])))
        self.assertIn("虚线框的7天没有数值", said)
        self.assertNotIn("未公布", said)

    def test_refused(self):
        one = report(datetime.date(2025, 3, 3), [5])
        twice = report(datetime.date(2025, 3, 3), [5, 6]).replace(
            "2025-03-04", "2025-03-03")
        months = report(datetime.date(2025, 3, 3), [5, 6]).replace(
            "2025-03-03", "2025-03").replace("2025-03-04", "2025-04")
        for text, said in ((one, "a calendar needs several days, each with "
                                 "one figure"),
                           (twice, "“visits.r1.n” and “visits.r2.n” would "
                                   "stand in one place"),
                           (months, "a calendar needs figures of one unit, "
                                    "each of its day")):
            done = trace(text)
            self.assertEqual(done.returncode, 65)
            self.assertIn("error: " + said, done.stderr)


if __name__ == "__main__":
    tap.main()
