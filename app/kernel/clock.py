"""The one place that reads the time, so that tests and late-arriving laptops can set it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")


def _read() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 (this file is the clock)


@dataclass(frozen=True)
class Clock:
    """Says the instant (UTC) and the day in the county."""

    read: Callable[[], datetime] = _read

    def now(self) -> datetime:
        """Say the instant, in UTC."""
        return self.read()

    def today(self) -> date:
        """Say the day it is in the county."""
        return day_of(self.read())


def day_of(instant: datetime) -> date:
    """Turn a UTC instant into the day it was in the county."""
    return instant.astimezone(CHINA).date()


def frozen(instant: datetime) -> Clock:
    """Make a clock that stands still; for tests and for acting as of a day."""
    return Clock(lambda: instant)
