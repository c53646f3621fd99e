"""Brakes on guessing: tries counted in the database, per account and per address.

Rows survive a restart and are shared by every process; one person's brake is nobody else's. A try
is counted before the password is looked at, so a hundred guesses at once are still a hundred tries.
A typed name is kept only as a keyed hash: people type their password into the wrong field.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Index, String, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.kernel.columns import CountyOwned, Model
from app.kernel.crypto import KeyRing
from app.kernel.errors import NotNow

WINDOW = timedelta(minutes=15)
KEPT = timedelta(days=1)


class SignInTries(CountyOwned, Model):
    """How often one account or one address was tried lately, and until when it must wait."""

    __tablename__ = "sign_in_tries"
    __table_args__ = (Index(None, "county_id", "tried_at"),)

    subject: Mapped[str] = mapped_column(String(80), primary_key=True)
    tries: Mapped[int]
    window_from: Mapped[datetime]
    tried_at: Mapped[datetime]
    blocked_until: Mapped[datetime | None]


class TryLater(NotNow):
    """Too many wrong passwords; `wait` says how long (seconds)."""

    def __init__(self, wait: timedelta) -> None:
        self.wait = max(1, int(wait.total_seconds()))
        minutes = -(-self.wait // 60)
        super().__init__(
            f"密码输错的次数太多，请 {minutes} 分钟后再试。忘记密码请联系本单位管理员重置。"
        )


@dataclass(frozen=True)
class Limits:
    """How many tries are allowed in a quarter of an hour, and how long the brake holds."""

    account_tries: int = 5
    address_tries: int = 50  # a whole office may share one address
    brake: timedelta = timedelta(minutes=5)


def account_subject(ring: KeyRing, login: str) -> str:
    """Name an account for counting, without keeping what was typed."""
    return f"account:{ring.blind('login', login).hex()}"


def address_subject(address: str | None) -> str:
    """Name an address for counting."""
    return f"address:{address or 'unknown'}"


@dataclass(frozen=True)
class Held:
    """A brake that holds: how long still, and whether this very try closed it."""

    wait: timedelta
    is_new: bool


def count_try(session: Session, key: tuple[str, str], now: datetime, limits: Limits) -> Held | None:
    """Count one try; None if it may go on."""
    row = session.get(SignInTries, key, with_for_update=True)
    if row is None:
        row = SignInTries(county_id=key[0], subject=key[1], tries=0, window_from=now, tried_at=now)
        session.add(row)
    if row.blocked_until is not None and now < row.blocked_until:
        return Held(row.blocked_until - now, is_new=False)
    if row.blocked_until is not None or now - row.window_from >= WINDOW or now < row.window_from:
        row.tries, row.window_from, row.blocked_until = 0, now, None
    row.tries += 1
    row.tried_at = now
    most = limits.account_tries if key[1].startswith("account:") else limits.address_tries
    if row.tries > most:
        row.blocked_until = now + limits.brake
        return Held(limits.brake, is_new=True)
    return None


def forgive(session: Session, county_id: str, subject: str, now: datetime) -> None:
    """Forget the tries of an account that signed in, and those of long ago."""
    session.execute(
        delete(SignInTries).where(
            SignInTries.county_id == county_id,
            (SignInTries.subject == subject) | (SignInTries.tried_at < now - KEPT),
        )
    )
