"""以案定补: which closed cases earn their mediators a subsidy, at which grade, and why others do not.

Σ (rate of the grade × cases that are settled, fulfilled, filed and not counted before).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.cases.closing_records import Archiving
from app.cases.model import Case
from app.registers.agreed import cases_in
from app.registers.lines import Line
from app.registers.sheet import Sheet, Value, chinese, columns_of

FILE = Path(__file__).with_name("subsidy.yaml")
TITLE = "人民调解以案定补发放表"
COLUMNS = columns_of([
    ("序号", 4), ("调解员", 10), ("调委会", 18), ("案件", 24), ("卷号", 16), ("办结日期", 10),
    ("等级", 8), ("补贴（元）", 8),
])  # fmt: skip


@dataclass(frozen=True)
class CaseSubsidy:
    """What one case earns its mediator; `reason` says why it earns nothing."""

    line: Line
    mediator: str
    grade: str
    yuan: int
    reason: str = ""


@cache
def rules() -> dict[str, Any]:
    """Read the county's rules of subsidy."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def subsidies_of(
    lines: Sequence[Line],
    mediators: dict[UUID, list[str]],
    filed: Collection[UUID],
    repeated: Collection[UUID],
) -> list[CaseSubsidy]:
    """Judge the closed cases of a period by the rules in force when each was closed."""
    found = []
    for line in lines:
        names = mediators.get(line.case_id, [])
        grade = grade_of(line)
        reason = _why_not(line, names, filed, repeated)
        yuan = 0 if reason else rate_on(line.closed_on or line.accepted_on, grade)
        name = rules()["grades"][grade]["name"]
        found.append(CaseSubsidy(line, names[0] if names else "未指定", name, yuan, reason))
    return sorted(found, key=lambda one: (one.mediator, one.line.closed_on or date.max))


def unnamed(one: CaseSubsidy) -> CaseSubsidy:
    """Leave out what a case is about, for those who may not read it."""
    return replace(one, line=replace(one.line, title="（保密）"))


def grade_of(line: Line) -> str:
    """Grade a case: hard before simple, the rest usual."""
    if line.is_difficult:
        return "hard"
    return "simple" if line.dispute_type in rules()["grades"]["simple"]["types"] else "usual"


def rate_on(day: date, grade: str) -> int:
    """Say the rate (yuan) of a grade on a day: the newest that has begun."""
    begun = [rate for rate in rules()["rates"] if rate["since"] <= day]
    return int(max(begun, key=lambda rate: rate["since"])[grade]) if begun else 0


def filed_of(session: Session, period: ColumnElement[bool]) -> set[UUID]:
    """Say which cases of a period have their own file put away (一案一卷)."""
    mine = cases_in(period, Archiving.county_id, Archiving.case_id)
    return set(session.scalars(select(Archiving.case_id).where(mine)))


def repeated_of(session: Session, period: ColumnElement[bool]) -> set[UUID]:
    """Say which cases of a period take an earlier one's dispute up again."""
    return set(session.scalars(select(Case.id).where(period, Case.linked_case_id.is_not(None))))


def sheet_of(found: Sequence[CaseSubsidy], unit: str, covers: str) -> Sheet:
    """Lay out who gets how much for which case, with a total a mediator and for all."""
    rows: list[tuple[Value, ...]] = []
    paid = [one for one in found if one.yuan]
    for number, one in enumerate(paid, 1):
        line = one.line
        rows.append((
            number, one.mediator, line.committee or "", line.title, line.file_number or "",
            chinese(line.closed_on), one.grade, one.yuan,
        ))  # fmt: skip
    for name, count, yuan in totals_of(paid):
        rows.append(("", name, "", f"小计 {count} 件", "", "", "", yuan))
    whole = sum(one.yuan for one in paid)
    rows.append(("", "合计", "", f"{len(paid)} 件", "", "", "", whole))
    notes = (f"发放条件：{rules()['condition']}。", f"依据：{rules()['basis']}。")
    return Sheet(TITLE, unit, covers, COLUMNS, tuple(rows), notes)


def totals_of(found: Sequence[CaseSubsidy]) -> list[tuple[str, int, int]]:
    """Add up cases and yuan of each mediator who earned something."""
    sums: dict[str, list[int]] = {}
    for one in found:
        if one.yuan:
            sums.setdefault(one.mediator, []).append(one.yuan)
    return [(name, len(each), sum(each)) for name, each in sums.items()]


def _why_not(
    line: Line, names: list[str], filed: Collection[UUID], repeated: Collection[UUID]
) -> str:
    reasons = (
        (line.result != "调解成功", line.result),
        (line.case_id in repeated, "同一纠纷已经算过一次"),
        (not line.is_fulfilled, "协议还没有履行完毕"),
        (line.case_id not in filed, "卷宗还没有归档"),
        (not names, "没有指定调解员"),
    )
    return next((why for is_so, why in reasons if is_so), "")
