"""Plan revisits by rule: after fulfillment, and in a series for a major case (T28, S96)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from sqlalchemy import func, select

from app.aftercare.enums import RevisitKind, RevisitManner
from app.aftercare.model import Revisit
from app.aftercare.tags import Tag
from app.agreements.enums import AgreementKind
from app.agreements.model import Agreement
from app.agreements.reading import obligations_of
from app.cases.model import Case
from app.deadlines.calendar import WorkingCalendar
from app.deadlines.holidays import calendar_of
from app.deadlines.model import DeadlineState
from app.deadlines.opening import day_set, end_terms, start_promise
from app.deadlines.terms import terms
from app.kernel.bus import Work
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id

SAID = {RevisitKind.REGULAR: "回访", RevisitKind.MAJOR: "重大案件回访"}


def windows_after(
    day: date, *, is_major: bool, calendar: WorkingCalendar | None = None
) -> Iterator[tuple[RevisitKind, date, date]]:
    """Give each revisit's window (first day, last day) after the day of fulfillment."""
    regular = rule()["regular"]
    yield (
        RevisitKind.REGULAR,
        day + timedelta(days=regular["after"]),
        day + timedelta(days=regular["by"]),
    )
    if is_major:
        known = calendar or WorkingCalendar.announced()
        for days in rule()["major"]["days"]:
            due = known.next_working(day + timedelta(days=days))
            yield RevisitKind.MAJOR, due, due


def plan_revisits(footprint: Footprint, work: Work) -> None:
    """Plan the revisits of an agreement that took effect, from its last promised day."""
    agreement, case = _both(footprint, work)
    if agreement.kind == AgreementKind.PROCESS or agreement.effective_on is None:
        return
    _plan(agreement, case, _last_promised(agreement, agreement.effective_on, work), work)


def replan_revisits(footprint: Footprint, work: Work) -> None:
    """Move the revisits still to come to follow the day on which all was fulfilled."""
    agreement, case = _both(footprint, work)
    _move(agreement, case, date.fromisoformat(footprint.details["fulfilled_on"]), work)


def plan_as_promised(footprint: Footprint, work: Work) -> None:
    """Move the revisits still to come back to the last promised day: something is owed again."""
    agreement, case = _both(footprint, work)
    if agreement.effective_on is not None:
        _move(agreement, case, _last_promised(agreement, agreement.effective_on, work), work)


def revisits_of(agreement: Agreement, work: Work) -> Sequence[Revisit]:
    """List an agreement's revisits, in order."""
    mine = select(Revisit).where(
        Revisit.county_id == agreement.county_id, Revisit.agreement_id == agreement.id
    )
    return work.session.scalars(mine.order_by(Revisit.ordinal)).all()


def add_revisit(
    agreement: Agreement, kind: RevisitKind, first: date, last: date, work: Work
) -> Revisit:
    """Write one revisit down."""
    taken = select(func.count()).select_from(Revisit)
    mine = taken.where(
        Revisit.county_id == agreement.county_id, Revisit.case_id == agreement.case_id
    )
    visit = Revisit(
        county_id=agreement.county_id,
        id=new_id(),
        case_id=agreement.case_id,
        agreement_id=agreement.id,
        ordinal=1 + (work.session.scalar(mine) or 0),
        kind=kind,
        due_from=first,
        due_by=last,
        planned_at=work.now,
    )
    work.session.add(visit)
    work.session.flush()
    return visit


def is_major(case: Case) -> bool:
    """Say whether the case is asked again and again."""
    return case.risk in rule()["major_risks"]


def manner_of(risk: str, dispute_type: str | None) -> RevisitManner:
    """Propose how to ask: on the spot where the risk or the type of dispute wants it."""
    is_seen = risk in rule()["major_risks"] or dispute_type in rule()["visit_types"]
    return RevisitManner.VISIT if is_seen else RevisitManner.TELEPHONE


@cache
def rule() -> dict[str, Any]:
    """Read the rule."""
    table = Path(__file__).with_name("plan.yaml")
    read: dict[str, Any] = yaml.safe_load(table.read_text(encoding="utf-8"))
    return read


def _plan(agreement: Agreement, case: Case, day: date, work: Work) -> None:
    for kind, first, last in windows_after(day, is_major=is_major(case), calendar=_calendar(work)):
        visit = add_revisit(agreement, kind, first, last, work)
        _watch(visit, work)
        work.record(Tag.PLANNED, case.id, revisit_id=visit.id, due_from=first, due_by=last)


def _last_promised(agreement: Agreement, effective_on: date, work: Work) -> date:
    days = [line.due_on for line in obligations_of(work.session, agreement) if line.due_on]
    return max([effective_on, *days])


def _move(agreement: Agreement, case: Case, day: date, work: Work) -> None:
    waiting = [visit for visit in revisits_of(agreement, work) if visit.held_on is None]
    windows = iter(windows_after(day, is_major=is_major(case), calendar=_calendar(work)))
    for visit, (kind, first, last) in zip(waiting, windows, strict=False):
        if (visit.due_from, visit.due_by) == (first, last):
            continue
        end_terms(work, case.id, subject_id=visit.id, state=DeadlineState.CANCELLED)
        visit.kind, visit.due_from, visit.due_by = kind, first, last
        _watch(visit, work)
        work.record(Tag.REPLANNED, case.id, revisit_id=visit.id, due_from=first, due_by=last)


def _calendar(work: Work) -> WorkingCalendar:
    return calendar_of(work.session, work.command.county_id)


def _watch(visit: Revisit, work: Work) -> None:
    said = f"{SAID[RevisitKind(visit.kind)]}（{visit.due_from}至{visit.due_by}）"
    promised = day_set(said, terms()["T28"].basis)
    start_promise(work, visit.case_id, promised, visit.due_by, subject_id=visit.id)


def _both(footprint: Footprint, work: Work) -> tuple[Agreement, Case]:
    key = footprint.county_id, UUID(str(footprint.details["agreement_id"]))
    agreement = work.session.get_one(Agreement, key)
    return agreement, work.session.get_one(Case, (key[0], agreement.case_id))
