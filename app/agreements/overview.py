"""What a page shows around an agreement: sums paid, the court's window and answer, urgings."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, literal, select
from sqlalchemy.orm import Session

from app.agreements.aftermath import (
    STANDS,
    Fulfillment,
    JudicialConfirmation,
    Urging,
    WithdrawnFulfillment,
)
from app.agreements.court_window import last_day_for_confirmation
from app.agreements.enums import UrgingOutcome
from app.agreements.model import Agreement, Obligation
from app.agreements.reading import obligations_of
from app.deadlines.holidays import calendar_of

REFUSALS = (
    UrgingOutcome.CANNOT, UrgingOutcome.DISPUTES_CONTENT, UrgingOutcome.REFUSED,
    UrgingOutcome.OUT_OF_REACH,
)  # fmt: skip


def paid_sums(session: Session, lines: Sequence[Obligation]) -> Mapping[UUID, int]:
    """Add up what was paid of each obligation, in fen."""
    if not lines:
        return {}
    sums = (
        select(Fulfillment.obligation_id, func.sum(Fulfillment.amount_fen))
        .where(
            Fulfillment.county_id == lines[0].county_id,
            Fulfillment.obligation_id.in_([line.id for line in lines]),
            STANDS,
        )
        .group_by(Fulfillment.obligation_id)
    )
    return {key: int(total or 0) for key, total in session.execute(sums)}


def fulfillments_of(session: Session, line: Obligation) -> Sequence[Fulfillment]:
    """List what was registered as done of an obligation, oldest first; what was withdrawn too."""
    mine = select(Fulfillment).where(
        Fulfillment.county_id == line.county_id, Fulfillment.obligation_id == line.id
    )
    return session.scalars(mine.order_by(Fulfillment.on, Fulfillment.id)).all()


def withdrawals_of(session: Session, line: Obligation) -> Mapping[UUID, WithdrawnFulfillment]:
    """Give what was withdrawn of an obligation, by the registration."""
    mine = (
        select(WithdrawnFulfillment)
        .join(
            Fulfillment,
            (Fulfillment.county_id == WithdrawnFulfillment.county_id)
            & (Fulfillment.id == WithdrawnFulfillment.fulfillment_id),
        )
        .where(Fulfillment.county_id == line.county_id, Fulfillment.obligation_id == line.id)
    )
    return {row.fulfillment_id: row for row in session.scalars(mine)}


def urgings_of(session: Session, line: Obligation) -> Sequence[Urging]:
    """List how its debtor was urged, oldest first."""
    mine = select(Urging).where(Urging.county_id == line.county_id, Urging.obligation_id == line.id)
    return session.scalars(mine.order_by(Urging.on, Urging.id)).all()


def gave_up(line: type[Obligation]) -> ColumnElement[bool]:
    """Say in SQL that the debtor does not do it and the creditor knows the way to court."""
    return exists().where(
        Urging.county_id == line.county_id,
        Urging.obligation_id == line.id,
        Urging.remedies_told,
        Urging.outcome.in_([literal(one) for one in REFUSALS]),
    )


def left_to_court(session: Session, lines: Sequence[Obligation]) -> set[UUID]:
    """Find the obligations that the desk can do no more for (75号令 38 条)."""
    if not lines:
        return set()
    mine = Obligation.county_id == lines[0].county_id, Obligation.id.in_([one.id for one in lines])
    return set(session.scalars(select(Obligation.id).where(*mine, gave_up(Obligation))))


def confirmation_row(session: Session, agreement: Agreement) -> JudicialConfirmation | None:
    """Find the newest application to the court."""
    mine = select(JudicialConfirmation).where(
        JudicialConfirmation.county_id == agreement.county_id,
        JudicialConfirmation.agreement_id == agreement.id,
    )
    return session.scalars(mine.order_by(JudicialConfirmation.applied_on.desc())).first()


def last_day_of(session: Session, agreement: Agreement) -> date | None:
    """Give the last day for the joint application; None before the day of effect."""
    if agreement.effective_on is None:
        return None
    calendar = calendar_of(session, agreement.county_id)
    return last_day_for_confirmation(agreement.effective_on, calendar)


def fulfilled_since(session: Session, agreement: Agreement) -> date | None:
    """Tell the day from which nothing of an agreement in force is owed any more; None before it."""
    days = [line.fulfilled_on for line in obligations_of(session, agreement)]
    done = [day for day in days if day is not None]
    if agreement.effective_on is None or len(done) < len(days):
        return None
    return max([agreement.effective_on, *done])
