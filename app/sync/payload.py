"""From a payload's JSON to a frozen command, by the command's own annotations; nothing is guessed."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from app.cases.intake.mapping import without_none
from app.kernel.commands import Command
from app.kernel.errors import Incomplete
from app.kernel.text import clean
from app.sync.naming import named

OWN = frozenset({"county_id", "actor_id", "on", "case_id", "seen_version"})  # the centre's to say
LONG = 20_000  # characters; the handlers tell each text's real limit
HIGHEST = 2**53
READERS: dict[type, Callable[[str], Any]] = {
    UUID: UUID,
    date: date.fromisoformat,
    time: time.fromisoformat,
}


def built(cls: type, payload: Mapping[str, Any], at: str = "") -> dict[str, Any]:
    """Read a payload's fields for a command; Incomplete names the field and what is wrong."""
    hints = hints_of(cls)
    for name in payload:
        if name not in hints:
            raise _wrong(at + name, "中心不认识这一项，请更新下乡工作台")
    for one in fields(cls):
        is_needed = one.default is MISSING and one.default_factory is MISSING
        if is_needed and one.name in hints and payload.get(one.name) is None:
            raise _wrong(at + one.name, "这一项必须填写")
    given = {name: value for name, value in payload.items() if value is not None}
    return {name: _read(hints[name], value, at + name) for name, value in given.items()}


@cache
def hints_of(cls: type) -> dict[str, Any]:
    """Name the fields that a payload may give of a class, with their types."""
    said = {one.name for one in fields(cls)} - (OWN if issubclass(cls, Command) else set())
    return {name: without_none(hint) for name, hint in get_type_hints(cls).items() if name in said}


def _read(hint: Any, value: Any, at: str) -> Any:  # noqa: ANN401 (JSON in, our types out)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise _wrong(at, "这里要一串内容")
        inner = get_args(hint)[0]
        return tuple(_read(inner, one, f"{at}[{n}]") for n, one in enumerate(value))
    if isinstance(hint, type) and is_dataclass(hint):
        if not isinstance(value, dict):
            raise _wrong(at, "这里要一组内容")
        return hint(**built(hint, value, f"{at}."))
    return _one(hint, value, at)


def _one(hint: Any, value: Any, at: str) -> Any:  # noqa: ANN401 (JSON in, our types out)
    if hint is bool or hint is int:
        if type(value) is not hint or abs(value) > HIGHEST:
            raise _wrong(at, "这里的数不对")
        return value
    if not isinstance(value, str):
        raise _wrong(at, "这里要文字")
    if hint is str:
        return clean(value, label=named(at), limit=LONG)
    try:
        return hint(value) if issubclass(hint, StrEnum) else READERS[hint](value)
    except ValueError as error:
        raise _wrong(at, f"“{value[:20]}”不在可以填的内容里") from error


def _wrong(at: str, why: str) -> Incomplete:
    return Incomplete(f"“{named(at)}”：{why}。记录已留在中心，请改正后重新提交。", field=at)


def read_field(cls: type, name: str, value: str) -> Any:  # noqa: ANN401 (the field's own type)
    """Read one field of a dataclass by its name; Incomplete where it has none or the value is wrong."""
    hints = hints_of(cls)
    if name not in hints:
        raise _wrong(name, "中心不认识这一项，请更新下乡工作台")
    return _read(hints[name], value, name)
