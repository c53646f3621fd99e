"""Grid cells and the household groups in them."""

from uuid import UUID

from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id
from app.places.commands import (
    CloseGridCell,
    MakeGridCell,
    MakeHouseholdGroup,
    ReviseGridCell,
    ReviseHouseholdGroup,
)
from app.places.model import Area, GridCell, HouseholdGroup
from app.places.tags import Tag

FEWEST_HOUSEHOLDS, MOST_HOUSEHOLDS = 5, 15  # 户长制: 以5—15户为单位


def make_grid_cell(command: MakeGridCell, work: Work) -> UUID:
    """Put a cell into a village and answer its id."""
    village = work.session.get(Area, (command.county_id, command.village_code))
    if village is None or village.level != "village":
        raise Incomplete("请选择网格所在的村（社区）。", field="village_code")
    cell = GridCell(
        county_id=command.county_id,
        id=new_id(),
        name=command.name,
        village_code=village.code,
        worker_id=command.worker_id,
    )
    work.session.add(cell)
    work.record(Tag.GRID_CELL_MADE, grid_cell=cell.id, village=village.code)
    return cell.id


def revise_grid_cell(command: ReviseGridCell, work: Work) -> UUID:
    """Give a cell another name or worker."""
    cell = _cell(work, command.county_id, command.grid_cell_id)
    cell.name, cell.worker_id = command.name, command.worker_id
    work.record(Tag.GRID_CELL_REVISED, grid_cell=cell.id)
    return cell.id


def close_grid_cell(command: CloseGridCell, work: Work) -> None:
    """Take a cell out of use."""
    cell = _cell(work, command.county_id, command.grid_cell_id)
    if cell.closed_on is not None:
        message = f"这个网格已于 {cell.closed_on} 撤销。"
        raise NotNow(message)
    cell.closed_on = command.on
    work.record(Tag.GRID_CELL_CLOSED, grid_cell=cell.id)


def make_household_group(command: MakeHouseholdGroup, work: Work) -> UUID:
    """Put a group into a cell and answer its id."""
    _cell(work, command.county_id, command.grid_cell_id)
    group = HouseholdGroup(
        county_id=command.county_id,
        id=new_id(),
        grid_cell_id=command.grid_cell_id,
        name=command.name,
        head_name=command.head_name,
        households=command.households,
    )
    work.session.add(group)
    work.record(Tag.HOUSEHOLD_GROUP_MADE, household_group=group.id)
    return group.id


def revise_household_group(command: ReviseHouseholdGroup, work: Work) -> UUID:
    """Give a group another head or another size."""
    key = (command.county_id, command.household_group_id)
    group = work.session.get(HouseholdGroup, key)
    if group is None:
        raise NotFound("没有找到这个联户组，请从网格页面重新进入。")
    group.name, group.head_name = command.name, command.head_name
    group.households = command.households
    work.record(Tag.HOUSEHOLD_GROUP_REVISED, household_group=group.id)
    return group.id


def size_warning(households: int) -> str | None:
    """Warn where a group is smaller or larger than the county's practice."""
    if FEWEST_HOUSEHOLDS <= households <= MOST_HOUSEHOLDS:
        return None
    return f"这一组有 {households} 户，户长制以 5—15 户为单位，请核对或拆分。"


def _cell(work: Work, county_id: str, cell_id: UUID) -> GridCell:
    cell = work.session.get(GridCell, (county_id, cell_id))
    if cell is None:
        raise NotFound("没有找到这个网格，请从区划页面重新进入。")
    return cell
