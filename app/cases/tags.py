"""What can have happened to a case, past tense; labels stand in app/words/."""

from enum import StrEnum


class Tag(StrEnum):
    """One kind of step in a case's timeline."""

    STAGE_MOVED = "case:stage:moved"
    CONSENT_GIVEN = "case:consent:given"
    CONSENT_REFUSED = "case:consent:refused"
    CONSENT_CORRECTED = "case:consent:corrected"
    RIGHTS_TOLD = "case:rights:told"
    RECUSAL_RAISED = "case:recusal:raised"
    RECUSAL_SETTLED = "case:recusal:settled"
    HANDOVER_ASKED = "case:handover:asked"
    HANDOVER_OFFERED = "case:handover:offered"
    HANDOVER_ACCEPTED = "case:handover:accepted"
    HANDOVER_DECLINED = "case:handover:declined"
    HANDOVER_TAKEN_BACK = "case:handover:taken_back"
    REFERRED = "case:referral:sent"
    REFERRAL_ANSWERED = "case:referral:answered"
    JOINED_BY_PARTNER = "case:partner:joined"
    SPECIALIST_INVITED = "case:specialist:invited"
    SPECIALIST_RELEASED = "case:specialist:released"
    RISK_CHANGED = "case:risk:changed"
    RISK_REPORTED = "case:risk:reported"
    CLOSED = "case:closure:closed"
    ARCHIVED = "case:closure:archived"
    REOPENED = "case:closure:reopened"
    PARTY_REVEALED = "case:party:revealed"
