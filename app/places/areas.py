"""The county's divisions brought up to a list: added and renamed, never taken away.

Cases point to areas by code, so an area that a new list no longer names stays readable.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.bus import Work
from app.kernel.errors import Incomplete
from app.places.commands import ImportAreas
from app.places.divisions import Division
from app.places.model import Area
from app.places.tags import Tag


@dataclass(frozen=True)
class Plan:
    """What an import would change."""

    new: tuple[Division, ...]
    changed: tuple[tuple[Area, Division], ...]
    missing: tuple[Area, ...]
    same: int


def plan_import(session: Session, county_id: str, divisions: tuple[Division, ...]) -> Plan:
    """Compare a list with what is known; Incomplete if it is another county's."""
    townships = [d for d in divisions if d.parent_code == county_id]
    if not townships:
        message = f"这份区划文件里没有本县（{county_id}）的乡镇，没有导入。请核对文件。"
        raise Incomplete(message)
    known = {
        area.code: area for area in session.scalars(select(Area).where(Area.county_id == county_id))
    }
    listed = {division.code for division in divisions}
    both = [(known[d.code], d) for d in divisions if d.code in known]
    changed = tuple((area, division) for area, division in both if _differ(area, division))
    return Plan(
        new=tuple(d for d in divisions if d.code not in known),
        changed=changed,
        missing=tuple(area for code, area in sorted(known.items()) if code not in listed),
        same=len(both) - len(changed),
    )


def import_areas(command: ImportAreas, work: Work) -> int:
    """Add what is new and rename what changed; answer how many areas that were."""
    plan = plan_import(work.session, command.county_id, command.divisions)
    for division in plan.new:
        area = Area(county_id=command.county_id, code=division.code, name=division.name)
        _fill(area, division)
        work.session.add(area)
    for area, division in plan.changed:
        _fill(area, division)
    if plan.new or plan.changed:
        work.record(Tag.AREAS_IMPORTED, new=len(plan.new), changed=len(plan.changed))
    return len(plan.new) + len(plan.changed)


def _differ(area: Area, division: Division) -> bool:
    return (area.name, area.is_statistical) != (division.name, division.is_statistical)


def _fill(area: Area, division: Division) -> None:
    area.name = division.name
    area.level = division.level
    area.parent_code = division.parent_code
    area.is_statistical = division.is_statistical
