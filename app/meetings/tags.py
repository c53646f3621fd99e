"""What can have happened around a meeting; labels stand in app/words/."""

from enum import StrEnum


class Tag(StrEnum):
    """One kind of step in a case's timeline."""

    PLANNED = "meeting:session:planned"
    MOVED = "meeting:session:moved"
    CANCELLED = "meeting:session:cancelled"
    HELD = "meeting:session:held"
    SUPPLEMENTED = "meeting:session:supplemented"
    GUEST_INVITED = "meeting:guest:invited"
    INQUIRED = "meeting:inquiry:recorded"
    BODY_INVITED = "meeting:body:invited"
    BODY_ANSWERED = "meeting:body:answered"
    BODY_NUDGED = "meeting:body:nudged"
    OPINION_GIVEN = "meeting:body:opinion_given"
    COMMITTED = "meeting:commitment:made"
    COMMITMENT_FULFILLED = "meeting:commitment:fulfilled"
    CONCLUDED = "meeting:consultation:concluded"
    ROOM_ADDED = "meeting:room:added"
    ROOM_CLOSED = "meeting:room:closed"
    ROOM_BOOKED = "meeting:room:booked"
    ROOM_RELEASED = "meeting:room:released"
