"""The statutory tables as sheets, ready for a workbook or a PDF."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from sqlalchemy import and_
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.visibility import counted_for
from app.registers import case_register, organization
from app.registers.coverage import BASES, Coverage
from app.registers.figures import groups_of
from app.registers.lines import Line
from app.registers.reported import readable
from app.registers.sheet import Sheet, Value, chinese, columns_of
from app.registers.statistics import FORMULA, CaseStatistics

Row = TypeVar("Row")
NUMERALS = "一二三四五六七八九十"


def covers(coverage: Coverage) -> str:
    """Say which days a table covers, and how it counts."""
    days = f"{chinese(coverage.start)}至{chinese(coverage.end)}"
    return f"{days}，{BASES[coverage.basis]}"


def statistics_sheet(table: CaseStatistics, unit: str, screened: str) -> Sheet:
    """Lay table 二 out in two halves, so that it stands on one page."""
    lines: list[tuple[Value, ...]] = []
    for number, group in enumerate(groups_of(table)):
        lines.append((f"{NUMERALS[number]}、{group.title}", "件", "人"))
        lines += [(one.name, one.cell.cases, one.cell.people) for one in group.figures]
    half = (len(lines) + 1) // 2
    empty: tuple[Value, ...] = ("", "", "")
    rows = [
        left + right for left, right in zip_longest(lines[:half], lines[half:], fillvalue=empty)
    ]
    rate = table.success_rate or "无案件"
    money = f"协议涉及金额{table.amount / 10000:,.2f}万元；{FORMULA}＝{rate}。"
    names = columns_of([("项目", 24), ("件数", 8), ("人数", 8)] * 2)
    title = "人民调解案件情况统计表"
    notes = (money, screened) if screened else (money,)
    return Sheet(title, unit, covers(table.coverage), names, tuple(rows), notes, is_wide=False)


def case_sheet(
    session: Session, actor: Actor, lines: list[Line], coverage: Coverage, unit: str
) -> Sheet:
    """Lay table 三 out."""
    period = and_(counted_for(actor), *coverage.conditions())
    rows = case_register.rows_of(
        lines,
        case_register.parties_by_case(session, period),
        case_register.mediators_by_case(session, period),
        readable(session, actor, coverage),
    )
    columns = case_register.COLUMNS
    return Sheet(case_register.TITLE, unit, covers(coverage), columns, tuple(rows))


def organization_sheet(
    groups: list[tuple[str, list[organization.Count]]], unit: str, on: date
) -> Sheet:
    """Lay table 一 out; what is not kept is left open to be written in."""
    rows: list[tuple[Value, ...]] = []
    for title, counts in groups:
        rows.append((title,))
        rows += [(one.name, one.number, "") for one in counts]
    rows.append(("系统不采集，请另填",))
    rows += [(name, "", "") for name in organization.NOT_KEPT]
    columns = columns_of([("项目", 40), ("数量", 12), ("备注", 20)])
    return Sheet(
        organization.TITLE, unit, f"截至{chinese(on)}", columns, tuple(rows), is_wide=False
    )


def volume_of(sheet: Sheet, number: int, size: int) -> tuple[Sheet, str]:
    """Cut one volume out of a long table and name it; its numbers go on. A short one is whole."""
    rows, volumes = page_of(sheet.rows, number, size)
    if volumes == 1:
        return sheet, ""
    at = f"第{min(max(number, 1), volumes)}册"
    covers = f"{sheet.covers}，共{len(sheet.rows)}件，{at}（共{volumes}册）"
    return replace(sheet, covers=covers, rows=tuple(rows)), at


def page_of(lines: Sequence[Row], number: int, size: int) -> tuple[list[Row], int]:
    """Cut one page out of the lines; answer it and how many pages there are."""
    pages = max(1, -(-len(lines) // size))
    first = (min(max(number, 1), pages) - 1) * size
    return list(lines[first : first + size]), pages
