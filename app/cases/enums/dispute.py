"""What a dispute is and how it reached us, in the contract's words."""

from enum import StrEnum


class Channel(StrEnum):
    """How a dispute reached us."""

    APPLICATION = "application"
    WALK_IN = "walk_in"
    ONLINE = "online"
    SCREENING = "screening"
    GRID_REPORT = "grid_report"
    HOTLINE_12345 = "hotline_12345"
    HOTLINE_12348 = "hotline_12348"
    POLICE = "police"
    COURT = "court"
    PROCURATORATE = "procuratorate"
    PETITION = "petition"
    OTHER_BODY = "other_body"
    SUPERIOR = "superior"
    BORDER_PARTNER = "border_partner"


class DisputeType(StrEnum):
    """纠纷类型 of the statistical tables."""

    FAMILY = "family"
    NEIGHBOR = "neighbor"
    HOUSING_LAND = "housing_land"
    CONTRACT = "contract"
    PRODUCTION = "production"
    DAMAGE = "damage"
    FOREST_GRASSLAND = "forest_grassland"
    EXPROPRIATION = "expropriation"
    ENVIRONMENT = "environment"
    MIGRANT_WAGES = "migrant_wages"
    LABOR = "labor"
    TOURISM = "tourism"
    E_COMMERCE = "e_commerce"
    CONSUMER = "consumer"
    MEDICAL = "medical"
    TRAFFIC = "traffic"
    PROPERTY_SERVICE = "property_service"
    INTELLECTUAL_PROPERTY = "intellectual_property"
    OTHER = "other"


class DisputeScope(StrEnum):
    """How far apart the sides' homes are."""

    SAME_VILLAGE = "same_village"
    CROSS_VILLAGE = "cross_village"
    CROSS_TOWNSHIP = "cross_township"
    CROSS_COUNTY = "cross_county"
    CROSS_PROVINCE = "cross_province"


class ReferralKind(StrEnum):
    """委派 / 委托 / 移送."""

    BEFORE_FILING = "before_filing"
    AFTER_FILING = "after_filing"
    TRANSFER = "transfer"


class Violence(StrEnum):
    """By the acts of the parties to each other."""

    NONE = "none"
    THREAT = "threat"
    MINOR_INJURY = "minor_injury"
    SERIOUS_INJURY = "serious_injury"
    DEATH = "death"


class Casualty(StrEnum):
    """Injury or death from an accident, at work, on the road or in treatment."""

    NONE = "none"
    INJURY = "injury"
    DEATH = "death"


class Risk(StrEnum):
    """风险等级: blue is the lowest."""

    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"
