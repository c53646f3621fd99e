"""卷宗评查情况: how the files that were looked through in a period stood, a mediator at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from app.aftercare.evaluating import LACKING
from app.aftercare.evaluation_commands import FilePoint
from app.aftercare.evaluation_records import Evaluation, EvaluationLine
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.people.bodies import Committee, Mediator
from app.people.users import User
from app.registers.coverage import Coverage
from app.registers.sheet import Sheet, Value, chinese, columns_of
from app.words import label

TITLE = "人民调解卷宗评查情况表"
SEALED = "（保密）"
COLUMNS = columns_of([
    ("调解员", 10), ("卷号", 16), ("案件", 24), ("评查日期", 10), ("评查人", 8), ("结果", 8),
    ("要整改的项目", 22), ("整改期限", 10),
])  # fmt: skip


@dataclass(frozen=True)
class Evaluated:
    """One file as it was found last; `lacking` are the points with something wanting."""

    row: Any
    lacking: tuple[str, ...]

    @property
    def result(self) -> str:
        """Say it in two words."""
        return "要整改" if self.lacking else "合格"


@dataclass
class OfMediator:
    """One mediator's files."""

    name: str
    committee: str
    files: list[Evaluated] = field(default_factory=list)

    @property
    def good(self) -> int:
        """Count the files with nothing wanting."""
        return sum(not one.lacking for one in self.files)

    def lacking(self, point: str) -> int:
        """Count the files in which a point is wanting."""
        return sum(point in one.lacking for one in self.files)


def evaluations_in(
    session: Session, counted: ColumnElement[bool], coverage: Coverage
) -> list[OfMediator]:
    """Gather the newest evaluation of each file in a period by the mediator in the chair."""
    rows = session.execute(_rows(counted, coverage)).all()
    newest = {row.case_id: row for row in rows}
    lacking = _lacking(session, [row.id for row in newest.values()], rows)
    found: dict[UUID | None, OfMediator] = {}
    for row in newest.values():
        one = found.setdefault(
            row.mediator_id, OfMediator(row.mediator or "未指定", row.committee or "")
        )
        one.files.append(Evaluated(row, lacking.get(row.id, ())))
    return sorted(found.values(), key=lambda one: (one.good - len(one.files), one.name))


def sheet_of(
    found: Sequence[OfMediator], unit: str, covers: str, readable: Collection[UUID]
) -> Sheet:
    """Lay them out: each mediator's own line, then the files."""
    rows: list[tuple[Value, ...]] = []
    for one in found:
        rows.append((f"{one.name}，{one.committee}：{len(one.files)} 卷，合格 {one.good} 卷",))
        rows += [_line(one.name, each, readable) for each in one.files]
    notes = ("评查内容：" + "、".join(label(point) for point in FilePoint) + "。",)
    return Sheet(TITLE, unit, covers, COLUMNS, tuple(rows), notes)


def _line(name: str, one: Evaluated, readable: Collection[UUID]) -> tuple[Value, ...]:
    row = one.row
    title = row.title if row.case_id in readable else SEALED
    lacking = "、".join(label(FilePoint(point)) for point in one.lacking)
    return (
        name, row.file_number or row.number, title, chinese(row.on), row.evaluator, one.result, lacking,
        chinese(row.mend_by),
    )  # fmt: skip


def _rows(counted: ColumnElement[bool], coverage: Coverage) -> Select[Any]:
    chair = and_(_of_case(CaseMediator), CaseMediator.until_on.is_(None), CaseMediator.is_chair)
    narrowed = [Case.township_code == coverage.township] * bool(coverage.township)
    if coverage.committee_id is not None:
        narrowed.append(Case.committee_id == coverage.committee_id)
    return (
        select(Evaluation.county_id, Evaluation.id, Evaluation.case_id, Evaluation.on)
        .add_columns(Evaluation.mend_by)
        .add_columns(Case.number, Case.file_number, Case.title, CaseMediator.mediator_id)
        .add_columns(Mediator.name.label("mediator"), Committee.name.label("committee"))
        .add_columns(User.name.label("evaluator"))
        .join(Case, and_(Case.county_id == Evaluation.county_id, Case.id == Evaluation.case_id))
        .join(User, _same(User, Evaluation.evaluated_by))
        .outerjoin(CaseMediator, chair)
        .outerjoin(Mediator, _same(Mediator, CaseMediator.mediator_id))
        .outerjoin(Committee, _same(Committee, Case.committee_id))
        .where(counted, Evaluation.on.between(coverage.start, coverage.end), *narrowed)
        .order_by(Evaluation.evaluated_at, Evaluation.id)
    )


def _lacking(
    session: Session, ids: Sequence[UUID], rows: Sequence[Any]
) -> dict[UUID, tuple[str, ...]]:
    if not rows:
        return {}
    order = list(FilePoint)
    wanted = select(EvaluationLine.evaluation_id, EvaluationLine.point).where(
        EvaluationLine.county_id == rows[0].county_id,
        EvaluationLine.evaluation_id.in_(ids),
        EvaluationLine.finding.in_(sorted(LACKING)),
    )
    found: dict[UUID, list[str]] = {}
    for line in session.execute(wanted):
        found.setdefault(line.evaluation_id, []).append(line.point)
    return {
        key: tuple(sorted(points, key=lambda p: order.index(FilePoint(p))))
        for key, points in found.items()
    }


def _of_case(model: Any) -> ColumnElement[bool]:  # noqa: ANN401 (a model)
    return and_(model.county_id == Case.county_id, model.case_id == Case.id)


def _same(model: Any, key: Any) -> ColumnElement[bool]:  # noqa: ANN401 (a model, a column)
    return and_(model.county_id == Evaluation.county_id, model.id == key)
