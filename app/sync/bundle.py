"""What goes along to the village: the cases in somebody's custody, masked, with what forms need."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.agreements.leases import leases_of
from app.agreements.library import library
from app.cases.model import Case
from app.cases.visibility import visible_to
from app.meetings.phrases import PHRASES
from app.sync.carried import carried
from app.sync.choices import choices
from app.sync.custody_records import Custody
from app.sync.meanwhile import let_go, registered
from app.sync.model import Device

READ_ONLY_HOURS, DROPPED_HOURS = 72, 168


def bundle(session: Session, actor: Actor, device_id: UUID, now: datetime) -> dict[str, Any]:
    """Give every case in a person's custody that is meant for this laptop; note that it was fetched."""
    cases = [_told(session, held, device_id, now) for held in _held(session, actor, device_id)]
    return {
        "expires_in_hours": READ_ONLY_HOURS,
        "dropped_in_hours": DROPPED_HOURS,
        "cases": cases,
        "elsewhere": _elsewhere(session, actor, device_id),
        "let_go": let_go(session, actor, now),
        "registered": registered(session, actor, now),
        "choices": choices(),
        "clauses": [{"code": one.code, "text": one.text} for one in library().values()],
        "phrases": list(PHRASES),
    }


def _held(session: Session, actor: Actor, device_id: UUID) -> Sequence[tuple[Custody, Case]]:
    mine = (
        select(Custody, Case)
        .join(Case, (Case.county_id == Custody.county_id) & (Case.id == Custody.case_id))
        .where(
            Custody.county_id == actor.county_id,
            Custody.user_id == actor.user_id,
            Custody.ended_at.is_(None),
            or_(Custody.device_id.is_(None), Custody.device_id == device_id),
            visible_to(actor),
        )
        .order_by(Custody.taken_at, Custody.id)
    )
    return [(row[0], row[1]) for row in session.execute(mine)]


def _elsewhere(session: Session, actor: Actor, device_id: UUID) -> list[dict[str, str]]:
    """Name what this person has along on another laptop: its numbers are lent to that one only."""
    others = (
        select(Case.number, Device.label)
        .join(Custody, (Custody.county_id == Case.county_id) & (Custody.case_id == Case.id))
        .join(Device, (Device.county_id == Custody.county_id) & (Device.id == Custody.device_id))
        .where(
            Custody.county_id == actor.county_id,
            Custody.user_id == actor.user_id,
            Custody.ended_at.is_(None),
            Custody.device_id != device_id,
        )
        .order_by(Custody.taken_at, Custody.id)
    )
    return [{"number": row.number, "laptop": row.label} for row in session.execute(others)]


def _told(
    session: Session, held: tuple[Custody, Case], device_id: UUID, now: datetime
) -> dict[str, Any]:
    custody, case = held
    custody.device_id, custody.fetched_at = device_id, custody.fetched_at or now
    numbers = [
        lease.number
        for lease in leases_of(session, case.county_id, custody.id)
        if lease.agreement_id is None and lease.released_at is None
    ]
    taken_at = f"{custody.taken_at:%Y-%m-%dT%H:%M:%SZ}"
    return carried(session, case, now) | {"numbers": numbers, "taken_at": taken_at}
