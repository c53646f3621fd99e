"""A half-typed dispute, as far as it makes sense: enough to see where it would go before saving."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.cases.intake.reading import cleaned
from app.cases.intake.record import IntakeRecord
from app.cases.intake.shape import faults
from app.cases.intake.where import whereabouts
from app.cases.routing.committees import Seat, desk_of, seat_of
from app.cases.routing.deciding import decide_for

STILL_EMPTY = {"ref": "-", "channel": "walk_in", "summary": "…"}
NAMELESS = "…"
TURNS = 3


@dataclass(frozen=True)
class Preview:
    """Where the dispute would go as it is typed now; nothing of it is stored."""

    answer: dict[str, Any]
    seat: Seat | None


def preview(
    session: Session, county_id: str, mapping: Mapping[str, Any], today: date
) -> Preview | None:
    """Ask the rules about what is typed so far; None until there is a party and a type."""
    record = sketch(mapping, today)
    decision = decide_for(session, county_id, record, today) if record else None
    if record is None or decision is None:
        return None
    answer = decision.to_dict()
    desk = desk_of(answer)
    where = whereabouts(session, county_id, IntakeRecord.from_record(record))
    return Preview(answer, seat_of(session, where, desk) if desk else None)


def sketch(mapping: Mapping[str, Any], today: date) -> dict[str, Any] | None:
    """Leave out what cannot be read yet; None if no party or no type of dispute is left."""
    record: dict[str, Any] = cleaned(mapping, [])
    record = {"received_on": today.isoformat()} | STILL_EMPTY | record
    if not record.get("parties") or not record.get("dispute_type"):
        return None
    for party in record["parties"]:
        party.setdefault("name", NAMELESS)
    for _ in range(TURNS):
        wrong = faults(record)
        if not wrong:
            return record
        for problem in wrong:
            _leave_out(record, list(problem.place))
    return None


def _leave_out(value: Any, place: list[Any]) -> None:  # noqa: ANN401 (JSON)
    *way, last = place or [None]
    for step in way:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(value, dict):
        value.pop(last, None)
    elif isinstance(value, list) and isinstance(last, int):
        value[last : last + 1] = [] if last < len(value) else value[last:]
