"""What was agreed in each case and what came of it, read at once for all cases of a table."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, select, tuple_
from sqlalchemy.orm import Session

from app.agreements.aftermath import JudicialConfirmation
from app.agreements.model import Agreement, Obligation
from app.cases.model import Case


@dataclass(frozen=True)
class Agreed:
    """The newest agreement's form and number; money (fen) and fulfillment of all together."""

    form: str | None
    number: str | None
    amount_fen: int
    is_fulfilled: bool


NONE = Agreed(None, None, 0, is_fulfilled=False)


def agreements_of(session: Session, period: ColumnElement[bool]) -> dict[UUID, Agreed]:
    """Read the effective agreements of the cases of a period."""
    is_open = and_(Obligation.id.is_not(None), Obligation.fulfilled_on.is_(None))
    wanted = (
        select(
            Agreement.case_id,
            Agreement.form,
            Agreement.number,
            func.sum(func.coalesce(Obligation.amount_fen, 0)),
            func.sum(case((is_open, 1), else_=0)),
        )
        .outerjoin(Obligation, _of_newest_text())
        .where(cases_in(period, Agreement.county_id, Agreement.case_id))
        .where(Agreement.effective_on.is_not(None))
        .group_by(Agreement.case_id, Agreement.form, Agreement.number, Agreement.ordinal)
        .order_by(Agreement.ordinal)
    )
    found: dict[UUID, Agreed] = {}
    for case_id, form, number, amount, left in session.execute(wanted):
        before = found.get(case_id)
        found[case_id] = Agreed(
            form,
            number,
            int(amount) + (before.amount_fen if before else 0),
            is_fulfilled=not left and (before is None or before.is_fulfilled),
        )
    return found


def confirmations_of(session: Session, period: ColumnElement[bool]) -> dict[UUID, str]:
    """Read how the newest joint application for judicial confirmation of each case stands."""
    of_agreement = and_(
        Agreement.county_id == JudicialConfirmation.county_id,
        Agreement.id == JudicialConfirmation.agreement_id,
    )
    wanted = (
        select(Agreement.case_id, JudicialConfirmation.result)
        .join(Agreement, of_agreement)
        .where(cases_in(period, Agreement.county_id, Agreement.case_id))
        .order_by(JudicialConfirmation.applied_on, JudicialConfirmation.recorded_at)
    )
    return {case_id: result for case_id, result in session.execute(wanted)}  # noqa: C416 (rows are no pairs)


def cases_in(period: ColumnElement[bool], county: Any, case_id: Any) -> ColumnElement[bool]:  # noqa: ANN401 (columns)
    """Say which rows belong to the cases of a period; found once, where a join was planned badly.

    SQLite joined by the index of days instead of the key: 6 s for three years of a county, now 0.1.
    """
    return tuple_(county, case_id).in_(select(Case.county_id, Case.id).where(period))


def _of_newest_text() -> ColumnElement[bool]:
    return and_(
        Obligation.county_id == Agreement.county_id,
        Obligation.agreement_id == Agreement.id,
        Obligation.revision == Agreement.revision,
    )
