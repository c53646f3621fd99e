"""Cases by number and title, where a register points to them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.cases.model import Case


def titles_of(
    session: Session, sight: ColumnElement[bool], ids: Collection[UUID]
) -> dict[UUID, tuple[str, str]]:
    """Give number and title of the cases in sight; the others stay out."""
    wanted = select(Case.id, Case.number, Case.title).where(sight, Case.id.in_(list(ids)))
    return {row.id: (row.number, row.title) for row in session.execute(wanted)}
