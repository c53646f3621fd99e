"""Papers between bodies: referral and reply, joint mediation, supervision, service."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from documents.papers.hearing import MediationRecord, Result
from documents.papers.parts import LETTER, Paper


@dataclass(frozen=True, kw_only=True)
class ReferralLetter(Paper):
    """委托（移送）函 (PAPERS ⑯): to another body, with the parties' consent and what is handed over."""

    code: ClassVar[str] = "referral_letter"
    title: ClassVar[str] = "矛盾纠纷移送函"
    dated_by: ClassVar[str] = "sent_on"
    sheets: ClassVar[tuple[str, ...]] = LETTER

    to: str
    subject: str
    parties: tuple[str, ...]
    claims: str
    reason: str
    materials: tuple[str, ...]
    sent_on: date
    reply_by: date | None = None
    contact: str = ""
    consented: bool = True


@dataclass(frozen=True, kw_only=True)
class ReferralReply(Paper):
    """反馈函 (PAPERS ⑯), or 不予调解函 when the matter was not taken up."""

    code: ClassVar[str] = "referral_reply"
    title: ClassVar[str] = "委托移送调解反馈函"
    dated_by: ClassVar[str] = "replied_on"
    sheets: ClassVar[tuple[str, ...]] = LETTER

    to: str
    letter_number: str
    subject: str
    accepted: bool
    result: str
    replied_on: date
    agreement_number: str = ""
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class JointRecord(Paper):
    """联合调解记录 (PAPERS ⑰; 75号令 Art 21): two committees, both seals.

    ``hosted`` says that ours leads (主办); else the partner does, and ours assists (协办).
    """

    code: ClassVar[str] = "joint_record"
    title: ClassVar[str] = "联合调解记录"
    dated_by: ClassVar[str] = "held_on"

    RESULTS: ClassVar[dict[str, str]] = MediationRecord.RESULTS

    partner: str
    subject: str
    held_on: date
    begins: time
    place: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    partner_mediators: tuple[str, ...]
    recorder: str
    body: str
    result: Result
    hosted: bool = True
    attendees: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SupervisionOrder(Paper):
    """督办单: the matter, who answers for it, by when, what is asked, what was reported back."""

    code: ClassVar[str] = "supervision_order"
    title: ClassVar[str] = "矛盾纠纷督办单"
    dated_by: ClassVar[str] = "issued_on"
    one_page: ClassVar[bool] = True

    subject: str
    unit: str
    person: str
    issued_on: date
    due_on: date
    reason: str
    demands: str
    signed_by: str


@dataclass(frozen=True, kw_only=True)
class DeliveryReceipt(Paper):
    """送达回证: which papers were handed to whom, how and where."""

    code: ClassVar[str] = "delivery_receipt"
    title: ClassVar[str] = "送达回证"
    dated_by: ClassVar[str] = "sent_on"

    recipient: str
    subject: str
    papers: tuple[str, ...]
    place: str
    manner: str
    server: str
    sent_on: date


@dataclass(frozen=True, kw_only=True)
class NoPenaltyApplication(Paper):
    """公安认可不予处罚书面申请 (PAPERS ⑱; 程序规定 186): all parties, after the agreement is fulfilled."""

    code: ClassVar[str] = "no_penalty_application"
    title: ClassVar[str] = "不予处罚申请书"
    dated_by: ClassVar[str] = "applied_on"

    to: str
    applicants: tuple[str, ...]
    subject: str
    agreement_number: str
    concluded_on: date
    fulfilled_on: date
    attachments: tuple[str, ...]
    applied_on: date
    letter_number: str = ""
