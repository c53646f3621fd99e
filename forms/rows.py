"""Rows of one kind in a form: too many are refused aloud, where WTForms would drop them in silence."""

from collections.abc import Iterator
from typing import Any

from wtforms import Field, FieldList, ValidationError
from wtforms import Form as Whole

from app.kernel.text import whole_number

LONGEST = 4  # digits of a row's number
CROWD = 2  # times the most: nobody fills so many rows, and a page of all of them takes seconds


def row_number(text: str) -> int | None:
    """Read which row is meant; None where no row of ours can be."""
    return whole_number(text, LONGEST)


def not_too_many(form: Whole, field: "Rows") -> None:
    """Say how many rows there may be."""
    del form
    count = max(len(field), field.sent)
    if count > field.most:
        message = f"“{field.label.text}”最多 {field.most} 行，现在有 {count} 行，请归并。"
        raise ValidationError(message)


class Rows(FieldList):  # type: ignore[type-arg]  # (rows of every kind)
    """Rows of one kind, `most` at most; what is known already is shown however many it is."""

    def __init__(self, one: Field, label: str, *, most: int, **more: Any) -> None:  # noqa: ANN401 (WTForms' own options)
        """Ask for rows like one."""
        super().__init__(one, label, [not_too_many], **more)
        self.most, self.sent = most, 0

    def _extract_indices(self, prefix: str, formdata: Any) -> Iterator[int]:  # noqa: ANN401 (any multi-dict)
        start, found = f"{prefix}-", set[int]()
        for name in formdata:
            number = row_number(name.removeprefix(start).partition("-")[0])
            if number is not None and name.startswith(start):
                found.add(number)
        self.sent = len(found)
        yield from sorted(found)[: CROWD * self.most]
