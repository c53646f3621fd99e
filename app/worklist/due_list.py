"""Every running term that a person may see, by handler: what is overdue first, what stands last."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.cases.visibility import visible_to
from app.deadlines.ledger import Kind
from app.deadlines.model import ClockEntry, Deadline, DeadlineState
from app.deadlines.terms import Whose, terms
from app.people.bodies import Committee, Mediator
from app.places.model import Area

MOST = 300  # lines of one list; the filters narrow it
WEEK = timedelta(days=7)
NOBODY = "未指定调解员"
CHAIR = aliased(CaseMediator)  # beside the seats by which a person sees a case


@dataclass(frozen=True)
class WantedTerms:
    """What the list is asked for."""

    when: str = "all"
    township: str = ""
    is_mine: bool = False


@dataclass
class Hand:
    """The terms in one person's hands."""

    name: str
    lines: list[Any] = field(default_factory=list)
    overdue: int = 0


def hands_of(session: Session, actor: Actor, wanted: WantedTerms, today: date) -> list[Hand]:
    """List running terms by handler; who has the oldest overdue one comes first."""
    rows = session.execute(_rows(actor, wanted, today)).all()
    found: dict[str, Hand] = {}
    for row in rows:
        name = row.handler or NOBODY
        hand = found.setdefault(name, Hand(name))
        hand.lines.append(row)
        hand.overdue += is_overdue(row, today)
    return sorted(found.values(), key=lambda hand: -hand.overdue)


def is_overdue(row: Any, today: date) -> bool:  # noqa: ANN401 (a row)
    """Say whether the office is late: a window of the parties' own never makes it so."""
    return row.due_on is not None and row.due_on < today and not is_parties_own(row.code)


def is_parties_own(code: str) -> bool:
    """Say whether it is the parties' own window."""
    return code in terms() and terms()[code].whose is Whose.PARTIES


def _rows(actor: Actor, wanted: WantedTerms, today: date) -> Select[Any]:
    case = and_(Case.county_id == Deadline.county_id, Case.id == Deadline.case_id)
    return (
        select(Deadline.id, Deadline.code, Deadline.name, Deadline.due_on, Deadline.basis)
        .add_columns(Deadline.case_id, Case.number, Case.title, Area.name.label("township"))
        .add_columns(Mediator.name.label("handler"), Committee.name.label("committee"))
        .add_columns(_stands_since().label("stands_since"))
        .join(Case, case)
        .outerjoin(CHAIR, _seat())
        .outerjoin(Mediator, _same(Mediator, Mediator.id == CHAIR.mediator_id))
        .outerjoin(Committee, _same(Committee, Committee.id == Case.committee_id))
        .outerjoin(Area, _same(Area, Area.code == Case.township_code))
        .where(
            Deadline.county_id == actor.county_id,
            Deadline.state == DeadlineState.OPEN,
            visible_to(actor),
            *_filters(actor, wanted, today),
        )
        .order_by(Deadline.due_on.is_(None), Deadline.due_on, Deadline.id)
        .limit(MOST)
    )


def _same(model: Any, key: ColumnElement[bool]) -> ColumnElement[bool]:  # noqa: ANN401 (a model)
    return and_(model.county_id == Deadline.county_id, key)


def _seat() -> ColumnElement[bool]:
    seated = CHAIR.case_id == Deadline.case_id, CHAIR.until_on.is_(None), CHAIR.is_chair
    return _same(CHAIR, and_(*seated))


def _stands_since() -> Any:  # noqa: ANN401 (a scalar subquery)
    return (
        select(ClockEntry.on)
        .where(
            ClockEntry.county_id == Deadline.county_id,
            ClockEntry.deadline_id == Deadline.id,
            ClockEntry.kind == Kind.PAUSE,
            Deadline.due_on.is_(None),
        )
        .order_by(ClockEntry.on.desc())
        .limit(1)
        .correlate(Deadline)
        .scalar_subquery()
    )


def _filters(actor: Actor, wanted: WantedTerms, today: date) -> list[ColumnElement[bool]]:
    days: dict[str, ColumnElement[bool]] = {
        "overdue": Deadline.due_on < today,
        "week": and_(Deadline.due_on >= today, Deadline.due_on <= today + WEEK),
        "standing": Deadline.due_on.is_(None),
    }
    found = [days[wanted.when]] if wanted.when in days else []
    if wanted.township:
        found.append(Case.township_code == wanted.township)
    return [*found, _mine(actor)] if wanted.is_mine else found


def _mine(actor: Actor) -> ColumnElement[bool]:
    seat = exists().where(
        CaseMediator.county_id == Case.county_id,
        CaseMediator.case_id == Case.id,
        CaseMediator.mediator_id == actor.mediator_id,
        CaseMediator.until_on.is_(None),
    )
    return or_(seat, Case.registered_by == actor.user_id)
