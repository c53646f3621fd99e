"""A footprint as the timeline tells it: what, on which day, when it was put on file, by whom."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.access.roles import Role
from app.cases.enums import Risk
from app.cases.stages import Stage
from app.deadlines.opening import PROMISE
from app.deadlines.terms import terms
from app.dossiers.catalogue import catalogue
from app.kernel.clock import day_of
from app.web.cases.particulars import PLAIN, WORDS, spoken
from app.words import label_of_tag


@dataclass(frozen=True)
class Event:
    """One line of the timeline."""

    title: str
    detail: str
    on: date
    recorded_at: datetime
    actor: str
    badge: str


def happened(row: Any) -> Event:  # noqa: ANN401 (a row)
    """Tell a footprint."""
    said = json.loads(row.particulars)
    filed_on = day_of(row.recorded_at)
    return Event(
        title=label_of_tag(row.tag),
        detail="，".join(_details(said, row.tag)),
        on=row.on,
        recorded_at=row.recorded_at,
        actor=row.actor or "系统",
        badge="离线补录" if said.get("late") else "补录" if row.on < filed_on else "",
    )


def _details(said: dict[str, Any], tag: str) -> list[str]:
    moved = (Stage, Risk, Role)
    found = []
    if said.get("went_to"):
        found.append(f"{spoken(said.get('came_from'), moved)} → {spoken(said['went_to'], moved)}")
    named = {**terms(), PROMISE.id: PROMISE}.get(said.get("code", ""))
    paper = catalogue().get(said.get("paper", ""))
    found += ([named.name] if named else []) + ([f"《{paper.title}》"] if paper else [])
    plain = PLAIN | {"number": "编号 "} if tag.startswith(("agreement", "supervision")) else PLAIN
    found += [prefix + str(said[key]) for key, prefix in plain.items() if said.get(key)]
    return found + [spoken(said[key], kinds) for key, kinds in WORDS.items() if said.get(key)]
