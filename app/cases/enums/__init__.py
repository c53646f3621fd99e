"""The words of a dispute, as the contract lists them; 中文 labels are in app/words/."""

from app.cases.enums.course import (
    AcceptedElsewhere,
    Admissible,
    AttemptBy,
    AttemptOutcome,
    DeskCommittee,
    DeskLevel,
    Industry,
    Organ,
    Outcome,
)
from app.cases.enums.dispute import (
    Casualty,
    Channel,
    DisputeScope,
    DisputeType,
    ReferralKind,
    Risk,
    Violence,
)
from app.cases.enums.parties import (
    ConsentForm,
    Gender,
    Language,
    PartyFlag,
    PartyKind,
    RepresentativeKind,
    Side,
)

__all__ = [
    "AcceptedElsewhere",
    "Admissible",
    "AttemptBy",
    "AttemptOutcome",
    "Casualty",
    "Channel",
    "ConsentForm",
    "DeskCommittee",
    "DeskLevel",
    "DisputeScope",
    "DisputeType",
    "Gender",
    "Industry",
    "Language",
    "Organ",
    "Outcome",
    "PartyFlag",
    "PartyKind",
    "ReferralKind",
    "RepresentativeKind",
    "Risk",
    "Side",
    "Violence",
]
