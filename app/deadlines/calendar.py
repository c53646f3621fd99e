"""Which days count: rest days, working weekends, and the rule that a last day is never a rest day.

民法典 201, 203: the day a period starts is not counted; a period whose last day is a statutory
holiday ends on the next working day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import cache
from typing import Self

import chinese_calendar

from app.deadlines.enums import DayKind

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class UnknownCounting(ValueError):
    """A period says neither calendar days nor working days."""


@dataclass(frozen=True)
class WorkingCalendar:
    """The county's calendar: what 国务院办公厅 announced, changed by local holidays.

    After `announced_through` only weekends rest, so dates there are provisional.
    """

    rest_days: frozenset[date]
    working_weekends: frozenset[date]
    announced_through: date

    @classmethod
    def announced(cls) -> Self:
        """Take the holidays that were published."""
        return cls(*_published())

    def changed(self, days: Mapping[date, DayKind], announced: int | None) -> Self:
        """Lay the county's own days over these, and later years that were announced since."""
        rest = {day for day, kind in days.items() if kind is DayKind.REST}
        working = {day for day, kind in days.items() if kind is DayKind.WORKING}
        through = date(announced, 12, 31) if announced else self.announced_through
        return type(self)(
            (self.rest_days - working) | rest,
            (self.working_weekends - rest) | working,
            max(through, self.announced_through),
        )

    def is_working(self, day: date) -> bool:
        """Say whether offices are open."""
        if day in self.rest_days:
            return False
        return day in self.working_weekends or day.weekday() < SATURDAY

    def is_provisional(self, day: date) -> bool:
        """Say whether the holidays of that day are not announced yet."""
        return day > self.announced_through

    def note_on(self, day: date) -> str:
        """Say in words that a date may still move; an empty text when it may not."""
        if not self.is_provisional(day):
            return ""
        return f"{day.year}年放假安排尚未公布，暂按周末推算，公布后重新计算"

    def due_on(self, start: date, days: int, counting: str) -> date:
        """Give the last day of a period that starts on a day which is not counted.

        `counting`: "calendar_days" (a last day of rest moves to the next working day, 民法典203)
        or "working_days". Raises UnknownCounting and OverflowError beyond the calendar.
        """
        if counting == "calendar_days":
            return self.next_working(start + timedelta(days=days))
        if counting == "working_days":
            return self._nth_working(start, days)
        raise UnknownCounting(counting)

    def next_working(self, day: date) -> date:
        """Give the day itself if it is a working day, else the next one that is."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def last_day_rolled(self, start: date, days: int) -> bool:
        """Say whether a period in calendar days was moved off a rest day."""
        return not self.is_working(start + timedelta(days=days))

    def _nth_working(self, day: date, days: int) -> date:
        while days > 0 and day.year < MAXYEAR:
            day += ONE_DAY
            days -= self.is_working(day)
        return self.next_working(day)


def published_name(day: date) -> str:
    """Name the holiday that a published day belongs to; an empty text for an ordinary day."""
    name = chinese_calendar.holidays.get(day) or chinese_calendar.workdays.get(day)
    return chinese_calendar.Holiday(name).chinese if name else ""


@cache
def _published() -> tuple[frozenset[date], frozenset[date], date]:
    holidays, working = chinese_calendar.holidays, chinese_calendar.workdays
    last_year = max(day.year for day in holidays)
    return frozenset(holidays), frozenset(working), date(last_year, 12, 31)
