"""The post a user acts from: what a role needs to know before it can see anything."""

from uuid import UUID

from app.access.commands import ChangeRole, MakeUser
from app.access.roles import REACH, Reach, Role
from app.kernel.bus import Work
from app.kernel.columns import Model
from app.kernel.errors import Incomplete
from app.people.bodies import Committee, Mediator, Specialist
from app.people.users import User
from app.places.model import Area

VILLAGE_CODE = 12
TOWNSHIP_CODE = 9
NEEDS_COMMITTEE = frozenset({Role.VILLAGE_MEDIATOR, Role.TOWNSHIP_MEDIATOR, Role.COUNTY_MEDIATOR})


def fill_post(user: User, said: MakeUser | ChangeRole, work: Work) -> None:
    """Set committee, person and area; the area follows from the committee where it can."""
    _need(work, Committee, said.committee_id, "committee_id", "调委会")
    _need(work, Mediator, said.mediator_id, "mediator_id", "调解员")
    _need(work, Specialist, said.specialist_id, "specialist_id", "专家")
    code = ""
    if said.committee_id is not None:
        key = (said.county_id, said.committee_id)
        code = work.session.get_one(Committee, key).area_code
    village = said.village_code or (code if len(code) == VILLAGE_CODE else None)
    township = said.township_code or (village or code)[:TOWNSHIP_CODE]
    user.village_code = village
    user.township_code = township if len(township) == TOWNSHIP_CODE else None
    user.committee_id = said.committee_id
    user.mediator_id = said.mediator_id
    user.specialist_id = said.specialist_id
    _check(user, work)


def _check(user: User, work: Work) -> None:
    for code, field in ((user.village_code, "village_code"), (user.township_code, "township_code")):
        if code and work.session.get(Area, (user.county_id, code)) is None:
            raise Incomplete("没有这个区划，请从名单里选择。", field=field)
    for lacks, field, message in _shortfalls(user, Role(user.role)):
        if lacks:
            raise Incomplete(message, field=field)


def _shortfalls(user: User, role: Role) -> list[tuple[bool, str, str]]:
    return [
        (
            role in NEEDS_COMMITTEE and user.committee_id is None,
            "committee_id",
            "调解员账号要选择所在的调委会（人民调解法第13条）。",
        ),
        (
            REACH[role] is Reach.VILLAGE and user.village_code is None,
            "village_code",
            "村级调解员要选择所在的村（社区），或选择村级调委会。",
        ),
        (
            REACH[role] is Reach.TOWNSHIP and user.township_code is None,
            "township_code",
            "乡镇岗位要选择所在的乡镇，或选择乡镇调委会。",
        ),
        (
            role is Role.SPECIALIST and user.specialist_id is None,
            "specialist_id",
            "专家账号要选择名单里的专家。请先登记这位专家。",
        ),
    ]


def _need(work: Work, table: type[Model], key: UUID | None, field: str, called: str) -> None:
    if key is not None and work.session.get(table, (work.command.county_id, key)) is None:
        message = f"没有找到这个{called}，请从名单里选择。"
        raise Incomplete(message, field=field)
