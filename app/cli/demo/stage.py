"""What the demo works with: one transaction, dice from a seed, a clock it sets itself.

The same seed, divisions and day give the same rows, ids included. What the installation's own keys
make (sealed values, blind indexes, the chain's MACs) and the password's hash differ.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.bus import Bus
from app.kernel.clock import CHINA, Clock
from app.kernel.commands import Answer, Command
from app.kernel.ids import shaped
from app.places.model import Area
from config import ROOT

FOLDER = ROOT / "data" / "demo"


@dataclass
class Stage:
    """The empty county and everything needed to fill it."""

    session: Session
    county_id: str
    system_id: UUID
    dice: random.Random
    today: date
    instant: datetime = field(init=False)
    bus: Bus = field(init=False)
    watched: date = field(init=False)
    drawn: int = 0

    def __post_init__(self) -> None:
        self.watched = self.today - timedelta(days=200)
        self.go_to(self.watched)

    def go_to(self, day: date, at: time = time(9, 0)) -> None:
        """Set the clock to a day and hour of the county."""
        self.instant = datetime.combine(day, at, CHINA).astimezone(UTC)

    @property
    def clock(self) -> Clock:
        """A clock that shows where the story is."""
        return Clock(lambda: self.instant)

    @property
    def on(self) -> date:
        """The day the story is at."""
        return self.instant.astimezone(CHINA).date()

    def draw_id(self) -> UUID:
        """Draw the next id: from the story's instant, a count and the dice."""
        self.drawn += 1
        milliseconds = int(self.instant.timestamp() * 1000)
        return shaped(milliseconds, (self.drawn << 52) | self.dice.getrandbits(52))

    def carry(self, what: type[Command], actor_id: UUID | None = None, /, **said: Any) -> Answer:  # noqa: ANN401 (a command's own fields)
        """Say one command on the story's day and carry it in the open transaction."""
        command = what(
            county_id=self.county_id, actor_id=actor_id or self.system_id, on=self.on, **said
        )
        return self.bus.carry(command, self.session)

    def make(self, what: type[Command], /, **said: Any) -> UUID:  # noqa: ANN401 (a command's own fields)
        """Say a command that makes something, and answer its id."""
        answer = self.carry(what, **said)
        if not isinstance(answer, UUID):
            raise TypeError(what.__name__)
        return answer

    def areas(self, level: str) -> list[Area]:
        """List the county's real townships or villages, in the order of their codes."""
        wanted = select(Area).where(
            Area.county_id == self.county_id,
            Area.level == level,
            Area.is_statistical.is_(False),
            Area.code.startswith(self.county_id),
        )
        return list(self.session.scalars(wanted.order_by(Area.code)))


@cache
def told(name: str) -> Any:  # noqa: ANN401 (a YAML file of the demo)
    """Read one of the demo's files."""
    file: Path = FOLDER / f"{name}.yaml"
    return yaml.safe_load(file.read_text(encoding="utf-8"))
