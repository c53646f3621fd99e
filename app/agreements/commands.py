"""What people ask and report of an agreement."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.agreements.enums import (
    AgreementForm,
    AgreementKind,
    ConfirmationResult,
    SignatureMethod,
    SignerRole,
    UrgingOutcome,
    UrgingWay,
)
from app.cases.commands import CaseReport, CaseRequest


@dataclass(frozen=True, kw_only=True)
class ObligationWords:
    """One obligation as it was written; money is fen."""

    debtor: str
    creditor: str = ""
    what: str
    amount_fen: int | None = None
    manner: str = ""
    place: str = ""
    due_on: date | None = None
    default_consequence: str = ""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The text of an agreement (人民调解法 29 条), whichever form it takes."""

    facts: str
    responsibilities: str = ""
    clauses: tuple[str, ...] = ()
    obligations: tuple[ObligationWords, ...] = ()
    has_court_copy: bool = False
    interpreter: str | None = None


@dataclass(frozen=True, kw_only=True)
class SignatureWords:
    """One hand put to the agreement; `on` is the day of that hand."""

    role: SignerRole
    signer: str
    method: SignatureMethod
    on: date
    party_id: UUID | None = None
    witness: str | None = None
    written_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class DraftAgreement(CaseRequest):
    """拟稿: save the text as a new revision; without an id a new agreement is begun.

    `number` is one that was leased to this person (a paper printed in the village carries it).
    """

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    wording: Wording
    agreement_id: UUID | None = None
    seen_revision: int | None = None
    kind: AgreementKind = AgreementKind.FINAL
    form: AgreementForm = AgreementForm.WRITTEN
    parent_id: UUID | None = None
    number: str | None = None


@dataclass(frozen=True, kw_only=True)
class FinalizeAgreement(CaseRequest):
    """定稿: the text as it stands is what will be printed and signed; refused while a check blocks."""

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    agreement_id: UUID
    recorder: str
    seen_revision: int | None = None


@dataclass(frozen=True, kw_only=True)
class ConcludeAgreement(CaseReport):
    """达成协议: it was reached on this day, in the words of the newest draft."""

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    agreement_id: UUID
    recorder: str


@dataclass(frozen=True, kw_only=True)
class RecordOralAgreement(CaseReport):
    """口头协议: it was reached by word of mouth on this day, and binds from it (28, 30 条)."""

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    wording: Wording
    kind: AgreementKind = AgreementKind.FINAL
    recorder: str
    agreement_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class RegisterSignatures(CaseReport):
    """登记签字: who signed, how and when."""

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    agreement_id: UUID
    signatures: tuple[SignatureWords, ...]
    is_tablet_agreed: bool = False


@dataclass(frozen=True, kw_only=True)
class AffixSeal(CaseReport):
    """加盖印章: the committee's seal was put to it on this day."""

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    agreement_id: UUID


@dataclass(frozen=True, kw_only=True)
class FulfillObligation(CaseReport):
    """登记履行: what was done on this day, in part or whole, and how it is known."""

    needs: ClassVar[Permission] = Permission.CASE_FOLLOW_UP
    obligation_id: UUID
    amount_fen: int | None = None
    is_whole: bool
    proof: str
    scan_sha256: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawFulfillment(CaseRequest):
    """撤回履行登记: it was registered by mistake and counts no more."""

    needs: ClassVar[Permission] = Permission.CASE_FOLLOW_UP
    fulfillment_id: UUID
    because: str


@dataclass(frozen=True, kw_only=True)
class UrgeObligation(CaseReport):
    """登记催促: the debtor was urged on this day (人民调解法 31 条)."""

    needs: ClassVar[Permission] = Permission.CASE_FOLLOW_UP
    obligation_id: UUID
    way: UrgingWay
    outcome: UrgingOutcome
    said: str
    promised_on: date | None = None
    remedies_told: bool = False


@dataclass(frozen=True, kw_only=True)
class ApplyForConfirmation(CaseRequest):
    """申请司法确认: all parties together, inside the last day (人民调解法 33 条)."""

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    agreement_id: UUID
    party_ids: tuple[UUID, ...]
    court: str


@dataclass(frozen=True, kw_only=True)
class RecordConfirmation(CaseReport):
    """司法确认结果: what the court answered on this day."""

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    agreement_id: UUID
    result: ConfirmationResult
    court_number: str | None = None
    note: str | None = None
