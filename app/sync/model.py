"""Rows of the village desk's other end: laptops, what arrived from them, bytes on their way."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of
from app.sync.enums import ArrivalStatus, CameBy, NoteKind

OF_DEVICE = (["county_id", "device_id"], ["devices.county_id", "devices.id"])


class Device(CountyOwned, Model):
    """One browser that keeps the village desk; `announced` is the highest number it gave out."""

    __tablename__ = "devices"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(String(60), default="")
    shell: Mapped[str] = mapped_column(String(40), default="")
    announced: Mapped[int] = mapped_column(default=0)
    skew_seconds: Mapped[int] = mapped_column(default=0)
    enrolled_by: Mapped[UUID]
    enrolled_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    stopped_by: Mapped[UUID | None]
    stopped_at: Mapped[datetime | None]
    stopped_because: Mapped[str | None] = mapped_column(String(300))


class DeviceUser(CountyOwned, Model):
    """Somebody who syncs on a laptop; several people may share one."""

    __tablename__ = "device_users"
    __table_args__ = (
        ForeignKeyConstraint(*OF_DEVICE),
        ForeignKeyConstraint(["county_id", "user_id"], ["users.county_id", "users.id"]),
    )

    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    since: Mapped[datetime]
    seen_at: Mapped[datetime]


class Arrival(CountyOwned, Model):
    """One envelope as it came, and what was decided of it; never changed, never thrown away.

    Envelope and result are sealed: they hold what parties said. `is_clean` marks an applied command
    after which nothing but this device's own work had touched the case since its bundle.
    """

    __tablename__ = "arrivals"
    __table_args__ = (
        ForeignKeyConstraint(*OF_DEVICE),
        UniqueConstraint("county_id", "device_id", "sequence"),
        Index(None, "county_id", "case_id", "status"),
        Index(None, "county_id", "status", "received_at"),
        one_of("status", ArrivalStatus),
        one_of("came_by", CameBy),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    device_id: Mapped[UUID]
    sequence: Mapped[int]
    actor_id: Mapped[UUID]
    case_id: Mapped[UUID | None]
    type: Mapped[str] = mapped_column(String(40))
    protocol: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    envelope_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    status: Mapped[str] = mapped_column(String(10), default=ArrivalStatus.RECEIVED)
    result_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    case_version: Mapped[int | None]
    is_clean: Mapped[bool] = mapped_column(default=False)
    came_by: Mapped[str] = mapped_column(String(10), default=CameBy.NETWORK)
    brought_by: Mapped[UUID]
    attempts: Mapped[int] = mapped_column(default=1)
    received_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]


class ArrivalFile(CountyOwned, Model):
    """A file that a command brought; its bytes are on the shelf."""

    __tablename__ = "arrival_files"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "arrival_id"], ["arrivals.county_id", "arrivals.id"]),
        ForeignKeyConstraint(
            ["county_id", "sha256"], ["stored_files.county_id", "stored_files.sha256"]
        ),
        Index(None, "county_id", "case_id"),
        Index(None, "county_id", "sha256"),
    )

    arrival_id: Mapped[UUID] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    case_id: Mapped[UUID | None]
    sha256: Mapped[str] = mapped_column(String(64))


class BlobPiece(CountyOwned, Model):
    """A piece of a file on its way; gone once the file is whole."""

    __tablename__ = "blob_pieces"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    offset: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    size: Mapped[int]
    content_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime]


class FieldNote(CountyOwned, Model):
    """What somebody noted away from the desk; `about` is the row of the case it belongs to."""

    __tablename__ = "field_notes"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id"),
        one_of("kind", NoteKind),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    on: Mapped[date]
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    about: Mapped[UUID | None]
    noted_by: Mapped[UUID]
    noted_at: Mapped[datetime]


class FieldPrint(CountyOwned, Model):
    """A copy printed without the centre: which paper, which number, copy k of n, what it held."""

    __tablename__ = "field_prints"
    __table_args__ = (ForeignKeyConstraint(*OF_CASE), Index(None, "county_id", "case_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    on: Mapped[date]
    code: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[UUID | None]
    number: Mapped[str | None] = mapped_column(String(80))
    copy: Mapped[int]
    copies: Mapped[int]
    content_sha256: Mapped[str] = mapped_column(String(64))
    printed_by: Mapped[UUID]
    reported_at: Mapped[datetime]


class SyncKey(CountyOwned, Model):
    """The county's key pair for sealed files on a stick: the private half sealed at rest."""

    __tablename__ = "sync_keys"

    private_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    public: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime]
