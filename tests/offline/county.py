"""The county that the laptops of these tests come home to: three cases of one village mediator."""

from datetime import UTC, date, datetime
from uuid import UUID

from app.access.sessions import begin_sign_in
from app.authority import authorize
from app.cases.enums import Channel, DisputeType, PartyKind, Side
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.records import CaseMediator
from app.cases.sealed import seal_phone
from app.cases.stages import Stage
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import Clock
from app.kernel.crypto import KeyRing
from app.kernel.db import Database, Model
from app.kernel.ids import new_id
from app.kernel.sqlite import WRITE
from app.reactions import REACTIONS
from app.sync.commands import TakeAlong
from tests.world import COUNTY, TOWNSHIP, VILLAGE, build

TITLES = ("草场边界", "排水沟", "宅基地滴水")
NAMES = ("扎西才让", "完么才让")
HOLDER = "完玛"


def case_id(n):
    return f"00000000-0000-4000-8000-{100 + n:012d}"


def address_of(folder):
    return f"sqlite:///{folder / 'sizhen.db'}"


def open_county(folder):
    """Open the database of a centre's folder."""
    return Database.open(address_of(folder), KeyRing.load(folder / "keys.json"))


def found(folder):
    """Make the county in an empty folder: keys, tables, people, cases."""
    KeyRing.new().save(folder / "keys.json")
    database = open_county(folder)
    with database.engine.connect().execution_options(**{WRITE: True}) as line, line.begin():
        Model.metadata.create_all(line)
    with database.write() as session:
        world = build(session, Clock().now())
        for n, title in enumerate(TITLES, 1):
            _open_case(session, world, n, title)
    for n in range(1, len(TITLES) + 1):
        say(database, TakeAlong, world, n)
    database.dispose()
    return world


def say(database, what, world, n, by=HOLDER, **said):
    """Carry out a command about a case, as somebody at the centre."""
    bus = Bus(database, HANDLERS, REACTIONS, authorize)
    who = {"county_id": COUNTY, "actor_id": world.users[by], "on": Clock().today()}
    return bus.execute(what(**who, case_id=UUID(case_id(n)), **said))


def cookie_of(folder, world, name):
    """Sign a person in and give the cookie's value."""
    database = open_county(folder)
    with database.write() as session:
        cookie = begin_sign_in(session, COUNTY, world.users[name], Clock().now())
    database.dispose()
    return cookie


def _open_case(session, world, n, title):
    case = Case(
        county_id=COUNTY, id=UUID(case_id(n)), number=f"共调〔2026〕{90 + n}号", title=title,
        file_number=f"（2026）共倒甲人调字第{n}号", stage=Stage.VILLAGE_VISIT, accepted_on=date(2026, 3, 1),
        committee_id=world.committees["甲乙村"], desk_level="village", desk_committee="village",
        channel=Channel.WALK_IN, sender="desk", ref=case_id(n), requested_on=date(2026, 3, 1),
        received_on=date(2026, 3, 1), township_code=TOWNSHIP, village_code=VILLAGE,
        dispute_type=DisputeType.NEIGHBOR, summary=f"{title}：两家说法不一。", place="塔秀村牧委会",
        registered_by=world.users["马文祥"], registered_at=datetime(2026, 3, 1, 2, tzinfo=UTC),
    )  # fmt: skip
    session.add(case)
    session.flush()
    for ordinal, name in enumerate(NAMES, 1):
        session.add(_party(session, case, n, ordinal, name))
    session.add(
        CaseMediator(
            county_id=COUNTY, id=new_id(), case_id=case.id, is_chair=True,
            mediator_id=world.mediators[HOLDER], since_on=date(2026, 3, 1),
        )
    )  # fmt: skip


def _party(session, case, n, ordinal, name):
    party = Party(
        county_id=COUNTY, id=UUID(case_id(n * 10 + ordinal)), case_id=case.id, ordinal=ordinal,
        name=name, side=Side.APPLICANT if ordinal == 1 else Side.RESPONDENT, kind=PartyKind.PERSON,
        address="塔秀村一社", language="bo",
    )  # fmt: skip
    seal_phone(party, f"1390974234{ordinal}", session.info["ring"])
    return party
