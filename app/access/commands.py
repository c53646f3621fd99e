"""What can be asked about accounts, passwords and sign-ins.

A command never carries a password: only its hash, made before, outside the transaction.
"""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from app.access.roles import Role
from app.kernel.commands import Report, Request
from app.permissions import Permission


@dataclass(frozen=True)
class Attempt:
    """What somebody typed at the front door, and where from; no command, it is never stored."""

    login: str
    password: str = field(repr=False)
    address: str | None = None
    county_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class UserRequest(Request):
    """Asks something about other people's accounts."""

    needs: ClassVar[Permission] = Permission.USER_MANAGE


@dataclass(frozen=True, kw_only=True)
class MakeUser(UserRequest):
    """建账号: let a person in, at one post; the password is to be changed at the first sign-in."""

    login: str
    name: str
    role: Role
    password_hash: str | None = field(default=None, repr=False)
    must_change_password: bool = True
    village_code: str | None = None
    township_code: str | None = None
    committee_id: UUID | None = None
    mediator_id: UUID | None = None
    specialist_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeRole(UserRequest):
    """改岗位: another post; every sign-in of that person ends."""

    user_id: UUID
    role: Role
    village_code: str | None = None
    township_code: str | None = None
    committee_id: UUID | None = None
    mediator_id: UUID | None = None
    specialist_id: UUID | None = None
    seen_version: int | None = None


@dataclass(frozen=True, kw_only=True)
class DisableUser(UserRequest):
    """停用账号: every sign-in ends at once; the account is never given to another person."""

    user_id: UUID


@dataclass(frozen=True, kw_only=True)
class EnableUser(UserRequest):
    """恢复账号: the same person comes back, with a new one-time password."""

    user_id: UUID
    password_hash: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class ResetPassword(UserRequest):
    """重置密码: a one-time password, to be changed at the next sign-in."""

    user_id: UUID
    password_hash: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class ChangePassword(Request):
    """改自己的密码: every other sign-in ends; `kept` is the hash of the one that stays."""

    needs: ClassVar[Permission] = Permission.SELF
    password_hash: str = field(repr=False)
    kept: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, kw_only=True)
class BeginSignIn(Request):
    """登录: a browser in which this person is signed in from now on."""

    needs: ClassVar[Permission] = Permission.SELF
    token_sha256: bytes = field(repr=False)
    address: str | None = None
    password_hash: str | None = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True)
class EndSignIn(Request):
    """退出: one of one's own sign-ins ends."""

    needs: ClassVar[Permission] = Permission.SELF
    token_sha256: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class EndOtherSignIns(Request):
    """退出其他设备: all of one's own sign-ins end but this one."""

    needs: ClassVar[Permission] = Permission.SELF
    kept: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class ReportFailedSignIn(Report):
    """登录失败: somebody tried; said by the system, without the name that was typed."""

    needs: ClassVar[Permission] = Permission.SELF
    account: UUID | None
    address: str | None
    is_blocked: bool


@dataclass(frozen=True, kw_only=True)
class ReportRefusal(Report):
    """越权被拒: a person asked for what their post does not allow."""

    needs: ClassVar[Permission] = Permission.SELF
    page: str
    method: str
    address: str | None


@dataclass(frozen=True, kw_only=True)
class ReportChainCheck(Report):
    """核对留痕链: the county's chain was walked, and what the walk found."""

    needs: ClassVar[Permission] = Permission.AUDIT_READ
    rows: int
    head: str
    broken_at: int | None
