"""A desk on a working day: cases at every turn of the road, for tests that look at pages."""

from datetime import time, timedelta
from uuid import UUID

from sqlalchemy import select

from app.cases.commands import AcceptCase, AssignMediators, RecordConsent, RecordRightsTold
from app.cases.enums import ConsentForm
from app.cases.parties import Party
from app.kernel.ids import new_id
from app.meetings.commands import PlanMeeting
from app.meetings.enums import MeetingKind, Method
from tests.told import id_number, register
from tests.world import COUNTY, OTHER_TOWNSHIP, TODAY, TOWNSHIP, VILLAGE

ZHAXI = {
    "side": "applicant", "kind": "person", "name": "扎西", "area": VILLAGE, "ethnicity": "藏族",
    "language": "bo", "phone": "13897412345", "address": "甲乙村三社",
    "id_number": id_number("63252119900307451"),
}  # fmt: skip
WANME = {"side": "respondent", "kind": "person", "name": "完么才让", "area": VILLAGE}
COMPANY = {"side": "respondent", "kind": "organization", "name": "青海某建筑工程有限公司"}


class Desk:
    """Says commands about its cases, as named people."""

    def __init__(self, bus, database, world):
        self.bus, self.database, self.world = bus, database, world
        self.cases: dict[str, UUID] = {}

    def tell(self, name, **record):
        self.cases[name] = register(self.bus, self.world, **record)

    def say(self, name, what, by="扎西多杰", on=TODAY, **said):
        command = what(
            county_id=COUNTY, actor_id=self.world.users[by], on=on, case_id=self.cases[name], **said
        )
        return self.bus.execute(command)

    def parties(self, name):
        with self.database.read() as session:
            query = select(Party.id).where(Party.case_id == self.cases[name])
            return tuple(session.scalars(query.order_by(Party.ordinal)))

    def accept(self, name, committee="倒淌河镇"):
        self.say(name, AcceptCase, by="马文祥", committee_id=self.world.committees[committee])

    def assign(self, name, mediator="扎西多杰"):
        self.say(name, AssignMediators, mediator_ids=(self.world.mediators[mediator],))

    def agree(self, name):
        for party in self.parties(name):
            said = {"agrees": True, "form": ConsentForm.ORAL}
            self.say(name, RecordConsent, party_id=party, **said)
        self.say(name, RecordRightsTold, party_ids=self.parties(name))

    def plan(self, name, on):
        self.say(
            name, PlanMeeting, meeting_id=new_id(), kind=MeetingKind.OFFICE_HOURS, held_on=on,
            starts=time(9, 30), place="倒淌河镇调解室", method=Method.FACE_TO_FACE,
            chair_id=self.world.mediators["扎西多杰"],
        )  # fmt: skip


def busy_desk(bus, database, world) -> Desk:
    """Fill the desk: something new, overdue, accepted, waiting, ready, in danger."""
    desk = Desk(bus, database, world)
    desk.tell(
        "草场", dispute_type="forest_grassland", received_on="2026-02-20", parties=[ZHAXI, WANME],
        area=VILLAGE, summary="两家夏季草场相邻，围栏倒后羊群过界吃草，双方为界线争吵推搡。\n"
        "扎西要求按老围栏复原，完么才让说老围栏本来就占了他家的草场。",
        signals={"violence": "threat"}, scope="same_village",
    )  # fmt: skip
    desk.tell(
        "欠薪", dispute_type="migrant_wages", parties=[ZHAXI | {"count": 14}, COMPANY],
        area=TOWNSHIP, amount="268000.00", people_involved=14,
        summary="十四名农民工讨要去年下半年工资二十六万八千元，公司称工程款没有结算。",
        signals={"gathering": True},
    )  # fmt: skip
    desk.tell("排水", summary="院墙排水淹了邻居家地基，要求疏通排水沟并赔偿。")
    desk.tell("院墙", summary="翻修院墙占了公共巷道，邻居进出不便。")
    desk.tell("借款", dispute_type="contract", summary="借款两万元到期不还。", area=OTHER_TOWNSHIP)
    desk.tell("彩礼", dispute_type="family", summary="离婚后要求返还部分彩礼。")
    for name in ("排水", "院墙", "彩礼"):
        desk.accept(name)
    for name in ("院墙", "彩礼"):
        desk.assign(name)
    desk.agree("院墙")
    desk.plan("院墙", TODAY + timedelta(days=3))
    return desk
