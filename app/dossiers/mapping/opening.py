"""Papers that open a case, or say why it is not opened."""

from decimal import Decimal

from sqlalchemy import select

from app.cases.enums import Channel, DisputeType, Organ
from app.cases.intake.targets import target_of
from app.cases.model import Case
from app.cases.particulars import Claim
from app.dossiers.mapping.desk import Desk, clause
from app.kernel.errors import NotNow
from app.words import label
from documents.papers import (
    AcceptanceForm,
    ApplicationForm,
    IntakeReceipt,
    NonAcceptanceNotice,
    Remedy,
    RightsNotice,
)
from documents.papers.opening import Source

BASIS = "《人民调解工作若干规定》（司法部令第75号，参照）第二十二条、第二十四条"
ON_OWN_INITIATIVE = frozenset({Channel.SCREENING, Channel.GRID_REPORT})
BY_APPLICATION = frozenset({Channel.APPLICATION, Channel.WALK_IN, Channel.ONLINE})


def application_form(desk: Desk) -> ApplicationForm:
    """Write the application; the day of asking interrupts limitation (时效规定 12 条)."""
    case = desk.case
    return ApplicationForm(
        committee=desk.committee_name,
        number=desk.number,
        parties=desk.blocks,
        summary=case.summary,
        claims=claims_of(desk),
        requested_on=case.requested_on,
        oral=case.channel == Channel.WALK_IN,
        recorder=desk.user(case.registered_by),
    )


def acceptance_form(desk: Desk) -> AcceptanceForm:
    """Write the acceptance form; NotNow before acceptance."""
    case = desk.case
    if case.accepted_on is None:
        raise NotNow("案件还没有受理，不能出具受理登记表。请先办理受理。")
    return AcceptanceForm(
        committee=desk.committee_name,
        number=case.file_number or "",
        parties=desk.blocks,
        accepted_on=case.accepted_on,
        source=_source(Channel(case.channel)),
        dispute_type=label(DisputeType(case.dispute_type)).partition("（")[0],
        summary=case.summary,
        registrar=desk.user(case.registered_by),
        referred_by=case.referral_body or "",
        amount=Decimal(case.amount_fen) / 100 if case.amount_fen is not None else None,
        people=case.people_involved,
    )


def intake_receipt(desk: Desk) -> IntakeReceipt:
    """Write the receipt for who came."""
    case = desk.case
    return IntakeReceipt(
        committee=desk.committee_name,
        number=case.number,
        submitter="、".join(p.name for p in desk.parties if p.side == "applicant") or desk.names[0],
        subject=case.title,
        received_on=case.received_on,
        registrar=desk.user(case.registered_by),
        next_step=_next_step(case),
        contact=desk.contact,
    )


def _next_step(case: Case) -> str:
    asked = f"你提出请求的日期是{case.requested_on:%Y年%-m月%-d日}。"
    if case.accepted_on is not None:
        return f"{asked}本委员会已于{case.accepted_on:%Y年%-m月%-d日}受理，卷号{case.file_number}。"
    return f"{asked}是否受理，将另行告知。" if case.is_open else asked


def non_acceptance_notice(desk: Desk) -> NonAcceptanceNotice:
    """Write why it was declined and where to go (75号令 24 条)."""
    declined = desk.acceptance
    if declined is None or declined.is_accepted or declined.refer_to is None:
        raise NotNow("案件没有作出不予受理的决定，不能出具不予受理告知书。")
    target = target_of(desk.session, desk.case.county_id, Organ(declined.refer_to))
    remedy = Remedy(
        organ=target.name,
        handles=desk.case.title,
        address=target.address or "地址待本县填写",
        phone=target.phone or "电话待本县填写",
        deadline=target.hours or "",
    )
    return NonAcceptanceNotice(
        committee=desk.committee_name,
        number=desk.case.number,
        addressees=tuple(p.name for p in desk.parties if p.side == "applicant") or desk.names,
        subject=desk.case.title,
        requested_on=desk.case.requested_on,
        reason=clause(declined.reason or ""),
        basis=BASIS,
        remedies=(remedy,),
        decided_on=declined.on,
        contact=desk.contact,
    )


def rights_notice(desk: Desk) -> RightsNotice:
    """Write the notice of rights and duties (人民调解法 23, 24 条)."""
    told = [party.rights_told_on for party in desk.parties if party.rights_told_on]
    return RightsNotice(
        committee=desk.committee_name,
        number=desk.number,
        parties=desk.names,
        mediators=desk.mediators,
        noticed_on=max(told, default=desk.on),
        court=desk.court,
        contact=desk.contact,
    )


def claims_of(desk: Desk) -> tuple[str, ...]:
    """List what is asked for."""
    asked = select(Claim.text).where(
        Claim.county_id == desk.case.county_id, Claim.case_id == desk.case.id
    )
    return tuple(desk.session.scalars(asked.order_by(Claim.ordinal)))


def _source(channel: Channel) -> Source:
    if channel in BY_APPLICATION:
        return "application"
    return "own_initiative" if channel in ON_OWN_INITIATIVE else "referral"
