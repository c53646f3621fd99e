"""The list of cases: Core rows, keyset pages, the same number of statements whatever it shows."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, select, tuple_
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.enums import DisputeType, Risk
from app.cases.findable import CaseWords
from app.cases.model import Case
from app.cases.naming import parties_of
from app.cases.prepared import Kind, anyone, kind_of, values_of
from app.cases.records import CaseMediator
from app.cases.search import before, find
from app.cases.stages import Stage
from app.cases.visibility import visible_to
from app.deadlines.model import Deadline, DeadlineState
from app.people.bodies import Committee, Mediator
from app.places.model import Area

PAGE = 20


@dataclass(frozen=True)
class Wanted:
    """What a person asked the list for; `before` is the last line of the page before."""

    question: str = ""
    state: str = "open"
    stage: Stage | None = None
    dispute_type: DisputeType | None = None
    risk: Risk | None = None
    township: str = ""
    is_mine: bool = False
    before: str = ""


@dataclass
class Line:
    """One case as the list shows it."""

    case: Any  # the row: id, number, title, stage, …
    parties: str = ""
    due_on: date | None = None
    due_name: str = ""


@dataclass
class Page:
    """One page; `following` opens the next one, empty on the last."""

    lines: list[Line] = field(default_factory=list)
    following: str = ""


def list_cases(session: Session, actor: Actor, wanted: Wanted) -> Page:
    """Give one page of the cases this person may see, newest first (three statements)."""
    kind = kind_of(actor)
    rows = _seen(kind).where(*_filters(anyone(kind), wanted))
    rows = _in_order(rows, session, actor, wanted).limit(PAGE + 1)
    found = session.connection().execute(rows, values_of(actor)).all()
    lines = {row.id: Line(row) for row in found[:PAGE]}
    for case_id, said in parties_of(session, actor.county_id, lines).items():
        lines[case_id].parties = said
    _put_due_days(session, actor.county_id, lines)
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(list(lines.values()), _mark(last, wanted) if last else "")


@cache
def _seen(kind: Kind) -> Select[Any]:
    """Select what the list shows of the cases that people of a kind may see; built once."""
    return _columns().where(visible_to(anyone(kind)))


def _columns() -> Select[Any]:
    chair = (
        select(Mediator.name)
        .join(
            CaseMediator,
            and_(
                CaseMediator.county_id == Mediator.county_id,
                CaseMediator.mediator_id == Mediator.id,
            ),
        )
        .where(
            CaseMediator.county_id == Case.county_id,
            CaseMediator.case_id == Case.id,
            CaseMediator.until_on.is_(None),
        )
        .order_by(CaseMediator.is_chair.desc())
        .limit(1)
        .correlate(Case)
        .scalar_subquery()
    )
    columns = (Case.id, Case.number, Case.title, Case.stage, Case.dispute_type, Case.risk)
    days = (Case.received_on, Case.accepted_on, Case.closed_on, Case.refused_on)
    return (
        select(*columns, *days, Area.name.label("township"), chair.label("mediator"))
        .add_columns(Committee.name.label("committee"))
        .outerjoin(Area, _same(Area.county_id, Area.code == Case.township_code))
        .outerjoin(Committee, _same(Committee.county_id, Committee.id == Case.committee_id))
    )


def _same(county: Any, key: ColumnElement[bool]) -> ColumnElement[bool]:  # noqa: ANN401 (a mapped column)
    return and_(county == Case.county_id, key)


def _filters(actor: Actor, wanted: Wanted) -> list[ColumnElement[bool]]:
    exact = {
        Case.stage: wanted.stage,
        Case.dispute_type: wanted.dispute_type,
        Case.risk: wanted.risk,
        Case.township_code: wanted.township or None,
    }
    found = [column == word for column, word in exact.items() if word is not None]
    if wanted.stage is None and wanted.state != "all":
        is_closed = Case.stage == Stage.CLOSED
        found.append(is_closed if wanted.state == "closed" else ~is_closed)
    return [*found, handled_by(actor)] if wanted.is_mine else found


def handled_by(actor: Actor) -> ColumnElement[bool]:
    """Say which cases this person has in hand: as mediator on the case."""
    return exists().where(
        CaseMediator.county_id == Case.county_id,
        CaseMediator.case_id == Case.id,
        CaseMediator.mediator_id == actor.mediator_id,
        CaseMediator.until_on.is_(None),
    )


def _in_order(rows: Select[Any], session: Session, actor: Actor, wanted: Wanted) -> Select[Any]:
    if wanted.question:
        rows = find(rows.add_columns(CaseWords.serial), session, actor.county_id, wanted.question)
        mark = wanted.before
        return before(rows, session, int(mark)) if mark.isdecimal() else rows
    rows = rows.order_by(Case.received_on.desc(), Case.id.desc())
    known = _read_mark(wanted.before)
    return rows.where(tuple_(Case.received_on, Case.id) < tuple_(*known)) if known else rows


def _mark(last: Any, wanted: Wanted) -> str:  # noqa: ANN401 (a row)
    return str(last.serial) if wanted.question else f"{last.received_on}.{last.id}"


def _read_mark(mark: str) -> tuple[date, UUID] | None:
    day, _, case_id = mark.partition(".")
    try:
        return date.fromisoformat(day), UUID(case_id)
    except ValueError:
        return None


def _put_due_days(session: Session, county_id: str, lines: dict[UUID, Line]) -> None:
    rows = session.connection().execute(
        select(Deadline.case_id, Deadline.due_on, Deadline.name).where(
            Deadline.county_id == county_id,
            Deadline.case_id.in_(list(lines)),
            Deadline.state == DeadlineState.OPEN,
            Deadline.due_on.is_not(None),
        )
    )
    for case_id, due_on, name in sorted(rows, key=lambda row: row.due_on, reverse=True):
        lines[case_id].due_on, lines[case_id].due_name = due_on, name
