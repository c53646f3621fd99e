"""The words of a dispute, as the contract lists them; 中文 labels are in app/words.py."""

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


class AttemptBy(StrEnum):
    """Who tried to settle it before."""

    HOUSEHOLD_HEAD = "household_head"
    GRID = "grid"
    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"
    INDUSTRY = "industry"
    POLICE = "police"
    COURT = "court"
    ARBITRATION = "arbitration"
    GOVERNMENT = "government"
    PETITION = "petition"


class AttemptOutcome(StrEnum):
    """How an earlier attempt ended."""

    FAILED = "failed"
    AGREED_NOT_PERFORMED = "agreed_not_performed"
    REFUSED = "refused"
    PENDING = "pending"
    DECIDED = "decided"


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


class AcceptedElsewhere(StrEnum):
    """Which organ has accepted or decided it already."""

    COURT = "court"
    ARBITRATION = "arbitration"
    POLICE = "police"
    GOVERNMENT = "government"
    PETITION = "petition"


class Risk(StrEnum):
    """风险等级: blue is the lowest."""

    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"


class DeskLevel(StrEnum):
    """去向的层级."""

    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"


class DeskCommittee(StrEnum):
    """去向的机构."""

    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY_CENTER = "county_center"
    INDUSTRY = "industry"
    JOINT = "joint"


class Industry(StrEnum):
    """行业性专业性调委会."""

    MEDICAL = "medical"
    TRAFFIC = "traffic"
    LABOR = "labor"
    PROPERTY_SERVICE = "property_service"
    FAMILY = "family"
    CONSUMER = "consumer"
    TOURISM = "tourism"
    GRASSLAND = "grassland"


class Organ(StrEnum):
    """The organ a matter is referred to."""

    POLICE = "police"
    COURT = "court"
    PROCURATORATE = "procuratorate"
    LABOR_ARBITRATION = "labor_arbitration"
    LAND_ARBITRATION = "land_arbitration"
    LABOR_INSPECTION = "labor_inspection"
    TOWNSHIP_GOVERNMENT = "township_government"
    COUNTY_GOVERNMENT = "county_government"
    SUPERIOR_GOVERNMENT = "superior_government"
    CIVIL_AFFAIRS = "civil_affairs"
    DISCIPLINE_INSPECTION = "discipline_inspection"
    PETITION_OFFICE = "petition_office"
    MARKET_SUPERVISION = "market_supervision"
    LEGAL_AID = "legal_aid"
    NOTARY = "notary"
    TRAFFIC_POLICE = "traffic_police"
    HEALTH_AUTHORITY = "health_authority"
    OTHER = "other"


class Admissible(StrEnum):
    """Whether people's mediation may take it; ask: a person decides."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


class Outcome(StrEnum):
    """How a case ended (结案方式)."""

    SETTLED = "settled"
    UNSETTLED = "unsettled"
    TERMINATED = "terminated"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"


class ConsentForm(StrEnum):
    """How a party said yes or no."""

    WRITTEN = "written"
    ORAL = "oral"
    TELEPHONE = "telephone"
