"""进村路线: one day's villages in the order of their codes, who goes, and what waits there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.aftercare.model import Revisit
from app.cases.model import Case
from app.cases.naming import parties_of
from app.cases.stages import Stage
from app.cases.visibility import visible_to
from app.rota.enums import DutyKind
from app.rota.reading import shifts_of

MOST = 100  # cases of one road


@dataclass
class Village:
    """One village of the road."""

    code: str
    name: str
    people: list[str] = field(default_factory=list)
    cases: list[tuple[Case, str]] = field(default_factory=list)
    revisits: list[tuple[Revisit, Case]] = field(default_factory=list)


def road_of(session: Session, actor: Actor, committee_id: UUID, day: date) -> list[Village]:
    """List the villages a committee goes to on a day, with the open cases and revisits there."""
    found: dict[str, Village] = {}
    for one in shifts_of(session, actor.county_id, committee_id, day, day):
        if one.duty.kind == DutyKind.VILLAGE_VISIT and one.duty.absent_because is None:
            code = one.duty.village_code
            village = found.setdefault(code, Village(code, one.village or code))
            village.people.append(one.name)
    for case, said in _cases(session, actor, list(found)):
        found[case.village_code or ""].cases.append((case, said))
    for visit, case in _revisits(session, actor, list(found), day):
        found[case.village_code or ""].revisits.append((visit, case))
    return [found[code] for code in sorted(found)]


def _cases(session: Session, actor: Actor, codes: Sequence[str]) -> list[tuple[Case, str]]:
    wanted = select(Case).where(
        Case.county_id == actor.county_id,
        Case.village_code.in_(codes),
        Case.stage != Stage.CLOSED,
        visible_to(actor),
    )
    cases = session.scalars(wanted.order_by(Case.received_on, Case.id).limit(MOST)).all()
    said = parties_of(session, actor.county_id, [case.id for case in cases])
    return [(case, said.get(case.id, "")) for case in cases]


def _revisits(
    session: Session, actor: Actor, codes: Sequence[str], day: date
) -> list[tuple[Revisit, Case]]:
    wanted = (
        select(Revisit, Case)
        .join(Case, (Case.county_id == Revisit.county_id) & (Case.id == Revisit.case_id))
        .where(
            Revisit.county_id == actor.county_id,
            Revisit.held_on.is_(None),
            Revisit.due_from <= day,
            Case.village_code.in_(codes),
            visible_to(actor),
        )
    )
    rows = session.execute(wanted.order_by(Revisit.due_by, Revisit.id).limit(MOST))
    return [(visit, case) for visit, case in rows]
