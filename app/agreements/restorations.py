"""恢复备份: what was lent after the copy was made is unknown to a centre that was put back.

Until somebody has seen that every laptop reported since, the next number of a case leaves out as many
as may have been printed meanwhile: a number is rather left out than given twice. A copy older than
an earlier restoration knows nothing of that one either; whoever puts it back tells of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
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


@dataclass(frozen=True)
class PutBack:
    """When a centre was put back, and as it was when."""

    copied_at: datetime
    restored_at: datetime


def put_backs(session: Session) -> set[PutBack]:
    """Say how often this centre was put back, as far as it knows itself."""
    return set().union(*(_known_in(session, code) for code in _counties(session)))


def note_restoration(
    session: Session, copied_at: datetime, now: datetime, earlier: Iterable[PutBack] = ()
) -> None:
    """Note in every county that it was put back; and what of `earlier` the copy is too old to know."""
    forgotten = {one for one in earlier if one.restored_at >= copied_at}
    for code in _counties(session):
        for one in {PutBack(copied_at, now), *forgotten} - _known_in(session, code):
            session.add(Restoration(county_id=code, id=new_id(), **asdict(one)))
    session.flush()


def _counties(session: Session) -> Sequence[str]:
    return session.scalars(select(County.county_id)).all()


def _known_in(session: Session, county_id: str) -> set[PutBack]:
    rows = restorations(session, county_id)
    return {PutBack(row.copied_at, row.restored_at) for row in rows}


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
