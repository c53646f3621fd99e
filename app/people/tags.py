"""What can happen to bodies and their people, as it stands in the trail."""

from enum import StrEnum


class Tag(StrEnum):
    """One kind of footprint."""

    COMMITTEE_MADE = "people:committee:made"
    COMMITTEE_REVISED = "people:committee:revised"
    COMMITTEE_DISSOLVED = "people:committee:dissolved"
    MEMBER_SEATED = "people:member:seated"
    MEMBER_LEFT = "people:member:left"
    MEDIATOR_MADE = "people:mediator:made"
    MEDIATOR_REVISED = "people:mediator:revised"
    MEDIATOR_RETIRED = "people:mediator:retired"
    SPECIALIST_MADE = "people:specialist:made"
    SPECIALIST_REVISED = "people:specialist:revised"
    SPECIALIST_RETIRED = "people:specialist:retired"
