"""Whole case files as plain rows: every table that belongs to a case, in the order of its keys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Table, select
from sqlalchemy.orm import Session

from app.cli.demo.stories import Story
from app.kernel.columns import Model

Row = dict[str, Any]
APART = {"case_events", "case_words", "nudges", "notices", "receipts"}  # made anew, or left out
NUDGED = "deadline:nudged"


@dataclass(frozen=True)
class File:
    """One finished case: its rows by table, its footprints, the story it was told by."""

    story: Story
    rows: tuple[tuple[Table, list[Row]], ...]
    steps: tuple[Row, ...]

    @property
    def case(self) -> Row:
        """The case's own row."""
        return next(rows[0] for table, rows in self.rows if table.name == "cases")

    @property
    def is_settled(self) -> bool:
        """Say whether it ended with an agreement."""
        return bool(self.case["outcome"] == "settled")

    @property
    def began_on(self) -> date:
        """The day it came."""
        day: date = self.case["received_on"]
        return day

    @property
    def ended_at(self) -> datetime:
        """The instant of its last footprint."""
        last: datetime = max(step["recorded_at"] for step in self.steps)
        return last


def read_files(session: Session, county_id: str, stories: Sequence[Story]) -> Iterator[File]:
    """Read the files of the stories that came to their end."""
    session.flush()
    events = Model.metadata.tables["case_events"]
    for story in stories:
        rows = _rows_of(session, county_id, story.case_id)
        case = next((found[0] for table, found in rows if table.name == "cases"), None)
        if case is None or case["closed_on"] is None or case["accepted_on"] is None:
            continue
        mine = (events.c.county_id == county_id, events.c.case_id == story.case_id)
        steps = _read(session, select(events).where(*mine).order_by(events.c.position))
        yield File(story, tuple(rows), tuple(one for one in steps if one["tag"] != NUDGED))


def _rows_of(session: Session, county_id: str, case_id: UUID) -> list[tuple[Table, list[Row]]]:
    found: list[tuple[Table, list[Row]]] = []
    ids: dict[str, list[Any]] = {}
    for table in Model.metadata.sorted_tables:
        if table.name in APART:
            continue
        key = _way_to(table, ids)
        if table.name == "cases":
            belongs = table.c.id == case_id
        elif key is None:
            continue
        else:
            belongs = table.c[key[0]].in_(ids[key[1]])
        rows = _read(session, select(table).where(table.c.county_id == county_id, belongs))
        if rows:
            found.append((table, rows))
            ids[table.name] = [row["id"] for row in rows if "id" in row]
    return found


def _way_to(table: Table, ids: dict[str, list[Any]]) -> tuple[str, str] | None:
    """Find the column by which a table hangs on what was found: on the case before all else."""
    ways = [way for key in table.foreign_key_constraints if (way := _way(key)) and way[1] in ids]
    return min(ways, key=lambda way: way[1] != "cases", default=None)


def _way(key: ForeignKeyConstraint) -> tuple[str, str] | None:
    pairs = [(e.parent.name, e.column.name) for e in key.elements if e.parent.name != "county_id"]
    is_plain = len(pairs) == 1 and pairs[0][1] == "id"
    return (pairs[0][0], key.referred_table.name) if is_plain else None


def _read(session: Session, wanted: Any) -> list[Row]:  # noqa: ANN401 (a select)
    return [dict(row) for row in session.connection().execute(wanted).mappings()]
