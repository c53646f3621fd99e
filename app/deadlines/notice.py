"""Read a holiday notice as 国务院办公厅 writes it, and check its weekdays against the calendar.

「二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。
2月14日（周六）、2月28日（周六）上班。」
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.deadlines.commands import DaySaid
from app.deadlines.enums import DayKind
from app.kernel.errors import Incomplete

WEEK = "一二三四五六日"
DAY = r"(?:(?P<year{n}>\d{{4}})年)?(?:(?P<month{n}>\d{{1,2}})月)?(?P<day{n}>\d{{1,2}})日(?:[（(](?P<told{n}>[^）)]*)[）)])?"
SPAN = re.compile(DAY.format(n=1) + r"(?:\s*(?:至|到|—|-)\s*" + DAY.format(n=2) + ")?")
WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
HEADING = re.compile(r"^\s*(?:[一二三四五六七八九十]+、)?\s*(?P<name>[^：:，。]{2,20})[：:]")
LONGEST = 20  # days of one holiday


@dataclass
class _Reader:
    """Where the reading stands: a day without its month belongs to the one before."""

    year: int
    month: int = 0


def read_notice(text: str, year: int) -> tuple[DaySaid, ...]:
    """List every day the notice names; Incomplete says what does not fit."""
    found: dict[date, DaySaid] = {}
    for said in _said(text, year):
        known = found.setdefault(said.on, said)
        if known.kind is not said.kind:
            problem = f"{said.on}既写了放假又写了上班，请核对通知文字。"
            raise _wrong(problem)
    if not found:
        problem = "没有读到放假或上班的日子。请粘贴通知正文，如“1月1日（周四）至3日（周六）放假”。"
        raise _wrong(problem)
    return tuple(found[day] for day in sorted(found))


def _said(text: str, year: int) -> Iterator[DaySaid]:
    name = "放假安排"
    for line in text.splitlines():
        if heading := HEADING.match(line):
            name = heading["name"].strip()
        for sentence in re.split("[。；;]", line):
            kind = _kind_of(sentence)
            if kind is not None:
                yield from (DaySaid(day, kind, name) for day in _days(sentence, _Reader(year)))


def _kind_of(sentence: str) -> DayKind | None:
    if "上班" in sentence:
        return DayKind.WORKING
    return DayKind.REST if "放假" in sentence or "休息" in sentence else None


def _days(sentence: str, reader: _Reader) -> Iterator[date]:
    for found in SPAN.finditer(sentence):
        first = _day(found, 1, reader)
        last = _day(found, 2, reader) if found["day2"] else first
        if not first <= last <= first + timedelta(days=LONGEST):
            problem = f"“{found[0]}”起止日期不对，请核对。"
            raise _wrong(problem)
        yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _day(found: re.Match[str], n: int, reader: _Reader) -> date:
    reader.year = int(found[f"year{n}"] or reader.year)
    reader.month = int(found[f"month{n}"] or reader.month)
    try:
        day = date(reader.year, reader.month, int(found[f"day{n}"]))
    except ValueError as error:
        problem = f"“{found[0]}”没有这一天，请核对。"
        raise _wrong(problem) from error
    told = WEEKDAY.search(found[f"told{n}"] or "")
    if told and WEEK[day.weekday()] != told[1].replace("天", "日"):
        message = (
            f"通知写的是{day.month}月{day.day}日（周{told[1]}），"
            f"但{day}是星期{WEEK[day.weekday()]}。请核对年份和文字。"
        )
        raise _wrong(message)
    return day


def _wrong(sentence: str) -> Incomplete:
    return Incomplete(sentence, field="text")
