"""The words of bodies and their people; 中文 labels are in app/words/."""

from enum import StrEnum


class CommitteeLevel(StrEnum):
    """Where a people's mediation committee stands (人民调解法 8, 34 条)."""

    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY_CENTER = "county_center"
    INDUSTRY = "industry"


class Post(StrEnum):
    """What a member does in a committee."""

    DIRECTOR = "director"
    DEPUTY = "deputy"
    MEMBER = "member"
