"""Bodies that mediate, and their people: committees, members, mediators, specialists."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model, one_of
from app.people.enums import CommitteeLevel, Post

__all__ = [
    "Committee",
    "CommitteeLevel",
    "CommitteeMember",
    "Mediator",
    "MediatorLanguage",
    "MediatorSpecialty",
    "Post",
    "Specialist",
]


class Committee(CountyOwned, Model):
    """A people's mediation committee; `short_name` (字号, such as 共恰) opens its file numbers.

    `main_ethnicity` is the most numerous one where it stands, if known (人民调解法 8 条).
    """

    __tablename__ = "committees"
    __table_args__ = (
        UniqueConstraint("county_id", "short_name"),
        one_of("level", CommitteeLevel),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    short_name: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(20))
    industry: Mapped[str | None] = mapped_column(String(30))
    area_code: Mapped[str] = mapped_column(String(12), index=False)
    main_ethnicity: Mapped[str | None] = mapped_column(String(20))
    address: Mapped[str | None] = mapped_column(String(200))
    phone: Mapped[str | None] = mapped_column(String(30))
    established_on: Mapped[date | None]
    term_from: Mapped[date | None]
    term_until: Mapped[date | None]
    dissolved_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it here)


class Mediator(CountyOwned, Model):
    """人民调解员 (人民调解法 13, 14 条)."""

    __tablename__ = "mediators"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    gender: Mapped[str | None] = mapped_column(String(10))
    ethnicity: Mapped[str | None] = mapped_column(String(20))
    born_on: Mapped[date | None]
    is_full_time: Mapped[bool] = mapped_column(default=False)
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    since_on: Mapped[date | None]
    until_on: Mapped[date | None]


class MediatorLanguage(CountyOwned, Model):
    """A language a mediator works in."""

    __tablename__ = "mediator_languages"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "mediator_id"], ["mediators.county_id", "mediators.id"]),
    )

    mediator_id: Mapped[UUID] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(String(10), primary_key=True)


class MediatorSpecialty(CountyOwned, Model):
    """A type of dispute a mediator is good at."""

    __tablename__ = "mediator_specialties"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "mediator_id"], ["mediators.county_id", "mediators.id"]),
    )

    mediator_id: Mapped[UUID] = mapped_column(primary_key=True)
    dispute_type: Mapped[str] = mapped_column(String(30), primary_key=True)


class CommitteeMember(CountyOwned, Model):
    """A mediator's seat in a committee, for a term."""

    __tablename__ = "committee_members"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "committee_id"], ["committees.county_id", "committees.id"]
        ),
        ForeignKeyConstraint(["county_id", "mediator_id"], ["mediators.county_id", "mediators.id"]),
        one_of("post", Post),
    )

    committee_id: Mapped[UUID] = mapped_column(primary_key=True)
    mediator_id: Mapped[UUID] = mapped_column(primary_key=True)
    post: Mapped[str] = mapped_column(String(10), default=Post.MEMBER)
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]


class Specialist(CountyOwned, Model):
    """行业专家, invited with the parties' consent (人民调解法 20 条)."""

    __tablename__ = "specialists"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    field: Mapped[str] = mapped_column(String(60))
    unit: Mapped[str | None] = mapped_column(String(100))
    title: Mapped[str | None] = mapped_column(String(60))
    languages: Mapped[str | None] = mapped_column(String(60))
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    until_on: Mapped[date | None]
