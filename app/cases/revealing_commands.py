"""Asking to see sealed numbers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.cases.commands import CaseRequest


class Purpose(StrEnum):
    """What a number is looked at for."""

    CONTACT = "contact"
    IDENTIFY = "identify"
    WRITE_PAPER = "write_paper"
    REFER = "refer"


@dataclass(frozen=True, kw_only=True)
class RevealParty(CaseRequest):
    """Asks to see a party's identity number and telephone whole."""

    needs: ClassVar[Permission] = Permission.PERSON_UNMASK
    party_id: UUID
    purpose: Purpose
