"""One line a case: what the tables and the ledger are counted from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from app.cases.listing import of_its_county
from app.cases.model import Case
from app.cases.particulars import Signals
from app.cases.parties import Party
from app.people.bodies import Committee
from app.registers.agreed import NONE, Agreed, agreements_of, cases_in, confirmations_of
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
    committee: str | None = None
    confirmation: str | None = None


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
    agreements = agreements_of(session, period)
    confirmations = confirmations_of(session, period)
    rows = session.execute(_rows().where(period).order_by(Case.accepted_on, Case.id))
    return [
        _line(row, heads[row.id], agreements.get(row.id, NONE), confirmations.get(row.id))
        for row in rows
    ]


def _rows() -> Select[Any]:
    said = (Signals.violence, Signals.suicide_threat, Signals.gathering)
    return (
        select(*(getattr(Case, name) for name in COLUMNS), *said)
        .add_columns(Committee.level, Committee.name.label("committee"))
        .outerjoin(Committee, of_its_county(Committee.county_id, Committee.id == Case.committee_id))
        .outerjoin(Signals, of_its_county(Signals.county_id, Signals.case_id == Case.id))
    )


def _heads(session: Session, period: ColumnElement[bool]) -> dict[UUID, int]:
    counted = (
        select(Party.case_id, func.sum(func.coalesce(Party.head_count, 1)))
        .where(cases_in(period, Party.county_id, Party.case_id))
        .group_by(Party.case_id)
    )
    heads: dict[UUID, int] = defaultdict(int)
    heads.update({case_id: int(count) for case_id, count in session.execute(counted)})
    return heads


def _line(row: Any, heads: int, agreed: Agreed, confirmation: str | None) -> Line:  # noqa: ANN401 (a row)
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
        form=agreed.form,
        agreement_number=agreed.number,
        amount_fen=agreed.amount_fen,
        is_fulfilled=agreed.is_fulfilled,
        violence=row.violence,
        suicide_threat=bool(row.suicide_threat),
        gathering=bool(row.gathering),
        township=row.township_code,
        village=row.village_code,
        committee_id=row.committee_id,
        committee=row.committee,
        confirmation=confirmation,
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
