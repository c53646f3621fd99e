"""撤回履行登记: what was registered as done by mistake counts no more, and stays in the books.

Whatever followed from it follows again from what still stands. An ending that rests on it is taken
back first (see `cases.reopening`): a settled case may not stand closed with a duty still owed.
"""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_behind
from app.access.permissions import Permission
from app.agreements.aftermath import Fulfillment, WithdrawnFulfillment
from app.agreements.commands import WithdrawFulfillment
from app.agreements.done import done_on
from app.agreements.enums import AgreementKind
from app.agreements.following import watch_promise
from app.agreements.fulfilling import find_obligation
from app.agreements.model import Agreement, Obligation
from app.agreements.overview import fulfillments_of, left_to_court, withdrawals_of
from app.agreements.reading import obligations_of
from app.agreements.tags import Tag
from app.agreements.telling import told
from app.cases.closing import archiving_of
from app.cases.enums import Outcome
from app.cases.model import Case
from app.cases.recusal import seats_of
from app.cases.verbs import renew, take_case
from app.deadlines.opening import met_terms, run_again
from app.kernel.bus import Work
from app.kernel.errors import DomainError, Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.text import clean
from app.people.names import names_of

REASON_LIMIT = 300


def withdraw_fulfillment(command: WithdrawFulfillment, work: Work) -> UUID:
    """Let a mistaken registration count no more; what is owed by it is owed again."""
    case = take_case(work)
    row = work.session.get(Fulfillment, (case.county_id, command.fulfillment_id))
    if row is None:
        raise NotFound("这个案件里没有这次履行登记。请刷新页面，从“经过”里重新选择。")
    line, agreement = find_obligation(row.obligation_id, case, work)
    refusal = why_not_withdraw(work.session, case, agreement, row, actor_behind(work))
    if refusal is not None:
        raise refusal
    because = clean(command.because, label="撤回的原因", limit=REASON_LIMIT)
    if not because:
        raise Incomplete("请写明为什么撤回，例如“登到别的案件的钱了”。", field="because")
    work.session.add(_record(row, because, work))
    work.session.flush()
    renew(case)
    _count_again(line, agreement, case, row, work)
    return row.id


def why_not_withdraw(
    session: Session, case: Case, agreement: Agreement, row: Fulfillment, actor: Actor
) -> DomainError | None:
    """Say why this person may not take the registration back; None where they may."""
    line = session.get_one(Obligation, (row.county_id, row.obligation_id))
    if row.id in withdrawals_of(session, line):
        return NotNow("这次履行登记已经撤回过了，不用再办。请刷新页面看最新的情况。")
    if archiving_of(session, case) is not None:
        return NotNow(
            "案卷已经归档，不能撤回履行登记。确实登错的，请把情况写进“卷宗情况说明”；"
            "还有争议的，请重新申请，系统会关联原案。"
        )
    if _ending_rests_on(session, case, agreement, line, row):
        return NotNow(
            "案件已经按调解成功结案，撤回以后这一项还没有履行完，结案就不成立了。"
            "请先在“结案”页撤销结案，再回来撤回。"
        )
    seated = {seat.mediator_id for seat in seats_of(session, case)}
    is_theirs = row.recorded_by == actor.user_id or actor.mediator_id in seated
    if is_theirs or actor.may(Permission.CASE_SUPERVISE):
        return None
    name = names_of(session, case.county_id, {row.recorded_by}).get(row.recorded_by, "别人")
    return NotAllowed(
        f"这次履行是{name}登记的，您不是本案的承办调解员，不能撤回。"
        f"请由{name}或者承办调解员撤回，或者报乡镇、县中心负责人撤回。"
    )


def _ending_rests_on(
    session: Session, case: Case, agreement: Agreement, line: Obligation, row: Fulfillment
) -> bool:
    if case.outcome != Outcome.SETTLED or agreement.kind != AgreementKind.FINAL:
        return False
    others = [one for one in fulfillments_of(session, line) if one.id != row.id]
    is_owed = done_on(line, others, withdrawals_of(session, line)) is None
    return is_owed and line.fulfilled_on is not None and not left_to_court(session, [line])


def _record(row: Fulfillment, because: str, work: Work) -> WithdrawnFulfillment:
    return WithdrawnFulfillment(
        county_id=row.county_id,
        fulfillment_id=row.id,
        on=work.command.on,
        because=because,
        withdrawn_by=work.command.actor_id,
        withdrawn_at=work.now,
    )


def _count_again(
    line: Obligation, agreement: Agreement, case: Case, row: Fulfillment, work: Work
) -> None:
    before = _all_done_on(agreement, work)
    rows, withdrawn = fulfillments_of(work.session, line), withdrawals_of(work.session, line)
    was, line.fulfilled_on = line.fulfilled_on, done_on(line, rows, withdrawn)
    work.session.flush()
    said = {**told(agreement), "obligation": line.ordinal, "fulfillment_id": row.id}
    work.record(Tag.FULFILLMENT_WITHDRAWN, case.id, **said, fulfilled_on=line.fulfilled_on)
    if line.fulfilled_on == was:
        return
    _run_on(line, agreement, case, work)
    now = _all_done_on(agreement, work)
    if before is not None and now is None:
        work.record(Tag.OWED_AGAIN, case.id, **told(agreement))
    elif now is not None and now != before:
        work.record(Tag.ALL_FULFILLED, case.id, **told(agreement), fulfilled_on=now)


def _run_on(line: Obligation, agreement: Agreement, case: Case, work: Work) -> None:
    """Let the promised day be watched on; where another registration holds, it was kept then."""
    met = met_terms(work, line.id)
    for term in met:
        if line.fulfilled_on is None:
            run_again(work, term)
        else:
            term.ended_on = line.fulfilled_on
    if not met and agreement.effective_on is not None:
        watch_promise(line, case, work)


def _all_done_on(agreement: Agreement, work: Work) -> date | None:
    days = [line.fulfilled_on for line in obligations_of(work.session, agreement)]
    done = [day for day in days if day is not None]
    return max(done) if len(done) == len(days) else None
