"""The due date, derived from the ledger's entries and nothing else (民法典 201, 203 条).

The start day is not counted. The day of a pause is not counted, the day of the resume is. The last
day of a term, if a rest day, moves to the next working day. Entries are taken by their days, in
whatever order they were written down. A derivation says each step in Chinese.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Protocol

from app.deadlines.terms import Counting, Extension, Term

DAY = timedelta(days=1)
LONGEST = 36600  # days walked before a term counts as never ending
ENDLESS = "期限长得不合情理，一百年也不届满，请核对天数和日期。"


class Kind(StrEnum):
    """What an entry does to a running term."""

    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    SHORTEN = "shorten"


class Calendar(Protocol):
    """Knows the working days."""

    def is_working(self, day: date) -> bool:
        """Say whether offices work on that day."""


@dataclass(frozen=True)
class Entry:
    """One thing that happened to a running term; `days` only for extend and shorten."""

    kind: Kind
    on: date
    days: int | None = None
    agreed_by: str | None = None
    because: str | None = None


@dataclass(frozen=True)
class Derivation:
    """A due date with how it came about; without one, `errors` or the last step says why."""

    due_on: date | None
    rolled: bool = False
    steps: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


@dataclass
class _Reading:
    """What the entries come to."""

    length: int
    extended: int = 0
    pauses: list[tuple[date, date | None]] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def is_paused(self, day: date) -> bool:
        """Say whether the clock stood on that day."""
        return any(begun <= day and (ended is None or day < ended) for begun, ended in self.pauses)

    @property
    def stands(self) -> bool:
        """Say whether a pause was never resumed."""
        return any(ended is None for _, ended in self.pauses)


def derive(term: Term, start_on: date, entries: Iterable[Entry], calendar: Calendar) -> Derivation:
    """Compute when a term that began on a day ends; entries that the law forbids are errors."""
    if term.days is None:
        return Derivation(None, errors=(f"{term.id}“{term.name}”是提示事项，不计期限。",))
    reading = _read(term, start_on, _in_turn(entries))
    if reading.errors:
        return Derivation(None, steps=tuple(reading.steps), errors=tuple(reading.errors))
    if reading.stands:
        begun = max(begun for begun, ended in reading.pauses if ended is None)
        reading.steps.append(f"自{begun}起中止，尚未恢复，期限不届满。")
        return Derivation(None, steps=tuple(reading.steps))
    return _walk(term, start_on, reading, calendar)


def _in_turn(entries: Iterable[Entry]) -> list[Entry]:
    """Put entries in order; on one day, what can happen to the clock as it stands comes first."""
    turns, stands = list[Entry](), False
    for _, day in groupby(sorted(entries, key=_day), key=_day):
        first, last = (Kind.RESUME, Kind.PAUSE) if stands else (Kind.PAUSE, Kind.RESUME)
        for entry in sorted(day, key=lambda one: (one.kind is last) - (one.kind is first)):
            turns.append(entry)
            stands = entry.kind is Kind.PAUSE or (stands and entry.kind is not Kind.RESUME)
    return turns


def _day(entry: Entry) -> date:
    return entry.on


def _read(term: Term, start_on: date, entries: Sequence[Entry]) -> _Reading:
    counted = "个工作日" if term.counting is Counting.WORKING_DAYS else "日"
    reading = _Reading(term.days or 0)
    reading.steps.append(
        f"{term.name}{term.days}{counted}，自{start_on}起算，当日不计入（{term.basis}）。"
    )
    for entry in entries:
        if entry.on < start_on:
            reading.errors.append(f"{entry.on}早于起算日{start_on}，请核对日期。")
        elif entry.kind in {Kind.PAUSE, Kind.RESUME}:
            _pause(entry, reading)
        else:
            _lengthen(term, entry, reading, counted)
    return reading


def _pause(entry: Entry, reading: _Reading) -> None:
    why = f"（{entry.because}）" if entry.because else ""
    if entry.kind is Kind.PAUSE and not reading.stands:
        reading.pauses.append((entry.on, None))
        reading.steps.append(f"{entry.on}中止{why}，当日不计入。")
    elif entry.kind is Kind.RESUME and reading.stands:
        begun, _ = reading.pauses.pop()
        reading.pauses.append((begun, entry.on))
        reading.steps.append(f"{entry.on}恢复，当日计入。")
    elif entry.kind is Kind.PAUSE:
        reading.errors.append(f"{entry.on}再次中止，但前一次中止还没有恢复。")
    else:
        reading.errors.append(f"{entry.on}恢复，但期限没有中止。")


def _lengthen(term: Term, entry: Entry, reading: _Reading, counted: str) -> None:
    days = entry.days or 0
    if days <= 0:
        reading.errors.append(f"{entry.on}的天数应为正整数。")
        return
    if entry.kind is Kind.EXTEND:
        reading.extended += days
        refusal = _refusal(term, entry, reading.extended)
        if refusal:
            reading.errors.append(refusal)
            return
    reading.length += days if entry.kind is Kind.EXTEND else -days
    said = "延长" if entry.kind is Kind.EXTEND else "缩短"
    by = f"（{entry.agreed_by}同意）" if entry.agreed_by else ""
    reading.steps.append(f"{entry.on}{said}{days}{counted}{by}，共{reading.length}{counted}。")
    if reading.length <= 0:
        reading.errors.append("缩短后期限不足一天，请核对。")


def _refusal(term: Term, entry: Entry, extended: int) -> str | None:
    if term.extension is Extension.NONE:
        return f"{term.name}依法不能延长（{term.basis}）。"
    if not entry.agreed_by:
        who = "各方当事人" if term.extension is Extension.PARTIES else "负责人"
        return f"延长{term.name}须经{who}同意，请先记录同意（{term.basis}）。"
    if term.most is not None and extended > term.most:
        return f"延长{term.name}前后合计不得超过{term.most}日（{term.basis}）。"
    return None


def _walk(term: Term, start_on: date, reading: _Reading, calendar: Calendar) -> Derivation:
    working = term.counting is Counting.WORKING_DAYS
    day, counted = start_on, 0
    for _ in range(LONGEST):
        day += DAY
        if reading.is_paused(day) or (working and not calendar.is_working(day)):
            continue
        counted += 1
        if counted == reading.length:
            break
    else:
        return Derivation(None, steps=tuple(reading.steps), errors=(ENDLESS,))
    nominal = day
    while not calendar.is_working(day):
        day += DAY
    if day != nominal:
        reading.steps.append(
            f"第{reading.length}日{nominal}为休息日，顺延至{day}（民法典第203条）。"
        )
    reading.steps.append(f"到期日为{day}，当日仍在期内。")
    return Derivation(day, rolled=day != nominal, steps=tuple(reading.steps))
