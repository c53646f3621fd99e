"""Invented people of the county's five largest peoples; most names come once."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.cli.demo.stage import told

SHARES = {"tibetan": 52, "han": 26, "hui": 12, "mongol": 5, "tu": 5}  # percent, invented
ETHNICITY = {
    "tibetan": "藏族", "han": "汉族", "hui": "回族", "mongol": "蒙古族", "tu": "土族",
}  # fmt: skip
LANGUAGES = {"tibetan": ("bo", "zh"), "mongol": ("mn", "zh", "bo")}
YEAR = 365.25
TRIES = 60


@dataclass(frozen=True)
class Person:
    """Somebody invented."""

    name: str
    gender: str
    people: str

    @property
    def ethnicity(self) -> str:
        """Name the 民族."""
        return ETHNICITY[self.people]

    @property
    def languages(self) -> tuple[str, ...]:
        """List what they speak."""
        return LANGUAGES.get(self.people, ("zh",))


@dataclass
class Crowd:
    """Draws new people; a name comes twice only where a people's names have run out."""

    dice: random.Random
    used: set[str] = field(default_factory=set)

    def draw(self, gender: str | None = None, people: str | None = None) -> Person:
        """Draw somebody, of this gender and people where given."""
        gender = gender or self.dice.choice(("male", "female", "male"))
        people = people or self.dice.choices([*SHARES], [*SHARES.values()])[0]
        name = self._name(gender, people)
        for _ in range(TRIES):
            if name not in self.used:
                break
            name = self._name(gender, people)
        self.used.add(name)
        return Person(name, gender, people)

    def _name(self, gender: str, people: str) -> str:
        words = told("names")[people]
        own = words[gender]
        first = self.dice.choice(own.get("first") or words["first"])
        second = self.dice.choice([word for word in own["second"] if word != first])
        return f"{first}{second}"

    def birthday(self, today: date, youngest: int, oldest: int) -> date:
        """Draw a birthday that makes somebody this old today (years)."""
        days = self.dice.randint(int(youngest * YEAR) + 1, int(oldest * YEAR))
        return today - timedelta(days=days)
