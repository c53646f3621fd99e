"""One line a case: what the tables and the ledger are counted from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.orm import Session

from app.agreements.model import Agreement, Obligation
from app.cases.model import Case
from app.cases.particulars import Signals
from app.cases.parties import Party
from app.people.bodies import Committee
from app.registers.codes import body_of, codes
from app.registers.coverage import Coverage


@dataclass(frozen=True)
class Line:
    """One case as the statutory tables see it; money is fen."""

    case_id: UUID
    number: str
    file_number: str | None
    title: str
    summary: str
    accepted_on: date
    closed_on: date | None
    dispute_type: str
    source: str
    body: str
    result: str
    people: int
    is_difficult: bool
    form: str | None
    agreement_number: str | None
    amount_fen: int
    is_fulfilled: bool
    violence: str | None
    suicide_threat: bool
    gathering: bool
    township: str | None = None
    village: str | None = None
    committee_id: UUID | None = None


RESULTS = {"settled": "调解成功", "unsettled": "调解不成", "terminated": "调解不成"}
PENDING = "有待继续调解"
WITHDRAWN = "撤回"
MANY_PEOPLE = 10
MANY_WORKERS = 5
MUCH_FEN = 10_000_000
WORK = frozenset({"migrant_wages", "labor"})
COLUMNS = (
    "id", "number", "file_number", "title", "summary", "accepted_on", "closed_on", "dispute_type",
    "channel", "outcome", "people_involved", "amount_fen", "risk", "township_code", "village_code",
    "committee_id",
)  # fmt: skip


def lines_of(session: Session, coverage: Coverage, counted: ColumnElement[bool]) -> list[Line]:
    """Read the accepted cases that are covered, in order of acceptance.

    `counted` pins the county and says whose figures they are (`visibility.counted_for`).
    """
    period = and_(counted, *coverage.conditions())
    heads = _heads(session, period)
    agreements = _agreements(session, period)
    rows = session.execute(_rows().where(period).order_by(Case.accepted_on, Case.id))
    return [_line(row, heads[row.id], agreements.get(row.id)) for row in rows]


def _rows() -> Select[Any]:
    said = (Signals.violence, Signals.suicide_threat, Signals.gathering)
    return (
        select(*(getattr(Case, name) for name in COLUMNS), *said)
        .add_columns(Committee.level, Committee.name.label("committee"))
        .outerjoin(Committee, _same(Committee.county_id, Committee.id == Case.committee_id))
        .outerjoin(Signals, _same(Signals.county_id, Signals.case_id == Case.id))
    )


def _same(county: Any, key: ColumnElement[bool]) -> ColumnElement[bool]:  # noqa: ANN401 (a mapped column)
    return and_(county == Case.county_id, key)


def _heads(session: Session, period: ColumnElement[bool]) -> dict[UUID, int]:
    counted = (
        select(Party.case_id, func.sum(func.coalesce(Party.head_count, 1)))
        .join(Case, and_(Case.county_id == Party.county_id, Case.id == Party.case_id))
        .where(period)
        .group_by(Party.case_id)
    )
    heads: dict[UUID, int] = defaultdict(int)
    heads.update({case_id: int(count) for case_id, count in session.execute(counted)})
    return heads


def _agreements(
    session: Session, period: ColumnElement[bool]
) -> dict[UUID, tuple[str, str, int, bool]]:
    is_open = and_(Obligation.id.is_not(None), Obligation.fulfilled_on.is_(None))
    wanted = (
        select(
            Agreement.case_id,
            Agreement.form,
            Agreement.number,
            func.sum(func.coalesce(Obligation.amount_fen, 0)),
            func.sum(case((is_open, 1), else_=0)),
        )
        .join(Case, and_(Case.county_id == Agreement.county_id, Case.id == Agreement.case_id))
        .outerjoin(Obligation, _of_newest_text())
        .where(period, Agreement.effective_on.is_not(None))
        .group_by(Agreement.case_id, Agreement.form, Agreement.number, Agreement.ordinal)
        .order_by(Agreement.ordinal)
    )
    found: dict[UUID, tuple[str, str, int, bool]] = {}
    for case_id, form, number, amount, left in session.execute(wanted):
        before, was_done = found[case_id][2:] if case_id in found else (0, True)
        found[case_id] = (form, number, before + int(amount), was_done and not left)
    return found


def _of_newest_text() -> ColumnElement[bool]:
    return and_(
        Obligation.county_id == Agreement.county_id,
        Obligation.agreement_id == Agreement.id,
        Obligation.revision == Agreement.revision,
    )


def _line(row: Any, heads: int, agreement: tuple[str, str, int, bool] | None) -> Line:  # noqa: ANN401 (a row)
    form, number, amount, is_done = agreement or (None, None, 0, False)
    people = row.people_involved or heads
    return Line(
        case_id=row.id,
        number=row.number,
        file_number=row.file_number,
        title=row.title,
        summary=row.summary,
        accepted_on=row.accepted_on,
        closed_on=row.closed_on,
        dispute_type=row.dispute_type,
        source=codes().source_of[row.channel],
        body=body_of(row.level, row.committee),
        result=_result(row.outcome),
        people=people,
        is_difficult=is_difficult(row, people),
        form=form,
        agreement_number=number,
        amount_fen=amount,
        is_fulfilled=is_done,
        violence=row.violence,
        suicide_threat=bool(row.suicide_threat),
        gathering=bool(row.gathering),
        township=row.township_code,
        village=row.village_code,
        committee_id=row.committee_id,
    )


def _result(outcome: str | None) -> str:
    if outcome is None:
        return PENDING
    return RESULTS.get(outcome, WITHDRAWN)


def is_difficult(row: Any, people: int) -> bool:  # noqa: ANN401 (a row)
    """Say whether local grading rules call it 疑难复杂 (ROUTING 6; thresholds await the county)."""
    many = MANY_WORKERS if row.dispute_type in WORK else MANY_PEOPLE
    return people >= many or (row.amount_fen or 0) >= MUCH_FEN or row.risk in {"orange", "red"}


def people_of(lines: Iterable[Line]) -> int:
    """Add up the people (人) of lines (件)."""
    return sum(line.people for line in lines)
