"""去向: where each organ is found, so that nobody is sent away without an address (75号令 24 条).

The national hotlines are shipped; the county writes down its own addresses and phones. What nobody
has written down yet is shown as missing, never made up.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.cases.enums import Organ
from app.cases.intake.commands import SetReferralTarget
from app.cases.intake.tags import Tag
from app.kernel.bus import Work
from app.kernel.columns import CountyOwned, Model, one_of
from app.kernel.errors import Incomplete
from app.kernel.text import clean

SHIPPED = Path(__file__).parents[3] / "data" / "referral-targets.csv"
LIMITS = {"name": ("单位名称", 100), "address": ("地址", 200), "phone": ("电话", 40)}
LIMITS |= {"hours": ("办公时间", 100)}


class ReferralTarget(CountyOwned, Model):
    """An organ as the county wrote it down."""

    __tablename__ = "referral_targets"
    __table_args__ = (one_of("organ", Organ),)

    organ: Mapped[str] = mapped_column(String(30), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    address: Mapped[str | None] = mapped_column(String(200))
    phone: Mapped[str | None] = mapped_column(String(40))
    hours: Mapped[str | None] = mapped_column(String(100))


@dataclass(frozen=True)
class Target:
    """Where to go."""

    organ: Organ
    name: str
    address: str | None = None
    phone: str | None = None
    hours: str | None = None

    @property
    def sentence(self) -> str:
        """Say it on one line; what the county has not written down is said to be missing."""
        address = self.address or "地址待本县填写"
        phone = f"电话 {self.phone}" if self.phone else "电话待本县填写"
        return "，".join(part for part in (self.name, address, phone, self.hours) if part)


def target_of(session: Session, county_id: str, organ: Organ) -> Target:
    """Find where an organ is: as the county wrote it down, else as shipped."""
    row = session.get(ReferralTarget, (county_id, organ))
    return shipped()[organ] if row is None else _target(row)


def targets_of(session: Session, county_id: str) -> Sequence[Target]:
    """List all organs in their order."""
    rows = session.scalars(select(ReferralTarget).where(ReferralTarget.county_id == county_id))
    known = shipped() | {Organ(row.organ): _target(row) for row in rows}
    return [known[organ] for organ in Organ]


def set_referral_target(command: SetReferralTarget, work: Work) -> None:
    """Write down where an organ is found."""
    said = {
        field: clean(getattr(command, field) or "", label=word, limit=limit)
        for field, (word, limit) in LIMITS.items()
    }
    if not said["name"]:
        raise Incomplete("请填写单位名称。", field="name")
    key = (command.county_id, command.organ)
    row = work.session.get(ReferralTarget, key)
    if row is None:
        row = ReferralTarget(county_id=command.county_id, organ=command.organ)
        work.session.add(row)
    for field, text in said.items():
        setattr(row, field, text or None)
    work.record(Tag.PLACE_TO_GO_SET, organ=command.organ)


@cache
def shipped() -> dict[Organ, Target]:
    """Read the list that comes with the program."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        Organ(row["organ"]): Target(Organ(row["organ"]), row["name"], phone=row["phone"] or None)
        for row in rows
    }


def _target(row: ReferralTarget) -> Target:
    return Target(Organ(row.organ), row.name, row.address, row.phone, row.hours)
