"""Watch over fulfillment: what was done, in part or whole, and who was urged (31 条; 75号令 38 条)."""

from uuid import UUID

from sqlalchemy import func, select

from app.agreements.aftermath import STANDS, Fulfillment, Urging
from app.agreements.commands import FulfillObligation, UrgeObligation
from app.agreements.model import Agreement, Obligation
from app.agreements.reading import find_agreement, obligations_of
from app.agreements.tags import Tag
from app.agreements.telling import check_day, flags_of, told
from app.cases.model import Case
from app.cases.verbs import take_case
from app.deadlines.opening import end_terms
from app.kernel.bus import Work
from app.kernel.errors import NotFound
from app.kernel.ids import new_id


def fulfill_obligation(command: FulfillObligation, work: Work) -> UUID:
    """Take down what was done; whole when it is said so, or when the sums reach the amount."""
    case = take_case(work)
    line, agreement = find_obligation(command.obligation_id, case, work)
    check_day(command.on, case, work, said="履行日期")
    is_whole = command.is_whole or _reaches(line, command.amount_fen, work)
    row = Fulfillment(
        county_id=case.county_id,
        id=new_id(),
        obligation_id=line.id,
        on=command.on,
        amount_fen=command.amount_fen,
        is_whole=is_whole,
        proof=command.proof,
        scan_sha256=command.scan_sha256,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(row)
    said = {**told(agreement), "obligation": line.ordinal, **flags_of(case)}
    if is_whole and line.fulfilled_on is None:
        line.fulfilled_on = command.on
        end_terms(work, case.id, subject_id=line.id)
    work.record(Tag.FULFILLED if is_whole else Tag.FULFILLED_IN_PART, case.id, **said)
    if is_whole:
        _finish(agreement, case, work)
    return row.id


def urge_obligation(command: UrgeObligation, work: Work) -> UUID:
    """Take down that the debtor was urged, and what came of it."""
    case = take_case(work)
    line, agreement = find_obligation(command.obligation_id, case, work)
    row = Urging(
        county_id=case.county_id,
        id=new_id(),
        obligation_id=line.id,
        on=command.on,
        way=command.way,
        outcome=command.outcome,
        said=command.said,
        promised_on=command.promised_on,
        remedies_told=command.remedies_told,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(row)
    work.record(
        Tag.URGED,
        case.id,
        **told(agreement),
        obligation=line.ordinal,
        outcome=command.outcome,
        **flags_of(case),
    )
    return row.id


def find_obligation(obligation_id: UUID, case: Case, work: Work) -> tuple[Obligation, Agreement]:
    """Load an obligation of this case with its agreement, or raise NotFound."""
    line = work.session.get(Obligation, (case.county_id, obligation_id))
    if line is None:
        raise NotFound("没有这项履行事项，请从案件的协议页重新打开。")
    agreement = find_agreement(work.session, case, line.agreement_id)
    if line.revision != agreement.revision:
        raise NotFound("这一项属于旧稿，协议已经改过。请从协议页重新打开。")
    return line, agreement


def paid_fen(obligation: Obligation, work: Work) -> int:
    """Add up what was paid so far, in fen."""
    paid = select(func.coalesce(func.sum(Fulfillment.amount_fen), 0)).where(
        Fulfillment.county_id == obligation.county_id,
        Fulfillment.obligation_id == obligation.id,
        STANDS,
    )
    return int(work.session.scalar(paid) or 0)


def _reaches(line: Obligation, amount_fen: int | None, work: Work) -> bool:
    if line.amount_fen is None or amount_fen is None:
        return False
    return paid_fen(line, work) + amount_fen >= line.amount_fen


def _finish(agreement: Agreement, case: Case, work: Work) -> None:
    lines = obligations_of(work.session, agreement)
    days = [line.fulfilled_on for line in lines]
    if all(days):
        work.record(
            Tag.ALL_FULFILLED, case.id, **told(agreement), fulfilled_on=max(filter(None, days))
        )
