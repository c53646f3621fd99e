"""撤销受理: what was taken on by mistake stands before the decision again; nothing is lost."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.cases.commands import (
    AcceptCase,
    AssignMediators,
    DeclineCase,
    OverrideRouting,
    RevokeAcceptance,
)
from app.cases.enums import ConsentForm, DeskCommittee, DeskLevel, Organ
from app.cases.handover_commands import (
    AskAboutHandover,
    HandoverReason,
    OfferHandover,
    TakeBackHandover,
)
from app.cases.parties import Party
from app.cases.records import Acceptance, CaseMediator, RoutingDecision
from app.cases.revoking_records import RevokedAcceptance
from app.deadlines.model import Deadline
from app.kernel.errors import Incomplete, NotAllowed, NotNow, Stale
from app.kernel.footprints import Footprint, verify
from app.kernel.ids import new_id
from app.sync.commands import BringBack, TakeAlong
from tests.agreements.table import draft
from tests.agreements.test_pages import fields
from tests.case_file import CaseFile
from tests.meetings.sessions import hold, plan
from tests.told import register
from tests.world import COUNTY, TODAY

SLIP = {"because": "点错了案件"}
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def file(database, world, bus):
    """A dispute that the front desk registered, before anybody decided."""
    file = CaseFile(database, world, bus)
    file.id = register(bus, world)
    file.desk = file.read(lambda case: case.committee_id)
    return file


def accept(file, by="马文祥", on=TODAY):
    return file.say(AcceptCase, by=by, on=on, committee_id=file.desk)


def terms(file):
    return {(row.code, row.start_on): row.state for row in file.rows(Deadline)}


def looked_at(file):
    """Name the running terms that supervision will look at."""
    return {row.code for row in file.rows(Deadline) if row.state == "open" and row.next_on}


def test_当天本人撤销_回到待受理_期限照原样_卷号作废(file, database):
    before, watched = terms(file), looked_at(file)
    assert "open" in before.values()
    number = accept(file)
    assert terms(file) != before
    file.say(RevokeAcceptance, by="马文祥", **SLIP)
    now = terms(file)
    assert {key: now[key] for key in before} == before
    assert {state for key, state in now.items() if key not in before} == {"cancelled"}
    assert looked_at(file) == watched
    assert file.read(lambda case: (case.stage, case.accepted_on, case.file_number)) == (
        "intake", None, None,
    )  # fmt: skip
    assert file.rows(Acceptance) == []
    (kept,) = file.rows(RevokedAcceptance)
    assert (kept.file_number, kept.accepted_on, kept.because) == (number, TODAY, SLIP["because"])
    assert kept.accepted_by == kept.revoked_by == file.world.users["马文祥"]
    with database.read() as session:
        last = select(Footprint).where(Footprint.tag == "case:acceptance:revoked")
        assert session.scalars(last).one().details == {"file_number": number}
        assert verify(session, COUNTY, database.ring.chain_key).broken_at is None


def test_再受理_编新卷号_同日的期限重新起算(file):
    first = accept(file)
    running = terms(file)
    file.say(RevokeAcceptance, by="马文祥", **SLIP)
    second = accept(file)
    assert second != first
    assert terms(file) == running
    assert file.read(lambda case: case.stage) != "intake"


def test_撤销以后可以不予受理(file):
    accept(file)
    file.say(RevokeAcceptance, by="马文祥", because="核实后不属于调解范围")
    file.say(DeclineCase, by="马文祥", reason="不属于调解范围", refer_to=Organ.COURT)
    assert file.read(lambda case: case.outcome) == "declined"
    assert "open" not in terms(file).values()


def test_撤销以后可以改派(file, database):
    accept(file)
    file.say(RevokeAcceptance, by="马文祥", **SLIP)
    with database.read() as session:
        decision = session.scalars(select(RoutingDecision)).one().id
    said = {"decision_id": decision, "desk_level": DeskLevel.COUNTY, "reason": "当事人就近"}
    file.say(
        OverrideRouting,
        by="才让卓玛",
        desk_committee=DeskCommittee.COUNTY_CENTER,
        committee_id=None,
        **said,
    )
    assert file.read(lambda case: case.desk_level) == "county"


def test_过了当天或别人受理的_由负责人撤销(file):
    accept(file)
    with pytest.raises(NotAllowed, match="负责人"):
        file.say(RevokeAcceptance, by="才让卓玛", **SLIP)
    with pytest.raises(NotAllowed, match="负责人"):
        file.say(RevokeAcceptance, by="马文祥", on=TOMORROW, **SLIP)
    assert file.read(lambda case: case.accepted_on) == TODAY
    file.say(RevokeAcceptance, by="李主任", on=TOMORROW, **SLIP)
    assert file.read(lambda case: case.accepted_on) is None


def test_要写原因_没有受理无可撤销_旧页不算数(file):
    with pytest.raises(NotNow, match="还没有受理"):
        file.say(RevokeAcceptance, by="马文祥", **SLIP)
    accept(file)
    with pytest.raises(Incomplete, match="为什么"):
        file.say(RevokeAcceptance, by="马文祥", because=" ")
    with pytest.raises(Stale):
        file.say(RevokeAcceptance, by="马文祥", seen_version=1, **SLIP)
    key = new_id()
    for _ in range(2):  # a double click
        file.say(RevokeAcceptance, by="马文祥", key=key, **SLIP)
    assert len(file.rows(RevokedAcceptance)) == 1


def test_调解员的指派随之结束(file):
    accept(file)
    file.say(AssignMediators, by="李主任", mediator_ids=(file.world.mediators["扎西多杰"],))
    file.say(RevokeAcceptance, by="马文祥", **SLIP)
    (seat,) = file.rows(CaseMediator)
    assert (seat.until_on, seat.until_reason) == (TODAY, "受理已撤销")


def test_约了调解先取消_办过调解的不能撤销(file):
    accept(file)
    file.parties = {row.name: row.id for row in file.rows(Party)}
    file.say(AssignMediators, by="李主任", mediator_ids=(file.world.mediators["扎西多杰"],))
    file.open_gate()
    meeting_id = plan(file)
    with pytest.raises(NotNow, match="约了调解"):
        file.say(RevokeAcceptance, by="马文祥", **SLIP)
    hold(file, meeting_id)
    with pytest.raises(NotNow, match="已经有调解记录"):
        file.say(RevokeAcceptance, by="李主任", **SLIP)
    assert file.read(lambda case: case.accepted_on) == TODAY
    assert file.rows(RevokedAcceptance) == []


@pytest.fixture
def in_hand(file, database):
    """Accepted by the county, a mediator seated, both parties willing and told of their rights."""
    accept(file)
    file.parties = {row.name: row.id for row in file.rows(Party)}
    file.say(AssignMediators, by="李主任", mediator_ids=(file.world.mediators["扎西多杰"],))
    file.open_gate()
    return file


def test_写了协议的不能撤销(in_hand):
    draft(in_hand)
    cannot_be_revoked(in_hand, "已经在写协议")


def test_带下乡的先归还(in_hand):
    in_hand.say(TakeAlong)
    cannot_be_revoked(in_hand, "案件被带下乡了，要先归还")
    in_hand.say(BringBack)
    in_hand.say(RevokeAcceptance, by="李主任", **SLIP)
    assert in_hand.read(lambda case: case.accepted_on) is None


def test_提出转办的不能撤销_撤回以后可以(in_hand):
    there = in_hand.world.committees["倒淌河镇"]
    for party_id in in_hand.parties.values():
        said = {"agrees": True, "form": ConsentForm.TELEPHONE, "committee_id": there}
        in_hand.say(AskAboutHandover, by="李主任", party_id=party_id, **said)
    offer = {"reason": HandoverReason.VENUE, "because": "当事人就近"}
    handover_id = in_hand.say(OfferHandover, by="李主任", committee_id=there, **offer)
    cannot_be_revoked(in_hand, "已经提出或办过转办")
    in_hand.say(TakeBackHandover, by="李主任", handover_id=handover_id)
    in_hand.say(RevokeAcceptance, by="李主任", **SLIP)
    assert in_hand.read(lambda case: case.accepted_on) is None


def test_几样障碍一次说全(in_hand):
    plan(in_hand)
    draft(in_hand)
    in_hand.say(TakeAlong)
    said = cannot_be_revoked(in_hand, "已经约了调解，要先取消")
    assert "已经在写协议" in said
    assert "案件被带下乡了" in said


def cannot_be_revoked(file, sentence):
    """Say that even a leader may not, on the page as well, and that nothing changed."""
    with pytest.raises(NotNow, match=sentence) as refusal:
        file.say(RevokeAcceptance, by="李主任", **SLIP)
    assert file.read(lambda case: case.accepted_on) == TODAY
    assert file.rows(RevokedAcceptance) == []
    return str(refusal.value)


def test_在页面上撤销(file, as_user):
    number = accept(file)
    client, path = as_user("马文祥"), f"/cases/{file.id}/acceptance/revocation"
    assert path in client.get(f"/cases/{file.id}/acceptance").text
    page = client.get(path).text
    assert number in page
    assert client.post(path, data=fields(page)).status_code == 422  # no reason
    said = fields(client.get(path).text) | {"because": SLIP["because"]}
    answer = client.post(path, data=said)
    assert (answer.status_code, answer.location) == (303, f"/cases/{file.id}/acceptance")
    again = client.get(answer.location).text
    assert "受理并编卷号" in again
    assert number in again
    assert SLIP["because"] in again
    assert "撤销受理" in client.get(f"/cases/{file.id}?tab=log").text
    assert "没有在办理中的受理" in client.get(path).text


def test_页面说明谁能撤销_看不见的人没有这一页(file, as_user):
    accept(file)
    path = f"/cases/{file.id}/acceptance/revocation"
    assert "请报乡镇或县中心负责人" in as_user("才让卓玛").get(path).text
    assert 'name="because"' in as_user("李主任").get(path).text
    assert as_user("仁青").get(path).status_code == 403
    assert as_user("外县人").get(path).status_code == 404
