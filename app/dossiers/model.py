"""Rows of papers: bytes by their hash, what was issued, each copy printed, each scan brought back."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, String, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.agreements.enums import SignatureMethod
from app.cases.parties import OF_CASE
from app.dossiers.enums import MediaType, PaperState
from app.kernel.columns import CountyOwned, Model, one_of

OF_PAPER = (["county_id", "paper_id"], ["issued_papers.county_id", "issued_papers.id"])


class StoredFile(CountyOwned, Model):
    """The bytes of a paper or a scan, named by their SHA-256; never changed, never rebuilt.

    They are sealed for their place: who copies the database reads nothing (see `shelf.py`).
    """

    __tablename__ = "stored_files"
    __table_args__ = (one_of("media_type", MediaType),)

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    content_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    media_type: Mapped[str] = mapped_column(String(20))
    stored_at: Mapped[datetime]


class IssuedPaper(CountyOwned, Model):
    """One version of one paper; a change is a new version, the old one stays and is superseded.

    `subject_id` is what the paper is about (an agreement, a meeting, a revisit; else the case).
    `frozen_sha256` names the bytes to print and sign by hand, `sha256` those of record (with the
    electronic seal where the paper carries one); `data_sha256` the data they were printed from.
    """

    __tablename__ = "issued_papers"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(
            ["county_id", "sha256"], ["stored_files.county_id", "stored_files.sha256"]
        ),
        ForeignKeyConstraint(
            ["county_id", "frozen_sha256"], ["stored_files.county_id", "stored_files.sha256"]
        ),
        Unique("county_id", "case_id", "code", "subject_id", "version"),
        Index(None, "county_id", "verification_code"),
        Index(None, "county_id", "sha256"),
        Index(None, "county_id", "frozen_sha256"),
        one_of("state", PaperState),
        CheckConstraint("state <> 'missing'", name="an_issued_paper_is_there"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    subject_id: Mapped[UUID]
    code: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(60))
    number: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    dated_on: Mapped[date]
    sha256: Mapped[str] = mapped_column(String(64))
    frozen_sha256: Mapped[str] = mapped_column(String(64))
    data_sha256: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int]
    copies: Mapped[int]
    signature_count: Mapped[int]
    verification_code: Mapped[str] = mapped_column(String(12))
    committee: Mapped[str] = mapped_column(String(100))
    committee_id: Mapped[UUID | None]
    issued_by: Mapped[UUID]
    issued_at: Mapped[datetime]
    superseded_at: Mapped[datetime | None]


class PaperPrint(CountyOwned, Model):
    """One copy printed: the k-th of n, by whom and when."""

    __tablename__ = "paper_prints"
    __table_args__ = (ForeignKeyConstraint(*OF_PAPER),)

    paper_id: Mapped[UUID] = mapped_column(primary_key=True)
    copy_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    printed_by: Mapped[UUID]
    printed_at: Mapped[datetime]


class PaperWord(CountyOwned, Model):
    """One of the few words that only a paper needs, as it was told last (see asked.yaml)."""

    __tablename__ = "paper_words"
    __table_args__ = (ForeignKeyConstraint(*OF_CASE),)

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    subject_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30), primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class PaperScan(CountyOwned, Model):
    """A signed sheet scanned back: what counts is the paper, this is its picture."""

    __tablename__ = "paper_scans"
    __table_args__ = (
        ForeignKeyConstraint(*OF_PAPER),
        ForeignKeyConstraint(
            ["county_id", "sha256"], ["stored_files.county_id", "stored_files.sha256"]
        ),
        Index(None, "county_id", "paper_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    paper_id: Mapped[UUID]
    sha256: Mapped[str] = mapped_column(String(64))
    pages: Mapped[int]
    note: Mapped[str | None] = mapped_column(String(300))
    scanned_by: Mapped[UUID]
    scanned_at: Mapped[datetime]


class ScanSigner(CountyOwned, Model):
    """Who is seen to have signed, pressed a finger or sealed on a scan, when, witnessed by whom."""

    __tablename__ = "scan_signers"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "scan_id"], ["paper_scans.county_id", "paper_scans.id"]),
        one_of("method", SignatureMethod),
    )

    scan_id: Mapped[UUID] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    signer: Mapped[str] = mapped_column(String(100))
    method: Mapped[str] = mapped_column(String(30))
    signed_on: Mapped[date]
    witness: Mapped[str | None] = mapped_column(String(60))
