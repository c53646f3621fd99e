"""What a check must know besides the words: the parties and the dispute, as plain data."""

from dataclasses import dataclass
from datetime import date

from app.cases.enums import Language, PartyFlag, PartyKind, RepresentativeKind

ADULT = 18  # 民法典 17 条
INCAPABLE = frozenset({PartyFlag.NO_CAPACITY, PartyFlag.LIMITED_CAPACITY})
UNITS = frozenset({PartyKind.ORGANIZATION, PartyKind.VILLAGE, PartyKind.GOVERNMENT})


@dataclass(frozen=True, kw_only=True)
class PartySeen:
    """A party as the law looks at it: what it is, how old, who stands for it."""

    name: str
    kind: PartyKind = PartyKind.PERSON
    age: int | None = None
    flags: frozenset[PartyFlag] = frozenset()
    representatives: tuple[tuple[str, RepresentativeKind], ...] = ()
    language: Language | None = None
    has_refused: bool = False
    ordinal: int = 1

    @property
    def is_minor(self) -> bool:
        """Say whether the party is under eighteen, by age or by flag (民法典 17–20 条)."""
        return PartyFlag.MINOR in self.flags or (self.age is not None and self.age < ADULT)

    @property
    def needs_guardian(self) -> bool:
        """Say whether a guardian must sign (民法典 19–22 条)."""
        return self.kind is PartyKind.PERSON and (self.is_minor or bool(self.flags & INCAPABLE))

    @property
    def is_unit(self) -> bool:
        """Say whether it signs by a person's hand and its own seal."""
        return self.kind in UNITS

    def has(self, kind: RepresentativeKind) -> bool:
        """Say whether somebody stands for the party in this way."""
        return any(known is kind for _, known in self.representatives)


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """The parties, and the two signals of the dispute that change what may be agreed."""

    parties: tuple[PartySeen, ...]
    is_identity_relation: bool = False
    is_tenure: bool = False

    @property
    def names(self) -> frozenset[str]:
        """Name everybody who is bound by the agreement or stands for someone who is."""
        own = {party.name for party in self.parties}
        return frozenset(own | {name for p in self.parties for name, _ in p.representatives})


def age_on(day: date, born_on: date | None, told: int | None) -> int | None:
    """Count the years lived on a day; without a date of birth, take the age that was told."""
    if born_on is None:
        return told
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
