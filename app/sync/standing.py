"""How a case stands for a command that comes late: what moved meanwhile, and whose move it was."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.prepared import Kind, anyone, kind_of, values_of
from app.cases.visibility import in_hand_of
from app.sync.arriving import Item
from app.sync.custody import carried_by, carried_now_by
from app.sync.devices import SKEW_SECONDS
from app.sync.enums import ArrivalStatus, Flag
from app.sync.envelope import Envelope
from app.sync.model import Arrival

LATE = timedelta(hours=72)
LONG_AGO = timedelta(days=3653)


@dataclass(frozen=True)
class Standing:
    """The case (None where there is none yet), and whether only this laptop touched it since.

    `is_in_hand`: this person may act in it now; `came_back`: they had it along and no longer have.
    """

    case: Case | None
    is_clean: bool = True
    is_in_hand: bool = True
    came_back: bool = False


def standing_of(session: Session, actor: Actor, item: Item) -> Standing:
    """Look once at the case as the command finds it.

    Clean: it still has the version of the bundle, or the version that this laptop's own last clean
    command left behind.
    """
    envelope = item.envelope
    seen = _look(session, actor, envelope.case_id) if envelope.case_id else None
    if seen is None:
        return Standing(None)
    case, is_in_hand, came_back = seen
    is_clean = case.version == envelope.base_version or _is_own(session, envelope, case)
    return Standing(case, is_clean, is_in_hand, came_back)


def flags_of(standing: Standing, item: Item, now: datetime) -> list[Flag]:
    """Name what a person should know of a command that is taken."""
    case, skew = standing.case, abs((item.sent_at - now).total_seconds())
    ahead = (item.envelope.occurred_at - now).total_seconds()
    said = {
        Flag.CASE_MOVED_ON: not standing.is_clean,
        Flag.CASE_CLOSED: case is not None and not case.is_open,
        Flag.CUSTODY_ENDED: standing.came_back,
        Flag.HANDED_ON: not standing.is_in_hand,
        Flag.LATE: now - item.envelope.occurred_at > LATE,
        Flag.CLOCK_SKEW: max(skew, ahead) > SKEW_SECONDS,
    }
    return [flag for flag, holds in said.items() if holds]


def is_unlikely(on: date, today: date) -> bool:
    """Say whether a day is one on which it can hardly have happened: to come, or ten years ago."""
    return on > today or on < today - LONG_AGO


def _look(session: Session, actor: Actor, case_id: UUID) -> tuple[Case, bool, bool] | None:
    values = values_of(actor) | {"case_id": case_id}
    row = session.execute(_seen(kind_of(actor)), values).first()
    return (row[0], bool(row[1]), bool(row[2])) if row is not None else None


@cache
def _seen(kind: Kind) -> Select[Any]:
    person = anyone(kind)
    came_back = and_(carried_by(person), ~carried_now_by(person))
    mine = Case.county_id == person.county_id, Case.id == bindparam("case_id")
    return select(Case).add_columns(in_hand_of(person), came_back).where(*mine)


def _is_own(session: Session, envelope: Envelope, case: Case) -> bool:
    """Say whether the case is as this laptop's own last clean command left it."""
    mine = select(Arrival).where(
        Arrival.county_id == case.county_id,
        Arrival.device_id == envelope.device,
        Arrival.case_id == case.id,
        Arrival.status == ArrivalStatus.APPLIED,
    )
    last = session.scalars(mine.order_by(Arrival.sequence.desc()).limit(1)).first()
    return last is not None and last.is_clean and last.case_version == case.version
