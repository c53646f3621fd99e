"""What the list of footprints is asked for, read from the address; nothing typed is lost."""

from dataclasses import dataclass
from datetime import date

from flask import request

from app.kernel.text import whole_number
from app.web import door
from app.words import tags_called
from app.worklist.trail import WantedTrail, cases_numbered, people_called

LONGEST = 60
DIGITS = 18  # of a position
YEARS = range(2000, 2100)
DAY_UNREAD = "没有看懂日期“{}”，请写成 2026-03-01 这样。"
UNREAD = {
    "from": DAY_UNREAD,
    "to": DAY_UNREAD,
    "deed": "没有哪件事叫“{}”，请从列出的说法里选，或者只写其中几个字。",
    "person": "本县没有姓名或登录名是“{}”的用户，请写完整。",
    "number": "本县没有案号或卷号是“{}”的案件，可以写成 共调〔2026〕12号、2026-12 或卷号。",
}


@dataclass(frozen=True)
class Asked:
    """What is wanted, the words as typed, and what was wrong with them."""

    wanted: WantedTrail
    words: dict[str, str]
    faults: list[str]


def read_asked() -> Asked:
    """Read the question; each word that says nothing here is a fault."""
    typed = {name: request.args.get(name, "").strip()[:LONGEST] for name in UNREAD}
    words = {name: word for name, word in typed.items() if word}
    wanted = _read(words, request.args.get("before", ""))
    read = (wanted.first, wanted.last, wanted.tags, wanted.people, wanted.cases)
    sought = dict(zip(UNREAD, read, strict=True))
    faults = [UNREAD[name].format(word) for name, word in words.items() if not sought[name]]
    if wanted.first and wanted.last and wanted.last < wanted.first:
        faults.append("截止日早于起始日，请改正后再查。")
    return Asked(wanted, words, faults)


def _read(words: dict[str, str], before: str) -> WantedTrail:
    session, county_id = door.reading(), door.actor().county_id
    deed, person, number = words.get("deed"), words.get("person"), words.get("number")
    return WantedTrail(
        first=_day(words.get("from", "")),
        last=_day(words.get("to", "")),
        tags=tags_called(deed) if deed else None,
        people=people_called(session, county_id, person) if person else None,
        cases=cases_numbered(session, county_id, number) if number else None,
        before=whole_number(before, DIGITS) or 0,
    )


def _day(said: str) -> date | None:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if day.year in YEARS else None
