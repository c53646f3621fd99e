"""The words of a meeting; 中文 labels are in app/words/."""

from enum import StrEnum


class MeetingKind(StrEnum):
    """Which of the four clinics it belongs to; the values are the stages' own."""

    OFFICE_HOURS = "office_hours"
    VILLAGE_VISIT = "village_visit"
    JOINT_CONSULTATION = "joint_consultation"
    HOME_FOLLOW_UP = "home_follow_up"


class MeetingState(StrEnum):
    """Planned, then held or cancelled."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Method(StrEnum):
    """How the sides were met (人民调解法 22 条)."""

    FACE_TO_FACE = "face_to_face"
    BACK_TO_BACK = "back_to_back"
    TELEPHONE = "telephone"
    VIDEO = "video"
    ON_SITE = "on_site"


class MeetingResult(StrEnum):
    """调解结果 of the Ministry's form: 1 成功, 2 不成, 3 有待继续."""

    SETTLED = "settled"
    UNSETTLED = "unsettled"
    TO_BE_CONTINUED = "to_be_continued"


class Attending(StrEnum):
    """As what someone is at the table."""

    PARTY = "party"
    MEDIATOR = "mediator"
    GUEST = "guest"
    SPECIALIST = "specialist"
    INTERPRETER = "interpreter"


class GuestKind(StrEnum):
    """Whom a mediator may invite, all parties agreeing (人民调解法 20 条)."""

    RELATIVE = "relative"
    NEIGHBOR = "neighbor"
    COLLEAGUE = "colleague"
    SKILLED = "skilled"
    SOCIAL_ORGANIZATION = "social_organization"
    RESPECTED = "respected"


class Flaw(StrEnum):
    """What was not as the law wants it when a session was reported; the report is kept anyway."""

    CASE_CLOSED = "case_closed"
    AFTER_REFUSAL = "after_refusal"
    AFTER_CANCELLING = "after_cancelling"
    OFF_THE_ROAD = "off_the_road"
    WITHOUT_CONSENT = "without_consent"
    RIGHTS_NOT_TOLD = "rights_not_told"
    WITHOUT_MEDIATOR = "without_mediator"
    RECUSAL_OPEN = "recusal_open"
    GUEST_UNAGREED = "guest_unagreed"
    NOT_READ_ALOUD = "not_read_aloud"
    WITHOUT_INTERPRETER = "without_interpreter"
    NO_NEXT_DAY = "no_next_day"


class BodyAnswer(StrEnum):
    """What an invited body answered."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Conclusion(StrEnum):
    """What a joint consultation came to."""

    PLAN_MADE = "plan_made"
    TALK_AGAIN = "talk_again"
    OTHER_WAY = "other_way"
