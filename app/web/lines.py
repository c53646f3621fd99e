"""A page with the same form at several of its lines: each has ids of its own, the refused one its line."""

from collections.abc import Callable, Iterable
from typing import TypeAlias
from uuid import UUID

from forms.base import Form

Refused: TypeAlias = tuple[UUID, Form]


def at_lines(
    lines: Iterable[UUID], blank: Callable[[], Form], refused: Refused | None = None
) -> dict[UUID, Form]:
    """Make the form of each line; the refused one stands at its own, with what was typed."""
    forms = {line: blank() for line in lines} | dict([refused] if refused else [])
    for line, form in forms.items():
        for field in form:
            field.id = f"{field.id}-{line}"
    return forms
