"""Where disputes travel: up the three levels, to an industry committee, to two governments."""

from datetime import date, timedelta
from itertools import count

import pytest
from sqlalchemy import select

from app.cases.commands import AcceptCase, AssignMediators, CloseCase, DeclineCase
from app.cases.enums import ConsentForm, DisputeType, Organ, Outcome
from app.cases.handover_commands import (
    AcceptHandover,
    AskAboutHandover,
    HandoverReason,
    OfferHandover,
)
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.records import RoutingDecision
from app.kernel.clock import Clock
from app.kernel.errors import NotFound, NotNow
from app.kernel.ids import new_id
from app.people.bodies import Committee, CommitteeLevel
from tests.told import FAMILY, register
from tests.world import COUNTY, NOW, TODAY, VILLAGE


@pytest.fixture
def clock():
    """A clock that goes on: a second passes whenever somebody looks."""
    seconds = count()
    return Clock(lambda: NOW + timedelta(seconds=next(seconds)))


class Travel:
    """One case on its way, and the people who send it on."""

    def __init__(self, database, world, bus, **told):
        self.database, self.world, self.bus = database, world, bus
        self.id = register(bus, world, **told)

    def say(self, what, by, on=TODAY, **said):
        actor = self.world.users[by]
        return self.bus.execute(
            what(county_id=COUNTY, actor_id=actor, on=on, case_id=self.id, **said)
        )

    def case(self):
        with self.database.read() as session:
            return session.get_one(Case, (COUNTY, self.id))

    def answer(self):
        with self.database.read() as session:
            found = select(RoutingDecision).where(RoutingDecision.case_id == self.id)
            return session.scalars(found.order_by(RoutingDecision.decided_at.desc())).first().answer

    def accept(self, by, committee):
        self.say(AcceptCase, by, committee_id=self.world.committees[committee])
        self.say(AssignMediators, by, mediator_ids=(self.world.mediators[by],))

    def move_up(self, by, to, reason, receiver):
        """Ask both parties, offer, and let the receiving committee accept."""
        with self.database.read() as session:
            parties = session.scalars(select(Party.id).where(Party.case_id == self.id)).all()
        committee = self.world.committees[to]
        for party in parties:
            self.say(
                AskAboutHandover, by, party_id=party, committee_id=committee, agrees=True,
                form=ConsentForm.ORAL,
            )  # fmt: skip
        offered = self.say(
            OfferHandover, by, committee_id=committee, reason=reason, because="多次调解未果"
        )
        self.say(AcceptHandover, receiver, handover_id=offered)


@pytest.fixture
def travel(database, world, bus):
    return lambda **told: Travel(database, world, bus, **told)


def test_村_乡镇_县逐级上移_每级都先问当事人(travel, world, as_user):
    trip = travel()
    assert (trip.case().desk_level, trip.case().committee_id) == (
        "village", world.committees["甲乙村"],
    )  # fmt: skip
    trip.accept("完玛", "甲乙村")
    assert as_user("扎西多杰").get(f"/cases/{trip.id}").status_code == 200
    assert as_user("韩玉梅").get(f"/cases/{trip.id}").status_code == 404
    trip.move_up("完玛", "倒淌河镇", HandoverReason.FAILED_SESSIONS, "扎西多杰")
    assert trip.case().committee_id == world.committees["倒淌河镇"]
    trip.move_up("扎西多杰", "县中心", HandoverReason.FAILED_SESSIONS, "才让卓玛")
    assert (trip.case().desk_level, trip.case().committee_id) == (
        "county", world.committees["县中心"],
    )  # fmt: skip
    page = as_user("才让卓玛").get(f"/cases/{trip.id}").get_data(as_text=True)
    assert "倒淌河镇" in page
    assert as_user("外县人").get(f"/cases/{trip.id}").status_code == 404


def test_医疗纠纷由医调委办_说明为什么(travel, database, world, as_user):
    with database.write() as session:
        medical = Committee(
            county_id=COUNTY, id=new_id(), name="共和县医疗纠纷人民调解委员会", short_name="共医",
            level=CommitteeLevel.INDUSTRY, industry="medical", area_code=COUNTY,
        )  # fmt: skip
        session.add(medical)
    world.committees["医调委"] = medical.id
    trip = travel(
        dispute_type=DisputeType.MEDICAL.value, summary="住院治疗后手功能障碍，要求赔偿。",
        parties=[
            dict(FAMILY),
            {"side": "respondent", "kind": "organization", "name": "县人民医院", "area": VILLAGE},
        ],
    )  # fmt: skip
    assert trip.answer()["desk"]["industry"] == "medical"
    assert trip.case().committee_id == medical.id
    trip.say(AcceptCase, "才让卓玛", committee_id=medical.id)
    assert trip.case().file_number == "（2026）共医人调字第1号"
    page = as_user("才让卓玛").get(f"/cases/{trip.id}/routing").get_data(as_text=True)
    assert "《医疗纠纷预防和处理条例》第三十" in page
    terms = as_user("才让卓玛").get(f"/cases/{trip.id}").get_data(as_text=True)
    assert "2026-04-14" in terms  # 30 working days from 2026-03-02 (S8)


def test_边界条例_跨县草场界线归两地政府_不予受理并写明去处(travel, world, as_user):
    trip = travel(
        dispute_type=DisputeType.FOREST_GRASSLAND.value,
        summary="两县交界处的草场界线说法不一，双方牧民在现场争吵。",
        scope="cross_county", signals={"administrative_boundary": True, "collective": True},
        parties=[
            {"side": "applicant", "kind": "village", "name": "蒙古村", "area": VILLAGE},
            {"side": "respondent", "kind": "village", "name": "日月山村", "area": "630123"},
        ],
    )  # fmt: skip
    answer = trip.answer()
    organs = {item["organ"] for item in answer["refer_to"]}
    assert answer["admissible"] == "no"
    assert {"county_government", "superior_government"} & organs
    with pytest.raises(NotNow, match="政府"):
        trip.say(AcceptCase, "才让卓玛", committee_id=world.committees["县中心"])
    trip.say(
        DeclineCase, "才让卓玛", reason="行政区域界线争议由政府处理（边界条例）",
        refer_to=Organ.COUNTY_GOVERNMENT,
    )  # fmt: skip
    assert (trip.case().stage, trip.case().outcome) == ("closed", "declined")
    with pytest.raises(NotNow):
        trip.say(CloseCase, "才让卓玛", on=date(2026, 3, 3), outcome=Outcome.SETTLED)
    page = as_user("才让卓玛").get(f"/cases/{trip.id}").get_data(as_text=True)
    assert "不予受理" in page
    with pytest.raises(NotFound):
        trip.say(AcceptCase, "韩玉梅", committee_id=world.committees["恰卜恰镇"])
