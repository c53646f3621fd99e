"""Everything the case page shows, as Core rows: the same few statements for every case."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.prepared import Kind, anyone, kind_of, values_of
from app.cases.visibility import UNSEEN, visible_to
from app.deadlines.model import DeadlineState
from app.kernel.crypto import KeyRing, masked
from app.kernel.errors import NotFound
from app.worklist.beside import (
    DEADLINES,
    DECISION,
    LATEST,
    LATEST_TIMELINE,
    MEETINGS,
    PARTIES,
    TIMELINE,
)
from app.worklist.standing import standings

BRIEF = (Case.summary, Case.amount_fen, Case.place, Case.requested_on, Case.people_involved)


@dataclass(frozen=True)
class Seen:
    """A party as the page shows it: numbers masked."""

    row: Any
    id_number: str
    phone: str


@dataclass(frozen=True)
class CaseFile:
    """What stands on every tab of a case page."""

    case: Any
    parties: list[Seen]
    deadlines: list[Any]
    decision: Any


def open_file(session: Session, actor: Actor, case_id: UUID) -> CaseFile:
    """Read what is always in view (four statements); NotFound where this person may not see it."""
    case = standing_of(session, actor, case_id)
    if case is None:
        raise NotFound(UNSEEN)
    return CaseFile(
        case=case,
        parties=_parties(session, actor.county_id, case_id),
        deadlines=_deadlines(session, actor.county_id, case_id),
        decision=decision_of(session, actor.county_id, case_id),
    )


def standing_of(session: Session, actor: Actor, case_id: UUID) -> Any:  # noqa: ANN401 (a row or None)
    """Read where a case stands (one statement); None where this person may not see it."""
    values = values_of(actor) | {"case_id": case_id}
    return session.connection().execute(_in_view(kind_of(actor)), values).first()


@cache
def _in_view(kind: Kind) -> Select[Any]:
    actor = anyone(kind)
    rows = standings(actor).add_columns(*BRIEF)
    return rows.where(Case.id == bindparam("case_id"), visible_to(actor))


def timeline(
    session: Session, county_id: str, case_id: UUID, *, limit: int | None = LATEST
) -> list[Any]:
    """List what happened, the latest first (one statement)."""
    rows = TIMELINE if limit is None else LATEST_TIMELINE
    return list(session.connection().execute(rows, {"county_id": county_id, "case_id": case_id}))


def decision_of(session: Session, county_id: str, case_id: UUID) -> Any:  # noqa: ANN401 (a row)
    """Find the last routing decision with its last override, or None."""
    return (
        session.connection().execute(DECISION, {"county_id": county_id, "case_id": case_id}).first()
    )


def meetings_of(session: Session, county_id: str, case_id: UUID) -> list[Any]:
    """List a case's meetings, the latest first (one statement)."""
    return list(
        session.connection().execute(MEETINGS, {"county_id": county_id, "case_id": case_id})
    )


def _parties(session: Session, county_id: str, case_id: UUID) -> list[Seen]:
    found = session.connection().execute(PARTIES, {"county_id": county_id, "case_id": case_id})
    return [Seen(row, *_masked(session.info["ring"], county_id, row)) for row in found]


def _masked(ring: KeyRing, county_id: str, row: Any) -> tuple[str, str]:  # noqa: ANN401 (a row)
    place = "parties|{}|" + f"{county_id}|{row.id}"
    number, phone = row.id_number_sealed, row.phone_sealed
    return (
        masked(ring.open(number, place.format("id_number")), head=4, tail=2) if number else "",
        masked(ring.open(phone, place.format("phone")), head=3, tail=4) if phone else "",
    )


def _deadlines(session: Session, county_id: str, case_id: UUID) -> list[Any]:
    found = session.connection().execute(DEADLINES, {"county_id": county_id, "case_id": case_id})
    return sorted(found, key=lambda one: (one.state != DeadlineState.OPEN, one.due_on or date.max))
