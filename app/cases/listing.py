"""The list of cases: Core rows, keyset pages, the same number of statements whatever it shows."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    Uuid,
    and_,
    bindparam,
    exists,
    select,
    tuple_,
)
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.findable import CaseWords
from app.cases.model import Case
from app.cases.naming import parties_of
from app.cases.prepared import anyone
from app.cases.records import CaseMediator
from app.cases.search import before, find
from app.cases.stages import Stage
from app.cases.visibility import visible_to
from app.cases.wanted import EXACT, Shape, Wanted, understood
from app.deadlines.model import Deadline, DeadlineState
from app.deadlines.terms import windows
from app.people.bodies import Committee, Mediator
from app.places.model import Area

PAGE = 20


DUE = select(Deadline.case_id, Deadline.due_on, Deadline.name).where(
    Deadline.county_id == bindparam("county_id"),
    Deadline.case_id.in_(bindparam("case_ids", expanding=True)),
    Deadline.state == DeadlineState.OPEN,
    Deadline.code.not_in(sorted(windows())),
    Deadline.due_on.is_not(None),
)


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
    shape, values = understood(session.info["ring"], actor, wanted)
    rows = _rows(shape, session.get_bind().dialect.name)
    found = session.connection().execute(rows, values).all()
    lines = {row.id: Line(row) for row in found[:PAGE]}
    for case_id, said in parties_of(session, actor.county_id, lines).items():
        lines[case_id].parties = said
    _put_due_days(session, actor.county_id, lines)
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(list(lines.values()), _mark(last, wanted) if last else "")


@lru_cache(maxsize=512)  # built once a shape: building took longer than running
def _rows(shape: Shape, engine: str) -> Select[Any]:
    rows = _columns().where(visible_to(anyone(shape.kind)))
    rows = rows.where(*(EXACT[name] == bindparam(name) for name in sorted(shape.exact)))
    if shape.state != "all":
        is_closed = Case.stage == Stage.CLOSED
        rows = rows.where(is_closed if shape.state == "closed" else ~is_closed)
    if shape.is_mine:
        rows = rows.where(handled_by(anyone(shape.kind)))
    return _in_order(rows, shape, engine).limit(PAGE + 1)


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
        .outerjoin(Area, of_its_county(Area.county_id, Area.code == Case.township_code))
        .outerjoin(Committee, of_its_county(Committee.county_id, Committee.id == Case.committee_id))
    )


def of_its_county(county: Any, key: ColumnElement[bool]) -> ColumnElement[bool]:  # noqa: ANN401 (a mapped column)
    """Say what a row beside a case is joined by: the key, within the case's county."""
    return and_(county == Case.county_id, key)


def handled_by(actor: Actor) -> ColumnElement[bool]:
    """Say which cases this person has in hand: as mediator on the case."""
    return exists().where(
        CaseMediator.county_id == Case.county_id,
        CaseMediator.case_id == Case.id,
        CaseMediator.mediator_id == actor.mediator_id,
        CaseMediator.until_on.is_(None),
    )


def _in_order(rows: Select[Any], shape: Shape, engine: str) -> Select[Any]:
    if shape.question:
        rows = find(rows.add_columns(CaseWords.serial), shape.question, engine)
        return before(rows, shape.question, engine) if shape.is_after else rows
    rows = rows.order_by(Case.received_on.desc(), Case.id.desc())
    mark = tuple_(bindparam("before_on", type_=Date), bindparam("before_id", type_=Uuid))
    return rows.where(tuple_(Case.received_on, Case.id) < mark) if shape.is_after else rows


def _mark(last: Any, wanted: Wanted) -> str:  # noqa: ANN401 (a row)
    return str(last.serial) if wanted.question else f"{last.received_on}.{last.id}"


def _put_due_days(session: Session, county_id: str, lines: dict[UUID, Line]) -> None:
    asked = {"county_id": county_id, "case_ids": list(lines)}
    rows = session.connection().execute(DUE, asked)
    for case_id, due_on, name in sorted(rows, key=lambda row: row.due_on, reverse=True):
        lines[case_id].due_on, lines[case_id].due_name = due_on, name
