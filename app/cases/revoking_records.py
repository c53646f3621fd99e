"""撤销受理 as a record: the file number that was given stays in the books and is given to nobody else."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model


class RevokedAcceptance(CountyOwned, Model):
    """An acceptance that was taken back: `accepted_on` and `file_number` are what it had said."""

    __tablename__ = "revoked_acceptances"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(
            ["county_id", "committee_id"], ["committees.county_id", "committees.id"]
        ),
        Index(None, "county_id", "case_id"),
        CheckConstraint("length(because) > 0", name="revocation_has_reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    accepted_on: Mapped[date]
    file_number: Mapped[str] = mapped_column(String(60))
    committee_id: Mapped[UUID]
    accepted_by: Mapped[UUID]
    accepted_at: Mapped[datetime]
    on: Mapped[date]
    because: Mapped[str] = mapped_column(String(500))
    revoked_by: Mapped[UUID]
    revoked_at: Mapped[datetime]
