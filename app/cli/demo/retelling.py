"""A finished file told again: other people, another place, other days, the same road."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from app.cli.demo.bodies import spoken
from app.cli.demo.files import File, Row
from app.cli.demo.names import ETHNICITY, Crowd
from app.kernel.ids import new_id
from app.places.model import Area

UNMOVED = {"born_on"}
ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
DAY, WRITTEN = r"\d{4}-\d{2}-\d{2}", r"\d{4}年\d{1,2}月\d{1,2}日"
PEOPLE = {said: word for word, said in ETHNICITY.items()}
FIRST_ORDINAL = 700_000  # of a day in the facts; no other number there is so large and named _on


@dataclass
class Retelling:
    """One new telling: what stands for what, and by how much the days move."""

    file: File
    shift: timedelta
    words: dict[str, str]
    ids: dict[UUID, UUID] = field(default_factory=dict)
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        for _, rows in self.file.rows:
            for row in rows:
                if "id" in row:
                    self.ids[row["id"]] = new_id()
        longest = sorted(map(re.escape, self.words), key=len, reverse=True)
        self.pattern = re.compile("|".join([ID, DAY, WRITTEN, *longest]))

    def rows(self) -> list[tuple[Table, list[Row]]]:
        """Give the file's rows anew."""
        return [(table, [self._row(row) for row in rows]) for table, rows in self.file.rows]

    def steps(self) -> list[Row]:
        """Give its footprints anew, still without position and MAC."""
        return [self._row(step) for step in self.file.steps]

    def _row(self, row: Row) -> Row:
        told = {n: v if n in UNMOVED else self._value(v) for n, v in row.items()}
        if "facts_sha256" in told:
            told["facts"] = self._facts(told["facts"])
            text = json.dumps(
                told["facts"], sort_keys=True, ensure_ascii=False, separators=(",", ":")
            )
            told["facts_sha256"] = hashlib.sha256(text.encode()).hexdigest()
        return told

    def _value(self, value: Any) -> Any:  # noqa: ANN401 (whatever a column holds)
        if isinstance(value, date | datetime):
            return value + self.shift
        if isinstance(value, UUID):
            return self.ids.get(value, value)
        if isinstance(value, str):
            return self.pattern.sub(self._word, value)
        if isinstance(value, dict | list):
            return json.loads(self.pattern.sub(self._word, json.dumps(value, ensure_ascii=False)))
        return value

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        if word in self.words:
            return self.words[word]
        if re.fullmatch(ID, word):
            return str(self.ids.get(UUID(word), word))
        if "年" in word:
            day = date(*map(int, re.findall(r"\d+", word))) + self.shift
            return f"{day.year}年{day.month}月{day.day}日"
        return (date.fromisoformat(word) + self.shift).isoformat()

    def _facts(self, facts: dict[str, Any]) -> dict[str, Any]:
        days = self.shift.days
        return {
            name: value + days
            if name.endswith("_on") and isinstance(value, int) and value > FIRST_ORDINAL
            else value
            for name, value in facts.items()
        }


def other_people(file: File, crowd: Crowd) -> dict[str, str]:
    """Name other people of the same sex and people; organizations stay who they are."""
    words = {}
    for said, told in zip(file.story.plot["sides"], file.story.sides, strict=True):
        if told.get("kind") == "organization":
            words[told["legal_representative"]] = crowd.draw().name
        else:
            person = crowd.draw(told.get("gender"), PEOPLE.get(told.get("ethnicity", "")))
            words[told["name"].removesuffix(said.get("suffix", ""))] = person.name
    return words


def other_place(file: File, village: Area) -> dict[str, str]:
    """Put a village of the same township in place of the story's."""
    was = file.story.village
    return {was.code: village.code, spoken(was.name): spoken(village.name)}
