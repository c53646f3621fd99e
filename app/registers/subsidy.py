"""以案定补: which closed cases earn their mediators a subsidy, at which grade, and why others do not.

Σ (rate of the grade × cases that are settled, fulfilled, filed and not counted before).
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.cases.closing_records import Archiving
from app.cases.model import Case
from app.registers.agreed import cases_in
from app.registers.lines import PENDING, WITHDRAWN, Line
from app.registers.sheet import Sheet, Value, chinese, columns_of
from rules import Books
from rules.subsidy import earned

TITLE = "人民调解以案定补发放表"
CONDITION = "一案一卷（已归档）、调解成功、协议已履行完毕；同一纠纷多次调解只算一次"
BASIS = "《人民调解法》第16条（误工补贴）"
GRADES = {"simple": "简单", "usual": "一般", "hard": "重大疑难"}
RESULTS = {
    "调解成功": "settled",
    "调解不成": "unsettled",
    PENDING: "pending",
    WITHDRAWN: "withdrawn",
}
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


def subsidies_of(
    lines: Sequence[Line],
    mediators: dict[UUID, list[str]],
    filed: Collection[UUID],
    repeated: Collection[UUID],
    books_on: Callable[[date], Books],
) -> list[CaseSubsidy]:
    """Judge the closed cases of a period by the rules in force when each was closed."""
    found, books_on = [], cache(books_on)
    for line in lines:
        names = mediators.get(line.case_id, [])
        facts = facts_of(line, filed, repeated) | {"is_handled": bool(names)}
        on = line.closed_on or line.accepted_on
        told = earned(facts, on, books_on(on))
        name, reason = names[0] if names else "未指定", "" if told.is_due else told.because
        found.append(CaseSubsidy(line, name, GRADES[told.grade], told.yuan, reason))
    return sorted(found, key=lambda one: (one.mediator, one.line.closed_on or date.max))


def facts_of(line: Line, filed: Collection[UUID], repeated: Collection[UUID]) -> dict[str, Any]:
    """Say what the rules know of one closed case."""
    return {
        "result": RESULTS[line.result],
        "is_repeated": line.case_id in repeated,
        "is_fulfilled": line.is_fulfilled,
        "is_filed": line.case_id in filed,
        "is_difficult": line.is_difficult,
        "dispute_type": line.dispute_type,
    }


def unnamed(one: CaseSubsidy) -> CaseSubsidy:
    """Leave out what a case is about, for those who may not read it."""
    return replace(one, line=replace(one.line, title="（保密）"))


def filed_of(session: Session, period: ColumnElement[bool]) -> set[UUID]:
    """Say which cases of a period have their own file put away (一案一卷)."""
    mine = cases_in(period, Archiving.county_id, Archiving.case_id)
    return set(session.scalars(select(Archiving.case_id).where(mine)))


def repeated_of(session: Session, period: ColumnElement[bool]) -> set[UUID]:
    """Say which cases of a period take an earlier one's dispute up again."""
    return set(session.scalars(select(Case.id).where(period, Case.linked_case_id.is_not(None))))


def basis_of(books: Books) -> str:
    """Say by what the amounts are paid."""
    origins = dict.fromkeys(one.origin for one in books.parameters.values())
    return f"{BASIS}；数额：{'、'.join(origins)}"


def sheet_of(found: Sequence[CaseSubsidy], unit: str, covers: str, basis: str) -> Sheet:
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
    notes = (f"发放条件：{CONDITION}。", f"依据：{basis}。")
    return Sheet(TITLE, unit, covers, COLUMNS, tuple(rows), notes)


def totals_of(found: Sequence[CaseSubsidy]) -> list[tuple[str, int, int]]:
    """Add up cases and yuan of each mediator who earned something."""
    sums: dict[str, list[int]] = {}
    for one in found:
        if one.yuan:
            sums.setdefault(one.mediator, []).append(one.yuan)
    return [(name, len(each), sum(each)) for name, each in sums.items()]
