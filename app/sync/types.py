"""Envelope type → the command of the online forms: the table of contents of the protocol."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.aftercare.commands import RecordRevisit
from app.agreements.commands import (
    AffixSeal,
    ConcludeAgreement,
    DraftAgreement,
    FinalizeAgreement,
    FulfillObligation,
    RecordOralAgreement,
    RegisterSignatures,
    UrgeObligation,
)
from app.cases.commands import CloseCase, RecordConsent, RecordRightsTold
from app.cases.handover_commands import OfferHandover
from app.cases.intake.commands import CorrectParty, RegisterIntake
from app.kernel.commands import Command, Report
from app.meetings.commands import HoldMeeting, RecordInquiry
from app.sync.commands import KeepFieldNote, ReportFieldPrint, WithdrawUnsent

TYPES: Mapping[str, type[Command]] = {
    "meeting.hold": HoldMeeting,
    "inquiry.record": RecordInquiry,
    "revisit.record": RecordRevisit,
    "obligation.fulfill": FulfillObligation,
    "obligation.urge": UrgeObligation,
    "consent.record": RecordConsent,
    "rights.tell": RecordRightsTold,
    "agreement.conclude": ConcludeAgreement,
    "agreement.oral": RecordOralAgreement,
    "agreement.sign": RegisterSignatures,
    "agreement.seal": AffixSeal,
    "note.add": KeepFieldNote,
    "paper.print": ReportFieldPrint,
    "record.withdraw": WithdrawUnsent,
    "intake.register": RegisterIntake,
    "agreement.draft": DraftAgreement,
    "agreement.finalize": FinalizeAgreement,
    "party.correct": CorrectParty,
    "case.close": CloseCase,
    "handover.offer": OfferHandover,
}


def is_report(name: str) -> bool:
    """Say whether a type states what already happened; all others ask."""
    return name in TYPES and issubclass(TYPES[name], Report)


@dataclass(frozen=True)
class Change:
    """One field of a party as the village saw it (`was`) and as it should be (`now`)."""

    field: str
    was: str | None = None
    now: str | None = None


@dataclass(frozen=True)
class Correction:
    """What a correction of a party says: whose, and which fields."""

    party_id: UUID
    changes: tuple[Change, ...]


def references(value: Any) -> list[str]:  # noqa: ANN401 (JSON)
    """List the earlier commands whose answers a payload asks for."""
    if isinstance(value, dict):
        if set(value) == {"$answer"} and isinstance(value["$answer"], str):
            return [value["$answer"]]
        return [found for one in value.values() for found in references(one)]
    if isinstance(value, list):
        return [found for one in value for found in references(one)]
    return []


def filled_in(value: Any, answers: Mapping[str, str]) -> Any:  # noqa: ANN401 (JSON)
    """Put the answers of earlier commands where a payload asks for them."""
    if isinstance(value, dict):
        if set(value) == {"$answer"}:
            return answers.get(str(value["$answer"]))
        return {name: filled_in(one, answers) for name, one in value.items()}
    if isinstance(value, list):
        return [filled_in(one, answers) for one in value]
    return value
