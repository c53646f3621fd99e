"""The cases of the past: finished files told again, each on its own days.

Numbers and footprints are given in the order of their hours, so that the chain is whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any

from sqlalchemy import Table, func, insert, select

from app.cases.findable import index_all
from app.cases.model import Case
from app.cases.numbers import case_number, file_number, next_number
from app.cli.demo.acting import Cast
from app.cli.demo.files import File, Row
from app.cli.demo.names import Crowd
from app.cli.demo.retelling import Retelling, other_people, other_place
from app.kernel.clock import CHINA
from app.kernel.columns import Model
from app.kernel.footprints import ChainHead, Footprint, mac_of
from app.places.model import County

WEEK = timedelta(days=7)
BACK = (40, 100)  # weeks that a file begins earlier where it would not have ended yet
AT_ONCE = 100  # files written together


@dataclass
class Past:
    """The cases of the past, waiting for their day."""

    cast: Cast
    crowd: Crowd
    waiting: list[tuple[date, int, File]] = field(default_factory=list)
    steps: list[tuple[datetime, int, Row]] = field(default_factory=list)
    rows: dict[Table, list[Row]] = field(default_factory=dict)
    held: int = 0
    serial: Iterator[int] = field(default_factory=count)

    def plan(self, files: Sequence[File], days: Sequence[date]) -> None:
        """Let a file, drawn from these, begin about each of these days; it ends before today."""
        for day in days:
            file, weeks = self._fitting(files, day)
            heappush(self.waiting, (file.began_on + weeks * WEEK, next(self.serial), file))

    def _fitting(self, files: Sequence[File], day: date) -> tuple[File, int]:
        """Draw a file; let it begin earlier where it would not have ended yet."""
        dice, today = self.cast.stage.dice, self.cast.stage.today
        file = dice.choice(files)
        weeks = -((file.began_on - day) // WEEK)
        if file.ended_at.astimezone(CHINA).date() + weeks * WEEK >= today:
            weeks -= dice.randint(*BACK)
        return file, weeks

    def catch_up(self, until: datetime) -> None:
        """Write everything that happened up to an instant."""
        while self.waiting and self.waiting[0][0] <= until.astimezone(CHINA).date():
            began_on, _, file = heappop(self.waiting)
            self._begin(file, began_on - file.began_on)
        self._walk(until)
        if self.held >= AT_ONCE:
            self.write()

    def finish(self) -> None:
        """Write what is left, and make all of it findable."""
        self.catch_up(datetime.combine(self.cast.stage.today, time(0), CHINA))
        self.write()

    def missing(self, wanted: int) -> int:
        """Say how many accepted cases are still missing."""
        stage = self.cast.stage
        mine = (Case.county_id == stage.county_id, Case.accepted_on.is_not(None))
        found = stage.session.scalar(select(func.count()).select_from(Case).where(*mine)) or 0
        return max(0, wanted - found)

    def _begin(self, file: File, shift: timedelta) -> None:
        words = self._numbers(file, shift) | other_people(file, self.crowd)
        words |= other_place(file, self._village(file))
        telling = Retelling(file, shift, words)
        for table, rows in telling.rows():
            self.rows.setdefault(table, []).extend(rows)
        for step in telling.steps():
            heappush(self.steps, (step["recorded_at"], next(self.serial), step))
        self.held += 1

    def _village(self, file: File) -> Any:  # noqa: ANN401 (an area)
        own = file.story.village
        if file.case["desk_level"] == "village":
            return own
        near = [v for v in self.cast.stage.areas("village") if v.parent_code == own.parent_code]
        return self.cast.stage.dice.choice(near)

    def _numbers(self, file: File, shift: timedelta) -> dict[str, str]:
        stage, case = self.cast.stage, file.case
        county = stage.session.get_one(County, stage.county_id)
        year = (case["received_on"] + shift).year
        serial = next_number(stage.session, stage.county_id, "case", year)
        body = self.cast.body(case["committee_id"])
        accepted = (case["accepted_on"] + shift).year
        own = next_number(stage.session, stage.county_id, f"file:{body.id}", accepted)
        return {
            case["number"]: case_number(year, serial, county.short_name),
            case["file_number"]: file_number(body.short_name, accepted, own),
        }

    def _walk(self, until: datetime) -> None:
        session, county_id = self.cast.stage.session, self.cast.stage.county_id
        session.flush()
        head = session.get_one(ChainHead, county_id)
        found = []
        while self.steps and self.steps[0][0] <= until:
            _, _, step = heappop(self.steps)
            step["position"] = head.position + 1
            step["mac"] = mac_of(Footprint(**step), head.mac, session.info["ring"].chain_key)
            head.position, head.mac = step["position"], step["mac"]
            found.append(step)
        if found:
            session.execute(insert(Footprint), found)

    def write(self) -> None:
        """Write what is held back, and make it findable."""
        session = self.cast.stage.session
        for table in Model.metadata.sorted_tables:
            if self.rows.get(table):
                session.connection().execute(insert(table), self.rows[table])
        self.rows, self.held = {}, 0
        index_all(session, self.cast.stage.county_id)
