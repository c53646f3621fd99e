"""The case statistics written down as plain JSON values, for programs."""

from typing import Any

from app.registers.statistics import FORMULA, CaseStatistics, Cell, Columns


def as_json(table: CaseStatistics, county_id: str) -> dict[str, Any]:
    """Write the table as plain JSON values."""
    return {
        "county": county_id,
        "from": table.coverage.start.isoformat(),
        "to": table.coverage.end.isoformat(),
        "basis": table.coverage.basis.value,
        "total": _cell(table.total),
        "difficult": _cell(table.difficult),
        "amount": f"{table.amount:.2f}",
        "by_body": _cells(table.by_body),
        "by_source": _cells(table.by_source),
        "by_type": {vintage: _cells(columns) for vintage, columns in table.by_type.items()},
        "by_result": _cells(table.by_result),
        "by_form": _cells(table.by_form),
        "fulfilled": _cell(table.fulfilled),
        "confirmed": _cells(table.confirmed),
        "prevented": _cells(table.prevented),
        "success_rate": table.success_rate,
        "formula": FORMULA,
        "faults": list(table.faults),
    }


def _cell(cell: Cell) -> dict[str, int]:
    return {"cases": cell.cases, "people": cell.people}


def _cells(columns: Columns) -> dict[str, dict[str, int]]:
    return {name: _cell(cell) for name, cell in columns.items()}
