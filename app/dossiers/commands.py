"""What people ask and report of papers.

Bytes travel in `Content`, which a receipt reads by its name alone: the key of a form stands for the
wish, and two presses of one wish differ in their signing time.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.agreements.enums import SignatureMethod, SignerRole
from app.cases.commands import CaseReport, CaseRequest
from app.dossiers.enums import MediaType


class Content:
    """Bytes to store, and the name by which a receipt knows them."""

    def __init__(self, content: bytes, sha256: str, media_type: MediaType, pages: int) -> None:
        self.content = content
        self.sha256 = sha256
        self.media_type = media_type
        self.pages = pages

    def __str__(self) -> str:
        """Name the bytes by their hash."""
        return self.sha256


class Pressed:
    """A paper as it left the press, before the transaction that keeps it; empty before that."""

    def __init__(
        self,
        frozen: Content | None = None,
        sealed: Content | None = None,
        data_sha256: str = "",
        verification_code: str = "",
        inks: int = 0,
    ) -> None:
        self.frozen = frozen
        self.sealed = sealed
        self.data_sha256 = data_sha256
        self.verification_code = verification_code
        self.inks = inks

    def __str__(self) -> str:
        """Say nothing that differs between two presses of one wish."""
        return "pressed"


@dataclass(frozen=True, kw_only=True)
class IssuePaper(CaseRequest):
    """出具文书: keep what was printed, under its number, hash and verification code."""

    needs: ClassVar[Permission] = Permission.PAPER_ISSUE
    code: str
    subject_id: UUID
    pressed: Pressed = field(default_factory=Pressed)


@dataclass(frozen=True, kw_only=True)
class TellPaperWords(CaseReport):
    """填写文书: the few words that only this paper needs, as pairs of name and text."""

    needs: ClassVar[Permission] = Permission.PAPER_ISSUE
    code: str
    subject_id: UUID
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class RecordPrint(CaseReport):
    """登记打印: so many copies left the printer."""

    needs: ClassVar[Permission] = Permission.PAPER_ISSUE
    paper_id: UUID
    count: int = 1


@dataclass(frozen=True, kw_only=True)
class SignerSeen:
    """A hand or seal seen on a scan: whose, how, the day beside it, and who witnessed it."""

    signer: str
    on: date
    method: SignatureMethod = SignatureMethod.SIGNATURE
    witness: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeepScan(CaseReport):
    """扫描件入卷: the signed sheet, or a paper from outside, scanned and kept."""

    needs: ClassVar[Permission] = Permission.PAPER_ISSUE
    scan: Content
    paper_id: UUID | None = None
    code: str | None = None
    signers: tuple[SignerSeen, ...] = ()
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class DrawSignature(CaseRequest):
    """屏幕签名: strokes drawn on the sheet that was shown, an aid beside the hand on paper."""

    needs: ClassVar[Permission] = Permission.CASE_CONCLUDE
    paper_id: UUID
    frozen_sha256: str
    nonce: str
    place: str
    role: SignerRole
    signer: str
    strokes: Content
    device: str
    party_id: UUID | None = None
    witness: str | None = None
    is_agreed: bool = False


@dataclass(frozen=True, kw_only=True)
class KeepStrengthened(CaseReport):
    """归档加固: a sealed paper with validation data and a time stamp over all."""

    needs: ClassVar[Permission] = Permission.PAPER_ISSUE
    paper_id: UUID
    content: Content


@dataclass(frozen=True, kw_only=True)
class ExportDossier(CaseReport):
    """导出卷宗: a package of so many papers went out; `sha256` names its bytes."""

    needs: ClassVar[Permission] = Permission.PAPER_ISSUE
    sha256: str = ""
    papers: int = 0
