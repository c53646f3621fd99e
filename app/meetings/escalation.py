"""提级建议: when local practice says a higher committee should be asked, and for which reason.

A suggestion only: the parties are asked first, the committee offers, the other one accepts
(人民调解法 7, 17 条). The numbers stand in data/practice.csv.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.cases.enums import DeskCommittee, DeskLevel, Risk
from app.cases.handover_commands import HandoverReason
from app.cases.handover_consent import last_accepted
from app.cases.model import Case
from app.cases.practice import practice
from app.cases.risk import HIGH
from app.cases.routing.committees import Desk, seat_of
from app.deadlines.holidays import calendar_of
from app.meetings.reading import failed_sessions
from app.people.bodies import Committee

NEXT_LEVEL = {DeskLevel.VILLAGE: DeskLevel.TOWNSHIP, DeskLevel.TOWNSHIP: DeskLevel.COUNTY}
DESKS = {
    DeskLevel.TOWNSHIP: DeskCommittee.TOWNSHIP,
    DeskLevel.COUNTY: DeskCommittee.COUNTY_CENTER,
}
COUNTINGS = {"working_days": "工作日", "calendar_days": "日"}


@dataclass(frozen=True)
class Suggestion:
    """One reason to ask the next level; `to_level` is None at the county, where other ways open."""

    reason: HandoverReason
    sentence: str
    to_level: DeskLevel | None


def suggestions(session: Session, case: Case, today: date) -> list[Suggestion]:
    """List the reasons why the case should go up, or to a joint consultation, as of today."""
    if not case.is_open or case.desk_level is None or case.accepted_on is None:
        return []
    level = DeskLevel(case.desk_level)
    there = NEXT_LEVEL.get(level)
    found = [*_failed(session, case, level), *_days(session, case, level, today)]
    if there is not None and Risk(case.risk) in HIGH:
        found.append((HandoverReason.HIGH_RISK, "风险较高，应让上一级同时知情并考虑提级"))
    return [Suggestion(reason, sentence, there) for reason, sentence in found]


def next_committee(session: Session, case: Case, today: date) -> Committee | None:
    """Find the committee above that the case is suggested to go up to; None where it is not."""
    levels = {one.to_level for one in suggestions(session, case, today)} - {None}
    desks = [Desk(level, DESKS[level]) for level in levels if level]
    return seat_of(session, case, desks[0]).committee if desks else None


def due_on(session: Session, case: Case) -> date | None:
    """Say the last day on which the present committee should have settled it; None if not set."""
    since = held_since(session, case)
    if since is None or case.desk_level is None:
        return None
    calendar = calendar_of(session, case.county_id)
    for counting in COUNTINGS:
        days = practice(f"escalation.{case.desk_level}.{counting}").value
        if days is not None:
            return calendar.due_on(since, days, counting)
    return None


def held_since(session: Session, case: Case) -> date | None:
    """Say since which day the present committee has the case."""
    last = last_accepted(session, case)
    return last.answered_on if last is not None else case.accepted_on


def _failed(session: Session, case: Case, level: DeskLevel) -> Iterator[tuple[HandoverReason, str]]:
    limit = practice(f"escalation.{level}.failed_sessions")
    count = failed_sessions(session, case)
    if limit.value is not None and count >= limit.value:
        yield HandoverReason.FAILED_SESSIONS, f"已有{count}次调解不成（{limit.because}）"


def _days(
    session: Session, case: Case, level: DeskLevel, today: date
) -> Iterator[tuple[HandoverReason, str]]:
    last_day = due_on(session, case)
    if last_day is None or today < last_day:
        return
    for counting, said in COUNTINGS.items():
        limit = practice(f"escalation.{level}.{counting}")
        if limit.value is not None:
            sentence = f"{limit.value}{said}期限到{last_day:%-m月%-d日}（{limit.because}）"
            yield HandoverReason.TIME_LIMIT, sentence
