"""What a table of the registers is asked for, read from the address; nothing typed is lost."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from flask import request

from app.places.reading import place_name
from app.registers.coverage import Basis, Coverage
from app.registers.reported import Units, units_of
from app.web import door
from forms.ids import read_id

NAMES = ("from", "to", "basis", "township", "village", "committee")
VILLAGE = 12  # digits of its code


@dataclass(frozen=True)
class Asked:
    """The coverage, the words as typed, and what was wrong with them."""

    coverage: Coverage
    words: dict[str, str]
    fault: str
    units: Units
    village: str = ""  # its name

    def query(self, **more: str) -> str:
        """Write the same question as an address's query."""
        said = {name: word for name, word in (self.words | more).items() if word}
        return urlencode(said)

    @property
    def unit(self) -> str:
        """Name the unit that the table is narrowed to, or nothing."""
        township = self.units.townships.get(self.coverage.township, "") + self.village
        return self.units.committees.get(self.coverage.committee_id or UUID(int=0), township)


def read_asked() -> Asked:
    """Read the question; what cannot be read is said, and the month so far is shown."""
    words = {name: request.args.get(name, "").strip()[:40] for name in NAMES}
    units, today = units_of(door.reading(), door.actor()), door.clock().today()
    start, end, fault = _days(words, today)
    basis = Basis.CLOSED if words["basis"] == Basis.CLOSED else Basis.ACCEPTED
    committee, village = read_id(words["committee"]), _village(words["village"])
    coverage = Coverage(
        start, end, basis,
        words["township"] if words["township"] in units.townships else "",
        committee if committee in units.committees else None,
        words["village"] if village else "",
    )  # fmt: skip
    days = {"from": start.isoformat(), "to": end.isoformat()}
    kept = {name: words[name] or day for name, day in days.items()} if fault else days
    return Asked(coverage, words | kept | {"basis": basis.value}, fault, units, village)


def _village(code: str) -> str:
    is_one = len(code) == VILLAGE and code.startswith(door.actor().county_id)
    return place_name(door.reading(), door.actor().county_id, code) if is_one else ""


def _days(words: dict[str, str], today: date) -> tuple[date, date, str]:
    usual = (today.replace(day=1), today)
    try:
        start = date.fromisoformat(words["from"]) if words["from"] else usual[0]
        end = date.fromisoformat(words["to"]) if words["to"] else max(today, start)
    except ValueError:
        return *usual, "没有看懂日期，请写成 2026-03-01 这样。下面先显示本月的数字。"
    if end < start:
        return *usual, "截止日早于起始日，请改正后再查。下面先显示本月的数字。"
    return start, end, ""
