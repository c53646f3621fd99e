"""Frozen dataclasses to JSON's few types and back, by their annotations; one rule for all of them.

`build(cls, write(x)) == x`; None, empty texts and empty lists are left out, as unknown is in the
contract.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Said = TypeVar("Said")


def build(cls: Callable[..., Said], mapping: Mapping[str, Any]) -> Said:
    """Build a dataclass from a mapping; an absent or null field keeps its default."""
    hints = _hints(cls)
    given = {
        name: _read(hints[name], value)
        for name, value in mapping.items()
        if value is not None and name in hints
    }
    return cls(**given)


def write(said: Any) -> dict[str, Any]:  # noqa: ANN401 (any dataclass of ours)
    """Write a dataclass as a mapping, without what is not known."""
    written = {f.name: plain(getattr(said, f.name)) for f in fields(said)}
    return known(written)


def known(said: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {name: value for name, value in said.items() if value not in (None, [], {})}


def yuan(amount: Decimal) -> str:
    """Write money as the contract does: 20000, 20000.50."""
    whole = amount.quantize(Decimal("0.01"))
    return str(whole.to_integral_value()) if whole == whole.to_integral_value() else str(whole)


@cache
def _hints(cls: Callable[..., object]) -> dict[str, Any]:
    return {name: without_none(hint) for name, hint in get_type_hints(cls).items()}


def without_none(hint: Any) -> Any:  # noqa: ANN401 (a type)
    """Give the one type that an optional field holds when it is known."""
    if get_origin(hint) in (Union, types.UnionType):
        (known,) = [one for one in get_args(hint) if one is not type(None)]
        return known
    return hint


def _read(hint: Any, value: Any) -> Any:  # noqa: ANN401 (JSON in, our types out)
    if get_origin(hint) is tuple:
        read = (_read(get_args(hint)[0], one) for one in value)
        return tuple(one for one in read if one is not None)
    if isinstance(hint, type) and is_dataclass(hint):
        return build(hint, value)
    if hint is date:
        return date.fromisoformat(value)
    if hint is str:
        return value or None
    return hint(value)


def plain(value: Any) -> Any:  # noqa: ANN401 (our types in, JSON out)
    """Write one value in JSON's few types."""
    if is_dataclass(value):
        return write(value)
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Decimal):
        return yuan(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
