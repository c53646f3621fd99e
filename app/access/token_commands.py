"""What can be asked about other programs' tokens."""

from dataclasses import dataclass

from app.access.commands import UserRequest


@dataclass(frozen=True, kw_only=True)
class MakeToken(UserRequest):
    """发令牌: let a program bring disputes in ("intake") or read cases, masked ("cases")."""

    name: str
    scopes: tuple[str, ...]
    calls_a_minute: int = 60


@dataclass(frozen=True, kw_only=True)
class RevokeToken(UserRequest):
    """收回令牌: it stops at once."""

    name: str
