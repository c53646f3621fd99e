"""How sure the source of a rule is: the marks of the law collection the rules are built on."""

from enum import StrEnum


class Certainty(StrEnum):
    """The mark every rule and every threshold carries."""

    FOUND = "F"
    SURE = "OK-H"
    LIKELY = "OK-M"
    WEAK = "OK-L"
    INFERRED = "INF"


UNSURE = frozenset({Certainty.LIKELY, Certainty.WEAK, Certainty.INFERRED})
