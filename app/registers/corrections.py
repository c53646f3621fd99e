"""What was corrected after a month was closed: line against line, so that each change names its case.

By acceptance, how a case ended is no correction: it was still pending when the month was reported.
Only what was told of the case is compared. By closing, its end is compared too. An agreement that is
fulfilled after its month is no correction either; one that was and is owed again is.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.registers.agreed import cases_in
from app.registers.codes import codes
from app.registers.coverage import Basis, Coverage
from app.registers.lines import Line, lines_of
from app.registers.model import MonthClosing, ReportedLine
from app.registers.months import last_day, said
from app.registers.statistics import SUCCESS

TOLD = {
    "dispute_type": "纠纷类型", "source": "案件来源", "body": "调解主体", "people": "涉及人数",
    "is_difficult": "疑难复杂",
}  # fmt: skip
ENDED = {"result": "调解结果", "form": "协议形式", "amount_fen": "涉及金额"}
WATCHED = {Basis.ACCEPTED: TOLD, Basis.CLOSED: TOLD | ENDED}
FORMS = {"written": "书面", "oral": "口头", "None": "无"}


Reported = dict[UUID, ReportedLine]
Lines = dict[UUID, Line]


@dataclass(frozen=True)
class Correction:
    """One figure's cause: which case, what was said of it, what is said now."""

    month: date
    basis: Basis
    case_id: UUID
    what: str
    was: str
    now: str


def closings_of(
    session: Session, county_id: str, first: date, last: date
) -> dict[date, MonthClosing]:
    """Read the closed months between two days."""
    wanted = select(MonthClosing).where(
        MonthClosing.county_id == county_id,
        MonthClosing.month >= first.replace(day=1),
        MonthClosing.month <= last,
    )
    return {row.month: row for row in session.scalars(wanted.order_by(MonthClosing.month))}


def reported_of(
    session: Session, counted: ColumnElement[bool], basis: Basis, months: Collection[date]
) -> list[ReportedLine]:
    """Read the lines as reported for closed months, of the cases that count for a person."""
    wanted = select(ReportedLine).where(
        cases_in(counted, ReportedLine.county_id, ReportedLine.case_id),
        ReportedLine.basis == basis,
        ReportedLine.month.in_(list(months)),
    )
    return list(session.scalars(wanted))


def corrections_of(
    session: Session, counted: ColumnElement[bool], basis: Basis, closed: Collection[date]
) -> list[Correction]:
    """Compare the closed months' lines with what the cases say today."""
    if not closed:
        return []
    reported = {row.case_id: row for row in reported_of(session, counted, basis, closed)}
    over = Coverage(min(closed), last_day(max(closed)), basis)
    now = {
        line.case_id: line
        for line in lines_of(session, over, counted)
        if month_of(line, basis) in closed
    }
    found = [
        *_changed(reported, now, basis),
        *_owed_again(reported, now, basis),
        *_came(reported, now, basis),
        *_went(reported, now, basis),
    ]
    return sorted(found, key=lambda one: (one.month, str(one.case_id)))


def month_of(line: Line, basis: Basis) -> date:
    """Say in which month a line counts."""
    day = line.accepted_on if basis is Basis.ACCEPTED else line.closed_on
    return (day or line.accepted_on).replace(day=1)


def _changed(reported: Reported, now: Lines, basis: Basis) -> Iterator[Correction]:
    for case_id, row in reported.items():
        line = now.get(case_id)
        if line is None:
            continue
        if month_of(line, basis) != row.month:
            moved = said(row.month), said(month_of(line, basis))
            yield Correction(row.month, basis, case_id, "所属月份", *moved)
        for name, what in WATCHED[basis].items():
            was, is_now = getattr(row, name), getattr(line, name)
            if was != is_now:
                yield Correction(
                    row.month, basis, case_id, what, _say(name, was), _say(name, is_now)
                )


def _owed_again(reported: Reported, now: Lines, basis: Basis) -> Iterator[Correction]:
    for case_id, row in reported.items():
        was_counted = row.result == SUCCESS and row.is_fulfilled
        if was_counted and case_id in now and not now[case_id].is_fulfilled:
            yield Correction(row.month, basis, case_id, "履行情况", "全部履行", "履行中")


def _came(reported: Reported, now: Lines, basis: Basis) -> Iterator[Correction]:
    for case_id, line in now.items():
        if case_id not in reported:
            yield Correction(month_of(line, basis), basis, case_id, "案件", "没有计入", "补登计入")


def _went(reported: Reported, now: Lines, basis: Basis) -> Iterator[Correction]:
    for case_id, row in reported.items():
        if case_id not in now:
            yield Correction(row.month, basis, case_id, "案件", "已计入", "不再计入")


def _say(name: str, value: object) -> str:
    if name == "dispute_type":
        return codes().type_of["2015"][str(value)]
    if name == "amount_fen":
        return f"{int(str(value)) / 100:,.2f}元"
    if name == "is_difficult":
        return "是" if value else "否"
    return FORMS.get(str(value), str(value)) if name == "form" else str(value)
