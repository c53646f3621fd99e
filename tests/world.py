"""A small world of named people that every test may walk into."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from app.access.roles import Role
from app.access.sessions import begin_sign_in
from app.kernel.ids import new_id
from app.people.bodies import Committee, CommitteeLevel, CommitteeMember, Mediator, Post
from app.people.users import User
from app.places.model import Area, County

COUNTY = "632521"
ELSEWHERE = "632522"
TOWNSHIP = "632521101"  # 倒淌河镇
VILLAGE = "632521101201"
OTHER_TOWNSHIP = "632521100"  # 恰卜恰镇
NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # 10:00 in the county, a Monday
TODAY = date(2026, 3, 2)


@dataclass
class World:
    """Ids by the name people call them by."""

    users: dict[str, UUID] = field(default_factory=dict)
    committees: dict[str, UUID] = field(default_factory=dict)
    mediators: dict[str, UUID] = field(default_factory=dict)


def build(session, now=NOW) -> World:
    """Fill an empty database with one county, three committees and their people."""
    world = World()
    session.add(County(county_id=COUNTY, name="共和县", short_name="共"))
    session.add(County(county_id=ELSEWHERE, name="同德县", short_name="同"))
    _areas(session)
    _committee(session, world, "县中心", CommitteeLevel.COUNTY_CENTER, COUNTY, "共")
    _committee(session, world, "倒淌河镇", CommitteeLevel.TOWNSHIP, TOWNSHIP, "共倒")
    _committee(session, world, "恰卜恰镇", CommitteeLevel.TOWNSHIP, OTHER_TOWNSHIP, "共恰")
    _committee(session, world, "甲乙村", CommitteeLevel.VILLAGE, VILLAGE, "共倒甲")
    session.flush()
    _user(session, world, "才让卓玛", Role.COUNTY_MEDIATOR, "县中心")
    _user(session, world, "马文祥", Role.REGISTRAR, "县中心")
    _user(session, world, "李主任", Role.COUNTY_SUPERVISOR, "县中心")
    _user(session, world, "扎西多杰", Role.TOWNSHIP_MEDIATOR, "倒淌河镇")
    _user(session, world, "韩玉梅", Role.TOWNSHIP_MEDIATOR, "恰卜恰镇")
    _user(session, world, "完玛", Role.VILLAGE_MEDIATOR, "甲乙村")
    _user(session, world, "仁青", Role.GRID_WORKER, None)
    _user(session, world, "管理员", Role.ADMINISTRATOR, None)
    _user(session, world, "系统", Role.SYSTEM, None)
    stranger = User(
        county_id=ELSEWHERE, id=new_id(), login="外县人", name="外县人",
        role=Role.COUNTY_SUPERVISOR, must_change_password=False,
    )  # fmt: skip
    session.add(stranger)
    world.users["外县人"] = stranger.id
    session.flush()
    return world


def sign_in(session, world: World, name: str, now=NOW) -> str:
    """Sign a named person in and give the cookie's value."""
    county = ELSEWHERE if name == "外县人" else COUNTY
    return begin_sign_in(session, county, world.users[name], now)


def _areas(session) -> None:
    rows = [
        ("63", "青海省", "province", None),
        ("6325", "海南藏族自治州", "prefecture", "63"),
        (COUNTY, "共和县", "county", "6325"),
        (TOWNSHIP, "倒淌河镇", "township", COUNTY),
        (OTHER_TOWNSHIP, "恰卜恰镇", "township", COUNTY),
        (VILLAGE, "甲乙村", "village", TOWNSHIP),
        ("632521101202", "黄科村", "village", TOWNSHIP),
        ("632521100201", "次汗素村", "village", OTHER_TOWNSHIP),
    ]
    for code, name, level, parent in rows:
        session.add(Area(county_id=COUNTY, code=code, name=name, level=level, parent_code=parent))


def _committee(session, world: World, name: str, level, area: str, short: str) -> None:
    full = (
        "共和县矛盾纠纷调解中心"
        if level is CommitteeLevel.COUNTY_CENTER
        else f"{name}人民调解委员会"
    )
    row = Committee(
        county_id=COUNTY, id=new_id(), name=full, short_name=short, level=level, area_code=area
    )
    session.add(row)
    world.committees[name] = row.id


def _user(session, world: World, name: str, role: Role, committee: str | None) -> None:
    committee_id = world.committees[committee] if committee else None
    mediator_id = None
    if "mediator" in role:
        mediator_id = world.mediators[name] = new_id()
        session.add(Mediator(county_id=COUNTY, id=mediator_id, name=name, is_full_time=True))
        session.flush()
        session.add(
            CommitteeMember(
                county_id=COUNTY, committee_id=committee_id, mediator_id=mediator_id,
                post=Post.MEMBER,
            )
        )  # fmt: skip
    area = {"倒淌河镇": TOWNSHIP, "恰卜恰镇": OTHER_TOWNSHIP, "甲乙村": TOWNSHIP}.get(
        committee or ""
    )
    row = User(
        county_id=COUNTY, id=new_id(), login=name, name=name, role=role,
        must_change_password=False, township_code=area,
        village_code=VILLAGE if committee == "甲乙村" else None,
        committee_id=committee_id, mediator_id=mediator_id,
    )  # fmt: skip
    session.add(row)
    world.users[name] = row.id
