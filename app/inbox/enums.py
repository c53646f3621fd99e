"""What a notice is about; 中文 labels are in app/words/."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """The rungs of the ladder, and what else a person is told."""

    REMINDER = "reminder"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    EXPLAIN = "explain"
    ORDER = "order"
    TALK = "talk"
    LAPSED = "lapsed"
    STANDING = "standing"
    DANGER = "danger"
    OFFERED = "offered"
    RECOUNTED = "recounted"
    ORDERED = "ordered"
    ANSWERED = "answered"
    SENT_BACK = "sent_back"
    ORDER_CLOSED = "order_closed"
    TROUBLE = "trouble"
    EVALUATED = "evaluated"
    SWAP_ASKED = "swap_asked"
    SWAP_ACCEPTED = "swap_accepted"
    SWAP_DECLINED = "swap_declined"
    SWAP_DECIDED = "swap_decided"
    SWAP_OBJECTED = "swap_objected"
