"""Letters between bodies and to the parties: referral and reply, service, withdrawal."""

from app.agreements.overview import fulfilled_since
from app.agreements.reading import agreements_of, find_agreement
from app.cases.closing import closure_of
from app.cases.enums import Organ, Outcome
from app.cases.handover_records import Referral
from app.cases.intake.targets import target_of
from app.dossiers.mapping.desk import Desk, clause
from app.dossiers.mapping.opening import claims_of
from app.dossiers.mapping.people import party_of
from app.kernel.errors import NotFound, NotNow
from app.places.reading import place_name
from app.words import label
from documents.papers import (
    DeliveryReceipt,
    NoPenaltyApplication,
    ReferralLetter,
    ReferralReply,
    Withdrawal,
)

YES = "yes"
FULFILLED = "人民调解协议书1份\n履行凭证"


def referral_letter(desk: Desk) -> ReferralLetter:
    """Write what is given to an outside organ and why (PAPERS ⑯)."""
    row = desk.session.get(Referral, (desk.case.county_id, desk.subject_id))
    if row is None or row.case_id != desk.case.id:
        raise NotFound("这个案件没有登记过这次移送，请从文书页重新打开。")
    organ = target_of(desk.session, row.county_id, Organ(row.organ))
    return ReferralLetter(
        committee=desk.committee_name,
        number=row.letter or desk.number,
        to=row.recipient or organ.name,
        subject=desk.matter,
        parties=desk.names,
        claims="；".join(claims_of(desk)) or desk.case.summary,
        reason=clause(row.because),
        materials=desk.lines("materials"),
        sent_on=row.on,
        reply_by=desk.day("reply_by"),
        contact=desk.contact,
        consented=desk.words["is_agreed"] == YES,
    )


def referral_reply(desk: Desk) -> ReferralReply:
    """Write back to the organ that entrusted the matter: taken up and how it went, or not."""
    declared = desk.acceptance
    if declared is None or not desk.case.referral_body:
        raise NotNow("案件还没有决定是否受理，或者不是委托移送来的，不能出具反馈函。")
    numbers = [one.number for one in agreements_of(desk.session, desk.case) if one.effective_on]
    return ReferralReply(
        committee=desk.committee_name,
        number=desk.number,
        to=desk.case.referral_body,
        letter_number=desk.case.referral_letter or "",
        subject=desk.case.title,
        accepted=declared.is_accepted,
        result=desk.words["result"],
        replied_on=desk.on,
        agreement_number="、".join(numbers),
        contact=desk.contact,
    )


def reply_known(desk: Desk) -> dict[str, str]:
    """Say how the case stands, or why it was not taken up."""
    declared = desk.acceptance
    if declared is not None and not declared.is_accepted:
        return {"result": declared.reason or ""}
    closure = closure_of(desk.session, desk.case)
    if closure is None:
        return {}
    said = f"案件于{closure.on:%Y年%-m月%-d日}结案，结果为{label(Outcome(closure.outcome))}。"
    return {"result": said + (closure.reason or "")}


def delivery_receipt(desk: Desk) -> DeliveryReceipt:
    """Write which papers were handed to whom, how and where."""
    return DeliveryReceipt(
        committee=desk.committee_name,
        number=desk.number,
        recipient=party_of(desk).name,
        subject=desk.case.title,
        papers=desk.lines("papers"),
        place=desk.words["place"],
        manner=desk.words["manner"],
        server=desk.user(desk.actor_id),
        sent_on=desk.on,
    )


def delivery_known(desk: Desk) -> dict[str, str]:
    """Fill in where the party lives and the usual way."""
    party = party_of(desk)
    place = party.address or place_name(desk.session, party.county_id, party.area_code)
    return {"place": place, "manner": "当面交给本人"}


def withdrawal(desk: Desk) -> Withdrawal:
    """Write that who asked for mediation takes it back."""
    return Withdrawal(
        committee=desk.committee_name,
        number=desk.number,
        applicants=tuple(p.name for p in desk.parties if p.side == "applicant") or desk.names[:1],
        subject=desk.case.title,
        requested_on=desk.case.requested_on,
        reason=clause(desk.words["reason"]),
        withdrawn_on=desk.on,
    )


def withdrawal_known(desk: Desk) -> dict[str, str]:
    """Fill in the reason that closed the case."""
    closure = closure_of(desk.session, desk.case)
    withdrawn = closure is not None and closure.outcome == Outcome.WITHDRAWN
    return {"reason": (closure.reason or "") if closure and withdrawn else ""}


def no_penalty_application(desk: Desk) -> NoPenaltyApplication:
    """Write the parties' request to the police once all is fulfilled (PAPERS ⑱; 程序规定 186 条)."""
    agreement = find_agreement(desk.session, desk.case, desk.subject_id)
    since = fulfilled_since(desk.session, agreement)
    if since is None or agreement.concluded_on is None:
        raise NotNow("协议还没有全部履行，不能申请公安机关认可。请先登记履行情况。")
    return NoPenaltyApplication(
        committee=desk.committee_name,
        number=desk.number,
        to=desk.words["to"],
        applicants=desk.names,
        subject=desk.matter,
        agreement_number=agreement.number,
        concluded_on=agreement.concluded_on,
        fulfilled_on=since,
        attachments=desk.lines("attachments"),
        applied_on=desk.on,
        letter_number=desk.case.referral_letter or "",
    )


def no_penalty_known(desk: Desk) -> dict[str, str]:
    """Fill in the police body that sent the case, and what goes along."""
    return {"to": desk.case.referral_body or "", "attachments": FULFILLED}
