"""Who has which cases along, since when, and what has not arrived: for the pages of the centre."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.agreements.leases import NumberLease, leases_of
from app.cases.model import Case
from app.cases.visibility import visible_to
from app.people.users import User
from app.sync.custody import custodies_of
from app.sync.custody_records import Custody
from app.sync.model import Arrival, Device
from app.sync.unsettled import unsettled

MOST = 300


@dataclass(frozen=True)
class Carried:
    """One custody of a case: whose, on which laptop, with which numbers."""

    row: Custody
    name: str
    laptop: str
    numbers: list[NumberLease]


def out_now(session: Session, actor: Actor) -> list[Any]:
    """List every case in somebody's custody that this person may see, the longest out first."""
    held = (
        select(Custody.case_id, Custody.taken_at, Custody.fetched_at, Custody.user_id)
        .add_columns(Case.number, Case.title, User.name, Device.label.label("laptop"))
        .add_columns(Device.seen_at, _waiting().label("waiting"))
        .join(Case, (Case.county_id == Custody.county_id) & (Case.id == Custody.case_id))
        .join(User, (User.county_id == Custody.county_id) & (User.id == Custody.user_id))
        .outerjoin(
            Device, (Device.county_id == Custody.county_id) & (Device.id == Custody.device_id)
        )
        .where(Custody.county_id == actor.county_id, Custody.ended_at.is_(None), visible_to(actor))
        .order_by(Custody.taken_at, Custody.id)
        .limit(MOST)
    )
    return list(session.execute(held))


def history_of(session: Session, case: Case) -> list[Carried]:
    """List who had a case along, the latest first."""
    return [_told(session, row) for row in custodies_of(session, case)]


def waiting_of(session: Session, case: Case) -> int:
    """Count what came from laptops and was not settled."""
    mine = select(func.count()).where(
        Arrival.county_id == case.county_id,
        Arrival.case_id == case.id,
        unsettled(),
    )
    return session.scalar(mine) or 0


def _told(session: Session, row: Custody) -> Carried:
    user = session.get_one(User, (row.county_id, row.user_id))
    device = session.get(Device, (row.county_id, row.device_id)) if row.device_id else None
    numbers = list(leases_of(session, row.county_id, row.id))
    return Carried(row, user.name, device.label if device else "", numbers)


def _waiting() -> Any:  # noqa: ANN401 (a scalar subquery)
    return (
        select(func.count())
        .where(
            Arrival.county_id == Custody.county_id,
            Arrival.case_id == Custody.case_id,
            unsettled(),
        )
        .correlate(Custody)
        .scalar_subquery()
    )
