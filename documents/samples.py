"""One invented sample a paper, and the reading of papers from plain data (YAML, JSON).

The samples are what the tests print and what a template's author looks at; all people, places and
numbers in them are invented.
"""

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date, time
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

import yaml

from documents.compose import TEMPLATES
from documents.papers import Paper, by_code

P = TypeVar("P", bound=Paper)
READERS = {date: date.fromisoformat, time: time.fromisoformat, Decimal: Decimal}


def sample(code: str) -> Paper:
    """Read the sample of a paper from its folder."""
    text = (TEMPLATES / code / "sample.yaml").read_text("utf-8")
    return read(by_code()[code], yaml.safe_load(text))


def read(kind: type[P], data: Mapping[str, Any]) -> P:
    """Build a paper from plain data; an unknown or missing key is a TypeError."""
    return cast("P", _build(kind, data))


def _build(kind: Any, value: Any) -> Any:  # noqa: ANN401 (any annotation of a paper)
    if get_origin(kind) is tuple:
        return tuple(_build(get_args(kind)[0], item) for item in value)
    if isinstance(kind, UnionType):
        inner = next(part for part in get_args(kind) if part is not NoneType)
        return None if value is None else _build(inner, value)
    if is_dataclass(kind):
        return _record(kind, value)
    if kind in READERS and isinstance(value, str):
        return READERS[kind](value)
    return value


def _record(kind: Any, value: Any) -> Any:  # noqa: ANN401 (any dataclass)
    if not isinstance(value, Mapping):
        return kind(value)
    hints = get_type_hints(kind)
    return kind(**{name: _build(hints.get(name, str), item) for name, item in value.items()})
