"""预演: what one draft, down to the letter, would change in the cases decided so far.

`sha256` names the draft's files and `against_id` what was in force (None: the shipped books): only
a finished rehearsal of exactly these two counts when the draft is approved.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.kernel.columns import CountyOwned, Model
from app.rulebooks.model import RulebookVersion
from app.rulebooks.versions import in_force

OF_REHEARSAL = (
    ["county_id", "rehearsal_id"],
    ["rulebook_rehearsals.county_id", "rulebook_rehearsals.id"],
)


class RulebookRehearsal(CountyOwned, Model):
    """One run over all snapshots, a batch at a time; `last_id` is the decision it has come to."""

    __tablename__ = "rulebook_rehearsals"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "version_id"], ["rulebook_versions.county_id", "rulebook_versions.id"]
        ),
        Index(None, "county_id", "version_id", "rehearsed_at"),
        CheckConstraint("unchanged <= done", name="counted"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version_id: Mapped[UUID]
    sha256: Mapped[str] = mapped_column(String(64))
    against_id: Mapped[UUID | None]
    total: Mapped[int]
    done: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    last_id: Mapped[UUID | None]
    rehearsed_by: Mapped[UUID]
    rehearsed_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it here)


class RehearsedCase(CountyOwned, Model):
    """One case that would be decided differently, or that nobody would take (`is_untaken`).

    `silent` and `spoke`: the rules that no longer apply and those that now do, a line each.
    `case_id` is None for a real case that comes with the program; `ref` names it.
    """

    __tablename__ = "rehearsed_cases"
    __table_args__ = (ForeignKeyConstraint(*OF_REHEARSAL), Index(None, "county_id", "rehearsal_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    rehearsal_id: Mapped[UUID]
    case_id: Mapped[UUID | None]
    ref: Mapped[str] = mapped_column(String(64))
    on: Mapped[date]
    is_untaken: Mapped[bool]
    fault: Mapped[str] = mapped_column(Text, default="")
    silent: Mapped[str] = mapped_column(Text, default="")
    spoke: Mapped[str] = mapped_column(Text, default="")


class RehearsedChange(CountyOwned, Model):
    """One output of such a case: code words before and after, a line each."""

    __tablename__ = "rehearsed_changes"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "rehearsed_case_id"], ["rehearsed_cases.county_id", "rehearsed_cases.id"]
        ),
    )

    rehearsed_case_id: Mapped[UUID] = mapped_column(primary_key=True)
    output: Mapped[str] = mapped_column(String(20), primary_key=True)
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)


class RehearsedLoad(CountyOwned, Model):
    """How many cases a desk of a township gets, before and after; "" is no township, or no desk."""

    __tablename__ = "rehearsed_loads"
    __table_args__ = (ForeignKeyConstraint(*OF_REHEARSAL),)

    rehearsal_id: Mapped[UUID] = mapped_column(primary_key=True)
    township_code: Mapped[str] = mapped_column(String(9), primary_key=True)
    desk: Mapped[str] = mapped_column(String(60), primary_key=True)
    before: Mapped[int] = mapped_column(default=0)
    after: Mapped[int] = mapped_column(default=0)


class RehearsedMediator(CountyOwned, Model):
    """How many cases a mediator has, before and after; the id of zeros is nobody yet."""

    __tablename__ = "rehearsed_mediators"
    __table_args__ = (ForeignKeyConstraint(*OF_REHEARSAL),)

    rehearsal_id: Mapped[UUID] = mapped_column(primary_key=True)
    mediator_id: Mapped[UUID] = mapped_column(primary_key=True)
    before: Mapped[int] = mapped_column(default=0)
    after: Mapped[int] = mapped_column(default=0)

    @property
    def more(self) -> int:
        """Say by how many cases the draft adds to the load."""
        return self.after - self.before


def newest_of(session: Session, county_id: str, version_id: UUID) -> RulebookRehearsal | None:
    """Find the rehearsal of a version that was begun last."""
    of_version = select(RulebookRehearsal).where(
        RulebookRehearsal.county_id == county_id, RulebookRehearsal.version_id == version_id
    )
    newest = of_version.order_by(RulebookRehearsal.rehearsed_at.desc(), RulebookRehearsal.id.desc())
    return session.scalars(newest.limit(1)).first()


def is_current(
    session: Session, rehearsal: RulebookRehearsal | None, sha256: str | None, on: date
) -> bool:
    """Say whether it rehearsed exactly these files against what is in force on this day."""
    if rehearsal is None or rehearsal.sha256 != sha256:
        return False
    now = in_force(session, rehearsal.county_id, on)
    return rehearsal.against_id == (now.id if now else None)


def is_rehearsed(session: Session, version: RulebookVersion, on: date) -> bool:
    """Say whether a finished rehearsal of exactly this checked version is there."""
    found = newest_of(session, version.county_id, version.id)
    is_done = found is not None and found.finished_at is not None
    return is_done and is_current(session, found, version.sha256, on)
