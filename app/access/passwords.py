"""Passwords at rest and at the door: argon2id, never more than a few at once.

Each hash takes 19 MiB and a fiftieth of a second on purpose; a flood of sign-ins must not take the
whole machine. An unknown account costs the same work as a known one, so time tells nothing.
"""

import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from threading import BoundedSemaphore
from typing import Self

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from app.kernel.errors import Busy
from config import Config

PATIENCE = 10.0  # seconds a sign-in waits for its turn to be checked
LONGEST = 128
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else
GROUPS, GROUP = 4, 4


@dataclass
class Passwords:
    """Makes and checks password hashes with this installation's parameters."""

    hasher: PasswordHasher
    turns: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(2))

    @classmethod
    def of(cls, config: Config) -> Self:
        """Take the parameters from the settings."""
        hasher = PasswordHasher(
            time_cost=config.password_rounds,
            memory_cost=config.password_memory_kib,
            parallelism=config.password_lanes,
            type=Type.ID,
        )
        return cls(hasher, BoundedSemaphore(config.hashing_at_once))

    def hash(self, typed: str) -> str:
        """Hash a new password."""
        with self._turn():
            return self.hasher.hash(plain(typed))

    def match(self, stored: str | None, typed: str) -> bool:
        """Say whether a typed password is the stored one; without one, work as hard and say no."""
        known = stored or self._decoy
        with self._turn():
            try:
                self.hasher.verify(known, plain(typed))
            except (VerificationError, InvalidHashError):
                return False
        return stored is not None

    def is_outdated(self, stored: str) -> bool:
        """Say whether a hash was made with other parameters than today's."""
        return self.hasher.check_needs_rehash(stored)

    @cached_property
    def _decoy(self) -> str:
        return self.hasher.hash(secrets.token_urlsafe())

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self.turns.acquire(timeout=PATIENCE):
            raise Busy("登录的人太多，系统正忙。请稍候再试一次。")
        try:
            yield
        finally:
            self.turns.release()


def plain(typed: str) -> str:
    """Make equal what a person means as equal: composed characters, one kind of space.

    RFC 8265 (OpaqueString); what cannot be encoded becomes a question mark and matches nothing.
    """
    composed = unicodedata.normalize("NFC", typed[: LONGEST + 1])
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in composed)
    return spaced.encode(errors="replace").decode()


def one_time_password() -> str:
    """Make a password that is easy to read out and hard to guess (79 bits)."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)
