"""Decide second: each kept command in its own transaction, effect and receipt together.

Reports are taken, with flags; requests are done or contradicted. Whatever is refused stays kept,
word for word. A centre killed between keeping and deciding decides when the laptop asks again, or the
tick does (`left.py`).
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.access.actor import actor_of
from app.cases.model import Case
from app.kernel.bus import Bus, Work
from app.kernel.clock import day_of
from app.kernel.commands import Answer, Command
from app.kernel.db import ring_of
from app.kernel.errors import Busy, DomainError, Incomplete
from app.sync.arriving import Item, Sender, result_of, seal_result
from app.sync.contradicting import Contradicted
from app.sync.enums import ArrivalStatus, Flag
from app.sync.keeping import AGAIN, Result, keep_all, later
from app.sync.making import demand_predecessor, demand_unmoved, kind_of, make
from app.sync.model import Arrival
from app.sync.standing import Standing, flags_of, is_unlikely, standing_of
from app.sync.tags import Tag
from app.sync.types import is_report

LOG = logging.getLogger(__name__)
KEPT = (ArrivalStatus.CONFLICT, ArrivalStatus.REJECTED)


LOCKED = (
    select(Arrival)
    .where(Arrival.county_id == bindparam("county"), Arrival.id == bindparam("arrival"))
    .with_for_update()
)


@dataclass(frozen=True)
class Applied:
    """What was done: on which standing, what the handler answered, what a person should know."""

    standing: Standing
    answer: Answer
    flags: list[Flag]


def receive(bus: Bus, sender: Sender, items: Sequence[Item]) -> list[Result]:
    """Keep every envelope of a call, then decide each; answer one result a command, in order."""
    with bus.database.write() as session:
        results = keep_all(session, sender, items, bus.clock.now())
    for place, item in enumerate(items):
        if results[place] is None:
            results[place] = decided(bus, sender, item)
    return [result for result in results if result is not None]


def decided(bus: Bus, sender: Sender, item: Item) -> Result:
    """Decide one kept command in a transaction of its own; where that fails it stays kept."""
    try:
        with bus.database.write() as session:
            return decide(bus, session, sender, item)
    except Busy as error:
        return later(item, str(error))
    except Exception as error:  # noqa: BLE001 (one command must not hold up the others; it stays kept)
        LOG.warning("offline command undecided", extra={"error": type(error).__name__})
        return later(item, AGAIN)


def decide(bus: Bus, session: Session, sender: Sender, item: Item) -> Result:
    """Decide one kept command in the open transaction."""
    key = {"county": sender.county_id, "arrival": item.envelope.id}
    row = session.scalars(LOCKED, key).one()
    if row.status != ArrivalStatus.RECEIVED:
        return result_of(row, ring_of(session)) | {"duplicate": True}
    now = bus.clock.now()
    try:
        with session.begin_nested():
            applied = _apply(bus, session, sender, item, row)
        status, more = ArrivalStatus.APPLIED, _done(session, row, applied)
    except Busy:
        raise
    except DomainError as error:
        session.expire_all()
        row = session.scalars(LOCKED, key).one()
        status, more = _refused(error)
    return _settle(session, row, status, more, now)


def _apply(bus: Bus, session: Session, sender: Sender, item: Item, row: Arrival) -> Applied:
    now, envelope = bus.clock.now(), item.envelope
    actor = actor_of(session, sender.county_id, sender.user_id)
    standing = standing_of(session, actor, item)
    if not is_report(kind_of(envelope)):
        demand_predecessor(session, sender, envelope)
        demand_unmoved(envelope, standing.case, is_clean=standing.is_clean)
    flags = flags_of(standing, item, now)
    command, is_guessed = make(session, sender, envelope, day_of(now))
    if is_guessed:
        flags.append(Flag.DAY_BY_DEVICE_CLOCK)
    if is_report(kind_of(envelope)) and is_unlikely(command.on, day_of(now)):
        flags.append(Flag.DAY_UNLIKELY)
    answer = bus.carry(command, session)
    _note(session, command, row, flags, now)
    return Applied(standing, answer, flags)


def _done(session: Session, row: Arrival, done: Applied) -> Result:
    if row.case_id is None and isinstance(done.answer, UUID):
        row.case_id = done.answer  # a dispute registered in the village: its ref is the case's id
    case = session.get(Case, (row.county_id, row.case_id)) if row.case_id else None
    row.case_version = case.version if case else None
    row.is_clean = done.standing.is_clean
    said = str(done.answer) if isinstance(done.answer, UUID) else done.answer
    flags = [one.value for one in done.flags]
    return {"answer": said, "case_version": row.case_version, "flags": flags}


def _note(
    session: Session, command: Command, row: Arrival, flags: list[Flag], now: datetime
) -> None:
    if flags:
        said = {"arrival_id": row.id, "type": row.type, "flags": [one.value for one in flags]}
        work = Work(session, command, now, ring_of(session))
        work.record(Tag.FLAGGED, row.case_id, **said, late=True)


def _refused(error: DomainError) -> tuple[ArrivalStatus, Result]:
    said: Result = {"sentence": str(error)}
    if isinstance(error, Incomplete):
        fields = {error.field: str(error)} if error.field else {}
        return ArrivalStatus.REJECTED, said | {"code": "incomplete", "errors": fields}
    if isinstance(error, Contradicted):
        said |= {"code": error.code, "yours": dict(error.yours), "centre": dict(error.centre)}
        return ArrivalStatus.CONFLICT, said
    code = type(error).__name__.lower()
    return ArrivalStatus.CONFLICT, said | {"code": code, "yours": {}, "centre": {}}


def _settle(
    session: Session, row: Arrival, status: ArrivalStatus, more: Result, now: datetime
) -> Result:
    row.status, row.decided_at = status, now
    result = {
        "id": str(row.id),
        "status": status.value,
        "sha256": row.sha256,
        "received_at": f"{row.received_at:%Y-%m-%dT%H:%M:%SZ}",
    } | more
    seal_result(row, result, ring_of(session))
    if status in KEPT:
        command = Command(county_id=row.county_id, actor_id=row.actor_id, on=day_of(now))
        tag = Tag.CONTRADICTED if status is ArrivalStatus.CONFLICT else Tag.SENT_BACK
        work = Work(session, command, now, ring_of(session))
        work.record(tag, row.case_id, arrival_id=row.id, type=row.type, code=more["code"])
    return result
