"""The words of what comes in from laptops; 中文 labels are in app/words/."""

from enum import StrEnum


class ArrivalStatus(StrEnum):
    """What became of a command: kept and not decided yet, done, contradicted, sent back."""

    RECEIVED = "received"
    APPLIED = "applied"
    CONFLICT = "conflict"
    REJECTED = "rejected"


class CameBy(StrEnum):
    """How it came."""

    NETWORK = "network"
    STICK = "stick"


class Flag(StrEnum):
    """What a person should know of a command that was taken."""

    CASE_MOVED_ON = "case_moved_on"
    CUSTODY_ENDED = "custody_ended"
    HANDED_ON = "handed_on"
    CASE_CLOSED = "case_closed"
    LATE = "late"
    CLOCK_SKEW = "clock_skew"
    DAY_BY_DEVICE_CLOCK = "day_by_device_clock"
    DAY_UNLIKELY = "day_unlikely"


class NoteKind(StrEnum):
    """What a note is of."""

    TELEPHONE = "telephone"
    VISIT = "visit"
    PHOTO = "photo"
    SCAN = "scan"
    SIGNATURE = "signature"
    OTHER = "other"


class CustodyEnding(StrEnum):
    """How a case came back from the village."""

    RETURNED = "returned"
    TAKEN_BACK = "taken_back"
    HANDED_ON = "handed_on"
    CLOSED = "closed"


class SettlementOutcome(StrEnum):
    """How a contradiction was settled."""

    KEPT_AS_NOTE = "kept_as_note"
    SUBMITTED_AGAIN = "submitted_again"
