"""Which desk a committee is, and which of two desks stands higher."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.cases.enums import DeskCommittee, DeskLevel
from app.cases.handover_commands import HandoverKind
from app.cases.model import Case
from app.kernel.errors import NotFound
from app.people.bodies import Committee, CommitteeLevel

HEIGHT = [DeskLevel.VILLAGE, DeskLevel.TOWNSHIP, DeskLevel.COUNTY]
LEVEL_BY_CODE = {12: DeskLevel.VILLAGE, 9: DeskLevel.TOWNSHIP, 6: DeskLevel.COUNTY}


def kind_of(here: Committee, there: Committee) -> HandoverKind:
    """Say whether the case would rise a level."""
    rises = HEIGHT.index(desk_of(there)[0]) > HEIGHT.index(desk_of(here)[0])
    return HandoverKind.ESCALATION if rises else HandoverKind.HANDOVER


def desk_of(committee: Committee) -> tuple[DeskLevel, DeskCommittee]:
    """Say which desk a committee is."""
    if committee.level == CommitteeLevel.INDUSTRY:
        level = LEVEL_BY_CODE.get(len(committee.area_code), DeskLevel.COUNTY)
        return level, DeskCommittee.INDUSTRY
    if committee.level == CommitteeLevel.COUNTY_CENTER:
        return DeskLevel.COUNTY, DeskCommittee.COUNTY_CENTER
    return DeskLevel(committee.level), DeskCommittee(committee.level)


def find_committee(session: Session, case: Case, committee_id: UUID) -> Committee:
    """Find a committee of the case's county."""
    committee = session.get(Committee, (case.county_id, committee_id))
    if committee is None:
        raise NotFound("没有找到这个调委会。请从名单里重新选择。")
    return committee
