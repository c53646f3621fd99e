"""What people do with golden cases; whoever reads rules may write one, who drafts may change it."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.kernel.commands import Request
from app.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class WriteGoldenCase(Request):
    """Keep a case with the answer it must get."""

    needs: ClassVar[Permission] = Permission.RULE_READ
    title: str
    because: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ReviseGoldenCase(Request):
    """Write a golden case anew."""

    needs: ClassVar[Permission] = Permission.RULE_DRAFT
    golden_id: UUID
    title: str
    because: str
    text: str


@dataclass(frozen=True, kw_only=True)
class RetireGoldenCase(Request):
    """Hold no version against it any more, and say why."""

    needs: ClassVar[Permission] = Permission.RULE_DRAFT
    golden_id: UUID
    reason: str
