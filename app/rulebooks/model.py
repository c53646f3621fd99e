"""Versions of the county's rulebooks: files as rows, states with who and when.

A version in force is never edited: the next one is drafted from it.
"""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model, one_of

IS_PUBLISHED = text("state = 'published'")


class VersionState(StrEnum):
    """起草 → 已检查 → 已复核 → 已发布 → 已停用."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
    PUBLISHED = "published"
    RETIRED = "retired"


class RulebookVersion(CountyOwned, Model):
    """One version of all books; `sha256` is that of the files that were checked.

    In force on a day is the published version with the latest `valid_from` up to that day.
    """

    __tablename__ = "rulebook_versions"
    __table_args__ = (
        UniqueConstraint("county_id", "number"),
        Index(
            "uq_rulebook_versions_valid_from",
            "county_id",
            "valid_from",
            unique=True,
            sqlite_where=IS_PUBLISHED,
            postgresql_where=IS_PUBLISHED,
        ),
        one_of("state", VersionState),
        CheckConstraint("state IN ('draft') OR checked_at IS NOT NULL", name="checked_first"),
        CheckConstraint(
            "state IN ('draft', 'checked') OR approved_by IS NOT NULL", name="approved_first"
        ),
        CheckConstraint("approved_by IS NULL OR approved_by <> drafted_by", name="second_person"),
        CheckConstraint(
            "(state IN ('published', 'retired')) = (valid_from IS NOT NULL)",
            name="published_has_day",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(100))
    reason: Mapped[str] = mapped_column(String(500))
    state: Mapped[str] = mapped_column(String(12), default=VersionState.DRAFT)
    parent_id: Mapped[UUID | None]
    sha256: Mapped[str | None] = mapped_column(String(64))
    drafted_by: Mapped[UUID]
    drafted_at: Mapped[datetime]
    checked_by: Mapped[UUID | None]
    checked_at: Mapped[datetime | None]
    approved_by: Mapped[UUID | None]
    approved_at: Mapped[datetime | None]
    published_by: Mapped[UUID | None]
    published_at: Mapped[datetime | None]
    valid_from: Mapped[date | None]
    retired_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it here)


class RulebookFile(CountyOwned, Model):
    """One YAML file of a version, as it is imported and exported: `30-routing/160-from-court.yaml`."""

    __tablename__ = "rulebook_files"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "version_id"], ["rulebook_versions.county_id", "rulebook_versions.id"]
        ),
    )

    version_id: Mapped[UUID] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(String(120), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    edited_by: Mapped[UUID]
    edited_at: Mapped[datetime]
