"""Everything the case page shows, as Core rows: the same few statements for every case."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.records import RoutingDecision, RoutingOverride
from app.cases.visibility import visible_to
from app.deadlines.model import Deadline
from app.kernel.crypto import KeyRing, masked
from app.kernel.errors import NotFound
from app.kernel.footprints import Footprint
from app.meetings.model import Meeting
from app.people.users import User
from app.worklist.standing import standings

LATEST = 30  # footprints on the first page; the log has all
UNSEEN = "没有找到这个案件，或者它不在您的办理范围。请核对案号，或联系县中心。"
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
    rows = standings(actor).add_columns(*BRIEF).where(Case.id == case_id, visible_to(actor))
    case = session.execute(rows).first()
    if case is None:
        raise NotFound(UNSEEN)
    return CaseFile(
        case=case,
        parties=_parties(session, actor.county_id, case_id),
        deadlines=_deadlines(session, actor.county_id, case_id),
        decision=decision_of(session, actor.county_id, case_id),
    )


def timeline(
    session: Session, county_id: str, case_id: UUID, *, limit: int | None = LATEST
) -> list[Any]:
    """List what happened, the latest first (one statement)."""
    rows = (
        select(Footprint.tag, Footprint.on, Footprint.recorded_at, Footprint.particulars)
        .add_columns(User.name.label("actor"))
        .outerjoin(User, and_(User.county_id == Footprint.county_id, User.id == Footprint.actor_id))
        .where(Footprint.county_id == county_id, Footprint.case_id == case_id)
        .order_by(Footprint.position.desc())
        .limit(limit)
    )
    return list(session.execute(rows))


def decision_of(session: Session, county_id: str, case_id: UUID) -> Any:  # noqa: ANN401 (a row)
    """Find the last routing decision with its last override, or None."""
    rows = (
        select(RoutingDecision.id, RoutingDecision.on, RoutingDecision.decided_at)
        .add_columns(RoutingDecision.answer, RoutingDecision.admissible)
        .add_columns(RoutingDecision.engine_agrees, RoutingOverride.reason.label("override"))
        .add_columns(RoutingOverride.overridden_at)
        .outerjoin(
            RoutingOverride,
            and_(
                RoutingOverride.county_id == RoutingDecision.county_id,
                RoutingOverride.decision_id == RoutingDecision.id,
            ),
        )
        .where(RoutingDecision.county_id == county_id, RoutingDecision.case_id == case_id)
        .order_by(RoutingDecision.decided_at.desc(), RoutingOverride.overridden_at.desc())
    )
    return session.execute(rows.limit(1)).first()


def meetings_of(session: Session, county_id: str, case_id: UUID) -> list[Any]:
    """List a case's meetings, the latest first (one statement)."""
    columns = (Meeting.id, Meeting.kind, Meeting.state, Meeting.on, Meeting.starts, Meeting.place)
    rows = select(*columns, Meeting.result, Meeting.cancel_reason).where(
        Meeting.county_id == county_id, Meeting.case_id == case_id
    )
    return list(session.execute(rows.order_by(Meeting.on.desc(), Meeting.starts.desc())))


def _parties(session: Session, county_id: str, case_id: UUID) -> list[Seen]:
    columns = (Party.id, Party.side, Party.kind, Party.name, Party.gender, Party.ethnicity)
    more = (Party.language, Party.address, Party.head_count, Party.rights_told_on)
    person = (Party.id_number_sealed, Party.phone_sealed, Party.born_on, Party.age)
    rows = select(*columns, *more, *person).where(
        Party.county_id == county_id, Party.case_id == case_id
    )
    found = session.execute(rows.order_by(Party.ordinal))
    return [Seen(row, *_masked(session.info["ring"], county_id, row)) for row in found]


def _masked(ring: KeyRing, county_id: str, row: Any) -> tuple[str, str]:  # noqa: ANN401 (a row)
    place = "parties|{}|" + f"{county_id}|{row.id}"
    number, phone = row.id_number_sealed, row.phone_sealed
    return (
        masked(ring.open(number, place.format("id_number")), head=4, tail=2) if number else "",
        masked(ring.open(phone, place.format("phone")), head=3, tail=4) if phone else "",
    )


def _deadlines(session: Session, county_id: str, case_id: UUID) -> list[Any]:
    columns = (Deadline.name, Deadline.code, Deadline.start_on, Deadline.due_on, Deadline.basis)
    rows = select(*columns, Deadline.state, Deadline.ended_on, Deadline.counting).where(
        Deadline.county_id == county_id, Deadline.case_id == case_id
    )
    return list(session.execute(rows.order_by(Deadline.state.desc(), Deadline.due_on)))
