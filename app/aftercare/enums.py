"""The words of a revisit; 中文 labels are in app/words/."""

from enum import StrEnum


class RevisitKind(StrEnum):
    """The ordinary one after fulfillment, or one of the series of a major case."""

    REGULAR = "regular"
    MAJOR = "major"
    EXTRA = "extra"


class RevisitManner(StrEnum):
    """How they were asked."""

    VISIT = "visit"
    TELEPHONE = "telephone"
    OFFICE = "office"


class Satisfaction(StrEnum):
    """What a party thinks of the mediation."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    FAIR = "fair"
    DISSATISFIED = "dissatisfied"


class FulfillmentHeard(StrEnum):
    """What was heard of fulfillment."""

    DONE = "done"
    IN_TIME = "in_time"
    IN_PART = "in_part"
    NOT_DONE = "not_done"
