"""What people ask of a rulebook; who may draft, approve and publish are different permissions."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from app.kernel.commands import Request
from app.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class DraftRulebook(Request):
    """Begin a new version from the one in force (or the shipped books)."""

    needs: ClassVar[Permission] = Permission.RULE_DRAFT
    title: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class GoBackToRulebook(Request):
    """Begin a new version with the words of an earlier one (None: the shipped books)."""

    needs: ClassVar[Permission] = Permission.RULE_DRAFT
    title: str
    reason: str
    version_id: UUID | None


@dataclass(frozen=True, kw_only=True)
class ImportRulebook(Request):
    """Begin a new version from files, as they are exported: (path, text) each."""

    needs: ClassVar[Permission] = Permission.RULE_DRAFT
    title: str
    reason: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class EditRuleFile(Request):
    """Write one file of a draft; `text` None takes the file out.

    `seen_sha256` names the text the author had before them, "" where there was none; None: any.
    """

    needs: ClassVar[Permission] = Permission.RULE_DRAFT
    version_id: UUID
    path: str
    text: str | None
    seen_sha256: str | None = None


@dataclass(frozen=True, kw_only=True)
class CheckRulebook(Request):
    """Hold a draft against the publish gate."""

    needs: ClassVar[Permission] = Permission.RULE_DRAFT
    version_id: UUID


@dataclass(frozen=True, kw_only=True)
class RehearseRulebook(Request):
    """预演: run a draft over the next cases decided so far, until all have been asked."""

    needs: ClassVar[Permission] = Permission.RULE_DRAFT
    version_id: UUID


@dataclass(frozen=True, kw_only=True)
class ApproveRulebook(Request):
    """复核: a second person agrees to a checked version."""

    needs: ClassVar[Permission] = Permission.RULE_APPROVE
    version_id: UUID


@dataclass(frozen=True, kw_only=True)
class PublishRulebook(Request):
    """Put an approved version in force from a day on, never backwards."""

    needs: ClassVar[Permission] = Permission.RULE_PUBLISH
    version_id: UUID
    valid_from: date


@dataclass(frozen=True, kw_only=True)
class RetireRulebook(Request):
    """Take back a published version before its day has come."""

    needs: ClassVar[Permission] = Permission.RULE_PUBLISH
    version_id: UUID
