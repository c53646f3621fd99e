"""Tables of the registers as workbooks; numbers stay numbers, and no text becomes a formula."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from app.registers.figures import Group, groups_of
from app.registers.reports import covers
from app.registers.sheet import Sheet
from app.registers.statistics import FORMULA, CaseStatistics

PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
WIDE, NARROW = 34, 12
FIRST_ROW = 4  # below the title, the unit, the period and an empty line
Named = tuple[str, CaseStatistics]


class Book:
    """A workbook in the familiar look: a title over the table, borders, bold labels."""

    def __init__(self) -> None:
        self.bytes = BytesIO()
        self.book = xlsxwriter.Workbook(self.bytes, PLAIN)
        look = {"border": 1, "font_name": "宋体", "valign": "vcenter", "text_wrap": True}
        self.head = self.book.add_format({"bold": True, "align": "center", "font_size": 16})
        self.label = self.book.add_format(
            {"bold": True, "bg_color": "#e8eef7", "align": "center"} | look
        )
        self.cell = self.book.add_format(look)

    def open(self, name: str, title: str, width: int, under: Sequence[str]) -> Any:  # noqa: ANN401 (xlsxwriter is untyped)
        """Begin a sheet so many columns wide, with its title and the lines under it."""
        sheet = self.book.add_worksheet(name)
        sheet.merge_range(0, 0, 0, width - 1, title, self.head)
        for row, line in enumerate(under, start=1):
            sheet.write_string(row, 0, line)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        return sheet

    def close(self) -> bytes:
        """Finish and give the bytes."""
        self.book.close()
        return self.bytes.getvalue()


def book_of(sheet: Sheet) -> bytes:
    """Write one table of the registers as it stands."""
    book, width = Book(), len(sheet.columns)
    under = (f"填报单位：{sheet.unit}", sheet.covers)
    page = book.open(sheet.title[:31], sheet.title, width, under)
    page.freeze_panes(FIRST_ROW + 1, 0)
    page.repeat_rows(FIRST_ROW)
    for column, one in enumerate(sheet.columns):
        page.set_column(column, column, one.share * 1.4)
        page.write_string(FIRST_ROW, column, one.name, book.label)
    for row, values in enumerate(sheet.rows, start=FIRST_ROW + 1):
        if len(values) == 1 < width:
            page.merge_range(row, 0, row, width - 1, values[0], book.label)
            continue
        for column, value in enumerate(values):
            page.write(row, column, value, book.cell)
    for number, note in enumerate(sheet.notes, start=1):
        page.write_string(FIRST_ROW + len(sheet.rows) + number, 0, note)
    return book.close()


def statistics_book(whole: Named, parts: Sequence[Named], screened: str = "") -> bytes:
    """Write the case statistics: one unit's table, and all units side by side; what was screened."""
    name, table = whole
    book = Book()
    under = (f"填报单位：{name}", covers(table.coverage), screened)
    _one_unit(book, table, under)
    _side_by_side(book, [("合计", table), *parts], under)
    return book.close()


def _one_unit(book: Book, table: CaseStatistics, under: Sequence[str]) -> None:
    sheet = book.open("案件统计表", "人民调解案件情况统计表", 3, under)
    sheet.set_column(0, 0, WIDE)
    sheet.set_column(1, 2, NARROW)
    for row, (name, cases, people) in enumerate(_rows(table), start=FIRST_ROW):
        style = book.label if cases == "件" else book.cell
        sheet.write_string(row, 0, name, style)
        sheet.write(row, 1, cases, style)
        sheet.write(row, 2, people, style)


def _rows(table: CaseStatistics) -> list[tuple[str, float | str, int | str]]:
    rows: list[tuple[str, float | str, int | str]] = []
    for group in groups_of(table):
        rows.append((group.title, "件", "人"))
        rows += [(one.name, one.cell.cases, one.cell.people) for one in group.figures]
    rows.append(("协议涉及金额（万元）", float(round(table.amount / 10000, 2)), ""))
    rows.append((FORMULA, table.success_rate or "无案件", ""))
    return rows


def _side_by_side(book: Book, units: Sequence[Named], under: Sequence[str]) -> None:
    """Write the table as it is reported: units in rows, groups of columns over their columns."""
    groups = groups_of(units[0][1])
    width = 4 + sum(len(group.figures) for group in groups)
    sheet = book.open("分单位汇总", "人民调解案件情况统计表（分单位，单位：件）", width, under)
    sheet.freeze_panes(FIRST_ROW + 2, 1)
    sheet.set_column(0, 0, 16)
    _headings(book, sheet, groups)
    for row, (name, table) in enumerate(units, start=FIRST_ROW + 2):
        found = [one.cell.cases for group in groups_of(table) for one in group.figures]
        last = (table.total.people, float(round(table.amount / 10000, 2)), table.success_rate or "")
        for column, value in enumerate((name, *found, *last)):
            sheet.write(row, column, value, book.cell)


def _headings(book: Book, sheet: Any, groups: Sequence[Group]) -> None:  # noqa: ANN401 (xlsxwriter is untyped)
    top, below, column = FIRST_ROW, FIRST_ROW + 1, 1
    sheet.merge_range(top, 0, below, 0, "单位", book.label)
    for group in groups:
        last = column + len(group.figures) - 1
        if last > column:
            sheet.merge_range(top, column, top, last, group.title, book.label)
        else:
            sheet.write_string(top, column, group.title, book.label)
        for number, figure in enumerate(group.figures):
            sheet.write_string(below, column + number, figure.name, book.label)
        column = last + 1
    for number, name in enumerate(("涉及当事人（人）", "协议涉及金额（万元）", "调解成功率")):
        sheet.merge_range(top, column + number, below, column + number, name, book.label)
