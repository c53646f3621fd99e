"""A footprint as the timeline tells it: what, on which day, when it was put on file, by whom."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from app.agreements.enums import ConfirmationResult, UrgingOutcome
from app.cases.enums import Admissible, DeskCommittee, Organ, Outcome, RepresentativeKind, Risk
from app.cases.handover_commands import HandoverKind
from app.cases.recusal_commands import RecusalOutcome
from app.cases.risk_commands import RiskReportKind
from app.cases.stages import Stage
from app.deadlines.ledger import Kind
from app.deadlines.opening import PROMISE
from app.deadlines.terms import terms
from app.dossiers.catalogue import catalogue
from app.kernel.clock import day_of
from app.meetings.enums import GuestKind, MeetingKind, MeetingResult
from app.screenings.enums import FoundOutcome
from app.sync.enums import SettlementOutcome
from app.words import LABELS, label_of_tag

WORDS: dict[str, tuple[type[StrEnum], ...]] = {
    "desk": (DeskCommittee,),
    "admissible": (Admissible,),
    "outcome": (Outcome, UrgingOutcome, RecusalOutcome, FoundOutcome, SettlementOutcome),
    "organ": (Organ,),
    "refer_to": (Organ,),
    "risk": (Risk,),
    "kind": (MeetingKind, Kind, HandoverKind, RepresentativeKind, GuestKind, RiskReportKind),
    "result": (MeetingResult, ConfirmationResult),
}
PLAIN = {"number": "案号 ", "file_number": "卷号 ", "due_on": "到期 ", "next_on": "下次 "}


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
    moved = (Stage, Risk)
    found = []
    if said.get("went_to"):
        found.append(f"{_word(said.get('came_from'), moved)} → {_word(said['went_to'], moved)}")
    named = {**terms(), PROMISE.id: PROMISE}.get(said.get("code", ""))
    paper = catalogue().get(said.get("paper", ""))
    found += ([named.name] if named else []) + ([f"《{paper.title}》"] if paper else [])
    plain = PLAIN | {"number": "编号 "} if tag.startswith(("agreement", "supervision")) else PLAIN
    found += [prefix + str(said[key]) for key, prefix in plain.items() if said.get(key)]
    return found + [_word(said[key], kinds) for key, kinds in WORDS.items() if said.get(key)]


def _word(value: Any, kinds: tuple[type[StrEnum], ...]) -> str:  # noqa: ANN401 (a JSON value)
    known = (LABELS[kind][kind(value)] for kind in kinds if value in set(kind))
    return next(known, str(value))
