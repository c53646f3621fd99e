"""Papers on who a party is, who speaks for him, and what he did: identity, powers, receipts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from documents.papers.parts import Paper, PartyBlock


@dataclass(frozen=True, kw_only=True)
class PowerOfAttorney(Paper):
    """授权委托书 (by analogy with 民诉法 Art 62): a settlement needs a special power."""

    code: ClassVar[str] = "power_of_attorney"
    title: ClassVar[str] = "授权委托书"
    dated_by: ClassVar[str] = "granted_on"

    principal: PartyBlock
    representative: PartyBlock
    relation: str
    subject: str
    special: bool
    powers: tuple[str, ...]
    granted_on: date
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class GuardianRecord(Paper):
    """法定代理人（监护人）情况 (民法典 Art 19–23): the relation and what proves it."""

    code: ClassVar[str] = "guardian_record"
    title: ClassVar[str] = "法定代理人（监护人）情况登记表"
    dated_by: ClassVar[str] = "recorded_on"

    ward: PartyBlock
    guardian: PartyBlock
    relation: str
    basis: str
    proof: str
    recorder: str
    recorded_on: date


@dataclass(frozen=True, kw_only=True)
class IdentitySheet(Paper):
    """当事人身份证明: a place for the copy, and the word that it matches the original."""

    code: ClassVar[str] = "identity_sheet"
    title: ClassVar[str] = "当事人身份证明"
    dated_by: ClassVar[str] = "checked_on"

    party: str
    credential: str
    checker: str
    checked_on: date


@dataclass(frozen=True, kw_only=True)
class FulfillmentReceipt(Paper):
    """收条 (履行凭证): money or goods handed over under an agreement."""

    code: ClassVar[str] = "fulfillment_receipt"
    title: ClassVar[str] = "收条"
    dated_by: ClassVar[str] = "received_on"

    payer: str
    payee: str
    agreement_number: str
    what: str
    received_on: date
    amount: Decimal | None = None
    manner: str = ""
    is_whole: bool = True
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Withdrawal(Paper):
    """撤回申请书: a party asks the committee to end what he asked for."""

    code: ClassVar[str] = "withdrawal"
    title: ClassVar[str] = "撤回申请书"
    dated_by: ClassVar[str] = "withdrawn_on"

    applicants: tuple[str, ...]
    subject: str
    requested_on: date
    reason: str
    withdrawn_on: date
