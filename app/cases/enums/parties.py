"""Who stands on which side, in the contract's words."""

from enum import StrEnum


class Side(StrEnum):
    """On which side a party stands."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    THIRD = "third"


class PartyKind(StrEnum):
    """What a party is."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    VILLAGE = "village"
    GOVERNMENT = "government"


class Gender(StrEnum):
    """性别."""

    MALE = "male"
    FEMALE = "female"


class Language(StrEnum):
    """Languages spoken at the table."""

    ZH = "zh"
    BO = "bo"
    MN = "mn"
    KK = "kk"
    UG = "ug"
    OTHER = "other"


class PartyFlag(StrEnum):
    """What the law or a mediator must mind about a party."""

    MINOR = "minor"
    ELDERLY = "elderly"
    DISABLED = "disabled"
    PREGNANT = "pregnant"
    MIGRANT_WORKER = "migrant_worker"
    NO_CAPACITY = "no_capacity"
    LIMITED_CAPACITY = "limited_capacity"
    LOW_INCOME = "low_income"
    LEFT_BEHIND = "left_behind"


class RepresentativeKind(StrEnum):
    """监护人 / 一般授权 / 特别授权 / 推选代表."""

    GUARDIAN = "guardian"
    AGENT_GENERAL = "agent_general"
    AGENT_SPECIAL = "agent_special"
    ELECTED = "elected"


class ConsentForm(StrEnum):
    """How a party said yes or no."""

    WRITTEN = "written"
    ORAL = "oral"
    TELEPHONE = "telephone"
