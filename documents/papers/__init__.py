"""What may be printed: every paper of a case file as plain, frozen data."""

from documents.papers.authority import (
    FulfillmentReceipt,
    GuardianRecord,
    IdentitySheet,
    PowerOfAttorney,
    Withdrawal,
)
from documents.papers.between import (
    DeliveryReceipt,
    JointRecord,
    NoPenaltyApplication,
    ReferralLetter,
    ReferralReply,
    SupervisionOrder,
)
from documents.papers.bulletin import Bulletin, BulletinPart
from documents.papers.court import (
    Address,
    AddressConfirmation,
    ConfirmationApplication,
    MediationCertificate,
)
from documents.papers.filing import (
    BackCover,
    CatalogLine,
    ClosingReport,
    DossierCatalog,
    DossierCover,
    Evidence,
    EvidenceIndex,
    FileStatement,
)
from documents.papers.hearing import (
    Attendee,
    ConsultationNotice,
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
from documents.papers.registers import RegisterSheet, SheetColumn

__all__ = [
    "AcceptanceForm",
    "Address",
    "AddressConfirmation",
    "ApplicationForm",
    "Attendee",
    "BackCover",
    "BilingualClause",
    "Bulletin",
    "BulletinPart",
    "CatalogLine",
    "Clause",
    "ClosingReport",
    "ConfirmationApplication",
    "ConsultationNotice",
    "DeliveryReceipt",
    "DossierCatalog",
    "DossierCover",
    "Evidence",
    "EvidenceIndex",
    "FileStatement",
    "FulfillmentReceipt",
    "GuardianRecord",
    "IdentitySheet",
    "InquiryRecord",
    "IntakeReceipt",
    "JointConsultationMinutes",
    "JointRecord",
    "Measure",
    "MediationAgreement",
    "MediationCertificate",
    "MediationRecord",
    "MeetingInvitation",
    "NoPenaltyApplication",
    "NonAcceptanceNotice",
    "ObligationLine",
    "OralAgreementForm",
    "Paper",
    "PartyBlock",
    "PowerOfAttorney",
    "ReferralLetter",
    "ReferralReply",
    "RegisterSheet",
    "Remedy",
    "RevisitRecord",
    "RightsNotice",
    "SheetColumn",
    "SupervisionOrder",
    "TerminationNotice",
    "Withdrawal",
    "by_code",
]


def by_code() -> dict[str, type[Paper]]:
    """Name every paper that can be printed, code to class, in the order of the classes."""
    return {kind.code: kind for kind in Paper.kinds()}
