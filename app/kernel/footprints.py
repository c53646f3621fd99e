"""留痕: what was done, by whom and when; append-only, one chain a county.

Each row's MAC covers the row and the MAC before it, under a key that is not in the database;
triggers refuse UPDATE and DELETE. A chain cannot tell that its tail was cut, so its head (position
and MAC) also goes into every backup's manifest. No personal data belongs in `particulars`.
"""

import hashlib
import hmac
import json
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Connection,
    Index,
    LargeBinary,
    Row,
    String,
    Text,
    event,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.kernel.columns import CountyOwned, Model

START = bytes(32)
CLOCKS_DIFFER = timedelta(minutes=5)  # of two servers of one county
BEGIN_CHAIN = text(
    "INSERT INTO chain_heads (county_id, position, mac) VALUES (:county, 0, :start) "
    "ON CONFLICT DO NOTHING"
)


class Footprint(CountyOwned, Model):
    """One thing that happened; never changed, never deleted."""

    __tablename__ = "case_events"
    __table_args__ = (Index(None, "county_id", "case_id", "position"),)

    position: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    case_id: Mapped[UUID | None]
    tag: Mapped[str] = mapped_column(String(60))
    on: Mapped[date]
    recorded_at: Mapped[datetime]
    actor_id: Mapped[UUID]
    particulars: Mapped[str] = mapped_column(Text)
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))

    @property
    def details(self) -> dict[str, Any]:
        """Read the particulars."""
        details: dict[str, Any] = json.loads(self.particulars)
        return details


class ChainHead(CountyOwned, Model):
    """Where a county's chain ends."""

    __tablename__ = "chain_heads"

    position: Mapped[int] = mapped_column(BigInteger)
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))


@dataclass
class Trail:
    """The footprints of one transaction, chained to the county's head."""

    session: Session
    county_id: str
    key: bytes
    head: ChainHead | None = None
    fresh: list[Footprint] = field(default_factory=list)

    def append(self, footprint: Footprint) -> None:
        """Put a footprint at the end of the chain."""
        head = self.head or self._take_head()
        footprint.county_id = self.county_id
        footprint.position = head.position + 1
        footprint.mac = mac_of(footprint, head.mac, self.key)
        head.position, head.mac = footprint.position, footprint.mac
        self.session.add(footprint)
        self.fresh.append(footprint)

    def _take_head(self) -> ChainHead:
        found = self._locked_head()
        if found is None:
            # Two first acts of a county may meet here: the second insert does nothing.
            self.session.execute(BEGIN_CHAIN, {"county": self.county_id, "start": START})
            found = self._locked_head()
        if found is None:
            message = f"没有县 {self.county_id} 的留痕链。"
            raise LookupError(message)
        self.head = found
        return found

    def _locked_head(self) -> ChainHead | None:
        return self.session.scalar(
            select(ChainHead).where(ChainHead.county_id == self.county_id).with_for_update()
        )


@dataclass(frozen=True)
class Verdict:
    """What a walk along the chain found; `broken_at` is the first wrong position, or None."""

    rows: int
    head: str
    broken_at: int | None


def mac_of(footprint: Footprint | Row[Any], before: bytes, key: bytes) -> bytes:
    """Compute the MAC of a footprint that follows another's MAC."""
    case_id = footprint.case_id.hex if footprint.case_id else ""
    said = (
        footprint.county_id,
        str(footprint.position),
        case_id,
        footprint.tag,
        footprint.on.isoformat(),
        footprint.recorded_at.isoformat(timespec="microseconds"),
        footprint.actor_id.hex,
        footprint.particulars,
    )
    return hmac.digest(key, before + "\x1f".join(said).encode(), hashlib.sha256)


def clock_behind(session: Session, county_id: str, now: datetime) -> timedelta | None:
    """Say how far the clock stands before the last footprint: it was set back; None where it is right."""
    last = select(Footprint.recorded_at).where(Footprint.county_id == county_id)
    at = session.scalar(last.order_by(Footprint.position.desc()).limit(1))
    return at - now if at is not None and at - now > CLOCKS_DIFFER else None


def verify(session: Session, county_id: str, key: bytes) -> Verdict:
    """Walk a county's chain and name the first footprint that was changed or is missing."""
    head = session.get(ChainHead, county_id)  # first: PostgreSQL shows what is written meanwhile
    rows, mac, broken, is_met = 0, START, None, head is None or head.position == 0
    columns = Footprint.__table__.columns  # half the time of whole objects
    walk = select(*columns).where(columns.county_id == county_id).order_by(columns.position)
    with closing(session.execute(walk.execution_options(yield_per=1000))) as footprints:
        for footprint in footprints:
            rows += 1
            mac = mac_of(footprint, mac, key)
            if footprint.position != rows or footprint.mac != mac:
                broken = rows
                break
            is_met = is_met or (head is not None and (head.position, head.mac) == (rows, mac))
    if broken is None and not (is_met and _reaches(session, head, rows)):
        broken = rows + 1
    return Verdict(rows, mac.hex(), broken)


def _reaches(session: Session, head: ChainHead | None, rows: int) -> bool:
    """Say whether the head, read again where rows came after it, is not behind them."""
    if head is not None and rows > head.position:
        session.refresh(head)
    return head is None or rows <= head.position


def said(particulars: dict[str, Any]) -> str:
    """Write particulars as canonical JSON; control characters are escaped by it."""
    return json.dumps(particulars, ensure_ascii=False, sort_keys=True, default=str)


SQLITE_TRIGGERS = tuple(
    f"CREATE TRIGGER case_events_no_{verb.lower()} BEFORE {verb} ON case_events "
    "BEGIN SELECT RAISE(ABORT, 'footprints are append-only'); END"
    for verb in ("UPDATE", "DELETE")
)
REFUSE_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'footprints are append-only'; END $$
"""
REFUSE_TRIGGER = """
CREATE TRIGGER case_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""
TRIGGERS = {"sqlite": SQLITE_TRIGGERS, "postgresql": (REFUSE_FUNCTION, REFUSE_TRIGGER)}


@event.listens_for(Footprint.__table__, "after_create")
def _set_triggers(_table: object, connection: Connection, **_: object) -> None:
    for statement in TRIGGERS[connection.dialect.name]:
        connection.exec_driver_sql(statement)
