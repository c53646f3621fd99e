"""Names a clerk may type for a place, or for a word of a list, and the codes they stand for.

Picked from a list, typed in full, or by the first letters of their pinyin where only one fits.
"""

from collections.abc import Iterable, Mapping
from csv import DictReader
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from pypinyin import Style, pinyin
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.places.model import Area

LEVELS = ("county", "township", "village")
SPOKEN = (
    "社区",
    "纠纷",
)  # said at the end, not written on the list: 城北新区社区 is 城北新区居委会


@dataclass(frozen=True)
class Offer:
    """One name on a list, its code, and the letters that find it."""

    name: str
    code: str
    letters: str


@dataclass(frozen=True)
class Offers:
    """A list to pick from; what lies `beyond` is looked through only where nothing of one's own fits."""

    own: tuple[Offer, ...]
    beyond: tuple[Offer, ...] = ()

    @property
    def listed(self) -> tuple[Offer, ...]:
        """Give everything on the list."""
        return self.own + self.beyond

    def code_of(self, typed: str) -> str:
        """Find the one code that typed words stand for; the words themselves if none does."""
        words = "".join(typed.split())
        if any(offer.code == words for offer in self.listed):
            return words
        bare = next((words.removesuffix(end) for end in SPOKEN if words.endswith(end)), words)
        ways = ((_whole, words), (_part, words), (_whole, bare), (_part, bare), (_letters, words))
        for offers, (fits, said) in product((self.own, self.beyond), ways):
            found = sorted((o.code for o in offers if fits(o, said)), key=len)
            if found and all(code.startswith(found[0]) for code in found):
                return found[0]
        return typed

    def name_of(self, code: str | None) -> str:
        """Say a code in the words of the list."""
        return next((offer.name for offer in self.listed if offer.code == code), code or "")


def areas_of(session: Session, county_id: str) -> Offers:
    """List the county's townships and villages, and the counties of its province."""
    query = select(Area).where(Area.county_id == county_id, Area.level.in_(LEVELS))
    areas = list(session.scalars(query.order_by(Area.code)))
    names = {area.code: area.name for area in areas}
    own = tuple(offer_of(_full(area, names), area.code) for area in areas)
    return Offers(own, tuple(one for one in counties(county_id[:2]) if one.code not in names))


@cache
def counties(province: str) -> tuple[Offer, ...]:
    """List the counties of a province we know (GB/T 2260): disputes over a line have two sides."""
    with Path(__file__).with_name("counties.csv").open(encoding="utf-8") as file:
        rows = [row for row in DictReader(file) if row["code"].startswith(province)]
    return tuple(offer_of(row["name"], row["code"]) for row in rows)


def _full(area: Area, names: Mapping[str, str]) -> str:
    above = names.get(area.parent_code or "", "") if area.level == "village" else ""
    return f"{above}{area.name}"


def offer_of(name: str, code: str) -> Offer:
    """Make an offer of a name, found by its letters too."""
    return Offer(name, code, letters_of(name))


@cache
def letters_of(name: str) -> str:
    """Write the first letters of a name's pinyin: 倒淌河镇 → dthz."""
    sounds: Iterable[list[str]] = pinyin(name, style=Style.FIRST_LETTER, errors="ignore")
    return "".join(sound[0] for sound in sounds)


def _whole(offer: Offer, words: str) -> bool:
    return offer.name == words


def _part(offer: Offer, words: str) -> bool:
    return len(words) > 1 and words in offer.name


def _letters(offer: Offer, words: str) -> bool:
    return len(words) > 1 and words.isascii() and offer.letters.startswith(words.lower())
