"""The words of the calendar; 中文 labels are in app/words/."""

from enum import StrEnum


class DayKind(StrEnum):
    """What a day is, otherwise than published; `usual` takes a change back."""

    REST = "rest"
    WORKING = "working"
    USUAL = "usual"
