"""What a laptop wrote, in words for a person: each field by its Chinese name, each value by its type."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from app.cases.intake.record import PartySaid
from app.kernel.errors import DomainError
from app.sync.correcting import SEALED, shown
from app.sync.naming import name_of
from app.sync.payload import hints_of
from app.sync.types import TYPES
from app.words import label

Line = tuple[str, str]
Hints = Mapping[str, Any]
HIDDEN = frozenset({"about", "ref", "seen_revision", "area", "sender"})


def told(kind: str, said: Mapping[str, Any]) -> list[Line]:
    """Tell a payload line by line, numbers masked; what nobody knows the type of, as it was written."""
    if kind == "party.correct":
        changes = said.get("changes")
        found = changes if isinstance(changes, list) else []
        return [_change(one) for one in found if isinstance(one, dict)]
    cls: type | None = TYPES.get(kind)
    return list(_lines(said, {"on": date, **hints_of(cls)} if cls else {}))


def yuan(fen: int) -> str:
    """Write an amount of fen as people read it."""
    return f"{fen // 100:,}.{fen % 100:02d} 元"


def day(on: date) -> str:
    """Write a day as people read it."""
    return f"{on.year}年{on.month}月{on.day}日"


def _change(one: Mapping[str, Any]) -> Line:
    field = str(one.get("field"))
    was, now = ("没有填" if not one.get(side) else one[side] for side in ("was", "now"))
    hint = hints_of(PartySaid).get(field)
    return name_of(field), f"{_value(field, was, hint)} → {_value(field, now, hint)}"


def _lines(said: Mapping[str, Any], hints: Hints) -> Iterator[Line]:
    for name in sorted(said, key=_place_in(hints)):  # as a form asks, not as JSON sorts
        value = said[name]
        if not name.endswith(("_id", "_ids", "_sha256", "sha256")) and name not in HIDDEN:
            yield from _told(name, value, name_of(name), hints.get(name))


def _place_in(hints: Hints) -> Callable[[str], int]:
    places = {name: place for place, name in enumerate(hints)}
    return lambda name: places.get(name, len(places))


def _told(name: str, value: Any, title: str, hint: Any) -> Iterator[Line]:  # noqa: ANN401 (JSON)
    if isinstance(value, dict):
        known = isinstance(hint, type) and is_dataclass(hint)
        yield from _lines(value, hints_of(hint) if known else {})
    elif isinstance(value, list):
        inner = get_args(hint)[0] if get_origin(hint) is tuple else None
        for n, one in enumerate(value, 1):
            numbered = f"{title} {n}" if len(value) > 1 else title
            for what, text in _told(name, one, numbered, inner):
                yield what if what == numbered or len(value) == 1 else f"{numbered} · {what}", text
    elif value not in (None, ""):
        yield title, _value(name, value, hint)


def _value(name: str, value: Any, hint: Any) -> str:  # noqa: ANN401 (JSON)
    if name in SEALED:
        return shown(name, value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int):
        return yuan(value) if name.endswith("_fen") else str(value)
    with suppress(ValueError, KeyError, DomainError):
        return _typed(str(value), hint)
    return str(value)


def _typed(value: str, hint: Any) -> str:  # noqa: ANN401 (a type)
    if hint is date:
        return day(date.fromisoformat(value))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return label(hint(value))
    return f"{value} 元" if getattr(hint, "__name__", "") == "Decimal" else value
