"""From rows to the plain data of a paper; one function a paper, found by its code."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from app.dossiers.mapping import (
    agreement,
    consulting,
    court,
    ending,
    file,
    hearing,
    inquiry,
    joint,
    letters,
    opening,
    people,
    supervision,
)
from app.dossiers.mapping.desk import Desk
from documents.papers import Paper

Maker: TypeAlias = Callable[[Desk], Paper]
Known: TypeAlias = Callable[[Desk], dict[str, str]]

MAKERS: Mapping[str, Maker] = {
    "acceptance_form": opening.acceptance_form,
    "address_confirmation": court.address_confirmation,
    "application_form": opening.application_form,
    "authority_letter": people.power_of_attorney,
    "closing_report": ending.closing_report,
    "confirmation_application": court.confirmation_application,
    "consultation_minutes": consulting.consultation_minutes,
    "consultation_notice": consulting.consultation_notice,
    "delivery_receipt": letters.delivery_receipt,
    "evidence_index": file.evidence_index,
    "file_statement": file.file_statement,
    "fulfillment_proof": file.fulfillment_receipt,
    "guardian_record": people.guardian_record,
    "identity_documents": people.identity_sheet,
    "inquiry_record": inquiry.inquiry_record,
    "intake_receipt": opening.intake_receipt,
    "joint_record": joint.joint_record,
    "mediation_agreement": agreement.mediation_agreement,
    "mediation_certificate": court.mediation_certificate,
    "mediation_record": hearing.mediation_record,
    "meeting_invitation": hearing.meeting_invitation,
    "no_penalty_application": letters.no_penalty_application,
    "non_acceptance_notice": opening.non_acceptance_notice,
    "oral_agreement_form": agreement.oral_agreement_form,
    "referral_letter": letters.referral_letter,
    "referral_reply": letters.referral_reply,
    "revisit_record": ending.revisit_record,
    "rights_notice": opening.rights_notice,
    "supervision_order": supervision.supervision_order,
    "termination_notice": ending.termination_notice,
    "withdrawal": letters.withdrawal,
}
KNOWN: Mapping[str, Known] = {  # the asked words that the case itself knows
    "authority_letter": people.authority_known,
    "delivery_receipt": letters.delivery_known,
    "guardian_record": people.guardian_known,
    "identity_documents": people.identity_known,
    "inquiry_record": inquiry.inquiry_known,
    "no_penalty_application": letters.no_penalty_known,
    "referral_reply": letters.reply_known,
    "withdrawal": letters.withdrawal_known,
}
