"""A day, as a person gives it."""

from datetime import date
from typing import Any

from wtforms import DateField


class DayField(DateField):
    """A day."""

    def process_data(self, value: date | str | None) -> None:
        """Take a day, or a record's ISO day."""
        super().process_data(date.fromisoformat(value) if isinstance(value, str) else value)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read an ISO day."""
        if not valuelist or not str(valuelist[0]).strip():
            return
        self.data = None
        try:
            super().process_formdata([str(valuelist[0]).strip()])
        except ValueError as error:
            raise ValueError("日期请写成 2026-03-02 这样，并确认这一天存在。") from error
        self._check(self.data)

    def _check(self, day: date | None) -> None:
        if day is not None and not 1900 <= day.year <= 2200:  # noqa: PLR2004 (years of living people)
            raise ValueError("日期的年份不对，请核对。")
