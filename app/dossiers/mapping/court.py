"""The set that goes to the court together (人民调解法 33 条; 民诉法解释 353–355 条)."""

from app.agreements.checks import bars, examine
from app.agreements.court_window import last_day_for_confirmation
from app.agreements.findings import Bar
from app.agreements.model import Agreement
from app.agreements.reading import circumstances_of, find_agreement, wording_of
from app.cases.sealed import phone_of
from app.deadlines.holidays import calendar_of
from app.dossiers.mapping.agreement import facts_of
from app.dossiers.mapping.desk import Desk
from app.kernel.db import ring_of
from app.kernel.errors import Incomplete, NotNow
from app.places.reading import place_name
from documents.papers import (
    Address,
    AddressConfirmation,
    ConfirmationApplication,
    MediationCertificate,
)

ATTACHMENTS = (
    "人民调解协议书",
    "申请人身份证明、代理手续",
    "人民调解委员会主持调解的证明",
    "与调解协议相关的财产权利证明",
    "申请人的送达地址、电话",
)


def confirmation_application(desk: Desk) -> ConfirmationApplication:
    """Write the joint application; NotNow where the court may not confirm, or it is too late."""
    agreement = find_agreement(desk.session, desk.case, desk.subject_id)
    if agreement.effective_on is None or agreement.concluded_on is None:
        raise NotNow("协议还没有生效，不能申请司法确认。请先登记签字和盖章。")
    _demand_open_window(desk, agreement)
    facts = facts_of(wording_of(desk.session, agreement))
    return ConfirmationApplication(
        committee=desk.committee_name,
        number=agreement.number,
        parties=desk.blocks,
        court=desk.court,
        agreement_number=agreement.number,
        concluded_on=agreement.concluded_on,
        effective_on=agreement.effective_on,
        reasons=f"{facts}\n经调解，申请人自愿达成调解协议。",
        attachments=ATTACHMENTS,
        applied_on=desk.on,
    )


def mediation_certificate(desk: Desk) -> MediationCertificate:
    """Write that the committee led the mediation (民诉法解释 354 条)."""
    agreement = find_agreement(desk.session, desk.case, desk.subject_id)
    if agreement.concluded_on is None:
        raise NotNow("协议还没有定稿，不能出具主持调解证明。")
    return MediationCertificate(
        committee=desk.committee_name,
        number=agreement.number,
        court=desk.court,
        parties=desk.names,
        subject=desk.matter,
        agreement_number=agreement.number,
        concluded_on=agreement.concluded_on,
        mediators=desk.mediators,
        certified_on=desk.on,
    )


def address_confirmation(desk: Desk) -> AddressConfirmation:
    """Write where the court reaches each applicant: the telephone in full, the party signs for it."""
    agreement = find_agreement(desk.session, desk.case, desk.subject_id)
    if agreement.effective_on is None:
        raise NotNow("协议还没有生效，不能申请司法确认。请先登记签字和盖章。")
    takers = dict(_pair(line) for line in desk.lines("recipients"))
    if unknown := sorted(set(takers) - set(desk.names)):
        message = f"指定代收人里写了{'、'.join(unknown)}，不是本案当事人。请写成“当事人：代收人”。"
        raise Incomplete(message)
    return AddressConfirmation(
        committee=desk.committee_name,
        number=agreement.number,
        court=desk.court,
        subject=desk.case.title,
        addresses=tuple(
            Address(
                name=party.name,
                address=party.address or place_name(desk.session, party.county_id, party.area_code),
                phone=phone_of(party, ring_of(desk.session)) or "",
                recipient=takers.get(party.name, ""),
            )
            for party in desk.parties
        ),
        confirmed_on=desk.on,
    )


def _pair(line: str) -> tuple[str, str]:
    name, _, taker = line.replace(":", "：").partition("：")
    return name.strip(), taker.strip()


def _demand_open_window(desk: Desk, agreement: Agreement) -> None:
    wording = wording_of(desk.session, agreement)
    seen = circumstances_of(desk.session, desk.case, desk.on)
    if Bar.CONFIRMATION in bars(examine(wording, seen)):
        raise NotNow("协议涉及身份关系或者权属确认，人民法院不受理司法确认（民诉法解释第355条）。")
    calendar = calendar_of(desk.session, desk.case.county_id)
    last = agreement.effective_on and last_day_for_confirmation(agreement.effective_on, calendar)
    if last and desk.on > last:
        message = f"共同申请司法确认的最后一天是{last}，已经过期（人民调解法第33条）。"
        raise NotNow(message)
