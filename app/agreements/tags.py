"""Footprints of an agreement."""

from enum import StrEnum


class Tag(StrEnum):
    """What happened to an agreement."""

    DRAFTED = "agreement:drafted"
    CONCLUDED = "agreement:concluded"
    SIGNED = "agreement:signed"
    SEALED = "agreement:sealed"
    EFFECTIVE = "agreement:effective"
    REDATED = "agreement:redated"
    FULFILLED_IN_PART = "agreement:obligation:fulfilled_in_part"
    FULFILLED = "agreement:obligation:fulfilled"
    ALL_FULFILLED = "agreement:fulfilled"
    FULFILLMENT_WITHDRAWN = "agreement:obligation:fulfillment_withdrawn"
    OWED_AGAIN = "agreement:owed_again"
    URGED = "agreement:obligation:urged"
    CONFIRMATION_APPLIED = "agreement:confirmation:applied"
    CONFIRMATION_ANSWERED = "agreement:confirmation:answered"
