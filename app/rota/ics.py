"""Write a calendar as RFC 5545 wants it: CRLF, lines of at most 75 octets, UTC stamps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

FOLD = 75  # octets
HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sizhen//rota//ZH", "CALSCALE:GREGORIAN")


@dataclass(frozen=True)
class Event:
    """One whole-day event; the title carries no name of a person."""

    uid: str
    on: date
    title: str
    place: str


def calendar(title: str, events: Iterable[Event], now: datetime) -> str:
    """Write a whole calendar."""
    lines = [*HEAD, f"X-WR-CALNAME:{escaped(title)}"]
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for one in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.uid}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(one.title)}",
            f"LOCATION:{escaped(one.place)}",
            "END:VEVENT",
        ]
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def escaped(words: str) -> str:
    """Escape what the format uses for itself."""
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r", "").replace("\n", "\\n")


def folded(line: str) -> str:
    """Fold a long line between characters, never inside one."""
    parts, room = [""], FOLD
    for sign in line:
        size = len(sign.encode())
        if size > room:
            parts.append(" ")
            room = FOLD - 1
        parts[-1] += sign
        room -= size
    return "\r\n".join(parts)
