"""The names of the people who drafted, checked, approved and published."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from app.people.users import User
from app.web import door


def names_of(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Name users of this county by their ids."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    query = select(User.id, User.name).where(
        User.county_id == door.actor().county_id, User.id.in_(wanted)
    )
    return {user_id: name for user_id, name in door.reading().execute(query)}  # noqa: C416 (rows are not pairs to mypy)
