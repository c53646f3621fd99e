"""What may be done to the registers: close a month. Every figure comes from the cases."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.access.permissions import Permission
from app.kernel.commands import Request


@dataclass(frozen=True, kw_only=True)
class CloseMonth(Request):
    """封账: keep a month's figures as reported; `month` is its first day."""

    needs: ClassVar[Permission] = Permission.REGISTER_CLOSE
    month: date
