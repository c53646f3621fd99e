"""Which specialist is on which case, since when, with the consent of all parties."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model

STILL_HERE = text("until_on IS NULL")


class CaseSpecialist(CountyOwned, Model):
    """A specialist called to a case, and the day by which all parties had agreed."""

    __tablename__ = "case_specialists"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(
            ["county_id", "specialist_id"], ["specialists.county_id", "specialists.id"]
        ),
        Index(
            "uq_case_specialists_here",
            "county_id",
            "case_id",
            "specialist_id",
            unique=True,
            sqlite_where=STILL_HERE,
            postgresql_where=STILL_HERE,
        ),
        Index(None, "county_id", "specialist_id", "until_on"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    specialist_id: Mapped[UUID]
    agreed_on: Mapped[date]
    since_on: Mapped[date]
    until_on: Mapped[date | None]
    invited_by: Mapped[UUID]
    invited_at: Mapped[datetime]
