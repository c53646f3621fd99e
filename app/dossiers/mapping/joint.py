"""联合调解记录: a session held together with a neighboring county's committee (75号令 21 条)."""

from app.cases.handover_commands import PartnerRole
from app.cases.referral import partners_of
from app.dossiers.mapping.desk import Desk
from app.dossiers.mapping.hearing import mediation_record
from app.kernel.errors import NotNow
from documents.papers import JointRecord


def joint_record(desk: Desk) -> JointRecord:
    """Write the record of a session of two committees: what its own record says, and who hosts."""
    partners = partners_of(desk.session, desk.case)
    if not partners:
        raise NotNow("案件没有登记联合调解的毗邻调委会，请先在案件页登记。")
    partner, record = partners[-1], mediation_record(desk)
    theirs = desk.names_in("partner_mediators")
    return JointRecord(
        committee=record.committee,
        number=record.number,
        partner=partner.name,
        subject=record.subject,
        held_on=record.held_on,
        begins=record.begins,
        place=record.place,
        parties=record.parties,
        mediators=tuple(name for name in record.mediators if name not in theirs),
        partner_mediators=theirs,
        recorder=record.recorder,
        body=record.body,
        result=record.result,
        ink_only=record.ink_only,
        hosted=partner.role == PartnerRole.HOST,
        attendees=tuple(name for name in record.attendees if name not in theirs),
    )
