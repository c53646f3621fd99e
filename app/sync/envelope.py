"""An envelope: one command on its way from a laptop (docs/offline.md), read strictly."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Self
from uuid import UUID

from app.kernel.errors import Incomplete

HEX = re.compile(r"[0-9a-f]{64}")
TYPE = re.compile(r"[a-z_.]{1,40}")
MOST_FILES = 200
MOST_BYTES = 20 * 1024 * 1024
HIGHEST = 2**31 - 1
FIRST_PROTOCOL, LAST_PROTOCOL = 1, 3
EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Attachment:
    """A file that the command brings, by its SHA-256 in hex; `size` in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Envelope:
    """One command with where it came from; `whole` is what arrived, word for word."""

    whole: Mapping[str, Any]
    id: UUID
    device: UUID
    sequence: int
    actor: UUID
    type: str
    case_id: UUID | None
    base_version: int | None
    prev: UUID | None
    occurred_at: datetime
    protocol: int
    payload: Mapping[str, Any]
    attachments: tuple[Attachment, ...]

    @classmethod
    def read(cls, said: Any) -> Self:  # noqa: ANN401 (whatever was sent)
        """Read what was sent; Incomplete names the first part that is wrong."""
        if not isinstance(said, dict):
            raise _wrong("envelope")
        return cls(
            whole=said,
            id=_uuid(said, "id"),
            device=_uuid(said, "device"),
            sequence=_number(said, "sequence", 1),
            actor=_uuid(said, "actor"),
            type=_type(said),
            case_id=_uuid(said, "case_id") if said.get("case_id") is not None else None,
            base_version=_maybe(said, "base_version"),
            prev=_uuid(said, "prev") if said.get("prev") is not None else None,
            occurred_at=instant(said.get("occurred_at"), "occurred_at"),
            protocol=_number(said, "protocol", 1),
            payload=_mapping(said, "payload"),
            attachments=_files(said.get("attachments") or []),
        )

    @cached_property
    def sha256(self) -> str:
        """Hash what both ends hash: the canonical text of the envelope."""
        return hashlib.sha256(self._text).hexdigest()

    @property
    def size(self) -> int:
        """Say how many bytes that text has."""
        return len(self._text)

    @cached_property
    def _text(self) -> bytes:
        return canonical(self.whole).encode()


def canonical(value: Any) -> str:  # noqa: ANN401 (JSON)
    """Write JSON the one way that both ends hash: sorted keys, no spaces, integers only."""
    try:
        written = json.dumps(
            value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        )
        written.encode()
    except (ValueError, RecursionError) as error:
        raise _wrong("payload") from error
    return written


def instant(said: Any, name: str) -> datetime:  # noqa: ANN401 (whatever was sent)
    """Read a UTC instant, such as 2026-03-02T02:00:00Z; of a clock gone mad, the nearest sane one."""
    try:
        found = datetime.fromisoformat(said)
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        return min(max(found, EARLIEST), LATEST)
    except (TypeError, ValueError, OverflowError) as error:
        raise _wrong(name) from error


def _wrong(name: str) -> Incomplete:
    return Incomplete(
        f"这条记录的“{name}”读不懂，中心没有收下。请更新下乡工作台后再传。", field=name
    )


def _uuid(said: Mapping[str, Any], name: str) -> UUID:
    try:
        return UUID(said[name])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _wrong(name) from error


def _number(said: Mapping[str, Any], name: str, least: int) -> int:
    value = said.get(name)
    if type(value) is not int or not least <= value <= HIGHEST:
        raise _wrong(name)
    return value


def _maybe(said: Mapping[str, Any], name: str) -> int | None:
    return None if said.get(name) is None else _number(said, name, 0)


def _type(said: Mapping[str, Any]) -> str:
    value = said.get("type")
    if not isinstance(value, str) or not TYPE.fullmatch(value):
        raise _wrong("type")
    return value


def _mapping(said: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = said.get(name)
    if not isinstance(value, dict):
        raise _wrong(name)
    return value


def _files(said: Any) -> tuple[Attachment, ...]:  # noqa: ANN401 (whatever was sent)
    if not isinstance(said, list) or len(said) > MOST_FILES:
        raise _wrong("attachments")
    return tuple(_file(one) for one in said)


def _file(said: Any) -> Attachment:  # noqa: ANN401 (whatever was sent)
    sha, size = (said.get("sha256"), said.get("size")) if isinstance(said, dict) else (None, None)
    if not isinstance(sha, str) or not HEX.fullmatch(sha) or type(size) is not int:
        raise _wrong("attachments")
    if not 0 < size <= MOST_BYTES:
        raise _wrong("attachments")
    return Attachment(sha, size)
