"""Decide second: each kept command in its own transaction, effect and receipt together.

Reports are taken, with flags; requests are done or contradicted. Whatever is refused stays kept,
word for word. A centre killed between keeping and deciding decides when the laptop asks again.
"""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.access.actor import actor_of
from app.cases.model import Case
from app.kernel.bus import Bus, Work
from app.kernel.clock import day_of
from app.kernel.commands import Answer, Command
from app.kernel.db import ring_of
from app.kernel.errors import Busy, DomainError, Incomplete
from app.sync import arriving
from app.sync.arriving import Item, Sender, result_of, seal_result
from app.sync.enums import ArrivalStatus, Flag
from app.sync.making import Contradicted, demand_predecessor, demand_unmoved, kind_of, make
from app.sync.model import Arrival
from app.sync.standing import Standing, flags_of, standing_of
from app.sync.tags import Tag
from app.sync.types import is_report

Result = dict[str, Any]
LOG = logging.getLogger(__name__)
AGAIN = "中心这一次没能办完，记录已留在中心，稍候会自动再试。"
KEPT = (ArrivalStatus.CONFLICT, ArrivalStatus.REJECTED)


def receive(bus: Bus, sender: Sender, items: Sequence[Item]) -> list[Result]:
    """Keep every envelope of a call, then decide each; answer one result a command, in order."""
    results = _keep(bus, sender, items)
    for place, item in enumerate(items):
        if results[place] is None:
            results[place] = _decided(bus, sender, item)
    return [result for result in results if result is not None]


def _keep(bus: Bus, sender: Sender, items: Sequence[Item]) -> list[Result | None]:
    with bus.database.write() as session:
        return [_keep_one(session, sender, item, bus.clock.now()) for item in items]


def _keep_one(session: Session, sender: Sender, item: Item, now: datetime) -> Result | None:
    name = {"id": str(item.envelope.id)}
    known = session.get(Arrival, (sender.county_id, item.envelope.id))
    if known is not None:
        answer = _known(session, sender, item, known)
        return answer and name | answer
    refused = arriving.refusal(session, sender, item.envelope)
    if refused is not None:
        return name | refused
    try:
        with session.begin_nested():
            arriving.keep(session, sender, item.envelope, now)
    except IntegrityError:  # the same number at the same instant
        return name | {"status": "key_reused"}
    return None


def _known(session: Session, sender: Sender, item: Item, known: Arrival) -> Result | None:
    if known.actor_id != sender.user_id:
        return {"status": "wrong_user"}
    if known.sha256 != item.envelope.sha256:
        return {"status": "key_reused"}
    known.attempts += 1
    if known.status == ArrivalStatus.RECEIVED:
        return None
    return result_of(known, ring_of(session)) | {"duplicate": True}


def _decided(bus: Bus, sender: Sender, item: Item) -> Result:
    try:
        with bus.database.write() as session:
            return decide(bus, session, sender, item)
    except Busy as error:
        return _later(item, str(error))
    except Exception as error:  # noqa: BLE001 (one command must not hold up the others; it stays kept)
        LOG.warning("offline command undecided", extra={"error": type(error).__name__})
        return _later(item, AGAIN)


def _later(item: Item, sentence: str) -> Result:
    return {"id": str(item.envelope.id), "status": "retry", "sentence": sentence}


def decide(bus: Bus, session: Session, sender: Sender, item: Item) -> Result:
    """Decide one kept command in the open transaction."""
    mine = select(Arrival).where(
        Arrival.county_id == sender.county_id, Arrival.id == item.envelope.id
    )
    row = session.scalars(mine.with_for_update()).one()
    if row.status != ArrivalStatus.RECEIVED:
        return result_of(row, ring_of(session)) | {"duplicate": True}
    now = bus.clock.now()
    try:
        with session.begin_nested():
            more = _apply(bus, session, sender, item, row)
        status = ArrivalStatus.APPLIED
    except Busy:
        raise
    except DomainError as error:
        session.expire_all()
        row = session.scalars(mine.with_for_update()).one()
        status, more = _refused(error)
    return _settle(session, row, status, more, now)


def _apply(bus: Bus, session: Session, sender: Sender, item: Item, row: Arrival) -> Result:
    now, envelope = bus.clock.now(), item.envelope
    actor = actor_of(session, sender.county_id, sender.user_id)
    standing = standing_of(session, sender.county_id, item)
    if not is_report(kind_of(envelope)):
        demand_predecessor(session, sender, envelope)
        demand_unmoved(envelope, standing.case, is_clean=standing.is_clean)
    flags = flags_of(session, actor, standing, item, now)
    command, is_guessed = make(session, sender, envelope, day_of(now))
    if is_guessed:
        flags.append(Flag.DAY_BY_DEVICE_CLOCK)
    answer = bus.carry(command, session)
    _note(session, command, row, flags, now)
    return _done(session, row, standing, answer, flags)


def _done(
    session: Session, row: Arrival, standing: Standing, answer: Answer, flags: list[Flag]
) -> Result:
    if row.case_id is None and isinstance(answer, UUID):
        row.case_id = answer  # a dispute registered in the village: its ref is the case's id
    session.flush()
    case = session.get(Case, (row.county_id, row.case_id)) if row.case_id else None
    row.case_version = case.version if case else None
    row.is_clean = standing.is_clean
    said = str(answer) if isinstance(answer, UUID) else answer
    return {"answer": said, "case_version": row.case_version, "flags": [one.value for one in flags]}


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
