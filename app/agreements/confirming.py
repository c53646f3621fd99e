"""司法确认 (人民调解法 33 条; 民诉法 205 条): jointly, in time, and only what a court may confirm."""

from datetime import date
from uuid import UUID

from app.agreements.aftermath import ConfirmationApplicant, JudicialConfirmation
from app.agreements.commands import ApplyForConfirmation, RecordConfirmation
from app.agreements.court_window import COURT_WINDOW, last_day_for_confirmation
from app.agreements.enums import ConfirmationResult
from app.agreements.following import is_confirmable
from app.agreements.model import Agreement
from app.agreements.overview import confirmation_row
from app.agreements.reading import find_agreement, parties_of
from app.agreements.tags import Tag
from app.agreements.telling import flags_of, told
from app.cases.model import Case
from app.cases.verbs import take_case
from app.deadlines.holidays import calendar_of
from app.deadlines.opening import end_terms
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id

UNDER_WAY = frozenset({ConfirmationResult.PENDING, ConfirmationResult.CONFIRMED})


def apply_for_confirmation(command: ApplyForConfirmation, work: Work) -> UUID:
    """Take the joint application, or say which condition of the law is not met."""
    case = take_case(work)
    agreement = find_agreement(work.session, case, command.agreement_id)
    _demand_first(agreement, work)
    last_day = _demand_fit(agreement, case, command.on, work)
    _demand_all(command, case, work)
    row = JudicialConfirmation(
        county_id=case.county_id,
        id=new_id(),
        agreement_id=agreement.id,
        applied_on=command.on,
        last_day=last_day,
        court=command.court,
        result=ConfirmationResult.PENDING,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    for party_id in command.party_ids:
        work.session.add(
            ConfirmationApplicant(
                county_id=case.county_id, confirmation_id=row.id, party_id=party_id
            )
        )
    end_terms(work, case.id, COURT_WINDOW, subject_id=agreement.id)
    work.record(Tag.CONFIRMATION_APPLIED, case.id, **told(agreement), last_day=last_day)
    return row.id


def record_confirmation(command: RecordConfirmation, work: Work) -> UUID:
    """Take down what the court answered."""
    case = take_case(work)
    agreement = find_agreement(work.session, case, command.agreement_id)
    if command.result is ConfirmationResult.PENDING:
        raise Incomplete("请选择法院的答复：确认有效、驳回，或者已撤回申请。", field="result")
    row = confirmation_row(work.session, agreement)
    if row is None:
        raise NotFound("还没有登记司法确认申请。请先登记双方的共同申请，再登记法院的答复。")
    row.result, row.result_on = command.result, command.on
    row.court_number, row.note = command.court_number, command.note
    work.record(
        Tag.CONFIRMATION_ANSWERED,
        case.id,
        **told(agreement),
        result=command.result,
        **flags_of(case),
    )
    return row.id


def _demand_first(agreement: Agreement, work: Work) -> None:
    before = confirmation_row(work.session, agreement)
    if before is not None and before.result in UNDER_WAY:
        raise NotNow("已经登记过共同申请，不用再登记。法院有了答复，请登记答复。")


def _demand_fit(agreement: Agreement, case: Case, on: date, work: Work) -> date:
    if agreement.effective_on is None:
        raise NotNow("协议还没有生效（当事人、调解员签字并盖章后才生效），不能申请司法确认。")
    if not is_confirmable(agreement, case, work):
        message = (
            "协议涉及身份关系或者权属确认，人民法院不受理司法确认（民诉法解释第355条）。"
            "身份关系请到民政部门或法院办理，权属争议请向人民政府申请处理。"
        )
        raise NotNow(message)
    calendar = calendar_of(work.session, case.county_id)
    last_day = last_day_for_confirmation(agreement.effective_on, calendar)
    if on > last_day:
        message = (
            f"协议{agreement.effective_on}生效，共同申请司法确认的最后一天是{last_day}，已经过期"
            "（人民调解法第33条）。对履行有争议的，当事人可以向人民法院起诉。"
        )
        raise NotNow(message)
    return last_day


def _demand_all(command: ApplyForConfirmation, case: Case, work: Work) -> None:
    absent = [
        party.name for party in parties_of(work.session, case) if party.id not in command.party_ids
    ]
    if absent:
        message = (
            f"司法确认要各方当事人共同申请（人民调解法第33条），还缺：{'、'.join(absent)}。"
            "请征得其同意后一起申请。"
        )
        raise Incomplete(message, field="party_ids")
