"""Sign-ins as rows: the browser holds a random token, the database only its hash.

Ends after 30 idle minutes or 12 hours (等保 身份鉴别; settings), at sign-out, when the password
changes, and when the account is disabled.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    and_,
    bindparam,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.access.actor import POST
from app.kernel.columns import CountyOwned, Model
from app.people.users import User

TOUCH_EVERY = timedelta(minutes=1)


class SignIn(CountyOwned, Model):
    """One browser in which a user is signed in."""

    __tablename__ = "sign_ins"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "user_id"], ["users.county_id", "users.id"]),
        Index(None, "county_id", "user_id"),
    )

    token_sha256: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    user_id: Mapped[UUID]
    address: Mapped[str | None] = mapped_column(String(45))
    begun_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


OF_TOKEN = (
    select(
        SignIn.county_id, SignIn.token_sha256, SignIn.user_id, SignIn.begun_at, SignIn.seen_at,
        SignIn.ended_at, User.must_change_password, User.password_changed_at, *POST,
    )
    .join(User, and_(User.county_id == SignIn.county_id, User.id == SignIn.user_id))
    .where(
        SignIn.county_id == bindparam("county"),
        SignIn.token_sha256 == bindparam("token"),
    )
)  # fmt: skip


def begin_sign_in(
    session: Session, county_id: str, user_id: UUID, now: datetime, address: str | None = None
) -> str:
    """Open a sign-in and answer the cookie's value: `county.token`."""
    token = fresh_token()
    session.add(
        SignIn(
            county_id=county_id,
            token_sha256=hash_of(token),
            user_id=user_id,
            address=address,
            begun_at=now,
            seen_at=now,
        )
    )
    return f"{county_id}.{token}"


def find_sign_in(session: Session, cookie: str) -> Any:  # noqa: ANN401 (a row or None)
    """Find the sign-in a cookie stands for, alive or not, and whose it is: a row, once a page."""
    county_id, _, token = cookie.partition(".")
    values = {"county": county_id, "token": hash_of(token)}
    return session.connection().execute(OF_TOKEN, values).one_or_none()


def is_alive(sign_in: Any, now: datetime, *, idle: timedelta, whole: timedelta) -> bool:  # noqa: ANN401 (a row)
    """Say whether a sign-in still counts."""
    ended, seen, begun = sign_in.ended_at, sign_in.seen_at, sign_in.begun_at
    return ended is None and now - seen < idle and now - begun < whole


def end_sign_ins(
    session: Session, county_id: str, user_id: UUID, now: datetime, *, but: bytes = b""
) -> None:
    """End every sign-in of a user, except the one whose token has this hash."""
    session.execute(
        update(SignIn)
        .where(
            SignIn.county_id == county_id,
            SignIn.user_id == user_id,
            SignIn.ended_at.is_(None),
            SignIn.token_sha256 != but,
        )
        .values(ended_at=now)
    )


def fresh_token() -> str:
    """Make an unguessable token (256 bits)."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> bytes:
    """Hash a token as it is stored."""
    return hashlib.sha256(token.encode()).digest()
