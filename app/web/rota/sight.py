"""Which committee's rota and which week a page is about, and what its forms choose from."""

from datetime import date
from uuid import UUID

from flask import request

from app.people.bodies import Committee
from app.people.composition import sitting
from app.people.reading import find_committee, seats_of
from app.places.reading import areas_inside
from app.rota.model import Duty
from app.rota.reading import monday_of
from app.rota.sight import find_duty
from app.web import door
from app.web.people import choices


def committee() -> Committee:
    """Find the committee that was asked for, else one's own, else the first of the county."""
    asked = request.args.get("committee", "")
    own = door.actor().committee_id
    try:
        wanted = UUID(asked) if asked else own or choices.committees()[0][0]
    except (ValueError, IndexError):
        wanted = UUID(int=0)
    return find_committee(door.reading(), door.actor().county_id, wanted)


def monday() -> date:
    """Find the week that was asked for, else this one."""
    today = door.clock().today()
    try:
        asked = date.fromisoformat(request.args.get("week", ""))
    except ValueError:
        return monday_of(today)
    return monday_of(asked) if abs(asked.year - today.year) <= 1 else monday_of(today)


def seated(of: Committee, on: date) -> list[tuple[UUID, str]]:
    """List who sits in a committee on a day."""
    return [(one.id, one.name) for _, one in sitting(seats_of(door.reading(), of), on)]


def villages(of: Committee) -> list[tuple[str, str]]:
    """List the villages a committee goes to: those of its township, or of the county."""
    found = areas_inside(door.reading(), of.county_id, ("village",))
    return [(one.code, one.name) for one in found if one.code.startswith(of.area_code[:9])]


def duty(duty_id: UUID) -> Duty:
    """Find a duty of the county."""
    return find_duty(door.reading(), door.actor().county_id, duty_id)


def week_with(one: Duty) -> str:
    """Give the address of a duty's week."""
    return f"/rota?committee={one.committee_id}&week={one.on}"
