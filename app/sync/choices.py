"""The words of the village's forms: every enum they ask for, with its labels."""

from enum import StrEnum
from functools import cache

from app.aftercare.enums import FulfillmentHeard, RevisitManner, Satisfaction
from app.agreements.enums import (
    AgreementKind,
    SignatureMethod,
    SignerRole,
    UrgingOutcome,
    UrgingWay,
)
from app.cases.enums import ConsentForm, DisputeType, Language, Outcome
from app.cases.stages import Stage
from app.meetings.enums import GuestKind, MeetingKind, MeetingResult, Method
from app.words import label

ENUMS: tuple[type[StrEnum], ...] = (
    MeetingKind, Method, MeetingResult, GuestKind, Language, ConsentForm, DisputeType, Outcome,
    RevisitManner, FulfillmentHeard, Satisfaction, UrgingWay, UrgingOutcome, SignatureMethod,
    SignerRole, AgreementKind, Stage,
)  # fmt: skip


@cache
def choices() -> dict[str, list[list[str]]]:
    """Name each word that a form may choose, with its label."""
    return {kind.__name__: [[one.value, label(one)] for one in kind] for kind in ENUMS}
