"""The set that goes to the court for judicial confirmation (Art 33; 民诉法解释 Art 353–355)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from documents.papers.parts import LETTER, Paper, PartyBlock


@dataclass(frozen=True, kw_only=True)
class ConfirmationApplication(Paper):
    """司法确认申请书 (PAPERS ⑫), between people or between a person and an organization alike."""

    code: ClassVar[str] = "confirmation_application"
    title: ClassVar[str] = "司法确认申请书"
    dated_by: ClassVar[str] = "applied_on"

    parties: tuple[PartyBlock, ...]
    court: str
    agreement_number: str
    concluded_on: date
    effective_on: date
    reasons: str
    attachments: tuple[str, ...]
    applied_on: date


@dataclass(frozen=True, kw_only=True)
class MediationCertificate(Paper):
    """调解组织主持调解的证明 (民诉法解释 Art 354)."""

    code: ClassVar[str] = "mediation_certificate"
    title: ClassVar[str] = "主持调解证明"
    dated_by: ClassVar[str] = "certified_on"
    sheets: ClassVar[tuple[str, ...]] = LETTER

    court: str
    parties: tuple[str, ...]
    subject: str
    agreement_number: str
    concluded_on: date
    mediators: tuple[str, ...]
    certified_on: date


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where a party receives the court's letters."""

    name: str
    address: str
    phone: str
    recipient: str = ""


@dataclass(frozen=True, kw_only=True)
class AddressConfirmation(Paper):
    """送达地址确认书."""

    code: ClassVar[str] = "address_confirmation"
    title: ClassVar[str] = "送达地址确认书"
    dated_by: ClassVar[str] = "confirmed_on"

    court: str
    subject: str
    addresses: tuple[Address, ...]
    confirmed_on: date
