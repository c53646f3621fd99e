"""A table of the registers as a PDF; it is counted anew at each asking and not kept."""

from datetime import date

from app.dossiers.press import print_paper
from app.registers.sheet import Sheet
from documents.papers import RegisterSheet, SheetColumn


def pdf_of(sheet: Sheet, on: date) -> bytes:
    """Print a sheet; Incomplete says in Chinese what keeps it from being printed."""
    paper = RegisterSheet(
        committee=sheet.unit,
        heading=sheet.title,
        covers=sheet.covers,
        columns=tuple(SheetColumn(name=one.name, share=one.share) for one in sheet.columns),
        rows=tuple(tuple(_written(value) for value in row) for row in sheet.rows),
        notes=sheet.notes,
        is_wide=sheet.is_wide,
        filled_on=on,
    )
    return print_paper(paper).pdf


def _written(value: object) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else str(value)
