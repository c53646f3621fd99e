"""What can be asked about places."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.kernel.commands import Request
from app.permissions import Permission
from app.places.divisions import Division


@dataclass(frozen=True, kw_only=True)
class ImportAreas(Request):
    """导入行政区划: bring the county's divisions up to a list."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    divisions: tuple[Division, ...]


@dataclass(frozen=True, kw_only=True)
class MakeGridCell(Request):
    """设网格: put a grid cell into a village."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    village_code: str
    name: str
    worker_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ReviseGridCell(Request):
    """更改网格: another name or another grid worker."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    grid_cell_id: UUID
    name: str
    worker_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class CloseGridCell(Request):
    """撤网格: the cell is no longer used."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    grid_cell_id: UUID


@dataclass(frozen=True, kw_only=True)
class MakeHouseholdGroup(Request):
    """设联户组: put households under one head."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    grid_cell_id: UUID
    name: str
    head_name: str | None
    households: int


@dataclass(frozen=True, kw_only=True)
class ReviseHouseholdGroup(Request):
    """更改联户组: another head or another number of households."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    household_group_id: UUID
    name: str
    head_name: str | None
    households: int
