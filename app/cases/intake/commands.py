"""What people say at the intake desk; a form, a file and another program say it the same way."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from app.cases.commands import CaseReport, CaseRequest
from app.cases.enums import Organ
from app.cases.intake.record import IntakeRecord, PartySaid, RepresentativeSaid
from app.kernel.commands import Report, Request
from app.permissions import Permission

DESK = "desk"


@dataclass(frozen=True, kw_only=True)
class RegisterIntake(Report):
    """登记: a dispute was told; it is always taken into the books.

    The same `sender` and `record.ref` twice is one case. At the desk `ref` is the new case's id.
    """

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    record: IntakeRecord
    sender: str = DESK
    linked_case_id: UUID | None = None
    not_same: tuple[UUID, ...] = ()
    draft_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class TellAgain(CaseReport):
    """并入: the same dispute was told once more; nothing of it is lost, no second case is made."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    record: IntakeRecord
    draft_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class SaveDraft(Request):
    """存草稿: keep a half-filled form exactly as it was typed, for its writer only."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    draft_id: UUID
    title: str
    typed: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class DiscardDraft(Request):
    """删草稿: throw one's own half-filled form away."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    draft_id: UUID


@dataclass(frozen=True, kw_only=True)
class CorrectParty(CaseRequest):
    """更正当事人: write a party's details anew; the change is kept field by field."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    party_id: UUID
    said: PartySaid


@dataclass(frozen=True, kw_only=True)
class CorrectParticulars(CaseRequest):
    """更正案情: what is known of the dispute, written anew; the rules are asked again."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    record: IntakeRecord


@dataclass(frozen=True, kw_only=True)
class AddParty(CaseRequest):
    """补登当事人: somebody else turns out to be on a side."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    said: PartySaid


@dataclass(frozen=True, kw_only=True)
class AddRepresentative(CaseRequest):
    """登记代理人或监护人 (民法典 19–23 条; 民诉法 62 条 by analogy)."""

    needs: ClassVar[Permission] = Permission.CASE_REGISTER
    party_id: UUID
    said: RepresentativeSaid
    relation: str | None = None


@dataclass(frozen=True, kw_only=True)
class SetReferralTarget(Request):
    """填写去向: where the county's organ is found, printed on each 不予受理 (75号令 24 条)."""

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    organ: Organ
    name: str
    address: str | None = None
    phone: str | None = None
    hours: str | None = None
