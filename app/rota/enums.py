"""The words of a rota; 中文 labels are in app/words/."""

from enum import StrEnum


class DutyKind(StrEnum):
    """Two of the four clinics are manned by turns."""

    OFFICE_HOURS = "office_hours"
    VILLAGE_VISIT = "village_visit"


class SwapState(StrEnum):
    """Where a swap stands: one that was asked for, or one that whoever plans decided."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"
    OBJECTED = "objected"
