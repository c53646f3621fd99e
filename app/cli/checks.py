"""What a check of the doctor is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Answer: TypeAlias = tuple[bool, str]


@dataclass(frozen=True)
class Check:
    """One thing to look at, by the name a clerk knows it by."""

    name: str
    look: Callable[[], Answer]


@dataclass(frozen=True)
class Finding:
    """What was found."""

    check: str
    ok: bool
    message: str
