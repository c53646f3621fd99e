"""Write down a revisit: fulfillment, satisfaction, hidden trouble, measures."""

from uuid import UUID

from sqlalchemy import select

from app.aftercare.commands import RecordRevisit
from app.aftercare.enums import RevisitKind
from app.aftercare.model import Revisit, RevisitRecord
from app.aftercare.planning import add_revisit
from app.aftercare.tags import Tag
from app.agreements.reading import agreements_of, find_agreement, mediators_of, parties_of
from app.agreements.telling import check_day, flags_of
from app.cases.model import Case
from app.cases.verbs import take_case
from app.deadlines.opening import end_terms
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id


def record_revisit(command: RecordRevisit, work: Work) -> UUID:
    """Take down what a party said; a second report about the same party corrects nothing silently."""
    case = take_case(work)
    _check(command, case, work)
    visit = _visit(command, case, work)
    if _said_before(visit, command.party_id, work):
        raise NotNow("这次回访已经登记过这位当事人。如又回访了一次，请另登记一次回访。")
    row = RevisitRecord(
        county_id=case.county_id,
        id=new_id(),
        revisit_id=visit.id,
        party_id=command.party_id,
        on=command.on,
        manner=command.manner,
        visitors="、".join(command.visitors),
        fulfillment_heard=command.fulfillment_heard,
        fulfillment_said=command.fulfillment_said,
        satisfaction=command.satisfaction,
        satisfaction_asked_by=command.satisfaction_asked_by,
        later_dispute=command.later_dispute,
        hidden_trouble=command.hidden_trouble,
        measures=command.measures,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(row)
    _hold(visit, command, case, work)
    return visit.id


def _hold(visit: Revisit, command: RecordRevisit, case: Case, work: Work) -> None:
    visit.held_on = visit.held_on or command.on
    end_terms(work, case.id, subject_id=visit.id)
    work.record(
        Tag.HELD,
        case.id,
        revisit_id=visit.id,
        heard=command.fulfillment_heard,
        satisfaction=command.satisfaction,
        has_hidden_trouble=bool(command.hidden_trouble),
        has_later_dispute=bool(command.later_dispute),
        **flags_of(case),
    )


def _visit(command: RecordRevisit, case: Case, work: Work) -> Revisit:
    if command.revisit_id is not None:
        visit = work.session.get(Revisit, (case.county_id, command.revisit_id))
        if visit is None or visit.case_id != case.id:
            raise NotFound("这个案件没有这次回访，请从案件的回访页重新打开。")
        return visit
    if command.agreement_id is not None:
        agreement = find_agreement(work.session, case, command.agreement_id)
    else:
        known = agreements_of(work.session, case)
        if not known:
            raise NotNow("案件还没有调解协议，没有可以回访的内容。")
        agreement = known[-1]
    return add_revisit(agreement, RevisitKind.EXTRA, command.on, command.on, work)


def _check(command: RecordRevisit, case: Case, work: Work) -> None:
    check_day(command.on, case, work, said="回访日期")
    if command.party_id not in {party.id for party in parties_of(work.session, case)}:
        raise Incomplete("请选择本案的当事人。", field="party_id")
    asked_by = command.satisfaction_asked_by
    if command.satisfaction and not asked_by:
        raise Incomplete("请写明满意度是谁问的。", field="satisfaction_asked_by")
    if command.satisfaction and asked_by in mediators_of(work.session, case):
        message = (
            f"满意度要由承办调解员以外的人来问，{asked_by}是本案承办人。"
            "可以先只登记履行情况，满意度请别的工作人员问了再登记。"
        )
        raise Incomplete(message, field="satisfaction_asked_by")


def _said_before(visit: Revisit, party_id: UUID, work: Work) -> bool:
    known = select(RevisitRecord.id).where(
        RevisitRecord.county_id == visit.county_id,
        RevisitRecord.revisit_id == visit.id,
        RevisitRecord.party_id == party_id,
    )
    return work.session.scalar(known) is not None
