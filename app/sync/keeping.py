"""Store first: the envelopes of one call are kept together, in one statement where nothing is odd.

Where another call brings the same at the same instant, each is kept by itself and looked up anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.kernel.db import ring_of
from app.sync.arriving import Item, Sender, keep, refusal, result_of
from app.sync.enums import ArrivalStatus
from app.sync.model import Arrival

Result = dict[str, Any]
AGAIN = "中心这一次没能办完，记录已留在中心，稍候会自动再试。"
CROSSED = "同一时刻另一个窗口也在上传，稍候会自动再试。"


@dataclass(frozen=True)
class Held:
    """What the centre already has of a call: by its id, and which id a laptop's number went to."""

    rows: dict[UUID, Arrival]
    numbers: dict[tuple[UUID, int], UUID]

    def add(self, row: Arrival) -> None:
        """Know one more."""
        self.rows[row.id] = row
        self.numbers[row.device_id, row.sequence] = row.id


def keep_all(
    session: Session, sender: Sender, items: Sequence[Item], now: datetime
) -> list[Result | None]:
    """Keep what is new; an answer where none is to be decided, None where it is."""
    try:
        with session.begin_nested():
            return _keep(session, sender, items, now)
    except IntegrityError:
        return [_keep_alone(session, sender, item, now) for item in items]


def _keep_alone(session: Session, sender: Sender, item: Item, now: datetime) -> Result | None:
    try:
        with session.begin_nested():
            (result,) = _keep(session, sender, [item], now)
    except IntegrityError:
        return later(item, CROSSED)
    return result


def later(item: Item, sentence: str) -> Result:
    """Answer that it stays on the laptop and is tried again."""
    return {"id": str(item.envelope.id), "status": "retry", "sentence": sentence}


def _keep(
    session: Session, sender: Sender, items: Sequence[Item], now: datetime
) -> list[Result | None]:
    held = _held(session, sender.county_id, items)
    return [_keep_one(session, sender, item, held, now) for item in items]


def _held(session: Session, county_id: str, items: Sequence[Item]) -> Held:
    said = [item.envelope for item in items]
    numbered = and_(
        Arrival.device_id.in_({one.device for one in said}),
        Arrival.sequence.in_({one.sequence for one in said}),
    )
    same = or_(Arrival.id.in_({one.id for one in said}), numbered)
    held = Held({}, {})
    for row in session.scalars(select(Arrival).where(Arrival.county_id == county_id, same)):
        held.add(row)
    return held


def _keep_one(
    session: Session, sender: Sender, item: Item, held: Held, now: datetime
) -> Result | None:
    envelope = item.envelope
    known = held.rows.get(envelope.id)
    if known is not None:
        answer = _known(session, sender, item, known)
    else:
        is_taken = (envelope.device, envelope.sequence) in held.numbers
        answer = refusal(session, sender, envelope, is_number_taken=is_taken)
        if answer is None:
            held.add(keep(session, sender, envelope, now))
    return _named(envelope.id, answer)


def _named(envelope_id: UUID, answer: Mapping[str, Any] | None) -> Result | None:
    return None if answer is None else {"id": str(envelope_id), **answer}


def _known(session: Session, sender: Sender, item: Item, known: Arrival) -> Result | None:
    if known.actor_id != sender.user_id:
        return {"status": "wrong_user"}
    if known.sha256 != item.envelope.sha256:
        return {"status": "key_reused"}
    known.attempts += 1
    if known.status == ArrivalStatus.RECEIVED:
        return None
    return result_of(known, ring_of(session)) | {"duplicate": True}
