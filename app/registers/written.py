"""The case statistics written down: as JSON for programs, as a sheet in the familiar layout."""

from pathlib import Path
from typing import Any

import xlsxwriter

from app.registers.lines import Basis
from app.registers.statistics import FORMULA, CaseStatistics, Cell, Columns

BASES = {
    Basis.ACCEPTED: "受理口径（期间内受理的案件）",
    Basis.CLOSED: "办结口径（期间内办结的案件）",
}


def as_json(table: CaseStatistics, county_id: str) -> dict[str, Any]:
    """Write the table as plain JSON values."""
    return {
        "county": county_id,
        "from": table.start.isoformat(),
        "to": table.end.isoformat(),
        "basis": table.basis.value,
        "total": _cell(table.total),
        "difficult": _cell(table.difficult),
        "amount": f"{table.amount:.2f}",
        "by_body": _cells(table.by_body),
        "by_source": _cells(table.by_source),
        "by_type": {vintage: _cells(columns) for vintage, columns in table.by_type.items()},
        "by_result": _cells(table.by_result),
        "by_form": _cells(table.by_form),
        "fulfilled": _cell(table.fulfilled),
        "prevented": _cells(table.prevented),
        "success_rate": table.success_rate,
        "formula": FORMULA,
        "faults": list(table.faults),
    }


def write_sheet(table: CaseStatistics, county: str, path: Path) -> None:
    """Write the table as a workbook of one sheet; numbers stay numbers, texts stay texts."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("案件统计表")
    head = book.add_format({"bold": True, "align": "center", "font_size": 16})
    label = book.add_format({"bold": True, "bg_color": "#e8eef7", "border": 1})
    cell = book.add_format({"border": 1})
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 2, 12)
    sheet.merge_range(0, 0, 0, 2, "人民调解案件情况统计表", head)
    sheet.write(1, 0, f"填报单位：{county}")
    sheet.write(2, 0, f"期间：{table.start} 至 {table.end}；{BASES[table.basis]}")
    for row, (name, cases, people) in enumerate(_rows(table), start=4):
        style = label if cases == "件" else cell
        sheet.write_string(row, 0, name, style)
        for column, value in ((1, cases), (2, people)):
            sheet.write(row, column, value, style)
    book.close()


def _rows(table: CaseStatistics) -> list[tuple[str, int | str, int | str]]:
    rows: list[tuple[str, int | str, int | str]] = [("项目", "件", "人")]
    rows.append(("调解案件总数", table.total.cases, table.total.people))
    rows.append(("其中疑难复杂案件", table.difficult.cases, table.difficult.people))
    for title, columns in _groups(table):
        rows.append((title, "件", "人"))
        rows += [(name, each.cases, each.people) for name, each in columns.items()]
    rows.append(("履行完毕", table.fulfilled.cases, table.fulfilled.people))
    rows.append(("协议涉及金额（万元）", f"{table.amount / 10000:.2f}", ""))
    rows.append((FORMULA, table.success_rate or "无案件", ""))
    return rows


def _groups(table: CaseStatistics) -> list[tuple[str, Columns]]:
    return [
        ("一、不同主体调解", table.by_body),
        ("二、案件来源", table.by_source),
        ("三、案件分类", table.by_type["2015"]),
        ("四、调解结果", table.by_result),
        ("五、协议形式", table.by_form),
        ("六、预防激化", table.prevented),
    ]


def _cell(cell: Cell) -> dict[str, int]:
    return {"cases": cell.cases, "people": cell.people}


def _cells(columns: Columns) -> dict[str, dict[str, int]]:
    return {name: _cell(cell) for name, cell in columns.items()}
