"""What can have happened while a dispute was told, routed and accepted; labels in app/words/."""

from enum import StrEnum


class Tag(StrEnum):
    """One kind of step in a case's timeline."""

    REGISTERED = "case:intake:registered"
    TOLD_AGAIN = "case:intake:told_again"
    ROUTED = "case:routing:decided"
    OVERRIDDEN = "case:routing:overridden"
    ACCEPTED = "case:acceptance:accepted"
    DECLINED = "case:acceptance:declined"
    ACCEPTANCE_REVOKED = "case:acceptance:revoked"
    MEDIATORS_ASSIGNED = "case:mediators:assigned"
    PARTICULARS_CORRECTED = "case:particulars:corrected"
    PARTY_ADDED = "case:party:added"
    PARTY_CORRECTED = "case:party:corrected"
    REPRESENTATIVE_ADDED = "case:representative:added"
    PLACE_TO_GO_SET = "referral_target:set"
