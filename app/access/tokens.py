"""Tokens that other programs sign in with: shown once, kept as a hash, for what they are for.

Each carries its own brake: calls a minute, counted in the database, so that a restart forgets none.
"""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import LargeBinary, Select, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.access.sessions import hash_of
from app.access.tags import Tag
from app.access.token_commands import MakeToken, RevokeToken
from app.kernel.bus import Work
from app.kernel.columns import CountyOwned, Model
from app.kernel.errors import Incomplete, NotFound
from app.kernel.ids import new_id
from app.kernel.text import clean

CALLS_A_MINUTE = 60
MINUTE = timedelta(minutes=1)
RESERVED = frozenset({"desk", "import"})


class ApiToken(CountyOwned, Model):
    """One program's way in; its name is the sender of what it brings."""

    __tablename__ = "api_tokens"
    __table_args__ = (
        UniqueConstraint("county_id", "name"),
        UniqueConstraint("county_id", "token_sha256"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    token_sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    may_register: Mapped[bool]
    may_read: Mapped[bool]
    calls_a_minute: Mapped[int] = mapped_column(default=CALLS_A_MINUTE)
    minute_began_at: Mapped[datetime | None]
    calls_this_minute: Mapped[int] = mapped_column(default=0)
    made_by: Mapped[UUID]
    made_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


def make_token(command: MakeToken, work: Work) -> str:
    """Make a token and answer it, once: `county.secret`."""
    name = clean(command.name, label="来件系统名称", limit=60)
    if not name or name in RESERVED:
        raise Incomplete("请写明来件系统的名称（desk、import 另有用处）。", field="name")
    if not command.scopes:
        raise Incomplete(
            "请写明这个令牌能做什么：intake（来件）、cases（查案件）。", field="scopes"
        )
    if work.session.scalar(_named(command.county_id, name)) is not None:
        raise Incomplete("已有这个名称的令牌（收回的名称也不再用）。请换一个名称。", field="name")
    secret = secrets.token_urlsafe(32)
    row = ApiToken(
        county_id=command.county_id,
        id=new_id(),
        name=name,
        token_sha256=hash_of(secret),
        may_register="intake" in command.scopes,
        may_read="cases" in command.scopes,
        calls_a_minute=command.calls_a_minute,
        made_by=command.actor_id,
        made_at=work.now,
    )
    work.session.add(row)
    work.record(Tag.PROGRAM_ADMITTED, program=name, scopes=sorted(command.scopes))
    return f"{command.county_id}.{secret}"


def revoke_token(command: RevokeToken, work: Work) -> None:
    """Take a token back; it stops at once and its name is never given to another program."""
    row = work.session.scalar(_named(command.county_id, command.name))
    if row is None or row.revoked_at is not None:
        raise NotFound("没有这个令牌，或者已经收回。")
    row.revoked_at = work.now
    work.record(Tag.PROGRAM_DISMISSED, program=row.name)


def find_token(session: Session, text: str) -> ApiToken | None:
    """Find the token that a program showed, unless it was taken back."""
    county_id, _, secret = text.partition(".")
    if not secret:
        return None
    query = select(ApiToken).where(
        ApiToken.county_id == county_id,
        ApiToken.token_sha256 == hash_of(secret),
        ApiToken.revoked_at.is_(None),
    )
    return session.scalar(query)


def tokens_of(session: Session, county_id: str) -> list[ApiToken]:
    """List a county's tokens, taken back or not."""
    query = select(ApiToken).where(ApiToken.county_id == county_id)
    return list(session.scalars(query.order_by(ApiToken.name)))


def count_call(token: ApiToken, now: datetime) -> int:
    """Count one call; answer 0, or how many seconds to wait."""
    began = token.minute_began_at
    if began is None or now - began >= MINUTE or now < began:
        token.minute_began_at, token.calls_this_minute = now, 1
        return 0
    if token.calls_this_minute >= token.calls_a_minute:
        return max(1, round((began + MINUTE - now).total_seconds()))
    token.calls_this_minute += 1
    return 0


def _named(county_id: str, name: str) -> Select[ApiToken]:
    return select(ApiToken).where(ApiToken.county_id == county_id, ApiToken.name == name)
