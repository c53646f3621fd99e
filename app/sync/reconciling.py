"""What a laptop announces at the beginning and the end of each sync."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.kernel.errors import Incomplete
from app.sync.custody_records import Custody
from app.sync.envelope import HIGHEST, instant
from app.sync.model import Device
from app.sync.relending import Call, Printed, relend

LONGEST = 60
MOST = 2000  # numbers that one laptop can hold


@dataclass(frozen=True)
class Announcement:
    """The highest number given out, which cases are held, what the laptop calls itself."""

    top: int
    holding: tuple[UUID, ...] = ()
    label: str = ""
    shell: str = ""
    sent_at: datetime | None = None
    numbers: tuple[Printed, ...] = ()

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> Self:
        """Read what was sent; Incomplete where it makes no sense."""
        top = said.get("top_seq")
        if type(top) is not int or not 0 <= top <= HIGHEST:
            raise Incomplete("没有说明这台电脑一共写了多少条（top_seq）。请更新下乡工作台。")
        sent_at = instant(said["sent_at"], "sent_at") if said.get("sent_at") else None
        try:
            holding = tuple(UUID(one) for one in said.get("holding") or ())
        except (TypeError, ValueError, AttributeError) as error:
            raise Incomplete("这台电脑报来的案件读不懂。请更新下乡工作台。") from error
        named = _text(said, "label"), _text(said, "shell")
        return cls(top, holding, *named, sent_at, _numbers(said))


def reconcile(
    session: Session, actor: Actor, device: Device, said: Announcement, now: datetime
) -> list[str]:
    """Note what the laptop says of itself; answer the cases it has to let go of."""
    device.announced = max(device.announced, said.top)
    device.label = said.label or device.label
    device.shell = said.shell or device.shell
    if said.sent_at is not None:
        skew = round((said.sent_at - now).total_seconds())
        device.skew_seconds = min(max(skew, -HIGHEST), HIGHEST)
    session.flush()
    relend(Call(session, actor, device, now), said.numbers)
    holds = select(Custody.case_id).where(
        Custody.county_id == actor.county_id,
        Custody.user_id == actor.user_id,
        Custody.ended_at.is_(None),
    )
    still = set(session.scalars(holds))
    return [str(case_id) for case_id in said.holding if case_id not in still]


def _numbers(said: Mapping[str, Any]) -> tuple[Printed, ...]:
    told = said.get("numbers") or []
    if not isinstance(told, list) or len(told) > MOST:
        raise Incomplete("这台电脑报来的编号读不懂。请更新下乡工作台。")
    return tuple(Printed.read(one) for one in told)


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return value[:LONGEST] if isinstance(value, str) and value.isprintable() else ""
