"""移送 and 联合调解: what goes to an outside organ, and who mediates across the county line.

A quarrel about where the boundary runs is for the two governments (边界条例 3 条; 草原法 16 条 for
tenure): committees may only mediate what happened beside the line (75号令 21 条).
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.handover_commands import JoinPartner, RecordReferralAnswer, ReferCase
from app.cases.handover_records import CasePartner, Referral
from app.cases.model import Case
from app.cases.particulars import Signals
from app.cases.tags import Tag
from app.cases.verbs import renew, take_case, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import NotFound, NotNow
from app.kernel.ids import new_id


def refer_case(command: ReferCase, work: Work) -> UUID:
    """Keep that an outside organ was given the matter or a part of it."""
    case = take_case(work)
    referral = Referral(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        organ=command.organ,
        recipient=command.recipient,
        letter=command.letter,
        because=command.because,
        on=command.on,
        referred_by=command.actor_id,
        referred_at=work.now,
    )
    work.session.add(referral)
    renew(case)
    work.record(Tag.REFERRED, case.id, organ=command.organ, late=not case.is_open)
    return referral.id


def record_referral_answer(command: RecordReferralAnswer, work: Work) -> None:
    """Keep what the organ answered; a second answer is added to the first."""
    case = take_case(work)
    referral = work.session.get(Referral, (case.county_id, command.referral_id))
    if referral is None or referral.case_id != case.id:
        raise NotFound("没有找到这次移送。请刷新页面后重试。")
    said = command.answer
    earlier = referral.answer
    referral.answer = said if earlier is None else f"{earlier}\n{command.on:%Y-%m-%d} {said}"
    referral.answered_on = referral.answered_on or command.on
    renew(case)
    work.record(Tag.REFERRAL_ANSWERED, case.id, organ=referral.organ, late=not case.is_open)


def join_partner(command: JoinPartner, work: Work) -> UUID:
    """Mediate together with a neighboring county's committee; never the boundary line itself."""
    case = take_open_case(work)
    signals = work.session.get(Signals, (case.county_id, case.id))
    if signals is not None and signals.administrative_boundary:
        message = (
            "这是行政区域界线本身的争议，由双方人民政府协商并报上一级政府（《行政区域边界争议处理条例》），"
            "调委会不能联合调解。请在“移送”里登记已报送的政府。"
        )
        raise NotNow(message)
    partner = CasePartner(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        name=command.partner,
        county=command.partner_county,
        role=command.role,
        contact=command.contact,
        on=command.on,
        joined_by=command.actor_id,
        joined_at=work.now,
    )
    work.session.add(partner)
    renew(case)
    work.record(Tag.JOINED_BY_PARTNER, case.id, role=command.role)
    return partner.id


def referrals_of(session: Session, case: Case) -> Sequence[Referral]:
    """List what outside organs were given, oldest first."""
    query = select(Referral).where(
        Referral.county_id == case.county_id, Referral.case_id == case.id
    )
    return session.scalars(query.order_by(Referral.referred_at, Referral.id)).all()


def partners_of(session: Session, case: Case) -> Sequence[CasePartner]:
    """List the neighboring committees that mediate with us."""
    query = select(CasePartner).where(
        CasePartner.county_id == case.county_id, CasePartner.case_id == case.id
    )
    return session.scalars(query.order_by(CasePartner.joined_at, CasePartner.id)).all()
