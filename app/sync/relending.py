"""What laptops know of numbers that a centre put back from a copy forgot having lent.

Each laptop tells at every sync which numbers it holds; those that nobody else has are lent to it once
more, so that its papers keep the number that is printed on them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_behind
from app.access.roles import Reach
from app.agreements.leases import NumberLease, accounted_for, ordinal_of
from app.agreements.restorations import Restoration, doubted, restorations
from app.cases.model import Case
from app.cases.visibility import visible_to
from app.kernel.bus import Work
from app.kernel.clock import day_of
from app.kernel.commands import Command
from app.kernel.db import ring_of
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.kernel.ids import new_id
from app.people.users import User
from app.sync.commands import TrustNumbers
from app.sync.custody import custodies_of, held_by
from app.sync.custody_records import Custody
from app.sync.enums import CustodyEnding
from app.sync.model import Device, DeviceUser
from app.sync.tags import Tag

HIGHEST, LONGEST = 999, 80
FORGOTTEN = "中心恢复备份以后不再记得，由电脑报来。"


@dataclass(frozen=True)
class Printed:
    """One number that a laptop holds for a case, written on or not."""

    case_id: UUID
    number: str

    @classmethod
    def read(cls, said: Any) -> Self:  # noqa: ANN401 (whatever was sent)
        """Read what was sent; Incomplete where it makes no sense."""
        try:
            return cls(UUID(said["case_id"]), str(said["number"])[:LONGEST])
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise Incomplete("这台电脑报来的编号读不懂。请更新下乡工作台。") from error


@dataclass(frozen=True)
class Call:
    """Who calls, from which laptop, when."""

    session: Session
    actor: Actor
    device: Device
    now: datetime


def relend(call: Call, told: Iterable[Printed]) -> None:
    """Lend once more what a restored centre forgot; nothing where it never was put back."""
    by_case: dict[UUID, list[str]] = {}
    for one in told:
        by_case.setdefault(one.case_id, []).append(one.number)
    if not by_case or not restorations(call.session, call.actor.county_id):
        return
    mine = select(Case).where(Case.id.in_(by_case), visible_to(call.actor)).order_by(Case.id)
    for case in call.session.scalars(mine.with_for_update()).all():
        fresh = _forgotten(call.session, case, by_case[case.id])
        if fresh:
            _lend(call, case, fresh)


def _forgotten(session: Session, case: Case, numbers: list[str]) -> Mapping[int, str]:
    back = restorations(session, case.county_id)[0].restored_at
    known = accounted_for(session, case, back)
    told = {ordinal_of(case, number): number for number in numbers}
    return {n: said for n, said in told.items() if n and n <= HIGHEST and n not in known}


def _lend(call: Call, case: Case, numbers: Mapping[int, str]) -> None:
    custody = _custody(call, case)
    for ordinal, number in sorted(numbers.items()):
        row = NumberLease(county_id=case.county_id, id=new_id(), case_id=case.id)
        row.custody_id, row.user_id, row.leased_at = custody.id, call.actor.user_id, call.now
        row.ordinal, row.number = ordinal, number
        call.session.add(row)
    call.session.flush()
    command = Command(county_id=case.county_id, actor_id=call.actor.user_id, on=day_of(call.now))
    work = Work(call.session, command, call.now, ring_of(call.session))
    work.record(Tag.RELENT, case.id, custody_id=custody.id, numbers=len(numbers))


def _custody(call: Call, case: Case) -> Custody:
    """Find the custody that the numbers go with; where it is forgotten too, note it anew.

    It goes on where nobody else has had the case since; otherwise it is over, and late work of it
    arrives as reports.
    """
    held = held_by(call.session, case)
    if held and (held.user_id, held.device_id) == (call.actor.user_id, call.device.id):
        return held
    row = Custody(county_id=case.county_id, id=new_id(), case_id=case.id)
    row.user_id, row.device_id = call.actor.user_id, call.device.id
    row.taken_at = row.fetched_at = call.now
    if held or not case.is_open or _moved_since(call.session, case):
        row.ended_at, row.ending, row.because = call.now, CustodyEnding.TAKEN_BACK, FORGOTTEN
    call.session.add(row)
    call.session.flush()
    return row


def _moved_since(session: Session, case: Case) -> bool:
    """Say whether anybody took the case, or gave it back, after the centre was put back."""
    back = restorations(session, case.county_id)[0].restored_at
    rows = custodies_of(session, case)
    return any(max(row.taken_at, row.ended_at or row.taken_at) > back for row in rows)


def trust_numbers(command: TrustNumbers, work: Work) -> None:
    """Note that every laptop has reported since the centre was put back: numbers go on as before."""
    actor = actor_behind(work)
    if actor.reach is not Reach.COUNTY:
        raise NotAllowed("恢复备份以后的编号由县中心核对。请联系县中心负责人。")
    back = doubted(work.session, command.county_id)
    if back is None:
        return
    late = silent_since(work.session, back)
    if late:
        names = "、".join(f"“{row.label}”" for row in late)
        message = f"{names}恢复备份以后还没有联过网。请先让它们联网一次；找不到的，先停用。"
        raise NotNow(message)
    for row in restorations(work.session, command.county_id):
        if row.trusted_at is None:
            row.trusted_at, row.trusted_by = work.now, command.actor_id
    work.session.flush()
    work.record(Tag.TRUSTED, restoration_id=back.id)


def silent_since(session: Session, back: Restoration) -> list[Device]:
    """List the laptops in use on which somebody has not called since the centre was put back."""
    silent = (
        exists()
        .where(
            DeviceUser.county_id == Device.county_id,
            DeviceUser.device_id == Device.id,
            DeviceUser.seen_at < back.restored_at,
            User.county_id == DeviceUser.county_id,
            User.id == DeviceUser.user_id,
            User.disabled_on.is_(None),
        )
        .correlate(Device)
    )
    rows = select(Device).where(
        Device.county_id == back.county_id, Device.stopped_at.is_(None), silent
    )
    return list(session.scalars(rows.order_by(Device.seen_at, Device.id)))
