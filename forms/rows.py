"""Rows of one kind in a form: too many are refused aloud, where WTForms would drop them in silence."""

from collections.abc import Iterator
from typing import Any

from wtforms import Field, FieldList, ValidationError
from wtforms import Form as Whole

LONGEST = 4  # digits of a row's number


def row_number(text: str) -> int | None:
    """Read which row is meant; None where no row of ours can be."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None


def not_too_many(form: Whole, field: "Rows") -> None:
    """Say how many rows there may be."""
    del form
    if len(field) > field.most:
        message = f"“{field.label.text}”最多 {field.most} 行，现在有 {len(field)} 行，请归并。"
        raise ValidationError(message)


class Rows(FieldList):  # type: ignore[type-arg]  # (rows of every kind)
    """Rows of one kind, `most` at most; what is known already is shown however many it is."""

    def __init__(self, one: Field, label: str, *, most: int, **more: Any) -> None:  # noqa: ANN401 (WTForms' own options)
        """Ask for rows like one."""
        super().__init__(one, label, [not_too_many], **more)
        self.most = most

    def _extract_indices(self, prefix: str, formdata: Any) -> Iterator[int]:  # noqa: ANN401 (any multi-dict)
        for name in formdata:
            number = row_number(name.removeprefix(f"{prefix}-").partition("-")[0])
            if number is not None and name.startswith(f"{prefix}-"):
                yield number
