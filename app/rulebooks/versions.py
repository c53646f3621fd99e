"""Find versions: one by its id, the one in force on a day."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.columns import written
from app.kernel.errors import NotFound
from app.rulebooks.files import kept_books
from app.rulebooks.model import RulebookVersion, VersionState
from rules import Books


def version_of(session: Session, county_id: str, version_id: UUID) -> RulebookVersion:
    """Load a version, or raise NotFound."""
    version = session.get(RulebookVersion, (county_id, version_id))
    if version is None:
        raise NotFound("没有这个规则版本。请从规则列表重新进入。")
    return version


def in_force(session: Session, county_id: str, on: date) -> RulebookVersion | None:
    """Name the published version of a day; None means the shipped books."""
    return session.scalars(
        select(RulebookVersion)
        .where(
            RulebookVersion.county_id == county_id,
            RulebookVersion.state == written(VersionState.PUBLISHED),
            RulebookVersion.valid_from <= on,
        )
        .order_by(RulebookVersion.valid_from.desc())
        .limit(1)
    ).first()


def next_begin(session: Session, county_id: str, after: date) -> date | None:
    """Say on which day after another a published version begins; None where none is announced."""
    begins = select(func.min(RulebookVersion.valid_from)).where(
        RulebookVersion.county_id == county_id,
        RulebookVersion.state == written(VersionState.PUBLISHED),
        RulebookVersion.valid_from > after,
    )
    return session.scalar(begins)


def books_in_force(session: Session, county_id: str, on: date) -> Books | None:
    """Give the county's books of a day; None means the shipped books."""
    version = in_force(session, county_id, on)
    return kept_books(session, county_id, version) if version else None


def versions(session: Session, county_id: str) -> list[RulebookVersion]:
    """List a county's versions, newest first."""
    wanted = select(RulebookVersion).where(RulebookVersion.county_id == county_id)
    return list(session.scalars(wanted.order_by(RulebookVersion.number.desc())))


def next_number(session: Session, county_id: str) -> int:
    """Give the number of the next version."""
    newest = select(func.max(RulebookVersion.number)).where(RulebookVersion.county_id == county_id)
    return (session.scalar(newest) or 0) + 1
