"""The words of a screening; 中文 labels are in app/words/."""

from enum import StrEnum


class FoundOutcome(StrEnum):
    """What became of a dispute that a screening found: only `calmed` is 预防纠纷."""

    WATCHED = "watched"
    CALMED = "calmed"
    REGISTERED = "registered"
