"""What a paper may be about: the case, one agreement, one session, one inquiry, one revisit."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.aftercare.model import Revisit
from app.agreements.enums import AgreementForm
from app.agreements.overview import fulfilled_since
from app.agreements.reading import agreements_of
from app.cases.enums import Channel
from app.cases.model import Case
from app.cases.referral import partners_of
from app.dossiers import subjects_people as people
from app.dossiers.catalogue import Entry, entry_of
from app.kernel.errors import NotNow
from app.meetings.consultation_reading import bodies_of
from app.meetings.enums import MeetingKind, MeetingState
from app.meetings.reading import inquiries_of, meetings_of
from app.supervision.order_reading import orders_of

Subject: TypeAlias = tuple[UUID, str]
Subjects: TypeAlias = Callable[[Session, Case], Iterable[Subject]]


def subjects_of(session: Session, case: Case, entry: Entry) -> Sequence[Subject]:
    """Name what papers of this kind may be about, with words to tell them apart; oldest first."""
    return list(SUBJECTS[entry.about](session, case))


def newest_subject(session: Session, case: Case, code: str) -> UUID:
    """Choose what a paper is about when nobody said: the newest there is; NotNow if none."""
    entry = entry_of(code)
    subjects = subjects_of(session, case, entry)
    if not subjects:
        message = f"{LACKS[entry.about]}，不能出具{entry.title}。"
        raise NotNow(message)
    return subjects[-1][0]


def _case(_session: Session, case: Case) -> Iterable[Subject]:
    return [(case.id, "")]


def _agreements(form: AgreementForm) -> Subjects:
    def concluded(session: Session, case: Case) -> Iterable[Subject]:
        mine = [one for one in agreements_of(session, case) if one.form == form]
        return [(one.id, one.number) for one in mine if one.concluded_on is not None]

    return concluded


def _effective(session: Session, case: Case) -> Iterable[Subject]:
    return [(one.id, one.number) for one in agreements_of(session, case) if one.effective_on]


def _fulfilled_for_police(session: Session, case: Case) -> Iterable[Subject]:
    """Name what the police who sent the case may be asked to accept (程序规定 186 条)."""
    if case.channel != Channel.POLICE:
        return []
    mine = agreements_of(session, case)
    return [(one.id, one.number) for one in mine if fulfilled_since(session, one)]


def _closed(_session: Session, case: Case) -> Iterable[Subject]:
    return [(case.id, "")] if case.outcome and case.accepted_on else []


def _held(session: Session, case: Case) -> Iterable[Subject]:
    held = [one for one in meetings_of(session, case) if one.state == MeetingState.HELD]
    return [(one.id, f"第{place}次 {one.on}") for place, one in enumerate(held, 1)]


def _planned(session: Session, case: Case) -> Iterable[Subject]:
    coming = [one for one in meetings_of(session, case) if one.state == MeetingState.PLANNED]
    return [(one.id, f"{one.on} {one.starts:%H:%M}") for one in coming]


def _consultations(session: Session, case: Case) -> Iterable[Subject]:
    for one in meetings_of(session, case):
        if one.kind == MeetingKind.JOINT_CONSULTATION and one.state == MeetingState.HELD:
            yield one.id, str(one.on)


def _consulted(session: Session, case: Case) -> Iterable[Subject]:
    for one in meetings_of(session, case):
        if one.kind == MeetingKind.JOINT_CONSULTATION:
            for body in bodies_of(session, one):
                yield body.row.id, f"{body.row.body} {one.on}"


def _inquiries(session: Session, case: Case) -> Iterable[Subject]:
    return [(row.id, f"{row.asked} {row.on}") for row in inquiries_of(session, case)]


def _revisits(session: Session, case: Case) -> Iterable[Subject]:
    held = select(Revisit).where(
        Revisit.county_id == case.county_id,
        Revisit.case_id == case.id,
        Revisit.held_on.is_not(None),
    )
    rows = session.scalars(held.order_by(Revisit.ordinal))
    return [(row.id, f"第{row.ordinal}次回访 {row.held_on}") for row in rows]


def _referred(_session: Session, case: Case) -> Iterable[Subject]:
    return [(case.id, "")] if case.referral_body else []


def _orders(session: Session, case: Case) -> Iterable[Subject]:
    return [(one.id, one.number) for one in reversed(orders_of(session, case))]


def _joint(session: Session, case: Case) -> Iterable[Subject]:
    return _held(session, case) if partners_of(session, case) else []


SUBJECTS: dict[str, Subjects] = {
    "agent": people.agents,
    "case": _case,
    "closed_case": _closed,
    "consultation": _consultations,
    "consulted_body": _consulted,
    "effective_agreement": _effective,
    "fulfilled_police_agreement": _fulfilled_for_police,
    "fulfillment": people.fulfillments,
    "guardian": people.guardians,
    "inquiry": _inquiries,
    "joint_meeting": _joint,
    "meeting": _held,
    "oral_agreement": _agreements(AgreementForm.ORAL),
    "party": people.parties,
    "planned_meeting": _planned,
    "referral": people.referrals,
    "referred_case": _referred,
    "revisit": _revisits,
    "supervision_order": _orders,
    "written_agreement": _agreements(AgreementForm.WRITTEN),
}
LACKS = {
    "agent": "案件没有登记代理人",
    "fulfilled_police_agreement": "案件不是公安机关移送的，或者协议还没有全部履行",
    "fulfillment": "案件还没有登记过履行",
    "guardian": "案件没有登记监护人",
    "joint_meeting": "案件没有和毗邻调委会联合调解过",
    "party": "案件没有当事人",
    "referral": "案件没有登记过移送",
    "referred_case": "案件不是别的单位委托移送来的",
    "closed_case": "案件还没有结案",
    "effective_agreement": "案件还没有生效的调解协议",
    "consultation": "案件还没有开过集体会诊",
    "consulted_body": "案件还没有通知单位会诊",
    "inquiry": "案件还没有调查记录",
    "meeting": "案件还没有登记过调解",
    "oral_agreement": "案件还没有口头协议",
    "planned_meeting": "案件还没有安排下一次调解",
    "revisit": "案件还没有登记过回访",
    "supervision_order": "案件还没有签发过督办单",
    "written_agreement": "案件还没有定稿的调解协议",
}
