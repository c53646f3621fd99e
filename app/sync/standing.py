"""How a case stands for a command that comes late: what moved meanwhile, and whose move it was."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.visibility import is_in_hand
from app.sync.arriving import Item
from app.sync.custody import custodies_of
from app.sync.devices import SKEW_SECONDS
from app.sync.enums import ArrivalStatus, Flag
from app.sync.model import Arrival

LATE = timedelta(hours=72)


@dataclass(frozen=True)
class Standing:
    """The case (None where there is none yet), and whether only this laptop touched it since."""

    case: Case | None
    is_clean: bool


def standing_of(session: Session, county_id: str, item: Item) -> Standing:
    """Look at the case as the command finds it.

    Clean: it still has the version of the bundle, or the version that this laptop's own last clean
    command left behind.
    """
    envelope = item.envelope
    case = session.get(Case, (county_id, envelope.case_id)) if envelope.case_id else None
    if case is None:
        return Standing(None, is_clean=True)
    if case.version == envelope.base_version:
        return Standing(case, is_clean=True)
    last = _last_of(session, county_id, envelope.device, case.id)
    is_own = last is not None and last.is_clean and last.case_version == case.version
    return Standing(case, is_own)


def flags_of(
    session: Session, actor: Actor, standing: Standing, item: Item, now: datetime
) -> list[Flag]:
    """Name what a person should know of a command that is taken."""
    case, skew = standing.case, abs((item.sent_at - now).total_seconds())
    of_case = _flags_of_case(session, actor, case) if case is not None else []
    found = [Flag.CASE_MOVED_ON] if case is not None and not standing.is_clean else []
    found += of_case
    found += [Flag.LATE] if now - item.envelope.occurred_at > LATE else []
    found += [Flag.CLOCK_SKEW] if skew > SKEW_SECONDS else []
    return found


def _flags_of_case(session: Session, actor: Actor, case: Case) -> list[Flag]:
    said = {
        Flag.CASE_CLOSED: not case.is_open,
        Flag.CUSTODY_ENDED: _came_back(session, actor, case),
        Flag.HANDED_ON: not is_in_hand(session, actor, case),
    }
    return [flag for flag, holds in said.items() if holds]


def _came_back(session: Session, actor: Actor, case: Case) -> bool:
    """Say whether this person had the case along and no longer has."""
    mine = [row for row in custodies_of(session, case) if row.user_id == actor.user_id]
    return bool(mine) and all(row.ended_at is not None for row in mine)


def _last_of(session: Session, county_id: str, device: UUID, case_id: UUID) -> Arrival | None:
    mine = select(Arrival).where(
        Arrival.county_id == county_id,
        Arrival.device_id == device,
        Arrival.case_id == case_id,
        Arrival.status == ArrivalStatus.APPLIED,
    )
    return session.scalars(mine.order_by(Arrival.sequence.desc()).limit(1)).first()
