"""Looking up areas, grid cells and household groups, for pages and lists."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import NotFound
from app.places.model import Area, GridCell, HouseholdGroup

KINDS = {"county": "县", "township": "乡镇", "village": "村（社区）"}


def areas_below(session: Session, county_id: str, code: str) -> Sequence[Area]:
    """List the areas directly below one."""
    mine = (Area.county_id == county_id, Area.parent_code == code)
    return session.scalars(select(Area).where(*mine).order_by(Area.code)).all()


def areas_inside(session: Session, county_id: str, levels: Sequence[str]) -> list[Area]:
    """List the county's own areas of some levels, without those that exist for counting only."""
    query = select(Area).where(
        Area.county_id == county_id,
        Area.level.in_(levels),
        Area.code.startswith(county_id),
        Area.is_statistical.is_(False),
    )
    return list(session.scalars(query.order_by(Area.code)))


def township_names(session: Session, county_id: str) -> dict[str, str]:
    """Name the county's townships by their codes, in the order of the codes."""
    return {area.code: area.name for area in areas_inside(session, county_id, ("township",))}


def find_area(session: Session, county_id: str, code: str) -> Area:
    """Find an area by its code."""
    area = session.get(Area, (county_id, code))
    if area is None:
        raise NotFound("没有这个区划代码。请从区划页面重新进入。")
    return area


def place_name(session: Session, county_id: str, code: str | None) -> str:
    """Say where a code is: a village with its township before it, 恰卜恰镇城北新区居委会; or nothing."""
    area = session.get(Area, (county_id, code)) if code else None
    if area is None:
        return ""
    above = area.parent_code if area.level == "village" else None
    return f"{place_name(session, county_id, above)}{area.name}"


def counts_below(session: Session, county_id: str) -> dict[str, tuple[int, int]]:
    """Count villages and open grid cells of each township, cells of each village."""
    cells: dict[str, int] = {}
    query = select(GridCell.village_code, func.count()).where(
        GridCell.county_id == county_id, GridCell.closed_on.is_(None)
    )
    for code, count in session.execute(query.group_by(GridCell.village_code)):
        for key in (code, code[:9]):
            cells[key] = cells.get(key, 0) + count
    villages: dict[str, int] = {}
    for village in areas_inside(session, county_id, ("village",)):
        key = village.parent_code or ""
        villages[key] = villages.get(key, 0) + 1
    return {code: (villages.get(code, 0), cells.get(code, 0)) for code in {*cells, *villages}}


def cells_of(session: Session, county_id: str, village_code: str) -> Sequence[GridCell]:
    """List a village's grid cells in use."""
    query = select(GridCell).where(
        GridCell.county_id == county_id,
        GridCell.village_code == village_code,
        GridCell.closed_on.is_(None),
    )
    return session.scalars(query.order_by(GridCell.name)).all()


def groups_of(
    session: Session, county_id: str, village_code: str
) -> dict[UUID, list[HouseholdGroup]]:
    """List the household groups of a village's cells."""
    cells = [cell.id for cell in cells_of(session, county_id, village_code)]
    query = select(HouseholdGroup).where(
        HouseholdGroup.county_id == county_id, HouseholdGroup.grid_cell_id.in_(cells)
    )
    found: dict[UUID, list[HouseholdGroup]] = {}
    for group in session.scalars(query.order_by(HouseholdGroup.name)):
        found.setdefault(group.grid_cell_id, []).append(group)
    return found


def find_cell(session: Session, county_id: str, cell_id: UUID) -> GridCell:
    """Find a grid cell."""
    cell = session.get(GridCell, (county_id, cell_id))
    if cell is None:
        raise NotFound("没有找到这个网格，请从区划页面重新进入。")
    return cell
