"""回避: a mediator with a tie to a party stays only with every party's consent (75号令 25 条).

The one who is replaced stays in the history of the case, with the day and the reason.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.cases.consent import parties_of
from app.cases.model import Case
from app.cases.parties import OF_CASE
from app.cases.records import CaseMediator
from app.cases.recusal_commands import RaiseRecusal, RecusalKind, RecusalOutcome, SettleRecusal
from app.cases.tags import Tag
from app.cases.verbs import renew, take_case, take_open_case
from app.kernel.bus import Work
from app.kernel.columns import CountyOwned, Model, one_of
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id
from app.people.bodies import Mediator


class Recusal(CountyOwned, Model):
    """One doubt about one mediator, and what became of it."""

    __tablename__ = "recusals"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(["county_id", "mediator_id"], ["mediators.county_id", "mediators.id"]),
        Index(None, "county_id", "case_id"),
        one_of("kind", RecusalKind),
        one_of("outcome", RecusalOutcome),
        CheckConstraint("(outcome IS NULL) = (settled_on IS NULL)", name="settled_has_date"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    mediator_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(String(20))
    party_id: Mapped[UUID | None]
    reason: Mapped[str] = mapped_column(Text)
    on: Mapped[date]
    raised_by: Mapped[UUID]
    raised_at: Mapped[datetime]
    outcome: Mapped[str | None] = mapped_column(String(10))
    settled_on: Mapped[date | None]
    settled_by: Mapped[UUID | None]
    replacement_id: Mapped[UUID | None]


def raise_recusal(command: RaiseRecusal, work: Work) -> UUID:
    """Keep a declared relation or a party's wish for another mediator."""
    case = take_case(work)
    recusal = Recusal(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        mediator_id=_mediator(work.session, case, command.mediator_id).id,
        kind=command.kind,
        party_id=command.party_id,
        reason=command.reason,
        on=command.on,
        raised_by=command.actor_id,
        raised_at=work.now,
    )
    work.session.add(recusal)
    renew(case)
    late = not case.is_open
    work.record(Tag.RECUSAL_RAISED, case.id, mediator_id=recusal.mediator_id, late=late)
    return recusal.id


def settle_recusal(command: SettleRecusal, work: Work) -> None:
    """Replace the mediator, or let them stay where every party agrees."""
    case = take_open_case(work)
    recusal = work.session.get(Recusal, (case.county_id, command.recusal_id))
    if recusal is None or recusal.case_id != case.id:
        raise NotFound("没有找到这条回避记录。请刷新页面后重试。")
    if recusal.outcome is not None:
        raise NotNow("这条回避已经处理过，不用再办。")
    if command.outcome is RecusalOutcome.STAYS:
        _stay(command, recusal, case, work)
    else:
        _replace(command, recusal, case, work)
    recusal.outcome = command.outcome
    recusal.settled_on = command.on
    recusal.settled_by = command.actor_id
    renew(case)
    work.record(Tag.RECUSAL_SETTLED, case.id, outcome=command.outcome)


def recusals_of(session: Session, case: Case) -> Sequence[Recusal]:
    """List the doubts raised in a case, oldest first."""
    query = select(Recusal).where(Recusal.county_id == case.county_id, Recusal.case_id == case.id)
    return session.scalars(query.order_by(Recusal.raised_at, Recusal.id)).all()


def seats_of(session: Session, case: Case) -> Sequence[CaseMediator]:
    """List who mediates the case now, the chair first."""
    query = select(CaseMediator).where(
        CaseMediator.county_id == case.county_id,
        CaseMediator.case_id == case.id,
        CaseMediator.until_on.is_(None),
    )
    return session.scalars(query.order_by(CaseMediator.is_chair.desc(), CaseMediator.id)).all()


def _stay(command: SettleRecusal, recusal: Recusal, case: Case, work: Work) -> None:
    if recusal.kind == RecusalKind.WITHDRAWAL_ASKED:
        raise NotNow(
            "当事人要求更换调解员的，调委会应当更换（《人民调解工作若干规定》第25条）。请选择接替的调解员。"
        )
    silent = [
        party.name
        for party in parties_of(work.session, case)
        if party.id not in command.agreed_party_ids
    ]
    if silent:
        message = (
            f"调解员与当事人有关系的，各方都同意才能继续调解；{'、'.join(silent)}尚未同意。"
            "请征求意见，或更换调解员。"
        )
        raise Incomplete(message, field="agreed_party_ids")


def _replace(command: SettleRecusal, recusal: Recusal, case: Case, work: Work) -> None:
    if command.replacement_id is None or command.replacement_id == recusal.mediator_id:
        raise Incomplete("请选择接替的调解员（不能是同一人）。", field="replacement_id")
    newcomer = _mediator(work.session, case, command.replacement_id)
    seats = {seat.mediator_id: seat for seat in seats_of(work.session, case)}
    left = seats.get(recusal.mediator_id)
    if left is not None:
        left.until_on = command.on
        left.until_reason = f"回避：{recusal.reason}"[:300]
    is_chair = left is not None and left.is_chair
    if newcomer.id in seats:
        seats[newcomer.id].is_chair = seats[newcomer.id].is_chair or is_chair
    else:
        work.session.add(_seat(case, newcomer, command.on, is_chair=is_chair))
    recusal.replacement_id = newcomer.id


def _seat(case: Case, mediator: Mediator, on: date, *, is_chair: bool) -> CaseMediator:
    return CaseMediator(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        mediator_id=mediator.id,
        is_chair=is_chair,
        since_on=on,
    )


def _mediator(session: Session, case: Case, mediator_id: UUID) -> Mediator:
    mediator = session.get(Mediator, (case.county_id, mediator_id))
    if mediator is None:
        raise NotFound("没有找到这位调解员。请从名册里重新选择。")
    return mediator
