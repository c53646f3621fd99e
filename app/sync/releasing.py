"""下乡交接: who changes post or leaves first brings home what they took to the villages.

Nothing carried, nothing of theirs undecided, nothing that never came; or a supervisor says in writing
why it cannot be waited for: then the cases are taken back and what is undecided goes to the supervisor.
Late work still arrives.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_behind
from app.access.permissions import Permission
from app.access.roles import Reach
from app.cases.model import Case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id
from app.kernel.text import clean
from app.people.users import User
from app.sync.commands import ForceRelease
from app.sync.custody import end_of_person
from app.sync.custody_records import Custody
from app.sync.devices import missing_of
from app.sync.model import Arrival, Device, DeviceUser
from app.sync.release_records import ForcedRelease
from app.sync.settling_records import Settlement
from app.sync.tags import Tag
from app.sync.unsettled import unsettled

VALID = timedelta(days=7)  # after a supervisor forced it
REASON_LIMIT = 300


@dataclass(frozen=True)
class Owed:
    """What somebody has not brought home: cases, commands to decide, laptops with numbers that never came."""

    carried: list[tuple[Custody, Case, str]]
    undecided: list[Arrival]
    silent: list[tuple[str, int]]

    def __bool__(self) -> bool:
        """Say whether anything is owed."""
        return bool(self.carried or self.undecided or self.silent)

    def said(self) -> str:
        """Say it in a sentence."""
        parts = [f"还带着 {len(self.carried)} 件下乡的案件"] if self.carried else []
        parts += [f"有 {len(self.undecided)} 条下乡记录没处理"] if self.undecided else []
        count = sum(number for _, number in self.silent)
        return "、".join([*parts, f"有 {count} 条没送到"] if count else parts)


def owed_by(session: Session, user: User) -> Owed:
    """Look up what a person has not brought home."""
    return Owed(_carried(session, user), _undecided(session, user), _silent(session, user))


def demand_released(user_id: UUID, work: Work) -> None:
    """Raise NotNow while somebody who is to change post or leave has not brought everything home."""
    user = work.session.get(User, (work.command.county_id, user_id))
    owed = owed_by(work.session, user) if user else None
    if user and owed and not was_forced(work.session, user, work.now):
        message = (
            f"{user.name}{owed.said()}，不能改岗位或停用。请先交接清楚（账号页的“下乡交接”），"
            "等不到的由负责人写明原因强制交接。"
        )
        raise NotNow(message)


def was_forced(session: Session, user: User, now: datetime) -> bool:
    """Say whether a supervisor lately wrote why it cannot be waited for; taking a case ends that."""
    last = select(func.max(ForcedRelease.forced_at)).where(
        ForcedRelease.county_id == user.county_id, ForcedRelease.user_id == user.id
    )
    at = session.scalar(last)
    return at is not None and now - at < VALID and not _carried(session, user)


def force_release(command: ForceRelease, work: Work) -> None:
    """Take back what somebody carries and take over what is undecided, with a reason."""
    actor = actor_behind(work)
    user = find_person(work.session, actor, command.user_id)
    because = clean(command.because, label="原因", limit=REASON_LIMIT)
    if not because:
        raise Incomplete("请写明为什么等不到本人交接，例如“已调离，电脑丢失”。", field="because")
    owed = owed_by(work.session, user)
    if not owed:
        message = f"{user.name}已经交接清楚，不用强制。"
        raise NotNow(message)
    end_of_person(user.id, because, work)
    for arrival in owed.undecided:
        _take_over(arrival, work)
    row = ForcedRelease(county_id=command.county_id, id=new_id(), user_id=user.id)
    row.because, row.forced_by, row.forced_at = because, command.actor_id, work.now
    work.session.add(row)
    work.session.flush()
    work.record(Tag.RELEASED, user_id=user.id, cases=len(owed.carried))


def find_person(session: Session, actor: Actor, user_id: UUID) -> User:
    """Load whose release this person may see: one's own, a supervisor's people, an administrator's."""
    user = session.get(User, (actor.county_id, user_id))
    leads = actor.may(Permission.CASE_SUPERVISE) and (
        actor.reach is Reach.COUNTY or (user and user.township_code == actor.township_code)
    )
    if user and (user.id == actor.user_id or leads or actor.may(Permission.USER_MANAGE)):
        return user
    raise NotFound("没有找到这个人，或者不归您管。请从“带走下乡的案件”重新打开。")


def _take_over(row: Arrival, work: Work) -> None:
    known = work.session.get(Settlement, (row.county_id, row.id))
    if known is None:
        known = Settlement(county_id=row.county_id, arrival_id=row.id)
        work.session.add(known)
    known.assigned_to = known.assigned_by = work.command.actor_id
    known.assigned_at = work.now


def _carried(session: Session, user: User) -> list[tuple[Custody, Case, str]]:
    held = (
        select(Custody, Case, Device.label)
        .join(Case, (Case.county_id == Custody.county_id) & (Case.id == Custody.case_id))
        .outerjoin(
            Device, (Device.county_id == Custody.county_id) & (Device.id == Custody.device_id)
        )
        .where(
            Custody.county_id == user.county_id,
            Custody.user_id == user.id,
            Custody.ended_at.is_(None),
        )
        .order_by(Custody.taken_at, Custody.id)
    )
    return [(row[0], row[1], row[2] or "") for row in session.execute(held)]


def _undecided(session: Session, user: User) -> list[Arrival]:
    """List what the person wrote or holds and nobody else has taken on."""
    mine = (
        select(Arrival)
        .outerjoin(
            Settlement,
            (Settlement.county_id == Arrival.county_id) & (Settlement.arrival_id == Arrival.id),
        )
        .where(
            Arrival.county_id == user.county_id,
            unsettled(),
            or_(
                Settlement.assigned_to == user.id,
                (Arrival.actor_id == user.id) & Settlement.assigned_to.is_(None),
            ),
        )
    )
    return list(session.scalars(mine.order_by(Arrival.received_at, Arrival.id)))


def _silent(session: Session, user: User) -> list[tuple[str, int]]:
    """Name the laptops, used by this person alone, with numbers that never came."""
    used = select(DeviceUser.device_id).where(
        DeviceUser.county_id == user.county_id, DeviceUser.user_id == user.id
    )
    shared = select(DeviceUser.device_id).where(
        DeviceUser.county_id == user.county_id, DeviceUser.user_id != user.id
    )
    own = select(Device).where(
        Device.county_id == user.county_id,
        Device.stopped_at.is_(None),
        Device.id.in_(used),
        Device.id.not_in(shared),
    )
    counts = [(row.label, len(missing_of(session, row))) for row in session.scalars(own).all()]
    return [(label, count) for label, count in counts if count]
