"""Notices: one line for one person about one thing, said once; no names, no cause."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.parties import OF_CASE
from app.inbox.enums import NoticeKind
from app.kernel.columns import CountyOwned, Model, one_of


class Notice(CountyOwned, Model):
    """One notice; the unique key lets nothing be said twice to the same person.

    `subject_id` is the term or the order it is about, `page` where its step is done: below the case's
    own page, or, of what is no case's (a swap of duties), from the top.
    """

    __tablename__ = "notices"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(["county_id", "user_id"], ["users.county_id", "users.id"]),
        UniqueConstraint("county_id", "user_id", "kind", "subject_id", "about_on"),
        Index(None, "county_id", "user_id", "read_at", "said_at"),
        Index(None, "county_id", "case_id"),
        one_of("kind", NoticeKind),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    case_id: Mapped[UUID | None]
    kind: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[UUID]
    about: Mapped[str] = mapped_column(String(200))
    about_on: Mapped[date]
    page: Mapped[str] = mapped_column(String(100))
    said_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
