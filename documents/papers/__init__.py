"""What may be printed: every paper of a case file as plain, frozen data."""

from documents.papers.hearing import (
    Attendee,
    InquiryRecord,
    JointConsultationMinutes,
    Measure,
    MediationRecord,
    MeetingInvitation,
)
from documents.papers.opening import (
    AcceptanceForm,
    ApplicationForm,
    IntakeReceipt,
    NonAcceptanceNotice,
    Remedy,
    RightsNotice,
)
from documents.papers.outcome import (
    MediationAgreement,
    OralAgreementForm,
    RevisitRecord,
    TerminationNotice,
)
from documents.papers.parts import BilingualClause, Clause, ObligationLine, Paper, PartyBlock

__all__ = [
    "AcceptanceForm",
    "ApplicationForm",
    "Attendee",
    "BilingualClause",
    "Clause",
    "InquiryRecord",
    "IntakeReceipt",
    "JointConsultationMinutes",
    "Measure",
    "MediationAgreement",
    "MediationRecord",
    "MeetingInvitation",
    "NonAcceptanceNotice",
    "ObligationLine",
    "OralAgreementForm",
    "Paper",
    "PartyBlock",
    "Remedy",
    "RevisitRecord",
    "RightsNotice",
    "TerminationNotice",
    "by_code",
]


def by_code() -> dict[str, type[Paper]]:
    """Name every paper that can be printed, code to class, in the order of the classes."""
    return {kind.code: kind for kind in Paper.kinds()}
