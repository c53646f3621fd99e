"""What the pages and files of the case statistics show: the table, its parts, what was reported."""

from typing import Any

from app.cases.visibility import counted_for
from app.kernel.errors import NotNow
from app.registers.as_reported import differences, reported_statistics
from app.registers.coverage import BASES
from app.registers.figures import by_township, groups_of
from app.registers.months import presets
from app.registers.reported import counted_lines, screened, unit_name
from app.registers.screened import screened_differences
from app.registers.statistics import FORMULA, statistics_of
from app.web import door
from app.web.registers.asked import read_asked


def exported() -> dict[str, Any]:
    """Count what is to leave the house; NotNow names the cases that keep it from adding up."""
    said = counted()
    if faults := said["table"].faults:
        first = "".join(faults[:3])
        message = f"有 {len(faults)} 处对不上，补正以后再导出：{first}全部列在统计表上。"
        raise NotNow(message)
    return said


def counted() -> dict[str, Any]:
    """Count what was asked for."""
    asked, session = read_asked(), door.reading()
    lines = counted_lines(session, door.actor(), asked.coverage)
    table = statistics_of(lines, asked.coverage)
    county_id, counted_here = door.actor().county_id, counted_for(door.actor())
    reported = reported_statistics(session, county_id, asked.coverage, counted_here)
    rounds = screened(session, door.actor(), asked.coverage)
    changed = None if reported is None else differences(reported, table)
    if changed is not None and rounds is not None:
        changed |= screened_differences(session, door.actor(), asked.coverage, rounds)
    return {
        "asked": asked,
        "changed": changed,
        "table": table,
        "groups": groups_of(table),
        "screened": rounds,
        "parts": by_township(lines, table, asked.units.townships),
        "formula": FORMULA,
        "bases": BASES,
        "presets": presets(door.clock().today()),
        "unit": unit_name(session, door.actor(), asked.unit),
        "today": door.clock().today(),
    }
