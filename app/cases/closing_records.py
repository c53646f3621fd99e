"""归档 as a record: when, by whom, for how long."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.closing_commands import Retention
from app.cases.parties import OF_CASE
from app.kernel.columns import CountyOwned, Model, one_of

YEARS = {Retention.FIVE_YEARS: 5, Retention.TEN_YEARS: 10, Retention.THIRTY_YEARS: 30}


class Archiving(CountyOwned, Model):
    """The file of a case went to the archive; counting starts on 1 January of the next year."""

    __tablename__ = "archivings"
    __table_args__ = (ForeignKeyConstraint(*OF_CASE), one_of("retention", Retention))

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    on: Mapped[date]
    retention: Mapped[str] = mapped_column(String(20))
    compiled_by: Mapped[str] = mapped_column(String(60))
    archived_by: Mapped[UUID]
    archived_at: Mapped[datetime]

    @property
    def kept_until(self) -> date | None:
        """Name the last day of keeping; None where it is kept for ever."""
        return kept_until(self.on, Retention(self.retention))


def kept_until(archived_on: date, retention: Retention) -> date | None:
    """Count from 1 January after the year of archiving; None where it is kept for ever."""
    years = YEARS.get(retention)
    return None if years is None else date(archived_on.year + years, 12, 31)
