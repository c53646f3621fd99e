"""恢复备份: what was lent after the copy was made is unknown to a centre that was put back.

Until somebody has seen that every laptop reported since, the next number of a case leaves out as many
as may have been printed meanwhile: a number is rather left out than given twice.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.kernel.columns import CountyOwned, Model
from app.kernel.ids import new_id
from app.places.model import County

LEFT_OUT = 10  # numbers: five journeys that a supervisor ended, with one case, since the last copy


class Restoration(CountyOwned, Model):
    """The centre was put back: as it was at `copied_at`, on `restored_at`; trusted again since."""

    __tablename__ = "restorations"
    __table_args__ = (Index(None, "county_id", "restored_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    copied_at: Mapped[datetime]
    restored_at: Mapped[datetime]
    trusted_at: Mapped[datetime | None]
    trusted_by: Mapped[UUID | None]


def note_restoration(session: Session, copied_at: datetime, now: datetime) -> None:
    """Note in every county that it was put back."""
    for code in session.scalars(select(County.county_id)).all():
        row = Restoration(county_id=code, id=new_id(), copied_at=copied_at, restored_at=now)
        session.add(row)
    session.flush()


def restorations(
    session: Session, county_id: str, since: datetime | None = None
) -> list[Restoration]:
    """List how often the centre was put back to later than an instant, the latest first."""
    mine = select(Restoration).where(Restoration.county_id == county_id)
    if since is not None:
        mine = mine.where(Restoration.copied_at >= since)
    return list(session.scalars(mine.order_by(Restoration.restored_at.desc())))


def doubted(session: Session, county_id: str) -> Restoration | None:
    """Find the latest restoration after which not every laptop is known to have reported."""
    rows = restorations(session, county_id)
    return next((row for row in rows if row.trusted_at is None), None)
