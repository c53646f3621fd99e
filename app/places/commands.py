"""What can be asked about places."""

from dataclasses import dataclass
from typing import ClassVar

from app.kernel.commands import Request
from app.permissions import Permission
from app.places.divisions import Division


@dataclass(frozen=True, kw_only=True)
class ImportAreas(Request):
    """导入行政区划: bring the county's divisions up to a list."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    divisions: tuple[Division, ...]
