"""What was tried, where a case goes and how it ends, in the contract's words."""

from enum import StrEnum


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


class AcceptedElsewhere(StrEnum):
    """Which organ has accepted or decided it already."""

    COURT = "court"
    ARBITRATION = "arbitration"
    POLICE = "police"
    GOVERNMENT = "government"
    PETITION = "petition"


class Admissible(StrEnum):
    """Whether people's mediation may take it; ask: a person decides."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


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


class Outcome(StrEnum):
    """How a case ended (结案方式)."""

    SETTLED = "settled"
    UNSETTLED = "unsettled"
    TERMINATED = "terminated"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
