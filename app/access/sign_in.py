"""Signing in: one door for everybody, which tells strangers nothing.

The password is checked outside any transaction: hashing is slow on purpose, and the one writer of
SQLite must not wait for it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.commands import Attempt, BeginSignIn, ReportFailedSignIn
from app.access.founding import system_account
from app.access.passwords import Passwords
from app.access.roles import Role
from app.access.sessions import fresh_token, hash_of
from app.access.throttle import (
    Limits,
    TryLater,
    account_subject,
    address_subject,
    count_try,
    forgive,
)
from app.kernel.bus import Bus
from app.kernel.clock import day_of
from app.kernel.errors import Incomplete, NotNow
from app.kernel.text import refusal
from app.people.users import User
from app.places.model import County

WRONG = "登录名或密码不对。请检查大小写和输入法；忘记密码请联系本单位管理员重置。"
LONGEST_LOGIN = 60


class WrongPassword(Incomplete):
    """Unknown account, wrong password, disabled account: the same words for all."""


@dataclass(frozen=True)
class Known:
    """What the gate knows of the account before it looks at the password."""

    county_id: str
    user_id: UUID | None
    password_hash: str | None


@dataclass(frozen=True)
class Gate:
    """Lets people in; the parts it works with are the application's."""

    bus: Bus
    passwords: Passwords
    limits: Limits = field(default_factory=Limits)

    def open(self, attempt: Attempt) -> str:
        """Sign in and answer the cookie's value; WrongPassword or TryLater otherwise."""
        known = self._find(attempt)
        subject = account_subject(self.bus.database.ring, tidy(attempt.login))
        self._brake(attempt, known, subject)
        if not self.passwords.match(known.password_hash, attempt.password):
            self._report(attempt, known, is_blocked=False)
            raise WrongPassword(WRONG, field="password")
        return self._begin(attempt, known, subject)

    def confirm(self, county_id: str, login: str, password: str, address: str | None) -> None:
        """Make a signed-in person prove again who they are, under the same brakes."""
        attempt = Attempt(login, password, address, county_id)
        known = self._find(attempt)
        subject = account_subject(self.bus.database.ring, tidy(login))
        self._brake(attempt, known, subject)
        if not self.passwords.match(known.password_hash, password):
            self._report(attempt, known, is_blocked=False)
            raise WrongPassword(
                "您现在的密码不对，没有改动。请重新输入您登录用的密码。", field="old_password"
            )
        with self.bus.database.write() as session:
            forgive(session, county_id, subject, self._now())

    def _now(self) -> datetime:
        return self.bus.clock.now()

    def _find(self, attempt: Attempt) -> Known:
        with self.bus.database.read() as session:
            users = _users(session, attempt)
            if len(users) == 1:
                user = users[0]
                usable = user.disabled_on is None and user.role != Role.SYSTEM
                return Known(user.county_id, user.id, user.password_hash if usable else None)
            return Known(_county(session, attempt.county_id), None, None)

    def _brake(self, attempt: Attempt, known: Known, subject: str) -> None:
        subjects = (subject, address_subject(attempt.address))
        with self.bus.database.write() as session:
            counted = [
                count_try(session, (known.county_id, one), self._now(), self.limits)
                for one in subjects
            ]
        held = [one for one in counted if one is not None]
        if any(one.is_new for one in held):
            self._report(attempt, known, is_blocked=True)
        if held:
            raise TryLater(max(one.wait for one in held))

    def _report(self, attempt: Attempt, known: Known, *, is_blocked: bool) -> None:
        with self.bus.database.read() as session:
            actor_id = system_account(session, known.county_id)
        report = ReportFailedSignIn(
            county_id=known.county_id,
            actor_id=actor_id,
            on=day_of(self._now()),
            account=known.user_id,
            address=attempt.address,
            is_blocked=is_blocked,
        )
        self.bus.execute(report)

    def _begin(self, attempt: Attempt, known: Known, subject: str) -> str:
        if known.user_id is None or known.password_hash is None:
            raise WrongPassword(WRONG, field="password")
        token = fresh_token()
        again = None
        if self.passwords.is_outdated(known.password_hash):
            again = self.passwords.hash(attempt.password)
        begin = BeginSignIn(
            county_id=known.county_id,
            actor_id=known.user_id,
            on=day_of(self._now()),
            token_sha256=hash_of(token),
            address=attempt.address,
            password_hash=again,
        )
        with self.bus.database.write() as session:
            forgive(session, known.county_id, subject, self._now())
            self.bus.carry(begin, session)
        return f"{known.county_id}.{token}"


def tidy(login: str) -> str:
    """Write a login name as it is stored: no spaces around, small letters."""
    return login.strip().casefold()


def _users(session: Session, attempt: Attempt) -> list[User]:
    login = tidy(attempt.login)
    if not login or len(login) > LONGEST_LOGIN or any(map(refusal, login)):
        return []
    counties = [attempt.county_id] if attempt.county_id else _counties(session)
    wanted = select(User).where(User.county_id.in_(counties), User.login == login)
    return list(session.scalars(wanted.limit(2)))


def _counties(session: Session) -> list[str]:
    return list(session.scalars(select(County.county_id).order_by(County.county_id)))


def _county(session: Session, asked: str | None) -> str:
    codes = _counties(session)
    if not codes:
        raise NotNow("这里还没有安装好任何一个县，不能登录。请管理员运行：flask --app wsgi setup")
    return asked if asked in codes else codes[0]
