"""What stands in a footprint's particulars, in Chinese."""

from enum import StrEnum
from typing import Any

from app.access.roles import Role
from app.agreements.enums import ConfirmationResult, UrgingOutcome
from app.cases.enums import Admissible, DeskCommittee, Organ, Outcome, RepresentativeKind, Risk
from app.cases.handover_commands import HandoverKind
from app.cases.recusal_commands import RecusalOutcome
from app.cases.revealing_commands import Purpose
from app.cases.risk_commands import RiskReportKind
from app.deadlines.ledger import Kind
from app.meetings.enums import GuestKind, MeetingKind, MeetingResult
from app.screenings.enums import FoundOutcome
from app.sync.enums import SettlementOutcome
from app.words import LABELS

WORDS: dict[str, tuple[type[StrEnum], ...]] = {
    "desk": (DeskCommittee,),
    "admissible": (Admissible,),
    "outcome": (Outcome, UrgingOutcome, RecusalOutcome, FoundOutcome, SettlementOutcome),
    "organ": (Organ,),
    "refer_to": (Organ,),
    "risk": (Risk,),
    "kind": (MeetingKind, Kind, HandoverKind, RepresentativeKind, GuestKind, RiskReportKind),
    "result": (MeetingResult, ConfirmationResult),
    "role": (Role,),
    "purpose": (Purpose,),
}
PLAIN = {"number": "案号 ", "file_number": "卷号 ", "due_on": "到期 ", "next_on": "下次 "}


def spoken(value: Any, kinds: tuple[type[StrEnum], ...]) -> str:  # noqa: ANN401 (a JSON value)
    """Say one of them; what no kind knows stays as it stands."""
    known = (LABELS[kind][kind(value)] for kind in kinds if value in set(kind))
    return next(known, str(value))
