"""Ids to names, in one question each: of users, committees, mediators."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.people.bodies import Committee, Mediator, Specialist
from app.people.users import User


def names_of(session: Session, county_id: str, ids: Collection[UUID | None]) -> dict[UUID, str]:
    """Name users by their ids."""
    rows = select(User.id, User.name).where(User.county_id == county_id, User.id.in_(_known(ids)))
    return {row.id: row.name for row in session.execute(rows)}


def mediator_names(
    session: Session, county_id: str, ids: Collection[UUID | None]
) -> dict[UUID, str]:
    """Name mediators by their ids."""
    rows = select(Mediator.id, Mediator.name).where(
        Mediator.county_id == county_id, Mediator.id.in_(_known(ids))
    )
    return {row.id: row.name for row in session.execute(rows)}


def serving_committees(session: Session, county_id: str) -> list[tuple[UUID, str]]:
    """List the county's committees that are at work, the village ones last."""
    rows = select(Committee.id, Committee.name).where(
        Committee.county_id == county_id, Committee.dissolved_on.is_(None)
    )
    ordered = rows.order_by(Committee.level != "county_center", Committee.level, Committee.name)
    return [(row.id, row.name) for row in session.execute(ordered)]


def committee_names(session: Session, county_id: str) -> dict[UUID, str]:
    """Name every committee of the county, those that are gone too."""
    rows = select(Committee.id, Committee.name).where(Committee.county_id == county_id)
    return {row.id: row.name for row in session.execute(rows)}


def serving_specialists(session: Session, county_id: str) -> list[tuple[UUID, str]]:
    """List the county's specialists with their fields."""
    rows = select(Specialist.id, Specialist.name, Specialist.field).where(
        Specialist.county_id == county_id, Specialist.until_on.is_(None)
    )
    found = session.execute(rows.order_by(Specialist.field, Specialist.name))
    return [(row.id, f"{row.name}（{row.field}）") for row in found]


def _known(ids: Collection[UUID | None]) -> list[UUID]:
    return [one for one in ids if one is not None]
