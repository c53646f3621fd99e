"""Who signs where on a record, by the names that the very sheet on the screen bears."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.dossiers.inside import data_inside


@dataclass(frozen=True)
class Seat:
    """A place on the sheet (`party-1`, `asked-1`, `recorder`), as what and whose it is."""

    place: str
    standing: str
    signer: str


@dataclass(frozen=True)
class Row:
    """The places of one standing: the words of the sheet that hold the names, one place or many."""

    place: str
    standing: str
    words: tuple[str, ...]
    is_one: bool = False

    def seats(self, sheet: dict[str, Any]) -> Iterator[Seat]:
        """Give a seat to each name; one word may hold many names, one, or a person with a name."""
        names = [name for word in self.words for name in _names(sheet.get(word))]
        for number, name in enumerate(names, 1):
            yield Seat(self.place if self.is_one else f"{self.place}-{number}", self.standing, name)


RECORDER = Row("recorder", "记录人", ("recorder",), is_one=True)
INTERPRETER = Row("translator", "翻译", ("interpreter",), is_one=True)
MEDIATION = (
    Row("party", "当事人", ("parties",)),
    Row("mediator", "人民调解员", ("mediators", "partner_mediators")),
    RECORDER,
    INTERPRETER,
)
ROWS = {
    "mediation_record": MEDIATION,
    "joint_record": MEDIATION,
    "inquiry_record": (
        Row("asked", "被调查人", ("asked",)),
        Row("inquirer", "调查人", ("inquirers",)),
        RECORDER,
        INTERPRETER,
    ),
    "revisit_record": (Row("visitor", "回访人", ("visitors",)),),
}


def seats_on(code: str, pdf: bytes) -> list[Seat]:
    """Read the seats from the sheet that is signed, not from what the case says now."""
    (data,) = data_inside(pdf)
    sheet = json.loads(data)
    return [seat for row in ROWS[code] for seat in row.seats(sheet)]


def _names(said: Any) -> list[str]:  # noqa: ANN401 (a word of the sheet)
    if isinstance(said, dict):
        said = said["name"]
    return [said] if isinstance(said, str) and said else list(said or ())
