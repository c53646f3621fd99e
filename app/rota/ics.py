"""Write a calendar as RFC 5545 wants it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from app.kernel.clock import CHINA

LASTS = timedelta(hours=1)


@dataclass(frozen=True)
class Event:
    """One event of a day, or from `starts` (the county's time); the title carries no name of a person."""

    uid: str
    on: date
    title: str
    place: str
    starts: time | None = None

    @property
    def span(self) -> tuple[date, date]:
        """Give its begin and end: days, or instants where it has an hour."""
        if self.starts is None:
            return self.on, self.on + timedelta(days=1)
        begins = datetime.combine(self.on, self.starts, tzinfo=CHINA).astimezone(UTC)
        return begins, begins + LASTS


def calendar(title: str, events: Iterable[Event], now: datetime) -> str:
    """Write a whole calendar."""
    whole = icalendar.Calendar()
    for name, value in (
        ("prodid", "-//sizhen//rota//ZH"),
        ("version", "2.0"),
        ("x-wr-calname", title),
    ):
        whole.add(name, value)
    for one in events:
        begins, ends = one.span
        event = icalendar.Event()
        event.add("uid", one.uid)
        event.add("dtstamp", now)
        event.add("dtstart", begins)
        event.add("dtend", ends)
        event.add("summary", one.title)
        event.add("location", one.place)
        whole.add_component(event)
    return str(whole.to_ical(), "utf-8")
