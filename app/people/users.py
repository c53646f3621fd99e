"""Users: who signs in, from which post; disabled, never deleted."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model


class User(CountyOwned, Model):
    """One account; its login name is never given to another person."""

    __tablename__ = "users"
    __table_args__ = (
        UniqueConstraint("county_id", "login"),
        ForeignKeyConstraint(
            ["county_id", "committee_id"], ["committees.county_id", "committees.id"]
        ),
        ForeignKeyConstraint(["county_id", "mediator_id"], ["mediators.county_id", "mediators.id"]),
        ForeignKeyConstraint(
            ["county_id", "specialist_id"], ["specialists.county_id", "specialists.id"]
        ),
        Index(None, "county_id", "committee_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(60))
    role: Mapped[str] = mapped_column(String(30))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    must_change_password: Mapped[bool] = mapped_column(default=True)
    password_changed_at: Mapped[datetime | None]
    township_code: Mapped[str | None] = mapped_column(String(9))
    village_code: Mapped[str | None] = mapped_column(String(12))
    committee_id: Mapped[UUID | None]
    mediator_id: Mapped[UUID | None]
    specialist_id: Mapped[UUID | None]
    last_seen_at: Mapped[datetime | None]
    disabled_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it here)
