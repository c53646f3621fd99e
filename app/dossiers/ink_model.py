"""A row for each signature drawn on a screen."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.dossiers.model import OF_PAPER
from app.kernel.columns import CountyOwned, Model


class InkSignature(CountyOwned, Model):
    """A drawn signature: on which sheet (`frozen_sha256`), at which place, whose, on what device.

    `sha256` names the canonical strokes among the stored files; `nonce` is that of the page on
    which they were drawn, so that no drawing counts twice.
    """

    __tablename__ = "ink_signatures"
    __table_args__ = (
        ForeignKeyConstraint(*OF_PAPER),
        ForeignKeyConstraint(
            ["county_id", "sha256"], ["stored_files.county_id", "stored_files.sha256"]
        ),
        Unique("county_id", "nonce"),
        Index(None, "county_id", "frozen_sha256"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    paper_id: Mapped[UUID]
    frozen_sha256: Mapped[str] = mapped_column(String(64))
    nonce: Mapped[str] = mapped_column(String(40))
    place: Mapped[str] = mapped_column(String(30))
    signer: Mapped[str] = mapped_column(String(100))
    sha256: Mapped[str] = mapped_column(String(64))
    witness: Mapped[str | None] = mapped_column(String(60))
    device: Mapped[str] = mapped_column(String(200))
    recorded_by: Mapped[UUID]
    drawn_at: Mapped[datetime]
