"""Tables that a county reports: any columns, any rows, as plain words."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from documents.papers.parts import Paper


@dataclass(frozen=True, kw_only=True)
class SheetColumn:
    """One column: its heading and its share of the width."""

    name: str
    share: int


@dataclass(frozen=True, kw_only=True)
class RegisterSheet(Paper):
    """人民调解统计报表和登记表 (司发通〔2010〕239号附件2); `committee` is the unit that reports.

    A wide one lies across; a row of fewer cells than columns is a heading over the whole width.
    """

    code: ClassVar[str] = "register_sheet"
    title: ClassVar[str] = "人民调解统计报表"
    dated_by: ClassVar[str] = "filled_on"
    most_pages: ClassVar[int] = 600

    heading: str
    covers: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    is_wide: bool = True
    filled_on: date
