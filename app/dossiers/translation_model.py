"""Rows of the second language: an agreement's lines, and the terms that a translator approved."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.agreements.model import OF_AGREEMENT
from app.kernel.columns import CountyOwned, Model


class TranslatedClause(CountyOwned, Model):
    """One clause of one revision in Tibetan, as its translator signed it off."""

    __tablename__ = "translated_clauses"
    __table_args__ = (ForeignKeyConstraint(*OF_AGREEMENT),)

    agreement_id: Mapped[UUID] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    translator: Mapped[str] = mapped_column(String(60))
    told_by: Mapped[UUID]
    told_at: Mapped[datetime]


class ApprovedTerm(CountyOwned, Model):
    """A term of the draft table that a translator approved, in the words approved."""

    __tablename__ = "approved_terms"

    chinese: Mapped[str] = mapped_column(String(40), primary_key=True)
    tibetan: Mapped[str] = mapped_column(String(200))
    translator: Mapped[str] = mapped_column(String(60))
    approved_on: Mapped[date]
    recorded_by: Mapped[UUID]
    recorded_at: Mapped[datetime]
