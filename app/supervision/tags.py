"""Footprints of supervision."""

from enum import StrEnum


class Tag(StrEnum):
    """What supervision did."""

    NUDGED = "deadline:nudged"
    LAPSED = "deadline:lapsed"
    ORDER_ISSUED = "supervision:order:issued"
    ORDER_ANSWERED = "supervision:order:answered"
    ORDER_SENT_BACK = "supervision:order:sent_back"
    ORDER_CLOSED = "supervision:order:closed"
    ORDER_WITHDRAWN = "supervision:order:withdrawn"
