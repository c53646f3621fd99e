"""From rows to the plain data of a paper; one function a paper, found by its code."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from app.dossiers.mapping import agreement, court, ending, hearing, opening
from app.dossiers.mapping.desk import Desk
from documents.papers import Paper

Maker: TypeAlias = Callable[[Desk], Paper]

MAKERS: Mapping[str, Maker] = {
    "acceptance_form": opening.acceptance_form,
    "application_form": opening.application_form,
    "closing_report": ending.closing_report,
    "confirmation_application": court.confirmation_application,
    "consultation_minutes": hearing.consultation_minutes,
    "inquiry_record": hearing.inquiry_record,
    "intake_receipt": opening.intake_receipt,
    "mediation_agreement": agreement.mediation_agreement,
    "mediation_certificate": court.mediation_certificate,
    "mediation_record": hearing.mediation_record,
    "meeting_invitation": hearing.meeting_invitation,
    "non_acceptance_notice": opening.non_acceptance_notice,
    "oral_agreement_form": agreement.oral_agreement_form,
    "revisit_record": ending.revisit_record,
    "rights_notice": opening.rights_notice,
    "termination_notice": ending.termination_notice,
}
